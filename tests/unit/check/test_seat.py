"""Courts of another State, organs that alone may act, and names that are no short form. All texts are written for this file."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.kinds import signals
from ssc_drafter.check.kinds.holding import held
from ssc_drafter.check.kinds.seat import seated
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair

SEATS = [
    # language of the law, law, language of the clause, clause, whether it goes before courts of another State
    ("en", "The Harbour Court has exclusive jurisdiction over claims of crews.", "en",
     "Claims of crews go to the courts of the flag State alone.", True),
    ("en", "No passenger may be required to go before courts of another country.", "en",
     "Claims for baggage are brought before the courts of the Partner's capital.", True),
    ("fr", "Les litiges du travail sont réglés par les juridictions nationales.", "fr",
     "Les litiges du travail sont portés devant les tribunaux de l'État d'envoi.", True),
    ("es", "Los litigios sobre inmuebles son de competencia exclusiva de los tribunales nacionales.", "es",
     "Las cuestiones sobre el inmueble se ventilarán ante los jueces de la otra Parte.", True),
    ("pt", "Só à autoridade judiciária nacional compete conhecer de ações sobre imóveis.", "pt",
     "A ação sobre a quinta corre no Tribunal Civil de Porto Azul.", True),
    ("en", "The Labour Court has exclusive jurisdiction over wages.", "pt", "As queixas sobre ordenados são julgadas apenas em Lisboa.", True),
    ("en", "The Harbour Court has exclusive jurisdiction over claims of crews.", "en",
     "Claims of crews go to the Harbour Court at Port Sall.", False),
    ("en", "The Harbour Court has exclusive jurisdiction over claims of crews.", "en", "Claims of crews go to the Harbour Court.", False),
    ("en", "The judges of the High Court are appointed by the President alone.", "en",
     "Two retired judges of the Partner train the clerks.", False),
    ("es", "El puerto llevará un registro de barcos.", "es", "El pleito se lleva ante los tribunales de la otra Parte.", False),
]  # fmt: skip


@each_row(("lang", "theirs", "ours_lang", "ours", "expected"), SEATS)
def test_a_case_taken_before_courts_of_another_state(lang: str, theirs: str, ours_lang: str, ours: str, expected: bool) -> None:
    assert bool(list(seated(pair(read(ours, ours_lang), read(theirs, lang), "XX")))) is expected


SOLE = [
    ("en", "Only the Salt Council may name the streets of a salt town.", "The Governor of Bay Province names the streets of the salt town.", True),
    ("en", "Only the Salt Council may name the streets of a salt town.", "The Salt Council names the streets of the salt town.", False),
    ("en", "The Salt Council may name the streets of a salt town.", "The Governor of Bay Province names the streets of the salt town.", False),
    ("en", "Only the Salt Council may name the streets of a salt town.", "The Governor of Bay Province visits the school.", False),
]  # fmt: skip


@each_row(("lang", "theirs", "ours", "expected"), SOLE)
def test_what_one_organ_alone_may_do_is_done_by_another(lang: str, theirs: str, ours: str, expected: bool) -> None:
    assert ("organ_sole" in signals(pair(read(ours, lang), read(theirs, lang), "XX"))) is expected


NAMES = [
    ("en", "Titles of nurses are recognised by the Health Authority alone.", "Titles of nurses are recognised by the rector.", 0.6, 1.0),
    ("en", "Titles of nurses are recognised by the Health Authority alone.", "Titles of nurses are recognised by the Commission.", 0.2, 0.6),
    ("es", "El reconocimiento de títulos compete únicamente a la Superintendencia.", "El rector reconoce los títulos.", 0.6, 1.0),
    ("pt", "Compete unicamente ao Conselho de Saúde reconhecer parteiras estrangeiras.", "As parteiras estrangeiras são reconhecidas pelo reitor.", 0.6, 1.0),
    ("fr", "La reconnaissance des titres appartient au seul Conseil de santé.", "Les titres sont reconnus par le recteur.", 0.6, 1.0),
    ("pt", "A exportação definitiva de quadros classificados apenas pode ser autorizada pelo Conselho de Ministros.",
     "A exportação é autorizada pelo diretor do Património Azul.", 0.5, 1.0),
]  # fmt: skip


@each_row(("lang", "theirs", "ours", "least", "most"), NAMES)
def test_a_bare_name_may_be_short_for_the_organ_or_not(lang: str, theirs: str, ours: str, least: float, most: float) -> None:
    values = [one.value for one in held(pair(read(ours, lang), read(theirs, lang), "XX")) if one.name == "organ_other"]
    assert values and least <= max(values) <= most
