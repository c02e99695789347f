"""Qualities that a law demands: at home, under its own law, by its own nationals; and clauses that have them or the contrary."""

from __future__ import annotations

import pytest

from ssc_drafter.check import law
from ssc_drafter.check.kinds import signals
from ssc_drafter.check.kinds.nations import resolved
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair


def seen(state: str, lang: str, theirs: str, ours: str, ours_lang: str = "") -> dict[str, float]:
    """Return the strength of each signal in a clause and a provision of a State."""
    found = signals(pair(read(ours, ours_lang or lang), read(theirs, lang), state))
    return {name: one.value for name, one in found.items()}


# State whose law is read, language, sentence, what is resolved in it
NAMED = [
    ("KE", "en", "The samples are kept in the laboratory of the Institute at Kisumu.", {"inside_country"}),
    ("KE", "en", "The samples are kept in the laboratory of the Institute at Lusaka.", {"outside_country"}),
    ("ZM", "en", "The samples are kept in the laboratory of the Institute at Lusaka.", {"inside_country"}),
    ("ZM", "en", "The samples are kept in Chirundu, in Zimbabwe.", {"outside_country"}),
    ("SN", "fr", "Les registres sont conservés à Kaolack.", {"inside_country"}),
    ("SN", "fr", "Les registres sont conservés au Maroc.", {"outside_country"}),
    ("PE", "es", "El ganado se guarda en Cajamarca.", {"inside_country"}),
    ("PE", "es", "El contrato se rige por la ley chilena.", {"foreign_law"}),
    ("CL", "es", "El contrato se rige por la ley chilena.", {"own_law"}),
    ("BR", "pt", "A empresa é constituída sob as leis brasileiras.", {"own_law"}),
    ("BR", "pt", "A empresa é constituída sob as leis angolanas.", {"foreign_law"}),
    ("AO", "pt", "Os técnicos são de nacionalidade angolana.", {"own_national"}),
    ("ZA", "en", "The registrar is a South African citizen.", {"own_national"}),
    ("KE", "en", "The registrar is a South African citizen.", {"foreign_national"}),
    ("MA", "fr", "Le contrat est soumis au droit commercial.", set()),
    ("KE", "en", "The law on forests is observed.", set()),
]


@pytest.mark.parametrize(("state", "lang", "text", "names"), NAMED, ids=[f"{row[0]} {row[2]}" for row in NAMED])
def test_places_laws_and_nationals_are_told_apart(state: str, lang: str, text: str, names: set[str]) -> None:
    assert set(resolved(read(text, lang).sentences[0], state)) == names


# State, language of the law, law, language of the clause, clause, signal that is there, signal that is not
ROWS = [
    ("RW", "en", "Census files shall be stored exclusively on the national territory.", "en",
     "The census files are stored with their copies in a vault at Nairobi.", "clashes", "quality_met"),
    ("RW", "en", "Census files shall be stored exclusively on the national territory.", "en",
     "The census files are stored with their copies in a vault at Musanze.", "quality_met", "clashes"),
    ("RW", "en", "Census files shall be stored exclusively on the national territory.", "en",
     "The commission that wrote the handbook meets once a year at Nairobi.", "", "clashes"),
    ("SN", "fr", "Les dossiers médicaux sont exclusivement hébergés sur le territoire national.", "fr",
     "Les dossiers médicaux du programme sont hébergés dans un centre situé à Abidjan.", "clashes", "quality_met"),
    ("SN", "fr", "Les dossiers médicaux sont exclusivement hébergés sur le territoire national.", "fr",
     "Les dossiers médicaux du programme sont hébergés dans un centre situé à Thiès.", "quality_met", "clashes"),
    ("SN", "fr", "Le contrat de bail rural doit être soumis au droit sénégalais.", "en",
     "The contract of rural lease is governed by the law of Belgium.", "clashes", "quality_met"),
    ("SN", "fr", "Le contrat de bail rural doit être soumis au droit sénégalais.", "fr",
     "Le contrat de bail rural est soumis au droit sénégalais.", "quality_met", "clashes"),
    ("PE", "es", "El capitán del buque debe ser de nacionalidad peruana.", "es",
     "El capitán del buque será de nacionalidad chilena.", "clashes", "quality_met"),
    ("PE", "es", "El capitán del buque debe ser de nacionalidad peruana.", "es",
     "El capitán del buque será de nacionalidad peruana.", "quality_met", "clashes"),
    ("AO", "pt", "O contrato de seguro deve ser regido pela lei angolana.", "pt",
     "O contrato de seguro será regido pela lei portuguesa.", "clashes", "quality_met"),
    ("AO", "pt", "O contrato de seguro deve ser regido pela lei angolana.", "pt",
     "O contrato de seguro será regido pela lei angolana.", "quality_met", "clashes"),
    # who is only described is not demanded; a law that has both sides is indifferent; a ban on strangers demands no place
    ("ZM", "en", "An officer who is a citizen of Zambia shall register the cattle.", "en",
     "The officer who registers the cattle is a citizen of Malawi.", "", "clashes"),
    ("AR", "es", "Los contratos se registrarán, celebrados en la Argentina o en el exterior.", "es",
     "Los contratos se registrarán, celebrados en Montevideo.", "", "clashes"),
    ("RW", "en", "No foreign national shall take up employment in the country.", "en",
     "Foreign nationals take up employment in Kigali.", "", "quality_met"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("state", "lang", "theirs", "ours_lang", "ours", "there", "absent"), ROWS, ids=[row[4] for row in ROWS]
)
def test_a_quality_is_met_or_its_contrary_is_done(
    state: str, lang: str, theirs: str, ours_lang: str, ours: str, there: str, absent: str
) -> None:
    found = seen(state, lang, theirs, ours, ours_lang)
    assert not there or found.get(there, 0.0) >= 0.6, found
    assert absent not in found, found


def test_towns_of_states_are_read_by_their_stem() -> None:
    towns = law.towns()
    assert (towns["nairob"], towns["kaolack"]) == ("KE", "SN")
    assert {code for code in towns.values() if len(code) != 2} == set()
