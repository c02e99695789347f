"""What the law levies, regulates or holds persons to, and the clause that exempts or immunises from it."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check import law
from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.signal import Signal, law_strength, span, whole
from ssc_drafter.check.norms.reading import Mark, Sentence, remembered
from ssc_drafter.check.pairs import Facet, closeness

REACH = 8  # words around an exemption within which stands what one is exempted from


@remembered
def _levied(sentence: Sentence, first: int, last: int) -> set[str]:
    """Return the matters from which one can be exempted (taxes, fees, entry, suit) among words, wider ones too."""
    known = law.classes()
    found = set()
    for name, marks in sentence.classes.items():
        wide = {name, known[name].under} - {""}
        if any(known[one].levied for one in wide) and any(first <= mark.first < last for mark in marks):
            found |= {one for one in wide if known[one].levied}
    return found


@remembered
def _without(sentence: Sentence) -> list[Mark]:
    """Return where "no" or "without" stands just ahead of what is levied: "without customs duty", "no fee"."""
    known = law.classes()
    return [
        Mark(denial.first, mark.last, "exempt")
        for denial in sentence.of("negation")
        for name, marks in sentence.classes.items()
        if known[name].levied
        for mark in marks
        if denial.last - denial.first == 1 and 0 <= mark.first - denial.last <= 2
    ]


def privilege(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield an exemption or immunity in a matter where the law taxes, admits or holds liable."""
    marks = [*facet.clause.of("exempt"), *_without(facet.clause)]
    if not marks:
        return
    theirs = _levied(facet.law, 0, len(facet.law.words))
    best: tuple[float, Mark] | None = None
    for mark in marks:
        matters = _levied(facet.clause, mark.first - REACH, mark.last + REACH)
        if theirs & matters or (theirs and not matters):
            value = closeness(mark.first, mark.last, facet.ours) * (1.0 if theirs & matters else 0.5)
            best = max(best or (0.0, mark), (value, mark))
    if best is None:
        return
    value, mark = best
    _, law_mark = law_strength(facet, "exempt")
    law_span = span(facet.law, law_mark.first, law_mark.last, 6) if law_mark else whole(facet.law)
    if law_mark is None or facet.law.has("power", "exclusive") or _forbidding(facet.law):  # else the law itself exempts
        yield Signal("exempted", value, "privilege", span(facet.clause, mark.first, mark.last, 6), law_span)


def _forbidding(sentence: Sentence) -> bool:
    """Whether a sentence forbids more than what it exempts from: "shall not be liable to tax" is an exemption."""
    exempt = sentence.of("exempt")
    exempting = [ban for ban in sentence.of("prohibition") if any(one.first < ban.last <= one.last for one in exempt)]
    return len(exempting) < len(sentence.of("prohibition"))
