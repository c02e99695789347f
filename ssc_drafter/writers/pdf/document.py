"""The door of the PDF writer: an agreement in, the bytes of a PDF/A-1a with the PDF/UA-1 mark out."""

from __future__ import annotations

from ssc_drafter.tree.nodes import Agreement
from ssc_drafter.writers import html, scripts, sheet
from ssc_drafter.writers.pdf import printer, signs
from ssc_drafter.writers.pdf.page import Page

MARK = (
    'font: 9pt "Agreement Sans"; width: 100%; margin-bottom: 6mm; padding-bottom: 2mm;'
    " border-bottom: 0.5pt solid #000; vertical-align: bottom;"
)


def render(agreement: Agreement, *, internal: bool = False) -> bytes:
    """Return the agreement as a PDF: fonts within, bookmarks, contents with page numbers, no address opened but our fonts.

    Raises Problem where a reference leads nowhere, where no shipped font has a sign that the text uses, and for whatever is in
    the way of the child that makes it (printer.py).
    """
    return printed(agreement, html.page(agreement, internal=internal, style=""), "", internal=internal)


def printed(agreement: Agreement, source: str, look: str, *, also: Agreement | None = None, internal: bool = False) -> bytes:
    """Return a page of HTML made from an agreement (and from `also`) as a PDF, `look` over our own style.

    Raises Problem where no shipped font has a sign that the text uses.
    """
    for one in (agreement, also) if also else (agreement,):
        signs.require(one)
    title = sheet.cleaned(sheet.title_words(agreement))
    style = _page_marks(agreement, internal) + html.column_rules(agreement) + look
    return printer.printed(Page(source, style, title, scripts.locale(agreement.lang), sheet.date_of(agreement)))


def _page_marks(agreement: Agreement, internal: bool) -> str:
    """Return the rules of header and footer: a draft bears its mark and "3 / 12", an original "3" and margins for binding."""
    words = sheet.document_words(agreement.lang)
    rules = []
    if agreement.draft_mark or internal:
        right = words.internal if internal else words.not_agreed
        rules.append(f"@top-left {{ content: {_quoted(agreement.draft_mark)}; {MARK} text-align: left }}")
        rules.append(f"@top-right {{ content: {_quoted(right)}; {MARK} text-align: right }}")
    number = 'counter(page) " / " counter(pages)' if agreement.draft_mark else "counter(page)"
    rules.append(f'@bottom-center {{ content: {number}; font: 9pt "Agreement Serif"; vertical-align: top; padding-top: 10mm }}')
    page = f"@page {{ {' '.join(rules)} }}"
    if not agreement.draft_mark:
        page += "@page :left { margin-left: 32mm; margin-right: 38mm } @page :right { margin-left: 38mm; margin-right: 32mm }"
    return page


def _quoted(text: str) -> str:
    """Return text as a string of CSS, every sign that is no letter or digit by its number: nothing can end the string."""
    signs = (sign if sign.isascii() and sign.isalnum() else f"\\{ord(sign):x} " for sign in sheet.cleaned(text))
    return f'"{"".join(signs)}"'
