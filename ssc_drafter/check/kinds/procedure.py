"""Steps that the law demands: excluded by the clause, or passed over in silence; powers and organs."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check import law
from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.signal import Signal, nearest, span, strength
from ssc_drafter.check.norms.reading import Mark, Sentence, Step
from ssc_drafter.check.pairs import Facet, closeness


def gates(sentence: Sentence) -> list[Step]:
    """Return the steps that a sentence of law demands. A statute that speaks in the present tense commands."""
    firm = [step for step in sentence.steps if step.status == "required"]
    only_permits = sentence.has("permission") and not sentence.has("duty", "prohibition", "exclusive")
    return firm if firm or only_permits else [step for step in sentence.steps if step.status == "likely"]


def _gate(facet: Facet) -> tuple[Step, float] | None:
    """Return the step demanded nearest to the common ground, with a strength that is less where the gate is only likely."""
    demanded = gates(facet.law)
    if not demanded:
        return None
    best = max(demanded, key=lambda step: closeness(step.first, step.last, facet.theirs))
    firm = 1.0 if facet.law.has("prohibition", "exception", "exclusive", "duty") else 0.7
    return best, firm


def _same_step(step: Step, facet: Facet) -> bool:
    return any(step.key and step.key == one.key for one in gates(facet.law))


def procedure(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield what speaks for a step left out: excluded in words, left out in silence, taken at once; or named as asked."""
    found = _gate(facet)
    if not found:
        return
    gate, firm = found
    law_span = span(facet.law, gate.first, gate.last, 4)
    excluded = [step for step in facet.clause.steps if step.status == "excluded"]
    if excluded:
        same = [step for step in excluded if _same_step(step, facet)] or excluded
        step = max(same, key=lambda one: closeness(one.first, one.last, facet.ours))
        value = firm * (1.0 if _same_step(step, facet) else 0.6)
        yield Signal(
            "step_excluded",
            value,
            "procedure",
            span(facet.clause, step.first, step.last, 5),
            law_span,
            _step_words(facet, gate),
        )
        return
    named = [step for step in facet.clause.steps if step.status == "required"]
    if named:
        same_step = any(_same_step(step, facet) for step in named)
        yield Signal("step_named", 1.0 if same_step else 0.5, None, (0, 0), law_span)
        return
    keys = {step.key for step in gates(facet.law)} - {""}
    mentioned = [word for word in facet.clause.words if word.key and word.key in keys]
    if mentioned:
        yield Signal("step_mentioned", 1.0, None, (0, 0), law_span)
    firm *= acted(facet) * (0.5 if mentioned else 1.0)
    first, last = _promise(facet)
    words = span(facet.clause, first, last, 4)
    yield Signal("step_silent", firm, "procedure", words, law_span, _step_words(facet, gate))
    if mood.at_once:
        yield Signal("step_at_once", firm * mood.at_once, "procedure", words, law_span, _step_words(facet, gate))


def acted(facet: Facet) -> float:
    """Return from 0.35 to 1 how far the clause does what the law's sentence is about, steps and bodies left aside."""
    known = law.classes()
    aside = {place for step in facet.law.steps for place in range(step.first, step.last)}
    for name, marks in facet.law.classes.items():
        if known[name].person:
            aside.update(place for mark in marks for place in range(mark.first, mark.last))
    weights = {word.stem: word.weight for place, word in enumerate(facet.law.words) if word.weight and place not in aside}
    got = {facet.law.words[place].stem for place in facet.theirs if place not in aside}
    objects = [name for name in facet.law.classes if not known[name].person]
    shared = [name for name in objects if name in facet.shared]
    cover = sum(weights[stem] for stem in got if stem in weights) / min(9.0, max(4.0, sum(weights.values())))
    return min(1.0, max(0.35, 2.2 * cover + (0.5 * len(shared) / len(objects) if objects else 0.0)))


def _step_words(facet: Facet, gate: Step) -> dict[str, str]:
    start, end = span(facet.law, gate.first, gate.last)
    return {"step": f"{start}:{end}"}


def _promise(facet: Facet) -> tuple[int, int]:
    """Return the words of the clause that carry the common ground."""
    if not facet.ours:
        return 0, len(facet.clause.words)
    middle = facet.ours[len(facet.ours) // 2]
    near = [place for place in facet.ours if abs(place - middle) <= 10]
    return near[0], near[-1] + 1


def _bodies(sentence: Sentence, marks: tuple[Mark, ...], reach: int = 9) -> dict[str, Mark]:
    """Return the bodies named within reach of the marks."""
    known = law.classes()
    found = {}
    for name, places in sentence.classes.items():
        if known[name].body:
            for place in places:
                if any(abs(place.first - mark.last) <= reach or abs(mark.first - place.last) <= reach for mark in marks):
                    found[name] = place
    return found


def competence(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield what speaks for another holder of a power that the law gives to a named organ."""
    holders = facet.law.of("exclusive") + facet.law.of("power")
    if not holders:
        return
    bodies = _bodies(facet.law, holders)
    if not bodies:
        return
    body = min(bodies.values())
    law_span = span(facet.law, body.first, body.last, 5)
    theirs = {name for name, place in bodies.items() if name in facet.clause.classes and _same_body(facet, place)}
    firm = 1.0 if facet.law.has("exclusive") else 0.6
    if theirs:
        negated = nearest(facet.clause.of("negation"), tuple(facet.clause.classes[name][0].first for name in theirs))
        if negated and negated[1] >= 1.0:
            mark = negated[0]
            yield Signal("organ_shut_out", firm, "competence", span(facet.clause, mark.first, mark.last, 6), law_span)
        else:
            yield Signal("organ_kept", _kept(facet, theirs), None, (0, 0), law_span)
        return
    others = agents(facet.clause)
    if others:
        mark = min(others.values())
        value = firm * acted(facet)
        yield Signal("organ_other", value, "competence", span(facet.clause, mark.first, mark.last, 5), law_span)


def _same_body(facet: Facet, place: Mark) -> bool:
    """Whether the clause names the very organ of the law: its words there, not only its kind."""
    first, last = max(0, place.first - 2), place.last + 4
    named = [n for n in range(first, min(last, len(facet.law.words))) if facet.law.words[n].weight]
    met = [n for n in named if n in facet.theirs]
    return not named or len(met) >= 0.5 * len(named)


def agents(sentence: Sentence) -> dict[str, Mark]:
    """Return the bodies that act in a sentence: named after "by", or ahead of its first verb of promise."""
    known = law.classes()
    modal = min((mark.first for name in ("duty", "permission", "prohibition") for mark in sentence.of(name)), default=9)
    heads = [mark.last for mark in sentence.of("agent")]
    found = {}
    for name, places in sentence.classes.items():
        if not known[name].body:
            continue
        for place in places:
            if place.last <= min(modal, 14) or any(0 <= place.first - head <= 4 for head in heads):
                found[name] = place
    return found


def _kept(facet: Facet, names: set[str]) -> float:
    """Return 1 where the clause makes its promise depend on the organ, 0.3 where it only names it."""
    marks = facet.clause.of("gate_firm") + facet.clause.of("deference") + facet.clause.of("exclusive")
    places = [mark for name in names for mark in facet.clause.classes[name]]
    return 1.0 if any(abs(place.first - mark.last) <= 6 for place in places for mark in marks) else 0.3


def power(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield the promise of a result that the law lets an organ grant by order."""
    found, mark = _power(facet)
    if mark is None:
        return
    law_span = span(facet.law, mark.first, mark.last, 5)
    if facet.clause.has("power") or any(step.status == "required" for step in facet.clause.steps):
        yield Signal("power_left", 0.8, None, (0, 0), law_span)
        return
    close, promise = strength(facet, "exempt", "at_once", "duty")
    words = span(facet.clause, promise.first, promise.last, 6) if promise else span(facet.clause, *_promise(facet), 4)
    value = found * (close if promise else 0.6) * acted(facet)
    yield Signal("power_silent", value, "privilege" if facet.clause.has("exempt") else "procedure", words, law_span)


def _power(facet: Facet) -> tuple[float, Mark | None]:
    marks = facet.law.of("power")
    if not marks:
        return 0.0, None
    return 1.0, nearest(marks, facet.theirs)[0]  # type: ignore[index]
