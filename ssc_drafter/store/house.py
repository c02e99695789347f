"""Clauses in the ministry's own words: proposed by one officer, published or declined by another, and never changed after.

The database itself refuses a decision of the author (a trigger of the second migration); here the same is said in a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct, json
from sqlalchemy import Row, desc, func, select

from ssc_drafter.errors import Problem
from ssc_drafter.store import audit, clock
from ssc_drafter.store.actor import Actor
from ssc_drafter.store.opened import Store
from ssc_drafter.store.tables import LARGEST_NUMBER, house_clause, house_decision, user


class Proposal(Struct, frozen=True):
    """One version of a clause of the house. `files` are its files by name; none of them: it makes room for the shipped one.

    `state` is "proposed", "published" or "declined"; `by` and `at` are of the author, `decided_by` and `decided` of the other.
    """

    id: int
    clause_id: str
    files: Mapping[str, str]
    note: str
    author: str
    by: str
    at: str
    state: str = "proposed"
    reason: str = ""
    decided_by: str = ""
    decided: str = ""


def _query() -> Any:
    other = user.alias("other")
    columns: list[Any] = [*house_clause.c, user.c.name.label("by"), house_decision.c.kind, house_decision.c.reason]
    columns += [house_decision.c.at.label("decided"), other.c.name.label("decided_by")]
    joined = house_clause.join(user, user.c.id == house_clause.c.author)
    joined = joined.outerjoin(house_decision, house_decision.c.house_clause_id == house_clause.c.id)
    joined = joined.outerjoin(other, other.c.id == house_decision.c.author)
    return select(*columns).select_from(joined)


def _proposal(row: Row[Any]) -> Proposal:
    files = json.decode(bytes(row.body), type=dict[str, str])
    facts = (row.id, row.clause_id, files, row.note, row.author, row.by, row.at)
    return Proposal(*facts, row.kind or "proposed", row.reason or "", row.decided_by or "", row.decided or "")


def propose(store: Store, actor: Actor, clause_id: str, files: Mapping[str, str], note: str = "") -> int:
    """Keep a version of a clause for another officer to decide on, and return its number."""
    body = json.encode(dict(sorted(files.items())))
    digest = clock.sha256(body)
    row = {"clause_id": clause_id, "body": body, "sha256": digest, "note": note[:2000], "author": actor.id, "at": clock.stamp()}
    with store.writing() as connection:
        made = connection.execute(house_clause.insert().values(**row)).inserted_primary_key
        number = int(made[0]) if made else 0
        audit.append(connection, actor, "clause.proposed", f"clause:{clause_id}", ver=number, sha=digest)
    return number


def decide(store: Store, actor: Actor, number: int, kind: Literal["published", "declined"], reason: str = "") -> None:
    """Publish or decline a version. Raises Problem: unknown, decided already, one's own words, declined without a reason."""
    if kind == "declined" and not reason.strip():
        raise Problem("store.house_reason")
    with store.writing() as connection:
        row: Any = None
        if number <= LARGEST_NUMBER:
            row = connection.execute(select(house_clause).where(house_clause.c.id == number)).first()
        if row is None:
            raise Problem("store.no_house_clause")
        done = select(house_decision.c.kind).where(house_decision.c.house_clause_id == number)
        if connection.scalar(done) is not None:
            raise Problem("store.house_decided")
        if row.author == actor.id or actor.id is None:
            raise Problem("store.own_clause")
        values = {"house_clause_id": number, "kind": kind, "reason": reason[:2000], "author": actor.id, "at": clock.stamp()}
        connection.execute(house_decision.insert().values(**values))
        act: audit.Act = "clause.published" if kind == "published" else "clause.declined"
        audit.append(connection, actor, act, f"clause:{row.clause_id}", ver=number, sha=row.sha256)


def read(store: Store, number: int) -> Proposal:
    """Return one version. Raises Problem where there is none."""
    with store.reading() as connection:
        row = connection.execute(_query().where(house_clause.c.id == number)).first() if number <= LARGEST_NUMBER else None
    if row is None:
        raise Problem("store.no_house_clause")
    return _proposal(row)


def history(store: Store, clause_id: str = "") -> list[Proposal]:
    """Return every version, of one clause or of all, the newest first."""
    query = _query().order_by(desc(house_clause.c.id))
    with store.reading() as connection:
        rows = connection.execute(query.where(house_clause.c.clause_id == clause_id) if clause_id else query).all()
    return [_proposal(row) for row in rows]


def waiting(store: Store) -> list[Proposal]:
    """Return the versions that nobody has decided on, the oldest first."""
    query = _query().where(house_decision.c.kind.is_(None)).order_by(house_clause.c.id)
    with store.reading() as connection:
        return [_proposal(row) for row in connection.execute(query).all()]


def published(store: Store) -> dict[str, Proposal]:
    """Return the version of each clause that was published last; a withdrawn one is not among them."""
    newest: dict[str, Proposal] = {}
    query = _query().where(house_decision.c.kind == "published").order_by(house_decision.c.at, house_clause.c.id)
    with store.reading() as connection:
        for row in connection.execute(query).all():
            newest[row.clause_id] = _proposal(row)
    return {clause_id: one for clause_id, one in newest.items() if one.files}


def state(store: Store) -> int:
    """Return a number that changes whenever something is published or declined."""
    with store.reading() as connection:
        return int(connection.scalar(select(func.count()).select_from(house_decision)) or 0)
