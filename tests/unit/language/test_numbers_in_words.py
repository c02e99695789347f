"""Numbers, money, dates and rows of things as drafts print them."""

from __future__ import annotations

from datetime import date

from rowwise import each_row

from ssc_drafter.language import lists, numbers, typography

NB = "\u00a0"


@each_row(
    ("lang", "value", "unit", "wanted"),
    [
        ("en", 6, "month", "six (6) months"),
        ("en", 1, "month", "one (1) month"),
        ("en", 0, "day", "zero (0) days"),
        ("en", 121, "day", "one hundred and twenty-one (121) days"),
        ("fr", 6, "month", "six (6) mois"),
        ("fr", 1, "week", "une (1) semaine"),
        ("fr", 1, "year", "un (1) an"),
        ("fr", 21, "week", "vingt et une (21) semaines"),
        ("fr", 80, "day", "quatre-vingts (80) jours"),
    ],
)
def test_words_and_figures(lang: str, value: int, unit: str, wanted: str) -> None:
    assert numbers.spelled(value, lang, unit) == wanted


@each_row(
    ("lang", "amount", "wanted"),
    [
        ("en", 250_000, "USD\u00a0250,000"),
        ("en", 1234.5, "USD\u00a01,234.5"),
        ("fr", 250_000, "250\u202f000\u00a0USD"),
    ],
)
def test_money(lang: str, amount: float, wanted: str) -> None:
    assert numbers.money(amount, "USD", lang) == wanted


def test_money_in_words() -> None:
    assert numbers.money_spelled(250_000, "USD", "en") == "two hundred and fifty thousand US dollars (USD\u00a0250,000)"
    assert numbers.money_spelled(1_000_000, "EUR", "fr") == "un million d’euros (1\u202f000\u202f000\u00a0EUR)"
    assert numbers.money_spelled(1_000_000, "USD", "fr").startswith("un million de dollars des États-Unis (")
    assert numbers.money_spelled(2_500, "XOF", "fr").startswith("deux mille cinq cents francs CFA")


@each_row(
    ("lang", "day", "short", "words"),
    [
        ("en", date(2026, 3, 1), "1 March 2026", "the first day of March, two thousand and twenty-six"),
        ("en", date(2026, 11, 25), "25 November 2026", "the twenty-fifth day of November, two thousand and twenty-six"),
        ("fr", date(2026, 3, 1), "1er mars 2026", "le premier mars deux mille vingt-six"),
        ("fr", date(2026, 3, 15), "15 mars 2026", "le quinze mars deux mille vingt-six"),
    ],
)
def test_dates(lang: str, day: date, short: str, words: str) -> None:
    assert (numbers.day(day, lang), numbers.day_in_words(day, lang)) == (short, words)


def test_percent() -> None:
    assert numbers.percent(12.5, "en") == "12.5 per cent"
    assert numbers.percent(12.5, "fr") == "12,5 pour cent"
    assert numbers.percent(5, "en", in_full=True) == "five per cent (5 per cent)"


@each_row(
    ("lang", "words", "by", "wanted"),
    [
        ("en", ["a"], "and", "a"),
        ("en", ["a", "b"], "and", "a and b"),
        ("en", ["a", "b", "c"], "or", "a, b or c"),
        ("fr", ["a", "b", "c"], "and", "a, b et c"),
        ("en", [], "and", ""),
    ],
)
def test_rows(lang: str, words: list[str], by: str, wanted: str) -> None:
    assert lists.joined(words, lang, by) == wanted


@each_row(
    ("lang", "text", "wanted"),
    [
        ("en", "the Party's duty", "the Party’s duty"),
        ("fr", "l'accord : ceci ; cela !", f"l’accord{NB}: ceci{NB}; cela{NB}!"),
        ("fr", "fin;", f"fin{NB};"),
        ("fr", "« mot »", f"«{NB}mot{NB}»"),
        ("en", "a: b; c", "a: b; c"),
        ("fr", "à 10:30", "à 10:30"),
    ],
)
def test_signs(lang: str, text: str, wanted: str) -> None:
    assert typography.set_well(text, lang) == wanted


def test_names_of_languages() -> None:
    assert numbers.language_name("fr", "en") == "French"
    assert numbers.language_name("en", "fr", "feminine") == "anglaise"


@each_row(
    ("lang", "value", "unit", "wanted"),
    [
        ("es", 1, "month", "un (1) mes"),
        ("es", 21, "day", "veintiún (21) días"),
        ("es", 21, "week", "veintiuna (21) semanas"),
        ("es", 241, "hour", "doscientas cuarenta y una (241) horas"),
        ("es", 5, "working_day", "cinco (5) días hábiles"),
        ("pt", 2, "week", "duas (2) semanas"),
        ("pt", 22, "meeting", "vinte e duas (22) reuniões"),
        ("pt", 6, "month", "seis (6) meses"),
        ("pt", 240, "hour", "duzentas e quarenta (240) horas"),
        ("pt", 240, "day", "duzentos e quarenta (240) dias"),
    ],
)
def test_numbers_agree_with_what_they_count(lang: str, value: int, unit: str, wanted: str) -> None:
    assert numbers.spelled(value, lang, unit) == wanted


@each_row("lang", ["es", "pt"])
def test_dates_of_other_languages(lang: str) -> None:
    assert numbers.day(date(2026, 3, 15), lang) == {"es": "15 de marzo de 2026", "pt": "15 de março de 2026"}[lang]


@each_row(
    ("day", "wanted"),
    [
        (date(2027, 3, 1), "ao primeiro dia do mês de março de dois mil e vinte e sete"),
        (date(2026, 11, 25), "aos vinte e cinco dias do mês de novembro de dois mil e vinte e seis"),
    ],
)
def test_a_date_in_words_carries_its_own_preposition_in_portuguese(day: date, wanted: str) -> None:
    assert numbers.day_in_words(day, "pt") == wanted


@each_row(
    ("day", "wanted"),
    [
        (date(2027, 3, 1), "al primer día del mes de marzo de dos mil veintisiete"),
        (date(2027, 1, 21), "a los veintiún días del mes de enero de dos mil veintisiete"),
    ],
)
def test_a_date_in_words_carries_its_own_preposition_in_spanish(day: date, wanted: str) -> None:
    assert numbers.day_in_words(day, "es") == wanted


@each_row(
    ("lang", "amount", "currency", "wanted"),
    [
        ("es", 21_000, "USD", "veintiún mil dólares estadounidenses (21.000\u00a0USD)"),
        ("es", 31, "USD", "treinta y un dólares estadounidenses (31\u00a0USD)"),
        ("es", 500_000, "INR", "quinientas mil rupias indias (500.000\u00a0INR)"),
        ("es", 2_200_000, "GBP", "dos millones doscientas mil libras esterlinas (2.200.000\u00a0GBP)"),
        ("es", 200_000_000, "INR", "doscientos millones de rupias indias (200.000.000\u00a0INR)"),
        ("es", 12.5, "USD", "doce coma cinco dólares estadounidenses (12,5\u00a0USD)"),
    ],
)
def test_money_in_words_agrees_with_its_currency(lang: str, amount: float, currency: str, wanted: str) -> None:
    assert numbers.money_spelled(amount, currency, lang) == wanted


@each_row(
    ("words", "by", "wanted"),
    [
        (["español", "inglés"], "and", "español e inglés"),
        (["español", "italiano", "francés"], "and", "español, italiano y francés"),
        (["agua", "hielo"], "and", "agua y hielo"),  # the sound of hie- is another
        (["El Salvador", "Honduras"], "or", "El Salvador u Honduras"),
        (["Cuba", "Haití"], "or", "Cuba o Haití"),
    ],
)
def test_spanish_and_and_or_before_their_own_sound(words: list[str], by: str, wanted: str) -> None:
    assert lists.joined(words, "es", by) == wanted
