"""What is remembered of a unit's pairs from one check to the next: how they are read in the end, the findings that they make,
and what others work out of them. An edit elsewhere changes nothing of it.

It is kept with the body of law, and holds while all that it rests on is the same: the pairs, the sort of draft, and the words
of the draft that are put in. Where the unit stands may change; so pairs are remembered by their place in the row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from ssc_drafter.check.document.answered import crossed, with_articles
from ssc_drafter.check.document.holding import Held, Link, Outcome
from ssc_drafter.check.document.included import included, with_definitions
from ssc_drafter.check.document.leaving import lefts, without_left
from ssc_drafter.check.document.meant_otherwise import meant_otherwise, otherwise
from ssc_drafter.check.document.merging import Merged, merged
from ssc_drafter.check.document.provided import provided, speaking
from ssc_drafter.check.document.reached import reached
from ssc_drafter.check.document.sole import freed_alone, meanings
from ssc_drafter.check.document.together import REMEMBERED, Sight, defining, of_pair, own_ways, readings
from ssc_drafter.check.document.weighing import draft_weights

T = TypeVar("T")
_Row = tuple[int, Any, tuple[int, ...], float]


class Known(Struct):
    """What was found of a unit's pairs, and what from: the sort of draft, those pairs, words of the draft to be put in.

    `more` is what is remembered of the pairs that were found; it goes with them.
    """

    sort: object
    rows: Sequence[Held]
    own: list[tuple[Any, ...]]
    found: list[Held]
    more: dict[Any, Any]

    def once(self, what: Any, make: Callable[[], T]) -> T:
        """Return what was made of these pairs, worked out once. It must not depend on where the unit stands."""
        if what not in self.more:
            self.more[what] = make()
        made: T = self.more[what]
        return made

    def findings(self, sight: Sight) -> list[Merged]:
        """Return the findings that these pairs make."""
        rows: list[_Row] = self.once("findings", lambda: self._rows(sight))
        at = self.found
        return [Merged(at[lead], kind, tuple([at[one] for one in also]), chance) for lead, kind, also, chance in rows]

    def _rows(self, sight: Sight) -> list[_Row]:
        made = merged(self.found, draft_weights(), sight.draft)
        return [(self.place(one.lead), one.kind, tuple(map(self.place, one.also)), one.chance) for one in made]

    def place(self, held: Held) -> int:
        """Return which of the pairs one is."""
        return next(place for place, one in enumerate(self.found) if one is held)


def read_together(outcome: Outcome, sight: Sight) -> list[Known]:
    """Return for each unit what its pairs say; those that bite only together with another text are read so."""
    units: dict[str, list[Held]] = defaultdict(list)
    for one in outcome.held:
        units[one.unit.address].append(one)
    sight.pairs = {of_pair(one.unit.address, one): one for one in outcome.held}
    sight.rows = {address: tuple(rows) for address, rows in units.items()}
    for one in with_definitions(outcome, sight):
        units[one.unit.address].append(one)
    for one in with_articles(outcome, sight):
        units[one.unit.address].append(one)
    known = sight.index.facts.setdefault("units", {})
    if len(known) >= REMEMBERED:
        known.clear()
    return [_unit(rows, sight, known) for rows in units.values()]


def _unit(rows: Sequence[Held], sight: Sight, known: dict[tuple[str, str, str], Known]) -> Known:
    """Return a unit's pairs as they are read in the end: as before, where all that they depend on is the same."""
    key = rows[0].unit.address, rows[0].clause.lang, rows[0].clause.text
    own, out = own_ways(rows[0], sight), lefts(rows[0], sight.terms)
    parts = otherwise(rows[0], sight)
    marks = [(*way.put, *_mark(way.link)) for way, _ in own]
    marks += [(one.lang, one.at, one.out, one.rest, *_mark(one.link)) for one in out]
    marks += [(at, *_ground(row)) for way, _ in own for at, one in enumerate(rows) for row in defining(way, one, sight)]
    marks += [one.mark for one in parts]
    marks += _crossed(rows, sight)
    before = known.get(key)
    if before and before.sort is sight.sort and before.own == marks and _same(before.rows, rows):
        every = (*(way.link for way, _ in own), *(one.link for one in out), *(one.meanings.draft for one in parts))
        crossing = (*(row.way.link for row in sight.crossings.by.get(key[0], ())), *speaking(key[0], sight))
        links = {_mark(link): link for link in (*every, *meanings(rows[0], sight), *crossing)}
        rewritten = zip(before.found, before.rows, rows, strict=True)
        found = [new if one is old else _moved(one, new, links) for one, old, new in rewritten]
        known[key] = Known(sight.sort, rows, marks, found, before.more)
    else:
        read = zip(readings(rows, own, sight), rows, strict=True)
        found = [without_left(included(one, row, own, out, sight), out) for one, row in read]
        found = [freed_alone(meant_otherwise(one, rows, parts, sight), sight) for one in found]
        found = [reached(one, sight) for one in found]
        found = [provided(crossed(one, sight), sight) for one in found]
        known[key] = Known(sight.sort, rows, marks, found, {})
    return known[key]


def _ground(one: Held) -> tuple[float, ...]:
    """Return what the ground of the pair of a definition adds to that of a pair which is read with it (together._nearer)."""
    return one.features.share, one.features.mutual, one.features.subject


def _crossed(rows: Sequence[Held], sight: Sight) -> list[tuple[Any, ...]]:
    """Return all that a unit's pairs take from the articles that it cites, and from those that cite it."""
    address, found = rows[0].unit.address, list[tuple[Any, ...]]()
    for crossing in sight.crossings.by.get(address, ()):
        cited = crossing.way.link.unit.address if crossing.way.link.unit else ""
        others = [(at, sight.pairs.get(of_pair(cited, one))) for at, one in enumerate(rows)]
        found.append((*crossing.way.put, *_mark(crossing.way.link)))
        found += [(at, one.clause.text, one.found.related, one.chance, *_ground(one)) for at, one in others if one]
    for crossing in sight.crossings.of.get(address, ()):
        found.append((crossing.clause.text, crossing.way.term, crossing.way.insert, crossing.unit.address))
    return found


def _mark(link: Link) -> tuple[Any, ...]:
    """Return what tells a link to a unit of the draft from others, wherever that unit stands."""
    return link.how, link.term, link.unit.address if link.unit else "", link.start, link.end


def _same(before: Sequence[Held], rows: Sequence[Held]) -> bool:
    """Whether two rows of pairs say the same, wherever their unit stands in the draft."""
    return len(before) == len(rows) and all(
        one is other or (one.found is other.found and one.place is other.place and one.features == other.features)
        for one, other in zip(before, rows, strict=True)
    )


def _moved(one: Held, new: Held, links: dict[tuple[Any, ...], Link]) -> Held:
    """Return what was found of a pair, as of the unit where it stands now."""
    if one.unit == new.unit and not any(link.unit for link in one.links):
        return one
    there = tuple(links[_mark(link)] if link.unit else link for link in one.links)
    return msgspec.structs.replace(one, unit=new.unit, links=there)
