"""The feminine of masculine words, by the rules of clauses/_language. Source: Grevisse, Le bon usage (fr)."""

from __future__ import annotations

import pytest

from ssc_drafter.language.agreement import agreed, feminine

FEMININES = [  # language, masculine, feminine
    ("fr", "soumis", "soumise"),
    ("fr", "conclu", "conclue"),
    ("fr", "établi", "établie"),
    ("fr", "amendé", "amendée"),
    ("fr", "ouvert", "ouverte"),
    ("fr", "contraignant", "contraignante"),
    ("fr", "confidentiel", "confidentielle"),
    ("fr", "caduc", "caduque"),
    ("fr", "lui-même", "elle-même"),
    ("fr", "le", "la"),
    ("fr", "il", "elle"),
    ("fr", "Il", "Elle"),
    ("es", "sujeto", "sujeta"),
    ("es", "prorrogarlo", "prorrogarla"),
    ("es", "él", "ella"),
    ("es", "vinculante", "vinculante"),
    ("pt", "sujeito", "sujeita"),
    ("pt", "prorrogá-lo", "prorrogá-la"),
    ("pt", "ele", "ela"),
    ("en", "subject", "subject"),
]


@pytest.mark.parametrize(("lang", "masculine", "wanted"), FEMININES, ids=[f"{row[0]}-{row[1]}" for row in FEMININES])
def test_the_feminine_of_a_word(lang: str, masculine: str, wanted: str) -> None:
    assert feminine(masculine, lang) == wanted
    assert (agreed(masculine, "m", lang), agreed(masculine, "f", lang)) == (masculine, wanted)


PLURALS = [  # language, gender, masculine singular, what agrees
    ("fr", "plural", "soumis", "soumis"),
    ("fr", "fplural", "soumis", "soumises"),
    ("fr", "plural", "amendé", "amendés"),
    ("fr", "plural", "Il", "Ils"),
    ("fr", "fplural", "lui-même", "elles-mêmes"),
    ("es", "plural", "sujeto", "sujetos"),
    ("es", "fplural", "sujeto", "sujetas"),
    ("es", "plural", "él", "ellos"),
    ("pt", "plural", "sujeito", "sujeitos"),
    ("pt", "fplural", "ele", "elas"),
    ("en", "none", "subject", "subject"),
]


@pytest.mark.parametrize(("lang", "gender", "word", "wanted"), PLURALS, ids=[f"{row[0]}-{row[3]}" for row in PLURALS])
def test_a_word_beside_a_plural_title(lang: str, gender: str, word: str, wanted: str) -> None:
    assert agreed(word, gender, lang) == wanted


def test_a_word_that_no_rule_knows_is_told_and_may_bring_its_own_feminine() -> None:
    assert feminine("grec", "fr") is None
    assert agreed("grec", "f", "fr", "grecque") == "grecque"
    assert agreed("grec", "m", "fr", "grecque") == "grec"
