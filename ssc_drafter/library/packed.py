"""A library in one piece, and a look in one piece: files under their paths, so that a draft can be made again byte for byte.

A library holds clauses, terms, words of registers and of languages, outlines and questionnaires; samples are left out, no draft
is made from them. A look holds all of `templates/_look`: words of documents, style sheets, the Word template, fonts.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import json, msgpack

PATTERNS = ("clauses/**/*.toml", "clauses/**/*.txt", "templates/*/outline.toml", "templates/*/questions.toml")
LANGUAGE = "clauses/_language/"


def pack(folders: Iterable[Path]) -> bytes:
    """Return the files of library folders in one piece, a later one over the earlier: the same files, the same bytes.

    The words of languages are those of the first folder, as `Library.load` takes them.
    """
    files: dict[str, str] = {}
    for place, folder in enumerate(folders):
        own = {path: text for path, text in _files(folder) if not place or not path.startswith(LANGUAGE)}
        over = {path.rpartition("/")[0] for path in own if _is_clause(path)}
        files = {path: text for path, text in files.items() if path.rpartition("/")[0] not in over} | own
    return zlib.compress(json.encode(dict(sorted(files.items()))), 9)


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    for pattern in PATTERNS:
        for path in folder.glob(pattern):
            yield path.relative_to(folder).as_posix(), path.read_text("utf-8")


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


def pack_look(folder: Path) -> bytes:
    """Return the files of a look in one piece: the same files, the same bytes. Nothing is packed: fonts hardly shrink."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return msgpack.encode({path.relative_to(folder).as_posix(): path.read_bytes() for path in paths})


def unpack_look(packed: bytes, folder: Path) -> None:
    """Write a packed look into a folder."""
    write(msgpack.decode(packed, type=dict[str, bytes]), folder)


def write(files: Mapping[str, str] | Mapping[str, bytes], folder: Path) -> None:
    """Write files under their paths. Raises ValueError for a path that leads out of the folder."""
    for name, words in files.items():
        path = folder / name
        if not path.resolve().is_relative_to(folder.resolve()):
            raise ValueError(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(words.encode() if isinstance(words, str) else words)
