"""Who acts: a power that the law gives to a named organ, held by another in the clause."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check import law
from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.deeds import acted
from ssc_drafter.check.kinds.signal import Signal, nearest, span
from ssc_drafter.check.norms.reading import Mark, Sentence
from ssc_drafter.check.pairs import Facet

_NOT_BODIES = {"citizen", "foreigner", "expert", "worker", "child", "data_subject", "community", "supplier"}


def _bodies(sentence: Sentence, marks: tuple[Mark, ...], reach: int = 9) -> dict[str, Mark]:
    """Return the bodies named within reach of the marks."""
    known = law.classes()
    found = {}
    for name, places in sentence.classes.items():
        if known[name].body:
            for place in places:
                if any(abs(place.first - mark.last) <= reach or abs(mark.first - place.last) <= reach for mark in marks):
                    found[name] = place
    return found


def competence(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield what speaks for another holder of a power that the law gives to a named organ."""
    holders = facet.law.of("exclusive") + facet.law.of("power")
    if not holders:
        return
    bodies = _bodies(facet.law, holders)
    if not bodies:
        return
    body = min(bodies.values())
    law_span = span(facet.law, body.first, body.last, 5)
    theirs = {name for name, place in bodies.items() if name in facet.clause.classes and _same_body(facet, place)}
    firm = 1.0 if facet.law.has("exclusive") else 0.6
    if theirs:
        negated = nearest(facet.clause.of("negation"), tuple(facet.clause.classes[name][0].first for name in theirs))
        if negated and negated[1] >= 1.0:
            mark = negated[0]
            yield Signal("organ_shut_out", firm, "competence", span(facet.clause, mark.first, mark.last, 6), law_span)
        else:
            yield Signal("organ_kept", _kept(facet, theirs), None, (0, 0), law_span)
        return
    others = agents(facet.clause)
    if others:
        mark = min(others.values())
        value = firm * acted(facet)
        yield Signal("organ_other", value, "competence", span(facet.clause, mark.first, mark.last, 5), law_span)


def _same_body(facet: Facet, place: Mark) -> bool:
    """Whether the clause names the very organ of the law: its words there, not only its kind."""
    first, last = max(0, place.first - 2), place.last + 4
    named = [n for n in range(first, min(last, len(facet.law.words))) if facet.law.words[n].weight]
    met = [n for n in named if n in facet.theirs]
    return not named or len(met) >= 0.5 * len(named)


def agents(sentence: Sentence) -> dict[str, Mark]:
    """Return the bodies that act in a sentence: named after "by", or ahead of its first verb of promise."""
    known = law.classes()
    modal = min((mark.first for name in ("duty", "permission", "prohibition") for mark in sentence.of(name)), default=9)
    heads = [mark.last for mark in sentence.of("agent")]
    found = {}
    for name, places in sentence.classes.items():
        if not known[name].body:
            continue
        for place in places:
            if place.last <= min(modal, 14) or any(0 <= place.first - head <= 4 for head in heads):
                found[name] = place
    return found


def _kept(facet: Facet, names: set[str]) -> float:
    """Return 1 where the clause makes its promise depend on the organ, 0.3 where it only names it."""
    marks = facet.clause.of("gate_firm") + facet.clause.of("deference") + facet.clause.of("exclusive")
    places = [mark for name in names for mark in facet.clause.classes[name]]
    return 1.0 if any(abs(place.first - mark.last) <= 6 for place in places for mark in marks) else 0.3
