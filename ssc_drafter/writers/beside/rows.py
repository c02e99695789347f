"""Two language versions in rows: what stands in one place of the one stands in the same place of the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Literal

from msgspec import Struct

from ssc_drafter.errors import Problem
from ssc_drafter.tree.nodes import (
    Agreement,
    Annex,
    Article,
    Blank,
    Bracket,
    Break,
    Inline,
    Inlines,
    Paragraph,
    Recital,
    Ref,
    Signature,
    Table,
    Term,
    Text,
)
from ssc_drafter.tree.walk import Placed, placed
from ssc_drafter.writers import references, sheet

Style = Literal["title", "joint", "opening", "recital", "formula", "article", "annex", "text", "closing", "testimonium"]
Said = Callable[[Inlines], Inlines]


class Cell(Struct, frozen=True):
    """What stands in one place: style, number, words (text and breaks alone), how deep it lies; or a table, signatures."""

    style: Style
    words: Inlines
    label: str = ""
    depth: int = 0
    place: str = ""
    table: Table | None = None
    signatures: tuple[Signature, ...] = ()


def paired(left: Agreement, right: Agreement) -> list[tuple[Cell, Cell]]:
    """Return the rows of two versions of one agreement. Raises Problem at the first place where they are not built alike."""
    rows = []
    for one, other in zip_longest(_cells(left), _cells(right)):
        if one is None or other is None or (one.style, one.place, one.depth) != (other.style, other.place, other.depth):
            seen = one or other
            place = (seen.place or seen.style) if seen else ""
            raise Problem("writers.beside_differs", place=place, left=left.lang, right=right.lang)
        rows.append((one, other))
    return rows


def _cells(agreement: Agreement) -> Iterator[Cell]:
    found = references.targets(agreement)
    words = sheet.document_words(agreement.lang)

    def said(inlines: Inlines) -> Inlines:
        return tuple(run for inline in inlines for run in _said(inline, found))

    for line in agreement.title:
        yield Cell("joint" if line.part == "joint" else "title", said(line.content), place="title")
    tops = placed(agreement)
    if agreement.preamble:
        yield Cell("opening", said(agreement.preamble.opening))
        for one in tops:
            if isinstance(one.node, Recital):
                yield Cell("recital", said(sheet.opened(one.node.content, words.recital_openings, True)), place=one.address)
        yield Cell("formula", said(agreement.preamble.formula))
    for one in tops:
        if isinstance(one.node, Article):
            yield from _headed(agreement, one, said)
    yield from _closing(agreement, said)
    for one in tops:
        if isinstance(one.node, Annex):
            yield from _headed(agreement, one, said)


def _said(inline: Inline, found: dict[str, references.Target]) -> Iterator[Inline]:
    """Yield words without links: a reference as its words, a defined term in bold, a blank and a bracket in brackets."""
    if isinstance(inline, Text | Break):
        yield inline
    elif isinstance(inline, Term):
        yield Text(inline.text, "bold" if inline.defines else "")
    elif isinstance(inline, Ref):
        yield Text(inline.text or found[inline.target].label)
    elif isinstance(inline, Blank):
        yield Text(f"[{inline.prompt}]")
    elif isinstance(inline, Bracket):
        yield Text(f"[{inline.by}: " if inline.by else "[", "bold")
        for one in inline.content:
            yield from _said(one, found)
        yield Text("]", "bold")


def _headed(agreement: Agreement, one: Placed, said: Said) -> Iterator[Cell]:
    assert isinstance(one.node, Article | Annex)
    style: Style = "annex" if isinstance(one.node, Annex) else "article"
    yield Cell(style, said(one.node.heading), sheet.label_of(agreement, one), place=one.address)
    for inner in one.inner:
        if isinstance(inner.node, Article):
            yield from _headed(agreement, inner, said)
        else:
            yield from _block(inner, said)


def _block(one: Placed, said: Said) -> Iterator[Cell]:
    if isinstance(one.node, Table):
        yield Cell("text", said(one.node.caption), place=one.address, table=one.node)
        return
    assert not isinstance(one.node, Article | Annex)
    yield Cell("text", said(one.node.content), one.label, one.depth, one.address)
    for inner in one.inner:
        yield from _block(inner, said)
    if isinstance(one.node, Paragraph) and one.node.closing:
        yield Cell("closing", said(one.node.closing), depth=one.depth, place=one.address)


def _closing(agreement: Agreement, said: Said) -> Iterator[Cell]:
    openings = sheet.document_words(agreement.lang).closing_openings
    for paragraph in agreement.testimonium.paragraphs if agreement.testimonium else ():
        for inlines in (sheet.opened(paragraph.content, openings, False), *(one.content for one in paragraph.items)):
            yield Cell("testimonium", said(inlines), place="testimonium")
        if paragraph.closing:
            yield Cell("testimonium", said(paragraph.closing), place="testimonium")
    if agreement.signatures:
        yield Cell("testimonium", (), place="signatures", signatures=agreement.signatures)
