"""Reads an untrusted file in a limited child process: the only way in for what somebody else has written.

`read_source` gives the text of a file or raises Problem with one sentence; `read_many` reads a whole collection; both go
through small servers (child.py) that are started at the first file, hold no secret, and are started anew when one dies.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import select
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from ssc_drafter.errors import Problem
from ssc_drafter.policies.instrument import Warn
from ssc_drafter.readers.child import Answer, Ended, Job
from ssc_drafter.readers.folder import read_folder
from ssc_drafter.readers.reading import Limits, Note, Reading
from ssc_drafter.readers.source import Source
from ssc_drafter.words import MissingWords, say

LIMITS = Limits()
_FILES_PER_SERVER = 500
_GRACE = 5.0
_NULL = subprocess.DEVNULL
_START = "import sys; sys.path.insert(0, sys.argv.pop(1)); from ssc_drafter.readers.child import {what} as main; main({arg})"
_HOME = str(Path(__file__).resolve().parents[2])


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
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.flush()
        os.lseek(file.fileno(), 0, os.SEEK_SET)
        return _read(file.fileno(), name, Path(name).suffix, limits, lang, {})


def read_many(paths: Iterable[Path], *, limits: Limits = LIMITS, lang: str = "en") -> Iterator[tuple[Path, Source | Problem]]:
    """Give each file's text or its refusal, in the order asked, several at once where the machine has the cores."""

    def one(path: Path) -> tuple[Path, Source | Problem]:
        try:
            return path, read_source(path, limits=limits, lang=lang)
        except Problem as problem:
            return path, problem

    with ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        yield from pool.map(one, list(paths))


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
    job = Job(suffix, limits, options, _minimal())
    for _ in range(2):  # a file that stopped the reader is tried once more in a fresh one
        os.lseek(file, 0, os.SEEK_SET)
        answer = _ask(file, job)
        if answer is not None:
            return _source(answer, name, limits, lang)
    raise Problem("readers.stopped_twice", name)


def _minimal() -> bool:
    return sys.platform != "linux" or os.environ.get("SSC_READER_WALLS", "auto") == "minimal"


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
    try:
        return Problem(answer.refusal if answer.refusal.startswith("readers.") else "readers.unreadable", where, **values)
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


def _ask(file: int, job: Job) -> Answer | None:
    """Send one file through a server. None where the reader died of it."""
    if not hasattr(os, "fork"):
        return _ask_alone(file, job)
    with _places:
        server = _take()
        try:
            out, ended = server.read(file, job)
        except OSError:
            server.close()
            return None
        _give_back(server)
    return _judge(out, ended)


def _judge(out: bytes | None, ended: Ended) -> Answer | None:
    if ended.late or (os.WIFSIGNALED(ended.status) and os.WTERMSIG(ended.status) in (signal.SIGXCPU, signal.SIGKILL)):
        return Answer(refusal="readers.too_slow")
    if out is None:
        return Answer(refusal="readers.too_long_answer")
    if ended.status != 0:
        return None
    try:
        return msgspec.json.decode(out, type=Answer)
    except msgspec.DecodeError:
        return None


def _ask_alone(file: int, job: Job) -> Answer | None:
    """Where the system cannot fork: a fresh process for the file, with the limits and walls that there are."""
    call = [sys.executable, "-I", "-c", _START.format(what="alone", arg=""), _HOME, msgspec.json.encode(job).decode()]
    try:
        done = subprocess.run(call, stdin=file, capture_output=True, timeout=job.limits.wait, check=False)
    except subprocess.TimeoutExpired:
        return Answer(refusal="readers.too_slow")
    return _judge(done.stdout, Ended(0 if done.returncode == 0 else 1))


class _Server:
    """One reading server and the line to it."""

    def __init__(self) -> None:
        self.owner, self.files = os.getpid(), 0
        self._line, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with other:
            call = [sys.executable, "-I", "-c", _START.format(what="serve", arg="int(sys.argv[1])"), _HOME, str(other.fileno())]
            self._process = subprocess.Popen(
                call, env={"LANG": "C.UTF-8"}, pass_fds=(other.fileno(),), stdin=_NULL, stdout=_NULL, stderr=_NULL
            )

    def read(self, file: int, job: Job) -> tuple[bytes | None, Ended]:
        """Return what the child wrote (None where it wrote too much) and how it ended. Raises OSError where it died."""
        self.files += 1
        mine, theirs = os.pipe()
        try:
            try:
                socket.send_fds(self._line, [msgspec.json.encode(job)], [file, theirs])
            finally:
                os.close(theirs)
            deadline = time.monotonic() + job.limits.wait + _GRACE
            out = _drain(mine, job.limits.answer, deadline)
        finally:
            os.close(mine)
        self._line.settimeout(max(0.1, deadline - time.monotonic()))
        message = self._line.recv(4096)
        if not message:
            raise ConnectionResetError
        return out, msgspec.json.decode(message, type=Ended)

    def alive(self) -> bool:
        """Return whether it can take a job of this process."""
        return self.owner == os.getpid() and self._process.poll() is None

    def close(self) -> None:
        """End the server; one of another process (before a fork) is only let go."""
        self._line.close()
        if self.owner == os.getpid():
            self._process.kill()
            self._process.wait()


def _drain(pipe: int, most: int, deadline: float) -> bytes | None:
    """Read a pipe to its end, at most so many bytes and so long."""
    parts: list[bytes] = []
    while most >= 0:
        if not select.select([pipe], [], [], max(0.0, deadline - time.monotonic()))[0]:
            raise TimeoutError
        part = os.read(pipe, 1 << 20)
        if not part:
            return b"".join(parts)
        parts.append(part)
        most -= len(part)
    return None


_idle: list[_Server] = []
_guard = threading.Lock()
_places = threading.BoundedSemaphore(max(2, min(4, os.cpu_count() or 2)))


def _take() -> _Server:
    with _guard:
        while _idle:
            server = _idle.pop()
            if server.alive():
                return server
            server.close()
    return _Server()


def _give_back(server: _Server) -> None:
    if server.files >= _FILES_PER_SERVER:
        server.close()
        return
    with _guard:
        _idle.append(server)


@atexit.register
def close() -> None:
    """End all reading servers of this process."""
    with _guard:
        servers, _idle[:] = list(_idle), []
    for server in servers:
        with contextlib.suppress(OSError):
            server.close()
