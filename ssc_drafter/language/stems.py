"""Words led to their stems, so that "exemptions" is found by "exemption": Snowball's rules for each language, accents folded.

Snowball (snowballstem.org, BSD) is published and tested on vocabularies of each language; a language that it does not know
is folded only. The rules want accents, so they come off afterwards.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any

ALGORITHMS = {"ar": "arabic", "en": "english", "es": "spanish", "fr": "french", "pt": "portuguese"}

# the regular plural of -ão, which Snowball's Portuguese rules miss after a consonant (isenção, isenções)
PLURALS = {"pt": (("ões", "ão"),)}


def folded(word: str) -> str:
    """Return a word in small letters without accents."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


@lru_cache(maxsize=8)
def _stemmer(lang: str) -> Any:
    import snowballstemmer  # loaded when a first word is led to its stem

    return snowballstemmer.stemmer(ALGORITHMS[lang])


@lru_cache(maxsize=200_000)
def stem(word: str, lang: str) -> str:
    """Return the stem of a word in a language (ISO 639-1), folded."""
    if lang not in ALGORITHMS:
        return folded(word)
    plain = unicodedata.normalize("NFC", word).lower()
    for plural, single in PLURALS.get(lang, ()):
        plain = plain.removesuffix(plural) + single if plain.endswith(plural) else plain
    return folded(_stemmer(lang).stemWord(plain))
