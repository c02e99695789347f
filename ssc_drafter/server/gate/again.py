"""What was said when a file was read, said again in the language of the page: what is kept has its words, not their key."""

from __future__ import annotations

import string
from functools import lru_cache

from ssc_drafter import words

KEPT = ("collect.", "document.left_", "policies.", "readers.")  # sentences that are kept with a law, an import or a report
LEAST = 25  # signs of its own without which a sentence is not recognised
LONGEST = 4000

Parts = tuple[tuple[str, str], ...]


def again(text: str, lang: str) -> str:
    """Return one of these sentences in `lang`, with the same values put in; any other text as it stands."""
    for one in words.TOLD if len(text) <= LONGEST else ():
        for key, parts in _patterns(one):
            values = _values(parts, text)
            if values is not None:
                return text if one == lang else words.say(key, lang, **values)
    return text


@lru_cache(maxsize=8)
def _patterns(lang: str) -> tuple[tuple[str, Parts], ...]:
    """Return the keys of the sentences with their parts (words, then the name of a value), the wordiest first."""
    found = []
    for key, sentence in words.sentences(lang).items():
        if key.startswith(KEPT):
            parts = tuple((literal, name or "") for literal, name, _, _ in string.Formatter().parse(sentence))
            if sum(len(literal) for literal, _ in parts) >= LEAST:
                found.append((key, parts))
    return tuple(sorted(found, key=lambda one: -sum(len(literal) for literal, _ in one[1])))


def _values(parts: Parts, text: str) -> dict[str, str] | None:
    """Return what stands in the places of a sentence, or None where the text is another one. Goes through the text once."""
    values: dict[str, str] = {}
    at, waiting, last = 0, "", len(parts) - 1
    for place, (literal, name) in enumerate(parts):
        ends = place == last and not name
        end = (len(text) - len(literal) if ends else text.find(literal, at)) if waiting else at
        if end < at or not text.startswith(literal, end):
            return None
        if waiting and values.setdefault(waiting, text[at:end]) != text[at:end]:
            return None
        at, waiting = end + len(literal), name
    if waiting and values.setdefault(waiting, text[at:]) != text[at:]:
        return None
    return values if waiting or at == len(text) else None
