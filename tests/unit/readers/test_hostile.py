"""Files built to do harm, and files that are not what their name says: all end at once in a named refusal.

The ids (T05 and so on) are those of the product's register of threats.
"""

from __future__ import annotations

import io
import os
import pickle
import random
import struct
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from pdffile import from_streams, with_map
from wordparts import MAIN, docx, p, zipped

from ssc_drafter.errors import Problem
from ssc_drafter.readers import cage, child
from ssc_drafter.readers.reading import Limits

MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = MAIN.replace("document.main", "template.main")
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
AKN = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">{}</akomaNtoso>'
CANARY = "canary-4711"


def ask(data: bytes, suffix: str) -> child.Answer:
    """Read bytes as the cage does, in this process."""
    return child.read(data, child.Job(suffix, Limits()))


SPACES = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'


def odt(content: str, before: str = "", encoding: str = "utf-8", **more: str) -> bytes:
    """Return an OpenDocument text with this body; `before` stands before the root, as a document type does."""
    inner = f"<office:body><office:text>{content}</office:text></office:body>"
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'
    body = f"{declared}{before}<office:document-content {SPACES}>{inner}</office:document-content>"
    files = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": body.encode(encoding)}
    return zipped({**files, **{name.replace("__", "/") + ".xml": text.encode() for name, text in more.items()}})


def gigabyte() -> bytes:
    """Return a page's content of one gigabyte in two thousand bytes: a pressed block sixty-four times, and pressed again."""
    press = zlib.compressobj(9, wbits=-15)
    block = press.compress(b"\0" * (1 << 24)) + press.flush(zlib.Z_FULL_FLUSH)
    last = zlib.compressobj(9, wbits=-15).flush()
    adler = ((1 << 30) % 65521) << 16 | 1  # of zeros
    return zlib.compress(b"\x78\xda" + block * 64 + last + struct.pack(">I", adler), 9)


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
MANY_LAUGHS = (
    "<!DOCTYPE l ["
    + '<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
PASSWD = '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]>'

HOSTILE = [
    ("T05 zip bomb", ".docx", lambda: docx(p("x"), more={"word/media.xml": b"<a>" + b"\0" * 60_000_000}), "bomb"),
    ("T05 zip bomb in OpenDocument", ".odt", lambda: odt("x", Pictures__x="\0" * 60_000_000), "bomb"),
    ("T05 overlapping entries", ".docx", overlapping(), "bomb"),
    ("T05 two thousand parts", ".docx", lambda: docx(p("x"), more={f"x/{n}": b"" for n in range(2001)}), "bomb"),
    ("T05 one name twice", ".docx", doubled(), "broken_archive"),
    ("T05 a part that lies about its size", ".docx", lying, "broken_archive"),
    ("T08 a way out of the archive", ".docx", docx(p("x"), more={"../../etc/cron.d/x": b"x"}), "way_out"),
    ("T08 an absolute name", ".docx", docx(p("x"), more={"/etc/x": b"x"}), "way_out"),
    ("T08 a Windows name", ".docx", docx(p("x"), more={"word\\..\\x": b"x"}), "way_out"),
    ("T08 a drive", ".docx", docx(p("x"), more={"C:x": b"x"}), "way_out"),
    ("T05 an encrypted part", ".docx", locked(), "encrypted"),
    ("T09 macros under a harmless name", ".docx", docx(p("x"), main=MACRO), "macros"),
    ("T09 a template", ".docx", docx(p("x"), main=TEMPLATE), "word_template"),
    ("T09 a sheet", ".docx", docx(p("x"), main=SHEET), "other_office"),
    ("a password on a new Word file", ".docx", ole("EncryptedPackage"), "encrypted"),
    ("T09 an old Word file", ".doc", ole("WordDocument"), "old_word"),
    ("T09 an old Word file under a new name", ".docx", ole("WordDocument"), "old_word"),
    ("T09 Rich Text under a Word name", ".docx", b"{\\rtf1\\ansi text}", "rtf"),
    ("T13 a picture of 3.6 thousand million points", ".docx", docx(p("x"), more={"word/media/a.png": png(60_000, 60_000)}), "picture"),
    ("T10 nesting, 3,000 deep", ".docx", docx("<w:sdt>" * 3000 + "</w:sdt>" * 3000), "too_deep"),
    ("T10 nesting, 200 tables deep", ".docx", docx("<w:tbl><w:tr><w:tc>" * 200 + p("x") + "</w:tc></w:tr></w:tbl>" * 200), "too_deep"),
    ("T10 nesting, 200 tables deep in OpenDocument", ".odt", odt("<table><row><cell>" * 200 + "x" + "</cell></row></table>" * 200), "too_deep"),
    ("an archive that is no document", ".docx", zipped({"a.txt": b"x"}), "archive"),
    ("half an archive", ".docx", docx(p("x"))[:300], "broken_archive"),
    ("a document part that is no XML", ".docx", docx(p("x"), more={"word/document.xml": b"<w:p"}), "broken_xml"),
    ("T06 laughs in OpenDocument", ".odt", odt("<text:p>&c;</text:p>", LAUGHS), "document_type"),
    ("T06 a thousand million laughs in OpenDocument", ".odt", odt("<text:p>&i;</text:p>", MANY_LAUGHS), "broken_xml"),
    ("T06 laughs in UTF-16 in OpenDocument", ".odt", odt("<text:p>&c;</text:p>", LAUGHS, "utf-16"), "document_type"),
    ("T06 laughs in UTF-16BE in OpenDocument", ".odt", odt("<text:p>&c;</text:p>", LAUGHS, "utf-16-be"), "document_type"),
    ("T06 laughs in UTF-7 in OpenDocument", ".odt", odt("<text:p>&c;</text:p>", LAUGHS, "utf-7"), "document_type"),
    ("T06 laughs in EBCDIC in OpenDocument", ".odt", odt("<text:p>&c;</text:p>", LAUGHS, "cp037"), "broken_xml"),
    ("T06 a file of this machine in OpenDocument", ".odt", odt("<text:p>&f;</text:p>", PASSWD), "document_type"),
    ("T06 a file of this machine in its facts", ".odt", odt("<text:p>x</text:p>", meta=f"{PASSWD}<m>&f;</m>"), "document_type"),
    ("T06 a file of this machine in its styles", ".odt", odt("<text:p>x</text:p>", styles=f"{PASSWD}<m>&f;</m>"), "document_type"),
    ("an encrypted OpenDocument", ".odt", odt("<text:p>x</text:p>", **{"META-INF__manifest": "<m><encryption-data/></m>"}), "encrypted"),
    ("an OpenDocument sheet", ".odt", zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "other_office"),
    ("T06 laughs in Akoma Ntoso", ".xml", (LAUGHS + AKN.format("<act><body><p>&c;</p></body></act>")).encode(), "document_type"),
    ("T06 a file of this machine in Akoma Ntoso", ".xml", ('<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + AKN.format("<act>&f;</act>")).encode(), "document_type"),
    ("T06 the same in UTF-16", ".xml", ('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY f "x">]>' + AKN.format("<act>&f;</act>")).encode("utf-16"), "document_type"),
    ("Akoma Ntoso without a body", ".xml", AKN.format("<act><meta><a>x</a></meta><body/></act>").encode(), "no_body"),
    ("XML that is no law", ".xml", b"<?xml version='1.0'?><invoice><line>5</line></invoice>", "foreign_xml"),
    ("T10 a PDF that goes in circles", ".pdf", b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[2 0 R]/Count 9>>\nendobj\ntrailer<</Root 1 0 R/Prev 0>>", "no_text_layer"),
    ("a program under a text name", ".txt", b"\x7fELF" + bytes(range(256)) * 4, "not_text"),
    ("a picture under a text name", ".md", png(1, 1) + b"\0" * 64, "not_text"),
    ("a web page under a text name", ".txt", b"<!DOCTYPE html><html><p>x</p></html>", "wrong_name"),
    ("a PDF under a Word name", ".docx", from_streams([b"BT ET"]), "wrong_name"),
    ("a Word file under a PDF name", ".pdf", docx(p("x")), "wrong_name"),
    ("a text under a Word name", ".docx", b"Article 1", "wrong_name"),
    ("data", ".json", b'{"a": 1}', "json"),
]  # fmt: skip


@pytest.mark.parametrize(("suffix", "data", "key"), [pytest.param(*row[1:], id=row[0]) for row in HOSTILE])
def test_ends_quickly_in_a_named_refusal(suffix: str, data: bytes | Callable[[], bytes], key: str) -> None:
    data = data if isinstance(data, bytes) else data()  # the large ones are made when they are wanted
    start = time.process_time()
    answer = ask(data, suffix)
    assert answer.refusal == f"readers.{key}", answer.values
    assert time.process_time() - start < 5


def test_t06_a_canary_file_never_shows_up(tmp_path: Path) -> None:
    name = tmp_path / "canary.txt"
    name.write_text(CANARY, "utf-8")
    entity = f'<!DOCTYPE a [<!ENTITY f SYSTEM "file://{name}">]>'
    page = f"{entity}<html><body><p>x &f;</p><iframe src='file://{name}'></iframe><object data='file://{name}'/></body></html>"
    for data, suffix in (
        (page.encode(), ".html"),
        ((entity + AKN.format("<act><body><p>&f;</p></body></act>")).encode(), ".xml"),
        (odt("<text:p>x &f;</text:p>", entity), ".odt"),
    ):
        assert CANARY not in str(ask(data, suffix))


WAYS = (
    "../",
    "..\\",
    "/",
    "//",
    "C:",
    "\\\\host\\",
    "%2e%2e%2f",
    "..;/",
    "~/",
    "./",
    "\u2024\u2024/",
    "....//",
    "a/../../",
    "word/",
    "",
)
ENDS = (
    "x",
    "etc/cron.d/x",
    "document.xml",
    "CON",
    "x\0.xml",
    "x\n",
    "\u202etxt.exe",
    "x" * 240,
    " ",
    ".",
    "word/document.xml",
    "é",
)


def names(count: int) -> list[str]:
    """Return names that lead out of a folder, or try to, the same at every run."""
    chance = random.Random(20261125)
    return ["".join(chance.choices(WAYS, k=chance.randint(1, 4))) + chance.choice(ENDS) for _ in range(count)]


def disk(folder: Path) -> dict[str, bytes]:
    """Return every file beneath a folder with its bytes."""
    return {str(path): path.read_bytes() if path.is_file() else b"" for path in folder.rglob("*")}


def test_t08_five_hundred_names_change_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "a" / "b" / "c"
    inner.mkdir(parents=True)
    (inner / "document.xml").write_text(CANARY, "utf-8")
    monkeypatch.chdir(inner)
    before, told = disk(tmp_path), set()
    for name in names(500):
        answer = ask(docx(p("x"), more={name: b"<a>harm</a>"}) if name else b"", ".docx")
        told.add(answer.refusal.removeprefix("readers."))
        assert "harm" not in str(answer.reading)
    assert disk(tmp_path) == before
    assert told == {"", "way_out", "no_document"}  # the last where a name took the place of the document itself


@pytest.mark.slow
def test_t08_the_name_of_an_upload_is_never_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    before = disk(tmp_path)
    for name in names(60):
        assert cage.read_bytes(b"Article 1", f"{name}.txt").text == "Article 1"
    assert disk(tmp_path) == before


@pytest.mark.slow
def test_t11_a_pdf_that_grows_to_a_gigabyte_stops_its_reader_and_no_other(tmp_path: Path) -> None:
    path, good = tmp_path / "grows.pdf", tmp_path / "good.txt"
    path.write_bytes(from_streams([gigabyte()], b"/Filter [/FlateDecode /FlateDecode]"))
    good.write_bytes(b"Article 1")
    assert path.stat().st_size < 4_000
    with pytest.raises(Problem) as problem:
        cage.read_source(path)
    assert problem.value.key == "readers.stopped_twice"
    assert cage.read_source(good).text == "Article 1"


@pytest.mark.slow
def test_t11_a_million_text_operators_end_by_the_clock_and_the_next_file_is_read(tmp_path: Path) -> None:
    letters = b"".join(b"1 0 0 1 %d %d Tm (a) Tj\n" % (n % 500, n // 500) for n in range(1_000_000))
    path, good = tmp_path / "operators.pdf", tmp_path / "good.txt"
    path.write_bytes(from_streams([zlib.compress(b"BT /F1 1 Tf\n" + letters + b"ET")], b"/Filter /FlateDecode"))
    good.write_bytes(b"Article 1")
    with pytest.raises(Problem) as problem:
        cage.read_source(path, limits=Limits(seconds=1, wait=20.0))
    assert problem.value.key == "readers.too_slow"
    assert cage.read_source(good).text == "Article 1"


class Harm:
    """Pickled, it makes a folder when it is read."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.mark),)


def test_t12_a_character_map_beside_a_pdf_is_not_loaded(tmp_path: Path) -> None:
    mark = tmp_path / "harm"
    for name in ("evil.pickle.gz", "evil.pickle", "evil"):
        (tmp_path / name).write_bytes(pickle.dumps(Harm(mark)))
    for encoding in (f"/{str(tmp_path / 'evil').replace('/', '#2F')}", "/..#2Fevil", "/evil"):
        path = tmp_path / "names-a-map.pdf"
        path.write_bytes(with_map(b"BT /F1 12 Tf 70 700 Td (Article one) Tj ET", encoding.encode()))
        try:
            assert cage.read_source(path).text
        except Problem as problem:
            assert problem.key in ("readers.no_text_layer", "readers.nothing_in_it")
        child.read(path.read_bytes(), child.Job(".pdf", Limits()))  # without walls too
    assert not mark.exists()
    pickle.loads((tmp_path / "evil").read_bytes())  # the canary sings when it is read
    assert mark.exists()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>x</script><image href="file:///etc/passwd"/></svg>'


def test_t13_pictures_and_fonts_are_not_decoded(tmp_path: Path) -> None:
    drawn = '<w:r><w:drawing><a:blip xmlns:a="urn:a" r:embed="rId9"/></w:drawing></w:r>'
    parts = {"word/media/a.svg": SVG, "word/media/b.png": png(400, 400) + b"broken", "word/fonts/f.odttf": b"\xff" * 64}
    answer = ask(docx(p("Article 1") + p(drawn), more=parts), ".docx")
    assert (answer.refusal, answer.reading and answer.reading.text.strip()) == ("", "Article 1")
    start = time.process_time()
    assert ask(docx(p("x"), more={"word/media/a.png": png(60_000, 60_000)}), ".docx").refusal == "readers.picture"
    assert time.process_time() - start < 0.05
    assert ask(SVG, ".svg").refusal == "readers.foreign_xml"


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


@pytest.mark.slow
def test_t10_too_many_paragraphs_are_refused_before_they_cost_much() -> None:
    assert Limits().paragraphs == 20_000
    few = Limits(paragraphs=1000)
    paragraphs = [p(f"paragraph {n * n} of {n}") for n in range(1001)]

    def refusal(body: str) -> str:
        return child.read(docx(body), child.Job(".docx", few)).refusal

    assert refusal("<w:p/>" * 60_000) == "readers.too_many_paragraphs"
    assert refusal("".join(paragraphs)) == "readers.too_many_paragraphs"
    assert refusal("".join(paragraphs[1:])) == ""
    start = time.process_time()
    assert refusal("".join(paragraphs * 60)) == "readers.too_many_paragraphs"
    assert time.process_time() - start < 5
