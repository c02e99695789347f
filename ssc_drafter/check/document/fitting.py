"""Looked at and found to fit: for a clause, every provision that came near it and makes no finding, with the reason.

A check judges the few candidates of a clause that promise most; here all of them are judged, so it is done on demand. What a
provision has to be read with (a definition, a provision that it cites, a term of the draft) is read with it and shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec import Struct

from ssc_drafter.check.candidates import Index, Place, Ranked
from ssc_drafter.check.document import quotes, together, verified
from ssc_drafter.check.document.bodies import body_of, clause_body
from ssc_drafter.check.document.chaining import Chain, chained
from ssc_drafter.check.document.citing import law_place
from ssc_drafter.check.document.fit_reasons import STRANGE, Fitting, lifted, reason, telling_guard
from ssc_drafter.check.document.holding import Held
from ssc_drafter.check.document.joined import told
from ssc_drafter.check.document.merging import Draft
from ssc_drafter.check.document.structure import carries
from ssc_drafter.check.document.ways import Sides, Way, said
from ssc_drafter.check.document.weighing import NO_FEATURES
from ssc_drafter.check.document.whole import clause_at
from ssc_drafter.check.finding import Finding, Fit, PolicyPlace
from ssc_drafter.check.judge import judge
from ssc_drafter.check.kept import Readings
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading
from ssc_drafter.check.pairs import pair
from ssc_drafter.tree.running import RunningText, Unit

Taken = frozenset[tuple[str, tuple[str, str, str], str]]


def taken(findings: Iterable[Finding]) -> Taken:
    """Return which provisions a finding speaks of already, at which clause: address, law, number."""
    return frozenset(
        (one.clause.address, law.law, law.number) for one in findings if one.clause for law in (one.policy, *one.also)
    )


def fits_at(draft: RunningText, index: Index, address: str, spoken: Taken) -> tuple[Fit, ...]:
    """Return what fits of a clause: the candidates that are in no finding, those on the same matter first."""
    unit = next((one for one in draft.units if one.address == address), None)
    if unit is None:
        return ()
    clause = read(clause_body(draft.text[unit.start : unit.end]), draft.lang)
    sight = together.sight_of(draft, index, Draft(draft.title))
    return tuple(_Sheet(draft, sight, spoken).fits(unit, clause, index.search(clause, unit.heading)))


def fits_of(
    draft: RunningText,
    clauses: Iterable[tuple[Unit, Reading]],
    ranked: Iterable[tuple[Unit, Sequence[Ranked]]],
    spoken: Taken,
    sight: together.Sight,
) -> tuple[Fit, ...]:
    """Return what fits of every clause, in the order of the draft."""
    sheet, candidates = _Sheet(draft, sight, spoken), {unit.address: rows for unit, rows in ranked}
    return tuple(fit for unit, clause in clauses for fit in sheet.fits(unit, clause, candidates[unit.address]))


class _Sheet(Struct):
    """What the clauses of a draft share while it is told what fits: the draft, its sight, the findings, what has been read."""

    draft: RunningText
    sight: together.Sight
    spoken: Taken
    known: dict[tuple[str, str], Reading] = msgspec.field(default_factory=dict)

    def fits(self, unit: Unit, clause: Reading, ranked: Sequence[Ranked]) -> Iterator[Fit]:
        """Yield what fits of a clause, those on the same matter first."""
        kept, rows = Readings(), []
        for place in (one.place for one in ranked):
            if (unit.address, place.instrument.name, place.provision.number) not in self.spoken:
                both = pair(clause, self._read(place, kept), place.instrument.country)
                rows.append(Fitting(place, both, judge(both)))
        kept.close()
        for row in sorted(rows, key=lambda row: -row.found.related):
            yield self._fit(unit, row)

    def _read(self, place: Place, kept: Readings) -> Reading:
        words, lang = body_of(place), place.instrument.lang
        if (words, lang) not in self.known:
            self.known[words, lang] = kept.get(words, lang) or read(words, lang)
        return self.known[words, lang]

    def _fit(self, unit: Unit, row: Fitting) -> Fit:
        """Return a fit with what it was read with. Its reason is that of the reading in which most spares the clause."""
        again = list(self._again(unit, row))
        why = reason(row, self.draft.lang)
        spared = () if telling_guard(row) else [(way, whole) for way, put, whole in again if _spares(way, put, whole)]
        text = lifted(row, spared[0][1], spared[0][0], self.draft.lang) if spared else why.text
        rests = tuple(told(self.draft, way.link) for way, _, _ in again if spared or why.name != "unrelated")
        text = " ".join([text, *(one.text for one in rests)])
        ours = clause_at(self.draft, unit, *quotes.whole(row.clause, (0, 0)))
        return Fit(ours, _policy(row, why.law), verified.told(text, row.place, self.draft.lang), rests)

    def _again(self, unit: Unit, row: Fitting) -> Iterator[tuple[Way, Chain, Fitting]]:
        """Yield a pair on one matter as it reads with what belongs to it: of each sort of text that which brings most."""
        if row.found.related < STRANGE or carries(row.place) or (row.place.verified and row.place.verified.text):
            return
        held = Held(unit, row.clause, row.place, row.provision, row.found, 0.0, NO_FEATURES)
        sides = Sides(held, said(row.clause), said(row.provision))
        seen: set[str] = set()
        for way in sorted(together.ways_of(sides, self.sight), key=lambda way: (-way.gain, -len(way.insert))):
            if way.link.how not in seen:
                seen.add(way.link.how)
                chain = chained(row.clause, row.provision, (way,))
                both = pair(chain.clause, chain.provision, row.place.instrument.country)
                yield way, chain, Fitting(row.place, both, judge(both))


def _spares(way: Way, chain: Chain, whole: Fitting) -> bool:
    """Whether a pair read with another text is spared by a guard that rests on the words of that text."""
    guard = telling_guard(whole)
    return guard is not None and chain.is_inside(way, guard.clause if way.ours else guard.law)


def _policy(row: Fitting, at: tuple[int, int]) -> PolicyPlace:
    start, end = verified.quoted(row.place, at) or quotes.whole(row.provision, at)
    provision = row.place.provision
    return law_place(row.place.instrument, provision, provision.start + start, provision.start + end)
