"""A clause that lasts as long as its own agreement ("for the term of this Agreement"): its period stands in another article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from ssc_drafter.check.candidates import known
from ssc_drafter.check.document.bodies import clause_body
from ssc_drafter.check.document.holding import Held, Link
from ssc_drafter.check.document.phrases import flat, pattern, says
from ssc_drafter.check.document.subjects import article_of
from ssc_drafter.check.document.totals import first_length
from ssc_drafter.check.document.treaty import lasts
from ssc_drafter.check.document.ways import Said, Way, said
from ssc_drafter.check.norms import read
from ssc_drafter.tree.running import RunningText, Unit

FILE = "linked"


class Life(Struct, frozen=True):
    """A sentence that says how long the agreement lasts, `start` to `end` in its unit, and the words of the length itself."""

    unit: Unit
    start: int
    end: int
    words: str


def life_of(draft: RunningText) -> Life | None:
    """Return the sentence of a draft that first fixes how long the agreement itself lasts; None where no sentence does."""
    for unit in draft.units:
        words = draft.text[unit.start : unit.end]
        if unit.address.startswith("art") and says(FILE, draft.lang, "lives", words) and lasts(words, draft.lang, words):
            found = _fixed(unit, clause_body(words), draft.lang)
            if found:
                return found
    return None


def _fixed(unit: Unit, words: str, lang: str) -> Life | None:
    reading = read(words, lang)
    for sentence in reading.sentences:
        told = words[sentence.start : sentence.end]
        first = first_length(reading, sentence)
        if first and says(FILE, lang, "lives", told) and lasts(told, lang, words):
            span = reading.span(sentence, first.first, first.last)
            return Life(unit, sentence.start, sentence.end, words[slice(*span)])
    return None


def life_ways(one: Held, life: Life | None) -> Iterator[tuple[Way, Said]]:
    """Yield the reading of a clause that lasts as long as the agreement, with the length that another article fixes."""
    text, lang = one.clause.text, one.clause.lang
    if life is None or article_of(life.unit) == article_of(one.unit):
        return
    found = _its_term(known(lang)).search(flat(text))
    if found:
        link = Link("cites_here", text[slice(*found.span())], None, life.unit, life.start, life.end)
        yield Way(0.0, found.span(), life.words, link, True), said(read(life.words, lang))


@lru_cache(maxsize=8)
def _its_term(lang: str) -> re.Pattern[str]:
    """Return what a clause says that lasts as long as the agreement: "for the term of", "this Agreement"."""
    return re.compile(rf"{pattern(FILE, lang, 'while_it_lasts').pattern}\s+{pattern(FILE, lang, 'itself').pattern}")
