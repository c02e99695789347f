"""How an answer of each kind is read: one function a kind, in one table. Each takes plain data and gives a typed value."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from ssc_drafter.answers.parties import read_body, read_party
from ssc_drafter.answers.question import Question
from ssc_drafter.answers.values import Choice, Money, Percent, Row, Value, Words
from ssc_drafter.errors import Problem, Problems
from ssc_drafter.language.numbers import is_language
from ssc_drafter.language.pasted import seen

LONGEST = 20_000  # characters of one answer
MOST_ROWS = 200
TRUE = {"true", "yes", "on", "1"}
FALSE = {"false", "no", "off", "0"}


def unanswered(raw: Any) -> bool:
    """Return whether raw data is no answer: nothing, blanks, an empty list, a table of such."""
    if raw is None:
        return True
    if isinstance(raw, str):
        return not raw.strip()
    if isinstance(raw, Mapping):
        return all(unanswered(value) for value in raw.values())
    return isinstance(raw, list | tuple) and all(unanswered(value) for value in raw)


def read_value(question: Question, raw: Any) -> Value:
    """Return the typed answer. Raises Problem or Problems that name the question and say what to type."""
    return READERS[question.kind](question, raw)


def _wrong(question: Question, key: str, **values: object) -> Problem:
    return Problem(f"answers.{key}", question.id, **values)


def _text(question: Question, raw: Any) -> Words:
    by_lang = dict(raw) if isinstance(raw, Mapping) else {"": raw}
    words = {}
    for lang, text in by_lang.items():
        if isinstance(text, datetime.date | int | float) and not isinstance(text, bool):
            text = str(text)
        if not isinstance(lang, str) or not isinstance(text, str) or not re.fullmatch(r"|[a-z]{2,3}(-[A-Z]{2})?", lang):
            raise _wrong(question, "not_text")
        words[lang] = _clean(question, text)
    return Words({lang: text for lang, text in words.items() if text})


def _clean(question: Question, text: str) -> str:
    text = seen(text).strip()
    if question.kind == "text":
        text = re.sub(r"\s*\n\s*", " ", text)
    if len(text) > (most := int(question.most or LONGEST)):
        raise _wrong(question, "too_long", most=most, found=len(text))
    if text and len(text) < (least := int(question.least or 0)):
        raise _wrong(question, "too_short", least=least)
    return text


# Thousands are set apart by spaces, apostrophes, points or commas, by language (CLDR); `50.000` is fifty or fifty thousand.
GROUPED = re.compile(r"[+-]?\d{1,3}(?:([\u0020\u00a0\u202f’'.,])\d{3})(?:\1\d{3})*(?:[.,]\d{1,2})?")


def _digits(question: Question, text: str, places: int) -> str:
    """Return a number's digits with a point before decimals. Raises Problem where two readings are possible."""
    text = text.strip()
    if places < 3 and re.fullmatch(r"[+-]?\d{1,3}[.,]\d{3}", text):
        raise _wrong(question, "two_readings", found=text)
    found = GROUPED.fullmatch(text)
    if found is None or (text.count(found[1]) > 1 and text.endswith(found[1])):
        return text
    tail = re.search(r"[.,](\d{1,2})$", text)
    whole = text[: tail.start()] if tail else text
    return whole.replace(found[1], "") + (f".{tail[1]}" if tail else "")


def _amount(question: Question, raw: Any) -> int | float:
    if isinstance(raw, str):
        raw = _digits(question, raw, 2 if question.kind in ("money", "percent") else question.decimals)
    if isinstance(raw, str) and re.fullmatch(r"[+-]?\d{1,15}(\.\d{1,9})?", raw):
        raw = float(raw) if "." in raw else int(raw)
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not math.isfinite(raw):
        raise _wrong(question, "not_number", found=_shown(raw))
    places = 2 if question.kind in ("money", "percent") else question.decimals
    if round(raw, places) != raw:
        raise _wrong(question, "whole" if places == 0 else "decimals", found=raw, places=places)
    value = int(raw) if float(raw).is_integer() else float(raw)
    _within(question, value)
    return value


def _within(question: Question, value: int | float) -> None:
    if question.least is not None and value < question.least:
        raise _wrong(question, "too_small", least=_tidy(question.least), found=value)
    if question.most is not None and value > question.most:
        raise _wrong(question, "too_large", most=_tidy(question.most), found=value)


def _tidy(value: float) -> int | float:
    return int(value) if float(value).is_integer() else value


def _shown(raw: Any) -> str:
    text = str(raw)
    return text if len(text) <= 60 else f"{text[:60]}…"


def _date(question: Question, raw: Any) -> datetime.date:
    if isinstance(raw, datetime.datetime):
        raw = raw.date()
    if isinstance(raw, datetime.date):
        return raw
    text = str(raw).strip()
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        pass
    if re.fullmatch(r"\d{4}(-\d{1,2})?", text):
        raise _wrong(question, "half_date", found=text)
    raise _wrong(question, "not_date", found=_shown(raw))


TYPED_MONEY = re.compile(r"\s*([A-Za-z]{3})\s*(\d[\d\u0020\u00a0\u202f’'.,]*?)\s*")


def _money(question: Question, raw: Any) -> Money:
    amount: Any = None
    currency: Any = ""
    if isinstance(raw, Mapping):
        amount, currency = raw.get("amount"), raw.get("currency")
        if isinstance(amount, str) and (found := TYPED_MONEY.fullmatch(amount)) and found[1].upper() == str(currency).upper():
            amount = found[2]  # the currency typed beside its own field is said once
    elif isinstance(raw, str) and (found := TYPED_MONEY.fullmatch(raw)):
        currency, amount = found[1], found[2]
    if amount is None or not isinstance(currency, str) or not re.fullmatch(r"[A-Za-z]{3}", currency):
        raise _wrong(question, "not_money", found=_shown(raw))
    if not _is_currency(currency.upper()):
        raise _wrong(question, "no_currency", found=currency)
    return Money(_amount(question, amount), currency.upper())


def _is_currency(code: str) -> bool:
    import pycountry

    return pycountry.currencies.get(alpha_3=code) is not None


def _percent(question: Question, raw: Any) -> Percent:
    return Percent(_amount(question, raw.rstrip(" %") if isinstance(raw, str) else raw))


def _yes_no(question: Question, raw: Any) -> bool:
    text = str(raw).strip().lower()
    if text in TRUE or text in FALSE:
        return text in TRUE
    raise _wrong(question, "not_yes_no", found=_shown(raw))


def _choice(question: Question, raw: Any) -> str | Words:
    if isinstance(raw, str) and raw.strip() in question.choices:
        return raw.strip()
    if question.open and isinstance(raw, str):
        return Words({"": _clean(question, raw)})
    raise _wrong(question, "not_choice", found=_shown(raw), choices=", ".join(question.choices))


def _choices(question: Question, raw: Any) -> tuple[str | Choice, ...]:
    rows = raw if isinstance(raw, list | tuple) else [raw]
    found: list[str | Choice] = []
    for one in rows:
        if unanswered(one):
            continue
        read = _choice(question, one)
        found.append(Choice(read.in_("")) if isinstance(read, Words) else read)
    _count(question, len(found))
    return tuple(dict.fromkeys(found))


def _languages(question: Question, raw: Any) -> tuple[str | Choice, ...]:
    rows = raw if isinstance(raw, list | tuple) else [raw]
    for one in rows:
        if not isinstance(one, str) or not re.fullmatch(r"[a-z]{2,3}", one) or not is_language(one):
            raise _wrong(question, "not_language", found=_shown(one))
    _count(question, len(rows))
    return tuple(dict.fromkeys(rows))


def _count(question: Question, found: int) -> None:
    if found < (least := int(question.least or 0)):
        raise _wrong(question, "too_few", least=least, found=found)
    if found > (most := int(question.most or MOST_ROWS)):
        raise _wrong(question, "too_many", most=most, found=found)


def _parties(question: Question, raw: Any) -> Value:
    rows = [one for one in raw if not unanswered(one)] if isinstance(raw, list | tuple) else None
    if rows is None:
        raise _wrong(question, "not_list")
    _count(question, len(rows))
    read = tuple(read_party(f"{question.id}[{place}]", one) for place, one in enumerate(rows, 1))
    alike = [(one.country, one.capacity) for one in read if one.country and one.capacity in ("state", "government")]
    if len(set(alike)) < len(alike):
        raise _wrong(question, "same_party")
    return read


def _list(question: Question, raw: Any) -> tuple[Row, ...]:
    rows = [one for one in raw if not unanswered(one)] if isinstance(raw, list | tuple) else None
    if rows is None:
        raise _wrong(question, "not_list")
    _count(question, len(rows))
    problems: list[Problem] = []
    read = [_row(question, place, one, problems) for place, one in enumerate(rows, 1)]
    if problems:
        raise Problems(problems)
    return tuple(read)


def _row(question: Question, place: int, raw: Any, problems: list[Problem]) -> Row:
    where = f"{question.id}[{place}]"
    if not isinstance(raw, Mapping):
        if len(question.columns) != 1:
            problems.append(Problem("answers.not_row", where, columns=", ".join(question.columns)))
            return {}
        raw = {next(iter(question.columns)): raw}
    row: Row = {}
    for name in raw:
        if name not in question.columns:
            problems.append(Problem("answers.no_column", where, name=name, columns=", ".join(question.columns)))
    for name, column in question.columns.items():
        if unanswered(raw.get(name)):
            if column.required:
                problems.append(Problem("answers.cell_missing", f"{where}.{name}"))
            continue
        _cell(column, f"{where}.{name}", raw[name], row, problems)
    return row


def _cell(column: Question, where: str, raw: Any, row: Row, problems: list[Problem]) -> None:
    try:
        row[column.id] = READERS[column.kind](column, raw)  # type: ignore[assignment]
    except Problem as problem:
        problems.append(Problem(problem.key, where, **problem.values))


READERS: dict[str, Callable[[Question, Any], Value]] = {
    "text": _text,
    "long_text": _text,
    "number": _amount,
    "date": _date,
    "money": _money,
    "percent": _percent,
    "yes_no": _yes_no,
    "choice": _choice,
    "choices": _choices,
    "languages": _languages,
    "body": lambda question, raw: read_body(question.id, raw),
    "party": lambda question, raw: read_party(question.id, raw),
    "parties": _parties,
    "list": _list,
}
