"""Agreements read from a text: own articles, paragraphs, title, Parties; one small invented text for every trap."""

import pytest

from ssc_drafter.readers.agreement import Reading, parties, read_agreement, running, tree
from ssc_drafter.tree.nodes import Paragraph, plain
from ssc_drafter.tree.numbering import numbered

ENGLISH = """AGREEMENT ON FISHERIES
BETWEEN
THE GOVERNMENT OF THE REPUBLIC OF VALMERIA
AND
THE GOVERNMENT OF THE REPUBLIC OF ORVANE

The Government of the Republic of Valmeria and the Government of the Republic of Orvane,

Desiring to deepen their friendship,

Have agreed as follows:

Article I
Purpose

The Parties shall cooperate in fisheries.

Article II
Personnel

1. The receiving Party shall:
(a) grant visas;
(b) exempt personnel from:
(i) customs duty;
(ii) income tax.
2. Article 9 of the Convention applies to personnel.

Article III

Either Party may withdraw. Notice is six months.

In witness whereof the undersigned have signed this Agreement.

Done at Orvane City on 3 March 2027.
"""

SPANISH = """Ley 12.345

Apruébase el Convenio con Orvane.

ARTICULO 1° — Apruébase el CONVENIO DE COOPERACION, que consta de TRES (3) artículos.

ARTICULO 2° — Comuníquese al Poder Ejecutivo.

REGISTRADA BAJO EL N° 12.345.

CONVENIO DE COOPERACION ENTRE EL GOBIERNO DE VALMERIA Y EL GOBIERNO DE ORVANE

El Gobierno de Valmeria y el Gobierno de Orvane,

Han convenido lo siguiente:

ARTICULO 1

Las Partes cooperarán en pesca.

ARTICULO 2

Cada Parte designará un punto focal.

ARTICULO 3

El presente Convenio entrará en vigor al firmarse.

Hecho en Ciudad Orvane, el 3 de marzo de 2027.

ANEXO I

ARTICULO 1

Lista de especies.
"""

FRENCH = """Accord de coopération entre le Gouvernement de la Valmérie et le Gouvernement de l'Orvane

Les Parties sont convenues de ce qui suit :

Article premier
Les Parties coopèrent en matière de pêche.

Article 2
Chaque Partie désigne un point focal.
Ce point focal rend compte chaque année.

Article 2 bis
Les frais sont à la charge de chaque Partie.

Fait à Orvane, le 3 mars 2027.
"""

PORTUGUESE = """AJUSTE COMPLEMENTAR ENTRE O GOVERNO DE VALMÉRIA E O GOVERNO DE ORVANE

O Governo de Valméria e o Governo de Orvane,

Ajustam o seguinte:

Artigo I
1. As Partes cooperarão na pesca.
2. As Partes trocarão informações.

Artigo II
O presente Ajuste entrará em vigor na data da assinatura.

Feito em Orvane, em 3 de março de 2027.
"""

CLAUSES = """CONVENIO MARCO DE COOPERACIÓN

Las Partes convienen lo siguiente:

Cláusula Primera.- Objeto
El objeto es la cooperación en pesca.

Cláusula Segunda.- Costos
Cada Parte asume sus costos.

Cláusula Tercera.- Vigencia
Rige desde su firma.
"""

PARAGRAPHS = """MEMORANDUM OF UNDERSTANDING ON FISHERIES

The Participants have reached the following understanding:

1. Purpose
The Participants intend to cooperate in fisheries.

2. Costs
Each Participant bears its own costs.

3. Effect
This Memorandum creates no rights under international law.

Signed at Orvane City on 3 March 2027.
"""

TEXTS = {"en": ENGLISH, "es": SPANISH, "fr": FRENCH, "pt": PORTUGUESE}
NUMBERS = {"en": ["1", "2", "3"], "es": ["1", "2", "3"], "fr": ["1", "2", "2 bis"], "pt": ["1", "2"]}


def articles(read: Reading) -> list[str]:
    return [span.number for span, _, _ in read.articles]


@pytest.mark.parametrize("lang", TEXTS)
def test_own_articles(lang: str) -> None:
    assert articles(read_agreement(TEXTS[lang], lang)) == NUMBERS[lang]


def test_headings() -> None:
    assert [span.heading for span, _, _ in read_agreement(ENGLISH, "en").articles] == ["Purpose", "Personnel", None]


def test_the_act_that_approves_and_the_annex_are_not_counted() -> None:
    read = read_agreement(SPANISH, "es")
    assert read.wrapper == 2 and read.title.startswith("CONVENIO DE COOPERACION")
    assert [one.label for one in read.attached] == ["ANEXO I"]


def test_paragraphs_points_and_subpoints() -> None:
    read = read_agreement(ENGLISH, "en")
    _, _, listed = read.articles[1]
    assert [one.number for one in listed] == ["1", "2"]
    assert [point.number for point in listed[0].points] == ["2(1)(a)", "2(1)(b)", "2(1)(b)(i)", "2(1)(b)(ii)"]


def test_unnumbered_paragraphs_are_counted() -> None:
    assert [len(listed) for _, _, listed in read_agreement(FRENCH, "fr").articles] == [1, 2, 1]


def test_units_are_the_files_own_words() -> None:
    text = running(read_agreement(ENGLISH, "en"))
    words = {unit.address: text.text[unit.start : unit.end] for unit in text.units}
    assert words["art_1__para_1"] == "The Parties shall cooperate in fisheries."
    assert words["art_2__para_2"] == "2. Article 9 of the Convention applies to personnel."
    assert words["preamble__formula"] == "Have agreed as follows:"
    assert words["testimonium"].startswith("In witness whereof")
    assert text.articles == 3 and {unit.number for unit in text.units if unit.article == "2"} == {"2(1)", "2(2)"}


@pytest.mark.parametrize("lang", TEXTS)
def test_tree_and_running_text_have_the_same_paragraphs(lang: str) -> None:
    read = read_agreement(TEXTS[lang], lang)
    places = [one.address for one in numbered(tree(read)) if one.depth == 1 and one.address.startswith("art_")]
    assert places == [unit.address for unit in running(read).units if unit.address.startswith("art_")]


def test_the_tree_keeps_printed_numbers_and_points() -> None:
    article = tree(read_agreement(ENGLISH, "en")).articles[1]
    first = article.blocks[0]
    assert isinstance(first, Paragraph) and first.number == "1" and plain(first.content) == "The receiving Party shall:"
    assert [item.number for item in first.items] == ["a", "b"] and [item.number for item in first.items[1].items] == ["i", "ii"]
    assert plain(first.items[0].content) == "grant visas;"


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        ("en", "THE GOVERNMENT OF THE REPUBLIC OF VALMERIA", "THE GOVERNMENT OF THE REPUBLIC OF ORVANE"),
        ("es", "EL GOBIERNO DE VALMERIA", "EL GOBIERNO DE ORVANE"),
        ("fr", "le Gouvernement de la Valmérie", "le Gouvernement de l'Orvane"),
        ("pt", "O GOVERNO DE VALMÉRIA", "O GOVERNO DE ORVANE"),
    ],
)
def test_parties_where_title_or_opening_say_them(lang: str, first: str, second: str) -> None:
    found = parties(read_agreement(TEXTS[lang], lang))
    assert [name.casefold() for name in found] == [first.casefold(), second.casefold()]


def test_three_parties_line_by_line() -> None:
    text = ENGLISH.replace("OF ORVANE\n\nThe", "OF ORVANE\n\nThe").replace(
        "VALMERIA\nAND", "VALMERIA\nTHE GOVERNMENT OF SOLANDRA\nAND", 1
    )
    assert len(parties(read_agreement(text, "en"))) == 3


def test_clauses_in_words() -> None:
    read = read_agreement(CLAUSES, "es")
    assert articles(read) == ["1", "2", "3"] and read.articles[0][0].heading == "Objeto"


def test_bare_numbered_paragraphs() -> None:
    read = read_agreement(PARAGRAPHS, "en")
    assert articles(read) == ["1", "2", "3"] and read.articles[1][0].heading == "Costs"


def test_points_of_one_article_are_not_the_articles() -> None:
    points = "\n\n".join(f"{number}. Manejo de la materia número {number}." for number in range(1, 9))
    text = SPANISH.replace("Las Partes cooperarán en pesca.", f"Las Partes cooperarán en:\n\n{points}")
    assert articles(read_agreement(text, "es")) == ["1", "2", "3"]


def test_of_two_agreements_in_one_file_the_points_of_the_first_are_not_the_articles() -> None:
    """As Argentine Law 23.424 prints them: points in the second article, then a second agreement with more articles."""
    first = "ARTICLE {}\n\nThe Parties shall meet once a year.\n\n"
    points = "".join(f"{number}. The Commission shall look at plan {number}.\n\n" for number in (1, 2, 3))
    one = first.format("I") + "ARTICLE II\n\nThe Commission has the following tasks:\n\n" + points + first.format("III")
    two = "".join(first.format(number) for number in ("I", "II", "III", "IV", "V"))
    opening = "AGREEMENT\n\nThe Government of Orvane and the Government of Dalmira have agreed as follows:\n\n"
    assert articles(read_agreement(opening + one + opening + two, "en")) == ["1", "2", "3", "4", "5"]


def test_an_exchange_of_notes_is_read_by_its_paragraphs() -> None:
    text = (
        "EXCHANGE OF NOTES\n\nExcellency, I have the honour to propose that experts pay no income tax.\n\n"
        "If this is acceptable, this Note and your reply shall be an agreement.\n\nAccept, Excellency, my regards."
    )
    read = read_agreement(text, "en")
    assert not read.articles and [unit.address for unit in running(read).units if unit.address.startswith("para")]
    assert "income tax" in plain(tree(read).articles[0].blocks[0].content)  # type: ignore[union-attr]


def test_lines_that_only_wrap_are_one_paragraph() -> None:
    line = "Las Partes cooperarán en la pesca y en la acuicultura de sus aguas y en\n\n"
    body = "".join(f"ARTICULO {number}\n\n{line * 6}todas las materias afines.\n\n" for number in range(1, 6))
    read = read_agreement(f"CONVENIO DE PESCA\n\nHan convenido lo siguiente:\n\n{body}", "es")
    assert [len(listed) for _, _, listed in read.articles] == [1, 1, 1, 1, 1]
