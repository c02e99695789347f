"""From pairs to findings: one for each sentence and trouble, led by the provision that bites most; the others beside it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from ssc_drafter.check.document.holding import Held
from ssc_drafter.check.document.structure import carries
from ssc_drafter.check.document.treaty import about_force
from ssc_drafter.check.document.weighing import DraftWeights
from ssc_drafter.check.finding import Kind
from ssc_drafter.check.kinds.signal import Signal
from ssc_drafter.check.norms.reading import Reading

ALSO = 5  # further provisions that a finding names


class Merged(Struct, frozen=True):
    """A finding to be: the pair that leads it, its type, and the pairs that say the same of the same words."""

    lead: Held
    kind: Kind
    also: tuple[Held, ...]


def merged(held: Iterable[Held], by: DraftWeights, binding: frozenset[tuple[str, str]] = frozenset()) -> list[Merged]:
    """Return the findings to be, in the order of the draft, down to those that are only to be looked at.

    `binding` are the provisions (file and address) on how an agreement comes to bind: they meet only words on that.
    """
    sentences: dict[tuple[str, int], list[Held]] = {}
    for one in held:
        if one.chance >= by.look and one.found.leading and _may_lead(one, one.found.leading, binding):
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


def _may_lead(one: Held, leading: Signal, binding: frozenset[tuple[str, str]]) -> bool:
    """Whether a provision can bite: one of definitions only where a term is at issue, one that carries the law never.

    A clause that only defines promises nothing, so it can clash with a definition alone.
    """
    if (one.place.instrument.file, one.place.provision.address) in binding and not about_force(
        one.clause.text, one.clause.lang
    ):
        return False
    role = carries(one.place)
    defines = role == "definition" or _only_defines(one.clause)
    return role != "structure" and (not defines or leading.kind == "definition")


def _only_defines(clause: Reading) -> bool:
    """Whether most sentences of a clause say what a term means."""
    return 2 * sum(one.has("definition") for one in clause.sentences) > len(clause.sentences)


def _same(one: Held, kind: Kind) -> bool:
    return kind_of(one) == kind


def _sentence(one: Held, leading: Signal) -> int:
    """Return which sentence of the unit a finding rests on."""
    return sum(sentence.start <= leading.clause[0] for sentence in one.clause.sentences)
