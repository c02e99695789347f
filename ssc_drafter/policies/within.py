"""In which part, title, chapter or section of a law its units stand: the headings that group them, with their words.

Which word stands above which is learnt from the text itself (a title holds chapters here, a chapter parts there): one that
follows another with no unit between them is below it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations, pairwise

from msgspec import Struct

from ssc_drafter.policies.contents import contents_of
from ssc_drafter.policies.divisions import Mark, divisions
from ssc_drafter.policies.grammar import any_of
from ssc_drafter.policies.instrument import Division
from ssc_drafter.policies.pages import Candidate, Page, Printed

SHORT = 60  # signs of what is left of a heading that is broken over lines
LONGEST = 160  # signs of the words of a heading
MOST_LINES = 3  # printed lines that they may be broken over
OWN = 0.4  # share of units with a heading right above: from here on these are the units' own headings
TRIM = " \t\n*_#.:–—-|"
ENDED = re.compile(r"[a-záéíóúàâêôçãõ]{2}[.;,]\W*$")
MARKUP = re.compile(r"[*_]{1,3}")
SPACE = re.compile(r"\s*")


Order = defaultdict[tuple[str, str], float]  # how often a heading of one word stands right above one of another


class Head(Struct, frozen=True):
    """A heading that groups units: `kind` is its word, folded; empty for one that has words and no number."""

    start: int
    end: int
    kind: str
    division: Division


def heads(on: Page, found: Sequence[Candidate], units: Sequence[int]) -> list[Head]:
    """Return the headings that group units, in order; `units` are the places where units begin, in order."""
    contents = contents_of(on, found) or (0, 0)
    marks = [one for one in divisions(on) if not (contents[0] <= one.start < contents[1] or _styled(on, one.start, "toc"))]
    starts = {one.start for one in marks} | {on.line(unit)[0] for unit in units}
    numbered = [head for mark in marks if (head := _numbered(on, mark, starts))]
    return sorted([*numbered, *_worded(on, numbered, units)], key=lambda one: one.start)


def _styled(on: Page, place: int, style: str = "heading") -> bool:
    """Whether the printed paragraph of a place is a heading (or bears a mark)."""
    printed = on.at(place)
    return printed is not None and (printed.kind == style or style in printed.marks)


def _numbered(on: Page, mark: Mark, starts: set[int]) -> Head | None:
    """Return the heading of a part or chapter; None for a line of a sentence that only cites one."""
    rest = on.text[mark.label_end : mark.end].strip()
    cites = rest[:1] in tuple(",;)]") or (rest[:1].islower() and not _styled(on, mark.start))
    if cites or ENDED.search(rest):
        return None
    words, end = (_clean(rest), mark.end) if rest.strip(TRIM) else _below(on, mark.end, starts)
    return Head(mark.start, end, mark.kind, Division(_label(mark.label), words))


def _label(printed: str) -> str:
    """Return a printed word and number as one cites them: "Part III", "Capítulo primero"."""
    words = re.sub(r"[^\w°º]+", " ", MARKUP.sub("", printed)).split()
    roman = [set(word) <= set("IVXLCDM") or any(sign.isdigit() for sign in word) for word in words]
    named = [
        word if keep or not word.isupper() or len(word) < 2 else word.lower() for word, keep in zip(words, roman, strict=True)
    ]
    shown = " ".join(named)
    return shown[:1].upper() + shown[1:]


def _below(on: Page, place: int, starts: set[int]) -> tuple[str | None, int]:
    """Return the words of a heading that stand on the lines below its number, and where they end."""
    lines: list[str] = []
    while len(lines) < MOST_LINES:
        begin = SPACE.match(on.text, place).end()  # type: ignore[union-attr]
        low, high = on.line(begin)
        line = on.text[low:high].strip(TRIM)
        if begin >= len(on.text) or low in starts or not _words(on, line, low, more=bool(lines)):
            break
        lines.append(line)
        place = high
    return _clean(" ".join(lines)), place


def _words(on: Page, line: str, low: int, *, more: bool) -> bool:
    """Whether a line can be the words of the heading above it, or (`more`) go on with them."""
    if not 2 <= len(line) <= LONGEST or ENDED.search(on.text[low : on.line(low)[1]]):
        return False
    if line[0] == "(" and not line.endswith(")"):  # an editor's note
        return False
    return _styled(on, low) or line.isupper() or (len(line) <= SHORT if more and line[0].islower() else not more)


def _clean(words: str) -> str | None:
    bare = re.sub(r"\s+", " ", MARKUP.sub("", words)).strip(TRIM)
    bare = bare[1:-1].strip(TRIM) if bare.startswith("(") and bare.endswith(")") else bare
    return bare[:LONGEST] or None


# ---- headings that have words alone --------------------------------------------------------------------------------
def _worded(on: Page, numbered: Sequence[Head], units: Sequence[int]) -> list[Head]:
    """Return the headings without number that stand right above a unit, where they are not the units' own.

    What stands above the first unit is the title of the law.
    """
    ends = [one.end for one in numbered]
    own = re.compile(rf"\W*(?:\d|(?:{any_of(on.words.units)})(?!\w))")
    rows = [row for unit in units[1:] if (row := _above(on, unit, numbered, ends)) and not own.match(on.folded, row[0].start)]
    rows = [row for row in rows if len(_printed(on, row)) <= LONGEST and not ENDED.search(_printed(on, row))]
    if len(rows) > OWN * len(units):
        return []
    return [Head(row[0].start, row[-1].end, "", Division("", _clean(_printed(on, row)))) for row in rows]


def _printed(on: Page, row: Sequence[Printed]) -> str:
    return " ".join(on.text[one.start : one.end] for one in row)


def _above(on: Page, unit: int, numbered: Sequence[Head], ends: Sequence[int]) -> list[Printed]:
    """Return the printed headings right above a unit that are no part of a numbered one."""
    row: list[Printed] = []
    for place in range(bisect_left(on.starts, unit) - 1, -1, -1):
        one, below = on.printed[place], row[0].start if row else unit
        after = bisect_left(ends, one.end)
        inside = after < len(numbered) and numbered[after].start <= one.start
        if one.kind != "heading" or "toc" in one.marks or inside or one.end > below or on.text[one.end : below].strip(TRIM):
            break
        row.insert(0, one)
    return row


# ---- what stands open above a unit ---------------------------------------------------------------------------------
def standing(
    listed: Sequence[Head], units: Sequence[int], anew: Sequence[int], wide: Sequence[str] = ()
) -> list[tuple[Division, ...]]:
    """Return for each unit, in order, the divisions that it stands in, outermost first. At a place of `anew` none is
    open; `wide` are words of divisions, the widest first, for where the text does not show which holds which."""
    above = _order(listed, units)
    for first, second in combinations(wide, 2):
        above[first, second] += 0.5
    events: list[tuple[int, Head | None]] = [*((at, None) for at in anew), *((one.start, one) for one in listed)]
    events.sort(key=lambda row: (row[0], row[1] is not None))
    open_ones: list[Head] = []
    found: list[tuple[Division, ...]] = []
    place = 0
    for unit in units:
        while place < len(events) and events[place][0] <= unit:
            one = events[place][1]
            open_ones = [*_kept(open_ones, one, above), one] if one else []
            place += 1
        found.append(tuple(one.division for one in open_ones))
    return found


def _order(listed: Sequence[Head], units: Sequence[int]) -> Order:
    """Count how often a heading of one word stands right above one of another, no unit between them."""
    found: Order = defaultdict(float)
    for first, second in pairwise(listed):
        if first.kind != second.kind and bisect_right(units, first.start) == bisect_right(units, second.start):
            found[first.kind, second.kind] += 1
    return found


def _kept(open_ones: Sequence[Head], one: Head, above: Order) -> list[Head]:
    """Return the headings that stay open when another begins: those before its like, or before one of a word below its own."""
    kept: list[Head] = []
    for outer in open_ones:
        if outer.kind in ("", one.kind) or above[one.kind, outer.kind] > above[outer.kind, one.kind]:
            break
        kept.append(outer)
    return kept
