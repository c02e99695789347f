"""Questions as the page shows them: label, hint, what was typed, what is wrong with it in words, what is proposed and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from ssc_drafter.answers.kinds import unanswered
from ssc_drafter.answers.question import Question
from ssc_drafter.answers.values import Choice, Money, Percent, Value, Words
from ssc_drafter.errors import Problem
from ssc_drafter.language.lists import joined
from ssc_drafter.language.numbers import day, figures, money, percent
from ssc_drafter.server.draft import forms
from ssc_drafter.server.draft.shelf import capacities, draft_tongues, roles, states, tongue_name
from ssc_drafter.words import say

FEW = 7  # choices shown as radio buttons; more become a list to open
GROUPED = frozenset({"yes_no", "choices", "languages", "money", "body", "party", "parties", "list"})
TONGUES = ("en", "fr", "es", "pt", "ar", "ru", "zh")


class Column(Struct, frozen=True):
    """A column of a list question."""

    id: str
    kind: str
    label: str
    required: bool
    choices: tuple[tuple[str, str], ...] = ()


class Asked(Struct, frozen=True, kw_only=True):
    """One question on the page. `parts` are the strings in its fields, `ticked` the boxes that are ticked."""

    id: str
    kind: str
    label: str
    hidden: bool = False
    required: bool = True
    hint: str = ""
    help: str = ""
    message: str = ""
    proposed: str = ""
    proposed_why: str = ""
    follows: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    open: bool = False
    grouped: bool = False
    parts: dict[str, str] = {}
    ticked: tuple[str, ...] = ()
    rows: tuple[dict[str, str], ...] = ()
    columns: tuple[Column, ...] = ()
    wrong_cells: tuple[str, ...] = ()  # the names of fields of a list in which something is wrong
    tongues: tuple[tuple[str, str], ...] = ()
    countries: tuple[tuple[str, str], ...] = ()
    capacities: tuple[tuple[str, str], ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    answered: bool = False
    again: bool = False  # an answer that this one depended on has changed since

    def value(self, part: str = "") -> str:
        """Return what stands in one of its fields."""
        return self.parts.get(part, "")

    def values(self) -> tuple[str, ...]:
        """Return the boxes that are ticked."""
        return self.ticked

    @property
    def described(self) -> str:
        """The ids of what a screen reader says with the field."""
        return f"h-{self.id} m-{self.id}" if self.hint else f"m-{self.id}"


class Setting(Struct, frozen=True):
    """What every question of a page needs: the languages of page and draft, what was typed, what counts."""

    lang: str
    draft_lang: str
    typed: Mapping[str, Any]
    values: Mapping[str, Value]
    problems: Mapping[str, tuple[Problem, ...]]
    questions: Mapping[str, Question]
    hidden: frozenset[str] = frozenset()
    triangular: bool = False
    again: tuple[str, ...] = ()
    named: tuple[tuple[str, str], ...] = ()  # fictional States that are known by name


def asked(question: Question, at: Setting, *, due: bool = False) -> Asked:
    """Return a question as it stands. `due` says that it must be answered now: an empty field then has its message."""
    if question.id in at.hidden:
        return Asked(id=question.id, kind=question.kind, label="", hidden=True)
    kind = question.kind
    value = at.typed.get(question.id)
    if question.id not in at.typed and question.default is not None:
        value = question.default
    choices = _choices(question, at)
    return Asked(
        id=question.id,
        kind=kind,
        label=_label(question, at.lang),
        required=question.required,
        hint=_hint(question, at.lang),
        help=question.words(question.help, at.lang),
        message=_message(question, value, at, due),
        proposed=_proposed(question, at.lang),
        proposed_why=question.words(question.default_reason, at.lang),
        follows=_follows(question, at),
        choices=choices,
        open=question.open and kind == "choices",
        grouped=kind in GROUPED or (kind == "choice" and len(choices) <= FEW),
        parts=forms.parts_of(question, value, at.draft_lang),
        ticked=tuple(forms.chosen_of(value)) if kind in ("choices", "languages") else (),
        rows=_rows(question, value),
        wrong_cells=_wrong_cells(question, value, at),
        columns=tuple(_column(one, at) for one in question.columns.values()),
        tongues=draft_tongues(at.lang) if kind in ("body", "party", "parties") else (),
        countries=states(at.lang, at.named) if kind in ("party", "parties") else (),
        capacities=capacities(at.lang) if kind in ("party", "parties") else (),
        roles=roles(at.lang) if at.triangular and kind in ("party", "parties") else (),
        answered=question.id in at.values,
        again=question.id in at.again,
    )


def _choices(question: Question, at: Setting) -> tuple[tuple[str, str], ...]:
    if question.kind == "yes_no":
        return ("yes", say("pages.yes", at.lang)), ("no", say("pages.no", at.lang))
    if question.kind == "languages":
        return tuple((code, tongue_name(code, at.lang)) for code in TONGUES)
    return tuple((one, question.words(words, at.lang)) for one, words in question.choices.items())


def _rows(question: Question, value: Any) -> tuple[dict[str, str], ...]:
    if question.kind not in ("list", "party", "parties"):
        return ()
    rows = forms.rows_of(question, value if isinstance(value, list | tuple) else [value] if value else [])
    while len(rows) < (2 if question.kind == "parties" else 1):
        rows.append({})
    return tuple(rows)


def _column(column: Question, at: Setting) -> Column:
    choices = tuple((one, column.words(words, at.lang)) for one, words in column.choices.items())
    return Column(column.id, column.kind, _label(column, at.lang), column.required, choices)


def _hint(question: Question, lang: str) -> str:
    if question.kind == "date":
        return say("pages.date_hint", lang)
    if question.kind == "money":
        return say("pages.money_hint", lang)
    if question.kind in ("number", "percent") and question.least is not None and question.most is not None:
        return say("pages.range_hint", lang, least=figures(question.least, lang), most=figures(question.most, lang))
    return ""


def _follows(question: Question, at: Setting) -> str:
    """Return which question brought this one up, where its condition names one."""
    if question.condition is None:
        return ""
    before = next((at.questions[one] for one in question.condition.questions() if one in at.questions), None)
    return say("pages.follows", at.lang, question=before.words(before.ask, at.lang)) if before else ""


def _label(question: Question, lang: str) -> str:
    """Return what is asked. The page marks what is optional by itself."""
    words = question.words(question.ask, lang) or question.id
    return words if question.required else words.replace(f" {say('pages.optional', lang)}", "")


def _message(question: Question, value: Any, at: Setting, due: bool) -> str:
    if question.id in at.problems:
        return " ".join(dict.fromkeys(_sentences(question, at.problems[question.id], value, at.lang)))
    return say("pages.missing_answer", at.lang) if due and question.required and question.id not in at.values else ""


def _sentences(question: Question, problems: Iterable[Problem], value: Any, lang: str) -> Iterable[str]:
    """Yield what to write: of a list by entry and column, the empty columns of an entry in one sentence."""
    empty: dict[int, list[str]] = {}
    for problem in problems:
        place, column = _cell(question, problem, value)
        if column is None:
            yield _said(question, problem, lang)
        elif problem.key == "answers.cell_missing":
            empty.setdefault(place, []).append(_label(column, lang))
        else:
            yield say("pages.cell_wrong", lang, entry=place + 1, column=_label(column, lang), what=_said(column, problem, lang))
    for place, columns in empty.items():
        yield say("pages.cells_missing", lang, entry=place + 1, columns=joined(columns, lang))


def _cell(question: Question, problem: Problem, value: Any) -> tuple[int, Question | None]:
    """Return the row, as the page shows it, and the column that a problem of a list is about; None where it is about none."""
    found = re.fullmatch(r"\[(\d+)\]\.(\w+)", problem.where.removeprefix(question.id))
    if question.kind != "list" or found is None or found[2] not in question.columns:
        return 0, None
    given = [place for place, row in enumerate(value) if not unanswered(row)] if isinstance(value, list | tuple) else []
    place = int(found[1]) - 1
    return given[place] if place < len(given) else place, question.columns[found[2]]


def _wrong_cells(question: Question, value: Any, at: Setting) -> tuple[str, ...]:
    cells = [_cell(question, one, value) for one in at.problems.get(question.id, ())]
    return tuple(f"{question.id}~{place}~{column.id}" for place, column in cells if column is not None)


def _said(question: Question, problem: Problem, lang: str) -> str:
    """Return what to write. The forms have better words than a file of answers for some mistakes."""
    name, found = problem.key.partition(".")[2], problem.values.get("found", "")
    if name in ("not_date", "half_date"):
        return say("pages.date_half" if name == "half_date" else "pages.date_words", lang, found=found)
    if name == "not_number" and question.least is not None and "." not in problem.where.removeprefix(question.id):
        least, most = figures(question.least, lang), question.most
        if most is None:
            return say("pages.number_least", lang, least=least, found=found)
        return say("pages.number_between", lang, least=least, most=figures(most, lang), found=found)
    if name == "not_choice":
        return say("pages.choose_one", lang)
    text = say(problem.key, lang, **problem.values)
    return text[:1].upper() + text[1:]


# ---- answers in words ------------------------------------------------------------------------------------------------
def _proposed(question: Question, lang: str) -> str:
    return in_words(question, question.default, lang) if question.default is not None else ""


def in_words(question: Question, value: Any, lang: str) -> str:
    """Return an answer, typed or plain, as a person would say it: for a proposed answer and for two answers side by side."""
    if question.kind == "yes_no":
        return say("pages.yes" if value in (True, "yes") else "pages.no", lang)
    if question.kind == "languages":
        return joined([tongue_name(str(one), lang) for one in value], lang)
    if question.kind == "choices":
        return "; ".join(_choice(question, one, lang) for one in value)
    if question.kind == "choice":
        return _choice(question, value, lang)
    if question.kind in ("party", "parties", "list"):
        return "\n".join(_row(one) for one in (value if isinstance(value, list | tuple) else [value]))
    return _plain(value, lang)


def _choice(question: Question, value: Any, lang: str) -> str:
    key = value.words if isinstance(value, Choice) else str(value)
    return question.words(question.choices.get(key, {}), lang) or key


def _plain(value: Any, lang: str) -> str:
    if isinstance(value, Words):
        return value.in_(lang)
    if isinstance(value, Money):
        return money(value.amount, value.currency, lang)
    if isinstance(value, Percent):
        return percent(value.amount, lang)
    if isinstance(value, date):
        return day(value, lang)
    if isinstance(value, Mapping) and set(value) == {"amount", "currency"}:
        return f"{value['currency']} {value['amount']}"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return figures(value, lang)
    return forms.shown(value, lang)


def _row(value: Any) -> str:
    if not isinstance(value, Mapping):
        return str(value)
    return ", ".join(text for text in _leaves(value) if text)


def _leaves(value: Any) -> Iterable[str]:
    if isinstance(value, Mapping):
        for one in value.values():
            yield from _leaves(one)
    elif value is not None:
        yield str(value)
