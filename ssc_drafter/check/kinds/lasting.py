"""How long a ban lets its act last: what may be done for three years, and no longer, is limited and not forbidden."""

from __future__ import annotations

from ssc_drafter.check.norms.counted import LASTING
from ssc_drafter.check.norms.reading import Sentence
from ssc_drafter.check.pairs import Facet

TO_LIMIT, TO_NUMBER = 6, 2  # words from an act to "more than", and from there to the time that it may last
ENDLESS = "kept_for_ever"  # the class of "without limit of time"


def limit_of_time(sentence: Sentence, begin: int) -> str:
    """Return the scale of the time that stands behind "more than" close behind a word ("shall not run for more than three
    years"), empty where none does."""
    limits = [one for name in ("above", "at_most") for one in sentence.of(name) if begin <= one.first <= begin + TO_LIMIT]
    for one in limits:
        for number in sentence.quantities:
            if number.unit in LASTING and 0 <= number.first - one.last <= TO_NUMBER and number.compare in ("above", "most"):
                return number.scale
    return ""


def keeps_within(facet: Facet, scale: str) -> bool:
    """Whether a clause names no time of a scale, nor for ever: it may keep to a limit of that scale."""
    return bool(scale) and ENDLESS not in facet.clause.classes and all(one.scale != scale for one in facet.clause.quantities)
