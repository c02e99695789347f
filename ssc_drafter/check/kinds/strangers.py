"""What a law forbids to strangers (or with them), and a clause in which the other Party's people do it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import sqrt

from msgspec import Struct

from ssc_drafter.check import law
from ssc_drafter.check.kinds.attitude import is_own
from ssc_drafter.check.kinds.banned import Rule, rules
from ssc_drafter.check.kinds.ground import met
from ssc_drafter.check.kinds.nations import RARE, states_named
from ssc_drafter.check.kinds.senses import places_of
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.reading import Reading, Sentence, remembered
from ssc_drafter.check.pairs import Pair

ALIEN = ("foreigner", "foreign_company", "foreign_troops")  # classes of persons who are strangers by their name
SURE, PERHAPS = 1.0, 0.8  # trust in a stranger who is called one, and in a name that no list has
# Share of the name of whom a ban binds, from which on the clause speaks of him; words of a sentence that name him; words near a
# stranger; share of what strangers may do from which on the clause does that; trust in a ban that has an exception.
BEARER, HEADS, BY = 0.55, 3, 3
ALLOWED, EXCEPTED = 0.45, 0.7
THING, LONE = 0.15, 0.5  # share of what a ban is about that a clause must have: with its act, and without
ALTERNATIVE = 2.0  # weight of the words of what strangers may do, below which they say too little
_OR = frozenset({"or", "ou", "o", "u"})
ACTED, UNACTED = 0.5, 0.7  # what the act itself proves, and what is proved though it has other words


class Barred(Struct, frozen=True):
    """A ban on strangers: its rule, whom it binds besides them, what it is about, and what strangers may do all the same."""

    sentence: Sentence
    rule: Rule
    bearer: tuple[tuple[Sentence, tuple[int, ...]], ...]  # any of these names whom it binds
    thing: tuple[int, ...]
    first: bool  # whether strangers are those whom it binds
    allowed: tuple[tuple[Sentence, tuple[int, ...]], ...]


@remembered
def alien(sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """Return where a sentence of law speaks of strangers as such."""
    marks = [mark for name in ALIEN for mark in sentence.classes.get(name, ())]
    return tuple(sorted((mark.first, mark.last) for mark in (*marks, *sentence.of("alien"))))


@remembered
def barred(reading: Reading, state: str) -> list[Barred]:
    """Return the bans of a law that speak of strangers, outside of their exceptions."""
    found = []
    for number, sentence in enumerate(reading.sentences):
        places = {place for first, last in alien(sentence) for place in range(first, last)}
        for rule in rules(sentence, "prohibition") if places else ():
            inside = places & set(rule.zone)
            if not inside or (rule.gated and not _waits(sentence, rule)):
                continue
            ahead = {place for place in rule.zone if place < rule.mark.last and place not in rule.act}
            first = bool(inside & ahead)
            told = tuple(place for place in sorted(ahead - places) if sentence.words[place].weight >= 1.0)
            thing = tuple(
                place for place in rule.rest if place not in places | ahead and not is_own(sentence.words[place].stem, state)
            )
            bearer = () if first else ((sentence, told),) if told else _before(reading, number, rule)
            found.append(Barred(sentence, rule, bearer, thing, first, _allowed(reading, sentence, rule)))
    return found


def _waits(sentence: Sentence, rule: Rule) -> bool:
    """Whether a step lifts a ban: "unless the Minister has given permission"."""
    return any(step.status in ("required", "likely") and step.first >= rule.mark.last for step in sentence.steps)


def _before(reading: Reading, number: int, rule: Rule) -> tuple[tuple[Sentence, tuple[int, ...]], ...]:
    """Return the words by which what stands ahead of a ban without a subject names whom it binds: each of its first ones."""
    sentence, first = reading.sentences[number], rule.zone[0]
    if not first and number:
        sentence = reading.sentences[number - 1]
        first = len(sentence.words)
    words = [place for place in range(first) if sentence.words[place].weight >= 1.0]
    return tuple((sentence, (place,)) for place in words[:HEADS])


def _allowed(reading: Reading, sentence: Sentence, rule: Rule) -> tuple[tuple[Sentence, tuple[int, ...]], ...]:
    """Return what other sentences let strangers do: their words that the ban does not have."""
    spoken = {sentence.words[place].stem for place in (*rule.zone, *rule.act)}
    rows = []
    for other in reading.sentences:
        if other is not sentence and alien(other) and other.has("permission") and not other.has("prohibition"):
            told = [n for n, word in enumerate(other.words) if word.weight and word.stem not in spoken]
            turns = [n for n, word in enumerate(other.words) if word.stem in _OR]
            for first, last in pairwise((-1, *turns, len(other.words))):
                zone = tuple(n for n in told if first < n < last)
                if sum(other.words[n].weight for n in zone) >= ALTERNATIVE:
                    rows.append((other, zone))
    return tuple(rows)


@remembered
def strangers(sentence: Sentence, state: str) -> tuple[tuple[int, float], ...]:
    """Return where a sentence of a clause names people of the other Party, and how surely."""
    found: dict[int, float] = {}
    for name in ALIEN:
        found |= {mark.first: SURE for mark in sentence.classes.get(name, ())}
    for name in ("stranger", "who.other_party"):
        found |= {mark.first: SURE for mark in sentence.of(name)}
    found |= {
        place: SURE for place, code in states_named(sentence).items() if code != state.upper() and sentence.words[place].capital
    }
    for place in _named(sentence, state):
        found.setdefault(place, PERHAPS)
    return tuple(sorted(found.items()))


def _named(sentence: Sentence, state: str) -> Iterator[int]:
    """Yield the names behind "Government of" and the like that no list has."""
    for mark in sentence.of("body_of"):
        for place in range(mark.last, min(mark.last + 3, len(sentence.words))):
            word = sentence.words[place]
            if word.capital and word.weight >= RARE and not is_own(word.stem, state) and law.towns().get(word.stem) is None:
                yield place
                break


def barring(pair: Pair) -> Iterator[Signal]:
    """Yield that people of the other Party do in the clause what the law forbids to strangers, or with them."""
    same = pair.clause.lang == pair.law.lang
    for ban in barred(pair.law, pair.state):
        for clause in pair.clause.sentences:
            named = strangers(clause, pair.state)
            if not named:
                continue
            value = _done(ban, clause, same, frozenset(place for place, _ in named))
            if value:
                place, trust = max(named, key=lambda one: one[1])
                spans = span(clause, place, place + 1, 6), span(ban.sentence, ban.rule.mark.first, ban.rule.mark.last, 6)
                if ban.rule.gated:
                    yield Signal("step_silent", value * trust, "procedure", *spans)
                else:
                    yield Signal("stranger_barred", value * trust, "prohibition", *spans)


def _named_there(sentence: Sentence, zone: tuple[int, ...], clause: Sentence, same: bool, at: frozenset[int]) -> float:
    """Return the share of a name that a clause has, word by word or by a class of persons.

    Such a class does not count where it stands by the stranger himself (`at`): a foundation is no other association.
    """
    known: set[int] = set()
    for name, marks in clause.classes.items():
        if law.classes()[name].person and any(not any(abs(mark.first - place) <= BY for place in at) for mark in marks):
            known.update(place for one in sentence.classes.get(name, ()) for place in range(one.first, one.last))
    got = total = 0.0
    for place in zone:
        word = sentence.words[place]
        total += word.weight
        if place in known or (same and word.stem in clause.stems) or (word.key and word.key in clause.keys):
            got += word.weight
    return got / total if total else 0.0


def _done(ban: Barred, clause: Sentence, same: bool, at: frozenset[int]) -> float:
    """Return how far a sentence of the clause does what a ban on strangers speaks of."""
    every, plain = range(len(clause.words)), places_of(clause, "plain")
    if ban.bearer and max(_named_there(law, zone, clause, same, at) for law, zone in ban.bearer) < BEARER:
        return 0.0
    if any(met(law, zone, clause, every, same).share >= ALLOWED for law, zone in ban.allowed):
        return 0.0
    act: float = max(met(ban.sentence, one, clause, plain, same).share for one in (ban.rule.act, *ban.rule.others))
    thing = met(ban.sentence, ban.thing, clause, plain, same)
    sure: float = EXCEPTED if ban.rule.beyond else 1.0
    if not act:
        return sure * thing.share * UNACTED if thing.share >= LONE else 0.0
    if ban.first and thing.total and thing.share < THING:
        return 0.0
    return sure * act * (ACTED + (1 - ACTED) * sqrt(thing.share if thing.total else 0.5))
