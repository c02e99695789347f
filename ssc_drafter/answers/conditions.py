"""Conditions on answers, as data: one question and one test, or all, any, not of such."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from ssc_drafter.errors import Problem

TESTS = ("is", "has", "answered", "at_least", "at_most", "more_than")


class Condition(Struct, frozen=True):
    """Either `question`, `test` and `value`, or `join` ("all", "any", "not") of `parts`."""

    join: str = ""
    parts: tuple[Condition, ...] = ()
    question: str = ""
    test: str = ""
    value: Any = None

    def questions(self) -> Iterator[str]:
        """Yield the ids of the questions that this condition looks at."""
        if self.question:
            yield self.question
        for part in self.parts:
            yield from part.questions()


def read_condition(raw: Any, where: str) -> Condition:
    """Return the condition that a table of a TOML file states. Raises Problem when it states none."""
    if isinstance(raw, Mapping) and len(raw) == 1:
        join, inner = next(iter(raw.items()))
        if join in ("all", "any") and isinstance(inner, list) and inner:
            return Condition(join=join, parts=tuple(read_condition(one, where) for one in inner))
        if join == "not":
            return Condition(join="not", parts=(read_condition(inner, where),))
    if isinstance(raw, Mapping) and len(raw) == 2 and isinstance(raw.get("question"), str):
        test = next(key for key in raw if key != "question")
        if test in TESTS:
            return Condition(question=raw["question"], test=test, value=raw[test])
    raise Problem("answers.bad_condition", where, tests=", ".join(TESTS))


def holds(condition: Condition | None, answers: Mapping[str, Any]) -> bool:
    """Return whether the condition holds. A question without an answer fails every test but `answered = false`."""
    if condition is None:
        return True
    if condition.join == "not":
        return not holds(condition.parts[0], answers)
    if condition.join:
        return (all if condition.join == "all" else any)(holds(part, answers) for part in condition.parts)
    value = answers.get(condition.question)
    if condition.test == "answered":
        return (value is not None) == bool(condition.value)
    if value is None:
        return False
    return _passes(value, condition.test, condition.value)


def _passes(value: Any, test: str, wanted: Any) -> bool:
    if test == "is":
        return bool(value == wanted)
    if test == "has":
        return isinstance(value, tuple) and wanted in value
    measure = value if isinstance(value, int | float) else getattr(value, "amount", None)
    if measure is None:
        measure = len(value)
    if test == "at_least":
        return bool(measure >= wanted)
    return bool(measure <= wanted) if test == "at_most" else bool(measure > wanted)
