"""A clause: what it is (clause.toml), its variants, its slots, and its wordings by variant, register and language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args

from msgspec import Struct

from ssc_drafter.answers.question import Question
from ssc_drafter.errors import Problem
from ssc_drafter.library.slots import read_slots
from ssc_drafter.library.tables import Sheet
from ssc_drafter.library.wording import Wording
from ssc_drafter.tree.nodes import Position, Register

Yields = Literal["article", "opening", "recital", "definitions", "annex", "testimonium"]
REGISTERS = get_args(Register)
POSITIONS = get_args(Position)
PAGES = ("portrait", "landscape")  # how the pages of an annex lie
# A note is signed by its sender alone: the first Party its own, the last the reply; a note verbale is initialled and sealed.
SIGNS = ("all", "first", "last", "none")
FIELDS = (
    "title", "version", "registers", "default", "yields", "page", "requires", "excludes", "guidance", "topics",
    "variants", "slots", "source",
)  # fmt: skip
NAME = re.compile(r"[a-z0-9_]+")
FILE = re.compile(r"(?P<variant>[a-z0-9_]+)(\.(?P<register>[a-z_]+))?\.(?P<lang>[a-z]{2,3})\.txt")


class Variant(Struct, frozen=True):
    """One of the ways to say a clause, its rank, and why one would want it."""

    id: str
    position: Position
    title: dict[str, str] = {}
    why: dict[str, str] = {}
    approver: dict[str, str] = {}
    effect: dict[str, str] = {}  # what taking it does to the findings of the check
    requires: tuple[str, ...] = ()
    signs: str = SIGNS[0]  # of closing words: who signs beneath them


class Clause(Struct, frozen=True):
    """A unit of the library. `wordings` by (variant, register, language); a text for all registers stands under each."""

    id: str
    title: dict[str, str]
    version: str
    registers: tuple[Register, ...]
    default: str
    yields: Yields
    variants: dict[str, Variant]
    slots: dict[str, Question]
    wordings: dict[tuple[str, str, str], Wording]
    where: str
    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    guidance: dict[str, str] = {}
    topics: tuple[str, ...] = ()
    source: str = ""
    page: str = PAGES[0]
    unread: bool = False  # its clause.toml cannot be read

    @property
    def family(self) -> str:
        return self.id.partition("/")[0]

    @property
    def name(self) -> str:
        return self.id.partition("/")[2]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its wordings, in alphabetical order."""
        return tuple(sorted({lang for _, _, lang in self.wordings}))

    def insertable(self) -> Iterator[Variant]:
        """Yield the variants that may stand in a draft: all but red lines, the default first."""
        ordered = sorted(self.variants.values(), key=lambda variant: variant.id != self.default)
        return (variant for variant in ordered if variant.position != "red_line")


def read_clause(folder: Path, where: str, problems: list[Problem]) -> Clause:
    """Return the clause of a folder, adding to `problems` whatever is wrong in its files."""
    sheet = Sheet(folder / "clause.toml", f"{where}/clause.toml", problems)
    sheet.only(sheet.data, FIELDS)
    variants = _variants(sheet)
    named = tuple(one for one in sheet.texts(sheet.data, "registers") if _is_register(sheet, one))
    registers: tuple[Register, ...] = named or REGISTERS  # type: ignore[assignment]
    source = sheet.table(sheet.data, "source")
    sheet.only(source, ("basis", "read", "url", "note"), "source")
    if sheet.data and not source.get("basis"):
        sheet.wrong("no_source", "source")
    clause = Clause(
        id=f"{folder.parent.name}/{folder.name}",
        title=sheet.words(sheet.data, "title", needed=bool(sheet.data)),
        version=str(sheet.data.get("version", "")),
        registers=registers,
        default=_default(sheet, variants),
        yields=sheet.one_of(sheet.data, "yields", get_args(Yields), default="article"),  # type: ignore[arg-type]
        variants=variants,
        slots=read_slots(sheet),
        wordings={} if sheet.unread else _wordings(folder, where, variants, registers, problems),
        where=where,
        requires=sheet.texts(sheet.data, "requires"),
        excludes=sheet.texts(sheet.data, "excludes"),
        guidance=sheet.words(sheet.data, "guidance"),
        topics=sheet.texts(sheet.data, "topics"),
        source=str(source.get("basis", "")),
        page=_page(sheet),
        unread=sheet.unread,
    )
    if sheet.data and not re.fullmatch(r"\d{4}-\d\d-\d\d", clause.version):
        sheet.wrong("no_version", "version")
    if not NAME.fullmatch(folder.name) or not NAME.fullmatch(folder.parent.name):
        sheet.wrong("bad_name", "title", name=clause.id)
    return clause


def _page(sheet: Sheet) -> str:
    if "page" in sheet.data and sheet.data.get("yields") != "annex":
        sheet.wrong("page_of_annex", "page")
    return sheet.one_of(sheet.data, "page", PAGES, default=PAGES[0])


def _is_register(sheet: Sheet, one: str) -> bool:
    if one not in REGISTERS:
        sheet.wrong("not_one_of", "registers", name="registers", found=one, allowed=", ".join(REGISTERS))
    return one in REGISTERS


def _variants(sheet: Sheet) -> dict[str, Variant]:
    found = {}
    for name, table in sheet.table(sheet.data, "variants").items():
        at = f"variants.{name}"
        if not isinstance(table, dict):
            sheet.wrong("not_table", at, name=name)
            continue
        sheet.only(table, ("position", "title", "why", "approver", "effect", "requires", "signs"), at)
        found[name] = Variant(
            id=name,
            position=sheet.one_of(table, "position", POSITIONS, at, "preferred"),  # type: ignore[arg-type]
            title=sheet.words(table, "title", at),
            why=sheet.words(table, "why", at, needed=True),
            approver=sheet.words(table, "approver", at),
            effect=sheet.words(table, "effect", at),
            requires=sheet.texts(table, "requires", at),
            signs=sheet.one_of(table, "signs", SIGNS, at, SIGNS[0]),
        )
    if sheet.data and not any(variant.position != "red_line" for variant in found.values()):
        sheet.wrong("no_variant", "variants")
    return found


def _default(sheet: Sheet, variants: dict[str, Variant]) -> str:
    insertable = [name for name, variant in variants.items() if variant.position != "red_line"]
    value = sheet.text_of(sheet.data, "default", default=insertable[0] if insertable else "")
    if insertable and value not in insertable:
        sheet.wrong("bad_default", "default", found=value, allowed=", ".join(insertable))
        return insertable[0]
    return value


def _wordings(
    folder: Path, where: str, variants: dict[str, Variant], registers: tuple[Register, ...], problems: list[Problem]
) -> dict[tuple[str, str, str], Wording]:
    found: dict[tuple[str, str, str], Wording] = {}
    general: dict[tuple[str, str], Wording] = {}
    for path in sorted(folder.iterdir()):
        if path.name == "clause.toml" or path.name.startswith("."):
            continue
        name = f"{where}/{path.name}"
        match = FILE.fullmatch(path.name)
        if not match or match["variant"] not in variants or (match["register"] or registers[0]) not in registers:
            problems.append(Problem("library.stray_file", name, variants=", ".join(variants), registers=", ".join(registers)))
            continue
        try:
            wording = Wording(name, path.read_text("utf-8"), match["lang"])
        except (UnicodeDecodeError, OSError):
            problems.append(Problem("library.not_utf8", name))
            continue
        if match["register"]:
            found[match["variant"], match["register"], match["lang"]] = wording
        else:
            general[match["variant"], match["lang"]] = wording
    for (variant, lang), wording in general.items():
        for register in registers:
            found.setdefault((variant, register, lang), wording)
    return found
