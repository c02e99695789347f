"""Where the act of a ban stands: behind whom it addresses, ahead of or behind what forbids, in each point of a list."""

from __future__ import annotations

import pytest

from ssc_drafter.check.judge import judge, weights
from ssc_drafter.check.kinds.banned import rules
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair


def acts(lang: str, text: str) -> list[str]:
    """Return the words of the act of each ban of a text."""
    return [
        text[one.words[ban.act[0]].start : one.words[ban.act[-1]].end]
        for one in read(text, lang).sentences
        for ban in rules(one, "prohibition")
    ]


BANS = [
    ("en", "Ships shall not anchor over submarine cables.", "anchor"),
    ("fr", "La publicité pour le tabac est interdite dans les hôpitaux.", "publicité"),
    ("fr", "Est interdite toute vente de lait cru.", "vente"),
    ("fr", "Il est interdit à tout fonctionnaire de recevoir un don.", "recevoir"),
    ("es", "Se prohíbe a los funcionarios de la aduana recibir regalos.", "recibir"),
    ("es", "Es nula la venta de la vivienda familiar.", "venta"),
    ("pt", "É vedado ao servidor, em serviço, receber presentes.", "receber"),
    ("pt", "É proibida a venda de carne de caça.", "venda"),
]


@pytest.mark.parametrize(("lang", "text", "act"), BANS, ids=[text for _, text, _ in BANS])
def test_the_act_stands_where_the_sentence_puts_it(lang: str, text: str, act: str) -> None:
    assert acts(lang, text) == [act]


POINTS = [
    ("en", "An officer shall not: (a) sell stamps; (b) lend money to the post; (c) export coins.", ["sell", "lend", "export"]),
    ("fr", "Il est interdit : a) de vendre des timbres ; b) d'exporter des pièces.", ["vendre", "exporter"]),
    ("es", "Queda prohibido: a) vender sellos; b) exportar monedas.", ["vender", "exportar"]),
    ("pt", "É proibido: a) vender selos; b) exportar moedas.", ["vender", "exportar"]),
]


@pytest.mark.parametrize(("lang", "text", "each"), POINTS, ids=[row[0] for row in POINTS])
def test_each_point_of_a_list_is_a_ban(lang: str, text: str, each: list[str]) -> None:
    assert acts(lang, text) == each


NONE = [
    ("en", "The term of a lease shall not exceed twenty years."),
    ("fr", "La durée du bail ne peut excéder vingt ans."),
    ("es", "El plazo del arriendo no podrá exceder de veinte años."),
    ("pt", "O prazo do arrendamento não pode exceder vinte anos."),
]


@pytest.mark.parametrize(("lang", "text"), NONE, ids=[row[0] for row in NONE])
def test_a_number_that_is_not_to_be_passed_is_no_ban(lang: str, text: str) -> None:
    assert acts(lang, text) == []


def test_what_follows_a_list_is_none_of_its_points() -> None:
    assert acts("en", "No stamp shall be sold. The clerk lends the seal; the director exports coins.") == ["sold"]


LIMITS = [  # a ban that only says how long; a clause that names no time, one that has none, one that is longer
    (
        "en",
        "No contract of towage shall run for more than three years.",
        "Each contract of towage shall run for the period that Article 4 fixes.",
        "Each contract of towage shall run without limit of time.",
        "Each contract of towage shall run for six years.",
    ),
    (
        "fr",
        "Aucun contrat de remorquage ne peut durer plus de trois ans.",
        "Chaque contrat de remorquage dure le temps que fixe l'article 4.",
        "Chaque contrat de remorquage dure sans limitation de durée.",
        "Chaque contrat de remorquage dure six ans.",
    ),
    (
        "es",
        "Ningún contrato de remolque durará más de tres años.",
        "Cada contrato de remolque durará el período que fija el artículo 4.",
        "Cada contrato de remolque durará por tiempo indefinido.",
        "Cada contrato de remolque durará seis años.",
    ),
    (
        "pt",
        "Nenhum contrato de reboque pode durar mais de três anos.",
        "Cada contrato de reboque durará o período que o artigo 4 fixa.",
        "Cada contrato de reboque durará por tempo indeterminado.",
        "Cada contrato de reboque durará seis anos.",
    ),
]


@pytest.mark.parametrize(("lang", "ban", "silent", "endless", "longer"), LIMITS, ids=[row[0] for row in LIMITS])
def test_how_long_is_a_limit_and_no_ban_of_what_names_no_time(
    lang: str, ban: str, silent: str, endless: str, longer: str
) -> None:
    """The clause that leaves its time to another article is not flagged; one without end, or longer, is."""
    found = [judge(pair(read(one, lang), read(ban, lang), "XO"), weights()) for one in (silent, endless, longer)]
    assert [one.type for one in found] == [None, "prohibition", "limit"]
