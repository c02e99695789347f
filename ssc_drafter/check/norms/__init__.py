"""From a text to what it says: sentences with bearer, modality, steps, quantities, exceptions, deference, classes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from ssc_drafter.check import law
from ssc_drafter.check.norms.demands import all_steps, demands
from ssc_drafter.check.norms.pipeline import pipeline
from ssc_drafter.check.norms.quantities import quantities
from ssc_drafter.check.norms.reading import Mark, Quantity, Reading, Sentence, Word
from ssc_drafter.check.norms.roles import roles
from ssc_drafter.check.norms.sentences import sentence_spans
from ssc_drafter.check.norms.shadows import denied_once, nested, notes, swallowed, without
from ssc_drafter.check.norms.steps import steps
from ssc_drafter.check.norms.verbs import with_futures, without_months, without_tales

_SPACES = re.compile(r"[^\S ]")
SENTENCES = 4_000  # sentences that are kept: of a clause that is reworded, or has a number changed, most stay as they are
# Words of pure grammar: they say how a text rules, not what it is about.
_GRAMMAR = (
    "duty",
    "prohibition",
    "permission",
    "negation",
    "at_most",
    "at_least",
    "above",
    "below",
    "soft",
    "defiance",
    "deference",
    "excludes",
    "exception",
    "at_once",
)


_TOLD = {"times", "date", "day_of_year"}  # scales whose words ("each year", "31 March") keep their weight

_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "\xad": "-", "\n": " ", "\t": " ", "\r": " ", "\xa0": " ", "\u202f": " "}
)


_POINT = r"\(?(?:[a-z]{1,4}|\d{1,2})[)º°.]"  # how the first point of a list begins
# Hyphens that are read as one word with the one ahead of them: "No person shall-" or "shall--", and "(a)" on the next line.
_HYPHEN = re.compile(rf"(?<=[^\W\d_])(?:-(?=\s+{_POINT})|-{{2,3}}(?=[ \t]*\n\s*{_POINT}))")
# All that stands for the dash ahead of a list; "shall --", "doit –" are words of their own, and compared as they are.
_DASHES = re.compile(rf"(?<=[^\W\d_])(\s?)(-{{1,3}}|–)(?=\s+{_POINT}|\s*\n\s*[-–•—]\s)")


def dashed(text: str) -> str:
    """Return the text, as long as it was, with dashes where hyphens or short dashes stand ahead of a list."""
    return _DASHES.sub(lambda found: found[1] + "—" * len(found[2]), text)


def clean(text: str) -> tuple[str, Sequence[int]]:
    """Return the text with single spaces, plain quotes and a dash ahead of a list, and each sign's place in the original."""
    flat = _HYPHEN.sub(lambda found: "—" * len(found[0]), text).translate(_PLAIN)
    if "  " not in flat and not _SPACES.search(flat):
        return flat, range(len(flat))
    places = [place for place, sign in enumerate(flat) if not (sign.isspace() and place and flat[place - 1].isspace())]
    return "".join(" " if flat[place].isspace() else flat[place] for place in places), places


def read(text: str, lang: str) -> Reading:
    """Return what a text says. Readings are kept, since a provision is held against many clauses."""
    return _read(text, lang if lang in law.LANGUAGES else "en")


def forget() -> None:
    """Let go of all readings that are kept."""
    for kept in (_read, _placed, _sentence):
        kept.cache_clear()


@lru_cache(maxsize=20_000)
def _read(text: str, lang: str) -> Reading:
    found = (_placed(text[start:end], start, lang) for start, end in sentence_spans(text))
    return Reading(text, lang, tuple(one for one in found if one.words))


@lru_cache(maxsize=SENTENCES)
def _placed(text: str, start: int, lang: str) -> Sentence:
    """Return a sentence that begins at a place of its text: the same value where the same stands there in another."""
    one = _sentence(text, lang)
    if not start:
        return one
    words = tuple([Word(w.stem, w.key, w.weight, w.start + start, w.end + start, w.capital) for w in one.words])
    return msgspec.structs.replace(one, start=start, end=start + one.end, words=words)


@lru_cache(maxsize=SENTENCES)
def _sentence(text: str, lang: str) -> Sentence:
    """Return what one sentence says, its places counted from its own beginning: it may stand in several texts."""
    line = pipeline(lang)
    flat, places = clean(text)
    doc = line.doc(flat)
    words: list[Word] = []
    texts: list[str] = []
    renumbered: dict[int, int] = {}
    for token in doc:
        written = token.text
        if written.isspace():
            continue
        renumbered[token.i] = len(words)
        texts.append(written)
        first, last = places[token.idx], places[token.idx + len(written) - 1] + 1
        words.append(Word(*line.word(written, token.norm_), first, last, written[0].isupper()))
    functions, classes, acts = (_moved(found, renumbered, len(doc)) for found in line.marks(doc))
    noted = notes(functions, texts)
    marks, (done, named) = swallowed(without(functions, noted), [without(acts, noted), without(classes, noted)])
    marks = denied_once(without_tales(without_months(marks, texts, line.lang), texts, line.lang), texts)
    named = nested(named)
    numbers = _counted(quantities(tuple(words), texts, marks, line.lang), words, noted)
    all_words = _weighed(words, marks, numbers, noted)
    stems, keys = _topics(all_words)
    marks = with_futures(marks, texts, line.lang)
    taken = steps(all_words, marks, done)
    every = all_steps(taken, marks, done, all_words)
    asked = demands(every, all_words, marks, named, done)
    acting = roles(all_words, texts, marks, named, done, line.lang)
    return Sentence(0, len(text), all_words, marks, named, taken, numbers, stems, keys, done, every, asked, acting)


def _counted(found: tuple[Quantity, ...], words: list[Word], noted: list[tuple[int, int]]) -> tuple[Quantity, ...]:
    """Return the quantities without those of editors' notes, and without the number that a paragraph begins with."""
    counted = [one for one in found if not any(first <= one.first < last for first, last in noted)]
    return tuple(one for one in counted if one.first or len(words) < 2 or not words[1].capital)


def _weighed(
    words: list[Word], marks: dict[str, tuple[Mark, ...]], numbers: tuple[Quantity, ...], noted: list[tuple[int, int]]
) -> tuple[Word, ...]:
    """Return the words with no weight on those of pure grammar, on numbers and on notes of editors."""
    silent = {place for one in numbers if one.scale not in _TOLD for place in range(one.first, one.last)}
    silent.update(place for first, last in noted for place in range(first, last))
    for name in _GRAMMAR:
        for mark in marks.get(name, ()):
            if mark.last - mark.first <= 3:
                silent.update(range(mark.first, mark.last))
    silent.difference_update(place for mark in marks.get("hollow", ()) for place in range(mark.first, mark.last))
    return tuple(msgspec.structs.replace(word, weight=0.0) if place in silent else word for place, word in enumerate(words))


def _topics(words: tuple[Word, ...]) -> tuple[dict[str, float], dict[str, float]]:
    """Return the weights of the stems and of the cognate keys."""
    stems: dict[str, float] = {}
    keys: dict[str, float] = {}
    for word in words:
        if word.weight:
            stems[word.stem] = word.weight
            if word.key:
                keys[word.key] = max(word.weight, keys.get(word.key, 0.0))
    return stems, keys


def _moved(found: dict[str, list[Mark]], renumbered: dict[int, int], tokens: int) -> dict[str, tuple[Mark, ...]]:
    """Return marks counted by words, where tokens are words and spaces."""
    if len(renumbered) == tokens:
        return {name: tuple(marks) for name, marks in found.items()}
    moved: dict[str, list[Mark]] = defaultdict(list)
    for name, marks in found.items():
        for mark in marks:
            if mark.first in renumbered and mark.last - 1 in renumbered:
                moved[name].append(Mark(renumbered[mark.first], renumbered[mark.last - 1] + 1, name))
    return {name: tuple(marks) for name, marks in moved.items()}
