"""The other side of the pool: a server that imports and warms up once and forks, for each job, a child that does it and ends.

Started by pool.py as `python -I -c ...` with an empty environment, apart from everything that knows a secret. It gets an open
file and a pipe for each job, never a path. What a job is, and that the child locks itself in, is the business of `run`.
"""

from __future__ import annotations

import contextlib
import gc
import os
import select
import signal
import socket
import sys
from collections.abc import Callable

import msgspec
from msgspec import Struct

from ssc_drafter.limited import walls


class Order(Struct, frozen=True):
    """What the pool sends with a file and a pipe: how long the child may take, and the job itself."""

    wait: float
    job: msgspec.Raw


class Ended(Struct, frozen=True):
    """How the child ended: its wait status, and whether it had to be stopped by the clock."""

    status: int
    late: bool = False


class TooMuch(Exception):
    """The file is larger than was asked for."""


def serve(descriptor: int, warm: Callable[[], None], run: Callable[[bytes], None]) -> None:
    """Take orders until the other side closes the connection. `run` is called in a child of its own, with the job."""
    with socket.socket(fileno=descriptor) as line:
        walls.warm()
        warm()
        gc.collect()
        gc.freeze()
        while True:
            message, files, _, _ = socket.recv_fds(line, 65536, 2)
            if not message:
                return
            order = msgspec.json.decode(message, type=Order)
            pid = os.fork()
            if pid == 0:
                _child(run, bytes(order.job), *files)
            for file in files:
                os.close(file)
            ended = _wait(pid, order.wait, line)
            with contextlib.suppress(OSError):  # nobody is there any more: the next look at the line says so
                line.send(msgspec.json.encode(ended))


def alone(warm: Callable[[], None], run: Callable[[bytes], None]) -> None:
    """Do one job with standard input as its file, where this system has no such servers: the job is the first argument."""
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (0, 1):
            msvcrt.setmode(descriptor, os.O_BINARY)
    walls.warm()
    warm()
    run(sys.argv[1].encode())


def given(most: int) -> bytes:
    """Return the bytes of the job's file. Raises TooMuch where there are more than so many."""
    parts: list[bytes] = []
    while most >= 0:
        part = os.read(0, min(1 << 20, most + 1))
        if not part:
            return b"".join(parts)
        parts.append(part)
        most -= len(part)
    raise TooMuch


def say(answer: bytes) -> None:
    """Write the answer, all of it."""
    out = memoryview(answer)
    while out:
        out = out[os.write(1, out) :]


def _child(run: Callable[[bytes], None], job: bytes, file: int, out: int) -> None:
    """Keep only the file, the pipe and a silent third descriptor; then run. Does not return."""
    code = 1
    try:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(file, 0)
        os.dup2(out, 1)
        os.dup2(silent, 2)
        os.closerange(3, 256)
        run(job)
        code = 0
    finally:
        os._exit(code)


def _wait(pid: int, seconds: float, line: socket.socket) -> Ended:
    """Wait for a child at most so long, or until whoever asked is gone (nothing else comes meanwhile); then stop it."""
    watch = os.pidfd_open(pid)
    ready = select.select([watch, line.fileno()], [], [], seconds)[0]
    if watch not in ready:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    os.close(watch)
    return Ended(os.waitpid(pid, 0)[1], late=not ready)
