"""What a check found, kept so that a page need not check again. A cache: it can be thrown away and made anew."""

from __future__ import annotations

from sqlalchemy import delete, select

from ssc_drafter.store import clock
from ssc_drafter.store.opened import Store
from ssc_drafter.store.tables import report


def keep(store: Store, draft_id: str, version: int, key: str, body: bytes) -> None:
    """Keep a report on a version of a draft. `key` says what it was held against; older versions' reports go."""
    where = report.c.draft_id == draft_id
    with store.writing() as connection:
        connection.execute(delete(report).where(where & ((report.c.version < version) | (report.c.key == key))))
        row = {"draft_id": draft_id, "version": version, "key": key, "body": body, "at": clock.stamp()}
        connection.execute(report.insert().values(**row))


def kept(store: Store, draft_id: str, version: int, key: str) -> bytes | None:
    """Return a report that was kept, or None."""
    where = (report.c.draft_id == draft_id) & (report.c.version == version) & (report.c.key == key)
    with store.reading() as connection:
        found = connection.scalar(select(report.c.body).where(where))
    return bytes(found) if found is not None else None
