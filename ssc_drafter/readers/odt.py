"""OpenDocument text (.odt): its printed text with list numbers; tracked changes and comments are reported.

The text is that of the file as it stands: inserted words are in it, deleted ones are not; every change is listed.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from msgspec.structs import replace

from ssc_drafter.readers.archive import Archive
from ssc_drafter.readers.odt_beside import get, report_changes, report_rest
from ssc_drafter.readers.odt_lists import Lists, Looks
from ssc_drafter.readers.reading import Draft, Limits, Reading, Refusal, shorten
from ssc_drafter.readers.source import Cell, Stretch
from ssc_drafter.readers.xml import local, parse

_SILENT_NAMES = (
    "tracked-changes sequence-decls variable-decls user-field-decls forms annotation annotation-end note-citation "
    "index-title-template hidden-text title desc image object object-ole plugin applet script event-listeners "
    "table-of-content-source alphabetical-index-source illustration-index-source bibliography-source"
)
_SILENT = frozenset(_SILENT_NAMES.split())
_INDEX_NAMES = "table-of-content alphabetical-index illustration-index table-index user-index bibliography"
_INDEXES = frozenset(_INDEX_NAMES.split())
_WIDEST = 1_000  # columns that one cell may stand for
_BOXES = frozenset(["text-box", "custom-shape", "rect", "ellipse", "path"])


def read(data: bytes, limits: Limits, options: dict[str, str]) -> Reading:
    """Return an OpenDocument text. Raises Refusal where it is protected by a password or broken."""
    archive = Archive(data)
    _refuse_encrypted(archive)
    if "content.xml" not in archive:
        raise Refusal("readers.no_document")
    content = parse(archive.read("content.xml"), part="content.xml")
    styles = parse(archive.read("styles.xml"), part="styles.xml") if "styles.xml" in archive else None
    text = next((each for each in content.iter() if local(each) == "text" and _is_office(each)), None)
    if text is None:
        raise Refusal("readers.no_document")
    draft = Draft(limits, _facts(archive))
    walk = _Walk(draft, Looks(content, styles), Lists(content, styles))
    walk.blocks(text, ())
    walk.print_notes()
    report_changes(text, draft)
    report_rest(archive, text, walk, draft)
    return draft.done()


def _is_office(element: etree._Element) -> bool:
    return isinstance(element.tag, str) and "office:1.0}" in element.tag


def _refuse_encrypted(archive: Archive) -> None:
    manifest = "META-INF/manifest.xml"
    if manifest in archive and any(local(each) == "encryption-data" for each in parse(archive.read(manifest), manifest).iter()):
        raise Refusal("readers.encrypted")


def _facts(archive: Archive) -> dict[str, str]:
    if "meta.xml" not in archive:
        return {}
    root = parse(archive.read("meta.xml"), part="meta.xml")
    wanted = {"title": "title", "language": "lang"}
    found = {wanted[local(each)]: (each.text or "").strip() for each in root.iter() if local(each) in wanted}
    return {key: text for key, text in found.items() if text}


def _nearest(row: etree._Element) -> etree._Element | None:
    """Return the table that a row stands in."""
    return next((each for each in row.iterancestors() if local(each) == "table"), None)


def _columns(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """Give the cells of a row that are shown, each with its column; one cell may stand for several that are alike."""
    column = 0
    for cell in row:
        if local(cell) == "table-cell":
            yield column, cell
        if local(cell) in ("table-cell", "covered-table-cell"):
            repeated = get(cell, "number-columns-repeated")
            column += min(int(repeated), _WIDEST) if repeated.isdigit() and int(repeated) else 1


class _Walk:
    """Goes through the body in the order of reading."""

    def __init__(self, draft: Draft, looks: Looks, lists: Lists) -> None:
        self.draft, self.looks, self.lists = draft, looks, lists
        self.hidden: list[str] = []
        self.notes: list[tuple[str, etree._Element]] = []
        self.comments: list[etree._Element] = []
        self.links: dict[str, None] = {}
        self._boxes: list[etree._Element] = []
        self._cell: Cell | None = None
        self._tables = 0

    def blocks(self, container: etree._Element, marks: tuple[str, ...]) -> None:
        """Print all paragraphs, lists and tables in a container."""
        for block in container:
            kind = local(block)
            if kind in ("p", "h"):
                self._paragraph(block, marks, "", 0)
            elif kind == "list":
                self._list(block, marks, 1)
            elif kind == "table" and self._cell is None:
                self._table(block, marks)
            elif kind in ("table-cell", "covered-table-cell"):
                if kind == "table-cell":
                    self.blocks(block, (*marks, "cell"))
            elif kind in _INDEXES:
                self.blocks(block, (*marks, "toc"))
            elif kind == "section" and get(block, "display") == "none":
                self.hidden.append("".join(str(part) for part in block.itertext()))
            elif kind not in _SILENT:
                self.blocks(block, marks)

    def _table(self, table: etree._Element, marks: tuple[str, ...]) -> None:
        """Print a table row by row, each cell with its place; what a table in a cell holds stands in that cell."""
        rows = [each for each in table.iter() if local(each) == "table-row" and _nearest(each) is table]
        cells = [list(_columns(row)) for row in rows]
        width = max((column + 1 for row in cells for column, _ in row), default=0)
        which, self._tables = self._tables, self._tables + 1
        for place, row in enumerate(cells):
            for column, cell in row:
                self._cell = Cell(which, place, column, len(rows), width)
                self.blocks(cell, (*marks, "cell"))
        self._cell = None

    def _list(self, element: etree._Element, marks: tuple[str, ...], depth: int) -> None:
        self.lists.enter(element, depth)
        for item in element:
            first = local(item) == "list-item"
            for block in item:
                kind = local(block)
                if kind == "list":
                    self._list(block, marks, depth + 1)
                elif kind in ("p", "h"):
                    label = self.lists.count(item, depth) if first else ""
                    first = False
                    self._paragraph(block, marks, label, depth)
        self.lists.leave(depth)

    def _paragraph(self, element: etree._Element, marks: tuple[str, ...], label: str, depth: int) -> None:
        style = get(element, "style-name")
        level = int(get(element, "outline-level") or "1") if local(element) == "h" else 0
        if level and not depth:
            label = self.lists.outline(level, get(element, "is-list-header") == "true")
        pieces = list(self._pieces(element, self.looks.of(style)))
        text = "".join(piece for piece, _ in pieces).strip("\n")
        if label:
            text = f"{label} {text}"
        marks = (*marks, *self._shared(pieces))
        name = self.looks.shown(style)
        for place, line in enumerate(text.split("\n")):
            shape = self._shape(level, depth, "" if place else label, name, (*marks, "line") if place else marks)
            self.draft.add(line, replace(shape, cell=self._cell) if self._cell else shape)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box, (*marks, "box"))

    def _shape(self, level: int, depth: int, label: str, style: str, marks: tuple[str, ...]) -> Stretch:
        if level and "toc" not in marks:
            return Stretch(0, 0, "heading", level, label, style, marks)
        if style == "Title":
            return Stretch(0, 0, "heading", 0, "", style, marks)
        if depth:
            return Stretch(0, 0, "item", depth, label, style, marks)
        return Stretch(0, 0, "cell" if "cell" in marks else "paragraph", 0, "", style, marks)

    def _pieces(self, element: etree._Element, look: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
        """Give the words of a paragraph with their looks; notes, comments and boxes are laid aside."""
        yield self._text(element.text), look
        for each in element:
            kind = local(each)
            if kind == "span":
                yield from self._shown(each, self.looks.of(get(each, "style-name"), look))
            elif kind == "note":
                self.notes.append((_citation(each), each))
            elif kind == "annotation":
                self.comments.append(each)
            elif kind in _BOXES:
                self._boxes.append(each)
            elif kind in _SPACES:
                yield _SPACES[kind] * int(get(each, "c") or "1"), look
            elif kind not in _SILENT:
                if kind == "a" and get(each, "href"):
                    self.links[get(each, "href")] = None
                yield from self._pieces(each, look)
            yield self._text(each.tail), look

    def _shown(self, element: etree._Element, look: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
        if "hidden" in look:
            self.hidden.append("".join(str(part) for part in element.itertext()))
            return
        yield from self._pieces(element, look)

    def _text(self, text: str | None) -> str:
        """Return words as they are printed: line ends and rows of spaces in the file are one space."""
        if not text:
            return ""
        words = " ".join(text.replace("\t", " ").replace("\n", " ").replace("\r", " ").split(" "))
        while "  " in words:
            words = words.replace("  ", " ")
        return words

    def _shared(self, pieces: list[tuple[str, frozenset[str]]]) -> list[str]:
        words = [(text, look) for text, look in pieces if text.strip()]
        if not words:
            return []
        everywhere = frozenset.intersection(*(look for _, look in words))
        found: list[str] = [mark for mark in ("bold", "italic", "strike") if mark in everywhere]
        if "bold" in words[0][1] and "bold" not in everywhere:
            found.append("bold_start")
        struck = " ".join(text for text, look in words if "strike" in look)
        if struck and "strike" not in everywhere:
            found.append("strike_part")
            self.draft.note("readers.struck_part", words=shorten(struck))
        return found

    def print_notes(self) -> None:
        """Print foot- and endnotes behind the body."""
        notes, self.notes = self.notes, []
        for label, note in notes:
            for body in note:
                if local(body) == "note-body":
                    words = " ".join("".join(piece for piece, _ in self._pieces(each, frozenset())) for each in body)
                    self.draft.add(f"{label} {words}".strip(), Stretch(0, 0, label=label, marks=("note",)))
        if notes:
            self.draft.note("readers.notes", count=len(notes))


_SPACES = {"s": " ", "tab": "\t", "line-break": "\n", "soft-hyphen": "\u00ad"}


def _citation(note: etree._Element) -> str:
    return next(("".join(str(part) for part in each.itertext()) for each in note if local(each) == "note-citation"), "")
