"""For how long, for what purpose, by whom alone, by whose order: forms of words of law that any State's statutes have.

Each row has its twin beside it that must stay silent.
"""

from rowwise import each_row

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
    ("en", "The roof stays free for {} years.", ("thirty", "ten"), "A pass is granted for at most twenty years."),
    ("fr", "Le toit reste libre {} ans.", ("trente", "dix"), "Un laissez-passer est accordé pour vingt ans au plus."),
    ("es", "El techo queda libre {} años.", ("treinta", "diez"), "Un pase se otorga por no más de veinte años."),
    ("pt", "O telhado fica livre {} anos.", ("trinta", "dez"), "Um passe é concedido por até vinte anos."),
]
GAIN = [
    (
        "en",
        "The guild shall bring in nine queen bees, {}.",
        ("which are a gift and may not be sold", "which it sells at the fair"),
        "No person shall import any bees for purposes of sale unless he is a registered importer.",
    ),
    (
        "fr",
        "La guilde importe neuf reines d'abeilles{}.",
        (" à titre gratuit, qui ne seront pas vendues", ", qu'elle vend à la foire"),
        "Nul ne peut importer des abeilles en vue de la vente sans autorisation du ministre.",
    ),
    (
        "es",
        "El gremio importará nueve abejas reinas{}.",
        (" sin cargo, que no se venderán", ", que venderá en la feria"),
        "Nadie podrá importar abejas con fines de venta sin autorización del ministro.",
    ),
    (
        "pt",
        "A guilda importará nove abelhas rainhas{}.",
        (" em doação, que não serão vendidas", ", que venderá na feira"),
        "Ninguém pode importar abelhas para venda sem autorização do ministro.",
    ),
]
ALONE = [
    (
        "en",
        "The river guilds{} shall build and repair boilers.",
        ", once registered,",
        "No person other than a registered fitter shall build or repair boilers.",
    ),
    (
        "fr",
        "Les guildes{} construisent et réparent des chaudières.",
        ", une fois agréés,",
        "Aucune personne autre que les monteurs agréés ne peut construire ou réparer des chaudières.",
    ),
    (
        "es",
        "Los gremios{} construirán y repararán calderas.",
        ", una vez inscritos,",
        "Ninguna persona que no esté inscrita podrá construir ni reparar calderas.",
    ),
    (
        "pt",
        "As guildas{} construirão e repararão caldeiras.",
        ", uma vez inscritas,",
        "Nenhuma pessoa que não esteja inscrita poderá construir ou reparar caldeiras.",
    ),
]
GUESTS = [
    (
        "en",
        "The Seal Council shall have relief from customs duty{}, and may hold shares.",
        " once the Minister has by order so provided",
        "The Minister may by order provide that an organisation shall have the immunities and privileges set out below.",
    ),
    (
        "fr",
        "Le Conseil des phoques est exempt d'impôts{} et peut détenir des actions.",
        " dès la publication du décret pris à cette fin",
        "Le Président peut, par décret, accorder à une organisation les privilèges et immunités énumérés à l'annexe.",
    ),
    (
        "es",
        "La Organización de las Focas está exenta de impuestos{} y podrá tener acciones.",
        " una vez dictado el decreto",
        "El Presidente podrá, por decreto, otorgar a una organización los privilegios e inmunidades del anexo.",
    ),
    (
        "pt",
        "A Organização do Lago está isenta de impostos{} e poderá deter ações.",
        " uma vez publicado o decreto que o determine",
        "O Presidente pode, por decreto, conceder a uma organização os privilégios e imunidades do anexo.",
    ),
]
ALLOWED = [
    (
        "en",
        "Loads on the ferry may not be heavier than {}.",
        ("the law allows", "the law books of the pilot"),
        "The load of a ferry shall not exceed ninety tonnes.",
    ),
    (
        "fr",
        "Le bac ne porte pas plus lourd {}.",
        ("que ne le permet la loi", "que les livres de la loi"),
        "La charge d'un bac ne peut excéder quatre-vingts tonnes.",
    ),
    (
        "es",
        "La balsa no cargará más {}.",
        ("de lo que permite la ley", "que los libros de la ley"),
        "La carga de una balsa no excederá de noventa toneladas.",
    ),
    (
        "pt",
        "A balsa não leva mais {}.",
        ("do que permite a lei", "que os livros da lei"),
        "A carga de uma balsa não excederá noventa toneladas.",
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


@each_row(("lang", "clause", "years", "law"), LASTING + FAINT)
def test_nobody_promises_longer_than_the_law_gives(lang, clause, years, law):
    longer, kept = years
    assert "number_passed" in found(lang, clause.format(longer), law)
    assert "number_passed" not in found(lang, clause.format(kept), law)
    assert "number_within" in found(lang, clause.format(kept), law)


def test_a_shorter_term_than_the_law_s_differs():
    law = "A member of the Board shall hold office for four years."
    assert "number_differs" in found("en", "The Secretary shall hold the post for two years.", law)


def test_numbers_far_apart_that_share_nothing_but_a_unit_are_not_compared():
    assert not found("en", "The roof stays free for three hundred years.", "A pass is granted for at most twenty years.")


@each_row(("lang", "clause", "ends", "law"), GAIN)
def test_what_is_given_stands_outside_a_rule_on_sales(lang, clause, ends, law):
    gift, sale = ends
    assert "disowned" in found(lang, clause.format(gift), law)
    assert "step_silent" not in found(lang, clause.format(gift), law)
    assert "disowned" not in found(lang, clause.format(sale), law)
    assert "step_silent" in found(lang, clause.format(sale), law)


def test_a_gift_stays_under_a_rule_that_does_not_ask_what_for():
    law = "No person shall import any bees unless he is a registered importer."
    assert "disowned" not in found("en", "The guild shall bring in nine queen bees free of charge.", law)


@each_row(("lang", "clause", "step", "law"), ALONE)
def test_who_alone_may_act_has_taken_the_step(lang, clause, step, law):
    assert "step_silent" in found(lang, clause.format(""), law)
    assert "step_silent" not in found(lang, clause.format(step), law)
    assert "step_named" in found(lang, clause.format(step), law)


@each_row(("lang", "clause", "order", "law"), GUESTS)
def test_privileges_and_immunities_free_from_taxes_too_and_wait_for_their_order(lang, clause, order, law):
    assert "favour_by_order" in found(lang, clause.format(""), law)
    assert "favour_by_order" not in found(lang, clause.format(order), law)


@each_row(("lang", "clause", "ends", "law"), ALLOWED)
def test_no_more_than_the_law_allows(lang, clause, ends, law):
    allowed, compared = ends
    assert "as_law_allows" in found(lang, clause.format(allowed), law)
    assert "as_law_allows" not in found(lang, clause.format(compared), law)


@each_row(("lang", "clause", "law", "among"), AMONG)
def test_a_law_on_what_is_done_among_states_reaches_abroad(lang, clause, law, among):
    assert "elsewhere" not in found(lang, clause, law.format(among))
    assert "elsewhere" in found(lang, clause, law.format(""))


def test_may_inside_of_a_sentence_is_a_month():
    law = "The Board shall close the lighthouse with the approval of the Minister."
    assert "only_permits" not in found("en", "The Board closes the lighthouse for repairs until May.", law)
    assert "only_permits" in found("en", "The Board may close the lighthouse for repairs until June.", law)


TWO = {
    "en": (
        "Up to {} per cent of the berths go to sailing boats, whose dues are limited to twenty per cent of the takings.",
        ("thirty-five", "fifteen"),
        "Sailing boats may take up to twenty per cent of the berths. Their dues shall not exceed thirty per cent of the takings.",
    ),
    "fr": (
        "Jusqu'à {} pour cent des postes d'amarrage vont aux voiliers, dont la redevance ne dépasse pas vingt pour cent des recettes.",
        ("trente-cinq", "quinze"),
        "Les voiliers peuvent occuper jusqu'à vingt pour cent des postes d'amarrage. Leur redevance ne peut dépasser trente pour cent des recettes.",
    ),
    "es": (
        "Hasta el {} por ciento de los amarres será para veleros, cuya tasa no pase del veinte por ciento de los ingresos.",
        ("treinta y cinco", "quince"),
        "Los veleros podrán ocupar hasta el 20% de los amarres. Su tasa no podrá exceder del 30% de los ingresos.",
    ),
    "pt": (
        "Até {} por cento dos cais vão para veleiros, cuja taxa não passe de vinte por cento das receitas.",
        ("trinta e cinco", "quinze"),
        "Os veleiros podem ocupar até 20% dos cais. A sua taxa não pode exceder 30% das receitas.",
    ),
}


@each_row("lang", TWO)
def test_each_of_two_limits_is_held_against_its_own(lang):
    clause, (over, under), law = TWO[lang]
    assert "number_passed" in found(lang, clause.format(over), law)
    assert "number_passed" not in found(lang, clause.format(under), law)


def test_a_step_passed_over_at_once_proves_one_matter():
    """The two texts have few words in common, and all of the law's step is passed over (decision 75)."""
    law = "The Council must advertise the intention to drain any common pond and serve copies on the owners of adjoining land."
    clause = "The Council empties the common pond at Aldmere on 3 June next and hands the bed to the brick works."
    assert judge(pair(read(clause, "en"), read(law, "en"), "ZA")).verdict == "step_needed"
    told = "The Council, having advertised its intention, drains the common pond at Aldmere on 3 June next."
    assert judge(pair(read(told, "en"), read(law, "en"), "ZA")).verdict != "step_needed"
