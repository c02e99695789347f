"""What an element of a web page says of its words: what kind of line, its marks, its number in a list, its place in a table."""

from __future__ import annotations

import re

from lxml import etree

from ssc_drafter.readers.reading import Draft, shorten
from ssc_drafter.readers.source import Cell, Stretch

_BLOCKS_NAMES = (
    "address article aside blockquote body center dd details div dl dt fieldset figure figcaption footer form h1 h2 h3 h4 "
    "h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption"
)
BLOCKS = frozenset(_BLOCKS_NAMES.split())
_STRUCK, _BOLD, _ITALIC = frozenset(["strike", "s", "del"]), frozenset(["b", "strong"]), frozenset(["i", "em"])
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_WIDEST = 200  # columns or rows that one cell covers at most
_SPACE = re.compile(r"[ \t\n\r\f]+")


def words_of(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


_LABELLED = re.compile(r"(?:\([a-zA-Z0-9]{1,5}\)|[a-zA-Z0-9]{1,4}[.)])\s")


def grid(table: etree._Element, which: int) -> dict[etree._Element, Cell]:
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


def own_marks(element: etree._Element) -> tuple[str, ...]:
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


def shared_marks(pieces: list[tuple[str, frozenset[str]]], draft: Draft) -> tuple[str, ...]:
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


def line_of(element: etree._Element, around: Stretch) -> Stretch:
    name = str(element.tag)
    classes = element.get("class", "")
    if name in _HEADINGS:
        return Stretch(0, 0, "heading", _HEADINGS[name], style=name)
    if name == "li" or "akn-item" in classes or "akn-point" in classes:
        return Stretch(0, 0, "item", around.level + 1 if around.kind == "item" else 1)
    if name in ("td", "th") and not any(child.tag in BLOCKS for child in element):
        return Stretch(0, 0, "cell")
    if around.kind in ("item", "cell", "heading") and name not in ("table", "tr", "td", "th"):
        return around
    return Stretch(0, 0, style=shorten(classes.split()[0], 40) if classes.split() else "")


def number_before(element: etree._Element) -> str:
    """Return the number that a browser prints before an item of an ordered list."""
    parent = element.getparent()
    if element.tag != "li" or parent is None or parent.tag != "ol" or "none" in parent.get("style", ""):
        return ""
    if _LABELLED.match(words_of(element).lstrip()):  # its own words carry the number, the list's is hidden by a style sheet
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
