"""Limits that only arithmetic shows: ranges, complements, quorums, dates, frequencies, hours a week, thresholds of a class."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.kinds.limits import numbers
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair


def said(clause: str, clause_lang: str, law: str, law_lang: str) -> set[str]:
    """Return what the numbers of a clause and a law say to each other."""
    return {one.name for one in numbers(pair(read(clause, clause_lang), read(law, law_lang), "XO"))}


DIFFERS = "number_differs"
PASSED, WITHIN, CROSSED, BELOW = "number_passed", "number_within", "threshold_crossed", "threshold_below"
ROWS = [
    # a range binds on both sides
    (
        "en",
        "The licence to use the collection runs for {}.",
        "A licence to use the collection is granted for a term of not less than two years nor more than five years.",
        {"seven years": PASSED, "one year": PASSED, "three years": WITHIN},
    ),
    (
        "es",
        "La licencia de uso del banco de semillas dura {}.",
        "La licencia de uso del banco de semillas se otorga por un plazo no menor de dos años ni mayor de cinco años.",
        {"siete años": PASSED, "un año": PASSED, "tres años": WITHIN},
    ),
    (
        "fr",
        "Le sel mis en vente contient {} milligrammes d'iode par kilogramme.",
        "Le sel mis en vente contient de vingt à quarante milligrammes d'iode par kilogramme.",
        {"cinquante": PASSED, "dix": PASSED, "trente": WITHIN},
    ),
    (
        "pt",
        "O mandato dos peritos da comissão é de {}.",
        "O mandato dos peritos da comissão é fixado entre dois e quatro anos.",
        {"seis anos": PASSED, "três anos": WITHIN},
    ),
    # what is left to the citizens
    (
        "pt",
        "A sociedade estrangeira subscreve {} por cento do capital da emissora, e cidadãos da República o restante.",
        "Pelo menos setenta por cento do capital da emissora deve pertencer a cidadãos da República.",
        {"quarenta e cinco": PASSED, "vinte e cinco": WITHIN},
    ),
    (
        "en",
        "The foreign company takes {} per cent of the shares of the ferry company and citizens hold the remainder.",
        "At least sixty per cent of the shares of a ferry company shall be held by citizens.",
        {"fifty": PASSED, "thirty": WITHIN},
    ),
    (
        "en",
        "Citizens hold {} per cent of the shares of the ferry company and the foreign company the balance.",
        "At least sixty per cent of the shares of a ferry company shall be held by citizens.",
        {"forty": PASSED, "seventy": WITHIN},
    ),
    (
        "es",
        "Los nacionales tendrán el {} por ciento de las acciones de la radio y la empresa extranjera el resto.",
        "La participación extranjera en las acciones de una radio no excederá del treinta por ciento.",
        {"sesenta": PASSED, "ochenta": WITHIN},
    ),
    (
        "fr",
        "La société étrangère détient {} pour cent des actions de la banque et les nationaux le reste.",
        "Les nationaux détiennent au moins soixante pour cent des actions d'une banque.",
        {"cinquante": PASSED, "vingt": WITHIN},
    ),
    (
        "es",
        "La empresa podrá emplear hasta un {} por ciento de trabajadores extranjeros.",
        "Por lo menos el noventa por ciento de los trabajadores de cada empresa serán nacionales.",
        {"treinta": PASSED, "ocho": WITHIN},
    ),
    # a quorum as a share of the members
    (
        "fr",
        "Le Collège compte sept membres. Il siège valablement dès que {} de ses membres sont présents.",
        "Pour siéger valablement, le Collège réunit au moins les 2/3 de ses membres.",
        {"trois": PASSED, "cinq": WITHIN},
    ),
    (
        "en",
        "The Board has nine members. It decides validly when {} of its members are present.",
        "The Board decides validly if at least half of its members are present.",
        {"three": PASSED, "six": WITHIN},
    ),
    (
        "es",
        "De los ocho puestos del directorio del Fondo, {} serán para mujeres.",
        "Las mujeres ocuparán no menos de la mitad de los puestos de los directorios.",
        {"dos": PASSED, "cinco": WITHIN},
    ),
    (
        "pt",
        "A Comissão Eleitoral tem nove membros. Delibera validamente com {} dos seus membros presentes.",
        "A Comissão Eleitoral delibera validamente com a presença da maioria dos seus membros.",
        {"três": PASSED, "sete": WITHIN},
    ),
    # dates of one event
    (
        "en",
        "The desalination plant is put into service in the course of {}.",
        "The Minister shall have the desalination plant put into service by 2029.",
        {"2032": PASSED, "2028": WITHIN},
    ),
    (
        "fr",
        "L'usine de dessalement est mise en service au cours de l'année {}.",
        "Le ministre prend les dispositions pour mettre en service l'usine de dessalement au plus tard en 2029.",
        {"2032": PASSED, "2028": WITHIN},
    ),
    (
        "es",
        "La planta desaladora entrará en funcionamiento en {}.",
        "La planta desaladora entrará en funcionamiento a más tardar en 2029.",
        {"2031": PASSED, "2027": WITHIN},
    ),
    (
        "pt",
        "A central dessalinizadora entra em funcionamento em {}.",
        "A central dessalinizadora entra em funcionamento até ao final de 2029.",
        {"2031": PASSED, "2029": WITHIN},
    ),
    (
        "en",
        "The Institute hands its report on the requests for access to the Commission on {}.",
        "A public institution shall, within sixty days after the 31st of December, hand its report on requests for access to the Commission.",
        {"20 April": PASSED, "20 February": WITHIN},
    ),
    # how often
    (
        "en",
        "The buses of the joint line are inspected {}.",
        "Every bus shall be inspected every six months.",
        {"once every two years": PASSED, "every three months": WITHIN},
    ),
    (
        "fr",
        "Les ascenseurs du centre sont contrôlés {}.",
        "Les ascenseurs sont contrôlés au moins une fois par an.",
        {"tous les deux ans": PASSED, "tous les six mois": WITHIN},
    ),
    (
        "es",
        "Las calderas del laboratorio se inspeccionarán {}.",
        "Las calderas se inspeccionarán cada seis meses.",
        {"cada dos años": PASSED, "cada tres meses": WITHIN},
    ),
    (
        "pt",
        "As caldeiras do laboratório são verificadas {}.",
        "As caldeiras são verificadas a cada seis meses.",
        {"a cada dois anos": PASSED, "a cada três meses": WITHIN},
    ),
    # hours a day and days a week
    (
        "en",
        "Workers on the dam shall work {} hours a day on six days of each week.",
        "The hours of workers shall not exceed forty-five hours in any week.",
        {"ten": PASSED, "seven": WITHIN},
    ),
    (
        "es",
        "Los obreros laborarán {} horas diarias durante seis días de la semana.",
        "La jornada de los obreros no excederá de cuarenta y ocho horas semanales.",
        {"diez": PASSED, "siete": WITHIN},
    ),
    # nothing after a year, nothing before a day
    (
        "en",
        "New coal units are added to the grid by {}.",
        "No coal units shall be added to the grid after 2025.",
        {"2033": PASSED, "2024": WITHIN},
    ),
    (
        "fr",
        "Les mangues de la coopérative sont exportées le {}.",
        "Les mangues ne peuvent être exportées avant le 1er avril.",
        {"15 mars": PASSED, "20 avril": WITHIN},
    ),
    (
        "es",
        "Los buses a diésel se compran en {}.",
        "No se comprarán buses a diésel después de 2028.",
        {"2031": PASSED, "2027": WITHIN},
    ),
    # two cases, each with its number
    (
        "pt",
        "A licença da emissora de {} é de quinze anos.",
        "A licença é de dez anos para as emissoras de rádio e de quinze para as de televisão.",
        {"rádio": DIFFERS, "televisão": WITHIN},
    ),
    # whom a rule reaches
    (
        "en",
        "The Fund enters into a contract touching {} individuals.",
        "Contracts touching 1,000 or more individuals shall be entered in the register.",
        {"1,500": CROSSED, "600": BELOW, "1,000": CROSSED},
    ),
    (
        "fr",
        "L'atelier commun emploie {} salariés.",
        "L'entreprise qui emploie cinquante salariés ou plus doit élire un comité.",
        {"quatre-vingts": CROSSED, "trente": BELOW},
    ),
    (
        "es",
        "La planta conjunta tiene {} trabajadores.",
        "La empresa con cincuenta trabajadores o más deberá instalar una sala de lactancia.",
        {"ochenta": CROSSED, "treinta": BELOW},
    ),
    # how long something is forbidden, how long ahead notice is given
    (
        "es",
        "Los funcionarios podrán integrar la comisión reguladora desde {} después de la adjudicación.",
        "Los funcionarios no podrán integrar la comisión reguladora durante tres años después de la adjudicación.",
        {"un año": PASSED, "cuatro años": WITHIN},
    ),
    (
        "pt",
        "O museu comunica a saída das peças com {} dias de antecedência.",
        "A saída das peças é precedida de comunicação com a antecedência de 30 dias.",
        {"dez": PASSED, "cinquenta": WITHIN},
    ),
    (
        "es",
        "Los empleados podrán tramitar marcas en representación de terceros a partir de {} después de su cese.",
        "Los empleados no podrán tramitar marcas en representación de terceros hasta dos años después de su cese.",
        {"seis meses": PASSED, "tres años": WITHIN},
    ),
    (
        "en",
        "The plot is sold {} after the grant.",
        "Land granted to a settler shall not be sold within five years after the grant.",
        {"two years": PASSED, "seven years": WITHIN},
    ),
    # what is void, or an age under which nobody may
    (
        "en",
        "A clerk is dismissed on {} days' notice.",
        "Notice of dismissal of less than thirty days is of no effect.",
        {"five": PASSED, "forty": WITHIN},
    ),
    (
        "en",
        "The workshop employs apprentices aged {}.",
        "Apprentices under sixteen years shall not be employed in a workshop.",
        {"fourteen": PASSED, "seventeen": WITHIN},
    ),
]


@each_row(
    ("lang", "clause", "law", "number", "name"),
    [(lang, clause, law, number, name) for lang, clause, law, rows in ROWS for number, name in rows.items()],
)
def test_one_number_turns_what_is_said(lang: str, clause: str, law: str, number: str, name: str) -> None:
    assert said(clause.format(number), lang, law, lang) == {name}


ACROSS = [
    ("en", "The foundation holds {} per cent of the broadcasting company.", {"sixty": PASSED, "twenty": WITHIN}),
    ("pt", "A fundação detém {} por cento da sociedade de radiodifusão.", {"sessenta": PASSED, "vinte": WITHIN}),
]


@each_row(
    ("lang", "clause", "number", "name"), [(lang, text, one, name) for lang, text, rows in ACROSS for one, name in rows.items()]
)
def test_a_share_meets_a_limit_in_another_language(lang: str, clause: str, number: str, name: str) -> None:
    law = "La participación extranjera en sociedades de radiodifusión no puede superar el treinta por ciento."
    assert said(clause.format(number), lang, law, "es") == {name}


def test_one_limit_kept_does_not_cure_another_that_is_passed() -> None:
    law = "The loan of a municipality bears interest of at most four per cent a year, and the loan is repaid within fifteen years."
    clause = "The loan of the municipality bears interest of {} per cent a year and is repaid within ten years."
    assert said(clause.format("six"), "en", law, "en") == {PASSED}
    assert said(clause.format("three"), "en", law, "en") == {WITHIN}


def test_a_number_for_want_of_agreement_is_no_limit() -> None:
    law = "Unless the parties otherwise agree, the award is made within four months."
    assert said("The award is made within nine months.", "en", law, "en") == set()


def test_two_definitions_open_to_one_side_have_to_be_the_same() -> None:
    law = 'In this Act "factory" means premises in which ten or more persons are employed.'
    clause = 'For this Agreement "factory" means premises in which more than a hundred persons are employed.'
    assert said(clause, "en", law, "en") == {PASSED}


QUIET = [
    # a national reference unit has no value that the words tell
    (
        "es",
        "Controversias por varios millones de soles.",
        "Controversias cuyo monto no supere diez unidades impositivas tributarias.",
    ),
    ("pt", "Um contrato de vinte mil reais.", "Contratos de valor não superior a dez salários mínimos."),
    ("en", "A fine of 5,000 shillings is paid.", "A fee shall not exceed twenty currency points."),
    ("fr", "Un salaire de deux cent mille francs.", "Le salaire n'excède pas trois fois le SMIC."),
    # dates of other events, dates that set no limit
    ("en", "The choir sings at the fair in 2032.", "The Minister shall have the desalination plant put into service by 2029."),
    ("en", "The plant is put into service in 2032.", "The plant was put into service in 2019 under the Water Act 2015."),
    # hours are no age
    ("pt", "Os alunos têm trinta horas de aulas.", "O trabalho de menores de quinze anos é proibido."),
]


@each_row(("lang", "clause", "law"), QUIET)
def test_what_cannot_be_compared_says_nothing(lang: str, clause: str, law: str) -> None:
    assert said(clause, lang, law, lang) == set()
