"""A term that a draft defines otherwise than a law, and another article that uses it where that law rules on it.

Every law here is invented, of invented States.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.finding import Report
from tests.unit.check.test_document import draft
from tests.unit.check.test_lifetime import SEAT, act
from tests.unit.check.test_together import exact

pytestmark = pytest.mark.slow
ROWS = tomllib.loads(Path(__file__).with_name("defined_otherwise.toml").read_text("utf-8"))
ALIKE = [("en", "fr"), ("fr", "en"), ("es", "pt"), ("pt", "es"), ("en", "pt"), ("pt", "fr")]
# Where the two languages have no word alike for what is left out, or where a list of one goes beyond that of the other.
UNMET = {
    *(("support_vessel", *one) for one in ALIKE[:5]),
    *(("expert", *one) for one in ALIKE),
    ("small_scale", "en", "fr"), ("small_scale", "fr", "en"), ("small_scale", "en", "pt"), ("toll", "es", "pt"), ("toll", "en", "pt"),
}  # fmt: skip
UNTOLD = {*(("expert", *one) for one in ALIKE[2:]), ("toll", "en", "pt")}
# What was found before the two meanings were compared: a rule on all others, and a period that the clause does not set.
BESIDE = {("small_scale", "es", "es"), ("resident", "es", "pt"), ("resident", "pt", "es")}
PAIRS = [(name, ours, theirs) for name in ROWS for ours, theirs in [*((one, one) for one in SEAT), *ALIKE]]


def ends(report: Report) -> list[list[str]]:
    """Return what the findings on the third number rest on."""
    return [[part.how for part in one.together] for one in report.findings if one.clause and one.clause.number == "3"]


@each_row(("name", "ours", "theirs"), [row for row in PAIRS if row not in UNMET])
def test_two_meanings_that_make_a_difference(name: str, ours: str, theirs: str) -> None:
    row, law = ROWS[name][ours], act(theirs, *ROWS[name][theirs]["law"])
    text = draft(row["bad"], SEAT[ours], row["clause"], lang=ours)
    report = check(text, [law])
    assert any("defined_here" in one for one in ends(report))
    exact(report, text, law)


@each_row(("name", "ours", "theirs"), [row for row in PAIRS if row not in UNTOLD])
def test_the_meaning_of_the_law(name: str, ours: str, theirs: str) -> None:
    row, law = ROWS[name][ours], act(theirs, *ROWS[name][theirs]["law"])
    assert not ends(check(draft(row["ok"], SEAT[ours], row["clause"], lang=ours), [law]))


@each_row(("name", "ours", "theirs"), [row for row in PAIRS if row not in BESIDE])
def test_a_clause_that_fits_all_the_same(name: str, ours: str, theirs: str) -> None:
    row, law = ROWS[name][ours], act(theirs, *ROWS[name][theirs]["law"])
    assert not ends(check(draft(row["bad"], SEAT[ours], row["other"], lang=ours), [law]))
