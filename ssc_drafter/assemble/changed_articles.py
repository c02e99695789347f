"""Changed articles as an officer writes them: which article, what is done, the new text in each language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from ssc_drafter.assemble import edits
from ssc_drafter.assemble.amendment import Change, Op
from ssc_drafter.errors import Problem
from ssc_drafter.tree.nodes import Agreement, Annex, Article, Inlines, Paragraph, Provenance, Text

NUMBER = re.compile(r"(\d+(?:[ -](?:bis|ter|quater|[A-Z]))?)\s*$", re.IGNORECASE)
ANNEX = re.compile(r"\bann?e[xz]|\banexo", re.IGNORECASE)


def changes_from(rows: Iterable[Mapping[str, Any]], parent: Agreement) -> tuple[Change, ...]:
    """Return the changes that rows of `article`, `op`, `heading` and `text` make in a parent, in the parent's language.

    A text or heading may be given per language; points are written as `  (a) ...`. Raises Problem where the parent has no
    such article, an `op` is unknown, or a text is missing in this language.
    """
    return tuple(_change(row, place, parent) for place, row in enumerate(rows, 1))


def _change(row: Mapping[str, Any], place: int, parent: Agreement) -> Change:
    where = f"instructions.changes {place}"
    said = str(row.get("op") or "")
    if said not in get_args(Op):
        raise Problem("amend.no_op", where, found=said or "-", known=", ".join(get_args(Op)))
    op: Op = said  # type: ignore[assignment]
    old = _old(_in(row.get("article"), parent.lang), parent, where)
    if op == "delete":
        return Change(op, old.name, None, isinstance(old, Annex))
    text = _in(row.get("text"), parent.lang)
    if not text.strip():
        raise Problem("amend.no_text", where, language=parent.lang)
    written = _in(row.get("heading"), parent.lang)
    kept: Inlines = old.heading if op == "replace" else ()
    heading: Inlines = (Text(written),) if written else kept
    name = old.name if op == "replace" else f"new_{place}"
    blocks = _blocks(text, old, parent, where)
    new = Annex(name, heading, blocks) if isinstance(old, Annex) else Article(name, heading, blocks)
    return Change(op, old.name, new, isinstance(old, Annex))


def _in(value: Any, lang: str) -> str:
    return str(value.get(lang) or "") if isinstance(value, Mapping) else str(value or "")


def _old(label: str, parent: Agreement, where: str) -> Article | Annex:
    """Return the article or annex that a label means: its name, its number, or how it is cited ("l'article 6")."""
    nodes: tuple[Article | Annex, ...] = parent.annexes if ANNEX.search(label) else parent.articles
    number = NUMBER.search(label)
    for place, one in enumerate(nodes, 1):
        if label == one.name or (number and number[1].casefold() == (one.number or str(place)).casefold()):
            return one
    raise Problem("amend.no_article", where, name=label or "-")


def _blocks(text: str, old: Article | Annex, parent: Agreement, where: str) -> tuple[Paragraph, ...]:
    known = frozenset(one.name for one in parent.articles) | frozenset(one.name for one in parent.annexes)
    reader = edits.officer(Provenance(), "", parent.lang, where)
    found = [one.block for one in edits.blocks(text, None, "", reader, known)]
    return tuple(one for one in found if isinstance(one, Paragraph))
