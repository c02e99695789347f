"""From what a form sends to the plain data that answers are read from, and back: a function for each kind.

What cannot be read stays as it was typed, so that the page shows it again; `answers.read` says what is wrong with it.
Fields are called `question` or `question~part`, in a list `question~row~column`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Any

from ssc_drafter.answers.question import Question
from ssc_drafter.language.spoken import days_in

Fields = Mapping[str, list[str]]
Plain = Any
PARTY_BY_TONGUE = ("long", "short", "body", "office")
MOST_ROWS = 200
TONGUES_OF_DATES = ("en", "fr", "es", "pt")
LONGEST_DATE = 80  # characters of a day in words


def plain(question: Question, fields: Fields, lang: str, before: Plain = None) -> Plain:
    """Return the plain data of one question from a form; None where nothing was typed.

    `lang` is the draft's language: a text that has one wording a language keeps the others of `before`.
    """
    return TO_PLAIN.get(question.kind, _line)(question, fields, lang, before)


def rows_of(question: Question, value: Plain) -> list[dict[str, str]]:
    """Return the rows of a list or of Parties as the strings that stand in the fields."""
    if not isinstance(value, list | tuple):
        return []
    if question.kind == "parties":
        return [_party_fields(one) for one in value if isinstance(one, Mapping)]
    return [{key: shown(cell) for key, cell in row.items()} if isinstance(row, Mapping) else {} for row in value]


def shown(value: Plain, lang: str = "") -> str:
    """Return what stands in a one-line field for a plain value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, Mapping):
        return shown(value.get(lang) or value.get("") or value.get("en") or next(iter(value.values()), ""))
    return str(value)


def parts_of(question: Question, value: Plain, lang: str) -> dict[str, str]:
    """Return the strings of a question that has several fields, by the part of the field's name ("" for the one field)."""
    if question.kind == "money":
        if isinstance(value, str):
            currency, _, amount = value.partition(" ")
            value = {"amount": amount, "currency": currency}
        one = value if isinstance(value, Mapping) else {}
        return {"amount": shown(one.get("amount")), "currency": shown(one.get("currency"))}
    if question.kind == "body":
        by_lang = value if isinstance(value, Mapping) else {lang: value}
        return {key: _name(one) for key, one in by_lang.items()}
    if question.kind == "choices":
        chosen = value if isinstance(value, list | tuple) else []
        return {"own": "\n".join(str(one) for one in chosen if str(one) not in question.choices)}
    return {"": shown(value, lang)}


def chosen_of(value: Plain) -> list[str]:
    """Return the ids that are ticked."""
    return [str(one) for one in value] if isinstance(value, list | tuple) else []


# ---- from the form -----------------------------------------------------------------------------------------------
def _first(fields: Fields, name: str) -> str:
    found = fields.get(name)
    return found[0] if found else ""


def _line(question: Question, fields: Fields, lang: str, before: Plain) -> Plain:
    text = _first(fields, question.id).replace("\r\n", "\n")
    if isinstance(before, Mapping):
        return {**before, lang: text} if text.strip() or set(before) - {lang} else None
    return text or None


def number(text: str) -> Plain:
    """Return the number that was typed with or without separators ("1 200,50", "1,200.50"), else the words as typed."""
    bare = re.sub(r"[\s\u00a0\u202f']", "", text)
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", bare):
        bare = bare.replace(",", "")
    elif re.fullmatch(r"\d{1,3}(\.\d{3})+,\d+", bare):
        bare = bare.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d+,\d{1,2}", bare):
        bare = bare.replace(",", ".")
    if re.fullmatch(r"[+-]?\d{1,15}", bare):
        return int(bare)
    if re.fullmatch(r"[+-]?\d{1,15}\.\d{1,9}", bare):
        return float(bare)
    return text.strip() or None


def _number(question: Question, fields: Fields, lang: str, before: Plain) -> Plain:
    return number(_first(fields, question.id))


def _percent(question: Question, fields: Fields, lang: str, before: Plain) -> Plain:
    return number(_first(fields, question.id).rstrip(" %\u00a0\u202f"))


def date(text: str) -> Plain:
    """Return the ISO form of a day in figures ("25/11/2026") or in words ("25 November 2026"), else the words as typed."""
    found = re.fullmatch(r"\s*(\d{1,2})\s*[./\s-]\s*(\d{1,2})\s*[./\s-]\s*(\d{4})\s*", text)
    read = _iso(int(found[3]), int(found[2]), int(found[1])) if found else _in_words(text)
    return read or text.strip() or None


def _in_words(text: str) -> str:
    """Return the day that a text says in one of the languages of drafts, where it says one day and no other number."""
    for lang in TONGUES_OF_DATES if len(text) <= LONGEST_DATE else ():
        days = days_in(text, lang)
        alone = len(days) == 1 and not re.search(r"\d", text[: days[0].start] + text[days[0].end :])
        if alone and (read := _iso(days[0].year, days[0].month, days[0].day)):
            return read
    return ""


def _iso(year: int, month: int, day: int) -> str:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""


def _date(question: Question, fields: Fields, lang: str, before: Plain) -> Plain:
    return date(_first(fields, question.id))


def _yes_no(question: Question, fields: Fields, lang: str, before: Plain) -> Plain:
    return {"yes": True, "no": False}.get(_first(fields, question.id))


def _choices(question: Question, fields: Fields, lang: str, before: Plain) -> Plain:
    own = [line.strip() for line in _first(fields, f"{question.id}~own").splitlines() if line.strip()]
    return [*fields.get(question.id, ()), *own] or None


def _money(question: Question, fields: Fields, lang: str, before: Plain) -> Plain:
    amount, currency = _first(fields, f"{question.id}~amount"), _first(fields, f"{question.id}~currency").strip()
    return {"amount": number(amount), "currency": currency} if amount.strip() or currency else None


def _body(question: Question, fields: Fields, lang: str, before: Plain) -> Plain:
    typed = _by_tongue(fields, question.id)
    if isinstance(before, Mapping):  # a name with its gender keeps it while the words stand
        typed = {code: before[code] if _name(before.get(code)) == text else text for code, text in typed.items()}
    return typed or None


def _by_tongue(fields: Fields, stem: str) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    for name in fields:
        code = name.removeprefix(f"{stem}~")
        if code != name and re.fullmatch(r"[a-z]{2,3}", code) and _first(fields, name).strip():
            found[code] = _first(fields, name).strip()
    return found


def _name(value: Plain) -> str:
    if isinstance(value, Mapping):
        return str(value.get("long") or value.get("name") or "")
    return "" if value is None else str(value)


def _places(fields: Fields, stem: str) -> list[int]:
    found = {int(hit[1]) for name in fields if (hit := re.match(rf"{re.escape(stem)}~(\d{{1,3}})~", name))}
    return sorted(found)[:MOST_ROWS]


def _list(question: Question, fields: Fields, lang: str, before: Plain) -> Plain:
    rows = []
    old = list(before) if isinstance(before, list | tuple) else []
    for place in _places(fields, question.id):
        row = {}
        former = old[place] if place < len(old) and isinstance(old[place], Mapping) else {}
        for name, column in question.columns.items():
            typed = _first(fields, f"{question.id}~{place}~{name}")
            value = _cell(column, typed, lang, former.get(name))
            if value is not None:
                row[name] = value
        rows.append(row)
    return rows or None


def _cell(column: Question, typed: str, lang: str, before: Plain) -> Plain:
    """Return a cell as typed; one that has words for each language keeps the others of `before`."""
    if isinstance(before, Mapping) and column.kind in ("text", "long_text"):
        words = typed.strip()
        return before if words == shown(before, lang) else {**before, lang: words} if words else None
    if column.kind in ("number", "percent"):
        return number(typed.rstrip(" %"))
    return date(typed) if column.kind == "date" else typed.strip() or None


def _parties(question: Question, fields: Fields, lang: str, before: Plain) -> Plain:
    places = _places(fields, question.id)
    old = list(before) if isinstance(before, list | tuple) else []
    rows = [_party(fields, f"{question.id}~{place}", old[place] if place < len(old) else None) for place in places]
    return [row for row in rows if len(row) > 1] or None  # a row with nothing but its capacity is an empty one


def _party(fields: Fields, stem: str, before: Plain) -> dict[str, Plain]:
    party: dict[str, Plain] = {"capacity": _first(fields, f"{stem}~capacity") or "government"}
    for key in ("country", "role", "signatory"):
        if text := _first(fields, f"{stem}~{key}").strip():
            party[key] = text
    names: dict[str, Plain] = {}
    shorts, genders = (_by_tongue(fields, f"{stem}~{what}") for what in ("short", "gender"))
    for code, long in _by_tongue(fields, f"{stem}~long").items():
        names[code] = {"long": long, "short": shorts.get(code, "")}
        if gender := genders.get(code):
            names[code]["gender"] = gender
    if names:
        party["names"] = names
    for key in ("body", "office"):
        if typed := _by_tongue(fields, f"{stem}~{key}"):
            party[key] = _kept(typed, before, key)
    return party


def _kept(typed: dict[str, Plain], before: Plain, key: str) -> dict[str, Plain]:
    """Return names as typed, but where the words still stand the entry they came from, with its gender."""
    old = before.get(key) if isinstance(before, Mapping) else None
    if not isinstance(old, Mapping):
        return typed
    return {code: old[code] if _name(old.get(code)) == text else text for code, text in typed.items()}


def _party_fields(party: Mapping[str, Plain]) -> dict[str, str]:
    found = {key: shown(party.get(key)) for key in ("capacity", "country", "role", "signatory")}
    for key, names in (("", party.get("names")), ("body~", party.get("body")), ("office~", party.get("office"))):
        if not isinstance(names, Mapping):
            names = {"en": names} if names else {}
        for code, one in names.items():
            if key:
                found[f"{key}{code}"] = _name(one)
                continue
            name = one if isinstance(one, Mapping) else {"long": one}
            found[f"long~{code}"], found[f"short~{code}"] = _name(name), str(name.get("short") or "")
            found[f"gender~{code}"] = str(name.get("gender") or name.get("article") or "")
    found["open"] = "1" if party.get("names") else ""
    return found


TO_PLAIN: dict[str, Callable[[Question, Fields, str, Plain], Plain]] = {
    "number": _number,
    "percent": _percent,
    "date": _date,
    "yes_no": _yes_no,
    "choices": _choices,
    "languages": _choices,
    "money": _money,
    "body": _body,
    "list": _list,
    "parties": _parties,
    "party": lambda *given: (_parties(*given) or [None])[0],
}
