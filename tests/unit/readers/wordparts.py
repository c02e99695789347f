"""Word files made by hand for tests, part by part, as the XML that stands in them."""

from __future__ import annotations

import io
import zipfile

from ssc_drafter.readers import word
from ssc_drafter.readers.reading import Limits, Reading

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "comments": "comments",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
}


def p(words: str, style: str = "", properties: str = "", mark: str = "") -> str:
    """Return a paragraph; `words` may be text or runs, `mark` a tracked change of the paragraph mark."""
    runs = words if words.startswith("<") or not words else f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
    inside = (f'<w:pStyle w:val="{style}"/>' if style else "") + properties + (f"<w:rPr>{mark}</w:rPr>" if mark else "")
    return f"<w:p><w:pPr>{inside}</w:pPr>{runs}</w:p>"


def r(words: str, look: str = "") -> str:
    """Return a run of words with a look (`<w:b/>`)."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def ins(words: str, author: str = "Counterpart") -> str:
    """Return words inserted with tracking on."""
    return f'<w:ins w:id="1" w:author="{author}" w:date="2026-03-01T09:00:00Z">{r(words)}</w:ins>'


def gone(words: str, author: str = "Counterpart") -> str:
    """Return words deleted with tracking on."""
    run = f'<w:r><w:delText xml:space="preserve">{words}</w:delText></w:r>'
    return f'<w:del w:id="2" w:author="{author}" w:date="2026-03-01T09:00:00Z">{run}</w:del>'


def item(words: str, number: str = "1", level: int = 0, mark: str = "") -> str:
    """Return a paragraph of an automatic list."""
    return p(words, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>', mark=mark)


def level(at: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    """Return a level of a list definition."""
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def lists(*levels: str, numbers: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    """Return the contents of a numbering part with one definition."""
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{numbers}'


def docx(body: str, *, main: str = MAIN, relations: str = "", more: dict[str, bytes] | None = None, **parts: str) -> bytes:
    """Return the bytes of a Word file. Keywords are the contents of its parts (styles, numbering, comments ...)."""
    files: dict[str, bytes] = {}
    links, types = [], [f'<Override PartName="/word/document.xml" ContentType="{main}"/>']
    for kind, content in parts.items():
        root = _ROOTS.get(kind, kind)
        space, prefix = (_SPACES, "w15" if kind == "commentsExtended" else "w")
        name = "commentsEx" if kind == "commentsExtended" else root
        files[f"word/{kind}.xml"] = f"<{prefix}:{name} {space}>{content}</{prefix}:{name}>".encode()
        links.append(f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>')
        types.append(f'<Override PartName="/word/{kind}.xml" ContentType="application/xml"/>')
    package = "http://schemas.openxmlformats.org/package/2006"
    files["[Content_Types].xml"] = f'<Types xmlns="{package}/content-types">{"".join(types)}</Types>'.encode()
    start = f'<Relationship Id="m" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    files["_rels/.rels"] = f'<Relationships xmlns="{package}/relationships">{start}</Relationships>'.encode()
    files["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{package}/relationships">{"".join(links)}{relations}</Relationships>'.encode()
    )
    files["word/document.xml"] = f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>".encode()
    return zipped({**files, **(more or {})})


def zipped(files: dict[str, bytes]) -> bytes:
    """Return a ZIP of these parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def read(data: bytes, view: str = "accepted") -> Reading:
    """Read a Word file outside the cage."""
    return word.read(data, Limits(), {"view": view})


def lines(body: str, view: str = "accepted", **parts: str) -> list[str]:
    """Return the printed lines of a Word file with this body."""
    return read(docx(body, **parts), view).text.split("\n")


def keys(found: Reading) -> list[str]:
    """Return the keys of all notes of a reading."""
    return [note.key.removeprefix("readers.") for note in found.notes]
