"""What the law forbids or commands, and the clause that does it, refuses it, or keeps to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.banned import Rule, how_long, rules
from ssc_drafter.check.kinds.freed import frees
from ssc_drafter.check.kinds.ground import Met, met
from ssc_drafter.check.kinds.lasting import keeps_within
from ssc_drafter.check.kinds.senses import bans, places_of, supposed
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.reading import Mark, Sentence, remembered
from ssc_drafter.check.pairs import Facet

LEAST = 0.25  # of what the law speaks of, below which a clause does not do it
LACK_WITHIN, HAS = 6, 0.5  # words behind "not" that say what is lacking; share of them that a clause must have
# Words that tell what a ban's act is done to; words around the clause's act that may name it; trust where they do not.
OBJECT, AROUND, ELSEWHERE = 6, 9, 0.35
_BEING = frozenset({"be", "been", "etre", "ete", "ser", "sea", "sean", "seja", "sejam"})
EARLY = 0.8  # trust in an act that is done before there is what the ban asks for
ALLOWED = 0.5  # trust in a flat ban whose sentence, or the clause's, also allows something
MOST, UNNAMED = 0.7, 0.8  # of what the law speaks of, from which on it is done though the act has other words; trust in that


NONE = Met(0.0, 0.0)


class Deed(Struct, frozen=True):
    """How far a clause does what a rule speaks of (0 to 1), and a word of the clause that shows it."""

    value: float
    place: int


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
def done_to(sentence: Sentence, ban: Rule) -> tuple[int, ...]:
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
    thing = done_to(facet.law, ban)
    around = range(max(0, place - AROUND), min(len(facet.clause.words), place + AROUND + 1))
    return not thing or met(facet.law, thing, facet.clause, around, same).share > 0


def _only_limited(facet: Facet, ban: Rule) -> bool:
    """Whether a ban only says how long its act may last, and the clause no such time, nor for ever: it may keep to it."""
    return keeps_within(facet, how_long(facet.law, ban))


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


def _not_yet(facet: Facet, lacking: Sequence[int], same: bool) -> Met:
    """Return how far a clause does something before there is what those lack whom a ban concerns: "no payment of sums not due",
    "shall be paid before it falls due"."""
    behind = [one.last for one in facet.clause.of("ahead_of")] if lacking else []
    rows = [
        met(facet.law, lacking, facet.clause, range(last, min(last + LACK_WITHIN, len(facet.clause.words))), same)
        for last in behind
    ]
    return max(rows, key=lambda one: one.share, default=NONE)


def _freeing(sentence: Sentence, ban: Rule) -> bool:
    """Whether the words of a ban are those of an exemption from what is levied."""
    return bool(frees(sentence)) and any(one.first < ban.mark.last <= one.last for one in sentence.of("exempt"))


def prohibition(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield that the clause does what is forbidden, or refrains from it too."""
    every = rules(facet.law, "prohibition")
    if not every:
        return
    plain, refused = places_of(facet.clause, "plain"), places_of(facet.clause, "denied")
    skips = any(step.status == "excluded" for step in facet.clause.every_step)  # "sails without a permit" refrains from nothing
    for ban in every:
        if _freeing(facet.law, ban) and frees(facet.clause):
            continue  # "shall not be liable to the payment of duty" frees as the clause does
        told = (ban.act[0], ban.act[-1] + 1) if ban.point else (ban.mark.first, ban.mark.last)
        law_span = span(facet.law, *told, 6)
        kept = None if facet.law.has("exempt") else deed(facet, ban, refused, bool(mood.lang))  # who exempts denies a tax
        if kept and not (ban.gated and skips) and _same_act(facet, ban, refused, bool(mood.lang)):
            yield Signal("both_forbid", kept.value, None, span(facet.clause, kept.place, kept.place + 1, 4), law_span)
            continue
        early = _not_yet(facet, _lacking(facet.law, ban), bool(mood.lang))
        places = tuple(sorted({*plain, *early.ours})) if early.share >= HAS else plain
        done = deed(facet, ban, places, bool(mood.lang))
        lacking = _lacking(facet.law, ban) if done else ()
        if done and early.share >= HAS:
            words = span(facet.clause, done.place, done.place + 1, 6)
            yield Signal("forbidden_flatly", max(done.value, EARLY), "prohibition", words, law_span)
        elif done and lacking and _has_quality(facet, mood, lacking, plain, ban):
            yield Signal("quality_met", 1.0, None, (0, 0), law_span)
        elif done and not ban.gated and not _only_limited(facet, ban):
            sure = done.value * (1.0 if _touches(facet, ban, done.place, bool(mood.lang)) else ELSEWHERE)
            sure *= ALLOWED if facet.law.has("permission") or facet.clause.has("permission") else 1.0
            name, value = ("forbidden_promised", 0.8 * sure) if ban.beyond else ("forbidden_flatly", sure)
            yield Signal(name, value, "prohibition", span(facet.clause, done.place, done.place + 1, 6), law_span)
