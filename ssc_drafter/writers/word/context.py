"""What the parts of a Word file must know of one another while it is made: lists, bookmarks, where references lead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ssc_drafter.tree.nodes import Agreement, Annex, Article, Item, Paragraph
from ssc_drafter.tree.numbering import letters, point, roman
from ssc_drafter.tree.walk import Placed, placed
from ssc_drafter.writers import references
from ssc_drafter.writers.sheet import document_words, unit_word
from ssc_drafter.writers.word.numbering import Lists
from ssc_drafter.writers.word.xml import Element, Tree, w

LONGEST_BOOKMARK = 40


class Context:
    """One Word file in the making. `literal` holds the addresses whose printed number Word would not count to.

    `wide` is how wide the text stands on a page that lies on its side.
    """

    def __init__(self, agreement: Agreement, text_width: int, numbering: Tree, wide: int = 0) -> None:
        self.agreement, self.text_width, self.wide = agreement, text_width, wide or text_width
        self.words = document_words(agreement.lang)
        self.places = placed(agreement)
        self.lists = Lists(numbering, unit_word(agreement), self.words.annex, agreement.lang)
        self.targets = references.targets(agreement)
        self.cited = _cited(agreement, self.targets)
        self.literal = frozenset(_literal(self.places, agreement.lang))
        self._lying = frozenset(one.address for one in self.places if isinstance(one.node, Annex) and one.node.landscape)
        self._names: dict[str, tuple[int, str]] = {}
        self._controls = 0

    def width_at(self, address: str) -> int:
        """Return how wide the text stands on the page of an address."""
        return self.wide if address.partition("__")[0] in self._lying else self.text_width

    def printed_headings(self) -> set[str]:
        """Return the heading styles that must not count, because their numbers are printed ones of an imported text."""
        kinds = {Article: "Heading2", Annex: "Heading1"}
        return {kinds[type(one.node)] for one in self.places if type(one.node) in kinds and one.address in self.literal}

    def bookmark_name(self, address: str) -> str:
        """Return the bookmark of an address: a name that Word takes, and that does not hide behind an underscore."""
        return self._mark(address)[1]

    def bookmarked(self, address: str, inner: list[Element]) -> list[Element]:
        """Return elements with the bookmark of an address round them."""
        number, name = self._mark(address)
        return [w("bookmarkStart", id=number, name=name), *inner, w("bookmarkEnd", id=number)]

    def _mark(self, address: str) -> tuple[int, str]:
        if address not in self._names:
            name, number = re.sub(r"\W", "_", address), len(self._names) + 1
            self._names[address] = number, name if len(name) <= LONGEST_BOOKMARK else f"place_{number}"
        return self._names[address]

    def control_number(self) -> int:
        """Return the next number of a content control."""
        self._controls += 1
        return self._controls


def _cited(agreement: Agreement, targets: dict[str, references.Target]) -> frozenset[str]:
    found: set[str] = set()
    for _, ref in references.cited(agreement):
        found.update(address for address, _ in targets[ref.target].chain)
    return frozenset(found)


def _literal(siblings: Iterable[Placed], lang: str) -> Iterator[str]:
    """Yield the addresses in every row of siblings that Word would not number 1, 2, 3 (a, b, c; i, ii, iii) by itself."""
    rows: dict[type, list[Placed]] = {}
    for one in siblings:
        rows.setdefault(type(one.node), []).append(one)
        yield from _literal(one.inner, lang)
    for kind in (Article, Annex, Paragraph, Item):
        row = rows.get(kind, [])
        if any(one.label != _counted(one, place, lang) for place, one in enumerate(row, 1) if one.label):
            yield from (one.address for one in row)


def _counted(one: Placed, place: int, lang: str) -> str:
    if isinstance(one.node, Item):
        return point(letters(place) if one.depth == 2 else roman(place), lang)
    return f"{place}." if isinstance(one.node, Paragraph) else str(place)
