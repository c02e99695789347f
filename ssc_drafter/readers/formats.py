"""What a file is, by its content: the suffix only settles what content cannot (Markdown or plain text).

Formats that may carry macros, hide behind a password or cannot be read are refused here, each with its own sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module

from ssc_drafter.readers.archive import Archive
from ssc_drafter.readers.reading import Limits, Reading, Refusal

# format -> the module with `read(data, limits, options) -> Reading`
READERS = {
    "docx": "ssc_drafter.readers.word",
    "odt": "ssc_drafter.readers.odt",
    "pdf": "ssc_drafter.readers.pdf",
    "html": "ssc_drafter.readers.html",
    "md": "ssc_drafter.readers.markdown",
    "txt": "ssc_drafter.readers.plain",
    "csv": "ssc_drafter.readers.plain",
    "akn": "ssc_drafter.readers.akn",
    "xml": "ssc_drafter.readers.xml",
    "json": "ssc_drafter.readers.saved",
}

# suffix -> the formats that a file of that name may be
SUFFIXES = {
    ".docx": {"docx"},
    ".odt": {"odt"},
    ".pdf": {"pdf"},
    ".html": {"html"},
    ".htm": {"html"},
    ".xhtml": {"html"},
    ".md": {"md"},
    ".markdown": {"md"},
    ".txt": {"txt"},
    ".csv": {"csv"},
    ".xml": {"akn", "xml", "html"},
    ".akn": {"akn"},
    ".json": {"json"},
}

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN_TYPES = {
    _WORD + "document.main+xml": "docx",
    _WORD + "template.main+xml": "readers.word_template",
    "application/vnd.ms-word.document.macroEnabled.main+xml": "readers.macros",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": "readers.macros",
}
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_TEXT_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_MARKUP = re.compile(r"<(\?xml|!doctype\s+html|html|akomaNtoso)\b", re.I)
_HTML = frozenset(("html", "head", "body", "p", "div", "table", "meta", "title", "h1", "h2", "span", "center", "font"))
_CONTENT_TYPE = re.compile(rb'ContentType\s*=\s*["\']([^"\']+)["\']')


def sniff(data: bytes, suffix: str, limits: Limits) -> str:
    """Return the format of a file. Raises Refusal for what is not read, or named as something that it is not."""
    found = _by_magic(data, limits) or _by_text(data, suffix.lower())
    allowed = SUFFIXES.get(suffix.lower())
    if allowed and found not in allowed:
        raise Refusal("readers.wrong_name", suffix=suffix, format=found)
    return found


def _by_magic(data: bytes, limits: Limits) -> str:
    head = data[:1024]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data, limits)
    if head.startswith(_OLE):
        raise Refusal(_old_office(data))
    if head.lstrip().startswith(b"{\\rtf"):
        raise Refusal("readers.rtf")
    return "pdf" if b"%PDF-" in head else ""


def _old_office(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "readers.encrypted"
    return "readers.old_word" if "WordDocument".encode("utf-16-le") in data else "readers.unknown"


def _zipped(data: bytes, limits: Limits) -> str:
    archive = Archive(data)
    if "mimetype" in archive:
        kind = archive.read("mimetype").decode("ascii", "replace").strip()
        if kind == "application/vnd.oasis.opendocument.text":
            return "odt"
        raise Refusal("readers.other_office", kind=kind)
    if "[Content_Types].xml" not in archive:
        raise Refusal("readers.archive")
    types = [found.decode("ascii", "replace") for found in _CONTENT_TYPE.findall(archive.read("[Content_Types].xml"))]
    for kind in types:
        if "macroEnabled" in kind or kind == "application/vnd.ms-office.vbaProject":
            raise Refusal("readers.macros")
    found = next((_MAIN_TYPES[kind] for kind in types if kind in _MAIN_TYPES), "")
    if found == "docx":
        return found
    raise Refusal(found or "readers.other_office", kind=next((kind for kind in types if kind.endswith("main+xml")), ""))


def _by_text(data: bytes, suffix: str) -> str:
    text = _opening(data)
    if text is None:
        raise Refusal("readers.not_text")
    start = text.lstrip("\ufeff \t\r\n")
    if suffix in (".md", ".markdown", ".txt", ".csv") and not re.match(
        r"<(\?xml|!doctype\s+html|html|akomaNtoso)\b", start, re.I
    ):
        return next(iter(SUFFIXES[suffix]))
    if start.startswith("<"):
        return _by_tag(start)
    if suffix == ".json" or start.startswith(("{", "[{")):
        return "json"
    return "txt" if suffix not in (".html", ".htm") else "html"


def _opening(data: bytes) -> str | None:
    """Return the first characters, or None where it is not text."""
    for mark, encoding in _TEXT_MARKS:
        if data.startswith(mark):
            return data[:4096].decode(encoding, "replace")
    if data[:4] in (b"<\0?\0", b"\0<\0?"):
        return data[:4096].decode("utf-16-le" if data[0] else "utf-16-be", "replace")
    head = data[:65536]
    control = sum(byte < 9 or 13 < byte < 32 for byte in head)
    if b"\0" in head or control * 50 > len(head):
        return None
    return head[:4096].decode("latin-1")


def _by_tag(start: str) -> str:
    root = re.search(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)", start)
    name = root.group(1).lower() if root else ""
    if name == "akomantoso":
        return "akn"
    if name in _HTML or re.match(r"<(!doctype\s+html|!--)", start, re.I):
        return "html"
    return "xml"


def reader(name: str) -> Callable[[bytes, Limits, dict[str, str]], Reading]:
    """Return the function that reads a format. It is imported at first use: before the walls stand."""
    read: Callable[[bytes, Limits, dict[str, str]], Reading] = import_module(READERS[name]).read
    return read
