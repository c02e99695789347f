"""An article quoted in a protocol of amendment, and taken out of it again exactly as it was.

A quoted article keeps the numbers that it will have in the amended instrument. Its references lead into that instrument and
not into the protocol: they are printed as words, and remember where they lead.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import msgspec

from ssc_drafter.assemble.references import Step, mapped
from ssc_drafter.language.tongue import tongue
from ssc_drafter.tree.nodes import Agreement, Annex, Article, Block, Inline, Inlines, Item, Paragraph, Ref, Text
from ssc_drafter.tree.numbering import UNNUMBERED

Ends = TypeVar("Ends", Paragraph, Item)
LEADS_TO = "amended:"  # begins the `answer` of words that were a reference within the amended instrument

replace = msgspec.structs.replace


def quoted(article: Article, label: str, lang: str) -> tuple[Block, ...]:
    """Return the blocks that quote an article: a line with its number and heading, then its own, in quotation marks."""
    before, after = tongue(lang).quotes
    lead = f"{before}{label}. " if article.heading else f"{before}{label}"
    heading = Paragraph((Text(lead), *frozen(article).heading), number=UNNUMBERED)
    return _closed((heading, *_printed(frozen(article).blocks)), Text(after.strip()))


def unquoted(name: str, number: str, blocks: tuple[Block, ...]) -> Article:
    """Return the article that stands quoted in blocks."""
    heading, *rest = _opened(blocks)
    assert isinstance(heading, Paragraph)
    article = Article(name, heading.content[1:], _counted(tuple(rest)), number)
    return _mapped(article, _living)


def frozen(article: Article) -> Article:
    """Return an article with its references as words that remember where they lead."""
    return _mapped(article, _words)


def frozen_annex(annex: Annex) -> Annex:
    """Return an annex with its references as words that remember where they lead."""
    return _mapped_annex(annex, _words)


def living_annex(annex: Annex) -> Annex:
    """Return an annex whose references lead again."""
    return _mapped_annex(annex, _living)


def normal(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks without the printed numbers that counting would give anyhow: they look the same on the page."""
    return _counted(_printed(blocks))


def _printed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks that keep their numbers wherever they stand."""
    alone = sum(isinstance(one, Paragraph) for one in blocks) == 1
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and not block.number:
            place = sum(isinstance(one, Paragraph) and one.number != UNNUMBERED for one in made) + 1
            block = replace(block, number=UNNUMBERED if alone else str(place))
        made.append(block)
    return tuple(made)


def _counted(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    alone = sum(isinstance(one, Paragraph) for one in blocks) == 1
    place, made = 0, []
    for block in blocks:
        if isinstance(block, Paragraph):
            place += block.number != UNNUMBERED
            if block.number == (UNNUMBERED if alone else str(place)):
                block = replace(block, number="")
        made.append(block)
    return tuple(made)


def _closed(blocks: tuple[Block, ...], sign: Text) -> tuple[Block, ...]:
    """Return blocks with the closing mark after their last words; after a table it has a line of its own."""
    last = blocks[-1]
    if not isinstance(last, Paragraph):
        return (*blocks, Paragraph((sign,), number=UNNUMBERED))
    return (*blocks[:-1], _at_end(last, lambda runs: (*runs, sign)))


def _opened(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    last = blocks[-1]
    assert isinstance(last, Paragraph)
    if len(last.content) == 1 and not last.items and last.number == UNNUMBERED:
        return blocks[:-1]
    return (*blocks[:-1], _at_end(last, lambda runs: runs[:-1]))


def _at_end(node: Ends, step: Callable[[Inlines], Inlines]) -> Ends:
    if isinstance(node, Paragraph) and node.closing:
        return replace(node, closing=step(node.closing))
    if node.items:
        return replace(node, items=(*node.items[:-1], _at_end(node.items[-1], step)))
    return replace(node, content=step(node.content))


def _words(runs: Inlines, _part: str) -> Inlines:
    return tuple(Text(run.text, answer=f"{LEADS_TO}{run.target}") if isinstance(run, Ref) else run for run in runs)


def _living(runs: Inlines, _part: str) -> Inlines:
    return tuple(_leading(run) for run in runs)


def _leading(run: Inline) -> Inline:
    if isinstance(run, Text) and run.answer.startswith(LEADS_TO):
        return Ref(run.answer.removeprefix(LEADS_TO), run.text)
    return run


def _mapped(article: Article, step: Step) -> Article:
    return mapped(_around(articles=(article,)), step).articles[0]


def _mapped_annex(annex: Annex, step: Step) -> Annex:
    return mapped(_around(annexes=(annex,)), step).annexes[0]


def _around(articles: tuple[Article, ...] = (), annexes: tuple[Annex, ...] = ()) -> Agreement:
    return Agreement("", "", "binding", (), (), None, articles, annexes=annexes)
