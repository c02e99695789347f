"""A wording: the text of a clause, held by the gate, compiled when first used, rendered in the sandbox.

This is the one door to Jinja for clauses. What comes out is text with marks (marks.py), never markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ssc_drafter.errors import Problem
from ssc_drafter.library.gate import Passed, Vocabulary, inspect
from ssc_drafter.library.marks import LINE, LINE_END, decoded_length

LONGEST_OUTPUT = 200_000
LONGEST_RAW = 4_000_000
COMPILING = Lock()


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
        self._template: Template | None = None
        self._environment: Environment | None = None

    def hold(self, environment: Environment, vocabulary: Vocabulary) -> list[Problem]:
        """Let the gate look at it; return every problem. A wording with problems is never compiled."""
        self.passed, problems = inspect(environment, self.source, self.where, vocabulary)
        if problems:
            self.passed = Passed(None)
        else:
            self._environment = environment
        return problems

    def render(self, context: Mapping[str, Any]) -> str:
        """Return the text with marks. Raises Problem naming the file when the gate refused it or it cannot be rendered."""
        template = self._compiled()
        parts, length = [f"{LINE}1{LINE_END}"], 0
        try:
            for part in template.generate(context):
                length += len(part)
                if length > LONGEST_RAW:
                    raise Problem("library.output_long", self.where, most=LONGEST_OUTPUT)
                parts.append(part)
        except Problem as problem:
            raise problem if problem.where else Problem(problem.key, self.where, **problem.values) from None
        except (TemplateError, TypeError, ValueError, KeyError, ArithmeticError) as error:
            raise Problem("library.not_rendered", self.where, detail=error) from None
        text = "".join(parts)
        if decoded_length(text) > LONGEST_OUTPUT:
            raise Problem("library.output_long", self.where, most=LONGEST_OUTPUT)
        return text

    def _compiled(self) -> Template:
        with COMPILING:  # two pages may want the same wording at once, and marking changes its tree
            if self._template is None:
                if self.passed.tree is None or self._environment is None:
                    raise Problem("library.not_passed", self.where)
                _mark_answers(self.passed.tree, frozenset(self.passed.slots), {})
                code = self._environment.compile(self.passed.tree, self.where, self.where)
                self._template = Template.from_code(self._environment, code, {}, None)
            return self._template


def _mark_answers(node: nodes.Node, slots: frozenset[str], loops: dict[str, str]) -> None:
    """Put `_say` round every printed answer and the number of its line before every line of the text."""
    if isinstance(node, nodes.Output):
        node.nodes = [_marked(child, slots, loops) for child in node.nodes]
        return
    if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
        loops = {**loops, node.target.name: _root(node.iter) or ""}
    for child in node.iter_child_nodes():
        _mark_answers(child, slots, loops)


def _marked(node: nodes.Expr, slots: frozenset[str], loops: dict[str, str]) -> nodes.Expr:
    if isinstance(node, nodes.TemplateData):
        first, *rest = node.data.split("\n")
        lines = [f"{LINE}{node.lineno + place}{LINE_END}{line}" for place, line in enumerate(rest, 1)]
        node.data = "\n".join([first, *lines])
        return node
    if isinstance(node, nodes.CondExpr):
        node.expr1 = _marked(node.expr1, slots, loops)
        node.expr2 = _marked(node.expr2, slots, loops) if node.expr2 else None
        return node
    name = _root(node)
    slot = loops.get(name or "", name or "")
    if slot in slots:
        say = nodes.Filter(node, "_say", [nodes.Const(slot)], [], None, None, lineno=node.lineno)
        if node.environment:
            say.set_environment(node.environment)
        return say
    return node


def _root(node: nodes.Node | None) -> str | None:
    while isinstance(node, nodes.Filter | nodes.Getattr):
        node = node.node
    return node.name if isinstance(node, nodes.Name) else None
