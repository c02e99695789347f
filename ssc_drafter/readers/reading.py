"""What a reader hands out of the cage: the text, its stretches, its facts, and what a person has to know about it.

A note is a key of web/words/<lang>/readers.toml with its values: the cage speaks no language and opens no file; the parent
turns notes into sentences. A refusal is the same with nothing read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.readers.source import Stretch

SOFT_HYPHEN = re.compile(r"(?<=[^\W\d_])\u00ad(?=[^\W\d_])")  # inside a word: where a line may break, and no sign of the word


class Limits(Struct, frozen=True):
    """How much one file may be and cost: the promise of the product, and what the cage enforces.

    `seconds` is processor time in the cage, `wait` the parent's clock, `memory` the address space in bytes.
    """

    size: int = 20_000_000
    paragraphs: int = 20_000
    pages: int = 2_000
    characters: int = 2_000_000
    seconds: int = 20
    wait: float = 40.0
    memory: int = 768 * 1024 * 1024
    answer: int = 24_000_000
    notes: int = 2_000


class Note(Struct, frozen=True):
    """Something that a person has to know: a key of the words file, where in the file, and what the sentence names."""

    key: str
    where: str = ""
    values: dict[str, str] = {}


class Reading(Struct, frozen=True):
    """A file as one format reader gives it. Offsets count code points of `text`; line ends are \\n."""

    text: str
    stretches: tuple[Stretch, ...]
    facts: dict[str, str] = {}
    notes: tuple[Note, ...] = ()
    pages: int = 0


class Refusal(Exception):
    """The file cannot be read: the key of the sentence, where, and the values. Never a traceback."""

    def __init__(self, key: str, where: str = "", **values: object) -> None:
        self.key, self.where = key, where
        self.values = {name: str(value) for name, value in values.items()}
        super().__init__(key, where, self.values)


class Draft:
    """A reading in the making: paragraphs are added in order, and every limit is held while they are added.

    `exact`: every sign counts, for the places of a text of ours are known beforehand.
    """

    def __init__(self, limits: Limits, facts: Mapping[str, str] | None = None, *, exact: bool = False) -> None:
        self.limits, self.exact = limits, exact
        self.facts: dict[str, str] = dict(facts or {})
        self.notes: list[Note] = []
        self.pages = 0
        self._parts: list[str] = []
        self.length = 0
        self._stretches: list[Stretch] = []

    def add(self, text: str, like: Stretch | None = None) -> None:
        """Add one printed paragraph (or an empty line). `like` gives its kind, level, label, style and marks."""
        text = SOFT_HYPHEN.sub("", text) if "\u00ad" in text and not self.exact else text
        if text.strip():
            shape = like or Stretch(0, 0)
            start, end = self.length, self.length + len(text)
            self._stretches.append(replace(shape, start=start, end=end, marks=tuple(dict.fromkeys(shape.marks))))
        self._parts.append(text)
        self.length += len(text) + 1
        if len(self._stretches) > self.limits.paragraphs:
            raise Refusal("readers.too_many_paragraphs", limit=self.limits.paragraphs)
        if self.length > self.limits.characters + 1:
            raise Refusal("readers.too_long", limit=self.limits.characters)

    def note(self, key: str, where: str = "", **values: object) -> None:
        """Say something about the file, at most as often as the limit allows."""
        if len(self.notes) < self.limits.notes:
            self.notes.append(Note(key, where, {name: str(value) for name, value in values.items()}))
        elif len(self.notes) == self.limits.notes:
            self.notes.append(Note("readers.more_notes", "", {"limit": str(self.limits.notes)}))

    def notes_from(self, notes: Iterable[Note]) -> None:
        """Take over notes that another part has made."""
        for note in notes:
            self.note(note.key, note.where, **note.values)

    def done(self) -> Reading:
        """Return the reading. Raises Refusal where nothing at all stands in it."""
        text = "\n".join(self._parts)
        if not text.strip():
            raise Refusal("readers.nothing_in_it")
        return Reading(text, tuple(self._stretches), self.facts, tuple(self.notes), self.pages)


def shorten(text: str, most: int = 80) -> str:
    """Return text on one line, cut after `most` characters with an ellipsis, for use in a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
