"""Shapes of laws that were met in States whose laws nobody had opened (Angola, Bolivia, Cameroon, Chile, Colombia, Guatemala,
Malaysia, Mozambique, Tobago, South African councils), each in a short law of our own, with the near-miss beside it."""

from __future__ import annotations

import pytest
from rowwise import each_row

from ssc_drafter.policies.dated import told
from ssc_drafter.policies.facts import Facts, facts_of
from ssc_drafter.policies.named import announced_title
from ssc_drafter.policies.provisions import Segments, segment
from ssc_drafter.policies.ranked import of_parliament

OFFICE = "La oficina lleva el registro."


def numbers(found: Segments) -> list[str]:
    return [one.number for one in found.provisions]


def heads(found: Segments) -> list[str | None]:
    return [one.heading for one in found.provisions]


# ---- numbers ---------------------------------------------------------------------------------------------------------
NUMBERS = [
    ("letter behind an ordinal with a full stop", "pt", "Artigo 106.º\n(Sede)\nA sede é na capital.\n\nArtigo 106.º-A\n(Lista)\nO órgão publica a lista.\n\nArtigo 107.º\n(Fim)\nO órgão cessa.", ["106", "106-A", "107"]),
    ("an article behind a dash is no letter", "pt", "Artigo 1.º - A Comissão reúne.\n\nArtigo 2.º - O órgão publica.\n\nArtigo 3.º - A lei cessa.", ["1", "2", "3"]),
    ("the figure of a footnote", "pt", "Artigo 1.º  4 (Sede)\n\nA sede é na capital.\n\nArtigo 2.º\n(Lista)\n\nO órgão publica.\n\nArtigo 3.º  5\n\n(Fim)\n\nO órgão cessa.", ["1", "2", "3"]),
    ("an ordinal in capitals", "fr", "ARTICLE 1ER : La loi fixe le cadre.\n\nARTICLE 2 : Le bureau tient la liste.\n\nARTICLE 3 : Fin.", ["1", "2", "3"]),
    ("a letter apart from its figure", "es", "### Artículo 5\n\nLa oficina abre.\n\n### Artículo 5 A\n\nLa tasa se paga.\n\n### Artículo 5° B.- Fin.\n\n### Artículo 6\n\nLa ley cesa.", ["5", "5 A", "5 B", "6"]),
    ("the first word of a sentence is no letter", "es", "Artículo 5 A los barcos se les cobra.\n\nArtículo 6 A\nlos muelles también.\n\nArtículo 7 Fin.", ["5", "6", "7"]),
    ("a letter in capitals stays", "fr", "Article 1 : La loi fixe.\n\nArticle 1A : Le bureau tient la liste.\n\nArticle 2 : Fin.", ["1", "1A", "2"]),
]  # fmt: skip


@each_row(("lang", "text", "expected"), [pytest.param(*row[1:], id=row[0]) for row in NUMBERS])
def test_numbers(lang: str, text: str, expected: list[str]) -> None:
    assert numbers(segment(text, lang)) == expected


def test_transitory_articles_that_say_so_themselves_have_their_code() -> None:
    """Colombia prints "Artículo transitorio 1" behind the last article, and one before the others where columns were crossed."""
    body = "\n\n".join(f"Artículo {n}. {OFFICE}" for n in range(1, 6))
    late = "\n\n".join(f"Artículo transitorio {n}. La oficina abre en marzo." for n in (3, 1, 2, 4, 5))
    found = segment(f"{body}\n\n{late}", "es")
    assert numbers(found) == ["1", "2", "3", "4", "5", *(f"DT {n}" for n in range(1, 6))]
    assert not found.other and [one.start for one in found.provisions[:5]] == sorted(one.start for one in found.provisions[:5])


def test_articles_that_count_on_behind_final_provisions_keep_plain_numbers() -> None:
    """Bolivia's tax code goes on with article 193 behind its final provisions."""
    body = "\n\n".join(f"ARTÍCULO {n}.- {OFFICE}" for n in range(1, 9))
    end = "DISPOSICIONES FINALES\n\nPRIMERA.- La ley rige.\n\nSEGUNDA.- La tasa se paga."
    late = "\n\n".join(f"ARTÍCULO {n}.- La tasa se paga." for n in range(9, 13))
    assert numbers(segment(f"{body}\n\nDISPOSICIONES FINALES\n\n{late}", "es")) == [str(n) for n in range(1, 13)]
    assert numbers(segment(f"{body}\n\n{end}", "es"))[-2:] == ["DF 1", "DF 2"]


def test_no_number_of_final_provisions_stands_twice() -> None:
    body = "\n\n".join(f"ARTÍCULO {n}.- {OFFICE}" for n in range(1, 6))
    own = "DISPOSICIONES FINALES\n\nPRIMERA.- La ley rige.\n\nSEGUNDA.- La tasa se paga."
    decree = "DISPOSICIONES FINALES\n\nPRIMERA.- El decreto rige.\n\nSEGUNDA.- El decreto se publica."
    found = segment(f"{body}\n\n{own}\n\n{decree}", "es")
    assert numbers(found)[-2:] == ["DF 1", "DF 2"] and len(set(numbers(found))) == len(numbers(found))
    assert {one.container for one in found.other} == {"disposiciones finales"} and len(found.other) == 2


# ---- articles of another law -------------------------------------------------------------------------------------------
LED = [
    ("es", "Artículo 1. {0}\n\nArtículo 2. Modifíquese el artículo 4 de la Ley 9, el cual quedará así:\n\nArtículo 4. {0}\n\nArtículo 3. {0}\n\nArtículo 5. {0}", OFFICE),
    ("pt", "Artigo 1. {0}\n\nArtigo 2. O artigo 4 da Lei 9 passa a ter a seguinte redacção:\n\nArtigo 4. {0}\n\nArtigo 3. {0}\n\nArtigo 5. {0}", "O órgão mantém o registo."),
    ("fr", "Article 1. {0}\n\nArticle 2. L’article 4 de la loi 9 est modifié comme suit :\n\nArticle 4. {0}\n\nArticle 3. {0}\n\nArticle 5. {0}", "Le bureau tient la liste."),
    ("en", "Article 1. {0}\n\nArticle 2. Article 4 of Act 9 is amended to read as follows:\n\nArticle 4. {0}\n\nArticle 3. {0}\n\nArticle 5. {0}", "The Office keeps the list."),
]  # fmt: skip


@each_row(("lang", "text", "words"), LED)
def test_an_article_led_to_without_quotation_marks_is_another_law_s(lang: str, text: str, words: str) -> None:
    """The own article 4 is not in the text: the quoted one must not stand for it."""
    found = segment(text.format(words), lang)
    assert numbers(found) == ["1", "2", "3", "5"] and [(one.container, one.number) for one in found.other] == [("quoted", "4")]
    assert any("4" in one.what for one in found.warnings)


@each_row(("lang", "text"), [("es", "El Congreso aprueba la ley de la siguiente manera:"), ("fr", "Promulgue la loi comme suit :")])  # fmt: skip
def test_what_leads_to_the_first_article_of_all_leads_to_the_law_s_own(lang: str, text: str) -> None:
    word = "Artículo" if lang == "es" else "Article"
    body = "\n\n".join(f"{word} {n}. {OFFICE}" for n in range(1, 5))
    assert numbers(segment(f"{text}\n\n{body}", lang)) == list("1234")


def test_a_chapter_may_be_worded_anew_with_its_article() -> None:
    text = f"Artículo 1. {OFFICE}\n\nArtículo 2. Se modifica la Ley 9, la cual quedará así:\n\nCAPÍTULO VI\n\nArtículo 8. {OFFICE}\n\nArtículo 3. {OFFICE}\n\nArtículo 4. {OFFICE}"  # fmt: skip
    assert numbers(segment(text, "es")) == list("1234")


def test_a_row_with_wide_gaps_is_one_row() -> None:
    """A collection that keeps every fourth article of Mozambique's family law: none of them is another law's."""
    gaps = [1, 17, 21, 26, 31, 40, 42, 46, 49, 52, 61, 70, 84, 97, 114, 122, 141, 155, 169]
    found = segment("\n\n".join(f"Artigo {n}\n\n(Regra) O órgão mantém o registo." for n in gaps), "pt")
    assert numbers(found) == [str(n) for n in gaps] and not found.other


# ---- what is explained behind a bill -------------------------------------------------------------------------------------
def test_what_a_minister_explains_is_no_provision() -> None:
    body = "\n\n".join(f"{n}. The Office shall keep list {n} of the ports." for n in range(1, 4))
    why = "EXPLANATORY STATEMENT\n\nThis Bill seeks to amend the Ports Act.\n\n2. Clause 1 names the Act.\n\n3. Clause 2 seeks to add a list.\n\n4. Clause 3 ends the Act."
    found = segment(f"{body}\n\n{why}", "en")
    assert numbers(found) == list("123") and not found.other
    notes = "ENDNOTES\n\n29. Report on ports, page 57.\n\n30. Report on quays, page 2."
    assert numbers(segment(f"{body}\n\n{notes}", "en")) == list("123")
    on = "ENDNOTES\n\n4. The Office shall keep list 4 of the ports.\n\n5. The Office shall keep list 5."
    assert numbers(segment(f"{body}\n\n{on}", "en")) == list("12345"), "a row that simply counts on is the law's"


# ---- headings ------------------------------------------------------------------------------------------------------------
ABOVE = """Short title

1. This Act may be cited as the Ports Act.

Powers of the Board

2. The Board may:

(a) keep quays;

(b) hire boats

Repeal of the Quays Act

3. The Quays Act is repealed."""


def test_notes_of_the_margin_that_stand_above_are_headings_and_end_the_unit_before() -> None:
    found = segment(ABOVE, "en")
    assert heads(found) == ["Short title", "Powers of the Board", "Repeal of the Quays Act"]
    assert [ABOVE[one.start : one.end].split()[-1] for one in found.provisions] == ["Act.", "boats", "repealed."]


def test_a_sentence_above_a_number_or_one_line_for_all_is_no_heading() -> None:
    told = "\n\n".join(f"{n}. The Office shall keep list {n}.\n\nThe list is open to all" for n in range(1, 6))
    assert set(heads(segment(told, "en"))) == {None}
    ended = "\n\n".join(f"The list {n} is kept well.\n\n{n}. The Office shall keep it." for n in range(1, 6))
    assert set(heads(segment(ended, "en"))) == {None}


LEADS = [
    ("capitals", "es", ["OBJETO. La ley fija reglas.", "ÁMBITO DE APLICACIÓN. La ley rige en el país.", "REGISTRO. La oficina lleva el registro."], ["OBJETO", "ÁMBITO DE APLICACIÓN", "REGISTRO"]),
    ("small letters", "es", ["Naturaleza. El servicio es personal.", "Órganos. Son órganos la junta y la mesa.", "Registro. La oficina lleva el registro."], ["Naturaleza", "Órganos", "Registro"]),
    ("sentences", "es", ["La ley fija reglas. La oficina las cuida.", "La oficina es una. Tiene sede.", "Se paga la tasa. La oficina cobra."], [None, None, None]),
    ("repealed", "es", ["Derogado.\n", "Derogado.\n", "Derogado.\n"], [None, None, None]),
]  # fmt: skip


@each_row(("lang", "words", "expected"), [pytest.param(*row[1:], id=row[0]) for row in LEADS])
def test_headings_that_a_full_stop_parts_from_the_words(lang: str, words: list[str], expected: list[str | None]) -> None:
    text = "\n\n".join(f"ARTÍCULO {n}. {each}" for n, each in enumerate(words, 1))
    assert heads(segment(text, lang)) == expected


def test_a_printed_line_of_a_sentence_is_no_heading() -> None:
    text = "\n\n".join(
        f"ARTÍCULO {n}. Se adiciona el artículo {n} bis al Decreto Número\n101 del Congreso, que dice otra cosa."
        for n in range(1, 5)
    )
    assert set(heads(segment(text, "es"))) == {None}


def test_a_word_of_four_letters_in_brackets_is_a_heading_and_a_point_is_none() -> None:
    text = "Artigo 1\n(Sede)\nA sede é na capital.\n\nArtigo 2\n(Foro)\nO foro é o da sede.\n\nArtigo 3\n(Fim)\nA lei cessa."
    assert heads(segment(text, "pt")) == ["Sede", "Foro", "Fim"]


# ---- facts ---------------------------------------------------------------------------------------------------------------
PASSED = "Ley 9\n\nTeniendo presente que el H. Congreso Nacional ha dado\nsu aprobación al siguiente\n\nPROYECTO DE LEY:\n\n"


def test_a_draft_that_was_passed_is_no_bill() -> None:
    assert told(PASSED, "es", "Ley 9").status is None
    assert told(PASSED.replace("siguiente\n\n", "\nproyecto de ley originado en moción\n\n"), "es", "Ley 9").status is None
    assert told("Ley 9\n\nPROYECTO DE LEY:\n\n", "es", "").status == "bill"
    assert told("A BILL\n\nintituled\n\nAn Act to amend the Ports Act 1967.", "en", "").status == "bill"
    assert told("Ports Act\n\nA bill of lading is a paper.", "en", "Ports Act").status is None


DATES = [
    ("es", "EMITIDO EN EL PALACIO DEL ORGANISMO LEGISLATIVO, EN LA CIUDAD DE ZUB, EL DIA DOCE DEL MES DE MAYO DEL AÑO DOS MIL TRES.", "", "2003-05-12"),
    ("pt", "Vista e aprovada pela Assembleia Nacional, aos treze dias do mês de agosto de dois mil e vinte e um.", "", "2021-08-13"),
    ("fr", "Fait à Zub, le vingt-cinq janvier deux mille huit.", "", "2008-01-25"),
    ("en", "The Act ends.", "An Act to amend the Interpretation Acts 1948 and 1967", None),
    ("en", "The Act ends.", "Interpretation (Amendment) Act 2007", "2007"),
    ("fr", "La loi prend fin.", "Loi modifiant la loi de 1998 sur les ports", None),
]  # fmt: skip


@each_row(("lang", "close", "title", "expected"), DATES)
def test_dates_in_words_and_years_of_other_laws(lang: str, close: str, title: str, expected: str | None) -> None:
    assert told(close, lang, title).date == expected


def test_facts_are_known_by_their_names_in_four_languages_and_languages_by_three_letters() -> None:
    stated = {"titulo": "Ley de puertos", "pais": "cl", "rango": "decreto", "estado": "derogado", "fuente": "el sitio"}
    found = facts_of(stated, Facts())
    assert (found.title, found.country, found.hierarchy, found.status, found.source) == ("Ley de puertos", "CL", "regulation", "repealed", "el sitio")  # fmt: skip
    assert facts_of({"lang": "spa"}, Facts(lang="es")).warnings == () and facts_of({"lang": "fre"}, Facts()).lang == "fr"
    assert facts_of({"lang": "por"}, Facts(lang="es")).warnings


ANNOUNCED = "DECRETO NÚMERO 20-2003\n\nEL CONGRESO DE LA REPÚBLICA DE ZUB\n\nCONSIDERANDO: que hay puertos.\n\nDECRETA:\n\nLa siguiente:\n\nLEY DE PUERTOS\n\nARTICULO 1. La ley rige."


def test_a_decree_of_a_parliament_is_an_act_with_the_name_that_it_announces() -> None:
    assert of_parliament("DECRETO NÚMERO 20-2003", ANNOUNCED, "es")
    assert announced_title("DECRETO NÚMERO 20-2003", ANNOUNCED, "es", ()) == "LEY DE PUERTOS (DECRETO NÚMERO 20-2003)"
    president = ANNOUNCED.replace("EL CONGRESO DE LA REPÚBLICA DE ZUB", "EL PRESIDENTE DE ZUB")
    assert not of_parliament("DECRETO 20-2003", president, "es")
    assert not of_parliament("Reglamento de sesiones", ANNOUNCED, "es")
    assert announced_title("Ley de muelles", ANNOUNCED, "es", ()) == "Ley de muelles"
