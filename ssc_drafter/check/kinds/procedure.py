"""Steps that the law demands, in three slots: the act that waits, whether the clause does it, what becomes of the step."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ssc_drafter.check.finding import Kind
from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.deeds import cover, deed, promise
from ssc_drafter.check.kinds.protected import consent_of_persons
from ssc_drafter.check.kinds.signal import Signal, span, strength
from ssc_drafter.check.kinds.stance import SOLE, Stance, stance
from ssc_drafter.check.norms.demands import ORGAN_WITHIN
from ssc_drafter.check.norms.reading import Demand, Sentence, Step, remembered
from ssc_drafter.check.pairs import Facet


@remembered
def gates(sentence: Sentence) -> list[Step]:
    """Return the steps that a sentence of law demands. A statute that speaks in the present tense commands."""
    firm = [step for step in sentence.steps if step.status == "required"]
    only_permits = sentence.has("permission") and not sentence.has("duty", "prohibition", "exclusive")
    return firm if firm or only_permits else [step for step in sentence.steps if step.status == "likely"]


def procedure(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield what becomes of the step that the law's act waits for: ruled out, named, a lesser one, or left in silence."""
    if not facet.law.demands:
        return
    rows = [(deed(facet, demand.waits, demand.zone), demand) for demand in facet.law.demands]
    done, demand = max(rows, key=lambda row: row[0])
    answers = [(stance(facet, one), one) for _, one in rows]
    told, asked = min(answers, key=lambda row: _rank(row[0]))
    if entering(facet):
        done = max(done, ENTERING)
        told = msgspec.structs.replace(told, sure=1.0) if told.answer == "excluded" else told
    excepted = _excepted(facet)
    if excepted:
        yield Signal("step_excepted", excepted, None, (0, 0), span(facet.law, demand.first, demand.last, 4))
    firm = 1.0 if demand.status == "required" else 0.6
    yield from _signals(facet, mood, told, asked, firm * (0.3 + 0.7 * done))


def entering(facet: Facet) -> bool:
    """Whether a law makes treaties wait for a step and the clause lets this agreement bind at once, from its signature on."""
    treaty = min((mark.first for mark in facet.law.of("treaty")), default=len(facet.law.words))
    asked = [one for one in facet.law.demands if (not one.kinds or one.kinds & _TREATY_STEPS) and treaty < one.first]
    if not asked:
        return False
    ruled_out = any(one.status == "excluded" and one.kind in _TREATY_STEPS for one in facet.clause.every_step)
    return facet.clause.has("at_signature") or (ruled_out and facet.clause.has("instrument"))


_TREATY_STEPS = {"ratify", "permit", "publicity", "register", "consult"}
AT_ONCE = 0.3  # what it tells that a clause acts at once, however little of what waits it does
ENTERING = 0.9  # how far an agreement that binds from its signature on does what a law of treaties makes wait


def _excepted(facet: Facet) -> float:
    """Return how far the clause falls into what the law's sentence excepts from its step (guidelines, rule 6)."""
    best = 0.0
    outside = {one.first for one in facet.law.of("out_of_scope")}
    for mark in facet.law.of("exception"):
        if any(0 <= one.first - mark.last <= ORGAN_WITHIN for one in facet.law.demands):
            continue  # "except with the permit" names the step itself
        if mark.first in outside and facet.law.demands[0].first < mark.first:
            continue  # "until it is ratified, it shall not apply": what waits
        zone = [
            place for place in range(mark.last, min(mark.last + REACH, len(facet.law.words))) if facet.law.words[place].weight
        ]
        if zone and mark.first > facet.law.demands[0].first:
            best = max(best, cover(facet, tuple(zone)))
    return best if best >= LEAST else 0.0


def _relieving(facet: Facet, demand: Demand) -> bool:
    """Whether the step only frees from a duty that the clause takes on: "shall be delivered unless exempted under an Act"."""
    law, clause = facet.law, facet.clause
    turns = [one for one in law.of("exception") if 0 <= demand.first - one.last <= RELIEVED]
    duties = [one for one in law.of("duty") if any(one.last <= turn.first for turn in turns)]
    barred = any(one.first < turn.first for name in _BARS for one in law.of(name) for turn in turns)
    return bool(duties) and not barred and not clause.has("negation", "prohibition", "exempt", "excludes")


RELIEVED = 3  # words between "unless" and the step that frees from a duty
_BARS = ("prohibition", "negation", "exclusive", "excludes", "permission")
REACH = 12  # words behind "except" that say what is excepted
LEAST = 0.3  # share of those words from which the clause may fall under them
_CLOSE = 0.9  # from which a prohibition of the clause speaks of the very act
SURELY, KEPT = 0.8, 0.7  # how far an answer that is not sure goes behind those that are; from where on a step is surely kept
_ORDER = ("excluded", "named", "weaker", "silent")  # one step ruled out is enough; one that is named speaks for its fellows


def _rank(told: Stance) -> float:
    """Return what goes first of several answers: another step as the only one rules out nothing that is surely named."""
    if told.answer == "excluded" and told.sure <= SOLE:
        return 0.5 + SURELY
    unsure = told.answer == "named" and told.sure < KEPT
    return _ORDER.index(told.answer) + (SURELY if unsure else 0.0)


def _signals(facet: Facet, mood: Attitude, told: Stance, demand: Demand, value: float) -> Iterator[Signal]:
    theirs = span(facet.law, demand.first, demand.last, 4)
    kind: Kind = "right" if consent_of_persons(facet.law) else "procedure"
    if told.answer == "excluded":
        ours = span(facet.clause, told.first, told.last, 5)
        yield Signal("step_excluded", told.sure * (0.6 + 0.4 * value), kind, ours, theirs)
        if mood.at_once:
            yield Signal("step_at_once", value * mood.at_once, kind, ours, theirs)
    elif told.answer == "named":
        yield Signal("step_named", told.sure * (1.0 if demand.status == "required" else 0.7), None, (0, 0), theirs)
    elif not _relieving(facet, demand):
        ours = span(facet.clause, *promise(facet), 4)
        denied = 0.5 if strength(facet, "prohibition")[0] >= _CLOSE else 1.0
        name = "step_weaker" if told.answer == "weaker" else "step_silent"
        yield Signal(name, value * denied, kind, ours, theirs)
        if mood.at_once:
            at_once = (AT_ONCE + (1 - AT_ONCE) * value) * mood.at_once
            yield Signal("step_at_once", at_once * denied, kind, ours, theirs)
