"""From pairs to findings: one for each sentence and trouble, led by the provision that bites most; the others beside it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from ssc_drafter.check.document.holding import Held
from ssc_drafter.check.document.structure import carries
from ssc_drafter.check.document.weighing import DraftWeights
from ssc_drafter.check.finding import Kind
from ssc_drafter.check.kinds.signal import Signal

ALSO = 5  # further provisions that a finding names


class Merged(Struct, frozen=True):
    """A finding to be: the pair that leads it, its type, and the pairs that say the same of the same words."""

    lead: Held
    kind: Kind
    also: tuple[Held, ...]


def merged(held: Iterable[Held], by: DraftWeights) -> list[Merged]:
    """Return the findings to be, in the order of the draft, down to those that are only to be looked at."""
    sentences: dict[tuple[str, int], list[Held]] = {}
    for one in held:
        if one.chance >= by.look and one.found.leading and _may_lead(one, one.found.leading):
            sentences.setdefault((one.unit.address, _sentence(one, one.found.leading)), []).append(one)
    found = []
    for rows in sentences.values():
        rows.sort(key=lambda one: -one.chance)
        lead = rows[0]
        kind = kind_of(lead)
        found.append(Merged(lead, kind, tuple(one for one in rows[1:] if _same(one, kind))[:ALSO]))
    return found


def kind_of(held: Held) -> Kind:
    """Return the type of the finding that a pair makes."""
    leading = held.found.leading
    return held.found.type or (leading.kind if leading else None) or "prohibition"


def _may_lead(one: Held, leading: Signal) -> bool:
    """Whether a provision can bite: one of definitions only where a term is at issue, one that carries the law never."""
    role = carries(one.place)
    return not role or (role == "definition" and leading.kind == "definition")


def _same(one: Held, kind: Kind) -> bool:
    return kind_of(one) == kind


def _sentence(one: Held, leading: Signal) -> int:
    """Return which sentence of the unit a finding rests on."""
    return sum(sentence.start <= leading.clause[0] for sentence in one.clause.sentences)
