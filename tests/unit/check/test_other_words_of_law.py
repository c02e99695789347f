"""Rank, steps, forum, bodies and terms in the forms of words that laws and agreements have for them, and the twins that fit."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.kinds import signals
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair

SUPREME = {
    "en": "This Constitution is the supreme law of the Republic. Any law inconsistent with it shall be void.",
    "fr": "La Constitution est la norme suprême de l'État. Toute loi contraire à ses dispositions est nulle.",
    "es": "La Constitución prevalece sobre toda norma legal.",
    "pt": "A Constituição é a lei suprema. As leis só são válidas se forem conformes à Constituição.",
}
NOTICE = {
    "en": "Every agency shall notify the Data Protection Authority of any breach of data within three days.",
    "fr": "Toute entité doit signaler à l'Autorité nationale toute violation de données dans les trois jours.",
    "es": "Toda entidad deberá notificar a la Autoridad Nacional cualquier violación de datos en tres días.",
    "pt": "Toda entidade deve comunicar à Autoridade Nacional qualquer violação de dados em três dias.",
}
CONSULTED = {
    "en": "In concluding an agreement on pasture, the national government shall consult the counties.",
    "fr": "Lors de la conclusion d'un accord sur les pâturages, le gouvernement doit consulter les communes.",
    "es": "Al celebrar un acuerdo sobre pastos, el gobierno deberá consultar a las municipalidades.",
    "pt": "Ao celebrar um acordo sobre pastagens, o governo deve consultar os municípios.",
}
HEARD = {
    "en": "The review panel hears appeals against the award of public contracts.",
    "fr": "Le tribunal administratif connaît des recours contre l'attribution des marchés publics.",
    "es": "El Tribunal de Contrataciones resuelve los recursos contra la adjudicación de contratos públicos.",
    "pt": "O Tribunal de Contas julga os recursos contra a adjudicação de contratos públicos.",
}
WASTE = {
    "en": '"hazardous waste" means any waste that is a danger to health, including used oils, batteries and solvents;',
    "fr": "On entend par « déchets dangereux » tout déchet qui menace la santé, y compris les huiles usées et les batteries.",
    "es": "Se entiende por «residuos peligrosos» todo residuo que dañe la salud, incluidos los aceites usados y las baterías.",
    "pt": "Entende-se por «resíduos perigosos» todo resíduo que ameace a saúde, incluídos os óleos usados e as baterias.",
}
COUNCIL = {
    "en": "There shall be a Council for the co-ordination of drought relief and the national drought plan, hereinafter called the Council.",
    "fr": "Il est créé un Conseil chargé de la coordination des secours contre la sécheresse et du plan national de sécheresse.",
    "es": "Se crea un Consejo encargado de la coordinación del socorro contra la sequía y del plan nacional de sequía.",
    "pt": "É criado um Conselho encarregado da coordenação do socorro contra a seca e do plano nacional de seca.",
}


def found(lang: str, clause: str, law: str, state: str = "XX") -> dict[str, float]:
    rows = signals(pair(read(clause, lang), read(law, lang), state))
    return {name: one.value for name, one in rows.items()}


@each_row(
    ("lang", "clause", "above"),
    [
        ("en", "The Charter is placed above every enactment; a statute that departs from it is left unapplied.", True),
        ("fr", "Le Pacte du bassin a rang supérieur à la Constitution, et toute loi qui s'en écarte demeure sans effet.", True),
        ("es", "El Reglamento de la Zona tiene jerarquía superior a la Constitución y deja sin efecto toda ley opuesta.", True),
        ("pt", "O Anexo aplica-se em lugar da lei, que deixa de valer para o Programa sempre que dele divirja.", True),
        ("en", "The Charter is applied within the Constitution and gives way to the statutes made under it.", False),
        ("fr", "Le Pacte du bassin s'applique sous la Constitution et cède devant la loi.", False),
        ("es", "El Reglamento de la Zona queda por debajo de la Constitución y cede ante la ley.", False),
        ("pt", "As regras do Fundo cedem perante a lei e a Constituição.", False),
    ],
)
def test_what_makes_law_give_way_ranks_above_it(lang: str, clause: str, above: bool) -> None:
    assert ("ranked_above" in found(lang, clause, SUPREME[lang])) is above


@each_row(
    ("lang", "clause", "alone"),
    [
        ("en", "Any breach of data at the agency shall be notified to the Steering Committee only.", True),
        ("fr", "Toute violation de données est signalée au seul comité de pilotage et à aucune autre instance.", True),
        ("es", "Toda violación de datos será notificada únicamente a la Comisión Mixta y a nadie más.", True),
        ("pt", "Qualquer violação de dados é comunicada apenas à Comissão Mista, e a mais ninguém.", True),
        ("en", "Any breach of data shall be notified to the Data Protection Authority and to the Steering Committee.", False),
        ("fr", "Toute violation de données est signalée à l'Autorité nationale et au comité de pilotage.", False),
        ("es", "Toda violación de datos será notificada a la Autoridad Nacional y a la Comisión Mixta.", False),
        ("pt", "Qualquer violação de dados é comunicada à Autoridade Nacional e à Comissão Mista.", False),
    ],
)
def test_who_alone_is_told_in_place_of_the_laws_organ(lang: str, clause: str, alone: bool) -> None:
    assert ("step_excluded" in found(lang, clause, NOTICE[lang])) is alone


@each_row(
    ("lang", "clause", "excluded"),
    [
        ("en", "The two Governments settle this agreement on pasture; no county need be consulted on it.", True),
        ("fr", "Le présent accord sur les pâturages est conclu sans que les communes soient consultées.", True),
        ("es", "El presente acuerdo sobre pastos se celebra sin consulta a las municipalidades.", True),
        ("pt", "O presente acordo sobre pastagens é celebrado sem consulta aos municípios.", True),
        ("en", "This agreement on pasture is concluded once the counties have been consulted.", False),
        ("fr", "Le présent accord sur les pâturages est conclu après consultation des communes.", False),
        ("es", "El presente acuerdo sobre pastos se celebra previa consulta a las municipalidades.", False),
        ("pt", "O presente acordo sobre pastagens é celebrado após consulta aos municípios.", False),
    ],
)
def test_a_step_that_an_opening_asks_for(lang: str, clause: str, excluded: bool) -> None:
    assert ("step_excluded" in found(lang, clause, CONSULTED[lang])) is excluded


@each_row(
    ("lang", "clause", "elsewhere"),
    [
        ("en", "Appeals against the award go before the Board of the Union alone, whose ruling is final.", True),
        ("fr", "Les recours contre l'attribution sont portés devant le comité directeur, qui statue sans appel.", True),
        ("es", "Los recursos contra la adjudicación se llevan ante la Comisión Mixta, que falla en última instancia.", True),
        ("pt", "Os recursos contra a adjudicação vão perante a Comissão Mista, que decide em última instância.", True),
        ("en", "Appeals against the award go before the review panel alone, whose ruling is final.", False),
        ("fr", "Les recours contre l'attribution sont portés devant le tribunal administratif, qui statue sans appel.", False),
        ("es", "Los recursos contra la adjudicación se llevan ante el Tribunal de Contrataciones, en última instancia.", False),
        ("pt", "Os recursos contra a adjudicação vão perante o Tribunal de Contas, em última instância.", False),
    ],
)
def test_another_hears_what_is_the_laws_panels_to_hear(lang: str, clause: str, elsewhere: bool) -> None:
    assert ("forum_elsewhere" in found(lang, clause, HEARD[lang])) is elsewhere


@each_row(
    ("lang", "clause", "other"),
    [
        ("en", "Under the programme, hazardous waste does not include used oils or batteries.", True),
        ("fr", "Dans le programme, les déchets dangereux n'englobent pas les huiles usées.", True),
        ("es", "En el programa, los residuos peligrosos no abarcan los aceites usados.", True),
        ("pt", "No programa, os resíduos perigosos não abrangem os óleos usados.", True),
        ("en", "Under the programme, hazardous waste also includes used oils and batteries.", False),
        ("fr", "Dans le programme, les déchets dangereux comprennent aussi les huiles usées et les batteries.", False),
        ("es", "En el programa, los residuos peligrosos comprenden también los aceites usados y las baterías.", False),
        ("pt", "No programa, os resíduos perigosos compreendem também os óleos usados e as baterias.", False),
    ],
)
def test_a_term_that_loses_or_repeats_what_the_law_puts_in_it(lang: str, clause: str, other: bool) -> None:
    assert ("redefined" in found(lang, clause, WASTE[lang])) is other


@each_row(
    ("clause", "other"),
    [
        ("In the survey a child means a person who has not reached fourteen years of age.", True),
        ("In the survey a child means a person who has not reached eighteen years of age.", False),
    ],
)
def test_a_term_with_another_age_is_another_term(clause: str, other: bool) -> None:
    assert ("redefined" in found("en", clause, '"child" means a person who is below the age of eighteen years;')) is other


def test_a_condition_that_a_meaning_drops_is_another_meaning() -> None:
    law = "local goods: goods produced in the country for which labour and material of the country make up thirty per cent;"
    clause = "The expression local goods means any goods packed in the country, whatever the share of labour and material."
    assert "redefined" in found("en", clause, law)


@each_row(
    ("lang", "clause", "second"),
    [
        ("en", "A Drought Board is founded; it shall see to the co-ordination of drought relief and draw the national drought plan.", True),
        ("fr", "Les Parties créent un Bureau de la sécheresse, chargé de la coordination des secours et du plan national de sécheresse.", True),
        ("es", "Se crea una Oficina de Sequía encargada de la coordinación del socorro y del plan nacional de sequía.", True),
        ("pt", "É criado um Gabinete da Seca encarregado da coordenação do socorro e do plano nacional de seca.", True),
        ("en", "The Council sees to the co-ordination of drought relief and sends the national drought plan to the partner.", False),
        ("fr", "Le Conseil assure la coordination des secours et transmet au partenaire le plan national de sécheresse.", False),
        ("es", "El Consejo asegura la coordinación del socorro y transmite al socio el plan nacional de sequía.", False),
        ("pt", "O Conselho assegura a coordenação do socorro e transmite ao parceiro o plano nacional de seca.", False),
    ],
)  # fmt: skip
def test_a_second_body_for_the_task_of_one_that_the_law_creates(lang: str, clause: str, second: bool) -> None:
    assert ("second_body" in found(lang, clause, COUNCIL[lang])) is second


@each_row(
    ("lang", "clause", "kept"),
    [
        ("en", "The Monetary Council formulates monetary policy and sends its decisions to the Central Bank.", False),
        ("en", "The Central Bank formulates monetary policy and sends figures to the Monetary Council.", True),
    ],
)
def test_an_organ_that_is_only_told_of_decisions_keeps_nothing(lang: str, clause: str, kept: bool) -> None:
    law = "The Central Bank shall be responsible for formulating monetary policy."
    assert (found(lang, clause, law).get("organ_kept", 0.0) >= 0.5) is kept


@each_row(
    "law",
    [
        "Unless the tender document provides otherwise, the guarantee period for works is one year from acceptance.",
        "Where any written law is enacted in both languages, the English version shall take precedence.",
        "Where a written law authorises a document to be served by post, service is effected by posting a letter.",
    ],
)
def test_what_a_text_provides_or_a_written_law_is_no_step(law: str) -> None:
    assert not read(law, "en").sentences[0].demands


@each_row(
    ("lang", "clause", "law", "silent"),
    [
        (
            "en",
            "The Reserve Bank shall open a branch in the capital of the partner.",
            "The Bank may establish branches abroad; but no such branch shall be opened without the sanction of the Government.",
            True,
        ),
        (
            "en",
            "The Reserve Bank shall, once the Government has sanctioned it, open a branch in the capital of the partner.",
            "The Bank may establish branches abroad; but no such branch shall be opened without the sanction of the Government.",
            False,
        ),
        (
            "pt",
            "O Banco abrirá uma agência na capital do parceiro.",
            "O Banco pode abrir agências no exterior. Tais agências só funcionam mediante autorização do Governo.",
            True,
        ),
        (
            "es",
            "El Banco abrirá una sucursal en la capital del socio.",
            "El Banco podrá abrir sucursales en el exterior. Tales sucursales sólo funcionarán previa autorización del Gobierno.",
            True,
        ),
        (
            "fr",
            "La Banque ouvre une succursale dans la capitale du partenaire.",
            "La Banque peut ouvrir des succursales à l'étranger. De telles succursales sont soumises à autorisation préalable.",
            True,
        ),
    ],
)
def test_a_step_for_what_the_sentence_ahead_names(lang: str, clause: str, law: str, silent: bool) -> None:
    assert ("step_silent" in found(lang, clause, law)) is silent


@each_row(
    ("lang", "clause", "law", "elsewhere"),
    [
        (
            "en",
            "Offences of bribery shall be tried by the Mixed Tribunal and not by the courts of either Party.",
            "Offences of bribery shall be tried by special judges only.",
            True,
        ),
        (
            "en",
            "The award shall be in writing and signed by the members of the tribunal.",
            "The award shall be in writing and shall be signed by all the members of the arbitration tribunal.",
            False,
        ),
        (
            "en",
            "An importer contests the penalty solely before the Court of Appeal.",
            "A person aggrieved by the penalty may appeal to the Court of Appeal within a month.",
            False,
        ),
        (
            "es",
            "Las disputas del contrato se deciden ante los jueces civiles de la capital.",
            "Todas las controversias sobre la nulidad o ejecución del contrato se resuelven mediante arbitraje.",
            True,
        ),
        (
            "es",
            "Las disputas del contrato se deciden en un arbitraje con sede en la capital.",
            "Todas las controversias sobre la nulidad o ejecución del contrato se resuelven mediante arbitraje.",
            False,
        ),
    ],
)
def test_the_courts_own_name_and_what_sends_to_it(lang: str, clause: str, law: str, elsewhere: bool) -> None:
    assert ("forum_elsewhere" in found(lang, clause, law)) is elsewhere


def test_of_whom_a_body_is_made_is_no_task() -> None:
    law = "The Central Information Commission shall consist of the Chief Commissioner and such number of Commissioners."
    clause = "The Joint Technology Commission shall consist of two Chief Commissioners and fourteen Commissioners."
    assert "organ_other" not in found("en", clause, law)


@each_row(
    ("lang", "law", "clause"),
    [
        ("en", "Bids must be submitted through the e-procurement portal.", "Bids shall be handed in on paper."),
        ("fr", "Les offres sont déposées par voie électronique.", "Les offres sont remises sur papier."),
        ("es", "Las ofertas se presentarán por vía electrónica.", "Las ofertas se entregarán en papel."),
        ("pt", "As propostas são apresentadas por meio eletrônico.", "As propostas serão entregues em papel."),
    ],
)
def test_paper_where_the_law_has_a_portal(lang: str, law: str, clause: str) -> None:
    assert "clashes" in found(lang, clause, law)
