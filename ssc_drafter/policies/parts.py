"""The parts of a provision: paragraphs, points and sub-points with the number that a citation gives and their places.

A marker counts only where it counts on: (b) after (a), 3. after 2., (i) as Roman one unless (h) stands before it. So
"subsections (1) and (2)" inside a sentence opens nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ssc_drafter.policies.numerals import roman_value
from ssc_drafter.tree.numbering import slug

BOUNDARY = (
    r"(?:^|(?<=\n)|(?<=[.;:—–\]»”\"])\s{1,3}|(?<=[.;:]-)\s?|(?<=[—–-])" r"|(?<=[;,])\s(?:and|or|y|o|e|et|ou)\s|(?<=[)\]])\s?)"
)
SIGNS = (
    r"(?P<both>\((?P<in>\d{1,3}[A-Z]?|[a-zA-Z]{1,2}|[ivxl]{1,6}|[IVXL]{1,6})\))"
    r"|(?P<decimal>\d{1,3}(?:\.\d{1,3}){1,3})\.?(?=\s)"
    r"|(?P<dot>\d{1,3}[A-Z]?)\s?\.(?=[\s\-–—(])"
    r"|(?P<degree>\d{1,3})\.?\s?[°º](?:\s?[-–—)])?(?=\s)"
    r"|(?P<right>\d{1,3}[A-Z]?|[a-zA-Z]{1,2}|[ivx]{1,5}|[IVX]{1,5})\)(?=\s?)"
    r"|(?P<dash>[IVXL]{1,6})\s?(?:[-–—]|\.-?)(?=\s)"
    r"|(?P<letter>[a-z])\.(?=\s?[A-Za-z])"
    r"|§\s?(?P<sign>\d{1,3})\s?[º°o]?\.?(?=[\s:-])"
    r"|(?P<sole>(?:Par[áa]grafo|P[áa]rrafo|Alin[ée]a)\s[úu]nico)"
)
MARKER = re.compile(rf"{BOUNDARY}[ \t\xa0*_>]{{0,12}}(?:{SIGNS})", re.MULTILINE)
DEGREE = "degree-figure"
NUMBERED = re.compile(r"(?<!\w)(?:arts?|art[ií]culos?|articles?|artigos?|n|n[oº°]|inc|al|par|§)[.\s*_-]*$", re.IGNORECASE)


class Part(Struct, frozen=True):
    """A part of a provision. `depth` is 1 for a paragraph or what stands directly below the provision, then 2, 3.

    `lead` is the stretch of words that the part goes on from ("The Minister may:"), `lead_start` to `lead_end`.
    """

    number: str  # "6(2)(b)"
    address: str  # "art_6__para_2__point_b"
    start: int
    end: int
    depth: int
    lead_start: int
    lead_end: int


class _Mark(Struct, frozen=True):
    start: int
    style: str
    label: str
    value: int


def parts(number: str, address: str, text: str, start: int, end: int) -> tuple[Part, ...]:
    """Return the parts of the provision that stands from `start` to `end`, in its order, each before its own parts."""
    rows = list(_counted(_without_lone_degrees(list(_marks(text, start, end)))))
    return tuple(_part(rows, place, (number, address), (start, end)) for place in range(len(rows)))


def _marks(text: str, start: int, end: int) -> Iterator[list[_Mark]]:
    """Return each marker in every way in which it can be read: (i) is Roman one or the letter i."""
    place = start
    while found := MARKER.search(text, place, end):
        place = max(found.end(), found.start() + 1)
        kind = next(
            name for name in ("in", "decimal", "dot", "degree", "right", "dash", "letter", "sign", "sole") if found[name]
        )
        begin = found.start(kind) - (kind in ("in", "sign"))
        if kind == "degree" and NUMBERED.search(text, max(start, begin - 16), begin):
            continue
        if kind == "sign":
            begin = text.rfind("§", found.start(), found.end())
        readings = list(_readings(kind, found[kind]))
        yield [_Mark(begin, style, label, value) for style, label, value in readings]


def _without_lone_degrees(found: list[list[_Mark]]) -> list[list[_Mark]]:
    """Return the markers; 1° counts only where 2° is there too, else it is a number of something else."""
    degrees = {one.value for readings in found for one in readings if one.style == DEGREE}
    return found if {1, 2} <= degrees else [row for row in found if not (row and row[0].style == DEGREE)]


def _readings(kind: str, label: str) -> Iterator[tuple[str, str, int]]:
    if kind == "sole":
        yield "sign-figure", "1", 1
    elif kind == "decimal":
        yield f"decimal{label.count('.')}", label, int(label.rsplit(".", 1)[1])
    elif label[0].isdigit():
        digits = re.match(r"\d+", label)
        yield f"{kind}-figure", label, int(digits[0]) if digits else 0
    else:
        case = "small" if label[0].islower() else "capital"
        if len(set(label.lower())) == 1 and kind != "dash":
            yield f"{kind}-{case}-letter", label, ord(label[0].lower()) - 96 + 26 * (len(label) - 1)
        if roman := roman_value(label.lower()):
            yield f"{kind}-{case}-roman", label, roman


def _counted(found: list[list[_Mark]]) -> Iterator[tuple[_Mark, int]]:
    """Return the markers that count up or begin a row below the one before, with their depth."""
    open_rows: list[_Mark] = []
    for readings in found:
        chosen = _going_on(readings, open_rows) or _beginning(readings, open_rows)
        if chosen is None:
            continue
        mark, depth = chosen
        del open_rows[depth - 1 :]
        open_rows.append(mark)
        yield mark, depth


def _going_on(readings: list[_Mark], open_rows: list[_Mark]) -> tuple[_Mark, int] | None:
    for depth in range(len(open_rows), 0, -1):
        last = open_rows[depth - 1]
        for mark in readings:
            steps = mark.value - last.value
            inserted = steps == 0 and mark.label != last.label and len(mark.label) > len(last.label)
            doubled = _inserted_letter(mark, last)
            if mark.style == last.style and (1 <= steps <= 2 or inserted or doubled):
                return mark, depth
    return None


def _inserted_letter(mark: _Mark, last: _Mark) -> bool:
    """Whether (cc) or (gg) was inserted after (c) or (g), or the row goes on after it."""
    pair = (mark.value % 26, last.value % 26)
    return "letter" in mark.style and len(mark.label) != len(last.label) and pair[0] - pair[1] in (0, 1)


def _beginning(readings: list[_Mark], open_rows: list[_Mark]) -> tuple[_Mark, int] | None:
    styles = {row.style for row in open_rows}
    first = [mark for mark in readings if mark.value == 1 and mark.style not in styles]
    if not first:
        return None
    # a sign of paragraph stands beside the points of an article, never below one (Brazil: incisos, then § 1º)
    return first[0], 1 if first[0].style == "sign-figure" else len(open_rows) + 1


def _part(rows: list[tuple[_Mark, int]], place: int, whole: tuple[str, str], span: tuple[int, int]) -> Part:
    mark, depth = rows[place]
    above: list[int] = []
    level = depth
    for before in range(place - 1, -1, -1):
        if rows[before][1] < level:
            above.insert(0, before)
            level = rows[before][1]
    chain = [rows[index][0] for index in above] + [mark]
    end = next((rows[after][0].start for after in range(place + 1, len(rows)) if rows[after][1] <= depth), span[1])
    parent = above[-1] if above else None
    lead_start = rows[parent][0].start if parent is not None else span[0]
    first = (parent if parent is not None else -1) + 1
    number = _number(whole[0], chain)
    return Part(number, _address(whole[1], chain), mark.start, end, depth, lead_start, rows[first][0].start)


def _number(number: str, chain: list[_Mark]) -> str:
    for mark in chain:
        number = mark.label if mark.style.startswith("decimal") else f"{number}({mark.label})"
    return number


def _address(address: str, chain: list[_Mark]) -> str:
    for place, mark in enumerate(chain):
        kind = "para" if place == 0 and mark.label[0].isdigit() else "point"
        address = f"{address}__{kind}_{slug(mark.label)}"
    return address
