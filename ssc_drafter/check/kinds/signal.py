"""A signal: one observation on a clause and a provision that speaks for or against a finding, with the words it rests on."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.check.finding import Kind
from ssc_drafter.check.norms.reading import Mark, Sentence, remembered
from ssc_drafter.check.pairs import Facet, closeness

Span = tuple[int, int]


class Signal(Struct, frozen=True):
    """`name` is the key of its weight and reason; `value` from 0 to 1; spans count code points of the two texts, which nothing
    in `values` may do: it stays as it is where the sentences stand elsewhere."""

    name: str
    value: float
    kind: Kind | None
    clause: Span
    law: Span
    values: dict[str, str] = {}


NOWHERE: Span = (0, 0)  # of a signal that rests on no words of a side


def moved(signal: Signal, ours: int, theirs: int) -> Signal:
    """Return a signal whose sentences stand so many signs further on in their texts."""
    return replace(signal, clause=_moved(signal.clause, ours), law=_moved(signal.law, theirs))


def _moved(span: Span, by: int) -> Span:
    return span if span == NOWHERE else (span[0] + by, span[1] + by)


LONGEST = 16  # words that a quote may reach to either side of what it rests on
_STOPS = {",", ";", ":", ".", "(", ")", "—"}


def span(sentence: Sentence, first: int, last: int, margin: int = 0) -> Span:
    """Return the place in the text of words of a sentence, widened to the phrase they stand in where `margin` is given."""
    return _span(sentence, first, last, margin)


@remembered
def _span(sentence: Sentence, first: int, last: int, margin: int) -> Span:
    words = sentence.words
    first, last = max(0, first), min(len(words), last)
    if margin:
        least, most = max(0, first - margin), min(len(words), last + margin)
        while first > 0 and words[first - 1].stem not in _STOPS and (first > least or last - first < LONGEST):
            first -= 1
        while last < len(words) and words[last].stem not in _STOPS and (last < most or last - first < 2 * LONGEST):
            last += 1
    return words[first].start, words[last - 1].end


def whole(sentence: Sentence) -> Span:
    """Return the place of the whole sentence."""
    return sentence.start, sentence.end


def nearest(marks: tuple[Mark, ...], places: tuple[int, ...]) -> tuple[Mark, float] | None:
    """Return the mark that stands closest to the given words, and how close."""
    ranked = [(closeness(mark.first, mark.last, places), mark) for mark in marks]
    if not ranked:
        return None
    close, mark = max(ranked, key=lambda one: one[0])
    return mark, close


def strength(facet: Facet, *names: str) -> tuple[float, Mark | None]:
    """Return how close the nearest of these functions stands to the common ground in the clause, and the mark."""
    found = nearest(tuple(mark for name in names for mark in facet.clause.of(name)), facet.ours)
    return (found[1], found[0]) if found else (0.0, None)


def law_strength(facet: Facet, *names: str) -> tuple[float, Mark | None]:
    """Return the same for the provision."""
    found = nearest(tuple(mark for name in names for mark in facet.law.of(name)), facet.theirs)
    return (found[1], found[0]) if found else (0.0, None)
