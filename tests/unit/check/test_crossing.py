"""Articles of a draft that speak of one another: a grant and the lifting of its condition, a power and its finality, a duty and
its suspension, persons and their privilege; and what another article provides for.

Every law here is invented, of invented States.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.document.crossing import crossings
from ssc_drafter.check.document.effects import alone, closed, lifted, suspended
from ssc_drafter.tree.running import RunningText
from tests.unit.check.test_document import draft
from tests.unit.check.test_lifetime import SEAT, act
from tests.unit.check.test_together import exact

ROWS = tomllib.loads(Path(__file__).with_name("crossing_rows.toml").read_text("utf-8"))
LANGUAGES = ("en", "fr", "es", "pt")
ACROSS = [("fr", "en"), ("es", "fr"), ("pt", "es")]
UNMET = {  # the first article shares hardly a word with the law of the other language; "nul ne peut" makes a sole organ (plants)
    ("teachers", "fr", "en"), ("quotas", "es", "fr"), ("quotas", "pt", "es"), ("plants", "es", "fr"),
}  # fmt: skip
PAIRS = [(name, ours, theirs) for name in ROWS for ours, theirs in [*((one, one) for one in LANGUAGES), *ACROSS]]


def drafted(name: str, lang: str, row: str) -> RunningText:
    """Return an invented draft of the first article, one on the seat, and what the third says of the first."""
    return draft(ROWS[name][lang]["first"][int(row[1])], SEAT[lang], row[3:], lang=lang)


@each_row(("name", "ours", "theirs"), [row for row in PAIRS if row not in UNMET])
def test_what_an_article_says_of_another_is_held_against_the_law_of_that_one(name: str, ours: str, theirs: str) -> None:
    one = act(theirs, ROWS[name][theirs]["law"])
    for row in ROWS[name][ours]["says"]:
        text = drafted(name, ours, row)
        report = check(text, [one])
        assert bool(report.findings) == (row[0] == "+"), (row, report.findings)
        exact(report, text, one)


WAIVED = "The permits referred to in Article 1 shall be deemed to have been granted on the day of signature."


def test_the_finding_names_both_articles() -> None:
    text, one = drafted("plants", "en", f"+0 {WAIVED}"), act("en", ROWS["plants"]["en"]["law"])
    (found,) = check(text, [one]).findings
    assert (found.type, found.verdict) == ("procedure", "conflict") and found.clause and found.clause.number == "3"
    (first,) = found.together
    assert first.how == "cites_here" and first.clause and first.clause.number == "1" and first.text in found.reason


def test_neither_article_bites_without_the_other() -> None:
    one = act("en", ROWS["plants"]["en"]["law"])
    for other in (ROWS["quotas"]["en"]["first"][0], SEAT["en"]):
        assert not check(draft(other, SEAT["en"], WAIVED), [one]).findings
    assert not check(draft(ROWS["plants"]["en"]["first"][0], SEAT["en"]), [one]).findings


def test_what_another_article_provides_for_is_shown_with_that_article() -> None:
    text, one = drafted("radio", "en", ROWS["radio"]["en"]["says"][2]), act("en", ROWS["radio"]["en"]["law"])
    report = check(text, [one])
    assert not report.findings
    shown = [part for look in report.look for part in look.together]
    assert [(part.how, part.clause and part.clause.number) for part in shown] == [("speaks_of", "3")]


@each_row(
    ("lang", "words", "says"),
    [
        ("en", "The permits referred to in Article 1 are deemed granted.", {"lifted"}),
        ("en", "The permits referred to in Article 1 may not be deemed granted.", set()),
        ("en", "Unless the law provides otherwise, the permits referred to in Article 1 are deemed granted.", set()),
        ("en", "No permit is required for what Article 1 allows.", {"lifted"}),
        ("en", "No entry in the register of Dalmira shall be required under Article 1.", set()),
        ("en", "Decisions under Article 1 are final.", {"closed"}),
        ("en", "Decisions under Article 1 are final between the organs of this Agreement.", set()),
        ("en", "No other body shall exercise the powers in Article 1.", {"alone"}),
        ("en", "Article 1 shall not apply to the northern pits.", {"suspended"}),
        ("en", "The payment of the costs of Article 1 is suspended.", set()),
        ("en", "The permit referred to in Article 1 is suspended if the fee is not paid.", set()),
        ("en", "The permits referred to in Article 1 shall lapse after two years.", set()),
        ("en", "The permit referred to in Article 1 shall be deemed to have been refused after thirty days.", set()),
        ("en", "The costs of the permits referred to in Article 1 are met by Dalmira.", set()),
        ("en", "The activities referred to in Article 1 shall not begin without a permit of the Board.", set()),
        ("en", "The notice referred to in Article 1 does not constitute a permit.", set()),
        ("en", "The sessions referred to in Article 1 shall not be open to the press.", set()),
        ("en", "Decisions under Article 1 shall not be final until the court has confirmed them.", set()),
        ("en", "The vehicles referred to in Article 1 shall be used exclusively for the project.", set()),
        ("en", "The provision of experts under Article 1 is suspended during school holidays.", set()),
        ("fr", "Les permis visés à l'article 1 sont réputés délivrés.", {"lifted"}),
        ("fr", "Les décisions prises en vertu de l'article 1 sont sans appel.", {"closed"}),
        ("fr", "Rien dans le présent Accord ne dispense la Société de l'obligation de l'article 1.", set()),
        ("es", "Quedan suspendidas las obligaciones del artículo 1.", {"suspended"}),
        ("es", "La competencia del Consejo en virtud del artículo 1 es exclusiva.", {"alone"}),
        ("es", "Las decisiones a que se refiere el artículo 1 se publicarán exclusivamente en español.", set()),
        ("es", "Las reuniones sobre las decisiones del artículo 1 tendrán lugar solo el primer lunes del mes.", set()),
        ("pt", "As licenças referidas no artigo 1 consideram-se concedidas.", {"lifted"}),
        ("pt", "Não se pode renunciar às licenças referidas no artigo 1.", set()),
        ("pt", "Sempre que a licença referida no artigo 1 for pedida, o Instituto informa a Junta.", set()),
        ("pt", "A Constituição exige a licença referida no artigo 1.", set()),
        ("pt", "O presente Acordo constitui a licença referida no artigo 1.", {"lifted"}),
        ("pt", "Enquanto vigorar o Acordo, as licenças referidas no artigo 1 consideram-se concedidas.", {"lifted"}),
        ("pt", "As questões do artigo 1 merecem uma solução justa e definitiva.", set()),
        ("pt", "As atividades do artigo 1 fazem-se sem recursos financeiros da outra Parte.", set()),
        ("pt", "Os produtos referidos no artigo 1 não são suscetíveis de apropriação.", set()),
        ("pt", "A decisão tomada nos termos do artigo 1 é definitiva.", {"closed"}),
        ("pt", "O Comité referido no artigo 1 decide só após consulta das Partes.", set()),
        ("pt", "Só a Junta decide sobre as matérias do artigo 1.", {"alone"}),
        ("pt", "As regras do artigo 1 sobre denúncia e suspensão aplicam-se aos peritos.", set()),
        ("pt", "Os veículos que deverão circular nos termos do artigo 1 são isentos de portagem.", set()),
        ("pt", "É suspensa a obrigação prevista no artigo 1.", {"suspended"}),
    ],
)
def test_what_a_sentence_says_of_another_article(lang: str, words: str, says: set[str]) -> None:
    (one,) = crossings(draft(SEAT[lang], words, lang=lang)).by["art_2__para_1"]
    found = {"lifted": lifted(one), "closed": closed(one), "alone": alone(one), "suspended": suspended(one)}
    assert {name for name, value in found.items() if value} == says


def test_an_edit_of_the_first_article_is_seen_in_the_finding_on_the_third() -> None:
    text = drafted("plants", "en", f"+0 {WAIVED}")
    known = act("en", ROWS["plants"]["en"]["law"])
    assert len(check(text, [known]).findings) == 1
    assert not check(draft("The Institute keeps a library.", SEAT["en"], WAIVED), [known]).findings
    assert len(check(text, [known]).findings) == 1


@each_row(
    ("words", "organ"),
    [
        ("The Wreck Commission shall advise on the salvage of wrecks in the territorial sea.", False),
        ("The Wreck Commission shall settle the salvage of wrecks in the territorial sea.", True),
    ],
)
def test_who_advises_takes_no_power_of_the_organ_of_the_law(words: str, organ: bool) -> None:
    assert bool(check(draft(words, SEAT["en"]), [act("en", ROWS["wrecks"]["en"]["law"])]).findings) == organ


@each_row(
    ("law", "found"),
    [
        ("The Licensing Board grants licences to ferries. An appeal against its decisions lies to the Tribunal.", True),
        ("The Licensing Board grants licences to ferries. The Minister shall review the fees every year.", False),
    ],
)
def test_a_review_of_fees_is_no_recourse_against_decisions(law: str, found: bool) -> None:
    text = draft(
        "The Joint Committee shall grant licences to ferries with the Licensing Board.",
        SEAT["en"],
        "Decisions under Article 1 are final and binding.",
    )
    report = check(text, [act("en", law)])
    assert any(one.clause and one.clause.number == "3" for one in report.findings) is found
