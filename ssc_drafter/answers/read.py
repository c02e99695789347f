"""From the data of a form or a file to typed answers, with every problem at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from ssc_drafter.answers.conditions import holds
from ssc_drafter.answers.kinds import read_value, unanswered
from ssc_drafter.answers.question import Question
from ssc_drafter.answers.values import Answers, Value
from ssc_drafter.errors import Problem, Problems, raise_all


class Reading(Struct, frozen=True):
    """Answers that could be read, the problems of those that could not (by question id), and keys that are no question.

    `values` are all that were given, `proposed` the defaults of the rest. What of both counts, `in_force` says.
    """

    values: dict[str, Value]
    problems: dict[str, tuple[Problem, ...]] = {}
    proposed: dict[str, Value] = {}
    unknown: tuple[str, ...] = ()


def look(questions: Iterable[Question], mapping: Mapping[str, Any]) -> Reading:
    """Read what can be read of a mapping of question ids to plain data; never raises."""
    asked = {question.id: question for question in questions}
    values: dict[str, Value] = {}
    proposed: dict[str, Value] = {}
    problems: dict[str, tuple[Problem, ...]] = {}
    for name, question in asked.items():
        raw = mapping.get(name)
        if unanswered(raw):
            if question.default is not None and (name not in mapping or question.required):
                proposed[name] = read_value(question, question.default)
            continue
        try:
            values[name] = read_value(question, raw)
        except Problem as problem:
            problems[name] = (problem,)
        except Problems as several:
            problems[name] = several.problems
    return Reading(values, problems, proposed, tuple(name for name in mapping if name not in asked))


def in_force(questions: Iterable[Question], reading: Reading) -> dict[str, Value]:
    """Return the answers that count: those of questions that are asked, given or proposed.

    The answer of a hidden question is left out, so it is neither in the draft nor in a condition; a question hidden by a
    hidden one is hidden too (questions are settled one after the other until nothing changes).
    """
    pool = {**reading.proposed, **reading.values}
    ordered = [question for question in questions if question.id in pool]
    hidden: set[str] = set()
    for _ in range(len(ordered) + 1):
        seen = {name: value for name, value in pool.items() if name not in hidden}
        now = {question.id for question in ordered if not holds(question.condition, seen)}
        if now == hidden:
            break
        hidden = now
    return {name: value for name, value in pool.items() if name not in hidden}


def asked_now(questions: Iterable[Question], values: Mapping[str, Value]) -> list[Question]:
    """Return the questions whose condition holds with the answers in force."""
    return [question for question in questions if holds(question.condition, values)]


def missing(questions: Iterable[Question], values: Mapping[str, Value]) -> list[Question]:
    """Return the required questions that are asked and have no answer."""
    return [question for question in asked_now(questions, values) if question.required and question.id not in values]


def unknown_keys(reading: Reading, questions: Iterable[Question]) -> list[Problem]:
    """Return a problem for every key that is no question, with the nearest one that is."""
    names = [question.id for question in questions]
    problems = []
    for name in reading.unknown:
        near = difflib.get_close_matches(name, names, 1)
        key = "answers.unknown_near" if near else "answers.unknown"
        problems.append(Problem(key, name, near=near[0] if near else ""))
    return problems


def read(questions: Iterable[Question], mapping: Mapping[str, Any], kind: str = "") -> Answers:
    """Return the answers in force. Raises Problems that name every unknown or mistyped answer; missing ones stay missing."""
    asked = list(questions)
    reading = look(asked, mapping)
    found = unknown_keys(reading, asked) + [problem for several in reading.problems.values() for problem in several]
    raise_all(found)
    return Answers(kind, in_force(asked, reading))
