"""Sign-in with a growing delay after wrong tries, kept in the store so that a restart forgets nothing.

Counted per account and address together, per address, and per account; an address from which the account signed in before
does not wait for what strangers do to the account. Names that have no account are counted alike: the answer tells nothing.
"""

from __future__ import annotations

import hashlib
from datetime import timedelta

from sqlalchemy import Connection, delete, select, update

from ssc_drafter.store import audit, clock, passwords
from ssc_drafter.store.actor import Actor
from ssc_drafter.store.opened import Store
from ssc_drafter.store.tables import throttle, user
from ssc_drafter.store.users import Account, account_of, key_of

# kind of counter: (tries that are free, longest delay in seconds)
FREE: dict[str, tuple[int, int]] = {"pair": (4, 900), "address": (30, 900), "account": (30, 60)}
KNOWN_FOR = timedelta(days=90)
FORGOTTEN = timedelta(days=1)


class Tried:
    """How a try to sign in ended: `account` when it succeeded, else `wait` seconds before the next one (0: at once)."""

    def __init__(self, account: Account | None = None, wait: int = 0) -> None:
        self.account, self.wait = account, wait


def _key(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()


def _keys(name: str, address: str) -> dict[str, str]:
    keys = {"pair": _key("pair", name, address), "address": _key("address", address), "account": _key("account", name)}
    if not address:  # a proxy that does not say who asks: strangers must not slow everybody
        del keys["address"], keys["pair"]
    return keys


def delay(kind: str, failures: int) -> int:
    """Return how many seconds to wait after so many wrong tries: none at first, then doubled each time up to a limit."""
    free, longest = FREE[kind]
    return 0 if failures < free else min(2 ** min(failures - free + 1, 12), longest)


def _left(connection: Connection, kind: str, key: str) -> int:
    row = connection.execute(select(throttle).where(throttle.c.key == key)).first()
    if row is None:
        return 0
    wait = delay(kind, row.failures)
    passed = (clock.now() - clock.parsed(row.last)).total_seconds()
    # a clock that was set back must not lock anybody out for longer than the delay itself
    return max(0, min(wait, round(wait - passed + 0.499))) if passed >= 0 else wait


def waiting(store: Store, name: str, address: str) -> int:
    """Return how many seconds this account must wait at this address before the next try."""
    name = key_of(name)
    with store.reading() as connection:
        known = connection.execute(select(throttle.c.last).where(throttle.c.key == _key("known", name, address))).scalar()
        trusted = bool(address) and known is not None and known > clock.stamp(-KNOWN_FOR)
        kinds = {kind: key for kind, key in _keys(name, address).items() if not (kind == "account" and trusted)}
        return max(_left(connection, kind, key) for kind, key in kinds.items())


def _count(connection: Connection, key: str, *, clear: bool = False) -> None:
    at = clock.stamp()
    row = connection.execute(select(throttle).where(throttle.c.key == key)).first()
    if row is None:
        connection.execute(throttle.insert().values(key=key, failures=0 if clear else 1, last=at))
        return
    old = row.last < clock.stamp(-FORGOTTEN)
    failures = 0 if clear else 1 if old else row.failures + 1
    connection.execute(update(throttle).where(throttle.c.key == key).values(failures=failures, last=at))


def sign_in(store: Store, name: str, password: str, address: str) -> Tried:
    """Try a name and a password from an address. The answer, and the time it takes, do not tell whether the name exists."""
    wait = waiting(store, name, address)
    if wait:
        return Tried(wait=wait)
    name = key_of(name)
    with store.reading() as connection:
        row = connection.execute(select(user).where(user.c.name_key == name)).first()
    kept = row.password if row is not None and not row.disabled else ""
    good = passwords.fits(kept, password)
    fresh = passwords.hashed(password) if good and passwords.is_stale(kept) else ""
    with store.writing() as connection:
        if not good or row is None:
            _failed(connection, name, address)
            return Tried()
        connection.execute(delete(throttle).where(throttle.c.key == _keys(name, address or "-")["pair"]))
        _count(connection, _key("known", name, address), clear=True)
        if fresh:
            connection.execute(update(user).where(user.c.id == row.id).values(password=fresh))
    return Tried(account=account_of(row))


def _failed(connection: Connection, name: str, address: str) -> None:
    for key in _keys(name, address).values():
        _count(connection, key)
    audit.append(connection, Actor(id="", name="", address="network"), "user.refused", f"name:{_key(name)[:12]}")
