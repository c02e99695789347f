"""Text without accents and capitals in which every sign stays where it was: what words of data are looked for in."""

from __future__ import annotations

import re
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
_RUNS = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")  # what is plain ASCII is nearly all, and done at once


def fold(text: str) -> str:
    """Return the text in small letters without accents, character by character: every offset stays where it was."""
    if text.isascii():
        return text.lower()
    return "".join([run.lower() if run.isascii() else run.translate(FOLDING) for run in _RUNS.findall(text)])
