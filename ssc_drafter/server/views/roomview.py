"""The room as `room.html` prints it: questions in their groups, the sheet, the findings, and what stands in its bar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from ssc_drafter.answers.read import asked_now
from ssc_drafter.errors import Problem
from ssc_drafter.server.draft import editions
from ssc_drafter.server.draft.asked import Asked, Setting, asked
from ssc_drafter.server.draft.drafted import Drafted, changes_of
from ssc_drafter.server.draft.edited import edits_in
from ssc_drafter.server.draft.shelf import kind_title, tongue_name
from ssc_drafter.server.draft.states import named
from ssc_drafter.server.draft.when import date_of, time_of
from ssc_drafter.server.gate.ground import say, store
from ssc_drafter.server.views.divisions import Sheet, sheet, with_edits
from ssc_drafter.server.views.marks import Marked, by_gravity
from ssc_drafter.store import drafts
from ssc_drafter.words import in_language
from ssc_drafter.words import say as say_in
from ssc_drafter.writers.sheet import document_words, unit_word


class GroupView(Struct, frozen=True):
    """A group of questions with how many of those asked are answered."""

    id: str
    title: str
    help: str
    questions: tuple[Asked, ...]
    done: int
    all: int
    open: bool = False


class Trouble(Struct, frozen=True):
    """What does not fit together in a draft, in a sentence; `back` is the part that would mend it if it were put in."""

    text: str
    back: str = ""
    title: str = ""


class Room(Struct, frozen=True, kw_only=True):
    """What the page prints around sheet and questions."""

    id: str
    title: str
    kind: str
    version: int
    lang_name: str
    at: str
    asks: bool
    groups: tuple[GroupView, ...]
    done: int
    all: int
    editable: bool
    checked: bool
    to_check: bool
    read_line: str
    lacking: tuple[str, ...]
    held: bool
    looks: int
    mark_left: str
    pane_draft: str
    pane_findings: str
    article_word: str = ""  # what stands over an article and an annex, in the language of the draft
    annex_word: str = ""
    problems: tuple[tuple[str, str], ...] = ()
    problems_head: str = ""
    troubles: tuple[Trouble, ...] = ()
    blanks_line: str = ""
    needed: int = 0
    newer: str = ""
    next: tuple[str, str] = ("", "")  # the first question that still needs an answer, and what it asks
    copy: bool = False  # an edited copy, for a protocol of amendment


class Held(Struct, frozen=True):
    """What a draft was held against: laws read and not read (None: not checked), Parties without a law, what to look at; and
    what the library and the look of today have that it has not.
    """

    reading: Mapping[str, int] | None = None
    lacking: tuple[str, ...] = ()
    looks: int = 0
    to_check: bool = False
    newer: str = ""


class Seen(Struct, frozen=True):
    """All that one look at a draft needs: the room, its sheet, its findings gravest first."""

    room: Room
    sheet: Sheet
    marks: tuple[Marked, ...]
    unit: str


def groups_of(made: Drafted, lang: str, *, due: bool = False, opened: str = "") -> tuple[GroupView, ...]:
    """Return the questions of a draft in their groups. `opened` names the group that stands open; else the first unfinished."""
    if made.kind is None:
        return ()
    at = setting(made, lang)
    views: list[GroupView] = []
    for group in made.kind.groups:
        here = [made.questions[one] for one in group.questions if one in made.questions]
        questions = tuple(asked(one, at, due=due) for one in here)
        shown = [one for one in questions if not one.hidden]
        if not questions:
            continue
        done = sum(one.answered for one in shown)
        title = group.title.get(lang) or group.title.get("en") or group.id
        help_ = group.help.get(lang) or group.help.get("en") or ""
        views.append(GroupView(group.id, title, help_, questions, done, len(shown)))
    return _opened(views, opened)


def _opened(views: list[GroupView], opened: str) -> tuple[GroupView, ...]:
    wish = next((one.id for one in views if opened in (one.id, *(question.id for question in one.questions)) and opened), "")
    first = wish or next((one.id for one in views if one.done < one.all), views[0].id if views else "")
    return tuple(GroupView(one.id, one.title, one.help, one.questions, one.done, one.all, one.id == first) for one in views)


def setting(made: Drafted, lang: str) -> Setting:
    """Return what every question of a draft needs."""
    questions = made.questions
    shown = {one.id for one in asked_now(tuple(questions.values()), made.values)}
    return Setting(
        lang=lang,
        draft_lang=made.body.lang,
        typed=made.body.answers,
        values=made.values,
        problems=made.wrong,
        questions=questions,
        hidden=frozenset(set(questions) - shown),
        triangular=made.body.kind.startswith("triangular"),
        again=made.body.again,
        named=named(made),
    )


def seen(
    head: drafts.Draft,
    made: Drafted,
    marks: Sequence[Marked],
    lang: str,
    held: Held,
    *,
    editable: bool,
    due: bool = False,
    opened: str = "",
) -> Seen:
    """Return the room of a draft."""
    groups = groups_of(made, lang, due=due, opened=opened)
    authors = {(edit.part, edit.key): edit.by for edit in edits_in(made)}
    paper = with_edits(sheet(made.agreement, made.running, marks), made.draft.keys if made.draft else {}, authors)
    unit = say(f"pages.unit_{made.agreement.unit}")
    conflicts = sum(mark.sign == "conflict" for mark in marks)
    problems = tuple((one.id, f"{one.label}: {one.message}") for group in groups for one in group.questions if one.message)
    room = Room(
        id=head.id,
        title=head.title,
        kind=kind_title(head.kind, lang),
        version=head.version,
        lang_name=tongue_name(made.body.lang, lang),
        at=time_of(head.changed),
        asks=made.kind is not None,
        groups=groups,
        done=sum(one.done for one in groups),
        all=sum(one.all for one in groups),
        editable=editable,
        checked=held.reading is not None,
        to_check=held.to_check,
        read_line=read_line(held.reading),
        lacking=held.lacking,
        held=bool(held.reading and held.reading["read"]),
        looks=held.looks,
        article_word=unit_word(made.agreement) or unit,
        annex_word=document_words(made.agreement.lang).annex,
        mark_left=say("pages.mark_left", number=head.version, date=date_of(head.changed, lang)),
        pane_draft=say("pages.pane_articles", number=len(made.agreement.articles)),
        pane_findings=_pane(conflicts, held.reading),
        problems=problems if due else (),
        problems_head=say("pages.summary_one" if len(problems) == 1 else "pages.summary_many", number=len(problems)),
        troubles=tuple(troubles(made, lang)),
        blanks_line=blanks_line(made),
        needed=sum(one.required and not one.answered and not one.hidden for group in groups for one in group.questions),
        newer=held.newer,
        next=_next(groups),
        copy=made.body.amends is not None,
    )
    return Seen(room, paper, by_gravity(marks), unit)


def _next(groups: Sequence[GroupView]) -> tuple[str, str]:
    asked_for = (one for group in groups for one in group.questions if one.required and not one.answered and not one.hidden)
    found = next(asked_for, None)
    return (found.id, found.label) if found else ("", "")


def _pane(conflicts: int, reading: Mapping[str, int] | None) -> str:
    if not reading or not reading["read"]:
        return say("pages.pane_unchecked")
    return say("pages.pane_conflicts", number=conflicts) if conflicts else say("pages.pane_none")


def read_line(reading: Mapping[str, int] | None) -> str:
    """Return what was read, in a sentence; what was not read is said with it."""
    if reading is None:
        return say("pages.not_checked")
    number = reading["read"]
    line = say(f"pages.read_line{ {0: '_none', 1: '_one'}.get(number, '') }", number=number)
    return f"{line} {say('pages.not_read_line', number=reading['not_read'])}" if reading["not_read"] else line


def troubles(made: Drafted, lang: str) -> list[Trouble]:
    """Return what is wrong in the draft beside its answers: a clause that misses another, a reference without a target."""
    if made.draft is None:
        return []
    found = []
    for one in made.draft.problems:
        if one.key.startswith("assemble."):
            back, title = _missing_part(made, one, lang)
            said = say_in(one.key, lang, **one.values)
            found.append(Trouble(said[:1].upper() + said[1:], back, title))
    return list(dict.fromkeys(found))


def _missing_part(made: Drafted, one: Problem, lang: str) -> tuple[str, str]:
    """Return the part that a problem misses and its heading, where it can be put in: left out, or offered and not taken."""
    if one.key not in ("assemble.no_target", "assemble.requires") or made.kind is None:
        return "", ""
    changes = changes_of(made.body)
    for part in made.kind.parts:
        clause = made.library.clauses.get(part.clause)
        away = part.name in changes.dropped or (part.offer and part.name not in changes.taken)
        if clause and away and clause.title == one.values.get("name"):
            return part.name, in_language(clause.title, lang)
    return "", ""


def blanks_line(made: Drafted) -> str:
    """Return how many answers are missing, and at how many places of the text; nothing where none is."""
    answers = len(made.blanks())
    return say("pages.blanks_open", answers=answers, number=made.blank_places) if answers else ""


def newer(made: Drafted) -> str:
    """Say how many clauses of the draft read otherwise in the library of today than in the edition it is made from; where none
    does, whether the words or the look that all documents share are other ones.
    """
    number = len(editions.changed(made.library, editions.today(), made.kind)) if made.kind else 0
    if number:
        return say("pages.library_newer", number=number)
    return "" if editions.is_dressed_today(made.body, store()) else say("pages.look_newer")
