"""Words made comparable: accents and case off, endings off, and a key under which cognates of four languages meet."""

from __future__ import annotations

import re
from functools import lru_cache

from ssc_drafter.check import law
from ssc_drafter.language import folding

_SAME = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‑": "-", "œ": "o", "Œ": "O"}
)

APART = "_"  # behind the stem of a word that is kept apart


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Return the word without accents and case, its quotes and dashes plain."""
    return folding.fold(word.translate(_SAME))


@lru_cache(maxsize=200_000)
def stem(word: str, lang: str) -> str:
    """Return the folded word without its ending, if enough letters remain."""
    words = law.words(lang)
    apart = words.apart.get(word.lower())
    return own(apart) if apart else cut(fold(word), words)


def own(form: str) -> str:
    """Return the stem of a word that is kept apart, marked so that no ending makes another word one with it."""
    return fold(form) + APART


def cut(plain: str, words: law.Words) -> str:
    """Return a folded word without its ending, or what a contraction stands for, whether or not it is kept apart."""
    if plain in words.contractions:
        return words.contractions[plain]
    plain = words.irregular.get(plain, plain)
    for ending in words.endings if plain.endswith(words.endings) else ():
        if plain.endswith(ending) and len(plain) - len(ending) >= words.keep:
            return _respelled(plain[: -len(ending)], words)
    return plain


def _respelled(cut_off: str, words: law.Words) -> str:
    """Return a stem as most forms of its word spell it: "establezc" (establezca) is "establec"."""
    for one, other in words.respelled:
        if cut_off.endswith(one):
            return cut_off[: -len(one)] + other
    return cut_off


@lru_cache(maxsize=200_000)
def cognate(stemmed: str) -> str:
    """Return the key that a stem shares with its relatives in the other languages ("" for short words)."""
    stemmed = stemmed.removesuffix(APART)
    if len(stemmed) < 4 or not stemmed.isalpha():
        return ""
    key = re.sub(r"(.)\1", r"\1", stemmed)
    for one, other in law.cognates():
        key = key.replace(one, other)
    return key[:5] if len(key) >= 4 else ""
