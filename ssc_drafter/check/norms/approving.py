"""The power of an organ to approve what others do, read as a step: "it is for Parliament to approve" makes their act wait."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check.norms.reading import Demand, Mark, Step, Word

BEFORE = 6  # words from the organ to its verb: "Solo el Congreso, por ley, autoriza"
LISTED = 4  # signs of number ahead of the verb of a list's point
OBJECT = 14  # words that carry weight and say what is approved
LEAST = 3.0  # weight of words that it takes at least to say what is approved
_STOPS = frozenset({";", ":", "."})
Marks = dict[str, tuple[Mark, ...]]


def approvals(
    every: tuple[Step, ...], words: tuple[Word, ...], marks: Marks, bodies: list[Mark], acts: Marks
) -> tuple[Demand, ...]:
    """Return what a sentence of law lets an organ approve, authorise or ratify, as demands for that step.

    "The Board may approve" only permits; a ban ("shall not approve") demands nothing. A point of a list that begins with the
    verb has its organ in the words that lead into the list.
    """
    if marks.keys() & {"permission", "prohibition", "soft"}:
        return ()
    return tuple(_approvals(every, words, marks, bodies, acts))


def _approvals(
    every: tuple[Step, ...], words: tuple[Word, ...], marks: Marks, bodies: list[Mark], acts: Marks
) -> Iterator[Demand]:
    for verb in marks.get("approves", ()):
        if any(0 <= verb.first - one.last <= 1 for one in marks.get("negation", ())):
            continue
        step = next((one for one in every if one.first < verb.last and verb.first < one.last), None)
        organs = _organs(verb, marks, bodies)
        if step is None or step.status == "excluded" or not (organs or _begins(verb, words)):
            continue
        zone = _object(verb, words, bodies)
        if sum(words[place].weight for place in zone) < LEAST:
            continue
        inside = set(zone)
        waits = sorted(one for places in acts.values() for one in places if one.first in inside)
        yield Demand(step.first, step.last, "required", frozenset({step.kind} - {""}), organs, tuple(waits), zone)


def _begins(verb: Mark, words: tuple[Word, ...]) -> bool:
    """Whether a point of a list begins with a verb: at the head of the sentence, or behind a semicolon and its number."""
    ahead = words[max(0, verb.first - LISTED) : verb.first]
    stops = [place for place, word in enumerate(ahead) if word.stem in _STOPS]
    return not any(word.weight for word in ahead[max(stops, default=-1) + 1 :]) and (bool(stops) or verb.first <= LISTED)


def _organs(verb: Mark, marks: Marks, bodies: list[Mark]) -> tuple[Mark, ...]:
    """Return the organs to which the power belongs, or that stand as the subject just ahead of the verb."""
    heads = [one.last for one in marks.get("belongs", ()) + marks.get("exclusive", ()) if one.first < verb.first]
    held = [one for one in bodies if one.last <= verb.first and any(0 <= one.first - head <= 4 for head in heads)]
    near = [one for one in bodies if 0 <= verb.first - one.last <= BEFORE]
    return tuple(held or near)


def _object(verb: Mark, words: tuple[Word, ...], bodies: list[Mark]) -> tuple[int, ...]:
    """Return the words behind the verb that say what is approved, those of organs left out, to the end of the point."""
    named = {place for one in bodies for place in range(one.first, one.last)}
    zone: list[int] = []
    for place in range(verb.last, len(words)):
        if words[place].stem in _STOPS or len(zone) == OBJECT:
            break
        if words[place].weight and place not in named:
            zone.append(place)
    return tuple(zone)
