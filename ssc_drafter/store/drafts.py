"""Drafts and their revisions. A save names the version it was made on and bears a mark of its own:
nobody overwrites another silently, and the same save sent twice changes nothing twice.
"""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Row, Select, desc, select, update

from ssc_drafter.errors import Problem
from ssc_drafter.store import audit, clock, points
from ssc_drafter.store.actor import Actor
from ssc_drafter.store.faults import Damaged
from ssc_drafter.store.opened import Store
from ssc_drafter.store.tables import LARGEST_NUMBER, draft, revision, user

OP = re.compile(r"[A-Za-z0-9_-]{16,64}")


class Draft(Struct, frozen=True):
    """A draft as it stands: its latest version, whose it is, who changed it last."""

    id: str
    version: int
    kind: str
    lang: str
    title: str
    team: str
    archived: bool
    created: str
    changed: str
    author: str | None
    author_name: str
    sha256: str


class Revision(Struct, frozen=True):
    """One saved state of a draft. `body` is the JSON as it was given (empty in a history)."""

    draft_id: str
    version: int
    op: str
    body: bytes
    sha256: str
    author: str | None
    author_name: str
    at: str


class Saved(Struct, frozen=True):
    """The answer to a save. `replayed` says that this very save had been made before."""

    draft_id: str
    version: int
    at: str
    sha256: str
    replayed: bool = False


class Conflict(Problem):
    """Somebody saved since. `current` is what stands now, `base` the version that this save was made on."""

    def __init__(self, current: Revision, base: int) -> None:
        self.current, self.base = current, base
        super().__init__("store.conflict", current=current.version, base=base)


def create(store: Store, actor: Actor, *, kind: str, lang: str, title: str, body: bytes, op: str) -> Saved:
    """Begin a draft in the actor's team with its version 1. The same `op` and body again return the same draft."""
    with store.writing() as connection:
        if done := _replayed(connection, actor, op, None, body):
            return done
        at, draft_id = clock.stamp(), clock.new_id()
        values = {"kind": kind, "lang": lang, "title": title, "team": actor.team, "archived": 0, "created": at, "changed": at}
        connection.execute(draft.insert().values(id=draft_id, version=1, **values))
        return _write(connection, actor, Saved(draft_id, 1, at, clock.sha256(body)), op, body)


def save(
    store: Store,
    actor: Actor,
    draft_id: str,
    *,
    base: int,
    op: str,
    body: bytes,
    title: str | None = None,
    lang: str | None = None,
) -> Saved:
    """Save a new version made on version `base`; return its number once the disk has it.

    Raises Conflict when `base` is not the latest, Problem for an unknown or archived draft, a mark of the wrong shape or of
    another save, a full disk. Then nothing is changed.
    """
    with store.writing() as connection:
        if done := _replayed(connection, actor, op, draft_id, body):
            return done
        at = clock.stamp()
        given = {"title": title, "lang": lang}
        change = {"version": base + 1, "changed": at, **{key: value for key, value in given.items() if value is not None}}
        where = (draft.c.id == draft_id) & (draft.c.version == base) & (draft.c.archived == 0)
        if connection.execute(update(draft).where(where).values(**change)).rowcount == 0:
            raise _refusal(connection, draft_id, base)
        points.reached("after_update")
        return _write(connection, actor, Saved(draft_id, base + 1, at, clock.sha256(body)), op, body)


def _replayed(connection: Connection, actor: Actor, op: str, draft_id: str | None, body: bytes) -> Saved | None:
    """Return the answer to a save that was made before. Raises Problem where the mark was another's, or of other words."""
    if not OP.fullmatch(op):
        raise Problem("store.op_shape")
    old = connection.execute(select(revision).where(revision.c.op == op)).first()
    if old is None:
        return None
    same_draft = old.version == 1 if draft_id is None else old.draft_id == draft_id
    if old.author != actor.id or not same_draft or old.sha256 != clock.sha256(body):
        raise Problem("store.op_elsewhere")
    return Saved(old.draft_id, old.version, old.at, old.sha256, replayed=True)


def _write(connection: Connection, actor: Actor, saved: Saved, op: str, body: bytes) -> Saved:
    row = {"draft_id": saved.draft_id, "version": saved.version, "op": op, "body": body, "sha256": saved.sha256}
    connection.execute(revision.insert().values(**row, author=actor.id, at=saved.at))
    points.reached("after_revision")
    act: audit.Act = "draft.created" if saved.version == 1 else "draft.saved"
    audit.append(connection, actor, act, f"draft:{saved.draft_id}", ver=saved.version, sha=saved.sha256)
    return saved


def _refusal(connection: Connection, draft_id: str, base: int) -> Problem:
    found = _head(connection, draft_id)
    if found is None:
        return Problem("store.no_draft")
    if found.archived:
        return Problem("store.archived")
    return Conflict(_read(connection, draft_id, found.version), base)


def _revisions() -> Select[Any]:
    return select(revision, user.c.name.label("author_name")).outerjoin(user, user.c.id == revision.c.author)


def _revision(row: Row[Any], *, body: bool = True) -> Revision:
    name = row.author_name or ""
    kept = bytes(row.body) if body else b""
    if body and clock.sha256(kept) != row.sha256:
        raise Damaged("store.changed_bytes", what=f"draft {row.draft_id}, version {row.version}")
    return Revision(row.draft_id, row.version, row.op, kept, row.sha256, row.author, name, row.at)


def _read(connection: Connection, draft_id: str, version: int | None) -> Revision:
    query = _revisions().where(revision.c.draft_id == draft_id).order_by(desc(revision.c.version)).limit(1)
    if version is not None:
        query = query.where(revision.c.version == min(version, LARGEST_NUMBER))
    row = connection.execute(query).first()
    if row is None:
        raise Problem("store.no_draft") if version is None else Problem("store.no_version", version=version)
    return _revision(row)


def read(store: Store, draft_id: str, version: int | None = None) -> Revision:
    """Return a version of a draft, or its latest. Its bytes are held against their hash. Raises Problem, Damaged."""
    with store.reading() as connection:
        return _read(connection, draft_id, version)


def history(store: Store, draft_id: str) -> list[Revision]:
    """Return every version of a draft without its body, the latest first."""
    query = select(*(column for column in revision.c if column.name != "body"), user.c.name.label("author_name"))
    query = query.outerjoin(user, user.c.id == revision.c.author).where(revision.c.draft_id == draft_id)
    with store.reading() as connection:
        rows: Any = connection.execute(query.order_by(desc(revision.c.version)))
        return [_revision(row, body=False) for row in rows]


def _drafts() -> Select[Any]:
    last = (revision.c.draft_id == draft.c.id) & (revision.c.version == draft.c.version)
    return (
        select(draft, revision.c.author, revision.c.sha256, user.c.name.label("author_name"))
        .join(revision, last)
        .outerjoin(user, user.c.id == revision.c.author)
    )


def _draft(row: Row[Any]) -> Draft:
    return Draft(
        *(row.id, row.version, row.kind, row.lang, row.title, row.team, bool(row.archived), row.created, row.changed),
        author=row.author,
        author_name=row.author_name or "",
        sha256=row.sha256,
    )


def _head(connection: Connection, draft_id: str) -> Draft | None:
    row = connection.execute(_drafts().where(draft.c.id == draft_id)).first()
    return _draft(row) if row else None


def head(store: Store, draft_id: str) -> Draft | None:
    """Return a draft as it stands, or None. Who may see it is the caller's to ask."""
    with store.reading() as connection:
        return _head(connection, draft_id)


def seen_by(store: Store, actor: Actor, draft_id: str) -> Draft | None:
    """Return a draft of the actor's own team, or None: another team's looks the same as none."""
    found = head(store, draft_id)
    return found if found and found.team == actor.team else None


def listed(store: Store, actor: Actor, *, archived: bool = False) -> list[Draft]:
    """Return the drafts of the actor's team, last changed first."""
    query = _drafts().where((draft.c.team == actor.team) & (draft.c.archived == int(archived)))
    with store.reading() as connection:
        return [_draft(row) for row in connection.execute(query.order_by(desc(draft.c.changed), draft.c.id))]


def archive(store: Store, actor: Actor, draft_id: str, archived: bool = True) -> None:
    """Put a draft into the archive or take it out. Raises Problem where there is none."""
    with store.writing() as connection:
        change = update(draft).where(draft.c.id == draft_id).values(archived=int(archived))
        if connection.execute(change).rowcount == 0:
            raise Problem("store.no_draft")
        audit.append(connection, actor, "draft.archived", f"draft:{draft_id}", note="in" if archived else "out")
