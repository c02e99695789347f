"""Whether a text is an agreement: Parties agree in it, or its title is that of one."""

from __future__ import annotations

import re

from ssc_drafter.policies.facts import Facts
from ssc_drafter.policies.grammar import any_of, fold, grammar


def looks_like_agreement(text: str, facts: Facts) -> bool:
    """Whether Parties agree in a text: words of agreement before its articles, or a title and closing words of one."""
    words = grammar(facts.lang).agreement
    folded = fold(text)
    signs = 0
    formula = re.search(rf"(?<!\w)(?:{any_of(words.get('formula', ()))})(?!\w)[\s:.,;*_]*\n", folded)
    witness = re.search(rf"(?m)^\W{{0,12}}(?:{any_of(words.get('witness', ()))})(?!\w)", folded)
    signs += 2 * bool(formula) + bool(witness)
    title = fold(facts.title)
    signs += 2 * named_agreement(facts)
    signs -= 2 * bool(re.match(rf"\W*(?:\w+ ){{0,3}}?(?:{any_of(words.get('law_titles', ()))})(?!\w)", title))
    return signs >= 2


def named_agreement(facts: Facts) -> bool:
    """Whether a title begins as that of an agreement does."""
    titles = any_of(grammar(facts.lang).agreement.get("titles", ()))
    return bool(re.match(rf"\W*(?:\w+ ){{0,4}}?(?:{titles})(?!\w)", fold(facts.title)))
