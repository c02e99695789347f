"""Web pages and HTML files: the words that a browser prints, without menus, scripts and what is hidden.

White space is drawn together as a browser does; each paragraph, each line break and each line of preformatted text (`pre`)
gives a line. Struck-through words are
old wording: they stay in the text and are marked. Where the page holds its law in an element made for it (the HTML of Akoma
Ntoso, `main`, `article`), only that element is read.
"""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as lxml_html

from ssc_drafter.readers.html_shapes import BLOCKS, grid, line_of, number_before, own_marks, shared_marks, words_of
from ssc_drafter.readers.plain import decode
from ssc_drafter.readers.reading import Draft, Limits, Reading, Refusal
from ssc_drafter.readers.source import Cell, Stretch

_SKIPPED_NAMES = (
    "script style noscript template nav aside form button select input textarea svg iframe object embed applet head canvas "
    "audio video map link meta"
)
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
_FRAME = frozenset(["header", "footer"])
# elements of Akoma Ntoso shown as `span class="akn-..."` that are blocks on the page
_AKN_BLOCK = re.compile(
    r"\bakn-(p|section|article|content|blockList|item|listIntroduction|listWrapUp|heading|subheading|chapter|part|paragraph|"
    r"subsection|subparagraph|intro|wrapUp|point|list|preface|preamble|body|conclusions|attachment|hcontainer|crossHeading|"
    r"longTitle|embeddedStructure|quotedStructure|tr|td|th|table|block|container|division|subdivision|rule|clause|alinea)\b"
)
_AKN_ROOT = re.compile(r"\b(akn-akomaNtoso|akoma-ntoso|akn-act|akn-doc|akn-bill)\b")
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.I)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_WEB_LATIN = frozenset(("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "windows-1252"))


def read(data: bytes, limits: Limits, options: dict[str, str]) -> Reading:
    """Return the printed text of an HTML file."""
    text, encoding = decode(data, _declared(data))
    draft = Draft(limits, {"encoding": encoding})
    root = _parse(text)
    _facts(root, draft)
    body = _own_element(root, draft)
    walk = _Walk(draft)
    walk.visit(body, ())
    walk.flush()
    if walk.hidden:
        draft.note("readers.hidden_html", count=walk.hidden)
    return draft.done()


def warm() -> None:
    """Read a first page, so that nothing is loaded later."""
    read(b"<html><body><p>a</p></body></html>", Limits(), {})


def _declared(data: bytes) -> str:
    found = _CHARSET.search(data[:4096])
    name = found.group(1).decode("ascii").lower() if found else ""
    if name in _WEB_LATIN:  # browsers read all of these as Windows-1252, and so do the people who write them
        return "cp1252"
    return "" if name.startswith("utf-16") else name


def _parse(text: str) -> etree._Element:
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, recover=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = lxml_html.document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as problem:
        raise Refusal("readers.nothing_in_it") from problem
    if any("excessive depth" in error.message.lower() for error in parser.error_log):
        raise Refusal("readers.too_deep")
    return root


def _facts(root: etree._Element, draft: Draft) -> None:
    title = root.findtext(".//title")
    if title and title.strip():
        draft.facts["title"] = " ".join(title.split())
    if root.get("lang"):
        draft.facts["lang"] = root.get("lang", "")


def _own_element(root: etree._Element, draft: Draft) -> etree._Element:
    """Return the element that holds the law or agreement itself, where the page says so; else the body."""
    body = root.find("body")
    page = root if body is None else body
    for element in page.iter():
        if isinstance(element.tag, str) and _AKN_ROOT.search(element.get("class", "")):
            draft.note("readers.web_page")
            return element
    for name in ("main", "article"):
        found = list(page.iter(name))
        if len(found) == 1 and 2 * len(words_of(found[0])) > len(words_of(page)):
            draft.note("readers.web_page")
            return found[0]
    return page


class _Walk:
    """Goes through a page in the order of reading and hands over one line after the other."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.hidden = draft, 0
        self._pieces: list[tuple[str, frozenset[str]]] = []
        self._shape = Stretch(0, 0)
        self._cells: dict[etree._Element, Cell] = {}  # of the outermost table that is being read
        self._cell: Cell | None = None
        self._tables = 0
        self._glue = False  # a number of Akoma Ntoso stands on the line of the paragraph behind it

    def visit(self, element: etree._Element, marks: tuple[str, ...], shape: Stretch | None = None) -> None:
        """Read one element with what is in it; `marks` and `shape` come from those around it."""
        shape = shape or Stretch(0, 0)
        name = element.tag
        if self._left_out(element):
            return
        if name == "br":
            self._break(shape)
            return
        outer, self._cell = self._cell, self._place(element)
        self._read(element, marks + own_marks(element), shape)
        if element in self._cells:
            self.flush()
        self._cell = outer

    def _place(self, element: etree._Element) -> Cell | None:
        """Return the cell that an element stands in, that it is itself; of a table in a cell the cell around it."""
        if element.tag == "table" and self._cell is None:
            self._cells = grid(element, self._tables)
            self._tables += 1
        return self._cells.get(element, self._cell) if self._cell is None else self._cell

    def _read(self, element: etree._Element, marks: tuple[str, ...], shape: Stretch) -> None:
        name = element.tag
        block = name in BLOCKS or bool(_AKN_BLOCK.search(element.get("class", "")))
        if block:
            shape = line_of(element, shape)
            self._open(shape)
        number = number_before(element)
        if number:
            self._put(number + " ", marks)
            self._glue = True
        self._put(element.text, marks)
        for child in element:
            self.visit(child, marks, shape)
            self._put(child.tail, marks)
        if "akn-num" in element.get("class", ""):
            self._put(" ", marks)
            self._glue = True
        elif block:
            self.flush()

    def _left_out(self, element: etree._Element) -> bool:
        name = element.tag
        if not isinstance(name, str) or name in _SKIPPED:
            return True
        around = element.getparent()
        if name in _FRAME and around is not None and around.tag in ("body", "html"):
            return True
        if element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")):
            self.hidden += bool(words_of(element).strip())
            return True
        return False

    def _open(self, shape: Stretch) -> None:
        if not self._glue:
            self.flush()
        self._shape = shape

    def _break(self, shape: Stretch) -> None:
        self.flush()
        self._shape = Stretch(0, 0, shape.kind, shape.level, "", shape.style, (*shape.marks, "line"))

    def _put(self, text: str | None, marks: tuple[str, ...]) -> None:
        if text and "pre" in marks:  # its line ends are printed: gazettes and converted texts keep whole laws so
            *whole, text = text.split("\n")
            for line in whole:
                self._pieces.append((line, frozenset(marks)))
                self.flush()
        if text:
            self._pieces.append((text, frozenset(marks)))
            if text.strip():
                self._glue = False

    def flush(self) -> None:
        """End the line."""
        pieces, self._pieces = self._pieces, []
        text = _SPACE.sub(" ", "".join(piece for piece, _ in pieces)).strip(" ")
        if text.strip("\u00a0 "):
            shape = self._shape
            marks = (*shape.marks, *shared_marks(pieces, self.draft))
            self.draft.add(text, Stretch(0, 0, shape.kind, shape.level, shape.label, shape.style, marks, self._cell))
        self._shape = Stretch(0, 0, self._shape.kind, self._shape.level, "", self._shape.style, self._shape.marks)
