"""Numbers in other clothes, in four languages: halves, ordinals, ranges, frequencies, days of the calendar, shares of a body."""

from __future__ import annotations

import pytest
from rowwise import each_row

from ssc_drafter.check.kinds.holders import parts_of
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Quantity


def found(text: str, lang: str) -> list[Quantity]:
    """Return all quantities of a text."""
    return [one for sentence in read(text, lang).sentences for one in sentence.quantities]


VALUES = [
    ("en", "Two and a half tonnes of cobalt.", 2_500, "kilograms"),
    ("en", "An alcohol content of six and a half per cent.", 6.5, "percent"),
    ("en", "A period of two years and six months.", 30, "months"),
    ("en", "The term is three and a half years.", 42, "months"),
    ("en", "They stay for half a year.", 6, "months"),
    ("en", "A lease of four decades.", 480, "months"),
    ("en", "After the three-month period.", 3, "months"),
    ("en", "Decisions are taken by simple majority.", 50.01, "percent"),
    ("pt", "As leis são aprovadas por maioria absoluta.", 50.01, "percent"),
    ("en", "Shares of 2 /3 of the capital.", 200 / 3, "percent"),
    ("fr", "Des véhicules de dix-neuf ans.", 228, "months"),
    ("fr", "Soixante-dix-sept jours.", 77, "days"),
    ("fr", "Cent dix-huit mètres.", 118, "metres"),
    ("fr", "Une durée de deux ans et demi.", 30, "months"),
    ("fr", "Un an et six mois.", 18, "months"),
    ("fr", "Un bail d'un demi-siècle.", 600, "months"),
    ("fr", "Une durée de trois décennies.", 360, "months"),
    ("es", "Un plazo de dos años y medio.", 30, "months"),
    ("es", "Una vigencia de tres décadas.", 360, "months"),
    ("es", "Un interés del cuatro y medio por ciento.", 4.5, "percent"),
    ("es", "Cinco años y tres meses.", 63, "months"),
    ("pt", "Um prazo de dois anos e meio.", 30, "months"),
    ("pt", "Uma concessão por quatro décadas.", 480, "months"),
    ("pt", "Juros de sete e meio por cento.", 7.5, "percent"),
    ("pt", "Um ano e seis meses.", 18, "months"),
]


@each_row(("lang", "text", "value", "scale"), VALUES)
def test_numbers_made_of_two(lang: str, text: str, value: float, scale: str) -> None:
    (one,) = found(text, lang)
    assert (one.scale, one.value) == (scale, pytest.approx(value, rel=1e-3))


NOTHING = [
    ("en", "Claims of several million kwacha."),
    ("fr", "Un montant de plusieurs millions de francs."),
    ("es", "Montos de varios millones de soles."),
    ("pt", "Valores de vários milhões de reais."),
    ("fr", "Elles sont vérifiées par un tiers dans le cadre d'un contrat."),
    ("en", "The third day of the fair and the first year."),
    ("fr", "La deuxième année de la formation."),
]


@each_row(("lang", "text"), NOTHING)
def test_what_has_no_value_is_no_quantity(lang: str, text: str) -> None:
    assert found(text, lang) == []


ORDINALS = [
    ("en", "Culture is ended not later than the sixteenth day.", 16, "most"),
    ("en", "An appeal is lodged at the latest on the forty-fifth day.", 45, "most"),
    ("en", "It is sold at the earliest from the 10th day.", 10, "least"),
    ("fr", "Le recours est formé jusqu'au quarante-cinquième jour.", 45, "most"),
    ("fr", "Elle prend effet à partir du trentième jour.", 30, "least"),
    ("es", "El recurso se presenta hasta el vigésimo día.", 20, "most"),
    ("es", "Se vende a partir del décimo día.", 10, "least"),
    ("pt", "O recurso é apresentado até o trigésimo dia.", 30, "most"),
    ("pt", "Produz efeitos a partir do quinto dia.", 5, "least"),
]


@each_row(("lang", "text", "value", "compare"), ORDINALS)
def test_the_last_or_first_day_by_its_ordinal_is_a_time(lang: str, text: str, value: float, compare: str) -> None:
    (one,) = found(text, lang)
    assert (one.value, one.scale, one.compare) == (value, "days", compare)


RANGES = [
    ("en", "A fee between five and ten kwacha.", 5, 10),
    ("en", "A term from two to four years.", 24, 48),
    ("fr", "Une durée de trois à cinq ans.", 36, 60),
    ("fr", "Le sel contient de vingt à quarante milligrammes.", 20e-6, 40e-6),
    ("fr", "Une participation comprise entre 10 et 20 %.", 10, 20),
    ("es", "Un plazo de uno a tres años.", 12, 36),
    ("es", "Entre 20 y 30 hectáreas.", 20, 30),
    ("pt", "Um prazo de dois a cinco anos.", 24, 60),
    ("pt", "Entre 15 e 18 anos.", 180, 216),
]


@each_row(("lang", "text", "least", "most"), RANGES)
def test_the_ends_of_a_range_are_its_least_and_its_most(lang: str, text: str, least: float, most: float) -> None:
    low, high = found(text, lang)
    assert (low.value, low.compare) == (pytest.approx(least), "least")
    assert (high.value, high.compare) == (pytest.approx(most), "most")


OFTEN = [
    ("en", "Each bus is inspected every six months.", 2),
    ("en", "The Board meets twice a year.", 2),
    ("en", "Meters are tested once every two years.", 0.5),
    ("en", "The Agency submits quarterly reports.", 4),
    ("fr", "Les véhicules sont visités tous les six mois.", 2),
    ("fr", "Le Comité se réunit deux fois par an.", 2),
    ("fr", "L'Agence remet un rapport semestriel.", 2),
    ("fr", "Le contrôle a lieu chaque année.", 1),
    ("es", "Los equipos se revisan cada tres meses.", 4),
    ("es", "El Comité se reúne una vez al año.", 1),
    ("es", "Remitirá un informe trimestral.", 4),
    ("pt", "O equipamento é verificado a cada seis meses.", 2),
    ("pt", "A Comissão reúne duas vezes por ano.", 2),
    ("pt", "Envia um relatório mensal.", 12),
]


@each_row(("lang", "text", "times"), OFTEN)
def test_how_often_something_is_done(lang: str, text: str, times: float) -> None:
    (one,) = found(text, lang)
    assert (one.scale, one.value) == ("times", pytest.approx(times))


NOT_OFTEN = [
    ("en", "A fee of 100 dollars every six months."),
    ("en", "Fifty hours in each week."),
    ("en", "The annual budget and the daily bread."),
    ("fr", "Une redevance annuelle de cinq mille francs."),
    ("es", "Dos informes de doscientas páginas."),
    ("pt", "Oito horas em cada dia."),
]


@each_row(("lang", "text"), NOT_OFTEN)
def test_the_time_over_which_something_is_counted_is_no_frequency(lang: str, text: str) -> None:
    assert all(one.scale != "times" for one in found(text, lang))


DATES = [
    ("en", "The plant is in service by 2029.", "year", "most"),
    ("en", "Works end before the end of 2030.", "year", "most"),
    ("en", "They report not later than 31 March 2027.", "day", "most"),
    ("en", "Sales begin from 1 July 2028.", "day", "least"),
    ("en", "The line opens in the course of 2032.", "year", "exact"),
    ("fr", "Les installations sont en service au plus tard en 2029.", "year", "most"),
    ("fr", "Les travaux s'achèvent avant le 31 mars 2027.", "day", "most"),
    ("fr", "La ligne ouvre au cours de l'année 2032.", "year", "exact"),
    ("es", "La planta funcionará a más tardar en 2029.", "year", "most"),
    ("es", "La obra termina antes del 31 de marzo de 2027.", "day", "most"),
    ("es", "La línea se abre en el curso del año 2032.", "year", "exact"),
    ("pt", "A central funciona até ao final de 2030.", "year", "most"),
    ("pt", "A obra acaba até 31 de março de 2027.", "day", "most"),
    ("pt", "A linha abre a partir de 2028.", "year", "least"),
]


@each_row(("lang", "text", "unit", "compare"), DATES)
def test_days_and_years_of_the_calendar(lang: str, text: str, unit: str, compare: str) -> None:
    (one,) = found(text, lang)
    assert (one.scale, one.unit, one.compare) == ("date", unit, compare)


NO_DATES = [
    ("en", "The Seeds Act 2015 and Order 2017/4."),
    ("en", "Up to 2020 hectares of forest."),
    ("fr", "La loi n° 2012-13 portant code du travail."),
    ("es", "La Ley 2014 y el Decreto 2018."),
    ("pt", "Uma área de até 2020 hectares."),
]


@each_row(("lang", "text"), NO_DATES)
def test_a_law_or_an_area_is_no_year(lang: str, text: str) -> None:
    assert all(one.scale != "date" for one in found(text, lang))


def test_a_time_after_a_day_of_the_year_falls_due_on_a_day_of_the_year() -> None:
    due = [one for one in found("A report is due within sixty days after the 31st of December.", "en") if one.compare == "most"]
    assert [(one.scale, one.value) for one in due] == [("days", 60), ("day_of_year", 60)]


MEMBERS = [
    ("en", "A seven-member Board is set up. It sits with three of its members.", 300 / 7),
    ("en", "The Board has seven members. It sits with three of its members.", 300 / 7),
    ("en", "Of the twelve members of the board, two shall be women.", 200 / 12),
    ("fr", "Le Collège compte sept membres. Il siège dès que trois de ses membres sont présents.", 300 / 7),
    ("fr", "Le conseil comprend dix membres dont deux femmes.", 20),
    ("es", "De los ocho puestos del directorio, dos serán para mujeres.", 25),
    ("es", "El Consejo tiene nueve miembros. Delibera con cuatro de sus miembros.", 400 / 9),
    ("pt", "A Comissão tem cinco membros. Delibera com dois dos seus membros.", 40),
    ("pt", "O conselho tem dez lugares, dos quais três cabem a mulheres.", 30),
]


@each_row(("lang", "text", "share"), MEMBERS)
def test_some_of_a_body_are_a_share_of_it(lang: str, text: str, share: float) -> None:
    ((_, one),) = parts_of(read(text, lang))
    assert (one.scale, one.value) == ("percent", pytest.approx(share))


NO_MEMBERS = [
    ("en", "The Board has seven members and three offices."),
    ("fr", "Le conseil compte dix membres et visite deux usines."),
    ("es", "El Consejo de nueve miembros compra dos camiones."),
    ("pt", "A Comissão de cinco membros visita duas escolas."),
]


@each_row(("lang", "text"), NO_MEMBERS)
def test_other_numbers_are_no_share_of_a_body(lang: str, text: str) -> None:
    assert parts_of(read(text, lang)) == []


WEEKS = [
    ("en", "They work eight hours a day on six days of each week."),
    ("fr", "Ils travaillent huit heures par jour, six jours par semaine."),
    ("es", "Laboran ocho horas diarias durante seis días de la semana."),
    ("pt", "Trabalham oito horas por dia, seis dias por semana."),
]


@each_row(("lang", "text"), WEEKS)
def test_hours_a_day_and_days_a_week_make_hours_a_week(lang: str, text: str) -> None:
    assert [one.value * 24 for one in found(text, lang) if one.per == "7 days" and one.unit == "hour"] == [
        pytest.approx(48, rel=1e-3)
    ]


ENDS = [
    ("en", "It is tested every year"),
    ("en", "It meets twice a year"),
    ("fr", "Il est visité chaque année"),
    ("es", "Se revisa cada mes"),
    ("pt", "Reúne duas vezes por ano"),
    ("en", "By a majority"),
    ("en", "By 31"),
    ("en", "Not later than March"),
    ("fr", "Un an et demi"),
    ("es", "Entre dos y"),
    ("en", "One of its"),
    ("en", "Half a"),
    ("en", "Two -"),
]


@each_row(("lang", "text"), ENDS)
def test_a_text_may_end_anywhere(lang: str, text: str) -> None:
    for length in range(1, len(text) + 1):
        assert all(one.value > 0 for one in found(text[:length], lang))
