"""A ministry's own .docx: its look is taken, its text and whatever else hides in it is not (trust.md T05, T06, T07, T31)."""

from __future__ import annotations

import base64
import io
import zipfile
from pathlib import Path

import docx
import pytest
import trees
import wordfile
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from lxml import etree
from openxml_audit import OpenXmlValidator
from wordfile import W

from ssc_drafter.errors import Problem
from ssc_drafter.writers.word.document import render

pytestmark = pytest.mark.slow

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")


def letterhead(*, first_page: bool = False, lang: str = "en") -> docx.document.Document:
    """A letterhead with an emblem, a footer, Garamond, wide margins, and a body that is a secret."""
    made = docx.Document()
    made.styles["Normal"].font.name = "Garamond"
    made.styles["Heading 2"].font.size = Pt(15)
    if lang == "fr":  # Word in French writes ids of its own
        made.styles["Heading 2"].element.set(qn("w:styleId"), "Titre2")
    made.styles.add_style("House style", WD_STYLE_TYPE.PARAGRAPH)
    section = made.sections[0]
    section.left_margin = section.right_margin = Mm(25)
    section.header.paragraphs[0].text = "MINISTRY OF HEALTH"
    section.header.paragraphs[0].add_run().add_picture(io.BytesIO(PNG), Mm(20))
    section.footer.paragraphs[0].text = "12 Lake Road"
    section.different_first_page_header_footer = first_page
    if first_page:
        section.first_page_header.paragraphs[0].text = "First page of the Ministry"
    made.add_paragraph("SECRET BODY")
    made.core_properties.author = "SECRET AUTHOR"
    return made


def saved(made: docx.document.Document) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def rewritten(data: bytes, changes: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in (wordfile.parts(data) | changes).items():
            package.writestr(name, content)
    return out.getvalue()


def text_of(data: bytes, name: str) -> str:
    return "".join(etree.fromstring(wordfile.parts(data)[name]).itertext())


def test_header_footer_styles_and_page_are_taken_and_the_body_is_not(tmp_path: Path) -> None:
    data = render(trees.rich(), reference=saved(letterhead()))
    found = wordfile.parts(data)
    assert text_of(data, "word/header1.xml") == "MINISTRY OF HEALTHDraft 7, 24 November 2026Not an agreed text"
    assert text_of(data, "word/footer1.xml") == "12 Lake Road"
    assert found["word/media/image1.png"] == PNG
    assert b"SECRET" not in b"".join(found.values())
    styles = wordfile.part(data, "word/styles.xml")
    names = [one.find(f"{W}name").get(f"{W}val") for one in styles.iter(f"{W}style")]
    assert len(names) == len({name.lower() for name in names})
    assert {"House style", "Agreement paragraph", "Testimonium"} <= set(names)
    normal = next(one for one in styles.iter(f"{W}style") if one.find(f"{W}name").get(f"{W}val") == "Normal")
    assert normal.find(f".//{W}rFonts").get(f"{W}ascii") == "Garamond"
    page = wordfile.part(data).find(f"{W}body/{W}sectPr/{W}pgMar")
    assert page.get(f"{W}left") == str(round(25 * 56.7)) or abs(int(page.get(f"{W}left")) - 1417) < 3
    path = tmp_path / "dressed.docx"
    path.write_bytes(data)
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_the_words_and_numbers_are_those_of_our_own_file() -> None:
    plain, dressed = (wordfile.lines(render(trees.rich(), reference=one)) for one in (None, saved(letterhead())))
    assert [(line.label, line.text) for line in dressed if "\t" not in line.text] == [
        (line.label, line.text) for line in plain if "\t" not in line.text
    ]


def test_style_ids_in_another_language_are_found_by_name() -> None:
    data = render(trees.rich(), reference=saved(letterhead(lang="fr")))
    heads = [line for line in wordfile.lines(data) if line.style == "Titre2"]
    assert [line.label for line in heads] == [f"Article {place}" for place in range(1, 9)]
    assert not [line for line in wordfile.lines(data) if line.style == "Heading2"]


def test_a_header_of_the_first_page_stays_one() -> None:
    data = render(trees.rich(draft_mark=""), reference=saved(letterhead(first_page=True)))
    section = wordfile.part(data).find(f"{W}body/{W}sectPr")
    assert section.find(f"{W}titlePg") is not None
    kinds = {(etree.QName(one).localname, one.get(f"{W}type")) for one in section if "Reference" in one.tag}
    assert {("headerReference", "first"), ("headerReference", "default"), ("footerReference", "default")} <= kinds
    assert any("First page" in text_of(data, name) for name in wordfile.parts(data) if "header" in name and name.endswith("l"))


def test_drawings_have_numbers_of_their_own() -> None:
    made = letterhead(first_page=True)
    made.sections[0].first_page_header.paragraphs[0].add_run().add_picture(io.BytesIO(PNG), Mm(20))
    data = render(trees.rich(), reference=saved(made))
    ids = [
        one.get("id")
        for name, content in wordfile.parts(data).items()
        if name.startswith("word/header")
        for one in etree.fromstring(content).iter(
            "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
        )
    ]
    assert len(ids) == len(set(ids)) == 2


def _instruction(made: docx.document.Document, code: str) -> None:
    run = made.sections[0].header.paragraphs[0].add_run()
    field = OxmlElement("w:instrText")
    field.text = code
    run._r.append(field)


def test_what_points_outside_or_hides_is_left_behind() -> None:
    made = letterhead()
    header = made.sections[0].header
    header.part.relate_to(
        "http://canary.example/x.png",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
        is_external=True,
    )
    made.part.relate_to(
        "http://canary.example/t.dotm",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
        is_external=True,
    )
    blip = header.paragraphs[0]._p.find(f".//{qn('a:blip')}")
    blip.set(qn("r:link"), "rId99")
    _instruction(made, ' INCLUDEPICTURE "http://canary.example/y.png" ')
    hidden = header.paragraphs[0].add_run("HIDDEN WORDS")
    hidden.font.hidden = True
    header.paragraphs[0]._p.set(qn("w:rsidR"), "00CANARY")
    deleted = OxmlElement("w:del")
    text = OxmlElement("w:delText")
    text.text = "DELETED WORDS"
    deleted.append(OxmlElement("w:r"))
    deleted[0].append(text)
    header.paragraphs[0]._p.append(deleted)
    data = render(trees.rich(), reference=saved(made))
    everything = b"".join(wordfile.parts(data).values())
    for canary in (
        b"canary.example",
        b"External",
        b"INCLUDEPICTURE",
        b"HIDDEN WORDS",
        b"DELETED WORDS",
        b"00CANARY",
        b"attachedTemplate",
    ):
        assert canary not in everything, canary
    assert "MINISTRY OF HEALTH" in text_of(data, "word/header1.xml")


BOMB = b"<!DOCTYPE w:styles [<!ENTITY a 'aaaaaaaaaa'>]><w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>&a;</w:styles>"


def _zip_of_zeros() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"\0" * 40_000_000)
    return out.getvalue()


def _macro(data: bytes) -> bytes:
    types = wordfile.parts(data)["[Content_Types].xml"]
    wordish = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return rewritten(
        data, {"[Content_Types].xml": types.replace(wordish, b"application/vnd.ms-word.document.macroEnabled.main+xml")}
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("not a zip", "not a Word document"), ("empty", "not a Word document"), ("cut", "not a Word document"),
        ("macros by type", "macros"), ("macros by part", "macros"), ("entities", "entities"), ("zeros", "larger than a letterhead"),
        ("no styles", "not a Word document"), ("a spreadsheet", "no Word document"),
    ],
)  # fmt: skip
def test_a_bad_reference_gets_a_sentence(name: str, said: str) -> None:
    good = saved(letterhead())
    types = wordfile.parts(good)["[Content_Types].xml"]
    bad = {
        "not a zip": b"%PDF-1.4", "empty": b"", "cut": good[: len(good) // 2], "macros by type": _macro(good),
        "macros by part": rewritten(good, {"word/vbaProject.bin": b"x"}), "entities": rewritten(good, {"word/styles.xml": BOMB}),
        "zeros": _zip_of_zeros(), "no styles": rewritten(good, {"word/_rels/document.xml.rels": b"<x/>"}),
        "a spreadsheet": rewritten(good, {"[Content_Types].xml": types.replace(b"wordprocessingml", b"spreadsheetml")}),
    }[name]  # fmt: skip
    with pytest.raises(Problem, match=said):
        render(trees.rich(), reference=bad)


@pytest.mark.real
def test_every_real_word_file_can_be_a_reference(shared: Path) -> None:
    """63 files: all but the ISO strict one, which is refused; no crash, and our numbers stay."""
    refused = []
    for path in sorted((shared / "corpora" / "docx").glob("*.docx")):
        try:
            data = render(trees.rich(), reference=path.read_bytes())
        except Problem:
            refused.append(path.name)
            continue
        heads = [line.label for line in wordfile.lines(data) if line.label.startswith("Article")]
        assert heads == [f"Article {place}" for place in (*range(1, 9), 1, 2)], path.name
    assert refused == ["pkg_strict.docx"]
