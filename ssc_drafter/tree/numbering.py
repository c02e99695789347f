"""Numbers and addresses: computed here once, for every writer and for the check.

A number is what a citation gives ("6(2)(b)"), an address names a node for good ("art_6__para_2__point_b").
An imported unit brings its printed number, which is kept; all others are counted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct

from ssc_drafter.tree.nodes import Agreement, Annex, Article, Block, Item, Paragraph, Recital, Table

UNNUMBERED = "-"  # the number of a paragraph that bears none among others that do: an instruction before a quoted article
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
# Spanish and French agreements print a), English ones (a): of those with points in the texts that the project is measured on,
# 99 of 112 Spanish and 5 of 8 French have a), none French (a). Portuguese as in its acts (Lei Complementar 95/1998, from
# memory, confirm).
ENDED_ONLY = frozenset({"es", "fr", "pt"})
ROMAN_ONES = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Numbered(Struct, frozen=True):
    """A node with its place: `label` is printed before it ("2.", "(b)", ""), `number` cites it, `address` names it."""

    node: Article | Block | Item | Annex | Recital
    label: str
    number: str
    address: str
    depth: int = 0  # 0 article, annex or recital; 1 paragraph or table; 2 (a); 3 (i)


def roman(value: int) -> str:
    """Return a small Roman numeral for a number from 1: 4 is "iv"."""
    signs = ""
    for worth, sign in (*ROMAN, *ROMAN_ONES):
        count, value = divmod(value, worth)
        signs += sign * count
    return signs


def letters(value: int) -> str:
    """Return a, b ... z, aa, bb ... for 1, 2 ...: a row of points longer than the alphabet doubles its letters."""
    turns, place = divmod(value - 1, 26)
    return chr(ord("a") + place) * (turns + 1)


def point(printed: str, lang: str) -> str:
    """Return the mark of a point as a language prints it: "(b)" in English, "b)" in French, Spanish and Portuguese."""
    return f"{printed})" if lang in ENDED_ONLY else f"({printed})"


def slug(number: str) -> str:
    """Return a number as part of an address: "55-A" is "55-a", "5 bis" is "5_bis", "(b)" is "b"."""
    bare = unicodedata.normalize("NFKD", number).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9-]+", "_", bare).strip("_") or "x"


def numbered(agreement: Agreement) -> list[Numbered]:
    """Return every recital, article, paragraph, table, item and annex in printed order, with its numbers."""
    found: list[Numbered] = []
    if agreement.preamble:
        for place, recital in enumerate(agreement.preamble.recitals, 1):
            found.append(Numbered(recital, "", "", f"preamble__recital_{place}"))
    found.extend(_articles(agreement.articles, "", agreement.lang))
    for place, annex in enumerate(agreement.annexes, 1):
        found.extend(_annex(annex, annex.number or str(place), agreement.lang))
    return found


def number_of(agreement: Agreement) -> dict[str, Numbered]:
    """Return the numbered nodes by address."""
    return {one.address: one for one in numbered(agreement)}


def _annex(annex: Annex, number: str, lang: str) -> Iterator[Numbered]:
    address = f"annex_{slug(number)}"
    yield Numbered(annex, number, number, address)
    yield from _blocks(annex.blocks, "", f"{address}__", lang)
    yield from _articles(annex.articles, f"{address}__", lang)


def _articles(articles: Iterable[Article], before: str, lang: str) -> Iterator[Numbered]:
    taken: dict[str, int] = {}
    for place, article in enumerate(articles, 1):
        number = article.number or str(place)
        address = f"{before}art_{slug(number)}"
        taken[address] = taken.get(address, 0) + 1
        if taken[address] > 1:  # a printed number that stands twice: the second is art_12_2
            address = f"{address}_{taken[address]}"
        yield Numbered(article, number, number, address)
        yield from _blocks(article.blocks, number, f"{address}__", lang)


def _blocks(blocks: tuple[Block, ...], article: str, before: str, lang: str) -> Iterator[Numbered]:
    alone = sum(isinstance(block, Paragraph) and block.number != UNNUMBERED for block in blocks) == 1
    place = tables = bare = 0
    for block in blocks:
        if isinstance(block, Table):
            tables += 1
            yield Numbered(block, "", article, f"{before}table_{tables}", 1)
            continue
        if block.number == UNNUMBERED:
            bare += 1
            address = f"{before}text_{bare}"
            yield Numbered(block, "", article, address, 1)
            yield from _items(block.items, article, f"{address}__point_", 2, lang)
            continue
        place += 1
        printed = block.number or str(place)
        label = "" if alone and not block.number else f"{printed}."
        number = article if alone else f"{article}({printed})"
        address = f"{before}para_{slug(printed)}"
        yield Numbered(block, label, number, address, 1)
        yield from _items(block.items, number, f"{address}__point_", 2, lang)


def _items(items: tuple[Item, ...], within: str, before: str, depth: int, lang: str) -> Iterator[Numbered]:
    for place, item in enumerate(items, 1):
        printed = item.number or (letters(place) if depth == 2 else roman(place))
        number, address = f"{within}({printed})", f"{before}{slug(printed)}"
        yield Numbered(item, point(printed, lang), number, address, depth)
        yield from _items(item.items, number, f"{address}__point_", depth + 1, lang)
