"""The gate: which syntax a wording may use. Everything that is not named here is refused, with its line and its name.

It stands before the sandbox: a wording that did not pass is never compiled. The limits hold whatever is written
(trust.md T01, T03, T04).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes
from msgspec import Struct

from ssc_drafter.answers.question import LISTS, Question
from ssc_drafter.errors import Problem
from ssc_drafter.language.agreement import feminine
from ssc_drafter.library.marks import SIGNS

LONGEST, MOST_NODES, DEEPEST = 20_000, 400, 12
PARTY_FIELDS = frozenset({
    "name", "of", "to", "by", "in", "under", "short", "of_short", "to_short", "by_short", "role", "signatory", "office",
    "country", "capacity",
})  # fmt: skip
BODY_FIELDS = frozenset({"name", "of", "to", "by", "under"})
INSTRUMENT_FIELDS = frozenset({"of", "to", "in", "by", "under", "name", "title", "the"})
SILENT = frozenset({"list", "parties", "choices", "languages", "yes_no"})  # not printed as they stand

FILTERS: dict[str, tuple[int, int]] = {  # name: fewest and most words in its brackets
    "ref": (0, 1),
    "present": (0, 0),
    "term": (0, 1),
    "terms": (0, 0),
    "defines": (0, 1),
    "spelled": (0, 1),
    "words": (0, 0),
    "ordinal": (0, 0),
    "listed": (0, 2),
    "count": (0, 0),
    "with_role": (1, 1),
    "with_capacity": (1, 1),
    "capital": (0, 0),
    "agrees": (0, 1),
}
ON_NAMES = frozenset({"ref", "present", "term", "terms", "defines", "agrees"})  # filters on a name, or a word, in quotes
ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.If, nodes.CondExpr,
    nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.For, nodes.Filter,
)  # fmt: skip
TAGS = re.compile(r"\{%\s*(end)?(raw|filter|call|macro|block|set|autoescape|trans|do|import|from|include|extends|with)\b")
OPERATORS = frozenset({"eq", "ne", "lt", "lteq", "gt", "gteq", "in", "notin"})


class Vocabulary(Struct, frozen=True):
    """What a wording may name: slots (its own and the common ones), register words, terms, units, of one language."""

    slots: dict[str, Question]
    words: frozenset[str]
    terms: frozenset[str]
    units: frozenset[str]
    lang: str = ""

    def fields(self, name: str) -> frozenset[str]:
        """Return the fields of a name."""
        if name == "instrument":
            return INSTRUMENT_FIELDS
        question = self.slots.get(name)
        if question is None:
            return frozenset()
        return {"party": PARTY_FIELDS, "body": BODY_FIELDS}.get(question.kind, frozenset())

    def item_fields(self, name: str) -> frozenset[str]:
        """Return the fields of one entry of a list."""
        question = self.slots.get(name)
        if question is None:
            return frozenset()
        return PARTY_FIELDS if question.kind == "parties" else frozenset(question.columns)


class Passed(Struct, frozen=True):
    """A wording as the gate saw it: its syntax tree, and what it names with the line of the first mention."""

    tree: nodes.Template | None
    slots: dict[str, int] = {}
    refs: dict[str, int] = {}
    guarded: frozenset[str] = frozenset()  # parts that it asks for with `present`
    terms: dict[str, int] = {}
    defined: frozenset[str] = frozenset()


class _Look:
    """One walk over a syntax tree."""

    def __init__(self, where: str, vocabulary: Vocabulary) -> None:
        self.where, self.vocabulary = where, vocabulary
        self.problems: list[Problem] = []
        self.slots: dict[str, int] = {}
        self.refs: dict[str, int] = {}
        self.terms: dict[str, int] = {}
        self.guarded: set[str] = set()
        self.defined: set[str] = set()
        self.loop = ""  # the name that a loop gives to its entries
        self.looped = ""  # the slot that it goes through
        self.count = 0

    def wrong(self, node: nodes.Node, key: str, **values: object) -> None:
        self.problems.append(Problem(f"library.{key}", f"{self.where}:{node.lineno or 1}", **values))

    def walk(self, node: nodes.Node, depth: int) -> None:
        self.count += 1
        if self.count > MOST_NODES or depth > DEEPEST:
            if self.count <= MOST_NODES + 1:
                self.wrong(node, "wording_large", nodes=MOST_NODES, depth=DEEPEST)
                self.count = MOST_NODES + 2
            return
        if type(node) not in ALLOWED:
            self.wrong(node, "not_allowed", name=type(node).__name__)
            return
        step = STEPS.get(type(node))
        if step:
            step(self, node, depth)
        else:
            for child in node.iter_child_nodes():
                self.walk(child, depth + 1)


def _output(look: _Look, node: Any, depth: int) -> None:
    for child in node.nodes:
        if isinstance(child, nodes.Name):
            question = look.vocabulary.slots.get(child.name)
            if question and question.kind in SILENT and child.name != look.loop:
                look.wrong(child, "not_printed", name=child.name, kind=question.kind)
        look.walk(child, depth + 1)


def _name(look: _Look, node: Any, depth: int) -> None:
    name = node.name
    if node.ctx != "load":
        look.wrong(node, "not_allowed", name="set")
    elif name == look.loop or name in look.vocabulary.words or name in ("instrument", "register"):
        return
    elif name in look.vocabulary.slots:
        look.slots.setdefault(name, node.lineno)
    else:
        known = ", ".join(sorted(look.vocabulary.slots))
        look.wrong(node, "unknown_name", name=name, known=known)


def _field(look: _Look, node: Any, depth: int) -> None:
    if not isinstance(node.node, nodes.Name):
        look.wrong(node, "one_field", name=node.attr)
        return
    _name(look, node.node, depth)
    name = node.node.name
    of_loop = name == look.loop
    fields = look.vocabulary.item_fields(look.looped) if of_loop else look.vocabulary.fields(name)
    if node.attr not in fields:
        look.wrong(node, "unknown_field", name=name, field=node.attr, known=", ".join(sorted(fields)) or "-")


def _const(look: _Look, node: Any, depth: int) -> None:
    if type(node.value) not in (str, int, bool):
        look.wrong(node, "not_allowed", name=type(node.value).__name__)


def _compare(look: _Look, node: Any, depth: int) -> None:
    for operand in node.ops:
        if operand.op not in OPERATORS:
            look.wrong(node, "not_allowed", name=operand.op)
    for child in node.iter_child_nodes():
        look.walk(child, depth + 1)


def _for(look: _Look, node: Any, depth: int) -> None:
    if look.loop or node.recursive or node.test is not None or node.else_ or not isinstance(node.target, nodes.Name):
        look.wrong(node, "one_loop")
        return
    source = node.iter
    while isinstance(source, nodes.Filter) and source.name in ("with_role", "with_capacity") and source.node is not None:
        source = source.node
    question = look.vocabulary.slots.get(source.name) if isinstance(source, nodes.Name) else None
    if question is None or question.kind not in LISTS:
        look.wrong(node, "loop_over", known=", ".join(n for n, q in look.vocabulary.slots.items() if q.kind in LISTS) or "-")
        return
    taken = node.target.name in look.vocabulary.slots or node.target.name in look.vocabulary.words
    if taken or node.target.name in ("instrument", "register", "loop") or node.target.name.startswith("_"):
        look.wrong(node, "name_taken", name=node.target.name)
        return
    look.walk(node.iter, depth + 1)
    look.loop, look.looped = node.target.name, question.id
    for child in node.body:
        look.walk(child, depth + 1)
    look.loop = look.looped = ""


def _filter(look: _Look, node: Any, depth: int) -> None:
    if node.name not in FILTERS:
        look.wrong(node, "unknown_filter", name=node.name, known=", ".join(sorted(FILTERS)))
        return
    fewest, most = FILTERS[node.name]
    words = [argument.value for argument in node.args if isinstance(argument, nodes.Const) and type(argument.value) is str]
    plain = not node.kwargs and node.dyn_args is None and node.dyn_kwargs is None and len(words) == len(node.args)
    if node.node is None or not plain or not fewest <= len(words) <= most:
        look.wrong(node, "filter_words", name=node.name, most=most)
        return
    if node.name in ON_NAMES:
        _on_name(look, node, words)
        return
    if node.name == "spelled" and words and words[0] not in look.vocabulary.units:
        look.wrong(node, "unknown_unit", name=words[0], known=", ".join(sorted(look.vocabulary.units)))
    look.walk(node.node, depth + 1)


def _on_name(look: _Look, node: Any, words: list[str]) -> None:
    if not isinstance(node.node, nodes.Const) or type(node.node.value) is not str:
        look.wrong(node, "name_in_quotes", name=node.name)
        return
    target = node.node.value
    if node.name == "ref":
        if words and words[0] not in ("of", "to", "by", "in", "under", "bare"):
            look.wrong(node, "unknown_form", name=words[0])
        if not re.fullmatch(r"[a-z0-9_]+(/\d{1,2})?", target):
            look.wrong(node, "bad_target", name=target)
        look.refs.setdefault(target, node.lineno)
    elif node.name == "present":
        look.guarded.add(target)
    elif node.name == "agrees":
        if not words and feminine(target, look.vocabulary.lang) is None:
            look.wrong(node, "no_feminine", name=target)
    elif target not in look.vocabulary.terms:
        look.wrong(node, "unknown_term", name=target, known=", ".join(sorted(look.vocabulary.terms)) or "-")
    elif node.name == "defines":
        look.defined.add(target)
    else:
        look.terms.setdefault(target, node.lineno)


STEPS: dict[type[nodes.Node], Callable[[_Look, Any, int], None]] = {
    nodes.Output: _output,
    nodes.Name: _name,
    nodes.Getattr: _field,
    nodes.Const: _const,
    nodes.Compare: _compare,
    nodes.For: _for,
    nodes.Filter: _filter,
}


def inspect(environment: Environment, source: str, where: str, vocabulary: Vocabulary) -> tuple[Passed, list[Problem]]:
    """Return what the gate saw in a wording, and every problem it has with it (then it must not be compiled)."""
    early = list(_before(source, where))
    if early:
        return Passed(None), early
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        return Passed(None), [Problem("library.syntax", f"{where}:{error.lineno}", detail=error.message)]
    except (RecursionError, ValueError, OverflowError, MemoryError) as error:
        return Passed(None), [Problem("library.syntax", f"{where}:1", detail=type(error).__name__)]
    look = _Look(where, vocabulary)
    look.walk(tree, 0)
    passed = Passed(tree, look.slots, look.refs, frozenset(look.guarded), look.terms, frozenset(look.defined))
    return passed, look.problems


def _before(source: str, where: str) -> Iterator[Problem]:
    if len(source) > LONGEST:
        yield Problem("library.wording_long", where, most=LONGEST, found=len(source))
        return
    for number, line in enumerate(source.split("\n"), 1):
        if any(sign in line for sign in SIGNS):
            yield Problem("library.private_sign", f"{where}:{number}")
        if re.search(r"\{[{%#][-+]|[-+][}%#]\}", line):
            yield Problem("library.trimming", f"{where}:{number}")
        if TAGS.search(line):
            yield Problem("library.tag", f"{where}:{number}")
