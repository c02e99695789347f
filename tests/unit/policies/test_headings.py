"""Headings of units: what stands behind a number is a heading or already a sentence of the unit. All texts are our own."""

from rowwise import each_row

from ssc_drafter.policies.grammar import grammar
from ssc_drafter.policies.headings import is_sentence
from ssc_drafter.policies.provisions import segment

SENTENCES = [
    ("en", "Article 5. The Authority keeps a register.\nIt is public.\n\nArticle 6. The register is open.\nIt is free."),
    ("fr", "Article 5. - L'Autorité tient un registre.\nIl est public.\n\nArticle 6. - Nul ne le ferme.\nIl est gratuit."),
    ("es", "Artículo 5.- La Autoridad lleva un registro.\nEs público.\n\nArtículo 6.- El registro es abierto.\nEs libre."),
    ("pt", "Artigo 5.º - A Autoridade mantém um registo.\nÉ livre.\n\nArtigo 6.º - O registo é aberto.\nÉ gratuito."),
]


@each_row(("lang", "text"), SENTENCES)
def test_a_whole_sentence_behind_the_number_is_text_and_no_heading(lang: str, text: str) -> None:
    assert [(one.number, one.heading) for one in segment(text, lang).provisions] == [("5", None), ("6", None)]


HEADED = [
    ("en", "5. The Register.\nThe Authority keeps a register.\n\n6. Powers of the Board.\nThe Board may ask.", ["The Register", "Powers of the Board"]),
    ("fr", "Article 5. - Le registre.\nL'Autorité le tient.\n\nArticle 6. - Publicité\nIl est public.", ["Le registre", "Publicité"]),
    ("es", "Artículo 5.- Objeto.\nLa ley rige la semilla.\n\nArtículo 6.- La autoridad nacional.\nEs la Oficina.", ["Objeto", "La autoridad nacional"]),
    ("pt", "Artigo 5.º - Objeto.\nA lei rege a semente.\n\nArtigo 6.º - O registo e a sua gestão.\nÉ livre.", ["Objeto", "O registo e a sua gestão"]),
]  # fmt: skip


@each_row(("lang", "text", "expected"), HEADED)
def test_a_heading_that_ends_with_a_full_stop_stays_one(lang: str, text: str, expected: list[str]) -> None:
    assert [one.heading for one in segment(text, lang).provisions] == expected


LINES = [
    ("en", "No person shall export seeds.", True),
    ("en", "The power to inspect the books.", False),
    ("en", "Offences where no penalty is provided.", False),
    ("en", "The Bank and its officers to be deemed public officers.", False),
    ("en", "The Authority keeps a register", False),
    ("fr", "L'accès à la mer.", False),
    ("fr", "La publicité des actes.", False),
    ("fr", "Est approuvé le plan national.", True),
    ("fr", "Toute personne a accès au registre.", True),
    ("es", "Comuníquese al Poder Ejecutivo.", True),
    ("es", "La facultad de inspeccionar los libros.", False),
    ("es", "Nadie podrá exportar semillas.", True),
    ("pt", "O acesso à informação e os prazos.", False),
    ("pt", "Ninguém pode exportar sementes.", True),
    ("pt", "O Conselho aprova o plano.", True),
]


@each_row(("lang", "line", "expected"), LINES)
def test_a_sentence_is_known_by_how_it_begins_and_by_its_verb(lang: str, line: str, expected: bool) -> None:
    assert is_sentence(line, grammar(lang)) is expected
