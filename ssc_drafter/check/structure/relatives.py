"""Clauses that only tell of a thing: "who may", "the circumstances in which the targeting may occur"."""

from __future__ import annotations

from ssc_drafter.check.norms.reading import Mark
from ssc_drafter.check.structure.told import HEADS, Told, leads, tongue

_STRONG = {";", ":", ".", "—"}
BEHIND_RELATIVE = 2  # words between "who" and its verb: "who does not", "qui ne le"
LED = 12  # words between "in which" and its verb
_NEUTER = {"case", "event", "lo", "ce"}  # "in which case the Minister may", "para lo cual deberá": what follows rules
_WAS = {
    "was",
    "were",
    "has",
    "have",
    "had",
    "est",
    "ont",
    "était",
    "soit",
    "fue",
    "fueron",
    "han",
    "haya",
    "foi",
    "foram",
    "seja",
}
_POINTS = {"that"}  # "relevant to that question": points at a thing, and opens nothing behind a preposition


def behind_relative(told: Told, head: Mark) -> bool:
    """Whether a verb only tells of somebody: "who may", "qui doit"."""
    for place in range(head.first - 1, max(-1, head.first - 1 - BEHIND_RELATIVE), -1):
        if told.texts[place] in _STRONG or told.texts[place] == ",":
            return False
        if told.starts("relative", place) and head.name != "nullity":
            return True
        if told.sentence.words[place].weight:
            return False
    return False


def behind_led_relative(told: Told, head: Mark) -> bool:
    """Whether a verb stands in a clause that a preposition with a relative opens, as its first verb: "the cases in which the
    minister may refuse", "los supuestos en que la autoridad podrá"; not behind a comma, where such a clause often rules."""
    for place in range(head.first - 1, max(0, head.first - 1 - LED), -1):
        if told.texts[place] in _STRONG or told.texts[place] in (",", ")"):
            return False
        if told.starts("relative", place) and told.lower[place] not in _POINTS:
            lead = place - 1 - bool(told.starts("article", place - 1))
            if leads(told, lead):
                return _restricts(told, lead) and _subject_follows(told, place + 1)
        if _says(told, place, head):
            return False
    return False


def _restricts(told: Told, first: int) -> bool:
    """Whether a clause opens at its preposition with no sign ahead, and says of what goes before which of it is meant."""
    behind = {told.lower[place] for place in range(first, min(first + 4, len(told.lower)))}
    return first > 0 and told.texts[first - 1][-1].isalnum() and _NEUTER.isdisjoint(behind)


def _subject_follows(told: Told, place: int) -> bool:
    """Whether a subject stands right behind a relative; of "a que se refiere la ley" the verb does, and is over with."""
    named = any(told.starts(name, place) for name in ("article", "everyone", "organs", "persons"))
    return named or told.texts[place][0].isupper() or (told.lang == "en" and told.texts[place].isalpha())


def _says(told: Told, place: int, head: Mark) -> bool:
    """Whether a verb stands between a relative and a head, so that the head belongs to the clause around it."""
    modal = any(one.first <= place < one.last <= head.first for name in HEADS for one in told.of(name))
    noun = told.starts("article", place - 1) or leads(told, place - 1)  # "los casos en los que la entrega podrá"
    text, by = told.lower[place], tongue(told.lang)
    known = text in by.finite or text in _WAS or any(text == verb + end for verb in by.verbs - by.nouns for end in ("s", "ed"))
    return modal or bool(told.starts("be", place)) or (not noun and known)
