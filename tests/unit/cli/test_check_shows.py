"""What `check` prints beside its findings: what they are read together with, and the steps that the States' laws ask for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ssc_drafter.cli.main import main

DRAFT = """Agreement on land between the Government of Aland and the Government of Beland

Article 1
Lease
The Ministry of Aland shall grant the Institute a lease of public land for forty years.

Article 2
Entry into force
This Agreement enters into force on the date of the last notification that the internal procedures are completed.
"""
ACT = """Land Act

1. Short title
This Act may be cited as the Land Act.

5. Leases
A lease of public land may be granted to a foreign body for the period set in section 8.

8. Period
The period shall not exceed thirty years.
"""
CONSTITUTION = """Constitution of Aland

Article 1. Treaties
No treaty shall enter into force before Parliament has approved it by law.

Article 2. Seat
The seat is Al.
"""


@pytest.mark.slow
def test_both_provisions_of_a_finding_and_the_steps_are_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "XA").mkdir()
    for name, text in (("draft.txt", DRAFT), ("XA/act.txt", ACT), ("XA/constitution.txt", CONSTITUTION)):
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SSC_DRAFTER_DATA", str(tmp_path / "data"))
    with pytest.raises(SystemExit) as end:
        main(["check", "draft.txt", "--country", "XA", "--policies", "XA"])
    out = capsys.readouterr().out
    assert end.value.code == 1, "a finding of high severity"
    assert "Land Act (XA), section 5: « A lease of public land may be granted" in out
    assert "+ Land Act (XA), section 8: « The period shall not exceed thirty years. »" in out
    at = out.index("Steps that the laws of the Parties ask for before an agreement binds. They are no findings:")
    assert "« No treaty shall enter into force before Parliament has approved it by law. »" in out[at:]
    assert "→ Have this step taken" in out[at:] and out.index("1. ") < at, "behind the findings, and not counted among them"


@pytest.mark.slow
def test_where_no_law_was_read_nothing_is_called_clean(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "XA").mkdir()
    (tmp_path / "draft.txt").write_text(DRAFT, "utf-8")
    (tmp_path / "XA" / "act.txt").write_text(ACT, "utf-8")
    (tmp_path / "XA" / "act.meta.yaml").write_text("country: XA\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SSC_DRAFTER_DATA", str(tmp_path / "data"))
    with pytest.raises(SystemExit) as end:
        main(["check", "draft.txt", "--country", "XB", "--policies", "XA", "--json"])
    out, err = capsys.readouterr()
    (passed,) = json.loads(out)["not_read"]
    assert (end.value.code, passed["file"]) == (2, "act.txt")
    assert "law of XA" in passed["reason"]
    assert "no law was read for XB" in err
