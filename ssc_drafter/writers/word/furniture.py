"""What surrounds the text: header, footer, settings, properties. Nothing here names a person, a folder or a version."""

from __future__ import annotations

from datetime import datetime

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.parts.hdrftr import FooterPart, HeaderPart
from docx.shared import Twips

from ssc_drafter.tree.nodes import Agreement
from ssc_drafter.writers import scripts
from ssc_drafter.writers.sheet import cleaned, date_of, document_words, title_words
from ssc_drafter.writers.word.inlines import field, text_runs
from ssc_drafter.writers.word.xml import Tree, qn, w

JUSTIFIED = (
    "Preamble",
    "Agreement text",
    "Agreement paragraph",
    "Agreement item",
    "Agreement subitem",
    "Agreement closing words",
)
LONGEST_TITLE = 255  # that a document property takes
KINDS = {
    "header": (HeaderPart, CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": (FooterPart, CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
}


def furnish(document: Document, agreement: Agreement) -> None:
    """Give the template the agreement's language, title and date; an original is justified, with mirrored margins."""
    lang = scripts.locale(agreement.lang)
    core, settings = document.core_properties, document.settings.element
    core.title, core.language = cleaned(title_words(agreement))[:LONGEST_TITLE], lang
    core.created = core.modified = datetime.fromisoformat(date_of(agreement))
    for one in document.styles.element.iter(qn("w:lang")):
        one.set(qn("w:val"), lang)
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), lang)
    settings.find(qn("w:decimalSymbol")).set(qn("w:val"), "." if agreement.lang == "en" else ",")
    if agreement.draft_mark:
        settings.remove(settings.find(qn("w:mirrorMargins")))
    else:
        for name in JUSTIFIED:
            document.styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def margin(document: Document, kind: str, of: str, root: Tree) -> Tree:
    """Add a header or footer (`of` the default, first or even pages) to the document's one section, and return its part."""
    made, content_type, relation = KINDS[kind]
    package = document.part.package
    part = made(package.next_partname(f"/word/{kind}%d.xml"), content_type, root, package)
    reference: Tree = w(f"{kind}Reference", type=of)
    reference.rId = document.part.relate_to(part, relation)
    section = document.element.body.sectPr
    section.insert(len(section.findall(qn("w:headerReference")) + section.findall(qn("w:footerReference"))), reference)
    return part


def header(document: Document, agreement: Agreement, internal: bool, text_width: int) -> None:
    """Set the line of a draft in every header: its mark on the left, that it is not agreed on the right."""
    if not agreement.draft_mark and not internal:
        return
    section, words = document.sections[0], document_words(agreement.lang)
    if section.header.is_linked_to_previous:
        margin(document, "header", "default", w("hdr"))
    for one in (section.header, section.first_page_header, section.even_page_header):
        if not one.is_linked_to_previous:
            line = one.add_paragraph(style="Draft mark")
            line.paragraph_format.tab_stops.add_tab_stop(Twips(text_width), WD_TAB_ALIGNMENT.RIGHT)
            right = words.internal if internal else words.not_agreed
            made = [*text_runs(agreement.draft_mark, agreement.lang), w("r", w("tab")), *text_runs(right, agreement.lang)]
            line._p.extend(made)


def footer(document: Document, agreement: Agreement, pages: int) -> None:
    """Set the footer, where there is none: "3 / 12" in a draft, "3" in an original; the cached values are the first page's."""
    section = document.sections[0]
    if not section.footer.is_linked_to_previous:
        return
    line = field("PAGE", [w("r", w("t", text="1"))])
    if agreement.draft_mark:
        line += [w("r", w("t", text=" / ")), *field("NUMPAGES", [w("r", w("t", text=str(pages)))])]
    margin(document, "footer", "default", w("ftr"))
    section.footer.add_paragraph(style="Footer")._p.extend(line)
