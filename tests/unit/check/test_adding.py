"""Shares of one whole and sums in several clauses that pass a limit only when they are added, in every pair of languages.

Every law here is invented, of invented States.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.kinds import signals
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair
from tests.unit.check.test_document import draft
from tests.unit.check.test_lifetime import SEAT, act
from tests.unit.check.test_together import exact, shown

LANGUAGES = ("en", "fr", "es", "pt")
DATA = tomllib.loads(Path(__file__).with_name("added_shares.toml").read_text("utf-8"))
LAW, ROWS = DATA["laws"], DATA["rows"]


@each_row("row", ROWS)
@each_row("ours", LANGUAGES)
def test_what_two_clauses_set_of_one_whole(ours: str, row: str) -> None:
    rule, bites = ROWS[row]["law"], ROWS[row]["bites"]
    first, second = ROWS[row][ours]
    text = draft(first, SEAT[ours], second, lang=ours)
    for theirs in LANGUAGES:
        one = act(theirs, LAW[rule][theirs])
        report = check(text, [one])
        assert shown(report) == ([("limit", "1", ("sum",))] if bites else []), theirs
        exact(report, text, one)


def test_the_finding_names_both_clauses_and_what_they_come_to() -> None:
    first, second = ROWS["held 30+40"]["en"]
    (found,) = check(draft(first, SEAT["en"], second), [act("en", LAW["held"]["en"])]).findings
    assert found.clause and found.clause.number == "3" and found.together[0].clause and found.together[0].clause.number == "1"
    assert "70 % in all" in found.reason and "Number 1 of the draft" in found.reason
    cure = found.cure[0]
    assert cure.verified and cure.value.startswith("30") and cure.text == second.replace("40", "30")
    assert not check(draft(first, SEAT["en"], cure.text), [act("en", LAW["held"]["en"])]).findings


def test_one_clause_that_passes_the_limit_by_itself_is_told_of_alone() -> None:
    first, second = ROWS["held 30+40"]["en"]
    report = check(draft(first, SEAT["en"], second.replace("40", "70")), [act("en", LAW["held"]["en"])])
    assert shown(report) == [("limit", "1", ())]


@each_row(
    ("lang", "law", "clause"),
    [
        ("en", "At least forty per cent of the shares of a mining company shall be held by citizens.",
         "The Development Bank of Zambia shall hold 30 % of the shares of the joint mining company."),
        ("fr", "Au moins quarante pour cent des parts d'une société minière sont détenues par des citoyens.",
         "La Banque de développement de la Zambie détient 30 % des parts de la société minière commune."),
        ("es", "Al menos el cuarenta por ciento de las acciones de una sociedad minera será de ciudadanos.",
         "El Banco de Desarrollo de Zambia poseerá el 30 % de las acciones de la sociedad minera conjunta."),
        ("pt", "Pelo menos quarenta por cento das ações de uma sociedade mineira pertencem a cidadãos.",
         "O Banco de Desenvolvimento da Zâmbia deterá 30 % das ações da sociedade mineira conjunta."),
    ],
)  # fmt: skip
def test_the_share_of_another_states_bank_is_none_of_the_citizens(lang: str, law: str, clause: str) -> None:
    found = signals(pair(read(clause, lang), read(law, lang), "KE"))
    assert "number_passed" not in found and "number_within" in found
    more = signals(pair(read(clause.replace("30", "70"), lang), read(law, lang), "KE"))
    assert "number_passed" in more
