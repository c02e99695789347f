"""What the laws of a State wrongly met in signed agreements (decision 89): the publication of treaties beside how long they last,
sessions of Chambers beside those of a joint commission, offices, bodies of both Parties. Every law here is invented."""

from __future__ import annotations

import pytest
from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.candidates import Index
from ssc_drafter.check.document import holding
from ssc_drafter.check.document.treaty import about_agreement, lasts
from ssc_drafter.check.document.weighing import draft_weights
from tests.unit.check.test_document import draft, kinds, law

FIRST = {"en": ("Section 1\n", "\n\nSection 2\nThe seat is Zub."), "fr": ("Article 1\n", "\n\nArticle 2\nLe siège est à Zub."),
         "es": ("Artículo 1. ", "\n\nArtículo 2. La sede es Zub."), "pt": ("Artigo 1\n", "\n\nArtigo 2\nA sede é Zub.")}  # fmt: skip


def against(clause: str, rule: str, lang: str) -> list[tuple[str, str]]:
    """Return the findings on a clause held against an invented law of one rule."""
    before, behind = FIRST[lang]
    return kinds(check(draft(clause, lang=lang), [law(before + rule + behind, lang)]))


@each_row(
    ("lang", "clause", "published", "limited"),
    [
        ("en", "This Agreement shall remain in force for six years.",
         "International agreements shall be published within a period of thirty days from their receipt.",
         "International agreements shall be concluded for a period of five years at most."),
        ("fr", "Le présent Accord reste en vigueur pour six ans.",
         "Les accords internationaux sont publiés dans un délai d'une période de trente jours.",
         "Les accords internationaux sont conclus pour une durée de cinq ans au plus."),
        ("es", "El presente Acuerdo tendrá una vigencia de seis años.",
         "La publicación de los tratados y acuerdos internacionales se hará en un plazo máximo de treinta días.",
         "Los tratados y acuerdos internacionales tendrán una vigencia máxima de cinco años."),
        ("pt", "O presente Acordo terá vigência de seis anos.",
         "Os tratados e acordos internacionais são publicados no prazo máximo de trinta dias.",
         "Os tratados e acordos internacionais terão vigência máxima de cinco anos."),
    ],
)  # fmt: skip
def test_a_time_to_publish_treaties_is_none_for_which_they_last(lang: str, clause: str, published: str, limited: str) -> None:
    assert ("1", "limit") not in against(clause, published, lang)
    assert ("1", "limit") in against(clause, limited, lang)


@each_row(
    ("lang", "joint", "chambers", "every_joint"),
    [
        ("en", "The Joint Commission shall meet every two years.", "Both Chambers of the Commission shall meet in session at least once a year.",
         "A joint commission shall meet in session at least once a year."),
        ("fr", "La Commission mixte se réunit tous les deux ans.", "La Commission du Sénat se réunit en session au moins une fois par an.",
         "Toute commission mixte se réunit en session au moins une fois par an."),
        ("es", "La Comisión Mixta se reunirá cada dos años.", "La Comisión del Senado se reunirá en sesión por lo menos una vez al año.",
         "Toda comisión mixta se reunirá en sesión por lo menos una vez al año."),
        ("pt", "A Comissão Mista reunir-se-á a cada dois anos.", "A Comissão do Senado se reunirá em sessão pelo menos uma vez por ano.",
         "Toda comissão mista se reunirá em sessão pelo menos uma vez por ano."),
    ],
)  # fmt: skip
def test_how_often_an_organ_of_the_state_meets_binds_no_joint_body(
    lang: str, joint: str, chambers: str, every_joint: str
) -> None:
    assert ("1", "limit") not in against(joint, chambers, lang)
    assert ("1", "limit") in against(joint, every_joint, lang)


@each_row(
    ("lang", "clause", "office", "anybody"),
    [
        ("en", "Each institute may accept employment of its staff by the Government.",
         "No member of Congress may accept employment by the Government without the prior consent of the Chamber.",
         "No institute may accept employment of staff by the Government without the prior consent of the Chamber."),
        ("es", "Cada instituto podrá recibir empleo del Gobierno para su personal.",
         "Ningún miembro del Congreso podrá recibir empleo del Gobierno sin previo consentimiento de la Cámara.",
         "Ningún instituto podrá recibir empleo del Gobierno sin previo consentimiento de la Cámara."),
        ("fr", "Chaque institut peut recevoir un emploi du Gouvernement pour son personnel.",
         "Aucun député ne peut recevoir un emploi du Gouvernement sans le consentement préalable de la Chambre.",
         "Aucun institut ne peut recevoir un emploi du Gouvernement sans le consentement préalable de la Chambre."),
        ("pt", "Cada instituto poderá receber emprego do Governo para o seu pessoal.",
         "Nenhum deputado poderá receber emprego do Governo sem prévio consentimento da Câmara.",
         "Nenhum instituto poderá receber emprego do Governo sem prévio consentimento da Câmara."),
    ],
)  # fmt: skip
def test_a_rule_on_an_office_binds_those_who_hold_it(lang: str, clause: str, office: str, anybody: str) -> None:
    assert against(clause, office, lang) == []
    assert against(clause, anybody, lang) != []


@each_row(
    ("lang", "of_both", "national", "rule"),
    [
        ("en", "A Joint Commission of both Parties is hereby established for matters of seed policy and seed prices.",
         "A Joint Commission is hereby established as the national body to advise on seed policy and seed prices.",
         "The Seed Council advises on seed policy and seed prices."),
        ("fr", "Il est créé une Commission mixte des deux Parties pour la politique et les prix des semences.",
         "Il est créé une Commission mixte, organe national qui conseille sur la politique et les prix des semences.",
         "Le Conseil des semences conseille sur la politique et les prix des semences."),
        ("es", "Se crea una Comisión Mixta de ambas Partes para la política y precios de semillas.",
         "Se crea una Comisión Mixta, órgano nacional que asesora en política y precios de semillas.",
         "El Consejo de Semillas asesora en política y precios de semillas."),
        ("pt", "É criada uma Comissão Mista das duas Partes para a política e os preços de sementes.",
         "É criada uma Comissão Mista, órgão nacional que assessora a política e os preços de sementes.",
         "O Conselho de Sementes assessora a política e os preços de sementes."),
    ],
)  # fmt: skip
def test_a_body_of_both_parties_doubles_none_unless_it_takes_the_national_role(
    lang: str, of_both: str, national: str, rule: str
) -> None:
    assert ("1", "duplication") not in against(of_both, rule, lang)
    assert ("1", "duplication") in against(national, rule, lang)


@each_row(
    ("lang", "itself", "other", "rule"),
    [
        ("en", "The control of this Agreement shall be exercised by the Joint Commission.",
         "The control of the accounts of the ministry shall be exercised by the Joint Commission.",
         "The control of the accounts of the ministry shall be exercised by the Court of Audit alone."),
        ("es", "El control del presente Acuerdo estará a cargo de la Comisión Mixta.",
         "El control de las cuentas del ministerio estará a cargo de la Comisión Mixta.",
         "El control de las cuentas del ministerio estará a cargo de la Auditoría General."),
        ("fr", "Le contrôle du présent Accord est exercé par la Commission mixte.",
         "Le contrôle des comptes du ministère est exercé par la Commission mixte.",
         "Le contrôle des comptes du ministère est exercé par la Cour des comptes seule."),
        ("pt", "O controle do presente Acordo é exercido pela Comissão Mista.",
         "O controle das contas do ministério é exercido pela Comissão Mista.",
         "O controle das contas do ministério é exercido exclusivamente pelo Tribunal de Contas."),
    ],
)  # fmt: skip
def test_the_care_of_the_agreement_is_no_power_of_another_organ(lang: str, itself: str, other: str, rule: str) -> None:
    assert ("1", "competence") not in against(itself, rule, lang)
    assert ("1", "competence") in against(other, rule, lang)


@each_row(
    ("lang", "words", "expected"),
    [
        ("es", "de acuerdo con el artículo 49", False),
        ("es", "removidos previo acuerdo del Senado", False),
        ("fr", "nommés après accord du Sénat", False),
        ("pt", "removidos mediante acordo do Senado", False),
        ("en", "removed with the agreement of the Senate", False), ("es", "los acuerdos con otros Estados", True),
        ("pt", "de acordo com o artigo 49", False), ("pt", "os acordos com outros Estados", True),
        ("fr", "d'un commun accord", False), ("fr", "les accords avec d'autres États", True),
        ("en", "in agreement with the employer", False), ("en", "agreements with other States", True),
    ],
)  # fmt: skip
def test_an_idiom_names_no_agreement(lang: str, words: str, expected: bool) -> None:
    assert about_agreement(words, lang) is expected


@each_row(
    ("lang", "unit", "expected"),
    [
        ("en", "This Protocol shall enter into force on its signature and may be denounced at any time.", True),
        ("es", "El presente Protocolo tendrá una duración indefinida y podrá ser denunciado.", True),
        ("fr", "Le présent Protocole entre en vigueur et peut être dénoncé ; sa durée est de cinq ans.", True),
        ("pt", "O presente Protocolo entra em vigor e poderá ser denunciado.", True),
        ("es", "El protocolo de laboratorio podrá ser denunciado.", False),
        ("es", "El presente Tratado tendrá una duración de diez años.", True),
        ("pt", "O presente Tratado terá vigência de dez anos.", True),
    ],
)  # fmt: skip
def test_a_protocol_lasts_as_an_agreement_does(lang: str, unit: str, expected: bool) -> None:
    assert lasts(unit, lang, unit) is expected


def test_a_pair_of_strangers_is_looked_at_and_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = law(
        "Section 1\nSeed shall be exported with a licence of the Board.\n\nSection 2\nThe harbour is dredged by the Board each year."
    )
    clauses = draft("Seed shall be exported at once without a licence.", "The harbour has a library with a licence.")
    monkeypatch.setattr(holding, "chance", lambda *_: 0.9)
    rows = holding.hold(clauses, Index([rule])).held
    strangers = [one.chance for one in rows if one.found.verdict == "unrelated" and one.found.signals]
    others = [one.chance for one in rows if one.found.verdict != "unrelated" and one.found.signals]
    assert strangers and max(strangers) < draft_weights().flag
    assert others and min(others) == 0.9
