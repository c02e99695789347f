"""What a law says every agreement shall contain, however it puts it, and drafts that have it or lack it, in every pair of languages.

Every law here is invented, of invented States.
"""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check import check
from tests.unit.check.test_document import draft
from tests.unit.check.test_lifetime import act

TITLE = {"en": "Framework Agreement on Cooperation", "fr": "Accord-cadre de coopération", "es": "Acuerdo Marco de Cooperación",
         "pt": "Acordo-Quadro de Cooperação"}  # fmt: skip
DEMANDS = {
    "en": ["Every agreement concluded by the State shall contain a clause on the settlement of disputes.",
           "A cooperation agreement shall include provisions on the protection of personal data.",
           "No agreement shall be signed unless it provides for the audit of funds.",
           "The text of every international agreement shall designate the authority responsible for its implementation."],
    "fr": ["Tout accord conclu par l'État comporte une clause sur le règlement des différends.",
           "Les accords de coopération contiennent des dispositions sur la protection des données personnelles.",
           "Aucun accord n'est signé s'il ne prévoit l'audit des fonds.",
           "Le texte de tout accord international indique l'autorité chargée de son exécution."],
    "es": ["Todo acuerdo que celebre el Estado contendrá una cláusula sobre solución de controversias.",
           "Los convenios de cooperación incluirán disposiciones sobre la protección de datos personales.",
           "Ningún acuerdo se firmará si no prevé la auditoría de los fondos.",
           "El texto de todo acuerdo internacional deberá indicar la autoridad encargada de su ejecución."],
    "pt": ["Todo acordo celebrado pelo Estado conterá uma cláusula sobre a solução de controvérsias.",
           "Os acordos de cooperação incluem disposições sobre a proteção de dados pessoais.",
           "Nenhum acordo será assinado se não previr a auditoria dos fundos.",
           "O texto de todo acordo internacional indica a autoridade encarregada da sua execução."],
}  # fmt: skip
WITHOUT = {
    "en": ["The Parties shall cooperate in agriculture.", "The Parties shall exchange experts and seeds."],
    "fr": ["Les Parties coopèrent dans le domaine de l'agriculture.", "Les Parties échangent des experts et des semences."],
    "es": ["Las Partes cooperarán en materia de agricultura.", "Las Partes intercambiarán expertos y semillas."],
    "pt": ["As Partes cooperam no domínio da agricultura.", "As Partes trocam peritos e sementes."],
}
CONTENTS = {
    "en": ["Any dispute between the Parties is settled by negotiation.", "Personal data are protected under the law of each Party.",
           "The funds are audited each year.", "The Ministry of Agriculture is the authority responsible for implementation."],
    "fr": ["Tout différend entre les Parties est réglé par voie de négociation.", "Les données personnelles sont protégées selon la loi de chaque Partie.",
           "Les fonds sont audités chaque année.", "Le Ministère de l'agriculture est l'autorité chargée de l'exécution."],
    "es": ["Toda controversia entre las Partes se resolverá mediante negociaciones.", "Los datos personales se protegerán según la ley de cada Parte.",
           "Los fondos se auditarán cada año.", "El Ministerio de Agricultura es la autoridad encargada de la ejecución."],
    "pt": ["Qualquer controvérsia entre as Partes é resolvida por negociação.", "Os dados pessoais são protegidos segundo a lei de cada Parte.",
           "Os fundos são auditados todos os anos.", "O Ministério da Agricultura é a autoridade encarregada da execução."],
}  # fmt: skip


def omitted(ours: str, theirs: str, number: int, *more: str) -> int:
    """Return how many omissions are found in a draft."""
    text = draft(*WITHOUT[ours], *more, lang=ours, title=TITLE[ours])
    return sum(one.type == "omission" for one in check(text, [act(theirs, DEMANDS[theirs][number])]).findings)


@each_row("number", range(4))
@each_row("ours", DEMANDS)
@each_row("theirs", DEMANDS)
def test_a_content_that_a_law_demands_of_every_agreement(ours: str, theirs: str, number: int) -> None:
    assert omitted(ours, theirs, number) == 1
    assert omitted(ours, theirs, number, CONTENTS[ours][number]) == 0, "it is there"


@each_row(
    ("lang", "words"),
    [
        ("en", "Every agreement shall contain a clause on the settlement of disputes and shall name a reference laboratory."),
        ("fr", "Tout accord comporte une clause sur le règlement des différends et désigne un laboratoire de référence."),
        ("es", "Todo acuerdo contendrá una cláusula sobre solución de controversias e indicará un laboratorio de referencia."),
        ("pt", "Todo acordo conterá uma cláusula sobre a solução de controvérsias e indicará um laboratório de referência."),
    ],
)
def test_of_two_contents_the_one_that_is_lacking_is_named(lang: str, words: str) -> None:
    text = draft(*WITHOUT[lang], CONTENTS[lang][0], lang=lang, title=TITLE[lang])
    (one,) = (found for found in check(text, [act(lang, words)]).findings if found.type == "omission")
    assert "laborat" in one.reason and CONTENTS[lang][0].split()[1][:6] not in one.reason.lower()


@each_row(
    ("lang", "words"),
    [
        ("en", "An agreement on fisheries shall include provisions on the training of crews."),
        ("en", "Every contract of employment shall contain a clause on the settlement of disputes."),
        ("fr", "Tout accord relatif à la pêche contient des dispositions sur la formation des équipages."),
        ("es", "Todo convenio sobre pesca incluirá disposiciones sobre capacitación de tripulaciones."),
        ("pt", "Todo acordo sobre pesca incluirá disposições sobre a formação das tripulações."),
    ],
)
def test_what_is_demanded_of_agreements_of_another_sort_is_not_lacking(lang: str, words: str) -> None:
    text = draft(*WITHOUT[lang], lang=lang, title=TITLE[lang])
    assert not [found for found in check(text, [act(lang, words)]).findings if found.type == "omission"]
