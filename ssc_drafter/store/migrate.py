"""Bringing a store to this version: a verified copy first, then every migration in one transaction, then a comparison."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from msgspec import Struct
from sqlalchemy import Connection, Engine, select

from ssc_drafter.errors import Problem
from ssc_drafter.store import audit, clock
from ssc_drafter.store.actor import COMMAND_LINE
from ssc_drafter.store.copies import copy_store, reading_engine, verify
from ssc_drafter.store.engine import engine_for
from ssc_drafter.store.faults import Damaged, as_problems
from ssc_drafter.store.tables import FILE_MARK, HEAD, meta, revision

HERE = Path(__file__).parent / "migrations"


class Found(Struct, frozen=True):
    """What lies in the folder: nothing yet, a store of this version, an older one."""

    state: Literal["none", "current", "older"]
    version: str = ""


def look(path: Path) -> Found:
    """Say what kind of store a file is. Raises Problem for a newer one, for another program's file and for a damaged one."""
    if not path.exists():
        return Found("none")
    try:
        with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=rw", uri=True, timeout=10)) as raw:
            raw.execute("PRAGMA wal_autocheckpoint=0")
            mark = raw.execute("PRAGMA application_id").fetchone()[0]
            tables = {row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type='table'")}
            if mark == 0 and not tables:
                return Found("none")
            if mark != FILE_MARK or "alembic_version" not in tables:
                raise Problem("store.foreign", where=str(path))
            version = str(raw.execute("SELECT version_num FROM alembic_version").fetchone()[0])
            if raw.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise Damaged("store.damaged", where=str(path))
    except sqlite3.OperationalError as why:
        raise Problem("store.folder_refused", where=str(path), detail=str(why)) from why
    except sqlite3.DatabaseError as why:
        raise Damaged("store.damaged", where=str(path)) from why
    return _known(path, version)


def _known(path: Path, version: str) -> Found:
    if version == HEAD:
        return Found("current", version)
    if is_known(version):
        return Found("older", version)
    raise Problem("store.newer", where=str(path), found=version, ours=HEAD)


def is_known(version: str) -> bool:
    """Say whether a version is this one or one that we can bring up to date."""
    if version == HEAD:
        return True
    from alembic.script import ScriptDirectory  # 0.4 s: only where a store is not of this version

    return version in {script.revision for script in ScriptDirectory(str(HERE)).walk_revisions()}


def make(path: Path, *, demo: bool) -> None:
    """Make an empty store. Killed at any moment, it leaves nothing that counts as a store."""
    path.touch(mode=0o600)
    engine = engine_for(path)
    with as_problems(), engine.connect().execution_options(immediate=True) as connection, connection.begin():
        _run(connection)
        connection.exec_driver_sql(f"PRAGMA application_id={FILE_MARK}")
        rows = {"store_id": clock.new_id(), "made": clock.stamp(), "demo": str(int(demo))}
        connection.execute(meta.insert(), [{"key": key, "value": value} for key, value in rows.items()])
        audit.append(connection, COMMAND_LINE, "store.made", f"store:{rows['store_id']}", note=HEAD)
    engine.dispose()


def upgrade(path: Path, version: str) -> Path:
    """Bring an older store to this version; return the verified copy made before. Raises Problem: then nothing changed."""
    kept = path.with_name(f"before-{HEAD}-from-{version}-{clock.now():%Y%m%d-%H%M%S}.db")
    copy_store(path, kept)
    raw_check(kept)
    engine = engine_for(path)
    with as_problems():
        migrate(engine, version)
    engine.dispose()
    return kept


def raw_check(path: Path) -> None:
    """Hold a copy of an older store with what every version has: SQLite's own checks."""
    engine = reading_engine(path)
    with as_problems(), engine.connect() as connection:
        if connection.exec_driver_sql("PRAGMA integrity_check(3)").scalars().all() != ["ok"]:
            raise Damaged("store.damaged", where=str(path))
    engine.dispose()


def migrate(engine: Engine, version: str) -> None:
    """Run every migration that a store lacks, in one transaction; the words of every draft must be the same after as before."""
    with engine.connect() as raw:
        connection = raw.execution_options(immediate=True)
        with connection.begin():
            pass  # connects; a pragma on foreign keys counts only outside a transaction
        driver: Any = connection.connection.driver_connection
        driver.execute("PRAGMA foreign_keys=0")  # a table that is copied loses its children otherwise
        try:
            with connection.begin():
                before = _words(connection)
                _run(connection)
                if _words(connection) != before:
                    raise Damaged("store.migration_changed_words")
                audit.append(connection, COMMAND_LINE, "store.migrated", f"store:{version}", note=HEAD)
                verify(connection)
        finally:
            driver.execute("PRAGMA foreign_keys=1")


def _words(connection: Connection) -> list[tuple[str, int, str]]:
    columns = (revision.c.draft_id, revision.c.version, revision.c.sha256)
    query = select(*columns).order_by(*columns)
    return [(row.draft_id, row.version, row.sha256) for row in connection.execute(query)]


def _run(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
