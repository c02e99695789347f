"""Verbs that share the word of modality of the one ahead, each with what it is about: "shall keep a register and submit the
accounts", "est tenu d'identifier les risques et de prendre des mesures"."""

from __future__ import annotations

from ssc_drafter.check.norms.reading import Mark
from ssc_drafter.check.structure.aims import infinitive
from ssc_drafter.check.structure.told import Told, tongue
from ssc_drafter.check.structure.verbs import bare

MODAL = ("duty", "prohibition", "permission", "power", "right", "recommendation")
_STRONG = {";", ":", ".", "—"}
# With which words of modality end, and each verb that they rule begins.
_SAME = {"de": ("de", "d'"), "d'": ("de", "d'"), "à": ("à",), "a": ("a",)}
_PURPOSE = {"pour", "afin", "para", "por", "to", "à", "a", "sans", "sin", "sem", "fin", "fins", "de", "d'"}
_ABOUT = {"it", "them", "him", "to", "him/her"}


def verbs_beside(told: Told, head: Mark, first: int, last: int, inside: frozenset[int]) -> list[tuple[int, int]]:
    """Return the further verbs that words of modality rule between two words: where each is joined, and where it stands."""
    if told.plan or head.name not in MODAL or any(told.starts("be", place) for place in range(first, min(first + 1, last))):
        return []
    begin = bare(told, first, last)
    if begin is None or begin in inside or told.starts("be", begin):
        return []
    led = _SAME.get(told.lower[head.last - 1], ())
    found: list[tuple[int, int]] = []
    about = False  # whether what the verb ahead is about has begun
    for place in range(begin + 1, last - 1):
        if told.texts[place] in _STRONG or (told.starts("relative", place) and not led) or _for_an_end(told, place, led):
            break
        joins = told.starts("joiner", place) or (told.texts[place] == "," and told.lang != "en")
        verb = place + 1 + (told.lower[place + 1] in led)
        if (
            joins
            and about
            and place not in inside
            and verb < last - 1
            and _is_verb(told, verb, bool(led) and verb == place + 1)
        ):
            found.append((place, verb))
            about = False
        elif told.sentence.words[place].weight and not infinitive(told, place):
            about = True
    return found


def _is_verb(told: Told, place: int, unled: bool) -> bool:
    """Whether a verb stands at a place; `unled` where the words of modality ask for "de" or "a" ahead of it and none stands."""
    if told.lang == "en":
        text = told.lower[place]
        named = text not in tongue("en").nouns or told.starts("article", place + 1) or told.lower[place + 1] in _ABOUT
        return text in tongue("en").verbs and bool(named)
    return bool(infinitive(told, place)) and not (unled and told.lang == "fr")


def _for_an_end(told: Told, place: int, led: tuple[str, ...]) -> bool:
    """Whether words of purpose begin at a place, whose verbs are not those that are ruled: "pour gérer", "para o fim de"."""
    text = told.lower[place]
    if text not in _PURPOSE or place + 1 >= len(told.texts):
        return False
    if told.lang == "en":
        return text == "to" and told.lower[place + 1] in tongue("en").verbs
    return bool(infinitive(told, place + 1)) and not (text in led and bool(told.starts("joiner", place - 1)))
