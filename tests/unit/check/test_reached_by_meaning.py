"""A rule of law that a clause has the words of, and what the clause means by a term that its draft defines.

Every law here is invented, of invented States.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.document.scales import apart
from ssc_drafter.check.norms import read
from tests.unit.check.test_defined_otherwise import ALIKE, ends
from tests.unit.check.test_document import draft
from tests.unit.check.test_lifetime import SEAT, act
from tests.unit.check.test_together import exact

pytestmark = pytest.mark.slow
ROWS = tomllib.loads(Path(__file__).with_name("reached_by_meaning.toml").read_text("utf-8"))
# What two languages have no common word for, or what is found by one article alone.
UNMET = {
    *(("national_company", *one) for one in ALIKE), ("national_company", "en", "en"),
    ("field_team", "pt", "es"), ("field_team", "pt", "fr"),
    *(("means_of_payment", *one) for one in ALIKE), ("means_of_payment", "en", "en"),
    *(("family", *one) for one in ALIKE[:2]), *(("project_area", *one) for one in ALIKE),
}  # fmt: skip
UNTOLD = {*(("family", *one) for one in ALIKE if one not in (("en", "pt"),)), ("means_of_payment", "es", "pt")}
PAIRS = [(name, ours, theirs) for name in ROWS for ours, theirs in [*((one, one) for one in SEAT), *ALIKE]]


@each_row(("name", "ours", "theirs"), [row for row in PAIRS if row not in UNMET])
def test_a_meaning_that_the_rule_meets(name: str, ours: str, theirs: str) -> None:
    row, law = ROWS[name][ours], act(theirs, *ROWS[name][theirs]["law"])
    text = draft(row["bad"], SEAT[ours], row["clause"], lang=ours)
    report = check(text, [law])
    assert ends(report)
    exact(report, text, law)


@each_row(("name", "ours", "theirs"), [row for row in PAIRS if row not in UNTOLD])
def test_a_meaning_that_it_does_not_meet(name: str, ours: str, theirs: str) -> None:
    row, law = ROWS[name][ours], act(theirs, *ROWS[name][theirs]["law"])
    assert not ends(check(draft(row["ok"], SEAT[ours], row["clause"], lang=ours), [law]))


@each_row(("name", "ours", "theirs"), PAIRS)
def test_a_clause_that_does_something_else(name: str, ours: str, theirs: str) -> None:
    row, law = ROWS[name][ours], act(theirs, *ROWS[name][theirs]["law"])
    assert not ends(check(draft(row["bad"], SEAT[ours], row["other"], lang=ours), [law]))


WITHIN = {
    "en": "No vessel shall fish within two hundred miles of the coast without a licence.",
    "fr": "Aucun navire ne peut pêcher en deçà de deux cents milles de la côte sans licence.",
    "es": "Ningún buque podrá pescar dentro de las doscientas millas de la costa sin licencia.",
    "pt": "Nenhum navio pode pescar até duzentas milhas da costa sem licença.",
}
BEYOND = {
    "en": "waters beyond {} miles from the coast",
    "fr": "eaux situées au-delà de {} milles de la côte",
    "es": "aguas situadas más allá de {} millas de la costa",
    "pt": "águas situadas para além de {} milhas da costa",
}


@each_row(("lang", "miles", "whether"), [(lang, miles, miles >= 200) for lang in WITHIN for miles in (50, 200, 300)])
def test_waters_on_the_other_side_of_a_number(lang: str, miles: int, whether: bool) -> None:
    law, mine = read(WITHIN[lang], lang).sentences[0], read(BEYOND[lang].format(miles), lang).sentences
    assert apart(mine, law) is whether


UNMANNED = {"es": "una aeronave no tripulada de menos de 250 gramos", "pt": "uma aeronave não tripulada de menos de 250 gramas"}
AT_LEAST = {"es": "Una aeronave no de menos de 250 gramos", "pt": "Uma aeronave não inferior a 250 gramas"}


@each_row(("lang",), [(lang,) for lang in UNMANNED])
def test_a_quality_that_is_denied_turns_no_number(lang: str) -> None:
    assert read(UNMANNED[lang], lang).sentences[0].quantities[0].compare == "below"
    assert read(AT_LEAST[lang], lang).sentences[0].quantities[0].compare == "least"
