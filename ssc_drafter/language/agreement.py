"""Agreement in gender and number: the forms of a masculine word by the rules of clauses/_language ("soumis", "soumises")."""

from __future__ import annotations

from ssc_drafter.language.tongue import tongue
from ssc_drafter.places import kept_by_language


@kept_by_language(1024)
def feminine(word: str, lang: str) -> str | None:
    """Return the feminine of a word: a whole word of the table, else its longest ending there; None where no rule knows it.

    In a language without a table (English) words have one form.
    """
    rules = tongue(lang).agreement
    if not rules:
        return word
    words, endings = rules.get("words", {}), rules.get("endings", {})
    if word.lower() in words:
        found = words[word.lower()]
        return found[:1].upper() + found[1:] if word[:1].isupper() else found
    for ending in sorted(endings, key=len, reverse=True):
        if word.endswith(ending):
            return word.removesuffix(ending) + endings[ending]
    return None


def agreed(word: str, gender: str, lang: str, other: str = "") -> str:
    """Return a masculine word as a noun of a gender (a key of `articles`) wants it.

    `other` is its feminine, for a word that no rule knows.
    """
    one = (other or feminine(word, lang) or word) if gender.startswith("f") else word
    return plural(one, lang) if gender.endswith("plural") else one


def plural(word: str, lang: str) -> str:
    """Return the plural of a word: a whole word of the table, else its longest ending there ("-al"), else with "s"."""
    table = tongue(lang).agreement.get("plurals", {})
    if not table:
        return word
    if word.lower() in table:
        found = table[word.lower()]
        return found[:1].upper() + found[1:] if word[:1].isupper() else found
    for ending in sorted((key[1:] for key in table if key.startswith("-")), key=len, reverse=True):
        if word.endswith(ending):
            return word.removesuffix(ending) + table[f"-{ending}"]
    return f"{word}s"
