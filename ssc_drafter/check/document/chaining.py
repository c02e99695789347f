"""A pair with words of one or more other places put into its sides, and the way back from a span to the texts themselves."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ssc_drafter.check.document.splicing import Span, Spliced, read_spliced
from ssc_drafter.check.document.ways import Way
from ssc_drafter.check.norms.reading import Reading


class Chain(Struct, frozen=True):
    """Both sides as they read with everything put in; `steps` are the ways in the order in which they were taken."""

    clause: Reading
    provision: Reading
    steps: tuple[tuple[Way, Spliced], ...]

    def back(self, span: Span, *, ours: bool) -> Span:
        """Return a span of one side as one of its own text."""
        for way, spliced in reversed(self.steps):
            if way.ours == ours:
                span = spliced.back(span)
        return span

    def is_inside(self, way: Way, span: Span) -> bool:
        """Whether a span of the way's side lies, for its greater part, in what that way put in."""
        for other, spliced in reversed(self.steps):
            if other.put == way.put:
                return spliced.is_inside(span)
            if other.ours == way.ours:
                span = spliced.back(span)
        return False

    def place(self, way: Way) -> int:
        """Return where the words that lead to a way's place begin, as its side reads now."""
        place, taken = way.term[0], False
        for other, spliced in self.steps:
            if taken and other.ours == way.ours and other.term[0] < place:
                place += len(spliced.text) - len(spliced.base)
            taken = taken or other.put == way.put
        return place


def chained(clause: Reading, provision: Reading, ways: Sequence[Way]) -> Chain:
    """Return a pair with the words of all ways put in, those that stand last first, so that the others keep their places."""
    steps = []
    for way in sorted(ways, key=lambda one: -one.term[0]):
        side = clause if way.ours else provision
        spliced = Spliced(side.text, way.insert, *way.term, way.stands_for)
        steps.append((way, spliced))
        if way.ours:
            clause = read_spliced(side, spliced)
        else:
            provision = read_spliced(side, spliced)
    return Chain(clause, provision, tuple(steps))
