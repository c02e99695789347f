"""Sealed backups (T35): opened with their own key alone; a wrong key, a changed byte or no key leave the store untouched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ssc_drafter.errors import Problem
from ssc_drafter.store import Store, sealed, users
from ssc_drafter.store import backup as doors
from ssc_drafter.store.actor import COMMAND_LINE


@pytest.fixture
def kept(tmp_path: Path, new_store: Callable[[Path], Path]) -> Path:
    """Return a sealed backup of a store with one account, beside its key `key.txt`."""
    public = sealed.new_key(tmp_path / "key.txt")
    with Store.open(new_store(tmp_path / "data")) as store:
        users.add(store, COMMAND_LINE, "ana of the canary office", ["drafter"])
        doors.backup(store, tmp_path / "kept.age", public)
    return tmp_path / "kept.age"


def test_it_comes_back_with_its_key_and_shows_nothing_without(kept: Path, tmp_path: Path) -> None:
    assert sealed.is_sealed(kept) and b"canary" not in kept.read_bytes()
    assert not list(tmp_path.rglob("*.part")), "no open copy is left"
    doors.restore(kept, tmp_path / "new", tmp_path / "key.txt")
    with Store.open(tmp_path / "new") as store:
        assert [one.name for one in users.listed(store)] == ["ana of the canary office"]


def _other_key(kept: Path) -> Path:
    sealed.new_key(kept.parent / "other.txt")
    return kept.parent / "other.txt"


def _no_key(kept: Path) -> Path:
    path = kept.parent / "none.txt"
    path.write_text("not a key")
    return path


def _harmed(kept: Path) -> Path:
    data = bytearray(kept.read_bytes())
    data[-200] ^= 1
    kept.write_bytes(data)
    return kept.parent / "key.txt"


@pytest.mark.parametrize(
    ("key", "says"),
    [(lambda _: None, "is sealed"), (_no_key, "no secret key"), (_other_key, "another key"), (_harmed, "its bytes changed")],
)
def test_anything_else_is_refused_and_the_store_untouched(
    kept: Path, tmp_path: Path, key: Callable[[Path], Path | None], says: str
) -> None:
    before = (tmp_path / "data" / "store.db").read_bytes() if (tmp_path / "data" / "store.db").exists() else b""
    with pytest.raises(Problem, match=says):
        doors.restore(kept, tmp_path / "data", key(kept))
    after = (tmp_path / "data" / "store.db").read_bytes() if (tmp_path / "data" / "store.db").exists() else b""
    assert before == after and not list(tmp_path.rglob("*.part"))


def test_a_key_is_its_owners_and_never_written_over(tmp_path: Path) -> None:
    public = sealed.new_key(tmp_path / "key.txt")
    assert public.startswith("age1") and (tmp_path / "key.txt").stat().st_mode & 0o777 == 0o600
    with pytest.raises(Problem, match="already"):
        sealed.new_key(tmp_path / "key.txt")


def test_a_public_key_that_is_none_makes_no_file(tmp_path: Path, new_store: Callable[[Path], Path]) -> None:
    with Store.open(new_store(tmp_path / "data")) as store, pytest.raises(Problem, match="begins with age1"):
        doors.backup(store, tmp_path / "kept.age", "age1nonsense")
    assert not list(tmp_path.rglob("*kept.age*"))
