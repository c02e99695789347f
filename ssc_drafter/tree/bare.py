"""A tree without what is for the house alone: where words come from, whose hand wrote them, which answer they are.

This is what leaves in a file for others, and what such a file can give back.
"""

from __future__ import annotations

from typing import TypeVar

from msgspec import Struct, structs

from ssc_drafter.tree.nodes import NO_PROVENANCE, Provenance, Text

T = TypeVar("T")


def bare(node: T) -> T:
    """Return a node (an agreement, an article, a tuple of words ...) without provenance and answers' names.

    Texts that stand side by side and look alike become one, and empty texts go: on the page nobody can tell them apart.
    """
    if isinstance(node, tuple):
        return tuple(_joined([bare(one) for one in node]))  # type: ignore[return-value]
    if isinstance(node, Provenance):
        return NO_PROVENANCE  # type: ignore[return-value]
    if isinstance(node, Struct):
        changed = {name: bare(getattr(node, name)) for name in node.__struct_fields__ if name != "answer"}
        if isinstance(node, Text):
            changed["answer"] = ""
        return structs.replace(node, **changed)
    return node


def _joined(nodes: list[object]) -> list[object]:
    joined: list[object] = []
    for node in nodes:
        last = joined[-1] if joined else None
        if isinstance(node, Text) and isinstance(last, Text) and (node.emphasis, node.lang) == (last.emphasis, last.lang):
            joined[-1] = structs.replace(last, text=last.text + node.text)
        elif not (isinstance(node, Text) and not node.text):
            joined.append(node)
    return joined
