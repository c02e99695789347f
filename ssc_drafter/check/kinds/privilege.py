"""What the law levies, regulates or holds persons to, and the clause that exempts or immunises from it."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.freed import frees, kept_back, matters
from ssc_drafter.check.kinds.signal import Signal, law_strength, span, whole
from ssc_drafter.check.norms.reading import Mark, Sentence, remembered
from ssc_drafter.check.pairs import Facet, closeness

REACH = 8  # words around an exemption within which stands what one is exempted from


def privilege(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield an exemption or immunity in a matter where the law taxes, admits or holds liable."""
    marks = [mark for mark in facet.clause.of("exempt") if not kept_back(facet.clause, mark)] + frees(facet.clause)
    if not marks:
        return
    theirs = _charged(facet.law) if _burdens(facet.law) else frozenset()
    best: tuple[float, Mark] | None = None
    for mark in marks:
        freed = matters(facet.clause, mark.first - REACH, mark.last + REACH)
        if theirs & freed or (theirs and not freed):
            value = closeness(mark.first, mark.last, facet.ours) * (1.0 if theirs & freed else 0.5)
            best = max(best or (0.0, mark), (value, mark))
    if best is None:
        return
    value, mark = best
    _, law_mark = law_strength(facet, "exempt")
    law_span = span(facet.law, law_mark.first, law_mark.last, 6) if law_mark else whole(facet.law)
    own = law_mark is not None or frees(facet.law)
    if not own or _left_to_organ(facet.law) or _forbidding(facet.law):  # else the law itself exempts
        yield Signal("exempted", value, "privilege", span(facet.clause, mark.first, mark.last, 6), law_span)


@remembered
def _burdens(sentence: Sentence) -> bool:
    """Whether a sentence of law may levy or hold liable: one that only allows or defines burdens nobody."""
    return not sentence.has("permission", "definition") or sentence.has(*_BURDENS)


_BURDENS = ("duty", "prohibition", "penal", "exclusive", "paying", "exempt", "liability_out", "negation", "power", "relief")


@remembered
def _charged(sentence: Sentence) -> frozenset[str]:
    """Return the matters in which a law charges, admits or holds liable.

    What waits for a step is no charge: "no person shall import seed without a permit" levies nothing on what is imported.
    """
    names = {mark.name for demand in sentence.demands for mark in demand.waits}
    held = [mark for name, marks in sentence.acts.items() if name in names for mark in marks]  # the "import" of the permit too
    waiting = {place for mark in held for place in range(mark.first, mark.last)}
    rows = _stretches(len(sentence.words), waiting)
    return frozenset(name for first, last in rows for name in matters(sentence, first, last))


def _stretches(length: int, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of words between those that are taken."""
    begin = 0
    for place in (*sorted(taken), length):
        if begin < place:
            yield begin, place
        begin = place + 1


def _left_to_organ(sentence: Sentence) -> bool:
    """Whether an organ frees; one that only fixes up to which amount, behind the freeing, does not."""
    ends = [one.last for one in sentence.of("exempt")]
    fixes = [one.first for name in ("at_most", "until") for one in sentence.of(name) if one.first >= min(ends, default=0)]
    rows = [one for one in sentence.of("exclusive") if one.first <= max(ends, default=0) or not fixes]
    return sentence.has("power") or bool(rows)


@remembered
def _forbidding(sentence: Sentence) -> bool:
    """Whether a sentence forbids more than what it exempts from: "shall not be liable to tax" is an exemption."""
    exempt = sentence.of("exempt")
    exempting = [ban for ban in sentence.of("prohibition") if any(one.first < ban.last <= one.last for one in exempt)]
    read_as = [
        ban for ban in sentence.of("prohibition") if any(0 <= one.first - ban.last <= 2 for one in sentence.of("construed"))
    ]
    return len({*exempting, *read_as}) < len(sentence.of("prohibition"))
