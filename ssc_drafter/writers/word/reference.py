"""A ministry's own .docx, read with distrust: what of it is a letterhead is taken and cleaned; nothing else leaves this module.

Taken: styles, theme, page, header and footer with their pictures. Not taken: its text, settings, properties, comments, macros,
and whatever points outside the file.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from ssc_drafter.errors import Problem
from ssc_drafter.writers.word.package import OFFICE, RELATIONS, TYPES
from ssc_drafter.writers.word.xml import Element, R, W, qn

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MOST_PARTS, MOST_BYTES = 500, 30_000_000
MAIN_TYPES = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
PICTURES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif"}
DROPPED = frozenset({
    "del", "moveFrom", "comment", "commentRangeStart", "commentRangeEnd", "commentReference", "proofErr", "object", "control",
    "bookmarkStart", "bookmarkEnd", "dataBinding", "permStart", "permEnd", "footnoteReference", "endnoteReference",
    "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "rPrChange", "pPrChange", "sectPrChange",
    "tblPrChange", "tcPrChange", "trPrChange", "rsid", "rsids",
})  # fmt: skip
UNWRAPPED = frozenset({"ins", "moveTo", "hyperlink", "smartTag", "customXml"})
FETCHING = (
    "INCLUDEPICTURE",
    "INCLUDETEXT",
    "LINK",
    "DDE",
    "DDEAUTO",
    "EMBED",
    "IMPORT",
    "DATABASE",
    "MACROBUTTON",
    "HYPERLINK",
)


class Picture(Struct, frozen=True):
    name: str
    content_type: str
    data: bytes
    relation: str  # its id in the header or footer


class Margin(Struct, frozen=True):
    """A header or footer: `kind` header or footer, `type` default, first or even."""

    kind: str
    type: str
    root: Element
    pictures: tuple[Picture, ...]


class Letterhead(Struct, frozen=True):
    """What a reference file gives."""

    styles: Element
    theme: Element | None
    section: Element
    margins: tuple[Margin, ...]
    even_and_odd: bool


def read(data: bytes) -> Letterhead:
    """Return the letterhead in a .docx.

    Raises Problem where it is no Word document, bears macros, or is larger than a letterhead needs.
    """
    parts = _unpacked(data)
    main = _main(parts)
    document = _parsed(parts, main)
    if document.tag != qn("w:document"):
        raise _refused("no document in the usual form")
    relations = _relations(parts, main)
    section = document.find(f"{qn('w:body')}/{qn('w:sectPr')}")
    section = _cleaned(section if section is not None else etree.Element(qn("w:sectPr")))
    styles = next((_parsed(parts, path) for kind, path in relations.values() if kind == "styles"), None)
    if styles is None:
        raise _refused("it has no styles")
    theme = next((_parsed(parts, path) for kind, path in relations.values() if kind == "theme"), None)
    if theme is not None and any(_relating(one) for one in theme.iter(etree.Element)):
        theme = None
    settings = next((_parsed(parts, path) for kind, path in relations.values() if kind == "settings"), None)
    even = settings is not None and settings.find(qn("w:evenAndOddHeaders")) is not None
    return Letterhead(_cleaned(styles), theme, section, tuple(_margins(parts, section, relations)), even)


def _refused(detail: str) -> Problem:
    return Problem("writers.reference_not_docx", detail=detail)


def _unpacked(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            size = sum(entry.file_size for entry in entries)
            if len(entries) > MOST_PARTS or size > MOST_BYTES:
                raise Problem("writers.reference_too_large", detail=f"{len(entries)} parts, {size} bytes")
            return {entry.filename: package.read(entry) for entry in entries if not entry.is_dir()}
    except (zipfile.BadZipFile, RuntimeError, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise _refused(str(error) or "damaged") from None


def _parsed(parts: dict[str, bytes], path: str) -> Element:
    if path not in parts:
        raise _refused(f"{path} is missing")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(parts[path], parser)
    except etree.XMLSyntaxError as error:
        raise _refused(f"{path}: {error.msg}") from None
    if b"<!DOCTYPE" in parts[path]:
        raise _refused(f"{path} declares entities")
    return root


def _main(parts: dict[str, bytes]) -> str:
    """Return the path of the main part; macros are refused whatever they are called."""
    types = _parsed(parts, "[Content_Types].xml")
    kinds = {one.get("PartName", "").lstrip("/"): one.get("ContentType", "") for one in types.iter(f"{{{TYPES}}}Override")}
    listed = [*kinds.values(), *(one.get("ContentType", "") for one in types.iter(f"{{{TYPES}}}Default"))]
    if any("macro" in kind.lower() or "vba" in kind.lower() for kind in listed) or any(
        "vbaproject" in name.lower() for name in parts
    ):
        raise _refused("it bears macros")
    main = next((path for kind, path in _relations(parts, "").values() if kind == "officeDocument"), "")
    if not kinds.get(main, "").endswith(MAIN_TYPES):
        raise _refused("no Word document")
    return main


def _relations(parts: dict[str, bytes], owner: str) -> dict[str, tuple[str, str]]:
    """Return (kind, path) of every relation of a part to another in the file; those that point outside are left out."""
    folder, _, name = owner.rpartition("/")
    path = f"{folder}/_rels/{name}.rels".lstrip("/")
    if path not in parts:
        return {}
    found = {}
    for one in _parsed(parts, path).iter(f"{{{RELATIONS}}}Relationship"):
        kind, target = one.get("Type", ""), one.get("Target", "")
        if one.get("TargetMode") != "External" and kind.startswith(OFFICE):
            inside = posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target))
            found[one.get("Id", "")] = kind.rpartition("/")[2], inside
    return found


def _margins(parts: dict[str, bytes], section: Element, relations: dict[str, tuple[str, str]]) -> Iterator[Margin]:
    for one in list(section):
        kind = etree.QName(one).localname.removesuffix("Reference")
        if kind in ("header", "footer"):
            section.remove(one)
            found, path = relations.get(one.get(qn("r:id"), ""), ("", ""))
            if found == kind:
                root = _cleaned(_parsed(parts, path))
                pictures = tuple(_pictures(parts, root, _relations(parts, path)))
                yield Margin(kind, one.get(qn("w:type"), "default"), root, pictures)


def _pictures(parts: dict[str, bytes], root: Element, relations: dict[str, tuple[str, str]]) -> Iterator[Picture]:
    """Yield the pictures that stand in a header or footer; what refers to anything else is taken out of it."""
    kept: set[str] = set()
    for one in list(root.iter(etree.Element)):
        for name in _relating(one):
            number = str(one.get(name))
            kind, path = relations.get(number, ("", ""))
            ending = posixpath.splitext(path)[1].lower()
            if kind != "image" or ending not in PICTURES or path not in parts:
                _take_out(one, name)
            elif number not in kept:
                kept.add(number)
                yield Picture(posixpath.basename(path), PICTURES[ending], parts[path], number)


def _relating(one: Element) -> list[str]:
    """Return the attributes of an element that name a relation."""
    return [str(name) for name in one.attrib if str(name).startswith(f"{{{R}}}")]


def _take_out(one: Element, attribute: str) -> None:
    drawing = next((above for above in one.iterancestors() if above.tag in (qn("w:drawing"), qn("w:pict"))), None)
    if drawing is not None:
        _removed(drawing)
    else:
        del one.attrib[attribute]


def _cleaned(root: Element) -> Element:
    """Return a part without marks of revision, comments, hidden words, hands (rsid), fields that fetch, and links."""
    _without_extensions(root)
    for one in list(root.iter(etree.Element)):
        name = etree.QName(one)
        if name.namespace != W:
            continue
        for attribute in [key for key in one.attrib if etree.QName(key).localname.startswith("rsid")]:
            del one.attrib[attribute]
        if name.localname in DROPPED or _hidden(one) or _fetching(one):
            _removed(one)
        elif name.localname in UNWRAPPED:
            _unwrapped(one)
    return root


def _without_extensions(root: Element) -> None:
    """Take out what a reader may ignore (newer Words' attributes), so that no prefix is mentioned that is not declared."""
    listed = root.attrib.pop(f"{{{MC}}}Ignorable", "").split()
    ignored = {root.nsmap[prefix] for prefix in listed if prefix in root.nsmap}
    for one in list(root.iter(etree.Element)):
        for name in [key for key in one.attrib if etree.QName(key).namespace in ignored]:
            del one.attrib[name]
        if etree.QName(one).namespace in ignored and not any(above.tag == f"{{{MC}}}Choice" for above in one.iterancestors()):
            _removed(one)


def _hidden(one: Element) -> bool:
    return one.tag == qn("w:r") and one.find(f"{qn('w:rPr')}/{qn('w:vanish')}") is not None


def _fetching(one: Element) -> bool:
    code = (
        (one.text or "") if one.tag == qn("w:instrText") else one.get(qn("w:instr"), "") if one.tag == qn("w:fldSimple") else ""
    )
    return code.strip().upper().startswith(FETCHING)


def _removed(one: Element) -> None:
    above = one.getparent()
    if above is not None:
        above.remove(one)


def _unwrapped(one: Element) -> None:
    above = one.getparent()
    if above is not None:
        place = above.index(one)
        above[place : place + 1] = list(one)
