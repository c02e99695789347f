"""Wordings built from an officer's own sentence and from what the law asks for, each tried before it is offered.

Laws and clauses are invented.
"""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.cutting import cut
from ssc_drafter.check.finding import Cure, Finding
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


@each_row(
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
@each_row("lang", list(STEPS))
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


AUDIT = "1. Audit\nThe accounts of the Government shall be audited by the Auditor-General."
SECRET = "1. Register\nThe National Register of Traditional Knowledge shall not be consulted by third persons."
KEPT = {
    "organ": (
        "The accounts of the Government of Orvane shall be audited by a firm appointed by the Joint Committee.",
        AUDIT,
        "shall be audited by the authority that is competent under the applicable national law (section 1",
    ),
    "denial": (
        "No permit of the Seed Board shall be required for the sale of seed bred in Dalmira.",
        SEED,
        "A permit of the Seed Board shall be required for the sale of seed bred in Dalmira, in accordance with",
    ),
    "half": (
        "The Institute shall open a shop in Orvane, and no permit of the Seed Board shall be required for the sale of its seed.",
        SEED,
        "The Institute shall open a shop in Orvane, and a permit of the Seed Board shall be required for the sale of its seed,",
    ),
    "forbidden": (
        "Researchers of Dalmira shall freely consult the National Register of Traditional Knowledge.",
        SECRET,
        "Researchers of Dalmira shall freely consult the National Register of Traditional Knowledge, to the extent permitted by",
    ),
}


@pytest.mark.slow
@each_row("case", list(KEPT))
def test_the_promise_is_kept_within_the_law_rather_than_left_to_it(case: str) -> None:
    clause, words, kept = KEPT[case]
    _, cure = cured(clause, words)
    assert kept in cure.text, cure.text


LINES = {
    "en": (
        "The Institute of Dalmira may in Orvane:\n(a) open an office;\n(b) sell seed without a permit; and\n(c) train farmers.",
        SEED,
        "\n(b) sell seed, provided that the permit or approval has been obtained beforehand",
    ),
    "fr": (
        "L'Institut de Dalmire peut en Orvane :\na) ouvrir un bureau ;\nb) vendre des semences sans autorisation ;\nc) former.",
        STEPS["fr"][1],
        "\nb) vendre des semences, à condition que le permis ou l’agrément ait été obtenu au préalable",
    ),
    "es": (
        "El Instituto de Dalmira podrá en Orvane:\na) abrir una oficina;\nb) vender semillas sin autorización;\nc) formar.",
        STEPS["es"][1],
        "\nb) vender semillas, siempre que previamente se haya obtenido el permiso",
    ),
    "pt": (
        "O Instituto de Dalmira poderá em Orvane:\na) abrir um escritório;\nb) vender sementes sem autorização;\nc) formar.",
        STEPS["pt"][1],
        "\nb) vender sementes, desde que previamente tenha sido obtida a licença",
    ),
}


@pytest.mark.slow
@each_row("lang", list(LINES))
def test_a_clause_of_several_lines_is_changed_in_the_line_at_issue(lang: str) -> None:
    clause, words, said = LINES[lang]
    _, cure = cured(clause, words, lang)
    assert said in cure.text and cure.text.count("\n") == clause.count("\n"), cure.text


@pytest.mark.slow
def test_a_number_in_a_list_takes_that_of_the_law_and_the_list_stays() -> None:
    clause = "The Institute of Dalmira may in Orvane:\n(a) take land on a lease of twenty years;\n(b) train farmers."
    _, cure = cured(clause, "1. Leases\nA lease of land shall not exceed ten years.")
    assert cure.text == clause.replace("twenty", "ten") and cure.value == "ten years"


@pytest.mark.slow
def test_a_term_that_the_law_defines_has_its_meaning_and_its_name() -> None:
    words = "1. Terms\n“Seed” means any part of a plant that is meant for sowing or planting."
    clause = "For the application of the seed law, seed means grain only, to the exclusion of cuttings and tubers."
    _, cure = cured(clause, words)
    assert cure.text.startswith("The term “Seed” has the meaning that the applicable national law (section 1")


FLATLY = [
    ("en", "Article 4. Waste\nThe import of hazardous waste into the Republic is prohibited.", "The receiving Party shall allow the import of hazardous waste for treatment.", "amended"),
    ("fr", "Article 4\nL'importation de déchets dangereux sur le territoire est interdite.", "La Partie d'accueil autorise l'importation de déchets dangereux en vue de leur traitement.", "modifiée"),
    ("es", "Artículo 4. Queda prohibida la importación de residuos peligrosos al territorio.", "La Parte receptora permitirá la importación de residuos peligrosos para su tratamiento.", "reformada"),
    ("pt", "Artigo 4\nÉ proibida a importação de resíduos perigosos para o território.", "A Parte anfitriã permitirá a importação de resíduos perigosos para tratamento.", "alterada"),
]  # fmt: skip


@each_row(("lang", "forbids", "promise", "said"), FLATLY)
def test_where_the_law_permits_nothing_the_wording_waits_for_another_law(
    lang: str, forbids: str, promise: str, said: str
) -> None:
    (found,) = check(draft(promise, lang=lang), [law(forbids, lang)]).findings
    tried = next(one.text for one in found.cure if one.verified)
    assert tried.startswith(promise[:-1]) and said in tried
    assert not check(draft(tried, lang=lang), [law(forbids, lang)]).findings
