"""Two texts that bite a clause only together: a provision with a definition, with one it points to, with one on its step.

Each pair that makes no finding by itself is read again with the words put into it that the law or the draft says belong there
(`ways`). What then makes a finding rests on two places, and names both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

import msgspec
from msgspec import Struct

from ssc_drafter.check.candidates import Index, Place
from ssc_drafter.check.document.chaining import Chain, chained
from ssc_drafter.check.document.crossing import Crossings, crossings
from ssc_drafter.check.document.holding import COUPLES, UNJUDGED, Held, judged
from ssc_drafter.check.document.lifetime import Life, life_of, life_ways
from ssc_drafter.check.document.merging import SILENT, Draft, may_lead
from ssc_drafter.check.document.omissions import is_memorandum
from ssc_drafter.check.document.outside import sentence_at
from ssc_drafter.check.document.pointing import Law, law_of
from ssc_drafter.check.document.skipping import terms_skipped
from ssc_drafter.check.document.terms import Term, terms
from ssc_drafter.check.document.ways import (
    GAIN,
    Said,
    Sides,
    Way,
    cited_ways,
    clause_ways,
    gain,
    law_ways,
    numbered,
    own_gain,
    said,
    two_definitions,
)
from ssc_drafter.check.document.weighing import (
    MOST_RELATED,
    NO_FEATURES,
    SPEAKING,
    Features,
    Ground,
    chance,
    contrary,
    draft_weights,
    features,
)
from ssc_drafter.check.judge import Judgement, weights
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair
from ssc_drafter.tree.running import RunningText, Unit

MOST = 2  # ways of reading together that are tried for a pair
# Chance from which such a reading counts; under it, it is only to be looked at, since what rests on two texts is easier got
# wrong. Set on the labelled drafts, where under it nothing right was found that was not found already.
SURE = 0.4
REPLACED, STRONG = 0.25, 0.4  # the same where a term is replaced by its meaning; strength of signals that then agree
_POINTED = ("limit", "procedure")  # what a provision leaves to another that it cites: a number, or a step
REMEMBERED = 20_000  # readings that are kept with an index
SORTS = 100  # sorts of drafts that are told apart


def sight_of(draft: RunningText, index: Index, of: Draft) -> Sight:
    """Return what the readings of a draft share."""
    sort = is_memorandum(of.title), not of.title, of.binding, of.signing, of.nobody
    sorts = index.facts.setdefault("sorts", {})
    if len(sorts) >= SORTS:
        sorts.clear()
    return Sight(
        index, draft, _own_terms(draft), of, numbered(draft), sorts.setdefault(sort, sort), crossings(draft), life_of(draft)
    )


class Sight(Struct):
    """What the readings of a draft share: the body of law, the draft's terms and articles, what else is known of it."""

    index: Index
    text: RunningText
    terms: dict[str, tuple[Term, Unit, str]]
    draft: Draft
    numbered: dict[str, tuple[Unit, ...]]  # the units of each article of the draft, by its number
    sort: object  # what decides which provisions may bite such a draft (merging.may_lead): one value for equal ones
    crossings: Crossings  # what the articles of the draft say of one another
    life: Life | None = None  # where the draft says how long the agreement lasts
    pairs: dict[tuple[str, ...], Held] = {}  # each unit with each provision that it was held against
    rows: dict[str, tuple[Held, ...]] = {}  # the same by the address of the unit

    def law(self, place: Place) -> Law:
        one = place.instrument
        return self.remembered("pointing", place.key[:3], lambda: law_of(one))  # type: ignore[no-any-return]

    def remembered(self, what: str, key: Any, make: Any) -> Any:
        """Return what was made for a key with this body of law, so that an edit makes little anew."""
        known = self.index.facts.setdefault(what, {})
        if key not in known:
            if len(known) >= REMEMBERED:
                known.clear()
            known[key] = make()
        return known[key]


def _own_terms(draft: RunningText) -> dict[str, tuple[Term, Unit, str]]:
    """Return the terms that a draft defines, each with its unit and that unit's words."""
    found: dict[str, tuple[Term, Unit, str]] = {}
    for unit in draft.units:
        words = draft.text[unit.start : unit.end]
        for term in terms(words, draft.lang, listed=False):
            found.setdefault(term.words, (term, unit, words))
    return found


def of_pair(unit: str, one: Held) -> tuple[str, ...]:
    """Return what tells the pair of a unit with the provision of another pair."""
    return unit, *one.place.key


def defining(way: Way, one: Held, sight: Sight) -> list[Held]:
    """Return the pair of the article that defines a term of the clause, with the same provision: its words are put in."""
    unit = way.link.unit if way.link.how == "defined_here" else None
    found = sight.pairs.get(of_pair(unit.address, one)) if unit else None
    return [found] if found else []


def readings(rows: Sequence[Held], own: Sequence[tuple[Way, Said]], sight: Sight) -> Iterator[Held]:
    """Yield the pairs of a unit as they are, or in the reading with another text that speaks most for a finding."""
    by = draft_weights()
    ours = said(rows[0].clause)
    for one in rows:
        if one.found is UNJUDGED and one.features is NO_FEATURES:  # held against its definition's provisions (included)
            yield one
            continue
        plain = one.chance >= by.flag and one.found.leading and may_lead(one, one.found.leading, sight.draft)
        if (plain and one.chance >= SURE) or not _could(one, rows):
            yield one
            continue
        found = terms_skipped(one, rows) or _best(Sides(one, ours, said(one.provision)), rows, own, sight)
        yield one if plain and not _counts(found) else found


def _counts(one: Held) -> bool:
    """Whether a number that stands elsewhere is passed: that is said before what the pair itself says less surely."""
    pointed = all(link.how in ("cites", "cited", "cites_here") for link in one.links)
    return bool(one.links) and pointed and one.found.leading is not None and one.found.leading.kind == "limit"


def _could(one: Held, rows: Sequence[Held]) -> bool:
    """Whether a pair could be believed if another text of its law brought the two sides together and spoke for a finding."""
    of = _nearer(one, [row for row in rows if row.place.key[:3] == one.place.key[:3]])
    most = Features(MOST_RELATED, of.share, of.mutual, of.contrary, of.subject, SPEAKING, 0.0, 0.0, SPEAKING)
    return chance(most, draft_weights()) >= SURE


def _nearer(one: Held, others: Iterable[Held]) -> Ground:
    """Return the ground of a pair that is read together with others: it is as near as the nearest of them."""
    rows = [one.features, *(row.features for row in others)]
    share, mutual = max(row.share for row in rows), max(row.mutual for row in rows)
    return Ground(share, mutual, contrary(one.clause), max(row.subject for row in rows))


def _best(both: Sides, rows: Sequence[Held], own: Sequence[tuple[Way, Said]], sight: Sight) -> Held:
    """Return a pair in the reading that speaks most for a finding, or as it is."""
    one, ways = both.held, _ways(both, own, sight)
    again = [found for way in ways[:MOST] if (found := _again(one, (way,), rows, sight))]
    if all(found.chance < draft_weights().flag for found in again):  # no one text is enough: two of them may be
        both_ways = next((two for two in combinations(ways[: MOST + 1], 2) if _apart(*two)), None)
        both_ways = both_ways or two_definitions(both, own, sight.law(one.place))
        again += [found] if both_ways and (found := _again(one, both_ways, rows, sight)) else []
    return max(again, key=lambda found: chance(found.features, draft_weights())) if again else one


def _apart(one: Way, other: Way) -> bool:
    """Whether two ways begin from different words, so that each says something of its own."""
    return one.ours != other.ours or one.term[1] <= other.term[0] or other.term[1] <= one.term[0]


def _ways(both: Sides, own: Iterable[tuple[Way, Said]], sight: Sight) -> list[Way]:
    """Return the ways of reading a pair that bring its sides together, those that bring most first."""
    one = both.held
    ways: list[Way] = []
    if not (one.place.verified and one.place.verified.text):  # an officer has said what it says
        key = one.clause.lang, one.clause.text, *one.place.key
        ways += sight.remembered("ways", key, lambda: list(law_ways(both, sight.law(one.place))))
    ways += [msgspec.structs.replace(way, gain=own_gain(way, more, both)) for way, more in own]
    return sorted((way for way in ways if way.gain >= GAIN), key=lambda way: (-way.gain, len(way.insert)))


def ways_of(both: Sides, sight: Sight) -> list[Way]:
    """Return the ways of reading a pair with what its law and the draft say elsewhere, those that bring most first."""
    return _ways(both, own_ways(both.held, sight), sight)


def own_ways(one: Held, sight: Sight) -> list[tuple[Way, Said]]:
    """Return the readings of a clause with what its own draft says elsewhere; what they bring depends on the provision."""
    cited = cited_ways(one, sight.numbered, sight.text)
    return [*clause_ways(one, sight.terms), *cited, *life_ways(one, sight.life)]


def _again(one: Held, ways: Sequence[Way], rows: Sequence[Held], sight: Sight) -> Held | None:
    """Return a pair read in one or more ways, its spans those of the texts themselves; None where that makes no finding."""
    key = one.clause.lang, one.clause.text, *one.place.key
    put = tuple(way.put for way in ways)
    chain, found = sight.remembered("together", (*key, *put), lambda: judged_with(one, ways))
    if found.leading is None:
        return None
    places = [way.link.place for way in ways if way.link.place]
    beside = [found for way in ways for found in defining(way, one, sight)]
    on = _nearer(one, (*(row for row in rows if row.place in places), *beside))
    values = features(found, on, weights())
    weighed = chance(values, draft_weights())
    trial = Held(one.unit, chain.clause, one.place, chain.provision, found, weighed, values)
    flag = draft_weights().flag
    if weighed < max(flag, one.chance) or not may_lead(trial, found.leading, sight.draft):
        return None
    if not all(_rests_on(way, chain, trial) for way in ways):
        return None
    weighed = weighed if weighed >= _least(chain, found, ways) else min(weighed, flag - 0.01)
    led = found.leading
    led = msgspec.structs.replace(led, clause=chain.back(led.clause, ours=True), law=chain.back(led.law, ours=False))
    found = msgspec.structs.replace(found, leading=led)
    whole = None if all(way.ours for way in ways) else chain.provision
    links = tuple(way.link for way in ways)
    return Held(one.unit, one.clause, one.place, one.provision, found, weighed, values, links, whole)


def _least(chain: Chain, found: Judgement, ways: Sequence[Way]) -> float:
    """Return the chance from which a reading counts.

    Less is enough across languages, where few words meet, for a number that was put in; and for the meaning of a term in its
    place where two signals agree.
    """
    leading = found.leading
    assert leading is not None, "_again() goes on where a signal leads"
    across = chain.clause.lang != chain.provision.lang and leading.kind == "limit"
    if across and all(chain.is_inside(way, leading.clause if way.ours else leading.law) for way in ways):
        return draft_weights().flag
    by = weights().signal
    agreeing = sum(by.get(name, 0.0) > 0 and signal.value >= STRONG for name, signal in found.signals.items())
    return REPLACED if agreeing > 1 and all(way.stands_for for way in ways) else SURE


def judged_with(one: Held, ways: Sequence[Way]) -> tuple[Chain, Judgement]:
    """Return a pair with words of other places put into it, and the verdict on it."""
    chain = chained(one.clause, one.provision, ways)
    return chain, judged(pair(chain.clause, chain.provision, one.place.instrument.country, COUPLES))


def _rests_on(way: Way, chain: Chain, trial: Held) -> bool:
    """Whether a finding rests on what was put in: on its very words, or on a term that brings the two sentences together."""
    leading = trial.found.leading
    assert leading is not None, "_again() goes on where a signal leads"
    if way.link.how in ("cites", "cited", "cites_here"):
        passed_over = way.ours and leading.name in SILENT  # what the cited article passes over is found of that article
        inside = chain.is_inside(way, leading.clause if way.ours else leading.law)
        return leading.kind in _POINTED and inside and not passed_over
    if leading.name == "organ_other" and not way.ours:
        return False  # what a body is called elsewhere makes no other organ of it
    ours, theirs = sentence_at(trial.clause, leading.clause), sentence_at(trial.provision, leading.law)
    if ours is None or theirs is None:
        return False
    own, other = (ours, said(trial.provision, theirs)) if way.ours else (theirs, said(trial.clause, ours))
    lang = (trial.clause if way.ours else trial.provision).lang
    return own.start <= chain.place(way) < own.end and gain(said(read(way.insert, lang)), None, other) >= GAIN
