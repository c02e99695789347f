"""Rules of an office in its own words, in four languages: each speaks against the clauses that do what it does not want, and no other."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.cures import Cure
from ssc_drafter.check.document.house import ruled
from ssc_drafter.check.norms import read
from ssc_drafter.policies.language_found import language_of_few
from ssc_drafter.policies.positions import made
from ssc_drafter.tree.running import RunningText, Unit
from tests.unit.check.test_document import draft
from tests.unit.check.test_positions import held

LANGUAGES = ("en", "fr", "es", "pt")
ROWS: dict[str, dict[str, dict[str, list[str]]]] = tomllib.loads(
    (Path(__file__).parent / "house_positions.toml").read_text("utf-8")
)
ALL = [(matter, lang) for matter in ROWS for lang in LANGUAGES]


@pytest.mark.slow
@each_row(("matter", "lang"), ALL)
def test_each_wording_of_a_rule_speaks_and_is_silent(matter: str, lang: str) -> None:
    rows = ROWS[matter][lang]
    for rule in rows["rules"]:
        own = made("own", "", rule)
        silent = [words for words in rows["against"] if not held(words, own, lang=lang).findings]
        false = [words for words in rows["fits"] if held(words, own, lang=lang).findings]
        assert (rule, silent, false) == (rule, [], [])


@pytest.mark.slow
@each_row(("matter", "lang"), ALL)
def test_a_rule_is_held_against_drafts_in_another_language(matter: str, lang: str) -> None:
    own = made("own", "", ROWS[matter][lang]["rules"][0])
    for other in LANGUAGES:
        rows = ROWS[matter][other]
        silent = [words for words in rows["against"] if not held(words, own, lang=other).findings]
        false = [words for words in rows["fits"] if held(words, own, lang=other).findings]
        assert (other, silent, false) == (other, [], [])


@each_row("lang", LANGUAGES)
def test_the_language_of_a_rule_is_found_though_it_is_short(lang: str) -> None:
    rules = [rule for rows in ROWS.values() for rule in rows[lang]["rules"]]
    assert not [rule for rule in rules if language_of_few(rule) != lang]


@each_row("lang", LANGUAGES)
@each_row("matter", ROWS)
def test_a_wording_that_was_tried_takes_the_finding_away(matter: str, lang: str) -> None:
    rows = ROWS[matter][lang]
    own = made("own", "", rows["rules"][0])
    (found,) = held(rows["against"][0], own, lang=lang).findings
    tried = next(one.text for one in found.cure if one.verified)
    again = held(tried, own, lang=lang)
    assert tried != rows["against"][0] and not again.findings


def test_a_number_of_the_rule_takes_the_place_of_the_clauses() -> None:
    own = made("own", "", "Nous ne nous engageons pas pour plus de cinq ans.")
    (found,) = held("This Agreement shall remain in force for eight (8) years.", own).findings
    assert found.cure[0] == Cure(
        "wording", "This Agreement shall remain in force for five (5) years.", verified=True, value="five (5) years"
    )


def test_only_the_words_of_the_matter_itself_are_weighed() -> None:
    own = made("own", "", "We do not accept a notice of more than six months.")
    both = "This Agreement shall remain in force for five years unless terminated by three months' notice."
    assert not held(both, own).findings
    assert held(both.replace("three months", "nine months"), own).findings


def test_a_rule_with_a_least_number_speaks_against_less() -> None:
    own = made("own", "", "The notice of termination is at least three months.")
    assert held("Either Party may denounce this Agreement with one month's notice.", own).findings
    assert not held("Either Party may denounce this Agreement with six months' notice.", own).findings


def test_a_rule_on_languages_is_held_against_the_closing_words() -> None:
    own = made("own", "", "Every agreement shall have a text in Portuguese that is equally authentic.")
    words = "Done at Zub in two originals in the English language."
    body = draft("The Parties cooperate.")
    closing = Unit("testimonium", "", len(body.text) + 1, len(body.text) + 1 + len(words), "")
    text = RunningText(body.title, "en", f"{body.text}\n{words}", (*body.units, closing), 1)

    (found,) = check(text, [], positions=[own]).findings
    assert found.clause and found.clause.quote == words


def test_a_condition_of_a_rule_is_left_to_the_reading_of_sentences() -> None:
    assert not ruled(read("No agreement shall be renewed automatically unless the Minister agrees.", "en"))


@each_row(
    ("words", "lang", "value", "compare"),
    [
        ("This Agreement is concluded for eight (8) years.", "en", 96, "exact"),
        ("La durée est de huit (8) ans.", "fr", 96, "exact"),
        ("La duración es de ocho (8) años.", "es", 96, "exact"),
        ("A duração é de oito (8) anos.", "pt", 96, "exact"),
        ("avec un préavis de six mois au plus", "fr", 6, "most"),
        ("con un preaviso de seis meses como máximo", "es", 6, "most"),
        ("com aviso prévio de seis meses no máximo", "pt", 6, "most"),
        ("moyennant un préavis de six mois", "fr", 6, "least"),
    ],
)
def test_a_number_in_brackets_is_no_smiley_and_a_notice_may_have_a_most(
    words: str, lang: str, value: float, compare: str
) -> None:
    (one,) = read(words, lang).sentences[0].quantities
    assert (one.value, one.scale, one.compare) == (value, "months", compare)
