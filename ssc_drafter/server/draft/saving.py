"""From a form of answers to the draft that is saved; where two people saved, their answers side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from werkzeug.datastructures import MultiDict

from ssc_drafter.answers.kinds import unanswered
from ssc_drafter.answers.question import Question
from ssc_drafter.server.draft import forms
from ssc_drafter.server.draft.asked import in_words
from ssc_drafter.server.draft.body import Body
from ssc_drafter.server.gate.ground import whole_number

MOST_ASKED = 1000


class Difference(Struct, frozen=True):
    """A question that two people answered differently, in words. `mine_first` says that only mine was changed."""

    id: str
    label: str
    mine: str
    theirs: str
    mine_first: bool


def typed(form: MultiDict[str, str], questions: Mapping[str, Question], body: Body) -> dict[str, Any]:
    """Return all answers of a draft after a form: those that it asked as typed, the others as they were."""
    fields = {name: form.getlist(name) for name in form}
    answers = dict(body.answers)
    for name in form.getlist("asked")[:MOST_ASKED]:
        question = questions.get(name)
        if question is None:
            continue
        value = forms.plain(question, fields, body.lang, answers.get(name))
        _keep(answers, question, value)
    return answers


def to_look_at(
    questions: Mapping[str, Question], before: Body, answers: Mapping[str, Any], looked: str = ""
) -> tuple[str, ...]:
    """Return the questions whose kept answers want another look: what they depended on was answered otherwise since.

    A question leaves the list when its own answer changes, or when the person says that it still fits (`looked`).
    """
    changed = {name for name in questions if answers.get(name) != before.answers.get(name)}
    touched = set(changed)
    for question in questions.values():  # in their order: a condition looks at what was asked before
        if question.condition and touched.intersection(question.condition.questions()):
            touched.add(question.id)
    due = [name for name in questions if name in {*before.again, *touched} and name not in {*changed, looked}]
    return tuple(name for name in due if name in before.answers and name in answers)


def _keep(answers: dict[str, Any], question: Question, value: Any) -> None:
    """Keep an answer. One that is still the proposed one stays a proposal; a field that was emptied is remembered as empty."""
    name = question.id
    if name not in answers and (value == question.default or (unanswered(value) and question.default is None)):
        return
    if unanswered(value) and question.required:
        answers.pop(name, None)
        return
    answers[name] = value


def with_rows(form: MultiDict[str, str], questions: Mapping[str, Question], answers: dict[str, Any]) -> dict[str, Any]:
    """Return the answers after a press of "add" or "take out" beside a row of a list."""
    add, remove = form.get("add", ""), form.get("remove", "")
    name, _, place = remove.rpartition("~") if remove else (add, "", "")
    question = questions.get(name)
    if question is None or question.kind not in ("list", "parties"):
        return answers
    rows = list(answers.get(name) or question.default or [])
    if 0 <= (row := whole_number(place, -1)) < len(rows):
        del rows[row]
    elif add:
        rows.append({"capacity": "government"} if question.kind == "parties" else {})
    return {**answers, name: rows}


def differences(
    questions: Iterable[Question], base: Body, mine: Mapping[str, Any], theirs: Mapping[str, Any], lang: str
) -> list[Difference]:
    """Return the questions whose answers differ between mine and theirs, both begun on `base`."""
    found = []
    for question in questions:
        name = question.id
        if mine.get(name) == theirs.get(name):
            continue
        found.append(
            Difference(
                name,
                question.words(question.ask, lang) or name,
                _said(question, mine.get(name), lang),
                _said(question, theirs.get(name), lang),
                theirs.get(name) == base.answers.get(name),
            )
        )
    return found


def _said(question: Question, value: Any, lang: str) -> str:
    if unanswered(value):
        return ""
    try:
        return in_words(question, value, lang)
    except (TypeError, ValueError, AttributeError):  # what was typed cannot be read: show it as it is
        return str(value)


def chosen(form: MultiDict[str, str], mine: Mapping[str, Any], theirs: Body) -> Body:
    """Return the draft as it was chosen question by question: theirs, with mine wherever mine was kept."""
    answers = dict(theirs.answers)
    for name in {*mine, *answers}:
        if form.get(f"keep~{name}") == "mine":
            if name in mine:
                answers[name] = mine[name]
            else:
                answers.pop(name, None)
    return replace(theirs, answers=answers)
