"""Classes that exclude each other, and matters that are the other State's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ssc_drafter.check import law
from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.senses import law_senses
from ssc_drafter.check.kinds.signal import NOWHERE, Signal
from ssc_drafter.check.norms.reading import Sentence, Word, remembered
from ssc_drafter.check.pairs import Facet, theirs_of


@remembered
def excluding(sentence: Sentence) -> list[tuple[str, tuple[str, ...]]]:
    """Return the classes of a sentence that exclude others, with those: in a ban other classes of the same sort too."""
    known, senses = law.classes(), law_senses(sentence)
    found = []
    for name, marks in sentence.classes.items():
        banned = all(senses[mark.first] == "forbidden" for mark in marks)
        others = known[name].beside + (known[name].kinds if banned else ())
        if others:
            found.append((name, others))
    return found


@remembered
def _subject(sentence: Sentence) -> tuple[list[tuple[int, Word]], float]:
    """Return the words ahead of a sentence's first modal verb that tell something, and their weight."""
    modal = min((mark.first for name in ("duty", "prohibition", "permission") for mark in sentence.of(name)), default=0)
    subject = [(place, word) for place, word in enumerate(sentence.words[:modal]) if word.weight >= 1.0]
    return subject, sum(word.weight for _, word in subject)


def addressed(sentence: Sentence) -> bool:
    """Whether a sentence of law says in some words, and not in many, whom it binds."""
    return 2.0 <= _subject(sentence)[1] <= 20.0


def other_class(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield that the law speaks of one class and the clause only of another: a loan, a gift; a ban on euro, rand."""
    for name, others in excluding(facet.law):
        for beside in others:
            if beside in facet.clause.classes and name not in facet.clause.classes and beside not in facet.law.classes:
                yield Signal("other_class", 1.0, None, NOWHERE, NOWHERE)
                return


def other_addressee(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield that the persons whom the law binds are of a kind that the clause does not speak of."""
    subject, total = _subject(facet.law)
    if not addressed(facet.law):
        return
    classed = {
        place for name in facet.shared for mark in facet.law.classes.get(name, ()) for place in range(mark.first, mark.last)
    }
    theirs = theirs_of(facet)
    met = sum(word.weight for place, word in subject if place in theirs or place in classed)
    yield Signal("addressee_met" if met >= 0.5 * total else "other_addressee", abs(1 - 2 * met / total), None, NOWHERE, NOWHERE)


@lru_cache(maxsize=64)
def _names(own: bool, state: str) -> re.Pattern[str]:
    rows = law.states()
    names = (
        rows.get(state.upper(), ())
        if own
        else [name for code, listed in rows.items() if code != state.upper() for name in listed]
    )
    return (
        re.compile(r"^(?:" + "|".join(re.escape(name) for name in names if len(name) > 2) + r")")
        if names
        else re.compile(r"(?!)")
    )


def strangers(sentence: Sentence, state: str) -> list[int]:
    """Return the places of capitalised words, not at the beginning, that name neither our State nor a class of ours."""
    own = _names(True, state)
    classed = {place for marks in sentence.classes.values() for mark in marks for place in range(mark.first, mark.last)}
    return [
        place
        for place, word in enumerate(sentence.words)
        if place and word.capital and word.weight >= 2.4 and place not in classed and not own.match(word.stem)
    ]


def foreign(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield that what the two share stands beside the other State's name, and ours is not named at all."""
    if mood.own_side or not facet.ours:
        return
    places = strangers(facet.clause, "")
    close = [place for place in places if any(abs(place - one) <= 2 for one in facet.ours)]
    if close:
        yield Signal("foreign_matter", min(1.0, 0.5 * len(close)), None, NOWHERE, NOWHERE)
