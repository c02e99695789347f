"""Backup and restore. A backup that has not been opened, compared and found whole is not called one; a restore looks at the
backup before it touches the store, and keeps the store that it replaces.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from msgspec import Struct
from sqlalchemy import delete

from ssc_drafter.errors import Problem
from ssc_drafter.store import audit, clock, migrate, sealed
from ssc_drafter.store.actor import COMMAND_LINE
from ssc_drafter.store.copies import Sound, copy_store, flush, read_only, reading_engine, verify
from ssc_drafter.store.engine import engine_for
from ssc_drafter.store.faults import as_problems
from ssc_drafter.store.folder import DATABASE, Lock, prepare, server_lock
from ssc_drafter.store.opened import Store
from ssc_drafter.store.tables import FILE_MARK, HEAD, link, session

PATIENCE = 5.0  # seconds that a restore waits for others to end
BESIDE = ("-wal", "-shm", "-journal")


class Backup(Struct, frozen=True):
    """A backup that was opened and compared. `sound.head` is to be kept apart from it: the witness of the audit record."""

    file: str
    size: int
    sha256: str
    sound: Sound


def backup(store: Store, target: Path, public: str = "") -> Backup:
    """Write the whole store to one file, verify it, and only then give it its name. Raises Problem: then no file is changed.

    Neither the server's key nor sessions nor one-time links are in it. With a public key the file is sealed for it; the open
    copy is then made and verified inside the store's own folder.
    """
    target = target.expanduser().absolute()
    closed = target.with_name(f".{target.name}.{clock.new_id()}.part")
    part = store.folder / closed.name if public else closed
    try:
        with as_problems():
            copy_store(store.folder / DATABASE, part)
            _forget_sessions(part)
            sound = check(part)
        if public:
            sealed.seal(part, closed, public)
            closed.chmod(0o600)
        closed.replace(target)
        flush(target.parent)
    except OSError as why:
        raise Problem("store.backup_folder", where=str(target), detail=why.strerror or "") from why
    finally:
        for leftover in (part, closed):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)
    return Backup(str(target), target.stat().st_size, clock.sha256(target.read_bytes()), sound)


def _forget_sessions(copy: Path) -> None:
    """Take sessions and links out of a copy: a stolen or restored backup signs nobody in."""
    with closing(sqlite3.connect(copy)) as raw:
        raw.execute("PRAGMA secure_delete=1")
        raw.execute(f"DELETE FROM {session.name}")  # noqa: S608 - our own table's name
        raw.execute(f"DELETE FROM {link.name}")  # noqa: S608
        raw.commit()
    flush(copy)


def check(copy: Path) -> Sound:
    """Open a copy that nobody writes and hold it against its own hashes. Raises Problem."""
    engine = reading_engine(copy)
    try:
        with as_problems(), engine.connect() as connection:
            return verify(connection)
    finally:
        engine.dispose()


def restore(source: Path, folder: Path, key: Path | None = None) -> Sound:
    """Put a backup in the place of a folder's store, which is kept in `before-restore-...`. `key` opens a sealed one.

    Raises Problem: then nothing changed. Nobody else may have the store open. Everybody signs in anew.
    """
    source = source.expanduser().absolute()
    if not source.is_file():
        raise Problem("store.backup_missing", where=str(source))
    folder = prepare(folder)
    server, alone = server_lock(folder), Lock(folder / "store.lock")
    part = folder / "restoring.part"
    try:
        if not alone.take(alone=True, wait=PATIENCE):
            raise Problem("store.others", where=str(folder))
        sound = _checked_copy(source, part, key)
        _put_aside(folder)
        part.replace(folder / DATABASE)
        flush(folder)
        return sound
    except OSError as why:
        raise Problem("store.folder_refused", where=str(folder), detail=why.strerror or "") from why
    finally:
        for name in ("", *BESIDE):
            part.with_name(part.name + name).unlink(missing_ok=True)
        alone.release()
        server.release()


def _checked_copy(source: Path, part: Path, key: Path | None) -> Sound:
    """Copy a backup, hold it against its hashes, bring it to this version, note the restore in its record."""
    if sealed.is_sealed(source):
        sealed.unseal(source, part, key)
    else:
        shutil.copyfile(source, part)
    part.chmod(0o600)
    version = _version_of(part, source)
    try:
        if version != HEAD:
            migrate.raw_check(part)
        else:
            check(part)
        with as_problems():
            sound = _ready(part, version)
    except Problem as why:
        raise Problem("store.backup_unsound", where=str(source), detail=why.sentence()) from why
    flush(part)
    return sound


def _version_of(copy: Path, source: Path) -> str:
    """Return which migration a backup is at. Raises Problem for another program's file, a cut one and a newer one."""
    size = copy.stat().st_size
    try:
        with closing(sqlite3.connect(read_only(copy), uri=True)) as raw:
            mark = raw.execute("PRAGMA application_id").fetchone()[0]
            pages, page = raw.execute("PRAGMA page_count").fetchone()[0], raw.execute("PRAGMA page_size").fetchone()[0]
            row = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as why:
        raise Problem("store.not_a_backup", where=str(source)) from why
    if mark != FILE_MARK or row is None or pages * page != size:
        raise Problem("store.not_a_backup", where=str(source))
    version = str(row[0])
    if not migrate.is_known(version):
        raise Problem("store.newer", where=str(source), found=version, ours=HEAD)
    return version


def _ready(part: Path, version: str) -> Sound:
    engine = engine_for(part)
    try:
        if version != HEAD:
            migrate.migrate(engine, version)
        with engine.connect() as raw, raw.execution_options(immediate=True).begin():
            raw.execute(delete(session))
            raw.execute(delete(link))
            audit.append(raw, COMMAND_LINE, "store.restored", f"store:{version}")
            sound = verify(raw)
    finally:
        engine.dispose()
    with closing(sqlite3.connect(part)) as alone:
        alone.execute("PRAGMA journal_mode=DELETE")  # one file again
    return sound


def _put_aside(folder: Path) -> None:
    """Keep the store that is replaced in a folder of its own, with whatever log lies beside it, damaged or not."""
    live = folder / DATABASE
    if not live.exists():
        return
    kept = folder / f"before-restore-{clock.now():%Y%m%d-%H%M%S-%f}"
    kept.mkdir(mode=0o700)
    with suppress(sqlite3.Error), closing(sqlite3.connect(live)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for name in (*BESIDE, ""):  # the store last: until then it is still there for the next start
        part = live.with_name(live.name + name)
        if part.exists():
            part.replace(kept / part.name)
    flush(kept)
    flush(folder)
