"""Rank, date and copies of a law, in every pair of languages: which text leads, which is not used, which lowers a finding.

Every law here is invented, of invented States.
"""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.policies.instrument import Instrument
from tests.unit.check.test_document import draft, law
from tests.unit.check.test_lifetime import GRANT, LEASE, LONG, SEAT, SHORT, YEARS
from tests.unit.check.test_together import UNIT

LANGUAGES = ("en", "fr", "es", "pt")
THIRTY = {
    "en": ("thirty", "fifty"),
    "fr": ("trente", "cinquante"),
    "es": ("treinta", "cincuenta"),
    "pt": ("trinta", "cinquenta"),
}
PAIRS = [(ours, theirs) for ours in LANGUAGES for theirs in LANGUAGES]


def text_of(lang: str, words: str, name: str, seats: int = 1, **facts: str) -> Instrument:
    """Return an invented text of one article, and one on its seat that says so several times, in a file of its own."""
    parts = UNIT[lang] + words, UNIT[lang].replace("1", "2") + " ".join([SEAT[lang]] * seats)
    return law("\n\n".join(parts), lang, file=f"zz/{name}.txt", **facts)


def lease(lang: str, years: dict[str, str]) -> str:
    return GRANT[lang].format(YEARS[lang].format(years[lang]))


@each_row(("ours", "theirs"), PAIRS)
def test_of_a_constitution_a_statute_and_a_policy_that_say_the_same_the_constitution_leads(ours: str, theirs: str) -> None:
    texts = [
        text_of(theirs, LEASE[theirs], rank, seats, hierarchy=rank)
        for rank, seats in (("policy", 1), ("act", 2), ("constitution", 3))
    ]
    (found,) = check(draft(lease(ours, LONG), SEAT[ours], lang=ours), texts).findings
    assert found.policy.file == "zz/constitution.txt"
    assert [one.file for one in found.also] == ["zz/act.txt", "zz/policy.txt"]
    assert not check(draft(lease(ours, SHORT), SEAT[ours], lang=ours), texts).findings


@each_row(("ours", "theirs"), PAIRS)
def test_a_policy_alone_weighs_little(ours: str, theirs: str) -> None:
    policy = text_of(theirs, LEASE[theirs], "policy", hierarchy="policy")
    assert [one.severity for one in check(draft(lease(ours, LONG), lang=ours), [policy]).findings] == ["low"]


@each_row(("ours", "theirs"), PAIRS)
def test_a_later_law_that_the_clause_fits_lowers_the_finding_on_the_earlier(ours: str, theirs: str) -> None:
    old = text_of(theirs, LEASE[theirs], "1990", date="1990-01-01")
    new = text_of(theirs, LEASE[theirs].replace(*THIRTY[theirs]), "2020", date="2020-01-01")
    (found,) = check(draft(lease(ours, LONG), SEAT[ours], lang=ours), [old, new]).findings
    assert (found.policy.file, found.severity) == ("zz/1990.txt", "medium")
    assert [part.how for part in found.together] == ["prevails"]


@each_row("theirs", LANGUAGES)
def test_a_repealed_law_is_named_and_not_used(theirs: str) -> None:
    report = check(draft(lease(theirs, LONG), lang=theirs), [text_of(theirs, LEASE[theirs], "old", status="repealed")])
    assert not report.findings and [one.file for one in report.not_read] == ["zz/old.txt"]


@each_row("order", [("policy", "constitution"), ("constitution", "policy")])
def test_of_two_files_with_the_same_words_the_one_of_higher_rank_is_used(order: tuple[str, str]) -> None:
    texts = [text_of("en", LEASE["en"], rank, hierarchy=rank) for rank in order]
    report = check(draft(lease("en", LONG)), texts)
    assert [one.policy.file for one in report.findings] == ["zz/constitution.txt"]
    assert [one.file for one in report.not_read] == ["zz/policy.txt"]


def test_a_repealed_copy_does_not_hide_the_law_in_force() -> None:
    texts = [text_of("en", LEASE["en"], "old", status="repealed"), text_of("en", LEASE["en"], "new")]
    assert [one.policy.file for one in check(draft(lease("en", LONG)), texts).findings] == ["zz/new.txt"]
