"""What the check understands of a position of the house is told, and which courts are an office's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.document.heard import heard
from ssc_drafter.check.document.house import MATTERS
from ssc_drafter.check.reasons import sentences
from ssc_drafter.errors import Problem
from ssc_drafter.policies.positions import made, read
from ssc_drafter.words import say
from ssc_drafter.writers.report.said import unread
from tests.unit.check.test_document import draft
from tests.unit.check.test_positions import held

LANGUAGES = ("en", "fr", "es", "pt")
UNKNOWN = {
    "en": "Experts are treated with courtesy.",
    "fr": "Les experts sont traités avec courtoisie.",
    "es": "Los expertos son tratados con cortesía.",
    "pt": "Os peritos são tratados com cortesia.",
}
OTHER = {
    "en": "The Parties exchange seeds of maize once a year.",
    "fr": "Les Parties échangent des semences de maïs une fois par an.",
    "es": "Las Partes intercambian semillas de maíz una vez al año.",
    "pt": "As Partes trocam sementes de milho uma vez por ano.",
}
ONE_MATTER = {
    "en": "No agreement shall be renewed automatically.",
    "fr": "Aucun accord n'est renouvelé automatiquement.",
    "es": "Ningún acuerdo se renovará automáticamente.",
    "pt": "Nenhum acordo é renovado automaticamente.",
}


@each_row("ours", LANGUAGES)
@each_row("theirs", LANGUAGES)
def test_a_rule_on_no_known_matter_is_never_silent(ours: str, theirs: str) -> None:
    report = held(OTHER[ours], made("cash", "", UNKNOWN[theirs]), lang=ours)
    assert not report.findings and not report.look
    ((file, reason),) = unread(report.to_json())
    assert file == "positions/cash" and UNKNOWN[theirs].rstrip(".") in reason
    assert all(say(f"rules.matter_{name}", ours) in reason for name in MATTERS)


@each_row("lang", LANGUAGES)
def test_a_rule_on_a_known_matter_is_not_told_of(lang: str) -> None:
    assert heard(ONE_MATTER[lang], lang).matters == ("renewal",)
    assert not held(OTHER[lang], made("own", "", ONE_MATTER[lang]), lang=lang).not_read


@each_row("lang", LANGUAGES)
def test_of_two_sentences_the_one_that_is_not_known_is_told_of(lang: str) -> None:
    both = heard(f"{ONE_MATTER[lang]} {UNKNOWN[lang]}", lang)
    assert (both.matters, both.unknown) == (("renewal",), (UNKNOWN[lang],))
    report = held(OTHER[lang], made("own", "", f"{ONE_MATTER[lang]} {UNKNOWN[lang]}"), lang=lang)
    assert UNKNOWN[lang].rstrip(".") in report.not_read[0].reason and ONE_MATTER[lang] not in report.not_read[0].reason


def test_a_rule_that_a_clause_fits_is_not_told_of_and_one_that_speaks_is_a_finding() -> None:
    own = made("own", "", "No expert shall be paid a salary in cash.")
    fits = held("No expert is paid a salary in cash.", own)
    assert not fits.findings and not fits.not_read
    own = made("own", "", "Data of our citizens shall not be stored outside the country.")
    report = held("Personal data of citizens may be stored abroad. The Parties cooperate.", own)
    assert (report.findings or report.look) and not report.not_read


def test_a_rule_with_a_condition_is_read_with_it() -> None:
    rule = "No agreement shall be renewed automatically unless the Minister agrees."
    assert heard(rule, "en").stated == (("denies", rule),) and not heard(rule, "en").unknown
    report = check(draft(OTHER["en"]), [], positions=[made("own", "", rule)])
    assert "No clause was found to be on it" in report.not_read[0].reason


@each_row("lang", LANGUAGES)
@each_row("key", ["left_position_unheard", "left_position_compared"])
def test_what_a_report_tells_names_every_matter(key: str, lang: str) -> None:
    assert not [name for name in MATTERS if say(f"rules.matter_{name}", lang) not in sentences(lang)[key]]


NO_FOREIGN = {
    "en": "We do not accept the jurisdiction of foreign courts.",
    "fr": "Nous n'acceptons pas la compétence de juridictions étrangères.",
    "es": "No aceptamos la jurisdicción de tribunales extranjeros.",
    "pt": "Não aceitamos a jurisdição de tribunais estrangeiros.",
}
COURTS = {  # of Zambia, of a town there, of Kenya, of both, of another State without a name
    "en": ["Disputes shall be settled by the courts of Zambia.", "Disputes are brought before the courts of Lusaka.", "Disputes shall be settled by the courts of Kenya.", "Disputes shall be settled by the courts of Zambia or the courts of Kenya.", "Disputes with Zambia shall be settled by a foreign court."],
    "fr": ["Les différends sont tranchés par les tribunaux de Zambie.", "Les différends sont portés devant les tribunaux de Lusaka.", "Les différends sont tranchés par les tribunaux du Kenya.", "Les différends sont tranchés par les tribunaux de Zambie ou les tribunaux du Kenya.", "Les différends avec la Zambie sont tranchés par un tribunal étranger."],
    "es": ["Las controversias se someterán a los tribunales de Zambia.", "Las controversias se someterán a los tribunales de Lusaka.", "Las controversias se someterán a los tribunales de Kenia.", "Las controversias se someterán a los tribunales de Zambia o a los tribunales de Kenia.", "Las controversias con Zambia se someterán a un tribunal extranjero."],
    "pt": ["As controvérsias serão resolvidas pelos tribunais da Zâmbia.", "As controvérsias serão submetidas aos tribunais de Lusaka.", "As controvérsias serão resolvidas pelos tribunais do Quénia.", "As controvérsias serão resolvidas pelos tribunais da Zâmbia ou pelos tribunais do Quénia.", "As controvérsias com a Zâmbia serão submetidas a um tribunal estrangeiro."],
}  # fmt: skip


@each_row("ours", LANGUAGES)
@each_row("theirs", LANGUAGES)
def test_the_courts_of_the_offices_own_state_are_no_foreign_ones(ours: str, theirs: str) -> None:
    unknown, known = made("own", "", NO_FOREIGN[theirs]), made("own", "", NO_FOREIGN[theirs], country="zm")
    assert [bool(held(words, unknown, lang=ours).findings) for words in COURTS[ours]] == [True] * 5
    assert [bool(held(words, known, lang=ours).findings) for words in COURTS[ours]] == [False, False, True, True, True]


def test_a_rule_against_every_court_is_one_against_the_states_own_too() -> None:
    own = made("own", "", "Disputes shall be settled by negotiation only.", country="ZM")
    assert held("Disputes shall be settled by the courts of Zambia.", own).findings


def test_the_state_of_an_office_is_a_code_and_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_text('text = "No agreement is secret."\ncountry = "zm"\n')
    assert read(tmp_path / "one.toml")[0].country == "ZM"
    with pytest.raises(Problem, match="Zambia"):
        made("own", "", "No agreement is secret.", country="Zambia")
