"""A second reader beside the rules: what it finds is added and marked as its own, what the rules found stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from ssc_drafter.check.document.binding import POLICIES
from ssc_drafter.check.document.citing import law_place
from ssc_drafter.check.finding import ClausePlace, Finding, Prediction, Report
from ssc_drafter.check.reader.answer import FLAGGED, Opinion
from ssc_drafter.check.reader.asking import Reader
from ssc_drafter.check.report import identity
from ssc_drafter.check.rules import rules
from ssc_drafter.policies.instrument import Instrument, Provision
from ssc_drafter.tree.running import RunningText, Unit
from ssc_drafter.words import say

EACH = 4  # provisions of a clause that are put to it, the best first
SURE = 0.5  # from here on its verdict is a finding
_RANK = {"high": 0, "medium": 1, "low": 2}
Pair = tuple[Unit, Instrument, Provision]
_Place = tuple[str, tuple[str, str, str], str]  # the unit of the draft, the law's name, the provision


def reviewed(report: Report, draft: RunningText, instruments: Sequence[Instrument], reader: Reader) -> Report:
    """Return the report with what a second reader found. The rules' findings stay, `by: both` where it agrees."""
    found = {_place(one) for one in report.findings if one.clause}
    agreed: set[_Place] = set()
    added: list[Finding] = []
    for unit, instrument, provision in _pairs(report, draft, instruments):
        clause, law = draft.text[unit.start : unit.end], instrument.text[provision.start : provision.end]
        opinion = reader.opinion(instrument.country, clause, law)
        if opinion is None or opinion.verdict not in FLAGGED or opinion.confidence < SURE:
            continue
        key = (unit.address, instrument.name, provision.number)
        if key in found:
            agreed.add(key)
        else:
            added.append(_finding(draft, unit, instrument, provision, opinion))
    kept = [replace(one, by="both") if _place(one) in agreed else one for one in report.findings]
    every = sorted([*kept, *added], key=_gravest)
    seen = {_place(one) for one in added}
    look = tuple(one for one in report.look if _place(one) not in seen)
    return replace(report, findings=tuple(every), look=look, reader=reader.use())


def _gravest(one: Finding) -> tuple[int, float, int]:
    return _RANK[one.severity], -one.confidence, one.clause.start if one.clause else 0


def _place(one: Finding) -> _Place:
    return (one.clause.address if one.clause else "", one.policy.law, one.policy.number)


def _pairs(report: Report, draft: RunningText, instruments: Sequence[Instrument]) -> Iterator[Pair]:
    """Yield the pairs that the rules spoke of, then the best candidates of every clause; each once."""
    laws = {(one.name, law.number): (one, law) for one in instruments for law in one.provisions}
    units = {unit.address: unit for unit in draft.units}
    numbered = {unit.number: unit for unit in reversed(draft.units)}
    told = [_place(one) for one in (*report.findings, *report.look) if one.clause]
    thought = [
        (numbered[row.number].address, one.law, one.number)
        for row in report.candidates
        if row.number in numbered
        for one in row.candidates[:EACH]
    ]
    for address, law, number in dict.fromkeys((*told, *thought)):
        if address in units and (law, number) in laws:
            yield (units[address], *laws[law, number])


def _finding(draft: RunningText, unit: Unit, instrument: Instrument, provision: Provision, said: Opinion) -> Finding:
    assert said.type and said.clause_span and said.provision_span, "believed() lets nothing else through"
    start = draft.text.index(said.clause_span, unit.start)
    there = instrument.text.index(said.provision_span, provision.start)
    rule = rules()[said.type]
    step = said.verdict == "step_needed"
    wished = (provision.rank or instrument.hierarchy) in POLICIES  # it says what is wanted, and is no law
    clause = ClausePlace(
        unit.address,
        unit.number,
        said.clause_span,
        start,
        start + len(said.clause_span),
        unit.clause or None,
        unit.variant or None,
    )
    policy = law_place(instrument, provision, there, there + len(said.provision_span))
    return Finding(
        identity(clause.quote, policy.quote, f"{said.type} reader"),
        say(f"findings.title_{said.type}", draft.lang),
        said.verdict,
        said.type,
        "low" if wished else rule.step_severity if step else rule.severity,
        round(said.confidence, 3),
        clause,
        policy,
        said.reason,
        by="reader",
    )


def predicted(items: Iterable[dict[str, Any]], rule: Sequence[Prediction], reader: Reader) -> list[Prediction]:
    """Return predictions in which a second reader's verdicts stand beside the rules': flagged by either, ranked by both."""
    return [_joined(item, one, reader) for item, one in zip(items, rule, strict=True)]


def _joined(item: dict[str, Any], one: Prediction, reader: Reader) -> Prediction:
    said = reader.opinion(str(item.get("state") or ""), str(item.get("clause") or ""), str(item.get("provision") or ""))
    if said is None:
        return one
    chance = said.confidence if said.verdict in FLAGGED else min(said.confidence, 1 - said.confidence)
    confidence = round((one.confidence + chance) / 2, 4)
    if one.verdict in FLAGGED:
        return replace(one, confidence=max(confidence, one.confidence))  # what the rules found stands
    if said.verdict in FLAGGED and said.confidence >= SURE:
        return replace(
            one, verdict=said.verdict, type=said.type, confidence=confidence, clause_span=said.clause_span,
            provision_span=said.provision_span, reason=said.reason,
        )  # fmt: skip
    return replace(one, confidence=confidence)
