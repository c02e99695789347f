"""Reads an untrusted file in a limited child process: the only way in for what somebody else has written.

`read_source` gives the text of a file or raises Problem with one sentence; `read_many` reads a whole collection; both go
through a pool of small servers (limited/pool.py, and child.py here) that hold no secret and are started anew when one dies.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from ssc_drafter.errors import Problem
from ssc_drafter.limited import pool
from ssc_drafter.limited.walls import minimal
from ssc_drafter.policies.instrument import Warn
from ssc_drafter.readers.child import Answer, Job
from ssc_drafter.readers.folder import read_folder
from ssc_drafter.readers.reading import Limits, Note, Reading
from ssc_drafter.readers.source import Source
from ssc_drafter.words import MissingWords, say

LIMITS = Limits()
_pool = pool.Pool(pool.Work("ssc_drafter.readers.child"), max(2, min(4, os.cpu_count() or 2)))


def read_source(path: Path, *, limits: Limits = LIMITS, lang: str = "en", options: dict[str, str] | None = None) -> Source:
    """Return the text of a file, or of a folder with metadata.json, with its stretches, facts and warnings in `lang`.

    Raises Problem where it cannot be read: one sentence that says what is wrong and what to do.
    """
    name = str(path)
    if path.is_dir():
        return read_folder(path, lambda part: read_source(part, limits=limits, lang=lang), lang)
    file = _open(path, limits)
    try:
        return _read(file, name, path.suffix, limits, lang, options or {})
    finally:
        os.close(file)


def read_bytes(data: bytes, name: str, *, limits: Limits = LIMITS, lang: str = "en") -> Source:
    """Return the text of an uploaded file: its bytes, and the name that its sender gave it (used for its suffix only)."""
    _check_size(len(data), name, limits)
    with pool.laid(data) as file:
        return _read(file, name, Path(name).suffix, limits, lang, {})


def read_many(paths: Iterable[Path], *, limits: Limits = LIMITS, lang: str = "en") -> Iterator[tuple[Path, Source | Problem]]:
    """Give each file's text or its refusal, in the order asked, several at once where the machine has the cores."""

    def one(path: Path) -> tuple[Path, Source | Problem]:
        try:
            return path, read_source(path, limits=limits, lang=lang)
        except Problem as problem:
            return path, problem

    with ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as several:
        yield from several.map(one, list(paths))


def _open(path: Path, limits: Limits) -> int:
    """Open a regular file without following into devices or pipes."""
    name = str(path)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    try:
        file = os.open(path, flags)
    except FileNotFoundError as problem:
        raise Problem("readers.not_found", name) from problem
    except (OSError, ValueError) as problem:
        raise Problem("readers.cannot_open", name, why=getattr(problem, "strerror", None) or "") from problem
    facts = os.fstat(file)
    try:
        if not stat.S_ISREG(facts.st_mode):
            raise Problem("readers.not_a_file", name)
        _check_size(facts.st_size, name, limits)
    except Problem:
        os.close(file)
        raise
    return file


def _check_size(size: int, name: str, limits: Limits) -> None:
    if size == 0:
        raise Problem("readers.empty", name)
    if size > limits.size:
        raise Problem("readers.too_big", name, size=f"{size / 1e6:.1f}", limit=f"{limits.size / 1e6:.0f}")


def _read(file: int, name: str, suffix: str, limits: Limits, lang: str, options: dict[str, str]) -> Source:
    job = msgspec.json.encode(Job(suffix, limits, options, minimal()))
    try:  # a file that stopped the reader is tried once more in a fresh one
        answer = _decoded(_pool.ask(file, job, wait=limits.wait, most=limits.answer))
    except pool.TooSlow:
        answer = Answer(refusal="readers.too_slow")
    except pool.TooLong:
        answer = Answer(refusal="readers.too_long_answer")
    except pool.Died:
        raise Problem("readers.stopped_twice", name) from None
    return _source(answer, name, limits, lang)


def _source(answer: Answer, name: str, limits: Limits, lang: str) -> Source:
    """Turn an answer into the source that the program trusts, or into the refusal that it carries."""
    if answer.refusal or answer.reading is None:
        raise _refusal(answer, name, limits)
    reading = answer.reading
    _check_offsets(reading, name)
    warnings = tuple(Warn(_say(note, lang), note.where) for note in reading.notes)
    facts = {"format": answer.format, **reading.facts}
    return Source(reading.text, reading.stretches, facts, warnings, reading.pages)


def _refusal(answer: Answer, name: str, limits: Limits) -> Problem:
    where = f"{name}, {answer.where}" if answer.where else name
    values = {"why": "", "part": "", "limit": f"{limits.size / 1e6:.0f}", "size": "", **answer.values}
    known = answer.refusal.startswith(("readers.", "tree."))
    try:
        return Problem(answer.refusal if known else "readers.unreadable", where, **values)
    except (MissingWords, KeyError, TypeError):  # as with notes below
        return Problem("readers.unreadable", name, why="")


def _say(note: Note, lang: str) -> str:
    try:
        return say(note.key, lang, **note.values)
    except (MissingWords, KeyError, TypeError):  # only a reader that was taken over by its file can say such a thing
        return say("readers.unknown_note", lang, name=note.key)


def _check_offsets(reading: Reading, name: str) -> None:
    last, length = 0, len(reading.text)
    for stretch in reading.stretches:
        if not last <= stretch.start <= stretch.end <= length:
            raise Problem("readers.unreadable", name, why="offsets")
        last = stretch.end


def _decoded(out: bytes) -> Answer:
    try:
        return msgspec.json.decode(out, type=Answer)
    except msgspec.DecodeError:
        raise pool.Died from None


def start() -> None:
    """Start a reading server ahead of the first file."""
    _pool.start()


def close() -> None:
    """End all reading servers of this process."""
    _pool.close()
