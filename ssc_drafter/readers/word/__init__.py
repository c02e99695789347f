"""Word (.docx): the text as Word prints it, with automatic numbers, every tracked change and comment reported.

The walk over the XML is our own: python-docx and the other readers tried lose inserted text, content controls, boxes,
numbers or non-breaking hyphens (failures.md, group B).
"""

from __future__ import annotations

from ssc_drafter.readers.reading import Limits, Reading
from ssc_drafter.readers.word.figures import warm
from ssc_drafter.readers.word.printed import print_document

__all__ = ["read", "warm"]


def read(data: bytes, limits: Limits, options: dict[str, str]) -> Reading:
    """Return a Word file. The option `view` is "accepted" (all tracked changes accepted) or "original" (all rejected)."""
    return print_document(data, limits, "original" if options.get("view") == "original" else "accepted")
