"""The filters of the notation. Each takes plain data of one language and gives a string, a number, or a shorter list."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from ssc_drafter.answers.values import Money, Percent
from ssc_drafter.errors import Problem
from ssc_drafter.language import names, numbers
from ssc_drafter.language.agreement import agreed
from ssc_drafter.library.marks import Mark, mark, unmark
from ssc_drafter.library.speech import Gap, Row, shown
from ssc_drafter.library.terms import DefinedTerm

Filter = Callable[..., Any]
WIDER = {  # capacities that wordings name together: no laws and nationals; no diplomatic channel of its own
    "organization": ("international_organization", "regional_body"),
    "institution": ("ministry", "agency", "subnational"),
}


def filters(lang: str, terms: Mapping[str, DefinedTerm]) -> dict[str, Filter]:
    """Return the filters of a language, by name. `_say` prints an answer and is no part of the notation."""

    @pass_context
    def term(context: Context, name: str, number: str = "") -> str:
        return mark("term", name, _form(terms, name, lang, context, number == "plural"))

    @pass_context
    def terms_(context: Context, name: str) -> str:
        return mark("term", name, _form(terms, name, lang, context, True))

    @pass_context
    def defines(context: Context, name: str, number: str = "") -> str:
        return mark("defines", name, _form(terms, name, lang, context, number == "plural"))

    @pass_context
    def present(context: Context, name: str) -> bool:
        return name in context["_present"]

    @pass_context
    def agrees(context: Context, word: str, other: str = "") -> str:
        return agreed(word, context["instrument"]["_gender"], lang, other)

    return {
        "agrees": agrees,
        "term": term,
        "terms": terms_,
        "defines": defines,
        "present": present,
        "ref": lambda target, form="": mark("ref", target, form),
        "spelled": _open(lambda value, unit="": _spelled(value, lang, unit)),
        "words": _open(lambda value: _words(value, lang)),
        "ordinal": _open(lambda value: numbers.ordinal(value, lang)),
        "listed": _open(lambda value, by="and", column="": _listed(value, lang, by, column)),
        "count": lambda value: 0 if isinstance(value, Gap) else len(value),
        "with_role": _open(lambda value, role: [one for one in value if one["_role"] == role]),
        "with_capacity": _open(lambda value, capacity: [one for one in value if one["capacity"] in _capacities(capacity)]),
        "capital": _open(lambda value: _capital(value, lang)),
        "_say": lambda value, slot: _say(value, slot, lang),
    }


def _capacities(name: str) -> tuple[str, ...]:
    """Return what a wording means by a capacity: its own, or one of the wider names."""
    return WIDER.get(name, (name,))


def _open(step: Filter) -> Filter:
    """Let a missing answer through as it is."""

    @wraps(step)
    def through(value: Any, *words: str) -> Any:
        return value if isinstance(value, Gap) else step(value, *words)

    return through


def _form(terms: Mapping[str, DefinedTerm], name: str, lang: str, context: Context, plural: bool) -> str:
    forms = terms[name].said(lang, context["register"])
    if forms is None:
        raise Problem("library.term_language", name, language=lang)
    return forms.plural if plural else forms.singular


def _spelled(value: Any, lang: str, unit: str) -> str:
    if isinstance(value, Money):
        return numbers.money_spelled(value.amount, value.currency, lang)
    if isinstance(value, Percent):
        return numbers.percent(value.amount, lang, in_full=True)
    return numbers.spelled(value, lang, unit)


def _words(value: Any, lang: str) -> str:
    if isinstance(value, datetime.date):
        return numbers.day_in_words(value, lang)
    return numbers.in_words(value.amount if isinstance(value, Money | Percent) else value, lang)


def _listed(value: Any, lang: str, by: str, column: str) -> Row:
    if by == "feminine":
        return Row(tuple(numbers.language_name(str(one), lang, by) for one in value), lang)
    entries = [one[column] for one in value] if column else value
    return Row(tuple(text for text in (shown(one, lang) for one in entries) if text), lang, by)


def _capital(value: Any, lang: str) -> str:
    if isinstance(value, str) and (inner := unmark(value)):
        return mark(inner.what, inner.name, names.capital(inner.text))
    return names.capital(shown(value, lang))


def _say(value: Any, slot: str, lang: str) -> str:
    if isinstance(value, Gap):
        if not value.required:
            raise Problem("library.optional_printed", name=slot)
        return mark("blank", slot, value.prompt)
    text = shown(value, lang)
    row, by = (value.things, value.by) if isinstance(value, Row) else ((), "and")
    return mark("answer", slot, text, row, by) if text else ""


__all__ = ["Mark", "filters"]
