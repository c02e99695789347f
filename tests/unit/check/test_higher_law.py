"""A statute and a constitution held against the same words: the higher one is named and comes first, in whatever way it bites.

Every law here is invented, of invented States.
"""

from __future__ import annotations

import pytest
from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.finding import Report
from ssc_drafter.policies.instrument import Instrument
from tests.unit.check.test_document import draft, law
from tests.unit.check.test_lifetime import SEAT
from tests.unit.check.test_together import UNIT

LANGUAGES = ("en", "fr", "es", "pt")
CLAUSE = {
    "en": "The Ministry shall grant the Company, a foreign company, a lease of public land for forty years.",
    "fr": "Le Ministère accorde à la Société, société étrangère, un bail des terres publiques pour quarante ans.",
    "es": "El Ministerio otorgará a la Sociedad, sociedad extranjera, el arrendamiento de tierras públicas por cuarenta años.",
    "pt": "O Ministério concederá à Sociedade, sociedade estrangeira, o arrendamento de terras públicas por quarenta anos.",
}
STATUTE = {
    "en": "A lease of public land to a foreign company shall not exceed {} years.",
    "fr": "Le bail des terres publiques à une société étrangère ne peut excéder {} ans.",
    "es": "El arrendamiento de tierras públicas a una sociedad extranjera no podrá exceder de {} años.",
    "pt": "O arrendamento de terras públicas a uma sociedade estrangeira não pode exceder {} anos.",
}
THIRTY = {
    "en": ("thirty", "fifty"),
    "fr": ("trente", "cinquante"),
    "es": ("treinta", "cincuenta"),
    "pt": ("trinta", "cinquenta"),
}
# What a constitution says of it: in words close to the statute's, in words of its own, as a step, as a ban.
NEAR = {
    "en": "A lease of public land shall not exceed twenty years.",
    "fr": "Le bail des terres publiques ne peut excéder vingt ans.",
    "es": "El arrendamiento de tierras públicas no podrá exceder de veinte años.",
    "pt": "O arrendamento de terras públicas não pode exceder vinte anos.",
}
FAR = {
    "en": "No right over land of the State is given to a stranger for longer than twenty-five years.",
    "fr": "Nul droit sur les terres de l'État n'est donné à un étranger pour plus de vingt-cinq ans.",
    "es": "Ningún derecho sobre las tierras del Estado se da a un extranjero por más de veinticinco años.",
    "pt": "Nenhum direito sobre terras do Estado é dado a um estrangeiro por mais de vinte e cinco anos.",
}
STEP = {
    "en": "A lease of public land to a foreign company is void unless Parliament has approved it.",
    "fr": "Le bail de terres publiques à une société étrangère est nul sans l'approbation préalable du Parlement.",
    "es": "El arrendamiento de tierras públicas a una sociedad extranjera es nulo sin la aprobación previa del Congreso.",
    "pt": "O arrendamento de terras públicas a uma sociedade estrangeira é nulo sem a aprovação prévia do Parlamento.",
}
BAN = {
    "en": "No public land shall be leased to a foreign company.",
    "fr": "Aucune terre publique ne peut être donnée à bail à une société étrangère.",
    "es": "Ninguna tierra pública podrá arrendarse a una sociedad extranjera.",
    "pt": "Nenhuma terra pública pode ser arrendada a uma sociedade estrangeira.",
}


def text(lang: str, words: str, title: str, hierarchy: str, **facts: str) -> Instrument:
    """Return an invented law of two articles, of a rank."""
    whole = f"{UNIT[lang]}{words}\n\n{UNIT[lang].replace('1', '2')}{SEAT[lang]}"
    return law(whole, lang, title=title, hierarchy=hierarchy, file=f"zz/{title}.txt", **facts)


def statute(lang: str, number: int = 0) -> Instrument:
    """Return the statute that limits leases to thirty years, or to fifty."""
    return text(lang, STATUTE[lang].format(THIRTY[lang][number]), "Act", "act")


def named(report: Report) -> list[tuple[str, list[str]]]:
    """Return of each finding the law that leads it and those that stand beside it."""
    return [(one.policy.instrument, [law.instrument for law in one.also]) for one in report.findings]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("words", [NEAR, FAR], ids=["near", "far"])
def test_a_constitution_that_says_the_same_leads_however_it_is_worded(lang: str, words: dict[str, str]) -> None:
    highest = text(lang, words[lang], "Constitution", "constitution")
    for laws in ([statute(lang), highest], [highest, statute(lang)]):
        report = check(draft(CLAUSE[lang], lang=lang), laws)
        assert named(report) == [("Constitution", ["Act"])]
        alone = check(draft(CLAUSE[lang], lang=lang), [statute(lang)])
        assert report.findings[0].confidence >= alone.findings[0].confidence, "two laws that say the same make it no less sure"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("words", [STEP, BAN], ids=["step", "ban"])
def test_a_constitution_that_makes_another_trouble_of_the_same_words_comes_first(lang: str, words: dict[str, str]) -> None:
    highest = text(lang, words[lang], "Constitution", "constitution")
    report = check(draft(CLAUSE[lang], lang=lang), [statute(lang), highest])
    assert named(report) == [("Constitution", []), ("Act", [])]
    assert report.findings[1].type == "limit" != report.findings[0].type


@each_row("lang", LANGUAGES)
def test_the_constitution_of_another_state_says_nothing_of_a_statute(lang: str) -> None:
    other = text(lang, STEP[lang], "Constitution", "constitution", country="YY")
    assert [law for law, _ in named(check(draft(CLAUSE[lang], lang=lang), [statute(lang), other]))] == ["Act"]


@each_row("lang", LANGUAGES)
def test_a_constitution_that_the_clause_fits_leads_nothing(lang: str) -> None:
    highest = text(lang, STATUTE[lang].format(THIRTY[lang][1]), "Constitution", "constitution")
    report = check(draft(CLAUSE[lang], lang=lang), [statute(lang), highest])
    assert named(report) == [("Act", [])]
    assert [part.how for part in report.findings[0].together] == ["prevails"]


@each_row("lang", LANGUAGES)
def test_a_policy_stands_behind_a_statute_and_a_regulation(lang: str) -> None:
    policy = text(lang, NEAR[lang], "Policy", "policy")
    decree = text(lang, STATUTE[lang].format(THIRTY[lang][0]) + " ", "Decree", "regulation")
    report = check(draft(CLAUSE[lang], lang=lang), [policy, decree, statute(lang)])
    assert named(report) == [("Act", ["Decree", "Policy"])]
