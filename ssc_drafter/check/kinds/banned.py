"""Bans and duties of a sentence of law: the act, what it is done to, its exception; each point of a list is a rule."""

from __future__ import annotations

from msgspec import Struct

from ssc_drafter.check import law
from ssc_drafter.check.kinds.ground import segment
from ssc_drafter.check.kinds.lasting import limit_of_time
from ssc_drafter.check.kinds.senses import bans
from ssc_drafter.check.norms.reading import Mark, Sentence, remembered

HEAD_WITHIN = 5  # words after "shall not" within which its verb stands
# Acts that only let another be done, and how many words behind them that one stands; words between acts of a list.
ALLOWING = ("grant", "approve", "license", "use", "delegate", "certify")
ALLOWED_WITHIN, LISTED_WITHIN = 8, 3
COUNTED = 8  # words between "exceed" and the number that is not to be passed
TOLD, ADDRESSED = 4, 40  # words between "it is forbidden to" and whom; words behind those in which the act stands
OPENED = 25  # words between a ban and the colon of its list
_TO = frozenset({"a", "for", "to", "pour", "para"})
_COLONS = frozenset({":", "-", "—"})


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
    point: bool = False  # whether it is a further point of a list, whose words are far from those that forbid


@remembered
def rules(sentence: Sentence, name: str) -> list[Rule]:
    """Return the bans or duties of a sentence of law. A number that is not to be passed is a limit and no ban."""
    found = []
    for mark in bans(sentence) if name == "prohibition" else sentence.of(name):
        if _of_number(sentence, mark) or (name == "prohibition" and _of_thing(sentence, mark)):
            continue
        first, last = segment(sentence, mark.first)
        turn = _turn(sentence, mark.last + 2, last)
        inside = set(_inside(sentence, mark))
        places = range(first, turn.first if turn else last)
        zone = tuple(place for place in places if not mark.first <= place < mark.last or place in inside)
        act = _act(sentence, mark, zone)
        if act:
            found.append(_rule(sentence, mark, act, zone, tuple(range(turn.last, last)) if turn else ()))
        found += _points(sentence, mark, first, last)
    return found


def _of_thing(sentence: Sentence, mark: Mark) -> bool:
    """Whether a ban says of a thing that nobody can pass it on ("intransferible"): kinds/right.py asks who does."""
    return any(one.first < mark.last and mark.first < one.last for one in sentence.of("untransferable"))


def _rule(
    sentence: Sentence, mark: Mark, act: tuple[int, ...], zone: tuple[int, ...], beyond: tuple[int, ...], point: bool = False
) -> Rule:
    """Return a rule with what is read of it: the acts beside, whether a step lifts it, whether a class knows its act."""
    others = _beside(sentence, act, zone)
    spoken = {place for one in (act, *others) for place in one}
    begin, end = (zone[0], zone[-1]) if point else (mark.last, len(sentence.words))
    gated = any(step.status in ("required", "likely") and begin <= step.first <= end for step in sentence.steps)
    gated = gated or any(begin < one.last <= end for one in sentence.of("exclusive"))  # "not ... otherwise than by law"
    gated = gated or sentence.has("breaching")  # "imports seed in contravention of section 2": what that section lets be
    rest = tuple(place for place in zone if place not in spoken)
    named = any(one.first == act[0] for one in _acts_in_order(sentence))
    return Rule(mark, act, others, zone, rest, beyond, gated, named, point)


def _of_number(sentence: Sentence, mark: Mark) -> bool:
    """Whether what forbids only says that a number is not to be passed: "shall not exceed", "over" with a number behind it.

    "Shall not anchor over cables" and "is prohibited in hospitals" have no number, and forbid.
    """
    numbers = [one for other in ("at_most", "at_least", "above") for one in sentence.of(other)]
    near = [one for one in numbers if one.first - mark.last <= 1 and mark.first - one.last <= 1]
    if any(one.first < mark.last and mark.first < one.last for one in near):
        return True
    return any(one.first - 1 <= number.first <= one.last + COUNTED for one in near for number in sentence.quantities)


def how_long(sentence: Sentence, ban: Rule) -> str:
    """Return the scale of the time that a ban lets its act last, empty where it lets none: "shall not run for more than".

    What may be done for three years, and no longer, is limited and not forbidden. The words of the limit stand close behind
    the act, and the number close behind them.
    """
    if ban.point:
        return ""
    begin = max(ban.mark.last - 1, *(place + 1 for place in ban.act))
    return limit_of_time(sentence, begin)


def _turn(sentence: Sentence, first: int, last: int) -> Mark | None:
    """Return where a rule turns to its exception."""
    turns = sorted(sentence.of("exception") + sentence.of("excludes"))
    return next((one for one in turns if first <= one.first < last), None)


def _points(sentence: Sentence, mark: Mark, start: int, end: int) -> list[Rule]:
    """Return the further points of a list that a ban opens: "An officer shall not: (a) ...; (b) ...; (c) ..."."""
    words = sentence.words
    colon = next((at for at in range(mark.last, min(end, mark.last + OPENED)) if words[at].stem in _COLONS), -1)
    if colon < 0 or colon + 1 >= len(words) or end >= len(words) or words[end].stem != ";":
        return []
    lead = tuple(range(start, mark.first)) + tuple(range(mark.last, colon))
    found = []
    while end < len(words) and words[end].stem == ";":
        first = end + 1
        end = next((at for at in range(first, len(words)) if words[at].stem in {";", "."}), len(words))
        turn = _turn(sentence, first + 2, end)
        zone = tuple(range(first, turn.first if turn else end))
        act = _head(sentence, zone) if any(words[at].weight for at in zone) else ()
        if act and not any(one.first < end and first < one.last for one in sentence.of("prohibition")):
            beyond = tuple(range(turn.last, end)) if turn else ()
            found.append(_rule(sentence, mark, act, (*lead, *zone), beyond, point=True))
    return found


def _head(sentence: Sentence, zone: tuple[int, ...]) -> tuple[int, ...]:
    """Return the act that a point of a list begins with: the first that a class knows, else its first word."""
    told = [place for place in zone if sentence.words[place].weight][:HEAD_WITHIN]
    if not told:
        return ()
    acts = [one for one in _acts_in_order(sentence) if told[0] <= one.first <= told[-1]]
    return tuple(range(acts[0].first, acts[0].last)) if acts else (told[0],)


def _inside(sentence: Sentence, mark: Mark) -> list[int]:
    """Return the words that a ban has inside of it: "no aircraft registered abroad shall be"."""
    hollow = {place for one in sentence.of("hollow") for place in range(one.first, one.last)}
    return [place for place in range(mark.first, mark.last) if place in hollow]


def _act(sentence: Sentence, mark: Mark, zone: tuple[int, ...]) -> tuple[int, ...]:
    """Return the words of the act: the verb in or after "shall not", or what "is prohibited" or "commits an offence"."""
    acts = _acts_in_order(sentence)
    last = max(zone, default=0)
    begin = _addressed(sentence, mark)
    reach = ADDRESSED if begin > mark.last else HEAD_WITHIN
    after = [one for one in acts if mark.first <= one.first < begin + reach and one.first <= last]
    if begin > mark.last:
        after = [one for one in after if one.first >= begin]
    if any(mark.first <= one.first < one.last < mark.last for one in sentence.of("hollow")):
        after = [one for one in after if one.first >= mark.last - 1] or after  # "no foreign contribution shall be accepted"
    before = [one for one in acts if one.last <= mark.first and one.first in zone and not _negated(sentence, one)]
    consequence = any(one.first < mark.last and mark.first < one.last for one in sentence.of("consequence"))
    chosen = before[:1] if consequence and before else after[:1]
    if chosen:
        return tuple(range(chosen[0].first, chosen[0].last))
    ahead = _plain(sentence, [place for place in zone if place < mark.first])
    words = _plain(sentence, [place for place in zone if begin <= place < begin + HEAD_WITHIN])
    if words and not (consequence and ahead):  # "is prohibited the sale of" stands ahead of what it forbids
        return (words[0],)
    if before:
        return tuple(range(before[0].first, before[0].last))
    return (ahead[0],) if ahead else ()


@remembered
def _named(sentence: Sentence) -> frozenset[int]:
    """Return the words that name a person or body, or the agreement or law that a rule speaks of: none of them is an act."""
    known = law.classes()
    marks = [one for name, listed in sentence.classes.items() if known[name].person or known[name].body for one in listed]
    marks += [*sentence.of("instrument"), *sentence.of("law_noun"), *sentence.of("treaty")]
    return frozenset(place for one in marks for place in range(one.first, one.last))


def _plain(sentence: Sentence, places: list[int]) -> list[int]:
    """Return the words among these that carry weight, those that name persons and instruments last."""
    told = [place for place in places if sentence.words[place].weight]
    return [place for place in told if place not in _named(sentence)] or told


def _addressed(sentence: Sentence, mark: Mark) -> int:
    """Return where the words begin that say what is forbidden, behind those to whom: "it is forbidden to any officer to"."""
    words = sentence.words
    given = {words[at].stem for at in (mark.last - 1, mark.last) if 0 <= at < len(words)} & _TO
    if not given:
        return mark.last
    known = law.classes()
    listed = [one for name, marks in sentence.classes.items() if known[name].person or known[name].body for one in marks]
    for one in sorted(listed):
        if mark.last <= one.first <= mark.last + TOLD and not any(word.weight for word in words[mark.last : one.first]):
            return one.last
    return mark.last


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
