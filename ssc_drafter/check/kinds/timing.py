"""Times of two sorts: one within which a thing is done, and one for which a thing lasts. The one is no limit of the other."""

from __future__ import annotations

from ssc_drafter.check.kinds.meant import TIMES
from ssc_drafter.check.norms.reading import Quantity, Sentence, remembered

RENEWED = 14  # words between "extended" and the time
LEADS = 4  # words between what leads a time and its number: "within a further period of ten days"
_SORTS = ("done_in", "lasts_for")


@remembered
def sort(sentence: Sentence, one: Quantity) -> str:
    """Return `done_in` for a time within which something is done, `lasts_for` for one for which it lasts, `experience` for what
    somebody has to have behind him, else nothing.

    Of words of both sorts the ones that end nearest to the number tell, and of those that end alike the longer ones.
    """
    if one.scale not in TIMES:
        return ""
    rows = [(mark.last, mark.last - mark.first, name) for name in _SORTS for mark in sentence.of(name)]
    if any(0 <= mark.first - one.last <= 1 for mark in sentence.of("experience")):
        return "experience"
    near = [row for row in rows if 0 <= one.first - row[0] <= LEADS or row[0] - row[1] <= one.first < row[0]]
    return max(near)[2] if near else ""


def of_two_sorts(clause: Sentence, ours: Quantity, law: Sentence, theirs: Quantity) -> bool:
    """Whether a time of a clause and one of a law are of two sorts: "for five years" and "within thirty days"."""
    mine, its = sort(clause, ours), sort(law, theirs)
    return (bool(mine and its) or its == "experience") and mine != its


@remembered
def renews(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a time counts a renewal and not a first term: "extended by periods not exceeding three months"."""
    if quantity.scale not in ("days", "months"):
        return False
    before = max((one.last for one in sentence.quantities if one.last <= quantity.first), default=0)
    return any(before <= mark.first and 0 <= quantity.first - mark.last <= RENEWED for mark in sentence.of("renewing"))


def both_renew(clause: Sentence, ours: Quantity, law: Sentence, theirs: Quantity) -> int:
    """Return 1 where two times both count a renewal, -1 where one alone does, 0 where neither."""
    mine, its = renews(clause, ours), renews(law, theirs)
    return (mine and its) - (mine != its)
