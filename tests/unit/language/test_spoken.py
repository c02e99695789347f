"""Numbers and dates read back from texts, and every number that the program prints."""

from __future__ import annotations

from datetime import date

from rowwise import each_row

from ssc_drafter.language import numbers
from ssc_drafter.language.spoken import days_in, figure, numbers_in

LANGUAGES = ("en", "fr", "es", "pt")


@each_row("lang", LANGUAGES)
def test_numbers_in_words_come_back_as_they_went(lang: str) -> None:
    for value in [*range(2, 121), 180, 181, 200, 280, 365, 999, 1000, 1999, 2026, 250_000]:
        (read,) = numbers_in(numbers.spelled(value, lang, "month"), lang)
        assert (read.value, read.again, read.unit) == (value, value, "month"), value


@each_row("lang", LANGUAGES)
def test_dates_come_back_in_figures_and_in_words(lang: str) -> None:
    for month in range(1, 13):
        for day in (1, 2, 15, 21, 28):
            for text in (numbers.day(date(2026, month, day), lang), numbers.day_in_words(date(2026, month, day), lang)):
                (read,) = days_in(f"Done {text}.", lang)
                assert (read.day, read.month, read.year) == (day, month, 2026), text


@each_row(
    ("written", "value"),
    [("1,250.5", 1250.5), ("1.250,5", 1250.5), ("1 250", 1250), ("250.000", 250000), ("2,5", 2.5), ("30", 30)],
)
def test_figures_of_every_habit(written: str, value: float) -> None:
    assert figure(written) == value


@each_row(
    ("lang", "text", "value", "unit"),
    [
        ("en", "USD 250,000", 250_000, "USD"),
        ("fr", "250 000 USD", 250_000, "USD"),
        ("fr", "un million de dollars", 1_000_000, "USD"),
        ("es", "dentro de treinta (30) días hábiles", 30, "day"),
        ("pt", "dez por cento", 10, "percent"),
        ("es", "10 por ciento", 10, "percent"),
        ("en", "two hundred and fifty thousand copies", 250_000, ""),
    ],
)
def test_amounts_and_units(lang: str, text: str, value: float, unit: str) -> None:
    (read,) = numbers_in(text, lang)
    assert (read.value, read.unit) == (value, unit)


def test_a_word_that_is_also_an_article_counts_nothing() -> None:
    assert numbers_in("un acuerdo entre una Parte y la otra", "es") == []
