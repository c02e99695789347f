"""What a number counts, over which time, and how it is meant: unit, rate (a year, per person), words of limit."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from ssc_drafter.check import law
from ssc_drafter.check.norms.counting import Counting
from ssc_drafter.check.norms.halves import stands
from ssc_drafter.check.norms.numbers import Tables, number, repeated
from ssc_drafter.check.norms.reading import Compare, Mark, Word

REACH = 7  # words within which "at most" governs a number behind it
FAR = 18  # words within which "the maximum ..." does, where no other number stands between
_MONEY = ("USD", "EUR", "money")
LASTING = ("hour", "day", "week", "month", "quarter", "year")
SUM = 1000  # from here on a number that counts nothing named is a sum of money
COUNTED = 1.2  # weight from which on a word behind a number is what it counts
OLDEST = 99  # years of age that a bare number may tell
_STOPS = {",", ";", ".", ":"}
_NEAR: tuple[tuple[str, Compare], ...] = (("at_most", "most"), ("at_least", "least"), ("above", "above"), ("below", "below"))
_BEHIND: tuple[tuple[str, Compare], ...] = (("most_behind", "most"), ("least_behind", "least"))
_FAR: tuple[tuple[str, Compare], ...] = (("ceiling", "most"), ("floor", "least"))
_QUALITY = re.compile(r"(?<=\w\w)[ai]d[ao]s?$")
_TURNED: dict[Compare, Compare] = {"above": "most", "below": "least"}
Marks = dict[str, tuple[Mark, ...]]


class Line(Struct, frozen=True):
    """A sentence whose numbers are read: its folded words with hyphenated numbers opened, and where each comes from."""

    lang: str
    folded: list[str]
    place_of: list[int]
    weights: list[float]
    words: tuple[Word, ...]
    marks: Marks
    by: Tables
    how: Counting

    def span(self, at: int, end: int) -> tuple[int, int]:
        """Return the first and last (exclusive) word of the sentence for a stretch of the opened words."""
        return self.place_of[at], self.place_of[end - 1] + 1


def _at(folded: list[str], at: int, table: dict[tuple[str, ...], str] | set[tuple[str, ...]], longest: int = 5) -> int:
    """Return how many words from `at` on stand in a table, the longest first; 0 where none do."""
    for length in range(min(longest, len(folded) - at), 0, -1):
        if tuple(folded[at : at + length]) in table:
            return length
    return 0


def unit_at(folded: list[str], at: int, weights: list[float], value: float, by: Tables) -> tuple[str, int]:
    """Return the unit that stands at `at` or behind one or two words that qualify it, and the place after it."""
    for skip in range(3):
        place = at + skip
        if place >= len(folded) or folded[place] in _STOPS:
            break
        length = _at(folded, place, by.units)
        if length:
            return by.units[tuple(folded[place : place + length])], place + length
        if not skip and folded[place] == "-":
            continue  # a three-month period
        of_many = value >= 1_000_000 and folded[place] in by.of  # "dos millones de pesos"
        if not of_many and (not weights[place] or folded[place] in by.numbers):
            break
    return "", at


def rate(folded: list[str], at: int, by: Tables) -> tuple[str, int]:
    """Return the time over which a quantity is counted ("a year", "in any calendar year", "semanales"), from `at` on."""
    length = _at(folded, at, by.rates)
    if length:
        return by.rates[tuple(folded[at : at + length])], at + length
    lead = _at(folded, at, by.rate_leads)
    if lead:
        place = at + lead
        length = _at(folded, place, by.units, 2)
        unit = by.units[tuple(folded[place : place + length])] if length else ""
        if unit in LASTING:
            return unit, place + length
    return "", at


def rate_ahead(folded: list[str], at: int, by: Tables, since: int, unit: str) -> str:
    """Return the time of a rate named ahead of its number: "the weekly hours shall not exceed forty"."""
    for place in range(at - 1, max(since, at - REACH) - 1, -1):
        if folded[place] in _STOPS:
            return ""
        if (folded[place],) in by.rates:
            return by.rates[(folded[place],)]
        if unit == "hour" and place > since:  # "the working week is limited to forty-five hours"
            for length in (3, 2):
                name = tuple(folded[place + 1 - length : place + 1])
                if name in by.rates:
                    return by.rates[name]
    return ""


def is_base(folded: list[str], at: int, by: Tables, alone: bool = False) -> bool:
    """Whether a time is what others are counted over: "in any period of twelve months".

    Where it stands `alone`, no other number ahead of it, a single word ("per", "sur") does not make it so.
    """
    return any(tuple(folded[max(0, at - length) : at]) in by.bases for length in range(2 if alone else 1, 6))


def comparator(first: int, last: int, line: Line, after: int) -> Compare:
    """Return how the number is meant, from the nearest words of limit before it (or just after it).

    `after` is the place behind the number before this one: "the maximum" reaches no farther back.
    """
    marks = line.marks
    nearest: tuple[int, int, Compare] | None = None
    for name, compare in _NEAR:
        for mark in marks.get(name, ()):
            bare = compare in _TURNED and mark.last == mark.first + 1
            if bare and any(word.stem in _STOPS for word in line.words[mark.last : first]):
                continue  # "over and above the pause, fifteen minutes"
            gap = abs(first - mark.last)
            if mark.last <= first + 1 and gap <= REACH and (nearest is None or (gap, mark.first - mark.last) < nearest[:2]):
                nearest = (gap, mark.first - mark.last, _denied(mark, compare, line))
    for name, compare in _BEHIND:
        for mark in marks.get(name, ()):
            gap = 1 + mark.first - last
            if gap == 1 and compare == "most":
                return compare  # "un préavis de six mois au plus": what a notice is by nature gives way to what is said
            if 0 < gap <= 3 and (nearest is None or gap < nearest[0]):
                nearest = (gap, 0, compare)
    if nearest:
        return nearest[2]
    far = [(mark.first, compare) for name, compare in _FAR for mark in marks.get(name, ()) if after <= mark.first < first]
    far = [row for row in far if first - row[0] <= FAR]
    return max(far)[1] if far else "exact"


def _denied(mark: Mark, compare: Compare, line: Line) -> Compare:
    """Return the comparator, turned where a "not" stands just ahead: not above is at most, "pas inférieure" is at least.

    With a thing between them ("ne s'applique pas aux navires de moins de") the "not" is not of the number.
    """
    marks = line.marks
    if compare not in _TURNED:
        return compare
    near = [one for one in marks.get("not", ()) if 0 <= mark.first - one.last <= 2]
    denied = any(
        not _of_a_thing(line.words[one.last : mark.first], line.lang) and not _of_a_quality(line, one.last, mark.first)
        for one in near
    )
    none = any(one.last == mark.first for one in marks.get("negation", ()))  # "no higher than"
    return _TURNED[compare] if denied or none else compare


def _of_a_thing(between: tuple[Word, ...], lang: str) -> bool:
    """Whether the words behind a "not" name a thing that the number tells of: "to ships of", unlike a verb ("disputam")."""
    return len(between) > 1 and between[0].stem in law.names(lang).ahead and between[1].weight >= COUNTED


def _of_a_quality(line: Line, first: int, last: int) -> bool:
    """Whether the words behind a "not" name a quality of what the number tells of: "no tripulada de", "não tripulado de"."""
    between = [word for word, place in zip(line.folded, line.place_of, strict=True) if first <= place < last]
    return len(between) == 2 and _QUALITY.search(between[0]) is not None and between[1] == "de"


def unit_of(folded: list[str], at: int, after: int, line: Line, value: float) -> tuple[str, int]:
    """Return the unit of a number: behind it, on it (5%), ahead of it (USD 5), or that of the number it is a range with."""
    weights, by = line.weights, line.by
    if folded[at].endswith("%"):
        return "percent", after
    part = stands(folded, after, line.how.part_of)
    if part and after + part < len(folded) and folded[after + part] in line.how.whole:
        return "member", after + part + 1  # three of its members
    unit, end = unit_at(folded, after, weights, value, by)
    if not unit and at:
        ahead = by.units.get((folded[at - 1],), "")
        unit, end = (ahead, after) if ahead in _MONEY else ("", after)
    if not unit and after + 1 < len(folded) and folded[after] in by.joiners | by.of | {"to", "a", "or", "ou", "o"}:
        value_, next_ = number(folded, after + 1, by)
        next_ = next_ if value_ is None else repeated(folded, next_, value_, by)  # "between ten (10) and twenty (20) days"
        unit = unit_at(folded, next_, weights, value_, by)[0] if value_ is not None else ""
    if not unit and (behind := _behind_limit(line, after)):
        unit = unit_at(folded, behind, weights, value, by)[0]
    if not unit and 1 < value <= OLDEST and (after >= len(folded) or weights[after] < COUNTED):
        unit, end = ("year", after) if by.ages.intersection(folded[max(0, at - 3) : at]) else ("", end)
    return unit, end


def _behind_limit(line: Line, after: int) -> int:
    """Return the place behind words of limit that part a number from what it counts ("1,000 or more persons"); 0 if none."""
    if after >= len(line.place_of):
        return 0
    place = line.place_of[after]
    last = next((one.last for name, _ in _BEHIND for one in line.marks.get(name, ()) if one.first == place), 0)
    return line.place_of.index(last) if last and last in line.place_of else 0


def per_of(unit: str) -> str:
    """Return the time of a rate on its scale, so that "a year" and "in any period of twelve months" are one."""
    if not unit:
        return ""
    scale, factor = law.scales().get(unit, (unit, 1.0))
    return f"{factor:g} {scale}"


def scaled(
    value: float, unit: str, first: int, last: int, words: tuple[Word, ...], marks: Marks, folded: list[str], at: int
) -> tuple[str, float, str]:
    """Return the scale, the value on it and the unit; no scale for what counts nothing (a section's number, a date)."""
    if unit:
        scale, factor = law.scales().get(unit, (unit, 1.0))
        return ("", 0.0, "") if unit == "member" and value < 2 else (scale, value * factor, unit)
    if value < 2 or _names_a_place(first, last, words, marks, folded, at):
        return "", 0.0, ""
    if value >= SUM and (last >= len(words) or not words[last].weight):
        year = 1700 <= value <= 2100 and folded[at].isdigit()
        return ("", 0.0, "") if year else ("sum", value, "sum")
    counted = "|".join(word.key for word in words[last : last + 3] if word.key and word.weight >= COUNTED)
    return ("count", value, counted) if counted else ("", 0.0, "")


def _ends_at(place: int, listed: Sequence[Mark]) -> bool:
    """Whether one of the marks, which stand in the order of the text and apart, ends at a place."""
    at = bisect_left(listed, place, key=lambda mark: mark.last)
    return at < len(listed) and listed[at].last == place


def _names_a_place(first: int, last: int, words: tuple[Word, ...], marks: Marks, folded: list[str], at: int) -> bool:
    """Whether a bare number is that of a section, a list, a day of the calendar or a year."""
    named = folded[at][0].isdigit() and _ends_at(first, marks.get("cited", ()))
    if first and (words[first - 1].capital or named):
        return True
    if any(0 <= mark.first - last <= 1 or mark.last == first for mark in marks.get("fixed_day", ())):
        return True
    listed = first and words[first - 1].stem == "(" and last < len(words) and words[last].stem == ")"
    return bool(listed) or (last < len(words) and words[last].stem in {")", ".", ":", "º", "°"} and first == 0)
