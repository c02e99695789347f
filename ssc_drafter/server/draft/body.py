"""What a revision of a draft holds, as JSON: kind, language, answers as typed, the drafter's choices; or an imported text."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.server.draft import program

FORMAT = "ssc-drafter/draft/1"
NO_LETTERHEAD = "-"


class Kept(Struct, frozen=True, omit_defaults=True):
    """An imported draft: its file's name, its tree and its text with units, as JSON of their own."""

    name: str
    agreement: dict[str, Any]
    running: dict[str, Any]
    warnings: tuple[tuple[str, str], ...] = ()


class Above(Struct, frozen=True):
    """Another draft as it stood at one of its versions: what it said then never changes."""

    draft: str
    version: int


class Body(Struct, frozen=True, omit_defaults=True):
    """A draft as it is saved. `answers` are plain data by question id, also those that cannot be read yet."""

    kind: str = ""
    lang: str = "en"
    answers: dict[str, Any] = {}
    changes: dict[str, Any] = {}
    imported: Kept | None = None
    countries: tuple[str, ...] = ()
    library: str = ""  # the edition of the library that the draft is made from; "": today's
    look: str = ""  # the look that its documents have; "": today's
    letterhead: str = ""  # the file whose letterhead its Word documents bear; "": the one in use, NO_LETTERHEAD: none
    program: dict[str, str] = {}  # the program that saved it (program.py)
    again: tuple[str, ...] = ()  # questions whose answer stands, but an answer that it depended on has changed since
    date: str = ""
    parent: Above | None = None  # the instrument beneath which this one stands: its definitions are not repeated
    amends: Above | None = None  # the text of which this is an edited copy, for a protocol of amendment
    format: str = FORMAT

    def to_json(self) -> bytes:
        """Return the bytes that the store keeps, with the program that makes them: the same draft gives the same bytes."""
        return msgspec.json.encode(replace(self, program=dict(program.running())), order="sorted")


def read(data: bytes) -> Body:
    """Return the body of a revision."""
    return msgspec.json.decode(data, type=Body)


def mark(of: str, person: str | None, base: int, body: bytes) -> str:
    """Return the mark of a save: the same save sent twice has the same, so that it changes nothing twice.

    `of` is the draft, or the mark of the form that begins one: other answers sent with it begin another draft.
    """
    return hashlib.sha256(
        b"\n".join((of.encode("utf-8", "replace"), str(person).encode(), str(base).encode(), body))
    ).hexdigest()[:48]
