"""Provisions of a law: a small text for every kind of trap seen in real ones. All laws and States here are invented."""

from msgspec import Struct
from rowwise import each_row

from ssc_drafter.policies.provisions import Segments, segment


class Heading(Struct, frozen=True):
    """A printed heading as a reader of a format gives it."""

    start: int
    end: int
    kind: str = "heading"
    level: int = 1
    label: str = ""
    marks: tuple[str, ...] = ()


def numbers(found: Segments) -> list[str]:
    return [one.number for one in found.provisions]


def others(found: Segments) -> list[tuple[str, str]]:
    return [(one.container, one.number) for one in found.other]


def law(heads: list[str], words: str = "The Office shall keep the list in good order and open to all.") -> str:
    return "\n\n".join(f"{head}\n{words}" for head in heads)


PLAIN = [
    ("en", law(["1. Short title", "2. Interpretation", "3. The Office", "4. Regulations"]), ["1", "2", "3", "4"]),
    ("en", law(["Section 1. Short title", "Section 2. Interpretation", "SEC. 3. The Office"]), ["1", "2", "3"]),
    ("en", law(["Article One", "Article 2", "Article 3"]), ["1", "2", "3"]),
    (
        "en",
        law(["1. Title", "2. Words", "2A. More words", "3. Office", "3A. Staff", "3B. Pay", "4. End"]),
        ["1", "2", "2A", "3", "3A", "3B", "4"],
    ),
    (
        "fr",
        law(["Article premier", "Article 2", "Art. 3. –", "Article 3 bis", "Article 4"], "Le bureau tient la liste à jour."),
        ["1", "2", "3", "3 bis", "4"],
    ),
    ("es", law(["ARTICULO 1º —", "ARTICULO 2° —", "ARTICULO 10. —"], "La oficina lleva el registro."), ["1", "2", "10"]),
    (
        "es",
        law(["Artículo Primero.-", "Artículo Segundo.-", "Artículo Tercero.-"], "La oficina lleva el registro."),
        ["1", "2", "3"],
    ),
    ("pt", law(["Art. 1º", "Art. 2º", "Art. 2º-A", "Art. 3º"], "O órgão mantém o registro."), ["1", "2", "2-A", "3"]),
    ("pt", law(["Artigo 1", "Artigo 2", "Artigo 3"], "O órgão mantém o registo."), ["1", "2", "3"]),
]


@each_row(("lang", "text", "expected"), PLAIN)
def test_numbers_as_a_citation_gives_them(lang: str, text: str, expected: list[str]) -> None:
    assert numbers(segment(text, lang)) == expected


def test_places_are_the_texts_own_words() -> None:
    text = "Fees Act\n\n1. Short title\nThis Act is the Fees Act.\n\nPART II\n\n2. Fees\nA fee is due.\n"
    first, second = segment(text, "en").provisions
    assert text[first.start : first.end] == "1. Short title\nThis Act is the Fees Act."
    assert text[second.start : second.end] == "2. Fees\nA fee is due."
    assert (first.heading, first.address, first.level) == ("Short title", "art_1", "section")


def test_a_table_of_contents_is_no_row_of_sections() -> None:
    heads = ["1. Short title", "2. Interpretation", "3. The Office", "4. Staff", "5. Regulations"]
    text = "ARRANGEMENT OF SECTIONS\n" + "\n".join(heads) + "\n\n" + law(heads)
    found = segment(text, "en")
    assert numbers(found) == ["1", "2", "3", "4", "5"] and found.provisions[0].start > text.index("5. Regulations")


def test_a_citation_at_the_beginning_of_a_line_is_no_heading() -> None:
    text = law(["Article 1", "Article 2", "Article 3"], "As provided in\nArticle 9 of the Code, a fee is due.")
    assert numbers(segment(text, "en")) == ["1", "2", "3"]


def test_a_heading_broken_over_lines() -> None:
    text = "**ARTICULO\n\n1º**.- La oficina lleva el registro.\n\n**ARTICULO\n\n2º**.- El registro es público."
    assert numbers(segment(text, "es")) == ["1", "2"]


def test_two_headings_on_one_line() -> None:
    text = "ARTICULO 1.— La oficina abre.\nARTICULO 2.— (Derogado por la Ley 5). ARTICULO 3.— (Derogado por la Ley 5).\nARTICULO 4.— Cierra."
    assert numbers(segment(text, "es")) == ["1", "2", "3", "4"]


def test_schedules_begin_anew_and_stand_apart() -> None:
    text = law(["1. Title", "2. Office", "3. Staff"]) + "\n\nFIRST SCHEDULE\n\n" + law(["1. Meetings", "2. Quorum"])
    found = segment(text, "en")
    assert numbers(found) == ["1", "2", "3"]
    assert others(found) == [("schedule", "1"), ("schedule", "2")]


def test_a_longer_annexed_treaty_is_not_the_law() -> None:
    annex = law([f"Article {number}" for number in range(1, 12)], "The sending State shall inform the receiving State.")
    found = segment(law(["1. Title", "2. Force of law", "3. Orders"]) + "\n\nSCHEDULE\n\n" + annex, "en")
    assert numbers(found) == ["1", "2", "3"] and len(found.other) == 11


def test_an_act_that_approves_stands_before_the_text() -> None:
    act = "ARTICULO 1° — Apruébase el texto adjunto.\n\nARTICULO 2° — Comuníquese.\n\n"
    body = law([f"Artículo {number}.-" for number in range(1, 8)], "El pueblo elige a sus representantes.")
    found = segment(act + body, "es")
    assert numbers(found) == [str(number) for number in range(1, 8)]
    assert others(found) == [("approving act", "1"), ("approving act", "2")]


def test_quoted_articles_of_another_law() -> None:
    text = (
        "Artículo 1.- La oficina abre.\n\nArtículo 2.- Sustitúyese el artículo 45 del Código por el siguiente:\n"
        "“Artículo 45.- El que falte paga multa.”\n\nArtículo 3.- Comuníquese."
    )
    found = segment(text, "es")
    assert numbers(found) == ["1", "2", "3"] and others(found) == [("quoted", "45")]


def test_old_and_new_wording_of_one_article() -> None:
    text = (
        "Artículo 1.- La oficina abre a diario.\n\nArtículo 2.- La tasa es anual.\n"
        "(*) Artículo modificado por la Ley 9, cuyo texto es el siguiente:\n"
        "“Artículo 2.- La tasa es mensual y se paga por adelantado.”\n\nArtículo 3.- Comuníquese."
    )
    found = segment(text, "es")
    second = found.provisions[1]
    assert numbers(found) == ["1", "2", "3"] and "mensual" in text[second.start : second.end]
    assert others(found) == [("earlier wording", "2")]
    assert any("2" in one.what for one in found.warnings)


def test_notes_on_earlier_wordings_at_the_end() -> None:
    body = law(["ARTICULO 1.—", "ARTICULO 2.—", "ARTICULO 3.—"], "La oficina lleva el registro.")
    found = segment(body + "\n\nAntecedentes Normativos\n\nArtículo 2.— La oficina llevaba el registro.", "es")
    assert numbers(found) == ["1", "2", "3"] and "llevaba" not in body


def test_a_gap_is_said() -> None:
    found = segment(law(["1. Title", "2. Office", "3. Staff", "7. Pay", "8. End"]), "en")
    assert any("4-6" in one.what for one in found.warnings)


def test_lost_page_order_is_put_right_and_said() -> None:
    heads = [f"Article {number}" for number in (1, 2, 3, 7, 8, 4, 5, 6, 9, 10)]
    found = segment(law(heads, "Le bureau tient la liste à jour."), "fr")
    assert numbers(found) == [str(number) for number in range(1, 11)]
    assert any("order" in one.what for one in found.warnings)


def test_final_provisions_have_their_own_code() -> None:
    body = law(["Artículo 1.-", "Artículo 2.-", "Artículo 3.-"], "La oficina lleva el registro.")
    final = "\n\nDISPOSICIONES FINALES\n\nPRIMERA.- La oficina abre en enero.\n\nSEGUNDA.- Derógase la Ley 4."
    assert numbers(segment(body + final, "es")) == ["1", "2", "3", "DF 1", "DF 2"]


def test_complementary_provisions_stand_apart_under_their_heading() -> None:
    body = law(["Artículo 1.-", "Artículo 2.-", "Artículo 3.-"], "La oficina lleva el registro.")
    more = "\n\nDISPOSICIONES COMPLEMENTARIAS FINALES\n\nPRIMERA.- La oficina abre en enero.\n\nSEGUNDA.- Derógase la Ley 4."
    found = segment(body + more, "es")
    assert numbers(found) == ["1", "2", "3"]
    assert others(found) == [("disposiciones complementarias finales", f"DCF {number}") for number in (1, 2)]


def test_final_provisions_that_go_on_counting_are_articles() -> None:
    body = law(["Artículo 1.-", "Artículo 2.-", "Artículo 3.-"], "La oficina lleva el registro.")
    final = "\n\nDISPOSICIONES FINALES\n\n" + law(["Artículo 4.-", "Artículo 5.-"], "Derógase la Ley 4.")
    assert numbers(segment(body + final, "es")) == ["1", "2", "3", "4", "5"]


def test_running_headers_inside_the_text() -> None:
    pages = [f"Fees Act                 {number}\n{number}. Rule\nA fee is due at the office." for number in range(1, 8)]
    assert numbers(segment("\n".join(pages), "en")) == [str(number) for number in range(1, 8)]


def test_doubled_sentences_are_said() -> None:
    words = "Where a fee is due the office shall ask for it. Where a fee is due the office shall ask for it."
    found = segment(law([f"{number}. Rule" for number in range(1, 9)], words), "en")
    assert any("twice" in one.what for one in found.warnings)


def test_decisions_run_on_through_lettered_parts() -> None:
    text = (
        "Relevé de décisions\n\nA. Au titre de la gouvernance\n\n1. Le ministre proposera un texte.\n2. Il rendra compte.\n\n"
        "B. Au titre du financement\n\n3. Le ministre mobilisera les fonds.\n4. Il rendra compte."
    )
    assert numbers(segment(text, "fr")) == ["1", "2", "3", "4"]


def test_a_printed_number_that_stands_twice_by_mistake() -> None:
    text = law([f"ARTICULO {number}" for number in ("I", "II", "III", "IV", "IV")], "Las Partes cooperan entre sí.\n" * 4)
    assert numbers(segment(text, "es")) == ["1", "2", "3", "4", "4"]


def test_nothing_numbered() -> None:
    found = segment("A note without any number. It says nothing else.", "en")
    assert [one.address for one in found.provisions] == ["para_1"] and found.warnings


def test_a_plan_numbers_its_headings() -> None:
    heads = [
        "1. Introduction",
        "1.1 Context",
        "1.2 Aims",
        "2. Actions",
        "2.1 Energy",
        "2.1.1 Solar pumps",
        "2.2 Water",
        "3. Means",
    ]
    found = segment(law(heads, "By 2030 the share of clean energy will reach 45 percent."), "en", plan=True)
    assert numbers(found) == [head.split()[0].rstrip(".") for head in heads]
    assert {one.level for one in found.provisions} == {"section"}


def test_a_plan_without_numbers_is_read_by_its_headings() -> None:
    text = "Vision\n\nForests\nWe will plant trees.\n\nEnergy\nWe will build pumps.\n\nWater\nWe will dig wells."
    printed = [Heading(text.index(head), text.index(head) + len(head)) for head in ("Forests", "Energy", "Water")]
    assert [one.heading for one in segment(text, "en", printed, plan=True).provisions] == ["Forests", "Energy", "Water"]


def test_a_number_that_stands_at_two_units_is_said_and_a_heading_that_is_printed_twice_is_not() -> None:
    acts = "1. Scope\nThis Act applies to seed.\n\n2. Access\nAccess is free.\n\n{second}\n\n3. End\nThis Act ends.\n\n4. Start\nIt starts."
    twice = segment(acts.format(second="2. Access to data\nData may be seen by all."), "en").warnings
    assert ["2 stand twice" in one.what for one in twice] == [True]
    above = "1. Scope. This Act applies to seed.\n\n2. Access to the stores.\n2. Access to the stores. All may enter.\n\n3. End. This Act ends."
    assert not segment(above, "en").warnings
