"""What a drafter changed against the outline: variants, parts taken out or in, order, free articles, paragraphs rewritten."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Struct

from ssc_drafter.errors import Problem


class Move(Struct, frozen=True, forbid_unknown_fields=True):
    """A part that stands directly after another ("": first of its sort)."""

    part: str
    after: str = ""


class AddedPart(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A clause of the library that the outline does not have, called `name` in this draft (else by its own name)."""

    clause: str
    name: str = ""
    after: str = ""

    @property
    def part(self) -> str:
        return self.name or self.clause.rpartition("/")[2]


class FreeWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The heading and the text of an officer's article in one more language."""

    heading: str
    text: str


class FreeArticle(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An article in the officer's own words: a line a paragraph, points indented as in the notation, nothing else read."""

    name: str
    heading: str
    text: str
    after: str = ""
    by: str = ""
    lang: str = ""  # the language that heading and text are in; empty: all
    others: dict[str, FreeWords] = {}  # the same article in other languages

    def said(self, lang: str) -> FreeWords | None:
        """Return the article in a language, or None where the officer has not written it there."""
        return FreeWords(self.heading, self.text) if self.lang in ("", lang) else self.others.get(lang)


class Edit(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A paragraph in the officer's words. `key` names the paragraph of its part ("7", "heading", "opening", "formula").

    `text` is in the notation of lines; `[[notices]]` in it is a living reference, `[[?days]]` a living blank. `base` are the
    words it replaced: where the clause beneath now says something else, the edit is stale and is shown so.
    """

    part: str
    key: str
    text: str
    base: str = ""
    by: str = ""
    lang: str = ""


class Changes(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """All changes of one draft; plain data as JSON."""

    variants: dict[str, str] = {}
    dropped: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()  # parts that the outline offers
    added: tuple[AddedPart, ...] = ()
    moved: tuple[Move, ...] = ()
    articles: tuple[FreeArticle, ...] = ()
    edits: tuple[Edit, ...] = ()


NO_CHANGES = Changes()


def read_changes(raw: Mapping[str, Any], where: str = "") -> Changes:
    """Return changes from plain data. Raises Problem that names the first wrong place."""
    try:
        return msgspec.convert(dict(raw), Changes)
    except msgspec.ValidationError as error:
        raise Problem("assemble.bad_changes", where, detail=error) from None
