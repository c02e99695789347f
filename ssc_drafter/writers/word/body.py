"""The body of a Word file: paragraphs in printed order, each in its style."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from ssc_drafter.tree.nodes import Annex, Article, Inlines, Item, Paragraph, Recital, Table, plain
from ssc_drafter.tree.walk import Placed
from ssc_drafter.writers.scripts import begins_right
from ssc_drafter.writers.sheet import contents, label_of, opened
from ssc_drafter.writers.word.closing import signatures, testimonium
from ssc_drafter.writers.word.context import Context
from ssc_drafter.writers.word.inlines import field, runs, text_runs
from ssc_drafter.writers.word.numbering import ANNEXES, BODY, INDENT
from ssc_drafter.writers.word.tables import table
from ssc_drafter.writers.word.xml import Element, qn, w

ITEM_STYLES = {2: "AgreementItem"}
OWN_WIDTH = 7937  # 140 mm, as in templates/_look/docx/word/styles.xml
TOC = r'TOC \o "1-3" \h \z \u'


class Spread(Struct, frozen=True):
    """Blocks whose pages lie alike; `wide`: on their side."""

    wide: bool
    blocks: list[Element]


def spreads(context: Context) -> list[Spread]:
    """Return the blocks of the document from title to last annex, by how their pages lie."""
    made = [Spread(False, list(_main(context)))]
    for one in context.places:
        if isinstance(one.node, Annex):
            if one.node.landscape != made[-1].wide:
                made.append(Spread(one.node.landscape, []))
            made[-1].blocks.extend(_annex(context, one, one.node))
    return made


def _main(context: Context) -> Iterator[Element]:
    agreement = context.agreement
    yield from _title(context)
    listed = list(_contents(context))
    yield from listed
    yield from _preamble(context, apart=bool(listed))
    articles = [one for one in context.places if isinstance(one.node, Article)]
    yield from _articles(context, articles, text=0, heading=BODY)
    if agreement.testimonium:
        yield from testimonium(context, agreement.testimonium)
    if agreement.signatures:
        yield from signatures(context, agreement.signatures)


def styled(context: Context, style: str, inlines: Inlines, *looks: Element | None, before: Sequence[Element] = ()) -> Element:
    """Return a paragraph in a style. `looks` are further paragraph properties in the order of the schema."""
    given = [one for one in looks if one is not None]
    early = [one for one in given if _early(one)]
    right = w("bidi") if begins_right(plain(inlines)) else None
    look = w("pPr", w("pStyle", val=style), *early, right, *(one for one in given if not _early(one)))
    return w("p", look, *before, *runs(context, inlines))


def _early(look: Element) -> bool:
    return look.tag.rpartition("}")[2] in ("keepNext", "keepLines", "pageBreakBefore", "numPr", "tabs")


def _title(context: Context) -> Iterator[Element]:
    lines = context.agreement.title
    for place, line in enumerate(lines):
        joint = line.part == "joint"
        first, last = place == 0, place == len(lines) - 1
        space: dict[str, Any] = {"before": 480 if first else 120 if joint else 0, "after": 720 if last else 120 if joint else 0}
        looks = w("spacing", **space) if first or last else None
        yield styled(context, "TitleJoint" if joint else "Title", line.content, looks)


def _contents(context: Context) -> Iterator[Element]:
    entries = contents(context.agreement)
    if not entries:
        return
    lang = context.agreement.lang
    yield w("p", w("pPr", w("pStyle", val="TOCHeading")), *text_runs(context.words.contents, lang))
    opening = field(TOC, [])
    for place, entry in enumerate(entries):
        name = context.bookmark_name(entry.address)
        line = [*text_runs(entry.label, lang), w("r", w("tab")), *text_runs(entry.heading, lang)]
        line += [w("r", w("tab")), *field(f"PAGEREF {name} \\h", [w("r", w("t", text="1"))])]
        first, last = opening[:3] if place == 0 else [], opening[3:] if place == len(entries) - 1 else []
        link = w("hyperlink", *line, anchor=name, history=1)
        yield w("p", w("pPr", w("pStyle", val=f"TOC{entry.level}"), _page_tab(context)), *first, link, *last)


def _page_tab(context: Context) -> Element | None:
    """The tab of the page numbers, where a ministry's page is wider or narrower than the one that our styles are for."""
    if context.text_width == OWN_WIDTH:
        return None
    return w("tabs", w("tab", val="clear", pos=OWN_WIDTH), w("tab", val="right", pos=context.text_width))


def turned(blocks: list[Element], pages: dict[str, int]) -> None:
    """Put the pages into the contents, once it is known where each heading stands."""
    for block in blocks:
        runs = list(block.iter(qn("w:r")))
        for place, run in enumerate(runs):
            code = run.findtext(qn("w:instrText"), "").split()
            if code[:1] == ["PAGEREF"]:
                next(runs[place + 2].iter(qn("w:t"))).text = str(pages[code[1]])


def _preamble(context: Context, apart: bool) -> Iterator[Element]:
    preamble = context.agreement.preamble
    if not preamble:
        return
    new_page = w("pageBreakBefore") if apart else None
    yield styled(context, "Preamble", preamble.opening, new_page)
    for one in context.places:
        if isinstance(one.node, Recital):
            yield styled(context, "Preamble", opened(one.node.content, context.words.recital_openings, first_word=True))
    if preamble.formula:
        yield styled(context, "Formula", preamble.formula)


def _articles(context: Context, articles: list[Placed], text: int, heading: int, style: str = "Heading2") -> Iterator[Element]:
    """`text` is the abstract list, `heading` the instance that counts the headings."""
    for place, one in enumerate(articles):
        assert isinstance(one.node, Article)
        yield _heading(context, one, one.node.heading, style, heading)
        last = place == len(articles) - 1 and text == 0
        yield from _blocks(context, one.inner, text, hold_last=last)


def _heading(context: Context, one: Placed, heading: Inlines, style: str, instance: int) -> Element:
    lang = context.agreement.lang
    label: list[Element] = []
    numbers: Element | None = w("numPr", w("ilvl", val=0), w("numId", val=instance))
    if one.address in context.literal:
        numbers = None
        label = text_runs(label_of(context.agreement, one), lang, style="ArticleNumber")
    line = [*label, *([w("r", w("br"))] if heading else []), *runs(context, heading)]
    return w("p", w("pPr", w("pStyle", val=style), numbers), *context.bookmarked(one.address, line))


def _blocks(context: Context, blocks: tuple[Placed, ...], text: int, hold_last: bool = False) -> Iterator[Element]:
    instance = context.lists.instance(text) if any(one.label or one.inner for one in blocks) else 0
    for place, one in enumerate(blocks):
        hold = hold_last and place == len(blocks) - 1
        if isinstance(one.node, Table):
            yield from table(context, one.node, context.width_at(one.address))
        elif isinstance(one.node, Paragraph):
            yield from _paragraph(context, one, one.node, instance, hold)


def _paragraph(context: Context, one: Placed, node: Paragraph, instance: int, hold: bool) -> Iterator[Element]:
    style = "AgreementParagraph" if one.label else "AgreementText"
    yield _numbered(context, one, style, node.content, instance, hold and not one.inner and not node.closing)
    yield from _items(context, one.inner, instance, hold and not node.closing)
    if node.closing:
        indent = w("ind", left=INDENT) if one.label else None
        yield styled(context, "AgreementClosing", node.closing, w("keepNext") if hold else None, indent)


def _items(context: Context, items: tuple[Placed, ...], instance: int, hold: bool = False) -> Iterator[Element]:
    for place, one in enumerate(items):
        assert isinstance(one.node, Item)
        held = hold and place == len(items) - 1
        style = ITEM_STYLES.get(one.depth, "AgreementSubitem")
        yield _numbered(context, one, style, one.node.content, instance, held and not one.inner)
        yield from _items(context, one.inner, instance, held)


def _numbered(context: Context, one: Placed, style: str, inlines: Inlines, instance: int, hold: bool) -> Element:
    """A paragraph or item with its number: Word's own where it counts alike, else in letters before the words."""
    label: list[Element] = []
    looks: list[Element | None] = [w("keepNext") if hold else None]
    if one.label and one.address in context.literal:
        label = [*text_runs(one.label, context.agreement.lang), w("r", w("tab"))]
        place = one.depth * INDENT
        looks.append(w("ind", left=place, hanging=INDENT))
        style = "AgreementText"
    elif one.label:
        looks.append(w("numPr", w("ilvl", val=one.depth), w("numId", val=instance)))
    made = styled(context, style, inlines, *looks, before=label)
    if one.address in context.cited:
        inner = list(made)[1:]
        for element in context.bookmarked(one.address, inner):
            made.append(element)
    return made


def _annex(context: Context, one: Placed, annex: Annex) -> Iterator[Element]:
    yield _heading(context, one, annex.heading, "Heading1", ANNEXES)
    text = context.lists.text()
    yield from _blocks(context, tuple(inner for inner in one.inner if not isinstance(inner.node, Article)), text)
    articles = [inner for inner in one.inner if isinstance(inner.node, Article)]
    if articles:
        yield from _articles(context, articles, text, context.lists.instance(text, first=0), "Heading3")
