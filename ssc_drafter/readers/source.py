"""What every reader of a format gives: the running text of a file and hints on its structure, with offsets into that text.

This is all that leaves the limited child process; what the text means (articles, provisions) is found afterwards.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ssc_drafter.policies.instrument import Warn


class Cell(Struct, frozen=True):
    """Where a cell of a table stands: which table of the text, its row and column from 0, how large the table is."""

    table: int
    row: int
    column: int
    rows: int
    columns: int


class Stretch(Struct, frozen=True):
    """A printed paragraph, `start` to `end` in the text, without its line end; it never holds a line end.

    Where a paragraph has line breaks, each of its lines is a stretch, from the second on with the mark "line". In plain
    text and Markdown each line of the file is one. Lines in the text that belong to no stretch are blank.

    `label` is the number that the format printed automatically (it stands in the text too, at `start`); `level` is the
    outline level of a heading (1 is highest) or the depth of a list item; `marks` says what else the format knows:
    "bold", "italic", "strike" (old wording) of all its words; "bold_start" and "strike_part" of some; "quote", "note" (a foot-
    or endnote; they stand after the body), "toc", "header" (running head or foot of a page), "box", "caption", "cell" (a
    heading or item in a table), "right" (a cell set to the right, as figures are), "landscape" (its page lies on its side),
    "line", "division:chapter" (the element that groups units, where its number has no word before it). A heading of level 0 is
    the title of the whole. `style` is the name of the style in Word, of the element in XML.
    `cell` says where in a table it stands, where the format tells.
    """

    start: int
    end: int
    kind: Literal["paragraph", "heading", "item", "cell"] = "paragraph"
    level: int = 0
    label: str = ""
    style: str = ""
    marks: tuple[str, ...] = ()
    cell: Cell | None = None


class Source(Struct, frozen=True):
    """The text of a file (line ends are \\n, nothing else is normalised), its stretches in order, facts and warnings.

    `facts` are what the file says of itself (title, language, country, date, status, and of Akoma Ntoso its structure).
    """

    text: str
    stretches: tuple[Stretch, ...]
    facts: dict[str, str] = {}
    warnings: tuple[Warn, ...] = ()
    pages: int = 0
