"""The report of a check as a file: the draft in Word with comments at the words, a PDF, a table of sheets, JSON.

What goes in is the document of `ssc-drafter/findings/1`; every word of it is printed as it stands and is never structure.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ssc_drafter.errors import Problem
from ssc_drafter.tree.nodes import Agreement

FORMATS = ("docx", "pdf", "xlsx", "json")


def render(document: Mapping[str, Any], fmt: str, agreement: Agreement | None = None) -> bytes:
    """Return the report as the bytes of a file; `agreement` is the draft, which the Word file is made of.

    Raises Problem for an unknown format, and for Word without a draft.
    """
    if fmt == "docx" and agreement is not None:
        from ssc_drafter.writers.report import word

        return word.render(document, agreement)
    if fmt == "pdf":
        from ssc_drafter.writers.report import pdf

        return pdf.render(document)
    if fmt == "xlsx":
        from ssc_drafter.writers.report import sheets

        return sheets.render(document)
    if fmt == "json":
        return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"
    raise Problem("writers.unknown_format", format=fmt, formats=", ".join(FORMATS))
