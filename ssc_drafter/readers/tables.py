"""The tables of a text, put together again from the printed paragraphs of their cells, where the format told their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from msgspec import Struct

from ssc_drafter.policies.instrument import Table
from ssc_drafter.policies.pages import Printed
from ssc_drafter.readers.paragraphs import Stretch
from ssc_drafter.readers.source import Cell

LARGEST = 20_000  # cells; a file may claim any number of columns
Span = tuple[int, int]


class Tabular(Struct, frozen=True):
    """A table: where it stands with its caption, of each cell the lines in it, and which columns are set as figures."""

    start: int
    end: int
    caption: Span | None
    rows: tuple[tuple[tuple[Span, ...], ...], ...]
    figures: tuple[int, ...] = ()


def tables_in(printed: Sequence[Printed], start: int) -> tuple[Tabular, ...]:
    """Return the tables behind a place, in their order. What has one row or one column alone is no table but a frame."""
    inside = [(place, one, cell) for place, one in enumerate(printed) if one.start >= start and (cell := _cell(one))]
    found = []
    for _, group in groupby(inside, key=lambda row: row[2].table):
        rows = list(group)
        size = rows[0][2]
        if size.rows > 1 and size.columns > 1 and size.rows * size.columns <= LARGEST:
            before = printed[rows[0][0] - 1] if rows[0][0] else None
            found.append(_table([(one, cell) for _, one, cell in rows], before))
    return tuple(found)


def tables_of(printed: Sequence[Printed]) -> tuple[Table, ...]:
    """Return the tables of a text with the place of each cell, from its first line to its last."""
    return tuple(Table(tuple(tuple(map(_span, row)) for row in one.rows)) for one in tables_in(printed, 0))


def _span(lines: Sequence[Span]) -> Span:
    return (lines[0][0], lines[-1][1]) if lines else (0, 0)


def _cell(one: Printed) -> Cell | None:
    cell = getattr(one, "cell", None)
    return cell if isinstance(cell, Cell) else None


def _table(listed: Sequence[tuple[Printed, Cell]], before: Printed | None) -> Tabular:
    size = listed[0][1]
    grid: list[list[list[Printed]]] = [[[] for _ in range(size.columns)] for _ in range(size.rows)]
    for one, cell in listed:
        grid[cell.row][cell.column].append(one)
    rows = tuple(tuple(tuple((one.start, one.end) for one in cell) for cell in row) for row in grid)
    caption = (before.start, before.end) if before is not None and "caption" in before.marks else None
    start = caption[0] if caption else listed[0][0].start
    figures = tuple(column for column in range(size.columns) if _figures([row[column] for row in grid]))
    return Tabular(start, listed[-1][0].end, caption, rows, figures)


def _figures(column: Sequence[Sequence[Printed]]) -> bool:
    """Whether a column is set to the right: all its cells beneath the head, or the head alone where these are empty."""
    head, *rest = column
    lines = [one for cell in rest for one in cell] or list(head)
    return bool(lines) and all("right" in one.marks for one in lines)


def blanked(text: str, tables: Sequence[Tabular]) -> str:
    """Return a text with blanks in the place of its tables, so that what stands around them is read by itself."""
    if not tables:
        return text
    bounds = [0, *(place for one in tables for place in (one.start, one.end)), len(text)]
    pieces = [text[low:high] for low, high in pairwise(bounds)]
    return "".join(re.sub(r"[^\n]", " ", piece) if place % 2 else piece for place, piece in enumerate(pieces))


def parted(text: str, one: Stretch, tables: Sequence[Tabular]) -> Iterator[Stretch]:
    """Yield a paragraph, or the parts of it before and behind each table that stands within it. `text` is blanked."""
    within = [table for table in tables if one.start < table.start < one.end]
    if not within:
        yield one
        return
    bounds = [one.start, *(place for table in within for place in (table.start, table.end)), one.end]
    for low, high in zip(bounds[::2], bounds[1::2], strict=True):
        piece = text[low:high]
        if piece.strip():
            first, last = low + len(piece) - len(piece.lstrip()), low + len(piece.rstrip())
            yield Stretch("", first, last, first, last)
