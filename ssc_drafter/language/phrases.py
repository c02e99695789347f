"""The notation of words in law/lint and law/concord: phrases as they stand in texts, turned into patterns over folded text.

`a/b` is either word, `word*` any ending, `*word` any beginning, `word?` may be missing; `…` leaves room for up to eight words
of the same sentence.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ssc_drafter.language.folding import fold

SPACE = r"[\s,*_]+"
GAP = r"(?:[^\w.;]+[\w'/()-]+){0,8}?[^\w.;]+"
NOTHING = re.compile(r"(?!)")


def pattern_of(phrase: str) -> str:
    """Return the pattern of one phrase."""
    written, glue, first = "", "", True
    for word in fold(phrase).split():
        if word == "…":
            glue = GAP
            continue
        one = "(?:" + "|".join(_word(each) for each in word.rstrip("?").split("/")) + ")"
        if not word.endswith("?"):
            written += glue + one
            glue, first = SPACE, False
        elif first:
            written += f"(?:{one}{SPACE})?"
        else:
            written += f"(?:{glue}{one})?"
    return written


def _word(word: str) -> str:
    if word.startswith("*"):
        return r"\w*" + re.escape(word[1:])
    return re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word)


@lru_cache(maxsize=2048)
def compiled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return one pattern for all phrases, the longest first; a pattern that never matches where there are none."""
    if not phrases:
        return NOTHING
    listed = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(pattern_of(one) for one in listed)})(?!\w)")
