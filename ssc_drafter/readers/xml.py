"""The one way in which XML from a file is parsed, and the reader for XML that is neither Akoma Ntoso nor HTML.

No entity is resolved, nothing is loaded, no document type is accepted in any encoding: a file with one shows other words
in Word than it would show here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from ssc_drafter.readers.reading import Draft, Limits, Reading, Refusal
from ssc_drafter.readers.source import Stretch

_TITLED = re.compile(r"^(article|section|chapter|part|annex|title|clause|paragraph|schedule)$", re.I)
_HEADINGS = ("name", "title", "heading")
_FACTS = {"name": "title", "title": "title", "language": "lang", "lang": "lang", "date_signed": "date", "date": "date"}


def parse(data: bytes, part: str = "") -> etree._Element:
    """Return the root of an XML document. Raises Refusal where it is broken, too deep, or carries a document type."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        deep = "depth" in str(problem).lower()
        raise Refusal("readers.too_deep" if deep else "readers.broken_xml", part=part, why=str(problem)[:120]) from problem
    if root is None:
        raise Refusal("readers.broken_xml", part=part, why="")
    if str(getattr(root.getroottree().docinfo, "doctype", "")):
        raise Refusal("readers.document_type", part=part)
    return root


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace, or nothing for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def read(data: bytes, limits: Limits, options: dict[str, str]) -> Reading:
    """Return the text of an XML whose articles are elements of that name. Raises Refusal where it has none."""
    root = parse(data)
    titled = [element for element in root.iter() if _TITLED.match(local(element))]
    if not titled:
        raise Refusal("readers.foreign_xml", root=local(root))
    draft = Draft(limits, _facts(root))
    draft.note("readers.titled_xml", root=local(root))
    body = next((element for element in root.iter() if local(element) in ("body", "text")), root)
    for text, shape in _lines(body, 0):
        draft.add(text, shape)
    return draft.done()


def _facts(root: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root:
        if local(meta) in ("meta", "metadata", "head"):
            for element in meta.iter():
                fact = _FACTS.get(local(element).lower())
                if fact and (element.text or "").strip():
                    found.setdefault(fact, " ".join((element.text or "").split()))
    return found


def _lines(element: etree._Element, depth: int) -> Iterator[tuple[str, Stretch]]:
    """Give every line of an element: its title as a heading, its text line by line, its children in order."""
    name = local(element)
    style = name if _TITLED.match(name) else ""
    heading = next(
        (element.get(attribute, "").strip() for attribute in ("name", "title", "heading") if element.get(attribute)), ""
    )
    printed = f"{element.get('number', '').strip()} {heading}".strip()  # "ARTICLE I Objectives"
    if printed and style:
        yield printed, Stretch(0, 0, "heading", depth + 1, "", style)
    yield from _text(element.text, style)
    for child in element:
        inner = depth + 1 if style else depth
        yield from _lines(child, inner)
        yield from _text(child.tail, style)


def _text(text: str | None, style: str) -> Iterator[tuple[str, Stretch]]:
    for line in (text or "").replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if line.strip():
            yield line, Stretch(0, 0, style=style)
        elif text and text.strip():
            yield "", Stretch(0, 0)
