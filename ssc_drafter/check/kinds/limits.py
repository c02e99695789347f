"""Numbers: a limit passed, a rate that differs, a threshold crossed; or a number that stays within."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ssc_drafter.check.finding import Kind
from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.procedure import acted
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.reading import Compare, Quantity, Sentence
from ssc_drafter.check.pairs import Facet

CONTEXT = 7  # words around a number that say what it counts
_MONTH = 30.4
_SLACK = 1.04  # a month is 28 to 31 days: only what passes every reading counts


def _comparable(ours: Quantity, theirs: Quantity) -> tuple[float, float] | None:
    """Return both values on one scale, or None where the two measure different things."""
    if ours.scale == theirs.scale == "count" and not set(ours.unit.split("|")) & set(theirs.unit.split("|")):
        return None
    if ours.scale == theirs.scale:
        return ours.value, theirs.value
    scales = {ours.scale, theirs.scale}
    if scales == {"days", "months"}:
        one = ours.value * (_MONTH if ours.scale == "months" else 1.0)
        other = theirs.value * (_MONTH if theirs.scale == "months" else 1.0)
        return (one, other) if max(one, other) > _SLACK * min(one, other) else (other, other)
    return None


def _context(sentence: Sentence, quantity: Quantity) -> tuple[set[str], set[str], set[str]]:
    first, last = max(0, quantity.first - CONTEXT), quantity.last + CONTEXT
    words = sentence.words[first:last]
    classes = {name for name, marks in sentence.classes.items() if any(first <= mark.first < last for mark in marks)}
    return {word.stem for word in words if word.weight}, {word.key for word in words if word.weight and word.key}, classes


def _kinship(facet: Facet, ours: Quantity, theirs: Quantity) -> float:
    """Return from 0 to 1 how far two numbers count the same thing, by the words around them."""
    stems, keys, classes = _context(facet.clause, ours)
    their_stems, their_keys, their_classes = _context(facet.law, theirs)
    words = len(stems & their_stems) + 0.8 * len(keys & their_keys - {""})
    return min(1.0, 0.22 * words + 0.2 * len(classes & their_classes) + (0.12 if ours.compare == theirs.compare else 0.0))


Couple = tuple[float, Quantity, Quantity, float, float]  # kinship, the two quantities, their values on one scale


def _couples(facet: Facet) -> list[Couple]:
    """Return the numbers to be compared, each of the clause with that of the law which counts the same, best first."""
    rows = []
    for ours in facet.clause.quantities:
        for theirs in facet.law.quantities:
            values = _comparable(ours, theirs)
            if values:
                rows.append((_kinship(facet, ours, theirs), ours, theirs, *values))
    return sorted(rows, key=lambda row: -row[0])


def limit(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield how the clause's numbers stand to the law's: each is compared once, with the one that counts the same."""
    rows = _assigned(_couples(facet))
    done = acted(facet)
    for kin, ours, theirs, one, other in rows:
        trust = max(kin, 0.5 * done) if len(rows) == 1 else kin  # the only number of a rule that the clause follows
        name = _outcome(ours, _turned(theirs, facet), one, other, facet)
        if name and trust >= 0.12:
            weight = (0.3 + 0.7 * trust) * (0.4 + 0.6 * done)
            kind: Kind | None = "limit" if name in {"number_passed", "number_differs"} else None
            spans = span(facet.clause, ours.first, ours.last, 3), span(facet.law, theirs.first, theirs.last, 3)
            yield Signal(name, weight, kind, *spans)


def _assigned(rows: list[Couple]) -> list[Couple]:
    """Return the couples that remain when each number is used once, those that count the same or are equal first."""
    used: set[tuple[int, int]] = set()
    kept = []
    for row in sorted(rows, key=lambda row: -(row[0] + (0.4 if row[3] == row[4] else 0.0))):
        ours, theirs = (0, row[1].first), (1, row[2].first)
        if ours not in used and theirs not in used:
            used |= {ours, theirs}
            kept.append(row)
    return kept


def _turned(theirs: Quantity, facet: Facet) -> Quantity:
    """Return the law's number as a least where it forbids what stays below: "no drone within five kilometres"."""
    bare: dict[str, Compare] = {"most": "least", "above": "most", "least": "least"}
    ahead = [mark for mark in facet.law.of("prohibition") if mark.first <= theirs.first]
    denied = [mark for mark in facet.law.of("negation") if theirs.first - 5 <= mark.first < theirs.first]
    if theirs.compare not in bare or not ahead or (denied and theirs.compare == "most"):
        return theirs
    return msgspec.structs.replace(theirs, compare=bare[theirs.compare])


def _outcome(ours: Quantity, theirs: Quantity, one: float, other: float, facet: Facet) -> str:
    """Return what the two numbers say: passed, differs, within, below, above."""
    if theirs.compare == "most":
        return "number_passed" if one > other or (one == other and ours.compare == "above") else "number_within"
    if theirs.compare == "least":
        return "number_passed" if one < other else "number_within"
    if theirs.compare == "above":
        return "threshold_crossed" if one > other else "threshold_below"
    return "number_within" if one == other else "number_differs"
