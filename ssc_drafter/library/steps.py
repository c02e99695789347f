"""A wording's syntax tree as steps that say its text: for the kinds of node that the gate lets through, and for no other.

Jinja would write a Python module for each wording and compile it, some milliseconds each for a library of two thousand; these
steps are made in a tenth of that, and nothing that somebody wrote ever becomes code. A test holds them against Jinja's own
outcome over the whole library.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment, Undefined, nodes

from ssc_drafter.errors import Problem
from ssc_drafter.library.marks import LINE, LINE_END

Scope = dict[str, Any]
Value = Callable[[Scope], Any]
Put = Callable[[str], None]
Step = Callable[[Scope, Put], None]
COMPARING: dict[str, Callable[[Any, Any], Any]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "lteq": operator.le,
    "gt": operator.gt,
    "gteq": operator.ge,
    "in": lambda one, many: one in many,
    "notin": lambda one, many: one not in many,
}


class Making:
    """What the steps of one wording need: the environment, and the slots whose printed answers bear a mark."""

    def __init__(self, environment: Environment, slots: frozenset[str]) -> None:
        self.environment, self.slots = environment, slots
        self.loops: dict[str, str] = {}  # what a loop calls its entries, and the slot that it goes through
        self.finalize: Callable[[Any], str] = environment.finalize or str
        self.say: Callable[[Any, str], str] = environment.filters["_say"]


def steps(environment: Environment, tree: nodes.Template, slots: frozenset[str]) -> Step:
    """Return what says a wording: given what it sees, and what takes its text piece by piece.

    Answers stand in marks, and before every line of the text stands its number. Raises Problem for a node of another kind.
    """
    return _body(Making(environment, slots), tree.body)


def _body(making: Making, children: list[nodes.Node]) -> Step:
    made = [_step(making, child) for child in children]
    if len(made) == 1:
        return made[0]

    def say(scope: Scope, put: Put) -> None:
        for one in made:
            one(scope, put)

    return say


def _step(making: Making, node: nodes.Node) -> Step:
    if isinstance(node, nodes.Output):
        return _output(making, node)
    if isinstance(node, nodes.If):
        return _if(making, node)
    if isinstance(node, nodes.For):
        return _for(making, node)
    raise _refused(node)


def _refused(node: nodes.Node | None) -> Problem:
    return Problem("library.not_allowed", name=type(node).__name__)


# ---- what is said -------------------------------------------------------------------------------------------------
def _output(making: Making, node: nodes.Output) -> Step:
    pieces = [_numbered(one) if isinstance(one, nodes.TemplateData) else _printed(making, one) for one in node.nodes]
    finalize = making.finalize

    def say(scope: Scope, put: Put) -> None:
        for one in pieces:
            put(one if isinstance(one, str) else str(finalize(one(scope))))

    return say


def _numbered(data: nodes.TemplateData) -> str:
    first, *rest = data.data.split("\n")
    return "\n".join([first, *(f"{LINE}{data.lineno + place}{LINE_END}{line}" for place, line in enumerate(rest, 1))])


def _printed(making: Making, node: nodes.Expr) -> Value:
    """Return an expression whose value is printed: an answer gets its mark, in either branch of an `if` within."""
    if isinstance(node, nodes.CondExpr):
        return _either(making, node, _printed)
    value, name = _value(making, node), _root(node) or ""
    slot = making.loops.get(name, name)
    if slot not in making.slots:
        return value
    say = making.say
    return lambda scope: say(value(scope), slot)


def _root(node: nodes.Node | None) -> str | None:
    while isinstance(node, nodes.Filter | nodes.Getattr):
        node = node.node
    return node.name if isinstance(node, nodes.Name) else None


def _if(making: Making, node: nodes.If) -> Step:
    branches = [(_value(making, one.test), _body(making, one.body)) for one in (node, *node.elif_)]
    otherwise = _body(making, node.else_) if node.else_ else None

    def say(scope: Scope, put: Put) -> None:
        body = next((body for test, body in branches if test(scope)), otherwise)
        if body:
            body(scope, put)

    return say


def _for(making: Making, node: nodes.For) -> Step:
    plain = node.test is None and not node.else_ and not node.recursive and not making.loops
    if not isinstance(node.target, nodes.Name) or not plain:
        raise _refused(node)
    name, rows = node.target.name, _value(making, node.iter)
    making.loops = {name: _root(node.iter) or ""}
    body, making.loops = _body(making, node.body), {}

    def say(scope: Scope, put: Put) -> None:
        for one in rows(scope):
            body({**scope, name: one}, put)

    return say


# ---- what is worked out -------------------------------------------------------------------------------------------
def _value(making: Making, node: nodes.Node | None) -> Value:
    make = VALUES.get(type(node))
    if make is None:
        raise _refused(node)
    return make(making, node)


def _const(making: Making, node: Any) -> Value:
    value = node.value
    return lambda scope: value


def _name(making: Making, node: Any) -> Value:
    name, undefined = node.name, making.environment.undefined
    return lambda scope: scope[name] if name in scope else undefined(name=name)


def _field(making: Making, node: Any) -> Value:
    value, attribute, get = _value(making, node.node), node.attr, making.environment.getattr
    return lambda scope: get(value(scope), attribute)


def _either(making: Making, node: nodes.CondExpr, made: Callable[[Making, Any], Value]) -> Value:
    test, one = _value(making, node.test), made(making, node.expr1)
    if node.expr2 is None:
        return lambda scope: one(scope) if test(scope) else Undefined("an inline if without else")
    other = made(making, node.expr2)
    return lambda scope: one(scope) if test(scope) else other(scope)


def _compare(making: Making, node: Any) -> Value:
    first = _value(making, node.expr)
    rest = [(COMPARING[one.op], _value(making, one.expr)) for one in node.ops]

    def compared(scope: Scope) -> Any:
        left, held = first(scope), True
        for holds, value in rest:
            right = value(scope)
            held = holds(left, right)
            if not held:
                return held
            left = right
        return held

    return compared


def _and(making: Making, node: Any) -> Value:
    left, right = _value(making, node.left), _value(making, node.right)
    return lambda scope: left(scope) and right(scope)


def _or(making: Making, node: Any) -> Value:
    left, right = _value(making, node.left), _value(making, node.right)
    return lambda scope: left(scope) or right(scope)


def _not(making: Making, node: Any) -> Value:
    value = _value(making, node.node)
    return lambda scope: not value(scope)


def _filter(making: Making, node: Any) -> Value:
    if node.kwargs or node.dyn_args is not None or node.dyn_kwargs is not None or node.name not in making.environment.filters:
        raise _refused(node)
    do, value = making.environment.filters[node.name], _value(making, node.node)
    words = [_value(making, one) for one in node.args]
    if hasattr(do, "jinja_pass_arg"):  # one that looks at what the wording sees
        return lambda scope: do(scope, value(scope), *(one(scope) for one in words))
    return lambda scope: do(value(scope), *(one(scope) for one in words))


VALUES: Mapping[type, Callable[[Making, Any], Value]] = {
    nodes.Const: _const,
    nodes.Name: _name,
    nodes.Getattr: _field,
    nodes.CondExpr: lambda making, node: _either(making, node, _value),
    nodes.Compare: _compare,
    nodes.And: _and,
    nodes.Or: _or,
    nodes.Not: _not,
    nodes.Filter: _filter,
}
