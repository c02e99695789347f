"""The other side of the cage: a server that imports the readers once and forks, for each file, a child that locks itself in.

Started by cage.py as `python -I -c ...` with an empty environment, before and apart from everything that knows a secret. It
gets an open file and a pipe for each job, never a path. The child answers one JSON document and ends.
"""

from __future__ import annotations

import codecs
import contextlib
import gc
import os
import select
import signal
import socket
import sys
from importlib import import_module
from importlib.util import find_spec

import msgspec
from msgspec import Struct

from ssc_drafter.readers import formats, walls
from ssc_drafter.readers.reading import Limits, Reading, Refusal

_ENCODINGS_NAMES = (
    "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be mac_roman cp437 cp850 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 "
    "cp1258 latin-1 ascii iso8859-2 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-15 koi8-r koi8-u gb18030 gbk "
    "big5 shift_jis euc-kr cp874"
)
_ENCODINGS = _ENCODINGS_NAMES.split()


class Job(Struct, frozen=True):
    """One file: its suffix, how much it may cost, options of its reader, and whether fewer walls are accepted."""

    suffix: str
    limits: Limits
    options: dict[str, str] = {}
    minimal: bool = False


class Answer(Struct, frozen=True):
    """What comes out of the cage: a reading, or the key of a refusal with its values. The parent trusts neither."""

    reading: Reading | None = None
    refusal: str = ""
    where: str = ""
    values: dict[str, str] = {}
    format: str = ""


class Ended(Struct, frozen=True):
    """How the child ended: its wait status, and whether it had to be stopped by the clock."""

    status: int
    late: bool = False


def read(data: bytes, job: Job) -> Answer:
    """Return the answer for a file's bytes. Never raises: a fault of a reader is a refusal too."""
    try:
        name = formats.sniff(data, job.suffix, job.limits)
        reading = formats.reader(name)(data, job.limits, {**job.options, "format": name})
        return Answer(reading=reading, format=name)
    except Refusal as refusal:
        return Answer(refusal=refusal.key, where=refusal.where, values=refusal.values)
    except MemoryError:
        return Answer(refusal="readers.too_heavy")
    except RecursionError:
        return Answer(refusal="readers.too_deep")
    except Exception as problem:
        return Answer(refusal="readers.unreadable", values={"why": f"{type(problem).__name__}: {problem}"[:200]})


def _run(job: Job) -> None:
    """Lock this process in, read descriptor 0, write the answer to descriptor 1."""
    held = walls.lock(job.limits.memory, job.limits.seconds)
    missing = () if job.minimal else walls.lacking(held)
    if missing:
        answer = Answer(refusal="readers.no_walls", values={"walls": ", ".join(missing)})
    else:
        answer = read(_all(job.limits.size), job)
    out = memoryview(msgspec.json.encode(answer))
    while out:
        out = out[os.write(1, out) :]


def _all(most: int) -> bytes:
    parts: list[bytes] = []
    while most >= 0:
        part = os.read(0, min(1 << 20, most + 1))
        if not part:
            return b"".join(parts)
        parts.append(part)
        most -= len(part)
    raise Refusal("readers.too_big")


def _child(job: Job, file: int, out: int) -> None:
    """Keep only the file, the pipe and a silent third descriptor; then run. Does not return."""
    code = 1
    try:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(file, 0)
        os.dup2(out, 1)
        os.dup2(silent, 2)
        os.closerange(3, 256)
        _run(job)
        code = 0
    finally:
        os._exit(code)


def _wait(pid: int, seconds: float) -> Ended:
    """Wait for a child at most so long, then stop it."""
    watch = os.pidfd_open(pid)
    late = not select.select([watch], [], [], seconds)[0]
    if late:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    os.close(watch)
    return Ended(os.waitpid(pid, 0)[1], late)


def warm() -> None:
    """Import everything that a reader needs, and let each read one tiny file, so that nothing is opened later."""
    walls.warm()
    for codec in _ENCODINGS:
        codecs.lookup(codec)
    for name in dict.fromkeys(formats.READERS.values()):
        if find_spec(name) is None:
            continue
        module = import_module(name)
        if hasattr(module, "warm"):
            module.warm()


def serve(descriptor: int) -> None:
    """Take jobs until the other side closes the connection."""
    with socket.socket(fileno=descriptor) as line:
        warm()
        gc.collect()
        gc.freeze()
        while True:
            message, files, _, _ = socket.recv_fds(line, 65536, 2)
            if not message:
                return
            job = msgspec.json.decode(message, type=Job)
            pid = os.fork()
            if pid == 0:
                _child(job, *files)
            for file in files:
                os.close(file)
            line.send(msgspec.json.encode(_wait(pid, job.limits.wait)))


def alone() -> None:
    """Read one file from standard input, where this system has no fork: the job stands in the first argument."""
    warm()
    _run(msgspec.json.decode(sys.argv[1], type=Job))
