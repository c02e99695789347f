"""How a sentence of the clause stands to the law: deferring, insisting, soft, denying, acting at once, on which side."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence, remembered
from ssc_drafter.check.norms.stems import fold
from ssc_drafter.check.pairs import Facet, closeness

LAW_WITHIN = 9  # words after "in accordance with" within which the law has to be named


class Attitude(Struct, frozen=True):
    """Strengths from 0 to 1, by how close the words stand to what clause and provision have in common."""

    defers: float
    as_law_allows: float
    insists: float
    soft: float
    denies: float
    at_once: float
    other_side: float
    own_side: float
    conditional: float
    lang: str = ""  # of both, where they have one language
    state: str = ""  # whose law is read


@remembered
def deferences(sentence: Sentence) -> tuple[Mark, ...]:
    """Return the words by which a sentence submits to law: "in accordance with ... the laws"."""
    found = []
    nouns = sentence.of("law_noun")
    for head in sentence.of("deference"):
        noun = next((one for one in nouns if 0 <= one.first - head.last <= LAW_WITHIN), None)
        if noun:
            found.append(Mark(head.first, noun.last, "deference"))
    return tuple(found)


def _best(marks: tuple[Mark, ...], places: tuple[int, ...]) -> float:
    return max([closeness(mark.first, mark.last, places) for mark in marks]) if marks else 0.0


def _insists_against_law(sentence: Sentence, places: tuple[int, ...]) -> float:
    return _best(sentence.of("defiance"), places)


@lru_cache(maxsize=64)
def _own(state: str) -> re.Pattern[str] | None:
    names = law.states().get(state.upper(), ())
    return re.compile(r"\b(?:" + "|".join(re.escape(name) for name in names) + ")") if names else None


@remembered
def _names_own(sentence: Sentence, text: str, state: str) -> float:
    pattern = _own(state)
    return 1.0 if pattern and pattern.search(fold(text[sentence.start : sentence.end])) else 0.0


def _sides(reading: Reading, sentence: Sentence, state: str) -> tuple[float, float]:
    """Return how far a sentence speaks of the other side, and of ours."""
    own = _names_own(sentence, reading.text, state)
    other = 1.0 if sentence.has("other_side") else 0.0
    return other * (0.4 if own else 1.0), own


def attitude(facet: Facet, clause: Reading, state: str, lang: str = "") -> Attitude:
    """Return how the clause's sentence stands to the law in what the two sentences have in common."""
    sentence, places = facet.clause, facet.ours
    defiance = _insists_against_law(sentence, places)
    other, own = _sides(clause, sentence, state)
    awaited = [closeness(step.first, step.last, places) for step in sentence.steps if step.status == "required"]
    return Attitude(
        defers=_best(deferences(sentence), places),
        as_law_allows=_best(sentence.of("as_far_as_law"), places) if sentence.has("law_noun") else 0.0,
        insists=defiance,
        soft=_best(sentence.of("soft"), places),
        denies=_best(sentence.of("negation") + sentence.of("prohibition"), places),
        at_once=max(_best(sentence.of("at_once"), places), 0.6 * _best(sentence.of("fixed_day"), places)),
        other_side=other,
        own_side=own,
        conditional=max(awaited, default=0.0),
        lang=lang,
        state=state,
    )
