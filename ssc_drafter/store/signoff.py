"""A reviewer's sign-off: bound to the version and to the hash of its words, never by the one who saved it last.

The database itself holds both (a trigger of the first migration); here the same is said in a sentence.
"""

from __future__ import annotations

from msgspec import Struct
from sqlalchemy import desc, select

from ssc_drafter.errors import Problem
from ssc_drafter.store import audit, clock
from ssc_drafter.store.actor import Actor
from ssc_drafter.store.opened import Store
from ssc_drafter.store.tables import draft, revision, signoff, user


class SignOff(Struct, frozen=True):
    """A sign-off that stands: no word has changed since."""

    version: int
    sha256: str
    reviewer: str
    by: str
    at: str


def sign(store: Store, actor: Actor, draft_id: str, version: int) -> None:
    """Sign off a draft in its latest version. Raises Problem: another version is the latest, one's own words, archived."""
    query = select(draft.c.version, draft.c.archived, revision.c.sha256, revision.c.author)
    query = query.join(revision, (revision.c.draft_id == draft.c.id) & (revision.c.version == draft.c.version))
    with store.writing() as connection:
        row = connection.execute(query.where(draft.c.id == draft_id)).first()
        if row is None:
            raise Problem("store.no_draft")
        if row.archived:
            raise Problem("store.archived")
        if row.version != version:
            raise Problem("store.not_head", version=version)
        if row.author == actor.id or actor.id is None:
            raise Problem("store.own_words", version=version)
        values = {"draft_id": draft_id, "version": version, "sha256": row.sha256, "reviewer": actor.id, "at": clock.stamp()}
        connection.execute(signoff.insert().values(**values))
        audit.append(connection, actor, "draft.signed_off", f"draft:{draft_id}", ver=version, sha=row.sha256)


def standing(store: Store, draft_id: str) -> SignOff | None:
    """Return the sign-off of a draft's words as they stand, or None: an edit ends it."""
    here = (signoff.c.draft_id == draft.c.id) & (signoff.c.version == draft.c.version)
    query = select(signoff, user.c.name).join(draft, here).join(user, user.c.id == signoff.c.reviewer)
    with store.reading() as connection:
        row = connection.execute(query.where(draft.c.id == draft_id).order_by(desc(signoff.c.id)).limit(1)).first()
    return SignOff(row.version, row.sha256, row.reviewer, row.name, row.at) if row else None
