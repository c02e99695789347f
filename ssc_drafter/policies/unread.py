"""What of a text stands in no unit, made into units where it is a plan's own words, and told by name where it is none.

Units of this kind are cited by their heading, or by their first words, in quotation marks: no number is printed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from msgspec.structs import replace

from ssc_drafter.policies.instrument import Division, Provision, Warn
from ssc_drafter.policies.loose import Piece, entries, pieces
from ssc_drafter.policies.matter import BODY, named, page_mark
from ssc_drafter.policies.pages import Page
from ssc_drafter.policies.plain_units import paragraphs
from ssc_drafter.tree.numbering import slug
from ssc_drafter.words import say

LEAST = 250  # signs of a stretch that is looked at
LONG = 6000  # signs from which a unit is cut at its paragraphs
NAME, FIRST = 80, 7  # signs of a heading that names a unit; words that name one without
TOLD = 4000  # signs of what is no provision, or was not read, that a reader is told of
BEGINNING = 60  # signs that are shown of it
TRIM = " \t\n#*_|"
Span = tuple[int, int]


def stretches(text: str, units: Sequence[Provision]) -> list[Span]:
    """Return the stretches of a text that stand in none of the units."""
    found, end = [], 0
    for one in sorted(units, key=lambda one: one.start):
        found.append((end, one.start))
        end = max(end, one.end)
    return [(first, last) for first, last in [*found, (end, len(text))] if last - first >= LEAST]


def sorted_out(on: Page, units: Sequence[Provision], *, plan: bool) -> list[list[Piece]]:
    """Return the stretches that stand in no unit, piece by piece, each with what it is."""
    gaps = stretches(on.text, units)
    known = entries(on.text) if gaps else frozenset()
    return [pieces(on, start, end, known, plan=plan) for start, end in gaps]


def own_annexes(other: Sequence[Provision]) -> list[Provision]:
    """Return the annexes of a plan that number nothing: they are words of the plan like its chapters."""
    return [one for one in other if not one.number and one.level == "paragraph"]


# ---- units ---------------------------------------------------------------------------------------------------------
def with_unread(
    on: Page, units: Sequence[Provision], other: Sequence[Provision]
) -> tuple[tuple[Provision, ...], tuple[Provision, ...], int]:
    """Return the units of a plan with those made of what stands in none, what stays apart, and how many were made."""
    annexes = own_annexes(other)
    apart = tuple(one for one in other if one.number or one.level != "paragraph")
    body = [one for row in sorted_out(on, [*units, *apart], plan=True) for one in row if one.kind == BODY]
    made = _named([part for one in body for part in _parts(on, one, annexes)])
    return tuple(_among(units, made)), apart, len(made)


def _among(units: Sequence[Provision], made: Sequence[Provision]) -> list[Provision]:
    """Return units with each of those that were made before the first that stands behind it."""
    farthest = list(accumulate((one.start for one in units), max))
    listed: list[Provision] = []
    last = 0
    for one in made:
        place = bisect_right(farthest, one.start)
        listed += [*units[last:place], one]
        last = max(last, place)
    return [*listed, *units[last:]]


def _parts(on: Page, piece: Piece, annexes: Sequence[Provision]) -> Iterator[Provision]:
    """Yield the unit of a piece, or those that its paragraphs make."""
    start, end = _bare(on.text, piece.start, piece.end)
    while (line := on.line(start))[1] < end and not piece.heading and _heads_page(on, *line):
        start, end = _bare(on.text, line[1], end)
    words = on.text[start:end]
    cut = [start, *(start + one.start for one in paragraphs(words)[1:]), end] if end - start > LONG else [start, end]
    heading = piece.heading[:NAME].rstrip() or None
    for place, (low, high) in enumerate(pairwise(cut)):
        low, high = _bare(on.text, low, high)
        name = heading if heading and not place else f"{heading}/{place + 1}" if heading else _first(on.text[low:high])
        holds = next((one.heading for one in annexes if one.start <= low < one.end and one.heading != heading), None)
        within = (Division("", holds),) if holds else ()
        yield Provision(f"“{name}”", heading, "", "paragraph", low, high, "", within)


def _heads_page(on: Page, start: int, end: int) -> bool:
    """Whether a line is the number of a page, or a heading of what is no provision, printed at its foot."""
    return page_mark(on.text[start:end].strip(TRIM)) or bool(named(on.folded[start:end], on.words))


def _bare(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return start + len(words) - len(words.lstrip(" \t\n#*_|")), start + len(words.rstrip(TRIM))


def _first(words: str) -> str:
    """Return the first words of a text that has no heading."""
    listed = re.sub(r"[#*_|“”\"•]+|\[page \d+\]", " ", words[:400]).split()
    return " ".join(listed[:FIRST])[:NAME] + (" …" if len(listed) > FIRST else "")


def _named(units: Sequence[Provision]) -> list[Provision]:
    """Return units with addresses, and each number and address once."""
    numbers, addresses = Counter[str](), Counter[str]()
    made = []
    for one in units:
        key = slug(one.number)
        numbers[key] += 1
        number = f"{one.number[:-1]} ({numbers[key]})”" if numbers[key] > 1 else one.number
        address = f"text_{key[:60]}"
        addresses[address] += 1
        address += f"_{addresses[address]}" if addresses[address] > 1 else ""
        made.append(replace(one, number=number, address=address, word=number))
    return made


# ---- what is told --------------------------------------------------------------------------------------------------
def told(on: Page, units: Sequence[Provision], ui: str, *, plan: bool) -> Iterator[Warn]:
    """Yield what of a text is no provision, by name, and how much of it was not read though it may be some."""
    left = sorted_out(on, units, plan=plan)
    matter = [one for row in left for one in row if one.kind]
    if _signs(on.text, matter) >= TOLD:
        kinds = dict.fromkeys(one.kind for one in sorted(matter, key=lambda one: one.start - one.end))
        names = ", ".join(say(f"policies.matter_{name}", ui) for name in kinds)
        yield Warn(say("policies.no_provisions", ui, signs=_signs(on.text, matter), kinds=names), "provisions")
    bodies = [[one for one in row if not one.kind] for row in left]
    rest = [row for row in bodies if _signs(on.text, row) >= TOLD]
    if rest:
        longest = max((one for row in rest for one in row), key=lambda one: one.end - one.start)
        words = " ".join(on.text[longest.start : longest.end].split())[:BEGINNING]
        signs = sum(_signs(on.text, row) for row in rest)
        yield Warn(say("policies.in_no_unit", ui, signs=signs, begins=words), "provisions")


def _signs(text: str, listed: Sequence[Piece]) -> int:
    return sum(len(" ".join(text[one.start : one.end].split())) for one in listed)
