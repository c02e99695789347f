"""A text prepared for reading: its printed paragraphs, its page headers, and what a number in it that may head a unit is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from ssc_drafter.policies.grammar import Grammar, fold
from ssc_drafter.policies.numerals import Number

FIGURES = re.compile(r"\d+")


class Printed(Protocol):
    """A printed paragraph as a reader of a format gives it (readers.source.Stretch)."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def level(self) -> int: ...
    @property
    def label(self) -> str: ...
    @property
    def marks(self) -> tuple[str, ...]: ...


class Candidate(Struct, frozen=True, gc=False):
    """A number that may head a unit. `family` tells rows of different kinds apart (article, section, bare, roman, word)."""

    start: int
    end: int  # behind the number
    text_start: int  # behind the signs that follow it
    family: str
    number: Number
    weight: float
    look: tuple[str, ...]  # how it is printed: compared with its neighbours
    quoted: bool = False


class Page(Struct, frozen=True):
    """A text prepared for reading: folded, its grammar, and its printed paragraphs where the format knows them."""

    text: str
    folded: str
    words: Grammar
    printed: tuple[Printed, ...] = ()
    starts: tuple[int, ...] = ()
    headers: frozenset[str] = frozenset()  # folded lines that are repeated on every page

    def at(self, place: int) -> Printed | None:
        """The printed paragraph that holds a place of the text."""
        index = bisect_right(self.starts, place) - 1
        return self.printed[index] if index >= 0 and place <= self.printed[index].end else None

    def line(self, place: int) -> tuple[int, int]:
        """Where the line of a place begins and ends."""
        end = self.text.find("\n", place)
        return self.text.rfind("\n", 0, place) + 1, len(self.text) if end < 0 else end


def page(text: str, words: Grammar, printed: Sequence[Printed] = ()) -> Page:
    """Return the text ready for reading."""
    folded = fold(text)
    ordered = tuple(sorted(printed, key=lambda one: one.start))
    return Page(text, folded, words, ordered, tuple(one.start for one in ordered), running_headers(folded))


def running_headers(folded: str) -> frozenset[str]:
    """Return lines (with their figures taken out) that stand at least four times and are no short label."""
    seen: dict[str, int] = {}
    for line in folded.split("\n"):
        if len(line) < 12:
            continue
        bare = header_form(line)
        if 12 <= len(bare) <= 120:
            seen[bare] = seen.get(bare, 0) + 1
    return frozenset(line for line, times in seen.items() if times >= 4)


def header_form(line: str) -> str:
    """Return a line as it is compared with others to know a page header: without figures and outer space."""
    return FIGURES.sub("", line).strip(" \t#*_-–|")
