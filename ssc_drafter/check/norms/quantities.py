"""Numbers with their units, in figures and in words, and the comparator that the words around them give."""

from __future__ import annotations

import re
from functools import lru_cache

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Compare, Mark, Quantity, Word
from ssc_drafter.check.norms.stems import fold

_FIGURE = re.compile(r"^(?:[a-z]{0,3}[$€])?(\d+(?:[.,]\d+)*)(%|ha|km|kg)?$")
# Exact conversions only: a week is seven days, a year twelve months; months and days stay apart (guidelines, rule 4).
_SCALES = {
    "hour": ("days", 1 / 24),
    "day": ("days", 1.0),
    "week": ("days", 7.0),
    "month": ("months", 1.0),
    "year": ("months", 12.0),
    "hectare": ("hectares", 1.0),
    "acre": ("hectares", 0.40468564),
    "kilometre": ("metres", 1000.0),
    "metre": ("metres", 1.0),
    "mile": ("metres", 1852.0),
    "tonne": ("kilograms", 1000.0),
    "kilogram": ("kilograms", 1.0),
    "millimetre": ("metres", 0.001),
    "centimetre": ("metres", 0.01),
    "foot": ("metres", 0.3048),
    "gram": ("kilograms", 0.001),
    "watt": ("watts", 1.0),
    "kilowatt": ("watts", 1_000.0),
    "megawatt": ("watts", 1_000_000.0),
}
# Words ahead of a fraction, folded, in the four languages: "the half", "la moitié", "el tercio", "a metade".
_ARTICLES = {"the", "a", "la", "le", "el", "o", "by", "que", "of", "de", "da", "du", "than", "exceed", "excede"}
_ROMANS = re.compile(r"^[ivx]+$")


class _Tables:
    """The numbers and units of a language by folded word."""

    def __init__(self, lang: str) -> None:
        words = law.words(lang)
        self.numbers = words.numbers
        self.joiners = set(words.joiners)
        self.fractions = words.fractions
        self.share_leads = {name for name, value in words.numbers.items() if value in (1, 2, 3)} | _ARTICLES
        self.starts = self.numbers.keys() | {name.split()[0] for name in words.fractions}
        self.units: dict[tuple[str, ...], str] = {}
        for unit, names in words.units.items():
            for name in names:
                self.units[tuple(fold(name).split())] = unit
        self.longest = max(len(key) for key in self.units)


@lru_cache(maxsize=8)
def _tables(lang: str) -> _Tables:
    return _Tables(lang)


def figure(written: str) -> float | None:
    """Return the value of a number in figures: 1,200,000 and 1.200.000 and 2,5 alike. None where it is none."""
    found = _FIGURE.match(written)
    if not found:
        return None
    digits = found.group(1)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits):
        return float(re.sub(r"[.,]", "", digits))
    if re.fullmatch(r"\d+[.,]\d{1,2}", digits):
        return float(digits.replace(",", "."))
    plain = re.sub(r"[.,](?=\d{3})", "", digits)
    try:
        return float(plain.replace(",", "."))
    except ValueError:
        return None


def _spoken(folded: list[str], at: int, tables: _Tables) -> tuple[float, int] | None:
    """Return the value of number words from `at` and the place after them."""
    total = current = 0.0
    place, seen = at, 0
    while place < len(folded):
        word = folded[place]
        value = tables.numbers.get(word)
        if value is None:
            joined = seen and word in (*tables.joiners, "-") and place + 1 < len(folded) and folded[place + 1] in tables.numbers
            if joined:
                place += 1
                continue
            break
        if value >= 1000:
            total += (current or 1) * value
            current = 0.0
        elif value == 100:
            current = (current or 1) * 100
        elif value == 20 and current == 4:
            current = 80.0  # quatre-vingts
        elif value == 12 and seen and word == "dozen":
            current = current * 12
        else:
            current += value
        seen += 1
        place += 1
    return (total + current, place) if seen else None


def _unit(folded: list[str], at: int, tables: _Tables) -> tuple[str, int]:
    """Return the unit that stands at `at` or up to three words on ("thirty calendar days"), and the place after it."""
    for skip in range(4):
        place = at + skip
        if place >= len(folded) or folded[place] in {",", ";", ".", ":"}:
            break
        for length in range(min(tables.longest, len(folded) - place), 0, -1):
            unit = tables.units.get(tuple(folded[place : place + length]))
            if unit:
                return unit, place + length
        if skip == 0 and folded[place] in {"(", "por", "per", "pour", "p"}:
            continue
        if folded[place] == ")" or folded[place].isdigit():
            continue
        if folded[place] in tables.numbers:
            break
    return "", at


def _currency_before(folded: list[str], at: int, tables: _Tables) -> str:
    unit = tables.units.get((folded[at - 1],), "") if at else ""
    return unit if unit in {"USD", "EUR", "money"} else ""


def _comparator(first: int, last: int, marks: dict[str, tuple[Mark, ...]]) -> Compare:
    """Return how the number is meant, from the nearest words of limit before it (or just after it)."""
    nearest: tuple[int, int, Compare] | None = None
    names: tuple[tuple[str, Compare], ...] = (("at_most", "most"), ("at_least", "least"), ("above", "above"))
    for name, compare in names:
        for mark in marks.get(name, ()):
            if mark.last <= first + 1 and first - mark.last <= 7:
                gap = abs(first - mark.last)
            elif mark.first >= last and mark.first - last <= 2:
                gap = 3 + mark.first - last
            else:
                continue
            better = nearest is None or (gap, -(mark.last - mark.first)) < nearest[:2]
            if better:
                nearest = (gap, -(mark.last - mark.first), compare)
    return nearest[2] if nearest else "exact"


def quantities(
    words: tuple[Word, ...], texts: list[str], marks: dict[str, tuple[Mark, ...]], lang: str
) -> tuple[Quantity, ...]:
    """Return the quantities of a sentence. `texts` are its words as written."""
    tables = _tables(lang)
    folded, place_of = _opened([fold(text) for text in texts], tables)
    found: list[Quantity] = []
    at = 0
    while at < len(folded):
        if folded[at] not in tables.starts and not folded[at][0].isdigit() and folded[at][-1] not in "0123456789%":
            at += 1
            continue
        share, end = _share(folded, at, tables)
        if share:
            place = place_of[at], place_of[end - 1] + 1
            found.append(Quantity(*place, share, "percent", "percent", _comparator(*place, marks)))
            at = end
            continue
        value, after = _number(folded, at, tables)
        if value is None:
            at += 1
            continue
        unit, end = _unit(folded, after, tables)
        if folded[at].endswith("%"):
            unit, end = "percent", after
        unit = unit or _currency_before(folded, at, tables)
        counted = "" if unit else _counted(words, place_of[at], place_of[after - 1] + 1, marks)
        if counted and value >= 2:
            first, last = place_of[at], place_of[after - 1] + 1
            found.append(Quantity(first, last, value, "count", counted, _comparator(first, last, marks)))
        if unit and not (unit == "member" and value < 2):
            scale, factor = _SCALES.get(unit, (unit, 1.0))
            first, last = place_of[at], place_of[max(end, after) - 1] + 1
            found.append(Quantity(first, last, value * factor, scale, unit, _comparator(first, last, marks)))
        at = max(end, after)
    return tuple(found)


def _share(folded: list[str], at: int, tables: _Tables) -> tuple[float, int]:
    """Return a share of a whole in hundredths (a half, two thirds, 1/3) and the place after it; 0 where there is none."""
    written = re.fullmatch(r"([1-9])/([1-9]\d?)", folded[at])
    if written:
        return 100 * float(written.group(1)) / float(written.group(2)), at + 1
    for length in (2, 1):
        name = " ".join(folded[at : at + length])
        if name in tables.fractions and at and folded[at - 1] in tables.share_leads:
            return tables.fractions[name], at + length
    return 0.0, at


def _counted(words: tuple[Word, ...], first: int, last: int, marks: dict[str, tuple[Mark, ...]]) -> str:
    """Return the keys of the nouns that a bare number counts ("150 observers"), nothing for the number of a section or year."""
    if first and (words[first - 1].capital or any(mark.last == first for mark in marks.get("cited", ()))):
        return ""
    return "|".join(word.key for word in words[last : last + 3] if word.key and word.weight >= 1.2)


def _opened(folded: list[str], tables: _Tables) -> tuple[list[str], list[int]]:
    """Return the words with hyphenated numbers opened (vingt-cinq), and for each the word that it comes from."""
    opened: list[str] = []
    places: list[int] = []
    for place, word in enumerate(folded):
        parts = word.split("-")
        numeric = len(parts) > 1 and all(part in tables.numbers or part in tables.joiners for part in parts)
        for part in parts if numeric else [word]:
            opened.append(part)
            places.append(place)
    return opened, places


def _number(folded: list[str], at: int, tables: _Tables) -> tuple[float | None, int]:
    value = figure(folded[at])
    if value is not None:
        after = at + 1
        if after < len(folded) and folded[after] in tables.numbers and tables.numbers[folded[after]] >= 1000:
            return value * tables.numbers[folded[after]], after + 1
        while after < len(folded) and re.fullmatch(r"\d{3}", folded[after]) and value >= 1 and float(value).is_integer():
            value, after = value * 1000 + float(folded[after]), after + 1
        return value, after
    if folded[at] not in tables.numbers or _ROMANS.match(folded[at]):
        return None, at
    spoken = _spoken(folded, at, tables)
    return (spoken[0], spoken[1]) if spoken else (None, at)
