"""Walking an agreement: its nodes with their numbers and what stands within, and what is still open in it.

Writers go over `placed` and never count anything themselves; so a number is the same in Word, PDF and every other file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from ssc_drafter.tree.nodes import (
    Agreement,
    Annex,
    Article,
    Blank,
    Block,
    Bracket,
    Inlines,
    Item,
    Paragraph,
    Recital,
    Table,
    plain,
)
from ssc_drafter.tree.numbering import Numbered, numbered

Node = Article | Block | Item | Annex | Recital


class Placed(Struct, frozen=True):
    """A node with its label ("2.", "(b)", ""), number, address and depth as numbering.py gives them; `inner` stands in it."""

    node: Node
    label: str
    number: str
    address: str
    depth: int
    inner: tuple[Placed, ...] = ()


class OpenPoint(Struct, frozen=True):
    """Something not settled yet. `number` cites the place ("6(2)", "preamble"); `text` is the prompt or the words."""

    kind: Literal["blank", "bracket"]
    number: str
    address: str
    text: str


def placed(agreement: Agreement) -> tuple[Placed, ...]:
    """Return recitals, articles and annexes in printed order, each with what stands within it."""
    numbers = iter(numbered(agreement))
    recitals = agreement.preamble.recitals if agreement.preamble else ()
    tops: tuple[Node, ...] = (*recitals, *agreement.articles, *agreement.annexes)
    return tuple(_place(node, numbers) for node in tops)


def _place(node: Node, numbers: Iterator[Numbered]) -> Placed:
    one = next(numbers)
    inner = tuple(_place(child, numbers) for child in children(node))
    return Placed(node, one.label, one.number, one.address, one.depth, inner)


def children(node: Node) -> tuple[Node, ...]:
    """Return the numbered nodes right beneath a node, in printed order."""
    if isinstance(node, Article):
        return node.blocks
    if isinstance(node, Annex):
        return (*node.blocks, *node.articles)
    if isinstance(node, Paragraph | Item):
        return node.items
    return ()


def everywhere(places: Iterable[Placed]) -> Iterator[Placed]:
    """Yield places and all that stand within them, in printed order."""
    for one in places:
        yield one
        yield from everywhere(one.inner)


def words_of(node: Node) -> tuple[Inlines, ...]:
    """Return a node's own words: not those of the nodes beneath it."""
    if isinstance(node, Article | Annex):
        return (node.heading,)
    if isinstance(node, Paragraph):
        return (node.content, node.closing)
    if isinstance(node, Table):
        return (node.caption, *(cell for row in (node.heading, *node.rows) for cell in row.cells))
    return (node.content,)


def all_words(agreement: Agreement) -> Iterator[tuple[str, str, Inlines]]:
    """Yield (number, address, words) for all words in printed order; places without a number bear their name."""
    for line in agreement.title:
        yield "title", "title", line.content
    if agreement.preamble:
        yield "preamble", "preamble", agreement.preamble.opening
    tops = placed(agreement)
    yield from _words(one for one in tops if isinstance(one.node, Recital))
    if agreement.preamble:
        yield "preamble", "preamble__formula", agreement.preamble.formula
    yield from _words(one for one in tops if isinstance(one.node, Article))
    yield from _closing(agreement)
    yield from _words(one for one in tops if isinstance(one.node, Annex))


def _words(places: Iterator[Placed] | tuple[Placed, ...]) -> Iterator[tuple[str, str, Inlines]]:
    for one in places:
        name = one.number or one.address.partition("__")[0]
        for inlines in words_of(one.node):
            yield name, one.address, inlines
        yield from _words(one.inner)


def _closing(agreement: Agreement) -> Iterator[tuple[str, str, Inlines]]:
    for paragraph in agreement.testimonium.paragraphs if agreement.testimonium else ():
        for inlines in (paragraph.content, *(item.content for item in paragraph.items), paragraph.closing):
            yield "testimonium", "testimonium", inlines
    for one in agreement.signatures:
        for inlines in (one.lead, one.party, one.signatory, one.office):
            yield "signatures", "signatures", inlines


def open_points(agreement: Agreement) -> list[OpenPoint]:
    """Return every blank and bracket in printed order: what a final text may not have."""
    return [point for number, address, inlines in all_words(agreement) for point in _open(number, address, inlines)]


def _open(number: str, address: str, inlines: Inlines) -> Iterator[OpenPoint]:
    for inline in inlines:
        if isinstance(inline, Blank):
            yield OpenPoint("blank", number, address, inline.prompt)
        elif isinstance(inline, Bracket):
            yield OpenPoint("bracket", number, address, plain((inline,)))
            yield from _open(number, address, inline.content)
