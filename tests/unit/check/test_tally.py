"""Numbers of persons and things, areas, catches and stays of several clauses that pass a limit only when they are added.

Every law here is invented, of invented States.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.document.tallied import counts
from ssc_drafter.check.norms import read
from tests.unit.check.test_document import draft
from tests.unit.check.test_lifetime import SEAT, act
from tests.unit.check.test_together import exact

LANGUAGES = ("en", "fr", "es", "pt")
HERE = Path(__file__)
LAWS = tomllib.loads(HERE.with_name("tallied_laws.toml").read_text("utf-8"))["laws"]
ROWS = tomllib.loads(HERE.with_name("tallied_rows.toml").read_text("utf-8"))["rows"]


@each_row("row", ROWS)
def test_what_several_clauses_promise_of_one_whole(row: str) -> None:
    rule, bites, alone = ROWS[row]["law"], ROWS[row]["bites"], ROWS[row].get("alone")
    for place, ours in enumerate(LANGUAGES):
        first, *more = ROWS[row][ours]
        text = draft(first, SEAT[ours], *more, lang=ours)
        for theirs in {ours} if alone else {ours, LANGUAGES[place - 1]}:
            one = act(theirs, LAWS[rule][theirs])
            report = check(text, [one])
            sums = [found for found in report.findings if "sum" in [part.how for part in found.together]]
            assert [(found.type, found.policy.number) for found in sums] == [("limit", "1")] * bites, (ours, theirs)
            assert not bites or len(sums[0].together) == len(more), "each clause that adds to it is named"
            exact(report, text, one)


@each_row(
    ("lang", "told", "cure"),
    [
        ("en", "11 in all", "Dalmira shall provide four more experts."),
        ("fr", "11 en tout", "la Dalmira met à disposition quatre autres experts."),
        ("es", "11 en total", "Dalmira pondrá a disposición otros cuatro expertos."),
        ("pt", "11 ao todo", "a Dalmira disponibilizará mais quatro peritos."),
    ],
)
def test_the_finding_names_the_sum_and_the_cure_takes_what_is_left(lang: str, told: str, cure: str) -> None:
    first, second = ROWS["experts 6+5"][lang]
    one = act(lang, LAWS["experts"][lang])
    (found,) = check(draft(first, SEAT[lang], second, lang=lang), [one]).findings
    assert told in found.reason and found.clause and found.clause.number == "3"
    assert found.together[0].clause and found.together[0].clause.quote == first
    assert found.cure[0].verified and found.cure[0].text.endswith(cure)
    assert not check(draft(first, SEAT[lang], found.cure[0].text, lang=lang), [one]).findings


@each_row(
    ("row", "lang", "cure"),
    [
        ("tuna 300+250", "en", "up to 200 tonnes of tuna"),  # a tonne is 1,000 on the scale on which values are compared
        ("licences 3+3", "pt", "mais 2 licenças mineiras"),  # the word would agree: "duas"
        ("licences 3+3", "es", "otras dos licencias mineras"),
        ("land 300+250", "fr", "200 hectares"),
    ],
)
def test_the_number_left_stands_in_the_form_of_the_one_that_it_replaces(row: str, lang: str, cure: str) -> None:
    first, second = ROWS[row][lang]
    report = check(draft(first, SEAT[lang], second, lang=lang), [act(lang, LAWS[ROWS[row]["law"]][lang])])
    assert cure in report.findings[0].cure[0].text


def test_where_nothing_is_left_no_number_is_offered() -> None:
    first, second = "Dalmira shall send ten experts to the project.", "Dalmira shall provide five more experts to the project."
    (found,) = check(draft(first, SEAT["en"], second), [act("en", LAWS["experts"]["en"])]).findings
    assert [cure.text for cure in found.cure] == [
        "Lower the numbers of these clauses until they stay within the limit together."
    ]


@each_row(
    ("lang", "words", "expected"),
    [
        ("en", "No project may employ more than ten experts.", (10, {"expert"}, True, False)),
        ("en", "They pay for the six experts.", (6, {"expert"}, False, True)),
        ("en", "Five more nurses shall join.", (5, {"nurse"}, True, False)),
        ("en", "The number of foreign vessels shall not exceed ten.", (10, {"vessel"}, False, False)),
        ("fr", "Cinq autres experts rejoignent l'équipe.", (5, {"expert"}, True, False)),
        ("fr", "Vingt-quatre médecins arrivent.", (24, {"doctor"}, False, False)),
        ("es", "Otros cinco expertos se incorporarán.", (5, {"expert"}, True, False)),
        ("es", "Enviará nueve expertos más jóvenes.", (9, {"expert"}, False, False)),
        ("pt", "Mais cinco peritos integrarão a equipa.", (5, {"expert"}, True, False)),
        ("pt", "Pagará a viagem dos seis peritos.", (6, {"expert"}, False, True)),
        ("en", "Article 7 experts shall report within two years.", None),
    ],
)  # fmt: skip
def test_what_a_sentence_counts(lang: str, words: str, expected: tuple[float, set[str], bool, bool] | None) -> None:
    found = [one for rows in counts(read(words, lang)).values() for one in rows if one.head]
    assert [(one.number.value, set(one.kinds), one.more, one.told) for one in found] == ([expected] if expected else [])


@each_row(
    ("lang", "words", "kinds"),
    [
        ("es", "Dalmira enviará cinco técnicos al proyecto.", {"technician"}),
        ("es", "Dalmira enviará cinco informes técnicos al proyecto.", set()),
        ("es", "Dalmira enviará cinco ejemplares oficiales al proyecto.", set()),
        ("pt", "A Dalmira enviará cinco relatórios técnicos ao projeto.", set()),
        ("fr", "La Dalmira envoie cinq instruments scientifiques au projet.", set()),
        ("en", "Dalmira shall visit five national parks of the project.", set()),
        ("en", "Dalmira shall send five national experts to the project.", {"expert"}),
    ],
)
def test_a_word_that_is_said_of_another_noun_names_no_kind(lang: str, words: str, kinds: set[str]) -> None:
    (found,) = [one for row in counts(read(words, lang)).values() for one in row]
    assert found.kinds == kinds
