"""Powers: a result that an organ may grant by order or notice, promised as a matter of course (guidelines, rule 9)."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.deeds import promise
from ssc_drafter.check.kinds.freed import frees
from ssc_drafter.check.kinds.signal import Signal, nearest, span, strength
from ssc_drafter.check.kinds.stance import organ_named, waits
from ssc_drafter.check.norms.demands import bodies_of
from ssc_drafter.check.norms.reading import Mark, Sentence
from ssc_drafter.check.pairs import Facet

_REFUSED = 20  # words between a ban and the act that it reaches
_HOLDER = 8  # words between a power and the organ that holds it


def power(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield the promise of a result that the law lets an organ grant by order; or that the clause leaves it to that power."""
    found = nearest(tuple(one for one in facet.law.of("power") if not _refused(facet.law, one)), facet.theirs)
    if found is None:
        return
    mark = found[0]
    theirs = span(facet.law, mark.first, mark.last, 5)
    if _left(facet, mark):
        yield Signal("power_left", 0.8, None, (0, 0), theirs)
        return
    close, promised = strength(facet, "exempt", "at_once", "duty")
    words = span(facet.clause, promised.first, promised.last, 6) if promised else span(facet.clause, *promise(facet), 4)
    value = (0.5 + 0.4 * close) * (1.0 - 0.5 * mood.denies)
    yield Signal("power_silent", value, "privilege" if facet.clause.has("exempt") else "procedure", words, theirs)


def _refused(law: Sentence, mark: Mark) -> bool:
    """Whether a law says that even such an act may not grant it: "in no case may preferences be granted by regulations"."""
    bans = [one.last for name in ("prohibition", "negation") for one in law.of(name) if 0 <= mark.first - one.last <= _REFUSED]
    turns = [one.first for name in ("exception", "exclusive", "gate_firm", "excludes") for one in law.of(name)]
    return bool(bans) and not any(max(bans) <= turn <= mark.first for turn in turns)


def _left(facet: Facet, mark: Mark) -> bool:
    """Whether the clause leaves the result to the power: it speaks of the order, waits for the organ or a step, or only may."""
    clause = facet.clause
    ordered = clause.has("power") or any(step.kind == "order" or step.status == "required" for step in clause.every_step)
    holders = [one for one in bodies_of(facet.law.classes) if -_HOLDER <= one.first - mark.first <= _HOLDER]
    organ = organ_named(facet, tuple(holders))
    may = (
        clause.has("permission") and not clause.has("duty") and not frees(clause)
    )  # "has relief from duty, and may hold shares"
    return ordered or (organ is not None and waits(clause, organ)) or may
