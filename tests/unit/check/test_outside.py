"""Clauses that have the words of a rule and stay outside it: dealings of the Parties, denied exemptions, exceptions, no organ.

Every law here is invented, of invented States.
"""

from __future__ import annotations

import pytest

from ssc_drafter.check import check
from ssc_drafter.check.document.treaty import between_parties, lasts
from tests.unit.check.test_document import draft, kinds, law

REPLY = "6. Time for reply\nA public body shall reply to a request within twenty-one days.\n\n7. Seat\nThe seat is Zub."


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
    "words",
    [
        "The immunity of an expert does not extend to acts performed outside official duties.",
        "Each Party waives its claims for damage that an expert causes, except damage caused intentionally or by gross negligence.",
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


@pytest.mark.parametrize(
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
