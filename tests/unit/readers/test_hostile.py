"""Files built to do harm, and files that are not what their name says: all end at once in a named refusal."""

from __future__ import annotations

import io
import struct
import time
import zipfile
import zlib
from pathlib import Path

import pytest
from pdffile import from_streams
from wordparts import MAIN, docx, p, zipped

from ssc_drafter.readers import child
from ssc_drafter.readers.reading import Limits

MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = MAIN.replace("document.main", "template.main")
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
AKN = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">{}</akomaNtoso>'
CANARY = "canary-4711"


def ask(data: bytes, suffix: str) -> child.Answer:
    """Read bytes as the cage does, in this process."""
    return child.read(data, child.Job(suffix, Limits()))


def odt(content: str, **more: str) -> bytes:
    """Return an OpenDocument text with this body."""
    spaces = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    body = f"<office:document-content {spaces}><office:body><office:text>{content}</office:text></office:body></office:document-content>"
    files = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": body.encode()}
    return zipped({**files, **{name.replace("__", "/") + ".xml": text.encode() for name, text in more.items()}})


def ole(stream: str) -> bytes:
    """Return the head of an old Office file with the name of a stream."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504 + stream.encode("utf-16-le") + b"\0" * 512


def locked() -> bytes:
    """Return a ZIP whose part claims to be encrypted."""
    data = bytearray(docx(p("x")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def overlapping(copies: int = 400) -> bytes:
    """Return a ZIP in which many entries share one compressed body (D. Fifield's construction, simplified)."""
    body = zlib.compress(b"\0" * 4_000_000, 9)[2:-4]
    local = struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", 20, 0, 8, 0, 33, 0, len(body), 4_000_000, 1, 0) + b"a"
    entries = b"".join(
        struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, 0, len(body), 4_000_000, 4, 0, 0, 0, 0, 0, 0)
        + f"{n:04}".encode()
        for n in range(copies)
    )
    whole = local + body
    return whole + entries + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, copies, copies, len(entries), len(whole), 0)


def doubled() -> bytes:
    """Return a Word file in which one part stands twice."""
    held = io.BytesIO(docx(p("x")))
    with zipfile.ZipFile(held, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", "<other/>")
    return held.getvalue()


def lying() -> bytes:
    """Return a Word file whose list of parts says that a part of 8 MB has 10 bytes."""
    data = docx(p("x"), more={"word/big.xml": b"<a>" + b"a" * 8_000_000 + b"</a>"})
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/big.xml"))
    return data[: at + 24] + struct.pack("<I", 10) + data[at + 28 :]


def png(width: int, height: int) -> bytes:
    """Return the head of a picture that claims a size."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height) + b"\x08\x06\0\0\0"


LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'

HOSTILE = [
    ("zip bomb", ".docx", docx(p("x"), more={"word/media.xml": b"<a>" + b"\0" * 60_000_000}), {"bomb", "broken_archive"}),
    ("overlapping entries", ".docx", overlapping(), {"bomb"}),
    ("two thousand parts", ".docx", docx(p("x"), more={f"x/{n}": b"" for n in range(2001)}), {"bomb"}),
    ("one name twice", ".docx", doubled(), {"broken_archive"}),
    ("a part that lies about its size", ".docx", lying(), {"bomb", "broken_archive", "broken_xml"}),
    ("a way out of the archive", ".docx", docx(p("x"), more={"../../etc/cron.d/x": b"x"}), {"way_out"}),
    ("an absolute name", ".docx", docx(p("x"), more={"/etc/x": b"x"}), {"way_out"}),
    ("a Windows name", ".docx", docx(p("x"), more={"word\\..\\x": b"x"}), {"way_out"}),
    ("a drive", ".docx", docx(p("x"), more={"C:x": b"x"}), {"way_out"}),
    ("an encrypted part", ".docx", locked(), {"encrypted"}),
    ("macros under a harmless name", ".docx", docx(p("x"), main=MACRO), {"macros"}),
    ("a template", ".docx", docx(p("x"), main=TEMPLATE), {"word_template"}),
    ("a sheet", ".docx", docx(p("x"), main=SHEET), {"other_office"}),
    ("a password on a new Word file", ".docx", ole("EncryptedPackage"), {"encrypted"}),
    ("an old Word file", ".doc", ole("WordDocument"), {"old_word"}),
    ("an old Word file under a new name", ".docx", ole("WordDocument"), {"old_word"}),
    ("Rich Text under a Word name", ".docx", b"{\\rtf1\\ansi text}", {"rtf"}),
    ("a picture of 3.6 thousand million points", ".docx", docx(p("x"), more={"word/media/a.png": png(60_000, 60_000)}), {"picture"}),
    ("nesting, 3,000 deep", ".docx", docx("<w:sdt>" * 3000 + "</w:sdt>" * 3000), {"too_deep", "broken_xml"}),
    ("nesting, 200 tables deep", ".docx", docx("<w:tbl><w:tr><w:tc>" * 80 + p("x") + "</w:tc></w:tr></w:tbl>" * 80), {"", "too_deep", "broken_xml"}),
    ("an archive that is no document", ".docx", zipped({"a.txt": b"x"}), {"archive"}),
    ("half an archive", ".docx", docx(p("x"))[:300], {"broken_archive"}),
    ("a document part that is no XML", ".docx", docx(p("x"), more={"word/document.xml": b"<w:p"}), {"broken_xml"}),
    ("laughs in OpenDocument", ".odt", odt("", META__x="").replace(b"x", b"x"), {"nothing_in_it"}),
    ("an encrypted OpenDocument", ".odt", odt("<text:p>x</text:p>", **{"META-INF__manifest": "<m><encryption-data/></m>"}), {"encrypted"}),
    ("an OpenDocument sheet", ".odt", zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), {"other_office"}),
    ("laughs in Akoma Ntoso", ".xml", (LAUGHS + AKN.format("<act><body><p>&c;</p></body></act>")).encode(), {"document_type", "broken_xml"}),
    ("a file of this machine in Akoma Ntoso", ".xml", ('<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + AKN.format("<act>&f;</act>")).encode(), {"document_type"}),
    ("the same in UTF-16", ".xml", ('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY f "x">]>' + AKN.format("<act>&f;</act>")).encode("utf-16"), {"document_type"}),
    ("Akoma Ntoso without a body", ".xml", AKN.format("<act><meta><a>x</a></meta><body/></act>").encode(), {"no_body"}),
    ("XML that is no law", ".xml", b"<?xml version='1.0'?><invoice><line>5</line></invoice>", {"foreign_xml"}),
    ("a PDF that grows to a gigabyte", ".pdf", from_streams([zlib.compress(b"\0" * 200_000_000, 9)], b"/Filter /FlateDecode"), {"no_text_layer", "too_heavy", "broken_pdf"}),
    ("a PDF that goes in circles", ".pdf", b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[2 0 R]/Count 9>>\nendobj\ntrailer<</Root 1 0 R/Prev 0>>", {"broken_pdf", "no_text_layer", "nothing_in_it", "too_many_pages"}),
    ("a program under a text name", ".txt", b"\x7fELF" + bytes(range(256)) * 4, {"not_text"}),
    ("a picture under a text name", ".md", png(1, 1) + b"\0" * 64, {"not_text"}),
    ("a web page under a text name", ".txt", b"<!DOCTYPE html><html><p>x</p></html>", {"wrong_name"}),
    ("a PDF under a Word name", ".docx", from_streams([b"BT ET"]), {"wrong_name"}),
    ("a Word file under a PDF name", ".pdf", docx(p("x")), {"wrong_name"}),
    ("a text under a Word name", ".docx", b"Article 1", {"wrong_name"}),
    ("data", ".json", b'{"a": 1}', {"json"}),
]  # fmt: skip


@pytest.mark.parametrize(("suffix", "data", "keys"), [pytest.param(*row[1:], id=row[0]) for row in HOSTILE])
def test_ends_quickly_in_a_named_refusal(suffix: str, data: bytes, keys: set[str]) -> None:
    start = time.process_time()
    answer = ask(data, suffix)
    assert answer.refusal.removeprefix("readers.") in keys, answer.values
    assert time.process_time() - start < 5


def test_a_canary_file_never_shows_up(tmp_path: Path) -> None:
    name = tmp_path / "canary.txt"
    name.write_text(CANARY, "utf-8")
    entity = f'<!DOCTYPE a [<!ENTITY f SYSTEM "file://{name}">]>'
    page = f"{entity}<html><body><p>x &f;</p><iframe src='file://{name}'></iframe><object data='file://{name}'/></body></html>"
    for data, suffix in (
        (page.encode(), ".html"),
        ((entity + AKN.format("<act><body><p>&f;</p></body></act>")).encode(), ".xml"),
    ):
        assert CANARY not in str(ask(data, suffix))


@pytest.mark.parametrize(
    ("data", "suffix", "form"),
    [
        (docx(p("x")), ".docx", "docx"),
        (docx(p("x")), "", "docx"),
        (docx(p("x")), ".tmp", "docx"),
        (odt("<text:p>x</text:p>"), ".odt", "odt"),
        (b"Article 1", ".txt", "txt"),
        (b"Article 1", "", "txt"),
        (b"# Law", ".md", "md"),
        (b"a|b", ".csv", "csv"),
        (b"<p>x</p>", ".html", "html"),
        (b"words only", ".htm", "html"),
        (b"<?xml version='1.0'?><html><p>x</p></html>", ".html", "html"),
        (
            AKN.format("<act><body><section><num>1.</num><content><p>x</p></content></section></body></act>").encode(),
            ".xml",
            "akn",
        ),
        (b"<treaty><article>x</article></treaty>", ".xml", "xml"),
    ],
)
def test_a_file_is_known_by_its_content(data: bytes, suffix: str, form: str) -> None:
    answer = ask(data, suffix)
    assert (answer.refusal, answer.format) == ("", form)


def test_too_many_paragraphs_are_refused_before_they_cost_much() -> None:
    start = time.process_time()
    assert ask(docx("<w:p/>" * 60_000), ".docx").refusal in ("readers.too_many_paragraphs", "readers.nothing_in_it")
    paragraphs = [p(f"paragraph {n * n} of {n}") for n in range(20_001)]
    assert ask(docx("".join(paragraphs)), ".docx").refusal == "readers.too_many_paragraphs"
    assert ask(docx("".join(paragraphs[1:])), ".docx").refusal == ""
    assert time.process_time() - start < 10
