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

from ssc_drafter.readers.plain import decode
from ssc_drafter.readers.reading import Draft, Limits, Reading, Refusal, shorten
from ssc_drafter.readers.source import Cell, Stretch

_BLOCKS_NAMES = (
    "address article aside blockquote body center dd details div dl dt fieldset figure figcaption footer form h1 h2 h3 h4 "
    "h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption"
)
_BLOCKS = frozenset(_BLOCKS_NAMES.split())
_SKIPPED_NAMES = (
    "script style noscript template nav aside form button select input textarea svg iframe object embed applet head canvas "
    "audio video map link meta"
)
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
_WIDEST = 200  # columns or rows that one cell covers at most
_FRAME = frozenset(["header", "footer"])
_STRUCK, _BOLD, _ITALIC = frozenset(["strike", "s", "del"]), frozenset(["b", "strong"]), frozenset(["i", "em"])
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
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
        if len(found) == 1 and 2 * len(_words(found[0])) > len(_words(page)):
            draft.note("readers.web_page")
            return found[0]
    return page


def _words(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


_LABELLED = re.compile(r"(?:\([a-zA-Z0-9]{1,5}\)|[a-zA-Z0-9]{1,4}[.)])\s")


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
        self._read(element, marks + _own_marks(element), shape)
        if element in self._cells:
            self.flush()
        self._cell = outer

    def _place(self, element: etree._Element) -> Cell | None:
        """Return the cell that an element stands in, that it is itself; of a table in a cell the cell around it."""
        if element.tag == "table" and self._cell is None:
            self._cells = _grid(element, self._tables)
            self._tables += 1
        return self._cells.get(element, self._cell) if self._cell is None else self._cell

    def _read(self, element: etree._Element, marks: tuple[str, ...], shape: Stretch) -> None:
        name = element.tag
        block = name in _BLOCKS or bool(_AKN_BLOCK.search(element.get("class", "")))
        if block:
            shape = _shape(element, shape)
            self._open(shape)
        number = _number(element)
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
            self.hidden += bool(_words(element).strip())
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
            marks = (*shape.marks, *_shared(pieces, self.draft))
            self.draft.add(text, Stretch(0, 0, shape.kind, shape.level, shape.label, shape.style, marks, self._cell))
        self._shape = Stretch(0, 0, self._shape.kind, self._shape.level, "", self._shape.style, self._shape.marks)


def _grid(table: etree._Element, which: int) -> dict[etree._Element, Cell]:
    """Return the cells of a table with their places in its grid: a cell may cover several columns and rows."""
    groups = [table, *(each for each in table if each.tag in ("thead", "tbody", "tfoot"))]
    rows = [row for group in groups for row in group if row.tag == "tr"]
    if not rows:
        return {}
    taken: dict[int, set[int]] = {}
    found: list[tuple[etree._Element, int, int]] = []
    for place, row in enumerate(rows):
        column = 0
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while column in taken.get(place, ()):
                column += 1
            wide, high = (min(max(_integer(cell.get(name), 1), 1), _WIDEST) for name in ("colspan", "rowspan"))
            for lower in range(place + 1, min(place + high, len(rows))):
                taken.setdefault(lower, set()).update(range(column, column + wide))
            found.append((cell, place, column))
            column += wide
    width = max((column + 1 for _, _, column in found), default=0)
    return {cell: Cell(which, place, column, len(rows), width) for cell, place, column in found}


def _own_marks(element: etree._Element) -> tuple[str, ...]:
    name, style = element.tag, element.get("style", "").lower()
    marks: list[str] = []
    if name in _STRUCK or "line-through" in style:
        marks.append("strike")
    if name in _BOLD or re.search(r"font-weight\s*:\s*(bold|[6-9]00)", style):
        marks.append("bold")
    if name in _ITALIC:
        marks.append("italic")
    if name == "pre" or re.search(r"white-space\s*:\s*(pre|break-spaces)", style):
        marks.append("pre")
    if name == "blockquote":
        marks.append("quote")
    if re.search(r"(^|[\s_-])toc($|[\s_-])", element.get("class", "")):
        marks.append("toc")
    return tuple(marks)


def _shared(pieces: list[tuple[str, frozenset[str]]], draft: Draft) -> tuple[str, ...]:
    """Return the marks that the whole line has; say where only some of its words are struck through."""
    words = [(text, marks) for text, marks in pieces if text.strip("\u00a0 \t\n\r")]
    everywhere = frozenset.intersection(*(marks for _, marks in words))
    struck = [text for text, marks in words if "strike" in marks]
    found: list[str] = [mark for mark in ("bold", "italic", "strike", "quote", "toc") if mark in everywhere]
    if "bold" in words[0][1] and "bold" not in everywhere:
        found.append("bold_start")
    if struck and "strike" not in everywhere:
        found.append("strike_part")
        draft.note("readers.struck_part", words=shorten(" ".join(struck)))
    return tuple(found)


def _shape(element: etree._Element, around: Stretch) -> Stretch:
    name = str(element.tag)
    classes = element.get("class", "")
    if name in _HEADINGS:
        return Stretch(0, 0, "heading", _HEADINGS[name], style=name)
    if name == "li" or "akn-item" in classes or "akn-point" in classes:
        return Stretch(0, 0, "item", around.level + 1 if around.kind == "item" else 1)
    if name in ("td", "th") and not any(child.tag in _BLOCKS for child in element):
        return Stretch(0, 0, "cell")
    if around.kind in ("item", "cell", "heading") and name not in ("table", "tr", "td", "th"):
        return around
    return Stretch(0, 0, style=shorten(classes.split()[0], 40) if classes.split() else "")


def _number(element: etree._Element) -> str:
    """Return the number that a browser prints before an item of an ordered list."""
    parent = element.getparent()
    if element.tag != "li" or parent is None or parent.tag != "ol" or "none" in parent.get("style", ""):
        return ""
    if _LABELLED.match(_words(element).lstrip()):  # its own words carry the number, the list's is hidden by a style sheet
        return ""
    start = _integer(parent.get("start"), 1)
    place = start
    for item in parent.iterchildren("li"):
        place = _integer(item.get("value"), place)
        if item is element:
            break
        place += 1
    return _as_listed(place, parent.get("type", "1")) + "."


def _integer(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text) else otherwise


def _as_listed(number: int, kind: str) -> str:
    from ssc_drafter.readers.counting import letters, roman

    if kind.lower() == "a":
        shown = letters(number)
    elif kind.lower() == "i":
        shown = roman(number)
    else:
        return str(number)
    return shown.upper() if kind.isupper() else shown
