"""Opening a store: the one way in, for the server and for the command line.

Several processes may have a store open (a server and `policies add`): writes wait for one another, nobody but the server
checkpoints while others are there, and a migration or a restore waits until it is alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, select

from ssc_drafter.errors import Problem
from ssc_drafter.store import audit, migrate, points
from ssc_drafter.store.actor import COMMAND_LINE
from ssc_drafter.store.engine import engine_for
from ssc_drafter.store.faults import as_problems
from ssc_drafter.store.folder import DATABASE, Lock, prepare, secret_key
from ssc_drafter.store.tables import meta


class Store:
    """An open store. Use it as a context manager, or `close` it."""

    def __init__(self, folder: Path, engine: Engine, lock: Lock) -> None:
        self.folder, self.engine, self._lock = folder, engine, lock
        with self.reading() as connection:
            known = {row.key: row.value for row in connection.execute(select(meta))}
        self.id: str = known["store_id"]
        self.demo: bool = known["demo"] == "1"
        self.key, made = secret_key(folder)
        if made:
            with self.writing() as connection:
                audit.append(connection, COMMAND_LINE, "store.key_made", f"store:{self.id}")

    @classmethod
    def open(cls, folder: Path, *, demo: bool = False) -> Store:
        """Open the store of a folder; make it where there is none, bring it up to date where it is older.

        Raises Problem: a network disk, a damaged, newer or foreign file, a demonstration opened as the real thing or the
        other way round, somebody else at work where it must be alone.
        """
        folder = prepare(Path(folder))
        lock = Lock(folder / "store.lock")
        try:
            _bring_up_to_date(folder, lock, demo=demo)
            store = cls(folder, engine_for(folder / DATABASE), lock)
        except BaseException:
            lock.release()
            raise
        if store.demo != demo:
            store.close()
            raise Problem("store.is_demo" if store.demo else "store.is_no_demo", where=str(folder))
        return store

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the store throughout."""
        with as_problems(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection with the store's one pen; commits at the end, all or nothing."""
        with as_problems(), self.engine.connect() as raw, raw.execution_options(immediate=True).begin():
            yield raw
            points.reached("before_commit")
        points.reached("after_commit")

    def close(self) -> None:
        """Close every connection and let others be alone with the store."""
        self.engine.dispose()
        self._lock.release()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, why: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def _bring_up_to_date(folder: Path, lock: Lock, *, demo: bool) -> None:
    """Leave the folder with a store of this version and the lock shared."""
    path = folder / DATABASE
    if not lock.take(alone=False, wait=60):
        raise Problem("store.others", where=str(folder))
    if migrate.look(path).state != "current":
        if not lock.take(alone=True, wait=30):
            raise Problem("store.others", where=str(folder))
        found = migrate.look(path)  # again: somebody may have done it while we waited
        if found.state == "none":
            _refuse_a_lost_store(folder)
            migrate.make(path, demo=demo)
        elif found.state == "older":
            migrate.upgrade(path, found.version)
    lock.take(alone=False)


def _refuse_a_lost_store(folder: Path) -> None:
    """An empty store in place of one that a restore had put aside would look like a loss."""
    kept = sorted(folder.glob("before-restore-*"))
    if kept:
        raise Problem("store.half_restored", where=str(folder), kept=kept[-1].name)
