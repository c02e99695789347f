"""Bans on strangers: the other Party's people do in the clause what the law forbids to foreigners, or to take from them."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.kinds import signals
from ssc_drafter.check.kinds.senses import bans
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair

LEAST = 0.3
# language, clause, law, whether the ban on strangers is met. Every text was written for these rows.
ROWS = [
    (
        "en",
        "The Government of Tolvania shall buy in its own name the house in Mill Street for its seed laboratory.",
        "A foreign government shall not buy land or houses in the Republic.",
        True,
    ),
    (
        "en",
        "The Milk Cooperative of the district shall buy in its own name the house in Mill Street.",
        "A foreign government shall not buy land or houses in the Republic.",
        False,
    ),
    (
        "en",
        "The partner foundation shall pay to each trade union a grant for its library.",
        "No trade union shall receive a grant or gift from a foreign source.",
        True,
    ),
    (
        "en",
        "The partner foundation shall pay to the village museum a grant for its library.",
        "No trade union shall receive a grant or gift from a foreign source.",
        False,
    ),
    (
        "en",
        "Ships of the other Party shall carry cement between the ports of the coast.",
        "No foreign vessel shall carry cement between the ports of the coast unless the Minister has granted a licence.",
        False,  # a step lifts this ban: its silence is another signal
    ),
    (
        "fr",
        "La société partenaire achète en son nom le domaine agricole de la vallée.",
        "Les étrangers ne peuvent acheter un domaine agricole.",
        True,
    ),
    (
        "fr",
        "La commune achète en son nom le domaine agricole de la vallée.",
        "Les étrangers ne peuvent acheter un domaine agricole.",
        False,
    ),
    (
        "es",
        "El Gobierno de Tolvania comprará la finca para instalar en ella su laboratorio de semillas.",
        "Los gobiernos extranjeros no podrán comprar fincas. "
        "Los gobiernos extranjeros pueden comprar la casa de su misión consular.",
        True,
    ),
    (
        "es",
        "El Gobierno de Tolvania comprará la finca y la casa de su misión consular.",
        "Los gobiernos extranjeros no podrán comprar fincas. "
        "Los gobiernos extranjeros pueden comprar la casa de su misión consular.",
        False,
    ),
    (
        "pt",
        "A empresa parceira comprará dois jornais da capital e dirigirá a redação.",
        "Os estrangeiros não podem comprar jornais.",
        True,
    ),
    (
        "pt",
        "A empresa parceira não comprará jornais da capital.",
        "Os estrangeiros não podem comprar jornais.",
        False,
    ),
]


@each_row(("lang", "clause", "law", "met"), ROWS)
def test_a_ban_on_strangers_is_met_by_the_other_partys_people_alone(lang: str, clause: str, law: str, met: bool) -> None:
    found = signals(pair(read(clause, lang), read(law, lang), "xo"))
    assert ("stranger_barred" in found and found["stranger_barred"].value >= LEAST) is met, found.get("stranger_barred")


TOUCHED = [
    ("en", "Dredgers may discharge oil into the harbour basin.", "No vessel shall discharge oil into harbour waters.", True),
    ("en", "Dredgers may discharge their crew at any time.", "No vessel shall discharge oil into harbour waters.", False),
    ("fr", "Le musée vendra les ivoires de la réserve.", "Les agents ne peuvent vendre les ivoires de la réserve.", True),
    ("fr", "Le musée vendra des cartes postales.", "Les agents ne peuvent vendre les ivoires saisis par la douane.", False),
    ("es", "La empresa exportará troncos de cedro.", "Los titulares no podrán exportar troncos de cedro.", True),
    ("pt", "A empresa exportará mobiliário.", "Os titulares não podem exportar madeira em toros.", False),
]


@each_row(("lang", "clause", "law", "met"), TOUCHED)
def test_a_ban_is_met_where_its_act_is_done_to_what_it_names(lang: str, clause: str, law: str, met: bool) -> None:
    found = signals(pair(read(clause, lang), read(law, lang), "xo"))
    assert ("forbidden_flatly" in found and found["forbidden_flatly"].value >= LEAST) is met, found.get("forbidden_flatly")


def test_what_a_ban_has_inside_of_it_counts() -> None:
    (sentence,) = read("No lottery shall be held by electronic means.", "en").sentences
    hollow = [sentence.words[place].stem for one in sentence.of("hollow") for place in range(one.first, one.last)]
    assert hollow == ["lotter"] and "lotter" in sentence.stems


# language, law, whether it forbids: a bare denial of an act is a ban of its own, not behind "who" or "if" nor beside a permission.
DENIALS = [
    ("en", "A fishing licence is not assignable.", True),
    ("en", "A licence which is not assignable lapses on death.", False),
    ("en", "The holder may let the pond, which does not sell it.", False),
    ("es", "La tierra comunal no se vende a extraños.", True),
    ("es", "El heredero que no vende la tierra paga el canon.", False),
    ("pt", "A terra comum não se vende a estranhos.", True),
    ("pt", "O herdeiro que não vende a terra paga o foro.", False),
    ("fr", "Les terres communes ne se vendent pas.", True),
]


@each_row(("lang", "law", "forbids"), DENIALS)
def test_a_bare_denial_of_an_act_forbids_it(lang: str, law: str, forbids: bool) -> None:
    (sentence,) = read(law, lang).sentences
    assert bool(bans(sentence)) is forbids


def test_a_restatement_has_the_clauses_own_words_in_common() -> None:
    law = read("The warden keeps a list of nests.", "en")
    short = read("The warden keeps a list of the nests.", "en")
    long = read(
        "Schools, tractors, textbooks and a warden who keeps a list of nests are paid for by the twin town each spring.", "en"
    )
    said, told = (signals(pair(one, law, "xo"))["says_the_same"].value for one in (short, long))
    assert said > told
