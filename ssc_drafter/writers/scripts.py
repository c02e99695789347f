"""Which stretches of a text run from right to left: Word and HTML must be told, letter by letter they do not guess well."""

from __future__ import annotations

import unicodedata
from itertools import groupby

RIGHT = frozenset({"R", "AL", "AN"})
STRONG = frozenset({"R", "AL", "L"})
HEBREW = range(0x0590, 0x0600)
LOCALES = {
    "en": "en-GB",
    "fr": "fr-FR",
    "es": "es-ES",
    "pt": "pt-PT",
    "ar": "ar-SA",
    "he": "he-IL",
    "ru": "ru-RU",
    "el": "el-GR",
}


def stretches(text: str) -> list[tuple[str, bool]]:
    """Return the text in stretches with whether each runs from right to left.

    Spaces and marks between two words that run right to left belong to them; at the edge they belong to the text around.
    """
    if text.isascii():
        return [(text, False)] if text else []
    sides = [_side(sign) for sign in text]
    for place, side in enumerate(sides):
        if side is None:
            before = sides[place - 1] if place else False
            after = next((other for other in sides[place + 1 :] if other is not None), False)
            sides[place] = bool(before and after)
    pairs = zip(text, sides, strict=True)
    return [("".join(sign for sign, _ in group), bool(side)) for side, group in groupby(pairs, key=lambda pair: pair[1])]


def _side(sign: str) -> bool | None:
    kind = unicodedata.bidirectional(sign)
    return True if kind in RIGHT or (kind == "NSM" and ord(sign) >= HEBREW.start) else False if kind == "L" else None


def begins_right(text: str) -> bool:
    """Return whether the first letter of a text runs from right to left: so does then its paragraph."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in STRONG:
            return kind != "L"
    return False


def locale(lang: str) -> str:
    """Return a language as Word and readers aloud want it: "fr" is "fr-FR"; one with a region, or another, stays."""
    return LOCALES.get(lang, lang)


def language_of(text: str, lang: str) -> str:
    """Return the language of a right-to-left stretch: `lang` where it is given, else Hebrew or Arabic by its letters."""
    return lang or ("he" if any(ord(sign) in HEBREW for sign in text) else "ar")
