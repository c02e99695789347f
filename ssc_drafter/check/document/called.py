"""What a sentence is about, term by term, so that a rule meets a clause in another wording or another language.

A term is a word, or several that name one thing, with the rows of law/house/terms.toml it belongs to; where it is in none of
them, with its classes of law. Two terms meet by such a row, by the word itself, by a class, or by a cognate.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from ssc_drafter import places
from ssc_drafter.check import law
from ssc_drafter.check.candidates import known
from ssc_drafter.check.norms.reading import Reading, remembered
from ssc_drafter.check.norms.stems import APART, fold, stem

LANGUAGES = ("en", "fr", "es", "pt")
SURE, LIKELY = 1.0, 0.8  # by a row or the word itself; by its beginning, a class or a cognate
ROOT = 5  # letters from which the beginning of a word stands for it
ALIKE = 0.75  # share of the shorter of two cognates that both begin with
APART_BY = 8  # words within which those of one name may stand in another order
SKIPPED = 2  # words of grammar that may stand inside a term: "propriété de la"
LIGHT, OTHER_NAMES = "light", "other_names"
_WORD = re.compile(r"[^\W\d_]+")
_VERBS = {  # what is left off a verb behind its stem, so that "cedemos", "cederá" and "cesión de" begin alike
    "fr": re.compile(r"(?<=\w{3})(?:erait|irait|eront|iront|era|ira|ons|on|ent|ant|er|ir|es|e)$"),
    "es": re.compile(
        r"(?<=\w{3})(?:[aei]ran|[aei]ra|[aei]remos|amos|emos|imos|ando|iendo|ad[oa]|id[oa]|[aei]r|[aei]m|an|en|al|a|e|o|(?:al)?es|as|os)$"
    ),
    "pt": re.compile(
        r"(?<=\w{3})(?:[aei]rao|[aei]ra|[aei]remos|amos|emos|imos|ando|endo|indo|ad[oa]|id[oa]|[aei]r|[aei]m|al|a[ei]s|a|e|o|es|as|os)$"
    ),
    "en": re.compile(r"(?<=\w{3})(?:ies|y|ings|ing|ed|es|e|s)$"),
}


class Token(Struct, frozen=True):
    """A word of a sentence: its root, the weight of what it tells, and where it stands in the text."""

    root: str
    weight: float
    start: int
    end: int


class Term(Struct, frozen=True):
    """Words first to last (exclusive) of a sentence that name one thing or act, and the rows and classes that they belong to.

    A `light` act says no more than that something is given, had or done; another `act` says what is done; a `person` is whose
    it is.
    """

    first: int
    last: int
    roots: tuple[str, ...]
    rows: frozenset[str]
    classes: frozenset[str]
    light: bool
    act: bool
    person: bool


@lru_cache(maxsize=200_000)
def root(word: str, lang: str) -> str:
    """Return what the forms of a word have in common; a word kept apart ("culto", beside "cultivo") stays so, mark and all."""
    plain = fold(word) if lang == "en" else stem(word, lang)  # that of "family" is not that of "families"
    return plain if plain.endswith(APART) else _VERBS[lang].sub("", plain)


@remembered
def tokens(reading: Reading, number: int) -> tuple[Token, ...]:
    """Return the words of the sentence with a number in its text, those of a hyphen or an apostrophe apart."""
    lang, sentence = known(reading.lang), reading.sentences[number]
    weights = {word.start: word.weight for word in sentence.words}
    text = reading.text[sentence.start : sentence.end]
    found = []
    weight = 0.0
    for one in _WORD.finditer(text):
        start = sentence.start + one.start()
        weight = weights.get(start, weight)
        found.append(Token(root(one[0], lang), weight, start, sentence.start + one.end()))
    return tuple(found)


_Named = tuple[int, int, str, bool]
_Rows = dict[str, list[tuple[tuple[str, ...], str, bool]]]


@lru_cache(maxsize=1)
def _raw() -> dict[str, dict[str, list[str]]]:
    raw = tomllib.loads((places.LAW / "house" / "terms.toml").read_text("utf-8"))
    return {name: rows for name, rows in raw.items() if isinstance(rows, dict)}


@lru_cache(maxsize=4)
def _index(lang: str) -> _Rows:
    """Return by their first root the phrases of all rows and classes; a class is marked as such."""
    found: _Rows = {}
    for table in _raw().keys() - {OTHER_NAMES}:
        _table(found, table, lang)
    for one in (*law.classes().values(), *law.acts().values()):
        for phrase in one.words.get(lang, ()):
            if "…" not in phrase:
                _add(found, phrase, one.name, lang, of_law=True)
    return found


@lru_cache(maxsize=4)
def _others(lang: str) -> _Rows:
    """Return by their first root the names that only hold the word of a row."""
    found: _Rows = {}
    _table(found, OTHER_NAMES, lang)
    return found


def _table(found: _Rows, table: str, lang: str) -> None:
    for name, columns in _raw()[table].items():
        for phrase in columns[LANGUAGES.index(lang)].split("|"):
            _add(found, phrase, name, lang, of_law=False)


def _add(found: _Rows, phrase: str, name: str, lang: str, *, of_law: bool) -> None:
    roots = tuple(root(word, lang) for word in _WORD.findall(phrase))
    if roots:
        found.setdefault(roots[0], []).append((roots, name, of_law))


@lru_cache(maxsize=1)
def light_rows() -> frozenset[str]:
    """Return the acts that say no more than that something is given, had or done."""
    return frozenset({*_raw()[LIGHT], "pay"})


@lru_cache(maxsize=4)
def of(table: str) -> frozenset[str]:
    """Return the rows of a table of law/house/terms.toml."""
    return frozenset(_raw()[table])


def _stands(row: Sequence[str], words: Sequence[Token], at: int) -> int:
    """Return where a row that begins at a word ends; 0 where it does not stand there."""
    for wanted in row[1:]:
        at += 1
        skipped = 0
        while at < len(words) and words[at].root != wanted and not words[at].weight and skipped < SKIPPED:
            at, skipped = at + 1, skipped + 1
        if at >= len(words) or words[at].root != wanted:
            return 0
    return at + 1


@remembered
def named(reading: Reading, number: int) -> tuple[_Named, ...]:
    """Return every row and class that words of a sentence name: first and last word, its name, whether it is a class.

    A row is not read inside a name that only holds its word ("into account" names no account).
    """
    return tuple(
        one
        for one in _standing(tokens(reading, number), _index(known(reading.lang)))
        if one[3] or not _of_other(reading, number, one[0], one[1], frozenset({one[2]}))
    )


@remembered
def _other_names(reading: Reading, number: int) -> tuple[_Named, ...]:
    return tuple(_standing(tokens(reading, number), _others(known(reading.lang))))


def _of_other(reading: Reading, number: int, first: int, last: int, rows: frozenset[str]) -> bool:
    """Whether words stand inside a name that is no row's of these."""
    return any(name in rows and one <= first and last <= end for one, end, name, _ in _other_names(reading, number))


def _standing(words: Sequence[Token], index: _Rows) -> Iterator[_Named]:
    """Yield the phrases of an index that stand in words, in the order of the words."""
    for at, word in enumerate(words):
        for row, name, of_law in index.get(word.root, ()):
            end = _stands(row, words, at)
            if end:
                yield at, end, name, of_law


def terms(reading: Reading, number: int, skip: frozenset[int] = frozenset()) -> Iterator[Term]:
    """Yield the terms of a sentence, the longest names first at each word, without the words of `skip`."""
    words = tokens(reading, number)
    names = named(reading, number)
    at = 0
    while at < len(words):
        if at in skip:
            at += 1
            continue
        here = [one for one in names if one[0] == at and skip.isdisjoint(range(at, one[1])) and _tells(one, names, words)]
        end = max((one[1] for one in here), default=at + 1)
        rows = frozenset(name for _, last, name, of_law in here if last == end and not of_law)
        classes = frozenset(name for _, last, name, of_law in here if last == end and of_law)
        weight = max(word.weight for word in words[at:end])
        if rows or weight:
            light = bool(rows) and rows <= light_rows()
            roots = tuple(word.root for word in words[at:end])
            act = bool(rows) and not light and rows <= of("acts") | light_rows()
            yield Term(at, end, roots, rows, frozenset() if rows else classes, light, act, bool(rows) and rows <= of("persons"))
        at = end


def _tells(one: _Named, names: Sequence[_Named], words: Sequence[Token]) -> bool:
    """Whether a name is that of a row, or a class that begins with a word that tells something and holds no row's words."""
    first, last, _, of_law = one
    if not of_law:
        return True
    return words[first].weight > 0 and not any(not law_ and first <= at and end <= last for at, end, _, law_ in names)


@lru_cache(maxsize=50_000)
def _spelled(plain: str) -> str:
    """Return a root as all four languages would spell it."""
    plain = re.sub(r"(.)\1", r"\1", plain)
    for one, other in law.cognates():
        plain = plain.replace(one, other)
    return plain


def alike(one: str, other: str, *, same: bool) -> float:
    """Return how surely two roots are one word: in one language by the beginning, across languages by how both spell it."""
    if same and one == other:
        return SURE
    if same and (one.endswith(APART) or other.endswith(APART)):
        return 0.0
    if not same:
        one, other = _spelled(one.removesuffix(APART)), _spelled(other.removesuffix(APART))
    short = min(len(one), len(other))
    both = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), short)
    return LIKELY if both >= ROOT and both >= (ALIKE if not same else 1.0) * short else 0.0


class Met(Struct, frozen=True):
    """How surely a term stands in a sentence, and on which of its words."""

    trust: float
    first: int = 0
    last: int = 0


def meets(term: Term, reading: Reading, number: int, *, same: bool) -> tuple[Met, ...]:
    """Return where a sentence has a term, the surest first."""
    found = [
        Met(SURE if not of_law else LIKELY, first, last)
        for first, last, name, of_law in named(reading, number)
        if (name in term.classes and of_law and not _of_row(reading, number, first, last))
        or (of_law and not term.rows and _wider(name) & term.classes)
        or (not of_law and name in term.rows)
    ]
    words = tokens(reading, number)
    size = len(term.roots)
    if same and size > 1:
        found += [Met(SURE, at, end) for at in range(len(words)) if (end := _ended(term.roots, words, at))]
        found += [] if term.rows else _scattered(term.roots, words)
    elif size == 1 and len(term.roots[0]) > 2:
        for at, word in enumerate(words):
            other = not word.weight or _of_other(reading, number, at, at + 1, term.rows)
            trust = 0.0 if other else alike(term.roots[0], word.root, same=same)
            if trust and (same or not term.rows):
                found.append(Met(trust, at, at + 1))
    return tuple(sorted(found, key=lambda one: (-one.trust, one.first)))


def _scattered(roots: Sequence[str], words: Sequence[Token]) -> list[Met]:
    """Return where the words of a name stand near each other, in whatever order: "archaeological objects from its museum"."""
    places = [[at for at, word in enumerate(words) if word.root == one] for one in roots]
    if not all(places):
        return []
    first, last = min(row[0] for row in places), max(row[0] for row in places)
    return [Met(LIKELY, first, last + 1)] if last - first <= APART_BY else []


def _ended(roots: Sequence[str], words: Sequence[Token], at: int) -> int:
    return _stands(roots, words, at) if words[at].root == roots[0] else 0


def _wider(name: str) -> frozenset[str]:
    one = law.classes().get(name) or law.acts().get(name)
    return frozenset({one.under}) - {""} if one else frozenset()


def _of_row(reading: Reading, number: int, first: int, last: int) -> bool:
    """Whether words that a class claims are a row's own: then the row tells better what they are."""
    return any(not of_law and one <= first and last <= end for one, end, _, of_law in named(reading, number))


def reached(term: Term, rule_lang: str, lang: str) -> bool:
    """Whether a term can be looked for in a language at all: there it has a row, a class, or is the same word."""
    return known(rule_lang) == known(lang) or bool(term.rows or term.classes)
