"""Tables on a printed page, from the rules that are drawn around their cells: where each cell stands, merged ones as one.

A table is a net of lines that cross: two columns and two rows at least. One drawn with lines beneath its rows alone, or with
none, is not known; what is framed whole pages long is a layout and no table.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as raw
from msgspec import Struct

MOST_RULES = 4_000  # a drawing has more; so has a page made to cost time
MOST_SEGMENTS = 200  # of one path
NEAR = 3.0  # points by which lines may miss one another and still meet; a thick rule is drawn as a thin box
SHORTEST = 6.0  # points of a rule
PAGE = 0.95  # share of the page's width and height from which a frame is that of the page
MOST_CELLS = 4_000


class Rule(Struct, frozen=True):
    """A straight line: across at a height (`at`) from left to right, or upright at a place from its foot to its head."""

    upright: bool
    at: float
    low: float
    high: float


class Grid(Struct, frozen=True):
    """A table: the places of its upright lines from the left, the heights of those across from the top, and for each field
    between them the first field of the cell that it belongs to."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    first: tuple[tuple[tuple[int, int], ...], ...]

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return len(self.ys) - 1

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return len(self.xs) - 1

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """Return row and column of the cell that a point stands in, or None outside."""
        column = next((place for place, (low, high) in enumerate(pairwise(self.xs)) if low - 1 <= x < high), None)
        row = next((place for place, (high, low) in enumerate(pairwise(self.ys)) if low < y <= high + 1), None)
        return None if row is None or column is None else self.first[row][column]


def grids(page: pypdfium2.PdfPage) -> list[Grid]:
    """Return the tables of a page, from its head to its foot."""
    width, height = page.get_size()
    rules = [one for one in _rules(page) if one.high - one.low >= SHORTEST]
    rules = [one for one in rules if one.high - one.low < PAGE * (height if one.upright else width)]
    if not 4 < len(rules) <= MOST_RULES:
        return []
    found = (_grid(group) for group in _groups(rules))
    return sorted((one for one in found if one is not None), key=lambda one: -one.ys[0])


# ---- the lines of a page -------------------------------------------------------------------------------------------
def _rules(page: pypdfium2.PdfPage) -> Iterator[Rule]:
    """Yield the straight lines of the paths that a page draws itself."""
    count = 0
    for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        segments = raw.FPDFPath_CountSegments(one)
        if not 1 < segments <= MOST_SEGMENTS:
            continue
        matrix = one.get_matrix()
        points: list[tuple[float, float]] = []
        for place in range(segments):
            segment = raw.FPDFPath_GetPathSegment(one, place)
            kind = raw.FPDFPathSegment_GetType(segment)
            x, y = ctypes.c_float(), ctypes.c_float()
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            here = matrix.on_point(x.value, y.value)
            if kind == raw.FPDF_SEGMENT_LINETO and points:
                yield from _rule(points[-1], here)
            points = [*points, here] if kind == raw.FPDF_SEGMENT_LINETO else [here]
            if raw.FPDFPathSegment_GetClose(segment) and len(points) > 1:
                yield from _rule(here, points[0])
            count += 1
        if count > MOST_RULES * 4:
            return


def _rule(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Rule]:
    (left, foot), (right, head) = one, other
    if abs(left - right) < 1 <= abs(foot - head):
        yield Rule(True, (left + right) / 2, min(foot, head), max(foot, head))
    elif abs(foot - head) < 1 <= abs(left - right):
        yield Rule(False, (foot + head) / 2, min(left, right), max(left, right))


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Return the lines that hang together: that cross or meet."""
    uprights = sorted((one for one in rules if one.upright), key=lambda one: one.at)
    leader = list(range(len(rules)))
    place_of = {id(one): place for place, one in enumerate(rules)}

    def lead(place: int) -> int:
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    for across in (one for one in rules if not one.upright):
        for upright in uprights:
            if upright.at > across.high + NEAR:
                break
            meets = across.low - NEAR <= upright.at and upright.low - NEAR <= across.at <= upright.high + NEAR
            if meets:
                leader[lead(place_of[id(across)])] = lead(place_of[id(upright)])
    groups: dict[int, list[Rule]] = {}
    for place, one in enumerate(rules):
        groups.setdefault(lead(place), []).append(one)
    return list(groups.values())


# ---- from lines to cells -------------------------------------------------------------------------------------------
def _grid(group: Sequence[Rule]) -> Grid | None:
    """Return the table that lines make which hang together, or None where they make none."""
    xs = _places([one.at for one in group if one.upright])
    ys = _places([one.at for one in group if not one.upright])[::-1]
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 2 or columns < 2 or rows * columns > MOST_CELLS:
        return None
    uprights, across = [one for one in group if one.upright], [one for one in group if not one.upright]
    right = [[_drawn(uprights, xs[c + 1], (ys[r] + ys[r + 1]) / 2) for c in range(columns)] for r in range(rows)]
    below = [[_drawn(across, ys[r + 1], (xs[c] + xs[c + 1]) / 2) for c in range(columns)] for r in range(rows)]
    return Grid(xs, ys, _merged(right, below))


def _places(found: Sequence[float]) -> tuple[float, ...]:
    """Return places in order, those that are near one another as one."""
    kept: list[float] = []
    for place in sorted(found):
        if not kept or place - kept[-1] > NEAR:
            kept.append(place)
    return tuple(kept)


def _drawn(rules: Sequence[Rule], at: float, middle: float) -> bool:
    """Whether a line is drawn at a place, past the middle of a field."""
    return any(abs(one.at - at) <= NEAR and one.low - 1 <= middle <= one.high + 1 for one in rules)


def _merged(right: Sequence[Sequence[bool]], below: Sequence[Sequence[bool]]) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Return for each field the first one of its cell: fields with no line between them are one."""
    first: list[list[tuple[int, int]]] = []
    for row, closed in enumerate(right):
        first.append([])
        for column in range(len(closed)):
            if column and not closed[column - 1]:
                first[row].append(first[row][column - 1])
            elif row and not below[row - 1][column]:
                first[row].append(first[row - 1][column])
            else:
                first[row].append((row, column))
    return tuple(tuple(row) for row in first)
