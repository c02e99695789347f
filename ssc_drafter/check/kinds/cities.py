"""Places that are named in a clause and lie outside the State whose law is read (law/cities.toml)."""

from __future__ import annotations

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Mark, Sentence


def foreign_places(sentence: Sentence, state: str = "") -> list[Mark]:
    """Return the well-known seats and capitals that a sentence names and that are not of this State."""
    known = law.cities()
    return [
        Mark(place, place + 1, "city")
        for place, word in enumerate(sentence.words)
        if word.capital and known.get(word.stem, state) != state
    ]
