"""The language of a text, found in its body: what a file says of its own language is often wrong."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Any

# languages that the real texts were seen in; lingua tells near ones apart only where both are in its list
KNOWN = ("ar", "bn", "de", "en", "es", "fr", "id", "it", "nl", "pt", "ru", "sw", "zh")
READ = ("en", "es", "fr", "pt")
READ_SHARE = 0.3
SAMPLES = 9
LENGTH = 900
SHORTEST = 100  # letters of a sample that counts where there are longer ones


@lru_cache(maxsize=1)
def _detector() -> Any:
    from lingua import IsoCode639_1, LanguageDetectorBuilder  # loaded only when a text is read

    codes = [getattr(IsoCode639_1, code.upper()) for code in KNOWN]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).with_low_accuracy_mode().build()


def languages_in(text: str) -> dict[str, float]:
    """Return the share of each language in a text, the largest first: a gazette may print three side by side."""
    return dict(_shares(text))


@lru_cache(maxsize=4)  # asked twice of every file
def _shares(text: str) -> tuple[tuple[str, float], ...]:
    votes: Counter[str] = Counter()
    for sample in _samples(text):
        found = _detector().detect_language_of(sample)
        if found is not None:
            votes[found.iso_code_639_1.name.lower()] += 1
    total = sum(votes.values())
    return tuple((lang, count / total) for lang, count in votes.most_common())


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of a text's language, or "" for a text without words.

    Where several share it, one that the product reads comes before one that it does not.
    """
    shares = languages_in(text)
    read = [lang for lang, share in shares.items() if share >= READ_SHARE and lang in READ]
    return next(iter(read or shares), "")


def _samples(text: str) -> list[str]:
    bare = " ".join(text.split())
    if len(bare) <= SAMPLES * LENGTH:
        pieces = [bare[place : place + LENGTH] for place in range(0, len(bare), LENGTH)]
    else:
        step = (len(bare) - LENGTH) // (SAMPLES - 1)
        pieces = [bare[place * step : place * step + LENGTH] for place in range(SAMPLES)]
    worded = [piece for piece in pieces if sum(map(str.isalpha, piece)) > SHORTEST]
    return worded or [piece for piece in pieces if any(sign.isalpha() for sign in piece)]
