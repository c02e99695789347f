"""The door of the Word writer: an agreement in, the bytes of a .docx out."""

from __future__ import annotations

from ssc_drafter.tree.nodes import Agreement
from ssc_drafter.writers.word import furniture, package
from ssc_drafter.writers.word import reference as letterheads
from ssc_drafter.writers.word.body import spreads, turned
from ssc_drafter.writers.word.context import Context
from ssc_drafter.writers.word.letterhead import dress, renamed
from ssc_drafter.writers.word.pages import Section, paged
from ssc_drafter.writers.word.sections import parted, text_area, turned_page
from ssc_drafter.writers.word.xml import Element, qn


def render(agreement: Agreement, *, reference: bytes | None = None, internal: bool = False) -> bytes:
    """Return the agreement as a Word file.

    `reference` is a ministry's own .docx: its header, footer, styles and page are taken, its text is not.
    `internal` marks the header as a copy not meant for the other Party.
    Raises Problem for a reference within the text that leads nowhere, or a reference file that cannot be used.
    """
    document = package.opened()
    furniture.furnish(document, agreement)
    ids = {} if reference is None else dress(document, letterheads.read(reference))
    section = document.element.body.sectPr
    areas = {False: text_area(section), True: text_area(turned_page(section))}
    furniture.header(document, agreement, internal, areas[False][0])
    context = Context(agreement, areas[False][0], document.part.numbering_part.element, areas[True][0])
    parts = spreads(context)
    blocks = [block for one in parts for block in one.blocks]
    renamed([*blocks, context.lists.part], ids)
    styles = document.styles.element
    _uncounted(styles, {ids.get(one, one) for one in context.printed_headings()})
    pages, count = paged([Section(one.blocks, *areas[one.wide]) for one in parts], styles)
    turned(blocks, pages)
    document.element.body[:0] = blocks
    furniture.footer(document, agreement, count)
    parted(document, parts, areas[False][0], areas[True][0])
    return package.saved(document)


def _uncounted(styles: Element, ids: set[str]) -> None:
    """Take the list from the heading styles of an imported text whose printed numbers Word would not count to."""
    for style in styles.iter(qn("w:style")):
        numbers = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        above = numbers.getparent() if numbers is not None else None
        if style.get(qn("w:styleId")) in ids and numbers is not None and above is not None:
            above.remove(numbers)
