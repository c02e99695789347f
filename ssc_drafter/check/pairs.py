"""A clause and a provision side by side: which sentences, words and classes of theirs speak of the same thing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Set
from functools import cache, lru_cache

from msgspec import Struct

from ssc_drafter.check import couples, law
from ssc_drafter.check.norms.reading import Reading, Sentence, remembered

FACETS = 6  # how many couples of sentences are looked into
_COGNATE = 0.75  # trust in a match by cognate key
FAR = 1_000_000  # words: no ground on that side
COUPLE = "pairs.couple"  # what is remembered of a facet's two sentences wherever they stand
Shared = tuple[tuple[int, ...], tuple[int, ...], tuple[str, ...], float, float, float, float, float]


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


@cache
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


class _Telling(Struct, frozen=True):
    """The words of a sentence that carry weight, each stem once, in the order of the text: its weight and places; and the
    rows of each stem and of each cognate key."""

    rows: list[tuple[float, list[int]]]
    stems: dict[str, int]
    keys: dict[str, list[int]]


@remembered
def _telling(sentence: Sentence) -> _Telling:
    rows: list[tuple[float, list[int]]] = []
    stems: dict[str, int] = {}
    keys: dict[str, list[int]] = {}
    for place, word in enumerate(sentence.words):
        if not word.weight:
            continue
        if word.stem in stems:
            rows[stems[word.stem]][1].append(place)
            continue
        stems[word.stem] = len(rows)
        if word.key:
            keys.setdefault(word.key, []).append(len(rows))
        rows.append((word.weight, [place]))
    return _Telling(rows, stems, keys)


@remembered
def weight_of(sentence: Sentence) -> float:
    """Return the weight of all that a sentence is about."""
    return sum(sentence.stems.values())


@remembered
def class_weight_of(sentence: Sentence) -> float:
    """Return the weight of the classes of a sentence."""
    return sum(class_weight(name) for name in families(sentence))


def _matched(one: Sentence, stems: Set[str], keys: Set[str]) -> tuple[tuple[int, ...], float]:
    """Return the places of the words of a sentence that another has too, and the share of weight that they carry.

    `stems` and `keys` are those that both have.
    """
    if not (stems or keys):
        return (), 0.0
    telling = _telling(one)
    sure = {telling.stems[stem] for stem in stems}
    met = sure.union(*(telling.keys[key] for key in keys)) if keys else sure
    places: list[int] = []
    got: list[float] = []
    for row in sorted(met):
        weight, at = telling.rows[row]
        got.append(weight if row in sure else weight * _COGNATE)
        places += at
    total = weight_of(one)
    return tuple(sorted(places)), sum(got) / total if total else 0.0


def facet(ours: Sentence, theirs: Sentence, clause: Reading, provision: Reading) -> Facet:
    """Return a couple of sentences of two texts with what they share, which is worked out once wherever the two stand."""
    key = couples.words_of(clause, ours), couples.words_of(provision, theirs), clause.lang, provision.lang
    known = couples.known(key, lambda: _shared(ours, theirs, clause.lang == provision.lang))
    found = Facet(ours, theirs, *known.shared)
    found.__dict__[COUPLE] = known
    return found


def _shared(clause: Sentence, provision: Sentence, same: bool) -> Shared:
    stems = clause.stems.keys() & provision.stems.keys() if same else set()
    keys = clause.keys.keys() & provision.keys.keys()
    ours, clause_cover = _matched(clause, stems, keys)
    theirs, law_cover = _matched(provision, stems, keys)
    mine, its = families(clause), families(provision)
    shared = tuple(sorted(mine & its))
    total = class_weight_of(provision)
    class_cover = sum(class_weight(name) for name in shared) / total if total else 0.0
    common = law_cover * weight_of(provision)
    near = min(1.0, 0.03 * common + 0.9 * law_cover + 0.5 * clause_cover + 0.35 * class_cover)
    if shared:
        ours = tuple(sorted({*ours, *(place for name in shared for place in _class_places(clause, name))}))
    return ours, theirs, shared, law_cover, clause_cover, class_cover, near, common


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
    couples = [facet(ours, theirs, clause, provision) for ours, theirs in _couples(clause, provision, same, facets + 1)]
    couples.sort(key=lambda one: -one.near)
    (mine, my_keys), (its, its_keys) = _known_words(clause), _known_words(provision)
    stems, keys = mine & its if same else frozenset(), my_keys & its_keys
    law_cover, rare = _cover(provision, stems, keys)
    clause_cover, _ = _cover(clause, stems, keys)
    total = _all_class_weight(provision)
    named = _all_families(clause) & _all_families(provision)
    class_cover = sum([class_weight(name) for name in named]) / total if total else 0.0
    return Pair(clause, provision, state, tuple(couples[:facets]), law_cover, clause_cover, class_cover, rare)


@remembered
def _all_families(reading: Reading) -> set[str]:
    return {name for one in reading.sentences for name in families(one)}


@remembered
def _all_class_weight(reading: Reading) -> float:
    return sum([class_weight(name) for name in _all_families(reading)])


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


def _cover(one: Reading, stems: Set[str], keys: Set[str]) -> tuple[float, float]:
    """Return the share of the weight of a text's words that another has, and the number of rare words in common.

    `stems` and `keys` are those that both have.
    """
    rows, by_stem, by_key, total = _vocabulary(one)
    sure = {by_stem[stem] for stem in stems}
    met = sure.union(*(by_key[key] for key in keys)) if keys else sure
    got = rare = 0.0
    for row in sorted(met):
        weight = rows[row]
        if row in sure:
            got += weight
            rare += weight >= 2.4
        else:
            got += weight * _COGNATE
            rare += 0.6 * (weight >= 2.4)
    return (got / total if total else 0.0), rare


@remembered
def _vocabulary(reading: Reading) -> tuple[list[float], dict[str, int], dict[str, list[int]], float]:
    """Return the weights of a text's stems, the rows of each stem and of each cognate key, and the sum of the weights."""
    weights = {stem: weight for sentence in reading.sentences for stem, weight in sentence.stems.items()}
    keyed = {word.stem: word.key for sentence in reading.sentences for word in sentence.words if word.weight}
    keys: dict[str, list[int]] = {}
    for row, stem in enumerate(weights):
        if key := keyed.get(stem, ""):
            keys.setdefault(key, []).append(row)
    return list(weights.values()), {stem: row for row, stem in enumerate(weights)}, keys, sum(weights.values())


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
