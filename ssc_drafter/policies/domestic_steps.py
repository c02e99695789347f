"""From a draft to what a State still has to do at home: a checklist, each step with who, why, its basis and its status.

The content of the draft decides (clauses that stand, answers given), never its title. Nothing here says that a step can be left
out: what the draft does not show, or no provision is noted for, is put to the ministry as a question.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from typing import Any, Literal

from msgspec import Struct

from ssc_drafter.errors import Problem
from ssc_drafter.policies.treaty_making import Basis, Rule, Trigger, common, state, triggers
from ssc_drafter.tree.nodes import Agreement, Register, plain
from ssc_drafter.tree.running import running_text

Standing = Literal["applies", "ask", "not_seen"]
ORDER: tuple[Standing, ...] = ("applies", "ask", "not_seen")


class Sign(Struct, frozen=True):
    """Where a draft shows a trigger: an article with its heading, or `switch`, a question answered yes."""

    number: str = ""
    heading: str = ""
    switch: str = ""
    told: bool = False  # the officer says so


class Subject(Struct, frozen=True):
    """What a draft is about, as far as approval goes. `known`: its clauses are ours, so that silence means something."""

    kind: str
    register: Register
    countries: tuple[str, ...]
    signs: dict[str, tuple[Sign, ...]]
    known: bool


class Reason(Struct, frozen=True):
    """A trigger and how it stands: seen, asked for, not seen; `fallen` names what takes an exception away."""

    trigger: str
    standing: Standing
    signs: tuple[Sign, ...] = ()
    fallen: tuple[str, ...] = ()


class Step(Struct, frozen=True):
    """One line of a checklist. `own`: from the State's own file. No reasons: it belongs to every such instrument."""

    rule: Rule
    standing: Standing
    reasons: tuple[Reason, ...]
    own: bool


class Checklist(Struct, frozen=True):
    """The domestic steps of one State, in order. `known` is false where the State has no file."""

    country: str
    known: bool
    checked_on: datetime.date
    transition: bool
    warning: dict[str, str]
    basis: tuple[Basis, ...]
    steps: tuple[Step, ...]


def askable() -> tuple[str, ...]:
    """Return the triggers that an officer may name; exceptions are not among them, for the ministry opens those."""
    return tuple(name for name, one in triggers().items() if not one.exception)


def subject_of(agreement: Agreement, values: Mapping[str, Any] | None = None, told: Collection[str] = ()) -> Subject:
    """Return what a draft is about. `values`: its answers; `told`: triggers that the officer names (Problem for another)."""
    if unknown := [name for name in told if name not in triggers() or triggers()[name].exception]:
        raise Problem("steps.unknown_trigger", name=unknown[0], known=", ".join(askable()))
    places = _places(agreement)
    found = {}
    for name, trigger in triggers().items():
        signs = [Sign(told=True)] if name in told else []
        signs += [sign for clause, variant, sign in places if _stands(trigger, clause, variant)]
        signs += [Sign(switch=one) for one in trigger.switches if (values or {}).get(one) is True]
        signs += [Sign(heading=party.name) for party in agreement.parties if party.capacity in trigger.parties]
        found[name] = tuple(dict.fromkeys(signs))
    countries = tuple(dict.fromkeys(party.country for party in agreement.parties if party.country))
    return Subject(agreement.kind, agreement.register, countries, found, bool(places))


def _places(agreement: Agreement) -> list[tuple[str, str, Sign]]:
    """Return the clauses that stand, each with its variant and where: an article by its number, an annex by its heading."""
    units = [unit for unit in running_text(agreement).units if unit.clause and unit.heading]
    found = [(unit.clause, unit.variant, Sign(unit.article, unit.heading)) for unit in units]
    other = [(one.provenance, Sign(heading=plain(one.heading))) for one in agreement.annexes]
    if agreement.preamble:
        other += [(one.provenance, Sign(heading=plain(one.content)[:80])) for one in agreement.preamble.recitals]
    return found + [(by.clause, by.variant, sign) for by, sign in other if by.clause]


def _stands(trigger: Trigger, clause: str, variant: str) -> bool:
    return clause in trigger.clauses or f"{clause}:{variant}" in trigger.clauses


def reason(subject: Subject, name: str) -> Reason:
    """Return how a trigger stands in a draft."""
    trigger, signs = triggers()[name], subject.signs.get(name, ())
    if not trigger.exception:
        silent: Standing = "ask" if trigger.asked or not subject.known else "not_seen"
        return Reason(name, "applies" if signs else silent, signs)
    fallen = tuple(one for one in trigger.unless if subject.signs.get(one))
    closed = bool(fallen) or (trigger.needs and subject.known and not signs)
    return Reason(name, "not_seen" if closed else "ask", signs, fallen)


def checklist(subject: Subject, country: str) -> Checklist:
    """Return the steps of a State for a draft, in the order of the stages, the certain ones of each stage first."""
    found = state(country)
    own = [one for one in (found.step if found else ()) if subject.register in one.registers]
    settled = {one.stage for one in own if not one.when}
    rest = [one for one in common().step if subject.register in one.registers and (one.when or one.stage not in settled)]
    steps = [_step(subject, one, True) for one in own]
    decided = {one.rule.stage for one in steps if one.standing == "applies"}
    steps += [_step(subject, one, False) for one in rest if not (one.asks and one.stage in decided)]
    stages = common().stages
    steps.sort(key=lambda one: (stages.index(one.rule.stage), ORDER.index(one.standing)))
    if found is None:
        return Checklist(country, False, common().checked_on, False, {}, (), tuple(steps))
    return Checklist(country, True, found.checked_on, found.transition, found.warning, found.basis, tuple(steps))


def _step(subject: Subject, rule: Rule, own: bool) -> Step:
    reasons = tuple(reason(subject, name) for name in rule.when)
    standing = min((one.standing for one in reasons), key=ORDER.index, default="ask" if rule.asks else "applies")
    return Step(rule, standing, tuple(one for one in reasons if one.standing == standing), own)
