"""The first page: the drafts in hand, with what is open in each; and what the saving line means."""

from __future__ import annotations

from typing import Any

import msgspec
from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ssc_drafter.server.draft.shelf import kind_title, tongue_name
from ssc_drafter.server.draft.when import date_of
from ssc_drafter.server.gate.access import can, may
from ssc_drafter.server.gate.ground import language, me, say, store
from ssc_drafter.server.views.checking import LACKING, SUMMARY
from ssc_drafter.store import drafts, reports, signoff

pages = Blueprint("home", __name__)


@pages.get("/")
@may("signed_in")
def home() -> Response:
    """List the drafts; somebody who looks after something else is led there."""
    if not can("draft.list"):
        return redirect(url_for("clauses.library" if can("library.read") else "account.people"))
    aside = bool(request.args.get("aside"))
    rows = [_row(one) for one in drafts.listed(store(), me(), archived=aside)]
    waiting = sum(row["sign"] == "conflict" for row in rows)
    key = {0: "none", 1: "one"}.get(waiting, "many")
    shown = render_template(
        "home.html", rows=rows, filters={"archived": aside}, lead=say(f"pages.home_lead_{key}", number=waiting)
    )
    return Response(shown, mimetype="text/html")


def _row(one: drafts.Draft) -> dict[str, Any]:
    lang = language()
    sign, state = state_of(one)
    return {
        "id": one.id,
        "title": one.title,
        "kind": kind_title(one.kind, lang),
        "lang": tongue_name(one.lang, lang),
        "version": one.version,
        "sign": sign,
        "state": state,
        "changed": date_of(one.changed, lang),
        "author": one.author_name,
    }


def state_of(one: drafts.Draft) -> tuple[str, str]:
    """Return the sign and the words for how a draft stands: signed off, what is open, or not checked."""
    if signoff.standing(store(), one.id):
        return "answered", say("pages.state_signed")
    kept = reports.kept(store(), one.id, one.version, SUMMARY)
    if kept is None:
        return "waiting", say("pages.state_unchecked")
    counts: dict[str, int] = msgspec.json.decode(kept)
    for sign in ("conflict", "caution"):
        if number := counts.get(sign, 0):
            return sign, say(f"pages.state_{sign}s", number=number)
    if counts.get(LACKING):
        return "caution", say("pages.state_no_law")
    return "answered", say("pages.state_clear")


@pages.get("/saving")
@may("signed_in")
def saving() -> str:
    """Say what each state of the saving line means."""
    return render_template("saving.html")
