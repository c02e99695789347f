"""Rank and date: which of two laws of one State goes first, what is said of it, and what status does to a law.

Every law here is invented, of invented States.
"""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.document.prevailing import preferred
from ssc_drafter.check.finding import Report
from ssc_drafter.policies.instrument import Instrument
from tests.unit.check.test_document import draft, law

SEAT = "\n\n90. Seat\nThe seat is Zub."
CLAUSE = "The Ministry shall grant the Company, a foreign company, a lease of public land for forty years."


def lease(years: str, **facts: str) -> Instrument:
    """Return an invented law that limits leases, with its facts."""
    text = f"1. Leases\nA lease of public land to a foreign company shall not exceed {years} years.{SEAT}"
    stated = {"title": f"Law of {years}", "file": f"zz/{years}.txt"} | facts
    return law(text, **stated)


def told(report: Report) -> list[str]:
    """Return what is said of other laws that say otherwise."""
    return [part.text for one in report.findings for part in one.together if part.how == "prevails"]


@each_row(
    ("one", "other", "first", "rule"),
    [
        ({"hierarchy": "constitution"}, {"hierarchy": "act"}, "thirty", "rank"),
        ({"hierarchy": "act"}, {"hierarchy": "regulation"}, "thirty", "rank"),
        ({"hierarchy": "regulation"}, {"hierarchy": "act"}, "fifty", "rank"),
        ({"hierarchy": "constitution"}, {"hierarchy": "treaty"}, "thirty", "rank"),
        ({"hierarchy": "act", "date": "2015-03-02"}, {"hierarchy": "act", "date": "2005-01-01"}, "thirty", "date"),
        ({"hierarchy": "act", "date": "2005-03-02"}, {"hierarchy": "act", "date": "2015-01-01"}, "fifty", "date"),
        ({"hierarchy": "constitution", "date": "1960-01-01"}, {"hierarchy": "act", "date": "2020-01-01"}, "thirty", "rank"),
        ({"hierarchy": "policy", "date": "2020-01-01"}, {"hierarchy": "regulation", "date": "1990-01-01"}, "fifty", "law"),
        ({"hierarchy": "act"}, {"hierarchy": "treaty"}, "", "treaty"),
        ({"hierarchy": "act", "date": "2015-03-02"}, {"hierarchy": "act"}, "", "unknown"),
        ({"hierarchy": "act", "date": "2015-03-02"}, {"hierarchy": "act", "date": "2015-03-02"}, "", "unknown"),
    ],
)
def test_which_of_two_laws_goes_first(one: dict[str, str], other: dict[str, str], first: str, rule: str) -> None:
    for pair in ((lease("thirty", **one), lease("fifty", **other)), (lease("fifty", **other), lease("thirty", **one))):
        found = preferred(*pair)
        assert (found.first.title if found.first else "", found.rule) == (f"Law of {first}" if first else "", rule)


def test_two_statutes_that_differ_are_both_named_and_the_later_goes_first() -> None:
    old, new = lease("thirty", date="2005-01-01"), lease("fifty", date="2015-06-01")
    report = check(draft(CLAUSE), [old, new])
    one = report.findings[0]
    assert one.policy.file == "zz/thirty.txt" and one.severity == "medium", "a later law of the same rank takes one step away"
    (words,) = told(report)
    assert "2005-01-01" in words and "2015-06-01" in words and "fifty years" in words
    assert "the later goes first as a rule, here section 1 of the text “Law of fifty”" in words and "not advice" in words
    assert "zz/fifty.txt" not in {law.file for law in one.also}, "it does not say the same"


def test_an_older_statute_that_says_otherwise_takes_nothing_away() -> None:
    report = check(draft(CLAUSE), [lease("thirty", date="2015-06-01"), lease("fifty", date="2005-01-01")])
    assert report.findings[0].severity == "high" and "here section 1 of the text “Law of thirty”" in told(report)[0]


def test_a_statute_goes_before_a_regulation_and_a_constitution_before_both() -> None:
    higher = check(draft(CLAUSE), [lease("thirty", hierarchy="constitution"), lease("fifty", date="2020-01-01")])
    lower = check(draft(CLAUSE), [lease("thirty", hierarchy="regulation"), lease("fifty")])
    assert "higher rank goes first, here section 1 of the text “Law of thirty”" in told(higher)[0]
    assert "higher rank goes first, here section 1 of the text “Law of fifty”" in told(lower)[0]
    assert lower.findings[0].severity == "high", "a stricter regulation may well stand under a statute"


def test_a_policy_gives_way_to_a_statute() -> None:
    report = check(draft(CLAUSE), [lease("thirty", hierarchy="policy"), lease("fifty")])
    assert report.findings[0].severity == "low" and "A policy gives way to a law" in told(report)[0]


def test_laws_of_two_states_are_not_ranked_against_each_other() -> None:
    assert told(check(draft(CLAUSE), [lease("thirty"), lease("fifty", country="YY")])) == []


def test_laws_that_say_the_same_are_named_as_such() -> None:
    report = check(draft(CLAUSE), [lease("thirty"), lease("twenty")])
    assert told(report) == [] and {law.file for law in (report.findings[0].policy, *report.findings[0].also)} == {
        "zz/thirty.txt",
        "zz/twenty.txt",
    }


@each_row(("status", "used"), [("in_force", 1), ("partly_in_force", 1), ("amended", 1), ("repealed", 0), ("bill", 0)])
def test_what_status_does_to_a_law(status: str, used: int) -> None:
    report = check(draft(CLAUSE), [lease("thirty", status=status, date="2005-01-01")])
    assert len(report.findings) == used and len(report.not_read) == 1 - used
    assert (report.read[0].status, report.read[0].date, report.read[0].hierarchy) == (status, "2005-01-01", "act")
    if used:
        assert ("only partly in force" in report.findings[0].reason) is (status == "partly_in_force")


def test_a_repealed_law_prevails_over_nothing() -> None:
    report = check(draft(CLAUSE), [lease("thirty", date="2005-01-01"), lease("fifty", date="2015-01-01", status="repealed")])
    assert told(report) == [] and report.findings[0].severity == "high"


def test_of_three_laws_that_are_passed_the_constitution_leads_whatever_its_date() -> None:
    years = (
        ("twenty", {"hierarchy": "constitution"}),
        ("thirty-five", {"date": "2012-05-01"}),
        ("thirty", {"date": "2020-03-01"}),
    )
    report = check(draft(CLAUSE), [lease(number, **facts) for number, facts in years])
    (one,) = report.findings
    assert one.policy.file == "zz/twenty.txt" and one.severity == "high"
    assert {place.file for place in one.also} >= {"zz/thirty.txt", "zz/thirty-five.txt"}
