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
    ("GH", "en", "Payments between residents and non-residents shall be made through a bank.", "en",
     "Non-residents make their payments to residents on the quay in currency notes.", "clashes", ""),
    ("GH", "en", "Payments between residents and non-residents shall be made through a bank.", "fr",
     "Les paiements des non-résidents aux résidents se font sur le quai, en billets.", "clashes", ""),
    ("BO", "es", "Las compras de máquinas de la empresa pública se hacen por licitación pública.", "es",
     "La empresa pública hace sus compras de máquinas por acuerdo privado con la fábrica.", "clashes", ""),
    ("BO", "es", "Las compras de máquinas de la empresa pública se hacen por licitación pública.", "es",
     "La empresa pública hace sus compras de máquinas por licitación pública.", "", "clashes"),
    ("AO", "pt", "Os contratos de arrendamento são celebrados por escrito.", "pt",
     "Os contratos de arrendamento são celebrados com um aperto de mão.", "clashes", ""),
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


# language of the law, law, language of the clause, clause, signal that is there, signal that is not
WAYS = [
    ("en", "Bids are opened in the presence of the bidders.", "en", "The bids are opened behind closed doors.", "clashes", "same_side"),
    ("en", "Bids are opened in the presence of the bidders.", "en", "The bids are opened in public session.", "same_side", "clashes"),
    ("es", "Las ofertas se abrirán en acto público.", "pt", "As ofertas serão abertas à porta fechada.", "clashes", "same_side"),
    ("fr", "Les nouvelles pompes de village sont solaires.", "fr", "Les pompes de village sont mues par un groupe électrogène.", "clashes", ""),
    ("fr", "Les nouvelles pompes de village sont solaires.", "en", "The village pumps are photovoltaic.", "same_side", "clashes"),
    ("pt", "A arbitragem será sempre de direito.", "pt", "Na arbitragem os árbitros decidem segundo a equidade.", "clashes", ""),
    ("en", "The inventory of wells shall be kept secret.", "en", "The inventory of wells is on the portal.", "clashes", "same_side"),
    ("en", "The inventory of wells shall be kept secret.", "en", "The inventory of wells is kept secret.", "", "clashes"),
    ("es", "El texto íntegro del convenio se publicará.", "es", "El convenio se publicará con exclusión de los anexos.", "clashes", ""),
    ("fr", "Le permis de pêche est incessible.", "fr", "Le permis de pêche est cédé à la société mixte.", "clashes", ""),
    ("fr", "Le permis de pêche est incessible.", "fr", "Le permis de pêche est strictement personnel.", "same_side", "clashes"),
    ("en", "The patient may give consent only as express consent.", "en", "A patient who enters the ward is deemed to consent.", "clashes", ""),
    ("es", "Los datos del censo se entregarán anonimizados.", "es", "Los datos del censo se entregarán con nombres y domicilio: nombre y apellido.", "clashes", ""),
    ("pt", "A votação do conselho é por voto secreto.", "pt", "A votação do conselho é feita de braço no ar.", "clashes", "same_side"),
    ("en", "The ambulances shall be new and unused.", "en", "The ambulances are reconditioned.", "clashes", "same_side"),
    ("en", "The commission shall not be subject to the direction of any person.", "en",
     "The commission follows the instructions of the joint committee.", "clashes", ""),
    # what a law names in one breath, or only names without demanding it, is no side
    ("en", "A contract may be written or oral.", "en", "The contract is made orally.", "", "clashes"),
    ("en", "Fishing by day or by night is prohibited in April.", "en", "Fishing by night is studied in May.", "", "clashes"),
    ("en", "The Official Secrets Act, a law on secret papers, is repealed.", "en", "Papers are open to the public.", "", "clashes"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "theirs", "ours_lang", "ours", "there", "absent"), WAYS, ids=[row[3] for row in WAYS])
def test_the_contrary_way_of_doing_clashes(lang: str, theirs: str, ours_lang: str, ours: str, there: str, absent: str) -> None:
    found = seen("XX", lang, theirs, ours, ours_lang)
    assert not there or found.get(there, 0.0) >= 0.5, found
    assert absent not in found, found


def test_contraries_name_each_other_and_one_type_of_finding() -> None:
    known = law.classes()
    for one in known.values():
        if one.contrary:
            other = known[one.contrary]
            assert (other.contrary, other.clash) == (one.name, one.clash), one.name
            assert not (one.bad and other.bad), one.name


def test_towns_of_states_are_read_by_their_stem() -> None:
    towns = law.towns()
    assert (towns["nairob"], towns["kaolack"]) == ("KE", "SN")
    assert {code for code in towns.values() if len(code) != 2} == set()
