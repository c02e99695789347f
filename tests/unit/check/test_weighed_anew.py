"""Readings of the eighth round: lesser law set above greater, a power for one alone, a limit inside an exception, permissions."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.judge import judge
from ssc_drafter.check.kinds import signals
from ssc_drafter.check.kinds.abroad import partners
from ssc_drafter.check.kinds.actors import holders
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair

SUPREME = {
    "en": "This Constitution is the supreme law of the Republic and prevails over any other law.",
    "fr": "La Constitution est la loi suprême de la République et prévaut sur toute autre loi.",
    "es": "Esta Constitución es la ley suprema de la Nación y prevalece sobre toda otra ley.",
    "pt": "Esta Constituição é a lei suprema da República e prevalece sobre qualquer outra lei.",
}


def found(lang: str, clause: str, law: str, state: str = "XX") -> set[str]:
    return set(signals(pair(read(clause, lang), read(law, lang), state)))


@each_row(
    ("lang", "clause", "raised"),
    [
        ("en", "The by-laws of the municipality on quays shall prevail over the laws of the Republic.", True),
        ("fr", "Les règlements de la commune relatifs aux quais prévalent sur les lois de la République.", True),
        ("es", "Las leyes de la provincia sobre muelles se aplicarán con preferencia a las leyes de la Nación.", True),
        ("pt", "As leis do município sobre cais prevalecem sobre as leis da República.", True),
        ("es", "Las resoluciones de la autoridad del muelle se aplicarán con preferencia a la Constitución.", True),
        ("en", "The laws of the Republic shall prevail over the by-laws of the municipality on quays.", False),
        ("es", "Las leyes de la Nación prevalecen sobre las ordenanzas del muelle.", False),
    ],
)
def test_a_lesser_law_is_set_above_a_greater(lang: str, clause: str, raised: bool) -> None:
    assert ("ranked_above" in found(lang, clause, SUPREME[lang])) is raised


@each_row(
    ("lang", "law", "sole"),
    [
        ("en", "The Bank shall have the sole right to issue bank notes.", True),
        ("fr", "La Banque a le privilège exclusif d'émettre les billets.", True),
        ("es", "El Banco tendrá la facultad exclusiva de emitir billetes.", True),
        ("pt", "A Agência tem competência exclusiva para licenciar barcos.", True),
        ("en", "The Bank shall have the right to issue bank notes.", False),
        ("es", "El Banco tendrá la facultad de emitir billetes.", False),
    ],
)
def test_what_one_alone_may_do_is_sole(lang: str, law: str, sole: bool) -> None:
    assert any(one.sole for sentence in read(law, lang).sentences for one in sentence.roles) is sole


LIMITED = {
    "en": "The Director may issue a pass, except that no pass shall exceed six months in any period of twelve months.",
    "fr": "Le directeur peut délivrer un titre, sauf que le titre ne peut excéder six mois par période de douze mois.",
    "es": "El director podrá expedir un pase, salvo que el pase no podrá exceder de seis meses en cada período de doce meses.",
    "pt": "O diretor poderá emitir um passe, exceto que o passe não poderá exceder seis meses em cada período de doze meses.",
}
LASTS = {
    "en": "The pass shall be good for {} months in every calendar year.",
    "fr": "Le titre est valable {} mois par année civile.",
    "es": "El pase será válido por {} meses de cada año calendario.",
    "pt": "O passe será válido por {} meses de cada ano civil.",
}
NINE = {"en": "nine", "fr": "neuf", "es": "nueve", "pt": "nove"}
FIVE = {"en": "five", "fr": "cinq", "es": "cinco", "pt": "cinco"}


@each_row("lang", list(LIMITED))
def test_a_limit_that_stands_in_an_exception_is_a_limit(lang: str) -> None:
    over, under = (found(lang, LASTS[lang].format(word[lang]), LIMITED[lang]) for word in (NINE, FIVE))
    assert over & {"number_passed", "number_lifted"}
    assert not under & {"number_passed", "number_lifted"}


@each_row(
    ("lang", "law", "clause", "state"),
    [
        (
            "en",
            "Any outsourcing of such a system shall be by contract under Kenyan law.",
            "The contract is under Chilean law.",
            "KE",
        ),
        (
            "fr",
            "L'externalisation doit faire l'objet d'un contrat de droit marocain.",
            "Le contrat est soumis au droit chilien.",
            "MA",
        ),
        (
            "es",
            "La tercerización deberá hacerse por contrato de derecho peruano.",
            "El contrato se rige por el derecho chileno.",
            "PE",
        ),
        (
            "pt",
            "A terceirização deve fazer-se por contrato de direito brasileiro.",
            "O contrato rege-se pelo direito chileno.",
            "BR",
        ),
    ],
)
def test_a_contract_under_another_law_than_is_demanded(lang: str, law: str, clause: str, state: str) -> None:
    assert "clashes" in found(lang, clause, law, state)
    own = {"KE": "Kenyan", "MA": "marocain", "PE": "peruano", "BR": "brasileiro"}[state]
    kept = clause.replace("Chilean", own).replace("chilien", own).replace("chileno", own)
    assert "clashes" not in found(lang, kept, law, state)


ORDER = "The Minister may, by legislative instrument, grant relief from tax on ropes."


def test_a_certificate_of_the_guest_is_no_order() -> None:
    assert "favour_by_order" in found(
        "en", "Ropes are free of tax on production of a certificate of the Head of Mission.", ORDER
    )
    assert "favour_by_order" not in found("en", "Ropes are free of tax with the approval of the Minister.", ORDER)


@each_row(
    ("lang", "may", "shall"),
    [
        ("en", "The team may fish in the lake.", "The team shall fish in the lake."),
        ("fr", "L'équipe peut pêcher dans le lac.", "L'équipe doit pêcher dans le lac."),
        ("es", "El equipo podrá pescar en el lago.", "El equipo deberá pescar en el lago."),
        ("pt", "A equipa poderá pescar no lago.", "A equipa deverá pescar no lago."),
    ],
)
def test_what_is_only_permitted_weighs_less(lang: str, may: str, shall: str) -> None:
    law = {
        "en": "Fishing in a lake requires a permit of the Board.",
        "fr": "La pêche dans un lac est subordonnée à un permis de l'Office.",
        "es": "La pesca en un lago requiere un permiso de la Oficina.",
        "pt": "A pesca num lago depende de licença da Agência.",
    }[lang]
    low, high = (judge(pair(read(one, lang), read(law, lang), "XX")) for one in (may, shall))
    assert "only_permits" in low.signals
    assert "only_permits" not in high.signals
    assert low.rank < high.rank


@each_row(
    ("lang", "law", "clause"),
    [
        (
            "en",
            "Nothing contained in this Act shall apply to dealings between ports.",
            "Dealings between ports need no licence.",
        ),
        ("fr", "La présente loi ne s'applique pas aux échanges entre ports.", "Les échanges entre ports se font sans licence."),
        ("es", "La presente ley no se aplica a los cambios entre puertos.", "Los cambios entre puertos se hacen sin licencia."),
        ("pt", "A presente lei não se aplica às trocas entre portos.", "As trocas entre portos fazem-se sem licença."),
    ],
)
def test_a_provision_that_only_leaves_outside_asks_for_nothing(lang: str, law: str, clause: str) -> None:
    assert "leaves_free" in found(lang, clause, law)
    demanding = {
        "en": "This Act shall not apply to quays, and dealings between ports require a licence.",
        "fr": "La présente loi ne s'applique pas aux quais ; les échanges entre ports sont soumis à une licence.",
        "es": "La presente ley no se aplica a los muelles; los cambios entre puertos requieren licencia.",
        "pt": "A presente lei não se aplica aos cais; as trocas entre portos dependem de licença.",
    }[lang]
    assert "leaves_free" not in found(lang, clause, demanding)


BAR = (
    "A reference to arbitration shall not be permissible in respect of any matrimonial cause or any matter incidental thereto."
)


def strength(clause: str) -> float:
    return signals(pair(read(clause, "en"), read(BAR, "en"), "XX"))["forum_elsewhere"].value


def test_a_bar_on_arbitration_reaches_its_own_matter() -> None:
    pumps = strength("A dispute over the price of pumps shall be settled by arbitration by a sole arbitrator.")
    divorce = strength(
        "A dispute over a divorce and what follows from it shall be settled by arbitration by a sole arbitrator."
    )
    assert pumps < divorce


@each_row(
    ("lang", "law", "clause"),
    [
        ("en", "No convoy shall enter without the approval of Parliament.",
         "The convoy shall, if the Cabinet and the legislature so agree, enter on 1 March."),
        ("fr", "Aucun convoi n'entre sans l'approbation du Parlement.",
         "Le convoi entre le 1er mars si le Parlement y consent."),
        ("es", "Ningún convoy entrará sin la aprobación del Congreso.",
         "El convoy entrará el 1 de marzo si el Congreso lo consiente."),
        ("pt", "Nenhum comboio entrará sem a aprovação do Parlamento.",
         "O comboio entrará em 1 de março se o Parlamento nisso consentir."),
    ],
)  # fmt: skip
def test_an_organ_that_so_agrees_has_given_its_approval(lang: str, law: str, clause: str) -> None:
    assert "step_named" in found(lang, clause, law)


def test_a_bar_on_societies_is_none_on_organisations_of_states() -> None:
    law = "A non-governmental organisation shall not be entitled to privileges and immunities."
    ours = "The intergovernmental organisation shall enjoy privileges and immunities."
    theirs = "The non-governmental organisation shall enjoy privileges and immunities."
    assert "favour_barred" not in found("en", ours, law)
    assert "favour_barred" in found("en", theirs, law)


@each_row(
    ("lang", "text"),
    [
        ("en", "The time must be between twenty five (25) and ninety (90) calendar days from the notice."),
        ("fr", "Le délai est compris entre vingt-cinq (25) et quatre-vingt-dix (90) jours."),
        ("es", "El plazo será de entre veinticinco (25) y noventa (90) días."),
        ("pt", "O prazo será de vinte e cinco (25) a noventa (90) dias."),
    ],
)
def test_a_range_told_in_words_and_figures(lang: str, text: str) -> None:
    told = [(one.value, one.unit, one.compare) for one in read(text, lang).sentences[0].quantities]
    assert told == [(25.0, "day", "least"), (90.0, "day", "most")]


def test_as_far_as_the_law_allows_leaves_the_favour_to_the_law() -> None:
    ours = "As far as the law of Ghana allows, microscopes of the school of nursing shall enter free of tax."
    assert signals(pair(read(ours, "en"), read(ORDER, "en"), "GH"))["as_law_allows"].value >= 0.8


@each_row(("state", "law_of"), [("ZA", "South Africa"), ("LK", "Sri Lanka")])
def test_a_state_of_two_words_is_no_stranger_at_home(state: str, law_of: str) -> None:
    clause = read(f"The Government of the Republic of {law_of} shall stand surety for the loan.", "en")
    assert not partners(clause, state)
    assert partners(read("The Government of the Republic of Osmara shall stand surety for the loan.", "en"), state)


def test_a_law_told_in_full_is_known() -> None:
    clause = "Le contrat obéit au droit civil de la République de Mirasol."
    law = "L'externalisation doit faire l'objet d'un contrat de droit marocain."
    assert "clashes" in found("fr", clause, law, "MA")
    assert "clashes" not in found("fr", clause.replace("de Mirasol", "marocaine"), law, "MA")


def test_unless_a_treaty_is_ratified_yields_to_no_treaty() -> None:
    law = "Unless a treaty is ratified, accepted or approved in accordance with this Article, such treaty shall not apply."
    clause = "This Agreement binds the Republic from signature; neither ratification nor approval shall be sought."
    assert "step_excluded" in found("en", clause, law)
    assert "law_yields" not in found("en", clause, law)


def test_who_is_near_a_joint_thing_is_not_joint() -> None:
    sentence = read("Pour le recensement conjoint, la Commission des données dispose de deux mois.", "fr").sentences[0]
    assert [one.kinds for one in holders(sentence, "fr") if "public" in one.kinds] == [frozenset({"public"})]


def test_who_is_not_liable_to_a_duty_is_forbidden_nothing() -> None:
    law = "The Bank shall not be liable to the payment of any customs duty on coins and currency notes."
    banned = "The Bank shall not pay customs duty on coins in currency notes."
    clause = "Customs duty on coins shall be paid by the Bank in currency notes."
    assert "clashes" not in found("en", clause, law)
    assert "clashes" in found("en", clause, banned)
