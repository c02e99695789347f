"""A library in one piece: its files under their paths, so that a draft can be made again from the words it was made from.

Samples and the look of documents are left out: no draft is made from them.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import json

PATTERNS = ("clauses/**/*.toml", "clauses/**/*.txt", "templates/*/outline.toml", "templates/*/questions.toml")


def pack(folders: Iterable[Path]) -> bytes:
    """Return the files of library folders in one piece, a later one over the earlier: the same files, the same bytes."""
    files: dict[str, str] = {}
    for folder in folders:
        own = dict(_files(folder))
        over = {path.rpartition("/")[0] for path in own if _is_clause(path)}
        files = {path: text for path, text in files.items() if path.rpartition("/")[0] not in over} | own
    return zlib.compress(json.encode(dict(sorted(files.items()))), 9)


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    for pattern in PATTERNS:
        for path in folder.glob(pattern):
            name = path.relative_to(folder).as_posix()
            if not name.startswith("clauses/_language/"):
                yield name, path.read_text("utf-8")


def _is_clause(path: str) -> bool:
    """Say whether a file belongs to a clause, which a later folder replaces whole."""
    return path.startswith("clauses/") and path.count("/") == 3


def files_of(packed: bytes, clause_id: str) -> dict[str, str]:
    """Return the files of one clause by name; none where the library has no such clause."""
    before = f"clauses/{clause_id}/"
    files = json.decode(zlib.decompress(packed), type=dict[str, str])
    return {path.removeprefix(before): text for path, text in files.items() if path.startswith(before)}


def unpack(packed: bytes, folder: Path) -> None:
    """Write a packed library into a folder."""
    write(json.decode(zlib.decompress(packed), type=dict[str, str]), folder)


def write(files: Mapping[str, str], folder: Path) -> None:
    """Write files of a library under their paths. Raises ValueError for a path that leads out of the folder."""
    for name, text in files.items():
        path = folder / name
        if not path.resolve().is_relative_to(folder.resolve()):
            raise ValueError(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
