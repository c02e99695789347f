"""How often something is done: "every six months", "twice a year", "quarterly reports", as times in a year."""

from __future__ import annotations

from ssc_drafter.check import law
from ssc_drafter.check.norms.counting import Counting
from ssc_drafter.check.norms.halves import stands
from ssc_drafter.check.norms.numbers import Tables, number

SCALE = "times"
_IN_A_YEAR = {"days": 365.0, "months": 12.0}
NEAR = 3  # words between "quarterly" and what is done quarterly


def _lasts(folded: list[str], at: int, by: Tables) -> tuple[float, int]:
    """Return how often a time that begins at `at` ("six months", "year") passes in a year, and what follows; 0 for none."""
    value, place = number(folded, at, by)
    value, place = (value, place) if value else (1.0, at)
    for length in (2, 1) if place + 2 <= len(folded) else (1,):
        unit = by.units.get(tuple(folded[place : place + length]), "")
        scale, factor = law.scales().get(unit, ("", 0.0))
        if scale in _IN_A_YEAR and factor:
            return _IN_A_YEAR[scale] / (value * factor), place + length
    return 0.0, at


def often(folded: list[str], at: int, by: Tables, how: Counting) -> tuple[float, int]:
    """Return the times in a year that the words from `at` on tell, and the place after them; 0 where they tell none."""
    times, place = how.times.get(folded[at], 0.0), at + 1
    if not times:
        count, after = number(folded, at, by)
        if count and after < len(folded) and folded[after] in how.time:
            times, place = count, after + 1
    if times:
        lead = stands(folded, place, how.times_per) or stands(folded, place, how.every)
        rate, after = _lasts(folded, place + lead, by) if lead and place + lead < len(folded) else (0.0, at)
        return (times * rate, after) if rate else (0.0, at)
    lead = stands(folded, at, how.every)
    if lead and at + lead < len(folded) and not (at and folded[at - 1] in how.every_kept):
        return _lasts(folded, at + lead, by)
    return _alone(folded, at, how)


def _alone(folded: list[str], at: int, how: Counting) -> tuple[float, int]:
    """Return the times in a year of a single word ("quarterly") beside a word for what is done again and again."""
    value = how.often.get(folded[at], 0.0)
    around = folded[max(0, at - NEAR) : at + NEAR + 1] if value else []
    return (value, at + 1) if any(word in how.often_of for word in around) else (0.0, at)
