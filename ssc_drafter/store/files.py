"""Files that people brought: drafts, laws, the ministry's reference document. Kept as they came, never opened here."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct
from sqlalchemy import Row, desc, select

from ssc_drafter.errors import Problem
from ssc_drafter.store import audit, clock
from ssc_drafter.store.actor import Actor
from ssc_drafter.store.faults import Damaged
from ssc_drafter.store.opened import Store
from ssc_drafter.store.tables import file

Purpose = Literal["draft", "reference", "policy"]


class File(Struct, frozen=True):
    """A kept file; `name` is what its owner called it and names nothing on our disk. `about` leaves `body` empty."""

    id: str
    purpose: str
    draft_id: str | None
    name: str
    media: str
    size: int
    sha256: str
    at: str
    body: bytes = b""


ABOUT = tuple(column for column in file.c if column.name not in ("body", "author"))


def _file(row: Row[Any], body: bytes = b"") -> File:
    return File(row.id, row.purpose, row.draft_id, row.name, row.media, row.size, row.sha256, row.at, body)


def keep(store: Store, actor: Actor, purpose: Purpose, name: str, media: str, body: bytes, draft_id: str | None = None) -> str:
    """Keep a file and return its id. A zero byte in its name is kept as U+FFFD: PostgreSQL has none in a text."""
    file_id, digest = clock.new_id(), clock.sha256(body)
    name = name[:300].replace("\0", "\ufffd")
    row = {"id": file_id, "purpose": purpose, "name": name, "media": media, "size": len(body), "sha256": digest}
    with store.writing() as connection:
        connection.execute(file.insert().values(**row, body=body, draft_id=draft_id, author=actor.id, at=clock.stamp()))
        audit.append(connection, actor, "file.kept", f"file:{file_id}", sha=digest, note=purpose)
    return file_id


def about(store: Store, file_id: str) -> File | None:
    """Return what is known of a file without its bytes, or None."""
    with store.reading() as connection:
        row: Any = connection.execute(select(*ABOUT).where(file.c.id == file_id)).first()
    return _file(row) if row else None


def read(store: Store, file_id: str) -> File:
    """Return a file with its bytes, held against their hash. Raises Problem, Damaged."""
    with store.reading() as connection:
        row = connection.execute(select(file).where(file.c.id == file_id)).first()
    if row is None:
        raise Problem("store.no_file")
    if clock.sha256(row.body) != row.sha256:
        raise Damaged("store.changed_bytes", what=f"file {file_id}")
    return _file(row, bytes(row.body))


def latest(store: Store, purpose: Purpose) -> File | None:
    """Return the newest file of a purpose with its bytes, or None: the reference document in use."""
    found = latest_id(store, purpose)
    return read(store, found) if found else None


def latest_id(store: Store, purpose: Purpose) -> str | None:
    """Return the id of the newest file of a purpose, or None."""
    query = select(file.c.id).where(file.c.purpose == purpose).order_by(desc(file.c.at), desc(file.c.id)).limit(1)
    with store.reading() as connection:
        found: str | None = connection.scalar(query)
    return found
