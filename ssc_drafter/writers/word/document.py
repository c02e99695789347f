"""The door of the Word writer: an agreement in, the bytes of a .docx out."""

from __future__ import annotations

from lxml import etree

from ssc_drafter import places
from ssc_drafter.tree.nodes import Agreement
from ssc_drafter.writers import scripts
from ssc_drafter.writers.word import furniture
from ssc_drafter.writers.word.body import body, turned
from ssc_drafter.writers.word.context import Context
from ssc_drafter.writers.word.package import OFFICE, WORD, Part, packed
from ssc_drafter.writers.word.pages import paged
from ssc_drafter.writers.word.xml import Element, printed, qn, w

MAIN = "word/document.xml"
TEXT_WIDTH = 7938
PAGE_HEIGHT = 16838 - 2 * 1701
THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
JUSTIFIED = ("Preamble", "AgreementText", "AgreementParagraph", "AgreementItem", "AgreementSubitem", "AgreementClosing")


def render(agreement: Agreement, *, reference: bytes | None = None, internal: bool = False) -> bytes:
    """Return the agreement as a Word file.

    `reference` is a ministry's own .docx: its header, footer, styles and page are taken, its text is not.
    `internal` marks the header as a copy not meant for the other Party.
    Raises Problem for a reference within the text that leads nowhere, or a reference file that cannot be used.
    """
    context = Context(agreement)
    blocks, styles = list(body(context)), _styles(agreement)
    pages, count = paged(blocks, styles, PAGE_HEIGHT, TEXT_WIDTH)
    turned(blocks, pages)
    parts = [
        _part("styles", printed(styles), "rId1"),
        _part("numbering", printed(context.lists.part()), "rId2"),
        _part("settings", printed(furniture.settings(agreement)), "rId3"),
        _part("fontTable", printed(_look("fontTable")), "rId4"),
        Part("word/theme/theme1.xml", THEME, f"{OFFICE}/theme", _plain(_look("theme")), MAIN, "rId5"),
        _part("footer", printed(furniture.footer(agreement, count)), "rId6"),
    ]
    references = [furniture.reference("footer", "rId6")]
    header = furniture.header(agreement, internal)
    if header is not None:
        parts.append(_part("header", printed(header), "rId7"))
        references.insert(0, furniture.reference("header", "rId7"))
    document = w("document", w("body", *blocks, furniture.section(*references)))
    main = Part(MAIN, f"{WORD}.document.main+xml", f"{OFFICE}/officeDocument", printed(document), "", "rId1")
    return packed([main, *parts, *_properties(agreement)])


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
