"""What an officer verified of a provision wins where a draft is weighed as a whole: steps, omissions, durations, sums."""

from __future__ import annotations

from msgspec.structs import replace
from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.finding import Report
from ssc_drafter.policies.instrument import Instrument, Verified
from tests.unit.check.test_document import draft
from tests.unit.check.test_higher_law import text
from tests.unit.check.test_treaty_steps import ON_SIGNATURE, STEPS, TITLE

LANGUAGES = ("en", "fr", "es", "pt")
NOTHING = {
    "en": "The President receives the envoys of other States.",
    "fr": "Le Président reçoit les envoyés des autres États.",
    "es": "El Presidente recibe a los enviados de otros Estados.",
    "pt": "O Presidente recebe os enviados de outros Estados.",
}
CONTENTS = {
    "en": "Every agreement shall contain a clause on the settlement of disputes.",
    "fr": "Tout accord contient une clause sur le règlement des différends.",
    "es": "Todo acuerdo contendrá una cláusula sobre la solución de controversias.",
    "pt": "Todo acordo conterá uma cláusula sobre a solução de controvérsias.",
}
LASTS = {
    "en": "No agreement shall remain in force for more than five years.",
    "fr": "Aucun accord ne reste en vigueur pendant plus de cinq ans.",
    "es": "Ningún acuerdo permanecerá en vigor por más de cinco años.",
    "pt": "Nenhum acordo permanecerá em vigor por mais de cinco anos.",
}
EIGHT = {
    "en": "This Agreement shall remain in force for eight years.",
    "fr": "Le présent Accord reste en vigueur pendant huit ans.",
    "es": "El presente Acuerdo permanecerá en vigor por ocho años.",
    "pt": "O presente Acordo permanecerá em vigor por oito anos.",
}
RULES = {"step": {lang: STEPS[lang][0] for lang in LANGUAGES}, "omission": CONTENTS, "lasts": LASTS}
CLAUSES = {"step": {lang: ON_SIGNATURE[lang][0] for lang in LANGUAGES}, "omission": NOTHING, "lasts": EIGHT}


def said(law: Instrument, words: str, *, beside: bool = False) -> Instrument:
    """Return a law of whose first provision an officer says something."""
    own = Verified(law.provisions[0].address, "1", text=words, by="Ana", at="2026-11-26", beside=beside)
    return replace(law, verified=(own,))


def held(what: str, lang: str, law: Instrument) -> Report:
    return check(draft(CLAUSES[what][lang], lang=lang, title=TITLE[lang]), [law])


@each_row("lang", LANGUAGES)
@each_row("what", RULES)
def test_a_rule_that_an_officer_takes_away_bites_no_more(what: str, lang: str) -> None:
    law = text(lang, RULES[what][lang], "Constitution", "constitution")
    assert held(what, lang, law).findings or held(what, lang, law).look
    report = held(what, lang, said(law, NOTHING[lang]))
    assert not report.findings and not report.look and not report.steps


@each_row("beside", [False, True])
@each_row("lang", LANGUAGES)
@each_row("what", RULES)
def test_a_rule_that_an_officer_states_bites_by_name_on_the_laws_own_words(what: str, lang: str, beside: bool) -> None:
    law = text(lang, NOTHING[lang], "Constitution", "constitution")
    report = held(what, lang, said(law, RULES[what][lang], beside=beside))
    found = [*report.findings, *report.look]
    assert found and all(one.verified and one.verified.by == "Ana" and "Ana" in one.reason for one in found)
    assert {one.policy.quote for one in found} == {NOTHING[lang]}
    assert not report.steps or report.steps[0].policy.quote == NOTHING[lang]
