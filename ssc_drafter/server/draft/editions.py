"""The editions of the library and of the look: those of today, with the house's own clauses over the shipped ones, and those
of past drafts.

A draft names the edition, the look and the letterhead that it was made with; nothing in it changes when they do.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import cast

from flask import g, has_app_context, has_request_context, request
from jinja2 import TemplateError
from msgspec import ValidationError
from msgspec.structs import replace

from ssc_drafter import places
from ssc_drafter.errors import Problem
from ssc_drafter.library.check import clause_problems
from ssc_drafter.library.kind import Kind
from ssc_drafter.library.load import Library
from ssc_drafter.library.packed import files_of as packed_files
from ssc_drafter.library.packed import pack, pack_look, unpack, unpack_look, write
from ssc_drafter.server.draft.body import NO_LETTERHEAD, Body
from ssc_drafter.server.gate import ground
from ssc_drafter.store import Store, clock, house, shelves
from ssc_drafter.store import files as kept

AT_HAND = 6  # editions that are kept read
EDITIONS = "editions"  # in the data folder: what was taken from the store, and can be again
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


def pinned(body: Body, store: Store) -> Body:
    """Return a draft that names the library, the look and the letterhead of today. They are kept in the store first."""
    number, look = _looked()
    shelves.keep(store, number, look)
    return replace(body, library=pin(store), look=number, letterhead=_letterhead_today(store))


def is_dressed_today(body: Body, store: Store) -> bool:
    """Say whether a draft's documents have the look, the letterhead and the words of their language of today."""
    words = [folder / f"{body.lang}.toml" for folder in (_language(body, store), places.language())]
    before, now = (path.read_bytes() if path.is_file() else b"" for path in words)
    return before == now and body.look in ("", _looked()[0]) and body.letterhead in ("", _letterhead_today(store))


def _language(body: Body, store: Store) -> Path:
    """Return the folder with the words of languages of a draft; an edition of before they were kept has those of today."""
    if not body.library or body.library == number_today(store):
        return places.language()
    with _making:
        own = _edition(store, body.library) / "clauses" / "_language"
    return own if own.is_dir() else places.language()


def letterhead(body: Body, store: Store) -> bytes | None:
    """Return the Word file whose letterhead a draft bears, or None."""
    if not body.letterhead:
        now = kept.latest(store, "reference")
        return now.body if now else None
    return None if body.letterhead == NO_LETTERHEAD else kept.read(store, body.letterhead).body


def _letterhead_today(store: Store) -> str:
    return kept.latest_id(store, "reference") or NO_LETTERHEAD


@contextmanager
def dressed(body: Body, store: Store) -> Iterator[None]:
    """Stand on the words of languages and the look of a draft, while its documents are made.

    Raises Problem where a past look asks for what this program does not give any more.
    """
    look = None
    if body.look not in ("", _looked()[0]):
        with _making:
            look = _past_look(store, body.look)
    with places.standing(_language(body, store), look):
        try:
            yield
        except (TemplateError, ValidationError, KeyError) as error:
            if look is None:
                raise
            raise Problem("pages.past_look_fails", detail=error) from None


@lru_cache(maxsize=1)
def _looked() -> tuple[str, bytes]:
    """Return the look of today in one piece, after its hash."""
    body = pack_look(places.LOOK)
    return clock.sha256(body), body


@lru_cache(maxsize=AT_HAND)
def _past_look(store: Store, number: str) -> Path:
    """Return the folder of a past look; one that lies there whole is left, another process may print from it."""
    folder = store.folder / EDITIONS / f"look-{number}"
    if folder.is_dir() and clock.sha256(pack_look(folder)) == number:
        return folder
    body = shelves.read(store, number)
    return _written(store, folder.name, lambda into: unpack_look(body, into))


@lru_cache(maxsize=AT_HAND)
def _edition(store: Store, number: str) -> Path:
    """Return the folder of a past edition of the library, left where it lies whole as well."""
    body, folder = shelves.read(store, number), store.folder / EDITIONS / number
    if folder.is_dir() and pack([folder]) == body:
        return folder
    return _written(store, number, lambda into: unpack(body, into))


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
    folder = store.folder / EDITIONS / name
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
    return Library.load(_edition(store, number), strict=False)
