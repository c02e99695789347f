"""Units that are printed and not in force: vetoed before the law came into force, or struck through whole by its publisher.

Argentina prints a vetoed article with a note ("Artículo observado por ..."), Brazil "(VETADO)" in its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ssc_drafter.policies.grammar import Grammar, any_of, fold, grammar
from ssc_drafter.policies.instrument import Provision, Warn
from ssc_drafter.policies.pages import Printed
from ssc_drafter.words import say

PARTLY = r"(?!\s+(?:parcial|en parte|in part|partly|partiel))"
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
LABEL = re.compile(r"^\W*[^\W\d]*\W*\d+(?:\s?[-–]?\s?[A-Z]{1,2}(?!\w)|\s?(?:bis|ter|quater))?[º°o.ª\s–—:-]*")


def not_in_force(
    text: str, lang: str, printed: Sequence[Printed], units: Sequence[Provision], ui: str = "en"
) -> tuple[tuple[str, ...], list[Warn]]:
    """Return the addresses of units that are printed and not in force, and what a person has to know of them."""
    words = grammar(lang)
    vetoed = [one for one in units if _vetoed(text[one.start : one.end], words)]
    struck = [one for one in units if one not in vetoed and _struck(text, one, printed)] if _strikes(printed) else []
    said = [
        Warn(say(f"policies.{key}", ui, numbers=", ".join(one.number for one in listed)), "provisions")
        for key, listed in (("vetoed", vetoed), ("struck_whole", struck))
        if listed
    ]
    return tuple(one.address for one in (*vetoed, *struck)), said


def _vetoed(unit: str, words: Grammar) -> bool:
    folded = fold(unit)
    if re.search(rf"(?m)^\W{{0,8}}(?:{any_of(words.vetoed['note'])})(?!\w){PARTLY}", folded):
        return True
    alone = re.search(rf"\(\s?(?:{any_of(words.vetoed['alone'])})\s?\)", folded)
    return alone is not None and not re.search(r"\w", LABEL.sub("", BRACKETS.sub("", folded)))


def _strikes(printed: Sequence[Printed]) -> bool:
    return any("strike" in one.marks for one in printed)


def _struck(text: str, unit: Provision, printed: Sequence[Printed]) -> bool:
    """Whether all printed paragraphs of a unit are struck through, notes in brackets apart."""
    inside = [one for one in printed if unit.start <= one.start < unit.end and one.end <= unit.end + 1]
    worded = [one for one in inside if re.search(r"\w", BRACKETS.sub("", text[one.start : one.end]))]
    return bool(worded) and all("strike" in one.marks for one in worded)
