"""Two languages side by side: a row for each place, every word of both, refused where the two are not built alike."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
import shelf
from trees import article, item, para, small

from ssc_drafter import places
from ssc_drafter.answers.files import read_file
from ssc_drafter.assemble.whole import assemble
from ssc_drafter.errors import Problem
from ssc_drafter.library.changes import read_changes
from ssc_drafter.tree.nodes import Agreement, plain
from ssc_drafter.tree.walk import all_words
from ssc_drafter.writers import beside

SAMPLES = [
    next((places.TEMPLATES / kind / "samples").glob("*.yaml")) for kind in ("framework_agreement", "triangular_agreement")
]


def pair(path: Path, left: str, right: str) -> tuple[Agreement, Agreement]:
    file = read_file(path)
    changes = read_changes(file.changes)
    made = [assemble(shelf.shipped(), file.kind, file.answers, lang, changes, True, "2026-11-25") for lang in (left, right)]
    return made[0], made[1]


def columns(data: bytes) -> list[tuple[str, str]]:
    (table,) = docx.Document(io.BytesIO(data)).tables
    return [(row.cells[0].text, row.cells[2].text) for row in table.rows]


@pytest.mark.parametrize(("left", "right"), [("en", "fr"), ("es", "pt")])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.slow
def test_every_word_of_both_stands_in_its_column(path: Path, left: str, right: str) -> None:
    made = pair(path, left, right)
    rows = columns(beside.render(*made, "docx"))
    for side, agreement in enumerate(made):
        text = "\n".join(row[side] for row in rows)
        for _, address, inlines in all_words(agreement):
            words = plain(inlines).replace("\n", " ").strip()
            assert words in text.replace("\n", " "), address


def test_numbers_stand_before_their_words_and_in_the_same_row() -> None:
    left = small(article("a", "Costs", para("One.", number="1"), para("Two:", items=(item("point"),), number="2")))
    right = small(article("a", "Frais", para("Un.", number="1"), para("Deux :", items=(item("point"),), number="2")), lang="fr")
    rows = columns(beside.render(left, right, "docx"))
    assert ("1.\tOne.", "1.\tUn.") in rows and ("(a)\tpoint", "a)\tpoint") in rows
    assert ("Article 1\nCosts", "Article 1\nFrais") in rows or ("Article 1\nCosts", "Article premier\nFrais") in rows


def test_what_is_not_built_alike_is_refused_with_its_place() -> None:
    left = small(article("a", "Costs", para("One."), para("Two.")))
    right = small(article("a", "Frais", para("Un.")), lang="fr")
    with pytest.raises(Problem, match="not built alike") as caught:
        beside.render(left, right, "docx")
    assert "art_1" in str(caught.value)


def test_the_same_pair_makes_the_same_bytes() -> None:
    made = small(article("a", "Costs", para("One.")))
    assert beside.render(made, made, "docx") == beside.render(made, made, "docx")


def test_another_format_is_refused() -> None:
    made = small(article("a", "Costs", para("One.")))
    with pytest.raises(Problem, match="docx, pdf"):
        beside.render(made, made, "odt")


@pytest.mark.slow
def test_the_pdf_has_both_languages_and_no_answer_as_mark_up() -> None:
    import pypdfium2

    left = small(article("a", "Costs", para("One <b>bold</b>.")))
    right = small(article("a", "Frais", para("Un.")), lang="fr")
    document = pypdfium2.PdfDocument(beside.render(left, right, "pdf"))
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    assert "<b>bold</b>" in text and "Un." in text
