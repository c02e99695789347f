"""Two language versions side by side: a row for each paragraph, as Word and as PDF."""

from __future__ import annotations

from ssc_drafter.errors import Problem
from ssc_drafter.tree.nodes import Agreement


def render(left: Agreement, right: Agreement, fmt: str) -> bytes:
    """Return two versions of one agreement side by side as the bytes of a .docx or a .pdf.

    Raises Problem for another format, and at the first place where the two are not built alike.
    """
    if fmt == "docx":
        from ssc_drafter.writers.beside import word

        return word.render(left, right)
    if fmt != "pdf":
        raise Problem("writers.unknown_format", format=fmt, formats="docx, pdf")
    from ssc_drafter.writers.beside import pdf

    return pdf.render(left, right)
