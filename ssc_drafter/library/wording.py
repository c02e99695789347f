"""A wording: the text of a clause, held by the gate, made into steps when first used (steps.py), rendered with nothing else.

This is the one door to Jinja for clauses. What comes out is text with marks (marks.py), never markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ssc_drafter.errors import Problem
from ssc_drafter.library.gate import Passed, Vocabulary, inspect
from ssc_drafter.library.marks import LINE, LINE_END, decoded_length
from ssc_drafter.library.steps import Step, steps

LONGEST_OUTPUT = 200_000
LONGEST_RAW = 4_000_000


class Environment(ImmutableSandboxedEnvironment):
    """Jinja with nothing callable, no attribute of any object, and entries of plain dicts only."""

    def __init__(self) -> None:
        super().__init__(autoescape=False, undefined=StrictUndefined, optimized=False, finalize=_only_text, cache_size=0)
        self.globals.clear()
        self.filters.clear()
        self.tests.clear()

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return False

    def is_safe_callable(self, obj: Any) -> bool:
        return False

    def getattr(self, obj: Any, attribute: str) -> Any:
        from ssc_drafter.library.speech import Gap

        if isinstance(obj, Gap):
            return obj.field(attribute)
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        raise Problem("library.unknown_field", name="", field=attribute, known="-")

    def getitem(self, obj: Any, argument: Any) -> Any:
        raise Problem("library.not_allowed", name="Getitem")


def _only_text(value: Any) -> str:
    if type(value) is dict:
        return str(value.get("", value.get("name", "")))
    if isinstance(value, str):
        return value
    raise Problem("library.not_text", found=type(value).__name__)


class Wording:
    """One text. `passed` is what the gate saw; None until `hold` was called."""

    def __init__(self, where: str, source: str, lang: str) -> None:
        self.where, self.source, self.lang = where, source.replace("\r\n", "\n"), lang
        self.passed = Passed(None)
        self._said: Step | None = None
        self._environment: Environment | None = None

    def hold(self, environment: Environment, vocabulary: Vocabulary) -> list[Problem]:
        """Let the gate look at it; return every problem. A wording with problems is never rendered."""
        self.passed, problems = inspect(environment, self.source, self.where, vocabulary)
        if problems:
            self.passed = Passed(None)
        else:
            self._environment = environment
        return problems

    def render(self, context: Mapping[str, Any]) -> str:
        """Return the text with marks. Raises Problem naming the file when the gate refused it or it cannot be rendered."""
        parts, length = [f"{LINE}1{LINE_END}"], 0

        def put(part: str) -> None:
            nonlocal length
            length += len(part)
            if length > LONGEST_RAW:
                raise Problem("library.output_long", self.where, most=LONGEST_OUTPUT)
            parts.append(part)

        try:
            self._made()(dict(context), put)
        except Problem as problem:
            raise problem if problem.where else Problem(problem.key, self.where, **problem.values) from None
        except (TemplateError, TypeError, ValueError, KeyError, ArithmeticError) as error:
            raise Problem("library.not_rendered", self.where, detail=error) from None
        text = "".join(parts)
        if decoded_length(text) > LONGEST_OUTPUT:
            raise Problem("library.output_long", self.where, most=LONGEST_OUTPUT)
        return text

    def _made(self) -> Step:
        if self._said is None:
            if self.passed.tree is None or self._environment is None:
                raise Problem("library.not_passed", self.where)
            self._said = steps(self._environment, self.passed.tree, frozenset(self.passed.slots))
        return self._said
