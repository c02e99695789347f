"""What a law forbids, protects, levies, settles, ranks, defines; each row a sentence of law, a clause, and what is seen in the two."""

from __future__ import annotations

import pytest

from ssc_drafter.check import law
from ssc_drafter.check.kinds import signals
from ssc_drafter.check.kinds.banned import rules
from ssc_drafter.check.kinds.precedence import raised
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair


def seen(lang: str, theirs: str, ours: str, ours_lang: str = "") -> dict[str, float]:
    """Return the strength of each signal in a clause and a provision."""
    found = signals(pair(read(ours, ours_lang or lang), read(theirs, lang), "XX"))
    return {name: one.value for name, one in found.items()}


# language, law, the words of the act that it forbids
BANS = [
    ("en", "No person shall sell turtle eggs.", "sell"),
    ("en", "The sale of turtle eggs is prohibited.", "sale"),
    ("en", "A person who sells turtle eggs commits an offence.", "sells"),
    ("fr", "Il est interdit de vendre des œufs de tortue.", "vendre"),
    ("fr", "La vente d'œufs de tortue est interdite.", "vente"),
    ("es", "Se prohíbe la venta de huevos de tortuga.", "venta"),
    ("pt", "É proibida a venda de ovos de tartaruga.", "venda"),
]


@pytest.mark.parametrize(("lang", "text", "act"), BANS, ids=[text for _, text, _ in BANS])
def test_the_act_of_a_ban_is_found(lang: str, text: str, act: str) -> None:
    sentence = read(text, lang).sentences[0]
    (ban,) = rules(sentence, "prohibition")
    assert text[sentence.words[ban.act[0]].start : sentence.words[ban.act[-1]].end] == act


def test_a_number_not_to_be_passed_is_no_ban() -> None:
    sentence = read("The term of a lease shall not exceed twenty years.", "en").sentences[0]
    assert rules(sentence, "prohibition") == []


# language of the law, law, language of the clause, clause, signal that is there, signal that is not
ROWS = [
    ("en", "Ivory shall not be sold.", "en", "The agency sells the seized tusks.", "forbidden_flatly", "both_forbid"),
    ("en", "Ivory shall not be sold.", "en", "The agency shall not sell ivory.", "both_forbid", "forbidden_flatly"),
    ("en", "Ivory shall not be sold.", "fr", "L'agence vend les défenses d'éléphant saisies.", "forbidden_flatly", "both_forbid"),
    ("en", "A foreigner shall not buy farmland.", "en", "The State sells the orchard to the foreigner.", "forbidden_flatly", ""),
    ("en", "Hazardous waste shall not be imported.", "en", "The plant burns hazardous waste of the town.", "", "forbidden_flatly"),
    ("en", "Basic education is free of charge.", "en", "Schools charge a fee for basic education.", "clashes", "same_side"),
    ("en", "Basic education is free of charge.", "en", "Basic education remains free of charge.", "same_side", "clashes"),
    ("fr", "L'enseignement primaire est gratuit.", "en", "Primary schools charge a fee for teaching.", "clashes", "same_side"),
    ("es", "El mineral del subsuelo es propiedad de la Nación.", "es", "El mineral pasa a ser propiedad de la empresa.", "clashes", ""),
    ("en", "Records of the council are open to the public.", "en", "Records of the council stay confidential.", "clashes", ""),
    ("en", "Workers have the right to annual leave.", "en", "Workers have no right to annual leave.", "right_revoked", ""),
    ("en", "Workers have the right to annual leave.", "en", "Workers waive annual leave.", "right_waived", "right_revoked"),
    ("en", "Every foreigner shall hold a visa.", "en", "Foreigners of the team enter without a visa.", "exempted", ""),
    ("fr", "Tout étranger doit être muni d'un visa.", "fr", "Les experts étrangers entrent sans visa.", "exempted", ""),
    ("en", "Import duty is payable on vehicles.", "en", "The vehicles are cleared without duty.", "exempted", ""),
    ("en", "Vehicles of missions are exempt from import duty.", "en", "The mission's vehicles are exempt from import duty.", "", "exempted"),
    ("en", "Contracts of the State are subject only to the courts of the Republic.", "en",
     "Disputes on contracts of the State go to arbitration in Geneva.", "forum_elsewhere", ""),
    ("en", "Contracts of the State are subject only to the courts of the Republic.", "en",
     "Disputes on contracts of the State go to the courts of the Republic.", "", "forum_elsewhere"),
    ("en", "No dispute with another State shall be submitted to binding arbitration unless Parliament has agreed.", "en",
     "A dispute on this Agreement shall be settled by consultation between the Parties.", "", "forum_elsewhere"),
    # what an arbitration agreement is (Ley 27.449 (AR) art. 14) sends no dispute anywhere; what parties have agreed on does
    ("es", "El acuerdo de arbitraje es un acuerdo por el que las partes deciden someter a arbitraje todas las controversias.", "es",
     "Toda controversia entre las Partes se resolverá por la vía diplomática.", "", "forum_elsewhere"),
    ("es", "Todas las controversias se resuelven mediante arbitraje.", "es",
     "Toda controversia entre las Partes se resolverá por la vía diplomática.", "forum_elsewhere", ""),
    ("fr", "La convention d'arbitrage est une convention par laquelle les parties décident de soumettre leurs différends à l'arbitrage.",
     "fr", "Tout différend entre les Parties est réglé par la voie diplomatique.", "", "forum_elsewhere"),
    ("en", "An arbitration agreement is an agreement by the parties to submit all disputes to arbitration.", "en",
     "All disputes between the Parties shall be settled through diplomatic channels.", "", "forum_elsewhere"),
    ("pt", "A convenção de arbitragem é o acordo pelo qual as partes submetem à arbitragem todos os litígios.", "pt",
     "Todo litígio entre as Partes será resolvido por via diplomática.", "", "forum_elsewhere"),
    ("en", "The Constitution is the supreme law.", "en", "This Agreement prevails over the law of the Parties.", "ranked_above", ""),
    ("en", "The Constitution is the supreme law.", "en", "This Agreement gives way to the law of the Parties.", "ranked_below", "ranked_above"),
    ("pt", "A Constituição é a lei suprema.", "pt", "O presente Acordo prevalece sobre as leis das Partes.", "ranked_above", ""),
    ("en", '"Waste" means anything that is thrown away, scrap included.', "en", "Scrap is not to be regarded as waste.", "redefined", ""),
    ("en", "The Water Council registers all wells.", "en", "A new committee is established which registers all wells.", "second_body", ""),
    ("en", "The Water Council registers all wells.", "en", "All wells are registered by the Water Council.", "", "second_body"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "theirs", "ours_lang", "ours", "there", "absent"), ROWS, ids=[row[3] for row in ROWS])
def test_what_is_seen(lang: str, theirs: str, ours_lang: str, ours: str, there: str, absent: str) -> None:
    found = seen(lang, theirs, ours, ours_lang)
    assert not there or found.get(there, 0.0) >= 0.4, found
    assert absent not in found, found


# language, clause, whether it puts the agreement above law
RANKS = [
    ("en", "In case of conflict between this Agreement and an Act, this Agreement shall govern.", True),
    ("en", "In case of conflict between this Agreement and an Act, the Act prevails.", False),
    ("en", "The Centre enjoys this notwithstanding any law of the Parties.", True),
    ("fr", "Le présent Accord prévaut sur les lois des Parties.", True),
    ("fr", "Le présent Accord s'applique sans préjudice des lois des Parties.", False),
    ("es", "En caso de discrepancia con la ley regirá el Convenio.", True),
    ("pt", "Em caso de divergência com a lei, a lei prevalece.", False),
]


@pytest.mark.parametrize(("lang", "text", "above"), RANKS, ids=[text for _, text, _ in RANKS])
def test_who_ranks_above(lang: str, text: str, above: bool) -> None:
    assert (raised(read(text, lang).sentences[0]) is not None) == above


# language, words, the class that they are an instance of
INSTANCES = [
    ("en", "a weir across the stream", "waterwork"),
    ("en", "a prize for the officer", "advantage"),
    ("en", "a debenture", "securities"),
    ("fr", "deux chalutiers", "vessel"),
    ("fr", "un essai clinique", "clinical_trial"),
    ("es", "una vasija", "antiquity"),
    ("es", "vacunas", "vaccine"),
    ("pt", "uma espingarda", "weapon"),
    ("pt", "um bolseiro", "scholarship"),
]


@pytest.mark.parametrize(("lang", "text", "name"), INSTANCES, ids=[text for _, text, _ in INSTANCES])
def test_an_instance_is_known_by_its_class(lang: str, text: str, name: str) -> None:
    assert name in read(text, lang).sentences[0].classes


def test_each_class_names_only_classes_that_are_there() -> None:
    known = law.classes()
    named = {other for one in known.values() for other in (one.under, one.contrary, *one.beside) if other}
    assert named <= known.keys()
    assert all(known[one.contrary].contrary == name for name, one in known.items() if one.contrary)
    assert law.deals().keys() <= law.acts().keys()
