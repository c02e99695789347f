"""Copies of a store made by SQLite's backup interface, and whether one is sound: the bytes, the hashes, the chain."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct
from sqlalchemy import Connection, Engine, create_engine, func, select
from sqlalchemy.pool import NullPool

from ssc_drafter.store import audit
from ssc_drafter.store.clock import sha256
from ssc_drafter.store.faults import Damaged
from ssc_drafter.store.tables import draft, file, house_clause, instrument, revision, shelf


class Sound(Struct, frozen=True):
    """What a verified store holds, and the head of its audit record to be kept elsewhere."""

    drafts: int
    revisions: int
    instruments: int
    files: int
    head: str


def flush(path: Path) -> None:
    """Have the disk keep a file or a folder before going on."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def copy_store(source: Path, target: Path) -> None:
    """Write a consistent copy of a store that may be in use. One file, flushed; a plain copy of the file would not do."""
    target.unlink(missing_ok=True)
    os.close(os.open(target, os.O_CREAT | os.O_EXCL, 0o600))
    with closing(sqlite3.connect(f"file:{quote(str(source))}?mode=rw", uri=True, timeout=10)) as live:
        live.execute("PRAGMA wal_autocheckpoint=0")
        with closing(sqlite3.connect(target)) as copy:
            live.backup(copy, pages=2048, sleep=0.01)
            copy.execute("PRAGMA journal_mode=DELETE")
    flush(target)


def read_only(path: Path) -> str:
    """Return the address under which SQLite only reads a store that nobody writes, whatever signs stand in its path."""
    return f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1"


def reading_engine(path: Path) -> Engine:
    """Return an engine that only reads a store nobody writes: a copy."""
    address = read_only(path)
    return create_engine("sqlite://", creator=lambda: sqlite3.connect(address, uri=True), poolclass=NullPool)


def verify(connection: Connection, witness: str = "") -> Sound:
    """Hold a store against its own hashes and return what it holds. Raises Damaged, or Problem for the audit record."""
    if connection.exec_driver_sql("PRAGMA integrity_check(3)").scalars().all() != ["ok"]:
        raise Damaged("store.damaged")
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise Damaged("store.damaged")
    audit.verify(connection, witness)
    revisions = _revisions(connection)
    for table in (instrument, file):
        for row in connection.execute(select(table.c.id, table.c.body, table.c.sha256).execution_options(yield_per=20)):
            if sha256(row.body) != row.sha256:
                raise Damaged("store.changed_bytes", what=f"{table.name} {row.id}")
    for table in (shelf, house_clause):
        for kept in connection.execute(select(table.c.body, table.c.sha256).execution_options(yield_per=20)):
            if sha256(kept.body) != kept.sha256:
                raise Damaged("store.changed_bytes", what=f"{table.name} {kept.sha256[:12]}")
    count = {table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in (draft, instrument, file)}
    return Sound(count["draft"], revisions, count["instrument"], count["file"], audit.head(connection))


def _revisions(connection: Connection) -> int:
    """Count the revisions, each held against its hash, its number and its line in the audit record."""
    recorded = _recorded(connection)
    last: dict[str, int] = {}
    number = 0
    query = select(revision).order_by(revision.c.draft_id, revision.c.version).execution_options(yield_per=50)
    for row in connection.execute(query):
        sound = sha256(row.body) == row.sha256 and recorded.get((row.draft_id, row.version)) == row.sha256
        if not sound or row.version != last.get(row.draft_id, 0) + 1:
            raise Damaged("store.changed_bytes", what=f"draft {row.draft_id}, version {row.version}")
        last[row.draft_id] = row.version
        number += 1
    heads = {row.id: row.version for row in connection.execute(select(draft.c.id, draft.c.version))}
    if heads != last:
        raise Damaged("store.damaged")
    return number


def _recorded(connection: Connection) -> dict[tuple[str, int], str]:
    lines = (audit.body_of(entry) for entry in audit.entries(connection))
    saved = (line for line in lines if line["act"] in ("draft.created", "draft.saved"))
    return {(str(line["what"]).removeprefix("draft:"), int(str(line["ver"]))): str(line["sha256"]) for line in saved}
