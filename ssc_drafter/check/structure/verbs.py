"""Where the verb stands that words of modality rule: "shall, by notice, fix", "podrá en cualquier momento tomar"."""

from __future__ import annotations

import re

from ssc_drafter.check.structure.aims import infinitive
from ssc_drafter.check.structure.told import Told, leads, tongue

_WITH = re.compile(r"\w[aei]r-?(?:se|l[oae]s?)$")  # "interpretarse", "substituí-lo"
FAR = 30  # words between a word of modality and its verb
_STRONG = {";", ":", ".", "—"}
_BARE = ("be", "negation", "article")


def bare(told: Told, first: int, last: int) -> int | None:
    """Return where the first verb stands as words of modality ask for it, or "be": an English verb of law, an infinitive that
    no preposition leads; None where none does."""
    for place in range(first, min(last, first + FAR)):
        if told.texts[place] in _STRONG:
            return None
        if not place or not told.texts[place].islower():
            continue
        led = told.starts("article", place - 1) or leads(told, place - 1) or told.lower[place - 1] in ("to", "d'")
        if (place == first or not led) and _asked(told, place, first):
            return place
    return None


def _asked(told: Told, place: int, first: int) -> bool:
    """Whether a word is a verb that a word of modality asks for, or "be"."""
    text = told.lower[place]
    if told.lang == "en":
        joined = place > first and bool(told.starts("joiner", place - 1))
        follows = " ".join(told.lower[place + 1 : place + 2])
        noun = place > first and (follows == "of" or (follows in ("or", "and") and text in tongue("en").nouns))
        return text == "be" or (text in tongue("en").verbs and not joined and not noun)
    if told.starts("be", place) and text.endswith(tongue(told.lang).infinitive):
        return True
    known = bool(infinitive(told, place)) or bool(_WITH.search(text))
    return known and not any(told.starts(name, place) for name in _BARE)
