"""Text without accents and capitals in which every sign stays where it was: what words of data are looked for in."""

from __future__ import annotations

import unicodedata

WIDE = range(0xC0, 0x250)  # Latin letters with marks


def _folding() -> dict[int, str]:
    table = {code: chr(code).lower() for code in range(ord("A"), ord("Z") + 1)}
    for code in WIDE:
        bare = unicodedata.normalize("NFKD", chr(code))[0].lower()
        if bare.isascii():
            table[code] = bare
    return table | {0x2019: "'", 0xA0: " ", 0x202F: " ", 0x2009: " "}


FOLDING = _folding()


def fold(text: str) -> str:
    """Return the text in small letters without accents, character by character: every offset stays where it was."""
    return text.translate(FOLDING)
