"""A time within which a thing is done limits none for which a thing lasts, and the other way round."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.kinds import signals
from ssc_drafter.check.kinds.timing import sort
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair


@each_row(
    ("lang", "words", "expected"),
    [
        ("en", "The report shall be filed within thirty days.", "done_in"),
        ("en", "The permit is valid for thirty days.", "lasts_for"),
        ("en", "Each lot weighs five tonnes.", None),
        ("fr", "Le recours est formé dans un délai de soixante jours.", "done_in"),
        ("fr", "Le permis est délivré pour une durée de soixante jours.", "lasts_for"),
        ("es", "El informe se presentará dentro de los treinta días.", "done_in"),
        ("es", "El permiso tendrá una vigencia de treinta días.", "lasts_for"),
        ("pt", "O relatório será apresentado no prazo de trinta dias.", "done_in"),
        ("pt", "A licença terá validade de trinta dias.", "lasts_for"),
        ("en", "An arbitrator has no less than five years of experience.", "experience"),
        ("fr", "L'arbitre justifie de cinq ans d'expérience.", "experience"),
        ("es", "El árbitro cuenta con cinco años de experiencia.", "experience"),
        ("pt", "O árbitro tem cinco anos de experiência.", "experience"),
    ],
)
def test_what_leads_a_time_tells_its_sort(lang: str, words: str, expected: str | None) -> None:
    reading = read(words, lang)
    told = [sort(one, number) for one in reading.sentences for number in one.quantities]
    assert told and (expected or "") in told


@each_row(
    ("lang", "clause", "other", "same"),
    [
        ("en", "Companies of the other Party have relief for four years.",
         "An appeal on relief shall be made by companies within sixty days.", "Companies have relief for sixty days at most."),
        ("fr", "Les sociétés de l'autre Partie bénéficient de la franchise pendant quatre ans.",
         "Le recours des sociétés sur la franchise est formé dans un délai de soixante jours.",
         "Les sociétés bénéficient de la franchise pendant soixante jours au plus."),
        ("es", "Las empresas de la otra Parte gozan de la franquicia durante cuatro años.",
         "El recurso de las empresas sobre la franquicia se interpondrá en un plazo máximo de sesenta días.",
         "Las empresas gozan de la franquicia durante sesenta días como máximo."),
        ("pt", "As empresas da outra Parte gozam da franquia durante quatro anos.",
         "O recurso das empresas sobre a franquia será interposto no prazo máximo de sessenta dias.",
         "As empresas gozam da franquia durante sessenta dias no máximo."),
    ],
)  # fmt: skip
def test_a_time_to_act_is_no_limit_on_how_long_a_thing_lasts(lang: str, clause: str, other: str, same: str) -> None:
    assert "number_passed" not in signals(pair(read(clause, lang), read(other, lang), "XX"))
    assert "number_passed" in signals(pair(read(clause, lang), read(same, lang), "XX"))


@each_row(
    ("lang", "clause", "rule"),
    [
        ("en", "The arbitrator of the contract gives notice in thirty days.", "An arbitrator of a contract shall have at least five years of experience."),
        ("fr", "L'arbitre du contrat donne avis en trente jours.", "L'arbitre d'un contrat doit avoir au moins cinq ans d'expérience."),
        ("es", "El árbitro del contrato dará aviso en treinta días.", "El árbitro de un contrato deberá tener no menos de cinco años de experiencia."),
        ("pt", "O árbitro do contrato dará aviso em trinta dias.", "O árbitro de um contrato deverá ter no mínimo cinco anos de experiência."),
    ],
)  # fmt: skip
def test_years_of_experience_are_a_limit_on_experience_alone(lang: str, clause: str, rule: str) -> None:
    assert "number_passed" not in signals(pair(read(clause, lang), read(rule, lang), "XX"))
    less = {"en": "The arbitrator of the contract has two years of experience.", "fr": "L'arbitre du contrat a deux ans d'expérience.",
            "es": "El árbitro del contrato tiene dos años de experiencia.", "pt": "O árbitro do contrato tem dois anos de experiência."}  # fmt: skip
    assert "number_passed" in signals(pair(read(less[lang], lang), read(rule, lang), "XX"))
