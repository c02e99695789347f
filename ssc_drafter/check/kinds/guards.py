"""What makes a clause fit: it defers, it is soft, it concerns the other side, the law yields or makes an exception."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check.kinds.attitude import Attitude, deferences
from ssc_drafter.check.kinds.procedure import gates
from ssc_drafter.check.kinds.signal import Signal, law_strength, span, strength
from ssc_drafter.check.norms.reading import Sentence
from ssc_drafter.check.pairs import Facet, closeness

NOWHERE = (0, 0)
RESTATED = 0.25  # share of the weight of the law's words from which a clause may say the same


def stance(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield how the clause defers, insists, or stays soft."""
    if mood.as_law_allows:
        yield Signal("as_law_allows", mood.as_law_allows, None, NOWHERE, NOWHERE)
    elif mood.defers:
        marks = deferences(facet.clause)
        mark = max(marks, key=lambda one: closeness(one.first, one.last, facet.ours))
        yield Signal("defers", mood.defers, None, span(facet.clause, mark.first, mark.last), NOWHERE)
    if mood.insists:
        close, mark_ = strength(facet, "defiance")
        if mark_ is not None:
            yield Signal("insists", close, None, span(facet.clause, mark_.first, mark_.last, 5), NOWHERE)
    if mood.soft and not _absolute(facet.law):
        yield Signal("soft", mood.soft, None, NOWHERE, NOWHERE)
    if mood.conditional:
        yield Signal("conditional", mood.conditional, None, NOWHERE, NOWHERE)


def _absolute(sentence: Sentence) -> bool:
    """Whether a rule forbids without exception: only such a one is broken by a best-efforts promise (guidelines, rule 2)."""
    return sentence.has("prohibition") and not sentence.has("exception") and not gates(sentence)


def side(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield on whose side the clause's act takes place."""
    if mood.other_side:
        yield Signal("other_side", mood.other_side, None, NOWHERE, NOWHERE)
    if mood.own_side:
        yield Signal("own_side", mood.own_side, None, NOWHERE, NOWHERE)


def yielding(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield that the law gives way to treaties, or makes an exception that the clause may fill."""
    heads = facet.law.of("exception") + facet.law.of("deference")
    treaties = [mark for mark in facet.law.of("treaty") if any(0 <= mark.first - head.last <= 8 for head in heads)]
    if treaties and not facet.law.has("power"):
        strong, mark = law_strength(facet, "treaty")
        if mark is not None:
            yield Signal("law_yields", strong, None, NOWHERE, span(facet.law, mark.first, mark.last, 5))
    for mark in facet.law.of("exception"):
        after = [place for place in facet.theirs if 0 <= place - mark.last <= 12]
        if len(after) >= 2:
            yield Signal("exception_met", min(1.0, 0.3 * len(after)), None, NOWHERE, span(facet.law, mark.first, mark.last, 8))
            return


def restatement(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield that the two say the same: words in common, both deny or neither does, no step ruled out.

    Numbers and organs that differ make it void (CLOSER in this package's __init__); it makes void what takes a denial that the
    law utters too for a contradiction.
    """
    both = _denies(facet.clause) == _denies(facet.law)
    if facet.law_cover >= RESTATED and both and not any(step.status == "excluded" for step in facet.clause.steps):
        yield Signal("says_the_same", min(1.0, 0.5 + facet.law_cover), None, NOWHERE, NOWHERE)


def _denies(sentence: Sentence) -> bool:
    return sentence.has("prohibition", "negation")
