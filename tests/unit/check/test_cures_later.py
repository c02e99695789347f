"""Findings before their cures are tried are those of the whole check, in the same order; a second check tries the cures."""

from __future__ import annotations

from msgspec.structs import replace

from ssc_drafter.check import candidates, check
from ssc_drafter.check.finding import Report
from tests.unit.check.test_document import draft, law

ACT = law(
    "1. Leases\nA lease of public land to a foreign company shall not exceed thirty years.\n\n"
    "2. Permits\nNo person shall export seeds without a permit issued by the Authority."
)
CLAUSES = (
    "The Ministry shall grant the Company a lease of public land for forty years.",
    "The experts shall export seeds without any permit.",
)


def bare(report: Report) -> list[object]:
    return [replace(one, cure=()) for one in report.findings]


def test_a_check_without_cures_finds_the_same_and_a_second_one_tries_them() -> None:
    candidates._at_hand.clear()
    first = check(draft(*CLAUSES), [ACT], cured=False)
    assert first.findings and all(one.cure for one in first.findings)
    assert not any(cure.verified for one in first.findings for cure in one.cure)
    second = check(draft(*CLAUSES), [ACT])
    candidates._at_hand.clear()
    whole = check(draft(*CLAUSES), [ACT])
    assert bare(first) == bare(whole) and second.findings == whole.findings
    assert any(cure.verified for one in whole.findings for cure in one.cure)
