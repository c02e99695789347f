"""A draft read from a file: kept as it was read, shown as a sheet, held against the laws of the States that are named."""

from __future__ import annotations

import secrets

import msgspec
from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ssc_drafter.errors import Problem, Problems
from ssc_drafter.server import checking
from ssc_drafter.server.access import can, may
from ssc_drafter.server.body import Body, Kept
from ssc_drafter.server.brought import Brought, brought, read_draft
from ssc_drafter.server.drafted import drafted
from ssc_drafter.server.ground import language, me, say, store
from ssc_drafter.server.shelf import state_name
from ssc_drafter.store import drafts, files, instruments

pages = Blueprint("uploads", __name__)


@pages.get("/upload")
@may("draft.import")
def upload() -> str:
    """Ask for a file and whose laws it shall be held against."""
    return _page()


def _page(message: str = "") -> str:
    lang = language()
    codes = dict.fromkeys(one.country for one in instruments.listed(store()) if one.country)
    countries = [(code, state_name(code, lang)) for code in codes]
    chosen = request.form.getlist("country") if request.method == "POST" else list(codes)
    return render_template("upload.html", countries=countries, chosen=chosen, message=message, op=secrets.token_hex(20))


@pages.post("/upload")
@may("draft.import", upload=True)
def read() -> Response:
    """Read the file in the cage, keep what was read as a draft, check it, and show its findings."""
    given = brought(request.files.getlist("file"))
    if not given:
        return make_response(_page(say("pages.no_file")), 422)
    try:
        body = _body(given[0])
    except (Problem, Problems) as why:
        sentences = why.sentences(language()) if isinstance(why, Problems) else [why.sentence(language())]
        return make_response(_page(" ".join(sentences)), 422)
    made = drafted(body.to_json())
    title = (made.title or given[0].name)[:300]
    op = request.form.get("op", "") or secrets.token_hex(20)
    saved = drafts.create(store(), me(), kind="", lang=body.lang, title=title, body=body.to_json(), op=op)
    if not saved.replayed:
        files.keep(store(), me(), "draft", given[0].name, given[0].media, given[0].body, draft_id=saved.draft_id)
    head = drafts.head(store(), saved.draft_id)
    if head and can("draft.check"):
        checking.run(store(), head, made)
    return redirect(url_for("findings.findings", draft_id=saved.draft_id))


def _body(one: Brought) -> Body:
    """Return the body of a draft that was read from a file."""
    found = read_draft(one, language())
    running = found.running()
    warnings = tuple((warn.where, warn.what) for warn in found.warnings)
    kept = Kept(one.name, msgspec.to_builtins(found.agreement()), msgspec.to_builtins(running), warnings)
    known = {law.country for law in instruments.listed(store())}
    countries = tuple(code for code in request.form.getlist("country") if code in known)
    return Body(lang=running.lang or "en", imported=kept, countries=countries)
