"""The stretches of a text between the headings of schedules, annexes and final provisions, each with its rows of units."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from ssc_drafter.policies.chain import Row, rows
from ssc_drafter.policies.pages import Candidate, Page
from ssc_drafter.policies.regions import Marker, markers

ANEW = 0.5  # weight of a number that shows that a text counts anew
EXPLAINED = 0.3  # weight of the first number of what a minister explains ("2. On 18 December ...")
FEW = 3  # units of a row that can be a law's own
JUMP = 3  # numbers that may be missing where a chapter's heading looks like one of an annex


class Region(Struct, frozen=True):
    """A stretch of the text between two markers, with its rows of units (the best family's, in order)."""

    start: int
    end: int
    marker: Marker | None
    found: tuple[Candidate, ...]  # candidates of the best family
    rows: tuple[Row, ...]


def split(on: Page, found: Sequence[Candidate]) -> list[Region]:
    """Return the regions of a text, a region that only counts on from the one before joined to it."""
    marked = _real(markers(on, found), found)
    bounds = [0, *(one.start for one in marked), len(on.text)]
    regions: list[Region] = []
    before = -1  # the last region with rows
    for place, (start, end) in enumerate(pairwise(bounds)):
        here = region(start, end, marked[place - 1] if place else None, found)
        ends = (
            here.marker is not None and here.marker.kind == "ends"
        )  # what an editor or a minister explains counts on from nothing
        if before >= 0 and not ends and _goes_on(regions[before], here):
            here = region(regions[before].start, end, regions[before].marker, found)
            del regions[before:]
        before = len(regions) if here.rows else before
        regions.append(here)
    return regions


def _real(marked: Sequence[Marker], found: Sequence[Candidate]) -> list[Marker]:
    """Return the markers that divide: not those that the longest row of the text simply counts on across.

    Final provisions and editor's notes cannot stand before that row either; a schedule can.
    """
    whole = region(0, found[-1].start + 1, None, found) if found else None
    if whole is None or not whole.rows:
        return list(marked)
    row = _longest(whole.rows)
    real = [one for one in marked if not _crossed(one, row, whole.found)]
    own = [each for each in whole.rows if len(each.members) >= FEW]
    return [
        one for one in real if one.kind == "attached" or one.start > row.start or (one.kind == "ends" and _behind(one, own))
    ]


def _behind(marker: Marker, listed: Sequence[Row]) -> bool:
    """Whether a row of units ends before a marker: what is explained behind it may count further than the law itself."""
    return any(row.members[-1].start < marker.start for row in listed)


def _crossed(marker: Marker, row: Row, found: Sequence[Candidate]) -> bool:
    """Whether a row goes on behind a marker with the next number, and nothing is numbered anew between."""
    if marker.kind == "ends":
        return _counts_on(marker, found)
    place = bisect_right(row.members, marker.start, key=lambda one: one.start)
    if not 0 < place < len(row.members):
        return False
    last, after = row.members[place - 1], row.members[place]
    between = _within(found, marker.start + 1, after.start)
    anew = [one for one in between if one.weight >= ANEW and not one.quoted]
    return 0 < after.number.whole - last.number.whole <= JUMP and len(anew) < 2


def _counts_on(marker: Marker, found: Sequence[Candidate]) -> bool:
    """Whether the first number behind an end, if there is one, counts on from the highest before it."""
    good = [one for one in found if not one.quoted]
    after = next((one.number.whole for one in good if one.start > marker.start and one.weight >= EXPLAINED), 0)
    top = max((one.number.whole for one in good if one.start < marker.start and one.weight >= ANEW), default=0)
    return 0 < after - top <= JUMP


def _within(found: Sequence[Candidate], start: int, end: int) -> Sequence[Candidate]:
    """Return the candidates, which are in the order of the text, that begin in a stretch of it."""
    low = bisect_left(found, start, key=lambda one: one.start)
    return found[low : bisect_left(found, end, lo=low, key=lambda one: one.start)]


def region(start: int, end: int, marker: Marker | None, found: Sequence[Candidate]) -> Region:
    """Return a stretch of text with the rows of the family that counts best in it."""
    within: dict[str, list[Candidate]] = {}
    for one in _within(found, start, end):
        within.setdefault(one.family, []).append(one)
    listed = {family: rows(members) or rows(members, 0.7) for family, members in within.items()}
    tops = {family: _longest(found_rows) for family, found_rows in listed.items() if found_rows}
    if not tops:
        return Region(start, end, marker, (), ())
    best = max(tops, key=lambda family: tops[family].score)
    outer = [family for family in tops if _encloses(tops[family], tops[best])]
    best = max(outer, key=lambda family: tops[family].score, default=best)
    return Region(start, end, marker, tuple(within[best]), tuple(listed[best]))


def _encloses(outer: Row, inner: Row) -> bool:
    """Whether a row stands whole between two neighbours of another: the numbered points of one long article.

    Articles behind the last bare number are no points of it: that number is a point of an article before them.
    """
    if outer.members[0].family == inner.members[0].family or len(outer.members) < 2:
        return False
    starts = [one.start for one in outer.members]
    place = bisect_right(starts, inner.start)
    behind = place == len(starts) and inner.members[0].family == "article"
    return place > 0 and place == bisect_right(starts, inner.end) and not behind


def _goes_on(before: Region, here: Region) -> bool:
    """Whether the row of a region counts on from the region before: its marker was then no real one."""
    last = _longest(before.rows).members[-1]
    alike = [one for one in here.found if one.family == last.family and one.weight >= 0.5 and not one.quoted]
    on = next((one for one in alike if 0 < one.number.whole - last.number.whole <= JUMP), None)
    anew = next((row for row in here.rows if row.members[0].number.whole == 1 and len(row.members) > 1), None)
    return on is not None and (anew is None or on.start < anew.start)


def _longest(listed: Sequence[Row]) -> Row:
    return max(listed, key=lambda row: (row.score, -row.start))


def body_of(regions: Sequence[Region]) -> tuple[int, Row | None]:
    """Return the region of the body and its row: the first with units, or the one after a short act that approves it."""
    for place, here in enumerate(regions):
        if here.rows and not (here.marker and here.marker.kind == "ends"):
            return place, _longest(here.rows)
    return 0, None
