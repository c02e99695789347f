"""Numbers and dates read back from a text, in figures or in words: "six (6) months", "le premier mars deux mille vingt-six".

The words of numbers and units are those of law/words; the names of months come from CLDR (Babel), ordinals from num2words.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache

from msgspec import Struct

from ssc_drafter import places
from ssc_drafter.language.folding import fold
from ssc_drafter.language.tongue import locale

SPOKEN = ("en", "es", "fr", "pt")
TOKEN = re.compile(r"\d+(?:[.,]\d+)*(?: \d{3}(?!\d))*|[^\W\d_]+|[^\w\s]")
CODE = re.compile(r"[A-Z]{3}")
THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
TIME = frozenset({"hour", "day", "week", "month", "year"})
APART = frozenset(["a", "al", "per", "par", "por", "de", "of", "the"])  # behind which a unit belongs to something else
LINKED, LARGE = ("de", "d", "'", "of"), ("mill", "milh", "bilh", "de", "d")
MONEY = frozenset({"USD", "EUR", "money"})
# what may stand between the parts of a date, folded, in the four languages
LINKS = frozenset(
    ["de", "del", "of", "do", "da", "the", "mes", "mois", "month", "dia", "dias", "day", "jour", "year", "ano", "annee", "an",
     "l", "d", "a", "e", "y", ",", "'", "º", "."]
)  # fmt: skip


class Number(Struct, frozen=True):
    """A number with its place; `again` is the figure that follows it in brackets, `unit` what it counts or its currency.

    `stop` is where the word of its unit ends, the end of the number itself where it has none.
    """

    start: int
    end: int
    value: float
    unit: str = ""
    spelled: bool = False
    again: float | None = None
    stop: int = 0


class Day(Struct, frozen=True):
    """A date with its place; a part that is not said is 0."""

    start: int
    end: int
    day: int
    month: int
    year: int


class _Tables(Struct, frozen=True):
    numbers: dict[str, float]
    joiners: frozenset[str]
    units: dict[tuple[str, ...], str]
    months: dict[str, int]
    ordinals: dict[tuple[str, ...], int]


class _Token(Struct, frozen=True):
    word: str
    start: int
    end: int


@lru_cache(maxsize=8)
def _tables(lang: str) -> _Tables:
    from babel import Locale
    from num2words import num2words

    lang = lang if lang in SPOKEN else "en"
    raw = tomllib.loads((places.LAW / "words" / f"{lang}.toml").read_text("utf-8"))
    units = {tuple(fold(name).split()): unit for unit, names in raw["units"].items() if unit != "source" for name in names}
    months: dict[str, int] = {}
    for one in {lang, locale(lang), f"{lang}_BR" if lang == "pt" else lang}:
        for place, name in Locale.parse(one).months["format"]["wide"].items():
            months[fold(str(name))] = int(place)
    months |= {"setiembre": 9} if lang == "es" else {}
    ordinals = {tuple(TOKEN.findall(fold(str(num2words(day, lang=lang, to="ordinal"))))): day for day in range(1, 32)}
    ordinals |= {("primer",): 1, ("premier",): 1, ("1er",): 1}
    return _Tables(
        {name: float(v) for name, v in raw["numbers"]["values"].items()},
        frozenset(raw["numbers"]["and"]),
        units,
        months,
        ordinals,
    )


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    piece = fold(text[start:end])
    return [_Token(one[0], start + one.start(), start + one.end()) for one in TOKEN.finditer(piece)]


def figure(written: str) -> float:
    """Return the value of figures however a language parts them: 1,250.5 and 1.250,5 and 1 250."""
    digits = written.replace(" ", "")
    if THOUSANDS.fullmatch(digits):
        return float(re.sub(r"[.,]", "", digits))
    last = max(digits.rfind("."), digits.rfind(","))
    if last < 0:
        return float(digits)
    if len(digits) - last - 1 == 3:
        return float(re.sub(r"[.,]", "", digits))
    return float(re.sub(r"[.,]", "", digits[:last]) + "." + digits[last + 1 :])


def _said(tokens: list[_Token], at: int, tables: _Tables) -> tuple[float, int]:
    """Return the value of the number words from a token on and the place behind them; the same place where there are none."""
    total = current = 0.0
    place = at
    while place < len(tokens):
        word = tokens[place].word
        value = tables.numbers.get(word)
        if value is None:
            more = place > at and place + 1 < len(tokens) and tokens[place + 1].word in tables.numbers
            if more and (word in tables.joiners or word == "-"):
                place += 1
                continue
            break
        if value >= 1000:
            total, current = total + (current or 1) * value, 0.0
        elif value == 100:
            current = (current or 1) * 100
        else:
            current += 76 if value == 20 and current % 100 == 4 else value  # quatre-vingts
        place += 1
    return total + current, place


def _unit(tokens: list[_Token], at: int, tables: _Tables) -> tuple[str, int]:
    """Return the unit at a token or up to two words on ("thirty calendar days"), and the place behind it."""
    for skip in range(3):
        for length in (3, 2, 1):
            words = tuple(one.word for one in tokens[at + skip : at + skip + length])
            if len(words) == length and (unit := tables.units.get(words)):
                return unit, at + skip + length
        word = tokens[at + skip].word if at + skip < len(tokens) else ""
        if word in LINKED and tokens[at + skip - 1].word.startswith(LARGE):
            continue  # "un million de dollars", "um milhão d’euros"
        if word in APART or not (word.isalpha() or word == "-"):
            break
    return "", at


def numbers_in(text: str, lang: str, start: int = 0, end: int | None = None) -> list[Number]:
    """Return the numbers of a stretch of text in order. A bare word for one ("un", "uma", "one") counts as an article."""
    tables, end = _tables(lang), len(text) if end is None else end
    tokens = _tokens(text, start, end)
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        word = tokens[at].word
        spelled = word in tables.numbers
        if not spelled and not word[0].isdigit():
            at += 1
            continue
        value, after = _said(tokens, at, tables) if spelled else _figures(tokens, at, tables)
        after, again = _again(tokens, after)
        unit, behind = _unit(tokens, after, tables)
        unit = _code(text, tokens, at, after) or unit or _before(tokens, at, tables)
        if not (spelled and value == 1 and again is None):
            stop = max(tokens[after - 1].end, tokens[behind - 1].end if unit in TIME and behind > after else 0)
            found.append(Number(tokens[at].start, tokens[after - 1].end, value, unit, spelled, again, stop))
        at = max(after, behind if unit in TIME or unit == "percent" else after)
    return found


def _figures(tokens: list[_Token], at: int, tables: _Tables) -> tuple[float, int]:
    value, after = figure(tokens[at].word), at + 1
    large = tables.numbers.get(tokens[after].word, 0) if after < len(tokens) else 0
    return (value * large, after + 1) if large >= 1000 else (value, after)


def _again(tokens: list[_Token], at: int) -> tuple[int, float | None]:
    words = [one.word for one in tokens[at : at + 3]]
    if len(words) == 3 and words[0] == "(" and words[1][0].isdigit() and words[2] == ")":
        return at + 3, figure(words[1])
    return at, None


def _code(text: str, tokens: list[_Token], at: int, after: int) -> str:
    for place in (at - 1, after):
        if 0 <= place < len(tokens):
            written = text[tokens[place].start : tokens[place].end]
            near = abs(tokens[place].end - tokens[at].start) < 2 or abs(tokens[place].start - tokens[after - 1].end) < 2
            if near and CODE.fullmatch(written):
                return written
    return ""


def _before(tokens: list[_Token], at: int, tables: _Tables) -> str:
    unit = tables.units.get((tokens[at - 1].word,), "") if at else ""
    return unit if unit in MONEY else ""


# ---- dates ---------------------------------------------------------------------------------------------------------
def days_in(text: str, lang: str, start: int = 0, end: int | None = None) -> list[Day]:
    """Return the dates of a stretch of text in order, in figures or in words; each has at least a month and a day or year."""
    tables, end = _tables(lang), len(text) if end is None else end
    tokens = _tokens(text, start, end)
    found = []
    for place, token in enumerate(tokens):
        month = tables.months.get(token.word)
        if month is None:
            continue
        day, first = _day_before(tokens, place, tables)
        year, last = _year_after(tokens, place + 1, tables)
        if not day and lang == "en":
            day, year, last = _american(tokens, place + 1, tables) or (day, year, last)
        if day or year:
            found.append(Day(tokens[first].start, tokens[last - 1].end, day, month, year))
    return found


def _day_before(tokens: list[_Token], month: int, tables: _Tables) -> tuple[int, int]:
    """Return the day that stands before a month and the place where it begins; 0 where none does."""
    at = month - 1
    while at >= 0 and month - at < 9 and (tokens[at].word in LINKS or tokens[at].word in {"st", "nd", "rd", "th", "er"}):
        at -= 1
    for length in (5, 4, 3, 2, 1):
        words = tuple(one.word for one in tokens[max(at - length + 1, 0) : at + 1])
        if len(words) == length and words in tables.ordinals:
            return tables.ordinals[words], at - length + 1
    if at >= 0 and tokens[at].word.isdigit() and 1 <= int(tokens[at].word) <= 31:
        return int(tokens[at].word), at
    begin = at
    while begin >= 0 and (tokens[begin].word in tables.numbers or tokens[begin].word in {*tables.joiners, "-"}):
        begin -= 1
    value, after = _said(tokens, begin + 1, tables)
    return (int(value), begin + 1) if after == at + 1 and 1 <= value <= 31 else (0, month)


def _year_after(tokens: list[_Token], at: int, tables: _Tables) -> tuple[int, int]:
    """Return the year behind a month and the place behind it; 0 where there is none."""
    place = at
    while place < len(tokens) and place - at < 6 and tokens[place].word in LINKS:
        place += 1
    if place >= len(tokens):
        return 0, at
    word = tokens[place].word
    if re.fullmatch(r"[12]\.?\d{3}", word):
        return int(word.replace(".", "")), place + 1
    value, after = _said(tokens, place, tables)
    return (int(value), after) if 1800 <= value < 2200 else (0, at)


def _american(tokens: list[_Token], at: int, tables: _Tables) -> tuple[int, int, int] | None:
    """Return day, year and the place behind "November 25, 2026"."""
    if at >= len(tokens) or not tokens[at].word.isdigit() or not 1 <= int(tokens[at].word) <= 31:
        return None
    year, last = _year_after(tokens, at + 1, tables)
    return int(tokens[at].word), year, last if year else at + 1
