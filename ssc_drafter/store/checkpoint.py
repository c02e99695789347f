"""The one checkpointer. SQLite before 3.51.3 can corrupt a store when one connection checkpoints, another ends a checkpoint
and a third commits; so the server alone moves pages from the log into the store, and holds the pen while it does.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager

from ssc_drafter.store.folder import DATABASE
from ssc_drafter.store.opened import Store

log = logging.getLogger("ssc_drafter.store")
EVERY = 20.0  # seconds
ALARM = 64_000_000  # bytes of log that a long reader keeps from being moved


def once(store: Store) -> tuple[int, int]:
    """Move what may be moved, while nobody can commit. Returns pages in the log and pages moved."""
    with closing(store.engine.raw_connection()) as mover, store.writing():
        cursor = mover.cursor()
        cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")
        _busy, pages, moved = cursor.fetchone() or (0, 0, 0)
        cursor.close()
    return int(pages), int(moved)


def _watch(store: Store, stop: threading.Event) -> None:
    while not stop.wait(EVERY):
        try:
            once(store)
            size = (store.folder / f"{DATABASE}-wal").stat().st_size
            if size > ALARM:
                log.warning("the log of the store has %d bytes: somebody reads for very long", size)
        except Exception as why:  # the only checkpointer: without it the log grows until the disk is full
            log.warning("no checkpoint this time: %s", type(why).__name__)


@contextmanager
def running(store: Store) -> Iterator[None]:
    """Checkpoint every few seconds in a thread of its own, and a last time at the end."""
    stop = threading.Event()
    thread = threading.Thread(target=_watch, args=(store, stop), name="checkpointer", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(timeout=15)
        once(store)
