"""What a law is about, by its title, and whether the article that a clause stands in speaks of it at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading
from ssc_drafter.policies.instrument import Instrument
from ssc_drafter.tree.running import Unit

_ACROSS = 0.75  # trust in a word that is met by its cognate only


class ArticleWords(Struct, frozen=True):
    """The words of an article with its heading: stems, and keys shared across languages."""

    lang: str
    stems: frozenset[str]
    keys: frozenset[str]


def article_of(unit: Unit) -> str:
    """Return a name for the article (or annex) that a unit stands in."""
    return unit.address.split("__para")[0]


def articles(units: Sequence[Unit], clauses: Iterable[Reading]) -> dict[str, ArticleWords]:
    """Return the words of each article, by its name."""
    rows: dict[str, tuple[str, set[str], set[str]]] = {}
    for unit, clause in zip(units, clauses, strict=True):
        lang, stems, keys = rows.setdefault(article_of(unit), (clause.lang, set(), set()))
        for reading in (clause, read(unit.heading, lang)):
            for sentence in reading.sentences:
                stems.update(sentence.stems)
                keys.update(sentence.keys)
    return {name: ArticleWords(lang, frozenset(stems), frozenset(keys)) for name, (lang, stems, keys) in rows.items()}


def subject(one: Instrument, words: ArticleWords) -> float:
    """Return the share (by weight) of the words of a law's title that an article has; none where the title tells nothing."""
    title = title_words(one.title, one.lang)
    total = sum(weight for _, weight in title.values())
    same = one.lang == words.lang
    met = 0.0
    for stem, (key, weight) in title.items():
        if same and stem in words.stems:
            met += weight
        elif key and key in words.keys:
            met += weight * _ACROSS
    return met / total if total else 0.0


@lru_cache(maxsize=5_000)
def title_words(title: str, lang: str) -> dict[str, tuple[str, float]]:
    """Return the telling words of a title: its stems with their keys and weights."""
    rows = [word for sentence in read(title, lang).sentences for word in sentence.words if word.weight > 1.0]
    return {word.stem: (word.key, word.weight) for word in rows}
