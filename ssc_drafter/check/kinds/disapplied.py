"""The State's own law put out of force for somebody: "the Act shall have no application", "national rules do not bind it".

Held against a sentence of law that says whom the law binds, or that lets an organ free somebody from it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check.finding import Kind
from ssc_drafter.check.kinds.nations import states_named
from ssc_drafter.check.kinds.protected import PERSONAL
from ssc_drafter.check.kinds.senses import clause_senses
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.kinds.strangers import strangers
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence, remembered
from ssc_drafter.check.pairs import Pair, families

REACH = 12  # words between "shall not apply" and the law that it is said of
OF, FREED = 5, 12  # words around a law that say whose it is; words between "exempt" and the law that one is freed of
BOUND = 10  # words between "shall comply with" and the law
KNOWN, GENERAL = 1.0, 0.7  # trust where the law is called the State's own, and where it is only called a law


@remembered
def put_off(sentence: Sentence, state: str) -> tuple[tuple[Mark, float], ...]:
    """Return where a clause says that a law of the State binds somebody not, and how surely the law is the State's own."""
    found = []
    kept = [*sentence.of("precedence"), *sentence.of("as_far_as_law")]
    for mark in () if kept else sentence.of("puts_off"):
        rows = [
            noun
            for noun in sentence.of("law_noun")
            if -REACH <= noun.first - mark.last <= REACH and _joined(sentence, mark, noun)
        ]
        trust = max((_own(sentence, noun, state) for noun in rows), default=0.0)
        if trust:
            found.append((mark, trust))
    return tuple(found)


def _joined(sentence: Sentence, mark: Mark, noun: Mark) -> bool:
    """Whether no other sentence part stands between the two."""
    first, last = sorted((mark.first, noun.first))
    return all(word.stem not in {";", ":", "."} for word in sentence.words[first:last])


def _own(sentence: Sentence, noun: Mark, state: str) -> float:
    """Return how surely a law that is named is that of the State which is looked at."""
    around = range(max(0, noun.first - OF), min(len(sentence.words), noun.last + OF))
    named = {code for place, code in states_named(sentence).items() if place in around}
    if named or any(one.first in around for one in sentence.of("host")):
        return KNOWN if state.upper() in named or not named else 0.0
    if any(one.first in around for name in ("other_side", "another_state", "instrument") for one in sentence.of(name)):
        return 0.0
    return GENERAL


@remembered
def binding(sentence: Sentence) -> Mark | None:
    """Return where a sentence of law says whom the law binds: "this Act applies to", "shall comply with the standards"."""
    if sentence.has("out_of_scope") or not sentence.has("law_noun"):
        return None
    nouns = sentence.of("law_noun")
    rows = (one for one in sentence.of("binds_whom") if any(-BOUND <= noun.first - one.last <= BOUND for noun in nouns))
    return next(rows, None)


@remembered
def freeing(sentence: Sentence) -> Mark | None:
    """Return where a sentence of law lets an organ free somebody from the law itself."""
    if not sentence.has("power", "permission"):
        return None
    nouns = sentence.of("law_noun")
    rows = (one for one in sentence.of("lets_off") if any(0 <= noun.first - one.last <= FREED for noun in nouns))
    return next(rows, None)


def of_law(provision: Reading) -> bool:
    """Whether any sentence of a provision says whom the law binds, or how one is freed of it."""
    return any(binding(one) or freeing(one) for one in provision.sentences)


def disapplied(pair: Pair) -> Iterator[Signal]:
    """Yield that a law which binds is not to bind, or that somebody is freed of it without the order that frees."""
    near = {id(facet.law): facet.law for facet in pair.facets}
    for ours in pair.clause.sentences:
        for mark, trust in put_off(ours, pair.state):
            if clause_senses(ours)[mark.first] == "waits" or (ours.has("other_side") and trust < KNOWN):
                continue
            for theirs in near.values():
                yield from _held(pair, ours, mark, trust, theirs)


def _excepts_states(pair: Pair, theirs: Sentence) -> bool:
    """Whether a law excepts what is done with other States, and the clause is about those."""
    turns = [one.last for one in theirs.of("exception")]
    behind = [one for name in ("another_state", "alien") for one in theirs.of(name) if turns and one.first >= min(turns)]
    return bool(behind) and any(strangers(one, pair.state) for one in pair.clause.sentences)


def _held(pair: Pair, ours: Sentence, mark: Mark, trust: float, theirs: Sentence) -> Iterator[Signal]:
    words = span(ours, mark.first, mark.last, 6)
    if (frees := freeing(theirs)) is not None:
        ordered = any(
            one.has("power") or any(step.status == "required" for step in one.every_step) for one in pair.clause.sentences
        )
        if not ordered:
            yield Signal("favour_by_order", trust, "privilege", words, span(theirs, frees.first, frees.last, 6))
    elif (binds := binding(theirs)) is not None and not _excepts_states(pair, theirs):
        kind: Kind = (
            "right" if families(theirs) & PERSONAL else "privilege" if ours.has("exempt", "lets_off") else "prohibition"
        )
        yield Signal("law_put_off", trust, kind, words, span(theirs, binds.first, binds.last, 6))
