"""Ways out of a limit that is passed only by a share of a sum elsewhere, or by parts that are added: no more than is left."""

from __future__ import annotations

from ssc_drafter.check.document import adding, shares
from ssc_drafter.check.document.binding import POLICIES
from ssc_drafter.check.document.together import Sight
from ssc_drafter.check.finding import Cure
from ssc_drafter.check.norms import read
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
    numbers = [
        number for row in read(less.text, clause.lang).sentences for number in row.quantities if number.scale == one.scale
    ]
    left = bool(numbers) and min(abs(number.value - int(one.rest)) for number in numbers) < 1
    return (Cure("wording", less.text, verified=True, value=less.value),) if left else ()
