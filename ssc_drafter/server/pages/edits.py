"""Changing the text itself: a paragraph's words in place, another wording of a clause, parts moved, left out, put in, added."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, abort, g, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ssc_drafter.errors import Problem
from ssc_drafter.language.numbers import figures
from ssc_drafter.server.draft import edited
from ssc_drafter.server.draft.drafted import Drafted, drafted, keep
from ssc_drafter.server.draft.saving import Difference
from ssc_drafter.server.gate.access import may
from ssc_drafter.server.gate.ground import language, me, say, sent_number, store
from ssc_drafter.server.views.partview import numbers_of, offered_parts, part_view, places_of, variants_of
from ssc_drafter.store import drafts

pages = Blueprint("edits", __name__)


def _base() -> int:
    return sent_number("base", g.draft.version)


def _made(version: int | None = None) -> Drafted:
    return drafted(drafts.read(store(), g.draft.id, version).body)


def _change(change: Callable[[Drafted], Drafted], anchor: str) -> Response:
    """Make a change on the version that the page showed and save it. Where somebody saved since, nothing is changed: 409."""
    base = _base()
    new = change(_made(min(base, g.draft.version)))
    try:
        keep(g.draft, base, new, new.body.to_json())
    except drafts.Conflict as conflict:
        raise Problem("pages.two_action", who=conflict.current.author_name, number=conflict.current.version) from conflict
    return redirect(url_for("room.room", draft_id=g.draft.id, _anchor=anchor))


# ---- a paragraph ---------------------------------------------------------------------------------------------------
@pages.get("/drafts/<draft_id>/text/<address>")
@may("draft.edit")
def paragraph(draft_id: str, address: str) -> str:
    """Show a paragraph for editing: in its place for htmx, else on a page of its own."""
    return _paragraph(address, edited.text_at(_made(), address))


def _paragraph(address: str, text: str, message: str = "") -> str:
    made = _made()
    key = edited.key_of(made, address)
    row = {
        "address": address,
        "anchor": _place(address),
        "number": numbers_of(made).get(address, ""),
        "text": text,
        "message": message,
        "base": g.draft.version,
        "edited": edited.edit_of(made, key) is not None,
    }
    page = "_paragraph_alone.html" if request.headers.get("HX-Request") else "paragraph.html"
    return render_template(page, draft=g.draft, row=row)


@pages.post("/drafts/<draft_id>/text/<address>")
@may("draft.edit")
def write(draft_id: str, address: str) -> Response:
    """Keep an officer's words, or go back to the clause. Two people's words are shown side by side."""
    text, base = request.form.get("text", ""), _base()
    if request.form.get("do") == "undo":
        return _change(lambda made: edited.without_edit(made, edited.key_of(made, address)), _place(address))
    if wrong := say("pages.edit_empty") if not text.strip() else _too_long(text):
        return make_response(_paragraph(address, text, wrong), 422)
    if request.form.get("resolve") and request.form.get(f"keep~{address}") != "mine":
        return redirect(url_for("room.room", draft_id=draft_id, _anchor=_place(address)))
    new = edited.with_edit(_made(min(base, g.draft.version)), address, text, me().name)
    try:
        keep(g.draft, base, new, new.body.to_json())
    except drafts.Conflict as conflict:
        return _two(address, text, conflict)
    return redirect(url_for("room.room", draft_id=draft_id, _anchor=_place(address)))


def _too_long(text: str, most: int = edited.LONGEST) -> str:
    """Return that words are too many to be kept, in a sentence; nothing where they are not."""
    length = len(edited.composed(text))
    if length <= most:
        return ""
    return say("pages.edit_long", length=figures(length, language()), most=figures(most, language()))


def _place(address: str) -> str:
    """Return the id on the sheet to which an address leads: the closing words stand in one row."""
    return "testimonium" if address.startswith("testimonium") else address


def _two(address: str, text: str, conflict: drafts.Conflict) -> Response:
    made = drafted(conflict.current.body)
    number = numbers_of(made).get(address, "")
    try:
        theirs = edited.text_at(made, address)
    except Problem:
        theirs = ""
    page = render_template(
        "conflict.html",
        differences=[Difference(address, say("pages.two_text", number=number), text, theirs, True)],
        theirs_by=conflict.current.author_name,
        current=conflict.current.version,
        base=conflict.base,
        action=url_for("edits.write", draft_id=g.draft.id, address=address),
        kept=[("text", text)],
        back=url_for("room.room", draft_id=g.draft.id, _anchor=_place(address)),
    )
    return make_response(page, 409)


@pages.post("/drafts/<draft_id>/words")
@may("draft.edit")
def undo(draft_id: str) -> Response:
    """Give an officer's words up for the clause's, or keep them over a clause that has changed."""
    part, _, key = request.form.get("key", "").rpartition("/")
    what = edited.with_edit_kept if request.form.get("do") == "keep" else edited.without_edit
    return _change(lambda made: what(made, (part, key)), "draft")


# ---- a part --------------------------------------------------------------------------------------------------------
@pages.get("/drafts/<draft_id>/parts/<part>")
@may("draft.read")
def part(draft_id: str, part: str) -> str:
    """Show every wording of a clause side by side, the officer's own words in it, and what can be done with the part."""
    return _part(part)


def _part(part: str, add: dict[str, Any] | None = None) -> str:
    made = _made()
    view = part_view(made, part, language())
    if view is None:
        abort(404)
    added = add or {"heading": "", "text": "", "message": ""}
    return render_template(
        "part.html",
        draft=g.draft,
        part=view,
        variants=variants_of(made, part, language()),
        places=places_of(made, part),
        offered=offered_parts(made, language()),
        add_heading=added["heading"],
        add_text=added["text"],
        add_message=added["message"],
    )


@pages.post("/drafts/<draft_id>/parts/<part>/variant")
@may("draft.edit")
def variant(draft_id: str, part: str) -> Response:
    """Put another wording of the clause into the draft."""
    wish = request.form.get("variant", "")
    return _change(lambda made: edited.with_variant(made, part, wish), _anchor(part))


def _anchor(part: str) -> str:
    view = part_view(_made(), part, language())
    return str(view["anchor"]) if view else "draft"


@pages.post("/drafts/<draft_id>/parts/<part>/move")
@may("draft.edit")
def move(draft_id: str, part: str) -> Response:
    """Place a part after another."""
    after = request.form.get("after", "")
    return _change(lambda made: edited.with_part_moved(made, part, after), "draft")


@pages.post("/drafts/<draft_id>/parts/<part>/drop")
@may("draft.edit")
def drop(draft_id: str, part: str) -> Response:
    """Leave a part out."""
    return _change(lambda made: edited.without_part(made, part), "draft")


@pages.post("/drafts/<draft_id>/parts/<part>/bring")
@may("draft.edit")
def bring(draft_id: str, part: str) -> Response:
    """Put a part in that was left out or is offered."""
    return _change(lambda made: edited.with_part(made, part), "draft")


@pages.post("/drafts/<draft_id>/articles")
@may("draft.edit")
def add(draft_id: str) -> Response:
    """Add an article in the officer's own words."""
    heading, text, after = (request.form.get(name, "") for name in ("heading", "text", "after"))
    empty = not heading.strip() or not text.strip()
    if wrong := say("pages.add_empty") if empty else _too_long(text) or _too_long(heading, edited.LONGEST_HEADING):
        return make_response(_part(after, {"heading": heading, "text": text, "message": wrong}), 422)
    return _change(lambda made: edited.with_article(made, heading, text, after, me().name)[0], "draft")
