"""Positions of the house on any matter: read by what they deny, demand, bound or fix, and held in four languages and across."""

from __future__ import annotations

import tomllib
from pathlib import Path

from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.document.heard import heard
from ssc_drafter.check.document.speaking import against, missing
from ssc_drafter.check.document.stated import stated
from ssc_drafter.check.norms import read
from ssc_drafter.policies.language_found import language_of_few
from ssc_drafter.policies.positions import made
from tests.unit.check.test_document import draft
from tests.unit.check.test_positions import held

ROWS: list[list[str]] = tomllib.loads((Path(__file__).parent / "stated_positions.toml").read_text("utf-8"))["rows"]
LANGUAGES = ("en", "fr", "es", "pt")


def bitten(lang: str, rule: str, tongue: str, articles: str) -> bool:
    """Return whether a rule surely speaks against articles."""
    own, clauses = read(rule, lang), [read(words, tongue) for words in articles.split(" // ")]
    for one in stated(own):
        if one.sort == "demands" and missing(one, own, clauses):
            return True
        if one.sort != "demands" and any(said and said.says == "bites" for said in (against(one, own, it) for it in clauses)):
            return True
    return False


@each_row(("lang", "rule", "tongue", "articles", "how"), ROWS)
def test_a_rule_speaks_against_what_breaks_it_and_nothing_else(
    lang: str, rule: str, tongue: str, articles: str, how: str
) -> None:
    assert bitten(lang, rule, tongue, articles) == (how == "breaks")


def test_the_language_of_each_rule_is_found() -> None:
    assert not [row[1] for row in ROWS if language_of_few(row[1]) != row[0]]


SORTS = [
    ("denies", "No penalty interest.", "Pas d'intérêts de retard.", "Sin intereses de demora.", "Sem juros de mora."),
    ("demands", "Every agreement names a focal point.", "Tout accord désigne un point focal.", "Todo acuerdo designa un punto focal.", "Todo acordo indica um ponto focal."),
    ("bounds", "Advances of at most 20 per cent.", "Des avances de 20 pour cent au plus.", "Anticipos del 20 por ciento como máximo.", "Adiantamentos de no máximo 20 por cento."),
    ("fixes", "Intellectual property is jointly owned.", "La propriété intellectuelle appartient conjointement aux Parties.", "La propiedad intelectual pertenece conjuntamente a las Partes.", "A propriedade intelectual pertence conjuntamente às Partes."),
]  # fmt: skip


@each_row("row", SORTS)
def test_what_a_rule_says_is_read_alike_in_each_language(row: tuple[str, ...]) -> None:
    sorts = [heard(words, lang).stated for lang, words in zip(LANGUAGES, row[1:], strict=True)]
    assert sorts == [((row[0], words),) for words in row[1:]]


NO_DENIAL = [  # words that only begin like "no", "ni", "sem"
    ("en", "Notification costs are borne by the sending Party.", "fixes"),
    ("en", "Every agreement provides for a bank account.", "demands"),
    ("fr", "Les niveaux d'eau sont mesurés par la Partie bénéficiaire.", "fixes"),
    ("es", "Las normas técnicas son propiedad de la Parte receptora.", "fixes"),
    ("pt", "As sementes pertencem à Parte anfitriã.", "fixes"),
]


@each_row(("lang", "rule", "sort"), NO_DENIAL)
def test_a_word_of_denial_is_no_beginning_of_a_longer_one(lang: str, rule: str, sort: str) -> None:
    assert [one.sort for one in stated(read(rule, lang))] == [sort]


WITHOUT = {
    "en": "The Parties consult each other.",
    "fr": "Les Parties se consultent.",
    "es": "Las Partes se consultan.",
    "pt": "As Partes consultam-se.",
}


@each_row("lang", LANGUAGES)
def test_what_every_agreement_is_to_have_and_no_article_has_is_an_omission(lang: str) -> None:
    own = made("own", "", "Every agreement names a focal point.")
    (found,) = held(WITHOUT[lang], own, lang=lang).findings
    assert (found.type, found.clause, found.policy.quote) == ("omission", None, own.text["en"])
    assert own.text["en"].rstrip(".") in found.reason and found.cure


def test_the_number_of_a_rule_takes_the_place_of_the_clauses_number() -> None:
    own = made("own", "", "Los anticipos no superarán el 20 por ciento.")
    words = "The budget is paid in two parts. An advance payment of forty per cent shall be made on signature."
    (found,) = held(words, own).findings
    assert found.type == "limit" and found.clause and "forty per cent" in found.clause.quote
    tried = next(one for one in found.cure if one.verified)
    assert "forty" not in tried.text and not held(tried.text, own).findings


def test_words_that_do_what_is_denied_are_struck_out() -> None:
    own = made("own", "", "No penalty interest.")
    words = "Contributions are due on 1 March. Default interest is payable on late contributions."
    (found,) = held(words, own).findings
    tried = next(one for one in found.cure if one.verified)
    assert tried.text == "Contributions are due on 1 March."


def test_what_is_not_sure_is_only_to_be_looked_at() -> None:
    own = made("own", "", "Equipment becomes our property at the end of the project.")
    report = held("Equipment shall remain the property of the Sending Party.", own)
    assert report.look and not report.findings  # whose side the office is on is not known


def test_words_that_stand_far_apart_may_tell_of_two_things() -> None:
    own = made("own", "", "No publication of the results before our approval.")
    near, far = (
        "The results may be published.",
        "The Parties exchange publications, films, {} and whatever else is a result of art.",
    )
    assert held(near, own).findings
    report = held(far.format("songs, plays, dances, tales, masks, drums, cloth"), own)
    assert report.look and not report.findings


def test_a_thing_that_another_act_is_done_with_is_not_given() -> None:
    own = made("own", "", "No obligation to provide vehicles.")
    words = "The Host State shall {} the equipment (including vehicles) supplied by the other Party."
    assert held(words.format("provide"), own).findings
    assert not held(words.format("exempt from import duties"), own).findings


def test_a_rule_that_met_no_clause_says_so_and_one_that_a_clause_fits_does_not() -> None:
    own = made("own", "", "No penalty interest.")
    (left,) = check(draft("The Parties exchange seeds."), [], positions=[own]).not_read
    assert left.file == "positions/own" and "No clause was found to be on it" in left.reason
    assert not held("No default interest shall be due.", own).not_read
