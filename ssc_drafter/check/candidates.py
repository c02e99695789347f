"""Which provisions may concern a clause: ranked by words in common, by cognates and classes across languages, fused."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from msgspec import Struct

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Reading
from ssc_drafter.check.norms.stems import cognate, stem
from ssc_drafter.check.pairs import class_weight, families
from ssc_drafter.policies.instrument import Instrument, Provision

TOP = 30
_WORD = re.compile(r"[^\W\d_]{3,}")
_FUSE = 30  # constant of reciprocal rank fusion
_K, _B = 1.2, 0.6  # BM25


class Place(Struct, frozen=True):
    """A provision of an instrument of the check."""

    instrument: Instrument
    provision: Provision

    @property
    def text(self) -> str:
        """The provision's words."""
        return self.instrument.text[self.provision.start : self.provision.end]


class Ranked(Struct, frozen=True):
    """A provision with its score."""

    place: Place
    score: float


class Postings:
    """An inverted index: for each term the provisions that have it, with the weight of it there."""

    def __init__(self) -> None:
        self.rows: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self.count = 0

    def add(self, number: int, terms: Counter[str], length: float, mean: float) -> None:
        """Add a provision's terms."""
        self.count += 1
        for term, times in terms.items():
            self.rows[term].append((number, times * (_K + 1) / (times + _K * (1 - _B + _B * length / mean))))

    def search(self, terms: Iterable[str]) -> dict[int, float]:
        """Return the score of every provision that shares a term."""
        scores: dict[int, float] = defaultdict(float)
        for term in terms:
            rows = self.rows.get(term)
            if not rows or len(rows) > 0.4 * self.count + 5:
                continue
            rarity = math.log(1 + (self.count - len(rows) + 0.5) / (len(rows) + 0.5))
            for number, weight in rows:
                scores[number] += rarity * weight
        return scores


@lru_cache(maxsize=200_000)
def _term(word: str, lang: str) -> tuple[str, str]:
    stemmed = stem(word, lang)
    return stemmed, cognate(stemmed)


@lru_cache(maxsize=4)
def _class_terms(lang: str) -> dict[str, tuple[str, ...]]:
    """Return for each single-word stem the classes that it stands for."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, one in law.classes().items():
        for phrase in one.words[lang]:
            stems = [stem(word, lang) for word in _WORD.findall(phrase)]
            if len(stems) == 1:
                found[stems[0]].append(name)
    return {term: tuple(dict.fromkeys(names)) for term, names in found.items()}


class Index:
    """The provisions of a check, searchable in their own language and across languages.

    `kept` remembers what was found on a unit's words, so that after an edit only the changed units are looked at again.
    """

    def __init__(self, instruments: Sequence[Instrument]) -> None:
        self.kept: dict[tuple[str, str, str], Any] = {}
        self.places = [Place(one, provision) for one in instruments for provision in one.provisions]
        self.words: dict[str, Postings] = defaultdict(Postings)
        self.bridge = Postings()
        read = [_terms(place.text, place.instrument.lang, place.provision.heading or "") for place in self.places]
        mean = sum(sum(stems.values()) for stems, _ in read) / max(1, len(read)) or 1.0
        for number, (stems, keys) in enumerate(read):
            length = sum(stems.values())
            self.words[self.places[number].instrument.lang].add(number, stems, length, mean)
            self.bridge.add(number, keys, length, mean)

    def search(self, clause: Reading, heading: str = "", top: int = TOP) -> list[Ranked]:
        """Return the provisions that may concern a clause, best first."""
        stems, keys = _terms(clause.text, clause.lang, heading)
        for sentence in clause.sentences:
            for name in families(sentence):
                keys[f"={name}"] += 1 if class_weight(name) >= 0.6 else 0
        lists = [self.words[clause.lang].search(stems), self.bridge.search(term for term, times in keys.items() if times)]
        fused: dict[int, float] = defaultdict(float)
        for share, scores in zip((1.0, 0.8), lists, strict=True):
            ranked = sorted(scores.items(), key=lambda row: (-row[1], row[0]))[: top * 4]
            for rank, (number, _) in enumerate(ranked):
                fused[number] += share / (_FUSE + rank)
        best = sorted(fused.items(), key=lambda row: (-row[1], row[0]))[:top]
        return [Ranked(self.places[number], round(score, 5)) for number, score in best]


_at_hand: dict[tuple[tuple[str, str, str], ...], Index] = {}
AT_HAND = 4  # indexes that are kept for the next check


def index_of(instruments: Sequence[Instrument]) -> Index:
    """Return the index of these instruments, the one at hand where they are the same as before."""
    key = tuple((one.sha256, one.country, one.file) for one in instruments)
    if key not in _at_hand:
        if len(_at_hand) >= AT_HAND:
            _at_hand.pop(next(iter(_at_hand)))
        _at_hand[key] = Index(instruments)
    return _at_hand[key]


def _terms(text: str, lang: str, heading: str) -> tuple[Counter[str], Counter[str]]:
    """Return the stems of a text, and its cognate keys with the classes that its words stand for."""
    known = lang if lang in law.LANGUAGES else "en"
    weights = law.common(known)
    classes = _class_terms(known)
    stems: Counter[str] = Counter()
    keys: Counter[str] = Counter()
    for word in _WORD.findall(text) + _WORD.findall(heading) * 2:
        term, key = _term(word, known)
        if weights.get(term, 9.0) > 1.0:
            stems[term] += 1
            if key:
                keys[key] += 1
        for name in classes.get(term, ()):
            keys[f"={name}"] += 1
    return stems, keys
