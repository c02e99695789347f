"""Red lines: wordings that the house does not accept, recognised in a counterpart's paragraph, never inserted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ssc_drafter.library.load import Library

NEAR = 72.0  # of 100: how alike the words must be
PART = 14  # taken off where only a part of the paragraph is compared: a few words alike prove little


class RedLine(Struct, frozen=True):
    """A red line that a paragraph resembles: of which clause, which variant, how much (0 to 100), and the line itself."""

    clause: str
    variant: str
    likeness: float
    text: str


def red_lines(library: Library, lang: str) -> Iterator[tuple[str, str, str]]:
    """Yield clause, variant and each paragraph of every red line in a language."""
    seen: set[tuple[str, str, str]] = set()
    for clause in library.clauses.values():
        for (name, _, wording_lang), wording in clause.wordings.items():
            if wording_lang != lang or clause.variants[name].position != "red_line":
                continue
            for line in wording.source.splitlines():
                row = (clause.id, name, re.sub(r"\s+", " ", line.strip()))
                if len(row[2].split()) >= 4 and not line.startswith("=") and row not in seen:
                    seen.add(row)
                    yield row


def _patterns(library: Library, lang: str) -> list[tuple[str, str, str, str]]:
    """Return the red lines with the form that is compared, made once for a library."""
    kept = library.made.get(("red lines", lang))
    if kept is None:
        kept = [(*row, plain_words(row[2])) for row in red_lines(library, lang)]
        library.made["red lines", lang] = kept
    return list(kept)


def match(library: Library, text: str, lang: str, of: str = "") -> list[RedLine]:
    """Return the red lines that a paragraph resembles, the most alike first: of all clauses, or of one alone."""
    from rapidfuzz import fuzz

    wanted = plain_words(text)
    found = []
    for clause, variant, line, pattern in _patterns(library, lang):
        if of not in ("", clause):
            continue
        likeness = fuzz.token_sort_ratio(pattern, wanted, score_cutoff=NEAR)
        if len(wanted) > 1.3 * len(pattern):  # the red line may stand inside a longer paragraph
            likeness = max(likeness, fuzz.partial_ratio(pattern, wanted, score_cutoff=NEAR + PART) - PART)
        if likeness >= NEAR:
            found.append(RedLine(clause, variant, round(likeness, 1), line))
    found.sort(key=lambda one: (-one.likeness, one.clause, one.variant))
    return found


def plain_words(text: str) -> str:
    """Return words without signs and capitals."""
    return re.sub(r"[^\w\s]+", " ", text.casefold()).strip()
