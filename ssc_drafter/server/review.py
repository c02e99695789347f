"""A reviewer's sign-off of one version, and putting a draft aside."""

from __future__ import annotations

from flask import Blueprint, g, redirect, request, url_for
from werkzeug.wrappers import Response

from ssc_drafter.server.access import may
from ssc_drafter.server.ground import me, store
from ssc_drafter.store import drafts, signoff

pages = Blueprint("review", __name__)


@pages.post("/drafts/<draft_id>/sign-off")
@may("draft.sign_off")
def sign(draft_id: str) -> Response:
    """Sign off the version that the page showed."""
    version = request.form.get("version", "")
    signoff.sign(store(), me(), g.draft.id, int(version) if version.isdigit() else 0)
    return redirect(url_for("downloads.ready", draft_id=g.draft.id, _anchor="sign-off"))


@pages.post("/drafts/<draft_id>/aside")
@may("draft.archive")
def aside(draft_id: str) -> Response:
    """Put a draft aside, or take it in hand again."""
    drafts.archive(store(), me(), g.draft.id, bool(request.form.get("archived")))
    return redirect(url_for("home.home"))
