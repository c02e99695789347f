"""Clauses of the house: wordings written anew by one officer, looked at and published by another."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ssc_drafter.errors import Problem
from ssc_drafter.library.clause import NAME, Clause
from ssc_drafter.server.draft import editions, shelf
from ssc_drafter.server.draft.readable import words
from ssc_drafter.server.draft.when import date_of
from ssc_drafter.server.gate.access import can, may
from ssc_drafter.server.gate.ground import language, me, say, store
from ssc_drafter.server.views import wordings
from ssc_drafter.store import house

pages = Blueprint("house", __name__)


def _found(family: str, name: str) -> Clause:
    found = shelf.library().clauses.get(f"{family}/{name}")
    if found is None:
        abort(404)
    return found


@pages.get("/clauses/<family>/<name>/own")
@may("library.edit")
def write(family: str, name: str) -> str:
    """Ask for the wordings of a clause in the house's words, one language at a time."""
    found = _found(family, name)
    return _form(found, editions.files_of(found.id), {}, ())


def _form(found: Clause, files: dict[str, str], wrong: dict[str, str], sentences: tuple[str, ...]) -> str:
    lang = request.values.get("in", "") or language()
    lang = lang if lang in found.languages else found.languages[0]
    return render_template(
        "own.html",
        clause={"id": found.id, "family": found.family, "name": found.name, "title": words(found.title, language())},
        fields=wordings.fields(found, files, lang, wrong),
        wording_tongues=[(code, shelf.tongue_name(code, language())) for code in found.languages],
        chosen=lang,
        note=request.form.get("note", ""),
        new_name=request.form.get("name", ""),
        sentences=sentences,
        published=found.id in house.published(store()),
    )


@pages.post("/clauses/<family>/<name>/own")
@may("library.edit")
def propose(family: str, name: str) -> Response:
    """Keep the wordings for another officer to look at, or give them back with what is wrong in them."""
    found, form = _found(family, name), request.form
    before = editions.files_of(found.id)
    if form.get("do") == "withdraw":
        number = house.propose(store(), me(), found.id, {}, form.get("note", ""))
        return redirect(url_for("house.proposal", number=number))
    files = wordings.written(before, form)
    clause_id, named = _named(found, form.get("name", "").strip())
    problems = [named] if named else editions.tried(clause_id, files)
    if not problems and clause_id == found.id and not wordings.differing(before, files):
        problems = [Problem("pages.own_unchanged")]
    if problems:
        wrong = {one.where.rpartition("/")[2].partition(":")[0]: one.sentence(language()) for one in problems}
        page = _form(found, files, wrong, tuple(one.sentence(language()) for one in problems))
        return Response(page, status=422, mimetype="text/html")
    number = house.propose(store(), me(), clause_id, files, form.get("note", ""))
    return redirect(url_for("house.proposal", number=number))


def _named(found: Clause, name: str) -> tuple[str, Problem | None]:
    """Return the id under which the wordings are kept: the clause's own, or a new one beside it."""
    if not name:
        return found.id, None
    clause_id = f"{found.family}/{name}"
    if not NAME.fullmatch(name):
        return clause_id, Problem("pages.own_bad_name", found=name)
    taken = clause_id in shelf.library().clauses
    return clause_id, Problem("pages.own_taken", found=name) if taken else None


@pages.get("/clauses/waiting")
@may("library.read")
def waiting() -> str:
    """List what waits for a decision, and what was decided."""
    rows = [_row(one) for one in house.history(store())]
    waits = [one for one in rows if one["state"] == "proposed"]
    return render_template("waiting.html", waits=waits, done=[one for one in rows if one not in waits])


def _row(one: house.Proposal) -> dict[str, Any]:
    found = shelf.library().clauses.get(one.clause_id)
    title = words(found.title, language()) if found else one.clause_id
    said = say("pages.proposal_line", who=one.by, date=date_of(one.at, language()))
    return {"number": one.id, "title": title, "id": one.clause_id, "line": said, "note": one.note, "state": one.state}


@pages.get("/clauses/versions/<int:number>")
@may("library.read")
def proposal(number: int) -> str:
    """Show one version of a clause against the words of today."""
    return _proposal(number, "")


def _proposal(number: int, message: str) -> str:
    one = house.read(store(), number)
    now, found = editions.files_of(one.clause_id), shelf.library().clauses.get(one.clause_id)
    decided = ""
    if one.decided:
        decided = say(f"pages.proposal_{one.state}", who=one.decided_by, date=date_of(one.decided, language()))
    return render_template(
        "proposal.html",
        proposal=_row(one) | {"reason": one.reason, "decided": decided, "withdraws": not one.files},
        family=one.clause_id.partition("/")[0],
        name=one.clause_id.partition("/")[2],
        known=found is not None,
        differing=wordings.differing(now, one.files, found) if one.files and one.state == "proposed" else (),
        files=[(wordings.named(name, found), text) for name, text in sorted(one.files.items()) if name.endswith(".txt")],
        may_decide=one.state == "proposed" and can("library.publish") and one.author != me().id,
        own=one.author == me().id,
        message=message,
    )


@pages.post("/clauses/versions/<int:number>")
@may("library.publish")
def decide(number: int) -> Response:
    """Publish or decline a version. What was declined has a reason."""
    publish = request.form.get("do") == "publish"
    reason = request.form.get("reason", "")
    if not publish and not reason.strip():
        page = _proposal(number, say("pages.proposal_reason_wanted"))
        return Response(page, status=422, mimetype="text/html")
    house.decide(store(), me(), number, "published" if publish else "declined", reason)
    return redirect(url_for("house.proposal", number=number))
