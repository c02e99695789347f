"""Numbers and what they count, in four languages: units, rates, shares, ranges, and words of limit that a denial turns."""

from __future__ import annotations

import pytest
from rowwise import each_row

from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Quantity

YEAR, WEEK, DAY = "12 months", "7 days", "1 days"


def found(text: str, lang: str) -> list[Quantity]:
    """Return all quantities of a text."""
    return [one for sentence in read(text, lang).sentences for one in sentence.quantities]


VALUES = [
    ("en", "twelve thousand kwacha", 12_000),
    ("en", "two hundred and five kwacha", 205),
    ("en", "2.5 million kwacha", 2_500_000),
    ("en", "1,250,000 kwacha", 1_250_000),
    ("fr", "quatre-vingt-dix-sept mille francs", 97_000),
    ("fr", "soixante et onze francs", 71),
    ("fr", "deux cent cinquante mille francs", 250_000),
    ("es", "cuarenta y cinco pesos", 45),
    ("es", "dos millones quinientos mil pesos", 2_500_000),
    ("es", "mil doscientos pesos", 1_200),
    ("pt", "oitenta mil reais", 80_000),
    ("pt", "cento e vinte e cinco reais", 125),
    ("pt", "três milhões de reais", 3_000_000),
    ("en", "two lakh rupees", 200_000),
    ("en", "Rs 12,50,000 rupees", 1_250_000),
    ("en", "half a million kwacha", 500_000),
    ("fr", "un million et demi de francs", 1_500_000),
    ("es", "un millón y medio de pesos", 1_500_000),
    ("pt", "dois milhões e meio de reais", 2_500_000),
]


@each_row(("lang", "text", "value"), VALUES)
def test_number_words(lang: str, text: str, value: float) -> None:
    assert [(one.value, one.scale) for one in found(text, lang)] == [(value, "money")]


RATES = [
    ("en", "The dose is 25 millisieverts a year.", 25, "millisievert", YEAR),
    ("en", "It does not exceed 20 millisieverts in any calendar year.", 20, "millisievert", YEAR),
    ("en", "She has fifteen minutes in the day to feed her child.", 15 / 1440, "days", DAY),
    ("en", "A visa is good for seventy-five days out of any twelve months.", 75, "days", YEAR),
    ("fr", "Le repos est de dix heures par période de vingt-quatre heures.", 10 / 24, "days", DAY),
    ("fr", "Une redevance annuelle de cinq mille francs.", 5_000, "money", YEAR),
    ("es", "Una jornada de cuarenta y cinco horas semanales.", 45 / 24, "days", WEEK),
    ("es", "Tiene quince minutos en el día.", 15 / 1440, "days", DAY),
    ("pt", "Vinte milisieverts em cada ano civil.", 20, "millisievert", YEAR),
    ("pt", "Uma dose anual de trinta e cinco milisieverts.", 35, "millisievert", YEAR),
]


@each_row(("lang", "text", "value", "scale", "per"), RATES)
def test_the_time_over_which_something_is_counted_is_no_unit(lang: str, text: str, value: float, scale: str, per: str) -> None:
    (one,) = found(text, lang)
    assert one.value == pytest.approx(value, rel=1e-3)
    assert (one.scale, one.per) == (scale, per)


def test_a_second_number_takes_the_unit_of_the_first() -> None:
    first, second = found("La jornada no excede de ocho horas diarias o cuarenta y ocho semanales.", "es")
    assert (first.value, first.per) == (pytest.approx(8 / 24, rel=1e-3), DAY)
    assert (second.value, second.per) == (pytest.approx(2, rel=1e-3), WEEK)


def test_the_ends_of_a_range_are_two_numbers() -> None:
    assert [one.value for one in found("Apprentices between sixteen and eighteen years.", "en")] == [192, 216]


COMPARED = [
    ("en", "The minimum age for admission of a child to employment is fifteen years.", "least"),
    ("en", "They fly no higher than 120 metres.", "most"),
    ("en", "A share of not below ten per cent.", "least"),
    ("en", "Children under the age of twelve years.", "below"),
    ("en", "It is kept for five years or more.", "least"),
    ("fr", "La durée du repos n'est pas inférieure à dix heures.", "least"),
    ("fr", "La durée maximale, en tout lieu de travail, est de huit jours.", "most"),
    ("fr", "Un délai de trente jours au moins.", "least"),
    ("es", "La jornada máxima, en establecimientos públicos o privados, es de cuarenta horas.", "most"),
    ("es", "Se entrega con treinta días de anticipación.", "least"),
    ("pt", "Férias que não podem ser inferiores a doze dias.", "least"),
    ("pt", "Um capital mínimo de cem mil reais.", "least"),
]


@each_row(("lang", "text", "compare"), COMPARED)
def test_words_of_limit(lang: str, text: str, compare: str) -> None:
    assert [one.compare for one in found(text, lang)] == [compare]


SHARES = [
    ("en", "A third of the shares.", 100 / 3),
    ("en", "Not less than two-thirds of the members.", 200 / 3),
    ("en", "The request of one-third of the membership.", 100 / 3),
    ("fr", "Les deux tiers du capital.", 200 / 3),
    ("fr", "La demande est faite par un tiers des membres.", 100 / 3),
    ("es", "Las tres cuartas partes del capital.", 75),
    ("pt", "Um terço das ações.", 100 / 3),
    ("pt", "Participação de 5% (cinco por cento).", 5),
    ("en", "The Parties share the costs in half", 50),
    ("fr", "Les frais sont partagés pour un tiers", 100 / 3),
    ("pt", "Cada Parte paga um terço", 100 / 3),
]
NO_SHARES = [("en", "Every quarter"), ("fr", "Chaque trimestre et le quart"), ("es", "Cada cuarto")]


@each_row(("lang", "text"), NO_SHARES)
def test_a_text_may_end_in_a_word_of_parts(lang: str, text: str) -> None:
    assert all(one.scale != "percent" or one.value <= 100 for one in found(text, lang))


@each_row(("lang", "text", "value"), SHARES)
def test_shares_of_a_whole(lang: str, text: str, value: float) -> None:
    (one,) = found(text, lang)
    assert (one.scale, one.value) == ("percent", pytest.approx(value, rel=1e-3))


@each_row(
    ("lang", "text"),
    [
        ("en", "Claims of third parties under section 5 (2) in 2024, on 20 February."),
        ("fr", "Les articles 12 et 13 de la loi, le 3 mars."),
        ("es", "La Ley 27.806, de 3 de agosto."),
    ],
)
def test_what_counts_nothing_is_no_quantity(lang: str, text: str) -> None:
    assert [one for one in found(text, lang) if one.scale not in ("date", "day_of_year")] == []


@each_row("text", ["²th", "The ²nd day", "the ¹st of January 2030", "\u0301", "9" * 5000 + "th", "(", "1", "every"])
@each_row("lang", ["en", "fr", "es", "pt"])
def test_what_only_looks_like_a_number_is_none(text: str, lang: str) -> None:
    assert all(one.value > 0 for one in found(text, lang))


SHARES_TOLD = [
    ("en", "Nine in ten of the seamen are citizens.", 90),
    ("en", "Two out of every five seats go to the province.", 40),
    ("fr", "Neuf marins sur dix, soit neuf sur dix, sont des nationaux.", 90),
    ("es", "Nueve de cada diez marineros son nacionales.", 90),
    ("pt", "Nove em cada dez marinheiros são nacionais.", 90),
]


@pytest.mark.parametrize(("lang", "text", "share"), SHARES_TOLD, ids=[row[1] for row in SHARES_TOLD])
def test_some_of_so_many_is_a_share(lang: str, text: str, share: float) -> None:
    assert (share, "percent") in [(one.value, one.scale) for one in found(text, lang)]


def test_three_in_ten_years_is_no_share() -> None:
    assert all(one.scale != "percent" for one in found("Three in ten years is enough.", "en"))


LASTS = [
    ("en", "The permit runs for a year and a half.", 18),
    ("fr", "Ces avantages couvrent une période de trois ans.", 36),
    ("fr", "Le permis est accordé pour une période de cinq ans.", 60),
    ("es", "El título se otorga por un período de veinticinco años.", 300),
    ("es", "El permiso dura año y medio.", 18),
    ("pt", "A licença é dada por um período de dez anos.", 120),
    ("pt", "A licença dura ano e meio.", 18),
]


@pytest.mark.parametrize(("lang", "text", "months"), LASTS, ids=[row[1] for row in LASTS])
def test_how_long_a_thing_lasts_is_no_time_over_which_others_are_counted(lang: str, text: str, months: float) -> None:
    assert [(one.value, one.scale) for one in found(text, lang)] == [(months, "months")]


OVER = [
    ("fr", "Le séjour est de dix jours par période de douze mois."),
    ("es", "La estancia es de diez días en un período de doce meses."),
    ("pt", "A estada é de dez dias em cada período de doze meses."),
]


@pytest.mark.parametrize(("lang", "text"), OVER, ids=[row[0] for row in OVER])
def test_over_which_time_is_still_read(lang: str, text: str) -> None:
    assert [(one.value, one.scale, one.per) for one in found(text, lang)] == [(10, "days", YEAR)]


def test_an_article_is_no_age() -> None:
    assert found("L'adoption d'un enfant par une personne de l'étranger est interdite.", "fr") == []
