"""A whole draft held against laws: clause by clause, merged, ordered, with what was read and what was not."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from ssc_drafter.check import reasons
from ssc_drafter.check.candidates import Index, Ranked, index_of
from ssc_drafter.check.cures import cures
from ssc_drafter.check.finding import (
    Candidate,
    Checked,
    ClauseCandidates,
    ClausePlace,
    DraftRead,
    Finding,
    Fit,
    NotRead,
    PolicyPlace,
    Read,
    Report,
)
from ssc_drafter.check.judge import Judgement, judge, weights
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading
from ssc_drafter.check.pairs import pair
from ssc_drafter.policies.instrument import Instrument
from ssc_drafter.tree.running import RunningText, Unit

_RANK = {"high": 0, "medium": 1, "low": 2}
_NOT_CLAUSES = ("title", "signatures", "testimonium", "preamble")
Progress = Callable[[int, int], None]
KEPT = 2_000  # units whose outcome is remembered with an index


class Held(msgspec.Struct, frozen=True):
    """A unit of the draft held against one provision."""

    unit: Unit
    ranked: Ranked
    found: Judgement


def operative(draft: RunningText) -> list[Unit]:
    """Return the units that promise something: not the title, the preamble or the signatures."""
    return [
        unit for unit in draft.units if not unit.address.startswith(_NOT_CLAUSES) and draft.text[unit.start : unit.end].strip()
    ]


def check(
    draft: RunningText,
    instruments: Sequence[Instrument],
    *,
    library: Any = None,
    progress: Progress | None = None,
    fits: bool = False,
    not_read: Iterable[NotRead] = (),
) -> Report:
    """Return the report on a draft. `progress` is told how many units are done, of how many."""
    begun = time.perf_counter()
    index = index_of(instruments)
    units = operative(draft)
    held: list[Held] = []
    thought: list[ClauseCandidates] = []
    for done, unit in enumerate(units, 1):
        ranked, rows = hold(draft, unit, index)
        held += rows
        thought.append(
            ClauseCandidates(
                unit.number,
                tuple(Candidate(one.place.instrument.file, one.place.provision.number, one.score) for one in ranked),
            )
        )
        if progress:
            progress(done, len(units))
    counted, looked = _findings(draft, held, library)
    checked = Checked(len(units), len(index.places), round(time.perf_counter() - begun, 3))
    return Report(
        DraftRead(draft.title, draft.lang, draft.sha256, draft.articles),
        tuple(_read(one) for one in instruments),
        tuple(not_read),
        counted,
        looked,
        _fits(draft, held) if fits else (),
        checked,
        tuple(thought),
    )


def hold(draft: RunningText, unit: Unit, index: Index) -> tuple[list[Ranked], list[Held]]:
    """Return the candidates of a unit, and what was found on each: from memory where these words were held before."""
    words = draft.text[unit.start : unit.end]
    key = (words, draft.lang, unit.heading)
    if key not in index.kept:
        if len(index.kept) >= KEPT:
            index.kept.clear()
        clause = read(words, draft.lang)
        ranked = index.search(clause, unit.heading)
        index.kept[key] = ranked, [_judged(clause, one) for one in ranked]
    ranked, judgements = index.kept[key]
    return ranked, [Held(unit, one, found) for one, found in zip(ranked, judgements, strict=True)]


def _judged(clause: Reading, one: Ranked) -> Judgement:
    provision = read(one.place.text, one.place.instrument.lang)
    return judge(pair(clause, provision, one.place.instrument.country), in_draft=True)


def _read(one: Instrument) -> Read:
    return Read(one.title, one.country, one.lang, one.file, one.sha256, len(one.provisions), one.date, one.status)


def _findings(draft: RunningText, held: list[Held], library: Any) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return what counts and what is only to be looked at: the best provision of a sentence leads, the others follow."""
    by = weights()
    groups: dict[tuple[str, int], list[Held]] = {}
    for one in held:
        if one.found.leading and one.found.confidence >= by.look:
            groups.setdefault((one.unit.address, _sentence(draft, one)), []).append(one)
    counted: list[Finding] = []
    looked: list[Finding] = []
    for rows in groups.values():
        rows.sort(key=lambda one: -one.found.confidence)
        finding = _finding(draft, rows, library)
        (counted if rows[0].found.confidence >= by.flag_draft else looked).append(finding)
    order: Callable[[Finding], tuple[int, float, int]] = lambda one: (  # noqa: E731
        _RANK[one.severity],
        -one.confidence,
        one.clause.start if one.clause else 0,
    )
    return tuple(sorted(counted, key=order)), tuple(sorted(looked, key=order))


def _sentence(draft: RunningText, held: Held) -> int:
    """Return which sentence of the unit a finding rests on."""
    clause = read(draft.text[held.unit.start : held.unit.end], draft.lang)
    start = held.found.leading.clause[0] if held.found.leading else 0
    return sum(one.start <= start for one in clause.sentences)


def _finding(draft: RunningText, rows: list[Held], library: Any) -> Finding:
    best = rows[0]
    found = best.found if best.found.type else msgspec.structs.replace(best.found, type=best.found.leading.kind)  # type: ignore[union-attr]
    verdict = found.verdict if found.severity else "conflict"
    clause, policy = _clause(draft, best), _policy(best)
    said = _reason(draft, best, found)
    kind = found.type or "prohibition"
    place = best.ranked.place
    provision = read(place.text, place.instrument.lang)
    ways = cures(found, best.unit, provision, place.instrument.country, draft.lang, library)
    return Finding(
        identity(clause.quote, policy.quote, kind),
        reasons.title(found, draft.lang),
        verdict,
        kind,
        found.severity or "low",
        round(found.confidence, 3),
        clause,
        policy,
        said,
        ways,
        tuple(_policy(one) for one in rows[1:6]),
    )


def _reason(draft: RunningText, held: Held, found: Judgement) -> str:
    clause = read(draft.text[held.unit.start : held.unit.end], draft.lang)
    place = held.ranked.place
    flagged = found if found.severity else msgspec.structs.replace(found, verdict="conflict")
    provision = read(place.text, place.instrument.lang)
    return reasons.reason(flagged, clause, provision, draft.lang, place.instrument.title, place.provision.number)


def identity(ours: str, theirs: str, kind: str) -> str:
    """Return a finding's id: the same while the words on both sides stand."""
    return hashlib.sha256("\x1f".join((" ".join(ours.split()), " ".join(theirs.split()), kind)).encode()).hexdigest()[:16]


def _clause(draft: RunningText, held: Held) -> ClausePlace:
    unit, leading = held.unit, held.found.leading
    start, end = leading.clause if leading and leading.clause[1] else (0, unit.end - unit.start)
    start, end = unit.start + start, unit.start + end
    return ClausePlace(unit.address, unit.number, draft.text[start:end], start, end, unit.clause or None, unit.variant or None)


def _policy(held: Held) -> PolicyPlace:
    place, leading = held.ranked.place, held.found.leading
    start, end = leading.law if leading and leading.law[1] else (0, place.provision.end - place.provision.start)
    start, end = place.provision.start + start, place.provision.start + end
    one = place.instrument
    return PolicyPlace(
        one.title, one.country, one.file, place.provision.number, place.provision.address, one.text[start:end], start, end
    )


def _fits(draft: RunningText, held: list[Held]) -> tuple[Fit, ...]:
    by = weights()
    return tuple(
        Fit(_clause(draft, one), _policy(one), _reason_fit(draft, one))
        for one in held
        if one.found.related >= 0.5 and one.found.confidence < by.look
    )


def _reason_fit(draft: RunningText, held: Held) -> str:
    clause = read(draft.text[held.unit.start : held.unit.end], draft.lang)
    place = held.ranked.place
    provision = read(place.text, place.instrument.lang)
    return reasons.reason(held.found, clause, provision, draft.lang, place.instrument.title, place.provision.number)
