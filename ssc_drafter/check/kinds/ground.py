"""How much of what stands in one part of a provision a clause speaks of: by words, by cognates, by class of object, by act."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Mark, Sentence, remembered
from ssc_drafter.check.pairs import class_weight

BY_ACT, BY_CLASS, BY_KEY, BY_DEAL = 0.9, 0.75, 0.75, 0.7  # trust in a match that is not by the word itself


class Met(Struct, frozen=True):
    """What of a zone of the law the clause has: the share of its weight, all of its weight, and the words that show it."""

    share: float
    total: float
    ours: tuple[int, ...] = ()
    theirs: tuple[int, ...] = ()


@lru_cache(maxsize=1)
def wider() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Return for each act and each class of objects or persons itself with what stands above it."""
    acts, things = law.acts(), law.classes()
    return (
        {name: frozenset({name, one.under} - {""}) for name, one in acts.items()},
        {name: frozenset({name, one.under} - {""}) for name, one in things.items()},
    )


def _at(marks: dict[str, tuple[Mark, ...]], places: set[int], wider: dict[str, frozenset[str]]) -> dict[str, int]:
    """Return the classes that have a word among the places, wider ones too, each with its first place."""
    found: dict[str, int] = {}
    for name, listed in marks.items():
        for mark in listed:
            if mark.first in places:
                for wide in wider[name]:
                    found.setdefault(wide, mark.first)
    return found


class _Ours(Struct, frozen=True):
    stems: dict[str, int]
    keys: dict[str, int]
    acts: dict[str, int]
    things: dict[str, int]
    own: frozenset[str]  # acts and things as they are named, without those above them


@remembered
def _ours(sentence: Sentence, at: tuple[int, ...] | range) -> _Ours:
    places = set(at)
    acts, things = wider()
    stems = {sentence.words[place].stem: place for place in places if sentence.words[place].weight}
    keys = {sentence.words[place].key: place for place in places if sentence.words[place].weight and sentence.words[place].key}
    named = (*sentence.acts.items(), *sentence.classes.items())
    own = frozenset(name for name, marks in named if any(mark.first in places for mark in marks))
    return _Ours(stems, keys, _at(sentence.acts, places, acts), _at(sentence.classes, places, things), own)


class _Item(Struct, frozen=True):
    """An act, an object ("thing") or another word of a zone: its place, its weight, the classes that it may be met by."""

    sort: str
    first: int
    words: tuple[tuple[str, str], ...]  # stems and keys of those that carry weight
    weight: float
    wider: tuple[str, ...]
    deals: tuple[str, ...]
    name: str


class _Zone(Struct, frozen=True):
    """What stands in a zone of a sentence of law, its weight, and all by which any of it may be met."""

    items: list[_Item]
    total: float
    stems: frozenset[str]
    keys: frozenset[str]
    names: frozenset[str]


@remembered
def _zone(sentence: Sentence, at: tuple[int, ...]) -> _Zone:
    items = _items(sentence, at)
    weights: dict[int, float] = {}
    for one in items:
        weights.setdefault(one.first, one.weight)
    words = [word for one in items for word in one.words]
    names = frozenset(name for one in items for name in (*one.wider, *one.deals))
    return _Zone(items, sum(weights.values()), frozenset(stem for stem, _ in words), frozenset(key for _, key in words), names)


def _items(sentence: Sentence, at: tuple[int, ...]) -> list[_Item]:
    """Return what stands in a zone of a sentence of law."""
    zone = set(at)
    rows = [
        ("act", name, mark.first, mark.last) for name, marks in sentence.acts.items() for mark in marks if mark.first in zone
    ]
    things = law.classes()
    for name, marks in sentence.classes.items():
        if class_weight(name) >= 0.5 and not things[name].body:
            rows += [("thing", name, mark.first, mark.last) for mark in marks if mark.first in zone]
    covered = {place for _, _, first, last in rows for place in range(first, last)}
    rows += [("word", "", place, place + 1) for place in sorted(zone - covered) if sentence.words[place].weight]
    return [_item(sentence, *row) for row in rows]


def _item(sentence: Sentence, sort: str, name: str, first: int, last: int) -> _Item:
    words = sentence.words[first:last]
    weight = max((word.weight for word in words), default=0.0)
    telling = tuple((word.stem, word.key) for word in words if word.weight)
    if sort == "word":
        return _Item(sort, first, telling, weight, (), (), "")
    acts, things = wider()
    above = sorted(acts[name] if sort == "act" else things[name])
    deals = sorted(law.deals().get(name, ())) if sort == "act" else ()
    return _Item(sort, first, telling, max(weight, 1.5), tuple(above), tuple(deals), name)


NOTHING = (0.0, -1)


def met(law_sentence: Sentence, zone: Iterable[int], clause: Sentence, places: Iterable[int], same: bool) -> Met:
    """Return how much of a zone of the law's sentence stands at these places of the clause's."""
    ours = _ours(clause, places if isinstance(places, tuple | range) else tuple(places))
    there = _zone(law_sentence, zone if isinstance(zone, tuple) else tuple(zone))
    if _nothing(there, ours, same):
        return Met(0.0, there.total)
    best: dict[int, tuple[float, float, int]] = {}
    for item in there.items:
        found = _by_word(item.words, ours, same)
        if item.wider and found[0] < 1.0:  # nothing is surer than the word itself
            found = max(found, _by_class(item, ours))
        trust, place = found
        if item.first not in best or trust > best[item.first][1]:  # of readings of one word the one that is met counts
            best[item.first] = (item.weight, trust, place)
    total = sum(weight for weight, _, _ in best.values())
    hits = sorted((place, first) for first, (_, trust, place) in best.items() if trust)
    if not hits:
        return Met(0.0, total)
    got = sum(weight * trust for weight, trust, _ in best.values())
    return Met(got / total if total else 0.0, total, tuple(one for one, _ in hits), tuple(other for _, other in hits))


def _nothing(zone: _Zone, ours: _Ours, same: bool) -> bool:
    """Whether nothing of a zone can be met: no word, no cognate, no class."""
    by_class = zone.names and not (zone.names.isdisjoint(ours.acts) and zone.names.isdisjoint(ours.things))
    return not by_class and ours.keys.keys().isdisjoint(zone.keys) and not (same and not zone.stems.isdisjoint(ours.stems))


def _by_word(words: Iterable[tuple[str, str]], ours: _Ours, same: bool) -> tuple[float, int]:
    """Return the trust in the best match by word or by cognate, and its place in the clause."""
    found = NOTHING
    for stem, key in words:
        if same and stem in ours.stems:
            return 1.0, ours.stems[stem]
        if key in ours.keys:
            found = (BY_KEY, ours.keys[key])
    return found


def _by_class(item: _Item, ours: _Ours) -> tuple[float, int]:
    """Return the trust in a match by the class of an act or of an object, wider classes too, and its place in the clause."""
    there, trust = (ours.acts, BY_ACT) if item.sort == "act" else (ours.things, BY_CLASS)
    for name in item.wider:  # the same class, one above or one under it; not another under the same (to sell is not to let)
        if name in there and (item.name in there or name in ours.own):
            return trust, there[name]
    for name in item.deals:
        if name in there:
            return BY_DEAL, there[name]
    return NOTHING


@remembered
def segment(sentence: Sentence, place: int) -> tuple[int, int]:
    """Return the part of a sentence around a place, between semicolons, colons and numbers of items."""
    first, last = place, place
    while first > 0 and sentence.words[first - 1].stem not in {";", ":", "."}:
        first -= 1
    while last < len(sentence.words) and sentence.words[last].stem not in {";", "."}:
        last += 1
    return first, last
