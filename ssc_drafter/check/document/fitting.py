"""Looked at and found to fit: for a clause, every provision that came near it and makes no finding, with the reason.

A check judges the few candidates of a clause that promise most; here all of them are judged, so it is done on demand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ssc_drafter.check import reasons
from ssc_drafter.check.candidates import Index, Place, Ranked
from ssc_drafter.check.document import quotes, verified
from ssc_drafter.check.document.bodies import body_of, clause_body
from ssc_drafter.check.document.telling import cited_place
from ssc_drafter.check.document.whole import clause_at
from ssc_drafter.check.finding import Finding, Fit, PolicyPlace
from ssc_drafter.check.judge import Judgement, judge, weights
from ssc_drafter.check.kept import Readings
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading
from ssc_drafter.check.pairs import pair
from ssc_drafter.tree.running import RunningText, Unit

STRANGE = 0.3  # relatedness under which a provision does not regulate what the clause speaks of
Taken = frozenset[tuple[str, str, str]]


def taken(findings: Iterable[Finding]) -> Taken:
    """Return which provisions a finding speaks of already, at which clause: address, file, number."""
    return frozenset(
        (one.clause.address, law.file, law.number) for one in findings if one.clause for law in (one.policy, *one.also)
    )


def fits_at(draft: RunningText, index: Index, address: str, spoken: Taken) -> tuple[Fit, ...]:
    """Return what fits of a clause: the candidates that are in no finding, those on the same matter first."""
    unit = next((one for one in draft.units if one.address == address), None)
    if unit is None:
        return ()
    clause = read(clause_body(draft.text[unit.start : unit.end]), draft.lang)
    return tuple(_fits(draft, unit, clause, index.search(clause, unit.heading), spoken, {}))


def fits_of(
    draft: RunningText,
    clauses: Iterable[tuple[Unit, Reading]],
    ranked: Iterable[tuple[Unit, Sequence[Ranked]]],
    spoken: Taken,
) -> tuple[Fit, ...]:
    """Return what fits of every clause, in the order of the draft."""
    known: dict[tuple[str, str], Reading] = {}
    candidates = {unit.address: rows for unit, rows in ranked}
    return tuple(fit for unit, clause in clauses for fit in _fits(draft, unit, clause, candidates[unit.address], spoken, known))


def _fits(
    draft: RunningText,
    unit: Unit,
    clause: Reading,
    ranked: Sequence[Ranked],
    spoken: Taken,
    known: dict[tuple[str, str], Reading],
) -> Iterator[Fit]:
    rows = []
    kept = Readings()
    for one in ranked:
        place = one.place
        if (unit.address, place.instrument.file, place.provision.number) not in spoken:
            provision = _read(place, kept, known)
            rows.append((judge(pair(clause, provision, place.instrument.country)), place, provision))
    kept.close()
    ours = clause_at(draft, unit, *quotes.whole(clause, (0, 0)))
    for found, place, provision in sorted(rows, key=lambda row: -row[0].related):
        why = verified.told(_why(found, place, clause, provision, draft.lang), place, draft.lang)
        yield Fit(ours, _policy(place, provision, found), why)


def _read(place: Place, kept: Readings, known: dict[tuple[str, str], Reading]) -> Reading:
    words, lang = body_of(place), place.instrument.lang
    if (words, lang) not in known:
        known[words, lang] = kept.get(words, lang) or read(words, lang)
    return known[words, lang]


def _policy(place: Place, provision: Reading, found: Judgement) -> PolicyPlace:
    signal = found.guard or found.leading
    start, end = verified.quoted(place) or quotes.whole(provision, signal.law if signal else (0, 0))
    one, at = place.instrument, place.provision
    start, end = at.start + start, at.start + end
    return PolicyPlace(one.title, one.country, one.file, at.number, at.address, one.text[start:end], start, end)


def _why(found: Judgement, place: Place, clause: Reading, provision: Reading, lang: str) -> str:
    """Return why a provision does not bite: another matter, what the strongest guard says, or too little against it."""
    words, law = reasons.sentences(lang), cited_place(place, lang)
    if found.related < STRANGE:
        return words["reason_unrelated"].format(law=law)
    guard = found.guard
    if guard and weights().signal.get(guard.name, 0.0) < 0 and f"reason_{guard.name}" in words:
        return words[f"reason_{guard.name}"].format(law=law, ours="", theirs="")
    signal = found.leading
    if signal is None:
        return words["reason_fits"].format(law=law)
    ours = reasons.shortened(clause.text[signal.clause[0] : signal.clause[1]])
    theirs = reasons.shortened(provision.text[signal.law[0] : signal.law[1]])
    return words["reason_weak" if ours and theirs else "reason_fits"].format(law=law, ours=ours, theirs=theirs)
