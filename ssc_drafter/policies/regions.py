"""Where the body of a text ends and what is attached to it begins: schedules, annexes, final provisions, editor's notes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from ssc_drafter.policies.grammar import any_of
from ssc_drafter.policies.numerals import read_number
from ssc_drafter.policies.pages import Candidate, Page

LONGEST = 110  # characters of a line that can be a heading
NEAR = 400  # characters between a heading and an entry of the contents that it stands in
ENDS_SENTENCE = re.compile(r"[;,]$")


class Marker(Struct, frozen=True):
    """A heading that opens something else than the body. `kind` is attached, closing or ends."""

    start: int
    end: int
    kind: str
    name: str  # "schedule 1", "annex", a code of final provisions


@lru_cache(maxsize=32)
def heads_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?m)^[^\w\n]{{0,16}}(?P<words>{any_of(words)})(?![^\W_])")


def markers(on: Page, found: Sequence[Candidate]) -> list[Marker]:
    """Return the headings of attached texts, final provisions and editor's notes, those of a table of contents left out."""
    listed = [*_attached(on), *_closing(on), *_ends(on)]
    listed.sort(key=lambda one: one.start)
    light = [one.start for one in found if one.weight < 0]
    last = {one.name: one.start for one in listed}
    return [one for one in listed if not _in_contents(one, last[one.name] > one.start, light)]


def _attached(on: Page) -> Iterator[Marker]:
    for found in heads_pattern(tuple(on.words.attached)).finditer(on.folded):
        if not _is_heading(on, found, 70):
            continue
        name = on.words.attached[re.sub(r"\s+", " ", found["words"])]
        rest = on.folded[found.end() : found.end() + 24]
        gap = re.match(r"[^\w\n]{0,4}(?:n[o°º.]{0,2}\s)?", rest)
        place = found.end() + (gap.end() if gap else 0)
        number = read_number(on.text, on.folded, place, on.words)
        letter = re.match(r"[A-Z]\b", on.text[place : place + 2])
        if number is None and letter is None and not _alone(on, found):
            continue
        mark = number[0].text if number else letter[0].lower() if letter else ""
        yield Marker(on.line(found.end())[0], on.line(found.end())[1], "attached", f"{name} {mark}".strip())


def _alone(on: Page, found: re.Match[str]) -> bool:
    """Whether nothing of weight stands behind the words: "SCHEDULE", "ANNEX: budget", "SCHEDULE (section 4)"."""
    rest = on.text[found.end() : on.line(found.end())[1]].strip(" *_#.")
    return not rest or rest[0] in "([:–—-" or (on.text[found.start("words") : found.end()].isupper() and rest.isupper())


def _is_heading(on: Page, found: re.Match[str], longest: int) -> bool:
    start, line_end = found.start("words"), on.line(found.end())[1]
    line = on.text[start:line_end].strip(" *_#")
    printed = on.at(start)
    if printed is not None and ("toc" in printed.marks or "note" in printed.marks):
        return False
    short = len(line) <= longest and on.text[start].isupper() and not ENDS_SENTENCE.search(line)
    return short and not re.search(r"[a-z]\.$", line)


def _closing(on: Page) -> Iterator[Marker]:
    if not on.words.closing:
        return
    for found in heads_pattern(tuple(on.words.closing)).finditer(on.folded):
        rest = on.text[found.end() : on.line(found.end())[1]].strip(" *_#.:")
        if len(rest) <= 30 and _is_heading(on, found, LONGEST):
            name = on.words.closing[re.sub(r"\s+", " ", found["words"])]
            yield Marker(on.line(found.end())[0], on.line(found.end())[1], "closing", name)


def _ends(on: Page) -> Iterator[Marker]:
    if not on.words.ends:
        return
    for found in heads_pattern(on.words.ends).finditer(on.folded):
        rest = on.text[found.end() : on.line(found.end())[1]].strip(" *_#.:")
        if not rest and _is_heading(on, found, LONGEST):
            yield Marker(on.line(found.end())[0], on.line(found.end())[1], "ends", "ends")


def _in_contents(one: Marker, again: bool, light: Sequence[int]) -> bool:
    """Whether a heading stands in a table of contents: between its entries (`light`), or last of it and printed again later."""
    place = bisect_right(light, one.start)
    before, after = light[max(place - 1, 0) : place], light[place : place + 1]
    follows = any(entry - one.start < NEAR for entry in after)
    return follows or (again and any(one.start - entry < NEAR for entry in before))
