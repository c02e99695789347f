"""What a text only recommends ("should") is never more than a low finding, whatever text says it and whoever makes it binding."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.document.advising import advises
from ssc_drafter.check.norms import read
from tests.unit.check.test_document import draft
from tests.unit.check.test_giving_way import LANGUAGES, MADE
from tests.unit.check.test_higher_law import CLAUSE, STATUTE, THIRTY, statute, text

SHOULD = {
    "en": "A lease of public land to a foreign company should be for no more than thirty years.",
    "fr": "Le bail des terres publiques consenti à une société étrangère ne devrait pas dépasser trente ans.",
    "es": "El arrendamiento de tierras públicas a una sociedad extranjera no debería exceder de treinta años.",
    "pt": "O arrendamento de terras públicas a uma sociedade estrangeira não deveria exceder trinta anos.",
}
SAYS = {"en": "recommends “", "fr": "recommande «", "es": "recomienda «", "pt": "recomenda «"}


@each_row("lang", LANGUAGES)
def test_what_is_recommended_weighs_least_in_a_statute(lang: str) -> None:
    (one,) = check(draft(CLAUSE[lang], lang=lang), [text(lang, SHOULD[lang], "Act", "act")]).findings
    (law,) = check(draft(CLAUSE[lang], lang=lang), [statute(lang)]).findings
    assert (one.severity, law.severity) == ("low", "high")
    assert SAYS[lang] in one.reason
    assert SAYS[lang] not in law.reason
    assert one.title != law.title


@each_row("lang", LANGUAGES)
def test_no_law_makes_a_recommendation_of_a_policy_more_than_that(lang: str) -> None:
    binding = text(lang, MADE[lang][1], "Act", "act")
    found = [
        check(draft(CLAUSE[lang], lang=lang), [text(lang, words, MADE[lang][0], "policy"), binding]).findings
        for words in (SHOULD[lang], STATUTE[lang].format(THIRTY[lang][0]))
    ]
    assert [one.severity for row in found for one in row] == ["low", "medium"]


@each_row("lang", LANGUAGES)
def test_one_word_of_duty_beside_the_recommendation_is_enough(lang: str) -> None:
    duty = STATUTE[lang].format(THIRTY[lang][1])
    both = read(f"{SHOULD[lang]} {duty}", lang)
    at = len(SHOULD[lang])
    assert advises(both, 0, at)
    assert not advises(both, at + 1, at + 1 + len(duty))
    assert not advises(both, 0, at + 1 + len(duty))
