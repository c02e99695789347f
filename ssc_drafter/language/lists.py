"""Rows of things in a sentence: "a, b and c"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ssc_drafter.language.tongue import tongue


def joined(words: Sequence[str], lang: str, by: str = "and") -> str:
    """Return the words with commas and "and" (or "or") before the last."""
    language = tongue(lang)
    if len(words) < 2:
        return "".join(words)
    link = linked(language.or_ if by == "or" else language.and_, words[-1], lang)
    comma = "," if language.serial and len(words) > 2 else ""
    return f"{', '.join(words[:-1])}{comma} {link} {words[-1]}"


def linked(link: str, following: str, lang: str) -> str:
    """Return "and" or "or" as it is said before a word: Spanish "y" is "e" before "inglés", "o" is "u" before "Honduras"."""
    change = tongue(lang).euphony.get(link)
    if change is None:
        return link
    word = following.lstrip(" \u00a0“”«»\"'(*")
    return change["becomes"] if re.match(change["before"], word, re.IGNORECASE) else link
