"""Running text to the provisions of a law: its top-level units with number, heading and exact place.

What is not the law's own stands apart in `other`: schedules and annexes, articles quoted by an amending law, wordings
that a note says are replaced. What the numbering misses or repeats is said in a warning: a gap is not "no rule".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.policies.approved import parts, with_policies
from ssc_drafter.policies.bare_heads import bare_level
from ssc_drafter.policies.candidates import Candidate, Page, Printed, candidates, page
from ssc_drafter.policies.chain import Row, common_look, differences
from ssc_drafter.policies.divisions import divisions
from ssc_drafter.policies.excerpt import TOP, excerpt
from ssc_drafter.policies.finer import finer, with_parts
from ssc_drafter.policies.grammar import grammar
from ssc_drafter.policies.headings import Shape
from ssc_drafter.policies.instrument import Level, Provision, Warn
from ssc_drafter.policies.nested import nested
from ssc_drafter.policies.numerals import STEP
from ssc_drafter.policies.plain_units import plain_units
from ssc_drafter.policies.stretches import Region, body_of, split
from ssc_drafter.policies.twins import misprinted, own_words
from ssc_drafter.policies.unread import told, with_unread
from ssc_drafter.policies.warned import order, warned
from ssc_drafter.policies.within import Head, heads, standing
from ssc_drafter.policies.worded_units import worded_units
from ssc_drafter.tree.numbering import slug
from ssc_drafter.words import say

LEVELS = get_args(Level)
LEAST_COVERED = 0.5  # share of a plan that its numbered units hold, else they are no units of it
MOST_OF_ONE, SEVERAL = 0.6, 4
PAGES = 0.75  # share of units with a number of their own below which the numbers are those of page headers
SHORT = 15000  # characters of a text in which one unit may be nearly all
SHORT_ACT = 10  # articles of an act that only approves what follows
BREAK_REACH = 600  # characters before a unit in which a chapter's heading belongs to what follows
BODY_CODES = ("DF", "DT")  # final and transitional provisions count to the body, under their own code


class Segments(Struct, frozen=True):
    """What a text consists of: the body's units, everything else that is numbered, and what the reader has to know."""

    provisions: tuple[Provision, ...]
    other: tuple[Provision, ...] = ()
    warnings: tuple[Warn, ...] = ()


def segment(text: str, lang: str, printed: Sequence[Printed] = (), *, plan: bool = False, ui: str = "en") -> Segments:
    """Return the units of a law or policy. `printed` are the paragraphs that the format knew; warnings are in `ui`.

    A `plan` (policy, strategy) may number its headings 7.4.1, or nothing: then its headings or paragraphs are the units.
    """
    on = page(text, grammar(lang), printed)
    found = candidates(on, plan=plan)
    segments = _segmented(on, found, plan=plan, ui=ui)
    if plan:
        return _told(on, _finer(on, found, segments, ui), ui, plan=True)
    policies = parts(on, found, segments.provisions)
    if not policies:
        return _told(on, segments, ui)

    def cut(words: str, inner: Sequence[Printed]) -> tuple[Sequence[Provision], Sequence[Provision]]:
        units = segment(words, lang, inner, plan=True, ui=ui)
        return units.provisions, units.other

    body, other = with_policies(on, policies, segments.provisions, segments.other, cut)
    said = warned(on.text, [one for one in body if not one.rank], other, ui)
    count = sum(bool(one.rank) for one in body)
    said = (*said, Warn(say("policies.approved_here", ui, count=count), "part"))
    return _told(on, Segments(body, other, said), ui)


def _told(on: Page, segments: Segments, ui: str, *, plan: bool = False) -> Segments:
    """Return units with what is said of the text that stands in none."""
    said = told(on, [*segments.provisions, *segments.other], ui, plan=plan)
    return Segments(segments.provisions, segments.other, (*segments.warnings, *said))


def _finer(on: Page, found: Sequence[Candidate], segments: Segments, ui: str) -> Segments:
    """Return the units of a policy with those of parts that count anew, the long ones cut, and with what stands in none.

    Which numbers are ours is said.
    """
    own, anew, apart = with_parts(on, segments.provisions, segments.other)
    units, apart, count = with_unread(on, finer(on, found, own), apart)
    said = list(segments.warnings if apart == segments.other else warned(on.text, segments.provisions, apart, ui))
    if anew:
        said.append(Warn(say("policies.restarts_plan", ui, parts=", ".join(anew)), "provisions"))
    if count:
        said.append(Warn(say("policies.headed_by_us", ui, count=count), "provisions"))
    if any("/" in one.number and one.number[0] != "“" for one in units):
        said.append(Warn(say("policies.cut_at_headings", ui), "provisions"))
    return Segments(units, apart, tuple(said))


def _segmented(on: Page, found: Sequence[Candidate], *, plan: bool, ui: str) -> Segments:
    text = on.text
    regions = split(on, found)
    body_region, body = body_of(regions)
    part = excerpt(on, found, regions, body, plan=plan)
    if part:
        regions[0], body = part
        body_region = 0
    segments = _Cutting(on, found, regions, body_region, body, plan and not part, ui).segments() if body else None
    worded = worded_units(on, found) if plan else ()
    if worded and (segments is None or _better(worded, segments, len(text))):
        return Segments(worded, (), warned(text, worded, (), ui))
    alone = part is not None or (segments is not None and _one_article(segments))
    if segments is None or (plan and not alone and not _hold(segments, len(text))):
        return Segments(placed(on, plain_units(on), heads(on, found, ()), ()), (), warned(text, (), (), ui))
    return segments


def _one_article(segments: Segments) -> bool:
    """Whether a text begins with an article and holds no other: its file is that article."""
    only = segments.provisions[0] if len(segments.provisions) == 1 else None
    return only is not None and only.level == "article" and only.start <= TOP


def _better(worded: Sequence[Provision], segments: Segments, length: int) -> bool:
    """Whether the units that words head are those of a plan, and not the numbered ones.

    They are where the numbers hold little of it, or number points within those units, or one number holds nearly all of them.
    """
    numbered = segments.provisions
    first, whole = worded[0].start, LEAST_COVERED * length
    within = len(numbered) <= len(worded) and all(one.start > first for one in numbered)
    holds = any(one.end - one.start > whole and one.start <= first and worded[-1].end <= one.end for one in numbered)
    little = _sum(numbered) < min(whole, _sum(worded))
    pages = len({one.number for one in numbered}) <= PAGES * len(numbered)  # a number on page after page heads the page
    return not _hold(segments, length) or within or holds or little or pages


def _sum(units: Sequence[Provision]) -> int:
    return sum(one.end - one.start for one in units)


def placed(on: Page, units: Sequence[Provision], listed: Sequence[Head], anew: Sequence[int]) -> tuple[Provision, ...]:
    """Return units with the part, chapter or section that each stands in."""
    if not listed:
        return tuple(units)
    starts = sorted(one.start for one in units)
    above = dict(zip(starts, standing(listed, starts, anew, on.words.widest), strict=True))
    return tuple(replace(one, within=above[one.start]) if above[one.start] else one for one in units)


def _hold(segments: Segments, length: int) -> bool:
    """Whether the numbered units of a plan hold its text: most of it, and none of them nearly all."""
    spans = [one.end - one.start for one in (*segments.provisions, *segments.other)]
    headed = sum(one.heading is not None for one in segments.provisions)
    most = MOST_OF_ONE if headed >= max(SEVERAL, len(segments.provisions) / 2) else LEAST_COVERED  # one chapter may be long
    return sum(spans) >= LEAST_COVERED * length and (length < SHORT or max(spans) < most * length)


class _Cutting:
    """One text on its way from rows to provisions."""

    def __init__(
        self, on: Page, found: Sequence[Candidate], regions: list[Region], place: int, body: Row, plan: bool, ui: str
    ) -> None:
        self.on, self.found, self.regions, self.body, self.ui = on, found, regions, body, ui
        self.home = regions[place]
        self.breaks = sorted(one.start for one in divisions(on))
        self.other: list[Provision] = []
        self.twice: list[str] = []  # numbers that stand twice, where the text behind the second was left with the first
        self.bare_level = bare_level(on, plan)
        self.plan = plan

    def segments(self) -> Segments:
        members, earlier, quoted = self._sorted_out()
        if self.plan:  # a plan has lists, and neither old wordings nor articles of other laws
            earlier, quoted = [], []
        rows = (one.start for here in self.regions for row in here.rows for one in row.members)
        listed = heads(self.on, self.found, sorted({*rows, *(one.start for one in members)}))
        self.breaks = sorted({*self.breaks, *(one.start for one in listed)})
        provisions = self._units(members, self._end_of_body(), earlier + quoted, "")
        self._aside(earlier, "earlier wording", members)
        self._aside(quoted, "quoted", members)
        self._rows_beside()
        provisions += self._attached()
        anew = [here.start for here in self.regions if here.marker and here.marker.kind == "attached"]
        body = placed(self.on, sorted(provisions, key=lambda one: order(one.number)), listed, anew)
        other = placed(self.on, sorted(self.other, key=lambda one: one.start), listed, anew)
        said = warned(self.on.text, body, other, self.ui, self.twice)
        inner = nested(self.on, self.found, body)
        if inner is None:
            return Segments(body, other, said)
        gaps = [Warn(say("policies.missing", self.ui, numbers="; ".join(inner.missing)), "provisions")] if inner.missing else []
        return Segments(inner.provisions, other, (*said, *gaps))

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
        return self.bare_level if one.family == "bare" else "section" if one.family == "decimal" or self.plan else "article"

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
