"""The door of the Word writer: an agreement in, the bytes of a .docx out."""

from __future__ import annotations

from lxml import etree
from msgspec import Struct

from ssc_drafter import places
from ssc_drafter.tree.nodes import Agreement
from ssc_drafter.writers import scripts
from ssc_drafter.writers.word import furniture
from ssc_drafter.writers.word import reference as letterheads
from ssc_drafter.writers.word.body import body, turned
from ssc_drafter.writers.word.context import Context
from ssc_drafter.writers.word.letterhead import dressed, merged_styles, renamed
from ssc_drafter.writers.word.package import OFFICE, WORD, Part, packed
from ssc_drafter.writers.word.pages import paged
from ssc_drafter.writers.word.reference import Letterhead
from ssc_drafter.writers.word.xml import Element, printed, qn, w

MAIN = "word/document.xml"
THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
JUSTIFIED = ("Preamble", "AgreementText", "AgreementParagraph", "AgreementItem", "AgreementSubitem", "AgreementClosing")
FIRST_FREE = 6  # relations of the document before header and footer


class Attire(Struct, frozen=True):
    """What the words wear: styles, by what id each of ours goes in them, theme, header and footer, page."""

    styles: Element
    ids: dict[str, str]
    theme: Element
    parts: list[Part]
    references: list[Element]
    page: list[Element]
    even_and_odd: bool = False


def render(agreement: Agreement, *, reference: bytes | None = None, internal: bool = False) -> bytes:
    """Return the agreement as a Word file.

    `reference` is a ministry's own .docx: its header, footer, styles and page are taken, its text is not.
    `internal` marks the header as a copy not meant for the other Party.
    Raises Problem for a reference within the text that leads nowhere, or a reference file that cannot be used.
    """
    attire = _own(agreement, internal) if reference is None else _theirs(agreement, internal, letterheads.read(reference))
    width, height = _text_area(attire.page)
    context = Context(agreement, width)
    blocks = list(body(context))
    renamed(blocks, attire.ids)
    _uncounted(attire.styles, {attire.ids.get(one, one) for one in context.printed_headings()})
    pages, count = paged(blocks, attire.styles, height, width)
    turned(blocks, pages)
    numbering = context.lists.part()
    renamed([numbering], attire.ids)
    parts = [
        _part("styles", printed(attire.styles), "rId1"),
        _part("numbering", printed(numbering), "rId2"),
        _part("settings", printed(furniture.settings(agreement, attire.even_and_odd)), "rId3"),
        _part("fontTable", printed(_look("fontTable")), "rId4"),
        Part("word/theme/theme1.xml", THEME, f"{OFFICE}/theme", _plain(attire.theme), MAIN, "rId5"),
        *attire.parts,
    ]
    references = list(attire.references)
    if not any(one.tag == qn("w:footerReference") for one in references):
        parts.append(_part("footer", printed(_footer(agreement, count, attire)), "rId90"))
        references.append(furniture.reference("footer", "rId90"))
    document = w("document", w("body", *blocks, w("sectPr", *references, *attire.page)))
    main = Part(MAIN, f"{WORD}.document.main+xml", f"{OFFICE}/officeDocument", printed(document), "", "rId1")
    return packed([main, *parts, *_properties(agreement)])


def _uncounted(styles: Element, ids: set[str]) -> None:
    """Take the list from the heading styles of an imported text whose printed numbers Word would not count to."""
    for style in styles.iter(qn("w:style")):
        numbers = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        above = numbers.getparent() if numbers is not None else None
        if style.get(qn("w:styleId")) in ids and numbers is not None and above is not None:
            above.remove(numbers)


def _own(agreement: Agreement, internal: bool) -> Attire:
    page = furniture.page()
    header = furniture.header(agreement, internal, _text_area(page)[0])
    parts = [] if header is None else [_part("header", printed(header), f"rId{FIRST_FREE}")]
    references = [] if header is None else [furniture.reference("header", f"rId{FIRST_FREE}")]
    return Attire(_styles(agreement), {}, _look("theme"), parts, references, page)


def _theirs(agreement: Agreement, internal: bool, head: Letterhead) -> Attire:
    styles, ids = merged_styles(head.styles, _styles(agreement))
    size = head.section.find(qn("w:pgSz")), head.section.find(qn("w:pgMar"))
    page = furniture.page() if None in size else []
    mark = furniture.header(agreement, internal, _text_area(page or list(head.section))[0])
    if mark is not None:
        renamed([mark], ids)
    worn = dressed(head, mark, MAIN, FIRST_FREE)
    theme = _look("theme") if head.theme is None else head.theme
    return Attire(styles, ids, theme, worn.parts, worn.references, [*page, *worn.page], head.even_and_odd)


def _footer(agreement: Agreement, pages: int, attire: Attire) -> Element:
    made = furniture.footer(agreement, pages)
    renamed([made], attire.ids)
    return made


def _text_area(page: list[Element]) -> tuple[int, int]:
    """Return width and height of the text, in twentieths of a point."""
    size = next(one for one in page if one.tag == qn("w:pgSz"))
    margins = next(one for one in page if one.tag == qn("w:pgMar"))

    def of(element: Element, name: str) -> int:
        return abs(int(float(element.get(qn(f"w:{name}"), 0))))

    across = of(size, "w") - of(margins, "left") - of(margins, "right") - of(margins, "gutter")
    return max(across, 2000), max(of(size, "h") - of(margins, "top") - of(margins, "bottom"), 2000)


def _part(kind: str, data: bytes, number: str) -> Part:
    return Part(f"word/{kind}.xml", f"{WORD}.{kind}+xml", f"{OFFICE}/{kind}", data, MAIN, number)


def _properties(agreement: Agreement) -> list[Part]:
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    core_relation = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    extended = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    return [
        Part("docProps/core.xml", core, core_relation, _plain(furniture.core(agreement)), "", "rId2"),
        Part("docProps/app.xml", extended, f"{OFFICE}/extended-properties", _plain(furniture.extended()), "", "rId3"),
    ]


def _plain(root: Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _look(name: str) -> Element:
    parser = etree.XMLParser(remove_blank_text=True, remove_comments=True)
    return etree.parse(places.LOOK / "word" / f"{name}.xml", parser).getroot()


def _styles(agreement: Agreement) -> Element:
    """Return our styles in the agreement's language; an original is set justified."""
    root = _look("styles")
    for lang in root.iter(qn("w:lang")):
        lang.set(qn("w:val"), scripts.locale(agreement.lang))
    for style in root.iter(qn("w:style")):
        if not agreement.draft_mark and style.get(qn("w:styleId")) in JUSTIFIED:
            looks = style.find(qn("w:pPr"))
            if looks is None:
                style.append(looks := w("pPr"))
            looks.append(w("jc", val="both"))
    return root
