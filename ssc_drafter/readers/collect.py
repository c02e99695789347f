"""Laws and policies from files, folders and lists of paths, each given to its State; what could not be read is named."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.errors import Problem, Problems
from ssc_drafter.policies.instrument import COUNTRY, Instrument, Warn
from ssc_drafter.readers.imported import import_file

SIDECARS = (".meta.yaml", ".meta.yml")
FEW = 6  # files from which on it is worth starting processes
AHEAD = 4  # files a core that are read before they are asked for
Answer = Instrument | Problem | Problems


class Shelf(Protocol):
    """Where laws that were read are kept; `get` answers None where a file is not yet, or is no longer the same."""

    def get(self, path: Path) -> Instrument | None: ...
    def put(self, path: Path, made: Instrument) -> Instrument: ...


class NotRead(Struct, frozen=True):
    """A file that could not be read or belongs to no State, with the reason as a sentence."""

    file: str
    reason: str


class Collected(Struct, frozen=True):
    """The instruments that were read, in the order of the paths, and what was not read."""

    instruments: tuple[Instrument, ...]
    not_read: tuple[NotRead, ...]


class Place(Struct, frozen=True):
    """A file (or a folder that is one text) to read, its name as it is shown, and the folder that it was found in."""

    path: Path
    shown: str
    within: Path | None = None


def places(paths: Iterable[str], root: Path | None = None) -> list[Place]:
    """Return the files that `paths` name: a file, a folder read to the bottom in the order of names, or @LIST.

    Paths of a list are relative to `root`. Raises Problem where a path does not exist or a list cannot be read.
    """
    found: list[Place] = []
    for path in paths:
        if path.startswith("@"):
            found += _listed(Path(path[1:]), root)
        elif Path(path).is_dir():
            found += _folder(Path(path))
        elif Path(path).exists():
            found.append(Place(Path(path), Path(path).as_posix()))
        else:
            raise Problem("cli.no_such_file", path)
    return found


def _listed(file: Path, root: Path | None) -> list[Place]:
    try:
        lines = [line.strip() for line in file.read_text("utf-8").splitlines()]
    except FileNotFoundError:
        raise Problem("cli.no_such_file", str(file)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise Problem("cli.no_lists", str(file), list=file, detail=error) from None
    wanted = [line for line in lines if line and not line.startswith("#")]
    return [Place((root or Path()) / line, Path(line).as_posix(), root or Path()) for line in wanted]


def _folder(folder: Path) -> list[Place]:
    if (folder / "metadata.json").is_file():
        return [Place(folder, folder.as_posix())]
    return [Place(one.path, one.path.relative_to(folder).as_posix(), folder) for one in _beneath(folder)]


def _beneath(folder: Path) -> Iterable[Place]:
    for path in sorted(folder.iterdir(), key=lambda one: one.name):
        if path.name.startswith(".") or path.name.endswith(SIDECARS):
            continue
        if path.is_dir() and not (path / "metadata.json").is_file():
            yield from _beneath(path)
        else:
            yield Place(path, path.as_posix())


def country_of(place: Place, stated: str, countries: Sequence[str]) -> str:
    """Return the State of a file: what it states, else the one that is asked for, else the folder above it, else "".

    The folders are those of the path as it was given, from the file up to the given folder itself. One in capitals (KE)
    comes before one in small letters, for `fr` and `es` name languages too.
    """
    if stated:
        return stated
    if len(countries) == 1:
        return countries[0]
    codes = _codes_above(place)
    return next((name for name in codes if name.isupper()), next(iter(codes), "")).upper()


def _codes_above(place: Place) -> list[str]:
    return [name for name in _above(place) if len(name) == 2 and name.isascii() and name.isalpha()]


def _above(place: Place) -> list[str]:
    """Return the names of the folders above a file, the nearest first."""
    if place.within is None:
        given = [*reversed(place.path.parent.parts)] or [place.path.resolve().parent.name]
        far = [name for name in given[1:] if name.isupper() or not place.path.is_absolute()]  # a user's folder may be /home/jo
        return [given[0], *far]
    inner = place.path.relative_to(place.within).parent if place.path.is_relative_to(place.within) else Path()
    return [*reversed(inner.parts), place.within.resolve().name]


def collect(
    found: Iterable[Place],
    countries: Sequence[str] = (),
    lang: str = "en",
    read: Callable[..., Instrument] | None = None,
    shelf: Shelf | None = None,
) -> Collected:
    """Read every file; a file that cannot be read, or that belongs to no State or to another one than
    `countries` name, stands in `not_read` with the reason.

    `read` reads one file; default: the importer. What `shelf` has of a file that stands unchanged is not read again.
    """
    from ssc_drafter.words import say

    instruments: list[Instrument] = []
    not_read: list[NotRead] = []
    for place, instrument in ((one, _one(one.path, read, shelf)) for one in found) if read else read_ahead(found, shelf=shelf):
        if isinstance(instrument, (Problem, Problems)):
            not_read.append(NotRead(place.shown, _reason(instrument, lang)))
            continue
        country = country_of(place, instrument.country, countries)
        if not country:
            not_read.append(NotRead(place.shown, say("collect.no_country", lang)))
        elif countries and country not in countries:
            not_read.append(NotRead(place.shown, say("collect.other_country", lang, country=country)))
        else:
            warnings = (*instrument.warnings, *_unlike_folder(place, instrument.country, country, lang))
            instruments.append(replace(instrument, file=place.shown, country=country, warnings=warnings))
    return Collected(tuple(instruments), tuple(not_read))


def _unlike_folder(place: Place, stated: str, country: str, lang: str) -> tuple[Warn, ...]:
    """Return a warning where a law was given to the State that was asked for, and stands in another one's folder."""
    from ssc_drafter.words import say

    folder = next((name for name in _codes_above(place) if name.isupper()), "")  # in small letters it may name a language
    if stated or folder in ("", country):
        return ()
    return (Warn(say("collect.folder_of_another", lang, country=country, folder=folder), COUNTRY),)


def read_ahead(found: Iterable[Place], cores: int = 0, shelf: Shelf | None = None) -> Iterator[tuple[Place, Answer]]:
    """Yield each file with its law or with what is wrong with it, in the order asked; many are read side by side.

    Every core that this process may use (or `cores`) has a process of its own, with a limited reader of its own.
    """
    files = iter(found)
    first = list(islice(files, FEW))
    cores = cores or len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1))
    if len(first) < FEW or cores < 2:
        yield from ((place, _one(place.path, None, shelf)) for place in chain(first, files))
        return
    with ProcessPoolExecutor(cores, mp_context=_context()) as pool:  # its processes start with the first file to be read
        waiting: deque[tuple[Place, Future[Answer] | Instrument]] = deque()
        for place in chain(first, files):
            known = shelf.get(place.path) if shelf else None
            waiting.append((place, known or pool.submit(_one, place.path)))
            if len(waiting) > AHEAD * cores:
                yield _arrived(*waiting.popleft(), shelf)
        while waiting:
            yield _arrived(*waiting.popleft(), shelf)


def _context() -> BaseContext:
    """Return how processes are started: from a clean one, so that threads and open files of this one stay here."""
    way = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(way)
    if way == "forkserver":
        context.set_forkserver_preload([__name__])
    return context


def _arrived(place: Place, answer: Future[Answer] | Instrument, shelf: Shelf | None) -> tuple[Place, Answer]:
    if isinstance(answer, Instrument):
        return place, answer
    made = answer.result()
    return place, shelf.put(place.path, made) if shelf and isinstance(made, Instrument) else made


def _one(path: Path, read: Callable[..., Instrument] | None = None, shelf: Shelf | None = None) -> Answer:
    """Return one law, or what is wrong with its file."""
    known = shelf.get(path) if shelf else None
    if known is not None:
        return known
    try:
        made = (read or read_instrument)(path)
        return shelf.put(path, made) if shelf else made
    except (Problem, Problems) as problem:
        return problem


def read_instrument(path: Path) -> Instrument:
    """Return one law or policy from a file."""
    return import_file(path, as_="policy").instrument()


def _reason(problem: Problem | Problems, lang: str) -> str:
    if isinstance(problem, Problems):
        return " ".join(problem.sentences(lang))
    return Problem(problem.key, "", **problem.values).sentence(lang)
