"""What two numbers count, where one word and one unit serve two matters (law/counted.toml): a guarantee of a debt or of works,
hours of work or of opening, the mandate of a joint or of a national commission, the term of the agreement itself."""

from __future__ import annotations

from functools import lru_cache

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Reading, Sentence, remembered

TOLD_APART = ("hours", "asker", "guarantee", "credit")  # matters of which a text shows one side or another
MEMBERS, OF_STATES = "members.of", "body.of_states"
ITSELF, AGREEMENTS = "lasting.itself", "lasting.agreements"

_WHILE = frozenset({"during", "throughout", "durant", "pend"})  # stems ahead of its own term


@lru_cache(maxsize=1)
def _sides() -> dict[str, tuple[str, ...]]:
    """Return the sides of each matter."""
    found: dict[str, list[str]] = {}
    for name in law.side_by_side("counted.toml", "en"):
        found.setdefault(name.partition(".")[0], []).append(name)
    return {matter: tuple(names) for matter, names in found.items()}


@remembered
def shown(sentence: Sentence) -> dict[str, frozenset[str]]:
    """Return of each matter the sides that a sentence shows."""
    rows = {matter: frozenset(name for name in _sides()[matter] if sentence.has(name)) for matter in TOLD_APART}
    return {matter: names for matter, names in rows.items() if names}


@remembered
def _in_all(clause: Reading) -> dict[str, frozenset[str]]:
    """Return the sides that a whole clause shows: "The State guarantees the loan. The guarantee runs for" ten years."""
    rows = [shown(one) for one in clause.sentences]
    return {matter: frozenset().union(*(row.get(matter, frozenset()) for row in rows)) for matter in TOLD_APART}


@remembered
def _names_body_of_states(reading: Reading) -> bool:
    return any(one.has(OF_STATES) for one in reading.sentences)


@remembered
def _lasts(sentence: Sentence, lang: str) -> bool:
    """Whether a sentence says how long its own agreement lasts: not "designs made under this Agreement are valid for", nor what
    is promised "for the duration of this Agreement"."""
    by = law.names(lang)
    for mark in sentence.of(ITSELF):
        place = mark.first
        while place and sentence.words[place - 1].stem in by.articles:
            place -= 1
        if not place or sentence.words[place - 1].stem not in by.ahead | _WHILE:
            return True
    return False


def apart(clause: Reading, ours: Sentence, provision: Reading, theirs: Sentence) -> bool:
    """Whether the numbers of a sentence of the clause count something else than those of a sentence of the law."""
    for matter, its in shown(theirs).items():
        mine = shown(ours).get(matter) or _in_all(clause)[matter]
        if mine and mine.isdisjoint(its):
            return True
    if _lasts(ours, clause.lang) and not any(one.has(AGREEMENTS, "treaty", "instrument") for one in provision.sentences):
        return True
    if not (ours.has(MEMBERS) and theirs.has(MEMBERS)):
        return False
    return _names_body_of_states(clause) and not _names_body_of_states(provision)
