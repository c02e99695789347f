"""The editions of the library: the one of today, with the house's own clauses over the shipped ones, and those of past drafts.

A draft names the edition that it was made from; nothing in it changes when the library does.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import cast

from flask import g, has_app_context, has_request_context, request

from ssc_drafter import places
from ssc_drafter.errors import Problem
from ssc_drafter.library.check import clause_problems
from ssc_drafter.library.kind import Kind
from ssc_drafter.library.load import Library
from ssc_drafter.library.packed import files_of as packed_files
from ssc_drafter.library.packed import pack, unpack, write
from ssc_drafter.server.gate import ground
from ssc_drafter.store import Store, clock, house, shelves

AT_HAND = 6  # editions that are kept read
_making = threading.Lock()  # a folder is written once: whoever asks meanwhile waits until it is whole
OWN_FOLDER = "library"  # in the data folder: the ministry's own clauses and kinds, as files


def today(store: Store | None = None) -> Library:
    """Return the library of today. A clause with a mistake in it is left to `library check`; the pages show the rest."""
    return _today(*_over(store))


def number_today(store: Store | None = None) -> str:
    """Return the hash of the library of today."""
    return _packed(*_over(store))[0]


def of(number: str) -> Library:
    """Return an edition by its hash; today's for "". Raises Problem where the store has it not."""
    if not number or number == number_today():
        return today()
    with _making:
        return _kept(ground.store(), number)


def pin(store: Store) -> str:
    """Keep the library of today in the store, and return its hash, for a draft to name."""
    number, body = _packed(*_over(store))
    shelves.keep(store, number, body)
    return number


def files_of(clause_id: str) -> dict[str, str]:
    """Return the files of a clause of today by name; none where there is no such clause."""
    return packed_files(_packed(*_over(None))[1], clause_id)


def tried(clause_id: str, files: Mapping[str, str]) -> list[Problem]:
    """Return what would be wrong in a clause of the house with these files, over the library of today."""
    with tempfile.TemporaryDirectory() as name:
        write({f"clauses/{clause_id}/{file}": text for file, text in files.items()}, Path(name))
        library = Library.load(places.ROOT, *_over(None), name, strict=False)
        return [replaced(one, name) for one in clause_problems(library, clause_id)]


def replaced(problem: Problem, folder: str) -> Problem:
    """Return a problem whose place does not name our folder."""
    return Problem(problem.key, problem.where.removeprefix(f"{folder}/clauses/"), **problem.values)


def changed(old: Library, new: Library, kind: Kind) -> list[str]:
    """Return the clauses of a kind's outline whose words differ between two editions."""
    if old is new:
        return []
    names = dict.fromkeys(part.clause for part in kind.parts)
    return [name for name in names if _words(old, name) != _words(new, name)]


def _words(library: Library, name: str) -> object:
    clause = library.clauses.get(name)
    return {key: one.source for key, one in clause.wordings.items()} if clause else None


def _over(store: Store | None) -> tuple[Path, ...]:
    """Return the folders that lie over the shipped library: the ministry's own files, the clauses published on the web."""
    if store is None:
        if not has_app_context():
            return ()
        store = ground.store()
    own = store.folder / OWN_FOLDER
    return tuple(folder for folder in (own if own.is_dir() else None, published_folder(store)) if folder)


def published_folder(store: Store) -> Path | None:
    """Return the folder with the clauses that were published on the web; None where there is none."""
    state = _state(store)
    with _making:
        return _published(store, state)


def _state(store: Store) -> int:
    """Return the state of the house's clauses; a page that only reads asks once, so that all of it shows one library."""
    if not has_request_context() or request.method not in ("GET", "HEAD"):
        return house.state(store)
    if "house_state" not in g:
        g.house_state = house.state(store)
    return cast(int, g.house_state)


@lru_cache(maxsize=AT_HAND)
def _published(store: Store, state: int) -> Path | None:
    """Return a folder with the clauses that were published; None where there is none. `state` tells that one came."""
    files = {
        f"clauses/{clause_id}/{name}": text
        for clause_id, one in house.published(store).items()
        for name, text in one.files.items()
    }
    return _written(store, f"house-{state}", lambda folder: write(files, folder)) if files else None


def _written(store: Store, name: str, fill: Callable[[Path], None]) -> Path:
    """Return a folder below the store's own that holds what `fill` writes; made whole or not at all."""
    folder = store.folder / "editions" / name
    shutil.rmtree(folder, ignore_errors=True)
    part = folder.with_name(f".{name}.{clock.new_id()}")
    part.mkdir(parents=True, mode=0o700)
    fill(part)
    part.replace(folder)
    return folder


@lru_cache(maxsize=AT_HAND)
def _today(*over: Path) -> Library:
    return Library.load(places.ROOT, *over, strict=False)


@lru_cache(maxsize=AT_HAND)
def _packed(*over: Path) -> tuple[str, bytes]:
    body = pack((places.ROOT, *over))
    return clock.sha256(body), body


@lru_cache(maxsize=AT_HAND)
def _kept(store: Store, number: str) -> Library:
    body = shelves.read(store, number)
    return Library.load(_written(store, number, lambda folder: unpack(body, folder)), strict=False)
