"""The words of a PDF's tables: each cell's lines together, row by row, in the place of the table in its page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import pypdfium2
from msgspec.structs import replace

from ssc_drafter.readers.pages import Line
from ssc_drafter.readers.ruled import Grid
from ssc_drafter.readers.source import Cell

LAYOUT = 900  # signs of a cell from which a net of lines is the layout of a page: two languages side by side
SAME = 6.0  # points by which the columns of a table may differ where it goes on on the next page
Span = tuple[int, int]
Place = tuple[int, int, int]  # which table of the page, row, column


def in_cells(text: pypdfium2.PdfTextPage, whole: str, spans: Sequence[Span], tables: Sequence[Grid]) -> dict[Span, Place]:
    """Return the stretches of a page's text that stand in cells of its tables, parted where a cell ends."""
    found: dict[Span, Place] = {}
    for start, end in spans:
        first = text.get_charbox(start)
        if not any(one.ys[-1] - 2 <= first[3] and first[1] <= one.ys[0] + 2 for one in tables):
            continue
        places: list[Place | None] = []
        for sign in range(start, end):
            box = None if whole[sign].isspace() else text.get_charbox(sign)
            places.append(_place(box, tables) if box else places[-1] if places else None)
        at = start
        for place, row in groupby(places):
            size = len(list(row))
            if place is not None and whole[at : at + size].strip():
                found[at, at + size] = place
            at += size
    long: dict[Place, int] = {}
    for (start, end), place in found.items():
        long[place] = long.get(place, 0) + end - start
    layouts = {place[0] for place, size in long.items() if size > LAYOUT}
    return {span: place for span, place in found.items() if place[0] not in layouts}


def _place(box: tuple[float, float, float, float], tables: Sequence[Grid]) -> Place | None:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    for which, one in enumerate(tables):
        cell = one.cell(x, y)
        if cell is not None:
            return which, *cell
    return None


def rest_of(span: Span, taken: dict[Span, Place]) -> list[Span]:
    """Return what of a printed line stands in no cell."""
    inside = sorted(one for one in taken if span[0] <= one[0] and one[1] <= span[1])
    bounds = [span[0], *(place for one in inside for place in one), span[1]]
    return [(low, high) for low, high in zip(bounds[::2], bounds[1::2], strict=True) if high > low]


def set_in(lines: Sequence[Line], cells: Sequence[Line], tables: Sequence[Grid]) -> list[Line]:
    """Return the lines of a page in their order with the cells of its tables, each table before what stands below it."""
    listed = list(lines)
    for which in sorted({one.cell.table for one in cells if one.cell}, reverse=True):
        own = [one for one in cells if one.cell and one.cell.table == which]
        own.sort(key=lambda one: (one.cell.row, one.cell.column) if one.cell else (0, 0))  # lines of a cell keep their order
        foot = tables[which].ys[-1]
        place = next((at for at, one in enumerate(listed) if one.top and one.top <= foot + 2), len(listed))
        listed[place:place] = own
    return listed


def placed(place: Place, tables: Sequence[Grid]) -> Cell:
    """Return where a cell stands, its table counted on its page."""
    which, row, column = place
    return Cell(which, row, column, tables[which].rows, tables[which].columns)


def numbered(pages: Sequence[tuple[list[Line], Sequence[Grid]]]) -> None:
    """Count the tables of a file through, one that goes on at the head of the next page as the same; a head that is printed
    again there is no row."""
    count = 0
    before: tuple[Grid, list[Line]] | None = None  # the table at the foot of the page before, with its lines so far
    for lines, tables in pages:
        groups: dict[int, list[Line]] = {}
        for one in lines:
            if one.cell:
                groups.setdefault(one.cell.table, []).append(one)
        body = [one for one in lines if not one.mark]
        last: tuple[Grid, list[Line]] | None = None
        for which, own in groups.items():
            if before and body[0] is own[0] and _alike(before[0], tables[which]):
                _join(count - 1, before[1], own)
                own = [*before[1], *own]
            else:
                count += 1
                for one in own:
                    one.cell = replace(one.cell, table=count - 1) if one.cell else None
            last = (tables[which], own) if body[-1] is own[-1] else None
            before = None
        before = last


def _alike(one: Grid, other: Grid) -> bool:
    return one.columns == other.columns and all(abs(a - b) <= SAME for a, b in zip(one.xs, other.xs, strict=True))


def _join(table: int, before: Sequence[Line], own: Sequence[Line]) -> None:
    """Count the rows of a table on from the page before; its head, printed again, is set apart."""
    rows = max(one.cell.rows for one in before if one.cell)
    again = _words(before, 0) == _words(own, 0)
    total = rows + max(one.cell.rows for one in own if one.cell) - again
    for one in own:
        if one.cell is None:
            continue
        if again and one.cell.row == 0:
            one.cell, one.mark = None, "header"
        else:
            one.cell = replace(one.cell, table=table, row=one.cell.row + rows - again)
    for one in (*before, *own):
        one.cell = replace(one.cell, rows=total) if one.cell else None


def _words(lines: Sequence[Line], row: int) -> list[str]:
    return [" ".join(one.text.split()) for one in lines if one.cell and one.cell.row == row]
