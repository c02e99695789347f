"""Classes that say the contrary of one another: the law demands the one, the clause does the other (contraries.toml)."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check import law
from ssc_drafter.check.finding import Kind
from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.senses import law_senses
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.reading import Mark, Sentence, remembered
from ssc_drafter.check.pairs import Facet, closeness

DENIED_WITHIN = 3  # words between a negation and what it denies
VOID_WITHIN = 8  # words between what is done and "is prohibited"
NOWHERE = (0, 0)


def denied(sentence: Sentence, mark: Mark) -> bool:
    """Whether a negation that is no part of the words themselves stands just ahead of them."""
    heads = sentence.of("negation") + sentence.of("prohibition")
    return any(0 <= mark.first - one.last <= DENIED_WITHIN for one in heads)


@remembered
def _sides(sentence: Sentence, name: str, contrary: str) -> tuple[list[Mark], list[Mark]]:
    """Return where a clause stands on the side of a class, and where on the contrary one."""
    amounts = {place for one in sentence.quantities for place in range(one.first, one.last + 2)}
    one, other = (
        [mark for mark in sentence.classes.get(side, ()) if mark.first not in amounts or mark.last > mark.first + 1]
        for side in (name, contrary)
    )
    kept = [mark for mark in one if not denied(sentence, mark)] + [mark for mark in other if denied(sentence, mark)]
    left = [mark for mark in other if not denied(sentence, mark)] + [mark for mark in one if denied(sentence, mark)]
    return kept, left


@remembered
def _sided(sentence: Sentence) -> list[tuple[law.LegalClass, tuple[Mark, ...], bool]]:
    """Return the classes of a sentence of law that have a contrary, where they stand, and whether it forbids them."""
    known, senses, found = law.classes(), law_senses(sentence), []
    for name, every in sentence.classes.items():
        one = known[name]
        marks = _own(every, sentence.classes.get(one.contrary, ())) if one.contrary else ()
        if marks:
            forbidden = all(senses[mark.first] == "forbidden" or _void(sentence, mark) for mark in marks)
            found.append((one, marks, forbidden))
    return found


def contrary(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield that the clause does the contrary of what the law says, or stands on its side."""
    for one, marks, forbidden in _sided(facet.law):
        kept, left = _sides(facet.clause, one.name, one.contrary)
        if forbidden and not one.bad:  # "shall not leave without consent": a condition, and nothing that is forbidden
            left = []
        elif forbidden:
            kept, left = left, kept
        if left:
            mark = max(left, key=lambda found: closeness(found.first, found.last, facet.ours))
            near = closeness(mark.first, mark.last, facet.ours) * (0.5 if kept else 1.0)
            spans = span(facet.clause, mark.first, mark.last, 6), span(facet.law, marks[0].first, marks[0].last, 6)
            clash: Kind = one.clash  # type: ignore[assignment]
            yield Signal("clashes", near * (0.6 + 0.4 * min(1.0, facet.common / 8.0)), clash, *spans)
        elif kept:
            yield Signal("same_side", 1.0, None, NOWHERE, NOWHERE)


def _own(marks: tuple[Mark, ...], others: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Return the marks of a class that are no part of its contrary: "without just cause" is no just cause."""
    return tuple(one for one in marks if not any(two.first <= one.first and one.last <= two.last for two in others))


def _void(sentence: Sentence, mark: Mark) -> bool:
    """Whether words stand ahead of "is prohibited" or "is void"."""
    return any(0 <= one.first - mark.last <= VOID_WITHIN for one in sentence.of("consequence"))
