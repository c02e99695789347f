"""The steps of a wording say what Jinja would say; what the gate never lets through they refuse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import shelf
from jinja2 import Template, nodes
from rowwise import each_row

from ssc_drafter.errors import Problem, Problems
from ssc_drafter.library import made
from ssc_drafter.library.check import _tried, instrument
from ssc_drafter.library.clause import Clause
from ssc_drafter.library.marks import LINE, LINE_END
from ssc_drafter.library.steps import _numbered, _root, steps
from ssc_drafter.library.wording import Environment, Wording


def of_jinja(environment: Environment, source: str, slots: frozenset[str]) -> Template:
    """Return the template that Jinja itself compiles, with the same marks put into its tree."""
    tree = environment.parse(source)
    _mark(tree, slots, {})
    return Template.from_code(environment, environment.compile(tree, "wording", "wording"), {}, None)


def _mark(node: nodes.Node, slots: frozenset[str], loops: dict[str, str]) -> None:
    if isinstance(node, nodes.Output):
        node.nodes = [_marked(child, slots, loops) for child in node.nodes]
        return
    if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
        loops = {**loops, node.target.name: _root(node.iter) or ""}
    for child in node.iter_child_nodes():
        _mark(child, slots, loops)


def _marked(node: nodes.Expr, slots: frozenset[str], loops: dict[str, str]) -> nodes.Expr:
    if isinstance(node, nodes.TemplateData):
        node.data = _numbered(node)
        return node
    if isinstance(node, nodes.CondExpr):
        node.expr1 = _marked(node.expr1, slots, loops)
        node.expr2 = _marked(node.expr2, slots, loops) if node.expr2 else None
        return node
    name = _root(node) or ""
    slot = loops.get(name, name)
    if slot not in slots:
        return node
    say = nodes.Filter(node, "_say", [nodes.Const(slot)], [], None, None, lineno=node.lineno)
    if node.environment:
        say.set_environment(node.environment)
    return say


def wordings() -> Iterator[tuple[Clause, str, str, Wording]]:
    for clause in shelf.shipped().clauses.values():
        seen: set[int] = set()
        for (variant, register, lang), wording in clause.wordings.items():
            if id(wording) not in seen and clause.variants[variant].position != "red_line":
                seen.add(id(wording))
                yield clause, register, lang, wording


def said(text: Wording, context: dict[str, Any]) -> str:
    try:
        return text.render(context)
    except (Problem, Problems) as problem:
        return f"{type(problem).__name__}: {problem}"


def said_by_jinja(text: Wording, template: Template, context: dict[str, Any]) -> str:
    try:
        return f"{LINE}1{LINE_END}" + "".join(template.generate(context))
    except Problem as problem:
        return f"Problem: {problem if problem.where else Problem(problem.key, text.where, **problem.values)}"


@pytest.mark.slow
def test_every_wording_says_what_jinja_would_say() -> None:
    library = shelf.shipped()
    count = 0
    for clause, register, lang, wording in wordings():
        template = of_jinja(library.environment(lang), wording.source, frozenset(wording.passed.slots))
        questions, full, lean, everything = _tried(library, clause)
        for values, present in ((full, everything), (lean, frozenset[str]()), ({}, everything)):
            scene = made.Scene(lang, register, values, questions, present, instrument(library, register, lang))
            context = made.context(library, "check", clause.slots, wording, scene)
            assert said(wording, context) == said_by_jinja(wording, template, context), wording.where
            count += 1
    assert count > 5000


NOTATION = """{% if a == 1 %}one{% elif a in b and not c %}{{ a }}, {{ 'x' }}{% else %}{{ c if c else 'none' }}{% endif %}
{% for one in b %}{{ one }};{% endfor %} {{ d.field }} {{ 1 < a <= 3 }}{{ a if a > 2 }}"""


@each_row("a", [1, 2, 3, 4])
@each_row("c", ["", "see"])
def test_each_kind_of_node_alone(a: int, c: str) -> None:
    environment = Environment()
    environment.finalize = str
    environment.filters["_say"] = lambda value, slot: f"<{slot}:{value}>"
    scope = {"a": a, "b": [2, 4], "c": c, "d": {"field": "value"}}
    parts: list[str] = []
    slots = frozenset({"a", "b"})
    steps(environment, environment.parse(NOTATION), slots)(dict(scope), parts.append)
    assert "".join(parts) == "".join(of_jinja(environment, NOTATION, slots).generate(scope))


@each_row(
    "attack",
    [
        "{{ x() }}",
        "{{ x['y'] }}",
        "{{ x + 1 }}",
        "{% set y = 1 %}",
        "{% for a in x %}{% for b in x %}{% endfor %}{% endfor %}",
        "{% macro m() %}{% endmacro %}",
        "{% include 'x' %}",
        "{{ x | attr('y') }}",
        "{{ x | _say(slot='y') }}",
        "{{ [x] }}",
        "{{ x ~ 'y' }}",
        "{% raw %}x{% endraw %}{% filter upper %}x{% endfilter %}",
        "{% for a in x if a %}{% endfor %}",
    ],
)
def test_what_the_gate_would_let_through_by_mistake_is_no_step(attack: str) -> None:
    environment = Environment()
    environment.filters["_say"] = lambda value, slot: value
    with pytest.raises(Problem, match=r"."):
        steps(environment, environment.parse(attack), frozenset())
