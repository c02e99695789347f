"""The running text of an agreement: the plain words from first to last, and where each unit stands in them.

The check, lint and concordance read this and nothing else; `start` and `end` count Unicode code points of `text`.
An imported file brings its own running text (readers make it); a tree of ours is laid out here.
"""

from __future__ import annotations

import hashlib

from msgspec import Struct

from ssc_drafter.tree.nodes import Agreement, Annex, Article, Inlines, Item, Paragraph, Provenance, Recital, Table, plain
from ssc_drafter.tree.numbering import Numbered, letters, numbered, point, roman


class Unit(Struct, frozen=True):
    """A stretch of the text that is read as one: a paragraph with its points, a recital, the title, a closing line.

    `number` and `address` are those of the paragraph; `article` is the number of its article ("" outside articles) and
    `heading` that article's heading.
    """

    address: str
    number: str
    start: int
    end: int
    article: str = ""
    heading: str = ""
    clause: str = ""  # clause id and variant, for our own drafts
    variant: str = ""


class RunningText(Struct, frozen=True):
    """A text with its units. `parties` are the Parties' names where they are known."""

    title: str
    lang: str
    text: str
    units: tuple[Unit, ...]
    articles: int
    parties: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """The hash of the text in UTF-8."""
        return hashlib.sha256(self.text.encode()).hexdigest()


class _Page:
    """Lines written so far and the units among them."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.length = 0
        self.units: list[Unit] = []

    def line(self, words: str) -> int:
        start = self.length
        self.lines.append(words)
        self.length += len(words) + 1
        return start

    @property
    def end(self) -> int:
        return self.length - 1

    def unit(
        self, one: tuple[str, str], lines: list[str], article: Numbered | None = None, by: Provenance | None = None
    ) -> None:
        start = self.length
        for words in lines:
            self.line(words)
        heading = plain(article.node.heading) if article and isinstance(article.node, Article) else ""
        number = article.number if article else ""
        clause, variant = (by.clause, by.variant) if by else ("", "")
        self.units.append(Unit(one[0], one[1], start, self.end, number, heading, clause, variant))


def running_text(agreement: Agreement) -> RunningText:
    """Return the running text of a tree: title, preamble, articles, closing words, annexes."""
    page = _Page()
    title = " ".join(plain(line.content) for line in agreement.title)
    page.unit(("title", ""), [plain(line.content) for line in agreement.title])
    if agreement.preamble:
        page.unit(("preamble", ""), [plain(agreement.preamble.opening)])
    places = numbered(agreement)
    _walk(page, agreement, [one for one in places if not one.address.startswith("annex_")])
    if agreement.testimonium:
        page.unit(("testimonium", ""), [plain(one.content) for one in agreement.testimonium.paragraphs])
    if agreement.signatures:
        page.unit(("signatures", ""), [_signature(one.lead, one.party) for one in agreement.signatures])
    _walk(page, agreement, [one for one in places if one.address.startswith("annex_")])
    parties = tuple(party.name for party in agreement.parties)
    return RunningText(title, agreement.lang, "\n".join(page.lines), tuple(page.units), len(agreement.articles), parties)


def _signature(lead: Inlines, party: Inlines) -> str:
    return f"{plain(lead)} {plain(party)}".strip()


def _walk(page: _Page, agreement: Agreement, places: list[Numbered]) -> None:
    article: Numbered | None = None
    formula_due = agreement.preamble is not None and not (places and places[0].address.startswith("annex_"))
    for one in places:
        node = one.node
        if isinstance(node, Recital):
            page.unit((one.address, ""), [plain(node.content)])
            continue
        if formula_due and agreement.preamble:
            page.unit(("preamble__formula", ""), [plain(agreement.preamble.formula)])
            formula_due = False
        if isinstance(node, Article | Annex):
            article = one if isinstance(node, Article) else None
            page.line(f"{one.number}. {plain(node.heading)}".strip())
        elif isinstance(node, Paragraph):
            page.unit((one.address, one.number), _paragraph(node, one.label, agreement.lang), article, node.provenance)
        elif isinstance(node, Table):
            page.unit((one.address, one.number), _table(node), article, node.provenance)


def _paragraph(paragraph: Paragraph, label: str, lang: str) -> list[str]:
    lines = [f"{label} {plain(paragraph.content)}".strip(), *_items(paragraph.items, 0, lang)]
    return [*lines, plain(paragraph.closing)] if paragraph.closing else lines


def _items(items: tuple[Item, ...], depth: int, lang: str) -> list[str]:
    lines = []
    for place, item in enumerate(items, 1):
        printed = item.number or (letters(place) if depth == 0 else roman(place))
        lines += [f"{point(printed, lang)} {plain(item.content)}", *_items(item.items, depth + 1, lang)]
    return lines


def _table(table: Table) -> list[str]:
    rows = (table.heading, *table.rows)
    return [" | ".join(plain(cell) for cell in row.cells) for row in rows]
