"""What officers say of provisions and what the house sets itself: kept with who and when, every saying on record.

The store does not read the bodies. The last row of a provision, or of a position's name, is the one that stands.
"""

from __future__ import annotations

import hashlib
from typing import Any, Literal

from msgspec import Struct
from sqlalchemy import func, select

from ssc_drafter.store import audit, clock
from ssc_drafter.store.actor import Actor
from ssc_drafter.store.opened import Store
from ssc_drafter.store.tables import house_position, user, verified_norm

State = Literal["on", "off", "removed"]


class Said(Struct, frozen=True):
    """What somebody said of a provision, or of a position (then `name` is its name and `state` whether it is held)."""

    name: str
    body: bytes
    by: str
    at: str
    state: str = ""


def provision_key(country: str, address: str, words: str) -> str:
    """Return the name of a provision while its words stand, in whatever copy of its law it is read."""
    flat = "\x1f".join((country, address, " ".join(words.split())))
    return hashlib.sha256(flat.encode()).hexdigest()


def verify(store: Store, actor: Actor, policy_id: str, key: str, address: str, body: bytes) -> None:
    """Keep what an officer says of a provision; an empty body takes it back."""
    row = {"provision": key, "policy_id": policy_id, "address": address, "body": body, "author": actor.id}
    with store.writing() as connection:
        connection.execute(verified_norm.insert().values(**row, at=clock.stamp()))
        audit.append(connection, actor, "provision.verified", f"policy:{policy_id}", sha=clock.sha256(body), note=address[:200])


def verified(store: Store) -> dict[str, Said]:
    """Return what stands of every provision that somebody spoke of, by its key."""
    query = select(verified_norm, user.c.name.label("who")).outerjoin(user, user.c.id == verified_norm.c.author)
    found: dict[str, Said] = {}
    with store.reading() as connection:
        for row in connection.execute(query.order_by(verified_norm.c.id)):
            found[row.provision] = Said(row.address, bytes(row.body), row.who or "", row.at)
    return {key: one for key, one in found.items() if one.body}


def set_position(store: Store, actor: Actor, name: str, state: State, body: bytes = b"") -> None:
    """Keep a position of the house, or switch it on, off, or take it away."""
    row = {"name": name, "state": state, "body": body, "author": actor.id}
    with store.writing() as connection:
        connection.execute(house_position.insert().values(**row, at=clock.stamp()))
        audit.append(connection, actor, "position.changed", f"position:{name}", sha=clock.sha256(body), note=state)


def positions(store: Store) -> list[Said]:
    """Return the positions that stand, with their state, in the order in which they were first written."""
    query: Any = select(house_position, user.c.name.label("who")).outerjoin(user, user.c.id == house_position.c.author)
    found: dict[str, Said] = {}
    with store.reading() as connection:
        for row in connection.execute(query.order_by(house_position.c.id)):
            found[row.name] = Said(row.name, bytes(row.body), row.who or "", row.at, row.state)
    return [one for one in found.values() if one.state != "removed"]


def state(store: Store) -> str:
    """Return a text that changes whenever a position or a provision's saying changes."""
    with store.reading() as connection:
        counts = [connection.scalar(select(func.count()).select_from(table)) or 0 for table in (house_position, verified_norm)]
    return "-".join(str(one) for one in counts)
