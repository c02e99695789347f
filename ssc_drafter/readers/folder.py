"""A folder with metadata.json is one text: its sections in the order that the file gives, each from a file of its own.

Sections without a file are headings; articles without one are named as missing and do not stand in the text. Every file is
read in the cage.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.errors import Problem
from ssc_drafter.policies.instrument import Warn
from ssc_drafter.readers.source import Source, Stretch
from ssc_drafter.words import say

NAME = "metadata.json"
_MOST = 4_000_000
_SUFFIXES = (".md", ".txt", ".html", ".htm")
_UNITS = frozenset(["article", "section", "rule"])

Read = Callable[[Path], Source]


class Section(Struct, frozen=True):
    """A heading or an article as the folder's list names it."""

    id: str
    title: str = ""
    type: str = ""
    level: int = 1
    path: tuple[str, ...] = ()


class Structure(Struct, frozen=True):
    """The sections in their order."""

    sections: tuple[Section, ...]


class Listing(Struct, frozen=True):
    """What metadata.json says of the text."""

    structure: Structure
    title: str = ""
    language: str = ""
    country: str = ""


def read_folder(folder: Path, read: Read, lang: str = "en") -> Source:
    """Return the one text of a folder, its files read by `read`. Raises Problem where the list is broken or names nothing."""
    listing = _listing(folder / NAME)
    files = {path.stem.strip("-"): path for path in sorted(folder.rglob("*")) if path.suffix.lower() in _SUFFIXES}
    whole = _Whole()
    missing: list[str] = []
    used: set[Path] = set()
    for section in listing.structure.sections:
        file = files.get(section.id.strip("-"))
        if section.title.strip() and (file is not None or section.type not in _UNITS):
            whole.heading(section)
        if file is not None:
            whole.add(read(file), section, file.relative_to(folder).as_posix())
            used.add(file)
        elif section.type in _UNITS:
            missing.append(section.title.strip(" :") or section.id)
    if not used:
        raise Problem("readers.no_parts", str(folder))
    extra = [path.relative_to(folder).as_posix() for path in files.values() if path not in used]
    for key, names in (("readers.part_missing", missing), ("readers.part_extra", extra)):
        if names:
            whole.warnings.append(Warn(say(key, lang, part=", ".join(names)), NAME))
    facts = {"format": "folder", "title": listing.title, "lang": listing.language, "country": listing.country}
    return whole.source({key: text for key, text in facts.items() if text})


def _listing(path: Path) -> Listing:
    try:
        if path.stat().st_size > _MOST:
            raise Problem("readers.too_big", str(path), limit=_MOST // 1_000_000, size="")
        return msgspec.json.decode(path.read_bytes(), type=Listing)
    except FileNotFoundError as problem:
        raise Problem("readers.folder", str(path.parent)) from problem
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as problem:
        raise Problem("readers.broken_metadata", str(path), why=str(problem)[:120]) from problem


class _Whole:
    """The text of the folder in the making."""

    def __init__(self) -> None:
        self.text = ""
        self.stretches: list[Stretch] = []
        self.warnings: list[Warn] = []

    def heading(self, section: Section) -> None:
        """Add the title of a section as a heading of its level."""
        for line in section.title.strip().splitlines():
            start = len(self.text)
            self.text += f"{line}\n"
            self.stretches.append(Stretch(start, start + len(line), "heading", max(section.level, 1), "", section.type))

    def add(self, source: Source, section: Section, name: str) -> None:
        """Add the text of a section's file, without its first line where that repeats the title."""
        text, skip = source.text, 0
        first = text.lstrip("\n").split("\n", 1)[0]
        if first.strip(" :#") and first.strip(" :") == section.title.strip(" :"):
            skip = text.index(first) + len(first)
            skip += text[skip : skip + 1] == "\n"
        base = len(self.text) - skip
        self.text += text[skip:].rstrip("\n") + "\n\n"
        for each in source.stretches:
            if each.start >= skip:
                self.stretches.append(replace(each, start=base + each.start, end=base + each.end))
        self.warnings += [Warn(warn.what, f"{name} {warn.where}".strip()) for warn in source.warnings]

    def source(self, facts: dict[str, str]) -> Source:
        """Return the finished text."""
        return Source(self.text.rstrip("\n"), tuple(self.stretches), facts, tuple(self.warnings))
