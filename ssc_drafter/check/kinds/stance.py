"""How a clause stands to a step that the law asks for: it names it in any words, rules it out, offers less, or is silent."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ssc_drafter.check import law
from ssc_drafter.check.norms.demands import bodies_of
from ssc_drafter.check.norms.reading import Demand, Mark, Sentence, Step
from ssc_drafter.check.pairs import Facet

Answer = Literal["excluded", "named", "weaker", "silent"]
# A lesser step does not stand for a greater one: to be told is not to agree, to be heard is not to decide.
_RANK = {
    "notice": 1,
    "publicity": 1,
    "consult": 2,
    "inspect": 2,
    "assess": 2,
    "certify": 3,
    "register": 3,
    "permit": 4,
    "ratify": 5,
}
_ASSENT = {"permit"}  # kinds of step that words of assent stand for
_NEAR = 8  # words between what a clause waits with and the step or organ that it waits for
_FROM = 3  # words between "from the day after" and the step from which a promise runs


class Stance(Struct, frozen=True):
    """The answer, how sure it is from 0 to 1, and the words of the clause that give it."""

    answer: Answer
    sure: float
    first: int
    last: int


def waits(clause: Sentence, place: Mark | Step) -> bool:
    """Whether words that make the promise wait stand near a step or an organ of the clause."""
    marks = clause.of("waiting") + clause.of("gate_firm") + clause.of("deference")
    if any(0 <= place.first - mark.last <= _FROM for mark in clause.of("counted_from") + clause.of("by_one")):
        return True
    return any(0 <= place.first - mark.last <= _NEAR or (mark.first < place.last and place.first < mark.last) for mark in marks)


def _awaited(clause: Sentence, mark: Mark) -> bool:
    """Whether words of assent are what a promise waits for: "those who have agreed", "once the owner has agreed"."""
    return not any(0 <= mark.first - one.last <= 2 for one in clause.of("negation")) and (
        waits(clause, mark) or any(0 <= mark.first - one.last <= _FROM for one in clause.of("opening"))
    )


def _by_organ(clause: Sentence, mark: Mark, organ: Mark | None) -> bool:
    """Whether the law's organ assents, and the promise hangs on it: "if the legislature of the country so agrees"."""
    if organ is None or not 0 <= mark.first - organ.last <= _NEAR:
        return False
    if any(0 <= mark.first - one.last <= 2 for one in clause.of("negation")):
        return False
    return any(0 <= organ.first - one.last <= _NEAR for name in ("opening", "waiting") for one in clause.of(name))


def _negated(clause: Sentence, step: Step) -> bool:
    """Whether a bare negation stands right ahead of a step: "not so far registered"."""
    return any(0 <= step.first - mark.last <= 3 for mark in clause.of("negation"))


def _forbidden(clause: Sentence, step: Step) -> bool:
    """Whether a clause says that a step shall not be taken: "and shall not be published"; not where a gate is behind it."""
    bans = [one for one in clause.of("prohibition") if 0 <= step.first - one.last <= 1]
    gates = [*clause.of("gate_firm"), *clause.of("exception"), *clause.of("waiting"), *clause.of("ahead_of")]
    return bool(bans) and not any(one.first >= bans[0].first for one in gates)


def _answers(step: Step, demand: Demand, key: str) -> bool:
    """Whether a step of the clause is of the kind that the law asks for, or has its name."""
    return (step.kind in demand.kinds and step.kind != "") or (step.key == key and key != "")


def stance(facet: Facet, demand: Demand) -> Stance:
    """Return how the clause's sentence stands to a step that the law's sentence asks for."""
    clause = facet.clause
    keys = {one.key for one in facet.law.every_step if (one.first, one.last) == (demand.first, demand.last)} or {""}
    key = next(iter(keys))
    ruled_out = [step for step in clause.every_step if step.status == "excluded"]
    if ruled_out:
        same = [step for step in ruled_out if _answers(step, demand, key)]
        step = (same or ruled_out)[0]
        return Stance("excluded", 1.0 if same else 0.5, step.first, step.last)
    itself = {mark.name for mark in demand.waits}
    found = [step for step in clause.every_step if _answers(step, demand, key) and not _is_act(step, clause, itself)]
    barred = next((step for step in found if _forbidden(clause, step)), None)
    if barred is not None:
        return Stance("excluded", LATE, barred.first, barred.last)
    found = [step for step in found if not _negated(clause, step)]
    late = [step for step in found if too_late(clause, step)] if demand.status == "required" else []
    if late:
        return Stance("excluded", LATE, late[0].first, late[0].last)
    found = [step for step in found if not of_the_law(facet, step, demand)]
    return _kept(facet, demand, found) or _less(facet, demand)


def _kept(facet: Facet, demand: Demand, found: list[Step]) -> Stance | None:
    """Return that the clause names the law's step, or the organ that takes it, and how surely it waits for it."""
    clause = facet.clause
    waiting = [step for step in found if step.status in ("required", "likely") or waits(clause, step)]
    if waiting:
        return Stance("named", 1.0, waiting[0].first, waiting[0].last)
    organ = organ_named(facet, demand.organs)
    if organ is not None and waits(clause, organ) and _acts(clause, organ, demand):
        return Stance("named", 0.7, organ.first, organ.last)
    agreed = next((mark for mark in clause.of("assents") if _awaited(clause, mark) or _by_organ(clause, mark, organ)), None)
    if agreed is not None and demand.kinds & _ASSENT:
        return Stance("named", 0.7, agreed.first, agreed.last)
    sole = [one for one in clause.of("sole_condition") if not any(-2 <= step.first - one.last <= _NEAR for step in found)]
    if sole:
        return Stance("excluded", SOLE, sole[0].first, sole[0].last)
    return Stance("named", 0.45, found[0].first, found[0].last) if found else None


LATE, SOLE = 0.8, 0.65  # how sure it is that a step taken too late, or another one that alone is asked for, rules out the law's


def too_late(clause: Sentence, step: Step) -> bool:
    """Whether a clause sets its act ahead of a step, or the step behind its act: "may be sold before the report is in"."""
    denials = [one.first for name in ("negation", "prohibition", "exclusive") for one in clause.of(name)]
    duties = [one.first for name in ("duty", "permission") for one in clause.of(name)]
    for mark in clause.of("ahead_of"):
        near = mark.first > 2 and 0 <= step.first - mark.last <= 4
        if near and not any(place <= mark.first for place in denials) and not _between(clause, mark.last, step.first):
            return any(place < mark.first for place in duties)
    for mark in clause.of("later_than"):
        if 0 <= mark.first - step.last <= 2 and not _between(clause, step.last, mark.first):
            return not any(place <= mark.first for place in denials)
    return False


def _between(clause: Sentence, first: int, last: int) -> bool:
    """Whether a stop of the sentence or an "and" stands between two places."""
    return any(word.stem in _STOPS for word in clause.words[first:last])


_STOPS = frozenset({",", ";", ":", ".", "(", ")", "and", "et", "y", "e"})


def of_the_law(facet: Facet, step: Step, demand: Demand) -> bool:
    """Whether a step word of the clause is what the law's act is about, and not the step it waits for.

    "Licensed work may be entered" where the law lets nobody enter licensed premises without a clearance.
    """
    words = facet.law.words
    stem = facet.clause.words[step.first].stem
    asked = {word.stem for word in words[demand.first : demand.last]}
    others = [one for one in facet.law.every_step if one.status == "named" and not demand.first <= one.first < demand.last]
    if stem not in asked and any(words[one.first].stem == stem for one in others):
        return True
    if step.status == "required" or waits(facet.clause, step):
        return False
    return any(words[one.first].stem == stem or (one.kind == step.kind and one.kind) for one in others)


def _acts(clause: Sentence, organ: Mark, demand: Demand) -> bool:
    """Whether a step that is no lesser one stands near an organ: "if the Senate so authorises"."""
    asked = _asked(demand)
    near = [step for step in clause.every_step if -_NEAR <= step.first - organ.last <= _NEAR]
    return any(_RANK.get(step.kind, asked) >= asked for step in near)


def _asked(demand: Demand) -> int:
    return max((_RANK.get(kind, 0) for kind in demand.kinds), default=0)


def _is_act(step: Step, clause: Sentence, itself: set[str]) -> bool:
    """Whether a step word of the clause is the very act that the law makes wait (to license, where licensing waits)."""
    known = law.acts()
    return any(
        name in itself and known[name].step and any(mark.first <= step.first < mark.last for mark in clause.acts.get(name, ()))
        for name in itself
    )


def organ_named(facet: Facet, organs: tuple[Mark, ...]) -> Mark | None:
    """Return where the clause names one of the law's organs, by its own words."""
    for organ in organs:
        named = [n for n in range(organ.first, min(organ.last + 3, len(facet.law.words))) if facet.law.words[n].weight]
        met = [n for n in named if n in facet.theirs]
        if named and len(met) < 0.5 * len(named):
            continue
        for mark in bodies_of(facet.clause.classes):
            if mark.name == organ.name:
                return mark
    return None


def _less(facet: Facet, demand: Demand) -> Stance:
    """Return "weaker" where the clause waits for a lesser step than the law asks for, "named" where for a greater one."""
    asked = _asked(demand)
    clause = facet.clause
    for step in clause.every_step:
        if (step.status in ("required", "likely") or waits(clause, step)) and not of_the_law(facet, step, demand):
            given = _RANK.get(step.kind, 0)
            if given and asked:
                if given < asked:
                    return Stance("weaker", 0.7, step.first, step.last)
                if given >= _RANK["permit"] or step.status == "required":  # "the records are sent" is no certificate
                    return Stance("named", 0.7, step.first, step.last)
    return Stance("silent", 1.0, 0, 0)
