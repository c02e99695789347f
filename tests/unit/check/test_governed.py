"""What words of deference, of a step, of an exception and of rank govern: the promise, or something that only stands beside it.

All texts are written for this file; the States are real where a law names itself, the rules are invented.
"""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.kinds import signals
from ssc_drafter.check.kinds.attitude import deferences, deferring
from ssc_drafter.check.kinds.precedence import chosen, raised
from ssc_drafter.check.kinds.stance import stance
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair


def seen(lang: str, clause: str, law: str, state: str = "XX") -> set[str]:
    return set(signals(pair(read(clause, lang), read(law, lang), state)))


DEFERENCES = [
    ("en", "The permits shall be issued in accordance with the laws in force.", True),
    ("en", "The profiles gathered under the Data Act may be sold to insurers.", False),
    ("en", "The Ministry has raised a loan under the Loans Act.", False),
    ("en", "A company registered under the law of the State shall enjoy immunity.", False),
    ("en", "Goods imported by the team shall, subject to the laws in force, enter free of duty.", True),
    ("fr", "Les permis sont délivrés conformément à la loi.", True),
    ("fr", "La société constituée selon la loi jouit de l'immunité.", False),
    ("fr", "Conclu et ratifié selon la loi, le présent accord prend effet.", True),
    ("es", "Los permisos serán expedidos de conformidad con la ley.", True),
    ("es", "La fundación inscrita conforme a la ley gozará de inmunidad.", False),
    ("pt", "As licenças serão emitidas de acordo com a lei.", True),
    ("pt", "Os dados recolhidos nos termos da lei podem ser vendidos.", False),
]
ADDED = [
    (
        "en",
        "The plants shall be exempt from rates, over and above the reliefs granted in accordance with the Rates Act.",
        False,
    ),
    ("en", "In addition to the visit, the goods shall, in accordance with the Customs Act, enter free of duty.", True),
    ("fr", "Les ateliers sont, outre les avantages accordés conformément au Code, exonérés de la patente.", False),
    ("fr", "Les ateliers sont exonérés de la patente conformément au Code.", True),
    ("es", "Además de los beneficios previstos en la ley, los talleres estarán exentos de tasas.", False),
    ("es", "Los talleres estarán exentos de tasas de conformidad con la ley.", True),
    ("pt", "Além dos benefícios concedidos nos termos da lei, as oficinas ficam isentas de taxas.", False),
    ("pt", "As oficinas ficam isentas de taxas nos termos da lei.", True),
]


@each_row(("lang", "words", "submits"), DEFERENCES)
def test_a_finished_fact_submits_no_promise_to_the_law(lang: str, words: str, submits: bool) -> None:
    assert bool(deferences(read(words, lang).sentences[0])) is submits


@each_row(("lang", "words", "submits"), ADDED)
def test_what_goes_beyond_a_law_does_not_defer_to_it(lang: str, words: str, submits: bool) -> None:
    assert bool(deferences(read(words, lang).sentences[0])) is submits


@each_row(
    ("words", "submits"),
    [
        ("The pilots shall be insured in accordance with the laws of Zambia.", True),
        ("The pilots shall be insured in accordance with the laws of Belmora.", False),
        ("The pilots shall be insured in accordance with the laws of the other Party.", True),
        ("The pilots shall be insured in accordance with the law of the sending State.", False),
        ("The pilots shall be insured in accordance with the laws of the Parties.", True),
    ],
)
def test_deference_to_another_law_leaves_ours_where_it_is(words: str, submits: bool) -> None:
    law = "No pilot shall be insured abroad."
    held = pair(read(words, "en"), read(law, "en"), "ZM")
    assert bool(deferring(held.facets[0], words, "ZM")) is submits


def test_a_quality_that_the_law_asks_for_is_kept_by_naming_it() -> None:
    law = "Mines may be worked only by a company constituted under the laws of Zambia."
    own = "The lithium mine shall be worked by a company constituted under the laws of Zambia."
    other = "The lithium mine shall be worked by a company constituted under the laws of Belmora."
    assert "defers" in seen("en", own, law, "ZM")
    assert "defers" not in seen("en", other, law, "ZM")


SALT = "No person shall export salt without a licence from the Minister of Trade."
SAL = "Nadie podrá exportar sal sin licencia del Ministro de Comercio."
SEL = "Nul ne peut exporter de sel sans l'autorisation du ministre du commerce."
SALE = "Ninguém poderá exportar sal sem licença do Ministro do Comércio."
KEPT = [
    ("en", "The cooperative exports salt, whether or not the Minister of Trade has given his licence.", SALT, "excluded"),
    ("en", "The cooperative exports salt without obtaining any licence.", SALT, "excluded"),
    ("en", "The cooperative may export salt before the licence is issued.", SALT, "excluded"),
    ("en", "The cooperative shall not export salt before the licence is issued.", SALT, "named"),
    ("en", "The cooperative exports salt, the payment of a fee being the sole condition.", SALT, "excluded"),
    ("en", "The cooperative exports salt on the sole condition that it holds a licence.", SALT, "named"),
    ("fr", "La coopérative exporte du sel, même avant l'autorisation du ministre.", SEL, "excluded"),
    ("fr", "La coopérative exporte du sel sur simple déclaration, sans autre formalité.", SEL, "excluded"),
    ("es", "La cooperativa exportará sal aun cuando no se haya otorgado la licencia.", SAL, "excluded"),
    ("es", "La cooperativa exportará sal una vez otorgada la licencia.", SAL, "named"),
    ("pt", "A cooperativa exporta sal mesmo antes da licença do Ministro.", SALE, "excluded"),
    ("pt", "A cooperativa exporta sal, sendo o pagamento da taxa a única condição.", SALE, "excluded"),
]


@each_row(("lang", "clause", "law", "answer"), KEPT)
def test_a_step_that_is_named_may_be_set_aside(lang: str, clause: str, law: str, answer: str) -> None:
    held = pair(read(clause, lang), read(law, lang), "XX").facets[0]
    assert stance(held, held.law.demands[0]).answer == answer


PUNISHED = [
    ("en", "Who imports seed without a permit from the Minister commits an offence.", "The team imports seed in May."),
    (
        "fr",
        "Quiconque importe des semences sans autorisation du ministre est puni d'une amende.",
        "L'équipe importe des semences.",
    ),
    (
        "es",
        "Quien importe semillas sin autorización del Ministro será sancionado con multa.",
        "El equipo importará semillas en mayo.",
    ),
    ("pt", "Quem importar sementes sem autorização do Ministro comete infração.", "A equipa importa sementes em maio."),
]


@each_row(("lang", "law", "clause"), PUNISHED)
def test_what_is_punished_without_a_step_waits_for_it(lang: str, law: str, clause: str) -> None:
    assert read(law, lang).sentences[0].demands
    assert "step_silent" in seen(lang, clause, law)


def test_records_that_are_sent_are_no_certificate() -> None:
    law = "La venta de semillas requerirá el certificado previo del Instituto."
    held = pair(read("Se venden semillas y se remiten los registros al Instituto.", "es"), read(law, "es"), "XX").facets[0]
    assert stance(held, held.law.demands[0]).answer == "silent"


@each_row(
    ("lang", "law"),
    [
        ("en", "A visa is given for ninety days, unless a request is made one month before the expiry of the visa."),
        ("fr", "Le visa vaut pour trois mois, sauf demande faite un mois avant l'expiration du visa."),
        ("es", "La visa se otorga por tres meses, salvo pedido hecho un mes antes del vencimiento de la visa."),
        ("pt", "O visto vale três meses, salvo pedido feito um mês antes da caducidade do visto."),
    ],
)
def test_the_end_of_a_licence_is_no_licence_that_is_waited_for(lang: str, law: str) -> None:
    sentence = read(law, lang).sentences[0]
    last = max(step.first for step in sentence.every_step)
    assert next(step.status for step in sentence.every_step if step.first == last) == "named"


BINDING = [
    (
        "en",
        "Treaties shall bind only after their publication in the Gazette.",
        "This Treaty binds carriers from the day of its signature.",
    ),
    ("fr", "Les traités n'obligent qu'après leur publication.", "Le présent traité oblige les transporteurs dès sa signature."),
    (
        "es",
        "Los tratados obligan sólo después de su publicación.",
        "El presente Tratado obliga a los cargadores desde su firma.",
    ),
    (
        "pt",
        "Os tratados só obrigam após a sua publicação.",
        "O presente Tratado obriga os armadores a partir da sua assinatura.",
    ),
]


@each_row(("lang", "law", "clause"), BINDING)
def test_an_agreement_that_binds_from_its_signature_does_what_a_law_of_treaties_makes_wait(
    lang: str, law: str, clause: str
) -> None:
    found = signals(pair(read(clause, lang), read(law, lang), "XX"))
    assert found["step_silent"].value >= 0.7


def test_a_law_that_provides_otherwise_itself_gives_way_to_nobody() -> None:
    law = "Except as otherwise provided in this Act, the rate of the tax is fifteen per cent."
    assert "law_yields" not in seen("en", "The tax on turbines is levied at five per cent.", law)


def test_a_word_of_the_act_is_not_the_step_it_waits_for() -> None:
    law = "Nobody shall enter premises in which licensed work is done unless the Director has given a clearance."
    held = pair(read("Visitors may enter the rooms in which licensed work is done.", "en"), read(law, "en"), "XX").facets[0]
    assert stance(held, held.law.demands[0]).answer == "silent"


GRANT = (
    "The Minister may by order exempt any consular officer from tax: Provided that this section shall not apply to any officer "
    "who is a citizen of Zambia or is permanently resident there."
)
FREED = "By order of the Minister the consular officers, including those who are citizens of Zambia, shall be exempt from tax."
SPARED = "By order of the Minister the consular officers, excluding those who are citizens of Zambia, shall be exempt from tax."
FOREIGN = "By order of the Minister the consular officers, citizens of Belmora, shall be exempt from tax."


def test_what_a_law_takes_out_of_its_grant_may_not_be_granted() -> None:
    assert "exception_taken" in seen("en", FREED, GRANT, "ZM")
    assert "exception_taken" not in seen("en", SPARED, GRANT, "ZM")
    assert "exception_taken" not in seen("en", FOREIGN, GRANT, "ZM")


def test_what_a_law_takes_out_of_its_ban_may_be_done() -> None:
    ban = "No person shall apply for a study permit inside the country, except where he is a refugee."
    assert "exception_met" in seen("en", "A refugee may apply for a study permit inside the country.", ban)
    assert "exception_met" not in seen("en", "A student may apply for a study permit inside the country.", ban)


def test_a_law_that_gives_way_to_agreements_leaves_them_its_steps() -> None:
    law = "No person shall enter without a valid visa, unless an agreement otherwise provides."
    found = seen("en", "Holders of service passports may enter without a visa.", law)
    assert "law_yields" in found and "step_excluded" not in found


RANKS = [
    ("en", "Where this Agreement and the Act point in different directions, the former is followed.", "instrument"),
    ("en", "Where this Agreement and the Act point in different directions, the latter is followed.", "law_noun"),
    ("en", "Where the Act and this Agreement disagree, the former shall be applied.", "law_noun"),
    ("fr", "En cas de divergence entre le présent accord et la loi, celle-ci est appliquée.", "law_noun"),
    ("fr", "En cas de contradiction, les juges donneront la préférence à la loi et non au présent accord.", "law_noun"),
    ("es", "En caso de discrepancia entre el presente Convenio y la ley, se aplicará el primero.", "instrument"),
    ("es", "En caso de conflicto con la ley, las autoridades darán preferencia al Convenio.", "instrument"),
    ("pt", "Em caso de divergência entre o presente acordo e a lei, aplica-se a última.", "law_noun"),
    ("pt", "Em caso de conflito com a lei, os tribunais darão preferência ao presente acordo.", "instrument"),
    ("en", "The Agreement applies to vessels that differ from those of the Act.", ""),
]


@each_row(("lang", "words", "holder"), RANKS)
def test_what_is_followed_where_an_agreement_and_law_disagree(lang: str, words: str, holder: str) -> None:
    told = chosen(read(words, lang).sentences[0])
    assert (told[1] if told else "") == holder


def test_a_regulation_of_the_project_itself_is_no_law_of_the_state() -> None:
    assert raised(read("Esse regulamento sobrepõe-se à lei do trabalho.", "pt").sentences[0]) is not None
    assert raised(read("A lei do trabalho sobrepõe-se ao presente acordo.", "pt").sentences[0]) is None


def test_treaties_held_to_the_constitution_do_not_stand_above_it() -> None:
    law = "El Gobierno celebra tratados que estén en conformidad con los principios de esta Constitución."
    above = "En caso de discrepancia con la Constitución, las autoridades darán preferencia al Convenio."
    below = "En caso de discrepancia con el Convenio, las autoridades darán preferencia a la Constitución."
    assert "ranked_above" in seen("es", above, law)
    assert "ranked_above" not in seen("es", below, law)
