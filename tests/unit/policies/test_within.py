"""In which part, title, chapter or section a provision stands: laws of four languages, and lines that only look like headings."""

from msgspec import Struct
from rowwise import each_row

from ssc_drafter.policies.provisions import segment


class Heading(Struct, frozen=True):
    """A printed heading as a reader of a format gives it."""

    start: int
    end: int
    kind: str = "heading"
    level: int = 1
    label: str = ""
    marks: tuple[str, ...] = ()


EN = """FISHERIES ACT

PART I
PRELIMINARY

1. Short title
This Act is the Fisheries Act.

PART II – LICENCES AND DATA

Chapter 1
Licences of foreign vessels

2. Licences
No foreign vessel shall fish without a licence, and
Part 3 of the Ports Act applies.

Chapter 2
Data

3. Records
Records of catches are kept by the Director.

PART III
MISCELLANEOUS

4. Regulations
The Minister may make regulations.
"""
FR = """LOI relative à la pêche

TITRE PRÉLIMINAIRE
DISPOSITIONS GÉNÉRALES

Article premier. – La présente loi fixe le régime de la pêche.

TITRE PREMIER – DES LICENCES

CHAPITRE I : DES NAVIRES ÉTRANGERS

Article 2. – Aucun navire étranger ne peut pêcher sans licence.

Section 1 – Des redevances

Article 3. – Les redevances sont versées au Trésor public.

CHAPITRE II
DES DONNÉES

Article 4. – Les données des captures restent au pays.

DEUXIÈME PARTIE
DISPOSITIONS FINALES

Article 5. – La présente loi sera publiée au Journal officiel.
"""
ES = """LEY DE PESCA

TÍTULO PRELIMINAR

Artículo 1.- La presente ley regula la pesca.

TÍTULO I
DE LAS LICENCIAS

Capítulo Primero
De los buques extranjeros

Artículo 2.- Ningún buque extranjero podrá pescar sin licencia.

Capítulo Segundo
De los datos

Artículo 3.- Los datos de capturas no saldrán del territorio.
"""
PT = """LEI DE PESCA

LIVRO I
TÍTULO I
DAS LICENÇAS

Seção I
Dos navios estrangeiros

Art. 1º Nenhum navio estrangeiro poderá pescar sem licença.

TÍTULO II – DOS DADOS

Art. 2º Os dados de captura não sairão do território.
"""
ROWS = [
    (
        "en",
        EN,
        [
            "Part I (PRELIMINARY)",
            "Part II (LICENCES AND DATA), Chapter 1 (Licences of foreign vessels)",
            "Part II (LICENCES AND DATA), Chapter 2 (Data)",
            "Part III (MISCELLANEOUS)",
        ],
    ),
    (
        "fr",
        FR,
        [
            "Titre préliminaire (DISPOSITIONS GÉNÉRALES)",
            "Titre premier (DES LICENCES), Chapitre I (DES NAVIRES ÉTRANGERS)",
            "Titre premier (DES LICENCES), Chapitre I (DES NAVIRES ÉTRANGERS), Section 1 (Des redevances)",
            "Titre premier (DES LICENCES), Chapitre II (DES DONNÉES)",
            "Deuxième partie (DISPOSITIONS FINALES)",
        ],
    ),
    (
        "es",
        ES,
        [
            "Título preliminar",
            "Título I (DE LAS LICENCIAS), Capítulo Primero (De los buques extranjeros)",
            "Título I (DE LAS LICENCIAS), Capítulo Segundo (De los datos)",
        ],
    ),
    (
        "pt",
        PT,
        ["Livro I, Título I (DAS LICENÇAS), Seção I (Dos navios estrangeiros)", "Livro I, Título II (DOS DADOS)"],
    ),
]


@each_row(("lang", "text", "expected"), ROWS)
def test_the_part_and_chapter_of_each_provision(lang: str, text: str, expected: list[str]) -> None:
    found = segment(text, lang).provisions
    assert [", ".join(division.shown for division in one.within) for one in found] == expected


def test_a_heading_is_no_end_of_the_provision_before_it() -> None:
    first = segment(EN, "en").provisions[0]
    assert EN[first.start : first.end] == "1. Short title\nThis Act is the Fisheries Act."


def test_parts_may_stand_in_chapters_where_the_text_shows_it() -> None:
    text = (
        "CHAPTER ONE\nSOVEREIGNTY\n\nArticle 1. Power\nAll power is the people's.\n\nCHAPTER TWO\nRIGHTS\n\nPart 1 - General\n\n"
        "Article 2. Life\nEvery person has the right to life.\n\nPart 2 - Special\n\nArticle 3. Data\nEvery person has privacy.\n\n"
        "CHAPTER THREE\nLAND\n\nArticle 4. Land\nLand belongs to the people.\n"
    )
    found = [[each.label for each in one.within] for one in segment(text, "en").provisions]
    assert found == [["Chapter one"], ["Chapter two", "Part 1"], ["Chapter two", "Part 2"], ["Chapter three"]]


def test_a_heading_without_number_counts_where_most_units_have_none() -> None:
    text = (
        "Act\n\n1. Title\nThis is the Act.\n\nForeign vessels\n\n2. Licences\nA licence is needed.\n\n3. Fees\nA fee is due.\n\n"
        "4. Rules\nRules may be made.\n"
    )
    at = text.index("Foreign vessels")
    found = segment(text, "en", [Heading(at, at + len("Foreign vessels"))]).provisions
    assert [[each.cited for each in one.within] for one in found] == [[], *[["Foreign vessels"]] * 3]
    assert text[found[0].start : found[0].end].endswith("This is the Act.")


def test_headings_right_above_every_unit_are_their_own() -> None:
    heads = ["Title", "Words", "Office"]
    text = "Act\n\n" + "\n\n".join(f"{head}\n{place}. The Office shall keep the list." for place, head in enumerate(heads, 1))
    printed = [Heading(text.index(f"{head}\n"), text.index(f"{head}\n") + len(head)) for head in heads]
    assert not any(one.within for one in segment(text, "en", printed).provisions)


def test_a_schedule_stands_in_no_part_of_the_act() -> None:
    text = EN + "\nFIRST SCHEDULE\n\n1. Form of a licence\nThe form is blue.\n\n2. Fee\nThe fee is ten.\n"
    found = segment(text, "en")
    assert [one.container for one in found.other] == ["schedule"] * 2 and not any(one.within for one in found.other)


def test_the_contents_name_parts_and_are_none() -> None:
    heads = ["1. Short title", "2. Licences", "3. Records", "4. Regulations"]
    contents = f"ARRANGEMENT OF SECTIONS\nPART I\n{heads[0]}\nPART II\n{heads[1]}\n{heads[2]}\nPART III\n{heads[3]}\n\n"
    found = segment(contents + EN, "en").provisions
    assert [one.within[0].label for one in found] == ["Part I", "Part II", "Part II", "Part III"]
    assert all(one.start > len(contents) for one in found)
