"""By which law a matter is judged, and whether courts are open to it at all (law/lex.toml).

A rule of conflict refers things, contracts or forms to the law of the place; a clause that submits what lies at home to
another State's law passes it over, and one that follows it abroad keeps to it. A statute that closes the courts is passed over
by a clause that opens them.
"""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check.kinds.nations import INSIDE, OUTSIDE, resolved, states_named
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence, remembered
from ssc_drafter.check.pairs import Pair

MATTERS = ("lex.thing", "lex.deed", "lex.form", "lex.person", "lex.company", "lex.estate", "lex.proof")
LAW = 14  # words between "governed, as to their validity, by" and the law
WHOSE = 6  # words behind "the law of" within which stands whose it is
DENIED = 5  # words between a denial and the going to court that it denies
MET = 0.2  # share of the law's words from which a clause goes to court over what the statute closes them to
CLOSED = 0.85  # trust in that


@remembered
def of_conflict(provision: Reading) -> tuple[Sentence, Mark, frozenset[str]] | None:
    """Return where a provision refers a matter to the law of a place, and which matters it names."""
    for sentence in provision.sentences:
        places = sentence.of("lex.place")
        named = frozenset(name for name in MATTERS if sentence.has(name))
        if places and named:
            return sentence, places[0], named
    return None


@remembered
def _law_chosen(sentence: Sentence, state: str) -> Mark | None:
    """Return where a sentence submits something to the law of another State: "governed by the law of the lender"."""
    named = states_named(sentence)
    nouns = [*sentence.of("law_noun"), *sentence.of("law_of")]
    for verb in sentence.of("lex.ruled"):
        for noun in (one for one in nouns if -1 <= one.first - verb.last <= LAW):
            theirs = [
                *sentence.of("of_another"),
                *sentence.of("other_side"),
                *sentence.of("who.other_party"),
                *_sellers(sentence),
            ]
            others = [at for at, code in named.items() if code != state]
            beside = range(noun.first - 1, noun.last + WHOSE)  # "English law", "the law of England"
            if any(at in beside for at, code in named.items() if code == state):
                continue
            if any(one.first in beside for one in theirs) or any(at in beside for at in others):
                return Mark(verb.first, noun.last, "law")
    return None


def _sellers(sentence: Sentence) -> list[Mark]:
    """Return where one of the sides of a deal is named behind the law: "the law of the seat of the selling company"."""
    return [*sentence.of("who.private"), *sentence.classes.get("supplier", ()), *sentence.classes.get("donor", ())]


def _at_home(clause: Reading, state: str) -> bool:
    """Whether a clause does not say that its matter lies abroad."""
    places = [resolved(one, state) for one in clause.sentences]
    return any(INSIDE in one for one in places) or not any(OUTSIDE in one for one in places)


def chosen_law(pair: Pair) -> Iterator[Signal]:
    """Yield that a clause submits to another State's law what the law at home refers to the law of the place."""
    rule = of_conflict(pair.law)
    state = pair.state.upper()
    if rule is None or not _at_home(pair.clause, state):
        return
    sentence, place, matters = rule
    for clause in pair.clause.sentences:
        mark = _law_chosen(clause, state)
        if mark is not None and any(clause.has(name) for name in matters):
            spans = span(clause, mark.first, mark.last, 8), span(sentence, place.first, place.last, 10)
            yield Signal("law_elsewhere", 1.0, "forum", *spans)
            return


@remembered
def _gone(sentence: Sentence) -> Mark | None:
    """Return where a clause lets somebody go to court."""
    bars = [*sentence.of("negation"), *sentence.of("prohibition"), *sentence.of("ouster.closed")]
    for mark in sentence.of("ouster.gone_to"):
        if not any(0 <= mark.first - one.last <= DENIED or one.first <= mark.first < one.last for one in bars):
            return mark
    return None


def opened(pair: Pair) -> Iterator[Signal]:
    """Yield that a clause goes to court over what a statute closes the courts to."""
    for facet in pair.facets:
        closed, mark = facet.law.of("ouster.closed"), _gone(facet.clause)
        if closed and mark is not None and (facet.law_cover >= MET or facet.near >= MET):
            spans = span(facet.clause, mark.first, mark.last, 8), span(facet.law, closed[0].first, closed[0].last, 8)
            yield Signal("courts_opened", CLOSED, "forum", *spans)
            return
