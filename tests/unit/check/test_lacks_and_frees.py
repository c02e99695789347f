"""Rules that bind only those who lack something, what laws leave free or open to agreements, contraries, languages, homonyms."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.judge import PROVES, judge
from ssc_drafter.check.kinds import signals
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.stems import stem
from ssc_drafter.check.pairs import pair


def seen(lang: str, theirs: str, ours: str, ours_lang: str = "") -> dict[str, float]:
    """Return the strength of each signal in a clause and a provision."""
    found = signals(pair(read(ours, ours_lang or lang), read(theirs, lang), "XX"))
    return {name: one.value for name, one in found.items()}


# language, what the law says, the clause, a signal that is there, a signal that is not
READ = [
    (
        "en",
        "A diver who has not been certified shall not collect coral.",
        "Certified divers of the Centre collect coral each spring.",
        "quality_met",
        "forbidden_flatly",
    ),
    (
        "en",
        "A diver who has not been certified shall not collect coral.",
        "Tourists collect coral each spring.",
        "forbidden_flatly",
        "quality_met",
    ),
    (
        "pt",
        "O corte de mangue sem plano de manejo é proibido.",
        "As comunidades fazem o corte de mangue com plano de manejo.",
        "quality_met",
        "forbidden_flatly",
    ),
    (
        "en",
        "Salt traders may sell and carry their own salt.",
        "Salt traders shall neither sell nor carry their own salt.",
        "freedom_denied",
        "quality_met",
    ),
    (
        "es",
        "Las remesas de sal al exterior son libres.",
        "No podrán hacerse remesas de sal al exterior.",
        "freedom_denied",
        "quality_met",
    ),
    (
        "en",
        "Works above one million shall be tendered, unless the parties agree on another way.",
        "The works, priced at two million, are awarded directly.",
        "law_yields",
        "freedom_denied",
    ),
    (
        "fr",
        "Les travaux sont attribués par appel d'offres, sauf stipulation contraire d'un accord.",
        "Les travaux sont attribués de gré à gré.",
        "law_yields",
        "freedom_denied",
    ),
    (
        "en",
        "Every ferryman shall have one day of rest each week.",
        "Ferrymen hired for the line work seven days a week.",
        "clashes",
        "same_side",
    ),
    (
        "fr",
        "Le batelier détaché conserve son poste.",
        "Les bateliers détachés perdent leur poste.",
        "clashes",
        "same_side",
    ),
    (
        "es",
        "El despido del barquero sin justa causa está prohibido.",
        "El barquero podrá ser despedido sin motivo.",
        "clashes",
        "same_side",
    ),
    (
        "pt",
        "O despedimento do barqueiro sem justa causa é proibido.",
        "O barqueiro pode ser despedido por justa causa.",
        "same_side",
        "clashes",
    ),
    (
        "en",
        "The official language is Portuguese, in which every agreement shall be drawn up.",
        "Done in two copies in French.",
        "other_language",
        "same_side",
    ),
    (
        "fr",
        "La langue officielle est le français ; les accords y sont rédigés.",
        "Le présent accord est fait en langues anglaise et française.",
        "says_the_same",
        "other_language",
    ),
]


@each_row(("lang", "theirs", "ours", "there", "absent"), READ)
def test_what_is_read(lang: str, theirs: str, ours: str, there: str, absent: str) -> None:
    found = seen(lang, theirs, ours)
    assert absent not in found
    if there != "says_the_same":
        assert there in found, found


# language, clause, what becomes of its step
STEPS = [
    ("en", "The Centre may lend no boat without the licence of the harbour master.", "required"),
    ("en", "The Centre lends its boats without any licence.", "excluded"),
]


@each_row(("lang", "text", "status"), STEPS)
def test_no_and_without_demand_together(lang: str, text: str, status: str) -> None:
    assert [one.status for one in read(text, lang).sentences[0].steps] == [status]


def test_who_is_exempt_does_not_repeat_a_ban_on_exemptions() -> None:
    law = "No exemption from the salt tax shall be granted except by an Act."
    clause = "Divers of the Centre shall be exempt from the salt tax."
    assert "says_the_same" not in seen("en", law, clause)
    assert "exempted" in seen("en", law, clause)


def test_a_law_that_itself_exempts_is_not_broken_by_an_exemption() -> None:
    law = "Nets given to fishing villages shall not be liable to customs duty."
    assert "exempted" not in seen("en", law, "Nets given to the villages come in free of customs duty.")


AGES = [
    ("en", "The ferry takes helpers from the age of twelve.", 144.0),
    ("en", "No child under fifteen shall dive.", 180.0),
    ("en", "Not more than fifteen boats may anchor.", None),
]


@each_row(("lang", "text", "months"), AGES)
def test_a_bare_number_behind_a_word_of_age_counts_years(lang: str, text: str, months: float | None) -> None:
    found = [one.value for one in read(text, lang).sentences[0].quantities if one.scale == "months"]
    assert found == ([months] if months else [])


APART = [
    ("en", "government", "govern"),
    ("en", "treatment", "treaty"),
    ("fr", "dès", "de"),
    ("fr", "accord", "accorder"),
    ("es", "partida", "parte"),
    ("es", "conferencia", "conferir"),
    ("pt", "países", "pai"),
    ("pt", "estado", "estada"),
]


@each_row(("lang", "one", "other"), APART)
def test_words_of_another_sense_keep_stems_of_their_own(lang: str, one: str, other: str) -> None:
    assert stem(one, lang) != stem(other, lang)


def test_the_other_party_is_no_budget_line() -> None:
    assert not read("La otra Parte enviará a los expertos a partir de enero.", "es").sentences[0].every_step


def test_a_step_left_out_shows_that_two_texts_share_a_matter() -> None:
    law = "No person shall dredge a lagoon without a permit granted by the Lagoon Board."
    clause = "The company dredges the lagoon at Port Aru with two pontoons hired in the neighbouring province, day and night."
    found = judge(pair(read(clause, "en"), read(law, "en"), "XX"))
    assert found.signals["step_silent"].value >= min(least for name, least, _ in PROVES if name == "step_silent")
    assert found.related >= 0.5
