"""A clause and a provision side by side: which sentences, words and classes of theirs speak of the same thing."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import REMEMBERED, Mark, Reading, Sentence

FACETS = 6  # how many couples of sentences are looked into
_COGNATE = 0.75  # trust in a match by cognate key


class Facet(Struct, frozen=True):
    """One sentence of the clause held against one of the provision; `near` counts their common ground from 0 to 1."""

    clause: Sentence
    law: Sentence
    ours: tuple[int, ...]  # words of the clause that the provision has too
    theirs: tuple[int, ...]
    shared: tuple[str, ...]  # classes of both
    law_cover: float
    clause_cover: float
    class_cover: float
    near: float
    common: float  # weight of the words in common


class Pair(Struct, frozen=True):
    """A clause and a provision with their facets, the closest first, and what is common to both as wholes."""

    clause: Reading
    law: Reading
    state: str
    facets: tuple[Facet, ...]
    law_cover: float
    clause_cover: float
    class_cover: float
    rare: float


def class_weight(name: str) -> float:
    """Return how much it tells that two texts share a class."""
    return law.classes()[name].weight


@lru_cache(maxsize=1)
def _families() -> dict[str, frozenset[str]]:
    """Return for each class itself and the classes above it."""
    known = law.classes()
    return {name: frozenset({name, one.under} - {""}) for name, one in known.items()}


@lru_cache(maxsize=REMEMBERED)
def families(sentence: Sentence) -> frozenset[str]:
    """Return the classes of a sentence with those above them."""
    return frozenset(wide for name in sentence.classes for wide in _families()[name])


def _matched(one: Sentence, other: Sentence, same: bool) -> tuple[tuple[int, ...], float]:
    """Return the places of the words of one sentence that the other has too, and the share of weight that they carry."""
    places, got = [], {}
    for place, word in enumerate(one.words):
        if not word.weight:
            continue
        if same and word.stem in other.stems:
            got[word.stem] = word.weight
        elif word.key and word.key in other.keys:
            got[word.stem] = max(got.get(word.stem, 0.0), word.weight * _COGNATE)
        else:
            continue
        places.append(place)
    total = sum(one.stems.values())
    return tuple(places), sum(got.values()) / total if total else 0.0


def _facet(clause: Sentence, provision: Sentence, same: bool) -> Facet:
    ours, clause_cover = _matched(clause, provision, same)
    theirs, law_cover = _matched(provision, clause, same)
    mine, its = families(clause), families(provision)
    shared = tuple(sorted(mine & its))
    total = sum(class_weight(name) for name in its)
    class_cover = sum(class_weight(name) for name in shared) / total if total else 0.0
    common = law_cover * sum(provision.stems.values())
    near = min(1.0, 0.03 * common + 0.9 * law_cover + 0.5 * clause_cover + 0.35 * class_cover)
    ours = tuple(
        sorted({*ours, *(place for name in shared for mark in _marks(clause, name) for place in range(mark.first, mark.last))})
    )
    return Facet(clause, provision, ours, theirs, shared, law_cover, clause_cover, class_cover, near, common)


def _marks(sentence: Sentence, wide: str) -> list[Mark]:
    return [mark for name, marks in sentence.classes.items() if wide in _families()[name] for mark in marks]


def pair(clause: Reading, provision: Reading, state: str, facets: int = FACETS) -> Pair:
    """Return a clause and a provision compared sentence by sentence; the `facets` closest couples are looked into."""
    same = clause.lang == provision.lang
    couples = [_facet(ours, theirs, same) for ours, theirs in _couples(clause, provision, same, facets + 1)]
    couples.sort(key=lambda one: -one.near)
    law_cover, rare = _cover(provision, clause, same)
    clause_cover, _ = _cover(clause, provision, same)
    mine = {name for one in clause.sentences for name in families(one)}
    its = {name for one in provision.sentences for name in families(one)}
    total = sum(class_weight(name) for name in its)
    class_cover = sum(class_weight(name) for name in mine & its) / total if total else 0.0
    return Pair(clause, provision, state, tuple(couples[:facets]), law_cover, clause_cover, class_cover, rare)


def _couples(clause: Reading, provision: Reading, same: bool, most: int) -> list[tuple[Sentence, Sentence]]:
    """Return the couples of sentences that share most, without weighing them in full: at most three of each of the clause's."""
    found = []
    for ours in clause.sentences:
        rows = [(common(ours, theirs, same), ours, theirs) for theirs in provision.sentences]
        found += sorted(rows, key=lambda row: -row[0])[:3] if len(rows) > 3 else rows
    if len(found) > most:
        found = sorted(found, key=lambda row: -row[0])[:most]
    return [(ours, theirs) for _, ours, theirs in found]


def common(ours: Sentence, theirs: Sentence, same: bool) -> float:
    """Return the weight of the words that two sentences share (across languages of their cognates), and one for each class."""
    mine, its = (ours.stems, theirs.stems) if same else (ours.keys, theirs.keys)
    return sum([its[word] for word in mine.keys() & its.keys()]) + len(ours.classes.keys() & theirs.classes.keys())


def _cover(one: Reading, other: Reading, same: bool) -> tuple[float, float]:
    """Return the share of the weight of one text's words that the other has, and the number of rare words in common."""
    stems = {key: weight for sentence in one.sentences for key, weight in sentence.stems.items()}
    keyed = {word.stem: word.key for sentence in one.sentences for word in sentence.words if word.weight}
    other_stems = {key for sentence in other.sentences for key in sentence.stems}
    other_keys = {key for sentence in other.sentences for key in sentence.keys}
    got = rare = 0.0
    for key, weight in stems.items():
        if same and key in other_stems:
            got += weight
            rare += weight >= 2.4
        elif keyed.get(key) in other_keys and keyed.get(key):
            got += weight * _COGNATE
            rare += 0.6 * (weight >= 2.4)
    total = sum(stems.values())
    return (got / total if total else 0.0), rare


def closeness(first: int, last: int, places: tuple[int, ...]) -> float:
    """Return from 0.3 to 1 how close words stand to the common ground of their sentence."""
    if not places:
        return 0.3
    gap = min(max(0, first - place, place - last + 1) for place in places)
    return 1.0 if gap <= 4 else max(0.3, 1.0 - (gap - 4) * 0.05)
