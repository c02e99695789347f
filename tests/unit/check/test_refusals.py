"""A consent that the law asks for and a clause passes over although it was refused, or lets nobody be asked for."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.kinds import signals
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair

# language, the law, a clause that passes the refusal over, one that waits for the consent
REFUSED = [
    (
        "en",
        "A contract of service may not be moved to another employer without the consent of the worker.",
        "The contracts of the dockers shall be moved to the new employer; no docker shall be asked to agree.",
        "The contracts of the dockers shall be moved to the new employer with the written consent of each docker.",
    ),
    (
        "fr",
        "Les données d'un malade ne sont transmises à un tiers qu'avec son consentement.",
        "Les hôpitaux transmettent au laboratoire les données des malades, y compris de ceux qui ont refusé.",
        "Les hôpitaux transmettent au laboratoire les données des malades qui y ont consenti par écrit.",
    ),
    (
        "es",
        "Los datos de un paciente solo se cederán a terceros con su consentimiento.",
        "Los hospitales cederán al laboratorio los datos de los pacientes, aunque hayan negado su consentimiento.",
        "Los hospitales cederán al laboratorio los datos de los pacientes que hayan dado su consentimiento.",
    ),
    (
        "pt",
        "Os dados de um paciente só são comunicados a terceiros com o seu consentimento.",
        "Os hospitais comunicarão ao laboratório os dados dos pacientes, inclusive dos que tiverem recusado.",
        "Os hospitais comunicarão ao laboratório os dados dos pacientes que tiverem dado o seu consentimento.",
    ),
]


@each_row(("lang", "law", "over", "waits"), REFUSED)
def test_a_refusal_that_is_passed_over_takes_the_right(lang: str, law: str, over: str, waits: str) -> None:
    found = [signals(pair(read(clause, lang), read(law, lang), "XX")) for clause in (over, waits)]
    assert "unasked" in found[0] and "step_named" not in found[0]
    assert "unasked" not in found[1]
