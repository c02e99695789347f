"""What can go wrong beneath the store, as sentences: a full disk, a damaged file, a store that is busy."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, OperationalError

from ssc_drafter.errors import Problem


class Damaged(Problem):
    """The store, or a copy of it, holds other bytes than were written."""


SENTENCES = (
    ("disk is full", "store.disk_full"),
    ("locked", "store.busy"),
    ("busy", "store.busy"),
    ("readonly", "store.read_only"),
    ("disk i/o", "store.disk_broken"),
    ("unable to open", "store.disk_broken"),
)


def problem_of(why: Exception) -> Problem | None:
    """Return the sentence for a failure of SQLite or of the disk, or None when it is none of those: then it is our fault."""
    text = str(getattr(why, "orig", None) or why).lower()
    if any(part in text for part in ("malformed", "not a database", "could not decode")):
        return Damaged("store.damaged")
    return next((Problem(key) for part, key in SENTENCES if part in text), None)


@contextmanager
def as_problems() -> Iterator[None]:
    """Turn the disk's and SQLite's own failures into Problems; let everything else through."""
    try:
        yield
    except (OperationalError, DatabaseError, sqlite3.DatabaseError) as why:
        found = problem_of(why)
        if found is None:
            raise
        raise found from why
