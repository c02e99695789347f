"""Whose a thing is, a right in it or what it yields: the law gives it to one, and the clause to another."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ssc_drafter.check.kinds.ground import met, segment
from ssc_drafter.check.kinds.senses import clause_senses
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.reading import Mark, Sentence, remembered
from ssc_drafter.check.pairs import Pair

WHO = 8  # words behind "belongs to" that name the owner
ALIKE = 0.4  # share of what the law gives to somebody that the clause gives to another
LEAST = 2.0  # weight of words that say what is owned, below which they say too little
_STOPS = {",", ";", ":", ".", "(", ")"}


class Owned(Struct, frozen=True):
    """Words that say whose something is: what is owned, and who owns it."""

    mark: Mark
    thing: tuple[int, ...]
    owner: tuple[int, ...]


@remembered
def owned(sentence: Sentence) -> tuple[Owned, ...]:
    """Return what a sentence says is somebody's."""
    words, found = sentence.words, []
    for mark in sentence.of("owned"):
        first, _ = segment(sentence, mark.first)
        thing = tuple(place for place in range(first, mark.first) if words[place].weight)
        last = min(mark.last + WHO, len(words))
        last = next((place for place in range(mark.last, last) if words[place].stem in _STOPS), last)
        state = {place for one in sentence.of("the_state") for place in range(one.first, one.last)}
        owner = tuple(place for place in range(mark.last, last) if words[place].weight or place in state)
        if owner and sum(words[place].weight for place in thing) >= LEAST:
            found.append(Owned(mark, thing, owner))
    return tuple(found)


def given_elsewhere(pair: Pair) -> Iterator[Signal]:
    """Yield that what the law gives to one the clause gives to another, who has no word or class of the law's owner."""
    same = pair.clause.lang == pair.law.lang
    ours = [(sentence, one) for sentence in pair.clause.sentences for one in owned(sentence)]
    for theirs in pair.law.sentences if ours else ():
        for held in owned(theirs):
            for sentence, mine in ours:
                if clause_senses(sentence)[mine.mark.first] != "denied" and _another(theirs, held, sentence, mine, same):
                    spans = span(sentence, mine.mark.first, mine.mark.last, 6), span(theirs, held.mark.first, held.mark.last, 6)
                    yield Signal("given_elsewhere", 1.0, "right", *spans)


def _another(theirs: Sentence, held: Owned, ours: Sentence, mine: Owned, same: bool) -> bool:
    """Whether the clause speaks of the same thing and names its owner nowhere among those it gives the thing to."""
    if met(theirs, held.thing, ours, mine.thing, same).share < ALIKE:
        return False
    if _of_state(theirs, held.owner) and _of_state(ours, mine.owner):
        return False  # the people, the nation and the Republic are one owner
    return not met(theirs, held.owner, ours, mine.owner, same).ours


def _of_state(sentence: Sentence, owner: tuple[int, ...]) -> bool:
    """Whether the first words that name an owner are of the State itself."""
    return any(mark.first <= place < mark.last for place in owner[:2] for mark in sentence.of("the_state"))
