"""Numbers on one scale in two texts: which is the wider limit, and whether what lies on the two sides of them can meet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ssc_drafter.check.norms.reading import Quantity, Reading, Sentence

UPPER, LOWER = ("most", "below"), ("least", "above")
_BELOW, _ABOVE = ("below", "at_most", "inside"), ("above", "at_least", "beyond")
NEAR = 1  # words that may part words of limit from their number


def numbers(sentence: Sentence, places: Iterable[int]) -> list[Quantity]:
    """Return the numbers that stand at these places of a sentence."""
    inside = set(places)
    return [one for one in sentence.quantities if one.first in inside]


def by_number(rest: Reading, theirs: Sentence, body: Iterable[int]) -> tuple[bool, bool]:
    """Return whether a limit in the draft's meaning makes it narrower, or wider, than the law's limit on the same scale."""
    law = numbers(theirs, body)
    mine = [one for sentence in rest.sentences for one in sentence.quantities]
    if not one_side(mine, law) or mine[0].value == law[0].value:
        return False, False
    less = (mine[0].value < law[0].value) == (mine[0].compare in UPPER)
    return less, not less


def one_side(mine: Sequence[Quantity], law: Sequence[Quantity]) -> bool:
    """Whether two meanings have one number each, on one scale, that bounds it on one side."""
    if not (len(mine) == len(law) == 1 and mine[0].scale == law[0].scale):
        return False
    return any(mine[0].compare in side and law[0].compare in side for side in (UPPER, LOWER))


def apart(mine: Sequence[Sentence], theirs: Sentence) -> bool:
    """Whether what a rule is for lies wholly on the other side of a number: "within 200 miles", and "beyond 200 miles"."""
    for law in theirs.quantities:
        ours = [(sentence, one) for sentence in mine for one in sentence.quantities if one.scale == law.scale]
        if len(ours) == 1 and sum(one.scale == law.scale for one in theirs.quantities) == 1:
            sentence, one = ours[0]
            sides = _side(sentence, one), _side(theirs, law)
            if (sides == (1, -1) and one.value >= law.value) or (sides == (-1, 1) and one.value <= law.value):
                return True
    return False


def _side(sentence: Sentence, number: Quantity) -> int:
    """Return on which side of a number its words put what they tell of, whatever else denies it: 1 above, -1 below."""
    for side, names in ((-1, _BELOW), (1, _ABOVE)):
        for mark in (one for name in names for one in sentence.of(name)):
            if mark.first < number.first and 0 <= number.first - mark.last <= NEAR:
                return side
    return 0
