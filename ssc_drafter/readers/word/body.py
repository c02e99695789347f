"""Walks through a Word document in the order of reading and gives its paragraphs, in one of two views.

"accepted" is the text as if all tracked changes were accepted, "original" as if all were rejected. A paragraph whose mark is
gone in a view runs on into the next one. Text in content controls, hyperlinks, smart tags and boxes is read once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from ssc_drafter.readers.reading import Limits, Refusal
from ssc_drafter.readers.source import Cell
from ssc_drafter.readers.word.names import attribute, child, name, number, switch, value
from ssc_drafter.readers.word.paragraphs import Paragraph, Piece, View, in_contents, left
from ssc_drafter.readers.word.styles import Styles
from ssc_drafter.readers.word.symbols import symbol

# what stands in the text in one view only
_GONE = {
    "accepted": frozenset({"w:del", "w:moveFrom"}),
    "original": frozenset({"w:ins", "w:moveTo"}),
}
_CONTAINERS_NAMES = (
    "w:ins w:del w:moveFrom w:moveTo w:hyperlink w:smartTag w:customXml w:fldSimple w:dir w:bdo w:sdtContent mc:Choice "
    "mc:Fallback m:oMath m:oMathPara m:r"
)
_CONTAINERS = frozenset(_CONTAINERS_NAMES.split())
_CHARACTERS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}


class Body:
    """The walk through one story (the body, a note, a comment) in one view."""

    def __init__(self, styles: Styles, limits: Limits, view: View = "accepted") -> None:
        self.styles, self.view, self.limits = styles, view, limits
        self.hidden: list[str] = []
        self.instructions: list[str] = []
        self.unread: list[str] = []
        self._fields: list[list[str]] = []  # of each open field: its phase, its instruction
        self._seen = self._tables = 0

    def paragraphs(self, container: etree._Element, cell: bool = False, contents: bool = False) -> Iterator[Paragraph]:
        """Give all paragraphs in a container, those of tables cell by cell, those of boxes after their anchor."""
        running: Paragraph | None = None
        for block in self._blocks(container):
            kind = name(block)
            if kind == "w:p":
                running, whole = self._join(running, self._paragraph(block, cell, contents or in_contents(block)))
                yield from whole
            elif kind == "w:tbl":
                yield from left(running)
                running = None
                yield from self._table(block)
            elif kind in ("w:altChunk", "w:subDoc"):
                self.unread.append(kind.removeprefix("w:"))
        yield from left(running)

    def _blocks(self, container: etree._Element) -> Iterator[etree._Element]:
        for block in container:
            kind = name(block)
            if kind in _GONE[self.view]:
                continue
            if kind == "w:sdt":
                content = child(block, "w:sdtContent")
                if content is not None:
                    yield from self._blocks(content)
            elif kind == "mc:AlternateContent":
                yield from self._blocks(_choice(block))
            elif kind in ("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:customXml", "w:smartTag"):
                yield from self._blocks(block)
            else:
                yield block

    def _join(self, running: Paragraph | None, new: Paragraph) -> tuple[Paragraph | None, Iterable[Paragraph]]:
        """Let a paragraph without a mark run on into the next, whose properties then hold for both."""
        if running is not None:
            keeps = running.pieces and not self._mark_gone(running.element)  # a hidden mark: the first keeps its number
            new.pieces[:0], new.boxes[:0], new.notes[:0] = running.pieces, running.boxes, running.notes
            new.contents = new.contents and running.contents
            if keeps:
                new.properties = running.properties
        if self._mark_gone(new.element) or self._mark_hidden(new.element):
            return new, ()
        return None, (new, *new.boxes)

    def _mark_gone(self, paragraph: etree._Element) -> bool:
        mark = child(paragraph, "w:pPr", "w:rPr")
        return mark is not None and any(name(each) in _GONE[self.view] for each in mark)

    def _mark_hidden(self, paragraph: etree._Element) -> bool:
        return switch(child(paragraph, "w:pPr", "w:rPr"), "w:vanish") or False

    def _paragraph(self, element: etree._Element, cell: bool, contents: bool) -> Paragraph:
        self._seen += 1
        if self._seen > 2 * self.limits.paragraphs:
            raise Refusal("readers.too_many_paragraphs", limit=self.limits.paragraphs)
        properties = child(element, "w:pPr")
        before = child(properties, "w:pPrChange", "w:pPr") if self.view == "original" else None
        paragraph = Paragraph(element, properties if before is None else before, cell=cell)
        paragraph.contents = contents or self._in_contents_field()
        self._inline(element, paragraph)
        paragraph.contents = paragraph.contents or self._in_contents_field()
        return paragraph

    def _in_contents_field(self) -> bool:
        return any(instruction.split()[:1] == ["TOC"] for _, instruction in self._fields)

    def _table(self, table: etree._Element) -> Iterator[Paragraph]:
        which, self._tables = self._tables, self._tables + 1
        rows = [row for row in self._blocks(table) if name(row) == "w:tr" and not self._row_gone(row)]
        shown = [row for row in rows if not self._row_hidden(row)]
        cells = {row: list(self._cells(row)) for row in shown}
        width = max((column + 1 for row in cells.values() for column, _ in row), default=0)
        place = -1
        for row in rows:
            if row not in cells:
                inside = (one for _, cell in self._cells(row) for one in self.paragraphs(cell, cell=True))
                self.hidden.extend(text for one in inside if (text := one.text().strip()))
                continue
            place += 1
            for column, cell in cells[row]:
                for paragraph in self.paragraphs(cell, cell=True):
                    paragraph.place = Cell(which, place, column, len(shown), width)
                    yield paragraph

    def _row_hidden(self, row: etree._Element) -> bool:
        return bool(switch(child(row, "w:trPr"), "w:hidden"))

    def _row_gone(self, row: etree._Element) -> bool:
        properties = child(row, "w:trPr")
        return properties is not None and any(name(each) in _GONE[self.view] for each in properties)

    def _cells(self, row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
        """Give the cells of a row that are shown, each with the column of the table's grid in which it begins."""
        column = number(child(row, "w:trPr"), "w:gridBefore") or 0
        for cell in self._blocks(row):
            if name(cell) == "w:tc":
                if not self._covered(cell):
                    yield column, cell
                column += max(number(child(cell, "w:tcPr"), "w:gridSpan") or 1, 1)

    def _covered(self, cell: etree._Element) -> bool:
        """Return whether a cell is not shown: covered by the merged cell above it, or not there in this view."""
        properties = child(cell, "w:tcPr")
        merged = child(properties, "w:vMerge")
        if merged is not None and attribute(merged, "val") != "restart":
            return True
        return child(properties, "w:cellDel" if self.view == "accepted" else "w:cellIns") is not None

    def _inline(self, element: etree._Element, paragraph: Paragraph) -> None:
        for each in element:
            kind = name(each)
            if kind in _GONE[self.view]:
                continue
            if kind == "w:r":
                self._run(each, paragraph)
            elif kind == "w:sdt":
                content = child(each, "w:sdtContent")
                if content is not None:
                    self._inline(content, paragraph)
            elif kind == "mc:AlternateContent":
                self._inline(_choice(each), paragraph)
            elif kind == "m:t":
                paragraph.pieces.append(Piece(each.text or ""))
            elif kind in _CONTAINERS or kind.startswith("m:"):
                self.instructions.append((kind == "w:fldSimple" and attribute(each, "instr")) or "")
                self._inline(each, paragraph)

    def _run(self, run: etree._Element, paragraph: Paragraph) -> None:
        properties = child(run, "w:rPr")
        key = value(paragraph.properties, "w:pStyle")
        look = {what: self._look(properties, key, what) for what in ("w:vanish", "w:b", "w:i", "w:strike", "w:dstrike")}
        text = "".join(self._characters(run, paragraph))
        if not text:
            return
        if look["w:vanish"]:
            if text.strip():
                self.hidden.append(text.strip())
            return
        paragraph.pieces.append(Piece(text, look["w:b"], look["w:i"], look["w:strike"] or look["w:dstrike"]))

    def _look(self, properties: etree._Element | None, key: str | None, what: str) -> bool:
        own = switch(properties, what)
        if own is not None:
            return own
        character = value(properties, "w:rStyle")
        found = self.styles.on(character, what, "character") if character else None
        return bool(self.styles.on(key, what) if found is None else found)

    def _characters(self, run: etree._Element, paragraph: Paragraph) -> Iterator[str]:
        for each in run:
            if self._in_field(each):
                continue
            kind = name(each)
            if kind == "w:t" or (kind == "w:delText" and self.view == "original"):
                yield each.text or ""
            elif kind in _CHARACTERS:
                yield _CHARACTERS[kind]
            elif kind == "w:br":
                yield "\n"
            elif kind == "w:sym":
                yield symbol(attribute(each, "font") or "", attribute(each, "char") or "")
            elif kind in ("w:footnoteReference", "w:endnoteReference"):
                paragraph.notes.append((kind.removeprefix("w:").removesuffix("Reference"), attribute(each, "id") or ""))
            elif kind == "w:ruby":
                yield from self._ruby(each, paragraph)
            else:
                self._drawn(each, paragraph)

    def _in_field(self, element: etree._Element) -> bool:
        """Follow fields; return whether this belongs to an instruction and is not shown."""
        kind = name(element)
        if kind == "w:fldChar":
            self._field(attribute(element, "fldCharType") or "")
            return True
        if kind in ("w:instrText", "w:delInstrText"):
            if self._fields and self._fields[-1][0] == "code":
                self._fields[-1][1] += element.text or ""
            return True
        return any(phase == "code" for phase, _ in self._fields)

    def _ruby(self, element: etree._Element, paragraph: Paragraph) -> Iterator[str]:
        for run in child(element, "w:rubyBase") or ():
            if name(run) == "w:r":
                yield from self._characters(run, paragraph)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(["code", ""])
        elif kind == "separate" and self._fields:
            self._fields[-1][0] = "result"
            self.instructions.append(self._fields[-1][1].strip())
        elif kind == "end" and self._fields:
            phase, instruction = self._fields.pop()
            if phase == "code":
                self.instructions.append(instruction.strip())

    def _drawn(self, element: etree._Element, paragraph: Paragraph) -> None:
        """Read the boxes of a drawing; of alternatives for older Words only the first."""
        if name(element) == "w:txbxContent":
            for inner in self.paragraphs(element):
                inner.box = True
                paragraph.boxes.append(inner)
            return
        for each in _choice(element) if name(element) == "mc:AlternateContent" else element:
            self._drawn(each, paragraph)


def _choice(element: etree._Element) -> etree._Element:
    """Return the alternative that a present Word shows: the first choice, else the fallback."""
    found = child(element, "mc:Choice")
    fallback = child(element, "mc:Fallback")
    if found is None:
        return element if fallback is None else fallback
    return found
