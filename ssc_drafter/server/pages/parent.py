"""The parent instrument of a draft: its definitions are not repeated in the child, and the child may not go beyond it."""

from __future__ import annotations

from flask import Blueprint, g, redirect, render_template, request, url_for
from msgspec.structs import replace
from werkzeug.wrappers import Response

from ssc_drafter.server.draft.above import choices, chosen_from
from ssc_drafter.server.draft.drafted import drafted, replaced
from ssc_drafter.server.gate.access import may
from ssc_drafter.server.gate.ground import store
from ssc_drafter.store import drafts

pages = Blueprint("parent", __name__)


@pages.get("/drafts/<draft_id>/parent")
@may("draft.read")
def parent(draft_id: str) -> str:
    """Show which text is the parent, and the texts that may be."""
    made = drafted(drafts.read(store(), g.draft.id).body)
    return render_template("parent.html", draft=g.draft, rows=choices(g.draft.id, made.body.parent))


@pages.post("/drafts/<draft_id>/parent")
@may("draft.edit")
def choose(draft_id: str) -> Response:
    """Take a text as the parent, as it stands today, or none; the draft is made anew beneath it."""
    head = g.draft
    made = drafted(drafts.read(store(), head.id).body)
    above = chosen_from(request.form.get("text", ""), head.id, made.body.parent)
    if above != made.body.parent:
        replaced(head, replace(made.body, parent=above))
    return redirect(url_for("room.room", draft_id=draft_id))
