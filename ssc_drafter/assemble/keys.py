"""Which part and which key a paragraph has: what an edit is kept by, so that it outlives changed answers and numbers."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.library.made import Made
from ssc_drafter.library.plan import Planned, yields
from ssc_drafter.tree.nodes import Agreement, Annex, Article, Inlines, Paragraph
from ssc_drafter.tree.numbering import numbered

Words = Paragraph | Inlines
Parts = list[tuple[Planned, Made]]
Key = tuple[str, str]


def keys(agreement: Agreement, parts: Parts) -> Iterator[tuple[str, Key]]:
    """Yield for every address that can be edited the part and key that an edit needs."""
    for row, made in parts:
        if yields(row) == "opening":
            yield "preamble", (row.name, "opening")
            yield "preamble__formula", (row.name, "formula")
        if yields(row) == "testimonium":
            for place, one in enumerate(made.blocks, 1):
                yield f"testimonium__para_{place}", (row.name, one.key)
    for place, pair in enumerate(_recitals(parts), 1):
        yield f"preamble__recital_{place}", pair
    by_name = {row.name: [one.key for one in made.blocks] for row, made in parts}
    part, queue = "", iter([""])
    for node in numbered(agreement):
        if isinstance(node.node, Article | Annex):
            part, queue = node.node.name, iter(by_name.get(node.node.name, []))
            yield node.address, (part, "heading")
        elif node.depth == 1:
            key = next(queue, "")
            if isinstance(node.node, Paragraph) and key:
                yield node.address, (part, key)


def _recitals(parts: Parts) -> list[Key]:
    return [(row.name, key) for row, made in parts for key, _ in made.recitals]


def own_words(agreement: Agreement, parts: Parts) -> Iterator[tuple[Key, Words]]:
    """Yield the words of every paragraph as the clause itself has them, references printed."""
    yield from _preamble(agreement, parts)
    by_name = {row.name: [one.key for one in made.blocks] for row, made in parts}
    nodes: tuple[Article | Annex, ...] = (*agreement.articles, *agreement.annexes)
    for node in nodes:
        yield (node.name, "heading"), node.heading
        for key, block in zip(by_name[node.name], node.blocks, strict=True):
            if isinstance(block, Paragraph):
                yield (node.name, key), block
    closing = next(((row, made) for row, made in parts if yields(row) == "testimonium"), None)
    if closing and agreement.testimonium:
        rows = [one.key for one in closing[1].blocks if isinstance(one.block, Paragraph)]
        for key, paragraph in zip(rows, agreement.testimonium.paragraphs, strict=True):
            yield (closing[0].name, key), paragraph


def _preamble(agreement: Agreement, parts: Parts) -> Iterator[tuple[Key, Words]]:
    if agreement.preamble is None:
        return
    for row, _ in parts:
        if yields(row) == "opening":
            yield (row.name, "opening"), agreement.preamble.opening
            yield (row.name, "formula"), agreement.preamble.formula
    for pair, recital in zip(_recitals(parts), agreement.preamble.recitals, strict=True):
        yield pair, recital.content
