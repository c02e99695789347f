"""What people answered to findings, by the finding's id: it stands while the words on both sides stand."""

from __future__ import annotations

from typing import Literal, get_args

from msgspec import Struct
from sqlalchemy import select

from ssc_drafter.errors import Problem
from ssc_drafter.store import audit, clock
from ssc_drafter.store.actor import Actor
from ssc_drafter.store.opened import Store
from ssc_drafter.store.tables import finding_answer, user

Kind = Literal["accepted", "waived", "no_conflict", "withdrawn"]
WITH_REASON = ("waived", "no_conflict")


class Answer(Struct, frozen=True):
    """An answer to a finding: cured, waived with its reason, or said to be no conflict with its reason."""

    kind: str
    reason: str
    by: str
    at: str


def answer(
    store: Store, actor: Actor, draft_id: str, finding_id: str, kind: str, reason: str = "", *, finding_type: str = ""
) -> None:
    """Answer a finding; `withdrawn` takes the answer back. Earlier answers stay on record. Raises Problem without a reason.

    `finding_type` (limit, forum ...) is kept for the installation's own precision.
    """
    if kind not in get_args(Kind):
        raise Problem("store.no_such_answer", kind=kind)
    if kind in WITH_REASON and not reason.strip():
        raise Problem("store.reason_needed")
    row = {"draft_id": draft_id, "finding_id": finding_id, "kind": kind, "reason": reason.strip()}
    row["finding_type"] = finding_type[:20]
    with store.writing() as connection:
        connection.execute(finding_answer.insert().values(**row, author=actor.id, at=clock.stamp()))
        audit.append(connection, actor, "finding.answered", f"draft:{draft_id}", note=f"{kind} {finding_id}")


def answers(store: Store, draft_id: str) -> dict[str, Answer]:
    """Return the answers that stand, by finding."""
    query = select(finding_answer, user.c.name).outerjoin(user, user.c.id == finding_answer.c.author)
    standing: dict[str, Answer] = {}
    with store.reading() as connection:
        for row in connection.execute(query.where(finding_answer.c.draft_id == draft_id).order_by(finding_answer.c.id)):
            standing[row.finding_id] = Answer(row.kind, row.reason, row.name or "", row.at)
    return {finding_id: one for finding_id, one in standing.items() if one.kind != "withdrawn"}


class Precision(Struct, frozen=True):
    """How officers answered: findings that were right (cured, or waived as they stand) and those that were none."""

    accepted: int = 0
    waived: int = 0
    no_conflict: int = 0

    @property
    def answered(self) -> int:
        """How many findings have an answer."""
        return self.accepted + self.waived + self.no_conflict

    @property
    def right(self) -> float | None:
        """The share of answered findings that were right; None where nothing was answered."""
        return (self.accepted + self.waived) / self.answered if self.answered else None


def precision(store: Store) -> dict[str, Precision]:
    """Return how the answers that stand judge the findings, by type ("" for answers of old), those with most answers first.

    All teams' drafts count, and no word of them is given. What was only to be looked at is no finding and does not count.
    """
    standing: dict[tuple[str, str], tuple[str, str]] = {}
    with store.reading() as connection:
        for row in connection.execute(select(finding_answer).order_by(finding_answer.c.id)):
            standing[row.draft_id, row.finding_id] = (row.finding_type, row.kind)
    counts: dict[str, dict[str, int]] = {}
    for finding_type, kind in standing.values():
        if kind != "withdrawn" and finding_type != "look":
            of = counts.setdefault(finding_type, {})
            of[kind] = of.get(kind, 0) + 1
    return {name: Precision(**of) for name, of in sorted(counts.items(), key=lambda row: -sum(row[1].values()))}
