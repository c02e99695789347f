"""The law's organ put aside in so many words: "in place of the secretariat", "instead of the Minister"."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check.kinds.actors import Holder, holders
from ssc_drafter.check.kinds.hands import Doer, doers
from ssc_drafter.check.kinds.holding import one_body
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.reading import Reading, Sentence, remembered
from ssc_drafter.check.pairs import Pair

BEHIND = 4  # words between "in place of" and the organ
LEAST = 0.1  # how near two sentences are at least of which one puts aside the other's organ
SHORT = 0.8  # trust in an organ that only the head of its name tells


@remembered
def _put_aside(sentence: Sentence, lang: str) -> tuple[tuple[int, Holder], ...]:
    """Return those whom a clause puts aside, each with the place of the words that do."""
    found = []
    named = holders(sentence, lang) if sentence.has("tie.displaces") else []
    for mark in sentence.of("tie.displaces"):
        found += [(mark.first, one) for one in named if 0 <= one.first - mark.last <= BEHIND][:1]
    return tuple(found)


@remembered
def _acting(provision: Reading) -> tuple[Doer, ...]:
    """Return the public organs that act in a law, or to which it gives something."""
    every = (one for rows in doers(provision).values() for one in rows)
    return tuple(one for one in every if "public" in one.holder.kinds and "private" not in one.holder.kinds)


def displaced(pair: Pair) -> Iterator[Signal]:
    """Yield that the clause puts another in the place of an organ to which the law gives what the clause is about."""
    near = {id(facet.clause) for facet in pair.facets if facet.near >= LEAST}
    for clause in pair.clause.sentences:
        rows = _put_aside(clause, pair.clause.lang) if id(clause) in near else ()
        for place, actor in rows:
            for organ in _acting(pair.law):
                sure = _sure(pair, organ, clause, actor)
                if sure:
                    ours = span(clause, place, actor.last, 6)
                    yield Signal("organ_shut_out", sure, "competence", ours, _quoted(organ))
                    return


def _sure(pair: Pair, organ: Doer, clause: Sentence, actor: Holder) -> float:
    """Return how surely who is put aside is the law's organ: by its name, or by the one word that a name in short is."""
    if one_body(pair, organ.holder, organ.home, clause, actor):
        return 1.0
    theirs, ours = organ.home.words[organ.holder.head], clause.words[actor.head]
    short = actor.last - actor.head == 1 and any(actor.first <= one.first < actor.last for one in clause.of("who.short"))
    same = theirs.stem == ours.stem if pair.clause.lang == pair.law.lang else bool(theirs.key) and theirs.key == ours.key
    heads = {one.key for one in organ.home.words[organ.holder.first : organ.holder.last] if one.key}
    return SHORT if short and (same or ours.key in heads) else 0.0


def _quoted(organ: Doer) -> tuple[int, int]:
    return span(organ.home, organ.holder.first, organ.holder.last, 5)
