"""A PostgreSQL of its own for the tests: a cluster in a folder, on a socket there and on no port, gone when the tests end.

`engine_of` says what an engine has to do so that the store's promises hold on PostgreSQL: readers see one state throughout, writers
take turns. The program itself does not use it: it keeps its store in SQLite.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event

from ssc_drafter.store import audit, clock, migrate
from ssc_drafter.store.actor import COMMAND_LINE
from ssc_drafter.store.folder import Lock, prepare
from ssc_drafter.store.opened import Store
from ssc_drafter.store.tables import HEAD, meta

PEN = 20_261_125  # the number of the advisory lock that a writer holds
ACCOUNTS = ("postgres", "nobody")  # PostgreSQL refuses to run as root


def programs() -> Path | None:
    """Return the folder of PostgreSQL's programs, the newest one, or None where there is none."""
    found = shutil.which("initdb")
    listed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return Path(found).parent if found else listed[-1].parent if listed else None


class Cluster:
    """A running server. `folder` holds its data and its socket."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self.programs, self.folder, self._made = programs, folder, 0
        known = {one.pw_name for one in pwd.getpwall()}
        self.account = next((one for one in ACCOUNTS if one in known), "") if os.geteuid() == 0 else ""
        if self.account:
            shutil.chown(folder, self.account)

    def run(self, program: str, *line: str) -> None:
        """Run one of PostgreSQL's programs, as somebody else where we are root."""
        before = ["runuser", "-u", self.account, "--"] if self.account else []
        done = subprocess.run(
            [*before, str(self.programs / program), *line], cwd=self.folder, capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 0, done.stderr

    def url(self, database: str) -> URL:
        return URL.create("postgresql+psycopg", "ssc", database=database, query={"host": str(self.folder)})

    def execute(self, statement: str) -> None:
        engine = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)
        engine.dispose()

    def database(self, template: str = "template1") -> str:
        """Make a database, as a copy of another, and return its name."""
        self._made += 1
        self.execute(f"CREATE DATABASE d{self._made} TEMPLATE {template}")
        return f"d{self._made}"


@contextmanager
def cluster(programs: Path) -> Iterator[Cluster]:
    """Give a server that is stopped, with all it held, at the end."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # a short path: that of a socket has at most 107 signs
    made = Cluster(programs, folder)
    data = str(folder / "data")
    try:
        made.run("initdb", "-D", data, "-U", "ssc", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        made.run("pg_ctl", "-D", data, "-o", options, "-l", str(folder / "log"), "-w", "start")
        yield made
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            made.run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get("immediate", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({PEN})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def engine_of(url: URL) -> Engine:
    """Return an engine that begins as ours of SQLite does: one writer at a time, a reader in one state of the store."""
    engine = create_engine(url, pool_size=8, max_overflow=24)
    event.listen(engine, "begin", _begin)
    return engine


def make(url: URL) -> None:
    """Make an empty store: every migration, then what migrate.make writes."""
    engine = engine_of(url)
    with engine.connect().execution_options(immediate=True) as connection, connection.begin():
        migrate._run(connection)
        rows = {"store_id": clock.new_id(), "made": clock.stamp(), "demo": "0"}
        connection.execute(meta.insert(), [{"key": key, "value": value} for key, value in rows.items()])
        audit.append(connection, COMMAND_LINE, "store.made", f"store:{rows['store_id']}", note=HEAD)
    engine.dispose()


@contextmanager
def opened(folder: Path, url: URL) -> Iterator[Store]:
    """Give a store whose rows are in PostgreSQL; its key lies in `folder`."""
    folder = prepare(folder)
    lock = Lock(folder / "store.lock")
    assert lock.take(alone=False)
    with Store(folder, engine_of(url), lock) as store:
        yield store
