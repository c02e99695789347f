"""Rank: the law says what prevails, and the clause puts the agreement above it."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.signal import Signal, law_strength, span
from ssc_drafter.check.norms.reading import Mark, Sentence, remembered
from ssc_drafter.check.pairs import Facet

REACH = 10  # words between a verb of rank and the law or agreement that it speaks of
_WITH = {"with", "avec", "con", "com"}
LEAST = 0.7  # how sure it is that a clause ranks itself above the law, where the law hardly speaks of rank
AFTER = 3  # words after a verb of rank within which its subject may stand ("regirá el Convenio")


@remembered
def raised(sentence: Sentence) -> Mark | None:
    """Return the words by which a clause puts an agreement above law, whichever way round it says so."""
    lower = sentence.of("below_law")
    for verb in sentence.of("above_law"):
        if any(abs(verb.first - one.first) <= 2 for one in lower):
            continue
        holder = _subject(sentence, verb)
        beneath = any(0 <= noun.first - verb.last <= REACH for noun in sentence.of("law_noun"))
        if (holder == "instrument" and sentence.has("law_noun")) or (holder != "law_noun" and beneath):
            return verb
    for mark in sentence.of("defiance"):
        if any(0 <= noun.first - mark.last <= 5 for noun in sentence.of("law_noun")) and not lower:
            return mark
    return None


def _subject(sentence: Sentence, verb: Mark) -> str:
    """Return what is said to rank above: "instrument", "law_noun" or "", the nearest ahead of the verb, else just after."""
    rows = [
        (verb.first - one.last, name)
        for name in ("instrument", "law_noun")
        for one in sentence.of(name)
        if 0 <= verb.first - one.last <= REACH and not _complement(sentence, one)
    ]
    after = [
        (one.first - verb.last, name)
        for name in ("instrument", "law_noun")
        for one in sentence.of(name)
        if 0 <= one.first - verb.last <= AFTER
    ]
    if rows and min(rows)[0] <= 4:
        return min(rows)[1]
    return min(after)[1] if after and not rows else min(rows)[1] if rows else ""


def _complement(sentence: Sentence, noun: Mark) -> bool:
    """Whether a noun is what something is in conflict with, and no subject: "en caso de discrepancia con la ley"."""
    return any(word.stem in _WITH for word in sentence.words[max(0, noun.first - 2) : noun.first])


@remembered
def _yields(law: Sentence) -> Mark | None:
    """Return where the law itself lets treaties rank above it: "a treaty prevails over statute", "subject to any treaty"."""
    treaties = law.of("treaty") + law.of("instrument")
    ranks = law.of("precedence") + law.of("above_law")
    defied = [one for one in law.of("defiance") if any(0 <= noun.first - one.last <= REACH for noun in treaties)]
    heads = law.of("exception") + law.of("deference")
    above = [one for one in treaties if any(0 <= rank.first - one.last <= REACH for rank in ranks)]
    spared = [one for one in law.of("treaty") if any(0 <= one.first - head.last <= REACH for head in heads)]
    return next(iter([*above, *spared]), None) if not defied else None


def precedence(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield a clause that puts itself above the law, where the provision speaks of rank; or one that yields to it."""
    strong, mark = law_strength(facet, "precedence", "above_law")
    if mark is None:
        return
    law_span = span(facet.law, mark.first, mark.last, 6)
    ours, given = raised(facet.clause), _yields(facet.law)
    if ours is not None and given is not None:
        yield Signal("law_yields", 1.0, None, (0, 0), span(facet.law, given.first, given.last, 6))
    elif ours is not None:
        value = max(LEAST, strong) if mark.name == "precedence" else LEAST  # "the rules governing" speak of no rank
        yield Signal("ranked_above", value, "precedence", span(facet.clause, ours.first, ours.last, 6), law_span)
    elif facet.clause.has("below_law") and facet.clause.has("law_noun"):
        lower = facet.clause.of("below_law")[0]
        yield Signal("ranked_below", 1.0, None, span(facet.clause, lower.first, lower.last, 6), law_span)
