"""The headings of parts, titles, chapters and the like: what groups units, and ends the unit before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from ssc_drafter.policies.candidates import GROUP
from ssc_drafter.policies.grammar import Grammar, any_of
from ssc_drafter.policies.numerals import read_number
from ssc_drafter.policies.pages import Page

LONGEST = 160  # signs of a line that can be such a heading
GAP = re.compile(r"[\s.:–—\-]{0,4}")
BARE = re.compile(r"\W*(\w{1,8})")
LETTER = re.compile(r"\W{0,3}([A-Z])\b")


class Mark(Struct, frozen=True):
    """The line of a heading that groups units: `kind` its word, folded; `label` its word and number as printed; where the
    label ends."""

    start: int
    end: int
    kind: str
    label: str
    label_end: int


@lru_cache(maxsize=16)
def _pattern(words: tuple[str, ...], ahead: tuple[str, ...]) -> re.Pattern[str]:
    """Return what a line begins with: the word, or an ordinal number in words ahead of it ("Première partie")."""
    return re.compile(rf"(?m)^[^\w\n]{{0,16}}(?P<whole>(?:(?P<ahead>{any_of(ahead)})\s)?(?P<words>{any_of(words)}))(?![^\W_])")


def divisions(on: Page) -> list[Mark]:
    """Return the headings of chapters, parts and the like, in the order of the text."""
    return sorted([*_found(on), *_glued(on), *_told(on)], key=lambda one: one.start)


def _told(on: Page) -> Iterator[Mark]:
    """Yield the headings whose format tells what they group, where they print a number and no word for it: "3 Meetings"."""
    for one in on.printed:
        kind = next((mark.removeprefix(GROUP) for mark in one.marks if mark.startswith(GROUP)), "")
        number = BARE.match(on.text, one.start, one.end) if kind else None
        if number:
            named = f"{kind} " if kind in on.words.divisions else ""
            yield Mark(one.start, one.end, kind, f"{named}{number[1]}", number.end())


@lru_cache(maxsize=16)
def _glued_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what stands on the last line of the unit before: "... located in Kenya. Part VII – EXEMPTIONS"."""
    number = r"(?P<label>(?P<words>{0})\s(?:[ivxlc]{{1,7}}|\d{{1,2}}))"
    return re.compile(rf"(?m)[.;]\s+(?P<head>{number.format(any_of(words))}\s?[–—:-]\s?[^\W\d][^\n.;]{{2,90}})$")


def _glued(on: Page) -> Iterator[Mark]:
    for found in _glued_pattern(tuple(on.words.divisions)).finditer(on.folded):
        start, end = found.span("head")
        if on.text[start].isupper():
            yield Mark(start, end, found["words"], on.text[start : found.end("label")], found.end("label"))


def _found(on: Page) -> Iterator[Mark]:
    words = on.words
    for found in _pattern(tuple(words.divisions), tuple(words.numbers)).finditer(on.folded):
        start, line_end = found.start("whole"), on.line(found.end())[1]
        if line_end - start > LONGEST or not on.text[start].isupper():
            continue
        label_end = found.end() if found["ahead"] else _number_end(on, found.end(), words)
        if label_end:
            kind = re.sub(r"\s+", " ", found["words"])
            yield Mark(on.line(found.end())[0], line_end, kind, on.text[start:label_end], label_end)


def _number_end(on: Page, place: int, words: Grammar) -> int:
    """Return where the number of a heading ends (a figure, a Roman numeral, a word, a letter), 0: it has none."""
    gap = GAP.match(on.folded, place)
    at = gap.end() if gap else place
    number = read_number(on.text, on.folded, at, words)
    if number is not None:  # a figure on the next line is that of a unit
        return 0 if number[0].style == "figure" and "\n" in on.text[place:at] else number[1]
    letter = LETTER.match(on.text, place, place + 6)
    if letter:
        return letter.end()
    unnumbered = re.compile(rf"(?:{any_of(words.unnumbered)})(?!\w)").match(on.folded, at)
    return unnumbered.end() if unnumbered else 0
