"""The report of the last check as a file: the draft in Word with comments at the words, a PDF, sheets, JSON."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort, g, redirect, url_for
from werkzeug.wrappers import Response as WerkzeugResponse

from ssc_drafter.errors import Problem
from ssc_drafter.server.draft.drafted import Drafted, drafted
from ssc_drafter.server.gate.access import may
from ssc_drafter.server.gate.ground import store
from ssc_drafter.server.pages.downloads import as_file, marked
from ssc_drafter.server.views import checking
from ssc_drafter.store import drafts, findings
from ssc_drafter.words import in_language

pages = Blueprint("report", __name__)
MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


@pages.get("/drafts/<draft_id>/report.<suffix>")
@may("draft.export")
def file(draft_id: str, suffix: str) -> Response:
    """Give the report on this version, with the officers' answers. One that was not checked yet is refused with a sentence."""
    from ssc_drafter.writers.report import render

    if suffix not in MEDIA:
        abort(404)
    made = drafted(drafts.read(store(), g.draft.id).body)
    report = checking.held(store(), g.draft, made)
    if report is None:
        raise Problem("pages.report_unchecked")
    document = _answered(report.to_json(), g.draft.id)
    if suffix != "json":  # programs read the document of the command line, to the letter
        document = _with_names(document, made)
    agreement = marked(made.agreement, g.draft, final=False)
    return as_file(g.draft, render(document, suffix, agreement), f"report.{suffix}", MEDIA[suffix])


@pages.post("/drafts/<draft_id>/second-reader")
@may("draft.check")
def second_reader(draft_id: str) -> WerkzeugResponse:
    """Put the candidates of every clause to the ministry's own second reader, where the administrator named one."""
    made = drafted(drafts.read(store(), g.draft.id).body)
    checking.with_reader(store(), g.draft, made)
    return redirect(url_for("findings.findings", draft_id=draft_id))


def _with_names(document: dict[str, Any], made: Drafted) -> dict[str, Any]:
    """Return the document with what people call another wording of a clause, where a cure names one by its ids."""
    for cure in (cure for one in (*document["findings"], *document["look"]) for cure in one.get("cure") or ()):
        clause = made.library.clauses.get(cure.get("clause_id") or "")
        variant = clause.variants.get(cure.get("variant") or "") if clause else None
        if clause and variant and not cure.get("text"):
            cure["text"] = f"{in_language(clause.title, made.body.lang)}: {in_language(variant.title, made.body.lang)}"
    return document


def _answered(document: dict[str, Any], draft_id: str) -> dict[str, Any]:
    """Return the document with what officers answered."""
    given = findings.answers(store(), draft_id)
    for one in (*document["findings"], *document["look"]):
        answer = given.get(one["id"])
        if answer:
            one["answer"] = {"kind": answer.kind, "reason": answer.reason, "by": answer.by, "at": answer.at}
    return document
