"""What several numbers of a sentence make together: a sum of two units, a range, hours a week from hours a day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product

import msgspec

from ssc_drafter.check import law
from ssc_drafter.check.norms.calendar import DAY_OF_YEAR, DAYS
from ssc_drafter.check.norms.counting import Counting
from ssc_drafter.check.norms.halves import LONGEST
from ssc_drafter.check.norms.reading import Quantity

MOST = 10  # hours a day, and days a week, of one sentence that are multiplied
FROM = 4  # words between a time and the day from which it runs: "thirty days after the 31st of"
DAY, WEEK = "1 days", "7 days"
_TIMES = {"days", "months"}


def composed(found: list[Quantity], folded: list[str], how: Counting, joiners: set[str]) -> Iterator[Quantity]:
    """Yield the quantities of a sentence (its words folded): sums made one, ends of ranges told apart, products added."""
    rows = _due(_ranged(_summed(found, folded, joiners), folded, how))
    yield from rows
    daily = [one for one in rows if one.unit == "hour" and one.per == DAY]
    weekly = [one for one in rows if one.unit == "day" and one.per == WEEK]
    for one, other in product(daily[:MOST], weekly[:MOST]):
        first, last = min(one.first, other.first), max(one.last, other.last)
        yield Quantity(first, last, one.value * other.value, one.scale, one.unit, one.compare, WEEK)


def _factor(unit: str) -> float:
    return law.scales().get(unit, ("", 0.0))[1]


def _summed(found: list[Quantity], folded: list[str], joiners: set[str]) -> list[Quantity]:
    """Return the quantities with "two years and six months" made one."""
    rows: list[Quantity] = []
    for one in found:
        last = rows[-1] if rows else None
        if (
            last is not None
            and one.scale == last.scale
            and one.scale in _TIMES
            and one.first - last.last == 1
            and folded[last.last] in joiners
            and 0 < one.value < _factor(last.unit)
            and _factor(one.unit) < _factor(last.unit)
        ):
            per = one.per or last.per
            rows[-1] = msgspec.structs.replace(last, last=one.last, value=last.value + one.value, unit=one.unit, per=per)
        else:
            rows.append(one)
    return rows


def _due(found: list[Quantity]) -> list[Quantity]:
    """Return the quantities with "within thirty days after 31 December" as the day of the year on which it falls due too."""
    rows = list(found)
    for one, other in pairwise(found):
        if other.scale == DAY_OF_YEAR and one.compare == "most" and one.scale == "days" and 0 <= other.first - one.last <= FROM:
            value = (other.value + one.value - 1) % DAYS + 1
            rows.append(Quantity(one.first, other.last, value, DAY_OF_YEAR, "day", "most"))
    return rows


def _ranged(found: list[Quantity], folded: list[str], how: Counting) -> list[Quantity]:
    """Return the quantities with the ends of "between five and ten" and "from 5 to 10" as the least and the most."""
    rows = list(found)
    for place in range(len(rows) - 1):
        low, high = rows[place], rows[place + 1]
        if low.scale == high.scale and low.value < high.value and _joined(low, high, folded, how):
            rows[place] = msgspec.structs.replace(low, compare="least")
            rows[place + 1] = msgspec.structs.replace(high, compare="most")
    return rows


def _joined(low: Quantity, high: Quantity, folded: list[str], how: Counting) -> bool:
    """Whether the words ahead of and between two numbers make them the ends of one range."""
    between = tuple(folded[low.last : high.first])
    return len(between) <= LONGEST and any(
        between == join and tuple(folded[max(0, low.first - len(lead)) : low.first]) == lead for lead, join in how.ranges
    )
