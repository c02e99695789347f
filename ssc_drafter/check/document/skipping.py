"""A step that a clause provides for while it rules out what another provision makes that step wait for.

One provision forbids the act without an authorisation; another lets the authorisation be given only after a study. A clause
that waits for the authorisation and says that no study is required fits the first, and breaks the second as the first makes it
matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from ssc_drafter.check.document.holding import Held, Link
from ssc_drafter.check.judge import Judgement
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.reading import Sentence, Step

SURE = 0.5  # chance of such a finding: the step and its terms are named on both sides
LONGEST = 320  # signs of a sentence that sets terms; a longer one is a list of many things
BESIDE = 2  # words between a demand and what it is asked of
RELATED = 0.5  # relatedness from which the clause does the act that waits
_PROVIDED = ("step_named", "conditional")


def terms_skipped(one: Held, rows: Sequence[Held]) -> Held | None:
    """Return a pair whose provision sets the terms of a step that the clause provides for and whose terms it rules out."""
    excluded = [
        (ours, step) for ours in one.clause.sentences for step in ours.every_step if step.status == "excluded" and step.kind
    ]
    for first in _asking(one, rows) if excluded else ():
        asked = _asked(first)
        for law in one.provision.sentences:
            found = next((row for row in excluded if _sets_terms(law, asked, row[1].kind)), None)
            if found:
                return _found(one, first, law, *found)
    return None


def _sets_terms(law: Sentence, asked: set[str], kind: str) -> bool:
    """Whether a sentence of law makes a step that another provision asks for wait for one of a certain kind."""
    if kind in asked or law.end - law.start > LONGEST:
        return False
    firm = [one for one in law.demands if one.status == "required"]
    terms = [one.first for one in firm if kind in one.kinds]
    # "si no se ha aprobado una evaluación": what has to be approved stands right behind
    behind = (step for step in law.every_step if step.kind == kind and step.status != "excluded")
    terms += [step.first for step in behind if any(0 <= step.first - one.last <= BESIDE for one in firm)]
    return any(step.kind in asked and step.first < first for first in terms for step in law.every_step)


def _asking(one: Held, rows: Iterable[Held]) -> Iterable[Held]:
    """Return the provisions of the same law whose step the clause provides for."""
    law = one.place.key[:3]
    same = (row for row in rows if row is not one and row.place.key[:3] == law and row.unit.address == one.unit.address)
    return (row for row in same if row.found.related >= RELATED and any(name in row.found.signals for name in _PROVIDED))


def _asked(one: Held) -> set[str]:
    firm = (demand for law in one.provision.sentences for demand in law.demands if demand.status == "required")
    return {kind for demand in firm for kind in demand.kinds}


def _found(one: Held, first: Held, law: Sentence, ours: Sentence, step: Step) -> Held:
    laws = first.provision.sentences
    asked = next(one for one in laws if any(demand.status == "required" for demand in one.demands))
    term = next(one for one in law.every_step if one.kind == step.kind)
    words = span(ours, step.first, step.last, 6), span(law, term.first, term.last, 6)
    leading = Signal("step_excluded", 1.0, "procedure", *words)
    found: Judgement = msgspec.structs.replace(one.found, leading=leading, type="procedure")
    link = Link("step", "", first.place, None, asked.start, asked.end)
    return msgspec.structs.replace(one, found=found, chance=SURE, links=(link,), whole=one.provision)
