"""How Parties and bodies are named, in every capacity; how answers of every kind are printed."""

from __future__ import annotations

import datetime

from rowwise import each_row

from ssc_drafter.answers.parties import read_party
from ssc_drafter.answers.values import Money, Name, Party, Percent, Words
from ssc_drafter.library.speech import body_forms, instrument_forms, party_forms, phrase, shown, signed_for, speakable

VALMERIA = {
    "en": {"long": "Republic of Valmeria", "short": "Valmeria"},
    "fr": {"long": "République de Valmérie", "short": "Valmérie", "gender": "f"},
}
HEALTH = {"en": "Ministry of Health", "fr": "ministère de la Santé"}


def party(**more: object) -> Party:
    return read_party("p", {"country": "XA", "names": VALMERIA, **more})


@each_row(
    ("capacity", "lang", "name", "of"),
    [
        ("state", "en", "the Republic of Valmeria", "of the Republic of Valmeria"),
        ("state", "fr", "la République de Valmérie", "de la République de Valmérie"),
        ("government", "en", "the Government of the Republic of Valmeria", "of the Government of the Republic of Valmeria"),
        ("government", "fr", "le Gouvernement de la République de Valmérie", "du Gouvernement de la République de Valmérie"),
        (
            "ministry",
            "en",
            "the Ministry of Health of the Republic of Valmeria",
            "of the Ministry of Health of the Republic of Valmeria",
        ),
        (
            "ministry",
            "fr",
            "le ministère de la Santé de la République de Valmérie",
            "du ministère de la Santé de la République de Valmérie",
        ),
    ],
)
def test_a_party_in_its_capacity(capacity: str, lang: str, name: str, of: str) -> None:
    made = party_forms(party(capacity=capacity, body=HEALTH), lang)
    assert (made["name"], made["of"]) == (name, of)


@each_row(
    ("country", "lang", "name", "short", "where"),
    [
        ("KE", "en", "the Government of the Republic of Kenya", "Kenya", "in Kenya"),
        ("KE", "fr", "le Gouvernement de la République du Kenya", "le Kenya", "au Kenya"),
        ("GM", "en", "the Government of the Republic of the Gambia", "the Gambia", "in the Gambia"),
        ("MA", "fr", "le Gouvernement du Royaume du Maroc", "le Maroc", "au Maroc"),
        ("MY", "en", "the Government of Malaysia", "Malaysia", "in Malaysia"),
        ("CU", "fr", "le Gouvernement de la République de Cuba", "Cuba", "à Cuba"),
        ("PH", "pt", "o Governo da República das Filipinas", "as Filipinas", "nas Filipinas"),
        ("SV", "es", "el Gobierno de la República de El Salvador", "El Salvador", "en El Salvador"),
    ],
)
def test_a_state_by_its_code(country: str, lang: str, name: str, short: str, where: str) -> None:
    made = party_forms(read_party("p", {"country": country}), lang)
    assert (made["name"], made["short"], made["in"]) == (name, short, where)


def test_an_organization_and_a_part_of_a_state() -> None:
    names = {"en": {"long": "Organisation of the Two Seas", "short": "OTS"}, "fr": {"long": "Organisation des deux mers"}}
    seas = read_party("p", {"capacity": "international_organization", "names": names})
    assert party_forms(seas, "en")["of"] == "of the Organisation of the Two Seas"
    assert party_forms(seas, "fr")["name"] == "l’Organisation des deux mers"
    county = party(capacity="subnational", body={"en": "County of Norvale", "fr": {"name": "comté de Norvale", "gender": "m"}})
    assert party_forms(county, "en")["name"] == "the County of Norvale of the Republic of Valmeria"
    assert party_forms(county, "fr")["of"] == "du comté de Norvale de la République de Valmérie"


def test_the_gender_of_the_short_name_is_its_own() -> None:
    solandra = {
        "fr": {"long": "Royaume de Solandre", "short": "Solandre", "gender": "f"},
        "en": {"long": "Kingdom of Solandra", "short": "Solandra"},
    }
    made = party_forms(read_party("p", {"country": "XC", "names": solandra}), "fr")
    assert (made["name"], made["short"], made["in"]) == ("le Gouvernement du Royaume de Solandre", "la Solandre", "en Solandre")


def test_a_body() -> None:
    assert body_forms({"fr": Name("agence nationale de l’eau")}, "fr")["of"] == "de l’agence nationale de l’eau"
    assert body_forms({"": Name("Water Board")}, "en")["by"] == "by the Water Board"


def test_the_instrument() -> None:
    assert instrument_forms("Agreement", "none", "Framework Agreement", "en")["under"] == "under this Agreement"
    assert instrument_forms("Accord", "m", "Accord-cadre", "fr")["in"] == "dans le présent Accord"


@each_row(
    ("value", "lang", "wanted"),
    [
        (1250, "en", "1,250"),
        (datetime.date(2026, 3, 1), "fr", "1er mars 2026"),
        (Money(5, "EUR"), "en", "EUR\u00a05"),
        (Percent(7), "fr", "7 pour cent"),
        (phrase("a", "once a year"), "en", "once a year"),
        ("words {{ x }}", "en", "words {{ x }}"),
    ],
)
def test_what_an_answer_prints(value: object, lang: str, wanted: str) -> None:
    assert shown(value, lang) == wanted


def test_an_answer_in_another_language_only_has_no_words_here() -> None:
    assert speakable(Words({"": "x"}), "fr")
    assert not speakable(Words({"en": "x"}), "fr")
    assert speakable(read_party("p", {"country": "KE"}), "pt")
    assert not speakable(read_party("p", {"country": "XA", "names": {"en": "Valmeria"}}), "fr")
    assert not speakable(({"cell": Words({"en": "x"})},), "fr")


@each_row(
    ("country", "lang", "lead", "name"),
    [
        ("KE", "en", "For", "the Government of the Republic of Kenya"),
        ("KE", "fr", "Pour", "le Gouvernement de la République du Kenya"),
        ("MZ", "pt", "Pelo", "Governo da República de Moçambique"),
    ],
)
def test_the_word_above_a_signature_takes_the_article_where_they_contract(
    country: str, lang: str, lead: str, name: str
) -> None:
    assert signed_for(read_party("p", {"country": country, "capacity": "government"}), lang) == (lead, name)
