"""Lint on real agreements, where they are: known faults are found, and no error fires on signed texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssc_drafter.concord import Version, concord
from ssc_drafter.lint import lint
from ssc_drafter.readers.imported import import_file

pytestmark = [pytest.mark.real, pytest.mark.slow]

KNOWN = [
    ("es/ar/LEY-24981.md", "period_without_number"),
    ("es/ar/LEY-24981.md", "reference_meaning"),
    ("es/ar/LEY-24929.md", "year_cut"),
    ("es/ar/LEY-24707.md", "numbering"),
    ("es/ar/LEY-23440.md", "body_not_created"),
    ("es/ar/LEY-26041.md", "two_notices"),
    ("es/ar/LEY-24546.md", "languages_counted"),
    ("es/ar/LEY-26310.md", "languages_counted"),
    ("es/ar/LEY-23926.md", "own_name"),
    ("es/ar/LEY-23785.md", "party_word"),
    ("es/ar/LEY-25130.md", "which_notification"),
    ("es/ar/LEY-25261.md", "no_termination"),
    ("es/pe/DS-095-2003-RE.md", "blank_left"),
    ("en/nl/BWBV0001235.md", "other_script"),
]


@pytest.mark.parametrize(("file", "rule"), KNOWN)
def test_a_known_fault_is_found(shared: Path, file: str, rule: str) -> None:
    report = lint(import_file(shared / "corpora" / "treaties" / file, "agreement").running())
    assert rule in {one.rule for one in report.findings}


def test_an_error_fires_on_at_most_one_signed_agreement_in_twenty(shared: Path) -> None:
    paths = sorted((shared / "corpora" / "treaties" / "en" / "nl").glob("*.md"))
    errors = 0
    for path in paths:
        text = import_file(path, "agreement").running()
        findings = lint(text).findings
        assert all(one.quote == text.text[one.start : one.end] for one in findings)
        errors += any(one.severity == "error" for one in findings)
    assert errors <= len(paths) / 20


def test_a_treaty_in_three_languages_says_the_same(shared: Path) -> None:
    folder = shared / "corpora" / "treaties" / "multi" / "bbnj"
    names = ("bbnj-agreement-2023__text.txt", "bbnj-agreement-2023-fr__text.txt", "bbnj-agreement-2023-es__text.txt")
    found = concord([Version(name, import_file(folder / name, "agreement").running()) for name in names]).differences
    assert {one.what for one in found} <= {"items", "paragraphs", "references", "numbers", "terms"}
    assert len(found) <= 25
