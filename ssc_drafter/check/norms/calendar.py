"""Days, months and years of the calendar as quantities: "at the latest in 2029", "before 31 March 2027", "during 2032".

A date is worth the days from the year 0 in a calendar of twelve months of 31 days, which keeps the order of days; its unit
tells how long it lasts. A day of every year (31 March) is worth its number in a common year.
"""

from __future__ import annotations

import re

from msgspec import Struct

from ssc_drafter.check.norms.counting import Counting
from ssc_drafter.check.norms.halves import ends
from ssc_drafter.check.norms.reading import Compare

DATE, DAY_OF_YEAR = "date", "day_of_year"
BEGINS = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)  # days of a common year ahead of each month
DAYS = 365
LENGTH = {"year": 372.0, "month": 31.0, "day": 1.0}
_YEAR = re.compile(r"20[1-9]\d|2100")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|º|°|o)?")
REACH = 6  # words between what leads a date and the date: "by the end of the year 2029"


class Day(Struct, frozen=True):
    """A date: words `first` to `last`, the scale, its worth on it, what it lasts, and how it is meant."""

    first: int
    last: int
    scale: str
    value: float
    unit: str
    compare: Compare


def _year(word: str) -> int:
    return int(word) if _YEAR.fullmatch(word) else 0


def _day(word: str) -> int:
    found = _DAY.fullmatch(word)
    return int(found.group(1)) if found and 1 <= int(found.group(1)) <= 31 else 0


def _skip(folded: list[str], at: int, how: Counting) -> int:
    """Return the place behind one or two words that only join a month and a year."""
    while at < len(folded) and at >= 0 and folded[at] in how.fill | {","}:
        at += 1
    return at


def _parts(folded: list[str], at: int, how: Counting) -> tuple[int, int, int, int, int]:
    """Return year, month, day (0 where none is told) and the words of the date whose month or year stands at `at`."""
    month, first, last, day = how.months.get(folded[at], 0), at, at + 1, 0
    if not month:
        return _year(folded[at]), 0, 0, at, at + 1
    ahead = at - 1 - (at > 1 and folded[at - 1] in how.fill)
    if ahead >= 0 and _day(folded[ahead]):
        day, first = _day(folded[ahead]), ahead
    elif last < len(folded) and _day(folded[last]):
        day, last = _day(folded[last]), last + 1
    behind = _skip(folded, last, how)
    if behind < len(folded) and behind - last <= 3 and _year(folded[behind]):
        return _year(folded[behind]), month, day, first, behind + 1
    return 0, month, day, first, last


def day(folded: list[str], at: int, how: Counting) -> Day | None:
    """Return the date whose month or year stands at `at`, where words lead it; None where it is none."""
    if folded[at] not in how.months and not _year(folded[at]):
        return None
    year, month, of_month, first, last = _parts(folded, at, how)
    if not year and not of_month:
        return None
    unit = "day" if of_month else "month" if month else "year"
    value = float(year * 372 + max(0, month - 1) * 31 + max(0, of_month - 1)) if year else float(BEGINS[month - 1] + of_month)
    led = _led(folded, first, how)
    if led is None:
        return None
    compare, strict, lead = led
    if strict:
        value, unit = value - 1, "day"
    return Day(min(first, lead), last, DATE if year else DAY_OF_YEAR, value, unit, compare)


def _led(folded: list[str], first: int, how: Counting) -> tuple[Compare, bool, int] | None:
    """Return how a date is meant by what leads it, whether it is itself left out ("before 2030"), and where the lead begins.

    None where nothing leads it: then it is a law's number, a year of print.
    """
    place = first
    while first - place <= REACH and place > 0:
        if length := ends(folded, place, how.until):
            return "most", False, place - length
        if length := ends(folded, place, how.before):
            return "most", not any(word in how.end for word in folded[place:first]), place - length
        if length := ends(folded, place, how.since):
            return "least", False, place - length
        if folded[place - 1] not in how.fill:
            break
        place -= 1
    leads = [one - length for one in range(place, first + 1) if (length := ends(folded, one, how.when))]
    return ("exact", False, min(leads)) if leads else None
