"""Units with a number alone, and paragraphs beneath them that count anew: which of the two is the row."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.readers.agreement import read_agreement

OPENING = "Letter of Intent\nThe Ministry of A and the Ministry of B,\nDeclare the following intentions:\n"
CLOSING = "\nSigned at Lakeside on 3 March 2027, in two originals."
LETTER = "1.\nShared interest\n1. They share an interest.\n2. They wish to explore it.\n2.\nSteps\n1. They meet.\n2. They report.\n3.\nEnd\nIt lapses."
FLAT = "1. They share an interest.\n2. They wish to explore it.\n3. They meet.\n4. They report."
RUNNING_ON = (
    "1.\nShared interest\n1. They share an interest.\n2. They wish to explore it.\n2.\nSteps\n3. They meet.\n4. They report."
)


@each_row(
    ("text", "units"),
    [
        (LETTER, [("1", 2), ("2", 2), ("3", 1)]),  # numbers begin anew beneath each unit: they are its paragraphs
        (FLAT, [("1", 1), ("2", 1), ("3", 1), ("4", 1)]),  # numbers alone are the units
    ],
)
def test_which_numbers_head_units(text: str, units: list[tuple[str, int]]) -> None:
    read = read_agreement(OPENING + text + CLOSING, "en")
    assert [(span.number, len(listed)) for span, _, listed in read.articles] == units


def test_paragraphs_that_run_on_are_not_taken_out() -> None:
    read = read_agreement(OPENING + RUNNING_ON + CLOSING, "en")
    assert [span.number for span, _, _ in read.articles][-2:] == ["3", "4"]


@each_row(
    ("lang", "lead", "last", "closing"),
    [
        ("en", "and to propose the following:", "It enters into force today.", "Accept, Excellency, the renewed assurances of my highest consideration."),
        ("en", "and to propose the following:", "It enters into force today.", "I avail myself of this opportunity to renew my assurances."),
        ("fr", "et de proposer ce qui suit :", "Il entre en vigueur ce jour.", "Veuillez agréer, Monsieur le Ministre, l'assurance de ma haute considération."),
        ("es", "y de proponer lo siguiente:", "Entrará en vigor en la fecha de hoy.", "Hago propicia la ocasión para reiterarle mi más alta consideración."),
        ("pt", "e de propor o seguinte:", "Entra em vigor nesta data.", "Aproveito a oportunidade para renovar os protestos de minha consideração."),
    ],
)  # fmt: skip
def test_the_courtesy_of_a_note_is_no_part_of_its_last_unit(lang: str, lead: str, last: str, closing: str) -> None:
    text = f"Notes\nX\n{lead}\n1. Uno, dos y tres.\n2. {last}\n{closing}\n"
    read = read_agreement(text, lang)
    assert [len(listed) for _, _, listed in read.articles] == [1, 1]
    assert text[read.closing[0] :].startswith(closing)
