"""A kind of instrument: its outline and its questionnaire, from templates/<kind>/."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from pathlib import Path
from typing import Any, get_args

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.answers.conditions import Condition, read_condition
from ssc_drafter.answers.question import Question
from ssc_drafter.errors import Problem
from ssc_drafter.language.tongue import languages, tongue
from ssc_drafter.library.clause import PAGES
from ssc_drafter.library.slots import condition, overridden, read_slot
from ssc_drafter.library.tables import Sheet
from ssc_drafter.tree.nodes import Register

UNITS = ("article", "paragraph", "section", "number")
REGISTER = "register"  # the question that decides between the two registers of a kind


class Preset(Struct, frozen=True):
    """A variant that is preset where a condition holds."""

    variant: str
    condition: Condition


class Part(Struct, frozen=True):
    """One clause in its place in the outline. `offered` variants, the first preset; `offer` parts are not in at first."""

    name: str
    clause: str
    offered: tuple[str, ...] = ()
    presets: tuple[Preset, ...] = ()
    condition: Condition | None = None
    offer: bool = False
    page: str = ""  # of an annex: as its clause says, where the outline says nothing


class Group(Struct, frozen=True):
    """Questions that are asked together."""

    id: str
    title: dict[str, str]
    questions: tuple[str, ...]
    help: dict[str, str] = {}


class Kind(Struct, frozen=True):
    """A kind of instrument as its two files state it. `questions` are the kind's own, `overrides` what it says of others'.

    A kind that may stand in both registers has a `twin`: the same kind in its other register. `both` is true of the two.
    """

    id: str
    title: dict[str, str]
    register: Register
    unit: str
    instrument: dict[str, tuple[str, str]]  # language: name, gender
    parts: tuple[Part, ...]
    groups: tuple[Group, ...]
    questions: dict[str, Question]
    overrides: dict[str, Mapping[str, Any]]
    samples: tuple[Path, ...]
    outline: Sheet
    sheet: Sheet
    about: dict[str, str] = {}
    both: bool = False
    twin: Kind | None = None

    @property
    def registers(self) -> tuple[Register, ...]:
        """The registers in which it may stand, the usual one first."""
        return (self.register, self.twin.register) if self.twin else (self.register,)

    def of(self, values: Mapping[str, Any]) -> Kind:
        """Return the kind in the register that the answers choose: itself or its twin."""
        chosen = values.get(REGISTER)
        return self.twin if self.twin and chosen == self.twin.register else self

    def part(self, name: str) -> Part | None:
        """Return the part of that name."""
        return next((part for part in self.parts if part.name == name), None)


def read_kind(folder: Path, where: str, problems: list[Problem]) -> Kind:
    """Return the kind of instrument of a folder, adding to `problems` whatever is wrong in its files."""
    outline = Sheet(folder / "outline.toml", f"{where}/outline.toml", problems)
    outline.only(outline.data, ("title", "about", "register", "unit", "instrument", "part", *get_args(Register)))
    sheet = Sheet(folder / "questions.toml", f"{where}/questions.toml", problems)
    sheet.only(sheet.data, ("group", "question"))
    own, overrides = _questions(sheet)
    kind = Kind(
        id=folder.name,
        title=outline.words(outline.data, "title", needed=bool(outline.data)),
        register=outline.one_of(outline.data, "register", get_args(Register), default="binding"),  # type: ignore[arg-type]
        unit=outline.one_of(outline.data, "unit", UNITS, default="article"),
        instrument=_instrument(outline, outline.data),
        parts=_parts(outline),
        groups=_groups(sheet),
        questions=own,
        overrides=overrides,
        samples=tuple(sorted((folder / "samples").glob("*.yaml"))),
        outline=outline,
        sheet=sheet,
        about=outline.words(outline.data, "about"),
    )
    return _with_twin(outline, kind)


def _with_twin(outline: Sheet, kind: Kind) -> Kind:
    """Return the kind with its twin, where the outline has a table named after the other register."""
    (other,) = [one for one in get_args(Register) if one != kind.register]
    if kind.register in outline.data:
        outline.wrong("own_register", kind.register, register=kind.register)
    if other not in outline.data:
        return kind
    table = outline.table(outline.data, other)
    outline.only(table, ("title", "unit", "instrument"), other)
    if REGISTER not in kind.questions:
        outline.wrong("no_register_question", other, register=other)
    twin = replace(
        kind,
        register=other,
        both=True,
        title=outline.words(table, "title", other) or kind.title,
        unit=outline.one_of(table, "unit", UNITS, other, kind.unit),
        instrument=_instrument(outline, table, other) or kind.instrument,
    )
    return replace(kind, both=True, twin=twin)


def _instrument(sheet: Sheet, data: dict[str, Any], within: str = "") -> dict[str, tuple[str, str]]:
    found = {}
    tables = sheet.table(data, "instrument")
    for lang in tables:
        table = sheet.table(tables, lang, "instrument")
        sheet.only(table, ("name", "gender"), f"instrument.{lang}")
        found[lang] = (sheet.text_of(table, "name", f"instrument.{lang}"), _gender(sheet, lang, table))
    if data and not found and not within:
        sheet.wrong("missing_key", "instrument", name="instrument")
    return found


def _gender(sheet: Sheet, lang: str, table: dict[str, Any]) -> str:
    """Return the gender of an instrument's name. Without one a language that has genders would print no article at all."""
    given = sheet.text_of(table, "gender", default="none")
    genders = [one for one in tongue(lang).articles if one not in ("none", "elided")] if lang in languages() else []
    if "m" in genders and given not in genders:
        sheet.wrong(
            "instrument_gender", f"instrument.{lang}", name=table.get("name", ""), language=lang, genders=", ".join(genders)
        )
    return given


def _tables(sheet: Sheet, name: str) -> list[dict[str, Any]]:
    value = sheet.data.get(name, [])
    if isinstance(value, list) and all(isinstance(one, dict) for one in value):
        return value
    sheet.wrong("not_tables", name, name=name)
    return []


def _parts(sheet: Sheet) -> tuple[Part, ...]:
    found: list[Part] = []
    for table in _tables(sheet, "part"):
        at = f"part.{table.get('clause', '')}"
        sheet.only(table, ("clause", "name", "variants", "if", "presets", "offer", "page"), at)
        clause = sheet.text_of(table, "clause", at)
        name = sheet.text_of(table, "name", at, default=clause.rpartition("/")[2])
        if any(part.name == name for part in found):
            sheet.wrong("part_twice", at, name=name)
            continue
        found.append(
            Part(
                name=name,
                clause=clause,
                offered=sheet.texts(table, "variants", at),
                presets=_presets(sheet, table, at),
                condition=condition(sheet, table, at),
                offer=bool(table.get("offer", False)),
                page=sheet.one_of(table, "page", PAGES, at) if "page" in table else "",
            )
        )
    return tuple(found)


def _presets(sheet: Sheet, table: dict[str, Any], at: str) -> tuple[Preset, ...]:
    found = []
    for one in table.get("presets", []):
        try:
            found.append(Preset(str(one["variant"]), read_condition(one["if"], f"{sheet.where}:{sheet.line(at)}")))
        except (KeyError, TypeError):
            sheet.wrong("bad_preset", at)
        except Problem as problem:
            sheet.problems.append(problem)
    return tuple(found)


def _groups(sheet: Sheet) -> tuple[Group, ...]:
    found = []
    for table in _tables(sheet, "group"):
        at = f"group.{table.get('id', '')}"
        sheet.only(table, ("id", "title", "help", "questions"), at)
        found.append(
            Group(
                sheet.text_of(table, "id", at),
                sheet.words(table, "title", at, needed=True),
                sheet.texts(table, "questions", at),
                sheet.words(table, "help", at),
            )
        )
    return tuple(found)


def _questions(sheet: Sheet) -> tuple[dict[str, Question], dict[str, Mapping[str, Any]]]:
    own: dict[str, Question] = {}
    overrides: dict[str, Mapping[str, Any]] = {}
    for name, table in sheet.table(sheet.data, "question").items():
        if not isinstance(table, dict):
            sheet.wrong("not_table", f"question.{name}", name=name)
        elif "kind" in table:
            own[name] = read_slot(sheet, name, table, f"question.{name}")
        else:
            overrides[name] = table
    return own, overrides


def override(kind: Kind, question: Question, problems: list[Problem] | None = None) -> Question:
    """Return a question with what this kind says of it. What is wrong in that goes to `problems`, for who asks for it."""
    table = kind.overrides.get(question.id)
    if not table:
        return question
    sheet = copy(kind.sheet)
    sheet.problems = [] if problems is None else problems
    return overridden(sheet, question, table, f"question.{question.id}")
