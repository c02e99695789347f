"""What quiets a finding does so only where it has a reason to: rows that stay quiet, and near-misses that speak."""

import pytest
from rowwise import each_row

from ssc_drafter.check.kinds import signals
from ssc_drafter.check.kinds.attitude import deferences
from ssc_drafter.check.kinds.freed import matters
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair


def found(lang: str, clause: str, law: str, state: str = "XX") -> dict[str, float]:
    return {name: one.value for name, one in signals(pair(read(clause, lang), read(law, lang), state)).items()}


WITHOUT_A_STEP = [
    ("en", "The team exports the seed to the partner without any permit.", "No person shall export seed without a permit."),
    ("fr", "L'équipe exporte les semences sans permis.", "Nul ne peut exporter des semences sans permis du ministre."),
    ("es", "El equipo exporta las semillas sin permiso.", "Ninguna persona podrá exportar semillas sin permiso del ministro."),
    ("pt", "A equipa exporta as sementes sem licença.", "Ninguém pode exportar sementes sem licença do ministro."),
]


@each_row(("lang", "clause", "law"), WITHOUT_A_STEP)
def test_who_acts_without_the_step_does_not_refrain(lang, clause, law):
    assert "both_forbid" not in found(lang, clause, law)


@each_row(
    ("lang", "clause", "law"),
    [
        ("en", "The team shall not export the seed.", "No person shall export seed."),
        ("fr", "L'équipe n'exporte pas les semences.", "Nul ne peut exporter des semences."),
    ],
)
def test_who_refrains_from_what_is_forbidden_does(lang, clause, law):
    assert "both_forbid" in found(lang, clause, law)


LACKS = [
    ("The mine sells the gold to a company, whatever the register says.", False),
    ("The mine sells the gold to a company entered in the register.", True),
    ("The mine sells the gold to a company that the register does not have.", False),
]


@each_row(("clause", "quiet"), LACKS)
def test_a_quality_is_met_in_earnest_only(clause, quiet):
    law = "Gold shall not be sold to a company which is not entered in the register."
    assert ("quality_met" in found("en", clause, law)) is quiet


def test_a_ban_on_all_is_no_lack():
    law = "No revenue of the State shall be pledged to a creditor."
    assert "quality_met" not in found("en", "The Ministry pledges the revenue of the State to the lender.", law)


def test_the_use_of_what_was_not_assigned_does_not_forbid_assigning():
    law = "A person who uses a code that was not assigned to him commits an offence."
    assert "forbidden_flatly" not in found("en", "The Commission assigns a code to the ambulance service.", law)


DISTANCE = [
    (
        "fr",
        "Toute carrière à moins de cent mètres d'un puits est interdite.",
        "Une carrière est ouverte à trente mètres d'un puits.",
    ),
]


@pytest.mark.parametrize(("lang", "law", "clause"), DISTANCE)
def test_a_distance_is_no_exception(lang, law, clause):
    assert "exception_met" not in found(lang, clause, law)


OUTSIDE = [
    (
        "en",
        "No lender shall lend more than ten thousand. Commercial banks are not governed by this Act.",
        "commercial bank lends",
    ),
    (
        "fr",
        "Le prêt n'excède pas dix mille. Les banques commerciales ne sont pas soumises à la présente loi.",
        "banque commerciale prête",
    ),
    (
        "es",
        "El préstamo no excederá de diez mil. Los bancos comerciales no están comprendidos en la presente ley.",
        "banco comercial presta",
    ),
    (
        "pt",
        "O empréstimo não excede dez mil. Os bancos comerciais não são abrangidos por esta lei.",
        "banco comercial empresta",
    ),
]
SUMS = {"en": "A {} twenty thousand.", "fr": "Une {} vingt mille.", "es": "Un {} veinte mil.", "pt": "Um {} vinte mil."}


@each_row(("lang", "law", "who"), OUTSIDE)
def test_who_stays_outside_a_law_passes_no_limit_of_it(lang, law, who):
    signs = found(lang, SUMS[lang].format(who), law)
    assert "out_of_scope" in signs
    assert "number_passed" not in signs


def test_a_word_of_the_rule_itself_tells_nothing_of_who_stays_outside():
    law = "No county market shall be let for longer than five years. This Act does not extend to a market of the army."
    assert "out_of_scope" not in found("en", "The county lets the market for nine years.", law)


CASES = [
    (
        "en",
        "The term of a licence is at most ten years for radio and fifteen for television.",
        "television",
        "{} years",
        "twenty",
        "twelve",
    ),
    (
        "fr",
        "La durée maximale est de dix ans pour la radio et de quinze pour la télévision.",
        "télévision",
        "{} ans",
        "vingt",
        "douze",
    ),
    (
        "es",
        "El plazo máximo será de diez años para la radio y de quince para la televisión.",
        "televisión",
        "{} años",
        "veinte",
        "doce",
    ),
    (
        "pt",
        "O prazo máximo será de dez anos para a rádio e de quinze para a televisão.",
        "televisão",
        "{} anos",
        "vinte",
        "doze",
    ),
]


@each_row(("lang", "law", "case", "years", "over", "under"), CASES)
def test_the_case_may_be_named_in_another_sentence(lang, law, case, years, over, under):
    text = {
        "en": "The station broadcasts {}. Its licence lasts {}.",
        "fr": "La station diffuse de la {}. Sa licence dure {}.",
        "es": "La emisora difunde {}. Su licencia dura {}.",
        "pt": "A emissora difunde {}. A sua licença dura {}.",
    }[lang]
    assert "number_passed" in found(lang, text.format(case, years.format(over)), law)
    assert "number_passed" not in found(lang, text.format(case, years.format(under)), law)


@each_row(("clause", "passed"), [("a weekly visit", False), ("a monthly visit", True)])
def test_weekly_is_once_a_week(clause, passed):
    law = "Prisoners have the right to be visited once a week."
    assert ("number_passed" in found("en", f"A prisoner may receive {clause}.", law)) is passed


NAMED = [
    (
        "en",
        "The company has the regime provided for by the Code.",
        "The company is exempt on the conditions provided for by the Code.",
    ),
    (
        "fr",
        "La société bénéficie du régime prévu par le Code.",
        "La société est exonérée dans les conditions prévues par le Code.",
    ),
    (
        "es",
        "La empresa goza del régimen previsto en el Código.",
        "La empresa está exenta en los términos y condiciones previstos en el Código.",
    ),
    ("pt", "A empresa goza do regime previsto no Código.", "A empresa é isenta nas condições previstas na lei."),
]


@each_row(("lang", "names", "submits"), NAMED)
def test_what_a_law_has_is_named_and_its_conditions_are_kept(lang, names, submits):
    assert not deferences(read(names, lang).sentences[0])
    assert deferences(read(submits, lang).sentences[0])


def test_the_law_of_another_state_is_not_deferred_to():
    law = "Contracts of the State are governed by the law of the Republic."
    assert "defers" not in found("en", "The contract of the State is governed by English law.", law, "ZM")
    assert "defers" in found("en", "The contract of the State is made in accordance with Zambian law.", law, "ZM")


def test_a_law_on_waiving_taxes_is_none_on_immunity():
    law = "No tax shall be imposed, waived or varied except by or under a law."
    assert "favour_barred" not in found("en", "The immunity is granted in the interest of the cooperation.", law)
    assert "favour_barred" in found("en", "Experts are exempt from tax on their pay.", law)


TAKEN_IN = [
    ("en", "The tractors, including the trailers, are lent to the Ministry.", "Tractors shall be lent by the Ministry."),
    ("fr", "Les tracteurs, y compris les remorques, sont prêtés au ministère.", "Les tracteurs sont prêtés par le ministère."),
    (
        "es",
        "Los tractores, incluidos los remolques, se prestan al Ministerio.",
        "Los tractores serán prestados por el Ministerio.",
    ),
    (
        "pt",
        "Os tratores, incluídos os reboques, são emprestados ao Ministério.",
        "Os tratores serão emprestados pelo Ministério.",
    ),
]


@each_row(("lang", "clause", "law"), TAKEN_IN)
def test_what_takes_in_more_of_the_same_does_not_insist(lang, clause, law):
    assert "insists" not in found(lang, clause, law)


@each_row(
    ("lang", "clause"),
    [
        ("en", "This Agreement prevails over every law, including the Constitution."),
        ("fr", "Le présent Accord s'impose, y compris contre la Constitution."),
        ("es", "El presente Acuerdo rige sobre toda ley, incluida la Constitución."),
        ("pt", "O presente Acordo prevalece sobre toda lei, inclusive a Constituição."),
    ],
)
def test_what_takes_in_the_law_sets_itself_above_it(lang, clause):
    law = {"en": "The Constitution is the supreme law.", "fr": "La Constitution est la loi suprême."}
    law |= {"es": "La Constitución es la ley suprema.", "pt": "A Constituição é a lei suprema."}
    assert "ranked_above" in found(lang, clause, law[lang])


@each_row(
    ("lang", "words", "matter", "named"),
    [
        ("en", "The person in charge of a vehicle shall furnish a list.", "fee", False),
        ("en", "The person pays the charge on a vehicle.", "fee", True),
        ("es", "Sin embargo, las partes podrán promulgar el texto.", "immunity", False),
        ("es", "El embargo de los bienes exige sentencia.", "immunity", True),
        ("es", "Se registran los ingresos y gastos del pliego.", "entry_stay", False),
        ("es", "El ingreso de extranjeros exige visado.", "entry_stay", True),
        ("pt", "Sem embargo, as partes podem promulgar o texto.", "immunity", False),
    ],
)
def test_words_that_only_look_like_a_matter_name_none(lang, words, matter, named):
    (sentence,) = read(words, lang).sentences
    assert (matter in matters(sentence, 0, len(sentence.words))) is named


@each_row(
    ("law", "barred"),
    [
        ("If they are not citizens, members of the staff enjoy exemption from customs duty.", False),
        ("The exemption of an envoy does not exempt him from the tax of the sending State.", False),
        ("No exemption from customs duty shall be granted to members of the staff.", True),
    ],
)
def test_a_denial_that_only_says_in_which_case_bars_no_favour(law, barred):
    clause = "Members of the staff shall be exempt from customs duty and tax."
    assert ("favour_barred" in found("en", clause, law)) is barred


PRIVATE = [
    ("en", "The record shall be destroyed within six months, unless an agreement with the author provides a longer term."),
    ("fr", "L'enregistrement est détruit dans les six mois, sauf accord contraire conclu avec l'auteur."),
    ("es", "La grabación se destruirá en seis meses, salvo acuerdo en contrario con el autor."),
    ("pt", "A gravação é destruída em seis meses, salvo acordo em contrário com o autor."),
]


@pytest.mark.parametrize(("lang", "law"), PRIVATE, ids=[row[0] for row in PRIVATE])
def test_a_law_that_leaves_it_to_the_author_does_not_yield_to_a_treaty(lang, law):
    clause = {"en": "The station stores the record.", "fr": "La chaîne conserve l'enregistrement."}
    clause |= {"es": "La emisora conserva la grabación.", "pt": "A emissora conserva a gravação."}
    assert "law_yields" not in found(lang, clause[lang], law)


def test_a_law_that_leaves_it_to_the_agreement_yields():
    law = "The record shall be destroyed within six months, unless otherwise agreed."
    assert "law_yields" in found("en", "The station stores the record.", law)


def test_save_where_the_act_itself_provides_so_is_no_yielding():
    law = "No person shall be relieved of the tax save where this Act so provides."
    assert "law_yields" not in found("en", "The experts are relieved of the tax.", law)


AGAINST_A_RULE = [
    ("en", "The import of seed{} is prohibited.", " in contravention of section 2", "Registered growers import seed."),
    (
        "fr",
        "L'importation de semences{} est interdite.",
        " en violation de l'article 2",
        "Les producteurs agréés importent des semences.",
    ),
    (
        "es",
        "La importación de semillas{} está prohibida.",
        " en contravención del artículo 2",
        "Los productores importan semillas.",
    ),
    (
        "pt",
        "A importação de sementes{} é proibida.",
        " em desacordo com o artigo 2",
        "Os produtores registrados importam sementes.",
    ),
]


@each_row(("lang", "law", "against", "clause"), AGAINST_A_RULE)
def test_an_act_against_another_rule_is_not_forbidden_flatly(lang, law, against, clause):
    assert "forbidden_flatly" not in found(lang, clause, law.format(against))
    assert "forbidden_flatly" in found(lang, clause, law.format(""))


@each_row(
    ("clause", "silent"),
    [
        ("Gifts to the envoy shall be delivered to the Republic.", False),
        ("Gifts to the envoy shall not be delivered to the Republic.", True),
    ],
)
def test_a_step_that_only_frees_from_a_duty_is_not_asked_of_who_does_it(clause, silent):
    law = "Gifts to an envoy shall be delivered to the Republic unless approved otherwise by the Minister."
    assert ("step_silent" in found("en", clause, law)) is silent


def test_what_is_not_to_be_exceeded_is_not_denied():
    law = "The Minister shall lay the plan voted by the Assembly before the Assembly."
    assert "denies_the_demanded" not in found("en", "The share shall not exceed what the Assembly has voted in the plan.", law)
    assert "denies_the_demanded" in found("en", "The Minister shall not lay the plan before the Assembly.", law)


def test_a_body_that_acts_is_not_founded_by_its_act():
    law = "The Public Prosecution Authority institutes criminal proceedings against any person."
    acts = "Criminal proceedings against a person shall be opened by the Joint Authority."
    founds = "A Joint Authority is established, which institutes criminal proceedings against any person."
    assert found("en", acts, law).keys() & {"second_body"} == set()
    assert "second_body" in found("en", founds, law)
