"""A wording as one reads it in the library: what the program fills in stands in square brackets, conditions are left out."""

from __future__ import annotations

import re

from ssc_drafter.language.typography import set_well
from ssc_drafter.library.clause import Clause, Variant
from ssc_drafter.library.load import Library

EXPRESSION = re.compile(r"\{\{\s*(.*?)\s*\}\}")
TAG = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
OTHERWISE = re.compile(r"\{%-?\s*(?:else|elif\b[^%]*?)\s*-?%\}(?:(?!\{%-?\s*if).)*?(?=\{%-?\s*endif)", re.DOTALL)
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
RANK_SIGN = {"preferred": "answered", "fallback": "caution", "red_line": "conflict"}
RANKS = tuple(RANK_SIGN)
QUOTED = re.compile(r"'([^']*)'\s*\|\s*(\w+)")


def lines(library: Library, clause: Clause, variant: str, register: str, lang: str) -> tuple[str, ...]:
    """Return the lines of a wording; empty where the clause has none for this variant, register and language."""
    wording = clause.wordings.get((variant, register, lang))
    if wording is None:
        return ()
    return read(library, clause, wording.source, register, lang)


def read(library: Library, clause: Clause, source: str, register: str, lang: str) -> tuple[str, ...]:
    """Return the lines of a wording in the notation as one reads them."""
    first = OTHERWISE.sub("", source)
    text = EXPRESSION.sub(lambda hit: _said(library, clause, hit[1], register, lang), TAG.sub("", first))
    kept = [re.sub(r"[*]{1,2}([^*]+)[*]{1,2}", r"\1", line.strip()) for line in text.splitlines()]
    return tuple(set_well(line.removeprefix("= "), lang) for line in kept if line and not line.startswith("|--"))


def _said(library: Library, clause: Clause, expression: str, register: str, lang: str) -> str:
    if quoted := QUOTED.match(expression):
        return _named(library, quoted[1], quoted[2], register, lang)
    found = NAME.match(expression)
    name = found[0] if found else expression
    word = library.register_words.get(lang, {}).get(name)
    if word is not None:
        return word.said(register)
    question = clause.slots.get(name) or library.common.get(name)
    return f"[{question.words(question.ask, lang) if question else name}]"


def _named(library: Library, name: str, filter_name: str, register: str, lang: str) -> str:
    term = library.terms.get(name)
    if filter_name in ("term", "terms", "defines") and term is not None:
        form = term.said(lang, register)
        return str((form.plural if filter_name == "terms" else form.singular) if form else name)
    return f"[{name.replace('_', ' ')}]"


def words(table: dict[str, str], lang: str) -> str:
    """Return the words of a table in a language, English (or the first) where there are none."""
    return table.get(lang) or table.get("en") or next(iter(table.values()), "")


def by_rank(found: Clause) -> list[Variant]:
    """Return the variants of a clause: preferred, fallbacks, red lines."""
    return sorted(found.variants.values(), key=lambda one: (RANKS.index(one.position), one.id != found.default))
