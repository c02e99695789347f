"""One text on its way from candidates to provisions: which are its own units, where each ends, and what stands beside the body.

Replaced wordings, articles quoted from elsewhere, schedules and rows that begin anew stand apart, each with its container.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.policies.bare_heads import bare_level
from ssc_drafter.policies.chain import Row, common_look, differences, rows
from ssc_drafter.policies.divisions import divisions
from ssc_drafter.policies.headings import Shape
from ssc_drafter.policies.instrument import Level, Provision, Warn
from ssc_drafter.policies.nested import nested
from ssc_drafter.policies.numerals import STEP
from ssc_drafter.policies.pages import Candidate, Page
from ssc_drafter.policies.stretches import Region
from ssc_drafter.policies.twins import misprinted, own_words
from ssc_drafter.policies.warned import order, warned
from ssc_drafter.policies.within import Head, heads, standing
from ssc_drafter.tree.numbering import slug
from ssc_drafter.words import say

LEVELS = get_args(Level)
SHORT_ACT = 10  # articles of an act that only approves what follows
BREAK_REACH = 600  # characters before a unit in which a chapter's heading belongs to what follows
COUNTS_ON = 3  # numbers that may be missing where the body counts on behind its final provisions
CODED = 0.5  # weight of a unit that says that it is transitory
BODY_CODES = ("DF", "DT")  # final and transitional provisions count to the body, under their own code


class Segments(Struct, frozen=True):
    """What a text consists of: the body's units, everything else that is numbered, and what the reader has to know."""

    provisions: tuple[Provision, ...]
    other: tuple[Provision, ...] = ()
    warnings: tuple[Warn, ...] = ()


def placed(on: Page, units: Sequence[Provision], listed: Sequence[Head], anew: Sequence[int]) -> tuple[Provision, ...]:
    """Return units with the part, chapter or section that each stands in."""
    if not listed:
        return tuple(units)
    starts = sorted(one.start for one in units)
    above = dict(zip(starts, standing(listed, starts, anew, on.words.widest), strict=True))
    return tuple(replace(one, within=above[one.start]) if above[one.start] else one for one in units)


class Cutting:
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
        coded = self._coded()
        provisions = self._units(members, self._end_of_body(), earlier + quoted + coded, "")
        self._aside(earlier, "earlier wording", members)
        self._aside(quoted, "quoted", members)
        self._rows_beside()
        provisions += [*self._coded_units(coded, members), *self._attached({one.family for one in coded})]
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
                if one.family != "bare" and self._apart(one):  # a row with wide gaps goes on
                    highest = max(highest, one.number.key)
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
        return [self._unit(one, shape.end_of(one, stop), shape, container) for one, stop in spans]

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

    def _coded(self) -> list[Candidate]:
        """Return the units whose own word says that they are transitory ("Artículo transitorio 5"), each number once."""
        found = [one for one in self.found if one.family in self.on.words.coded.values() and not one.quoted]
        chosen = {one.number.key: one for row in rows(found) for one in row.members}
        for one in found:
            if chosen and one.weight >= CODED:
                chosen.setdefault(one.number.key, one)
        return sorted(chosen.values(), key=lambda one: one.start)

    def _coded_units(self, coded: list[Candidate], members: list[Candidate]) -> list[Provision]:
        starts = (one.start for one in (*coded, *members))
        stops = sorted({*starts, *(here.start for here in self.regions), len(self.on.text)})
        spans = [(one, self._stop(one, stops)) for one in coded]
        shape = Shape(self.on, spans)
        return [self._unit(one, stop, shape, "", one.family) for one, stop in spans]

    def _attached(self, coded: set[str]) -> list[Provision]:
        """Units of schedules and annexes to `other`; final provisions are returned, for they belong to the body.

        Of a code whose units say it themselves (`coded`), numbers beneath its heading are points. Where final provisions
        begin anew, another text stands there.
        """
        final: list[Provision] = []
        for here in self.regions:
            if here is self.home or here.marker is None or here.marker.kind == "ends":
                continue
            code = here.marker.name if here.marker.kind == "closing" else ""
            shown = re.sub(r"\W+", " ", self.on.text[here.marker.start : here.marker.end]).strip().lower()
            if code not in BODY_CODES:
                container = shown if code else here.marker.name.lower()
                units = [unit for row in self._of_region(here, container, code) for unit in row]
                self.other += units or [self._whole(here, container)]
                continue
            for row in self._of_region(here, "", code) if code not in coded else ():
                known = {one.number for one in final}
                if known.isdisjoint(one.number for one in row):
                    final += row
                else:
                    self.other += [replace(one, container=shown, address=f"{slug(shown)}__{one.address}") for one in row]
        return final

    def _of_region(self, here: Region, container: str, code: str) -> list[list[Provision]]:
        """Return the units of each row of a region; those that count on from the body have the body's plain numbers."""
        found: list[list[Provision]] = []
        last = self.body.members[-1]
        for place, row in enumerate(here.rows):
            end = here.rows[place + 1].start if place + 1 < len(here.rows) else here.end
            stops = sorted({*(one.start for one in row.members), end})
            spans = [(one, self._stop(one, stops)) for one in row.members]
            shape = Shape(self.on, spans)
            first = row.members[0]
            on = code in BODY_CODES and first.family == last.family and 0 <= first.number.whole - last.number.whole <= COUNTS_ON
            here_code = "" if on else code
            found.append([self._unit(one, shape.end_of(one, stop), shape, container, here_code) for one, stop in spans])
        return found

    def _whole(self, here: Region, container: str) -> Provision:
        marker = here.marker
        assert marker is not None
        end = here.start + len(self.on.text[here.start : here.end].rstrip())
        heading = re.sub(r"\s+", " ", self.on.text[marker.start : marker.end]).strip(" #*_")
        return Provision("", heading or None, slug(container), "paragraph", here.start, end, container)
