"""A stretch of text that stands in no unit, cut at its headings into pieces, each with what it is (policies/matter.py)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.policies.matter import (
    ALONE,
    BODY,
    CONTENTS,
    COVER,
    ENDS,
    ENTRY,
    FOREWORD,
    HEADING,
    LISTS,
    NOTES,
    NUMBERED,
    PROSE,
    RECITALS,
    TRIM,
    entry,
    furniture,
    kind,
    letters,
    named,
    opens_notes,
    opens_recitals,
    page_mark,
    prose,
    sentence,
    signed,
)
from ssc_drafter.policies.pages import Page

SEEN = 3  # entries in a row that are a contents page without a heading
AHEAD = 5
FRONT = 1500  # signs before the contents, or the like, that are the cover of a text
MOST = 2  # lines of a heading above a paragraph that ends a list
STOP = re.compile(r"[^\W\d_]{2}[.;](?:\s|$)")
DOTS = re.compile(r"\.{3}")
SHORTEST = 4  # letters of a heading


class Piece(Struct, frozen=True):
    """A part of a stretch: what it is (`BODY` the text's own words), and its heading as printed, or none."""

    start: int
    end: int
    kind: str
    heading: str = ""


class Line(Struct, frozen=True):
    """A line that is not empty; whether empty ones, or the ends of the text, stand around it, and it is of a paragraph."""

    start: int
    end: int
    words: str
    above: bool
    below: bool
    prose: bool = False


def pieces(on: Page, start: int, end: int, known: frozenset[str], *, plan: bool) -> list[Piece]:
    """Return the pieces of a stretch in order.

    `known` are the headings that the contents list; the recitals of an act, which is no `plan`, last to its first unit.
    """
    lines = list(_lines(on.text, start, end))
    if not lines:
        return []
    cuts = list(_Cutting(on, lines, known, plan).begun())
    stops = [*(one.start for one in cuts[1:]), end]
    cut = [replace(one, end=stop) for one, stop in zip(cuts, stops, strict=True)]
    full = [part for one in cut if on.text[one.start : one.end].strip() for part in _known(on, one)]
    return _joined(on, full, head=not on.text[:start].strip(), act=not plan)


def _lines(text: str, start: int, end: int) -> Iterator[Line]:
    rows = [(start + found.start(), start + found.end()) for found in re.finditer(r"(?m)^.*$", text[start:end])]
    block: list[tuple[int, int]] = []
    for low, high in [*rows, (end, end)]:
        if text[low:high].strip():
            block.append((low, high))
            continue
        whole = _paragraph([_words(text[first:last]) for first, last in block])
        for place, (first, last) in enumerate(block):
            words = _words(text[first:last])
            long = len(words) >= ENTRY and sentence(words)
            yield Line(first, last, words, place == 0, place + 1 == len(block), whole or long)
        block = []


def _words(line: str) -> str:
    return " ".join(line.split()).strip(TRIM)


def _paragraph(lines: Sequence[str]) -> bool:
    """Whether lines without an empty one between are sentences, and not entries of a list that stand below one another."""
    words = " ".join(lines)
    counted = sum(NUMBERED.match(line) is not None for line in lines)
    listed = counted > 1 or len(DOTS.findall(words)) > 1
    whole = len(words) >= ENTRY or (len(words) >= HEADING and words.endswith("."))
    return whole and not listed and sentence(words) and STOP.search(f"{words} ") is not None


class _Cutting:
    """A stretch on its way from lines to pieces: where each begins, and what its heading says of it."""

    def __init__(self, on: Page, lines: Sequence[Line], known: frozenset[str], plan: bool) -> None:
        self.on, self.lines, self.known, self.plan = on, lines, known, plan
        self.now = Piece(lines[0].start, lines[0].start, BODY)
        self.seen: set[str] = set()  # entries of a list that is open, else the headings that have cut

    def begun(self) -> Iterator[Piece]:
        """Yield the pieces, where they begin."""
        yield self.now
        for place, line in enumerate(self.lines):
            if self.now.kind == RECITALS or furniture(self.on, line.start, line.end):
                continue
            found = self._behind_list(place, line) if self.now.kind in LISTS else self._at_heading(place, line)
            if found is not None:
                self.now = found
                yield found

    def _at_heading(self, place: int, line: Line) -> Piece | None:
        """Return the piece that a line heads. A heading cuts once: again it heads a page."""
        told = self._begins(place)
        own = letters(line.words)
        if told is None or own in self.seen or not (told or self.now.kind == BODY or _strong(self.on, line)):
            return None
        self.seen = {own} if told in LISTS else {*self.seen, own}
        return self._piece(line, told, headed=True)

    def _behind_list(self, place: int, line: Line) -> Piece | None:
        """Return the piece that ends a list: at a paragraph, with its heading, or where an entry is printed again."""
        told = self._begins(place)
        ended = self.now.kind != CONTENTS and told and not (told == CONTENTS and entry(line.words))
        if not ended and _goes_on(self.lines, place, self.seen):
            self.seen.add(letters(line.words))
            return None
        first = self._above(place) if line.prose and told is None else line
        self.seen = {letters(first.words)}
        headed = told is not None or first.start < line.start
        return self._piece(first, told or self._named(first), headed=headed)

    def _piece(self, first: Line, told: str, *, headed: bool) -> Piece:
        heads_page = told == BODY and self._named(first)
        words = first.words if headed and not heads_page and told not in (RECITALS, CONTENTS) else ""
        return Piece(first.start, first.start, told, words)

    def _named(self, line: Line) -> str:
        return named(self.on.folded[line.start : line.end], self.on.words)

    def _begins(self, place: int) -> str | None:
        """Return the kind of the piece that a line begins; None where it goes on with what is above."""
        on, line = self.on, self.lines[place]
        told = self._named(line)
        if told and not entry(on.text[line.start : line.end]):
            after = self.lines[place + 1] if place + 1 < len(self.lines) else None
            above = told == FOREWORD and after is not None and page_mark(after.words)  # it heads the page above
            return BODY if above else told
        if opens_notes(on, line.start, line.end):
            return NOTES
        if not self.plan and opens_recitals(on, line.start, line.end):
            return RECITALS
        rows = [entry(on.text[one.start : one.end]) for one in self.lines[place : place + AHEAD]]
        if rows[0] and sum(rows) >= SEEN:
            return CONTENTS
        return BODY if _heads(on, self.lines, place, self.known) else None

    def _above(self, place: int) -> Line:
        """Return the first of the lines right above a paragraph that are its heading, else the line itself."""
        for line in reversed(self.lines[max(place - MOST, 0) : place]):
            short = len(line.words) <= HEADING and line.words[:1].isupper() and not (line.prose or entry(line.words))
            if line.start <= self.now.start or not short or furniture(self.on, line.start, line.end):
                break
            place -= 1
        return self.lines[place]


def _goes_on(lines: Sequence[Line], place: int, seen: set[str]) -> bool:
    """Whether a line is an entry of the list above it: not the second print of one, and no sentence."""
    line, own = lines[place], letters(lines[place].words)
    after = lines[place + 1].words if place + 1 < len(lines) else ""
    again = own in seen and len(own) > SHORTEST and (line.above or line.below or sentence(after))
    return entry(line.words) or not (line.prose or again)


def entries(text: str) -> frozenset[str]:
    """Return the headings that a contents page at the head of a text lists."""
    listed = (letters(line) for line in text[: len(text) // 4].split("\n") if len(line) < 2 * ENTRY and entry(line))
    return frozenset(one for one in listed if len(one) >= SHORTEST)


# ---- headings ------------------------------------------------------------------------------------------------------
def _strong(on: Page, line: Line) -> bool:
    """Whether a line is a heading by print or number: what ends a foreword."""
    printed = on.at(line.start)
    return (printed is not None and printed.kind == "heading") or NUMBERED.match(line.words) is not None or _capitals(line)


def _heads(on: Page, lines: Sequence[Line], place: int, known: frozenset[str]) -> bool:
    line = lines[place]
    printed = on.at(line.start)
    if not SHORTEST <= len(line.words) <= HEADING or "toc" in (printed.marks if printed else ()):
        return False
    if printed is not None and printed.kind == "heading":
        return True
    ended = on.text[line.start : line.end].rstrip(" *_|").endswith(ENDS)
    if ended or entry(on.text[line.start : line.end]) or "|" in on.text[line.start : line.end]:
        return False
    if NUMBERED.match(line.words) or _capitals(line) or letters(line.words) in known:
        return True
    before, after = lines[place - 1] if place else None, lines[place + 1] if place + 1 < len(lines) else None
    alone = line.above and line.below and len(line.words) <= ALONE and line.words[:1].isupper()
    broken = before is not None and sentence(before.words) and on.text[before.start : before.end].rstrip()[-1:].isalpha()
    return alone and not broken and after is not None and sentence(after.words) and not after.words[0].islower()


def _capitals(line: Line) -> bool:
    whole = sum(map(str.isalpha, line.words)) >= 2 * SHORTEST
    return whole and line.words.isupper() and (line.above or line.below)


# ---- what the pieces are -------------------------------------------------------------------------------------------
def _known(on: Page, one: Piece) -> list[Piece]:
    """Return a piece with what it is; one in which somebody speaks ends behind the signature, and what follows is another."""
    told = one.kind or kind(on, one.start, one.end)
    if one.kind or told != FOREWORD:
        return [replace(one, kind=told)]
    stop = signed(on, one.start, one.end)
    rest = [Piece(stop, one.end, BODY)] if on.text[stop : one.end].strip() else []
    return [replace(one, kind=told, end=stop if rest else one.end), *rest]


def _joined(on: Page, listed: Sequence[Piece], *, head: bool, act: bool) -> list[Piece]:
    """Return pieces with those that hold no sentence joined to what they go with, and neighbours of one kind made one.

    At the head of a text the first is its cover, and in an `act` all that stands before its recitals.
    """
    made: list[Piece] = []
    for one in listed:
        if one.kind and head and len(made) == 1 and not made[0].heading and made[0].end - made[0].start < FRONT:
            made = [replace(made[0], kind=made[0].kind or COVER)]
        if one.kind == FOREWORD and made and made[-1].kind == BODY and _broken(on, made[-1]):
            made[-1] = replace(made[-1], kind=FOREWORD)
        if one.kind == RECITALS and head and act:
            made = [replace(each, kind=each.kind or COVER) for each in made]
        empty = one.kind == BODY and prose(on.text[one.start : one.end]) < PROSE
        last = made[-1] if made else None
        if empty and last is None and head:
            made.append(replace(one, kind=COVER, heading=""))
        elif last is not None and (empty or (one.kind != BODY and one.kind == last.kind)):
            made[-1] = replace(last, end=one.end)
        else:
            made.append(replace(one, kind=COVER) if empty else one)
    return _whole_forewords(made)


def _whole_forewords(listed: Sequence[Piece]) -> list[Piece]:
    """Return pieces with what is left of a foreword, without a heading before the next foreword or a list, made part of it."""
    made: list[Piece] = []
    for place, one in enumerate(listed):
        after = listed[place + 1].kind if place + 1 < len(listed) else BODY
        left = one.kind == BODY and not one.heading and after != BODY
        if made and made[-1].kind == FOREWORD and (left or one.kind == FOREWORD):
            made[-1] = replace(made[-1], end=one.end)
        else:
            made.append(one)
    return made


def _broken(on: Page, one: Piece) -> bool:
    """Whether the words of a piece break off, and the heading behind them is one of the page on which they go on."""
    return on.text[one.start : one.end].rstrip()[-1:].isalpha()
