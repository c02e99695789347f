"""The door of the Word writer: an agreement in, the bytes of a .docx out."""

from __future__ import annotations

from ssc_drafter.tree.nodes import Agreement
from ssc_drafter.writers.word import furniture, package
from ssc_drafter.writers.word import reference as letterheads
from ssc_drafter.writers.word.body import body, turned
from ssc_drafter.writers.word.context import Context
from ssc_drafter.writers.word.letterhead import dress, renamed
from ssc_drafter.writers.word.pages import paged
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
    width, height = text_area(document.element.body.sectPr)
    furniture.header(document, agreement, internal, width)
    context = Context(agreement, width, document.part.numbering_part.element)
    blocks = list(body(context))
    renamed([*blocks, context.lists.part], ids)
    styles = document.styles.element
    _uncounted(styles, {ids.get(one, one) for one in context.printed_headings()})
    pages, count = paged(blocks, styles, height, width)
    turned(blocks, pages)
    document.element.body[:0] = blocks
    furniture.footer(document, agreement, count)
    return package.saved(document)


def _uncounted(styles: Element, ids: set[str]) -> None:
    """Take the list from the heading styles of an imported text whose printed numbers Word would not count to."""
    for style in styles.iter(qn("w:style")):
        numbers = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        above = numbers.getparent() if numbers is not None else None
        if style.get(qn("w:styleId")) in ids and numbers is not None and above is not None:
            above.remove(numbers)


def text_area(section: Element) -> tuple[int, int]:
    """Return width and height of the text, in twentieths of a point; other programs than Word write parts of these."""

    def of(element: str, name: str) -> int:
        return abs(int(float(section.find(qn(f"w:{element}")).get(qn(f"w:{name}"), 0))))  # type: ignore[union-attr]

    across = of("pgSz", "w") - of("pgMar", "left") - of("pgMar", "right") - of("pgMar", "gutter")
    return max(across, 2000), max(of("pgSz", "h") - of("pgMar", "top") - of("pgMar", "bottom"), 2000)
