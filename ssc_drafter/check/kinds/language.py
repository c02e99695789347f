"""Languages: the law says in which a text is to be, and the clause names only another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ssc_drafter.check import law
from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.contrary import denied
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.reading import Mark, Sentence, remembered
from ssc_drafter.check.pairs import Facet

WIDE = "language_of_acts"
DONE = {"done", "fait", "hech", "feit", "hecho", "feito"}  # how the closing words of agreements begin
LESS = 0.6  # where a language is taught or spoken rather than written in


@lru_cache(maxsize=1)
def languages() -> frozenset[str]:
    """Return the names of the classes of law/classes that stand for a language."""
    return frozenset(name for name, one in law.classes().items() if one.under == WIDE)


@remembered
def named(sentence: Sentence) -> list[Mark]:
    """Return where languages are named in a sentence, those that it rules out aside."""
    rows = [mark for name in sentence.classes.keys() & languages() for mark in sentence.classes[name]]
    return sorted(mark for mark in rows if not denied(sentence, mark))


def language(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield that the clause is to be in a language that is none of those which the law's sentence names."""
    theirs = named(facet.law)
    ours = named(facet.clause) if theirs else []
    if not ours or not theirs or {one.name for one in ours} & {one.name for one in theirs}:
        return
    first, other = ours[0], theirs[0]
    spans = span(facet.clause, first.first, first.last, 6), span(facet.law, other.first, other.last, 6)
    yield Signal("other_language", 1.0 if _drawn_up(facet.clause) else LESS, "procedure", *spans)


def _drawn_up(sentence: Sentence) -> bool:
    """Whether a sentence speaks of a text that is made: an agreement, "done in two copies", a deed that is written."""
    made = sentence.acts.keys() & {"write", "sign"} or sentence.words[0].stem in DONE
    return bool(made) or sentence.has("instrument")
