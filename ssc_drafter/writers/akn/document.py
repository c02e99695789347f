"""The door of the Akoma Ntoso writer: an agreement in, a document of the OASIS schema out (mapping: docs/akoma-ntoso.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from ssc_drafter.tree.bare import bare
from ssc_drafter.tree.nodes import (
    Agreement,
    Annex,
    Article,
    Inlines,
    Item,
    Paragraph,
    Preamble,
    Recital,
    Row,
    Signature,
    Table,
    Testimonium,
)
from ssc_drafter.tree.walk import Placed, placed
from ssc_drafter.writers import references
from ssc_drafter.writers.akn.inlines import Element, Words, akn, filled, p
from ssc_drafter.writers.akn.meta import meta
from ssc_drafter.writers.sheet import label_of


def render(agreement: Agreement) -> bytes:
    """Return the agreement as Akoma Ntoso 3.0, valid against the OASIS schema; every eId is an address of numbering.py.

    Where words come from (clauses, variants, hands) is not in it. Raises Problem where a reference leads nowhere.
    """
    agreement = bare(agreement)
    words = Words(references.targets(agreement))
    tops = placed(agreement)
    annexes = [_annex(agreement, words, one, one.node) for one in tops if isinstance(one.node, Annex)]
    parts = [
        akn("preface", *(p(words, line.content, line.part) for line in agreement.title)) if agreement.title else None,
        _preamble(words, agreement.preamble, tops) if agreement.preamble else None,
        _body(agreement, words, [one for one in tops if isinstance(one.node, Article)], "body"),
        _conclusions(words, agreement) if agreement.testimonium or agreement.signatures else None,
        akn("attachments", *annexes) if annexes else None,
    ]
    root = akn("akomaNtoso", akn("doc", meta(agreement, words), *parts, name="agreement"))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def _preamble(words: Words, node: Preamble, tops: Iterable[Placed]) -> Element:
    recitals = [akn("recital", p(words, one.node.content), eId=one.address) for one in tops if isinstance(one.node, Recital)]
    return akn(
        "preamble",
        p(words, node.opening, "opening"),
        akn("recitals", *recitals, eId="preamble__recitals") if recitals else None,
        akn("formula", p(words, node.formula), name="enacting"),
    )


def _body(agreement: Agreement, words: Words, places: Iterable[Placed], eid: str) -> Element:
    inner = [made for one in places for made in _hierarchy(agreement, words, one)]
    if not inner:
        inner = [akn("p")]
    return akn("mainBody", *inner, eId=eid)


def _hierarchy(agreement: Agreement, words: Words, one: Placed) -> Iterator[Element]:
    node = one.node
    if isinstance(node, Article):
        inner = [made for block in one.inner for made in _hierarchy(agreement, words, block)]
        inner = inner or [akn("content", akn("p"))]
        yield akn("article", *_head(words, label_of(agreement, one), node.heading), *inner, eId=one.address, wId=node.name)
    elif isinstance(node, Paragraph):
        yield _unit(agreement, words, one, "paragraph", node.content, node.closing)
    elif isinstance(node, Item):
        yield _unit(agreement, words, one, "point", node.content, ())
    elif isinstance(node, Table):
        table = _table(words, node, f"{one.address}__rows")
        yield akn("hcontainer", akn("content", table), name="table", eId=one.address)


def _unit(agreement: Agreement, words: Words, one: Placed, tag: str, content: Inlines, closing: Inlines) -> Element:
    """A paragraph or point: all its words as content, or before and after its points."""
    head = _head(words, one.label, ())
    if not one.inner and not closing:
        return akn(tag, *head, akn("content", p(words, content)), eId=one.address)
    points = [made for inner in one.inner for made in _hierarchy(agreement, words, inner)]
    after = akn("wrapUp", p(words, closing)) if closing else None
    return akn(tag, *head, akn("intro", p(words, content)), *points, after, eId=one.address)


def _head(words: Words, label: str, heading: Inlines) -> list[Element]:
    number = akn("num")
    number.text = label
    return [*([number] if label else []), *([filled(akn("heading"), words, heading)] if heading else [])]


def _table(words: Words, node: Table, eid: str) -> Element:
    caption = filled(akn("caption"), words, node.caption) if node.caption else None
    rows = [_row(words, node, row, "th" if place == 0 else "td") for place, row in enumerate((node.heading, *node.rows))]
    return akn("table", caption, *rows, eId=eid)


def _row(words: Words, node: Table, row: Row, tag: str) -> Element:
    cells = []
    for place, cell in enumerate(row.cells):
        look = {"class": "figures"} if place in node.figures else {}
        cells.append(akn(tag, p(words, cell), **look))
    return akn("tr", *cells)


def _conclusions(words: Words, agreement: Agreement) -> Element:
    inner: list[Element] = []
    if agreement.testimonium:
        inner += _testimonium(words, agreement.testimonium)
    inner += [_signature(words, one, place) for place, one in enumerate(agreement.signatures, 1)]
    return akn("conclusions", *inner, eId="conclusions")


def _testimonium(words: Words, node: Testimonium) -> Iterator[Element]:
    for place, paragraph in enumerate(node.paragraphs, 1):
        inner = [p(words, paragraph.content, "content"), *(p(words, item.content, "item") for item in paragraph.items)]
        closing = p(words, paragraph.closing, "closing") if paragraph.closing else None
        yield akn("blockContainer", *inner, closing, eId=f"testimonium__para_{place}", **{"class": "testimonium"})


def _signature(words: Words, node: Signature, place: int) -> Element:
    lines = [p(words, getattr(node, part), part) for part in ("lead", "party", "signatory", "office") if getattr(node, part)]
    return akn("blockContainer", *(lines or [akn("p")]), eId=f"signatures__block_{place}", **{"class": "signature"})


def _annex(agreement: Agreement, words: Words, one: Placed, node: Annex) -> Element:
    body = _body(agreement, words, one.inner, f"{one.address}__body")
    document = akn("doc", meta(agreement, words, one.address), body, name="annex")
    head = _head(words, label_of(agreement, one), node.heading)
    look = {"class": "landscape"} if node.landscape else {}
    return akn("attachment", *head, document, eId=one.address, wId=node.name, **look)
