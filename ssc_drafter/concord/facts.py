"""What a stretch of text says in figures, dates, references, terms and modal force, so that languages can be compared."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from ssc_drafter import places
from ssc_drafter.language.folding import fold
from ssc_drafter.language.phrases import compiled
from ssc_drafter.language.spoken import MONEY, TIME, Day, Number, days_in, numbers_in
from ssc_drafter.policies.numerals import roman_value
from ssc_drafter.policies.sentences import sentences

CONCORD = places.LAW / "concord"
LANGUAGES = ("en", "fr", "es", "pt")
LABEL = re.compile(r"(?m)^[ \t]*\(?(?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})[).](?=[ \t])")
PARAGRAPH_LABEL = re.compile(r"\d{1,2}\.[ \t\u00a0]")
QUOTED = re.compile(r"«\s?[^«»\n]{2,80}?\s?»|“[^“”\n]{2,80}?”|\"[^\"\n]{2,80}?\"")
CURRENCY = re.compile(r"[A-Z]{3}")
COUNTED = TIME | {"percent"}
NEAR = 40  # signs before a term in which it is brought in
OPENED = re.compile(r"\((?:the |les? |la |l'|el |los |las |os? |as? )?$")
WIDE = ("permission", "negation")
FORCES = (*WIDE, "duty", "intention")
SMALL = 2  # numbers in words up to this are said by other words elsewhere ("both", "les deux", "a year")


class Fact(Struct, frozen=True):
    """One thing that a text says, as a key that is the same in every language, and where it says it."""

    key: str
    start: int
    end: int


@lru_cache(maxsize=8)
def words(lang: str) -> Mapping[str, tuple[str, ...]]:
    """Return the lists of a language."""
    raw = tomllib.loads((CONCORD / f"{lang}.toml").read_text("utf-8"))
    return {name: tuple(listed) for name, listed in raw.items() if name != "source"}


@lru_cache(maxsize=8)
def _citing(lang: str) -> re.Pattern[str]:
    lists = words(lang)
    heads = "|".join(sorted(map(re.escape, (*lists["article"], *lists["paragraph"], *lists["annex"])), key=len, reverse=True))
    joint = "|".join(map(re.escape, lists["and"]))
    number = r"\d{1,3}(?:er)?|[ivxl]{1,6}|premier"
    rest = rf"(?:(?:\s*,\s*|\s+(?:{joint})\s+)(?:{number})(?![\w.)']))*"
    return re.compile(rf"(?<!\w)(?P<head>{heads})\s+(?P<numbers>(?:{number})(?!\w){rest})")


def _defined(text: str, lang: str, match: re.Match[str]) -> bool:
    """Say whether quotation marks bring in a defined term: words of defining stand right before or after them."""
    before, after = fold(text[max(match.start() - NEAR, 0) : match.start()]), fold(text[match.end() : match.end() + NEAR])
    defines = compiled(words(lang)["defines"])
    return bool(defines.search(before) or OPENED.search(before) or defines.match(after.lstrip(" ,")))


def facts(text: str, lang: str, start: int, end: int) -> dict[str, list[Fact]]:
    """Return the facts of a stretch by what they are: references, dates, amounts, numbers, terms, items."""
    piece = text[start:end]
    head = PARAGRAPH_LABEL.match(piece)
    low = start + (head.end() if head else 0)
    labels = [match.span() for match in LABEL.finditer(text, low, end)]
    cited, spans = _references(text[low:end], lang, low)
    days = days_in(text, lang, low, end)
    taken = [*spans, *labels, *((one.start, one.end) for one in days)]
    found = [one for one in numbers_in(text, lang, low, end) if not any(a <= one.start < b for a, b in taken)]
    kept = [one for one in found if not (one.spelled and one.again is None and one.unit not in COUNTED and one.value <= SMALL)]
    return {
        "references": cited,
        "dates": [_date(one) for one in days],
        "amounts": [_number(one) for one in kept if _money(one.unit)],
        "numbers": [*(_number(one) for one in kept if not _money(one.unit)), *_periods(text, lang, low, end)],
        "terms": [Fact("", *match.span()) for match in QUOTED.finditer(text, low, end) if _defined(text, lang, match)],
        "items": [Fact("", *span) for span in labels],
    }


def _periods(text: str, lang: str, start: int, end: int) -> list[Fact]:
    """Return the periods that one word says ("biennial"), as the numbers that others say them by ("tous les deux ans")."""
    folded = fold(text[start:end])
    every = {"2 year": "every_2_year", "3 year": "every_3_year"}
    return [
        Fact(key, start + match.start(), start + match.end())
        for key, name in every.items()
        for match in compiled(words(lang)[name]).finditer(folded)
    ]


def _references(piece: str, lang: str, start: int) -> tuple[list[Fact], list[tuple[int, int]]]:
    found, spans = [], []
    for match in _citing(lang).finditer(fold(piece)):
        place = (start + match.start(), start + match.end())
        spans.append(place)
        kind = "annex" if match["head"] in words(lang)["annex"] else "unit"
        for number in re.findall(r"\d+|[ivxl]+|premier", match["numbers"]):
            value = number if number.isdigit() else "1" if number == "premier" else str(roman_value(number) or number)
            found.append(Fact(f"{kind} {value}", *place))
    return found, spans


def _date(one: Day) -> Fact:
    return Fact(f"{one.year:04}-{one.month:02}-{one.day:02}", one.start, one.end)


def _money(unit: str) -> bool:
    return unit in MONEY or bool(CURRENCY.fullmatch(unit))


def _number(one: Number) -> Fact:
    value = one.again if one.again is not None else one.value
    unit = one.unit if one.unit in COUNTED or CURRENCY.fullmatch(one.unit) else ""
    return Fact(f"{value:g} {unit}".strip(), one.start, one.end)


class Force(Struct, frozen=True):
    """The modal force of a stretch: `main` by kind, with its first word in a main clause; `wide` the kinds said in any way."""

    main: dict[str, Fact]
    wide: frozenset[str]


def force(text: str, lang: str, start: int, end: int) -> Force:
    """Return which kinds of modal force a stretch has."""
    lists, found = words(lang), {}
    for one in sentences(text, lang, start, end):
        clause = fold(text[one.start : one.end])
        for name in FORCES:
            if name in found:
                continue
            unless = compiled(lists.get(f"{name}_unless", ()))
            head = compiled(lists["subordinate"]).search(clause)
            main = clause[: head.start()] if head and name in WIDE else clause
            match = compiled(lists[name]).search(unless.sub(lambda each: " " * len(each[0]), main))
            if match:
                found[name] = Fact(name, one.start + match.start(), one.start + match.end())
    folded = fold(text[start:end])
    return Force(found, frozenset(name for name in WIDE if compiled(lists[f"{name}_wide"]).search(folded)))


def difference(sides: list[list[Fact]]) -> list[list[Fact]] | None:
    """Return, for each side, the facts that not every side has; None where all say the same."""
    counts = [_count(side) for side in sides]
    common = {key: min(count.get(key, 0) for count in counts) for key in set().union(*counts)}
    odd = [list(_beyond(side, dict(common))) for side in sides]
    return odd if any(odd) else None


def _count(side: list[Fact]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for one in side:
        counts[one.key] = counts.get(one.key, 0) + 1
    return counts


def _beyond(side: list[Fact], common: dict[str, int]) -> Iterator[Fact]:
    for one in side:
        if common.get(one.key, 0):
            common[one.key] -= 1
        else:
            yield one
