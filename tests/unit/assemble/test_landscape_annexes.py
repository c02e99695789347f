"""How the pages of an annex lie: its clause says it, and the outline may say otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
import shelf

from ssc_drafter.assemble import assemble
from ssc_drafter.library.load import Library
from ssc_drafter.tree.nodes import Agreement


def made(root: Path, clause: str, part: str) -> Agreement:
    shelf.clause(root, "first", "Some words.")
    shelf.clause(root, "plan", "= Plan\n| Activity | Cost |\n|---|--:|\n| A | 1 |", yields="annex")
    path = root / "clauses/tests/plan/clause.toml"
    shelf.write(path, clause + path.read_text("utf-8"))
    shelf.kind(root, ["first", "plan"], extra={"plan": part})
    return assemble(Library.load(root), "test", {"parties": shelf.PARTIES}, date="2026-11-25")


@pytest.mark.parametrize(
    ("clause", "part", "lies"),
    [
        ("", "", False), ('page = "landscape"\n', "", True), ('page = "portrait"\n', "", False),
        ("", 'page = "landscape"', True), ('page = "landscape"\n', 'page = "portrait"', False),
    ],
)  # fmt: skip
def test_clause_and_outline(tmp_path: Path, clause: str, part: str, lies: bool) -> None:
    assert [one.landscape for one in made(tmp_path, clause, part).annexes] == [lies]
