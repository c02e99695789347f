"""Ways out of a limit that is passed only by a share of a sum elsewhere, or by parts that are added: no more than is left."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ssc_drafter.check import law
from ssc_drafter.check.document import adding, shares
from ssc_drafter.check.document.binding import POLICIES
from ssc_drafter.check.document.tallied import counts
from ssc_drafter.check.document.together import Sight
from ssc_drafter.check.finding import Cure
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading
from ssc_drafter.check.rewording import with_less


def on_share(one: shares.Share, sight: Sight) -> tuple[Cure, ...]:
    """Return the clause with the share, or the sum, that the law allows of the base, where the finding goes with it."""
    clause = one.held.clause
    less = with_less(clause, one.number, one.ours[0], one.most) if one.held.place.rank not in POLICIES else None
    if less is None or shares.stays(one, read(less.text, clause.lang), sight):
        return ()
    return (Cure("wording", less.text, verified=True, value=less.value),)


def on_sum(one: adding.Sum) -> tuple[Cure, ...]:
    """Return the last clause with what the others leave of the law's limit."""
    last = one.parts[-1]
    clause = last.held.clause
    less = with_less(clause, last.number, last.sentence.start, one.rest) if last.held.place.rank not in POLICIES else None
    if less is None:
        return ()
    left = any(abs(value - int(one.rest)) < 1 for value in _values(read(less.text, clause.lang), one.scale))
    return (Cure("wording", less.text, verified=True, value=less.value),) if left else ()


def _values(clause: Reading, scale: str) -> Iterator[float]:
    """Yield the numbers of a clause on a scale, or in a unit."""
    by = law.scales()
    counted = (count.number for found in counts(clause).values() for count in found)
    for number in chain((number for row in clause.sentences for number in row.quantities), counted):
        if scale in (number.scale, number.unit):
            yield number.value / by.get(number.unit, ("", 1.0))[1] if scale == number.unit else number.value
