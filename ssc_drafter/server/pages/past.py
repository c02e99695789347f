"""A draft as it stood: what a version was made with, whether this program still makes the same bytes, its documents."""

from __future__ import annotations

from flask import Blueprint, g, render_template

from ssc_drafter.server.draft import body as bodies
from ssc_drafter.server.draft import program
from ssc_drafter.server.draft.when import date_of
from ssc_drafter.server.gate.access import may
from ssc_drafter.server.gate.ground import language, say, store
from ssc_drafter.server.pages.downloads import FORMATS
from ssc_drafter.store import drafts

pages = Blueprint("past", __name__)


@pages.get("/drafts/<draft_id>/versions/<int:version>")
@may("draft.export")
def past(draft_id: str, version: int) -> str:
    """Show one version of a draft and give its documents."""
    found = drafts.read(store(), g.draft.id, version)
    body = bodies.read(found.body)
    return render_template(
        "past.html",
        draft=g.draft,
        past=found,
        when=date_of(found.at, language()),
        sentence=_sameness(body),
        forms=[(suffix, say(f"pages.file_{suffix}")) for suffix in FORMATS],
    )


def _sameness(body: bodies.Body) -> str:
    """Say whether the documents come out as they did when the version was saved."""
    if not body.look or not body.program:
        return say("pages.past_unknown")
    other = program.otherwise(body.program)
    return say("pages.past_other", list=", ".join(other)) if other else say("pages.past_same")
