"""Steps that a State's law asks for before it signs or is bound: drafts that skip them, leave room for them, or bind nobody.

Every law here is invented, of invented States.
"""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.document.binding import binds_nobody
from ssc_drafter.check.finding import Report
from ssc_drafter.policies.instrument import Instrument
from ssc_drafter.tree.running import RunningText
from tests.unit.check.test_document import draft, kinds
from tests.unit.check.test_higher_law import text

LANGUAGES = ("en", "fr", "es", "pt")
TITLE = {
    "en": "Framework Agreement on Cooperation",
    "fr": "Accord-cadre de coopération",
    "es": "Acuerdo Marco de Cooperación",
    "pt": "Acordo-Quadro de Cooperação",
}
MEMORANDUM = {
    "en": "Memorandum of Understanding on Cooperation",
    "fr": "Mémorandum d'entente sur la coopération",
    "es": "Memorando de Entendimiento de Cooperación",
    "pt": "Memorando de Entendimento sobre Cooperação",
}
# Three that come between signature and force, two that come before signature.
STEPS = {
    "en": [
        "No treaty shall bind the State unless it has been approved by the National Assembly.",
        "Treaties shall be laid before Parliament within sixty days of signature and shall have no effect until Parliament has ratified them.",
        "The President may negotiate and sign treaties; a treaty takes effect only once the Senate has given its consent.",
        "Every international agreement shall be submitted to the Attorney General for a legal opinion before signature.",
        "An agreement that involves public expenditure shall not be concluded without the prior concurrence of the Minister of Finance.",
    ],
    "fr": [
        "Aucun traité ne lie l'État s'il n'a été approuvé par l'Assemblée nationale.",
        "Les traités sont déposés devant le Parlement dans les soixante jours de leur signature et n'ont d'effet qu'après leur ratification par celui-ci.",
        "Le Président négocie et signe les traités ; un traité ne prend effet qu'une fois que le Sénat y a consenti.",
        "Tout accord international est soumis au Procureur général pour avis juridique avant sa signature.",
        "Un accord qui engage les finances de l'État ne peut être conclu sans l'accord préalable du ministre des Finances.",
    ],
    "es": [
        "Ningún tratado obligará al Estado si no ha sido aprobado por la Asamblea Nacional.",
        "Los tratados se presentarán al Congreso dentro de los sesenta días de su firma y no surtirán efecto hasta que este los haya ratificado.",
        "El Presidente negocia y firma los tratados; un tratado solo surte efecto una vez que el Senado ha dado su consentimiento.",
        "Todo acuerdo internacional se someterá al Procurador General para dictamen jurídico antes de su firma.",
        "Un acuerdo que comprometa fondos públicos no podrá celebrarse sin la conformidad previa del Ministro de Finanzas.",
    ],
    "pt": [
        "Nenhum tratado obriga o Estado se não tiver sido aprovado pela Assembleia Nacional.",
        "Os tratados são apresentados ao Parlamento no prazo de sessenta dias da sua assinatura e só produzem efeitos depois de ratificados por este.",
        "O Presidente negoceia e assina os tratados; um tratado só produz efeitos uma vez dado o consentimento do Senado.",
        "Todo acordo internacional é submetido ao Procurador-Geral para parecer jurídico antes da sua assinatura.",
        "Um acordo que comprometa fundos públicos não pode ser celebrado sem a concordância prévia do Ministro das Finanças.",
    ],
}
ON_SIGNATURE = {
    "en": [
        "This Agreement shall enter into force on the date of its signature.",
        "The Agreement becomes binding upon signature by both Parties.",
    ],
    "fr": [
        "Le présent Accord entre en vigueur à la date de sa signature.",
        "L'Accord lie les Parties dès sa signature.",
    ],
    "es": [
        "El presente Acuerdo entrará en vigor en la fecha de su firma.",
        "El Acuerdo obliga a las Partes desde su firma.",
    ],
    "pt": [
        "O presente Acordo entrará em vigor na data da sua assinatura.",
        "O Acordo vincula as Partes a partir da sua assinatura.",
    ],
}
AFTER_NOTICE = {
    "en": "This Agreement shall enter into force on the date of the last notification that the internal requirements have been met.",
    "fr": "Le présent Accord entre en vigueur à la date de la dernière notification de l'accomplissement des procédures internes.",
    "es": "El presente Acuerdo entrará en vigor en la fecha de la última notificación del cumplimiento de los requisitos internos.",
    "pt": "O presente Acordo entrará em vigor na data da última notificação do cumprimento das formalidades internas.",
}
AT_ONCE = {
    "en": "This Agreement shall apply provisionally from its signature.",
    "fr": "Le présent Accord s'applique à titre provisoire dès sa signature.",
    "es": "El presente Acuerdo se aplicará provisionalmente desde su firma.",
    "pt": "O presente Acordo aplica-se provisoriamente desde a sua assinatura.",
}
LETTER = {
    "en": "Letter of Intent on Agriculture",
    "fr": "Lettre d'intention sur l'agriculture",
    "es": "Carta de intención sobre agricultura",
    "pt": "Carta de intenções sobre agricultura",
}
NOT_BINDING = {
    "en": "This Letter does not create legally binding obligations under international law.",
    "fr": "La présente Lettre ne crée pas d'obligations juridiquement contraignantes en droit international.",
    "es": "La presente Carta no crea obligaciones jurídicamente vinculantes en el derecho internacional.",
    "pt": "A presente Carta não cria obrigações juridicamente vinculativas no direito internacional.",
}
BINDING = {
    "en": "This Memorandum is legally binding on the Parties.",
    "fr": "Le présent Mémorandum lie juridiquement les Parties.",
    "es": "El presente Memorando es jurídicamente vinculante para las Partes.",
    "pt": "O presente Memorando é juridicamente vinculativo para as Partes.",
}


def law(lang: str, number: int) -> Instrument:
    """Return an invented constitution with one of the steps."""
    return text(lang, STEPS[lang][number], "Constitution", "constitution")


def steps(report: Report) -> list[str]:
    """Return the provisions whose steps are listed."""
    return [one.policy.number for one in report.steps]


@each_row("number", range(5))
@each_row("theirs", LANGUAGES)
def test_force_on_signature_skips_what_comes_before_force_and_not_what_comes_before_signature(theirs: str, number: int) -> None:
    one = law(theirs, number)
    for ours in LANGUAGES:
        for words in ON_SIGNATURE[ours]:
            report = check(draft(words, lang=ours, title=TITLE[ours]), [one])
            assert (("1", "procedure") in kinds(report)) is (number < 3) and steps(report) == ["1"]
        report = check(draft(AFTER_NOTICE[ours], lang=ours, title=TITLE[ours]), [one])
        assert not report.findings and steps(report) == ["1"]


@each_row("lang", LANGUAGES)
def test_a_step_before_signature_is_listed_as_one_to_be_taken_before_anyone_signs(lang: str) -> None:
    told = {check(draft(AFTER_NOTICE[lang], lang=lang, title=TITLE[lang]), [law(lang, n)]).steps[0].text for n in range(5)}
    assert len(told) == 2


@each_row("lang", LANGUAGES)
def test_provisional_application_gives_effect_before_the_step(lang: str) -> None:
    (one,) = check(draft(AT_ONCE[lang], lang=lang, title=TITLE[lang]), [law(lang, 0)]).findings
    assert (one.type, one.verdict, one.severity) == ("procedure", "conflict", "medium")


@each_row(
    ("lang", "words"),
    [
        ("en", "This Agreement shall apply provisionally from its signature, in accordance with the laws of each Party."),
        ("en", "The provisional timetable of this Agreement is in Annex 1."),
        ("fr", "Le présent Accord ne s'applique pas à titre provisoire."),
        ("es", "El presente Acuerdo no se aplicará provisionalmente."),
        ("pt", "O presente Acordo não será aplicado provisoriamente."),
    ],
)
def test_what_applies_nothing_before_the_law_allows_it(lang: str, words: str) -> None:
    assert not check(draft(words, lang=lang, title=TITLE[lang]), [law(lang, 0)]).findings


@each_row("lang", LANGUAGES)
def test_a_text_that_binds_nobody_needs_no_step_of_treaties(lang: str) -> None:
    one, words = law(lang, 0), ON_SIGNATURE[lang][0]
    for found in (
        draft(words, NOT_BINDING[lang], lang=lang, title=LETTER[lang]),
        draft(words, lang=lang, title=LETTER[lang]),
        draft(words, lang=lang, title=MEMORANDUM[lang]),
    ):
        report = check(found, [one])
        assert not report.findings and not report.steps


@each_row("lang", LANGUAGES)
def test_a_memorandum_that_says_that_it_binds_is_a_treaty(lang: str) -> None:
    report = check(draft(ON_SIGNATURE[lang][0], BINDING[lang], lang=lang, title=MEMORANDUM[lang]), [law(lang, 0)])
    assert kinds(report) == [("1", "procedure")] and steps(report) == ["1"]


@each_row(
    ("found", "nobody"),
    [
        (draft("The guidelines in Annex 1 to this Agreement are not legally binding.", title="Agreement"), False),
        (draft("This Agreement is not legally binding.", title="Agreement"), True),
        (draft("The award of the tribunal is legally binding.", title="Memorandum of Understanding"), True),
        (draft("Les avis de la Commission ne lient pas juridiquement les Parties.", lang="fr", title="Accord"), False),
        (draft("Las recomendaciones no son vinculantes. Las Partes se reúnen.", lang="es", title="Acuerdo"), False),
        (draft("As Partes reúnem-se.", lang="pt", title="Declaração Conjunta"), True),
    ],
)
def test_what_a_draft_says_of_itself_goes_before_its_title(found: RunningText, nobody: bool) -> None:
    assert binds_nobody(found) is nobody


@each_row(
    ("lang", "words", "listed"),
    [
        (
            "en",
            "Every memorandum of understanding shall be submitted to the Attorney General for an opinion before signature.",
            True,
        ),
        ("fr", "Tout mémorandum d'entente est soumis au Procureur général pour avis avant sa signature.", True),
        ("es", "Todo memorando de entendimiento se someterá al Procurador General para dictamen antes de su firma.", True),
        ("pt", "Todo memorando de entendimento é submetido ao Procurador-Geral para parecer antes da sua assinatura.", True),
        ("en", "Every agreement shall be submitted to the Attorney General for an opinion before signature.", False),
    ],
)
def test_what_a_law_asks_of_memoranda_is_listed_for_a_memorandum(lang: str, words: str, listed: bool) -> None:
    report = check(draft(ON_SIGNATURE[lang][0], lang=lang, title=MEMORANDUM[lang]), [text(lang, words, "Act", "act")])
    assert bool(report.steps) is listed and not report.findings


@each_row(
    ("lang", "words"),
    [
        (
            "en",
            "An arbitration agreement shall not be terminated except by consent of the parties and has no effect before approval.",
        ),
        ("en", "A licence agreement shall not be concluded without the approval of the Board."),
        ("fr", "Les accords-cadres de fournitures ne peuvent être conclus qu'après approbation de la Direction."),
        ("es", "Los contratos de obra no podrán celebrarse sin la aprobación previa de la Dirección."),
        ("pt", "Os contratos de obra não podem ser celebrados sem a aprovação prévia da Direção."),
    ],
)
def test_contracts_of_private_law_are_no_treaties(lang: str, words: str) -> None:
    assert not check(draft(AFTER_NOTICE[lang], lang=lang, title=TITLE[lang]), [text(lang, words, "Act", "act")]).steps


@each_row(
    ("lang", "before", "point", "after"),
    [
        ("en", "The Assembly has the sole power:\n(a) to vote the budget and to hear each year the account of how the money of the State was spent, with the report of the auditor;\n",
         "(b) to approve treaties before they bind the State;", "\n(c) to declare war and to make peace, and to consent to the passage of foreign troops."),
        ("fr", "L'Assemblée a seule compétence :\na) pour voter le budget et pour entendre chaque année le compte de l'emploi des deniers de l'État, avec le rapport de la Cour ;\n",
         "b) pour approuver les traités, qui ne lient l'État qu'une fois approuvés ;", "\nc) pour déclarer la guerre et conclure la paix, et pour consentir au passage de troupes étrangères."),
        ("es", "Corresponde solo a la Asamblea:\na) votar el presupuesto y oír cada año la cuenta de cómo se gastó el dinero del Estado, con el informe de la Contraloría;\n",
         "b) aprobar los tratados, que no obligan al Estado antes de su aprobación;", "\nc) declarar la guerra y hacer la paz, y consentir el paso de tropas extranjeras por el territorio."),
        ("pt", "Compete só à Assembleia:\na) votar o orçamento e ouvir cada ano a conta de como foi gasto o dinheiro do Estado, com o relatório do Tribunal;\n",
         "b) aprovar os tratados, que não obrigam o Estado antes de aprovados;", "\nc) declarar a guerra e fazer a paz, e consentir na passagem de tropas estrangeiras pelo território."),
    ],
)  # fmt: skip
def test_of_a_list_the_point_on_treaties_is_quoted(lang: str, before: str, point: str, after: str) -> None:
    one = text(lang, f"{before}{point}{after}", "Constitution", "constitution")
    (step,) = check(draft(AFTER_NOTICE[lang], lang=lang, title=TITLE[lang]), [one]).steps
    assert step.policy.quote.rstrip(" ;") == point.split(" ", 1)[1].rstrip(" ;") and step.policy.pinpoint == "1(b)"
    assert one.text[step.policy.start : step.policy.end] == step.policy.quote
