"""The Word file opened by LibreOffice: the same words, the same numbers, the same pages as the tree, the PDF and our own count."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pypdfium2
import pytest
import trees
import wordfile
from docx.shared import Mm
from msgspec import structs
from test_pdf_writer import ending
from test_word_reference import letterhead, saved
from test_word_writer import as_word_prints
from trees import article, item, para

from ssc_drafter.tree.nodes import Agreement
from ssc_drafter.writers import formats

CLOSING = ("Done at", "the Republic of Valmeria", "the Kingdom of Tarsenia", "Secretary-General")
pytestmark = [pytest.mark.office, pytest.mark.slow]
WORDS = [
    "cooperation",
    "between",
    "ministries,",
    "regional",
    "bodies",
    "and",
    "local",
    "authorities",
    "shall",
    "take",
    "place",
    "on",
    "the",
    "basis",
    "of",
    "an",
    "agreed",
    "programme",
    "of",
    "work",
]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("office")


def opened(office: Path, **made: bytes) -> dict[str, list[str]]:
    """Return the text of every page of Word files as LibreOffice sets them, in one call."""
    for name, data in made.items():
        (office / f"{name}.docx").write_bytes(data)
    line = [
        "soffice",
        "--headless",
        f"-env:UserInstallation={(office / 'profile').as_uri()}",
        "--convert-to",
        "pdf",
        "--outdir",
        str(office),
    ]
    subprocess.run([*line, *(str(office / f"{name}.docx") for name in made)], capture_output=True, check=True, timeout=280)
    return {name: _pages((office / f"{name}.pdf").read_bytes()) for name in made}


def _pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def varied(turn: int) -> Agreement:
    """An agreement of paragraphs of every length, so that pages break at every kind of place."""

    def some(place: int) -> str:
        return " ".join(WORDS[(place * 7 + word) % len(WORDS)] for word in range(3 + (place * turn * 13) % 90))

    articles = [
        article(f"a{place}", some(place % 5), *(para(some(place * 3 + turn), items=tuple(item(some(n + place)) for n in range((place + turn) % 4))) for turn in range(1 + place % 3)))
        for place in range(16)
    ]  # fmt: skip
    return structs.replace(trees.rich(), articles=tuple(articles))


def test_words_and_numbers_are_the_same(office: Path) -> None:
    made = {"draft": trees.rich(), "original": trees.rich(draft_mark="")}
    found = opened(office, **{name: formats.render(one, "docx") for name, one in made.items()})
    for name, one in made.items():
        text = squeezed("".join(found[name])).lower()
        for label, words in as_word_prints(formats.render(one, "docx")):
            if not re.search(r"[\u0590-\u06ff]", words):
                assert squeezed(f"{label}{words}").lower() in text, (name, label, words)


def test_references_keep_their_values(office: Path) -> None:
    found = squeezed("".join(opened(office, refs=formats.render(trees.rich(), "docx"))["refs"]))
    for words in (
        "in writing under Article 3;",
        "limits of paragraph 2 of Article 6;",
        "(see Article 1(c))",
        "in Annex 1.",
        "under Article 3(2)(b), unless",
    ):
        assert squeezed(words) in found, words


def test_pages_of_the_contents_are_those_on_which_the_headings_stand(office: Path) -> None:
    made = {f"varied{turn}": formats.render(varied(turn), "docx") for turn in (1, 2, 3)}
    found = opened(office, **made)
    for name, data in made.items():
        rows = [line.text.split("\t") for line in wordfile.lines(data) if re.fullmatch("TOC[123]", line.style)]
        for label, _, page in rows:
            if not label.startswith("Article") or "Article" in label:
                standing = [
                    place for place, text in enumerate(found[name], 1) if re.search(rf"^{label.upper()}$", text, re.MULTILINE)
                ]
                assert int(page) in standing, (name, label, page, standing)
        footer = wordfile.fields(wordfile.part(data, "word/footer1.xml"))
        assert [field.result for field in footer] == ["1", str(len(found[name]))]


def test_signatures_never_stand_alone(office: Path) -> None:
    """LibreOffice carries one paragraph along with a table, Word all that say so (test_the_closing_is_kept_together)."""
    made = {f"lines{lines}": formats.render(ending(lines), "docx") for lines in range(20, 41, 2)}
    for name, pages in opened(office, **made).items():
        places = [[place for place, text in enumerate(pages) if mark in text] for mark in CLOSING]
        assert all(place == places[0] and len(place) == 1 for place in places), name


def test_c4_a_table_in_a_letterhead_is_drawn_alike_on_every_page(office: Path) -> None:
    head = letterhead()
    header = head.sections[0].header
    ruled = header.add_table(1, 2, Mm(100))
    ruled.style = head.styles["Table Grid"]
    ruled.cell(0, 0).text, ruled.cell(0, 1).text = "REPUBLIC OF ORVANE", "No. ______"
    data = formats.render(trees.rich(times=3, draft_mark=""), "docx", reference=saved(head))
    opened(office, ruled=data)
    with pypdfium2.PdfDocument(office / "ruled.pdf") as document:
        strips = [_strip(page) for page in document]
    assert len(strips) > 3 and len(set(strips)) == 1
    assert len(set(strips[0])) > 1, "nothing is drawn there"


def _strip(page: pypdfium2.PdfPage) -> bytes:
    """Return what is drawn in the upper eighth of a page."""
    return bytes(page.render(scale=1, crop=(0, page.get_height() * 7 / 8, 0, 0), grayscale=True).buffer)
