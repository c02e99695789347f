"""Tables of annexes: rules above, beneath the head and below, the head repeated on each page, no row broken."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.tree.nodes import Row, Table
from ssc_drafter.writers.columns import per_mille
from ssc_drafter.writers.word.context import Context
from ssc_drafter.writers.word.inlines import runs
from ssc_drafter.writers.word.pages import POINT
from ssc_drafter.writers.word.xml import Element, w


def table(context: Context, node: Table, room: int) -> Iterator[Element]:
    """Yield the caption, if there is one, the table as wide as `room`, and the little space after it that Word needs."""
    if node.caption:
        yield w("p", w("pPr", w("pStyle", val="Caption")), *runs(context, node.caption))
    widths = [share * room // 1000 for share in per_mille(node, room / POINT)]
    look = w(
        "tblPr",
        w("tblStyle", val="AgreementTable"),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    rows = [_row(context, node, row, widths, head=place == 0) for place, row in enumerate((node.heading, *node.rows))]
    yield w("tbl", look, grid, *rows)
    yield w("p", w("pPr", w("pStyle", val="TableEnd"), w("spacing", after=240)))


def _row(context: Context, node: Table, row: Row, widths: list[int], head: bool) -> Element:
    look = w("trPr", w("cantSplit"), w("tblHeader") if head else None)
    cells = [row.cells[place] if place < len(row.cells) else () for place in range(len(widths))]
    made = []
    for place, cell in enumerate(cells):
        figures = place in node.figures
        style = "TableHeading" if head else "TableFigures" if figures else "TableText"
        right = w("jc", val="right") if head and figures else None
        paragraph = w("p", w("pPr", w("pStyle", val=style), right), *runs(context, cell))
        made.append(w("tc", w("tcPr", w("tcW", w=widths[place], type="dxa")), paragraph))
    return w("tr", look, *made)
