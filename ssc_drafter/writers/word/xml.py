"""Elements of WordprocessingML, made short to write: w("p", w("r"), val="1") is <w:p w:val="1"><w:r/></w:p>."""

from __future__ import annotations

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = "http://www.w3.org/XML/1998/namespace"
NAMES = {"w": W, "r": R}

Element = etree._Element


def w(tag: str, *inner: Element | None, text: str | None = None, **attributes: str | int) -> Element:
    """Return an element of the w namespace with its attributes, its text and the elements within it (None is left out)."""
    made = etree.Element(f"{{{W}}}{tag}", None, NAMES)
    for name, value in attributes.items():
        made.set(f"{{{W}}}{name.rstrip('_')}", str(value))
    if text is not None:
        made.text = text
        if text != text.strip() or "  " in text:
            made.set(f"{{{XML}}}space", "preserve")
    made.extend(one for one in inner if one is not None)
    return made


def qn(name: str) -> str:
    """Return a name with its namespace as lxml wants it: "w:p" is "{...}p"."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMES[prefix]}}}{local}"


def printed(root: Element) -> bytes:
    """Return a part as it stands in the file; namespace declarations only at its root."""
    etree.cleanup_namespaces(root, top_nsmap=NAMES, keep_ns_prefixes=["w", "r"])
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
