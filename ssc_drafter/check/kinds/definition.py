"""Terms: the law defines one, and the clause defines the same in its own way."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.signal import Signal, nearest, span
from ssc_drafter.check.norms.reading import Mark, Sentence, remembered
from ssc_drafter.check.pairs import Facet

NEAR = 8  # words between "means" and the term
WHOLE = 0.5  # share of the law's definition from which on the clause repeats it


@remembered
def defined(sentence: Sentence) -> tuple[int, int] | None:
    """Return the words of the term that a sentence of law defines: what stands before "means", or a short lead and a colon."""
    marks = sentence.of("definition")
    if marks and 0 < marks[0].first <= 12:
        return 0, marks[0].first
    if marks and marks[0].first == 0:  # "on entend par ...", "considera-se ..."
        return _leading(sentence, marks[0].last)
    colon = next((place for place, word in enumerate(sentence.words[:9]) if word.stem == ":"), 0)
    return (0, colon) if colon and not sentence.has("duty", "prohibition") else None


def _leading(sentence: Sentence, first: int) -> tuple[int, int] | None:
    """Return the first words of weight from a place on, as far as they stand together."""
    start = next((n for n in range(first, min(first + 4, len(sentence.words))) if sentence.words[n].weight), None)
    if start is None:
        return None
    end = next((n for n in range(start, len(sentence.words)) if not sentence.words[n].weight), len(sentence.words))
    return start, min(end, start + 4)


def definition(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield a term of the law that the clause defines in its own way."""
    term = defined(facet.law)
    if term is None or not facet.clause.has("definition"):
        return
    named = _named(facet, term)
    found = nearest(facet.clause.of("definition"), named) if named else None
    if found is None or not any(abs(place - found[0].first) <= NEAR for place in named):
        return
    mark = found[0]
    spans = span(facet.clause, mark.first, mark.last, 6), span(facet.law, term[0], term[1], 8)
    denied = _denied(facet.clause, mark) or facet.clause.has("exclusive", "exception")
    refers = facet.clause.has("law_noun") and facet.clause.has("deference") and not denied  # "as the law defines it"
    same = refers or (not denied and facet.law_cover >= WHOLE)
    yield Signal("both_define" if same else "redefined", found[1], None if same else "definition", *spans)


def _named(facet: Facet, term: tuple[int, int]) -> tuple[int, ...]:
    """Return the words of the clause that name the term, where it names most of it."""
    words = {facet.law.words[place] for place in range(*term) if facet.law.words[place].weight}
    met = {facet.law.words[place].stem for place in facet.theirs if term[0] <= place < term[1]}
    if not words or len(met) < 0.6 * len({word.stem for word in words}):
        return ()
    keys = {word.key for word in words} - {""}
    return tuple(n for n, word in enumerate(facet.clause.words) if word.weight and (word.stem in met or word.key in keys))


def _denied(sentence: Sentence, mark: Mark) -> bool:
    """Whether the clause says what the term is not."""
    return any(mark.first - 3 <= one.first < mark.last + 2 for one in sentence.of("negation"))
