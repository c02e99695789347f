"""Rows of things in a sentence: "a, b and c"."""

from __future__ import annotations

from collections.abc import Sequence

from ssc_drafter.language.tongue import tongue


def joined(words: Sequence[str], lang: str, by: str = "and") -> str:
    """Return the words with commas and "and" (or "or") before the last."""
    language = tongue(lang)
    link = language.or_ if by == "or" else language.and_
    if len(words) < 2:
        return "".join(words)
    comma = "," if language.serial and len(words) > 2 else ""
    return f"{', '.join(words[:-1])}{comma} {link} {words[-1]}"
