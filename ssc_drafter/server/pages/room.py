"""The room: questions, draft and findings side by side. Every answer is saved when its field is left."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, g, make_response, redirect, render_template, request, url_for
from msgspec.structs import replace
from werkzeug.wrappers import Response

from ssc_drafter.server.draft import body as bodies
from ssc_drafter.server.draft import saving
from ssc_drafter.server.draft.body import Body
from ssc_drafter.server.draft.drafted import Drafted, drafted, keep
from ssc_drafter.server.gate.access import may
from ssc_drafter.server.gate.ground import language, sent_number, store
from ssc_drafter.server.views.changed import changed_parts
from ssc_drafter.server.views.looked import at_hand, look
from ssc_drafter.server.views.roomview import Seen
from ssc_drafter.store import drafts

pages = Blueprint("room", __name__)


@pages.get("/drafts/<draft_id>")
@may("draft.read")
def room(draft_id: str) -> str:
    """Show the room."""
    head = g.draft
    made = drafted(drafts.read(store(), head.id).body)
    return _page(look(head, made, due=bool(request.args.get("due")), opened=request.args.get("open", "")))


def _page(view: Seen) -> str:
    shown = {"room": view.room, "sheet": view.sheet, "marks": view.marks, "sheet_unit": view.unit, "fresh": ()}
    return render_template("room.html", **shown)


@pages.post("/drafts/<draft_id>/answers")
@may("draft.edit")
def save(draft_id: str) -> Response:
    """Save the answers of a form. To htmx go the parts of the page that change, to a plain form the page anew."""
    form, head = request.form, g.draft
    base = sent_number("base", head.version)
    began = drafts.read(store(), head.id, min(base, head.version))
    before = drafted(began.body)
    answers = saving.typed(form, before.questions, before.body)
    answers = saving.with_rows(form, before.questions, answers)
    if form.get("resolve"):
        theirs = bodies.read(drafts.read(store(), head.id, base).body)
        return _saved(head, base, saving.chosen(form, answers, theirs), before)
    if base != head.version:
        if answers != before.body.answers:
            return _two(head, before.body, answers, base)
        return _shown(head, drafted(drafts.read(store(), head.id).body), before)
    again = saving.to_look_at(before.questions, before.body, answers, form.get("looked", ""))
    return _saved(head, base, replace(before.body, answers=answers, again=again), before)


def _saved(head: drafts.Draft, base: int, body: Body, before: Drafted) -> Response:
    data = body.to_json()
    made = drafted(data)
    if data != before.body.to_json():
        try:
            keep(head, base, made, data)
        except drafts.Conflict as conflict:
            return _two(drafts.head(store(), head.id) or head, before.body, body.answers, conflict.base)
    return _shown(drafts.head(store(), head.id) or head, made, before)


def _shown(head: drafts.Draft, made: Drafted, before: Drafted) -> Response:
    if request.headers.get("HX-Request"):
        return make_response(_fragment(head, made, before))
    return redirect(_back(head.id))


def _back(draft_id: str) -> str:
    form = request.form
    touched = form.get("add") or form.get("looked") or form.get("remove", "").rpartition("~")[0]
    if touched:
        return url_for("room.room", draft_id=draft_id, open=touched, _anchor=f"q-{touched}")
    return url_for("room.room", draft_id=draft_id, due=1, _anchor="questions")


def _fragment(head: drafts.Draft, made: Drafted, before: Drafted) -> str:
    """Return the parts of the page that this answer changed."""
    old = at_hand(head.id, before) or look(head, before)
    new = look(head, made)
    parts = changed_parts(old, new)
    view = {"room": new.room, "sheet": new.sheet, "marks": new.marks, "sheet_unit": new.unit}
    return render_template("_saved.html", **view, parts=parts, fresh=parts.fresh)


def _two(head: drafts.Draft, base: Body, mine: dict[str, object], base_number: int) -> Response:
    """Show two answers side by side: 409, nothing lost, nothing overwritten."""
    revision = drafts.read(store(), head.id)
    theirs = bodies.read(revision.body)
    if request.headers.get("HX-Request"):
        shown = {"who": revision.author_name, "number": head.version}
        return make_response(render_template("_two.html", **shown), 409)
    questions = list(drafted(revision.body).questions.values())
    found = saving.differences(questions, base, mine, theirs.answers, language())
    page = render_template(
        "conflict.html",
        differences=found,
        theirs_by=revision.author_name,
        current=head.version,
        base=base_number,
        action=url_for("room.save", draft_id=head.id),
        kept=_typed_again(),
        back=url_for("room.room", draft_id=head.id),
    )
    return make_response(page, 409)


def _typed_again() -> Sequence[tuple[str, str]]:
    return [(name, value) for name, value in request.form.items(multi=True) if name not in ("csrf", "base", "plain", "resolve")]
