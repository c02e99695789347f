"""Numbers, money, percentages and dates as a draft prints them. Babel and num2words are imported here alone, and late."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ssc_drafter.language.names import elided
from ssc_drafter.language.tongue import locale, tongue

Number = int | float


def figures(value: Number, lang: str) -> str:
    """Return a number in figures: 1,250.5 in English, 1 250,5 in French."""
    from babel.numbers import format_decimal

    return format_decimal(value, locale=locale(lang))


def in_words(value: Number, lang: str, counted: str = "") -> str:
    """Return a number in words: "two hundred and fifty"; before a unit that is `counted` in the form it then takes ("une")."""
    from num2words import num2words

    words = _corrected(str(num2words(value, lang=_spoken(lang))).replace(",", ""), lang)
    table = tongue(lang).counted
    if not counted or not table:
        return words
    millions, agreeing = _after_millions(words, table.get("millions", ()))
    feminine = counted in table["feminine_units"]
    forms = table["feminine" if feminine else "masculine"]
    if feminine and "feminine_hundreds" in table:  # "duzentas e quarenta horas": hundreds agree too
        hundreds = table["feminine_hundreds"]
        agreeing = re.sub(r"[^ -]+", lambda m: hundreds.get(m[0], m[0]), agreeing)
    return millions + re.sub(r"[^ -]+$", lambda m: forms.get(m[0], m[0]), agreeing)


def _after_millions(words: str, millions: Sequence[str]) -> tuple[str, str]:
    """Return a number's words up to its millions, and the others: these agree with what is counted ("doscientas mil")."""
    parts = re.split(r"(?<= )", words)
    last = max((place for place, part in enumerate(parts) if part.strip() in millions), default=-1)
    return "".join(parts[: last + 1]), "".join(parts[last + 1 :])


def ordinal(value: int, lang: str) -> str:
    """Return an ordinal in words: "third", "troisième"."""
    from num2words import num2words

    return _corrected(str(num2words(value, lang=_spoken(lang), to="ordinal")), lang)


def _corrected(words: str, lang: str) -> str:
    for pattern, said in tongue(lang).spoken.items():
        words = re.sub(pattern, said, words)
    return words


def spelled(value: Number, lang: str, unit: str = "") -> str:
    """Return words and figures, "six (6)", with a unit of the language's table "six (6) months"."""
    words = tongue(lang)
    text = words.formats["spelled"].format(words=in_words(value, lang, unit), figures=figures(value, lang))
    if not unit:
        return text
    one, many = words.units[unit]
    return f"{text} {one if abs(value) < 2 and (value == 1 or lang == 'fr') else many}"


def money(amount: Number, currency: str, lang: str) -> str:
    """Return an amount with its ISO code: "USD 250,000", "250 000 USD" (the code never stands alone on a line)."""
    return tongue(lang).formats["money"].format(code=currency, figures=figures(amount, lang)).replace(" ", "\u00a0")


def money_spelled(amount: Number, currency: str, lang: str) -> str:
    """Return an amount in words, then in figures: two hundred and fifty thousand US dollars (USD 250,000)."""
    from babel.numbers import get_currency_name

    formats = tongue(lang).formats
    round_millions = amount >= 1_000_000 and amount % 1_000_000 == 0
    name = get_currency_name(currency, count=amount, locale=locale(lang))
    words = in_words(amount, lang, name.split()[0])
    link = formats.get("after_millions", "") if round_millions else ""
    if link.strip() in tongue(lang).elisions and elided(tongue(lang), name):  # un million d’euros
        link = tongue(lang).elisions[link.strip()]
    return formats["money_spelled"].format(words=words, name=link + name, money=money(amount, currency, lang))


def percent(value: Number, lang: str, in_full: bool = False) -> str:
    """Return "12.5 per cent", or with `in_full` "twelve point five per cent (12.5 per cent)"."""
    pattern = tongue(lang).formats["percent_spelled" if in_full else "percent"]
    return pattern.format(figures=figures(value, lang), words=in_words(value, lang) if in_full else "")


def day(value: date, lang: str) -> str:
    """Return a date: 25 November 2026, 1er mars 2026."""
    from babel.dates import format_date

    formats = tongue(lang).formats
    pattern = formats.get("date_first", formats["date"]) if value.day == 1 else formats["date"]
    return str(format_date(value, pattern.replace("1er", "1'er'").replace("1.º", "1'.º'"), locale=locale(lang)))


def day_in_words(value: date, lang: str) -> str:
    """Return a date in words: "the first day of March, two thousand and twenty-six", "le premier mars deux mille vingt-six"."""
    from babel.dates import format_date

    formats = tongue(lang).formats
    if "first_day" in formats:
        words = formats["first_day"] if value.day == 1 else in_words(value.day, lang, "day")
    else:
        words = ordinal(value.day, lang)
    month = str(format_date(value, "MMMM", locale=locale(lang)))
    pattern = formats.get("date_words_first", formats["date_words"]) if value.day == 1 else formats["date_words"]
    return pattern.format(day=words, month=month, year=in_words(value.year, lang))


def _spoken(lang: str) -> str:
    return "en_GB" if lang == "en" else lang


def is_language(code: str) -> bool:
    """Return whether a code is that of a language that CLDR knows by name; `und` and `mul` name none."""
    from babel import Locale

    return code not in ("und", "mul", "zxx") and code in Locale.parse("en").languages


def language_name(code: str, lang: str, form: str = "") -> str:
    """Return the name of a language in another: "French" in English, "anglais" in French (`form="feminine"`: "anglaise")."""
    from babel import Locale

    table = tongue(lang).languages.get(form, {})
    if code in table:
        return table[code]
    return str(Locale.parse(locale(lang)).languages.get(code, code))
