"""The papers that go with an agreement, from the same answers: full powers, instrument of consent, notification, data for
registration, explanatory memorandum. They are drafts for the ministry: what the agreement does not say stays a marked blank.

They are a small library of their own (templates/_papers), in the notation of all clauses; none is a kind of instrument.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter import places
from ssc_drafter.assemble.whole import assemble, draft
from ssc_drafter.errors import Problem
from ssc_drafter.language.lists import joined
from ssc_drafter.language.numbers import language_name
from ssc_drafter.library.changes import NO_CHANGES, Changes
from ssc_drafter.library.load import Library
from ssc_drafter.policies.domestic_steps import Subject, checklist, subject_of
from ssc_drafter.policies.steps_told import Asks, matters, told
from ssc_drafter.tree.nodes import Agreement, plain
from ssc_drafter.tree.running import running_text
from ssc_drafter.words import say

FOLDER = places.TEMPLATES / "_papers"
LANGUAGES = ("en", "fr", "es", "pt")
BINDING = ("full_powers", "instrument", "notification", "registration", "memorandum")
NOT_BINDING = ("memorandum",)
ENTRY = "final/entry_into_force"
SIGNING = ("signatory", "office")  # of a Party: who signs the agreement, not who signs its papers


class Source(Struct, frozen=True):
    """What papers are made from: a draft in the language of the papers, its answers as they were typed, what it is about."""

    agreement: Agreement
    answers: Mapping[str, Any]
    subject: Subject
    asks: Asks


def source(
    shelf: Library, kind: str, answers: Mapping[str, Any], langs: tuple[str, str], changes: Changes = NO_CHANGES, date: str = ""
) -> Source:
    """Return what papers are made from: the draft in the first of two languages, or in the second if that is not spoken."""
    known = shelf.languages_of(shelf.kind(kind))
    built = draft(shelf, kind, answers, langs[0] if langs[0] in known else langs[1], changes, date)
    if any(problem.key == "assemble.not_in_language" for problem in built.problems):
        built = draft(shelf, kind, answers, langs[1], changes, date)
    asks = {one.id: one.words(one.ask, langs[0]) for one in built.questions}
    return Source(built.agreement, answers, subject_of(built.agreement, built.values), asks)


@lru_cache(maxsize=1)
def library() -> Library:
    """Return the library of papers. Raises Problems with every mistake in its files."""
    return Library.load(FOLDER)


def offered(agreement: Agreement) -> tuple[str, ...]:
    """Return the papers that a draft calls for: those of a treaty, or the memorandum alone where nothing binds."""
    return BINDING if agreement.register == "binding" else NOT_BINDING


def title(name: str, lang: str) -> str:
    """Return what a paper is called. Raises Problem for one that is not known."""
    kinds = library().kinds
    if name not in kinds:
        raise Problem("steps.unknown_paper", name=name, known=", ".join(BINDING))
    return kinds[name].title.get(lang) or kinds[name].title["en"]


def paper(source: Source, name: str, place: int, lang: str) -> Agreement:
    """Return a paper of the Party at `place`, marked as a draft for the ministry. Raises Problem."""
    title(name, lang)
    rows = [_unsigned(one) for one in source.answers.get("parties") or () if isinstance(one, Mapping)]
    if place >= len(rows):
        raise Problem("steps.no_parties")
    others = [*rows[:place], *rows[place + 1 :]]
    known = {"issuing": rows[place], "others": others, "parties": [rows[place], *others], **_facts(source, place, lang)}
    asked = _asked(name)
    answers = {key: value for key, value in known.items() if key in asked and value not in (None, "", [])}
    made = assemble(library(), name, answers, lang, blanks=True, date=source.agreement.date)
    return replace(made, draft_mark=say("steps.paper_mark", lang))


def _asked(name: str) -> set[str]:
    return {question for group in library().kind(name).groups for question in group.questions}


def _unsigned(party: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in party.items() if key not in SIGNING}


def _facts(source: Source, place: int, lang: str) -> dict[str, Any]:
    """Return what the agreement itself tells, in one language, by the ids of the papers' questions."""
    agreement, answers = source.agreement, source.answers
    party = answers["parties"][place]
    spoken = [language_name(str(one), lang) for one in answers.get("languages") or ()]
    number, heading = _entry(agreement)
    return {
        "agreement": {lang: " ".join(plain(one.content) for one in agreement.title)} if agreement.lang == lang else None,
        "signed_at": answers.get("testimonium.place"),
        "signed_on": answers.get("testimonium.date"),
        "opening.representative": _representative(party, lang),
        "opening.clause_number": number,
        "data.method": {lang: f"{heading} ({number})"} if number and agreement.lang == lang else None,
        "data.tongues": {lang: joined(spoken, lang)} if spoken else None,
        "provisions.rows": _provisions(agreement, lang),
        "matters.rows": [
            {key: {lang: text} for key, text in row.items()} for row in matters(source.subject, lang, source.asks)
        ],
        "steps.rows": _steps(source, str(party.get("country") or "").upper(), lang),
    }


def _representative(party: Mapping[str, Any], lang: str) -> dict[str, str] | None:
    office = party.get("office")
    said = office.get(lang) if isinstance(office, Mapping) else office
    words = ", ".join(str(one) for one in (party.get("signatory"), said) if one)
    return {lang: words} if words else None


def _entry(agreement: Agreement) -> tuple[str, str]:
    """Return the number and heading of the article on entry into force."""
    found = [one for one in running_text(agreement).units if one.clause == ENTRY]
    return (found[0].article, found[0].heading) if found else ("", "")


def _provisions(agreement: Agreement, lang: str) -> list[dict[str, Any]]:
    if agreement.lang != lang:
        return []
    units = [one for one in running_text(agreement).units if one.article and one.heading]
    rows = dict.fromkeys((one.article, one.heading) for one in units)
    return [{"number": {lang: number}, "heading": {lang: heading}} for number, heading in rows]


def _steps(source: Source, country: str, lang: str) -> list[dict[str, Any]]:
    rows: Sequence[Mapping[str, Any]] = told(checklist(source.subject, country), lang, source.asks)["steps"]
    certain = [row for row in rows if row["standing"] != "not_seen"]
    return [
        {
            "step": {lang: f"{row['stage_text']} [{row['standing_text']}]"},
            "who": {lang: row["who_does"]},
            "basis": {lang: f"{row['basis']} ({row['status_text']})"},
        }
        for row in certain
    ]
