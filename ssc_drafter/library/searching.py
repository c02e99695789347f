"""Clauses found by words, without case and accents."""

from __future__ import annotations

from ssc_drafter.language.folding import fold
from ssc_drafter.library.clause import Clause
from ssc_drafter.library.load import Library


def matching(library: Library, search: str, lang: str) -> list[Clause]:
    """Return the clauses that have every word of a search in their id, title, guidance or wordings in a language, by id."""
    wanted = fold(search).split()
    found = sorted(library.clauses.values(), key=lambda one: one.id)
    return [one for one in found if not wanted or all(word in _searched(one, lang) for word in wanted)]


def _searched(one: Clause, lang: str) -> str:
    texts = [one.id.replace("_", " "), one.title.get(lang, ""), one.guidance.get(lang, "")]
    texts += [wording.source for (_, _, tongue), wording in one.wordings.items() if tongue == lang]
    return fold(" ".join(texts))
