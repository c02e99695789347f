"""`verified_norms` in the file of facts of a law: read with it, used by the check, what cannot be used is warned of."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssc_drafter.check import check
from ssc_drafter.readers.imported import import_file
from tests.unit.check.test_document import draft

LAW = "Lands Act\n\n1. Leases\nA lease of public land to a foreign company shall not exceed thirty years.\n\n2. Trees\nA forester plants trees.\n"
FACTS = """country: XO
verified_norms:
  - provision: "1"
    muted: true
    note: private companies only
    by: the legal office
    date: 2026-11-25
  - provision: "2"
    type: prohibition
    says: A ministry shall not plant oaks in a park.
  - provision: "9"
    muted: true
  - says: Nothing in particular.
  - just words
"""


@pytest.mark.slow
def test_facts_of_provisions_are_read_used_and_what_is_wrong_in_them_is_said(tmp_path: Path) -> None:
    (tmp_path / "lands.txt").write_text(LAW)
    (tmp_path / "lands.meta.yaml").write_text(FACTS)
    law = import_file(tmp_path / "lands.txt", "policy").instrument()
    assert [(one.number, one.muted, one.type, one.at) for one in law.verified] == [
        ("1", True, "", "2026-11-25"),
        ("2", False, "prohibition", ""),
    ]
    said = " ".join(one.what for one in law.warnings)
    assert "provision 9" in said and "Entry 4" in said and "Entry 5" in said
    report = check(draft("The Ministry shall grant the Company a lease of public land for forty years."), [law])
    assert not report.findings and "private companies only" in report.not_read[0].reason
