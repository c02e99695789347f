"""Wordings built from an officer's own sentence and from what the law asks for, each tried before it is offered.

Laws and clauses are invented.
"""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ssc_drafter.check import check
from ssc_drafter.check.finding import Cure, Finding
from ssc_drafter.check.redrafting import cut
from tests.unit.check.test_document import draft, law

END = {
    "en": "\n\n90. Seat\nThe seat is Orva.",
    "fr": "\n\nArticle 90\nLe siège est à Orva.",
    "es": "\n\nArtículo 90\nLa sede es Orva.",
    "pt": "\n\nArtigo 90\nA sede é Orva.",
}


def cured(clause: str, words: str, lang: str = "en", law_lang: str = "") -> tuple[Finding, Cure]:
    """Return the finding of a clause against a law, and its tried wording; the wording is held against the law once more."""
    spoken = law_lang or lang
    text = law(words + END[spoken], lang=spoken)
    (one, *_) = check(draft(clause, lang=lang), [text]).findings
    cure = next(cure for cure in one.cure if cure.verified)
    again = check(draft(cure.text, lang=lang), [text])
    assert not again.findings, [cure.text, *(found.reason for found in again.findings)]
    return one, cure


@pytest.mark.parametrize(
    ("lang", "sentence", "left"),
    [
        ("en", "Seed shall be sold without a permit of the Board.", "Seed shall be sold."),
        ("en", "Seed may be sold without a permit, a licence or another document, and exported.", "Seed may be sold, and exported."),
        ("en", "Fees are, by virtue of this Agreement alone, free of tax, whatever the law provides.", "Fees are free of tax."),
        ("en", "By the sole effect of this Agreement, the Office is exempt from tax.", "The Office is exempt from tax."),
        ("fr", "Les biens sont achetés sans appel d'offres, quel que soit leur montant.", "Les biens sont achetés."),
        ("es", "Los expertos estarán exentos de impuestos por el solo efecto del presente Acuerdo.", "Los expertos estarán exentos de impuestos."),
        ("pt", "Os peritos são isentos de impostos por força deste Acordo.", "Os peritos são isentos de impostos."),
        ("en", "The law of a Party, of whatever rank, is left aside.", "The law of a Party, of whatever rank, is left aside."),
        ("es", "Conservará sin límite de tiempo una copia y podrá servirse de ella.", "Conservará sin límite de tiempo una copia y podrá servirse de ella."),
    ],
)  # fmt: skip
def test_what_sets_a_promise_above_the_law_is_taken_out_and_nothing_else(lang: str, sentence: str, left: str) -> None:
    assert cut(sentence, lang) == left


SEED = "1. Sale\nNo person shall sell seed in Orvane without a permit issued by the Seed Board."


@pytest.mark.slow
def test_a_step_is_put_into_the_clause_with_the_organ_and_the_section() -> None:
    one, cure = cured("Seed bred in Dalmira shall be sold in Orvane without a permit of the Seed Board.", SEED)
    assert cure.kind == "wording"
    assert cure.text.startswith(
        "Seed bred in Dalmira shall be sold in Orvane, provided that the permit or approval has been obtained"
    )
    assert "section 1" in cure.text.lower() and "authority: Seed Board" in cure.text
    step = next(cure for cure in one.cure if cure.kind == "domestic_step")
    assert "permit" in step.text and "Seed Board" in step.text


STEPS = {
    "fr": (
        "Les semences sont vendues en Orvane sans autorisation du Conseil des semences.",
        "Article 1\nNul ne peut vendre de semences sans une autorisation délivrée par le Conseil des semences.",
        "à condition que le permis ou l’agrément ait été obtenu",
    ),
    "es": (
        "Las semillas se venderán en Orvane sin autorización del Consejo de Semillas.",
        "Artículo 1\nNadie podrá vender semillas sin autorización del Consejo de Semillas.",
        "siempre que previamente se haya obtenido",
    ),
    "pt": (
        "As sementes serão vendidas em Orvane sem autorização do Conselho de Sementes.",
        "Artigo 1\nNinguém poderá vender sementes sem autorização do Conselho de Sementes.",
        "desde que previamente tenha sido obtida",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("lang", list(STEPS))
def test_a_step_is_put_into_the_clause_in_its_own_language(lang: str) -> None:
    clause, words, said = STEPS[lang]
    _, cure = cured(clause, words, lang)
    assert said in cure.text, cure.text


@pytest.mark.slow
def test_a_law_in_another_language_gives_a_condition_in_the_drafts() -> None:
    _, cure = cured("Seed shall be sold in Orvane without authorisation of the Council.", STEPS["fr"][1], "en", "fr")
    assert "provided that the permit or approval has been obtained beforehand" in cure.text


@pytest.mark.slow
def test_an_exemption_waits_for_the_act_that_alone_can_give_it() -> None:
    words = "1. Tax\nNo exemption from income tax shall be granted except by an Act of Parliament."
    one, cure = cured("Experts of Dalmira shall be exempt from income tax in Orvane by virtue of this Agreement alone.", words)
    assert one.type == "privilege"
    assert cure.text.startswith("Experts of Dalmira shall be exempt from income tax in Orvane, in accordance with")
    assert "only once the act that this law requires for it has been adopted" in cure.text


@pytest.mark.slow
def test_a_sentence_that_denies_the_step_gives_way_to_one_that_asks_for_it() -> None:
    clause = "Seed of Dalmira shall be sold in Orvane. No permit of the Seed Board shall be required for the sale of that seed."
    text = law(SEED + END["en"])
    found = [one for one in check(draft(clause), [text]).findings if "No permit" in (one.clause.quote if one.clause else "")]
    cure = next(cure for cure in found[0].cure if cure.verified)
    assert "No permit" not in cure.text and cure.text.startswith("Seed of Dalmira shall be sold in Orvane.")


@pytest.mark.slow
def test_an_agreement_that_binds_on_signature_takes_the_words_that_wait() -> None:
    signed = "This Agreement shall enter into force on the date of its signature, without ratification."
    words = "1. Force\nAn agreement of Orvane shall not enter into force before it is ratified by Parliament."
    _, cure = cured(signed, words)
    assert "later notification" in cure.text


@pytest.mark.slow
def test_advice_is_never_said_to_be_tried() -> None:
    one, _ = cured("Seed bred in Dalmira shall be sold in Orvane without a permit of the Seed Board.", SEED)
    assert [cure.verified for cure in one.cure] == [True, False]
    untried = replace(one, cure=one.cure[1:])
    assert not any(cure.verified for cure in untried.cure)


@pytest.mark.slow
def test_a_policy_is_no_law_in_the_wording_either() -> None:
    clause = "Seed of Dalmira shall be sold in Orvane without a permit of the Seed Board."
    (one,) = check(draft(clause), [law(SEED + END["en"], hierarchy="policy")]).findings
    cure = next(cure for cure in one.cure if cure.verified)
    assert "policy of the Party concerned" in cure.text and "national law" not in cure.text
