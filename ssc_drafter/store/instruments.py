"""Laws and policies as they were read. The body is JSON of the caller's; the store keeps the facts to find it by."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Literal

from msgspec import DecodeError, Struct, ValidationError, json
from sqlalchemy import Connection, Row, delete, select

from ssc_drafter.errors import Problem
from ssc_drafter.store import audit, clock
from ssc_drafter.store.actor import Actor
from ssc_drafter.store.faults import Damaged
from ssc_drafter.store.opened import Store
from ssc_drafter.store.tables import instrument


class Kept(Struct, frozen=True):
    """A law or policy in the store. `about` and `listed` leave `body` empty."""

    id: str
    title: str
    country: str
    lang: str
    file: str
    provisions: int
    sha256: str
    source_file: str | None
    at: str
    body: bytes = b""


class Added(Struct, frozen=True):
    """What came of adding a law: its id; whether it is new, took the place of its former text, or is the same.

    `beside` are the ids of others that stay under its path or title.
    """

    id: str
    how: Literal["added", "replaced", "same"]
    beside: tuple[str, ...] = ()


class _Text(Struct, frozen=True):
    """What the store looks at in an instrument's JSON: the hash of its text."""

    sha256: str = ""


ABOUT = tuple(column for column in instrument.c if column.name not in ("body", "author"))


def _kept(row: Row[Any], body: bytes = b"") -> Kept:
    facts = (row.id, row.title, row.country, row.lang, row.file, row.provisions, row.sha256, row.source_file, row.at)
    return Kept(*facts, body=body)


def id_of(title: str, country: str) -> str:
    """Return a readable id of a law: its country and the first words of its title."""
    plain = unicodedata.normalize("NFKD", f"{country} {title}").encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:60].strip("-") or "law"


def _free_id(connection: Connection, wish: str) -> str:
    taken = set(connection.scalars(select(instrument.c.id).where(instrument.c.id.startswith(wish))))
    return next(
        found for number in range(1, len(taken) + 3) if (found := wish if number == 1 else f"{wish}-{number}") not in taken
    )


def add(
    store: Store,
    actor: Actor,
    *,
    title: str,
    country: str,
    lang: str,
    file: str,
    provisions: int,
    body: bytes,
    source_file: str | None = None,
) -> Added:
    """Keep a law and say what came of it. `file` is the path as it was given.

    A law is replaced only by itself read anew: the same path with the same title or text, or the same title and text from
    another path. Another law under the same path is kept beside it, for many ministries have many an `act.pdf`.
    """
    digest = clock.sha256(body)
    facts = {"title": title, "country": country, "lang": lang, "file": file, "provisions": provisions, "sha256": digest}
    with store.writing() as connection:
        old, beside = _former(connection, facts, body)
        if old and old.sha256 == digest:
            return Added(old.id, "same", beside)
        if old:
            connection.execute(delete(instrument).where(instrument.c.id == old.id))
        policy_id = old.id if old else _free_id(connection, id_of(title, country))
        row = {"id": policy_id, "source_file": source_file, "author": actor.id, "at": clock.stamp()}
        connection.execute(instrument.insert().values(**facts, **row, body=body))
        note = f"replaced {old.sha256}" if old else ""
        audit.append(connection, actor, "policy.added", f"policy:{policy_id}", sha=digest, note=note)
    return Added(policy_id, "replaced" if old else "added", beside)


def former(store: Store, *, title: str, country: str, file: str, body: bytes) -> Kept | None:
    """Return the law whose place `add` would take with these facts and this body; None where it would add one."""
    with store.reading() as connection:
        return _former(connection, {"title": title, "country": country, "file": file}, body)[0]


def _former(connection: Connection, facts: dict[str, Any], body: bytes) -> tuple[Kept | None, tuple[str, ...]]:
    """Return this law as it was kept before, if it was, and the ids of others under its path or title."""
    query = select(*ABOUT).where(instrument.c.country == facts["country"]).order_by(instrument.c.id)
    rows: Any = connection.execute(query)
    title, text = _comparable(facts["title"]), _text_of(body)
    former, beside = None, []
    for one in map(_kept, rows):
        same_path, same_title = one.file == facts["file"], bool(title) and _comparable(one.title) == title
        if not same_path and not same_title:
            continue
        kept = connection.scalar(select(instrument.c.body).where(instrument.c.id == one.id))
        same_text = _text_of(bytes(kept or b"")) == text
        if same_path + same_title + same_text < 2:
            beside.append(one.id)
        elif former is None or (same_path and former.file != facts["file"]):
            former = one
    return former, tuple(beside)


def _comparable(title: str) -> str:
    """Return the words of a title without case, accents and signs."""
    plain = unicodedata.normalize("NFKD", title).casefold()
    return " ".join(re.findall(r"\w+", "".join(sign for sign in plain if not unicodedata.combining(sign))))


def _text_of(body: bytes) -> str:
    """Return the hash of the text in an instrument's JSON; of other bytes their own."""
    try:
        found = json.decode(body, type=_Text).sha256
    except (DecodeError, ValidationError):
        found = ""
    return found or clock.sha256(body)


def listed(store: Store, countries: tuple[str, ...] = ()) -> list[Kept]:
    """Return the laws of some countries, or all, by country and title, without their texts."""
    query = select(*ABOUT).order_by(instrument.c.country, instrument.c.title, instrument.c.id)
    if countries:
        query = query.where(instrument.c.country.in_(countries))
    with store.reading() as connection:
        rows: Any = connection.execute(query)
        return [_kept(row) for row in rows]


def about(store: Store, policy_id: str) -> Kept | None:
    """Return the facts of a law, or None."""
    with store.reading() as connection:
        row: Any = connection.execute(select(*ABOUT).where(instrument.c.id == policy_id)).first()
    return _kept(row) if row else None


def read(store: Store, policy_id: str) -> Kept:
    """Return a law with its body, held against its hash. Raises Problem, Damaged."""
    with store.reading() as connection:
        row = connection.execute(select(instrument).where(instrument.c.id == policy_id)).first()
    if row is None:
        raise Problem("store.no_instrument", id=policy_id)
    if clock.sha256(row.body) != row.sha256:
        raise Damaged("store.changed_bytes", what=f"policy {policy_id}")
    return _kept(row, bytes(row.body))


def remove(store: Store, actor: Actor, policy_id: str) -> None:
    """Take a law out of the store; the record keeps its hash. Raises Problem where there is none."""
    with store.writing() as connection:
        if connection.execute(delete(instrument).where(instrument.c.id == policy_id)).rowcount == 0:
            raise Problem("store.no_instrument", id=policy_id)
        audit.append(connection, actor, "policy.removed", f"policy:{policy_id}")
