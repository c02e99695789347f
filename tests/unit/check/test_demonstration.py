"""The demonstration read by a lawyer: what its two fictional States' laws do to its draft, and that little else is said.

Orvane: its assembly approves agreements that charge funds or concern rights (constitution 79); duty is lifted by order only and never
for a motor vehicle (customs 28, 29); effects come in free within six months (29); notice of termination is six months (policy 8).
Dalmira: four years at most, no tacit renewal (decree 6); not in force on signature (constitution 113, decree 5); no exemption
from a tax save by law (constitution 120).
"""

from __future__ import annotations

import pytest

from ssc_drafter import places
from ssc_drafter.answers.files import read_file
from ssc_drafter.api import Policies, check
from ssc_drafter.assemble.whole import draft
from ssc_drafter.check.finding import Report
from ssc_drafter.library.changes import read_changes
from ssc_drafter.library.load import Library
from ssc_drafter.tree.running import RunningText, running_text

pytestmark = pytest.mark.slow
TRUE = {
    ("Entry into force", "XO/constitution-extracts.txt"),
    ("Entry into force", "XD/constitution-extraits.txt"),
    ("Duration and renewal", "XD/treaty-procedure-decree-2018.txt"),
    ("Termination", "XO/policy-on-south-south-cooperation.md"),
    ("Taxes and customs duties", "XO/customs-and-excise-act-2009.txt"),
    ("Duty-free entry", "XO/customs-and-excise-act-2009.txt"),
}
# As true, and not all found today: an indemnity (finance act 35), records kept five years of seven (38), data kept five years of three
# (data act 7), a commission that meets every second year (policy 6).
ALSO_TRUE = {
    ("Taxes and customs duties", "XD/constitution-extraits.txt"),
    ("Duty-free entry", "XD/constitution-extraits.txt"),
    ("Claims", "XO/public-finance-management-act-2014.txt"),
    ("Accounts and audit", "XO/public-finance-management-act-2014.txt"),
    ("Protection of personal data", "XD/personal-data-act-2019.txt"),
    ("Joint Commission", "XO/policy-on-south-south-cooperation.md"),
}
DOUBTFUL = 0  # findings that a lawyer would not sign


@pytest.fixture(scope="module")
def text() -> RunningText:
    file = read_file(places.SAMPLES / "agreement-in-progress.yaml")
    return running_text(draft(Library.load(), file.kind, file.answers, "en", read_changes(file.changes)).agreement)


@pytest.fixture(scope="module")
def report(text: RunningText) -> Report:
    return check(text, Policies.open(places.SAMPLES / "laws"))


def found(text: RunningText, report: Report) -> list[tuple[str, str]]:
    """Return the heading of each finding's article with the file of its law, those beside it too."""
    headings = {unit.address: unit.heading for unit in text.units}
    rows = [(headings[one.clause.address] if one.clause else "", one) for one in report.findings]
    return [(heading, law.file) for heading, one in rows for law in (one.policy, *one.also)]


def test_the_true_findings_are_found(text: RunningText, report: Report) -> None:
    assert set(found(text, report)) >= TRUE


def test_little_else_is_said(text: RunningText, report: Report) -> None:
    headings = {unit.address: unit.heading for unit in text.units}
    wrong = [
        one
        for one in report.findings
        if (headings[one.clause.address] if one.clause else "", one.policy.file) not in TRUE | ALSO_TRUE
    ]
    assert len(wrong) <= DOUBTFUL, [(one.clause and one.clause.number, one.policy.file, one.policy.number) for one in wrong]


def test_quotes_are_whole_sentences_without_number_or_heading(text: RunningText, report: Report) -> None:
    for one in report.findings:
        assert one.policy.quote[0].isalpha() or one.policy.quote[0] in '“"«', one.policy.quote
        assert "Time for reply A public" not in one.reason and not one.policy.quote.startswith(("Section", "Article "))
        if one.clause:
            assert text.text[one.clause.start : one.clause.end] == one.clause.quote
