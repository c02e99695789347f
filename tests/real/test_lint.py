"""Lint on real agreements, where they are: known faults are found, and no error fires on signed texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from rowwise import each_row

from ssc_drafter.concord import Version, concord
from ssc_drafter.lint import lint
from ssc_drafter.readers.imported import import_file

pytestmark = [pytest.mark.real, pytest.mark.slow]

# the table of faults in the practice sheet, row by row: the law of each file, the rule that finds its fault
THREE_LANGUAGES = ("24546", "25569", "26239", "26237", "26310")
ONE_LANGUAGE = ("23315", "23954", "24358", "24985", "25046", "25240", "25382", "25786", "25939")
OWN_NAME = ("23926", "23507", "25130", "24097", "21942", "23383", "23386", "24738", "24809", "25703", "25838", "23424")
CONTRACTING = (
    "23507",
    "23785",
    "25526",
    "24738",
    "24832",
    "24861",
    "24998",
    "25227",
    "25261",
    "25382",
    "24612",
    "23923",
    "23440",
    "22911",
    "24512",
)
NO_WAY_OUT = ("21247", "22086", "24676", "24839", "25261", "25905")
KNOWN = [
    *((f"es/ar/LEY-{law}.md", "languages_counted") for law in (*THREE_LANGUAGES, *ONE_LANGUAGE)),
    *((f"es/ar/LEY-{law}.md", "own_name") for law in OWN_NAME),
    *((f"es/ar/LEY-{law}.md", "party_word") for law in CONTRACTING),
    *((f"es/ar/LEY-{law}.md", "parties_undefined") for law in ("21029", "21246", "18255")),
    *((f"es/ar/LEY-{law}.md", "no_termination") for law in NO_WAY_OUT),
    ("es/ar/LEY-24981.md", "period_without_number"),
    ("es/ar/LEY-24981.md", "reference_meaning"),
    ("es/ar/LEY-24929.md", "year_cut"),
    ("es/ar/LEY-24707.md", "numbering"),
    ("es/ar/LEY-23440.md", "body_not_created"),
    ("es/ar/LEY-26041.md", "two_notices"),
    ("es/ar/LEY-22437.md", "signed_for_another"),
    ("es/ar/LEY-21760.md", "signed_on_another_day"),
    ("es/pe/DS-095-2003-RE.md", "blank_left"),
    ("es/pe/DS-040-2002-RE.md", "privileges_not_saved"),
    ("es/pe/DS-092-2003-RE.md", "genetic_without_consent"),
    ("en/nl/BWBV0001066.md", "immunity_scope"),
    ("en/nl/BWBV0001235.md", "other_script"),
]
# what the sheet says is in order: two originals with three languages, references into other instruments, an agreement with its protocol,
# periods that differ by design, one-year renewals beside a notice of six months, two instruments in one file
IN_ORDER = [
    *((f"es/ar/LEY-{law}.md", "languages_counted") for law in ("26248", "24161", "25331", "26436", "24235")),
    *(
        (f"es/ar/LEY-{law}.md", rule)
        for law in ("22366", "25355", "24161")
        for rule in ("reference_missing", "reference_paragraph")
    ),
    *((f"es/ar/LEY-{law}.md", "own_name") for law in ("25618", "26561")),
    *((f"es/ar/LEY-{law}.md", "numbering") for law in ("21247", "23424", "26561")),
    *(
        (f"es/ar/LEY-{law}.md", "two_notices")
        for law in ("26383", "21682", "21760", "21820", "21821", "21803", "22012", "24326", "26439")
    ),
]
# what lint does not find, and docs/lint.md says why: here so that a rule which does find it is noticed
NOT_FOUND = [("es/ar/LEY-26041.md", "repeated")]


def found_in(shared: Path, file: str) -> set[str]:
    return {one.rule for one in lint(import_file(shared / "corpora" / "treaties" / file, "agreement").running()).findings}


@pytest.mark.parametrize(("file", "rule"), KNOWN)
def test_a_known_fault_is_found(shared: Path, file: str, rule: str) -> None:
    assert rule in found_in(shared, file)


@each_row(("file", "rule"), IN_ORDER)
def test_what_is_in_order_is_left_alone(shared: Path, file: str, rule: str) -> None:
    assert rule not in found_in(shared, file)


@pytest.mark.parametrize(("file", "rule"), NOT_FOUND)
@pytest.mark.xfail(
    strict=True, reason="said in docs/lint.md: no measure of words finds it without more false alarms than finds"
)
def test_a_fault_that_is_not_found(shared: Path, file: str, rule: str) -> None:
    assert rule in found_in(shared, file)


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
