"""Accounts: who may sign in, with which roles. The command line and the pages of the administrator both come here."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Row, delete, func, select, update

from ssc_drafter.errors import Problem
from ssc_drafter.store import audit, clock, passwords
from ssc_drafter.store.actor import ROLES, Actor, Role
from ssc_drafter.store.opened import Store
from ssc_drafter.store.tables import link, session, user


class Account(Struct, frozen=True):
    """An account without its password. `ready` says whether a password has been set."""

    id: str
    name: str
    roles: tuple[Role, ...]
    team: str
    lang: str
    disabled: bool
    ready: bool
    created: str

    def actor(self, address: str = "here") -> Actor:
        """Return the person as one who acts."""
        return Actor(id=self.id, name=self.name, roles=self.roles, team=self.team, lang=self.lang, address=address)


def key_of(name: str) -> str:
    """Return how names are compared: composed, without case, without outer spaces."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def account_of(row: Row[Any]) -> Account:
    roles = tuple(role for role in ROLES if role in str(row.roles).split())
    return Account(row.id, row.name, roles, row.team, row.lang, bool(row.disabled), bool(row.password), row.created)


def _checked(roles: Iterable[str]) -> str:
    given = list(dict.fromkeys(roles))
    for role in given:
        if role not in ROLES:
            raise Problem("store.no_role", role=role, roles=", ".join(ROLES))
    return " ".join(given)


def proper(name: str) -> str:
    """Return a name composed and without outer spaces. Raises Problem for one that is empty, too long, or has hidden signs."""
    name = unicodedata.normalize("NFC", name).strip()
    if not 1 <= len(name) <= 120 or any(unicodedata.category(char).startswith("C") for char in name):
        raise Problem("store.name_shape")
    return name


def add(store: Store, actor: Actor, name: str, roles: Iterable[str], *, team: str = "", password: str = "") -> Account:
    """Add an account. Without a password it waits for a one-time link. Raises Problem for a taken name or a weak password."""
    name = proper(name)
    wanted = _checked(roles)
    if password:
        passwords.accept(password, name)
    kept = passwords.hashed(password) if password else ""
    with store.writing() as connection:
        return insert(connection, actor, name, wanted, team=team, kept=kept)


def insert(connection: Connection, actor: Actor, name: str, roles: str, *, team: str = "", kept: str = "") -> Account:
    """Write an account whose parts are checked, in the caller's transaction. Raises Problem for a taken name."""
    if connection.scalar(select(user.c.id).where(user.c.name_key == key_of(name))):
        raise Problem("store.name_taken", name=name)
    row = {"id": clock.new_id(), "name": name, "name_key": key_of(name), "roles": roles, "team": team, "lang": ""}
    connection.execute(user.insert().values(**row, password=kept, disabled=0, created=clock.stamp()))
    audit.append(connection, actor, "user.added", f"user:{row['id']}", note=roles)
    return account_of(connection.execute(select(user).where(user.c.id == row["id"])).one())


def listed(store: Store) -> list[Account]:
    """Return every account by name."""
    with store.reading() as connection:
        return [account_of(row) for row in connection.execute(select(user).order_by(user.c.name_key))]


def by_id(store: Store, user_id: str) -> Account | None:
    """Return an account, or None."""
    with store.reading() as connection:
        row = connection.execute(select(user).where(user.c.id == user_id)).first()
    return account_of(row) if row else None


def by_name(store: Store, name: str) -> Account:
    """Return the account of a name. Raises Problem where there is none."""
    with store.reading() as connection:
        row = connection.execute(select(user).where(user.c.name_key == key_of(name))).first()
    if row is None:
        raise Problem("store.no_user", name=name)
    return account_of(row)


def has_administrator(store: Store) -> bool:
    """Say whether somebody who can sign in looks after the accounts."""
    return any("administrator" in one.roles and one.ready and not one.disabled for one in listed(store))


def _change(store: Store, actor: Actor, user_id: str, note: str, values: dict[str, object], *, out: bool) -> None:
    left = select(func.count()).where((user.c.roles.contains("administrator")) & (user.c.disabled == 0))
    with store.writing() as connection:
        before = connection.scalar(left)
        if connection.execute(update(user).where(user.c.id == user_id).values(**values)).rowcount == 0:
            raise Problem("store.no_user", name=user_id)
        if before and connection.scalar(left) == 0:
            raise Problem("store.last_administrator")
        if out:
            shut_out(connection, user_id)
        audit.append(connection, actor, "user.changed", f"user:{user_id}", note=note)


def shut_out(connection: Connection, user_id: str) -> None:
    """End every session of an account and every link that still opens it, in the caller's transaction."""
    for table in (session, link):
        connection.execute(delete(table).where(table.c.user_id == user_id))


def disable(store: Store, actor: Actor, user_id: str, disabled: bool = True) -> None:
    """Close an account and end its sessions and links, or open it again. The last administrator stays. Raises Problem."""
    _change(store, actor, user_id, "closed" if disabled else "opened", {"disabled": int(disabled)}, out=True)


def set_roles(store: Store, actor: Actor, user_id: str, roles: Iterable[str], *, team: str) -> None:
    """Give an account other roles and another team; its sessions end. The last administrator stays. Raises Problem."""
    wanted = _checked(roles)
    _change(store, actor, user_id, wanted, {"roles": wanted, "team": team}, out=True)


def set_lang(store: Store, actor: Actor, lang: str) -> None:
    """Keep the language of the interface that a person chose."""
    if actor.id:
        _change(store, actor, actor.id, f"language {lang}", {"lang": lang}, out=False)


def set_password(store: Store, actor: Actor, user_id: str, password: str) -> None:
    """Set a password and end every session of the account. Raises Problem for a weak one."""
    found = by_id(store, user_id)
    if found is None:
        raise Problem("store.no_user", name=user_id)
    passwords.accept(password, found.name)
    kept = passwords.hashed(password)
    with store.writing() as connection:
        connection.execute(update(user).where(user.c.id == user_id).values(password=kept))
        shut_out(connection, user_id)
        audit.append(connection, actor, "user.password", f"user:{user_id}")
