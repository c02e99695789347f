"""On which page each heading stands, so that the contents and "3 / 12" are right before Word has ever opened the file.

Our styles fix what decides it: lines of an exact height, a face whose widths we have, no hyphens. What Word does is then short:
fill lines, fill pages, keep two lines together, keep a heading with what follows. Measured: docs/decisions.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, structs

from ssc_drafter.writers.measure import Run, lines
from ssc_drafter.writers.word.numbering import INDENT
from ssc_drafter.writers.word.xml import Element, qn

POINT = 20  # twentieths
CELL_MARGIN = 85
PAGEFUL = 16_000


class Style(Struct, frozen=True):
    """What of a style, with those it is based on, moves words: in twentieths of a point."""

    before: int = 0
    after: int = 0
    line: int = 240
    left: int = 0
    right: int = 0
    first: int = 0
    size: float = 12.0
    bold: bool = False
    italic: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    new_page: bool = False


class Box(Struct, frozen=True):
    """Something set on a page: `count` lines of `line` each; `header` is a table's head, repeated where the table goes on."""

    names: tuple[str, ...]
    count: int
    line: int
    before: int
    after: int
    keep_next: bool
    keep_lines: bool
    new_page: bool
    repeated: int = 0


class Section(Struct, frozen=True):
    """Blocks that stand on pages of one size: width and height of the text."""

    blocks: list[Element]
    width: int
    height: int


class Page:
    """The page in hand while boxes are placed."""

    def __init__(self, height: int) -> None:
        self.height, self.used, self.number, self.after = height, 0, 1, 0
        self.found: dict[str, int] = {}

    def turn(self) -> None:
        self.used, self.after, self.number = 0, 0, self.number + 1

    def gap(self, box: Box) -> int:
        """Between two paragraphs stands the larger of their spaces (Word since 2013); at the head of a page none."""
        return max(self.after, box.before) if self.used else 0

    def room(self) -> int:
        return self.height - self.used


def paged(sections: list[Section], styles: Element) -> tuple[dict[str, int], int]:
    """Return the page of each bookmark and the number of pages. Each section begins on a page of its own size."""
    known = _styles(styles)
    page = Page(sections[0].height)
    for section in sections:
        if page.used:
            page.turn()
        page.height = section.height
        boxes = [box for block in section.blocks for box in _boxes(block, known, section.width)]
        _filled(page, boxes)
    return page.found, page.number


def _filled(page: Page, boxes: list[Box]) -> None:
    for place, box in enumerate(boxes):
        if page.used and (box.new_page or page.gap(box) + _needed(boxes, place) > page.room()):
            page.turn()
            page.used += box.repeated  # a table's head stands again
        _place(page, box)


def _needed(boxes: list[Box], place: int) -> int:
    """Return the room that a box asks for at least: with all that it must be kept with, and the first lines of the last."""
    total = 0
    for step, box in enumerate(boxes[place:]):
        gap = max(boxes[place + step - 1].after, box.before) if step else 0
        if not box.keep_next or box.new_page:
            return total + gap + _first_lines(box) * box.line
        total += gap + box.count * box.line
        if total > PAGEFUL:  # more than a page: nothing can keep it together
            return _first_lines(boxes[place]) * boxes[place].line
    return total


def _first_lines(box: Box) -> int:
    return box.count if box.keep_lines or box.count <= 3 else 2


def _place(page: Page, box: Box) -> None:
    page.used += page.gap(box)
    page.found.update(dict.fromkeys(box.names, page.number))
    left = box.count
    while left:
        fits = min(left, page.room() // box.line if box.line else left)
        if fits < left and not box.keep_lines:
            fits = fits - 1 if left - fits == 1 and fits > 2 else fits
        if fits <= 0 and page.used:
            page.turn()
            continue
        page.used += max(fits, 1) * box.line
        left -= max(fits, 1)
        if left:
            page.turn()
    page.after = box.after


def _value(element: Element | None, name: str = "w:val", otherwise: str = "") -> str:
    """Return an attribute of an element that may be missing."""
    return otherwise if element is None else str(element.get(qn(name), otherwise))


# ---- from Word's elements to boxes --------------------------------------------------------------------------------
def _boxes(block: Element, known: dict[str, Style], room: int) -> Iterator[Box]:
    if block.tag == qn("w:tbl"):
        rows = list(block.iter(qn("w:tr")))
        repeated = 0
        for row in rows:
            box = _row(row, known)
            if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None:
                repeated = box.line
                yield box
            else:
                yield Box(box.names, 1, box.line, 0, 0, box.keep_next, True, False, repeated)
    else:
        yield _paragraph(block, known, room)


def _row(row: Element, known: dict[str, Style]) -> Box:
    height, keep = 0, False
    for cell in row.findall(qn("w:tc")):
        width = int(_value(cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}"), "w:w"))
        boxes = [_paragraph(one, known, width - 2 * CELL_MARGIN) for one in cell.findall(qn("w:p"))]
        height = max(height, sum(box.before + box.count * box.line + box.after for box in boxes))
        keep = keep or all(box.keep_next for box in boxes)
    return Box((), 1, height, 0, 0, keep, True, False)


def _paragraph(block: Element, known: dict[str, Style], room: int) -> Box:
    look = block.find(qn("w:pPr"))
    style = _changed(known[_value(block.find(f"{qn('w:pPr')}/{qn('w:pStyle')}"))], look)
    width = room - style.left - style.right
    runs = list(_runs(block, style))
    if style.first < 0:  # what hangs before the tab stands beside the words, not among them
        tab = next((place for place, run in enumerate(runs) if run[0] == "\t"), -1)
        runs = runs[tab + 1 :]
    count = lines(runs, (width - max(style.first, 0)) / POINT, width / POINT)
    marks = tuple(mark.get(qn("w:name"), "") for mark in block.iter(qn("w:bookmarkStart")))
    return Box(marks, count, style.line, style.before, style.after, style.keep_next, style.keep_lines, style.new_page)


def _runs(block: Element, style: Style) -> Iterator[Run]:
    for run in block.iter(qn("w:r")):
        look = run.find(qn("w:rPr"))
        bold = style.bold or (look is not None and look.find(qn("w:b")) is not None)
        italic = style.italic or (look is not None and look.find(qn("w:i")) is not None)
        for part in run:
            if part.tag == qn("w:t"):
                yield part.text or "", bold, italic, style.size
            elif part.tag in (qn("w:br"), qn("w:tab")):
                yield "\n" if part.tag == qn("w:br") else "\t", bold, italic, style.size


def _styles(root: Element) -> dict[str, Style]:
    """Return every paragraph style with what it takes from the one it is based on."""
    found: dict[str, Style] = {}
    defaults = _changed(Style(), root.find(f"{qn('w:docDefaults')}/{qn('w:pPrDefault')}/{qn('w:pPr')}"))
    waiting = [one for one in root.iter(qn("w:style")) if one.get(qn("w:type")) == "paragraph"]
    for one in waiting:  # our sheet names a style before those based on it
        based = one.find(qn("w:basedOn"))
        above = found.get(based.get(qn("w:val"), ""), defaults) if based is not None else defaults
        made = _changed(above, one.find(qn("w:pPr")))
        found[one.get(qn("w:styleId"), "")] = _lettered(made, one.find(qn("w:rPr")))
    return found


def _lettered(style: Style, look: Element | None) -> Style:
    if look is None:
        return style
    size = look.find(qn("w:sz"))
    return structs.replace(
        style,
        size=int(_value(size)) / 2 if size is not None else style.size,
        bold=style.bold or look.find(qn("w:b")) is not None,
        italic=style.italic or look.find(qn("w:i")) is not None,
    )


def _changed(style: Style, look: Element | None) -> Style:
    """Return a style with the properties of a <w:pPr> laid over it."""
    if look is None:
        return style
    spacing, indent = look.find(qn("w:spacing")), look.find(qn("w:ind"))
    changes: dict[str, int | bool] = {}
    for tag, name in (("keepNext", "keep_next"), ("keepLines", "keep_lines"), ("pageBreakBefore", "new_page")):
        found = look.find(qn(f"w:{tag}"))
        if found is not None:
            changes[name] = found.get(qn("w:val"), "1") not in ("0", "false")
    for element, names in ((spacing, ("before", "after", "line")), (indent, ("left", "right"))):
        changes.update({name: int(_value(element, f"w:{name}")) for name in names if _value(element, f"w:{name}")})
    if indent is not None:
        changes["first"] = int(_value(indent, "w:firstLine", "0")) - int(_value(indent, "w:hanging", "0"))
    level = int(_value(look.find(f"{qn('w:numPr')}/{qn('w:ilvl')}"), otherwise="0"))
    if level and indent is None:
        changes["left"] = level * INDENT
    return structs.replace(style, **changes)
