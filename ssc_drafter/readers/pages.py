"""Where lines stand on a printed page, and what follows from it: order of reading, and running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from ssc_drafter.readers.source import Cell

_NUMBER = re.compile(r"\(?[0-9IVXLCivxlcA-Za-z]{1,6}\s?[.)º°]{0,2}|[•\-–—*§]")
_EDGE = 0.12  # of the page's height: where heads and feet stand
_DIGITS = re.compile(r"\d+")
_FRONT = 30  # pages among which a table of contents is looked for
_ENTRY = re.compile(r".*[^\W\d].*?[\s.…·_]+(\d{1,4})")
_PAGE_NUMBER = re.compile(r"[-–— ]*(\d{1,4}|[ivxlc]{1,7})[-–— ]*")


class Line(Struct):
    """A printed line: its words, and left, bottom, right and top of its box in points from the lower left corner."""

    text: str
    left: float = 0.0
    bottom: float = 0.0
    right: float = 0.0
    top: float = 0.0
    mark: str = ""
    cell: Cell | None = None

    def beside(self, other: Line) -> bool:
        """Return whether two lines stand at the same height."""
        shared = min(self.top, other.top) - max(self.bottom, other.bottom)
        return shared > 0.5 * min(self.top - self.bottom, other.top - other.bottom) > 0


def in_order(lines: list[Line], width: float, height: float) -> tuple[list[Line], bool, bool]:
    """Return a page's lines in the order of reading, whether two columns were parted, and whether the order is unclear."""
    if not any(line.top for line in lines):
        return lines, False, len(lines) > 1
    _mark_margin_numbers(lines, width)
    lines = _with_their_numbers(lines)
    body = [line for line in lines if not line.mark]
    gutter = _gutter(body, width)
    if gutter is None:
        _mark_margin_notes(body, width)
        return lines, False, _jumps(body) > max(3, len(body) // 4)
    if _is_column_order(body, gutter):
        return lines, True, False
    return [*(line for line in lines if line.mark), *_by_columns(body, gutter)], True, False


def _mark_margin_numbers(lines: list[Line], width: float) -> None:
    """Set apart the line numbers 5, 10, 15 ... that bills print in the margin."""
    counted = [line for line in lines if line.text.strip().isdigit() and int(line.text) % 5 == 0 and int(line.text) <= 60]
    if len(counted) >= 3 and sorted({int(line.text) for line in counted}) == list(range(5, 5 * len(counted) + 1, 5)):
        for line in counted:
            line.mark = "header"


def _mark_margin_notes(body: Sequence[Line], width: float) -> None:
    """Set apart the notes that statutes print beside their sections: short lines wholly outside the block of the text."""
    full = [line for line in body if line.right - line.left > 0.4 * width]
    if len(full) < 8:
        return
    left, right = median(line.left for line in full), median(line.right for line in full)
    for line in body:
        outside = line.right < left or line.left > right
        if outside and line.right - line.left < 0.25 * width and not _NUMBER.fullmatch(line.text.strip()):
            line.mark = "note"


def _with_their_numbers(lines: list[Line]) -> list[Line]:
    """Put numbers that the file keeps in a column of their own before the line at whose left they stand."""
    numbers = [line for line in lines if not line.mark and _NUMBER.fullmatch(line.text.strip())]
    rest = [line for line in lines if line not in numbers]
    taken: dict[int, list[Line]] = {}
    homes: list[Line] = []
    ends: dict[int, Line] = {}
    for number in numbers:
        beside = [line for line in rest if not line.mark and line.left >= number.right - 1 and line.beside(number)]
        home = min(beside, key=lambda line: line.left, default=None)
        before = [line for line in rest if not line.mark and line.right <= number.left + 1 and line.beside(number)]
        if home is None and before and number.text.strip().isdigit():
            ends[id(max(before, key=lambda line: line.right))] = number
        elif home is None:
            homes.append(number)
        else:
            taken.setdefault(id(home), []).append(number)
    for line in rest:
        for number in sorted(taken.get(id(line), ()), key=lambda each: -each.left):
            line.text = f"{number.text.strip()} {line.text.lstrip()}"
            line.left = min(line.left, number.left)
        if id(line) in ends:  # the page number of a line of contents, or a figure at the end of a row
            line.text = f"{line.text.rstrip()} {ends[id(line)].text.strip()}"
            line.right = ends[id(line)].right
    if not homes:
        return rest
    lonely = set(map(id, homes))
    gone = {id(number) for number in numbers} - lonely
    return [line for line in lines if id(line) not in gone]


def _gutter(body: Sequence[Line], width: float) -> float | None:
    """Return where two columns part, or None where the page has one."""
    if len(body) < 12:
        return None
    for share in (0.5, 0.48, 0.52, 0.46, 0.54, 0.44, 0.56):
        middle = share * width
        left = [line for line in body if line.right <= middle]
        right = [line for line in body if line.left >= middle]
        if min(len(left), len(right)) < 0.3 * len(body) or len(left) + len(right) < 0.85 * len(body):
            continue
        if _is_text(left, width) and _is_text(right, width):
            return middle
    return None


def _is_text(column: Sequence[Line], width: float) -> bool:
    """Return whether a column is running text: not narrow, and most of its lines reach across it."""
    across = max(line.right for line in column) - min(line.left for line in column)
    full = [line for line in column if line.right - line.left > 0.6 * across]
    return across > 0.2 * width and len(full) >= 0.5 * len(column)


def _is_column_order(body: Sequence[Line], gutter: float) -> bool:
    """Return whether the lines come column by column already."""
    sides = [line.left >= gutter for line in body]
    changes = sum(one != other for one, other in pairwise(sides))
    return changes <= max(3, len(body) // 10)


def _by_columns(body: Sequence[Line], gutter: float) -> list[Line]:
    """Read from one line across the page to the next the left column, then the right one."""
    found: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in sorted(body, key=lambda each: -each.top):
        if line.left < gutter < line.right:
            found += [*left, *right, line]
            left, right = [], []
        elif line.right <= gutter:
            left.append(line)
        else:
            right.append(line)
    return [*found, *left, *right]


def _jumps(body: Sequence[Line]) -> int:
    """Count how often the next line stands above the one before."""
    return sum(later.bottom > line.top for line, later in pairwise(body))


def mark_contents(pages: Sequence[list[Line]]) -> None:
    """Mark tables of contents: rows of lines that end in page numbers which never go down."""
    lines = [line for page in pages[:_FRONT] for line in page if not line.mark and not line.cell]
    run: list[Line] = []
    last, entries, gap = 0, 0, 0
    for line in [*lines, Line("")]:
        found = _ENTRY.fullmatch(line.text.strip()) if len(line.text) < 300 else None
        number = int(found.group(1)) if found else 0
        if found and last <= number <= len(pages) + _FRONT and (not last or number - last < 60):
            run, last, entries, gap = [*run, line], number, entries + 1, 0
        elif run and gap < 2 and line.text:
            run, gap = [*run, line], gap + 1
        else:
            _end_contents(run[: len(run) - gap], entries)
            run, last, entries, gap = ([line], number, 1, 0) if found else ([], 0, 0, 0)


def _end_contents(run: Sequence[Line], entries: int) -> None:
    if entries >= 6 and 3 * entries >= 2 * len(run):
        for line in run:
            line.mark = "toc"


def mark_heads(pages: Sequence[list[Line]]) -> int:
    """Mark what repeats at the head or foot of pages (figures counted as equal) and page numbers; return how many lines."""
    edges = [_edges(lines) for lines in pages]
    seen = Counter(shape for edge in edges for shape in {_shape(line) for line in edge})
    enough = max(2, len(pages) // 4)
    count = 0
    for edge in edges:
        for line in edge:
            repeated = len(pages) > 2 and seen[_shape(line)] >= enough
            if repeated or (len(pages) > 1 and _PAGE_NUMBER.fullmatch(line.text.strip()) and line.text.strip()):
                line.mark = "header"
                count += 1
    return count


def _edges(lines: Sequence[Line]) -> list[Line]:
    """Return the lines at the head and at the foot of a page."""
    boxed = [line for line in lines if line.top and not line.cell]
    if not boxed:
        return [*lines[:2], *lines[-2:]] if len(lines) > 4 else []
    high, low = max(line.top for line in boxed), min(line.bottom for line in boxed)
    edge = _EDGE * max(high - low, 1)
    return [line for line in boxed if line.bottom > high - edge or line.top < low + edge]


def _shape(line: Line) -> str:
    return _DIGITS.sub("#", " ".join(line.text.split())).lower()
