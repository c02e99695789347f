"""Numbers of one unit that count two things are not held against each other; of one thing they are (law/counted.toml)."""

from rowwise import each_row

from ssc_drafter.check.kinds.limits import numbers
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair

WORK = {
    "en": "The maximum working hours are forty-five hours a week.",
    "fr": "La durée du travail ne peut excéder quarante heures par semaine.",
    "es": "La jornada semanal no excederá de cuarenta y ocho horas.",
    "pt": "A duração do trabalho não excederá quarenta e quatro horas por semana.",
}
OFFICE = {
    "en": "The members of the Council shall hold office for a term of three years.",
    "fr": "Les membres du conseil ont un mandat de trois ans au plus.",
    "es": "Los miembros del Consejo ejercerán el cargo por un período no mayor de tres años.",
    "pt": "Os membros do Conselho têm mandato não superior a três anos.",
}
PATENT = {
    "en": "A patent shall be protected for a term not exceeding twenty years.",
    "fr": "La protection du brevet ne peut excéder vingt ans.",
    "es": "La protección de la patente no excederá de veinte años.",
    "pt": "A proteção da patente não excederá vinte anos.",
}
ANSWER = {
    "en": "The controller shall answer the request of a data subject within twenty days.",
    "fr": "Le responsable répond à la demande de la personne concernée dans un délai de vingt jours au plus.",
    "es": "El responsable responderá la solicitud del titular de los datos en un plazo máximo de veinte días.",
    "pt": "O responsável responde ao pedido do titular dos dados no prazo máximo de vinte dias.",
}
APART = [
    ("en", WORK, "The reading room is open to the public sixty hours a week."),
    ("fr", WORK, "La salle de lecture est ouverte au public soixante heures par semaine."),
    ("es", WORK, "La sala de lectura atenderá al público sesenta horas por semana."),
    ("pt", WORK, "A sala de leitura ficará aberta ao público sessenta horas por semana."),
    ("en", OFFICE, "The members of the Joint Commission shall hold office for a term of five years."),
    ("fr", OFFICE, "Les membres de la Commission mixte ont un mandat de cinq ans."),
    ("es", OFFICE, "Los miembros de la Comisión Mixta ejercerán el cargo por un período de cinco años."),
    ("pt", OFFICE, "Os membros da Comissão Mista têm mandato de cinco anos."),
    ("en", PATENT, "This Agreement on patents shall remain in force for thirty years."),
    ("fr", PATENT, "Le présent accord sur les brevets reste en vigueur pendant trente ans."),
    ("es", PATENT, "El presente Convenio sobre patentes tendrá una duración de treinta años."),
    ("pt", PATENT, "O presente Acordo sobre patentes terá vigência de trinta anos."),
    ("en", ANSWER, "The ministry shall answer a request of the other Party within sixty days."),
    ("fr", ANSWER, "Le ministère répond à la demande de l'autre Partie dans un délai de soixante jours."),
    ("es", ANSWER, "El ministerio responderá la solicitud de la otra Parte en un plazo de sesenta días."),
    ("pt", ANSWER, "O ministério responde ao pedido da outra Parte no prazo de sessenta dias."),
]
ONE = [
    ("en", WORK, "The keepers of the reading room, open to the public on all days, shall work sixty hours a week."),
    ("fr", WORK, "Les salariés de la salle ouverte au public travaillent soixante heures par semaine."),
    ("es", WORK, "Los empleados de la sala abierta al público trabajarán sesenta horas por semana."),
    ("pt", WORK, "Os empregados da sala aberta ao público trabalharão sessenta horas por semana."),
    ("en", OFFICE, "The members of the Council named under the Project shall hold office for a term of five years."),
    ("fr", OFFICE, "Les membres du conseil nommés pour le projet ont un mandat de cinq ans."),
    ("es", OFFICE, "Los miembros del Consejo nombrados para el proyecto ejercerán el cargo por un período de cinco años."),
    ("pt", OFFICE, "Os membros do Conselho nomeados para o projeto têm mandato de cinco anos."),
    ("en", PATENT, "A patent granted under this Agreement shall be protected for a term of thirty years."),
    ("fr", PATENT, "La protection du brevet délivré au titre du présent accord est de trente ans."),
    ("es", PATENT, "La protección de la patente será de treinta años."),
    ("pt", PATENT, "A proteção da patente será de trinta anos."),
    ("en", ANSWER, "The ministry shall answer the request of a data subject within sixty days."),
    ("fr", ANSWER, "Le ministère répond à la demande de la personne concernée dans un délai de soixante jours."),
    ("es", ANSWER, "El ministerio responderá la solicitud del titular de los datos en un plazo de sesenta días."),
    ("pt", ANSWER, "O ministério responde ao pedido do titular dos dados no prazo de sessenta dias."),
]
GUARANTEE = "The guarantee period for works is one year at most."


def compared(lang: str, clause: str, law: str) -> bool:
    return any(numbers(pair(read(clause, lang), read(law, lang), "XO")))


@each_row(("lang", "laws", "clause"), APART)
def test_numbers_of_two_things_are_not_compared(lang, laws, clause):
    assert not compared(lang, clause, laws[lang])


@each_row(("lang", "laws", "clause"), ONE)
def test_numbers_of_one_thing_are(lang, laws, clause):
    assert compared(lang, clause, laws[lang])


def test_a_guarantee_of_a_debt_is_none_of_works():
    assert not compared("en", "The State guarantees repayment of the loan; the guarantee runs for eleven years.", GUARANTEE)
    assert compared("en", "The contractor gives a warranty against defects in the works of three years.", GUARANTEE)


def test_a_law_on_agreements_limits_the_term_of_one():
    law = "No agreement shall be concluded for more than ten years."
    assert compared("en", "This Agreement shall remain in force for thirty years.", law)
