"""Long units of a policy cut where it goes on counting, or at headings inside them: a chapter of forty pages is no provision.

Where the unit counts points that have headings of their own, these are units ("2(1)"). Else it is cut at its headings without
number, the longest at paragraphs, and the numbers ("2/1") are ours, which a warning says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from ssc_drafter.policies.grammar import fold
from ssc_drafter.policies.headings import Shape, own_headings
from ssc_drafter.policies.instrument import Division, Provision
from ssc_drafter.policies.matter import entry, named
from ssc_drafter.policies.pages import Candidate, Page
from ssc_drafter.policies.plain_units import paragraphs
from ssc_drafter.policies.stretches import region
from ssc_drafter.policies.warned import whole
from ssc_drafter.tree.numbering import slug

LONG = 8000  # signs from which a unit of a policy is cut
FIRST = "approving act"  # a short row before the longest: in a policy a chapter like others
LONGEST_UNIT = 12000  # signs from which a unit without points and headings is cut at its paragraphs
COVERED = 0.4  # share of the unit that its points hold
LISTED = 0.6  # share of the units of a part that end like lines of a contents page
LEAST = 2  # headings, or points
SHORTEST, LONGEST = 4, 110  # signs of a heading without number
TRIM = ' \t\n#*_>“"«|'
Cut = tuple[int, str, str | None]  # where a piece begins, what is added to the number, its heading


def finer(on: Page, found: Sequence[Candidate], units: Sequence[Provision]) -> tuple[Provision, ...]:
    """Return the units of a policy, the long ones cut."""
    made: list[Provision] = []
    for one in units:
        long = one.end - one.start > LONG and one.level != "article"  # one article of a law is one, however long
        cuts = _cuts(on, found, one) if long else []
        made += _pieces(on, one, cuts) if cuts else [one]
    return tuple(made)


def with_parts(
    on: Page, units: Sequence[Provision], other: Sequence[Provision]
) -> tuple[tuple[Provision, ...], list[str], tuple[Provision, ...]]:
    """Return the units of a policy with those of its parts that count anew, the names of these parts, and what stays apart.

    A law whose numbers begin anew has a schedule; a policy has chapters, and all of them are its own.
    """
    on_from = _counting_on(units, other)
    moved_on = {one.address for one in on_from}
    units, other = [*units, *on_from], [one for one in other if one.address not in moved_on]
    anew = [one for one in other if one.container == FIRST or one.container.startswith("part ") or _annexed(one)]
    if not anew or 2 * sum(one.level == "article" for one in units) > len(units):  # a law in two languages, by its form
        return tuple(units), [], tuple(other)
    moved: list[Provision] = []
    count, here, have = 0, "", set[str]()
    for one in sorted(anew, key=lambda one: one.start):
        if one.container != here or one.number in have:
            count, here, have = count + 1, one.container, set()
        have.add(one.number)
        moved.append(_named(one, f"part {count}"))
    rows = {name: [one for one in moved if one.word == name] for name in dict.fromkeys(one.word for one in moved)}
    moved = [one for row in rows.values() if _counts(row) and not _contents(on, row) for one in row]
    kept = {one.start for one in anew}  # those that jump are lines of the contents, and what follows the last is read anew
    own = sorted([*units, *moved], key=lambda one: one.start)
    return tuple(own), list(dict.fromkeys(one.word for one in moved)), tuple(one for one in other if one.start not in kept)


def _annexed(one: Provision) -> bool:
    """Whether a unit is a numbered point of an annex: of a plan these are its own, and articles are those of another text."""
    return bool(one.number) and one.level != "article" and re.match(r"(?:annex|appendix)(?![a-z])", one.container) is not None


def _counting_on(units: Sequence[Provision], other: Sequence[Provision]) -> list[Provision]:
    """Return the points of annexes whose numbers go on from the last chapter: chapter 15 behind 14."""
    last = max((whole(one.number) for one in units), default=0)
    rows: dict[str, list[Provision]] = {}
    for one in other:
        if _annexed(one):
            rows.setdefault(one.container, []).append(one)
    after = [row for row in rows.values() if min(whole(one.number) for one in row) == last + 1]
    return [replace(one, container="") for row in after for one in row] if last else []


def _counts(units: Sequence[Provision]) -> bool:
    """Whether the units of a part count on: the lines of a scanned table of contents jump."""
    numbers = [int(found[1]) for one in units if (found := re.search(r", (\d+)", one.number))]
    return not numbers or max(numbers) <= 2 * len(numbers) + 2


def _contents(on: Page, units: Sequence[Provision]) -> bool:
    """Whether the units of a part are lines of a contents page: their headings end in leaders and page numbers."""
    heads = ((one, on.line(one.start)[1]) for one in units)
    rows = [entry(on.text[one.start : end]) or entry(on.text[end : on.line(end + 1)[1]]) for one, end in heads]
    return sum(rows) > LISTED * len(units)


def _named(one: Provision, part: str) -> Provision:
    address = f"{slug(part)}__{one.address.rsplit('__', 1)[-1]}"
    return replace(one, number=f"{part}, {one.number}", word=part, address=address, container="")


def _cuts(on: Page, found: Sequence[Candidate], unit: Provision) -> list[Cut]:
    inside = region(unit.start + 1, unit.end, None, found)
    for row in sorted(inside.rows, key=lambda row: -len(row.members)):
        ends = [*(one.start for one in row.members[1:]), unit.end]
        spans = list(zip(row.members, ends, strict=True))
        counts = row.members[0].number.whole == 1 and len(row.members) >= LEAST
        if counts and unit.end - row.start >= COVERED * (unit.end - unit.start) and own_headings(on, spans):
            shape = Shape(on, spans)
            return [(one.start, f"({one.number.text})", shape.heading(one, end)) for one, end in spans]
    listed = _joined(on, unit, _headings(on, unit))
    if len(listed) < LEAST:
        pieces = paragraphs(on.text[unit.start : unit.end]) if unit.end - unit.start > LONGEST_UNIT else ()
        return [(unit.start + one.start, f"/{place}", None) for place, one in enumerate(pieces[1:], 1)]
    return [(start, f"/{place}", words) for place, (start, words) in enumerate(listed, 1)]


def _joined(on: Page, unit: Provision, listed: Sequence[tuple[int, int]]) -> list[tuple[int, str]]:
    """Return where headings begin, with their words: those with nothing between them are one, broken over lines."""
    rows: list[tuple[int, int]] = []
    for start, end in listed:
        if rows and not on.text[rows[-1][1] : start].strip(TRIM):
            rows[-1] = rows[-1][0], end
        elif on.text[end : unit.end].strip():
            rows.append((start, end))
    return [(start, re.sub(r"\s+", " ", on.text[start:end]).strip(TRIM)) for start, end in rows]


def _headings(on: Page, unit: Provision) -> list[tuple[int, int]]:
    """Return the headings without number in a unit, its own apart: printed as headings, or short lines in capitals."""
    own = on.line(unit.start)[1]
    printed = [
        (one.start, one.end)
        for one in on.printed
        if own < one.start and one.end <= unit.end and one.kind == "heading" and "toc" not in one.marks
    ]
    lines = [(found.start(), found.end()) for found in re.finditer(r"(?m)^.+$", on.text[own : unit.end])]
    capitals = [(own + start, own + end) for start, end in lines if _capitals(on.text[own + start : own + end])]
    spans = printed if len(printed) >= LEAST else capitals
    return [(start, end) for start, end in spans if end - start <= LONGEST]


def _capitals(line: str) -> bool:
    bare = line.strip(TRIM)
    words = re.findall(r"[^\W\d_]{2,}", bare)
    return len(bare) >= SHORTEST and len(words) >= 2 and bare.isupper() and not bare.endswith((".", ",", ";"))


def _pieces(on: Page, unit: Provision, cuts: Sequence[Cut]) -> list[Provision]:
    stops = [*(start for start, _, _ in cuts[1:]), unit.end]
    label = unit.named
    within = (*unit.within, Division(label, unit.heading))
    made = [replace(unit, end=_end(on, unit.start, cuts[0][0]))]
    for (start, more, heading), stop in zip(cuts, stops, strict=True):
        number = f"{unit.number}{more}"
        address = f"{unit.address}__{slug(more.strip('()/'))}"
        made.append(
            replace(
                unit, number=number, heading=heading, address=address, start=start, end=_end(on, start, stop), within=within
            )
        )
    matter = [bool(one.heading and one is not made[0] and named(fold(one.heading), on.words)) for one in made]
    return [one for one, apart in zip(made, matter, strict=True) if one.end > one.start and not apart]


def _end(on: Page, start: int, stop: int) -> int:
    return start + len(on.text[start:stop].rstrip(" \t\n#*_|"))
