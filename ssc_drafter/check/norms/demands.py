"""What a sentence of law makes wait for a step: the step, the organ that takes it, and the act that waits, with its object."""

from __future__ import annotations

import msgspec

from ssc_drafter.check import law
from ssc_drafter.check.norms.approving import approvals
from ssc_drafter.check.norms.openings import openings
from ssc_drafter.check.norms.reading import Demand, Mark, Step, Word
from ssc_drafter.check.norms.steps import status_of

ORGAN_WITHIN = 9  # words after a step within which the organ that takes it is named
LINK_WITHIN = 8
JOINED = 4  # words between steps that stand together: laid before Parliament and approved
WIDE = 3  # words of a link that has the act inside: "do not bind the Republic until"
OPENS = 5  # words from the verb with which a sentence begins to its step
OPENING = 4  # words ahead of a verb with which a sentence begins: its number
LEAST = 2.0  # weight of words ahead of a link from which on they are the act that waits
DOER = 5  # words from "by a" to what its doer has to be: "par un prestataire de services agréé"
_OF_DOERS = {"permit", "register", "certify"}
_MERE = {"", "notice"}  # kinds that a loose link does not make a step: "shall be reported" is a duty of its own
Marks = dict[str, tuple[Mark, ...]]


def step_acts(acts: Marks) -> list[tuple[Mark, str]]:
    """Return the acts of a sentence that are steps for others, with their kinds."""
    known = law.acts()
    return sorted((mark, known[name].step) for name, marks in acts.items() if known[name].step for mark in marks)


def bodies_of(classes: Marks) -> list[Mark]:
    """Return where bodies and officers that can hold a power are named, in order."""
    known = law.classes()
    return sorted(mark for name, places in classes.items() if known[name].body for mark in places)


def all_steps(steps: tuple[Step, ...], marks: Marks, acts: Marks, words: tuple[Word, ...]) -> tuple[Step, ...]:
    """Return the steps of a sentence: those that the words of procedure name, and acts that are steps for others."""
    found = list(steps)
    for mark, kind in step_acts(acts):
        if not any(one.first < mark.last and mark.first < one.last for one in steps):
            found.append(Step(mark.first, mark.last, status_of(mark, marks, words), words[mark.first].key, kind))
    laws = marks.get("law_noun", ())  # "any written law" asks for nothing in writing
    found = [one for one in found if not any(two.first <= one.first and one.last < two.last for two in laws)]
    return tuple(sorted(found, key=lambda one: one.first))


def demands(every: tuple[Step, ...], words: tuple[Word, ...], marks: Marks, classes: Marks, acts: Marks) -> tuple[Demand, ...]:
    """Return what a sentence makes wait for a step, read as one of law."""
    bodies = bodies_of(classes)
    topics = {one.last for one in marks.get("topic_of", ())}
    every = tuple(one for one in every if one.first not in topics and not _provides_otherwise(one, words, marks))
    asked = [one for one in _asked(every, marks) if one.status == "required" or not _held(one, marks, bodies)]
    spoken = [*asked, *(one for one in every if one.status == "excluded")]  # a step that is not asked for waits for none
    found = tuple(_demand(one, spoken, words, marks, bodies, acts) for one in asked)
    taken = {one.first for one in found}
    found = (*found, *(one for one in approvals(every, words, marks, bodies, acts) if one.first not in taken))
    taken = {one.first for one in found}
    return (*found, *(one for one in openings(every, words, marks, bodies, acts) if one.first not in taken))


def _provides_otherwise(step: Step, words: tuple[Word, ...], marks: Marks) -> bool:
    """Whether a step only names the paper that may say something else: "unless the tender document provides otherwise"."""
    for turn in marks.get("exception", ()):
        ends = [
            one.first for one in marks.get("at_odds", ()) if turn.last <= step.first < one.first <= turn.last + ORGAN_WITHIN
        ]
        if any(all(word.stem != "," for word in words[turn.last : end]) for end in ends):
            return True
    return False


def _asked(every: tuple[Step, ...], marks: Marks) -> list[Step]:
    """Return the steps that the sentence asks for: after "without" or "only with"; else those it is likely to ask for."""
    forbids = min((mark.first for mark in marks.get("prohibition", ())), default=99)
    turns = [mark.last for mark in marks.get("exception", ()) if mark.first > forbids]
    doers = [mark.last for mark in marks.get("by_one", ())] if "definition" not in marks else []
    firm = [_turned(one, turns) for one in every]
    firm = [_of_the_doer(one, doers) for one in firm]
    asked = [one for one in firm if one.status == "required"]
    if not asked and not ("permission" in marks and not marks.keys() & {"duty", "prohibition", "exclusive"}):
        asked = [one for one in every if one.status == "likely" and one.kind not in _MERE]
    if len(asked) > 1:  # "no licence is issued unless the council has been consulted": the licence is what waits
        heads = [mark.first for name in ("gate_firm", "excludes", "exception") for mark in marks.get(name, ())]
        behind = [one for one in asked if any(head < one.first and head > asked[0].first for head in heads)]
        asked = behind if behind and asked[0] not in behind and _subject(asked[0], marks) else asked
    return asked


def _turned(step: Step, turns: list[int]) -> Step:
    """Return a step as required where the law forbids an act "except" or "save" with it."""
    near = step.status != "excluded" and any(0 <= step.first - turn <= ORGAN_WITHIN for turn in turns)
    return msgspec.structs.replace(step, status="required") if near else step


def _of_the_doer(step: Step, heads: list[int]) -> Step:
    """Return a step as required where it says by whom alone something is done: "by a licensed contractor"."""
    near = step.status != "excluded" and step.kind in _OF_DOERS and any(0 <= step.first - head <= DOER for head in heads)
    return msgspec.structs.replace(step, status="required") if near else step


def _held(step: Step, marks: Marks, bodies: list[Mark]) -> bool:
    """Whether a step is what a body alone may do: "it is for the Institute alone to grant the accreditation"."""
    heads = [mark for mark in marks.get("exclusive", ()) if mark.last <= step.first]
    return any(abs(body.first - head.last) <= 4 and body.first < step.first for body in bodies for head in heads)


def _subject(step: Step, marks: Marks) -> bool:
    """Whether a step stands ahead of the words that forbid or command: it is what the sentence rules."""
    rules = [mark.last for name in ("prohibition", "duty", "negation") for mark in marks.get(name, ())]
    return step.first < min(rules, default=0) + 1


def _demand(step: Step, asked: list[Step], words: tuple[Word, ...], marks: Marks, bodies: list[Mark], acts: Marks) -> Demand:
    organs = tuple(mark for mark in bodies if -6 <= mark.first - step.last <= ORGAN_WITHIN)
    taken = {place for one in asked for place in range(one.first, one.last)}
    taken |= {place for mark in organs for place in range(mark.first, mark.last)}
    link = _link(step, marks)
    zone = [place for place, word in enumerate(words) if word.weight and place not in taken]
    ahead = [place for place in zone if place < link]
    turned = _conditioned(step, words, marks) or any(
        mark.first <= OPENING and 0 <= step.first - mark.last <= OPENS and not any(word.weight for word in words[: mark.first])
        for mark in marks.get("inverted", ())
    )
    before = sum(words[place].weight for place in ahead) >= LEAST and not turned
    waits = tuple(sorted(_waiting(acts, taken, link if before else len(words))))
    joined = [one.kind for one in asked if one.status != "excluded" and abs(one.first - step.first) <= JOINED]
    kinds = frozenset({step.kind, *joined} - {""})
    behind = [place for place in zone if place > step.last] if turned else zone
    return Demand(step.first, step.last, step.status, kinds, organs, waits, tuple(ahead if before else behind))


def _conditioned(step: Step, words: tuple[Word, ...], marks: Marks) -> bool:
    """Whether a sentence begins with the condition, what waits standing behind: "unless it is ratified, it shall not bind"."""
    turns = [mark for name in ("exception", "gate_firm") for mark in marks.get(name, ()) if mark.last <= step.first]
    bans = [one.first for one in marks.get("prohibition", ())]
    if not turns or not bans or min(bans) < step.last:
        return False
    turn = min(turns)
    heads = [0, *(at + 1 for at in range(turn.first) if words[at].stem == ",")]
    return turn.first - max(heads) <= 1 and any(word.stem == "," for word in words[step.last : min(bans)])


def _waiting(acts: Marks, taken: set[int], end: int) -> list[Mark]:
    """Return the acts that stand before `end` outside the words of steps and organs."""
    found = [mark for places in acts.values() for mark in places if mark.first < end]
    return [mark for mark in found if taken.isdisjoint(range(mark.first, mark.last))]


def _link(step: Step, marks: Marks) -> int:
    """Return where the words begin that tie a step to its act: the nearest firm link ahead of it, a looser one, or the step."""
    for names in (("gate_firm", "excludes", "exception"), ("gate_link",), ("duty",)):
        near = [mark for name in names for mark in marks.get(name, ()) if 0 <= step.first - mark.last <= LINK_WITHIN]
        heads = [mark.last - 1 if mark.last - mark.first > WIDE else mark.first for mark in near]
        if heads:
            return max(heads)
    return step.first
