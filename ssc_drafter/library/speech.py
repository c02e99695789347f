"""Answers as plain data of one language, as wordings see them, and how each is printed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from ssc_drafter.answers.question import Question
from ssc_drafter.answers.values import Body, Choice, Money, Name, Party, Percent, Value, Words
from ssc_drafter.language import lists, names, numbers, states
from ssc_drafter.language.tongue import tongue
from ssc_drafter.language.typography import set_well


class Phrase(str):
    """A choice: compared by its id, printed by its phrase."""

    says: str
    __slots__ = ("says",)


class Row(str):
    """Things in a sentence, "a, b and c", that can still be told apart: a preposition may be said before each of them."""

    things: tuple[str, ...]
    by: str
    __slots__ = ("by", "things")

    def __new__(cls, things: tuple[str, ...], lang: str, by: str = "and") -> Row:
        made = super().__new__(cls, lists.joined(things, lang, by))
        made.things, made.by = things, by
        return made


class Gap:
    """An answer that is missing. It is false, has no entries but itself, equals nothing, and prints as a blank.

    Of a list of rows, `columns` has what each column asks: a cell's blank asks for the cell, not for the whole list.
    """

    def __init__(self, slot: str, prompt: str, required: bool, columns: Mapping[str, str] | None = None) -> None:
        self.slot, self.prompt, self.required, self.columns = slot, prompt, required, columns or {}

    def field(self, name: str) -> Gap:
        """Return the missing answer to a column, or itself where there is none of that name."""
        return Gap(self.slot, self.columns.get(name) or self.prompt, self.required, self.columns)

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[Gap]:
        return iter((self,)) if self.required else iter(())

    def __contains__(self, one: object) -> bool:
        return False

    def __lt__(self, other: object) -> bool:
        return False

    __le__ = __gt__ = __ge__ = __lt__


def phrase(value: str, says: str) -> Phrase:
    """Return a choice with what it prints."""
    made = Phrase(value)
    made.says = says
    return made


def spoken(question: Question, value: Value, lang: str) -> Any:
    """Return an answer as a wording sees it: str, number, date, a dict of forms, or a list of these."""
    if isinstance(value, Words):
        return value.in_(lang)
    if isinstance(value, Party):
        return party_forms(value, lang)
    if isinstance(value, Body):
        return body_forms(value.names, lang)
    if question.kind == "choice":
        return phrase(str(value), set_well(question.phrase(str(value), lang), lang))
    if isinstance(value, tuple):
        return [_entry(question, one, lang) for one in value]
    return value


def _entry(question: Question, one: Any, lang: str) -> Any:
    if isinstance(one, Party):
        return party_forms(one, lang)
    if isinstance(one, Choice):
        return phrase(one.words, one.words)
    if question.kind == "languages":
        return phrase(str(one), numbers.language_name(str(one), lang))
    if isinstance(one, dict):
        return {name: spoken(column, one[name], lang) if name in one else "" for name, column in question.columns.items()}
    return phrase(str(one), set_well(question.phrase(str(one), lang), lang))


def shown(value: Any, lang: str) -> str:
    """Return an answer as it is printed."""
    if isinstance(value, Phrase):
        return value.says
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return str(value.get("", value.get("name", "")))  # "": the instrument, “this Agreement”
    if isinstance(value, datetime.date):
        return numbers.day(value, lang)
    if isinstance(value, Money):
        return numbers.money(value.amount, value.currency, lang)
    if isinstance(value, Percent):
        return numbers.percent(value.amount, lang)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return numbers.figures(value, lang)
    raise TypeError(type(value).__name__)


def in_language(table: dict[str, Name], lang: str) -> Name | None:
    """Return the name in a language, or the one given for all languages."""
    return table.get(lang) or table.get("")


def state_name(party: Party, lang: str) -> tuple[Name, str, str]:
    """Return a Party's State (or organization) in a language, with the article of its long and of its short name."""
    given = in_language(party.names, lang)
    fallback = next(iter(party.names.values()), None)
    own = given or (fallback if not states.long_name(party.country, lang) else None)
    ground = "organization" if party.capacity in ("international_organization", "regional_body") else "state"
    if own is None:
        name = Name(states.long_name(party.country, lang) or party.country, states.short_name(party.country, lang))
        short_gender = tongue(lang).country_gender(party.country)
    else:
        name = Name(own.long, own.short or own.long, own.gender)
        default = tongue(lang).defaults["country" if ground == "state" else "organization"]
        short_gender = own.gender or (names.gender_by_head(own.long, lang, ground) if own.short == "" else default)
        if not own.gender and tongue(lang).defaults["country"] != "none" and ground == "state":
            short_gender = names.gender_by_head(own.long, lang, ground)
    long_gender = short_gender if name.long == name.short else _long_gender(name, lang, ground)
    return name, long_gender, short_gender


def _long_gender(name: Name, lang: str, ground: str) -> str:
    head = name.long.lower().split()[0] if name.long else ""
    if head in tongue(lang).heads or not name.gender or lang == "en":
        return names.gender_by_head(name.long, lang, ground)
    return name.gender


def party_name(party: Party, lang: str) -> tuple[str, str]:
    """Return a Party's full name without its article, and the article: ("Government of the Republic of Kenya", "the")."""
    words = tongue(lang)
    state, gender, _ = state_name(party, lang)
    body = in_language(party.body, lang) or next(iter(party.body.values()), Name(""))
    of_state = names.forms(state.long, gender, lang).of
    full = words.capacities[party.capacity].format(state=state.long, of_state=of_state, body=body.long)
    if party.capacity in words.genders:
        return full, words.genders[party.capacity]
    if body.long and party.capacity in ("ministry", "agency", "subnational"):
        return full, body.gender or names.gender_by_head(body.long, lang, "body")
    return full, gender


def party_forms(party: Party, lang: str) -> dict[str, str]:
    """Return the forms of a Party in a language, by the field names of the notation."""
    full, gender = party_name(party, lang)
    whole = names.forms(full, gender, lang)
    state, _, short_gender = state_name(party, lang)
    short = names.forms(state.short, short_gender, lang)
    return {
        "name": whole.name,
        "of": whole.of,
        "to": whole.to,
        "by": whole.by,
        "under": whole.under,
        "short": short.name,
        "of_short": short.of,
        "to_short": short.to,
        "by_short": short.by,
        "in": names.locative(state.short, short_gender, lang, party.country),
        "role": tongue(lang).roles.get(party.role, ""),
        "signatory": party.signatory,
        "office": party.office.in_(lang),
        "country": party.country,
        "capacity": party.capacity,
        "_role": party.role,
    }


def signed_for(party: Party, lang: str) -> tuple[str, str]:
    """Return the word above a signature and the Party's name: "For" and "the Government of Kenya", "Pelo" and "Governo ..."."""
    words = tongue(lang)
    full, gender = party_name(party, lang)
    name = names.with_article(words, full, gender)
    phrase = names.after(words, "for", full, gender)
    if phrase.endswith(f" {name}"):
        return words.signature["lead"], name
    return names.capital(phrase.removesuffix(full).strip()), full  # the article is part of the little word


def body_forms(table: dict[str, Name], lang: str) -> dict[str, str]:
    """Return the forms of a body."""
    name = in_language(table, lang) or next(iter(table.values()), Name(""))
    made = names.forms(name.long, name.gender or names.gender_by_head(name.long, lang, "body"), lang)
    return {"name": made.name, "of": made.of, "to": made.to, "by": made.by, "under": made.under}


def instrument_forms(name: str, gender: str, title: str, lang: str) -> dict[str, str]:
    """Return the forms of "this Agreement"."""
    made = names.this(name, gender, lang)
    plain = names.forms(name, gender, lang)
    return {
        "": made.name, "of": made.of, "to": made.to, "in": made.in_, "by": made.by, "under": made.under,
        "name": name, "title": title, "the": plain.name, "_gender": gender,
    }  # fmt: skip


def speakable(value: Any, lang: str) -> bool:
    """Return whether an answer has words in a language: texts and names given for other languages only have none."""
    if isinstance(value, Words):
        return lang in value.by_lang or "" in value.by_lang
    if isinstance(value, Body):
        return in_language(value.names, lang) is not None
    if isinstance(value, Party):
        named = in_language(value.names, lang) is not None or bool(states.long_name(value.country, lang))
        return named and (not value.body or in_language(value.body, lang) is not None)
    if isinstance(value, dict):
        return all(speakable(cell, lang) for cell in value.values())
    return all(speakable(one, lang) for one in value) if isinstance(value, tuple) else True
