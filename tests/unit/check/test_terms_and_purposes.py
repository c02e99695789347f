"""For how long, for what purpose, by whom alone, by whose order: forms of words of law that any State's statutes have.

Each row has its twin beside it that must stay silent.
"""

import pytest

from ssc_drafter.check.judge import judge
from ssc_drafter.check.kinds import signals
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair

LASTING = [
    (
        "en",
        "The Secretary shall hold the post for {} years.",
        ("eight", "four"),
        "A member of the Board shall hold office for four years and is eligible for re-appointment.",
    ),
    ("en", "The pass serves its holder for {} years.", ("three", "two"), "A residence pass shall be issued for two years."),
    (
        "fr",
        "Le label délivré par le Comité vaut pour {} ans.",
        ("huit", "cinq"),
        "Le certificat de conformité est valable pour une durée de cinq ans.",
    ),
    (
        "es",
        "El director del Centro ocupará el cargo {} años.",
        ("ocho", "cuatro"),
        "Los directores del Instituto durarán cuatro años en sus cargos.",
    ),
    (
        "pt",
        "O diretor do Centro ocupará o cargo por {} anos.",
        ("oito", "quatro"),
        "Os diretores do Instituto terão mandato de quatro anos.",
    ),
]
FAINT = [
    ("en", "The vines remain covered for {} years.", ("thirty", "ten"), "A title is granted for at most twenty years."),
    ("fr", "Les vignes restent couvertes {} ans.", ("trente", "dix"), "Un titre est accordé pour vingt ans au plus."),
    ("es", "Las vides quedan amparadas {} años.", ("treinta", "diez"), "Un título se otorga por no más de veinte años."),
    ("pt", "As vinhas ficam abrangidas {} anos.", ("trinta", "dez"), "Um título é concedido por até vinte anos."),
]
GAIN = [
    (
        "en",
        "The station shall send two tonnes of hybrid maize, {}.",
        ("which is a gift and shall not be sold", "which it sells at cost"),
        "No person shall import any prescribed maize for purposes of sale unless he is a registered importer.",
    ),
    (
        "fr",
        "La station envoie deux tonnes de maïs hybride{}.",
        (" à titre gratuit, qui ne seront pas vendues", ", qu'elle vend au prix coûtant"),
        "Nul ne peut importer du maïs hybride en vue de la vente sans autorisation du ministre.",
    ),
    (
        "es",
        "La estación enviará dos toneladas de maíz híbrido{}.",
        (" sin cargo, que no se venderán", ", que venderá al costo"),
        "Nadie podrá importar maíz híbrido con fines de venta sin autorización del ministro.",
    ),
    (
        "pt",
        "A estação enviará duas toneladas de milho híbrido{}.",
        (" em doação, que não serão vendidas", ", que venderá ao custo"),
        "Ninguém pode importar milho híbrido para venda sem autorização do ministro.",
    ),
]
ALONE = [
    (
        "en",
        "The growers' groups{} shall produce and market cowpea seed.",
        ", once registered,",
        "No person other than a registered grower shall produce or market seed.",
    ),
    (
        "fr",
        "Les groupements{} produisent et vendent des semences de niébé.",
        ", une fois agréés,",
        "Aucune personne autre que les producteurs agréés ne peut produire ou vendre des semences.",
    ),
    (
        "es",
        "Los grupos{} producirán y venderán semillas de caupí.",
        ", una vez inscritos,",
        "Ninguna persona que no esté inscrita podrá producir ni vender semillas.",
    ),
    (
        "pt",
        "Os grupos{} produzirão e venderão sementes de feijão.",
        ", uma vez inscritos,",
        "Nenhuma pessoa que não esteja inscrita poderá produzir ou vender sementes.",
    ),
]
GUESTS = [
    (
        "en",
        "The Lake Organisation enjoys freedom from suit and from taxes{}, and may own land.",
        " once the Minister has by order so provided",
        "The Minister may by order provide that an organisation shall have the immunities and privileges set out below.",
    ),
    (
        "fr",
        "L'Organisation du Lac est exempte d'impôts{} et peut posséder des terres.",
        " dès la publication du décret pris à cette fin",
        "Le Président peut, par décret, accorder à une organisation les privilèges et immunités énumérés à l'annexe.",
    ),
    (
        "es",
        "La Organización del Lago está exenta de impuestos{} y podrá poseer tierras.",
        " una vez dictado el decreto",
        "El Presidente podrá, por decreto, otorgar a una organización los privilegios e inmunidades del anexo.",
    ),
    (
        "pt",
        "A Organização do Lago está isenta de impostos{} e poderá possuir terras.",
        " uma vez publicado o decreto que o determine",
        "O Presidente pode, por decreto, conceder a uma organização os privilégios e imunidades do anexo.",
    ),
]
ALLOWED = [
    (
        "en",
        "Guards stand at the gate in turns, none of them for more hours than {}.",
        ("labour law permits", "labour law does in Norland"),
        "The maximum working hours of guards are forty-five hours a week.",
    ),
    (
        "fr",
        "Les gardiens se relaient, aucun ne travaillant plus d'heures {}.",
        ("que ne le permet la loi", "que son chef selon la loi"),
        "La durée maximale du travail des gardiens est de quarante-cinq heures par semaine.",
    ),
    (
        "es",
        "Los guardias se turnan, ninguno por más horas {}.",
        ("de lo que permite la ley", "que su jefe según la ley"),
        "La jornada máxima de los guardias es de cuarenta y cinco horas por semana.",
    ),
    (
        "pt",
        "Os guardas revezam-se, nenhum por mais horas {}.",
        ("do que permite a lei", "que o seu chefe segundo a lei"),
        "A jornada máxima dos guardas é de quarenta e cinco horas por semana.",
    ),
]
AMONG = [
    (
        "en",
        "In Norway the Authority speaks for the Government.",
        "The Authority shall represent the Government{} with the approval of the Minister.",
        " internationally",
    ),
    (
        "fr",
        "En Norvège l'Autorité parle pour le Gouvernement.",
        "L'Autorité représente le Gouvernement{} avec l'approbation du ministre.",
        " sur le plan international",
    ),
    (
        "es",
        "En Noruega la Autoridad habla por el Gobierno.",
        "La Autoridad representará al Gobierno{} con aprobación del ministro.",
        " en los foros internacionales",
    ),
    (
        "pt",
        "Na Noruega a Autoridade fala pelo Governo.",
        "A Autoridade representará o Governo{} com aprovação do ministro.",
        " no plano internacional",
    ),
]


def found(lang, clause, law, state="ZM"):
    return signals(pair(read(clause, lang), read(law, lang), state))


@pytest.mark.parametrize(("lang", "clause", "years", "law"), LASTING + FAINT)
def test_nobody_promises_longer_than_the_law_gives(lang, clause, years, law):
    longer, kept = years
    assert "number_passed" in found(lang, clause.format(longer), law)
    assert "number_passed" not in found(lang, clause.format(kept), law)
    assert "number_within" in found(lang, clause.format(kept), law)


def test_a_shorter_term_than_the_law_s_differs():
    law = "A member of the Board shall hold office for four years."
    assert "number_differs" in found("en", "The Secretary shall hold the post for two years.", law)


def test_numbers_far_apart_that_share_nothing_but_a_unit_are_not_compared():
    assert not found("en", "The vines remain covered for three hundred years.", "A title is granted for at most twenty years.")


@pytest.mark.parametrize(("lang", "clause", "ends", "law"), GAIN)
def test_what_is_given_stands_outside_a_rule_on_sales(lang, clause, ends, law):
    gift, sale = ends
    assert "disowned" in found(lang, clause.format(gift), law)
    assert "step_silent" not in found(lang, clause.format(gift), law)
    assert "disowned" not in found(lang, clause.format(sale), law)
    assert "step_silent" in found(lang, clause.format(sale), law)


def test_a_gift_stays_under_a_rule_that_does_not_ask_what_for():
    law = "No person shall import any prescribed maize unless he is a registered importer."
    assert "disowned" not in found("en", "The station shall send two tonnes of hybrid maize free of charge.", law)


@pytest.mark.parametrize(("lang", "clause", "step", "law"), ALONE)
def test_who_alone_may_act_has_taken_the_step(lang, clause, step, law):
    assert "step_silent" in found(lang, clause.format(""), law)
    assert "step_silent" not in found(lang, clause.format(step), law)
    assert "step_named" in found(lang, clause.format(step), law)


@pytest.mark.parametrize(("lang", "clause", "order", "law"), GUESTS)
def test_privileges_and_immunities_free_from_taxes_too_and_wait_for_their_order(lang, clause, order, law):
    assert "favour_by_order" in found(lang, clause.format(""), law)
    assert "favour_by_order" not in found(lang, clause.format(order), law)


@pytest.mark.parametrize(("lang", "clause", "ends", "law"), ALLOWED)
def test_no_more_than_the_law_allows(lang, clause, ends, law):
    allowed, compared = ends
    assert "as_law_allows" in found(lang, clause.format(allowed), law)
    assert "as_law_allows" not in found(lang, clause.format(compared), law)


@pytest.mark.parametrize(("lang", "clause", "law", "among"), AMONG)
def test_a_law_on_what_is_done_among_states_reaches_abroad(lang, clause, law, among):
    assert "elsewhere" not in found(lang, clause, law.format(among))
    assert "elsewhere" in found(lang, clause, law.format(""))


def test_may_inside_of_a_sentence_is_a_month():
    law = "The Authority shall hold the seat with the approval of the Minister."
    assert "only_permits" not in found("en", "The seat is held, from the session in May onward, by the Authority.", law)
    assert "only_permits" in found("en", "The seat may be held, from the session in June onward, by the Authority.", law)


TWO = {
    "en": (
        "Up to {} per cent of the posts go to foreign staff, whose pay is limited to twenty per cent of the payroll.",
        ("thirty-five", "fifteen"),
        "Foreign staff may make up to twenty per cent of the employees. Their pay shall not exceed thirty per cent of the payroll.",
    ),
    "fr": (
        "Jusqu'à {} pour cent des postes vont au personnel étranger, dont la paie ne dépasse pas vingt pour cent de la masse.",
        ("trente-cinq", "quinze"),
        "Le personnel étranger peut former jusqu'à vingt pour cent des employés. Sa paie ne peut dépasser trente pour cent de la masse.",
    ),
    "es": (
        "Hasta el {} por ciento de los puestos será para personal extranjero, cuya paga no pase del veinte por ciento de la planilla.",
        ("treinta y cinco", "quince"),
        "Podrá contratarse personal extranjero hasta el 20% de los empleados. Su paga no podrá exceder del 30% de la planilla.",
    ),
    "pt": (
        "Até {} por cento dos postos vão para pessoal estrangeiro, cuja paga não passe de vinte por cento da folha.",
        ("trinta e cinco", "quinze"),
        "Pode contratar-se pessoal estrangeiro até 20% dos empregados. A sua paga não pode exceder 30% da folha.",
    ),
}


@pytest.mark.parametrize("lang", TWO)
def test_each_of_two_limits_is_held_against_its_own(lang):
    clause, (over, under), law = TWO[lang]
    assert "number_passed" in found(lang, clause.format(over), law)
    assert "number_passed" not in found(lang, clause.format(under), law)


def test_a_step_passed_over_at_once_proves_one_matter():
    """The two texts have few words in common, and all of the law's step is passed over (decision 75)."""
    law = "The City must advertise the intention to close any public street and serve copies on the owners of adjoining land."
    clause = "The City shuts Hope Street to motor traffic as from 1 February next and hands the paving to the film market."
    assert judge(pair(read(clause, "en"), read(law, "en"), "ZA")).verdict == "step_needed"
    told = "The City, having advertised its intention, closes Hope Street to motor traffic as from 1 February next."
    assert judge(pair(read(told, "en"), read(law, "en"), "ZA")).verdict != "step_needed"
