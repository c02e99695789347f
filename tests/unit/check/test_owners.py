"""Whose a thing is, a right in it or its yield: given to another than the law says, left where it is, or of the State by any name."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.judge import judge
from ssc_drafter.check.kinds import signals
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import Pair, pair


def couple(lang: str, theirs: str, ours: str, ours_lang: str = "") -> Pair:
    """Return a clause and a provision, side by side."""
    return pair(read(ours, ours_lang or lang), read(theirs, lang), "XX")


# language, what the law says, the clause
OTHER = [
    (
        "en",
        "Rights in shells of the reef are vested in the fishing clans.",
        "Rights in shells of the reef belong to the Kiln Company.",
    ),
    ("fr", "Les épaves de la lagune appartiennent à l'État.", "Les épaves de la lagune reviennent à la société de renflouage."),
    ("es", "Los pecios de la laguna pertenecen al Estado.", "Los pecios de la laguna pertenecerán al consorcio."),
    ("pt", "Os destroços da lagoa pertencem ao Estado.", "Os destroços da lagoa revertem para a empresa de salvados."),
]
SAME = [
    (
        "en",
        "Rights in shells of the reef are vested in the fishing clans.",
        "Rights in shells of the reef remain with the fishing clans.",
    ),
    (
        "en",
        "Rights in shells of the reef are vested in the fishing clans.",
        "The kilns of the harbour belong to the Kiln Company.",
    ),
    ("en", "Wrecks of the lagoon belong to the State.", "Wrecks of the lagoon become the property of the Republic."),
    ("fr", "Les épaves de la lagune appartiennent à l'État.", "Les épaves de la lagune n'appartiennent pas à la société."),
    ("es", "Los pecios de la laguna pertenecen al Estado.", "Los pecios de la laguna pertenecen a la Nación."),
    ("pt", "Os destroços da lagoa pertencem ao Estado.", "As barcas do estaleiro pertencem à empresa."),
]


@each_row(("lang", "theirs", "ours"), OTHER)
def test_what_the_law_gives_to_one_and_the_clause_to_another(lang: str, theirs: str, ours: str) -> None:
    both = couple(lang, theirs, ours)
    assert "given_elsewhere" in signals(both)
    assert judge(both).type == "right"


@each_row(("lang", "theirs", "ours"), SAME)
def test_what_stays_with_its_owner_is_quiet(lang: str, theirs: str, ours: str) -> None:
    assert "given_elsewhere" not in signals(couple(lang, theirs, ours))
