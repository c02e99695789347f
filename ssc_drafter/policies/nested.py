"""Sections that begin anew in every article: the units are the sections, cited "Article VII, Section 21" (Philippines)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.policies.chain import best_row
from ssc_drafter.policies.headings import Shape
from ssc_drafter.policies.instrument import Division, Provision
from ssc_drafter.policies.numerals import STEP
from ssc_drafter.policies.pages import Candidate, Page
from ssc_drafter.tree.numbering import slug

LEAST = 3  # articles in which sections begin at one
SURE = 0.5  # weight of a section's heading
INTRO = 300  # signs before the first section that are more than the heading of the article
LABEL = re.compile(r"\W*([^\W\d_]+)\.?\W+(\w+)")


class Nested(Struct, frozen=True):
    """The units of a text with those of its articles that have sections replaced by these, and the numbers that are missing."""

    provisions: tuple[Provision, ...]
    missing: tuple[str, ...]


def nested(on: Page, found: Sequence[Candidate], units: Sequence[Provision]) -> Nested | None:
    """Return the units of a text whose articles each count their sections from one; None for another text."""
    sections = [one for one in found if one.family == "section" and one.weight >= SURE and not one.quoted]
    if len(sections) < 2 * LEAST or not any(one.level == "article" for one in units):
        return None
    rows = {one.address: _row(one, sections) for one in units if one.level == "article"}
    if sum(len(row) > 1 for row in rows.values()) < LEAST:
        return None
    made: list[Provision] = []
    missing: list[str] = []
    for one in units:
        row = rows.get(one.address, ())
        made += _sections(on, one, row) if row else [one]
        have = {section.number.whole for section in row}
        missing += [f"{_label(on, one.start)}, {number}" for number in range(1, max(have, default=0) + 1) if number not in have]
    return Nested(tuple(made), tuple(missing))


def _row(article: Provision, sections: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the sections of an article, where they count from one."""
    inside = [one for one in sections if article.start < one.start < article.end]
    row = best_row(inside) if inside else None
    return row.members if row and row.members[0].number.key == STEP else ()


def _sections(on: Page, article: Provision, row: Sequence[Candidate]) -> list[Provision]:
    name = _label(on, article.start)
    word = _label(on, row[0].start).split()[0]
    stops = [*(one.start for one in row[1:]), article.end]
    spans = [(one, one.start + len(on.text[one.start : stop].rstrip(" \t\n#*_"))) for one, stop in zip(row, stops, strict=True)]
    shape = Shape(on, spans)
    within = (*article.within, Division(name, article.heading))
    units = []
    for one, end in spans:
        number = one.number.text
        named, address = f"{name}, {word} {number}", f"{article.address}__{slug(number)}"
        units.append(Provision(named, shape.heading(one, end), address, "section", one.start, end, "", within, name))
    intro = article.start + len(on.text[article.start : row[0].start].rstrip())
    return [replace(article, end=intro), *units] if intro - article.start > INTRO else units


def _label(on: Page, start: int) -> str:
    """Return a word and number as one cites them: "Article VII"."""
    printed = LABEL.match(on.text, start)
    return f"{printed[1].capitalize()} {printed[2]}" if printed else ""
