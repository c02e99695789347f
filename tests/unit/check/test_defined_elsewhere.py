"""A definition in one article of a law that matters in another, and the terms of a step in another article, in every pair of languages.

Every law here is invented, of invented States.
"""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.finding import Report
from tests.unit.check.test_document import draft
from tests.unit.check.test_lifetime import act

LANGUAGES = ("en", "fr", "es", "pt")

BODY = {
    "en": (
        "In this Act, “public body” means a ministry, a department or an agency of the State.",
        "No public body shall open an account with a commercial bank without the written authority of the Treasury.",
    ),
    "fr": (
        "Au sens de la présente loi, « organisme public » désigne un ministère, un département ou une agence de l'État.",
        "Aucun organisme public ne peut ouvrir un compte auprès d'une banque commerciale sans l'autorisation écrite du Trésor.",
    ),
    "es": (
        "A los efectos de la presente ley, «organismo público» significa un ministerio, un departamento o una agencia del Estado.",
        "Ningún organismo público podrá abrir una cuenta en un banco comercial sin la autorización escrita de la Tesorería.",
    ),
    "pt": (
        "Para efeitos da presente lei, «organismo público» significa um ministério, um departamento ou uma agência do Estado.",
        "Nenhum organismo público pode abrir uma conta num banco comercial sem a autorização escrita do Tesouro.",
    ),
}
ACCOUNT = {
    "en": "The Ministry shall open an account with a commercial bank for the Project.",
    "fr": "Le Ministère ouvre un compte auprès d'une banque commerciale pour le Projet.",
    "es": "El Ministerio abrirá una cuenta en un banco comercial para el Proyecto.",
    "pt": "O Ministério abrirá uma conta num banco comercial para o Projeto.",
}
ITEM = {
    "en": (
        "In this Act, “regulated item” means a weapon, an explosive or radioactive material.",
        "No regulated item shall be imported.",
    ),
    "fr": (
        "Au sens de la présente loi, « article réglementé » désigne une arme, un explosif ou une matière radioactive.",
        "Aucun article réglementé ne peut être importé.",
    ),
    "es": (
        "A los efectos de la presente ley, «artículo regulado» significa un arma, un explosivo o material radiactivo.",
        "Ningún artículo regulado podrá importarse.",
    ),
    "pt": (
        "Para efeitos da presente lei, «artigo regulado» significa uma arma, um explosivo ou material radioativo.",
        "Nenhum artigo regulado pode ser importado.",
    ),
}
IMPORT = {
    "en": (
        "The Institute shall import radioactive material for the joint laboratory.",
        "The Institute shall import musical instruments for the joint laboratory.",
    ),
    "fr": (
        "L'Institut importe des matières radioactives pour le laboratoire commun.",
        "L'Institut importe des instruments de musique pour le laboratoire commun.",
    ),
    "es": (
        "El Instituto importará material radiactivo para el laboratorio común.",
        "El Instituto importará instrumentos musicales para el laboratorio común.",
    ),
    "pt": (
        "O Instituto importará material radioativo para o laboratório comum.",
        "O Instituto importará instrumentos musicais para o laboratório comum.",
    ),
}
TERMS = {
    "en": (
        "No person shall collect seeds of wild plants without an authorisation of the Seed Board.",
        "The Seed Board shall not issue an authorisation unless an environmental assessment has been approved.",
    ),
    "fr": (
        "Nul ne peut récolter des semences de plantes sauvages sans une autorisation du Conseil des semences.",
        "Le Conseil des semences ne délivre l'autorisation que si une évaluation environnementale a été approuvée.",
    ),
    "es": (
        "Nadie podrá recolectar semillas de plantas silvestres sin una autorización del Consejo de Semillas.",
        "El Consejo de Semillas no otorgará la autorización si no se ha aprobado una evaluación ambiental.",
    ),
    "pt": (
        "Ninguém pode colher sementes de plantas selvagens sem uma autorização do Conselho de Sementes.",
        "O Conselho de Sementes não concederá a autorização se não tiver sido aprovada uma avaliação ambiental.",
    ),
}
COLLECT = {
    "en": (
        "The Institute shall collect seeds of wild plants after it has obtained the authorisation of the Seed Board{}.",
        "; no environmental assessment shall be required",
    ),
    "fr": (
        "L'Institut récolte des semences de plantes sauvages après avoir obtenu l'autorisation du Conseil des semences{}.",
        " ; aucune évaluation environnementale n'est exigée",
    ),
    "es": (
        "El Instituto recolectará semillas de plantas silvestres una vez obtenida la autorización del Consejo de Semillas{}.",
        "; no se exigirá evaluación ambiental alguna",
    ),
    "pt": (
        "O Instituto colherá sementes de plantas selvagens depois de obtida a autorização do Conselho de Sementes{}.",
        "; não será exigida qualquer avaliação ambiental",
    ),
}


def tied(report: Report) -> list[tuple[str, list[str]]]:
    """Return of each finding its type and how what it rests on is tied to it."""
    return [(one.type, [part.how for part in one.together]) for one in report.findings]


@each_row("theirs", LANGUAGES)
@each_row("ours", LANGUAGES)
def test_the_definition_that_brings_a_clause_under_a_rule_is_named(ours: str, theirs: str) -> None:
    report = check(draft(ACCOUNT[ours], lang=ours), [act(theirs, *BODY[theirs])])
    assert tied(report) == [("procedure", ["defined"])] and report.findings[0].also[0].number == "1"


@each_row("lang", LANGUAGES)
def test_a_ban_on_a_defined_term_meets_what_the_definition_names(lang: str) -> None:
    banned, free = IMPORT[lang]
    one = act(lang, *ITEM[lang])
    assert tied(check(draft(banned, lang=lang), [one])) == [("prohibition", ["defined"])]
    assert not check(draft(free, lang=lang), [one]).findings


@each_row("theirs", LANGUAGES)
@each_row("ours", LANGUAGES)
def test_a_clause_that_provides_for_a_step_and_rules_out_its_terms(ours: str, theirs: str) -> None:
    words, ruled_out = COLLECT[ours]
    one = act(theirs, *TERMS[theirs])
    assert ("procedure", ["step"]) in tied(check(draft(words.format(ruled_out), lang=ours), [one]))
    assert not check(draft(words.format(""), lang=ours), [one]).findings
