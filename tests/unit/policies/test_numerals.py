"""Numbers as texts print them, and the figure that a citation gives."""

from rowwise import each_row

from ssc_drafter.policies.grammar import fold, grammar
from ssc_drafter.policies.numerals import read_number, roman_value

ROWS = [
    ("es", "4º", "4"),
    ("es", "1o.- Los", "1"),
    ("es", "10.- Los", "10"),
    ("es", "9-BIS", "9 bis"),
    ("pt", "55-A", "55-A"),
    ("pt", "3º-A Os", "3-A"),
    ("fr", "premier", "1"),
    ("fr", "1er.-", "1"),
    ("fr", "598 quinquies", "598 quinquies"),
    ("fr", "5 bis", "5 bis"),
    ("es", "VIGÉSIMA PRIMERA.-", "21"),
    ("es", "DECIMO SEXTO", "16"),
    ("en", "One", "1"),
    ("en", "Twenty-first", "21"),
    ("en", "12A. Powers", "12A"),
    ("es", "XVI", "16"),
    ("es", "lll", "3"),  # small l keyed for a capital I
    ("es", "I Las Partes", "1"),
    ("es", "5 A los efectos", "5"),
    ("pt", "5to", "5"),
]


@each_row(("lang", "printed", "number"), ROWS)
def test_number(lang: str, printed: str, number: str) -> None:
    found = read_number(printed, fold(printed), 0, grammar(lang))
    assert found is not None and found[0].text == number


@each_row("printed", ["", "Las Partes", "del", "12345"])
def test_no_number(printed: str) -> None:
    assert read_number(printed, fold(printed), 0, grammar("es")) is None


def test_inserted_numbers_stand_in_order() -> None:
    printed = ["5", "5A", "5B", "6", "6 bis", "6 ter", "7"]
    keys = [found[0].key for text in printed if (found := read_number(text, fold(text), 0, grammar("en")))]
    assert keys == sorted(keys) and len(set(keys)) == len(printed)


def test_roman_values() -> None:
    assert [roman_value(signs) for signs in ("iv", "ix", "xl", "xc", "iiv", "")] == [4, 9, 40, 90, 0, 0]
