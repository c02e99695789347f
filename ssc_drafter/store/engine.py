"""Connections to SQLite: the settings that every one gets, and how a transaction begins."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

# Set on every connection and read back by a test. FULL: a save that was answered survives a power cut.
# No connection checkpoints by itself: SQLite before 3.51.3 can corrupt a file when two checkpoint at once
# (sqlite.org/wal.html#walresetbug), so there is one checkpointer (checkpoint.py).
PRAGMAS: dict[str, str | int] = {
    "busy_timeout": 10_000,
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "temp_store": 2,
    "secure_delete": 1,
    "wal_autocheckpoint": 0,
}


def _set_up(raw: Any, _record: object) -> None:
    raw.isolation_level = None  # transactions begin where we say so, not where the driver thinks
    cursor = raw.cursor()
    for name, value in PRAGMAS.items():
        cursor.execute(f"PRAGMA {name}={value}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Begin at once for writing: a read that later writes would fail as busy without a second try."""
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def engine_for(path: Path) -> Engine:
    """Return an engine whose every connection has our settings. Opens nothing yet."""
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)), pool_size=8, max_overflow=24, connect_args={"timeout": 10}
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine
