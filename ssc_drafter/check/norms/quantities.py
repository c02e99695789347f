"""Numbers with what they count: unit, rate (a year, per person), and the comparator that the words around them give."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

import msgspec
from msgspec import Struct

from ssc_drafter.check import law
from ssc_drafter.check.norms.calendar import day
from ssc_drafter.check.norms.composed import composed
from ssc_drafter.check.norms.frequency import SCALE as TIMES
from ssc_drafter.check.norms.frequency import often
from ssc_drafter.check.norms.halves import ends, halved, majority, ordinal, stands, vague
from ssc_drafter.check.norms.numbers import Tables, figure, number, repeated, share, tables
from ssc_drafter.check.norms.reading import Compare, Mark, Quantity, Word
from ssc_drafter.check.norms.stems import fold

__all__ = ["figure", "quantities"]
REACH = 7  # words within which "at most" governs a number behind it
FAR = 18  # words within which "the maximum ..." does, where no other number stands between
_MONEY = ("USD", "EUR", "money")
_TIMES = ("hour", "day", "week", "month", "quarter", "year")
SUM = 1000  # from here on a number that counts nothing named is a sum of money
COUNTED = 1.2  # weight from which on a word behind a number is what it counts
SHARED = 12  # words between two numbers that share a unit, the first for one case and the second for another
BESIDE = 2  # words between a sum and "every six months" within which this is when it falls due, no frequency
OLDEST = 99  # years of age that a bare number may tell
_STOPS = {",", ";", ".", ":"}
_NEAR: tuple[tuple[str, Compare], ...] = (("at_most", "most"), ("at_least", "least"), ("above", "above"), ("below", "below"))
_BEHIND: tuple[tuple[str, Compare], ...] = (("most_behind", "most"), ("least_behind", "least"))
_FAR: tuple[tuple[str, Compare], ...] = (("ceiling", "most"), ("floor", "least"))
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
    how: law.Counting

    def span(self, at: int, end: int) -> tuple[int, int]:
        """Return the first and last (exclusive) word of the sentence for a stretch of the opened words."""
        return self.place_of[at], self.place_of[end - 1] + 1


def _at(folded: list[str], at: int, table: dict[tuple[str, ...], str] | set[tuple[str, ...]], longest: int = 5) -> int:
    """Return how many words from `at` on stand in a table, the longest first; 0 where none do."""
    for length in range(min(longest, len(folded) - at), 0, -1):
        if tuple(folded[at : at + length]) in table:
            return length
    return 0


def _unit(folded: list[str], at: int, weights: list[float], value: float, by: Tables) -> tuple[str, int]:
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


def _rate(folded: list[str], at: int, by: Tables) -> tuple[str, int]:
    """Return the time over which a quantity is counted ("a year", "in any calendar year", "semanales"), from `at` on."""
    length = _at(folded, at, by.rates)
    if length:
        return by.rates[tuple(folded[at : at + length])], at + length
    lead = _at(folded, at, by.rate_leads)
    if lead:
        place = at + lead
        length = _at(folded, place, by.units, 2)
        unit = by.units[tuple(folded[place : place + length])] if length else ""
        if unit in _TIMES:
            return unit, place + length
    return "", at


def _rate_ahead(folded: list[str], at: int, by: Tables, since: int, unit: str) -> str:
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


def _is_base(folded: list[str], at: int, by: Tables) -> bool:
    """Whether a time is what others are counted over: "in any period of twelve months"."""
    return any(tuple(folded[max(0, at - length) : at]) in by.bases for length in range(1, 6))


def _comparator(first: int, last: int, line: Line, after: int) -> Compare:
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
                nearest = (gap, mark.first - mark.last, _denied(mark, compare, marks))
    for name, compare in _BEHIND:
        for mark in marks.get(name, ()):
            gap = 1 + mark.first - last
            if 0 < gap <= 3 and (nearest is None or gap < nearest[0]):
                nearest = (gap, 0, compare)
    if nearest:
        return nearest[2]
    far = [(mark.first, compare) for name, compare in _FAR for mark in marks.get(name, ()) if after <= mark.first < first]
    far = [row for row in far if first - row[0] <= FAR]
    return max(far)[1] if far else "exact"


def _denied(mark: Mark, compare: Compare, marks: Marks) -> Compare:
    """Return the comparator, turned where a "not" stands just ahead: not above is at most, "pas inférieure" is at least."""
    if compare not in _TURNED:
        return compare
    denied = any(0 <= mark.first - one.last <= 2 for one in marks.get("not", ()))
    none = any(one.last == mark.first for one in marks.get("negation", ()))  # "no higher than"
    return _TURNED[compare] if denied or none else compare


def quantities(words: tuple[Word, ...], texts: list[str], marks: Marks, lang: str) -> tuple[Quantity, ...]:
    """Return the quantities of a sentence. `texts` are its words as written."""
    by, how = tables(lang), law.counting(lang)
    folded, place_of = _opened([fold(text) for text in texts], by, how)
    line = Line(lang, folded, place_of, [words[place].weight for place in place_of], words, marks, by, how)
    found: list[Quantity] = []
    bases: list[tuple[int, str]] = []
    at = behind = 0
    while at < len(folded):
        one, end = _told(line, at, found[-1] if found else None)
        if one is None:
            one, end = _quantity(line, at, found[-1] if found else None, behind)
            behind = end if one is not None else behind
        if one is not None and one.scale in ("days", "months") and _is_base(folded, at, by):
            bases.append((len(found), f"{one.value:g} {one.scale}"))
        elif one is not None and not (_said(found, one) and folded[at - 1] == "("):  # 5% (five per cent)
            found.append(one)
        at = max(end, at + 1)
    return tuple(composed(_based(found, bases), [fold(text) for text in texts], how, by.joiners))


@lru_cache(maxsize=8)
def _openers(lang: str) -> frozenset[str]:
    """Return the words with which dates, frequencies, ordinals and majorities may begin."""
    how = law.counting(lang)
    listed = {one[0] for one in (*how.every, *how.majorities)}
    return frozenset({*listed, *how.ordinals, *how.months, *how.times, *how.often, *tables(lang).numbers})


def _told(line: Line, at: int, before: Quantity | None) -> tuple[Quantity | None, int]:
    """Return the date, the frequency, the day by its ordinal or the majority that begins at a word, and the place after it."""
    folded, how = line.folded, line.how
    if folded[at] not in _openers(line.lang) and not folded[at][0].isdigit():
        return None, at
    date = day(folded, at, how)
    if date and not (date.unit == "year" and _unit(folded, date.last, line.weights, 1.0, line.by)[0]):
        first, last = line.span(date.first, date.last)
        return Quantity(first, last, date.value, date.scale, date.unit, date.compare), date.last
    times, end = often(folded, at, line.by, how)
    beside = before is not None and line.place_of[at] - before.last <= BESIDE and before.scale != "count"
    if times and not beside and not _is_base(folded, at, line.by):
        return _counted(line, at, end, times, TIMES, before), end
    value, end = ordinal(folded, at, line.by, how)
    unit, after = _unit(folded, end, line.weights, value, line.by) if value else ("", at)
    if unit in _TIMES:
        one = _counted(line, at, after, value, unit, before)
        return (one, after) if one.compare != "exact" else (None, at)
    value, end = majority(folded, at, how)
    if value:
        one = _counted(line, at, end, value, "percent", before)
        return msgspec.structs.replace(one, compare="least", value=value + 0.01), end
    return None, at


def _counted(line: Line, at: int, end: int, value: float, unit: str, before: Quantity | None) -> Quantity:
    """Return a quantity that stands from `at` to `end` with the comparator of the words around it."""
    first, last = line.span(at, end)
    scale, factor = law.scales().get(unit, (unit, 1.0))
    compare = _comparator(first, last, line, before.last if before else 0)
    return Quantity(first, last, value * factor, scale, unit, compare)


def _said(found: list[Quantity], one: Quantity) -> bool:
    """Whether the quantity before is this one, said in another way."""
    return bool(found) and found[-1].scale == one.scale and abs(found[-1].value - one.value) < 0.01 * one.value


def _based(found: list[Quantity], bases: list[tuple[int, str]]) -> list[Quantity]:
    """Return the quantities with the times over which they are counted: the one ahead, or the first behind."""
    for place, per in bases:
        place = place - 1 if place else 0
        if place < len(found) and not found[place].per:
            found[place] = msgspec.structs.replace(found[place], per=per)
    return found


def _quantity(line: Line, at: int, before: Quantity | None, behind: int) -> tuple[Quantity | None, int]:
    """Return the quantity that begins at a word, if one does, and the place after it. `behind` is where the one before ends."""
    folded, by = line.folded, line.by
    if folded[at] not in by.starts and not folded[at][0].isdigit() and folded[at][-1] not in "0123456789%":
        return None, at
    value, after, unit, end = _valued(line, at)
    if not value:
        return None, max(at, after)
    per, rated = _rate(folded, max(end, after), by)
    if not per and unit and end + 2 < len(folded) and folded[end] in by.of:
        per, rated = _rate(folded, end + 2, by)  # "six cubic metres of water a month"
    per = per or _rate_ahead(folded, at, by, behind, unit)
    if per and not unit and before is not None and before.scale != "count":
        unit = before.unit  # "eight hours a day or forty-eight a week"
    if not unit and before is not None and _goes_on(line, at, after, before):
        unit = before.unit
    first, last = line.span(at, max(end, after))
    scale, amount, unit = _scaled(value, unit, first, line.place_of[after - 1] + 1, line.words, line.marks, folded, at)
    if not scale and value >= 1 and _part(folded, at, after, line.how):
        scale, amount, unit = "count", value, "part"  # "dix membres dont deux femmes"
    if not scale:
        return None, max(end, after)
    compare = _comparator(first, last, line, before.last if before else 0)
    return Quantity(first, last, amount, scale, unit, compare, _per(per)), max(end, after, rated)


def _goes_on(line: Line, at: int, after: int, before: Quantity) -> bool:
    """Whether a bare number takes the unit of the one before: "ten years for radio and fifteen for television"."""
    folded, how = line.folded, line.how
    if before.scale not in ("days", "months", "percent") or after >= len(folded) or folded[after] not in how.shared_by:
        return False
    ahead = {folded[at - 1], folded[at - 2]} if at > 1 else set()
    return bool(ahead & line.by.joiners) and line.place_of[at] - before.last <= SHARED


def _part(folded: list[str], at: int, after: int, how: law.Counting) -> bool:
    """Whether a number is that of some of a body ("dont deux") or of a body ("dez lugares")."""
    after += after + 1 < len(folded) and folded[after] == "-"  # a seven-member board
    return bool(ends(folded, at, how.part_among)) or (after < len(folded) and folded[after] in how.whole)


def _valued(line: Line, at: int) -> tuple[float, int, str, int]:
    """Return the value of the number at `at`, the place after it, its unit and the place after that; 0 where there is none."""
    folded, by, how = line.folded, line.by, line.how
    half = stands(folded, at, how.half_ahead)
    unit, end = _unit(folded, at + half, line.weights, 1.0, by) if half else ("", at)
    if unit:
        return 0.5, at + half, unit, end
    value, after = share(folded, at, by)
    if value:
        return value, after, "percent", after
    read, after = number(folded, at, by)
    if read is None or vague(folded, at, by, how):
        return 0.0, after, "", at
    more, after = halved(folded, repeated(folded, after, read, by), how)
    unit, end = _unit_of(folded, at, after, line, read)
    if unit and not more and read < SUM:
        more, end = halved(folded, end, how)
    return read + more, after, unit, end


def _unit_of(folded: list[str], at: int, after: int, line: Line, value: float) -> tuple[str, int]:
    """Return the unit of a number: behind it, on it (5%), ahead of it (USD 5), or that of the number it is a range with."""
    weights, by = line.weights, line.by
    if folded[at].endswith("%"):
        return "percent", after
    part = stands(folded, after, line.how.part_of)
    if part and after + part < len(folded) and folded[after + part] in line.how.whole:
        return "member", after + part + 1  # three of its members
    unit, end = _unit(folded, after, weights, value, by)
    if not unit and at:
        ahead = by.units.get((folded[at - 1],), "")
        unit, end = (ahead, after) if ahead in _MONEY else ("", after)
    if not unit and after + 1 < len(folded) and folded[after] in by.joiners | by.of | {"to", "a", "or", "ou", "o"}:
        value_, next_ = number(folded, after + 1, by)
        unit = _unit(folded, next_, weights, value_, by)[0] if value_ is not None else ""
    if not unit and (behind := _behind_limit(line, after)):
        unit = _unit(folded, behind, weights, value, by)[0]
    if not unit and value <= OLDEST and (after >= len(folded) or weights[after] < COUNTED):
        unit, end = ("year", after) if by.ages.intersection(folded[max(0, at - 3) : at]) else ("", end)
    return unit, end


def _behind_limit(line: Line, after: int) -> int:
    """Return the place behind words of limit that part a number from what it counts ("1,000 or more persons"); 0 if none."""
    if after >= len(line.place_of):
        return 0
    place = line.place_of[after]
    last = next((one.last for name, _ in _BEHIND for one in line.marks.get(name, ()) if one.first == place), 0)
    return line.place_of.index(last) if last and last in line.place_of else 0


def _scaled(
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


def _per(unit: str) -> str:
    """Return the time of a rate on its scale, so that "a year" and "in any period of twelve months" are one."""
    if not unit:
        return ""
    scale, factor = law.scales().get(unit, (unit, 1.0))
    return f"{factor:g} {scale}"


def _opened(folded: list[str], by: Tables, how: law.Counting) -> tuple[list[str], list[int]]:
    """Return the words with hyphenated numbers opened (vingt-cinq), and for each the word that it comes from."""
    opened: list[str] = []
    places: list[int] = []
    for place, word in enumerate(folded):
        parts = word.split("-")
        last = parts[-1]  # an ordinal may close: quarante-cinquième
        numeric = len(parts) > 1 and all(part in by.numbers or part in by.joiners for part in parts[:-1])
        numeric = numeric and (last in by.numbers or last in by.joiners or last in how.ordinals)
        numeric = numeric or (len(parts) == 2 and (parts[0],) in how.half_ahead)
        for part in parts if numeric else [word]:
            opened.append(part)
            places.append(place)
    return opened, places
