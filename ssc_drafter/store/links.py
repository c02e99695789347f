"""One-time links: for the first administrator, printed by the server, and for whoever has to set a password."""

from __future__ import annotations

import secrets
from datetime import timedelta

from msgspec import Struct
from sqlalchemy import delete, select, update

from ssc_drafter.errors import Problem
from ssc_drafter.store import audit, clock, passwords, users
from ssc_drafter.store.actor import COMMAND_LINE, ROLES, Actor
from ssc_drafter.store.opened import Store
from ssc_drafter.store.sessions import hash_of
from ssc_drafter.store.tables import link, user

FIRST_LASTS = timedelta(hours=24)
PASSWORD_LASTS = timedelta(hours=72)


class Open(Struct, frozen=True):
    """A link that may still be used: for the first administrator (no account yet) or for an account's password."""

    purpose: str
    user_id: str | None
    name: str


def first(store: Store) -> str:
    """Make the link of the first administrator, in place of an earlier one, and return its secret part."""
    secret = secrets.token_urlsafe(32)
    with store.writing() as connection:
        connection.execute(delete(link).where(link.c.purpose == "first"))
        row = {"hash": hash_of(secret), "purpose": "first", "until": clock.stamp(FIRST_LASTS)}
        connection.execute(link.insert().values(**row, user_id=None))
        audit.append(connection, COMMAND_LINE, "link.made", "user:first")
    return secret


def for_password(store: Store, actor: Actor, user_id: str) -> str:
    """Make a link with which an account sets its password; earlier ones of the account stop working."""
    secret = secrets.token_urlsafe(32)
    with store.writing() as connection:
        connection.execute(delete(link).where(link.c.user_id == user_id))
        row = {"hash": hash_of(secret), "purpose": "password", "until": clock.stamp(PASSWORD_LASTS)}
        connection.execute(link.insert().values(**row, user_id=user_id))
        audit.append(connection, actor, "link.made", f"user:{user_id}")
    return secret


def look(store: Store, secret: str) -> Open | None:
    """Return what a link is for, or None when it has been used, is over, or never was. Using it is `use`."""
    query = select(link, user.c.name).outerjoin(user, user.c.id == link.c.user_id).where(link.c.hash == hash_of(secret))
    with store.reading() as connection:
        row = connection.execute(query).first()
    if row is None or row.until < clock.stamp():
        return None
    return Open(row.purpose, row.user_id, row.name or "")


def use(store: Store, secret: str, *, name: str, password: str, address: str) -> users.Account:
    """Use a link up: make the first administrator, or set a password and end the account's sessions. Raises Problem."""
    found = look(store, secret)
    if found is None:
        raise Problem("store.link_spent")
    name = users.proper(name) if found.user_id is None else found.name
    passwords.accept(password, name)
    kept = passwords.hashed(password)
    with store.writing() as connection:
        if connection.execute(delete(link).where(link.c.hash == hash_of(secret))).rowcount == 0:
            raise Problem("store.link_spent")
        if found.user_id is None:
            return users.insert(connection, COMMAND_LINE, name, " ".join(ROLES), kept=kept)
        connection.execute(update(user).where(user.c.id == found.user_id).values(password=kept))
        users.shut_out(connection, found.user_id)
        who = Actor(id=found.user_id, name=name, address=address)
        audit.append(connection, who, "user.password", f"user:{found.user_id}", note="by link")
    return users.by_name(store, name)
