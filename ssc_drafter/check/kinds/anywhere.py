"""Contraries that are said of one matter in whichever sentence: "compensation is paid beforehand", "paid in annuities".

What laws guarantee to persons (a hearing, reasons, secrecy that outlasts the post) and its contrary mostly share no word, so
the two sentences are not the closest ones. What is compared is the quality, where the texts as wholes are of one matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ssc_drafter.check import law
from ssc_drafter.check.finding import Kind
from ssc_drafter.check.kinds.contrary import denied
from ssc_drafter.check.kinds.senses import clause_senses, law_senses
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence, remembered
from ssc_drafter.check.pairs import Pair

TRUST = 0.8  # in a contrary whose bearer nothing tells


@cache
def _guaranteed() -> dict[str, law.LegalClass]:
    """Return the classes of what laws guarantee in whichever sentence."""
    return {name: one for name, one in law.classes().items() if one.anywhere}


@remembered
def _said(reading: Reading) -> tuple[tuple[str, Sentence, Mark], ...]:
    """Return where a provision guarantees something: not what it forbids, nor takes out."""
    found = []
    for sentence in reading.sentences:
        for name in _guaranteed().keys() & sentence.classes.keys():
            contrary = sentence.classes.get(_guaranteed()[name].contrary, ())
            marks = [one for one in sentence.classes[name] if law_senses(sentence)[one.first] != "forbidden"]
            if marks and not contrary:
                found.append((name, sentence, marks[0]))
    return tuple(sorted(found, key=lambda row: (row[1].start, row[0])))


def guaranteed(reading: Reading) -> bool:
    """Whether a provision guarantees anything of the kind."""
    return bool(_said(reading))


@remembered
def _taken(sentence: Sentence, name: str, contrary: str) -> Mark | None:
    """Return where a clause says the contrary in earnest, and the thing itself nowhere in the sentence."""
    if any(not denied(sentence, one) for one in sentence.classes.get(name, ())):
        return None
    senses = clause_senses(sentence)
    rows = (one for one in sentence.classes.get(contrary, ()) if not denied(sentence, one) and senses[one.first] != "whatever")
    return next(rows, None)


def taken_anywhere(pair: Pair) -> Iterator[Signal]:
    """Yield that a clause takes, in whichever sentence, what the law guarantees in another."""
    for name, theirs, mark in _said(pair.law):
        one = _guaranteed()[name]
        clash: Kind = one.clash  # type: ignore[assignment]
        for ours in pair.clause.sentences:
            taken = _taken(ours, name, one.contrary)
            if taken is not None:
                spans = span(ours, taken.first, taken.last, 6), span(theirs, mark.first, mark.last, 6)
                yield Signal("clashes", TRUST, clash, *spans)
                break
