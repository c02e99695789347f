"""The parts of a Word file in one zip: fixed order, fixed times, so that the same agreement makes the same bytes."""

from __future__ import annotations

import io
import zipfile

from lxml import etree
from msgspec import Struct

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
EPOCH = (1980, 1, 1, 0, 0, 0)


class Part(Struct, frozen=True):
    """A part: where it lies, what it is, how its owner relates to it, its bytes. `owner` is empty for the package itself."""

    name: str  # "word/styles.xml"
    content_type: str
    relation: str  # the full name of the relation, or empty
    data: bytes
    owner: str = ""
    id: str = ""


def packed(parts: list[Part]) -> bytes:
    """Return the file with these parts, their content types and their relations."""
    files = {"[Content_Types].xml": _types(parts)}
    owners = sorted({part.owner for part in parts if part.relation})
    for owner in owners:
        folder, _, name = owner.rpartition("/")
        path = f"{folder}/_rels/{name}.rels".lstrip("/")
        files[path] = _relations(owner, [part for part in parts if part.owner == owner and part.relation])
    files.update((part.name, part.data) for part in parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0, 0
            package.writestr(entry, data)
    return out.getvalue()


def _types(parts: list[Part]) -> bytes:
    root = etree.fromstring(f'<Types xmlns="{TYPES}"/>')
    etree.SubElement(root, f"{{{TYPES}}}Default", Extension="rels", ContentType=RELATIONS_TYPE)
    etree.SubElement(root, f"{{{TYPES}}}Default", Extension="xml", ContentType="application/xml")
    for part in parts:
        etree.SubElement(root, f"{{{TYPES}}}Override", PartName=f"/{part.name}", ContentType=part.content_type)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _relations(owner: str, parts: list[Part]) -> bytes:
    folder = owner.rpartition("/")[0]
    root = etree.fromstring(f'<Relationships xmlns="{RELATIONS}"/>')
    for part in parts:
        target = part.name.removeprefix(f"{folder}/") if folder else part.name
        etree.SubElement(root, f"{{{RELATIONS}}}Relationship", Id=part.id, Type=part.relation, Target=target)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
