"""Articles of a draft that speak of one another: "the permits referred to in Article 1", "decisions under Article 5 are final".

What such an article says is said of what the other promises: the two are read as one sentence, the words of the cited article
in brackets behind those that cite it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from ssc_drafter.check.document.bodies import clause_body
from ssc_drafter.check.document.holding import Link
from ssc_drafter.check.document.pointing import citations
from ssc_drafter.check.document.subjects import article_of
from ssc_drafter.check.document.ways import LONGEST, Way, numbered
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading
from ssc_drafter.tree.running import RunningText, Unit

OWN = "para"  # how words begin that cite a paragraph, which is one of the same article
MANY = 6  # sentences of a cited article: a longer one is a whole of rules, and what is said of it is said of none of them


class Crossing(Struct, frozen=True):
    """A sentence of a unit that cites another article, and the way in which a sentence of that article is put into it."""

    unit: Unit
    clause: Reading
    way: Way


class Crossings(Struct, frozen=True):
    """What the articles of a draft say of one another: by the address of the unit that cites, and of the one that is cited."""

    by: dict[str, tuple[Crossing, ...]]
    of: dict[str, tuple[Crossing, ...]]


def crossings(draft: RunningText) -> Crossings:
    """Return what the articles of a draft say of one another."""
    units = numbered(draft)
    by: dict[str, list[Crossing]] = defaultdict(list)
    of: dict[str, list[Crossing]] = defaultdict(list)
    for unit in draft.units:
        for one in _of_unit(draft, unit, units) if unit.address.startswith("art") else ():
            assert one.way.link.unit is not None, "a crossing leads to a unit of the draft"
            by[unit.address].append(one)
            of[one.way.link.unit.address].append(one)
    return Crossings({at: tuple(rows) for at, rows in by.items()}, {at: tuple(rows) for at, rows in of.items()})


def _of_unit(draft: RunningText, unit: Unit, units: dict[str, tuple[Unit, ...]]) -> Iterator[Crossing]:
    text = clause_body(draft.text[unit.start : unit.end])
    for number, start, end in citations(text, draft.lang):
        if text[start:end].lower().startswith(OWN):
            continue
        cited = [one for one in units.get(number, ()) if article_of(one) != article_of(unit)]
        rows = [(one, read(clause_body(draft.text[one.start : one.end]), draft.lang)) for one in cited]
        if sum(len(found.sentences) for _, found in rows) > MANY:
            continue
        for one, found in rows:
            for sentence in found.sentences:
                if sentence.end - sentence.start <= LONGEST:
                    link = Link("cites_here", text[start:end], None, one, sentence.start, sentence.end)
                    insert = " ".join(found.text[sentence.start : sentence.end].split()).rstrip(".")
                    yield Crossing(unit, read(text, draft.lang), Way(0.0, (start, end), insert, link, True))
