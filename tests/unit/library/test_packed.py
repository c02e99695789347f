"""A library in one piece: the same words make the same bytes, an office's clause replaces the shipped one whole, no path leads out."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssc_drafter import places
from ssc_drafter.library.load import Library
from ssc_drafter.library.packed import pack, unpack, write


@pytest.mark.slow
def test_what_is_unpacked_reads_the_same(tmp_path: Path) -> None:
    packed = pack([places.ROOT])
    unpack(packed, tmp_path)
    again, shipped = Library.load(tmp_path, strict=False), Library.load(strict=False)
    assert pack([tmp_path]) == packed
    assert again.clauses.keys() == shipped.clauses.keys() and again.kinds.keys() == shipped.kinds.keys()
    for name, clause in shipped.clauses.items():
        assert {key: one.source for key, one in again.clauses[name].wordings.items()} == {
            key: one.source for key, one in clause.wordings.items()
        }


def test_an_offices_clause_replaces_the_shipped_one_whole(tmp_path: Path) -> None:
    below, above = tmp_path / "below", tmp_path / "above"
    write({"clauses/final/notices/clause.toml": "a", "clauses/final/notices/old.en.txt": "b"}, below)
    write({"clauses/final/notices/clause.toml": "c"}, above)
    unpack(pack([below, above]), tmp_path / "out")
    assert [path.name for path in (tmp_path / "out" / "clauses" / "final" / "notices").iterdir()] == ["clause.toml"]


def test_a_path_that_leads_out_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="evil"):
        write({"clauses/../../evil.txt": "x"}, tmp_path / "in")
    assert not (tmp_path / "evil.txt").exists()
