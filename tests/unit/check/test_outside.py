"""Clauses that have the words of a rule and stay outside it: dealings of the Parties, denied exemptions, exceptions, no organ.

Every law here is invented, of invented States.
"""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check import candidates, check
from ssc_drafter.check.document.holding import Held
from ssc_drafter.check.document.reach import _fragment, of_an_organ
from ssc_drafter.check.document.treaty import between_parties, lasts
from ssc_drafter.check.document.weighing import Features
from ssc_drafter.check.judge import judge
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair
from ssc_drafter.tree.running import Unit
from tests.unit.check.test_document import draft, kinds, law

EMPTY = Features(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
REPLY = "6. Time for reply\nA public body shall reply to a request within twenty-one days.\n\n7. Seat\nThe seat is Zub."


@each_row(
    ("lang", "words", "expected"),
    [
        ("en", "The Party that receives a request shall reply in writing within ninety days.", True),
        ("en", "Any Party may withdraw by giving the others six months' notice.", True),
        ("en", "The Ministry shall reply to a request for a record within ninety days.", False),
        ("fr", "La Partie requise répond dans un délai de quatre-vingt-dix jours.", True),
        ("fr", "Le ministère répond à toute demande de document dans un délai de quatre-vingt-dix jours.", False),
        ("es", "La Parte que reciba la solicitud responderá en noventa días.", True),
        ("es", "El Ministerio responderá a toda solicitud de información en noventa días.", False),
        ("pt", "A Parte requerida responde no prazo de noventa dias.", True),
        ("pt", "O Ministério responde a todo pedido de informação no prazo de noventa dias.", False),
    ],
)
def test_dealings_between_the_parties_are_told_by_their_words(lang: str, words: str, expected: bool) -> None:
    assert between_parties(words, lang) is expected


def test_a_time_for_citizens_does_not_bind_the_parties_between_them() -> None:
    between = check(draft("The Party that receives a request shall reply in writing within ninety days."), [law(REPLY)])
    citizens = check(draft("A public body shall reply to a request of a citizen within ninety days."), [law(REPLY)])
    assert kinds(between) == [] and kinds(citizens) == [("1", "limit")]


def test_a_law_on_agreements_does_bind_the_parties_between_them() -> None:
    notice = "1. Notice\nAn agreement shall allow either party to withdraw within two months.\n\n2. Seat\nThe seat is Zub."
    assert kinds(check(draft("Either Party may withdraw from this agreement within nine months."), [law(notice)])) == [
        ("1", "limit")
    ]


EXPERTS = (
    "12. Jurisdiction\nAn expert is subject to the jurisdiction of the courts of the Republic for acts done outside official "
    "duties.\n\n13. Damage\nThe sending State shall bear the cost of damage that an expert causes intentionally or by gross "
    "negligence.\n\n14. Seat\nThe seat is Zub."
)


@each_row(
    "words",
    [
        "The immunity of an expert does not extend to acts performed outside official duties.",
        "Each Party waives its claims for damage that an expert causes, except damage caused intentionally or by gross negligence.",
        "An expert shall not be entitled to the immunity for acts done outside official duties.",
        "Nothing in this Agreement affects the immunity of an expert for acts done outside official duties.",
    ],
)
def test_what_the_clause_itself_takes_out_is_no_exemption(words: str) -> None:
    assert ("1", "privilege") not in kinds(check(draft(words), [law(EXPERTS)]))


def test_an_exemption_of_the_very_case_is_one() -> None:
    words = "Each Party waives its claims for damage that an expert causes intentionally or by gross negligence."
    assert ("1", "privilege") in kinds(check(draft(words), [law(EXPERTS)]))


LOANS = "4. Loans\nA loan on behalf of the Republic shall be raised by the President alone.\n\n5. Seat\nThe seat is Zub."


def test_whom_the_law_names_is_no_other_organ() -> None:
    by_law = "A loan on behalf of Zubaria shall be raised by those whom its law authorises."
    by_other = "A loan on behalf of Zubaria shall be raised by the Minister of Health alone."
    assert ("1", "competence") not in kinds(check(draft(by_law), [law(LOANS)]))
    assert ("1", "competence") in kinds(check(draft(by_other), [law(LOANS)]))


@each_row(
    ("lang", "words", "expected"),
    [
        ("en", "This Agreement shall remain in force for six years.", True),
        ("en", "The contract of an expert shall remain in force for six years.", False),
        ("en", "This Memorandum may be terminated by three months' notice.", True),
        ("en", "This Agreement shall be renewed for two years.", True),
        ("fr", "Le présent Accord reste en vigueur pour six ans.", True),
        ("fr", "Le contrat de l'expert est conclu pour six ans.", False),
        ("fr", "La présente Convention est reconduite tous les cinq ans.", True),
        ("es", "El presente Acuerdo tendrá una vigencia de seis años.", True),
        ("es", "La licencia tendrá una vigencia de seis años.", False),
        ("es", "El presente Convenio podrá ser denunciado en todo momento.", True),
        ("pt", "O presente Acordo vigorará por seis anos.", True),
        ("pt", "O presente Acordo tem a duração de seis anos.", True),
        ("pt", "O contrato tem a duração de seis anos.", False),
    ],
)
def test_which_sentences_speak_of_the_life_of_the_agreement(lang: str, words: str, expected: bool) -> None:
    assert lasts(words, lang) is expected


FORUM = {
    "en": ("The disputes that arise from a public contract shall be settled by the courts of the Republic or by arbitration.",
           "Any dispute between the Parties on the interpretation or application of this Agreement shall be settled by negotiation."),
    "fr": ("Les différends nés d'un marché public sont réglés par les tribunaux de la République ou par arbitrage.",
           "Tout différend entre les Parties sur l'interprétation ou l'application du présent Accord est réglé par négociation."),
    "es": ("Las controversias derivadas de un contrato público se resuelven por los tribunales de la República o por arbitraje.",
           "Toda controversia entre las Partes sobre la interpretación o aplicación del presente Acuerdo se resolverá por negociación."),
    "pt": ("As controvérsias de um contrato público são resolvidas pelos tribunais da República ou por arbitragem.",
           "Toda controvérsia entre as Partes sobre a interpretação ou aplicação do presente Acordo será resolvida por negociação."),
}  # fmt: skip
FIRST = {"en": ("Section 1\n", "\n\nSection 2\nThe seat is Zub."), "fr": ("Article 1\n", "\n\nArticle 2\nLe siège est à Zub."),
         "es": ("Artículo 1. ", "\n\nArtículo 2. La sede es Zub."), "pt": ("Artigo 1\n", "\n\nArtigo 2\nA sede é Zub.")}  # fmt: skip


@each_row("lang", ["en", "fr", "es", "pt"])
def test_a_dispute_that_the_parties_negotiate_is_none_of_a_contract(lang: str) -> None:
    rule, clause = FORUM[lang]
    before, behind = FIRST[lang]
    assert kinds(check(draft(clause, lang=lang), [law(before + rule + behind, lang)])) == []


def test_a_rule_for_one_class_of_persons_binds_no_others() -> None:
    rule = law(
        "23. Bids\nA bidder shall state in the price all customs duties and taxes on goods that are imported.\n\n24. Seat\nThe seat is Zub."
    )
    free = "The goods that are imported for the Project shall be exempt from all customs duties and taxes."
    bids = "The goods that a bidder imports for the Project shall be exempt from all customs duties and taxes."
    assert kinds(check(draft(free), [rule])) == [] and kinds(check(draft(bids), [rule])) == [("1", "privilege")]


def test_an_exemption_from_the_law_itself_is_no_exemption_from_duties() -> None:
    own = (
        "35. Exemptions\nExemptions to the provisions of this Act shall not be granted for equipment of a project unless prescribed by "
        "regulations of the Minister.\n\n36. Seat\nThe seat is Zub."
    )
    duties = own.replace("to the provisions of this Act", "from customs duties")
    clause = "The Government shall grant exemptions from customs duties for the equipment of the project."
    assert kinds(check(draft(clause), [law(own)])) == [] and kinds(check(draft(clause), [law(duties)]))


def test_who_may_ask_for_something_holds_no_power_over_it() -> None:
    asked = "19. Lists\nThe owner of a vehicle that arrives shall, if so required by an immigration officer, furnish a list of the equipment in the vehicle."
    clause = "The Institute shall furnish a list of the equipment in the vehicle, signed by the Project Office."
    assert kinds(check(draft(clause), [law(asked + "\n\n20. Seat\nThe seat is Zub.")])) == []


@each_row(
    ("words", "expected"),
    [
        ("Each Party shall protect documents against disclosure.", False),
        ("consent has been unreasonably withheld;", True),
        ("The Board shall hear the person before the licence is withdrawn;", False),
    ],
)
def test_a_point_that_commands_nothing_is_told(words: str, expected: bool) -> None:
    place = candidates.places_of(law(f"1. Rule\n{words}\n\n2. Seat\nThe seat is Zub."))[0]
    reading = read(words, "en")
    held = Held(Unit("a", "1", 0, 1, "1"), reading, place, reading, judge(pair(reading, reading, "ZZ")), 0.0, EMPTY)
    assert _fragment(held, reading.sentences[0], "right") is expected


def test_a_point_that_is_subject_to_the_laws_asks_for_no_step() -> None:
    rule = "2. Scope\nThis Act applies to the import of equipment where the import\n(a) takes place wholly within the Republic; or\n(b) is subject to any written law of the Republic;"
    clause = "The Government shall permit the import of the equipment that the other Party provides for the projects."
    assert kinds(check(draft(clause), [law(rule + "\n\n3. Seat\nThe seat is Zub.")])) == []


def test_a_fiscal_year_is_no_tax() -> None:
    year = "16. Budget\nThe budget for the equipment that is imported is provided for each fiscal year.\n\n17. Seat\nThe seat is Zub."
    free = "The equipment that is imported for the Project shall be exempt from all taxes."
    assert kinds(check(draft(free), [law(year)])) == []
    assert kinds(
        check(
            draft(free),
            [
                law(
                    year.replace("The budget for the", "A tax on the").replace(
                        "is provided for each fiscal", "shall be paid each"
                    )
                )
            ],
        )
    )


LIFE = [
    ("en", "This Agreement enters into force today. It shall remain in force for nine years and be renewed tacitly.", True),
    ("en", "Under this Agreement the tenant keeps the hall for nine years.", False),
    ("fr", "Le présent Accord lie les Parties. Il est conclu pour neuf ans, par tacite reconduction.", True),
    ("fr", "Au titre du présent Accord, le bail des salles dure neuf ans.", False),
    ("es", "El presente Convenio obliga a ambas Partes. Tendrá una duración de nueve años.", True),
    ("es", "El curso de cada becario tendrá una duración de nueve años, según este Convenio.", False),
    ("pt", "O presente Acordo obriga as Partes. Terá vigência de nove anos.", True),
    ("pt", "O curso de cada bolseiro terá vigência de nove anos, nos termos deste Acordo.", False),
]


@each_row(("lang", "words", "expected"), LIFE)
def test_how_long_the_agreement_lasts_is_told_where_the_sentence_before_names_it(lang: str, words: str, expected: bool) -> None:
    last = read(words, lang).sentences[-1]
    assert lasts(words[last.start : last.end], lang, words) is expected


DECLARATION = (
    "7. Register\nA declaration in the register shall be renewed for periods of three years by a notice deposited three months "
    "before the expiry of the period.\n\n8. Seat\nThe seat is Zub."
)


def test_how_the_agreement_is_renewed_is_no_step_of_a_register() -> None:
    words = (
        "This Agreement shall remain in force for nine years. If neither Party gives notice three months before the expiry of the "
        "period, it shall be tacitly renewed for periods of nine years."
    )
    assert kinds(check(draft(words), [law(DECLARATION)])) == []


@each_row(
    ("section", "forum"),
    [
        ("The arbitral tribunal shall apply the rules that it finds apt, and the courts of the Republic assist it.", False),
        (
            "This Act shall not affect any law under which disputes on land are heard by the courts of the Republic alone.",
            False,
        ),
        ("Disputes on a lease of land shall be heard by the courts of the Republic alone.", True),
    ],
)
def test_a_law_on_how_arbitrators_work_fixes_no_forum(section: str, forum: bool) -> None:
    words = "Disputes on a lease of land under this Agreement shall be heard by the courts of Canada under the law of Canada."
    found = kinds(check(draft(words), [law(f"5. Leases\n{section}\n\n8. Seat\nThe seat is Zub.")]))
    assert (("1", "forum") in found) is forum


def test_a_law_that_leaves_it_to_the_parties_fixes_no_forum() -> None:
    words = "Disputes on a lease of land under this Agreement shall be heard by the courts of Canada under the law of Canada."
    section = "Unless the parties agree otherwise, disputes on a lease of land shall be heard by the courts of the Republic."
    assert ("1", "forum") not in kinds(check(draft(words), [law(f"5. Leases\n{section}\n\n8. Seat\nThe seat is Zub.")]))


@each_row(
    ("words", "section", "limit"),
    [
        (
            "The Joint Commission shall meet once every two years in Zub.",
            "The Board shall report to the Minister once every year.",
            False,
        ),
        (
            "The Joint Commission shall meet once every two years in Zub.",
            "A joint commission shall meet once every year in Zub.",
            True,
        ),
    ],
)
def test_how_often_something_else_is_done_sets_no_number_of_sessions(words: str, section: str, limit: bool) -> None:
    found = kinds(check(draft(words), [law(f"5. Boards\n{section}\n\n8. Seat\nThe seat is Zub.")]))
    assert (("1", "limit") in found) is limit


def test_who_the_members_of_a_body_are_is_no_task_of_it() -> None:
    words = "The Parties set up a Joint Council of representatives of registered seed growers, which advises the seed growers."
    section = "The Council shall consist of twelve members who are representatives of registered seed growers."
    assert ("1", "duplication") not in kinds(check(draft(words), [law(f"5. Council\n{section}\n\n8. Seat\nThe seat is Zub.")]))


def test_that_treaties_may_provide_otherwise_is_no_step_before_they_bind() -> None:
    words = "This Agreement enters into force on the date of signature."
    section = "Work is governed by this Act unless otherwise provided by treaties ratified by the Republic, until they end."
    assert kinds(check(draft(words), [law(f"5. Work\n{section}\n\n8. Seat\nThe seat is Zub.")])) == []


POINTS = [
    ("en", "in consultation with the Registrar, educate growers on seed;", True),
    ("en", "No person shall sell seed without the consent of the Registrar.", False),
    ("fr", "proposer au ministre, après avis du conseil, le règlement des semences ;", True),
    ("fr", "Le conseil doit approuver le règlement des semences.", False),
    ("es", "Aprobar el reglamento de semillas, previa consulta al consejo.", True),
    ("es", "El consejo deberá aprobar el reglamento de semillas.", False),
    ("pt", "Propor ao ministro, ouvido o conselho, o regulamento das sementes;", True),
    ("pt", "O conselho deve aprovar o regulamento das sementes.", False),
]


@each_row(("lang", "words", "expected"), POINTS)
def test_a_point_on_what_an_organ_does_asks_no_step_of_others(lang: str, words: str, expected: bool) -> None:
    provision = read(words, lang)
    assert of_an_organ(provision, provision.sentences[-1]) is expected
