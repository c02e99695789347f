"""Findings of the draft as a whole: a step of treaty-making that is skipped, a demanded content that nobody wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from ssc_drafter.check import reasons
from ssc_drafter.check.candidates import Index, Place
from ssc_drafter.check.document import adding as adding_up
from ssc_drafter.check.document import omissions, shares, tally, totals, treaty, verified
from ssc_drafter.check.document.advising import advises
from ssc_drafter.check.document.binding import POLICIES, binds_nobody
from ssc_drafter.check.document.bodies import body_of
from ssc_drafter.check.document.citing import law_place
from ssc_drafter.check.document.holding import Outcome
from ssc_drafter.check.document.quotes import trimmed
from ssc_drafter.check.document.renewals import ENDLESS
from ssc_drafter.check.document.standing import RANKS
from ssc_drafter.check.document.telling import cited_at
from ssc_drafter.check.document.together import Sight
from ssc_drafter.check.finding import ClausePlace, Cure, DomesticStep, Finding, PolicyPlace, Severity, Together
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading
from ssc_drafter.check.rules import rules
from ssc_drafter.language.numbers import figures
from ssc_drafter.tree.running import RunningText, Unit

SURE = 0.8  # chance of a finding that rests on the words of force and of signature themselves
TOTAL = 0.6  # of a limit that is passed with renewals: sums of what both texts say in so many words
LIKELY = 0.4  # of an omission: the content may stand in other words
_CLOSING = ("testimonium", "signatures")
Identity = Callable[[str, str, str], str]


def policy_at(place: Place, start: int, end: int) -> PolicyPlace:
    """Return words of a provision, `start` to `end` in what is read of it, as a place in its instrument: its own words."""
    start, end = verified.quoted(place, (start, end)) or (start, end)
    one, provision = place.instrument, place.provision
    words, at = one.words(provision.start, provision.start + end), provision.start
    first, last = trimmed(words, start, len(words))
    return law_place(one, provision, at + first, at + last)


def clause_at(draft: RunningText, unit: Unit, start: int, end: int) -> ClausePlace:
    """Return words of a unit, `start` to `end` in it, as a place in the draft."""
    first, last = unit.start + start, unit.start + end
    quote = draft.text[first:last]
    return ClausePlace(unit.address, unit.number, quote, first, last, unit.clause or None, unit.variant or None)


def _by(place: Place, lang: str, found: Finding) -> Finding:
    """Return a finding with who verified its provision, if anybody did."""
    return replace(found, reason=verified.told(found.reason, place, lang), verified=verified.by_whom(place))


def _rank(one: treaty.Demand) -> tuple[str, int]:
    return one.place.instrument.country, RANKS[one.place.rank]


def steps_of(draft: RunningText, demands: Iterable[treaty.Demand]) -> tuple[DomesticStep, ...]:
    """Return the steps before signature, and between it and force, that the States' own laws demand, the highest rank first.

    Of a memorandum or letter that is no treaty, those that a law asks of memoranda.
    """
    nobody = binds_nobody(draft)
    found = sorted((one for one in demands if one.memorandum or not nobody), key=_rank)
    words = reasons.sentences(draft.lang)
    texts = {True: words["step_signing"], False: words["step_treaty"]}
    return tuple(DomesticStep(policy_at(one.place, one.start, one.end), texts[one.signing]) for one in found)


def skipping(draft: RunningText, outcome: Outcome, demands: Sequence[treaty.Demand], identity: Identity) -> Iterator[Finding]:
    """Return a finding for each State whose law makes the agreement wait where a clause makes it bind on signature."""
    for one in treaty.skipped(outcome.clauses, demands) if not binds_nobody(draft) else ():
        clause = clause_at(draft, one.unit, one.start, one.end)
        for country in sorted({demand.place.instrument.country for demand in one.demands}):
            rows = [demand for demand in one.demands if demand.place.instrument.country == country]
            rows.sort(key=_rank)
            laws = [policy_at(demand.place, demand.start, demand.end) for demand in rows]
            yield _by(rows[0].place, draft.lang, _skipping(draft.lang, clause, laws, identity, provisional=one.provisional))


def _skipping(lang: str, clause: ClausePlace, laws: list[PolicyPlace], identity: Identity, *, provisional: bool) -> Finding:
    words = reasons.sentences(lang)
    cited = cited_at(laws[0], lang)
    ours, theirs = reasons.shortened(clause.quote), reasons.shortened(laws[0].quote)
    return Finding(
        identity(clause.quote, laws[0].quote, "procedure"),
        words["title_step_excluded"],
        "conflict",
        "procedure",
        "medium" if provisional else "high",
        TOTAL if provisional else SURE,
        clause,
        laws[0],
        words["reason_provisional" if provisional else "reason_treaty"].format(law=cited, ours=ours, theirs=theirs),
        (Cure("wording", words["cure_treaty"]), Cure("domestic_step", words["step_treaty"])),
        tuple(laws[1:]),
    )


def omitting(
    draft: RunningText,
    outcome: Outcome,
    index: Index,
    identity: Identity,
    cured: Callable[[omissions.Demanded], tuple[Cure, ...]],
) -> Iterator[Finding]:
    """Return a finding for each provision whose demanded content is nowhere in the draft."""
    clauses = _readings(outcome.clauses, draft.lang)
    closing = " ".join(draft.text[unit.start : unit.end] for unit in draft.units if unit.address.startswith(_CLOSING))
    demanded = omissions.demanded(index, draft.title)
    for one in omissions.omitted(demanded, clauses, closing, draft.lang, draft.title):
        yield _by(one.place, draft.lang, _omission(draft.lang, one, identity, cured(one)))


def exceeding(
    draft: RunningText,
    outcome: Outcome,
    index: Index,
    known: Iterable[Finding],
    identity: Identity,
    cured: Callable[[totals.Total], tuple[Cure, ...]],
) -> Iterator[Finding]:
    """Return a finding for each limit on a duration that is passed, alone or with renewals, where none speaks of it yet."""
    spoken = {(one.clause.address, one.policy.law, one.policy.number) for one in known if one.clause and one.type == "limit"}
    for one in totals.passed(outcome, draft.title, totals.lives(index)):
        place = one.held.place
        ends = {one.first.unit.address, (one.renewal or one.first).unit.address}
        if not any((address, place.instrument.name, place.provision.number) in spoken for address in ends):
            yield _by(place, draft.lang, _exceeding(draft, one, identity, cured(one)))


def _exceeding(draft: RunningText, one: totals.Total, identity: Identity, cures: tuple[Cure, ...]) -> Finding:
    words, place, last = reasons.sentences(draft.lang), one.held.place, one.renewal or one.first
    ours = clause_at(draft, last.unit, last.start, last.end)
    first = clause_at(draft, one.first.unit, one.first.start, one.first.end)
    law = policy_at(place, one.start, one.end)
    cited = cited_at(law, draft.lang)
    quotes = {"law": cited, "ours": reasons.shortened(ours.quote), "theirs": reasons.shortened(law.quote)}
    told = words["together_total"].format(number=first.number, words=reasons.shortened(first.quote))
    apart = (Together("total", told, None, first),) if first.quote != ours.quote else ()
    policy = place.rank in POLICIES
    weak = policy or not one.counted or advises(one.held.provision, one.start, one.end)
    counted = "reason_total" if one.counted else "reason_total_silent"
    reason = counted if one.renewal else "reason_policy" if policy else "reason_number_passed"
    return Finding(
        identity("\n".join(dict.fromkeys((first.quote, ours.quote))), law.quote, "limit"),
        words["title_total" if one.renewal else "title_policy" if policy else "title_limit"],
        "conflict",
        "limit",
        "low" if weak else rules()["limit"].severity,
        TOTAL,
        ours,
        law,
        " ".join((words[reason].format(number=first.number, **quotes), *_reckoned(one, words))),
        (*cures, Cure("wording", words["cure_total" if one.renewal else "cure_limit"])),
        together=apart,
    )


def _reckoned(one: totals.Total, words: dict[str, str]) -> Iterator[str]:
    """Yield what a first period and its renewals come to."""
    if one.renewal is None:
        return
    months = one.first.months + one.renewal.months
    if months == ENDLESS:
        yield words["reckoned_endless"]
    elif months % 12 == 0:
        yield words["reckoned_years"].format(count=round(months / 12))
    else:
        yield words["reckoned_months"].format(count=round(months))


def sharing(
    draft: RunningText,
    outcome: Outcome,
    sight: Sight,
    known: Iterable[Finding],
    identity: Identity,
    cured: Callable[[shares.Share, Sight], tuple[Cure, ...]],
) -> Iterator[Finding]:
    """Return a finding for each limit that is passed with a base that stands elsewhere, where none speaks of it yet."""
    spoken = {(one.clause.address, one.policy.law, one.policy.number) for one in known if one.clause and one.type == "limit"}
    for one in shares.shared(outcome, sight):
        place = one.held.place
        if (one.held.unit.address, place.instrument.name, place.provision.number) not in spoken:
            yield _by(place, draft.lang, _sharing(draft, one, identity, cured(one, sight)))


def _sharing(draft: RunningText, one: shares.Share, identity: Identity, cures: tuple[Cure, ...]) -> Finding:
    words, place = reasons.sentences(draft.lang), one.held.place
    ours, law = clause_at(draft, one.held.unit, *one.ours), policy_at(place, *one.theirs)
    rest = _base(draft, one.base)
    cited = cited_at(law, draft.lang)
    policy = place.rank in POLICIES
    said = words["reason_policy" if policy else "reason_number_passed"]
    said = said.format(law=cited, ours=reasons.shortened(ours.quote), theirs=reasons.shortened(law.quote))
    based = rest.policy or rest.clause
    return Finding(
        identity("\n".join((ours.quote, based.quote if based else "")), law.quote, "limit"),
        words["title_policy" if policy else "title_limit"],
        "conflict",
        "limit",
        "low" if policy or advises(one.held.provision, *one.theirs) else rules()["limit"].severity,
        TOTAL,
        ours,
        law,
        f"{said} {rest.text}",
        (*cures, Cure("wording", words["cure_limit"])),
        (rest.policy,) if rest.policy else (),
        together=(rest,),
    )


def _base(draft: RunningText, base: shares.Base) -> Together:
    """Return the sum of which a share is taken, with where it stands."""
    words = reasons.sentences(draft.lang)
    if base.place is not None:
        law = policy_at(base.place, base.start, base.end)
        cited = cited_at(law, draft.lang)
        return Together("base", words["together_base_law"].format(law=cited, words=reasons.shortened(law.quote)), law)
    assert base.unit is not None, "a base stands in a provision or in a unit of the draft"
    clause = clause_at(draft, base.unit, base.start, base.end)
    told = words["together_base"].format(number=clause.number, words=reasons.shortened(clause.quote))
    return Together("base", told, None, clause)


def adding(
    draft: RunningText,
    outcome: Outcome,
    known: Iterable[Finding],
    identity: Identity,
    cured: Callable[[adding_up.Sum], tuple[Cure, ...]],
) -> Iterator[Finding]:
    """Return a finding for each limit that clauses pass only when what they set is added, where none speaks of it yet."""
    spoken = {(one.clause.address, one.policy.law, one.policy.number) for one in known if one.clause and one.type == "limit"}
    for one in chain(adding_up.added(outcome), tally.tallied(outcome)):
        place = one.parts[0].held.place
        where = place.instrument.name, place.provision.number
        if not any((part.held.unit.address, *where) in spoken for part in one.parts):
            yield _by(place, draft.lang, _adding(draft, one, identity, cured(one)))


def _adding(draft: RunningText, one: adding_up.Sum, identity: Identity, cures: tuple[Cure, ...]) -> Finding:
    words, place = reasons.sentences(draft.lang), one.parts[0].held.place
    *others, ours = (clause_at(draft, part.held.unit, *part.span) for part in one.parts)
    law = policy_at(place, *one.law)
    adds = [words["together_sum"].format(number=o.number, words=reasons.shortened(o.quote)) for o in others]
    told = [Together("sum", said, None, o) for said, o in zip(adds, others, strict=True)]
    quotes = {"law": cited_at(law, draft.lang), "ours": reasons.shortened(ours.quote), "theirs": reasons.shortened(law.quote)}
    amount = figures(one.value, draft.lang) + (" %" if one.scale == "percent" else "")
    said = words["reason_sum"].format(amount=amount, **quotes)
    policy = place.rank in POLICIES
    return Finding(
        identity("\n".join((*(o.quote for o in others), ours.quote)), law.quote, "limit"),
        words["title_policy" if policy else "title_sum"],
        "conflict",
        "limit",
        "low" if policy or advises(one.parts[0].held.provision, *one.law) else rules()["limit"].severity,
        TOTAL,
        ours,
        law,
        " ".join((said, *adds)),
        (*cures, Cure("wording", words["cure_sum"])),
        together=tuple(told),
    )


def _readings(clauses: Sequence[tuple[Unit, Reading]], lang: str) -> list[Reading]:
    headings = {unit.heading for unit, _ in clauses if unit.heading}
    return [clause for _, clause in clauses] + [read(heading, lang) for heading in sorted(headings)]


def _omission(lang: str, one: omissions.Demanded, identity: Identity, cures: tuple[Cure, ...]) -> Finding:
    words, place = reasons.sentences(lang), one.place
    law = policy_at(place, one.start, one.end)
    missing = "; ".join(reasons.shortened(body_of(place)[start:end]) for start, end in one.contents)
    policy = place.rank in POLICIES
    severity: Severity = "low" if policy else "medium"
    cited = cited_at(law, lang)
    return Finding(
        identity("", law.quote, "omission"),
        words["title_omission"],
        "step_needed",
        "omission",
        severity,
        LIKELY,
        None,
        law,
        words["reason_omission"].format(law=cited, missing=missing),
        (*cures, Cure("wording", words["cure_omission"].format(missing=missing))),
    )
