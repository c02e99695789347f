"""An annex with a wide table lies on its side, alone: header, footer and page numbers go on, and the next annex stands again (A12)."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import pikepdf
import pytest
import trees
import wordfile
from lxml import etree
from msgspec import structs
from openxml_audit import OpenXmlValidator
from test_akn_writer import schema
from test_word_reference import letterhead
from test_word_reference import saved as reference
from trees import article, para, small, table, words
from wordfile import W

from ssc_drafter.tree import codec
from ssc_drafter.tree.nodes import Agreement, Annex
from ssc_drafter.writers import formats, html

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A4 = ("11906", "16838")
HEAD = ("Level", "Result", "Indicator", "Baseline", "Target", "Year", "Source of data")
ROW = (
    "Outcome", "More nurses with a diploma in paediatric care in rural districts", "Number of nurses in service a year after training",
    "120", "480", "2029", "Annual register of health personnel of the Ministry",
)  # fmt: skip
RESULTS = Annex(
    "results", words("Results framework"), (para("Progress is measured."), table(HEAD, *[ROW] * 14)), landscape=True
)
RISKS = Annex("risks", words("Risks"), (table(HEAD[:6], ROW[:6]),), landscape=True)
PLAN, TERMS = trees.rich().annexes


def agreement(*annexes: Annex, draft_mark: str = "Draft 7, 24 November 2026") -> Agreement:
    return structs.replace(trees.rich(draft_mark=draft_mark), annexes=annexes)


BETWEEN = agreement(PLAN, RESULTS, TERMS)


@pytest.fixture(scope="module")
def word() -> bytes:
    return formats.render(BETWEEN, "docx")


@pytest.fixture(scope="module")
def dressed() -> bytes:
    return formats.render(BETWEEN, "docx", reference=reference(letterhead(first_page=True)))


def sections(data: bytes) -> list[etree._Element]:
    return list(wordfile.part(data).iter(f"{W}sectPr"))


def size(section: etree._Element) -> tuple[str, str]:
    page = section.find(f"{W}pgSz")
    return page.get(f"{W}w"), page.get(f"{W}h")


def margins(data: bytes, section: etree._Element) -> dict[str, str]:
    """Return the part that each header or footer of a section is, by its kind and type."""
    relations = {one.get("Id"): one.get("Target") for one in wordfile.part(data, "word/_rels/document.xml.rels")}
    found = [one for one in section if one.tag in (f"{W}headerReference", f"{W}footerReference")]
    return {f"{one.tag.removeprefix(W)} {one.get(f'{W}type')}": relations[one.get(f"{R}id")] for one in found}


@pytest.mark.slow
def test_it_is_a_section_of_its_own_and_the_page_stands_again_after_it(word: bytes, tmp_path: Path) -> None:
    assert [size(one) for one in sections(word)] == [A4, A4[::-1], A4]
    assert [one.find(f"{W}pgSz").get(f"{W}orient") for one in sections(word)] == [None, "landscape", None]
    assert not any(one.find(f"{W}pgNumType") is not None for one in sections(word)), "page numbers begin anew"
    (tmp_path / "wide.docx").write_bytes(word)
    assert [str(error) for error in OpenXmlValidator().validate(tmp_path / "wide.docx").errors] == []


def test_its_table_fills_the_page_and_its_heading_stands_on_it(word: bytes) -> None:
    body = list(wordfile.part(word).find(f"{W}body"))
    ends = [place for place, one in enumerate(body) if one.find(f"{W}pPr/{W}sectPr") is not None]
    within = body[ends[0] + 1 : ends[1] + 1]
    assert wordfile.words(within[0]).endswith("Results framework")
    assert wordfile.words(body[ends[1] + 1]).endswith("Terms of reference of the Joint Commission")
    wide = next(one for one in within if one.tag == f"{W}tbl")
    assert 13400 < int(wide.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) <= 13436  # 237 mm


@pytest.mark.parametrize(
    ("annexes", "lying"),
    [
        ((RESULTS, RISKS, TERMS), [False, True, False]), ((PLAN, RESULTS), [False, True]), ((RESULTS,), [False, True]),
        ((RESULTS, PLAN, RISKS), [False, True, False, True]), ((PLAN, TERMS), [False]), ((), [False]),
    ],
)  # fmt: skip
def test_sections_follow_the_annexes(annexes: tuple[Annex, ...], lying: list[bool]) -> None:
    found = sections(formats.render(small(article("purpose", "Purpose", para("x")), annexes=annexes), "docx"))
    assert [size(one) == A4[::-1] for one in found] == lying


def test_each_section_has_header_and_footer_and_the_mark_reaches_the_edge(word: bytes) -> None:
    found = [margins(word, one) for one in sections(word)]
    assert [sorted(one) for one in found] == [["footerReference default", "headerReference default"]] * 3
    assert found[0] == found[2]
    heads = [one["headerReference default"] for one in found[:2]]
    assert ["".join(wordfile.part(word, f"word/{one}").itertext()) for one in heads] == [
        "Draft 7, 24 November 2026Not an agreed text"
    ] * 2
    tabs = [next(wordfile.part(word, f"word/{one}").iter(f"{W}tab")).get(f"{W}pos") for one in heads]
    assert tabs == ["7937", "13436"]


@pytest.mark.slow
def test_a_letterhead_stands_in_every_section_and_its_first_page_once(dressed: bytes, tmp_path: Path) -> None:
    found = [margins(dressed, one) for one in sections(dressed)]
    assert [sorted(one) for one in found] == [sorted(found[0])] * 3
    assert {"headerReference default", "headerReference first", "footerReference default"} <= set(found[0])
    assert [one.find(f"{W}titlePg") is not None for one in sections(dressed)] == [True, False, False]
    lying = f"word/{found[1]['headerReference default']}"
    assert "MINISTRY OF HEALTH" in "".join(wordfile.part(dressed, lying).itertext())
    package = wordfile.parts(dressed)
    drawings = re.findall(rb'docPr id="(\d+)"', b"".join(package[name] for name in package if name.endswith(".xml")))
    assert len(drawings) == len(set(drawings)) >= 2
    relations = wordfile.part(dressed, lying.replace("word/", "word/_rels/") + ".rels")
    assert [one.get("Target") for one in relations] == ["media/image1.png"]
    (tmp_path / "dressed.docx").write_bytes(dressed)
    assert [str(error) for error in OpenXmlValidator().validate(tmp_path / "dressed.docx").errors] == []


@pytest.mark.slow
def test_a_header_needs_its_room_on_the_wide_page_too() -> None:
    tall = letterhead()
    tall.sections[0].top_margin, tall.sections[0].left_margin = 2_000_000, 500_000  # 3150 and 787 twentieths of a point
    data = formats.render(BETWEEN, "docx", reference=reference(tall))
    assert [one.find(f"{W}pgMar").get(f"{W}top") for one in sections(data)] == ["3150"] * 3


def test_json_keeps_it_and_older_files_read_on() -> None:
    data = codec.to_json(BETWEEN)
    assert codec.from_json(data) == BETWEEN
    older = codec.to_json(agreement(PLAN, TERMS))
    assert b"landscape" not in older
    assert not any(one.landscape for one in codec.from_json(older).annexes)


def test_akoma_ntoso_says_so_and_is_valid() -> None:
    found = etree.fromstring(formats.render(BETWEEN, "akn"))
    assert schema().validate(found), schema().error_log
    attached = [one for one in found.iter() if etree.QName(one).localname == "attachment"]
    assert [one.get("class") for one in attached] == [None, "landscape", None]


def test_html_names_the_page_and_gives_the_columns_more_room() -> None:
    page = html.page(BETWEEN)
    assert re.findall(r'<section class="(annex[^"]*)" id="(annex_\d)"', page) == [
        ("annex", "annex_1"),
        ("annex landscape", "annex_2"),
        ("annex", "annex_3"),
    ]
    upright = html.page(small(annexes=(structs.replace(RESULTS, landscape=False),)))
    assert re.findall(r'<col class="w(\d+)">', page)[3:] != re.findall(r'<col class="w(\d+)">', upright)
    for share in re.findall(r'<col class="w(\d+)">', page):
        assert f".w{share}{{" in page


@pytest.mark.slow
@pytest.mark.pango
@pytest.mark.parametrize("draft_mark", ["Draft 7, 24 November 2026", ""])
def test_the_pdf_has_wide_pages_where_the_annex_is_and_nowhere_else(draft_mark: str) -> None:
    data = formats.render(agreement(PLAN, RESULTS, TERMS, draft_mark=draft_mark), "pdf")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        wide = [page.mediabox[2] > page.mediabox[3] for page in pdf.pages]
    assert wide == [*[False] * (len(wide) - 3), True, True, False]


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.poppler
@pytest.mark.parametrize("name", ["word", "dressed"])
def test_as_an_office_program_prints_it(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The pages lie where they should, none is empty, numbers run on, and the contents' pages are right."""
    data: bytes = request.getfixturevalue(name)
    (tmp_path / "wide.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    line = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "wide.docx")]
    subprocess.run(line, capture_output=True, check=True, timeout=280)
    with pikepdf.open(tmp_path / "wide.pdf") as pdf:
        wide = [page.mediabox[2] > page.mediabox[3] for page in pdf.pages]
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "wide.pdf"), "-"], capture_output=True, check=True, text=True, timeout=60
    ).stdout.split("\f")
    assert wide == [*[False] * (len(wide) - 3), True, True, False]
    assert re.search(r"(?i)annex 2\s+Results framework", text[-4]), text[-4]
    assert re.search(r"(?i)annex 3\s+Terms of reference", text[-2])
    if name == "word":
        last = len(wide)
        assert [re.search(r"(\d+)\s*/\s*(\d+)\s*$", one).groups() for one in text[-4:-1]] == [  # type: ignore[union-attr]
            (str(place), str(last)) for place in (last - 2, last - 1, last)
        ]
        rows = [one.text.split("\t") for one in wordfile.lines(data) if one.style == "TOC1"]
        assert [row[-1] for row in rows] == [str(place) for place in (last - 3, last - 2, last)]


def test_small_texts_stay_one_section() -> None:
    assert len(sections(formats.render(small(), "docx"))) == 1
