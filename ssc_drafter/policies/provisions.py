"""Running text to the provisions of a law: its top-level units with number, heading and exact place.

What is not the law's own stands apart in `other`: schedules and annexes, articles quoted by an amending law, wordings
that a note says are replaced. What the numbering misses or repeats is said in a warning: a gap is not "no rule".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import get_args

from msgspec import Struct

from ssc_drafter.policies.candidates import Candidate, Page, Printed, candidates, page
from ssc_drafter.policies.chain import Row, common_look, differences, rows
from ssc_drafter.policies.grammar import any_of, grammar
from ssc_drafter.policies.headings import Shape
from ssc_drafter.policies.instrument import Level, Provision, Warn
from ssc_drafter.policies.numerals import STEP
from ssc_drafter.policies.plain_units import plain_units
from ssc_drafter.policies.regions import Marker, divisions, markers
from ssc_drafter.policies.warned import order, warned
from ssc_drafter.tree.numbering import slug

LEVELS = get_args(Level)
JUMP = 3  # numbers that may be missing where a chapter's heading looks like one of an annex
LEAST_COVERED = 0.5  # share of a plan that its numbered units hold, else they are no units of it
SHORT = 15000  # characters of a text in which one unit may be nearly all
SHORT_ACT = 10  # articles of an act that only approves what follows
OWN = 20  # characters from which what stands between two headings of one number is a unit of its own
CITED = ("article", "section", "rule", "paragraph")
BREAK_REACH = 600  # characters before a unit in which a chapter's heading belongs to what follows
BODY_CODES = ("DF", "DT")  # final and transitional provisions count to the body, under their own code


class Segments(Struct, frozen=True):
    """What a text consists of: the body's units, everything else that is numbered, and what the reader has to know."""

    provisions: tuple[Provision, ...]
    other: tuple[Provision, ...] = ()
    warnings: tuple[Warn, ...] = ()


class Region(Struct, frozen=True):
    """A stretch of the text between two markers, with its rows of units (the best family's, in order)."""

    start: int
    end: int
    marker: Marker | None
    found: tuple[Candidate, ...]  # candidates of the best family
    rows: tuple[Row, ...]


def segment(text: str, lang: str, printed: Sequence[Printed] = (), *, plan: bool = False, ui: str = "en") -> Segments:
    """Return the units of a law or policy. `printed` are the paragraphs that the format knew; warnings are in `ui`.

    A `plan` (policy, strategy) may number its headings 7.4.1, or nothing: then its headings or paragraphs are the units.
    """
    on = page(text, grammar(lang), printed)
    found = candidates(on, plan=plan)
    regions = split(on, found)
    body_region, body = body_of(regions)
    if body is None:
        return Segments(plain_units(on), (), warned(text, (), (), ui))
    segments = _Cutting(on, regions, body_region, body, plan, ui).segments()
    if plan and not _hold(segments, len(text)):
        return Segments(plain_units(on), (), warned(text, (), (), ui))
    return segments


def _hold(segments: Segments, length: int) -> bool:
    """Whether the numbered units of a plan hold its text: most of it, and none of them nearly all."""
    spans = [one.end - one.start for one in (*segments.provisions, *segments.other)]
    return sum(spans) >= LEAST_COVERED * length and (length < SHORT or max(spans) < LEAST_COVERED * length)


def split(on: Page, found: Sequence[Candidate]) -> list[Region]:
    """Return the regions of a text, a region that only counts on from the one before joined to it."""
    marked = _real(markers(on, found), found)
    bounds = [0, *(one.start for one in marked), len(on.text)]
    regions: list[Region] = []
    before = -1  # the last region with rows
    for place, (start, end) in enumerate(pairwise(bounds)):
        here = region(start, end, marked[place - 1] if place else None, found)
        if before >= 0 and _goes_on(regions[before], here):
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
    return [one for one in real if one.kind == "attached" or one.start > row.start]


def _crossed(marker: Marker, row: Row, found: Sequence[Candidate]) -> bool:
    """Whether a row goes on behind a marker with the next number, and nothing is numbered anew between."""
    place = bisect_right(row.members, marker.start, key=lambda one: one.start)
    if not 0 < place < len(row.members):
        return False
    last, after = row.members[place - 1], row.members[place]
    between = _within(found, marker.start + 1, after.start)
    anew = [one for one in between if one.weight >= 0.5 and not one.quoted]
    return 0 < after.number.whole - last.number.whole <= JUMP and len(anew) < 2


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


class _Cutting:
    """One text on its way from rows to provisions."""

    def __init__(self, on: Page, regions: list[Region], place: int, body: Row, plan: bool, ui: str) -> None:
        self.on, self.regions, self.body, self.ui = on, regions, body, ui
        self.home = regions[place]
        self.breaks = sorted(one.start for one in divisions(on))
        self.other: list[Provision] = []
        self.twice: list[str] = []  # numbers that stand twice, where the text behind the second was left with the first
        self.bare_level = bare_level(on, plan)

    def segments(self) -> Segments:
        members, earlier, quoted = self._sorted_out()
        provisions = self._units(members, self._end_of_body(), earlier + quoted, "")
        self._aside(earlier, "earlier wording", members)
        self._aside(quoted, "quoted", members)
        self._rows_beside()
        provisions += self._attached()
        provisions = sorted(provisions, key=lambda one: order(one.number))
        other = sorted(self.other, key=lambda one: one.start)
        return Segments(tuple(provisions), tuple(other), warned(self.on.text, provisions, other, self.ui, self.twice))

    # ---- which candidates are units ---------------------------------------------------------------------------
    def _sorted_out(self) -> tuple[list[Candidate], list[Candidate], list[Candidate]]:
        """Return the units of the body, replaced wordings of them, and units quoted from elsewhere."""
        members = {one.number.key: one for one in self.body.members}
        chosen = {one.start for one in self.body.members}
        look = common_look(self.body.members)
        earlier: list[Candidate] = []
        quoted: list[Candidate] = []
        highest = max(key for key in members)
        for one in self._strays(chosen):
            twin = members.get(one.number.key)
            if twin is None and self._fills(one, look, highest):
                members[one.number.key] = one
            elif twin is not None and misprinted(self.on, one, twin, members, look):
                members[one.number.key + 1] = one
            elif twin is not None and self._same_place(one, twin):
                self._choose(one, twin, members, earlier)
            elif one.weight > -0.2 and (one.quoted or one.weight > 0.4):
                quoted.append(one)
        return sorted(members.values(), key=lambda one: one.start), earlier, quoted

    def _strays(self, chosen: set[int]) -> list[Candidate]:
        beyond = [row for row in self.home.rows if row is not self.body]
        taken = {one.start for row in beyond for one in row.members}
        first, last = self.body.start, max(self.body.end, self.home.end if len(self.home.rows) == 1 else self.body.end)
        return [one for one in self.home.found if one.start not in chosen | taken and first < one.start <= last]

    def _fills(self, one: Candidate, look: tuple[str, ...], highest: int) -> bool:
        """Whether a number that the row misses stands elsewhere, printed like the rest: the page order was lost."""
        alike = differences(one, look) <= (1 if one.family != "bare" else 0)
        least = 0.5 if one.family != "bare" else 0.85
        if not alike or one.quoted or one.weight < least:
            return False
        return one.number.key <= highest * 1.1 or (self._apart(one) and one.number.key <= highest + 20 * STEP)

    def _apart(self, one: Candidate) -> bool:
        """Whether an empty line stands before a unit and its line is all heading."""
        return self.on.text[max(one.start - 2, 0) : one.start] == "\n\n" and one.start > self.body.end

    def _same_place(self, one: Candidate, twin: Candidate) -> bool:
        """Whether two headings with one number follow each other with no other unit of the row between them."""
        low, high = sorted((one.start, twin.start))
        return not any(low < other.start < high for other in self.body.members)

    def _choose(self, one: Candidate, twin: Candidate, members: dict[int, Candidate], earlier: list[Candidate]) -> None:
        first, second = sorted((one, twin), key=lambda each: each.start)
        between = self.on.text[first.end : second.start]
        noted = any(note in self.on.folded[first.end : second.start] for note in self.on.words.notes)
        if len(between) < 200 and not noted:  # the number stands above the unit and again in it
            members[one.number.key] = first
            apart = own_words(between, self.on.text[second.end : second.end + len(between)])
            if apart and not differences(second, common_look(self.body.members)):
                self.twice.append(second.number.text)
        elif second is twin or noted:
            members[one.number.key] = second
            earlier.append(first)
        else:
            earlier.append(second)

    # ---- from headings to stretches ---------------------------------------------------------------------------
    def _end_of_body(self) -> int:
        later = [row.start for row in self.home.rows if row.start > self.body.end]
        return min([self.home.end, *later])

    def _units(self, members: list[Candidate], end: int, beside: list[Candidate], container: str) -> list[Provision]:
        stops = sorted({*(one.start for one in members), *(one.start for one in beside), end})
        spans = [(one, self._stop(one, stops)) for one in members]
        shape = Shape(self.on, spans)
        return [self._unit(one, stop, shape, container) for one, stop in spans]

    def _stop(self, one: Candidate, stops: list[int]) -> int:
        """Return where a unit ends: at the next heading, or at a chapter's heading shortly before it."""
        after = stops[bisect_right(stops, one.start)]
        first = bisect_right(self.breaks, max(one.end, after - BREAK_REACH))
        stop = self.breaks[first] if first < len(self.breaks) and self.breaks[first] < after else after
        return one.start + len(self.on.text[one.start : stop].rstrip(' \t\n#*_>“"«'))

    def _unit(self, one: Candidate, stop: int, shape: Shape, container: str, code: str = "") -> Provision:
        number = f"{code} {one.number.text}" if code else one.number.text
        before = f"{slug(container)}__" if container else ""
        return Provision(
            number, shape.heading(one, stop), f"{before}art_{slug(number)}", self.level(one), one.start, stop, container
        )

    def level(self, one: Candidate) -> Level:
        """Return the level of a unit: its word's, or for a bare number what the text calls its own units."""
        if one.family in LEVELS:
            return one.family  # type: ignore[return-value]
        return self.bare_level if one.family == "bare" else "section" if one.family == "decimal" else "article"

    # ---- what stands beside the body --------------------------------------------------------------------------
    def _aside(self, listed: list[Candidate], container: str, members: list[Candidate]) -> None:
        if listed:
            self.other += self._units(listed, self._end_of_body(), members + listed, container)

    def _rows_beside(self) -> None:
        """Rows of the body's region that begin anew: the articles of an act that approves, or of an unmarked schedule."""
        count = 0
        for place, row in enumerate(self.home.rows):
            if row is self.body:
                continue
            after = self.home.rows[place + 1].start if place + 1 < len(self.home.rows) else self.home.end
            approves = row.start < self.body.start and row.members[0].number.whole == 1 and len(row.members) <= SHORT_ACT
            count += not approves
            name = "approving act" if approves else f"part {count}"
            self.other += self._units(list(row.members), after, [], name)

    def _attached(self) -> list[Provision]:
        """Units of schedules and annexes to `other`; final provisions are returned, for they belong to the body."""
        final: list[Provision] = []
        for here in self.regions:
            if here is self.home or here.marker is None or here.marker.kind == "ends":
                continue
            code = here.marker.name if here.marker.kind == "closing" else ""
            shown = re.sub(r"\W+", " ", self.on.text[here.marker.start : here.marker.end]).strip().lower()
            container = "" if code in BODY_CODES else shown if code else here.marker.name.lower()
            units = self._of_region(here, container, code)
            if code in BODY_CODES:
                final += units
            else:
                self.other += units or [self._whole(here, container)]
        return final

    def _of_region(self, here: Region, container: str, code: str) -> list[Provision]:
        units: list[Provision] = []
        for place, row in enumerate(here.rows):
            end = here.rows[place + 1].start if place + 1 < len(here.rows) else here.end
            stops = sorted({*(one.start for one in row.members), end})
            spans = [(one, self._stop(one, stops)) for one in row.members]
            shape = Shape(self.on, spans)
            units += [self._unit(one, stop, shape, container, code) for one, stop in spans]
        return units

    def _whole(self, here: Region, container: str) -> Provision:
        marker = here.marker
        assert marker is not None
        end = here.start + len(self.on.text[here.start : here.end].rstrip())
        heading = re.sub(r"\s+", " ", self.on.text[marker.start : marker.end]).strip(" #*_")
        return Provision("", heading or None, slug(container), "paragraph", here.start, end, container)


def own_words(between: str, behind: str) -> bool:
    """Whether what stands between two headings of one number is a unit of its own: whole sentences, and not its heading, which
    many editions print above a unit and again in it."""
    heading = re.sub(r"\W+", " ", between).strip().lower()
    again = re.sub(r"\W+", " ", behind).strip().lower()
    return len(between) >= OWN and re.search(r"[.;]\s*$", between) is not None and not heading.startswith(again[:OWN])


def misprinted(on: Page, one: Candidate, twin: Candidate, members: dict[int, Candidate], look: tuple[str, ...]) -> bool:
    """Whether a number stands twice by a fault of the press: both printed like the rest, and the number after is missing."""
    first, second = sorted((one, twin), key=lambda each: each.start)
    alike = not differences(one, look) and one.weight >= 0.8 and twin.weight >= 0.8 and not one.quoted
    between = on.folded[first.end : second.start]
    noted = any(note in between for note in on.words.notes)
    after = (one.number.whole + 1) * STEP
    least = 200 if one.family == "bare" else 60  # a bare number also stands above its unit and again in it
    return alike and not noted and least < len(between) < 20000 and after not in members


def bare_level(on: Page, plan: bool) -> Level:
    """Return what a text whose units have a bare number calls them: where it cites itself, or a record of decisions."""
    if plan and re.search(rf"(?<!\w)(?:{any_of(on.words.records)})(?!\w)", on.folded[:600]):
        return "decision"
    if plan:
        return "paragraph"
    named = {word: level for word, level in on.words.units.items() if len(word) > 3 and level in CITED}
    cited = Counter(named[found] for found in re.findall(rf"(?<!\w)({any_of(named)}) \d", on.folded) if found in named)
    cited["section" if on.words.lang == "en" else "article"] += 1
    return cited.most_common(1)[0][0]  # type: ignore[return-value]
