"""The wordings of a clause, to be read, compared and written anew: from the shipped library, of today, and of the house."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from ssc_drafter.library.clause import FILE, Clause
from ssc_drafter.server.draft import readable, shelf
from ssc_drafter.server.draft.readable import by_rank, words
from ssc_drafter.server.gate.ground import language, say, store
from ssc_drafter.server.views.quotes import Pieces, compared
from ssc_drafter.store import house

VERSION = re.compile(r'^version\s*=\s*"[^"]*"', re.MULTILINE)
CHARACTERS = 105  # in a line of the form
LONGEST = 20_000  # characters of one wording: the gate's own limit


class Field(Struct, frozen=True):
    """One wording as a form asks for it: the name of its file, what it is called, its text, what is wrong in it."""

    name: str
    label: str
    lang: str
    text: str
    position: str
    message: str = ""

    @property
    def rows(self) -> int:
        """How many lines the text takes in a form, and two to write in."""
        return 2 + sum(1 + len(line) // CHARACTERS for line in self.text.splitlines())


def fields(found: Clause, files: Mapping[str, str], lang: str, wrong: Mapping[str, str]) -> list[Field]:
    """Return the wordings of a clause in one language, in the order of their rank."""
    made = []
    for one in by_rank(found):
        for name, text in sorted(files.items()):
            match = FILE.fullmatch(name)
            if match and match["variant"] == one.id and match["lang"] == lang:
                register = say(f"pages.register_{match['register']}") if match["register"] else say("pages.any_register")
                label = f"{words(one.title, lang) or one.id}, {register}"
                made.append(Field(name, label, lang, text, one.position, wrong.get(name, "")))
    return made


def written(files: Mapping[str, str], form: Mapping[str, str]) -> dict[str, str]:
    """Return the files of a clause with the wordings that a form holds, and with the version of today."""
    today = datetime.datetime.now(tz=datetime.UTC).astimezone().date().isoformat()
    made = dict(files)
    for name in files:
        if FILE.fullmatch(name) and f"text~{name}" in form:
            text = form[f"text~{name}"].replace("\r\n", "\n").strip("\n")[:LONGEST]
            made[name] = text + "\n"
    made["clause.toml"] = VERSION.sub(f'version = "{today}"', made.get("clause.toml", ""), count=1)
    return made


def differing(old: Mapping[str, str], new: Mapping[str, str], found: Clause | None = None) -> list[dict[str, Any]]:
    """Return the wordings that differ, before and after: as one reads them, and in the notation."""
    shown = []
    for name in sorted({*old, *new}):
        match = FILE.fullmatch(name)
        if old.get(name) == new.get(name) or match is None:
            continue
        texts = old.get(name, ""), new.get(name, "")
        register, lang = match["register"] or (found.registers[0] if found else ""), match["lang"]
        read = [_read(text, found, register, lang) for text in texts]
        before, after = compared(*(texts if read[0] == read[1] else read))
        notation = compared(*texts)
        shown.append({"name": named(name, found), "lang": lang, "before": before, "after": after, "notation": notation})
    return shown


def _read(text: str, found: Clause | None, register: str, lang: str) -> str:
    return "\n".join(readable.read(shelf.library(), found, text, register, lang)) if found else text


def named(name: str, found: Clause | None) -> str:
    """Return what people call the file of a wording: its variant, register and language."""
    match, lang = FILE.fullmatch(name), language()
    variant = found.variants.get(match["variant"]) if match and found else None
    if match is None or variant is None:
        return name
    register = say(f"pages.register_{match['register']}") if match["register"] else say("pages.any_register")
    return f"{words(variant.title, lang) or variant.id}, {register}, {shelf.tongue_name(match['lang'], lang)}"


def versions(clause_id: str) -> list[dict[str, Any]]:
    """Return what there is of a clause: what the house proposed and published, the newest first."""
    current = house.published(store()).get(clause_id)
    return [
        {"number": one.id, "by": one.by, "at": one.at, "state": one.state, "stands": bool(current and current.id == one.id)}
        for one in house.history(store(), clause_id)
    ]


def beside(found: Clause, one: str, other: str, register: str, lang: str) -> tuple[Pieces, Pieces] | None:
    """Return two variants of a clause compared by words; None where one has no wording in this register and language."""
    texts = ["\n".join(readable.lines(shelf.library(), found, name, register, lang)) for name in (one, other)]
    return compared(*texts) if all(texts) else None
