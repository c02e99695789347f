"""Units of a text that numbers nothing: by its printed headings, else by its paragraphs, counted from 1.

Plans and strategies are often like that. The numbers are ours and a warning says so; a citation names the heading or page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from ssc_drafter.policies.instrument import Provision
from ssc_drafter.policies.matter import CONTENTS, kind, named
from ssc_drafter.policies.pages import Page

LEAST_HEADINGS = 3
LONGEST = 3000  # characters of a paragraph unit: shorter paragraphs are joined up to this
APART = re.compile(r"\n[ \t]*\n\s*")


def plain_units(on: Page) -> tuple[Provision, ...]:
    """Return the units of a text without numbers, in order."""
    headings = [one for one in on.printed if one.kind == "heading" and "toc" not in one.marks and one.end - one.start < 200]
    if len(headings) >= LEAST_HEADINGS:
        return _under_headings(on, [(one.start, one.end) for one in headings])
    return counted([one for one in paragraphs(on.text) if kind(on, one.start, one.end) != CONTENTS])


def counted(units: Sequence[Provision]) -> tuple[Provision, ...]:
    """Return units counted from 1."""
    return tuple(replace(one, number=str(place), address=f"para_{place}") for place, one in enumerate(units, 1))


def _under_headings(on: Page, headings: Sequence[tuple[int, int]]) -> tuple[Provision, ...]:
    text = on.text
    stops = [start for start, _ in headings[1:]] + [len(text)]
    found: list[Provision] = []
    for (start, heading_end), stop in zip(headings, stops, strict=True):
        end = start + len(text[start:stop].rstrip())
        if text[heading_end:end].strip() and not (named(on.folded[start:heading_end], on.words) or kind(on, start, end)):
            number = str(len(found) + 1)
            heading = re.sub(r"\s+", " ", text[start:heading_end]).strip(" #*_")
            found.append(Provision(number, heading, f"para_{number}", "paragraph", start, end))
    return tuple(found)


def paragraphs(text: str) -> tuple[Provision, ...]:
    """Return the paragraphs of a text, short ones joined; one that is too long is cut at the ends of its lines."""
    cuts = sorted({0, len(text), *(one.end() for one in APART.finditer(text))})
    found: list[Provision] = []
    begin = 0
    for low, high in pairwise(cuts):
        if high - begin > LONGEST and low > begin:
            _add(text, begin, low, found)
            begin = low
        while high - begin > LONGEST:
            line = text.rfind("\n", begin + 1, begin + LONGEST)
            if line < 0:
                break
            _add(text, begin, line, found)
            begin = line
    _add(text, begin, len(text), found)
    return tuple(found)


def _add(text: str, low: int, high: int, found: list[Provision]) -> None:
    piece = text[low:high]
    if piece.strip():
        start, number = low + len(piece) - len(piece.lstrip()), str(len(found) + 1)
        found.append(Provision(number, None, f"para_{number}", "paragraph", start, low + len(piece.rstrip())))
