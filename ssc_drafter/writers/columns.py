"""How wide the columns of a table stand: none narrower than its longest word, the rest by how much each has to say."""

from __future__ import annotations

import re

from ssc_drafter.tree.nodes import Inlines, Table, plain
from ssc_drafter.writers.measure import width

TEXT_WIDTH = 396.85  # points: 140 mm
WIDE = 671.81  # points: 237 mm, on a page that lies on its side
PADDING = 9.5  # points, both sides of a cell and a hair
SIZE = 10.5
ENOUGH = 150.0  # points: a cell that wants more than this gets a second line instead
BREAK = re.compile(r"[^\S\u00a0\u202f]+|(?<=-)(?!\d)")


def per_mille(table: Table, across: float = TEXT_WIDTH) -> tuple[int, ...]:
    """Return the width of each column in thousandths of the text's width (`across`, in points); they sum up to 1000."""
    rows = [table.heading, *table.rows]
    count = max(len(row.cells) for row in rows)
    columns = [[(row.cells[place], row is rows[0]) for row in rows if place < len(row.cells)] for place in range(count)]
    least = [max((_longest(cell, bold) for cell, bold in column), default=0.0) + PADDING for column in columns]
    wanted = [max((min(_whole(cell, bold), ENOUGH) for cell, bold in column), default=0.0) + PADDING for column in columns]
    room = across - sum(least)
    more = [max(want - low, 0.0) for want, low in zip(wanted, least, strict=True)]
    if sum(wanted) <= across:
        widths = [want + (across - sum(wanted)) / count for want in wanted]
    elif room > 0 and sum(more) > 0:
        widths = [low + room * one / sum(more) for low, one in zip(least, more, strict=True)]
    else:
        widths = least
    return _rounded([one / sum(widths) for one in widths])


def _rounded(shares: list[float]) -> tuple[int, ...]:
    made = [round(share * 1000) for share in shares]
    made[made.index(max(made))] += 1000 - sum(made)
    return tuple(made)


def _longest(cell: Inlines, bold: bool) -> float:
    return max((width(word, bold, False, SIZE) for word in BREAK.split(plain(cell))), default=0.0)


def _whole(cell: Inlines, bold: bool) -> float:
    return max((width(line, bold, False, SIZE) for line in plain(cell).split("\n")), default=0.0)
