"""Numbers in figures and in words, in four languages, and shares of a whole."""

from __future__ import annotations

import re
from functools import lru_cache

from ssc_drafter.check import law
from ssc_drafter.check.norms.stems import fold

_FIGURE = re.compile(r"^(?:[a-z]{0,3}[$€])?(\d+(?:[.,]\d+)*)(%|ha|km|kg)?$")
_ROMANS = re.compile(r"^[ivx]+$")
THOUSAND = 1000
HALF = 50
TIMES = frozenset({"minute", "hour", "day", "week", "fortnight", "month", "quarter", "semester", "year", "decade"})
ALL = 100  # parts of a whole that are told one by one


class Tables:
    """The numbers, units and rates of a language by folded word."""

    def __init__(self, lang: str) -> None:
        words = law.words(lang)
        self.numbers = words.numbers
        self.ages = {fold(word) for word in words.ages}
        self.joiners = {*words.joiners, "-"}
        self.fractions = words.fractions
        self.followers = words.share_followers
        self.share_leads = words.share_leads
        self.among = words.share_among
        self.share_persons = {fold(word) for word in words.share_persons}
        self.starts = self.numbers.keys() | {name.split()[0] for name in words.fractions}
        self.units = _by_words(words.units)
        self.rates = _by_words(words.rates)
        self.rate_leads = {tuple(fold(phrase).split()) for phrase in words.rate_leads}
        self.bases = {tuple(fold(phrase).split()) for phrase in words.bases}
        self.of = words.of


def _by_words(table: dict[str, tuple[str, ...]]) -> dict[tuple[str, ...], str]:
    return {tuple(fold(name).split()): key for key, names in table.items() for name in names}


@lru_cache(maxsize=8)
def tables(lang: str) -> Tables:
    """Return the tables of a language, made on first use."""
    return Tables(lang)


def figure(written: str) -> float | None:
    """Return the value of a number in figures: 1,200,000 and 1.200.000 and 2,5 alike. None where it is none."""
    found = _FIGURE.match(written)
    if not found:
        return None
    digits = found.group(1)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}", digits):  # 12,50,000 is how India writes lakhs
        return float(re.sub(r"[.,]", "", digits))
    if re.fullmatch(r"\d+[.,]\d{1,2}", digits):
        return float(digits.replace(",", "."))
    plain = re.sub(r"[.,](?=\d{3})", "", digits)
    try:
        return float(plain.replace(",", "."))
    except ValueError:
        return None


def _fits(current: float, value: float) -> bool:
    """Whether a number word may follow what was read of a number below a thousand: five after twenty, not eighteen after it."""
    if not current:
        return True
    rest = current % 100
    if rest == 0:
        return value < 100
    return (rest % 10 == 0 and rest >= 20 and value < 10) or (rest in (60, 80) and value < 20)  # soixante-dix


def _grown(current: float, value: float) -> float | None:
    """Return the number below a thousand with one more word, None where the word begins another number."""
    if value == 100:
        return current * 100 if 0 < current < 10 else (100.0 if not current else None)
    if value == 20 and current % 100 == 4:
        return current + 76  # quatre-vingts
    if value == 12 and 0 < current < 10:
        return None
    if current % 100 == 10 and 7 <= value <= 9:
        return current + value  # dix-neuf
    return current + value if _fits(current, value) else None


def spoken(folded: list[str], at: int, by: Tables) -> tuple[float, int] | None:
    """Return the value of number words from `at` and the place after them."""
    total = current = 0.0
    scale = float("inf")
    place, seen = at, 0
    while place < len(folded):
        word = folded[place]
        value = by.numbers.get(word)
        if value is None:
            joined = seen and word in by.joiners and place + 1 < len(folded)
            following = by.numbers.get(folded[place + 1]) if joined else None
            if following is None or following >= THOUSAND or not _fits(current, following):
                break
            place += 1
            continue
        if value >= THOUSAND:
            if value >= scale or (seen and not current and total):
                break
            total, current, scale = total + (current or 1) * value, 0.0, value
        else:
            grown = current * 12 if word == "dozen" and seen else _grown(current, value)
            if grown is None:
                break
            current = grown
        seen += 1
        place += 1
    return (total + current, place) if seen else None


def number(folded: list[str], at: int, by: Tables) -> tuple[float | None, int]:
    """Return the value of the number that begins at `at`, in figures or words or both, and the place after it."""
    value = figure(folded[at])
    if value is not None:
        after = at + 1
        while after < len(folded) and re.fullmatch(r"\d{3}", folded[after]) and value >= 1 and float(value).is_integer():
            value, after = value * THOUSAND + float(folded[after]), after + 1
        while after < len(folded) and by.numbers.get(folded[after], 0) >= THOUSAND:
            value, after = value * by.numbers[folded[after]], after + 1
        return value, after
    if folded[at] not in by.numbers or _ROMANS.match(folded[at]):
        return None, at
    found = spoken(folded, at, by)
    return (found[0], found[1]) if found else (None, at)


def repeated(folded: list[str], after: int, value: float, by: Tables) -> int:
    """Return the place after a bracket that says the number once more: thirty (30), 5 % (cinco por cento)."""
    if after + 2 >= len(folded) or folded[after] != "(":
        return after
    again, end = number(folded, after + 1, by)
    return end + 1 if again == value and end < len(folded) and folded[end] == ")" else after


def _written_share(folded: list[str], at: int) -> tuple[float, int] | None:
    """Return a share in figures (2/3, also 2 /3) in hundredths and the place after it."""
    if not folded[at][0].isdigit():
        return None
    for length in (1, 2, 3):
        found = re.fullmatch(r"([1-9])/([1-9]\d?)", "".join(folded[at : at + length]))
        if found and int(found.group(1)) < int(found.group(2)):
            return 100 * float(found.group(1)) / float(found.group(2)), at + length
    return None


def _of_so_many(folded: list[str], at: int, by: Tables) -> tuple[float, int] | None:
    """Return a share told as some of so many ("two in five", "nueve de cada diez") in hundredths and the place after it."""
    some, after = number(folded, at, by)
    if some is None or not 1 <= some <= ALL:
        return None
    for length in (3, 2, 1):
        if tuple(folded[after : after + length]) not in by.among or after + length >= len(folded):
            continue
        every, end = number(folded, after + length, by)
        if every is not None and some < every <= ALL and not _timed(folded, end, by):
            return 100 * some / every, end
    return None


def _timed(folded: list[str], at: int, by: Tables) -> bool:
    """Whether a unit of time stands at a place: "three in ten years" is no share."""
    return any(by.units.get(tuple(folded[at : at + length])) in TIMES for length in (1, 2))


def share(folded: list[str], at: int, by: Tables) -> tuple[float, int]:
    """Return a share of a whole in hundredths (half, two thirds, 1/3) and the place after it; 0 where there is none."""
    written = _written_share(folded, at) or _of_so_many(folded, at, by)
    if written:
        return written
    parts = by.numbers.get(folded[at], 0.0)
    begin = at + 1 if 1 <= parts < 10 else at
    begin += begin > at and begin + 1 < len(folded) and folded[begin] == "-"  # two-thirds
    for length in (2, 1):
        name = " ".join(folded[begin : begin + length])
        if begin + length > len(folded) or name not in by.fractions:
            continue
        after = begin + length
        ahead = {folded[at - 1]} if at else set()
        ahead |= {folded[at - 2]} if at > 1 and by.numbers.get(folded[at - 1]) == 1 else set()
        if ahead & by.share_persons and (after >= len(folded) or folded[after] not in by.of):
            return 0.0, at
        led = begin > at or (at > 0 and folded[at - 1] in by.share_leads)
        closed = after >= len(folded) or folded[after] in by.followers or not folded[after][0].isalnum()
        half = by.fractions[name] == HALF and (led or closed)  # "a metade será paga", "half of"
        if half or ((led or length == 2) and (closed or parts > 1)):
            return by.fractions[name] * max(1.0, parts if begin > at else 1.0), after
    return 0.0, at
