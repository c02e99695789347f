"""A number of the clause against one of the law: passed, within, a threshold crossed or not reached, an exception by number."""

from __future__ import annotations

import pytest
from rowwise import each_row

from ssc_drafter.check.kinds import signals
from ssc_drafter.check.kinds.limits import numbers
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair


def said(clause: str, clause_lang: str, law: str, law_lang: str) -> set[str]:
    """Return what the numbers of a clause and a law say to each other."""
    return {one.name for one in numbers(pair(read(clause, clause_lang), read(law, law_lang), "XO"))}


SAME = [
    (
        "en",
        "The lease of the plot runs for {} years.",
        "No lease of land to a foreign body shall exceed twenty years.",
        {"thirty": "number_passed", "ten": "number_within"},
    ),
    (
        "en",
        "The national company holds a carried interest of {} per cent.",
        "The national company shall have a carried interest of at least ten per cent.",
        {"eight": "number_passed", "twelve": "number_within"},
    ),
    (
        "en",
        "Technicians receive a dose of {} millisieverts a year.",
        "The dose of technicians shall not exceed 20 millisieverts in any calendar year.",
        {"25": "number_passed", "15": "number_within"},
    ),
    (
        "en",
        "A foreign person will own {} per cent of the shares of the bank.",
        "No person, other than the Government or a body of the Republic, shall own more than a quarter of the shares of a bank.",
        {"sixty": "number_passed", "twenty": "number_within"},
    ),
    (
        "en",
        "The Bureau keeps the samples for {} months.",
        "The Bureau shall keep samples for one year.",
        {"eighteen": "number_differs", "twelve": "number_within"},
    ),
    (
        "en",
        "The weir for the mill is {} metres high.",
        "No weir shall be built without a permit, save a weir of up to two metres.",
        {"two": "number_excepted", "nine": ""},
    ),
    (
        "en",
        "The mother has {} minutes a day to feed her child.",
        "A mother is entitled to sixty minutes a day to feed her child.",
        {"fifteen": "number_passed", "ninety": "number_within"},
    ),
    (
        "en",
        "Women hold {} per cent of the seats of the council in 2031.",
        "By 2031, reach 40 per cent of women in the seats of the council.",
        {"thirty": "number_passed", "fifty": "number_within"},
    ),
    (
        "fr",
        "La forêt couvrira {} % du territoire en 2032.",
        "Maintenir 35 % du territoire sous forêt.",
        {"25": "number_passed", "38": "number_within"},
    ),
    (
        "es",
        "El agua segura llegará al {} % de los hogares rurales en 2033.",
        "Alcanzar el 80 % de hogares rurales con agua segura.",
        {"60": "number_passed", "85": "number_within"},
    ),
    (
        "pt",
        "A sociedade de Ombria subscreve {} por cento do capital da rádio.",
        "Pelo menos sessenta por cento do capital da rádio deve pertencer a cidadãos da República.",
        {"cinquenta": "number_passed", "trinta": "number_within"},
    ),
    (
        "fr",
        "Le marin dispose de {} heures de repos par période de vingt-quatre heures.",
        "La durée du repos du marin n'est pas inférieure à dix heures par période de vingt-quatre heures.",
        {"huit": "number_passed", "onze": "number_within"},
    ),
    (
        "es",
        "El personal de cocina cumple {} horas semanales.",
        "La jornada del personal no excede de ocho horas diarias o cuarenta y ocho semanales.",
        {"cincuenta y dos": "number_passed", "cuarenta y cinco": "number_within"},
    ),
    (
        "pt",
        "O pessoal de limpeza goza {} dias úteis de férias no primeiro ano.",
        "As férias do pessoal não podem ser inferiores a doze dias úteis no primeiro ano.",
        {"oito": "number_passed", "dezoito": "number_within"},
    ),
]


@each_row(
    ("lang", "clause", "law", "number", "name"),
    [(lang, clause, law, number, name) for lang, clause, law, rows in SAME for number, name in rows.items()],
)
def test_one_number_turns_what_is_said(lang: str, clause: str, law: str, number: str, name: str) -> None:
    assert said(clause.format(number), lang, law, lang) == ({name} if name else set())


def test_a_limit_meets_a_clause_in_another_language() -> None:
    law = "El capital extranjero de una empresa de radiodifusión no excederá del treinta por ciento."
    assert said("Foreign capital in the broadcasting company is 45 per cent.", "en", law, "es") == {"number_passed"}
    assert said("Foreign capital in the broadcasting company is 25 per cent.", "en", law, "es") == {"number_within"}


def test_what_may_be_passed_with_a_permission_is_said_so() -> None:
    law = "Stay of a visitor shall not exceed ninety days. The Director may extend the stay with the approval of the Minister."
    assert said("The visitor's stay is one hundred and twenty days.", "en", law, "en") == {"number_lifted"}


def test_thirty_days_and_one_month_are_neither_passed_nor_different() -> None:
    law = "An appeal is lodged within one month of the decision."
    assert said("An appeal is lodged within thirty days of the decision.", "en", law, "en") == {"number_within"}


def test_hours_a_day_say_nothing_of_hours_a_week() -> None:
    law = "Hours of work shall not exceed forty hours in any week."
    assert said("Hours of work are nine hours a day.", "en", law, "en") == set()


def test_a_penalty_is_no_limit() -> None:
    law = "Whoever exports seed is liable to imprisonment for two years."
    assert said("Seed is exported for five years.", "en", law, "en") == set()


def test_a_limit_that_is_passed_is_not_cured_by_what_the_clause_has_beside_it() -> None:
    law = "The Council may, by written licence, allow the use of the archive for a period of not more than three years."
    clause = "Under a written licence the Institute may use the archive for {} years."
    found = {
        number: signals(pair(read(clause.format(number), "en"), read(law, "en"), "XO")).keys() for number in ("seven", "two")
    }
    assert "number_passed" in found["seven"] and not {"step_named", "power_left", "same_side"} & found["seven"]
    assert {"number_within", "same_side"} <= found["two"]


LASTING = [
    (
        "en",
        "A certificate shall be valid for a period of five years.",
        "The certificate given to the Trust shall run for {} months.",
    ),
    ("fr", "Le certificat est valable pendant cinq ans.", "Le certificat remis à la Fondation court pendant {} mois."),
    ("es", "El certificado tendrá una vigencia de cinco años.", "El certificado de la Fundación durará {} meses."),
    ("pt", "O certificado vigorará por cinco anos.", "O certificado da Fundação durará {} meses."),
]


@pytest.mark.parametrize(("lang", "law", "clause"), LASTING, ids=[row[0] for row in LASTING])
def test_what_is_valid_for_some_years_is_so_no_longer(lang: str, law: str, clause: str) -> None:
    assert said(clause.format("96"), lang, law, lang) == {"number_passed"}
    assert said(clause.format("36"), lang, law, lang) == {"number_within"}


KEPT = [
    ("en", "Images of the road shall be erased at the end of thirty days.", "Images of the road are stored for {} days."),
    (
        "fr",
        "Les images de la route sont effacées à l'expiration de trente jours.",
        "Les images de la route sont conservées {} jours.",
    ),
    ("es", "Las imágenes se destruirán al cabo de treinta días.", "Las imágenes se conservarán {} días."),
    ("pt", "As imagens são eliminadas ao fim de trinta dias.", "As imagens são conservadas {} dias."),
]


@pytest.mark.parametrize(("lang", "law", "clause"), KEPT, ids=[row[0] for row in KEPT])
def test_how_long_a_thing_is_kept_is_held_against_when_it_is_destroyed(lang: str, law: str, clause: str) -> None:
    assert said(clause.format("90"), lang, law, lang) == {"number_passed"}
    assert said(clause.format("20"), lang, law, lang) == {"number_within"}


def test_who_may_ask_for_a_favour_from_a_hundred_on_may_not_from_forty_on() -> None:
    law = "An investor may ask for the benefits of the Code where the investment is more than one hundred million francs."
    clause = "A mill in which {} million francs or more are invested may ask for the benefits of the Code."
    assert said(clause.format("forty"), "en", law, "en") == {"number_passed"}
    assert said(clause.format("two hundred"), "en", law, "en") == {"threshold_crossed"}


def test_a_share_that_falls_due_each_year_is_a_share() -> None:
    law = "Se destinará al Fondo un porcentaje no menor al 10% del valor de las ventas brutas del producto."
    clause = "Out of the sales of the product the company pays {} per cent each year into the Fund."
    assert said(clause.format("four"), "en", law, "es") == {"number_passed"}
    assert said(clause.format("twelve"), "en", law, "es") == {"number_within"}


LEAST_TIME = [
    ("en", "The notice shall fix a period which shall not be less than twenty-one days, within which the measures shall be carried out.",
     "The notice shall require the measures to be carried out within {} days.", "ten", "thirty"),
    ("fr", "L'avis fixe un délai, qui ne peut être inférieur à vingt et un jours, dans lequel les mesures doivent être exécutées.",
     "L'avis exige que les mesures soient exécutées dans un délai de {} jours.", "dix", "trente"),
    ("es", "El aviso fijará un plazo, que no podrá ser inferior a veintiún días, dentro del cual deberán ejecutarse las medidas.",
     "El aviso exigirá que las medidas se ejecuten en un plazo de {} días.", "diez", "treinta"),
    ("pt", "O aviso fixará um prazo, que não poderá ser inferior a vinte e um dias, dentro do qual as medidas devem ser executadas.",
     "O aviso exigirá que as medidas sejam executadas no prazo de {} dias.", "dez", "trinta"),
]  # fmt: skip


@each_row(("lang", "law", "clause", "short", "long"), LEAST_TIME)
def test_a_period_that_may_not_be_shorter_is_no_case_in_which_a_rule_holds(
    lang: str, law: str, clause: str, short: str, long: str
) -> None:
    assert said(clause.format(short), lang, law, lang) == {"number_passed"}
    assert said(clause.format(long), lang, law, lang) <= {"number_within"}


def test_what_is_appropriate_is_no_appropriation() -> None:
    law = "Records shall be kept with the use of the most appropriate standard known to the industry."
    assert not any(step.kind == "budget" for one in read(law, "en").sentences for step in one.every_step)
    voted = "No sum shall be paid unless it has been appropriated by Parliament."
    assert any(step.kind == "budget" for one in read(voted, "en").sentences for step in one.every_step)
