"""`verified_norms` in the file of facts of a law: read with it, used by the check, what cannot be used is warned of."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssc_drafter.check import check
from ssc_drafter.check.document.verified import unused
from ssc_drafter.cli.main import main
from ssc_drafter.policies.instrument import Instrument, Warn
from ssc_drafter.policies.stated_norms import UNKNOWN
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
    assert not report.findings and any("private companies only" in one.reason for one in report.not_read)
    unused = [one.reason for one in report.not_read if one.file.endswith("verified_norms")]
    assert len(unused) == 3 and "provision 9" in unused[0]


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "provision 9"), ("fr", "disposition 9"), ("es", "disposición 9"), ("pt", "disposição 9")]
)
def test_a_check_says_which_entries_name_no_provision(lang: str, said: str) -> None:
    law = Instrument("Lands Act", "XO", "en", LAW, "0", (), warnings=(Warn("as it was said then", f"{UNKNOWN}9"),))
    found = unused([law], lang)
    assert [one.file for one in found] == ["Lands Act, verified_norms"] and said in found[0].reason


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_the_command_says_it_on_standard_error(
    more: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lands.txt").write_text(LAW)
    (tmp_path / "lands.meta.yaml").write_text("country: XO\nverified_norms:\n  - provision: '9'\n    muted: true\n")
    text = "AGREEMENT ON LAND\n\nThe Parties have agreed as follows:\n\nArticle 1\nThe Parties meet.\n\nArticle 2\nThey talk.\n"
    (tmp_path / "draft.txt").write_text(text)
    asked = ["check", str(tmp_path / "draft.txt"), "--country", "XO", "--policies", str(tmp_path / "lands.txt"), *more]
    with pytest.raises(SystemExit) as left:
        main(asked)
    said = capsys.readouterr().err
    assert left.value.code == 0 and "provision 9" in said and "lands.txt, verified_norms" in said
