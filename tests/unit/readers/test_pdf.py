"""PDF: lines in the order of reading, running heads apart, pictures without text refused."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pdffile import Words, from_streams, pdf

from ssc_drafter.readers import pdf as reader
from ssc_drafter.readers.reading import Limits, Reading, Refusal

LONG = "The Parties shall cooperate in the fields that this Article names"


def read(data: bytes) -> Reading:
    return reader.read(data, Limits(), {})


def body(found: Reading) -> list[str]:
    return [found.text[each.start : each.end] for each in found.stretches if not each.marks]


def test_lines_stay_as_printed_and_hyphens_at_their_end_too() -> None:
    found = read(pdf([(70, 700, "Article 1"), (70, 680, "Each Party shall bear its own ex-"), (70, 668, "penses.")]))
    assert found.text.split("\n") == ["Article 1", "Each Party shall bear its own ex-", "penses."]
    assert found.pages == 1


def test_running_heads_and_page_numbers_are_set_apart() -> None:
    def page(number: int) -> Words:
        return [
            (70, 800, f"Official Gazette No. {number}"),
            *((70, 700 - 12 * n, f"{LONG} {number} {n} x") for n in range(10)),
            (290, 40, f"{number}"),
        ]

    found = read(pdf(*(page(number) for number in range(1, 6))))
    heads = [found.text[each.start : each.end] for each in found.stretches if each.marks == ("header",)]
    assert heads == [text for number in range(1, 6) for text in (f"Official Gazette No. {number}", str(number))]
    assert len(body(found)) == 50
    assert [note.values for note in found.notes if note.key == "readers.heads"] == [{"count": "10"}]


def test_numbers_kept_in_a_column_of_their_own_come_before_their_line() -> None:
    numbers: Words = [(70, 700, "(1)"), (70, 670, "(2)"), (95, 655, "(a)")]
    words: Words = [(120, 700, "A Party may end this Agreement."), (120, 670, "Notice is given:"), (120, 655, "in writing.")]
    assert read(pdf(numbers + words)).text.split("\n") == [
        "(1) A Party may end this Agreement.",
        "(2) Notice is given:",
        "(a) in writing.",
    ]


def test_two_columns_printed_across_are_read_one_after_the_other() -> None:
    left = [f"left column line {n} of the law" for n in range(12)]
    right = [f"right column line {n} of the law" for n in range(12)]
    across: Words = [
        (60, 760, "ACT TO APPROVE THE AGREEMENT BETWEEN THE TWO GOVERNMENTS ON COOPERATION IN ALL FIELDS OF FARMING")
    ]
    for n in range(12):
        across += [(60, 720 - 14 * n, left[n]), (320, 720 - 14 * n, right[n])]
    found = read(pdf(across, size=12))
    assert body(found)[1:] == left + right
    assert "readers.columns" in [note.key for note in found.notes]


def test_notes_and_line_numbers_in_the_margin_are_no_text() -> None:
    words: Words = [(70, 700 - 12 * n, f"{LONG} {n} x") for n in range(20)]
    margin: Words = [(500, 700, "Duty to"), (500, 688, "cooperate")]
    counts: Words = [(480, 652, "5"), (480, 592, "10"), (480, 532, "15")]
    found = read(pdf(words + margin + counts))
    assert body(found) == [text for _, _, text in words]
    assert {each.marks for each in found.stretches} == {(), ("note",), ("header",)}


def test_a_pdf_of_pictures_is_refused_with_its_pages_and_one_such_page_is_named() -> None:
    with pytest.raises(Refusal) as refused:
        read(from_streams([b"0 0 100 100 re f", b"0 0 50 50 re f"]))
    assert (refused.value.key, refused.value.values["pages"]) == ("readers.no_text_layer", "1-2")
    found = read(pdf([(70, 700, LONG)], [], [(70, 700, LONG)]))
    assert [(note.key, note.values) for note in found.notes] == [("readers.pages_without_text", {"pages": "2"})]


def test_a_protected_pdf_is_refused_by_its_name() -> None:
    held = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf([(70, 700, LONG)]))) as plain:
        plain.save(held, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(Refusal, match="encrypted"):
        read(held.getvalue())


@pytest.mark.parametrize("data", [b"%PDF-1.4\nnothing", b"%PDF-1.7\n" + b"\0" * 400, pdf([(70, 700, LONG)])[:200]])
def test_a_broken_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal, match=r"broken_pdf|no_text_layer"):
        read(data)


def test_t10_too_many_pages_are_refused() -> None:
    with pytest.raises(Refusal, match="too_many_pages"):
        reader.read(pdf([], [], []), Limits(pages=2), {})


@pytest.mark.parametrize(("numbers", "said"), [([1], "1"), ([1, 2, 3], "1-3"), ([1, 3, 4, 9], "1, 3-4, 9"), ([], "")])
def test_page_numbers_in_a_sentence(numbers: list[int], said: str) -> None:
    assert reader.ranges(numbers) == said


def test_a_table_of_contents_is_marked_with_its_page_numbers() -> None:
    entries: Words = [(70, 700 - 14 * n, f"Article {n + 1} Title of it") for n in range(8)]
    numbers: Words = [(500, 700 - 14 * n, str(3 + n // 2)) for n in range(8)]
    text: Words = [(70, 700, "Article 1"), (70, 686, "In 2019 the Parties met 4"), (70, 672, "times, and again in 2020.")]
    found = read(pdf(entries + numbers, text, [], [], [], [], []))
    assert [found.text[each.start : each.end] for each in found.stretches if each.marks == ("toc",)] == [
        f"Article {n + 1} Title of it {3 + n // 2}" for n in range(8)
    ]
    assert body(found) == [words for _, _, words in text]
