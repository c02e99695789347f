"""The data folder: made for its owner alone, on a disk that locks files truly, used by one server at a time.

Three files beside the store: `store.lock` (held shared by whoever has the store open, alone by a migration or a restore),
`server.lock` (held by the one server), `secret.key`. Locks are on files of their own: closing any handle of an SQLite file
would drop SQLite's own locks.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import time
from pathlib import Path

from ssc_drafter.errors import Problem

DATABASE = "store.db"
KEY = "secret.key"
NETWORK = (
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afs",
    "ceph",
    "glusterfs",
    "lustre",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.s3fs",
)


def usual(*, demo: bool = False) -> Path:
    """Return the folder that is used where none is named; the demonstration has one of its own."""
    from platformdirs import user_data_path

    return user_data_path("ssc-drafter-demo" if demo else "ssc-drafter")


def prepare(folder: Path) -> Path:
    """Make the folder where it is missing, closed to others, and return its full path. Raises Problem."""
    folder = folder.expanduser().absolute()
    try:
        ours = not folder.exists() or not any(folder.iterdir()) or (folder / DATABASE).exists()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if ours:
            folder.chmod(0o700)
    except (NotADirectoryError, FileExistsError) as why:
        raise Problem("store.not_a_folder", where=str(folder)) from why
    except OSError as why:
        raise Problem("store.folder_refused", where=str(folder), detail=why.strerror or "") from why
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Problem("store.folder_refused", where=str(folder), detail="not writable")
    kind = file_system(folder.resolve())
    if kind in NETWORK:
        raise Problem("store.network_disk", where=str(folder), kind=kind)
    return folder


def file_system(path: Path, mounts: str | None = None) -> str:
    """Return the kind of file system a path lies on, as Linux names it; empty where that cannot be known."""
    table = Path("/proc/self/mountinfo")
    if mounts is None:
        mounts = table.read_text("utf-8", "replace") if table.exists() else ""
    best, kind = "", ""
    for line in mounts.splitlines():
        left, _, right = line.partition(" - ")
        fields = left.split()
        if len(fields) < 5 or not right:
            continue
        point = fields[4].replace("\\040", " ")
        if Path(point) in (path, *path.parents) and len(point) >= len(best):
            best, kind = point, right.split()[0]
    return kind


class Lock:
    """A lock on a file, held until `release` or until the process ends."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def take(self, *, alone: bool, wait: float = 0.0) -> bool:
        """Take or change the lock; `alone` keeps everybody else out. Returns whether it was had within `wait` seconds."""
        until = time.monotonic() + wait
        while True:
            try:
                fcntl.flock(self._handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= until:
                    return False
                time.sleep(0.02)
            else:
                return True

    def release(self) -> None:
        """Let go."""
        os.close(self._handle)


def server_lock(folder: Path) -> Lock:
    """Take the place of the one server of a folder. Raises Problem when another has it."""
    lock = Lock(folder / "server.lock")
    if not lock.take(alone=True):
        lock.release()
        raise Problem("store.second_server", where=str(folder))
    return lock


def is_strong(key: str) -> bool:
    """Say whether a key may be used: 64 hexadecimal digits that are not a pattern."""
    return len(key) >= 64 and all(char in "0123456789abcdef" for char in key) and len(set(key)) >= 8


def secret_key(folder: Path) -> tuple[str, bool]:
    """Return the server's key and whether it was made now. Raises Problem when the one there is weak or readable by others."""
    path = folder / KEY
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    except FileExistsError:
        key = path.read_text("ascii", "replace").strip()
        if path.stat().st_mode & 0o077:
            raise Problem("store.key_open", where=str(path), file=path) from None
        if not is_strong(key):
            raise Problem("store.key_weak", where=str(path)) from None
        return key, False
    with os.fdopen(handle, "w") as out:
        key = secrets.token_hex(32)
        out.write(key + "\n")
        out.flush()
        os.fsync(out.fileno())
    return key, True
