"""Concord on pairs of short texts: what it finds, what it rightly leaves alone, and how it is shown."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.concord import Report, Version, concord
from ssc_drafter.readers.agreement import read_agreement, running

EN = """Agreement between the Government of the Republic of Kenya and the Government of the Republic of India

Article 1
1. The Parties shall meet within six (6) months of 3 May 2024 in accordance with Article 2.
2. Each Party may pay up to USD 250,000 (the “Fund”).

Article 2
The Parties shall not disclose information except with written consent, given:
(a) by post;
(b) by electronic means.

Article 3
This Agreement shall enter into force on the date of its signature by both Parties.
"""
FR = """Accord entre le Gouvernement de la République du Kenya et le Gouvernement de la République de l’Inde

Article premier
1. Les Parties se réunissent dans les six (6) mois suivant le 3 mai 2024 conformément à l’article 2.
2. Chaque Partie peut payer jusqu’à 250 000 USD (le « Fonds »).

Article 2
Les Parties ne divulguent pas d’informations sans consentement écrit, donné :
a) par courrier ;
b) par voie électronique.

Article 3
Le présent Accord entre en vigueur à la date de sa signature par les deux Parties.
"""
ES = """Acuerdo entre el Gobierno de la República de Kenya y el Gobierno de la República de la India

Artículo 1
1. Las Partes se reunirán dentro de los seis (6) meses siguientes al 3 de mayo de 2024 de conformidad con el artículo 2.
2. Cada Parte podrá pagar hasta 250.000 USD (el “Fondo”).

Artículo 2
Las Partes no divulgarán información salvo con consentimiento escrito, dado:
a) por correo;
b) por medios electrónicos.

Artículo 3
El presente Acuerdo entrará en vigor en la fecha de su firma por ambas Partes.
"""
PT = """Acordo entre o Governo da República do Quénia e o Governo da República da Índia

Artigo 1
1. As Partes reunir-se-ão no prazo de seis (6) meses a contar de 3 de maio de 2024, em conformidade com o artigo 2.
2. Cada Parte poderá pagar até 250.000 USD (o «Fundo»).

Artigo 2
As Partes não divulgarão informações senão com consentimento escrito, dado:
a) por correio;
b) por meios eletrónicos.

Artigo 3
O presente Acordo entrará em vigor na data da sua assinatura por ambas as Partes.
"""
TEXTS = {"en": EN, "fr": FR, "es": ES, "pt": PT}


def compared(**texts: str) -> Report:
    return concord([Version(f"{lang}.txt", running(read_agreement(text, lang))) for lang, text in texts.items()])


def test_four_languages_that_say_the_same() -> None:
    assert compared(**TEXTS).differences == ()


# language, words, words in their place, what is found
SEEDED = [
    ("fr", "six (6) mois", "six (6) semaines", "numbers"),
    ("es", "seis (6) meses", "nueve (9) meses", "numbers"),
    ("pt", "seis (6) meses", "sessenta (60) dias", "numbers"),
    ("fr", "3 mai 2024", "4 mai 2024", "dates"),
    ("es", "3 de mayo de 2024", "3 de junio de 2024", "dates"),
    ("pt", "250.000 USD", "25.000 USD", "amounts"),
    ("fr", "250 000 USD", "250 000 EUR", "amounts"),
    ("es", "el artículo 2", "el artículo 1", "references"),
    ("fr", "l’article 2", "l’article 3", "references"),
    ("pt", " (o «Fundo»)", "", "terms"),
    ("fr", "b) par voie électronique.", "", "items"),
    ("fr", "peut payer", "paie", "force"),
    ("es", "podrá pagar", "pagará", "force"),
    ("pt", "não divulgarão informações senão com", "divulgarão informações com", "force"),
    ("fr", "ne divulguent pas d’informations sans", "divulguent les informations avec", "force"),
    ("fr", "2. Chaque Partie peut payer jusqu’à 250 000 USD (le « Fonds »).\n", "", "paragraphs"),
    ("es", "de la República de Kenya", "de la República de Zambia", "parties"),
]


@each_row(("lang", "words", "other", "what"), SEEDED)
def test_a_difference_that_was_put_in_is_found(lang: str, words: str, other: str, what: str) -> None:
    assert words in TEXTS[lang]
    changed = TEXTS[lang].replace(words, other)
    found = compared(**{"en": EN, lang: changed}).differences
    assert what in {one.what for one in found}
    for one in found:
        assert [side.file for side in one.sides] == ["en.txt", f"{lang}.txt"]
        assert all(side.quote in (EN, changed)[place] for place, side in enumerate(one.sides) if one.what != "parties")


def test_an_article_that_one_version_lacks() -> None:
    report = compared(en=EN, fr=FR.split("Article 3\n")[0])
    assert "articles" in {one.what for one in report.differences}


def test_an_order_against_an_intention() -> None:
    report = compared(
        en=EN,
        es=ES.replace("se reunirán", "tienen la intención de reunirse"),
    )
    assert {one.what for one in report.differences} == {"force"}


def test_a_language_without_words_is_left_out_and_said_to_be() -> None:
    german = running(read_agreement("Abkommen\n\nArtikel 1\nDie Parteien treffen sich.", "de"))
    report = concord([Version("en.txt", running(read_agreement(EN, "en"))), Version("de.txt", german)])
    assert report.differences == ()
    assert [file for file, _ in report.not_read] == ["de.txt"]


def test_the_document_has_the_fields_of_the_interface() -> None:
    document = compared(en=EN, fr=FR.replace("3 mai", "4 mai")).to_json()
    assert document["format"] == "ssc-drafter/concord/1"
    assert document["files"] == ["en.txt", "fr.txt"]
    (one,) = document["differences"]
    assert set(one) == {"what", "in", "message"}
    assert [set(side) for side in one["in"]] == [{"file", "address", "quote"}] * 2


def test_a_period_said_in_one_word_is_the_same_as_in_two() -> None:
    """BBNJ Agreement (2023), article 14(10): "on a biennial basis", "tous les deux ans", "cada dos años"."""
    english = EN.replace("by both Parties.", "by both Parties and is reviewed on a biennial basis.")
    french = FR.replace("les deux Parties.", "les deux Parties et est réexaminé tous les deux ans.")
    assert compared(en=english, fr=french).differences == ()
    assert compared(en=english, fr=french.replace("deux ans", "trois ans")).differences
