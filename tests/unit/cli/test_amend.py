"""`ssc-drafter amend` as an officer calls it: from a tree and changed articles, or from an edited tree."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
import shelf

from ssc_drafter import places
from ssc_drafter.cli.main import main
from ssc_drafter.tree.codec import from_json, to_json
from ssc_drafter.tree.nodes import Paragraph, Text

ROWS = """kind: amendment_protocol
instructions.changes:
  - { article: article 2, op: delete }
  - { article: article 1, op: insert, heading: { en: Publication }, text: { en: The Parties shall publish their reports. } }
"""


@pytest.fixture
def parent(tmp_path: Path) -> Path:
    sample = sorted((places.TEMPLATES / "letter_of_intent/samples").glob("*.yaml"))[0]
    path = tmp_path / "parent.json"
    path.write_bytes(to_json(shelf.sample(sample, "en")))
    return path


def call(*arguments: object) -> int:
    with pytest.raises(SystemExit) as end:
        main([str(one) for one in arguments])
    return int(end.value.code or 0)


@pytest.mark.slow
def test_rows_make_protocol_and_consolidated_text(parent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = tmp_path / "changes.yaml"
    rows.write_text(ROWS, "utf-8")
    assert call("amend", parent, rows, "-o", tmp_path / "out", "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert [one["op"] for one in report["changes"]] == ["delete", "insert"]
    assert {Path(one).suffix for one in report["written"]} == {".json", ".docx"}
    whole = from_json((tmp_path / "out/parent-consolidated.json").read_bytes())
    numbers = [one.number for one in whole.articles]
    assert numbers[:3] == ["1", "1 bis", "2"]


@pytest.mark.slow
def test_an_edited_tree_is_enough(parent: Path, tmp_path: Path) -> None:
    old = from_json(parent.read_bytes())
    first = msgspec.structs.replace(old.articles[0], blocks=(Paragraph((Text("Both sides share an interest."),)),))
    edited = tmp_path / "edited.json"
    edited.write_bytes(to_json(msgspec.structs.replace(old, articles=(first, *old.articles[1:]))))
    assert call("amend", parent, edited, "-o", tmp_path / "out") == 0
    whole = from_json((tmp_path / "out/parent-consolidated.json").read_bytes())
    assert whole.articles[0].blocks == first.blocks
    assert whole.articles[1:] == old.articles[1:]


def test_answers_of_another_kind_are_refused(parent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = tmp_path / "changes.yaml"
    rows.write_text("kind: letter_of_intent\n", "utf-8")
    assert call("amend", parent, rows, "-o", tmp_path / "out") == 2
    assert "amendment_protocol" in capsys.readouterr().err
