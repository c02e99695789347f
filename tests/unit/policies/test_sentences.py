"""Sentences with their places: abbreviations, wrapped lines, points."""

from rowwise import each_row

from ssc_drafter.policies.sentences import sentences

ROWS = [
    ("en", "No fee is due under s. 4 of the Act. It may be waived.", 2),
    ("en", "The Hon. Minister may, by Cap. 12, act. Art. 5 applies.", 2),
    ("en", "5. The Office is open. It has a seal.", 2),
    ("en", "a sentence that\nwraps over lines. And one more.", 2),
    ("en", "The Office shall:\n(a) keep a list;\n(b) report.", 3),
    ("fr", "Selon l'art. 4, al. 2, l'autorité décide. Elle informe M. Le Ministre.", 2),
    ("es", "Según el art. 5, inc. b, no hay tasa. ¿Quién paga? La Parte.", 3),
    ("pt", "Conforme o art. 5º, a Parte informa. O prazo é de 30 dias.", 2),
]


@each_row(("lang", "text", "count"), ROWS)
def test_count(lang: str, text: str, count: int) -> None:
    assert len(sentences(text, lang)) == count


def test_places_are_exact_and_cover_all_words() -> None:
    text = "  One is here.\n\nTwo is (there). “Three” is last  "
    found = sentences(text, "en")
    assert [text[one.start : one.end] for one in found] == ["One is here.", "Two is (there).", "“Three” is last"]


def test_inside_a_stretch() -> None:
    text = "Before. One. Two. After."
    assert [text[one.start : one.end] for one in sentences(text, "en", 8, 17)] == ["One.", "Two."]
