"""What goes to the child that makes a PDF, and what comes back."""

from __future__ import annotations

from msgspec import Struct


class Page(Struct, frozen=True):
    """A page of HTML of our own making, the style laid over `print.css`, and what stands in the metadata of the PDF."""

    source: str
    style: str
    title: str
    lang: str
    date: str


class Answer(Struct, frozen=True):
    """The PDF, or the name of what was in the way and a word on it. Whoever gets it trusts neither."""

    pdf: bytes = b""
    refusal: str = ""
    why: str = ""
