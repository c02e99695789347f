"""Powers: a result that an organ may grant by order or notice, promised as a matter of course."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.deeds import acted, promise
from ssc_drafter.check.kinds.signal import Signal, nearest, span, strength
from ssc_drafter.check.norms.reading import Mark
from ssc_drafter.check.pairs import Facet


def power(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield the promise of a result that the law lets an organ grant by order."""
    found, mark = _power(facet)
    if mark is None:
        return
    law_span = span(facet.law, mark.first, mark.last, 5)
    if facet.clause.has("power") or any(step.status == "required" for step in facet.clause.steps):
        yield Signal("power_left", 0.8, None, (0, 0), law_span)
        return
    close, promised = strength(facet, "exempt", "at_once", "duty")
    words = span(facet.clause, promised.first, promised.last, 6) if promised else span(facet.clause, *promise(facet), 4)
    value = found * (close if promised else 0.6) * acted(facet)
    yield Signal("power_silent", value, "privilege" if facet.clause.has("exempt") else "procedure", words, law_span)


def _power(facet: Facet) -> tuple[float, Mark | None]:
    marks = facet.law.of("power")
    if not marks:
        return 0.0, None
    return 1.0, nearest(marks, facet.theirs)[0]  # type: ignore[index]
