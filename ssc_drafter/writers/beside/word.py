"""Two language versions side by side as a Word file: a table without lines, a row for each paragraph, numbers as words.

The numbers are typed, not Word's own: each language would need lists of its own in one table, and this copy is for reading and
for signature. The single-language files are the ones to go on working with.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from ssc_drafter.tree.nodes import Agreement, Break, Inlines, Text
from ssc_drafter.writers.beside.rows import Cell, paired
from ssc_drafter.writers.word import furniture, package
from ssc_drafter.writers.word.inlines import text_runs
from ssc_drafter.writers.word.sections import text_area
from ssc_drafter.writers.word.xml import Element, w

GAP = 340  # 6 mm between the columns, in twentieths of a point
STEP = 400  # what a point is set in
STYLES = {
    "title": "Title", "joint": "TitleJoint", "opening": "AgreementText", "recital": "AgreementText", "formula": "Formula",
    "article": "AgreementText", "annex": "AgreementText", "text": "AgreementText", "closing": "AgreementText",
    "testimonium": "Testimonium",
}  # fmt: skip


def render(left: Agreement, right: Agreement) -> bytes:
    """Return both versions side by side as a Word file. Raises Problem where they are not built alike."""
    rows = paired(left, right)
    document = package.opened()
    furniture.furnish(document, left)
    width, _ = text_area(document.element.body.sectPr)
    furniture.header(document, left, False, width)
    column = (width - GAP) // 2
    look = w(
        "tblPr",
        w("tblStyle", val="TableNormal"),
        w("tblW", w=2 * column + GAP, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa")),
        w("tblLook", val="0000"),
    )
    grid = w("tblGrid", *(w("gridCol", w=size) for size in (column, GAP, column)))
    made = w("tbl", look, grid, *(_row(one, (left.lang, right.lang), column) for one in rows))
    document.element.body[:0] = [made, w("p", w("pPr", w("pStyle", val="TableEnd")))]
    furniture.footer(document, left, 1)
    return package.saved(document)


def _row(pair: tuple[Cell, Cell], langs: tuple[str, str], column: int) -> Element:
    sides = [list(_paragraphs(cell, lang, column)) for cell, lang in zip(pair, langs, strict=True)]
    empty = [w("p", w("pPr", w("pStyle", val="TableEnd")))]
    cells = [
        w("tc", w("tcPr", w("tcW", w=size, type="dxa")), *inner)
        for size, inner in ((column, sides[0]), (GAP, empty), (column, sides[1]))
    ]
    whole = w("cantSplit") if pair[0].style != "text" or pair[0].table is None else None
    return w("tr", w("trPr", whole), *cells)


def _paragraphs(cell: Cell, lang: str, column: int) -> Iterator[Element]:
    if cell.table:
        yield from _table(cell, lang, column)
    elif cell.signatures:
        for one in cell.signatures:
            yield _paragraph("SignatureLead", one.lead, lang, w("spacing", before=480, after=0))
            yield _paragraph("SignatureLead", one.party, lang)
            yield _paragraph("SignatureName", one.signatory or one.office, lang)
            if one.signatory and one.office:
                yield _paragraph("SignatureOffice", one.office, lang)
    elif cell.style in ("article", "annex"):
        yield _heading(cell, lang)
    else:
        number = [*text_runs(cell.label, lang), w("r", w("tab"))] if cell.label else []
        indent = max(cell.depth, 1) * STEP if cell.label or cell.depth > 1 else 0
        look = (w("ind", left=indent, hanging=STEP) if cell.label else w("ind", left=indent)) if indent else None
        space = w("spacing", before=360) if cell.style == "opening" else None
        yield _paragraph(STYLES[cell.style], cell.words, lang, space, _left(cell.style), look, before=number)


def _left(style: str) -> Element | None:
    """Narrow columns are set ragged: justified lines of thirty signs have holes."""
    return None if style in ("title", "joint") else w("jc", val="left")


def _heading(cell: Cell, lang: str) -> Element:
    bold = tuple(replace(one, emphasis="bold") if isinstance(one, Text) else one for one in cell.words)
    words = [*text_runs(cell.label, lang), *([w("r", w("br"))] if bold else []), *_runs(bold, lang)]
    look = w("pPr", w("pStyle", val="AgreementText"), w("keepNext"), w("spacing", before=240, after=120), w("jc", val="left"))
    return w("p", look, *words)


def _paragraph(style: str, words: Inlines, lang: str, *looks: Element | None, before: list[Element] | None = None) -> Element:
    ordered = sorted((one for one in looks if one is not None), key=lambda one: ("spacing", "ind", "jc").index(_name(one)))
    return w("p", w("pPr", w("pStyle", val=style), *ordered), *(before or []), *_runs(words, lang))


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _runs(words: Inlines, lang: str) -> list[Element]:
    made: list[Element] = []
    for one in words:
        if isinstance(one, Text):
            made += text_runs(one.text, one.lang or lang, one.emphasis, given=one.lang)
        elif isinstance(one, Break):
            made.append(w("r", w("br")))
    return made


def _table(cell: Cell, lang: str, column: int) -> Iterator[Element]:
    """A table of an annex within a narrow column is printed as its rows, each cell beneath its heading."""
    assert cell.table is not None
    if cell.words:
        yield _paragraph("Caption", cell.words, lang)
    for row in cell.table.rows:
        for place, (head, inner) in enumerate(zip(cell.table.heading.cells, row.cells, strict=False)):
            space = w("spacing", before=120 if place == 0 else 0, after=0)
            lead = [*_runs(head, lang), *text_runs(": ", lang)]
            yield _paragraph("TableText", inner, lang, space, w("jc", val="left"), before=lead)
    yield w("p", w("pPr", w("pStyle", val="TableEnd")))
