"""A name with its article and the little words before it: "of the Gambia", "du Kenya", "à l’article 14"."""

from __future__ import annotations

import re
from typing import cast

from msgspec import Struct

from ssc_drafter.language.tongue import Tongue, tongue
from ssc_drafter.places import kept_by_language


class Forms(Struct, frozen=True):
    """The forms of a name: `name` with its article, then with "of", "to", "by", "in", "under" before it."""

    bare: str
    name: str
    of: str
    to: str
    by: str
    in_: str
    under: str


def elided(words: Tongue, name: str) -> bool:
    """Return whether an article or "de" loses its vowel before a name ("l’Inde", "d’Oman"; not "le Honduras", "de Yaoundé")."""
    first = name[:1].lower()
    if first == "y" and name[1:2].lower() in words.vowels:
        return False
    head = re.split(r"[\s’'-]", name.lower(), maxsplit=1)[0]
    return bool(first) and first in words.vowels and head not in words.aspirated


def with_article(words: Tongue, name: str, gender: str) -> str:
    """Return the name after its article; an empty gender or "none" has none."""
    article = words.articles.get(gender, "")
    if article and gender in ("m", "f") and "elided" in words.articles and elided(words, name):
        return words.articles["elided"] + name
    return f"{article} {name}".strip()


def after(words: Tongue, preposition: str, name: str, gender: str) -> str:
    """Return the name with its article after a preposition ("of", "to" ...), contracted where the language does so."""
    little = words.prepositions[preposition]
    article = words.articles.get(gender, "")
    stands_elided = gender in ("m", "f") and "elided" in words.articles and elided(words, name)
    joined = words.contractions.get(f"{little} {article}")
    if joined and not stands_elided:
        return f"{joined} {name}"
    if not article:
        head, _, tail = little.rpartition(" ")
        if tail in words.elisions and elided(words, name):
            return f"{head} {words.elisions[tail]}{name}".strip()
    return f"{little} {with_article(words, name, gender)}"


@kept_by_language(4096)
def forms(name: str, gender: str, lang: str) -> Forms:
    """Return all forms of a name whose article is known."""
    words = tongue(lang)
    of, to, by, in_, under = (after(words, each, name, gender) for each in ("of", "to", "by", "in", "under"))
    return Forms(name, with_article(words, name, gender), of, to, by, in_, under)


def gender_by_head(name: str, lang: str, otherwise: str) -> str:
    """Return the article of a name by its first word ("République" is feminine), or `otherwise` (a key of defaults)."""
    words = tongue(lang)
    head = re.split(r"[\s,]", name.lower(), maxsplit=1)[0]
    before_hyphen = words.heads.get(head.partition("-")[0], words.defaults[otherwise])  # "Convenção-Quadro" as "Convenção"
    return words.heads.get(head, before_hyphen)


def locative(name: str, gender: str, lang: str, country: str = "") -> str:
    """Return "in" with a country's short name: "in Kenya", "au Kenya", "en Inde", "aux Philippines", "à Cuba"."""
    words = tongue(lang)
    table = words.locative
    exceptions = cast(dict[str, str], table.get("exceptions", {}))
    if country in exceptions:
        return exceptions[country].format(bare=name)
    key = "vowel" if gender in ("m", "f") and "vowel" in table and elided(words, name) else gender
    if key in table:
        return str(table[key]).format(bare=name)
    return after(words, "in", name, gender)


@kept_by_language(256)
def this(name: str, gender: str, lang: str) -> Forms:
    """Return the forms of "this Agreement": "le présent Accord", "du présent Accord", "en vertu du présent Accord"."""
    words = tongue(lang)
    pattern = words.prepositions["this"]
    chosen = re.sub(r"\{(\w+):([^}]*)\}", lambda m: m[2] if m[1] == gender else "", pattern)
    phrase = chosen.replace("{noun}", name).strip()
    article = words.articles.get(gender, "")
    if article and phrase.startswith(f"{article} "):
        return forms(phrase.removeprefix(f"{article} "), gender, lang)
    return forms(phrase, "none", lang)


def capital(text: str) -> str:
    """Return the text with its first letter large."""
    return text[:1].upper() + text[1:]
