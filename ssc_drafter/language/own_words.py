"""What a draft says of itself: its mark on every page, and what stands where a reference leads to nothing.

They are words of the language (`drafts` in clauses/_language), not of the interface: an edition of the library holds them.
"""

from __future__ import annotations

from collections.abc import Mapping

from ssc_drafter.language.tongue import languages, tongue
from ssc_drafter.words import in_language


def of_draft(name: str, lang: str, /, **values: object) -> str:
    """Return what a draft says, in its language (in English where that has no words), with its values put in.

    A value that is a table of words by language is said in that language.
    """
    said = tongue(lang if lang in languages() else "en").drafts[name]
    return said.format_map(
        {key: in_language(value, lang) if isinstance(value, Mapping) else value for key, value in values.items()}
    )
