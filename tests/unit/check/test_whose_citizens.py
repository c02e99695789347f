"""Shares of a whole held by citizens of one State and of another: which of them the law's own share is held against.

Every law here is invented, of invented States.
"""

from __future__ import annotations

import msgspec
from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.kinds import signals
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair
from tests.unit.check.test_document import draft
from tests.unit.check.test_lifetime import act
from tests.unit.check.test_together import exact, shown

LAW = {
    "en": ("In this Act, “national vessel” means a vessel of which at least {} % is held by citizens of Zubaria.",
           "Coastal trade in the waters of Zubaria is reserved to national vessels."),
    "fr": ("Au sens de la présente loi, l'expression « navire national » désigne le navire dont les citoyens de Zubaria détiennent au moins {} % des parts.",
           "Le cabotage dans les eaux de Zubaria est réservé aux navires nationaux."),
    "es": ("A los efectos de la presente ley, «buque nacional» significa el buque del que los ciudadanos de Zubaria poseen al menos el {} % de las cuotas.",
           "El cabotaje en las aguas de Zubaria está reservado a los buques nacionales."),
    "pt": ("Para os efeitos da presente lei, «navio nacional» significa o navio do qual os cidadãos da Zubaria detêm pelo menos {} % das quotas.",
           "A cabotagem nas águas da Zubaria é reservada aos navios nacionais."),
}  # fmt: skip
DRAFT = {
    "en": ("In this Agreement, “joint vessel” means a vessel of which at least {} % is held by citizens of {} and the rest by citizens of {}.",
           "Coastal trade in the waters of Zubaria is carried on by joint vessels."),
    "fr": ("Au sens du présent Accord, « navire mixte » désigne un navire dont au moins {} % des parts est détenu par des citoyens de {} et le reste par des citoyens de {}.",
           "Le cabotage dans les eaux de Zubaria est assuré par des navires mixtes."),
    "es": ("A los efectos del presente Acuerdo, «buque mixto» significa un buque del que al menos el {} % de las cuotas es de ciudadanos de {} y el resto de ciudadanos de {}.",
           "El cabotaje en las aguas de Zubaria estará a cargo de los buques mixtos."),
    "pt": ("Para os efeitos do presente Acordo, «navio misto» significa um navio do qual pelo menos {} % das quotas pertence a cidadãos da {} e o resto a cidadãos da {}.",
           "A cabotagem nas águas da Zubaria é feita por navios mistos."),
}  # fmt: skip
ROWS = [  # the law's share, the draft's, whose citizens have it and whose the rest, whether the clause breaks the law
    (75, 51, "Zubaria", "Dalmira", True),
    (51, 60, "Zubaria", "Dalmira", False),
    (51, 60, "Dalmira", "Zubaria", True),
    (40, 60, "Dalmira", "Zubaria", False),
]


@each_row("lang", ["en", "fr", "es", "pt"])
@each_row(("least", "share", "ours", "theirs", "bites"), ROWS)
def test_the_rest_of_a_share_that_is_the_other_states(
    lang: str, least: int, share: int, ours: str, theirs: str, bites: bool
) -> None:
    meaning, clause = DRAFT[lang]
    text = draft(meaning.format(share, ours, theirs), clause, lang=lang)
    one = act(lang, LAW[lang][0].format(least), LAW[lang][1])
    report = check(text, [one])
    assert shown(report) == ([("limit", "2", ("defined_here", "defined"))] if bites else [])
    exact(report, text, one)


@each_row(
    ("lang", "law", "clause", "signal"),
    [
        ("en", "At least 60 % of the shares of a port company is held by citizens.",
         "Citizens of Kenya hold 51 % of the shares of the port company and citizens of Zambia hold the rest.", "number_passed"),
        ("en", "At least 60 % of the shares of a port company is held by citizens.",
         "Citizens of Kenya hold 70 % of the shares of the port company and citizens of Zambia hold the rest.", "number_within"),
        ("en", "Foreigners hold at most 40 % of the shares of a port company.",
         "Citizens of Kenya hold 51 % of the shares of the port company and the rest is for citizens of Zambia.", "number_passed"),
        ("fr", "Au moins 60 % des parts d'une société portuaire est détenu par des citoyens.",
         "Les citoyens du Kenya détiennent 51 % des parts de la société portuaire et le reste revient aux citoyens de la Zambie.", "number_passed"),
        ("es", "Al menos el 60 % de las cuotas de una sociedad portuaria es de ciudadanos.",
         "Los ciudadanos de Kenia poseen el 51 % de las cuotas de la sociedad portuaria y el resto es de ciudadanos de Zambia.", "number_passed"),
        ("pt", "Pelo menos 60 % das quotas de uma sociedade portuária pertence a cidadãos.",
         "Os cidadãos do Quénia detêm 51 % das quotas da sociedade portuária e o resto pertence a cidadãos da Zâmbia.", "number_passed"),
    ],
)  # fmt: skip
def test_citizens_are_told_apart_by_the_state_that_is_named(lang: str, law: str, clause: str, signal: str) -> None:
    found = signals(pair(read(clause, lang), read(law, lang), "KE"))
    assert signal in found and not {"number_passed", "number_within"} - {signal} & found.keys()


REAL = {  # as the two States are called in each language, with what stands ahead of them
    "en": ("Kenya", "Zambia"), "fr": ("du Kenya", "de la Zambie"), "es": ("de Kenia", "de Zambia"), "pt": ("do Quénia", "da Zâmbia"),
}  # fmt: skip
AHEAD = {"en": "", "fr": "de ", "es": "de ", "pt": "da "}


def real(lang: str, words: str) -> str:
    """Return words with the names of real States for those that are invented."""
    for invented, name in zip(("Zubaria", "Dalmira"), REAL[lang], strict=True):
        words = words.replace(f"{AHEAD[lang]}{invented}", name)
    return words


@each_row("ours", ["en", "fr", "es", "pt"])
@each_row("theirs", ["en", "fr", "es", "pt"])
@each_row(("least", "share", "mine", "other", "bites"), ROWS)
def test_definitions_of_whose_the_rest_is_meet_in_every_pair_of_languages(
    ours: str, theirs: str, least: int, share: int, mine: str, other: str, bites: bool
) -> None:
    meaning, clause = (real(ours, words) for words in (DRAFT[ours][0].format(share, mine, other), DRAFT[ours][1]))
    text = draft(meaning, clause, lang=ours)
    rules = (real(theirs, words) for words in (LAW[theirs][0].format(least), LAW[theirs][1]))
    one = msgspec.structs.replace(act(theirs, *rules), country="KE")
    report = check(text, [one])
    assert shown(report) == ([("limit", "2", ("defined_here", "defined"))] if bites else [])
    exact(report, text, one)
