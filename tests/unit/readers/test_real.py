"""The real Word files, laws, policies and treaties beside the project: every one is read, or refused for a reason we know."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from lxml import etree

from ssc_drafter.errors import Problem
from ssc_drafter.readers import cage
from ssc_drafter.readers.source import Source

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

pytestmark = pytest.mark.real

# the two real files that hold no text: a by-law whose body was never filled, a Word file with one comment and no word
WITHOUT_TEXT = {"za-jhb-2009-empty.akn.xml", "cmt_poi_comment.docx"}

ORACLES = [
    "RP002-Deleted-Text",
    "RP003-Inserted-Text",
    "RP005-Deleted-Paragraph-Mark",
    "RP006-Inserted-Paragraph-Mark",
    "RP009-Deleted-Table-Row",
    "RP015-MoveFrom-MoveTo",
]

# what stands in the file (counted on its XML, docx/SOURCES.md) and what the reader must say or give
FACTS = [
    ("trk_docx_revisions_test.docx", "tracked change", 8),
    ("cmt_docling_comments.docx", "omment by", 3),
    ("cmt_docx2python_comments.docx", "omment", 8),
    ("run_hidden.docx", "hidden passages", 1),
    ("run_hyperlinks.docx", "3 links", 1),
    ("ftn_mammoth_endnotes.docx", "2 footnotes or endnotes", 1),
]

STANDS = [
    ("run_noBreakHyphen.docx", "\u2011"),
    ("run_symbols.docx", "≠"),
    ("run_poi_smarttag.docx", "Carnegie Mellon University"),
    ("rtl_hebrew.docx", "ארץ השמש העולה"),
    ("rtl_arabic_numbering.docx", "وثيقة تجربة : 123456789"),
    ("num_ru_ordinalText.docx", "Двадцать первый"),
    ("num_docling_resumed.docx", "3. Third ordered item"),
    ("num_poi_overrides.docx", "B B\nC C\nA A"),
    ("fld_bookmark_crossrefs.docx", "Bookmark uses REF field."),
    ("pkg_strict.docx", "1. Number1"),
    ("sdt_cell_level.docx", "Produktnavn."),
    ("sdt_row_level.docx", "Row level (empty)"),
]

NEVER = [
    ("fld_poi_fieldcodes.docx", "AUTHOR"),
    ("fld_toc.docx", "PAGEREF"),
    ("tbl_docling_rich_cells.docx", "INCLUDEPICTURE"),
    ("trk_docx_revisions_test.docx", "colour color"),
    ("run_hidden.docx", "When you click Online Video"),
]

ONCE = [
    ("box_mammoth_textbox.docx", "Datum plane"),
    ("box_docx4j_alternates.docx", "A text box"),
    ("box_docling_textbox.docx", "Student falls ill"),
    ("tbl_merged_cells.docx", "0-12"),
    ("sdt_nested.docx", "Lorem ipsum dolor sit amet"),
]


def source(shared: Path, name: str, view: str = "accepted") -> Source:
    return cage.read_source(shared / "corpora" / "docx" / name, options={"view": view})


@pytest.mark.parametrize("name", ORACLES)
def test_accepting_and_rejecting_all_gives_the_paragraphs_that_word_gives(shared: Path, name: str) -> None:
    for view, oracle in (("accepted", "accepted"), ("original", "rejected")):
        expected = source(shared, f"trk_{name}.{oracle}.docx").text
        assert source(shared, f"trk_{name}.docx", view).text == expected


@pytest.mark.parametrize(("name", "words", "count"), FACTS)
def test_what_a_person_has_to_know_is_said(shared: Path, name: str, words: str, count: int) -> None:
    assert sum(words in warning.what for warning in source(shared, name).warnings) >= count


@pytest.mark.parametrize("name", ["trk_poi_delins.docx", "trk_docx_revisions_test.docx", "trk_RP020-Inserted-Field-Code.docx"])
def test_no_inserted_or_deleted_word_is_left_out_of_the_list(shared: Path, name: str) -> None:
    with zipfile.ZipFile(shared / "corpora" / "docx" / name) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    said = " ".join(warning.what for warning in source(shared, name).warnings)
    changed = [run for change in body.iter(f"{W}ins", f"{W}del") for run in change.iter(f"{W}r")]
    words = ["".join(each.text or "" for each in run.iter(f"{W}t", f"{W}delText")) for run in changed]
    assert words
    assert [each for each in words if " ".join(each.split())[:60] not in " ".join(said.split())] == []


@pytest.mark.parametrize(("name", "words"), STANDS)
def test_words_that_must_stand_in_the_text(shared: Path, name: str, words: str) -> None:
    assert words in source(shared, name).text


@pytest.mark.parametrize(("name", "words"), NEVER)
def test_words_that_must_not(shared: Path, name: str, words: str) -> None:
    assert words not in source(shared, name).text


@pytest.mark.parametrize(("name", "words"), ONCE)
def test_words_that_stand_once(shared: Path, name: str, words: str) -> None:
    assert source(shared, name).text.count(words) == 1


@pytest.mark.parametrize(
    "name", ["num_article_section_isLgl.docx", "num_article_section_notIsLgl.docx", "num_startOverride.docx"]
)
def test_numbers_are_those_that_the_file_itself_expects(shared: Path, name: str) -> None:
    found = source(shared, name)
    lines = [found.text[each.start : each.end] for each in found.stretches]
    expected = [line for line in lines if "[expect]" in line]
    assert expected
    for line in expected:
        label, _, rest = line.partition("[expect]")
        assert label.strip() == rest.partition("[/expect]")[0]


@pytest.mark.slow
def test_every_real_file_is_read_or_refused_for_a_known_reason(shared: Path) -> None:
    corpora = shared / "corpora"
    files = [path for path in sorted(corpora.rglob("*.*")) if path.is_file() and "nlp" not in path.parts]
    files = [path for path in files if path.suffix != ".json" and path.name not in ("SOURCES.md", "NOTES.md")]
    refused, broken = set(), []
    for path, result in cage.read_many(files):
        if isinstance(result, Problem):
            refused.add(path.name)
        elif any(
            not result.text[each.start : each.end].strip() or "\n" in result.text[each.start : each.end]
            for each in result.stretches
        ):
            broken.append(path.name)
    assert len(files) > 600
    assert refused == WITHOUT_TEXT
    assert broken == []


def test_old_encodings_and_struck_wording_of_a_real_law(shared: Path) -> None:
    found = cage.read_source(shared / "corpora" / "laws" / "BR" / "L13709.html")
    assert found.facts["encoding"] == "cp1252"
    assert "proteção de dados pessoais" in found.text
    assert sum("strike" in each.marks for each in found.stretches) > 40


def test_a_statute_in_pdf_has_its_numbers_before_its_paragraphs(shared: Path) -> None:
    found = cage.read_source(shared / "corpora" / "laws" / "ZA" / "za-cpt-2015-ombudsman.pdf")
    assert "(1) All complaints submitted to the Office of the City Ombudsman must be in writing." in found.text
    assert any("running heads" in warning.what for warning in found.warnings)
