"""Slots and common questions: from a TOML table to a Question, with everything checked that can be checked early."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import msgspec

from ssc_drafter.answers.conditions import Condition, read_condition
from ssc_drafter.answers.kinds import read_value
from ssc_drafter.answers.question import COLUMN_KINDS, LISTS, Kind, Question
from ssc_drafter.errors import Problem, Problems
from ssc_drafter.library.tables import Sheet

KINDS = get_args(Kind)
FIELDS = (
    "kind", "ask", "help", "default", "default_reason", "required", "least", "most", "decimals", "open",
    "choices", "phrases", "columns", "sample", "if",
)  # fmt: skip


def read_slots(sheet: Sheet, name: str = "slots") -> dict[str, Question]:
    """Return the questions of a table of slots."""
    tables = sheet.table(sheet.data, name)
    found = {}
    for slot, table in tables.items():
        if isinstance(table, dict):
            found[slot] = read_slot(sheet, slot, table, f"{name}.{slot}")
        else:
            sheet.wrong("not_table", f"{name}.{slot}", name=slot)
    return found


def read_slot(sheet: Sheet, slot: str, table: Mapping[str, Any], at: str) -> Question:
    """Return one question. Its default and sample are read as an answer would be, so that neither can be wrong."""
    sheet.only(table, FIELDS, at)
    kind = sheet.one_of(table, "kind", KINDS, at, "text")
    question = Question(
        id=slot,
        slot=slot,
        kind=kind,  # type: ignore[arg-type]
        ask=sheet.words(table, "ask", at, needed=True),
        help=sheet.words(table, "help", at),
        default=table.get("default"),
        default_reason=sheet.words(table, "default_reason", at),
        required=_flag(sheet, table, "required", at, True),
        least=_number(sheet, table, "least", at),
        most=_number(sheet, table, "most", at),
        decimals=int(_number(sheet, table, "decimals", at) or 0),
        open=_flag(sheet, table, "open", at, False),
        choices=_choices(sheet, table, "choices", at),
        phrases=_choices(sheet, table, "phrases", at),
        columns=_columns(sheet, table, at) if kind == "list" else {},
        sample=table.get("sample"),
        condition=condition(sheet, table, at),
    )
    _judge(sheet, question, at)
    return question


def condition(sheet: Sheet, table: Mapping[str, Any], at: str) -> Condition | None:
    """Return the condition under `if`, or None."""
    if "if" not in table:
        return None
    try:
        return read_condition(table["if"], f"{sheet.where}:{sheet.line(at + '.if')}")
    except Problem as problem:
        sheet.problems.append(problem)
        return None


def overridden(sheet: Sheet, question: Question, table: Mapping[str, Any], at: str) -> Question:
    """Return the question with what an outline's questions.toml says otherwise."""
    sheet.only(table, ("ask", "help", "default", "default_reason", "required", "least", "most", "if", "sample"), at)
    other: dict[str, Any] = {}
    for name in ("ask", "help", "default_reason"):
        if name in table:
            other[name] = sheet.words(table, name, at)
    for name in ("default", "sample"):
        if name in table:
            other[name] = table[name]
    for name in ("least", "most"):
        if name in table:
            other[name] = _number(sheet, table, name, at)
    if "required" in table:
        other["required"] = _flag(sheet, table, "required", at, True)
    if "if" in table:
        other["condition"] = condition(sheet, table, at)
    changed = msgspec.structs.replace(question, **other)
    _judge(sheet, changed if "sample" in table else msgspec.structs.replace(changed, sample=None), at)
    return changed


def _judge(sheet: Sheet, question: Question, at: str) -> None:
    if question.kind in ("choice", "choices") and not question.choices and not question.open:
        sheet.wrong("no_choices", at)
    for name in question.phrases:
        if name not in question.choices:
            sheet.wrong("phrase_without_choice", f"{at}.phrases.{name}", name=name)
    if question.default is not None and not question.default_reason:
        sheet.wrong("default_without_reason", f"{at}.default")
    if question.kind == "list" and not question.columns:
        sheet.wrong("no_columns", at)
    if question.open and question.kind not in ("choice", "choices"):
        sheet.wrong("open_without_choices", f"{at}.open")
    for name in ("default", "sample"):
        value = getattr(question, name)
        if value is not None:
            _readable(sheet, question, value, f"{at}.{name}")


def _readable(sheet: Sheet, question: Question, value: Any, at: str) -> None:
    try:
        read_value(question, value)
    except Problem as problem:
        sheet.wrong("bad_value", at, detail=problem.sentence())
    except Problems as several:
        sheet.wrong("bad_value", at, detail=" ".join(several.sentences()))


def _flag(sheet: Sheet, table: Mapping[str, Any], name: str, at: str, default: bool) -> bool:
    value = table.get(name, default)
    if not isinstance(value, bool):
        sheet.wrong("not_flag", f"{at}.{name}", name=name)
        return default
    return value


def _number(sheet: Sheet, table: Mapping[str, Any], name: str, at: str) -> float | None:
    value = table.get(name)
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    sheet.wrong("not_number", f"{at}.{name}", name=name)
    return None


def _choices(sheet: Sheet, table: Mapping[str, Any], name: str, at: str) -> dict[str, dict[str, str]]:
    choices = sheet.table(table, name, at)
    return {choice: sheet.words(choices, choice, f"{at}.{name}") for choice in choices}


def _columns(sheet: Sheet, table: Mapping[str, Any], at: str) -> dict[str, Question]:
    columns = {}
    for name, column in sheet.table(table, "columns", at).items():
        place = f"{at}.columns.{name}"
        if not isinstance(column, dict):
            sheet.wrong("not_table", place, name=name)
            continue
        columns[name] = read_slot(sheet, name, column, place)
        if columns[name].kind not in COLUMN_KINDS:
            sheet.wrong("column_kind", f"{place}.kind", allowed=", ".join(sorted(COLUMN_KINDS)))
    return columns


def is_list(question: Question) -> bool:
    """Return whether a wording may go through the answers of this question one by one."""
    return question.kind in LISTS
