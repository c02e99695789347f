"""A ministry's own .docx, read with distrust: what of it is a letterhead is taken and cleaned; nothing else leaves this module.

Taken: styles, theme, page, header and footer with their pictures. Not taken: its text, settings, properties, comments, macros,
and whatever points outside the file.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.part import PartFactory
from docx.oxml import parse_xml
from docx.oxml.ns import nsmap
from docx.package import Package
from docx.parts.document import DocumentPart
from docx.parts.hdrftr import FooterPart, HeaderPart
from docx.parts.image import ImagePart
from lxml import etree
from msgspec import Struct

from ssc_drafter.errors import Problem
from ssc_drafter.writers.word.xml import Element, Tree, qn, w

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MOST_PARTS, MOST_BYTES = 500, 30_000_000
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
TAKEN = frozenset({
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.THEME, RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER, RELATIONSHIP_TYPE.IMAGE,
})  # fmt: skip
DAMAGED = (  # what python-docx and zipfile raise for a file that is not what it says
    AttributeError, LookupError, TypeError, ValueError, RecursionError, NotImplementedError, RuntimeError, OSError, EOFError,
    etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
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


PartFactory.part_type_for["application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"] = DocumentPart


class Margin(Struct, frozen=True):
    """A header or footer: `kind` header or footer, `type` default, first or even; pictures by the relation that names them."""

    kind: str
    type: str
    root: Tree
    pictures: dict[str, bytes]


class Letterhead(Struct, frozen=True):
    """What a reference file gives."""

    styles: Tree
    theme: bytes
    section: Tree
    margins: tuple[Margin, ...]
    even_and_odd: bool


def read(data: bytes) -> Letterhead:
    """Return the letterhead in a .docx.

    Raises Problem where it is no Word document, bears macros, or is larger than a letterhead needs.
    """
    try:
        return _letterhead(Package.open(io.BytesIO(_scanned(data))).main_document_part)
    except DAMAGED as error:
        raise _refused(str(error) or "damaged") from None


def _letterhead(main: object) -> Letterhead:
    if not isinstance(main, DocumentPart):
        raise _refused("no Word document")
    section = main.element.body.sectPr
    section = _cleaned(w("sectPr") if section is None else section)
    styles: Tree = main.part_related_by(RELATIONSHIP_TYPE.STYLES)
    themes = [rel.target_part.blob for rel in main.rels.values() if rel.reltype == RELATIONSHIP_TYPE.THEME]
    even = main.settings.odd_and_even_pages_header_footer
    return Letterhead(
        _cleaned(styles.element), _theme(themes[0]) if themes else b"", section, tuple(_margins(main, section)), even
    )


def _refused(detail: str) -> Problem:
    return Problem("writers.reference_not_docx", detail=detail)


def _scanned(data: bytes) -> bytes:
    """Return the package without the relations that a letterhead does not need: python-docx then opens nothing else in it."""
    parts = _unpacked(data)
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")) and any("<!DOCTYPE".encode(code) in content for code in ENCODINGS):
            raise _refused(f"{name} declares entities")
    types = b"".join(parts.get("[Content_Types].xml", b"").lower().split(b"\0"))
    if b"macro" in types or b"vba" in types or any("vbaproject" in name.lower() for name in parts):
        raise _refused("it bears macros")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            package.writestr(name, _kept(name, content, parts) if name.endswith(".rels") else content)
    return out.getvalue()


def _unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entries = package.infolist()
        size = sum(entry.file_size for entry in entries)
        if len(entries) > MOST_PARTS or size > MOST_BYTES:
            raise Problem("writers.reference_too_large", detail=f"{len(entries)} parts, {size} bytes")
        return {entry.filename: package.read(entry) for entry in entries if not entry.is_dir()}


def _kept(name: str, content: bytes, parts: dict[str, bytes]) -> bytes:
    """Return relations without those that point outside, to nothing, or to what is not taken."""
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))
    folder = posixpath.dirname(posixpath.dirname(name))
    for one in list(root):
        inside = posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
        if one.get("TargetMode") == "External" or one.get("Type") not in TAKEN or inside not in parts:
            root.remove(one)
    return bytes(etree.tostring(root))


def _theme(blob: bytes) -> bytes:
    """Return a theme without comments; one that uses pictures is left behind."""
    root = _cleaned(parse_xml(blob))
    return b"" if any(relating(root)) else bytes(serialize_part_xml(root))


def _margins(main: Tree, section: Tree) -> Iterator[Margin]:
    for one in list(section):
        kind = etree.QName(one).localname.removesuffix("Reference")
        if kind in ("header", "footer"):
            part = main.related_parts.get(one.get(qn("r:id")))
            if isinstance(part, HeaderPart if kind == "header" else FooterPart):
                root = _cleaned(part.element)
                yield Margin(kind, one.get(qn("w:type"), "default"), root, _pictures(part, root))


def _pictures(part: Tree, root: Tree) -> dict[str, bytes]:
    """Return the pictures that stand in a header or footer; what refers to anything else is taken out of it."""
    kept: dict[str, bytes] = {}
    for one, name in list(relating(root)):
        found = part.related_parts.get(one.get(name))
        if isinstance(found, ImagePart) and _is_picture(found.blob):
            kept[one.get(name, "")] = found.blob
        else:
            _take_out(one, name)
    return kept


def _is_picture(blob: bytes) -> bool:
    try:
        return bool(Image.from_blob(blob).content_type)
    except (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError, *DAMAGED):
        return False


def relating(root: Element) -> Iterator[tuple[Element, str]]:
    """Yield the elements that name a relation, with the attribute that does."""
    for one in root.iter(etree.Element):
        yield from ((one, str(name)) for name in one.attrib if str(name).startswith(f"{{{nsmap['r']}}}"))


def _take_out(one: Element, attribute: str) -> None:
    drawing = next((above for above in one.iterancestors() if above.tag in (qn("w:drawing"), qn("w:pict"))), None)
    if drawing is not None:
        _removed(drawing)
    else:
        del one.attrib[attribute]


def _cleaned(root: Tree) -> Tree:
    """Return a part without marks of revision, comments, hidden words, hands (rsid), fields that fetch, and links."""
    if root.getroottree().docinfo.doctype:
        raise _refused("it declares entities")
    etree.strip_elements(root, etree.Comment, etree.ProcessingInstruction, etree.Entity, with_tail=False)
    _without_extensions(root)
    for one in list(root.iter(etree.Element)):
        name = etree.QName(one)
        if name.namespace != nsmap["w"]:
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
