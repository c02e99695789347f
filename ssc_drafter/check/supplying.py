"""Clauses of the library for what a draft lacks, or for what an officer wrote in words of his own: the nearest by their words.

Nearness is told by the beginnings of words alone, without reading the library; whether a clause does it is tried by the caller.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from ssc_drafter.check import reasons
from ssc_drafter.check.document import omissions
from ssc_drafter.check.document.bodies import body_of
from ssc_drafter.check.document.phrases import flat
from ssc_drafter.check.document.telling import cited_place
from ssc_drafter.check.finding import Cure
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Sentence
from ssc_drafter.check.rewording import BLANK, filled

if TYPE_CHECKING:
    from ssc_drafter.library.clause import Clause
    from ssc_drafter.library.load import Library

ROOT = 5  # letters of a word by which it is known
TITLE = 1.0  # what a word in the title of a clause adds to one in its text
NEAREST = 8  # clauses that are tried for a content
LONGER = 7  # letters of a word by which a title is known: a committee is no commission
ALIKE, MOST_ALIKE = 0.3, 2  # the same for what an officer wrote, and clauses that are tried for it
SHORT = 3  # letters of a word of grammar ("des")
BODIES = ("governance", "regional")  # families whose titles are names of bodies, which stand in clauses on anything
LEAST = 0.3  # share of a content's words that the nearest clauses must have
_WORD = re.compile(r"[^\W\d_]{3,}")
_TAG = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)


def nearest(library: Library, lang: str, sentences: Iterable[Sentence], least: float, most: int) -> list[Clause]:
    """Return the clauses whose titles and words have most of what sentences are about, each at least a share of it."""
    weights: dict[str, float] = {}
    for sentence in sentences:
        for word in sentence.words:
            root = flat(word.stem)[:ROOT]
            if word.weight and len(root) > 2:
                weights[root] = max(weights.get(root, 0.0), word.weight)
    total = sum(weights.values())
    if not total:
        return []
    rows = [(_score(weights, title, text), clause) for clause, title, text in _roots(library, lang)]
    rows = [(score, clause) for score, clause in rows if score[0] >= least * total]
    rows.sort(key=lambda row: (-row[0][0] - TITLE * row[0][1], row[1].id))
    return [clause for _, clause in rows[:most]]


OUTSIDE = ("annexes", "letter", "notes")  # families whose texts are no articles


def _score(weights: dict[str, float], title: frozenset[str], text: frozenset[str]) -> tuple[float, float]:
    met = sum(weight for root, weight in weights.items() if _among(root, text))
    return met, sum(weight for root, weight in weights.items() if _among(root, title))


def _among(root: str, roots: frozenset[str]) -> bool:
    return root in roots or (len(root) < ROOT and any(one.startswith(root) for one in roots))


def alike(library: Library, lang: str, heading: str, sentence: Sentence, words: str) -> list[Clause]:
    """Return the clauses that are of the subject of a sentence which an officer wrote: by the heading of its article, or by
    two words that follow one another in their title too ("personal data"), and by what both say."""
    headed, pairs = _beginnings(heading, LONGER), _pairs(words)
    known = nearest(library, lang, [sentence], ALIKE, len(library.clauses))
    return [one for one in known if _of_title(one, one.title.get(lang) or "", headed, pairs)][:MOST_ALIKE]


def _of_title(clause: Clause, title: str, headed: frozenset[str], pairs: frozenset[tuple[str, str]]) -> bool:
    roots = _beginnings(title, LONGER)
    named = clause.family not in BODIES and not pairs.isdisjoint(_pairs(title))
    return named or 2 * len(roots & headed) >= max(len(roots), 1)


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    words = [word[:LONGER] for word in _WORD.findall(flat(text))]
    return frozenset(pair for pair in pairwise(words) if all(len(word) > SHORT for word in pair))


def _roots(library: Library, lang: str) -> list[tuple[Clause, frozenset[str], frozenset[str]]]:
    """Return each clause that has a wording in a language with the beginnings of the words of its title and texts."""
    known = library.made.get(("roots", lang))
    if known is None:
        known = [
            (one, _beginnings(title), _beginnings(" ".join((title, *texts))))
            for one in library.clauses.values()
            if one.family not in OUTSIDE
            and (texts := [text.source for (name, _, tongue), text in one.wordings.items() if tongue == lang])
            for title in (one.title.get(lang) or "",)
        ]
        library.made["roots", lang] = known
    return list(known)


def _beginnings(text: str, letters: int = ROOT) -> frozenset[str]:
    return frozenset(word[:letters] for word in _WORD.findall(flat(_TAG.sub(" ", text))))


def supplied(one: omissions.Demanded, lang: str, library: Library | None) -> tuple[Cure, ...]:
    """Return what supplies contents that a law demands: clauses of the library that have them, else a sentence to complete."""
    contents = [body_of(one.place)[start:end] for start, end in one.contents]
    found = [_clause_with(content, one, lang, library) for content in contents] if library is not None else [None]
    if found and all(found):
        return tuple({cure.text: cure for cure in found if cure}.values())
    own = _sentence_with(contents, one, lang) if lang == one.place.instrument.lang else None
    return tuple(cure for cure in (*found, own) if cure)


def _clause_with(content: str, one: omissions.Demanded, lang: str, library: Library | None) -> Cure | None:
    """Return the clause of the library that has a content, the nearest by its words in the law's language first."""
    theirs = one.place.instrument.lang
    if library is None:
        return None
    wanted = read(omissions.bare(content, theirs), theirs).sentences
    words = reasons.sentences(lang)
    for clause in nearest(library, theirs, wanted, LEAST, NEAREST):
        title = clause.title.get(lang) or clause.title.get("en", "")
        for name, text in texts_of(clause, lang):
            if omissions.has(content, one, (read(text, lang), read(title, lang)), lang):
                other = clause.variants[name].title
                named = words["cure_added"].format(clause=title, variant=other.get(lang) or other.get("en", ""))
                return Cure("variant", named, clause.id, name, BLANK not in text)
    return None


def texts_of(clause: Clause, lang: str) -> Iterator[tuple[str, str]]:
    """Yield the variants of a clause that may stand in a draft, the default first, each with its text as it would stand."""
    for variant in clause.insertable():
        rows = (
            text.source for (name, _, tongue), text in sorted(clause.wordings.items()) if (name, tongue) == (variant.id, lang)
        )
        source = next(rows, "")
        if source:
            yield variant.id, filled(clause, source, lang, None).text


def _sentence_with(contents: list[str], one: omissions.Demanded, lang: str) -> Cure | None:
    """Return a sentence that names the contents in the law's words and leaves open what the Parties agree on them."""
    law = cited_place(one.place, lang, (one.start, one.end))
    bare = "; ".join(" ".join(omissions.bare(content, lang).split()).strip(" ,;:.") for content in contents)
    said = reasons.sentences(lang)["stand_content"].format(missing=bare[:1].upper() + bare[1:], law=law[:1].lower() + law[1:])
    there = all(omissions.has(content, one, (read(said, lang),), lang) for content in contents)
    return Cure("wording", said) if there else None
