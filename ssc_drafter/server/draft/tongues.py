"""The words of the answers in a second language: which there are, and how typed ones are put beside those of the draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from msgspec import Struct

from ssc_drafter.answers.question import Question
from ssc_drafter.errors import Problem
from ssc_drafter.server.draft.drafted import Drafted
from ssc_drafter.words import say

TEXTS = ("text", "long_text")
LONGEST = 20_000
Path = tuple[str | int, ...]


class Words(Struct, frozen=True):
    """Words of one answer: where they stand, whose question it is, what the draft says, what the other language says."""

    path: Path
    label: str
    ours: str
    theirs: str
    long: bool

    @property
    def name(self) -> str:
        """The name of its field in a form."""
        return "~".join(map(str, self.path))


def words(made: Drafted, lang: str, page_lang: str) -> list[Words]:
    """Return the words of a draft's answers that another language needs, in the order of the questions."""
    found = []
    for question in made.questions.values():
        if question.id not in made.values or question.id not in made.body.answers:
            continue
        for path, value, label, long in _leaves(question, made.body.answers[question.id], page_lang):
            ours, theirs = said(value, made.body.lang), _own(value, lang)
            if ours:
                found.append(Words(path, label, ours, theirs, long))
    return found


def _leaves(question: Question, value: Any, lang: str) -> Iterator[tuple[Path, Any, str, bool]]:
    """Yield (path, value, label, whether it is long) of every answer in words that a question holds."""
    label = question.words(question.ask, lang)
    if question.kind in (*TEXTS, "body"):
        yield (question.id,), value, label, question.kind == "long_text"
    elif question.kind == "list" and isinstance(value, list):
        for place, row in enumerate(value):
            for key, column in question.columns.items():
                if column.kind in TEXTS and isinstance(row, Mapping) and row.get(key):
                    yield (question.id, place, key), row[key], f"{label} {place + 1}, {column.words(column.ask, lang)}", False
    elif question.kind == "parties" and isinstance(value, list):
        for place, party in enumerate(value):
            for key in ("names", "body", "office"):
                if isinstance(party, Mapping) and party.get(key):
                    yield (question.id, place, key), party[key], say(f"pages.words_party_{key}", lang, number=place + 1), False


def said(value: Any, lang: str) -> str:
    """Return the words of an answer in the draft's own language: those given for it, or those given for all."""
    if isinstance(value, Mapping):
        return _name(value.get(lang) or value.get("") or "")
    return _name(value)


def _own(value: Any, lang: str) -> str:
    return _name(value.get(lang) or "") if isinstance(value, Mapping) else ""


def _name(value: Any) -> str:
    if isinstance(value, Mapping):
        return str(value.get("long") or value.get("name") or "")
    return "" if value is None else str(value)


def with_words(made: Drafted, lang: str, typed: Mapping[str, str]) -> dict[str, Any]:
    """Return the answers with the words of another language that were typed, by the names of their fields.

    Raises Problem for words that are too many to be kept.
    """
    answers = deepcopy(dict(made.body.answers))
    for one in words(made, lang, made.body.lang):
        text = typed.get(one.name)
        if text is None or text.strip() == one.theirs:
            continue
        holder: Any = answers
        for step in one.path[:-1]:
            holder = holder[step]
        holder[one.path[-1]] = _with(holder[one.path[-1]], made.body.lang, lang, _whole(one, text.strip()))
    return answers


def _whole(one: Words, text: str) -> str:
    if len(text) > LONGEST:
        raise Problem("pages.edit_long", one.label, length=len(text), most=LONGEST)
    return text


def _with(value: Any, own: str, lang: str, text: str) -> Any:
    """Return an answer with words for one more language; what stood for all now stands for the draft's own."""
    by_lang = dict(value) if isinstance(value, Mapping) else {own: value}
    if "" in by_lang:
        by_lang.setdefault(own, by_lang.pop(""))
    if not text:
        by_lang.pop(lang, None)
    elif isinstance(by_lang.get(own), Mapping):
        by_lang[lang] = {**dict(by_lang.get(lang) or {}), "long": text}
    else:
        by_lang[lang] = text
    return by_lang
