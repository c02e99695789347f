"""Numbers with what they count: unit, rate (a year, per person), and the comparator that the words around them give."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from ssc_drafter.check import law
from ssc_drafter.check.norms.bases import with_bases
from ssc_drafter.check.norms.calendar import day
from ssc_drafter.check.norms.composed import composed
from ssc_drafter.check.norms.counted import (
    LASTING,
    SUM,
    Line,
    Marks,
    comparator,
    is_base,
    per_of,
    rate,
    rate_ahead,
    scaled,
    unit_at,
    unit_of,
)
from ssc_drafter.check.norms.counting import Counting, counting
from ssc_drafter.check.norms.frequency import SCALE as TIMES
from ssc_drafter.check.norms.frequency import often
from ssc_drafter.check.norms.halves import ends, halved, majority, ordinal, stands, to_come, vague
from ssc_drafter.check.norms.numbers import Tables, figure, number, repeated, share, tables
from ssc_drafter.check.norms.reading import Quantity, Word
from ssc_drafter.check.norms.stems import fold

__all__ = ["figure", "opened", "quantities"]
SHARED = 12  # words between two numbers that share a unit, the first for one case and the second for another
WHOLE = 100.0  # hundredths of a whole
BESIDE = 2  # words between a sum and "every six months" within which this is when it falls due, no frequency


def quantities(words: tuple[Word, ...], texts: list[str], marks: Marks, lang: str) -> tuple[Quantity, ...]:
    """Return the quantities of a sentence. `texts` are its words as written."""
    by, how = tables(lang), counting(lang)
    plain = [fold(text) for text in texts]
    folded, place_of = opened(plain, by, how)
    begins = [_begins(word, lang) for word in folded]
    if True not in begins:
        return ()
    line = Line(lang, folded, place_of, [words[place].weight for place in place_of], words, marks, by, how)
    found: list[Quantity] = []
    bases: list[tuple[int, str]] = []
    at = behind = 0
    while at < len(folded):
        if not begins[at]:
            at += 1
            continue
        one, end = _told(line, at, found[-1] if found else None)
        if one is None:
            one, end = _quantity(line, at, found[-1] if found else None, behind)
            behind = end if one is not None else behind
        if one is not None and one.scale in ("days", "months") and is_base(folded, at, by, alone=not found):
            bases.append((len(found), f"{one.value:g} {one.scale}"))
        elif one is not None and not (_said(found, one) and folded[at - 1] == "("):  # 5% (five per cent)
            found.append(one)
        at = max(end, at + 1)
    return tuple(with_bases(composed(_based(found, bases), plain, how, by.joiners), plain, marks, how))


@lru_cache(maxsize=8)
def _openers(lang: str) -> frozenset[str]:
    """Return the words with which dates, frequencies, ordinals and majorities may begin."""
    how = counting(lang)
    listed = {one[0] for one in (*how.every, *how.majorities, *how.entire)}
    return frozenset({*listed, *how.ordinals, *how.months, *how.times, *how.often, *tables(lang).numbers})


@lru_cache(maxsize=8)
def _half_starts(lang: str) -> frozenset[str]:
    """Return the words with which a half may begin, or a time that has one more behind it ("a year and a half")."""
    units = (name[0] for name, unit in tables(lang).units.items() if unit in LASTING)
    return frozenset({*units, *(one[0] for one in counting(lang).half_ahead)})


_FIGURES = frozenset("0123456789%")


@lru_cache(maxsize=200_000)
def _begins(word: str, lang: str) -> bool:
    """Whether a date, a frequency, a majority or a number may begin with a word: most are asked no more."""
    by = tables(lang)
    figures = word[:1].isdigit() or word[-1:] in _FIGURES
    return figures or word in by.starts or word in _openers(lang) or word in _half_starts(lang)


def _told(line: Line, at: int, before: Quantity | None) -> tuple[Quantity | None, int]:
    """Return the date, the frequency, the day by its ordinal or the majority that begins at a word, and the place after it."""
    folded, how = line.folded, line.how
    if folded[at] not in _openers(line.lang) and not folded[at][0].isdigit():
        return None, at
    date = day(folded, at, how)
    if date and not (date.unit == "year" and unit_at(folded, date.last, line.weights, 1.0, line.by)[0]):
        first, last = line.span(date.first, date.last)
        return Quantity(first, last, date.value, date.scale, date.unit, date.compare), date.last
    times, end = often(folded, at, line.by, how)
    beside = before is not None and line.place_of[at] - before.last <= BESIDE and before.scale != "count"
    if times and not beside and not is_base(folded, at, line.by):
        return _counted(line, at, end, times, TIMES, before), end
    value, end = ordinal(folded, at, line.by, how)
    unit, after = unit_at(folded, end, line.weights, value, line.by) if value else ("", at)
    if unit in LASTING:
        one = _counted(line, at, after, value, unit, before)
        return (one, after) if one.compare != "exact" else (None, at)
    if length := stands(folded, at, how.entire):
        first, last = line.span(at, at + length)
        return Quantity(first, last, WHOLE, "percent", "percent", "least"), at + length
    value, end = majority(folded, at, how)
    if value:
        one = _counted(line, at, end, value, "percent", before)
        return msgspec.structs.replace(one, compare="least", value=value + 0.01), end
    return None, at


def _counted(line: Line, at: int, end: int, value: float, unit: str, before: Quantity | None) -> Quantity:
    """Return a quantity that stands from `at` to `end` with the comparator of the words around it."""
    first, last = line.span(at, end)
    scale, factor = law.scales().get(unit, (unit, 1.0))
    compare = comparator(first, last, line, before.last if before else 0)
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
    half = folded[at] in _half_starts(line.lang)
    if not half and folded[at] not in by.starts and not folded[at][0].isdigit() and folded[at][-1] not in "0123456789%":
        return None, at
    value, after, unit, end = _valued(line, at)
    if not value:
        return None, max(at, after)
    per, rated = rate(folded, max(end, after), by)
    if not per and unit and end + 2 < len(folded) and folded[end] in by.of:
        per, rated = rate(folded, end + 2, by)  # "six cubic metres of water a month"
    per = per or rate_ahead(folded, at, by, behind, unit)
    if per and not unit and before is not None and before.scale != "count":
        unit = before.unit  # "eight hours a day or forty-eight a week"
    if not unit and before is not None and _goes_on(line, at, after, before):
        unit = before.unit
    first, last = line.span(at, max(end, after))
    scale, amount, unit = scaled(value, unit, first, line.place_of[after - 1] + 1, line.words, line.marks, folded, at)
    if not scale and value >= 1 and _part(folded, at, after, line.how):
        scale, amount, unit = "count", value, "part"  # "dix membres dont deux femmes"
    if not scale:
        return None, max(end, after)
    compare = comparator(first, last, line, before.last if before else 0)
    if compare == "exact" and unit in LASTING and not line.marks.get("prohibition"):  # who must abstain does so all the time
        compare = "most" if to_come(folded, at, max(end, after), line.how) else compare
    return Quantity(first, last, amount, scale, unit, compare, per_of(per)), max(end, after, rated)


def _goes_on(line: Line, at: int, after: int, before: Quantity) -> bool:
    """Whether a bare number takes the unit of the one before: "ten years for radio and fifteen for television"."""
    folded, how = line.folded, line.how
    if before.scale not in ("days", "months", "percent") or after >= len(folded) or folded[after] not in how.shared_by:
        return False
    ahead = {folded[at - 1], folded[at - 2]} if at > 1 else set()
    return bool(ahead & line.by.joiners) and line.place_of[at] - before.last <= SHARED


def _part(folded: list[str], at: int, after: int, how: Counting) -> bool:
    """Whether a number is that of some of a body ("dont deux") or of a body ("dez lugares")."""
    after += after + 1 < len(folded) and folded[after] == "-"  # a seven-member board
    return bool(ends(folded, at, how.part_among)) or (after < len(folded) and folded[after] in how.whole)


def _valued(line: Line, at: int) -> tuple[float, int, str, int]:
    """Return the value of the number at `at`, the place after it, its unit and the place after that; 0 where there is none."""
    folded, by, how = line.folded, line.by, line.how
    half = stands(folded, at, how.half_ahead)
    unit, end = unit_at(folded, at + half, line.weights, 1.0, by) if half else ("", at)
    if unit:
        return 0.5, at + half, unit, end
    many = by.numbers.get(folded[at + half], 0.0) if half and at + half < len(folded) else 0.0
    if many > SUM:  # half a million
        unit, end = unit_of(folded, at + half, at + half + 1, line, many)
        return many / 2, at + half + 1, unit, end
    unit, end = unit_at(folded, at, line.weights, 1.0, by)
    more, after = halved(folded, end, how) if unit in LASTING else (0.0, at)
    if more:  # a year and a half
        return 1 + more, after, unit, after
    value, after = share(folded, at, by)
    if value:
        return value, after, "percent", after
    read, after = number(folded, at, by)
    if read is None or vague(folded, at, by, how):
        return 0.0, after, "", at
    many = by.numbers.get(folded[after - 1], 0.0)
    more, after = halved(folded, repeated(folded, after, read, by), how)
    more *= many if many >= SUM else 1.0  # a million and a half
    unit, end = unit_of(folded, at, after, line, read)
    if unit and not more and read < SUM:
        more, end = halved(folded, end, how)
    return read + more, after, unit, end


def opened(folded: list[str], by: Tables, how: Counting) -> tuple[list[str], list[int]]:
    """Return the words with hyphenated numbers opened (vingt-cinq), and for each the word that it comes from."""
    if not any("-" in word for word in folded):
        return folded, list(range(len(folded)))
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
