"""Findings as the pages show them: one number, one sign, the words of the draft they lie on."""

from __future__ import annotations

from msgspec import Struct

SIGNS = ("conflict", "caution", "note", "answered")  # gravest first


class Marked(Struct, frozen=True):
    """A finding at its place. `sign` is conflict, caution, note or answered; `address` its paragraph ("" for none)."""

    id: str
    number: int
    sign: str
    title: str
    short: str  # one line for the margin: the instrument and what it says
    address: str
    start: int
    end: int
    article: str = ""  # number of the article, for lists
    answered: str = ""  # who and when, where it is answered
    curable: bool = False


def gravest(marks: tuple[Marked, ...]) -> str:
    """Return the gravest sign among findings, or "" where there is none."""
    found = {mark.sign for mark in marks}
    return next((sign for sign in SIGNS if sign in found), "")
