"""A text with words of another place put into it, and the way back from a span to the text that it is of."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading, Sentence

Span = tuple[int, int]


class Spliced(Struct, frozen=True):
    """`base` with `insert` behind its words `start` to `end`, in brackets; or in their place."""

    base: str
    insert: str
    start: int
    end: int
    in_place: bool = False

    @property
    def text(self) -> str:
        """The text with the words put in."""
        if self.in_place:
            return f"{self.base[: self.start]}{self.insert}{self.base[self.end :]}"
        return f"{self.base[: self.end]} ({self.insert}){self.base[self.end :]}"

    @property
    def inside(self) -> Span:
        """Where the words stand that were put in."""
        first = self.start if self.in_place else self.end + 2
        return first, first + len(self.insert)

    def is_inside(self, span: Span) -> bool:
        """Whether a span of the text lies, for its greater part, in what was put in."""
        start, end = self.inside
        return 2 * (min(span[1], end) - max(span[0], start)) > span[1] - span[0] > 0

    def back(self, span: Span) -> Span:
        """Return a span of the text as one of the base; that of the term where it lies in what was put in."""
        if span[1] <= span[0]:
            return span
        start, end = self._place(span[0], last=False), self._place(span[1], last=True)
        return (start, end) if start < end and not self.is_inside(span) else (self.start, self.end)

    def _place(self, place: int, *, last: bool) -> int:
        start, end = self.inside
        if place < start:
            return min(place, self.end)
        if place > end:
            return max(self.end, place - (len(self.text) - len(self.base)))
        return self.end if last else self.start


def read_spliced(own: Reading, spliced: Spliced) -> Reading:
    """Return a text with words put in as it reads: only the sentence that they stand in is read again."""
    more = len(spliced.text) - len(spliced.base)
    found: list[Sentence] = []
    done = False
    for one in own.sentences:
        if one.end < spliced.end:
            found.append(one)
        elif done:
            found.append(moved(one, more))
        else:
            words = spliced.text[one.start : one.end + more]
            found += [moved(part, one.start) for part in read(words, own.lang).sentences]
            done = True
    return Reading(spliced.text, own.lang, tuple(found))


def moved(one: Sentence, by: int) -> Sentence:
    """Return a sentence as it stands so many signs further on."""
    words = tuple(msgspec.structs.replace(word, start=word.start + by, end=word.end + by) for word in one.words)
    return msgspec.structs.replace(one, start=one.start + by, end=one.end + by, words=words)
