"""What surrounds the text: page, header, footer, settings, properties. Nothing here names a person, a folder or a version."""

from __future__ import annotations

from typing import Any

from lxml import etree

from ssc_drafter.tree.nodes import Agreement
from ssc_drafter.writers import scripts
from ssc_drafter.writers.sheet import cleaned, date_of, document_words, title_words
from ssc_drafter.writers.word.inlines import field, text_runs
from ssc_drafter.writers.word.xml import Element, qn, w

MM = 56.7
A4 = (11906, 16838)
MARGINS = {"top": 30, "right": 32, "bottom": 30, "left": 38, "header": 14, "footer": 14}
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC, DCTERMS = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def page() -> list[Element]:
    """Return our own page and margins, as the section has them."""
    margins: dict[str, Any] = {name: round(value * MM) for name, value in MARGINS.items()}
    return [w("pgSz", w=A4[0], h=A4[1]), w("pgMar", **margins, gutter=0)]


def reference(kind: str, relation: str) -> Element:
    """Return a reference of the section to its header or footer."""
    made = w(f"{kind}Reference", type="default")
    made.set(qn("r:id"), relation)
    return made


def header(agreement: Agreement, internal: bool, text_width: int) -> Element | None:
    """Return the header of a draft: its mark on the left, that it is not agreed on the right. An original has none."""
    words = document_words(agreement.lang)
    if not agreement.draft_mark and not internal:
        return None
    right = words.internal if internal else words.not_agreed
    look = w("pPr", w("pStyle", val="DraftMark"), w("tabs", w("tab", val="right", pos=text_width)))
    left = text_runs(agreement.draft_mark, agreement.lang)
    return w("hdr", w("p", look, *left, w("r", w("tab")), *text_runs(right, agreement.lang)))


def footer(agreement: Agreement, pages: int) -> Element:
    """Return the footer: "3 / 12" in a draft, "3" in an original. The cached values are those of the first page."""
    line = field("PAGE", [w("r", w("t", text="1"))])
    if agreement.draft_mark:
        line += [w("r", w("t", text=" / ")), *field("NUMPAGES", [w("r", w("t", text=str(pages)))])]
    return w("ftr", w("p", w("pPr", w("pStyle", val="Footer")), *line))


def settings(agreement: Agreement, even_and_odd: bool) -> Element:
    """Return the settings: mirrored margins in an original. No renewal of fields on opening: they are right."""
    original = not agreement.draft_mark
    lang = scripts.locale(agreement.lang)
    compatibility = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return w(
        "settings",
        w("mirrorMargins") if original else None,
        w("defaultTabStop", val=567),
        w("evenAndOddHeaders") if even_and_odd else None,
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", compatibility),
        w("themeFontLang", val=lang),
        w("decimalSymbol", val="." if agreement.lang == "en" else ","),
        w("listSeparator", val=";"),
    )


def core(agreement: Agreement) -> Element:
    """Return the core properties: title, language and the draft's date; no author."""
    root = etree.Element(f"{{{CORE}}}coreProperties", None, {"cp": CORE, "dc": DC, "dcterms": DCTERMS, "xsi": XSI})
    etree.SubElement(root, f"{{{DC}}}title").text = cleaned(title_words(agreement))
    etree.SubElement(root, f"{{{DC}}}creator")
    etree.SubElement(root, f"{{{DC}}}language").text = scripts.locale(agreement.lang)
    for name in ("created", "modified"):
        stamp = etree.SubElement(root, f"{{{DCTERMS}}}{name}")
        stamp.set(f"{{{XSI}}}type", "dcterms:W3CDTF")
        stamp.text = f"{date_of(agreement)}T00:00:00Z"
    return root


def extended() -> Element:
    """Return the extended properties, the same in every file."""
    root = etree.fromstring(f'<Properties xmlns="{EXTENDED}"/>')
    etree.SubElement(root, f"{{{EXTENDED}}}Application").text = "ssc-drafter"
    return root
