"""A clause cuts or widens a term of the law by a word or a number of its own; the twin says what the law says."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.kinds import signals
from ssc_drafter.check.kinds.definition import terms
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair

# language of the clause and of the law, the law, a clause that changes the term, one that does not
ALTERED = [
    (
        "en",
        "en",
        '"apprentice" means a person under twenty-five years of age who is bound by contract to learn a trade;',
        "In the Programme an apprentice is understood as any person learning a trade, regardless of age.",
        "In the Programme an apprentice is understood as a person under twenty-five years of age bound by contract to learn a trade.",
    ),
    (
        "en",
        "en",
        '"small vessel" means a vessel of less than twelve metres in length;',
        "Small vessel means, on the shared lake, a vessel of less than eighteen metres in length.",
        "Small vessel means, on the shared lake, a vessel of less than twelve metres in length.",
    ),
    (
        "en",
        "en",
        '"worker" means any person who works for another under a contract, written or oral;',
        "For the site at Kora, worker means any person who works for another under a contract, provided that it is in writing.",
        "For the site at Kora, worker means any person who works for another under a written or oral contract.",
    ),
    (
        "en",
        "en",
        '"residue" means what remains of a crop after harvest, including straw;',
        "The word residue, as used by the Parties, does not extend to straw left after harvest.",
        "The word residue, as used by the Parties, extends to straw and whatever else remains of a crop after harvest.",
    ),
    (
        "fr",
        "fr",
        "apprenti : personne de moins de vingt-cinq ans liée par contrat pour apprendre un métier ;",
        "Est également considéré comme apprenti tout stagiaire de plus de trente ans accueilli par l'entreprise.",
        "Est considérée comme apprenti la personne de moins de vingt-cinq ans liée par contrat pour apprendre un métier.",
    ),
    (
        "fr",
        "fr",
        "On entend par déchets dangereux les boues, les cendres et les huiles usées.",
        "Les déchets dangereux ne comprennent ni les boues ni les cendres du site commun.",
        "Les déchets dangereux comprennent les boues, les cendres et les huiles usées du site commun.",
    ),
    (
        "fr",
        "fr",
        "« petite entreprise » : entreprise de moins de dix salariés ;",
        "Sont regardées comme petites entreprises celles qui emploient moins de soixante salariés.",
        "Sont regardées comme petites entreprises celles qui emploient moins de dix salariés.",
    ),
    (
        "fr",
        "fr",
        "« navire » désigne tout engin flottant, même sans moteur ;",
        "Les Parties entendent par navire tout engin flottant, à condition qu'il soit muni d'un moteur.",
        "Les Parties entendent par navire tout engin flottant, même sans moteur.",
    ),
    (
        "es",
        "es",
        "Embarcación menor: la nave de hasta diez metros de eslora.",
        "Las Partes entenderán por embarcación menor toda nave de hasta veinte metros de eslora.",
        "Las Partes entenderán por embarcación menor toda nave de hasta diez metros de eslora.",
    ),
    (
        "es",
        "es",
        "Se considera aprendiz a la persona menor de veinticinco años que aprende un oficio.",
        "Se considerará también aprendiz a quien curse estudios de posgrado en el Centro.",
        "Se considerará aprendiz a la persona menor de veinticinco años que aprende un oficio.",
    ),
    (
        "es",
        "es",
        "Se entiende por residuo toda materia desechada, sea o no aprovechable.",
        "En el Parque se entenderá por residuo la materia desechada, siempre que no sea aprovechable.",
        "En el Parque se entenderá por residuo toda materia desechada, sea o no aprovechable.",
    ),
    (
        "pt",
        "pt",
        "Considera-se aprendiz a pessoa menor de vinte e cinco anos que aprende um ofício.",
        "Considera-se também aprendiz quem frequente cursos de pós-graduação no Centro.",
        "Considera-se aprendiz a pessoa menor de vinte e cinco anos que aprende um ofício.",
    ),
    (
        "pt",
        "pt",
        "Resíduo: toda matéria descartada, qualquer que seja a sua forma.",
        "As Partes entenderão por resíduo a matéria descartada, desde que em forma sólida.",
        "As Partes entenderão por resíduo toda matéria descartada, qualquer que seja a sua forma.",
    ),
    (
        "pt",
        "pt",
        "Entende-se por dado sensível o dado sobre a saúde, a religião ou a opinião política.",
        "Na plataforma, o dado sensível não abrange o dado sobre a saúde.",
        "Na plataforma, o dado sensível abrange o dado sobre a saúde, a religião ou a opinião política.",
    ),
    (
        "pt",
        "es",
        "Se entiende por datos sensibles los relativos a la salud, la religión o el origen.",
        "Os dados sensíveis não incluem os dados de saúde dos bolsistas.",
        "Entende-se por dados sensíveis os relativos à saúde, à religião ou à origem.",
    ),
]


# language, the law, a clause that says the same in other words
EITHER_WAY = [
    (
        "en",
        "Catch refers to any fish taken, whether landed in a port or not.",
        "The Parties shall treat as catch any fish taken, whether or not it is landed in a port.",
    ),
    (
        "fr",
        "Prise : tout poisson pêché, débarqué ou non dans un port.",
        "Les Parties entendent par prise tout poisson pêché, qu'il soit ou non débarqué dans un port.",
    ),
    (
        "es",
        "Se entiende por captura todo pez pescado, que puede o no ser desembarcado.",
        "Las Partes entenderán por captura todo pez pescado, haya sido o no desembarcado.",
    ),
    (
        "pt",
        "Captura: todo peixe pescado, desembarcado ou não num porto.",
        "As Partes entenderão por captura todo peixe pescado, seja ou não desembarcado num porto.",
    ),
    (
        "en",
        "A person who is not a member may hold a berth for ten seasons only.",
        "The Society, owned by persons who are not members, shall hold a berth for eight seasons.",
    ),
]


@each_row(("lang", "law", "clause"), EITHER_WAY)
def test_what_the_law_takes_in_either_way_changes_nothing(lang: str, law: str, clause: str) -> None:
    assert "redefined" not in seen(lang, lang, law, clause)


def seen(lang: str, lang_of_law: str, theirs: str, ours: str) -> dict[str, float]:
    """Return the strength of each signal in a clause and a provision."""
    found = signals(pair(read(ours, lang), read(theirs, lang_of_law), "XX"))
    return {name: one.value for name, one in found.items()}


@each_row(("lang", "lang_of_law", "law", "changed", "kept"), ALTERED)
def test_a_word_or_a_number_of_its_own_changes_the_term(lang: str, lang_of_law: str, law: str, changed: str, kept: str) -> None:
    assert seen(lang, lang_of_law, law, changed).get("redefined") == 1.0
    assert "redefined" not in seen(lang, lang_of_law, law, kept)


# language, a sentence of law, the words that name the term which it defines
BEHIND = [
    ("en", "For the purposes of this Part, a firm shall be deemed to be a resident if it is seated at Kora.", "resident"),
    ("fr", "Est réputé résident le navire qui hiverne dans un port de la République.", "résident"),
    ("es", "A los efectos de esta ley, se considera residente la nave que inverna en el país.", "residente"),
    ("pt", "Para os efeitos desta lei, considera-se residente o navio que inverna no país.", "residente"),
]


@each_row(("lang", "law", "named"), BEHIND)
def test_what_counts_as_something_is_defined_by_what_stands_behind(lang: str, law: str, named: str) -> None:
    sentence = read(law, lang).sentences[0]
    words = [law[sentence.words[n].start : sentence.words[n].end] for one in terms(sentence) for n in one.names[0]]
    assert words[0] == named
