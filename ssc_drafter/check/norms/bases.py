"""Of what a number is a share, and from when a time runs: "10 % of the price", "thirty days from signature"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from ssc_drafter.check.norms.counting import Counting
from ssc_drafter.check.norms.halves import stands
from ssc_drafter.check.norms.reading import Mark, Quantity

LONGEST = 12  # words of a base
LEADING = 4  # words that lead into a number: "en un plazo de"
BESIDE = 3  # words between a time and what it runs from: "thirty days at most from"
_STOPS = {",", ";", ":", ".", "(", ")"}
_TIMES = {"days", "months", "hours"}
_SHARES = {"percent"}
_VERBS = ("duty", "prohibition", "permission", "exception", "agent", "most_behind", "least_behind", "gate_link")
Marks = dict[str, tuple[Mark, ...]]


def with_bases(found: Iterator[Quantity], folded: Sequence[str], marks: Marks, how: Counting) -> Iterator[Quantity]:
    """Yield the quantities of a sentence (its words folded) with the words of what each is a share of or runs from."""
    rows = list(found)
    ends = {mark.first for name in _VERBS for mark in marks.get(name, ())}
    numbers = {one.first for one in rows}
    words = list(folded)
    for one in rows:
        first = _begins(msgspec.structs.replace(one, last=_behind_limit(one.last, marks)), words, how)
        last = _ends(words, first, ends | numbers, numbers, how) if first else 0
        yield msgspec.structs.replace(one, base_first=first, base_last=last) if last > first + 1 else one


def _behind_limit(place: int, marks: Marks) -> int:
    """Return the place behind words of limit that follow a number: "les deux tiers au moins des membres"."""
    return max(
        (one.last for name in ("most_behind", "least_behind") for one in marks.get(name, ()) if one.first == place),
        default=place,
    )


def _begins(one: Quantity, folded: list[str], how: Counting) -> int:
    """Return where the words of a base begin behind a quantity; 0 where none do."""
    if one.scale in _SHARES:
        return one.last if stands(folded, one.last, how.share_of) else _in_brackets(one, folded, how)
    if one.scale in _TIMES and not one.per:
        for place in range(one.last, min(one.last + BESIDE, len(folded))):
            if stands(folded, place, how.runs_from):
                return place
            if folded[place] in _STOPS:
                break
    return 0


def _in_brackets(one: Quantity, folded: list[str], how: Counting) -> int:
    """Return where a base begins behind a share that is said once more in brackets: "ten per cent (10 %) of the price"."""
    if folded[one.last : one.last + 1] != ["("] or ")" not in folded[one.last : one.last + 6]:
        return 0
    place = folded.index(")", one.last) + 1
    return place if stands(folded, place, how.share_of) else 0


def _ends(folded: list[str], first: int, ends: set[int], numbers: set[int], how: Counting) -> int:
    """Return where a base ends: at a stop, a verb that rules, a relative, a further quantity."""
    place = first + 1
    while place < min(len(folded), first + LONGEST):
        if folded[place] in _STOPS or place in ends or folded[place] in how.base_ends:
            break
        place += 1
    return _ahead_of_lead(folded, first, place, how) if place in numbers else place


def _ahead_of_lead(folded: list[str], first: int, last: int, how: Counting) -> int:
    """Return where a base ends ahead of the words that lead into the next number: "of the price" without "in the"."""
    rows = range(last - 1, max(first, last - 1 - LEADING), -1)
    return next((place for place in rows if folded[place] in how.base_leads), last)
