"""A clause and a provision side by side: which sentences, words and classes of theirs speak of the same thing."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from msgspec import Struct

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Reading, Sentence, remembered

FACETS = 6  # how many couples of sentences are looked into
_COGNATE = 0.75  # trust in a match by cognate key
FAR = 1_000_000  # words: no ground on that side


class Facet(Struct, frozen=True, dict=True):
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


@remembered
def families(sentence: Sentence) -> frozenset[str]:
    """Return the classes of a sentence with those above them."""
    return frozenset(wide for name in sentence.classes for wide in _families()[name])


@remembered
def _telling(sentence: Sentence) -> list[tuple[int, str, str, float]]:
    """Return the words that carry weight: place, stem, key, weight."""
    return [(place, word.stem, word.key, word.weight) for place, word in enumerate(sentence.words) if word.weight]


@remembered
def weight_of(sentence: Sentence) -> float:
    """Return the weight of all that a sentence is about."""
    return sum(sentence.stems.values())


@remembered
def class_weight_of(sentence: Sentence) -> float:
    """Return the weight of the classes of a sentence."""
    return sum(class_weight(name) for name in families(sentence))


def _matched(one: Sentence, other: Sentence, same: bool) -> tuple[tuple[int, ...], float]:
    """Return the places of the words of one sentence that the other has too, and the share of weight that they carry."""
    places: list[int] = []
    got: dict[str, float] = {}
    stems: dict[str, float] = other.stems if same else {}
    keys = other.keys
    for place, stem, key, weight in _telling(one):
        if stem in stems:
            got[stem] = weight
        elif key and key in keys:
            got[stem] = max(got.get(stem, 0.0), weight * _COGNATE)
        else:
            continue
        places.append(place)
    total = weight_of(one)
    return tuple(places), sum(got.values()) / total if total else 0.0


def _facet(clause: Sentence, provision: Sentence, same: bool) -> Facet:
    ours, clause_cover = _matched(clause, provision, same)
    theirs, law_cover = _matched(provision, clause, same)
    mine, its = families(clause), families(provision)
    shared = tuple(sorted(mine & its))
    total = class_weight_of(provision)
    class_cover = sum(class_weight(name) for name in shared) / total if total else 0.0
    common = law_cover * weight_of(provision)
    near = min(1.0, 0.03 * common + 0.9 * law_cover + 0.5 * clause_cover + 0.35 * class_cover)
    if shared:
        ours = tuple(sorted({*ours, *(place for name in shared for place in _class_places(clause, name))}))
    return Facet(clause, provision, ours, theirs, shared, law_cover, clause_cover, class_cover, near, common)


@remembered
def _class_places(sentence: Sentence, wide: str) -> list[int]:
    """Return the words of a sentence that belong to a class or to one under it."""
    marks = [mark for name, listed in sentence.classes.items() if wide in _families()[name] for mark in listed]
    return [place for mark in marks for place in range(mark.first, mark.last)]


@remembered
def theirs_of(facet: Facet) -> frozenset[int]:
    """Return the words of the law that the clause has too."""
    return frozenset(facet.theirs)


def pair(clause: Reading, provision: Reading, state: str, facets: int = FACETS) -> Pair:
    """Return a clause and a provision compared sentence by sentence; the `facets` closest couples are looked into."""
    same = clause.lang == provision.lang
    couples = [_facet(ours, theirs, same) for ours, theirs in _couples(clause, provision, same, facets + 1)]
    couples.sort(key=lambda one: -one.near)
    law_cover, rare = _cover(provision, clause, same)
    clause_cover, _ = _cover(clause, provision, same)
    mine, its = _all_families(clause), _all_families(provision)
    total = sum(class_weight(name) for name in its)
    class_cover = sum(class_weight(name) for name in mine & its) / total if total else 0.0
    return Pair(clause, provision, state, tuple(couples[:facets]), law_cover, clause_cover, class_cover, rare)


@remembered
def _all_families(reading: Reading) -> set[str]:
    return {name for one in reading.sentences for name in families(one)}


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
    words, total = _vocabulary(one)
    stems, keys = _known_words(other)
    stems = stems if same else frozenset()
    got = rare = 0.0
    for stem, key, weight in words:
        if stem in stems:
            got += weight
            rare += weight >= 2.4
        elif key and key in keys:
            got += weight * _COGNATE
            rare += 0.6 * (weight >= 2.4)
    return (got / total if total else 0.0), rare


@remembered
def _vocabulary(reading: Reading) -> tuple[list[tuple[str, str, float]], float]:
    """Return the stems of a text with their keys and weights, and the sum of the weights."""
    stems = {stem: weight for sentence in reading.sentences for stem, weight in sentence.stems.items()}
    keyed = {word.stem: word.key for sentence in reading.sentences for word in sentence.words if word.weight}
    return [(stem, keyed.get(stem, ""), weight) for stem, weight in stems.items()], sum(stems.values())


@remembered
def _known_words(reading: Reading) -> tuple[frozenset[str], frozenset[str]]:
    """Return all stems and all keys of a text."""
    stems = frozenset(stem for sentence in reading.sentences for stem in sentence.stems)
    return stems, frozenset(key for sentence in reading.sentences for key in sentence.keys)


def closeness(first: int, last: int, places: tuple[int, ...]) -> float:
    """Return from 0.3 to 1 how close words stand to the common ground of their sentence, whose places are in order."""
    if not places:
        return 0.3
    at = bisect_left(places, first)
    behind = max(0, places[at] - last + 1) if at < len(places) else FAR
    gap = min(behind, first - places[at - 1]) if at else behind
    return 1.0 if gap <= 4 else max(0.3, 1.0 - (gap - 4) * 0.05)
