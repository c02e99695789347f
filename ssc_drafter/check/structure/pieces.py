"""The pieces of a policy's text: paragraphs, points of lists with any mark ahead, cells of tables, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

BULLET = r"[-*+•●▪◦–—·✓➢►§]|[\uf000-\uf0ff]|o(?=\s)"
_MARK = re.compile(
    rf"\s*(?P<bold>[*_]{{0,2}})(?:(?P<bullet>{BULLET})(?=\s)|(?P<number>\(?(?:\d{{1,3}}(?:\\?\.\d{{1,3}}){{0,3}}|[a-zA-Z]|[ivxIVX]{{1,5}})(?:\\?[.)]|\s?[-–])(?=[\s*])))"
)
_HASH = re.compile(r"\s*#{1,6}\s")
_BOLD = re.compile(r"\s*(?:\*\*|__)[^*_]+(?:\*\*|__)\s*\\?$")
_LABEL = re.compile(r"[^\W\d_][^:|\n.;]{2,40}(?:\s\d[\d.]*)?\s?:\s")
_LEADER = re.compile(r"\.{5,}|…{2,}|(?:\. ){4,}")  # of a table of contents
_LEAST = 3  # letters of a piece that says something
_LONGEST = 12  # words of a heading
_CLOSED = (".", ";", ",", ":", "!", "?")


class Piece(Struct, frozen=True):
    """Words of a policy that stand together, `start` to `end` in its text: a heading, a point of a list, other words."""

    start: int
    end: int
    kind: str  # heading, item, text


def pieces(text: str, heading: str = "") -> list[Piece]:
    """Return the pieces of a text in order. `heading` is what is known to head it."""
    rows = list(_rows(text, _head_end(text, heading)))
    found: list[Piece] = []
    for place, (start, end, kind, alone) in enumerate(rows):
        words = text[start:end]
        follows = rows[place + 1][2] if place + 1 < len(rows) else ""
        if sum(sign.isalpha() for sign in words) < _LEAST or _LEADER.search(words):
            continue
        shown = " ".join(words.split()).strip("*_ ")
        named = bool(heading) and " ".join(heading.split()).casefold() in shown.casefold() and len(shown) < len(heading) + 20
        named = named and len(rows) > 1 and len(shown.split()) <= _LONGEST  # a point that is all of its unit is no heading
        if named or kind == "heading" or (kind != "item" and alone and _heads(shown, follows)):
            kind = "heading"
        found.append(Piece(start, end, kind))
    return found


def _heads(shown: str, follows: str) -> bool:
    """Whether words that stand alone are a heading: few, and not closed; a number with few words ahead of something else."""
    capitals = shown.isupper() and len(shown.split()) <= 2 * _LONGEST
    few = len(shown.split()) <= _LONGEST and not shown.endswith(_CLOSED) and not re.search(r"\d\s?%|20\d\d|:", shown)
    return capitals or few


def _head_end(text: str, heading: str) -> int:
    """Return where the words of what heads a text end in it; 0 where it does not begin with them."""
    words = [re.escape(word) for word in heading.split()]
    found = re.search(r"\s+".join(words), text[: 2 * len(heading) + len("Part III, chapter 12: ")]) if words else None
    return found.end() if found else 0


def _rows(text: str, head: int = 0) -> Iterator[tuple[int, int, str, bool]]:
    """Yield start and end of each piece, its kind, and whether it stands on one line, apart from what is round it."""
    open_at: tuple[int, str] | None = None
    lines = end = 0
    blank = True
    place = 0
    for line in [*text.splitlines(keepends=True), ""]:
        begins = _begins(line)
        bare = line.strip().strip("|").strip()
        parted = open_at is not None and open_at[0] < head <= place  # what heads the text ends ahead of the line
        goes_on = bool(open_at is not None and not parted and not begins and bare)
        goes_on = goes_on and open_at is not None and (not blank or _in_mid(text[open_at[0] : end], bare))
        if goes_on and not _LABEL.match(bare) and open_at is not None and open_at[1] != "heading":
            lines, end = lines + 1, place + len(line.rstrip())
        elif bare or not line:
            if open_at is not None:
                yield open_at[0], end, open_at[1], lines == 1
            open_at, lines = None, 1
            if bare and "|" in line.strip().strip("|"):
                yield from _cells(line, place)
            elif bare:
                open_at, end = (
                    (place + len(line) - len(line.lstrip(" \t|")), begins or "text"),
                    place + len(line.rstrip(" \t\n|")),
                )
        blank = not bare
        place += len(line)


def _begins(line: str) -> str:
    """Return what a line begins by its mark: a heading, a point of a list; empty where it has none."""
    if _HASH.match(line) or _BOLD.match(line):
        return "heading"
    marked = _MARK.match(line)
    if marked and marked["bullet"]:
        return "item"
    return "numbered" if marked else ""


def _in_mid(before: str, bare: str) -> bool:
    """Whether a line behind an empty one goes on with the sentence before it: a page ended there."""
    ahead = before.rstrip()[-1:]
    return (ahead.isalnum() or ahead == ",") and bare[:1].islower()


def _cells(line: str, place: int) -> Iterator[tuple[int, int, str, bool]]:
    at = place
    for cell in line.split("|"):
        if cell.strip():
            lead = len(cell) - len(cell.lstrip())
            yield at + lead, at + lead + len(cell.strip()), "item", True
        at += len(cell) + 1
