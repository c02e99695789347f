"""What the check understands of a position of the house, said to whoever stated it: no rule is silently held against nothing.

A rule on a matter of law/house is held against drafts in all four languages. Any other sentence is only compared with clauses
that have nearly its words; what came of that is told in every report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from ssc_drafter.check import reasons
from ssc_drafter.check.document import house
from ssc_drafter.check.document.positions import applying, compared
from ssc_drafter.check.finding import NotRead
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading
from ssc_drafter.policies.positions import Position
from ssc_drafter.tree.running import RunningText, Unit


class Heard(Struct, frozen=True):
    """The matters that a rule is known to be on, and its sentences that are on none: all of them where it has a condition."""

    matters: tuple[str, ...]
    unknown: tuple[str, ...]


def heard(text: str, lang: str) -> Heard:
    """Return what is understood of a rule in a language."""
    return _of(read(text, lang))


def _of(rule: Reading) -> Heard:
    found = house.ruled(rule)
    told = {one.span for one in found}
    spans = ((one.start, one.end) for one in rule.sentences)
    unknown = (" ".join(rule.text[slice(*span)].split()) for span in spans if span not in told)
    return Heard(tuple(dict.fromkeys(one.matter for one in found)), tuple(unknown))


def unheard(draft: RunningText, clauses: Sequence[tuple[Unit, Reading]], positions: Iterable[Position]) -> Iterator[NotRead]:
    """Yield the positions of which a sentence is on no known matter and did not speak against a clause, with what became of it.

    Either no clause has enough of its words, and it was held against nothing; or it was compared with some by its words alone.
    """
    for position in applying(positions, draft):
        law = position.instrument(draft.lang)
        rule = read(law.text, law.lang)
        unknown = _of(rule).unknown
        rows = [compared(position, clause, rule) for _, clause in clauses] if unknown else []
        if unknown and not any(spoke for _, spoke in rows):
            yield NotRead(law.file, _told(draft.lang, unknown, sum(near for near, _ in rows)))


def _told(lang: str, unknown: Sequence[str], number: int) -> str:
    words = reasons.sentences(lang)
    quoted = reasons.shortened(" ".join(unknown))
    key = "left_position_compared" if number else "left_position_unheard"
    return words[key].format(words=quoted, number=number)
