"""Folded phrases of law/document and law/house found in a text.

"…" in one stands for up to sixty signs; "_", or a space at the end of a phrase, ends a word.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from typing import Any

from ssc_drafter import places
from ssc_drafter.check.candidates import known
from ssc_drafter.language.folding import fold

HOUSE, STATED = "house", "stated"  # words of offices, which are none of law
_HOUSE = {HOUSE: "house/matters.toml", STATED: "house/stated.toml"}
GAP = r".{0,60}?"


@lru_cache(maxsize=8)
def _table(name: str) -> dict[str, Any]:
    path = places.LAW / _HOUSE[name] if name in _HOUSE else places.LAW / "document" / f"{name}.toml"
    return tomllib.loads(path.read_text("utf-8"))


@lru_cache(maxsize=64)
def pattern(name: str, lang: str, entry: str) -> re.Pattern[str]:
    """Return a pattern for the phrases of an entry of a file of law/document, at the beginning of a word."""
    phrases = sorted(_table(name)[known(lang)][entry], key=len, reverse=True)
    joined = "|".join(GAP.join(map(_part, _ended(phrase).split("…"))) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{joined.replace(re.escape(' '), chr(92) + 's+')})")


def _ended(phrase: str) -> str:
    """Return a phrase that a space ends as one that ends a word: "no " is not in "notify"."""
    return f"{phrase.rstrip()}_" if phrase.endswith(" ") else phrase


def _part(words: str) -> str:
    """Return a pattern of words; those that end in "_" end a word of the text, so that "ban_" is not in "bank"."""
    bare = words.strip()
    return re.escape(bare.removesuffix("_")) + (r"(?!\w)" if bare.endswith("_") else "")


@lru_cache(maxsize=20_000)
def flat(text: str) -> str:
    """Return a text folded for phrases, sign for sign where that can be."""
    folded = fold(text)
    return folded if len(folded) == len(text) else text.lower()


@lru_cache(maxsize=100_000)  # the same provisions are asked at every edit of a draft
def says(name: str, lang: str, entry: str, text: str) -> tuple[int, int] | None:
    """Return where a text has one of the phrases first, or None."""
    found = pattern(name, lang, entry).search(flat(text))
    return found.span() if found else None


def phrase(name: str, lang: str, entry: str) -> str:
    """Return a sentence of a file of law/document in a language."""
    return str(_table(name)[known(lang)][entry])


def listed(name: str, lang: str, entry: str) -> tuple[str, ...]:
    """Return the phrases of an entry of a file of law/document as they are written."""
    return tuple(_table(name)[known(lang)][entry])


def entries(name: str, lang: str) -> tuple[str, ...]:
    """Return the names of the entries of a file of law/document."""
    return tuple(_table(name)[known(lang)])
