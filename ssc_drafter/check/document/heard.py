"""What the check understands of a position of the house, said to whoever stated it: no rule is silently held against nothing.

A rule on a matter of law/house, and one that is read by what it denies, demands, bounds or fixes, is held against drafts in all
four languages. Any other sentence is only compared with clauses that have nearly its words; what came of that is told in every
report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from ssc_drafter.check import reasons
from ssc_drafter.check.document import house, speaking
from ssc_drafter.check.document.positions import applying, compared
from ssc_drafter.check.document.stated import Sort, Stated, stated
from ssc_drafter.check.finding import NotRead
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading
from ssc_drafter.policies.positions import Position
from ssc_drafter.tree.running import RunningText, Unit


class Heard(Struct, frozen=True):
    """The matters that a rule is known to be on; its sentences that are read by what they deny, demand, bound or fix, each with
    that; and those that are not understood."""

    matters: tuple[str, ...]
    unknown: tuple[str, ...]
    stated: tuple[tuple[Sort, str], ...] = ()


def heard(text: str, lang: str) -> Heard:
    """Return what is understood of a rule in a language."""
    return _of(read(text, lang))


def _of(rule: Reading) -> Heard:
    found = house.ruled(rule)
    said = {one.span: one.sort for one in stated(rule)}
    told = {one.span for one in found} | said.keys()
    spans = [(one.start, one.end) for one in rule.sentences]
    unknown = (_words(rule, span) for span in spans if span not in told)
    read_ = ((sort, _words(rule, span)) for span, sort in said.items())
    return Heard(tuple(dict.fromkeys(one.matter for one in found)), tuple(unknown), tuple(read_))


def _words(rule: Reading, span: tuple[int, int]) -> str:
    return " ".join(rule.text[slice(*span)].split())


def unheard(draft: RunningText, clauses: Sequence[tuple[Unit, Reading]], positions: Iterable[Position]) -> Iterator[NotRead]:
    """Yield the positions of which a sentence is not understood and did not speak against a clause, with what became of it.

    Either no clause has enough of its words, and it was held against nothing; or it was compared with some by its words alone.
    Of what is understood it is told where no clause was found to be on it: in words that are not known it is missed.
    """
    for position in applying(positions, draft):
        law = position.instrument(draft.lang)
        rule = read(law.text, law.lang)
        unknown = _of(rule).unknown
        rest = _not_met(rule, [clause for _, clause in clauses])
        rows = [compared(position, clause, rule) for _, clause in clauses] if unknown or rest else []
        if any(spoke for _, spoke in rows):
            continue
        if unknown:
            yield NotRead(law.file, _told(draft.lang, unknown, sum(near for near, _ in rows)))
        elif rest:
            quoted = reasons.shortened(" ".join(rest))
            yield NotRead(law.file, reasons.sentences(draft.lang)["left_position_not_met"].format(words=quoted))


def _not_met(rule: Reading, clauses: Sequence[Reading]) -> tuple[str, ...]:
    """Return the sentences of a rule that are understood and of which no clause has the thing, in the words that are known; and
    those that cannot be looked for in the language of the draft."""
    found = []
    for one in stated(rule):
        demanded = one.sort == "demands"
        met = speaking.missing(one, rule, clauses) is not None if demanded else _met(one, rule, clauses)
        if not met:
            found.append(_words(rule, one.span))
    return tuple(found)


def _met(one: Stated, rule: Reading, clauses: Sequence[Reading]) -> bool:
    return any(speaking.against(one, rule, clause) is not None for clause in clauses)


def _told(lang: str, unknown: Sequence[str], number: int) -> str:
    words = reasons.sentences(lang)
    quoted = reasons.shortened(" ".join(unknown))
    key = "left_position_compared" if number else "left_position_unheard"
    return words[key].format(words=quoted, number=number)
