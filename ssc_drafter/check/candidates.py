"""Which provisions may concern a clause: ranked by words in common, by cognates and classes across languages, fused.

Where the optional embedding is installed, nearness of meaning is a third road (docs/decisions: what it lifts).
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any, TypeVar, overload

from msgspec import Struct

from ssc_drafter.check import embedding, kept, law
from ssc_drafter.check.norms.reading import Reading, remembered
from ssc_drafter.check.norms.stems import cognate, stem
from ssc_drafter.policies import search
from ssc_drafter.policies.instrument import Hierarchy, Instrument, Provision, Verified

T = TypeVar("T")
TOP = 30
SMALL = 2_000  # provisions up to which an index is made in memory
PASSAGE = 700  # signs of a passage; a longer provision is several, so that its length does not drown its words
_WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 3  # signs of a word that is looked for by itself
_CUT = re.compile(r"[.;:]\s|\n")
_FUSE = 30  # constant of reciprocal rank fusion
_BRIDGE = 0.8  # what a rank across languages counts beside one in the same language
MOST_KEYS = 96  # keys of one query: classes are many and common, and tell together
_MEANING = 1.5  # what a rank by the embedding counts
EMBEDDED = 100_000  # provisions up to which the embedding is asked: beyond, making the vectors takes hours
_LEAST = 40  # signs of a sentence that is looked for by itself


class Place(Struct, frozen=True):
    """A provision of an instrument of the check."""

    instrument: Instrument
    provision: Provision
    verified: Verified | None = None

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What tells a provision from others of a check: its law's State, file and words, and its address there."""
        return self.instrument.country, self.instrument.file, self.instrument.sha256, self.provision.address

    @property
    def text(self) -> str:
        """The provision's words."""
        return self.instrument.words(self.provision.start, self.provision.end)

    @property
    def rank(self) -> Hierarchy:
        """The rank of the provision: its instrument's, or a policy's in the decree that approves it."""
        return self.provision.rank or self.instrument.hierarchy


class Ranked(Struct, frozen=True):
    """A provision with its score, its number in the index, and how near its words are: `near` of at most `nearest`."""

    place: Place
    score: float
    number: int = 0
    near: float = 0.0
    nearest: float = 1.0


@lru_cache(maxsize=200_000)
def _term(word: str, lang: str) -> tuple[str, str, bool]:
    """Return the stem of a word, its cognate key, and whether it is looked for by itself."""
    stemmed = stem(word, lang)
    return stemmed, cognate(stemmed), len(word) >= SHORTEST and law.common(lang).get(stemmed, 9.0) > 1.0


Phrases = dict[tuple[str, ...], tuple[str, ...]]  # stems in a row, with the classes and acts that they stand for


@lru_cache(maxsize=4)
def _phrases(lang: str) -> tuple[Phrases, dict[str, tuple[int, ...]]]:
    """Return the phrases of all classes and acts, each with its class and the one above it; and how long those are that begin
    with a stem."""
    found: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    for sign, known_ones in (("=", law.classes()), ("+", law.acts())):
        for name, one in known_ones.items():
            names = [f"{sign}{each}" for each in (name, one.under) if each]
            for phrase in one.words[lang]:
                stems = tuple(_term(word, lang)[0] for word in _WORD.findall(phrase))
                found[stems].update(dict.fromkeys(names))
    lengths: dict[str, set[int]] = defaultdict(set)
    for stems in found:
        lengths[stems[0] if stems else ""].add(len(stems))
    return {stems: tuple(names) for stems, names in found.items()}, {one: tuple(sorted(row)) for one, row in lengths.items()}


def _named(stems: Sequence[str], lang: str) -> Iterator[str]:
    """Yield the classes and acts whose words stand in a row of stems, the same in every language."""
    phrases, lengths = _phrases(lang)
    for place, one in enumerate(stems):
        for length in lengths.get(one, ()):
            yield from phrases.get(tuple(stems[place : place + length]), ())


class Index:
    """The provisions of a check, searchable in their own language and across languages.

    `kept` remembers what was found on a unit's words, so that after an edit only the changed units are looked at again;
    `readings` the provisions that were read, by number; `facts` what holds for this body of law whatever the draft.
    """

    def __init__(self, instruments: Sequence[Instrument]) -> None:
        self.kept: dict[tuple[str, str, str], Any] = {}
        self.readings: dict[int, Reading] = {}
        self.facts: dict[str, Any] = {}
        self.name = _key(instruments)
        self.places = Places(instruments)
        small = len(self.places) <= SMALL
        self.words = kept.index(self.name, self._build, small=small)
        self.vectors: embedding.Vectors | None = None

    def fact(self, name: str, make: Callable[[Sequence[Place]], T], kind: type[T]) -> T:
        """Return what holds for this body of law whatever the draft: made once, and kept beside a large index."""
        if name not in self.facts:
            small = len(self.places) <= SMALL
            self.facts[name] = make(self.places) if small else kept.fact(f"{self.name}-{name}", lambda: make(self.places), kind)
        found: T = self.facts[name]
        return found

    def _build(self, folder: Path | None) -> search.Index:
        return search.Index.build(self._passages(), folder)

    def _passages(self) -> Iterator[search.Passage]:
        for number, place in enumerate(self.places):
            lang = place.instrument.lang
            restated = [place.verified.text] if place.verified and place.verified.text else []
            for words in [*passages(place.text), *restated]:
                stems, keys = _terms(words, lang, place.provision.heading or "")
                yield search.Passage(number, {known(lang): stems, "keys": keys})

    def search(self, clause: Reading, heading: str = "", top: int = TOP) -> list[Ranked]:
        """Return the provisions that may concern a clause, best first."""
        lang = known(clause.lang)
        stems, keys = _terms(clause.text, lang, heading)
        ours = dict(self.words.search(lang, stems, top * 4))
        bridge = dict(self.words.search("keys", keys, top * 4, MOST_KEYS))
        meant = self._meant(clause, top * 4)
        fused: dict[int, float] = defaultdict(float)
        for share, found in ((1.0, ours), (_BRIDGE, bridge), (_MEANING, meant)):
            for rank, number in enumerate(found):
                fused[number] += share / (_FUSE + rank)
        best = sorted(fused.items(), key=lambda row: (-row[1], row[0]))[:top]
        foreign = self.places.tongues - {lang}
        abroad = {n: score for n, score in bridge.items() if self.places.tongue(n) != lang} if foreign else {}
        tops = max(ours.values(), default=1.0), max(abroad.values(), default=1.0)
        return [self._ranked(number, score, ours, abroad, tops) for number, score in best]

    @property
    def roads(self) -> tuple[str, ...]:
        """The roads by which provisions are found here."""
        meaning = embedding.installed() and len(self.places) <= EMBEDDED
        return ("words", "keys", "embedding") if meaning else ("words", "keys")

    def _meant(self, clause: Reading, k: int) -> dict[int, float]:
        """Return the provisions nearest in meaning to a clause or one of its sentences; none without the embedding."""
        if "embedding" not in self.roads:
            return {}
        if self.vectors is None:
            self.vectors = embedding.vectors_of(self._laws(), kept.folder())
        parts = [clause.text[one.start : one.end] for one in clause.sentences if one.end - one.start > _LEAST]
        return dict(self.vectors.nearest([clause.text, *(parts if len(parts) > 1 else ())], k))

    def _laws(self) -> list[list[tuple[int, str]]]:
        """Return the passages of each law with the numbers of their provisions."""
        found: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for number, place in enumerate(self.places):
            restated = [place.verified.text] if place.verified and place.verified.text else []
            found[id(place.instrument)] += [(number, words) for words in [*passages(place.text), *restated]]
        return list(found.values())

    def _ranked(
        self, number: int, score: float, ours: dict[int, float], abroad: dict[int, float], tops: tuple[float, float]
    ) -> Ranked:
        foreign = number in abroad
        near = abroad[number] if foreign else ours.get(number, 0.0)
        return Ranked(self.places[number], round(score, 5), number, near, tops[foreign])


class Places(Sequence[Place]):
    """The provisions of a body of law by their number, each made when it is asked for: of a million, few ever are."""

    def __init__(self, instruments: Sequence[Instrument]) -> None:
        self.parts: list[Instrument | list[Place]] = [
            places_of(one) if one.verified or one.void else one for one in instruments
        ]
        sizes = (len(one) if isinstance(one, list) else len(one.provisions) for one in self.parts)
        self.starts = [0, *accumulate(sizes)]
        self._tongues = [known(one.lang) for one in instruments]
        self.tongues = frozenset(self._tongues)

    def tongue(self, number: int) -> str:
        """Return the language in which a provision is read."""
        return self._tongues[bisect_right(self.starts, number) - 1]

    def __len__(self) -> int:
        return self.starts[-1]

    def __iter__(self) -> Iterator[Place]:
        for one in self.parts:
            yield from one if isinstance(one, list) else (Place(one, provision) for provision in one.provisions)

    @overload
    def __getitem__(self, number: int) -> Place: ...
    @overload
    def __getitem__(self, number: slice) -> list[Place]: ...
    def __getitem__(self, number: int | slice) -> Place | list[Place]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        if not 0 <= number < len(self):
            raise IndexError(number)
        at = bisect_right(self.starts, number) - 1
        one, inside = self.parts[at], number - self.starts[at]
        return one[inside] if isinstance(one, list) else Place(one, one.provisions[inside])


def places_of(one: Instrument) -> list[Place]:
    """Return the provisions of an instrument with what was verified; without those that never apply or are not in force."""
    said = {row.address: row for row in one.verified}
    found = [Place(one, each, said.get(each.address)) for each in one.provisions if each.address not in one.void]
    return [place for place in found if not (place.verified and place.verified.muted)]


def known(lang: str) -> str:
    """Return the language in which a text of `lang` is read."""
    return lang if lang in law.LANGUAGES else "en"


def passages(text: str) -> list[str]:
    """Return a text cut, at the ends of sentences, into stretches of about the length of a passage."""
    if len(text) <= PASSAGE * 1.5:
        return [text]
    found, begin = [], 0
    for cut in [*(one.end() for one in _CUT.finditer(text)), len(text)]:
        if cut - begin >= PASSAGE or cut == len(text):
            found.append(text[begin:cut])
            begin = cut
    return [one for one in found if one.strip()] or [text]


_at_hand: dict[tuple[Any, ...], Index] = {}
AT_HAND = 4  # indexes that are kept for the next check


def _key(instruments: Sequence[Instrument]) -> str:
    """Return a name for a body of law: the same for the same texts, read the same way."""
    return hashlib.sha256(b"".join(mark_of(one) for one in instruments)).hexdigest()[:24]


@remembered
def mark_of(one: Instrument) -> bytes:
    """Return what tells an instrument from others: its text, its facts, where its provisions stand, what was verified."""
    places = one.places_mark().hex()
    said = ";".join([*(f"{row.address} {row.muted} {row.text}{' +' if row.beside else ''}" for row in one.verified), *one.void])
    words = one.sha256 or hashlib.sha256(one.text.encode()).hexdigest()  # who makes a law by hand may leave it out
    marks = "\x1f".join((words, one.country, one.file, one.lang, one.hierarchy, places, said)) + "\x1e"
    return hashlib.sha256(marks.encode()).digest()


def index_of(instruments: Sequence[Instrument]) -> Index:
    """Return the index of these instruments, the one at hand where they are the same as before."""
    key = (_key(instruments), *((one.title, one.hierarchy, one.status, one.date, one.verified) for one in instruments))
    if key not in _at_hand:
        if len(_at_hand) >= AT_HAND:
            _at_hand.pop(next(iter(_at_hand)))
        _at_hand[key] = Index(instruments)
    return _at_hand[key]


def _terms(text: str, lang: str, heading: str) -> tuple[Counter[str], Counter[str]]:
    """Return the stems of a text, and its keys, each once: cognates, and the classes and acts that its words stand for.

    How often a class is named tells the length of a passage and no more, so it is not counted.
    """
    tongue = known(lang)
    stems: Counter[str] = Counter()
    keys: dict[str, int] = {}
    for part, times in ((text, 1), (heading, 2)):
        row = [_term(word, tongue) for word in _WORD.findall(part)]
        for term, key, telling in row:
            if telling:
                stems[term] += times
                if key:
                    keys[key] = 1
        keys.update(dict.fromkeys(_named([term for term, _, _ in row], tongue), 1))
    return stems, Counter(keys)
