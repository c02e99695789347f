"""The parts of a Word file: where the document, its styles, numbers, notes and comments stand, and what points outside."""

from __future__ import annotations

import posixpath

from lxml import etree
from msgspec import Struct

from ssc_drafter.readers.archive import Archive
from ssc_drafter.readers.reading import Draft, Refusal, shorten
from ssc_drafter.readers.xml import local, parse

_PICTURE_PIXELS = 100_000_000
_EMBEDDED = ("embeddings/", "activeX/", "vbaProject", "afchunk")


class Relation(Struct, frozen=True):
    """A link from a part to another part or to something outside."""

    kind: str
    target: str
    outside: bool


class Package:
    """A Word file's parts, parsed at first use. Raises Refusal where there is no document in it."""

    def __init__(self, data: bytes) -> None:
        self._archive = Archive(data)
        start = self._relations("")
        main = next((each.target for each in start.values() if each.kind == "officeDocument" and not each.outside), "")
        if main not in self._archive:
            raise Refusal("readers.no_document")
        self.main = main
        self.relations = self._relations(main)

    def part(self, kind: str) -> etree._Element | None:
        """Return the root of the part that the document names by this kind of relation, or None."""
        target = next((each.target for each in self.relations.values() if each.kind == kind and not each.outside), "")
        return self.parse(target) if target in self._archive else None

    def parse(self, name: str) -> etree._Element:
        """Return the root of a part by its name."""
        return parse(self._archive.read(name), part=name)

    def _relations(self, part: str) -> dict[str, Relation]:
        folder, file = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        if name not in self._archive:
            return {}
        found = {}
        for element in self.parse(name):
            if local(element) == "Relationship":
                outside = element.get("TargetMode", "").lower() == "external"
                target = element.get("Target", "")
                if not outside:
                    target = posixpath.normpath(
                        target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                    )
                kind = element.get("Type", "").rsplit("/", 1)[-1]
                found[element.get("Id", "")] = Relation(kind, target, outside)
        return found

    def warn(self, draft: Draft) -> None:
        """Say what in the file points outside or is more than text. Raises Refusal for parts with a document type."""
        links: dict[str, None] = {}
        for name in self._archive.names():
            if name.endswith(".rels"):
                folder, file = posixpath.split(name)
                for each in self._relations(posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))).values():
                    if each.outside and each.kind == "hyperlink":
                        links[each.target] = None
                    elif each.outside:
                        draft.note("readers.points_outside", kind=each.kind, address=shorten(each.target, 200))
            elif name.endswith(".xml") and name != self.main:
                self.parse(name)  # a document type is refused in whatever part it stands
            elif name.lower().endswith(".png"):
                _check_picture(self._archive.read(name), name)
        if links:
            shown = ", ".join(shorten(link, 100) for link in list(links)[:50])
            draft.note("readers.links", count=len(links), addresses=shown)
        self._warn_embedded(draft)

    def _warn_embedded(self, draft: Draft) -> None:
        embedded = [name for name in self._archive.names() if any(sign in name for sign in _EMBEDDED) and ".rels" not in name]
        if embedded:
            draft.note(
                "readers.embedded", count=len(embedded), names=", ".join(posixpath.basename(name) for name in embedded[:20])
            )


def _check_picture(data: bytes, name: str) -> None:
    """Refuse a picture that would need gigabytes when it is opened. Only its header is looked at, it is never decoded."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and data[12:16] == b"IHDR":
        width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
        if width * height > _PICTURE_PIXELS:
            raise Refusal("readers.picture", part=name, width=width, height=height)
