"""Where words of a law stand, as one cites them: the provision, the paragraph or point in it, the part or chapter above it."""

from __future__ import annotations

from functools import lru_cache

from ssc_drafter.check.document.bodies import body_start
from ssc_drafter.check.finding import PolicyPlace
from ssc_drafter.policies.instrument import Instrument, Provision
from ssc_drafter.policies.parts import Part, parts


def law_place(one: Instrument, provision: Provision, start: int, end: int) -> PolicyPlace:
    """Return the words of an instrument from `start` to `end`, which stand in a provision, with where that is."""
    words, at = one.words(start, end), provision.start
    inside = pinpoint(provision, one.words(at, provision.end), one.lang, start - at, start - at + len(words.rstrip()))
    return PolicyPlace(
        one.title, one.country, one.file, provision.number, provision.address, words, start, end, provision.level, inside,
        provision.within, provision.word,
    )  # fmt: skip


def pinpoint(provision: Provision, text: str, lang: str, start: int, end: int) -> str:
    """Return the number of the smallest part of a provision that holds its words from `start` to `end`: "3(1)", "2.1".

    Where a quote goes over several points, what they stand in; where it is no numbered part, the provision's own number.
    """
    holding = [one for one in _parts(provision.number, text, provision.heading, lang) if one.start <= start and end <= one.end]
    return holding[-1].number if holding else provision.number


@lru_cache(maxsize=2_000)
def _parts(number: str, text: str, heading: str | None, lang: str) -> tuple[Part, ...]:
    """Return the parts of a provision: its own number, which may stand alone as that of a part would, is none of them."""
    start = body_start(text, 0, len(text), lang, heading)
    return parts(number, "", text, len(text[:start].rstrip()), len(text))
