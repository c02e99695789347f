"""A draft read from a file: kept as it was read, shown as a sheet, held against the laws of the States that it names.

Where it names none that can be recognised, the page asks whose laws; nothing is ticked for anybody.
"""

from __future__ import annotations

import secrets

import msgspec
from flask import Blueprint, abort, g, make_response, redirect, render_template, request, url_for
from msgspec.structs import replace
from werkzeug.wrappers import Response

from ssc_drafter.errors import Problem, Problems
from ssc_drafter.server.draft import body as bodies
from ssc_drafter.server.draft import editions
from ssc_drafter.server.draft.body import Body, Kept
from ssc_drafter.server.draft.brought import Brought, brought, read_draft
from ssc_drafter.server.draft.drafted import Drafted, drafted, replaced
from ssc_drafter.server.draft.states import known_names, recognised, state_name
from ssc_drafter.server.gate.access import can, may
from ssc_drafter.server.gate.ground import language, me, say, store
from ssc_drafter.server.views import checking
from ssc_drafter.store import drafts, files, instruments

pages = Blueprint("uploads", __name__)


@pages.get("/upload")
@may("draft.import")
def upload() -> str:
    """Ask for a file and whose laws it shall be held against."""
    return _page()


def _page(message: str = "") -> str:
    chosen = request.form.getlist("country") if request.method == "POST" else []
    return render_template("upload.html", countries=_with_laws(), chosen=chosen, message=message, op=secrets.token_hex(20))


def _with_laws() -> list[tuple[str, str]]:
    """Return the States of which a law is loaded, with their names."""
    codes = dict.fromkeys(one.country for one in instruments.listed(store()) if one.country)
    return [(code, state_name(code)) for code in codes]


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
    data = body.to_json()
    op = bodies.mark(request.form.get("op", "") or secrets.token_hex(20), me().id, 0, data)
    saved = drafts.create(store(), me(), kind="", lang=body.lang, title=title, body=data, op=op)
    if not saved.replayed:
        files.keep(store(), me(), "draft", given[0].name, given[0].media, given[0].body, draft_id=saved.draft_id)
    if not checking.laws_for(store(), made) and instruments.listed(store()):
        return redirect(url_for("uploads.whose", draft_id=saved.draft_id))
    return _held(saved.draft_id, made)


def _held(draft_id: str, made: Drafted) -> Response:
    head = drafts.head(store(), draft_id)
    if head and can("draft.check"):
        checking.run(store(), head, made)
    return redirect(url_for("findings.findings", draft_id=draft_id))


@pages.get("/drafts/<draft_id>/whose")
@may("draft.edit")
def whose(draft_id: str) -> str:
    """Ask whose laws a draft that was read from a file is held against; those that it names are ticked."""
    made = drafted(drafts.read(store(), g.draft.id).body)
    if made.body.imported is None:
        abort(404)
    listed = dict(_with_laws())
    named = [(code, say("pages.whose_no_law", state=state_name(code))) for code in made.countries if code not in listed]
    return render_template("whose.html", draft=g.draft, countries=[*listed.items(), *named], chosen=made.countries)


@pages.post("/drafts/<draft_id>/whose")
@may("draft.edit")
def choose(draft_id: str) -> Response:
    """Hold the draft against the laws of the States that were ticked."""
    head = g.draft
    body = drafted(drafts.read(store(), head.id).body).body
    if body.imported is None:
        abort(404)
    known = {*(code for code, _ in _with_laws()), *body.countries}
    chosen = tuple(code for code in dict.fromkeys(request.form.getlist("country")) if code in known)
    new = replace(body, countries=chosen)
    return _held(head.id, replaced(head, new) if new != body else drafted(body.to_json()))


def _body(one: Brought) -> Body:
    """Return the body of a draft that was read from a file."""
    found = read_draft(one, language())
    running = found.running()
    warnings = tuple((warn.where, warn.what) for warn in found.warnings)
    kept = Kept(one.name, msgspec.to_builtins(found.agreement()), msgspec.to_builtins(running), warnings)
    known = {law.country for law in instruments.listed(store())}
    ticked = tuple(code for code in request.form.getlist("country") if code in known)
    countries = ticked or recognised(running, known_names())
    return editions.pinned(Body(lang=running.lang or "en", imported=kept, countries=countries), store())
