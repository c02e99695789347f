"""Two language versions side by side as a PDF."""

from __future__ import annotations

from markupsafe import Markup

from ssc_drafter import places
from ssc_drafter.tree.nodes import Agreement
from ssc_drafter.writers import html, sheet
from ssc_drafter.writers.beside.rows import paired
from ssc_drafter.writers.pdf.document import printed


def page(left: Agreement, right: Agreement) -> str:
    """Return both versions as a page of HTML, without a style. Raises Problem where they are not built alike."""
    speak = (html.inliner(left), html.inliner(right))
    rows = [
        tuple({"cell": cell, "lang": made.lang, "inl": inl} for cell, made, inl in zip(pair, (left, right), speak, strict=True))
        for pair in paired(left, right)
    ]
    inner = html.templates().get_template("beside.html").render(rows=rows, agreement=left)
    return (
        html.templates()
        .get_template("page.html")
        .render(
            agreement=left,
            title=f"{sheet.cleaned(sheet.title_words(left))} / {sheet.cleaned(sheet.title_words(right))}",
            date=sheet.date_of(left),
            right=False,
            style=Markup(""),
            sheet=Markup(inner),  # noqa: S704 - escaped by the template above
        )
    )


def render(left: Agreement, right: Agreement) -> bytes:
    """Return both versions side by side as a PDF/A. Raises Problem where they are not built alike, or for a missing sign."""
    look = (places.look() / "beside.css").read_text("utf-8")
    return printed(left, page(left, right), look, also=right)
