"""Elements of WordprocessingML, made short to write: w("p", w("r"), val="1") is <w:p w:val="1"><w:r/></w:p>."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

Element = etree._Element
Tree = Any  # an element, or another object of python-docx, whose further attributes are its own

__all__ = ["Element", "Tree", "qn", "w"]


def w(tag: str, *inner: Element | None, text: str | None = None, **attributes: str | int) -> Element:
    """Return an element of the w namespace with its attributes, its text and the elements within it (None is left out)."""
    made: Tree = OxmlElement(f"w:{tag}", {qn(f"w:{name.rstrip('_')}"): str(value) for name, value in attributes.items()})
    if text is not None:
        made.text = text
        if text != text.strip() or "  " in text:
            made.set(qn("xml:space"), "preserve")
    made.extend([one for one in inner if one is not None])
    return made  # type: ignore[no-any-return]
