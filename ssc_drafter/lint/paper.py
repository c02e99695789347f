"""A text laid out for the rules: folded words, its parts with their sentences, and what kind of text it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from ssc_drafter.language.folding import fold
from ssc_drafter.language.phrases import compiled
from ssc_drafter.language.spoken import Number, numbers_in
from ssc_drafter.lint.rules import shared
from ssc_drafter.policies.sentences import Sentence, sentences
from ssc_drafter.tree.nodes import Agreement
from ssc_drafter.tree.running import RunningText, Unit

AROUND = 80  # signs round a word in which its language shows
WHOLE = 4  # articles from which a text is expected to have its final clauses
PARTS = {"art": "article", "para": "article", "annex": "annex", "preamble": "preamble", "title": "title"}


class Place(Struct, frozen=True):
    """A unit of the text with the part that it belongs to and its sentences."""

    unit: Unit
    part: str  # title, preamble, article, testimonium, signatures, annex
    sentences: tuple[Sentence, ...]


class Paper:
    """What the rules read. Everything that several of them want is worked out once."""

    def __init__(self, running: RunningText, agreement: Agreement | None = None) -> None:
        self.running, self.agreement, self.lang, self.text = running, agreement, running.lang, running.text
        self.folded = fold(running.text)
        self.words = shared(running.lang)
        self.places = tuple(self._place(unit) for unit in running.units if unit.end > unit.start)
        self._starts = [place.unit.start for place in self.places]

    def _place(self, unit: Unit) -> Place:
        part = PARTS.get(unit.address.split("_")[0], unit.address)
        return Place(unit, part, sentences(self.text, self.lang, unit.start, unit.end))

    def in_parts(self, *parts: str) -> Iterator[Place]:
        """Yield the places of some parts of the text (of all where none is named)."""
        return (place for place in self.places if not parts or place.part in parts)

    def unit_at(self, start: int) -> Unit | None:
        """Return the unit in which a place of the text lies, or the one before it."""
        at = bisect_right(self._starts, start) - 1
        return self.places[at].unit if at >= 0 else None

    def in_its_language(self, start: int, end: int) -> bool:
        """Say whether a stretch of the body is in the text's language: treaties come with their translation."""
        unit = self.unit_at(start)
        if unit is None or end > unit.end or unit.address in ("title", "testimonium", "signatures"):
            return False
        near = self.folded[max(unit.start, start - AROUND) : min(unit.end, end + AROUND)]
        own, foreign = (len(compiled(self.words[name]).findall(near)) for name in ("little_words", "foreign_words"))
        return own > foreign

    def has(self, name: str, text: str | None = None) -> bool:
        """Say whether the text (or a piece of folded text) holds one of the shared phrases called `name`."""
        return bool(compiled(self.words.get(name, ())).search(self.folded if text is None else text))

    @cached_property
    def title(self) -> str:
        """The title, folded."""
        return fold(self.running.title)

    @cached_property
    def articles(self) -> dict[str, list[Place]]:
        """The paragraphs of each article by the article's number, in order; annexes have their own."""
        found: dict[str, list[Place]] = {}
        for place in self.in_parts("article"):
            if place.unit.article:
                found.setdefault(place.unit.article, []).append(place)
        return found

    @cached_property
    def numbers(self) -> list[Number]:
        """Every number of the text."""
        return numbers_in(self.text, self.lang)

    @cached_property
    def status(self) -> str:
        """Return "binding", "non_binding" or "" where the text does not tell."""
        if self.agreement is not None and self.agreement.kind:
            return self.agreement.register
        denied = any(self._denies(place) for place in self.in_parts("article", "preamble", "testimonium"))
        if denied:
            return "" if self.has("ratifying") else "non_binding"
        return "binding" if self.has("binding") else ""

    def _denies(self, place: Place) -> bool:
        pieces = (self.folded[one.start : one.end] for one in place.sentences)
        return any(self.has("denial", one) and self.has("this_instrument", one) for one in pieces)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Return what the text is, in the words that rules put under `when`."""
        found = {self.status or "unknown"}
        amending = self.has("amending", self.title) or (self.has("notes", self.title) and len(self.articles) < WHOLE)
        if len(self.articles) >= WHOLE and not amending:
            found.add("whole")
        if amending:
            found.add("amending")
        if self.has("child", self.title):
            found.add("child")
        if self.agreement is not None and self.agreement.kind:
            found.add("ours")
        if self.articles:
            found.add("articles")
        if not self.has("notes", self.title) and not self.has("letter"):
            found.add("one_text")
        return frozenset(found)

    def quote(self, start: int, end: int) -> str:
        """Return words of the text with white space made single, for use inside a sentence."""
        return re.sub(r"\s+", " ", self.text[start:end]).strip(" *_#")
