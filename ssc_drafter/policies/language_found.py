"""The language of a text, found in its body: what a file says of its own language is often wrong."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Any

# languages that the real texts were seen in; lingua tells near ones apart only where both are in its list
KNOWN = ("ar", "bn", "de", "en", "es", "fr", "id", "it", "nl", "pt", "ru", "sw", "zh")
READ = ("en", "es", "fr", "pt")
READ_SHARE = 0.3
SAMPLES = 9
LENGTH = 900
_SMALL = {  # words of grammar that one of the languages has, the three others not or seldom
    "en": (
        "the",
        "of",
        "and",
        "shall",
        "not",
        "to",
        "is",
        "be",
        "by",
        "we",
        "for",
        "an",
        "with",
        "are",
        "any",
        "must",
        "no",
        "our",
        "than",
        "from",
        "has",
        "have",
        "may",
        "at",
        "or",
        "more",
        "a",
        "every",
        "each",
        "do",
    ),
    "fr": (
        "le",
        "les",
        "des",
        "du",
        "et",
        "est",
        "ne",
        "pas",
        "au",
        "aux",
        "sont",
        "nous",
        "par",
        "dans",
        "l",
        "d",
        "la",
        "un",
        "une",
        "avec",
        "tout",
        "fait",
        "aussi",
        "aucun",
        "aucune",
        "sans",
        "notre",
        "nos",
        "chaque",
        "pour",
    ),
    "es": (
        "el",
        "los",
        "las",
        "del",
        "y",
        "se",
        "la",
        "ni",
        "un",
        "una",
        "con",
        "por",
        "en",
        "no",
        "son",
        "todo",
        "más",
        "siempre",
        "ningún",
        "ninguna",
        "sin",
        "nuestro",
        "nuestra",
        "nuestros",
        "nuestras",
    ),
    "pt": (
        "o",
        "os",
        "as",
        "do",
        "da",
        "dos",
        "das",
        "e",
        "ao",
        "não",
        "um",
        "uma",
        "em",
        "no",
        "na",
        "são",
        "por",
        "todo",
        "mais",
        "a",
        "nenhum",
        "nenhuma",
        "sem",
        "nosso",
        "nossa",
        "nossos",
        "nossas",
    ),
}
_SPELT = {
    "en": r"tion(?!\w)",
    "fr": r"[èêëœ]|tion(?!\w)",
    "es": r"ñ|ción|miento|¿|¡",
    "pt": r"[ãõ]|nh|lh",
}  # and how each spells
SHORTEST = 100  # letters of a sample that counts where there are longer ones


@lru_cache(maxsize=1)
def _detector() -> Any:
    from lingua import IsoCode639_1, LanguageDetectorBuilder  # loaded only when a text is read

    codes = [getattr(IsoCode639_1, code.upper()) for code in KNOWN]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).with_low_accuracy_mode().build()


def two_letters(stated: str) -> str:
    """Return the two letters of a language that is stated by two ("es", "es-PE") or by three ("spa", as Akoma Ntoso does)."""
    code = stated.strip().lower().split("-")[0].split("_")[0]
    if len(code) != 3:
        return code[:2]
    import pycountry  # loaded only where a file states three letters

    found = pycountry.languages.get(alpha_3=code) or pycountry.languages.get(bibliographic=code)
    return getattr(found, "alpha_2", "") if found else ""


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


def language_of_few(words: str) -> str:
    """Return the language of a sentence or two, one of those that are read: by its small words, else as of any text."""
    found = Counter(re.findall(r"[^\W\d_]+", words.lower()))
    spelt = {lang: len(re.findall(signs, words.lower())) for lang, signs in _SPELT.items()}
    counts = {lang: spelt[lang] + sum(found[small] for small in listed) for lang, listed in _SMALL.items()}
    most = max(counts.values())
    best = [lang for lang, count in counts.items() if count == most]
    code = best[0] if len(best) == 1 else language_of(words)
    return code if code in READ else best[0] if most else "en"


def _samples(text: str) -> list[str]:
    bare = " ".join(text.split())
    if len(bare) <= SAMPLES * LENGTH:
        pieces = [bare[place : place + LENGTH] for place in range(0, len(bare), LENGTH)]
    else:
        step = (len(bare) - LENGTH) // (SAMPLES - 1)
        pieces = [bare[place * step : place * step + LENGTH] for place in range(SAMPLES)]
    worded = [piece for piece in pieces if sum(map(str.isalpha, piece)) > SHORTEST]
    return worded or [piece for piece in pieces if any(sign.isalpha() for sign in piece)]
