"""Forms of one word have one stem; words that mean other things keep their own."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.language.stems import folded, stem

ALIKE = [
    ("en", "exemption", "Exemptions"),
    ("en", "terminated", "terminate"),
    ("en", "liability", "liabilities"),
    ("en", "approved", "approves"),
    ("fr", "exonération", "exonérations"),
    ("fr", "exonération", "EXONERATION"),
    ("fr", "fiscale", "fiscaux"),
    ("fr", "approuvée", "approuvées"),
    ("fr", "résiliation", "re\u0301siliation"),
    ("es", "exención", "exenciones"),
    ("es", "impuesto", "impuestos"),
    ("es", "aprobado", "aprobada"),
    ("pt", "isenção", "isenções"),
    ("pt", "obrigação", "obrigações"),
    ("pt", "tratado", "tratados"),
    ("pt", "aprovada", "aprovado"),
]

APART = [
    ("en", "policy", "police"),
    ("fr", "traité", "train"),
    ("es", "ley", "leal"),
    ("pt", "lei", "leito"),
    ("en", "law", "lawn"),
]


@each_row(("lang", "one", "other"), ALIKE)
def test_forms_of_a_word_meet(lang: str, one: str, other: str) -> None:
    assert stem(one, lang) == stem(other, lang)


@each_row(("lang", "one", "other"), APART)
def test_other_words_do_not(lang: str, one: str, other: str) -> None:
    assert stem(one, lang) != stem(other, lang)


def test_a_language_without_rules_is_folded_only() -> None:
    assert stem("Übereinkommens", "de") == folded("Übereinkommens") == "ubereinkommens"
    assert stem("Makubaliano", "sw") == "makubaliano"
    assert stem("", "en") == ""
