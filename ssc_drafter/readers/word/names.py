"""Names of WordprocessingML elements and attributes, the same for the transitional and the strict (ISO) namespace."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_PREFIXES = {
    _W: "w",
    _W_STRICT: "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
}
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


@lru_cache(maxsize=4096)
def _short(tag: str) -> str:
    space, _, name = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    prefix = _PREFIXES.get(space, "?" if space else "")
    return f"{prefix}:{name}" if prefix else name


def name(element: etree._Element) -> str:
    """Return `w:p` for a paragraph in either namespace; elements of other makers begin with `?:`."""
    tag = element.tag
    return _short(tag) if isinstance(tag, str) else ""


def attribute(element: etree._Element | None, key: str) -> str | None:
    """Return an attribute of Word's own namespace (some producers leave the namespace out), or None."""
    if element is None:
        return None
    for space in (_W, _W_STRICT):
        value: str | None = element.get(f"{{{space}}}{key}")
        if value is not None:
            return value
    return element.get(key)


def paragraph_id(element: etree._Element) -> str:
    """Return the id by which comments of newer Word versions are joined to their thread."""
    return element.get(f"{{{_W14}}}paraId", "")


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first child of that name, of it the first child of the next name, and so on."""
    for wanted in path:
        if element is None:
            return None
        for each in element:
            if name(each) == wanted:
                element = each
                break
        else:
            return None
    return element


def value(element: etree._Element | None, *path: str) -> str | None:
    """Return the `w:val` of a child, or None."""
    return attribute(child(element, *path), "val")


def switch(element: etree._Element | None, *path: str) -> bool | None:
    """Return whether an on/off property is on; None where it is not set."""
    found = child(element, *path)
    if found is None:
        return None
    return (attribute(found, "val") or "true").lower() not in ("0", "false", "off", "none")


def number(element: etree._Element | None, *path: str) -> int | None:
    """Return the `w:val` of a child as a whole number, or None."""
    text = (value(element, *path) or "").strip()
    return int(text) if text.lstrip("-").isdigit() and len(text) < 12 else None


def every(element: etree._Element, *wanted: str) -> Iterator[etree._Element]:
    """Give all descendants of these names in order."""
    return (each for each in element.iter() if name(each) in wanted)
