"""Sentences of a text with their places. Abbreviations of each language are data (law/reading, table `sentences`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ssc_drafter.policies.grammar import fold, grammar

STOP = re.compile(r"[.!?][\"”»’')\]]*(?=\s+[\"“«‘'(\[¿¡—–-]*\s?[^\W_a-zß-öø-ÿ])")
BREAK = re.compile(r"\n[ \t]*(?:\n\s*)?")
ITEM = re.compile(r"(?:\(\w{1,5}\)|\w{1,4}[.)]|[-–—•§*])\s")
LAST_WORD = re.compile(r"([\w.º°-]+)$")
CLOSED = (".", ";", ":", "!", "?", "—", "–")


class Sentence(Struct, frozen=True):
    """A sentence, `start` to `end` in the text, without outer space."""

    start: int
    end: int


def sentences(text: str, lang: str, start: int = 0, end: int | None = None) -> tuple[Sentence, ...]:
    """Return the sentences between two places of a text, in order; a line that only wraps does not end one."""
    end = len(text) if end is None else end
    cuts = sorted({*_stops(text, lang, start, end), *_breaks(text, start, end)})
    found, begin = [], start
    for cut in [*cuts, end]:
        piece = text[begin:cut]
        bare = piece.strip()
        if bare:
            first = begin + len(piece) - len(piece.lstrip())
            found.append(Sentence(first, first + len(bare)))
        begin = cut
    return tuple(found)


def _stops(text: str, lang: str, start: int, end: int) -> Iterator[int]:
    words = grammar(lang)
    short = words.abbreviations | words.units.keys()
    for found in STOP.finditer(text, start, end):
        if text[found.start()] != "." or not _abbreviated(text, found.start(), start, short):
            yield found.end()


def _abbreviated(text: str, place: int, start: int, short: frozenset[str]) -> bool:
    """Whether the full stop at a place belongs to an abbreviation, an initial or the number of an item."""
    line_start = max(text.rfind("\n", start, place) + 1, start)
    word = LAST_WORD.search(text, max(place - 24, line_start), place)
    if not word:
        return False
    last = word[1]
    alone = word.start() == line_start or text[line_start : word.start()].strip(' *_#("“') == ""
    before = fold(text[max(line_start, word.start() - 24) : word.start()]).split()
    cited = last[0].isdigit() and len(before) == 1 and before[0].strip("#*_.(") in short  # "Article 5." opens a line
    numbering = cited or (alone and (last.isdigit() or len(last) <= 2))
    initial = len(last) == 1 and last.isalpha() and last.isupper()
    return numbering or initial or fold(last).strip(".") in short or fold(last) in short


def _breaks(text: str, start: int, end: int) -> Iterator[int]:
    for found in BREAK.finditer(text, start, end):
        before = text[max(start, found.start() - 80) : found.start()].rstrip()
        after = text[found.end() : found.end() + 8]
        apart = found[0].count("\n") > 1 and not after[:1].islower()
        if apart or before.endswith(CLOSED) or ITEM.match(after):
            yield found.end()
