"""The library as drafts were made from it: kept once by its hash, so that any past draft can be made again byte for byte."""

from __future__ import annotations

from sqlalchemy import select

from ssc_drafter.errors import Problem
from ssc_drafter.store import clock
from ssc_drafter.store.faults import Damaged
from ssc_drafter.store.opened import Store
from ssc_drafter.store.tables import shelf


def keep(store: Store, digest: str, body: bytes) -> None:
    """Keep a packed library under its hash; one that is there already stays."""
    if has(store, digest):
        return
    with store.writing() as connection:
        if connection.scalar(select(shelf.c.sha256).where(shelf.c.sha256 == digest)) is None:
            connection.execute(shelf.insert().values(sha256=digest, body=body, at=clock.stamp()))


def has(store: Store, digest: str) -> bool:
    """Say whether a library is kept."""
    with store.reading() as connection:
        return connection.scalar(select(shelf.c.sha256).where(shelf.c.sha256 == digest)) is not None


def read(store: Store, digest: str) -> bytes:
    """Return a packed library, held against its hash. Raises Problem where none is kept, Damaged."""
    with store.reading() as connection:
        body = connection.scalar(select(shelf.c.body).where(shelf.c.sha256 == digest))
    if body is None:
        raise Problem("store.no_shelf", number=digest[:12])
    if clock.sha256(bytes(body)) != digest:
        raise Damaged("store.changed_bytes", what=f"library {digest[:12]}")
    return bytes(body)
