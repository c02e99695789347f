"""A definition of the draft that includes what a law bans or lets wait, and another article that does it with the term.

Every law here is invented, of invented States.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.finding import Report
from tests.unit.check.test_document import draft
from tests.unit.check.test_lifetime import SEAT, act
from tests.unit.check.test_together import exact

ROWS = tomllib.loads(Path(__file__).with_name("included_rows.toml").read_text("utf-8"))
ALIKE = [("en", "fr"), ("fr", "en"), ("es", "pt"), ("pt", "es"), ("en", "pt"), ("pt", "fr")]
UNMET = {  # where the two languages, or the two sentences, have no word alike for what is banned or done
    ("radio", "pt", "es"), ("radio", "es", "pt"), ("forest", "en", "pt"), ("forest", "pt", "fr"), ("forest", "pt", "es"),
    ("genetic", "en", "fr"), ("genetic", "fr", "en"), ("genetic", "en", "pt"), ("pesticide", "en", "fr"),
    ("pesticide", "fr", "en"), ("pesticide", "es", "pt"), ("pesticide", "pt", "es"), ("pesticide", "pt", "fr"),
    ("pesticide", "fr", "fr"),
}  # fmt: skip
PAIRS = [(name, ours, theirs) for name in ROWS for ours, theirs in [*((one, one) for one in SEAT), *ALIKE]]


def tied(report: Report) -> list[tuple[str, list[str]]]:
    """Return the findings on the third number that name a definition of the draft."""
    rows = [(one.clause.number if one.clause else "", [part.how for part in one.together]) for one in report.findings]
    return [row for row in rows if "defined_here" in row[1]]


@each_row(("name", "ours", "theirs"), [row for row in PAIRS if row not in UNMET])
def test_a_definition_that_includes_what_is_banned(name: str, ours: str, theirs: str) -> None:
    row, one = ROWS[name][ours], act(theirs, ROWS[name][theirs]["law"])
    text = draft(row["names"], SEAT[ours], row["clause"], lang=ours)
    report = check(text, [one])
    assert [found.clause and found.clause.number for found in report.findings] == ["3"]
    exact(report, text, one)


@each_row(("name", "ours", "theirs"), [row for row in PAIRS if row != ("forest", "fr", "fr")])
def test_a_definition_that_does_not(name: str, ours: str, theirs: str) -> None:
    row = ROWS[name][ours]
    assert not tied(
        check(draft(row["names_not"], SEAT[ours], row["clause"], lang=ours), [act(theirs, ROWS[name][theirs]["law"])])
    )


@each_row(
    ("meaning", "clause"),
    [
        ("“Devices” means cameras, sensors and drones.", "The Institute shall keep the Devices in a locked store."),
        ("“Devices” means tools for drones.", "The Institute may fly the Devices over the prison."),  # no item by itself
        ("“Devices” means cameras; it does not include drones.", "The Institute may fly the Devices over the prison."),
    ],
)
def test_what_does_not_do_what_is_banned(meaning: str, clause: str) -> None:
    text = draft(f"In this Agreement, {meaning}", SEAT["en"], clause)
    report = check(text, [act("en", ROWS["drone"]["en"]["law"])])
    assert not [one for one in tied(report) if one[1] == ["defined_here"]]
