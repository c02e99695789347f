"""Answers as they are once read: typed and frozen. Texts may be one for all languages or one for each."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

import msgspec
from msgspec import Struct


class Words(Struct, frozen=True):
    """A text, the same in all languages (`lang` "") or one a language."""

    by_lang: dict[str, str]

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.by_lang.items())))

    def __len__(self) -> int:
        return len(next(iter(self.by_lang.values()), ""))

    def in_(self, lang: str) -> str:
        """Return the words in a language; where there are none, those of the first language given."""
        for key in (lang, "", "en"):
            if key in self.by_lang:
                return self.by_lang[key]
        return next(iter(self.by_lang.values()), "")


class Money(Struct, frozen=True):
    """An amount and its ISO 4217 code."""

    amount: int | float
    currency: str


class Percent(Struct, frozen=True):
    """A share of a hundred."""

    amount: int | float


class Name(Struct, frozen=True):
    """How a State, an organization or a body is called in one language; `gender` or `article` where it must be told."""

    long: str
    short: str = ""
    gender: str = ""


class Party(Struct, frozen=True):
    """A Party as it was answered: a State by its code, or names of its own."""

    capacity: str
    country: str = ""
    names: dict[str, Name] = {}
    body: dict[str, Name] = {}
    role: str = ""
    signatory: str = ""
    office: Words = Words({})


class Body(Struct, frozen=True):
    """An institution, per language."""

    names: dict[str, Name]


class Choice(Struct, frozen=True):
    """Words of one's own in a question that is open."""

    words: str


Cell = str | int | float | datetime.date | Words | Money | Percent
Row = dict[str, Cell]
Value = (
    bool
    | int
    | float
    | str
    | datetime.date
    | Words
    | Money
    | Percent
    | Party
    | Body
    | tuple[str | Choice, ...]
    | tuple[Party, ...]
    | tuple[Row, ...]
)


class Answers(Struct, frozen=True):
    """What was answered: typed values by question id. Questions without an answer are not in it."""

    kind: str
    values: Mapping[str, Value]

    def plain(self) -> dict[str, object]:
        """Return the answers as plain data for JSON."""
        built = msgspec.to_builtins(dict(self.values))
        return dict(built)
