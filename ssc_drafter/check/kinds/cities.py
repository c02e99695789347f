"""Places that a clause names and that lie outside the State whose law is read (law/cities.toml, law/states.toml)."""

from __future__ import annotations

from ssc_drafter.check import law
from ssc_drafter.check.kinds.nations import states_named
from ssc_drafter.check.norms.reading import Mark, Sentence

RARE = 2.4  # weight of a word that may be a name: texts of law do not have it
AFTER = 4  # words after "courts", "law" or "seat" within which the place is named


def foreign_places(sentence: Sentence, state: str) -> list[Mark]:
    """Return the well-known seats and capitals that a sentence names and that are not of this State."""
    known = law.cities()
    return [
        Mark(place, place + 1, "city")
        for place, word in enumerate(sentence.words)
        if word.capital and known.get(word.stem, state) != state
    ]


def named_places(sentence: Sentence, heads: tuple[Mark, ...], theirs: Sentence, state: str) -> list[Mark]:
    """Return names that stand close behind courts, law or seat, are not this State's, and that the law does not have."""
    known, own = law.cities(), law.states().get(state.upper(), ())
    named = states_named(sentence)
    classed = {place for marks in sentence.classes.values() for one in marks for place in range(one.first, one.last)}
    found = []
    for head in heads:
        for place in range(head.last + 1, min(head.last + 1 + AFTER, len(sentence.words))):
            word = sentence.words[place]
            home = state.upper() in (known.get(word.stem), named.get(place)) or any(
                word.stem.startswith(name[:5]) for name in own
            )
            if word.capital and word.weight >= RARE and place not in classed and word.stem not in theirs.stems and not home:
                found.append(Mark(place, place + 1, "place"))
    return found
