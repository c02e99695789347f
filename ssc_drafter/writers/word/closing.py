"""The closing of a Word file: testimonium and the signature blocks, kept on one page with the lines before them."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.tree.nodes import Inlines, Signature, Testimonium
from ssc_drafter.writers.sheet import opened
from ssc_drafter.writers.word.context import Context
from ssc_drafter.writers.word.inlines import runs
from ssc_drafter.writers.word.xml import Element, w

GAP = 908  # 16 mm; the columns are 62 mm on our own page


def testimonium(context: Context, node: Testimonium) -> Iterator[Element]:
    """Yield the closing words, their opening in italics."""
    for paragraph in node.paragraphs:
        words = opened(paragraph.content, context.words.closing_openings, first_word=False)
        yield w("p", w("pPr", w("pStyle", val="Testimonium")), *runs(context, words))
        for item in paragraph.items:
            yield w("p", w("pPr", w("pStyle", val="Testimonium"), w("ind", left=567)), *runs(context, item.content))
        if paragraph.closing:
            yield w("p", w("pPr", w("pStyle", val="Testimonium")), *runs(context, paragraph.closing))


def signatures(context: Context, blocks: tuple[Signature, ...]) -> Iterator[Element]:
    """Yield a table without lines: two signatures a row, each with room above its rule."""
    column = (context.text_width - GAP) // 2
    look = w(
        "tblPr",
        w("tblStyle", val="TableNormal"),
        w("tblW", w=2 * column + GAP, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa")),
        w("tblLook", val="0000"),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in (column, GAP, column)))
    pairs = [blocks[place : place + 2] for place in range(0, len(blocks), 2)]
    rows = [row for pair in pairs for row in _rows(context, pair, apart=pair is not pairs[0])]
    yield w("tbl", look, grid, *rows)
    yield w("p", w("pPr", w("pStyle", val="TableEnd")))


def _rows(context: Context, pair: tuple[Signature, ...], apart: bool) -> list[Element]:
    """Two rows a pair: for whom, then rule, name and office; so the rules stand level however long a State's name is."""
    space = w("spacing", before=480, after=0) if apart else None
    above = [[_line(context, "SignatureLead", one.lead, space), _line(context, "SignatureLead", one.party)] for one in pair]
    below = [_signed(context, one) for one in pair]
    column = (context.text_width - GAP) // 2
    return [_row(above, column), _row(below, column)]


def _signed(context: Context, block: Signature) -> list[Element]:
    """The first line beneath the rule carries it: the name, or the office where the name is left to the pen."""
    lines = [_line(context, "SignatureName", block.signatory or block.office)]
    return [*lines, _line(context, "SignatureOffice", block.office)] if block.signatory and block.office else lines


def _row(cells: list[list[Element]], column: int) -> Element:
    first, second = cells[0], cells[1] if len(cells) > 1 else _nothing()
    made = []
    for width, lines in ((column, first), (GAP, _nothing()), (column, second)):
        made.append(w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *lines))
    return w("tr", w("trPr", w("cantSplit")), *made)


def _nothing() -> list[Element]:
    return [w("p", w("pPr", w("pStyle", val="SignatureLead"), w("keepNext")))]


def _line(context: Context, style: str, words: Inlines, space: Element | None = None) -> Element:
    """keepNext stands in every paragraph although the styles have it: LibreOffice keeps a table together by these alone."""
    return w("p", w("pPr", w("pStyle", val=style), w("keepNext"), space), *runs(context, words))
