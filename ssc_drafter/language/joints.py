"""Where the library's own words meet an answer: "que" + "il faut" is "qu’il faut", "de" + "el Ministerio" is "del Ministerio".

An answer keeps its words; only its article goes into the little word before it. Sources: Grevisse, Le bon usage (élision,
articles contractés, répétition de la préposition); RAE, Diccionario panhispánico de dudas («el», «y», «o»); Cunha and Cintra,
Nova gramática do português contemporâneo (contracções); all from memory, confirm.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ssc_drafter.language.lists import joined, linked
from ssc_drafter.language.names import elided
from ssc_drafter.language.tongue import Tongue, tongue

LAST = re.compile(r"(?:^|(?<=[\s(\u00a0«“\"'’]))([^\W\d_]+) $")


@lru_cache(maxsize=8192)
def meeting(before: str, answer: str, lang: str, row: tuple[str, ...] = (), by: str = "and") -> tuple[str, str]:
    """Return the own words and the answer behind them as the language joins them.

    `row` are the things of which the answer consists ("anglais", "français"): a preposition that the language repeats is said
    before each of them ("en anglais et en français").
    """
    found = LAST.search(before)
    if not found or not answer:
        return before, answer
    words, little = tongue(lang), found[1]
    if len(row) > 1 and little.lower() in words.repeated:
        return met(words, before, little, row[0], lang)[0], _again(words, little.lower(), row, lang, by)
    return met(words, before, little, answer, lang)


def met(words: Tongue, before: str, little: str, answer: str, lang: str) -> tuple[str, str]:
    """Return own words that end in a little word, and one thing after them."""
    start = before[: -len(little) - 1]
    article, _, rest = answer.partition(" ")
    large = article[:1].isupper() and not words.contracts_names
    contracted = "" if large or not rest else words.contractions.get(f"{little.lower()} {article.lower()}", "")
    if contracted and not re.match(words.verbs, rest):
        return f"{start}{_like(little, contracted)} ", rest
    if little.lower() in words.elisions and elided(words, answer):
        return start + _like(little, words.elisions[little.lower()]), answer
    link = linked(little, answer, lang)
    return f"{start}{link} ", answer


def _again(words: Tongue, little: str, row: Sequence[str], lang: str, by: str) -> str:
    """Return a row whose preposition is said again before each thing but the first, which follows the own words."""
    first = met(words, f"{little} ", little, row[0], lang)[1]
    return joined([first, *("".join(met(words, f"{little} ", little, one, lang)) for one in row[1:])], lang, by)


def _like(little: str, made: str) -> str:
    """Return the joined word with a large letter where the little word had one."""
    return made[:1].upper() + made[1:] if little[:1].isupper() else made
