"""Paragraphs of a Word document as one view of it shows them: their words, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from lxml import etree
from msgspec import Struct, field

from ssc_drafter.readers.source import Cell
from ssc_drafter.readers.word.names import child, name, value

View = Literal["accepted", "original"]


class Piece(Struct, frozen=True):
    """Words of a paragraph that look the same."""

    text: str
    bold: bool = False
    italic: bool = False
    strike: bool = False


class Paragraph(Struct):
    """A paragraph of one view: its words, the properties that hold for it, and where it stands."""

    element: etree._Element
    properties: etree._Element | None
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Paragraph] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    cell: bool = False
    box: bool = False
    contents: bool = False
    place: Cell | None = None  # in the outermost table around it

    def text(self) -> str:
        """Return its words."""
        return "".join(piece.text for piece in self.pieces)


def in_contents(paragraph: etree._Element) -> bool:
    """Return whether a paragraph stands in a content control that holds the table of contents."""
    around = paragraph.getparent()
    while around is not None and name(around) in ("w:sdtContent", "w:sdt"):
        if (value(child(around, "w:sdtPr"), "w:docPartObj", "w:docPartGallery") or "") == "Table of Contents":
            return True
        around = around.getparent()
    return False


def left(running: Paragraph | None) -> Iterator[Paragraph]:
    """Give a paragraph that found no next one to run on into, unless nothing of it is left."""
    if running is not None:
        if running.text().strip():
            yield running
        yield from running.boxes
