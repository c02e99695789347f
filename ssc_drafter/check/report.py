"""A whole draft held against laws: clause by clause, merged, ordered, with what was read and what was not."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from ssc_drafter.check import judge as judging
from ssc_drafter.check.candidates import Index, index_of
from ssc_drafter.check.cures import advice, cures, on_force, on_position, on_total
from ssc_drafter.check.document import (
    fitting,
    heard,
    joined,
    prevailing,
    quotes,
    recalled,
    repealing,
    telling,
    together,
    verified,
    whole,
)
from ssc_drafter.check.document import positions as house
from ssc_drafter.check.document.binding import binds_nobody, bound
from ssc_drafter.check.document.citing import law_place
from ssc_drafter.check.document.holding import Held, Outcome, hold
from ssc_drafter.check.document.merging import Draft, Merged
from ssc_drafter.check.document.standing import RANKS, Standing, gaps, read_of, severity, standing, usable
from ssc_drafter.check.document.treaty import Demand, demands
from ssc_drafter.check.document.weighing import draft_weights
from ssc_drafter.check.finding import (
    Candidate,
    Checked,
    ClauseCandidates,
    ClausePlace,
    Cure,
    DraftRead,
    Finding,
    Fit,
    NotRead,
    PolicyPlace,
    Report,
    Together,
)
from ssc_drafter.check.sharing import on_share, on_sum
from ssc_drafter.check.supplying import supplied
from ssc_drafter.policies.instrument import Instrument
from ssc_drafter.policies.positions import Position
from ssc_drafter.tree.running import RunningText

_RANK = {"high": 0, "medium": 1, "low": 2}
_LAST = 9  # rank of what is no law
Progress = Callable[[int, int], None]
Cures = Callable[[Merged, recalled.Known], tuple[Cure, ...]]


def check(
    draft: RunningText,
    instruments: Sequence[Instrument],
    *,
    library: Any = None,
    progress: Progress | None = None,
    fits: bool = False,
    not_read: Iterable[NotRead] = (),
    positions: Sequence[Position] = (),
    cured: bool = True,
) -> Report:
    """Return the report on a draft. `progress` is told how many units are done, of how many; `positions` are of the house.
    Unless `cured`, other words for a clause are not tried: half of the time on a draft that was never seen."""
    begun = time.perf_counter()
    used, left = usable(instruments, draft.lang)
    index = index_of(used)
    gone = repealing.repealed(index, used)
    outcome = repealing.without(hold(draft, index, progress), gone)
    demanded = [one for one in demands(index) if one.place.instrument.name not in gone]
    tried = _tried(draft, library) if cured else _advised(draft)
    found = [one for one in _findings(draft, outcome, index, demanded, used, library, tried) if one.policy.law not in gone]
    ranks = {one.name: RANKS[one.hierarchy] for one in used}
    own = house.against(
        draft, outcome.clauses, positions, identity, lambda *held: on_position(held[0], draft, library, held[1])
    )
    sure, unsure = _split(found, own, ranks)
    unheard = heard.unheard(draft, outcome.clauses, positions)
    checked = Checked(len(outcome.ranked), len(index.places), round(time.perf_counter() - begun, 3), index.roads)
    return Report(
        DraftRead(draft.title, draft.lang, draft.sha256, draft.articles),
        tuple(read_of(one, draft.lang) for one in instruments),
        (*not_read, *left, *repealing.told(gone, draft.lang), *_unread(used, draft.lang), *unheard),
        sure,
        unsure,
        _fits(draft, outcome, index, (*sure, *unsure)) if fits else (),
        checked,
        _thought(outcome),
        whole.steps_of(draft, demanded),
        positions=house.taken_part(positions, draft),
    )


def _unread(used: Sequence[Instrument], lang: str) -> Iterator[NotRead]:
    """Yield the verified norms that name no provision or hide one, and what the files of laws lack."""
    yield from verified.unused(used, lang)
    yield from verified.muted(used, lang)
    yield from gaps(used, lang)


def _fits(draft: RunningText, outcome: Outcome, index: Index, found: Iterable[Finding]) -> tuple[Fit, ...]:
    sight = together.sight_of(draft, index, Draft(draft.title))
    return fitting.fits_of(draft, outcome.clauses, outcome.ranked, fitting.taken(found), sight)


def _split(
    found: Iterable[Finding], own: Iterable[tuple[Finding, bool]], ranks: Mapping[tuple[str, str, str], int]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return the findings that count and those to be looked at, those on positions of the house among them, in order."""
    by = draft_weights()
    rows = [(one, one.confidence >= by.flag) for one in found] + list(own)
    rows.sort(key=_in_order([one for one, _ in rows], ranks))
    return tuple(one for one, counts in rows if counts), tuple(one for one, counts in rows if not counts)


def _order(one: Finding) -> tuple[int, float, int]:
    return _RANK[one.severity], -one.confidence, one.clause.start if one.clause else 0


def _in_order(found: Iterable[Finding], ranks: Mapping[Any, int]) -> Callable[[tuple[Finding, bool]], tuple[Any, ...]]:
    """Return the order of findings: the gravest first; of those on the same words the one on the law of highest rank leads."""
    gravest: dict[tuple[Any, ...], tuple[int, float, int]] = {}
    for one in found:
        gravest[_words(one)] = min(_order(one), gravest.get(_words(one), _order(one)))
    return lambda row: (gravest[_words(row[0])], ranks.get(row[0].policy.law, _LAST), _order(row[0]))


def _words(one: Finding) -> tuple[Any, ...]:
    """Return the words of the draft, and the State, that a finding is on; of an omission, its own."""
    return (one.clause.start, one.clause.end, one.policy.country) if one.clause else (one.id,)


def _thought(outcome: Outcome) -> tuple[ClauseCandidates, ...]:
    return tuple(
        ClauseCandidates(
            unit.number,
            tuple(Candidate(one.place.instrument.name, one.place.provision.number, one.score) for one in ranked),
        )
        for unit, ranked in outcome.ranked
    )


def _findings(
    draft: RunningText,
    outcome: Outcome,
    index: Index,
    demanded: Sequence[Demand],
    used: Sequence[Instrument],
    library: Any,
    tried: Cures,
) -> list[Finding]:
    """Return the findings on the laws, in no order; `tried` gives the cures of those that pairs make."""
    stands = standing(outcome, bound(index, used))
    skips = list(whole.skipping(draft, outcome, demanded, identity))
    taken = {(one.clause.address, law.law, law.number) for one in skips if one.clause for law in (one.policy, *one.also)}
    binding = frozenset(one.place.key for one in demanded)
    signing = frozenset(one.place.key for one in demanded if one.signing)
    of = Draft(draft.title, binding, signing, binds_nobody(draft))
    sight = together.sight_of(draft, index, of)
    units = recalled.read_together(outcome, sight)
    pairs = [(one, unit) for unit in units for one in unit.findings(sight) if _key(one.lead) not in taken]
    found = [_finding(draft, one, stands, tried, (sight, unit)) for one, unit in pairs]
    found += [_with_force(one, draft, library) for one in skips]
    found += whole.omitting(draft, outcome, index, identity, lambda one: supplied(one, draft.lang, library))
    found += whole.exceeding(draft, outcome, index, found, identity, lambda one: on_total(one, draft, library))
    found += whole.sharing(draft, outcome, sight, found, identity, on_share)
    found += whole.adding(draft, outcome, found, identity, on_sum)
    return found


def _with_force(one: Finding, draft: RunningText, library: Any) -> Finding:
    cures = on_force(one.clause, draft, library) if one.clause else ()
    return msgspec.structs.replace(one, cure=(*cures, *one.cure))


def _key(held: Held) -> tuple[str, tuple[str, str, str], str]:
    return held.unit.address, held.place.instrument.name, held.place.provision.number


def _finding(
    draft: RunningText, one: Merged, stands: Standing, tried: Cures, beside: tuple[together.Sight, recalled.Known]
) -> Finding:
    """Return a finding; `beside` is what the draft's readings share, and what is known of its unit."""
    held, leading = one.lead, one.lead.found.leading
    assert leading is not None, "merged() keeps pairs that a signal leads"
    verdict, base = judging._grade(leading, held.found.signals)
    clause, policy = _clause(draft, held), _policy(held)
    sight, unit = beside
    rests = joined.joined(draft, held, sight)
    at = unit.place(held)
    beside_it = unit.once(("others", at), lambda: [unit.place(other) for other in prevailing.others(held, unit.found)])
    others = [unit.found[place] for place in beside_it]
    return Finding(
        identity(clause.quote, _resting(policy, rests if held.links else ()), one.kind),
        telling.title(leading, one.kind, held, draft.lang),
        verdict,
        one.kind,
        severity(base, held, stands, overtaken=prevailing.overtaken(held, others)),
        round(one.chance, 3),
        clause,
        policy,
        verified.told(telling.why(leading, held, stands, draft.lang, rests), held.place, draft.lang),
        tried(one, unit),
        _also(tuple(_policy(other) for other in one.also), rests),
        verified=verified.by_whom(held.place),
        together=(*rests, *(prevailing.told(held, other, draft.lang) for other in others[:PREVAIL])),
    )


def _tried(draft: RunningText, library: Any) -> Cures:
    """Return what gives the cures of a finding, tried once while its unit's pairs say the same."""

    def tried(one: Merged, unit: recalled.Known) -> tuple[Cure, ...]:
        of = one.lead.unit
        key = "cures", unit.place(one.lead), one.kind, draft.lang, of.clause, of.variant
        known: tuple[Any, tuple[Cure, ...]] | None = unit.more.get(key)
        if known is None or known[0] is not library:
            known = unit.more[key] = library, cures(one, draft, library, unit.found)
        return known[1]

    return tried


def _advised(draft: RunningText) -> Cures:
    """Return what gives the cures of a finding that need no trying."""
    return lambda one, unit: tuple(advice(one, draft.lang))


def _resting(policy: PolicyPlace, rests: Iterable[Together]) -> str:
    """Return the words of law by which a finding is known: those of its provision and of what it rests on."""
    places = (one.policy or one.clause for one in rests)
    return "\n".join([policy.quote, *(place.quote for place in places if place)])


PREVAIL = 2  # other laws that say otherwise, of which a finding tells


def _also(same: tuple[PolicyPlace, ...], rests: Iterable[Together]) -> tuple[PolicyPlace, ...]:
    """Return the further provisions of a finding: those that say the same, and those that it rests on."""
    known = {(one.law, one.address) for one in same}
    more = [one.policy for one in rests if one.policy and (one.policy.law, one.policy.address) not in known]
    return (*same, *more)


def identity(ours: str, theirs: str, kind: str) -> str:
    """Return a finding's id: the same while the words on both sides stand."""
    return hashlib.sha256("\x1f".join((" ".join(ours.split()), " ".join(theirs.split()), kind)).encode()).hexdigest()[:16]


def _clause(draft: RunningText, held: Held) -> ClausePlace:
    unit, leading = held.unit, held.found.leading
    start, end = quotes.whole(held.clause, leading.clause if leading else (0, 0))
    start, end = unit.start + start, unit.start + end
    return ClausePlace(unit.address, unit.number, draft.text[start:end], start, end, unit.clause or None, unit.variant or None)


def _policy(held: Held) -> PolicyPlace:
    place, leading = held.place, held.found.leading
    span = leading.law if leading else (0, 0)
    start, end = verified.quoted(place, span) or quotes.whole(held.provision, span)
    return law_place(place.instrument, place.provision, place.provision.start + start, place.provision.start + end)


def fits_at(
    draft: RunningText, instruments: Sequence[Instrument], address: str, report: Report | None = None
) -> tuple[Fit, ...]:
    """Return the provisions that came near the clause at an address and are in no finding of a report, each with the reason."""
    used, _ = usable(instruments, draft.lang)
    spoken = fitting.taken((*report.findings, *report.look)) if report else frozenset()
    return fitting.fits_at(draft, index_of(used), address, spoken)
