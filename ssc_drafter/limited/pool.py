"""A pool of servers with limited children (child.py): started when wanted or ahead, holding no secret, replaced when one dies.

What a child answers is bytes that whoever asks has to judge: a child that was taken over is assumed.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from ssc_drafter import places
from ssc_drafter.limited.child import Ended, Order

_GRACE = 5.0
_NULL = subprocess.DEVNULL
_START = "import sys; sys.path.insert(0, sys.argv.pop(1)); from {module} import {what} as main; main({arg})"
_HOME = str(places.PACKAGE.parent)


class TooSlow(Exception):
    """The child used up its time."""


class TooLong(Exception):
    """The child wrote more than it may."""


class Died(Exception):
    """The child ended before it had answered, twice over where it was asked anew."""


class Full(Exception):
    """As many wait for a place as may, or the wait was too long."""


class Work(Struct, frozen=True):
    """What the servers of a pool are: a module with `serve(descriptor)` and `alone()`, its folder and its environment."""

    module: str
    folder: Path | None = None
    environment: dict[str, str] = {}
    jobs: int = 500  # after which a server is replaced


class Queue(Struct, frozen=True):
    """How many may wait for a place, and how long; the usual one is without end."""

    most: int | None = None
    patience: float | None = None


class Pool:
    """At most so many children at once; whoever comes later waits in the queue."""

    def __init__(self, work: Work, places: int) -> None:
        """Make a pool without a server: the first is started by `start`, or by the first job."""
        self.work, self.queue, self.idle = work, Queue(), list[Server]()
        self._places, self._guard, self._waiting = threading.BoundedSemaphore(places), threading.Lock(), 0
        atexit.register(self.close)

    def start(self) -> None:
        """Start a server ahead of the first job, where there is none; it warms up while the caller goes on."""
        if sys.platform == "linux":
            with self._guard:
                if not self.idle:
                    self.idle.append(Server(self.work))

    def ask(self, file: int, job: bytes, *, wait: float, most: int) -> bytes:
        """Return what a child answers to a job (JSON) on an open file: after so many seconds and bytes at most.

        A job whose child died is done once more in a fresh server. Raises TooSlow, TooLong, Died, or Full.
        """
        with self._place():
            for _ in range(2):
                os.lseek(file, 0, os.SEEK_SET)
                with contextlib.suppress(Died):
                    return _judged(*self._asked(file, job, wait, most))
        raise Died

    def close(self) -> None:
        """End all servers of this process that are at rest."""
        with self._guard:
            servers, self.idle[:] = list(self.idle), []
        for server in servers:
            with contextlib.suppress(OSError):
                server.close()

    def _asked(self, file: int, job: bytes, wait: float, most: int) -> tuple[bytes | None, Ended]:
        if sys.platform != "linux":
            return _alone(self.work, file, job, wait)
        server = self._take()
        try:
            found = server.ask(file, job, wait, most)
        except BaseException as problem:  # Ctrl+C too: a server that is at work is not left behind
            server.close()
            if isinstance(problem, OSError):
                raise Died from None
            raise
        self._give_back(server)
        return found

    @contextlib.contextmanager
    def _place(self) -> Iterator[None]:
        """Hold one of the places, after a wait where none is free. Raises Full."""
        if not self._places.acquire(blocking=False):
            self._wait()
        try:
            yield
        finally:
            self._places.release()

    def _wait(self) -> None:
        with self._guard:
            if self.queue.most is not None and self._waiting >= self.queue.most:
                raise Full
            self._waiting += 1
        try:
            if not self._places.acquire(timeout=self.queue.patience):
                raise Full
        finally:
            with self._guard:
                self._waiting -= 1

    def _take(self) -> Server:
        with self._guard:
            while self.idle:
                server = self.idle.pop()
                if server.alive():
                    return server
                server.close()
        return Server(self.work)

    def _give_back(self, server: Server) -> None:
        if server.jobs >= self.work.jobs:
            server.close()
            return
        with self._guard:
            self.idle.append(server)


class Server:
    """One server and the line to it."""

    def __init__(self, work: Work) -> None:
        """Start it; it can be asked at once, and answers when it is warm."""
        self.owner, self.jobs = os.getpid(), 0
        self._line, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with other:
            start = _START.format(module=work.module, what="serve", arg="int(sys.argv[1])")
            self.process = subprocess.Popen(
                [sys.executable, "-I", "-c", start, _HOME, str(other.fileno())],
                cwd=work.folder,
                env={"LANG": "C.UTF-8", **work.environment},
                pass_fds=(other.fileno(),),
                stdin=_NULL,
                stdout=_NULL,
                stderr=_NULL,
            )

    def ask(self, file: int, job: bytes, wait: float, most: int) -> tuple[bytes | None, Ended]:
        """Return what the child wrote (None where it wrote too much) and how it ended. Raises OSError where it died."""
        self.jobs += 1
        mine, theirs = os.pipe()
        try:
            try:
                socket.send_fds(self._line, [msgspec.json.encode(Order(wait, msgspec.Raw(job)))], [file, theirs])
            finally:
                os.close(theirs)
            deadline = time.monotonic() + wait + _GRACE
            out = _drain(mine, most, deadline)
        finally:
            os.close(mine)
        self._line.settimeout(max(0.1, deadline - time.monotonic()))
        message = self._line.recv(4096)
        if not message:
            raise ConnectionResetError
        return out, msgspec.json.decode(message, type=Ended)

    def alive(self) -> bool:
        """Return whether it can take a job of this process."""
        return self.owner == os.getpid() and self.process.poll() is None

    def close(self) -> None:
        """End the server; one of another process (before a fork) is only let go."""
        self._line.close()
        if self.owner == os.getpid():
            self.process.kill()
            self.process.wait()


def _judged(out: bytes | None, ended: Ended) -> bytes:
    """Return the answer of a child that ended well. Raises TooSlow, TooLong, Died."""
    if ended.late or (ended.status and os.WIFSIGNALED(ended.status) and os.WTERMSIG(ended.status) == signal.SIGXCPU):
        raise TooSlow
    if out is None:
        raise TooLong
    if ended.status != 0:
        raise Died
    return out


def _alone(work: Work, file: int, job: bytes, wait: float) -> tuple[bytes | None, Ended]:
    """Where the system has no such servers: a fresh process for the job, with the limits and walls that there are."""
    start = _START.format(module=work.module, what="alone", arg="")
    call = [sys.executable, "-I", "-c", start, _HOME, job.decode()]
    environment = {**os.environ, **work.environment}
    try:
        done = subprocess.run(
            call, stdin=file, capture_output=True, timeout=wait, check=False, cwd=work.folder, env=environment
        )
    except subprocess.TimeoutExpired:
        return b"", Ended(0, late=True)
    if done.returncode != 0:
        raise Died
    return done.stdout, Ended(0)


@contextlib.contextmanager
def laid(data: bytes) -> Iterator[int]:
    """Hold bytes as an open file without a name: in memory where the system has such files."""
    if hasattr(os, "memfd_create"):
        file = os.memfd_create("job", os.MFD_CLOEXEC)
        try:
            with open(file, "wb", closefd=False) as whole:
                whole.write(data)
            os.lseek(file, 0, os.SEEK_SET)
            yield file
        finally:
            os.close(file)
        return
    with tempfile.TemporaryFile() as kept:
        kept.write(data)
        kept.seek(0)
        yield kept.fileno()


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
