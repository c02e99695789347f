"""Amending a text: a copy that is changed in place, the protocol that makes the changes, and the consolidated text."""

from __future__ import annotations

import secrets
from typing import Any

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from msgspec.structs import replace
from werkzeug.wrappers import Response

from ssc_drafter.assemble.amendment import Change, changes_between, consolidated, lost_references, protocol
from ssc_drafter.assemble.protocol_frame import frame
from ssc_drafter.errors import Problem
from ssc_drafter.server.draft import body as bodies
from ssc_drafter.server.draft import editions
from ssc_drafter.server.draft.above import choices, chosen_from
from ssc_drafter.server.draft.body import Above
from ssc_drafter.server.draft.drafted import Drafted, drafted, earlier, replaced
from ssc_drafter.server.gate.access import may
from ssc_drafter.server.gate.ground import language, me, say, store
from ssc_drafter.server.pages.downloads import DOCX, as_file, marked
from ssc_drafter.store import drafts
from ssc_drafter.tree.nodes import Agreement, Annex, Article, plain

pages = Blueprint("amending", __name__)


@pages.get("/drafts/<draft_id>/amend")
@may("draft.read")
def amend(draft_id: str) -> str:
    """Show what a copy changes, or offer to make one."""
    made = drafted(drafts.read(store(), g.draft.id).body)
    old = earlier(made.body.amends)
    changes, lost, trouble = _looked(old, made) if old else ([], "", "")
    return render_template(
        "amend.html",
        draft=g.draft,
        old=old.title if old else "",
        changes=changes,
        trouble=trouble,
        lost=lost,
        rows=choices(g.draft.id, made.body.amends),
        copied=made.kind is not None,
        op=secrets.token_hex(20),
    )


def _looked(old: Drafted, made: Drafted) -> tuple[list[dict[str, Any]], str, str]:
    """Return the changes for the page, what then refers to nothing, and why there is no protocol."""
    try:
        found = _changes(old, made)
        lost = lost_references(_both(old, made)[1])
    except Problem as why:
        return [], "", why.sentence(language())
    left = say("amend.refers_to_deleted", names=", ".join(lost)) if lost else ""
    return [_told(one, old.agreement) for one in found], left, ""


def _changes(old: Drafted, made: Drafted) -> tuple[Change, ...]:
    if old.agreement.lang != made.agreement.lang:
        raise Problem("amend.other_language", found=made.agreement.lang, language=old.agreement.lang)
    return changes_between(old.agreement, made.agreement)


def _both(old: Drafted, made: Drafted) -> tuple[Agreement, Agreement]:
    """Return the protocol and the consolidated text. Raises Problem where nothing or more than articles was changed."""
    with made.library.speaking():
        protocoled = protocol(old.agreement, _changes(old, made), frame(made.library, old.agreement, {}, date=old.body.date))
        return protocoled, consolidated(old.agreement, protocoled)


def _told(change: Change, old: Agreement) -> dict[str, Any]:
    """Return a change for the page: what is done and to what, by number and heading."""
    nodes: tuple[Article | Annex, ...] = old.annexes if change.annex else old.articles
    found = next(((place, one) for place, one in enumerate(nodes, 1) if one.name == change.target), None)
    number = (found[1].number or str(found[0])) if found else ""
    what = f"above.{change.op}{'_annex' if change.annex else ''}" if number else "above.insert_first"
    heading = change.new.heading if change.new else found[1].heading if found else ()
    return {"what": say(what, number=number) if number else say(what), "heading": plain(heading)}


@pages.post("/drafts/<draft_id>/amend")
@may("draft.edit")
def compare(draft_id: str) -> Response:
    """Take this draft as an edited copy of another text, as that stands today, or of none."""
    head = g.draft
    made = drafted(drafts.read(store(), head.id).body)
    above = chosen_from(request.form.get("text", ""), head.id, made.body.amends)
    if above != made.body.amends:
        replaced(head, replace(made.body, amends=above))
    return redirect(url_for("amending.amend", draft_id=draft_id))


@pages.post("/drafts/<draft_id>/amend/copy")
@may("draft.create")
def copy(draft_id: str) -> Response:
    """Begin a copy of this draft, to be changed in place."""
    head = g.draft
    made = drafted(drafts.read(store(), head.id).body)
    new = drafted(replace(made.body, amends=Above(head.id, head.version)).to_json())
    data = new.body.to_json()
    op = bodies.mark(request.form.get("op", "") or secrets.token_hex(20), me().id, 0, data)
    about = {"kind": head.kind, "lang": made.body.lang, "title": new.title[:300]}
    saved = drafts.create(store(), me(), **about, body=data, op=op)
    return redirect(url_for("room.room", draft_id=saved.draft_id))


@pages.get("/drafts/<draft_id>/amend/<name>.docx")
@may("draft.export")
def made_from(draft_id: str, name: str) -> Response:
    """Give the protocol of amendment, or the consolidated text, as Word."""
    from ssc_drafter.writers.formats import render

    made = drafted(drafts.read(store(), g.draft.id).body)
    old = earlier(made.body.amends)
    if old is None or name not in ("protocol", "consolidated"):
        abort(404)
    protocoled, whole = _both(old, made)
    with editions.dressed(made.body, store()):
        document = marked(protocoled, g.draft, False) if name == "protocol" else whole
        return as_file(g.draft, render(document, "docx"), f"{name}.docx", DOCX)
