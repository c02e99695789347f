"""Taking a draft to the library of today: offered with its differences, never done silently."""

from __future__ import annotations

from flask import Blueprint, g, redirect, render_template, url_for
from werkzeug.wrappers import Response

from ssc_drafter.server.draft import editions
from ssc_drafter.server.draft.drafted import drafted, replaced
from ssc_drafter.server.gate.access import may
from ssc_drafter.server.gate.ground import language, store
from ssc_drafter.server.views import upgrade as views
from ssc_drafter.store import drafts

pages = Blueprint("upgrade", __name__)


@pages.get("/drafts/<draft_id>/library")
@may("draft.read")
def offer(draft_id: str) -> str:
    """Show what would change in the draft."""
    made = drafted(drafts.read(store(), g.draft.id).body)
    new = views.anew(made, editions.number_today()) if made.kind else made
    lacks = [one.sentence(language()) for one in views.troubles(new)]
    dressed = editions.is_dressed_today(made.body, store())
    return render_template("upgrade.html", draft=g.draft, moved=views.moved(made, new), lacks=lacks, dressed=dressed)


@pages.post("/drafts/<draft_id>/library")
@may("draft.edit")
def take(draft_id: str) -> Response:
    """Make the draft from the library and with the look of today from now on. Earlier versions stay as they were made."""
    head = g.draft
    made = drafted(drafts.read(store(), head.id).body)
    replaced(head, editions.pinned(made.body, store()))
    return redirect(url_for("room.room", draft_id=draft_id))
