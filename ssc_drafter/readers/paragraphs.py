"""The paragraphs of a stretch of text: numbered ones by their numbers, others by where a printed paragraph ends.

A text whose lines only wrap (each printed line on its own) is read by sense: a paragraph ends where a line ends a
sentence and is shorter than its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from ssc_drafter.policies.pages import Printed
from ssc_drafter.policies.parts import Part, parts

ENDED = (".", ";", ":", "!", "?", ".”", '."', ".»", ")", "»")
FIRST_FIGURE = re.compile(r"\d")


class Stretch(Struct, frozen=True):
    """A paragraph, `start` to `end`; `number` is its printed number, or empty. `lead_end` is where its points begin."""

    number: str
    start: int
    end: int
    words: int  # where its words begin behind its number
    lead_end: int
    points: tuple[Part, ...] = ()


class Paper(Struct, frozen=True):
    """How a text is set: whether its lines only wrap, and how long a full line is."""

    wrapped: bool
    width: float
    heads: dict[int, int] = {}  # running heads and page numbers that stand in the text: end by start


def paper(text: str, printed: Sequence[Printed] = ()) -> Paper:
    """Return how a text is set, from the ends and lengths of its lines."""
    heads = {one.start: one.end for one in printed if "header" in one.marks}
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    long = [len(line) for line in lines if len(line) > 40]
    if len(long) < 20:
        return Paper(False, 0.0, heads)
    open_ends = sum(1 for line in lines if len(line) > 40 and not line.rstrip("*_ ").endswith(ENDED))
    width = median(long)
    return Paper(width < 120 and open_ends / len(long) > 0.45, width, heads)


def without_points(one: Stretch) -> Stretch:
    """Return a paragraph whose number and points are words like any others."""
    return Stretch("", one.start, one.end, one.start, one.end)


def paragraphs(text: str, number: str, address: str, start: int, end: int, on: Paper) -> tuple[Stretch, ...]:
    """Return the paragraphs of an article or of any stretch of text, each with its points."""
    found = parts(number, address, text, start, end)
    top = [part for part in found if part.depth == 1]
    if top and not text[start : top[0].start].strip(" *_\n\t") and FIRST_FIGURE.match(_label(top[0], number)):
        return tuple(_trimmed(text, _numbered(text, part, found, number), on) for part in top)
    cuts = [start, *_cuts(text, start, end, [part.start for part in top], on), end]
    spans = [(low, high) for low, high in pairwise(cuts) if text[low:high].strip()]
    listed = (_trimmed(text, _plain(text, low, high, found), on) for low, high in spans)
    return tuple(one for one in listed if one.end > one.start)


def _trimmed(text: str, one: Stretch, on: Paper) -> Stretch:
    """Return a paragraph without the page numbers and running heads at its end."""
    end = one.end
    while end > one.start:
        line = max(text.rfind("\n", one.start, end) + 1, one.start)
        begin = line + len(text[line:end]) - len(text[line:end].lstrip())
        if on.heads.get(begin, -1) < end:
            break
        end = one.start + len(text[one.start : line].rstrip())
    return Stretch(one.number, one.start, end, min(one.words, end), min(one.lead_end, end), one.points)


def _label(part: Part, number: str) -> str:
    """Return the printed number of a part: "2" of 6(2), and of the decimal 6.2."""
    if part.number.startswith(f"{number}("):
        return part.number[len(number) + 1 :].rstrip(")")
    return part.number.rsplit(".", 1)[-1]


def _numbered(text: str, part: Part, found: tuple[Part, ...], number: str) -> Stretch:
    below = tuple(one for one in found if one.depth > 1 and part.start < one.start < part.end)
    label = _label(part, number)
    behind = _behind(text, part.start, part.end, label)
    lead_end = below[0].start if below else part.end
    last = part.start + len(text[part.start : part.end].rstrip())
    return Stretch(label, part.start, last, min(behind, lead_end), lead_end, below)


def _behind(text: str, start: int, end: int, label: str) -> int:
    """Return where the words begin behind a printed number."""
    found = re.compile(rf"[(\[§\s]*(?:\d+\.)*{re.escape(label)}[)\]º°.:\-–—]*[\s*_]*").match(text, start, end)
    return found.end() if found else start


def _plain(text: str, low: int, high: int, found: tuple[Part, ...]) -> Stretch:
    first = low + len(text[low:high]) - len(text[low:high].lstrip())
    last = low + len(text[low:high].rstrip())
    points = tuple(one for one in found if low <= one.start < high)
    return Stretch("", first, last, first, points[0].start if points else last, points)


def _cuts(text: str, start: int, end: int, points: list[int], on: Paper) -> list[int]:
    """Return where a new paragraph begins. Between the points of an enumeration no paragraph begins."""
    low, high = (points[0], points[-1]) if points else (end, end)
    cuts = []
    for found in re.compile(r"\n\s*").finditer(text, start, end):
        place = found.end()
        if place >= end or low - 1 <= place <= high or place in points:
            continue
        if _ends(text, start, found.start(), place, on):
            cuts.append(place)
    return cuts


def _ends(text: str, start: int, stop: int, place: int, on: Paper) -> bool:
    line = text[max(text.rfind("\n", start, stop) + 1, start) : stop].strip()
    after = text[place : place + 1]
    if not on.wrapped:
        return not after.islower() and not line.endswith(":")
    ended = line.rstrip("*_ ").endswith((".", ";", "!", "?", ".”", '."', ".»"))
    if line.endswith((",", ":")):  # a recital
        return after.isupper() and len(line) < on.width * 0.8
    return ended and not after.islower() and len(line) < on.width * 0.97
