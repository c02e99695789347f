"""A reviewer's sign-off of one version, and putting a draft aside."""

from __future__ import annotations

from flask import Blueprint, g, make_response, redirect, request, url_for
from werkzeug.wrappers import Response

from ssc_drafter.server.draft.drafted import drafted
from ssc_drafter.server.gate.access import may
from ssc_drafter.server.gate.ground import me, say, sent_number, store
from ssc_drafter.server.pages.downloads import open_before_signature, ready_page
from ssc_drafter.store import drafts, signoff

pages = Blueprint("review", __name__)


@pages.post("/drafts/<draft_id>/sign-off")
@may("draft.sign_off")
def sign(draft_id: str) -> Response:
    """Sign off the version that the page showed. What is still open in it must be known to whoever signs."""
    made = drafted(drafts.read(store(), g.draft.id).body)
    if not request.form.get("known") and g.draft.author != me().id and open_before_signature(g.draft, made):
        return make_response(ready_page(g.draft, say("pages.sign_off_unread")), 422)
    signoff.sign(store(), me(), g.draft.id, sent_number("version", 0))
    return redirect(url_for("downloads.ready", draft_id=g.draft.id, _anchor="sign-off"))


@pages.post("/drafts/<draft_id>/aside")
@may("draft.archive")
def aside(draft_id: str) -> Response:
    """Put a draft aside, or take it in hand again."""
    drafts.archive(store(), me(), g.draft.id, bool(request.form.get("archived")))
    return redirect(url_for("home.home"))
