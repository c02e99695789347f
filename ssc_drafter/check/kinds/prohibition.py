"""What the law forbids or commands, and the clause that does it, refuses it, or keeps to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.ground import Met, met, segment
from ssc_drafter.check.kinds.senses import bans, places_of, supposed
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.reading import Mark, Sentence, remembered
from ssc_drafter.check.pairs import Facet

HEAD_WITHIN = 5  # words after "shall not" within which its verb stands
LEAST = 0.25  # of what the law speaks of, below which a clause does not do it
LACK_WITHIN, HAS = 6, 0.5  # words behind "not" that say what is lacking; share of them that a clause must have
# Words that tell what a ban's act is done to; words around the clause's act that may name it; trust where they do not.
OBJECT, AROUND, ELSEWHERE = 6, 9, 0.35
_BEING = frozenset({"be", "been", "etre", "ete", "ser", "sea", "sean", "seja", "sejam"})
MOST, UNNAMED = 0.7, 0.8  # of what the law speaks of, from which on it is done though the act has other words; trust in that


class Rule(Struct, frozen=True):
    """A ban or a duty read: its words, the act, the words of the whole, of its exception, and whether a step lifts it."""

    mark: Mark
    act: tuple[int, ...]
    others: tuple[tuple[int, ...], ...]  # acts named beside it ("sell, let or pledge") or behind one that only allows
    zone: tuple[int, ...]
    rest: tuple[int, ...]  # of the zone, without the act
    beyond: tuple[int, ...]
    gated: bool
    named: bool  # whether the act is one that a class of acts knows


# Acts that only let another be done, and how many words behind them that one stands; words between acts of a list.
ALLOWING = ("grant", "approve", "license", "use", "delegate", "certify")
ALLOWED_WITHIN, LISTED_WITHIN = 8, 3

NONE = Met(0.0, 0.0)


class Deed(Struct, frozen=True):
    """How far a clause does what a rule speaks of (0 to 1), and a word of the clause that shows it."""

    value: float
    place: int


@remembered
def rules(sentence: Sentence, name: str) -> list[Rule]:
    """Return the bans or duties of a sentence of law. A number that is not to be passed is a limit and no ban."""
    found = []
    numbers = [mark for other in ("at_most", "at_least", "above") for mark in sentence.of(other)]
    turns = sorted(sentence.of("exception") + sentence.of("excludes"))
    for mark in bans(sentence) if name == "prohibition" else sentence.of(name):
        if any(one.first - mark.last <= 1 and mark.first - one.last <= 1 for one in numbers):
            continue
        first, last = segment(sentence, mark.first)
        turn = next((one for one in turns if mark.last + 2 <= one.first < last), None)
        inside = set(_inside(sentence, mark))
        places = range(first, turn.first if turn else last)
        zone = tuple(place for place in places if not mark.first <= place < mark.last or place in inside)
        act = _act(sentence, mark, zone)
        if act:
            others = _beside(sentence, act, zone)
            spoken = {place for one in (act, *others) for place in one}
            gated = any(step.status in ("required", "likely") and step.first >= mark.last for step in sentence.steps)
            gated = gated or any(one.last > mark.last for one in sentence.of("exclusive"))  # "not ... otherwise than by law"
            rest = tuple(place for place in zone if place not in spoken)
            named = any(one.first == act[0] for listed in sentence.acts.values() for one in listed)
            found.append(Rule(mark, act, others, zone, rest, tuple(range(turn.last, last)) if turn else (), gated, named))
    return found


def _inside(sentence: Sentence, mark: Mark) -> list[int]:
    """Return the words that a ban has inside of it: "no aircraft registered abroad shall be"."""
    hollow = {place for one in sentence.of("hollow") for place in range(one.first, one.last)}
    return [place for place in range(mark.first, mark.last) if place in hollow]


def _act(sentence: Sentence, mark: Mark, zone: tuple[int, ...]) -> tuple[int, ...]:
    """Return the words of the act: the verb in or after "shall not", or what "is prohibited" or "commits an offence"."""
    acts = _acts_in_order(sentence)
    last = max(zone, default=0)
    after = [one for one in acts if mark.first <= one.first < mark.last + HEAD_WITHIN and one.first <= last]
    if any(mark.first <= one.first < one.last < mark.last for one in sentence.of("hollow")):
        after = [one for one in after if one.first >= mark.last - 1] or after  # "no foreign contribution shall be accepted"
    before = [one for one in acts if one.last <= mark.first and one.first in zone and not _negated(sentence, one)]
    consequence = any(one.first < mark.last and mark.first < one.last for one in sentence.of("consequence"))
    chosen = before[:1] if consequence and before else after[:1]
    if chosen:
        return tuple(range(chosen[0].first, chosen[0].last))
    words = [place for place in zone if mark.last <= place < mark.last + HEAD_WITHIN and sentence.words[place].weight]
    if words and not consequence:
        return (words[0],)
    if before:
        return tuple(range(before[0].first, before[0].last))
    words = [place for place in zone if place < mark.first and sentence.words[place].weight]
    return (words[0],) if words else ()


def _negated(sentence: Sentence, act: Mark) -> bool:
    """Whether a negation stands just ahead of an act: "a code that was not assigned" is no assigning."""
    return any(0 <= act.first - one.last <= 1 for one in sentence.of("negation"))


@remembered
def _acts_in_order(sentence: Sentence) -> list[Mark]:
    return sorted((one for listed in sentence.acts.values() for one in listed), key=lambda one: one.first)


def _beside(sentence: Sentence, act: tuple[int, ...], zone: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """Return the acts that a rule names beside its first one, each within a few words of the one ahead of it."""
    inside, end = set(zone), act[-1] + 1
    found = []
    allows = any(mark.first == act[0] for name in ALLOWING for mark in sentence.acts.get(name, ()))
    reach = ALLOWED_WITHIN if allows else LISTED_WITHIN
    for one in _acts_in_order(sentence):
        if one.first >= end and one.first in inside and one.first - end <= reach:
            found.append(tuple(range(one.first, one.last)))
            end, reach = one.last, LISTED_WITHIN
    return tuple(found)


def _first_met(facet: Facet, rule: Rule, places: Sequence[int], same: bool) -> Met:
    """Return how far the clause does the surest of a rule's acts."""
    every = (met(facet.law, act, facet.clause, places, same) for act in (rule.act, *rule.others))
    return max(every, key=lambda one: one.share)


def deed(facet: Facet, rule: Rule, places: Sequence[int], same: bool) -> Deed | None:
    """Return how far the clause does, at these places, what a rule speaks of; None where it does another act."""
    act = _first_met(facet, rule, places, same) if places else NONE
    if not act.ours:  # an act that no class knows: nearly all else must be there
        if rule.named or not places:
            return None
        rest = met(facet.law, rule.rest, facet.clause, places, same)
        return None if rest.share < MOST else Deed(UNNAMED * rest.share, rest.ours[0])
    rest = met(facet.law, rule.rest, facet.clause, range(len(facet.clause.words)), same)
    if rest.total and rest.share < LEAST:
        return None
    return Deed(act.share * (0.35 + 0.65 * (rest.share**0.5 if rest.total else 0.5)), act.ours[0])


def _same_act(facet: Facet, ban: Rule, places: Sequence[int], same: bool) -> bool:
    """Whether the clause refuses the very act that is forbidden: who may not be deprived of a right is, where it is denied."""
    return bool(_first_met(facet, ban, places, same).ours)


@remembered
def _lacking(sentence: Sentence, ban: Rule) -> list[int]:
    """Return the words of what those lack whom a ban concerns: "who has not been registered", "sem justa causa".

    The negation that a part of the sentence begins with is the ban itself ("No execution shall be issued", "aucune recette").
    """
    if not sentence.has("negation"):
        return []
    zone = set(ban.zone)
    marks = bans(sentence)
    own = [one for one in sentence.of("negation") if not any(one.first < two.last and two.first < one.last for two in marks)]
    own = [one for one in own if not _leads(sentence, one, ban)]
    found = []
    for mark in own:
        for place in range(mark.last, min(mark.last + LACK_WITHIN, len(sentence.words))):
            if sentence.words[place].stem in {",", ";", ":"} or any(one.first <= place < one.last for one in marks):
                break
            if place in zone and sentence.words[place].weight:
                found.append(place)
    return found


@remembered
def _done_to(sentence: Sentence, ban: Rule) -> tuple[int, ...]:
    """Return the first words of what a ban's act is done to: behind "shall not sell", ahead of "shall not be sold".

    Empty where the act stands ahead of the ban ("the sale of ... is prohibited"), and where nothing is named.
    """
    act = ban.act[0]
    if act < ban.mark.first:
        return ()
    passive = any(sentence.words[place].stem in _BEING for place in range(ban.mark.first, act))
    told = [place for place in ban.zone if sentence.words[place].weight and place not in ban.act]
    rows = [place for place in told if place < act] if passive else [place for place in told if place > act]
    return tuple(rows[:OBJECT])


def _touches(facet: Facet, ban: Rule, place: int, same: bool) -> bool:
    """Whether what the clause does is done to anything that the ban names."""
    thing = _done_to(facet.law, ban)
    around = range(max(0, place - AROUND), min(len(facet.clause.words), place + AROUND + 1))
    return not thing or met(facet.law, thing, facet.clause, around, same).share > 0


def _leads(sentence: Sentence, negation: Mark, ban: Rule) -> bool:
    """Whether a negation opens the part of a sentence that forbids: its subject is nobody or nothing."""
    ahead = sentence.words[: negation.first]
    opened = not any(word.weight for word in ahead[-2:]) if ahead[-2:] else True
    stopped = next((word.stem for word in reversed(ahead) if not word.stem.isalpha()), "")
    at_start = not any(word.weight for word in ahead) or (bool(ahead) and ahead[-1].stem in _OPENERS)
    return opened and (at_start or stopped == ")") and negation.first < ban.mark.first


_OPENERS = frozenset({",", ";", ":", ".", ")", "—", "and", "et", "y", "e"})


def _has_quality(facet: Facet, mood: Attitude, lacking: Sequence[int], plain: Sequence[int], ban: Rule) -> bool:
    """Whether a clause has what those lack whom a ban concerns, in earnest: neither denied nor conceded whatever it be."""
    if mood.insists or not set(ban.act).isdisjoint(lacking):
        return False
    found = met(facet.law, lacking, facet.clause, plain, bool(mood.lang))
    if found.share < HAS:
        return False
    bare = [one for one in facet.clause.of("negation") if not supposed(facet.clause, one)]
    return not any(0 <= one.first - max(found.ours) <= LACK_WITHIN or 0 <= min(found.ours) - one.last <= 1 for one in bare)


def prohibition(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield that the clause does what is forbidden, or refrains from it too."""
    every = rules(facet.law, "prohibition")
    if not every:
        return
    plain, refused = places_of(facet.clause, "plain"), places_of(facet.clause, "denied")
    skips = any(step.status == "excluded" for step in facet.clause.every_step)  # "sails without a permit" refrains from nothing
    for ban in every:
        law_span = span(facet.law, ban.mark.first, ban.mark.last, 6)
        kept = None if facet.law.has("exempt") else deed(facet, ban, refused, bool(mood.lang))  # who exempts denies a tax
        if kept and not (ban.gated and skips) and _same_act(facet, ban, refused, bool(mood.lang)):
            yield Signal("both_forbid", kept.value, None, span(facet.clause, kept.place, kept.place + 1, 4), law_span)
            continue
        done = deed(facet, ban, plain, bool(mood.lang))
        lacking = _lacking(facet.law, ban) if done else ()
        if done and lacking and _has_quality(facet, mood, lacking, plain, ban):
            yield Signal("quality_met", 1.0, None, (0, 0), law_span)
        elif done and not ban.gated:
            sure = done.value * (1.0 if _touches(facet, ban, done.place, bool(mood.lang)) else ELSEWHERE)
            name, value = ("forbidden_promised", 0.8 * sure) if ban.beyond else ("forbidden_flatly", sure)
            yield Signal(name, value, "prohibition", span(facet.clause, done.place, done.place + 1, 6), law_span)
