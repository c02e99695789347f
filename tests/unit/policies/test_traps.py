"""Numbering as twenty States print it (NOTES.md beside the laws, part 1), each in a small law of our own."""

import pytest
from rowwise import each_row

from ssc_drafter.policies.facts import Facts, facts_of
from ssc_drafter.policies.grammar import grammar
from ssc_drafter.policies.instrument import Provision
from ssc_drafter.policies.pages import page
from ssc_drafter.policies.parts import parts
from ssc_drafter.policies.provisions import segment
from ssc_drafter.policies.unread import told

EN, FR = "The Office shall keep the list in good order.", "Le bureau tient la liste à jour."
ES, PT = "La oficina lleva el registro.", "O órgão mantém o registo."


def law(heads: list[str], words: str) -> str:
    return "\n\n".join(f"{head} {words}" for head in heads)


FORMS = [
    ("AR", "es", ["##### ARTICULO 1º —", "**ARTICULO 2º** —", "**Art. 3°**—", "ARTICULO 10. —"], ES, ["1", "2", "3", "10"]),
    ("PE", "es", ["**Artículo 1.-**", "#### **Artículo 2. Objeto**\n", "## Artículo 3.- Título\n"], ES, ["1", "2", "3"]),
    ("UY", "es", ["##### Artículo 8.-", "##### Artículo 9.-", "##### Artículo 9-BIS\n"], ES, ["8", "9", "9 bis"]),
    ("MX", "es", ["Artículo 1o.-", "Artículo 2o.-", "Artículo 9o.-", "Artículo 10."], ES, ["1", "2", "9", "10"]),
    ("BR", "pt", ["Art. 8º", "Art. 9º", "Art. 10.", "Art. 10-A.", "Art. 10-B."], PT, ["8", "9", "10", "10-A", "10-B"]),
    ("BR, cleaned", "pt", ["Art. 7:", "Art. 8:", "Art. 9:"], PT, ["7", "8", "9"]),
    ("MZ", "pt", ["Artigo 18\n(Título)\n", "Artigo 19\n(Sede)\n", "Artigo 20\n(Fim)\n"], PT, ["18", "19", "20"]),
    ("SN", "fr", ["Article 1er.-", "Article 2.-", "Article 3.-"], FR, ["1", "2", "3"]),
    ("MA", "fr", ["ARTICLE PREMIER. –", "Article- 2. -", "Article- 3. -"], FR, ["1", "2", "3"]),
    ("CM, taxes", "fr", ["Article 18", "Article 18 t", "Article 19", "Article 19 bis"], FR, ["18", "18 ter", "19", "19 bis"]),
    ("KE", "en", ["12. Office", "12A. Staff", "13. Pay", "14. End", "14B. More"], EN, ["12", "12A", "13", "14", "14B"]),
    ("JM", "en", ["4.-(1)", "5.-(1)", "6.-(1)"], EN, ["4", "5", "6"]),
    ("IN", "en", ["1. Short title.--(1)", "2. Words.--(1)", "9A. Leave.--(1)"], EN, ["1", "2", "9A"]),
    ("BD", "en", ["68. (1)", "69. (1)", "88\n[70. The Bank.", "71. (1)"], EN, ["68", "69", "70", "71"]),
    ("RW", "en", ["Article One:", "Article 2:", "Article 3:"], EN, ["1", "2", "3"]),
    ("NP", "en", ["12. Citizenship: (1)", "13. Descent: (1)", "14. Others: (1)"], EN, ["12", "13", "14"]),
    ("EC", "es", ["Art. 68.- Título.-", "Art. 69.- Otro.-", "Artículo 70.-"], ES, ["68", "69", "70"]),
    ("ZW", "en", ["1. Short title.", "2. Interpretation.", "3. Office."], EN, ["1", "2", "3"]),
    (
        "LK, line numbers in the margin",
        "en",
        ["1. (1)", "2. (1)\n5\n", "3. (1)\n10\n", "4. (1)\n15\n"],
        EN,
        ["1", "2", "3", "4"],
    ),
    ("BD, Bengali", "bn", ["১।", "২।", "৩।"], "নাম এই অধ্যাদেশ।", ["1", "2", "3"]),
    ("BR, torn", "pt", ["Art. 55.", "Art. 56.", "Art. 5\n7. (VETADO).", "Art. 58."], PT, ["55", "56", "57", "58"]),
    (
        "MX, transitory",
        "es",
        ["Artículo 1o.-", "Artículo 2o.-", "TRANSITORIOS\n\nPRIMERO.-", "SEGUNDO.-"],
        ES,
        ["1", "2", "DT 1", "DT 2"],
    ),
    ("PH", "en", ["SECTION 1.", "SEC. 2.", "SEC. 3."], EN, ["1", "2", "3"]),
]


@each_row(("state", "lang", "heads", "words", "expected"), FORMS)
def test_numbers_as_a_state_prints_them(state: str, lang: str, heads: list[str], words: str, expected: list[str]) -> None:
    assert [one.number for one in segment(law(heads, words), lang).provisions] == expected, state


POINTS = [
    ("AR", "ARTICULO 5º — Se deberá:\na) informar;\nb) responder.", "5", ["5(a)", "5(b)"]),
    ("PE", "Artículo 4.- Reglas\n4.1 El plazo corre.\n4.2 La tasa se paga.", "4", ["4.1", "4.2"]),
    ("MX", "Artículo 10.- Se deberá:\nI. informar:\na) por escrito;\nb) de viva voz;\nII. responder.", "10", ["10(I)", "10(I)(a)", "10(I)(b)", "10(II)"]),
    ("BR", "Art. 5º É direito:\nI - informar;\nII - responder:\na) já;\nb) depois.\n§ 1º O prazo corre.\n§ 2º A taxa é paga.", "5", ["5(I)", "5(II)", "5(II)(a)", "5(II)(b)", "5(1)", "5(2)"]),
    ("MZ", "Artigo 25\n1. O prazo corre:\na) já;\nb) depois.\n2. A taxa é paga.", "25", ["25(1)", "25(1)(a)", "25(1)(b)", "25(2)"]),
    ("KE", "12. (1) A person may:\n(a) ask:\n(i) now;\n(ii) later;\n(b) answer.\n(2) A fee is due.", "12", ["12(1)", "12(1)(a)", "12(1)(a)(i)", "12(1)(a)(ii)", "12(1)(b)", "12(2)"]),
]  # fmt: skip


@each_row(("state", "text", "number", "expected"), POINTS)
def test_points_as_a_state_prints_them(state: str, text: str, number: str, expected: list[str]) -> None:
    found = [one.number for one in parts(number, "art", text, 0, len(text))]
    assert [one for one in found if one != f"{number}({number})"] == expected, state


def test_contents_of_a_web_page_begin_with_section_one_again() -> None:
    heads = ["1. Short title", "2. Words", "3. Office", "4. Staff", "5. End"]
    text = "Act\n1. Short title\n2. Words\n3. Office\n4. Staff\n5. End\n\n" + "\n\n".join(f"{head}\n{EN}" for head in heads)
    found = segment(text, "en").provisions
    assert [one.number for one in found] == list("12345") and found[0].start > text.index("5. End")


def test_a_heading_at_the_end_of_the_provision_before_it_is_cut_off() -> None:
    text = "49. Rule\nA fee is due.\n\nPart VII – EXEMPTIONS\n\n50. Freed\nA school is free of fees.\n\n51. End\nThis Act ends."
    first, second, _ = segment(text, "en").provisions
    assert text[first.start : first.end].endswith("A fee is due.") and second.within[0].label == "Part VII"


def test_a_heading_glued_to_the_last_line_of_a_provision_opens_the_next_part() -> None:
    text = "49. Rule\nA fee is due.\n\n50. Place\nThe Office may act in Zub. Part VII – EXEMPTIONS\n\n51. Freed\nA school is free.\n\n52. End\nThis ends."
    found = {one.number: one for one in segment(text, "en").provisions}
    assert text[found["50"].start : found["50"].end].endswith("in Zub.")
    assert [one.shown for one in found["51"].within] == ["Part VII (EXEMPTIONS)"] and not found["50"].within


def test_a_text_that_lacks_more_than_it_has_is_said_to_be_shortened() -> None:
    def said(heads: list[str]) -> bool:
        return any("shortened text" in one.what for one in segment(law(heads, FR), "fr").warnings)

    assert said(["Article 1", "Article 7", "Article 8", "Article 25"]) and not said(
        ["Article 1", "Article 2", "Article 3", "Article 5"]
    )


def test_schedules_of_laws_that_count_anew_never_stand_for_a_section() -> None:
    """Uganda and Zimbabwe print schedules whose paragraphs count from one: section 4 is not paragraph 4 of a schedule."""
    text = (
        law([f"{number}. Matter" for number in range(1, 9)], EN)
        + "\n\nSCHEDULE 1\n\n"
        + law([f"{number}. Form" for number in range(1, 6)], "The form is blue.")
    )
    found = segment(text, "en")
    assert [one.number for one in found.provisions] == list("12345678") and len(found.other) == 5
    assert "Office" in text[found.provisions[3].start : found.provisions[3].end]


@each_row("ui", ["en", "fr", "es", "pt"])
def test_a_long_stretch_in_no_unit_is_said(ui: str) -> None:
    preface = "The coast has grown poorer in fish for twenty years, and the harbours silt up. " * 60
    body = law([f"{n}. Quays.--(1)" for n in range(1, 6)], EN)
    whole = f"{preface}\n\n{body}"
    units = [
        Provision(str(n), None, f"s{n}", "section", start, start + 20)
        for n in range(1, 6)
        for start in [whole.index(f"{n}. Quays")]
    ]
    said = [one.what for one in told(page(whole, grammar("en")), units, ui, plan=False)]
    assert any("The coast has grown poorer" in one for one in said)
    short = [Provision(one.number, None, one.address, one.level, 0, len(body)) for one in units]
    assert not list(told(page(body, grammar("en")), short, ui, plan=False))


HEADS = [
    ("MA, the head of a page inside a sentence", "fr", "Article {n} – Le bureau tient la liste des navires et\n1296 BULLETIN OFFICIEL Nº 6906 – 16 hija 1441 ({n}-8-2020)\nla publie chaque année."),
    ("MX, the foot of a page inside a sentence", "es", "Artículo {n}. La oficina lleva el registro de\n{n} de 20\nLEY DE PUERTOS\nCÁMARA DE DIPUTADOS DEL H. CONGRESO DE LA UNIÓN\nÚltima Reforma DOF 01-06-2021\nlos barcos."),
    ("ZM, an editor's note inside a sentence", "en", "{n}. Matter {n}\nThe Office shall keep the list and\n[paragraph (c) amended by section 7(a)(i) of Act 19 of 2016 ]\nthe seal."),
]  # fmt: skip


@each_row(("lang", "unit"), [pytest.param(*row[1:], id=row[0]) for row in HEADS])
def test_what_stands_inside_a_sentence_parts_no_provision(lang: str, unit: str) -> None:
    found = segment("\n\n".join(unit.format(n=n) for n in range(1, 7)), lang)
    assert [one.number for one in found.provisions] == list("123456") and not found.other and not found.warnings


def test_a_letter_that_a_converter_lost_makes_two_articles_of_one_number_and_is_said() -> None:
    """Mexico: "20 Bis" became a second article 20."""
    text = (
        law([f"Artículo {n}.-" for n in range(1, 21)], ES)
        + "\n\nArtículo 20.- La tasa es otra y se paga en marzo.\n\nArtículo 21.- Fin."
    )
    found = segment(text, "es")
    assert [one.number for one in found.provisions] == [str(n) for n in range(1, 22)]
    assert any("20" in one.what and "twice" in one.what for one in found.warnings)
    twentieth = found.provisions[19]
    assert "marzo" in text[twentieth.start : twentieth.end], "no word of the law is lost"


def test_words_left_out_and_footnotes_of_indian_acts_are_no_units() -> None:
    text = '1. Title.--(1) This Act ends.\n\n2. Words.--In this Act,--\n1***\n(a) "port" means a place; 2* * * * *\n(b) 1[quay] means a wall.\n\n3. End.--(1) The Office acts.'
    assert [one.number for one in segment(text, "en").provisions] == list("123")


def test_a_preamble_with_numbers_of_its_own_is_no_provision() -> None:
    text = "CONSTITUTION\n\nPRÉAMBULE\n\nLe peuple proclame :\n\n1. que les quais sont à tous ;\n\n2. que la mer est libre.\n\nTITRE PREMIER\n\n"
    found = segment(text + law([f"Article {n} :" for n in range(1, 7)], FR), "fr")
    assert [one.number for one in found.provisions] == list("123456") and found.provisions[0].start > len(text) - 5


LABELS = [
    ("MZ, a constitution labelled as an act", {"title": "Constituição da República", "rank": "lei"}, Facts(lang="pt"), "hierarchy", "constitution"),
    ("MZ, English labelled Portuguese", {"lang": "pt"}, Facts(lang="en"), "lang", "en"),
    ("KE, in force in part", {"status": "partially_suspended"}, Facts(), "status", "partly_in_force"),
    ("AR, a date that is none", {"date": "1900-01-01"}, Facts(), "date", None),
]  # fmt: skip


@each_row(("stated", "found", "fact", "expected"), [pytest.param(*row[1:], id=row[0]) for row in LABELS])
def test_labels_of_collections(stated: dict[str, str], found: Facts, fact: str, expected: str | None) -> None:
    made = facts_of(stated, found)
    assert getattr(made, fact) == expected and bool(made.warnings) == (fact in ("hierarchy", "lang"))
