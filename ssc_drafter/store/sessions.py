"""Who is signed in. A session is a random number of 256 bits in a cookie; the store has only its hash, so a stolen backup
signs nobody in. It ends after half an hour without a request, after twelve hours, and when the account changes.
"""

from __future__ import annotations

import hashlib
import secrets
from contextlib import suppress
from datetime import timedelta

from sqlalchemy import delete, select, update

from ssc_drafter.errors import Problem
from ssc_drafter.store import audit, clock
from ssc_drafter.store.opened import Store
from ssc_drafter.store.tables import session, user
from ssc_drafter.store.users import Account, account_of

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
TOUCH = timedelta(minutes=1)  # a read writes nothing: the time of the last request is kept to the minute


def new_token() -> str:
    """Return a random session number: 43 letters, 256 bits."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """Return what the store keeps of a session number or of a one-time link."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def begin(store: Store, account: Account, address: str) -> str:
    """Sign an account in and return the new session number. Sessions that are over are swept away."""
    token, at = new_token(), clock.stamp()
    with store.writing() as connection:
        over = (session.c.seen < clock.stamp(-IDLE)) | (session.c.began < clock.stamp(-LONGEST))
        connection.execute(delete(session).where(over))
        connection.execute(session.insert().values(hash=hash_of(token), user_id=account.id, began=at, seen=at))
        audit.append(connection, account.actor(address), "user.signed_in", f"user:{account.id}")
    return token


def whose(store: Store, token: str) -> Account | None:
    """Return whose session this is, or None when it is nobody's, over, or its account closed."""
    query = select(user, session.c.began, session.c.seen).join(user, user.c.id == session.c.user_id)
    with store.reading() as connection:
        row = connection.execute(query.where(session.c.hash == hash_of(token))).first()
    if row is None or row.disabled or row.seen < clock.stamp(-IDLE) or row.began < clock.stamp(-LONGEST):
        return None
    if not clock.stamp(-TOUCH) < row.seen <= clock.stamp():
        with suppress(Problem):  # a full disk keeps nobody from reading
            _touch(store, token)
    return account_of(row)


def _touch(store: Store, token: str) -> None:
    with store.writing() as connection:
        connection.execute(update(session).where(session.c.hash == hash_of(token)).values(seen=clock.stamp()))


def end(store: Store, account: Account, token: str, address: str) -> None:
    """Sign out: the session number is worth nothing from now on."""
    with store.writing() as connection:
        connection.execute(delete(session).where(session.c.hash == hash_of(token)))
        audit.append(connection, account.actor(address), "user.signed_out", f"user:{account.id}")


def end_all(store: Store, user_id: str) -> None:
    """End every session of an account."""
    with store.writing() as connection:
        connection.execute(delete(session).where(session.c.user_id == user_id))
