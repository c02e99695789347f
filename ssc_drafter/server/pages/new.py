"""Beginning an agreement: its kind, its Parties, its subject, the language in which it is drafted."""

from __future__ import annotations

import secrets
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from ssc_drafter.answers.question import Question
from ssc_drafter.answers.read import look
from ssc_drafter.library.kind import Kind
from ssc_drafter.library.plan import questions
from ssc_drafter.server.draft import body as bodies
from ssc_drafter.server.draft import editions, forms, shelf
from ssc_drafter.server.draft.asked import Setting, asked
from ssc_drafter.server.draft.body import Body
from ssc_drafter.server.draft.drafted import drafted
from ssc_drafter.server.draft.states import named
from ssc_drafter.server.gate.access import may
from ssc_drafter.server.gate.ground import language, me, say, store
from ssc_drafter.store import drafts

pages = Blueprint("new", __name__)
FIRST = ("parties", "subject")


@pages.get("/new")
@may("draft.create")
def begin() -> str:
    """Ask what is needed to open a draft."""
    return _page(MultiDict(), {}, op=secrets.token_hex(20))


def _first_questions() -> list[Question]:
    return [shelf.library().common[name] for name in FIRST if name in shelf.library().common]


def _page(form: MultiDict[str, str], answers: dict[str, Any], *, op: str, wrong: bool = False, added: int | None = None) -> str:
    """Return the form; `added` is the place of a Party that was just added, which then has the focus."""
    lang = language()
    first = _first_questions()
    draft_lang = form.get("lang") or lang
    reading = look(first, answers)
    at = Setting(lang, draft_lang, answers, reading.values, reading.problems, {one.id: one for one in first}, named=named())
    shown = [asked(one, at) for one in first]
    kind_message = say("pages.choose_kind") if wrong and form.get("kind") not in shelf.library().kinds else ""
    problems = [(one.id, f"{one.label}: {one.message}") for one in shown if one.message]
    problems = ([("kind", kind_message)] if kind_message else []) + problems
    head = say("pages.summary_one" if len(problems) == 1 else "pages.summary_many", number=len(problems))
    return render_template(
        "new.html",
        op=op,
        kinds=[_kind(one, lang) for one in _kinds()],
        chosen=form.get("kind", ""),
        kind_message=kind_message,
        questions=shown,
        problems=problems if added is None else [],
        problems_head=head,
        draft_tongues=shelf.draft_tongues(lang),
        draft_lang=draft_lang,
        focus_party=added,
    )


def _kinds() -> list[Kind]:
    """Return the kinds, the lighter ones first."""
    return sorted(shelf.library().kinds.values(), key=lambda one: (one.register == "binding", one.id))


def _kind(one: Kind, lang: str) -> dict[str, str]:
    number = sum(question.condition is None for question in questions(shelf.library(), one))
    status = say("pages.kind_either" if one.both else f"pages.kind_{one.register}")
    facts = f"{status}. {say('pages.kind_questions', number=number)}."
    about = one.about.get(lang) or one.about.get("en") or ""
    return {"id": one.id, "title": one.title.get(lang) or one.title.get("en") or one.id, "about": about, "facts": facts}


def _other_parties(form: MultiDict[str, str], answers: dict[str, Any]) -> Response:
    """Give the form back with one more Party, or without the one that is taken out; the focus stays among them."""
    rows = list(answers.get("parties") or [])
    taken = form.get("remove", "").rpartition("~")[2]
    if form.get("add"):
        rows = [*rows, *({} for _ in range(2 - len(rows))), {}]
    elif taken.isdigit():
        rows = [one for place, one in enumerate(rows) if place != int(taken)]
    page = _page(form, answers | {"parties": rows}, op=form.get("op", ""), added=max(len(rows) - 1, 0))
    return Response(page, mimetype="text/html")


@pages.post("/new")
@may("draft.create")
def create() -> Response:
    """Open the draft, or give the form back with what has to be written."""
    form, library = request.form, shelf.library()
    kind, lang = library.kinds.get(form.get("kind", "")), form.get("lang", "")
    fields = {name: form.getlist(name) for name in form}
    answers = {one.id: value for one in _first_questions() if (value := forms.plain(one, fields, lang)) is not None}
    if form.get("add") or form.get("remove"):
        return _other_parties(form, answers)
    wrong = look(_first_questions(), answers).problems
    if kind is None or wrong or lang not in library.languages_of(kind):
        page = _page(form, answers, op=form.get("op", ""), wrong=True)
        return Response(page, status=422, mimetype="text/html")
    body = editions.pinned(Body(kind=kind.id, lang=lang, answers=answers), store())
    data = body.to_json()
    saved = drafts.create(
        store(),
        me(),
        kind=kind.id,
        lang=lang,
        title=drafted(data).title[:300],
        body=data,
        op=bodies.mark(form.get("op", ""), me().id, 0, data),
    )
    return redirect(url_for("room.room", draft_id=saved.draft_id))
