"""When something is wrong: a page with a sentence, a number to quote, and no inner workings."""

from __future__ import annotations

import logging
import secrets
import traceback

from flask import Flask, g, make_response, render_template, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from ssc_drafter.errors import Problem, Problems
from ssc_drafter.server.gate.ground import language, say
from ssc_drafter.store.drafts import Conflict
from ssc_drafter.store.faults import Damaged

log = logging.getLogger("ssc_drafter.server")
KNOWN = (400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 503)
BUSY = ("store.disk_full", "store.busy", "store.disk_broken", "store.read_only")


def page(status: int, sentences: list[str], incident: str = "") -> Response:
    """Return an error page, or the fragment of it for a part of a page that htmx asked for."""
    fragment = bool(request.headers.get("HX-Request"))
    name = "_problem.html" if fragment else "error.html"
    title = say(f"server.title_{status if status in KNOWN else 400}")
    shown = {"status": status, "heading": title, "sentences": sentences, "incident": incident, "back": _back()}
    try:
        return make_response(render_template(name, **shown), status)
    except Exception:  # a fault in the page that says so: a barer one
        log.exception("the page of errors itself failed")
        return make_response(render_template("bare.html", **shown), status)


def _back() -> str:
    """Return the way back to the draft that was worked on; nothing where it was none, or is not to be seen."""
    draft = g.get("draft")
    return url_for("room.room", draft_id=draft.id) if draft else ""


def status_of(problem: Problem) -> int:
    """Return the status that goes with a Problem."""
    if isinstance(problem, Damaged):
        return 500
    if isinstance(problem, Conflict) or problem.key in ("store.archived", "store.not_head"):
        return 409
    if problem.key == "store.no_draft":
        return 404
    if problem.key == "store.own_words":
        return 403
    return 503 if problem.key in BUSY else 422


def on_problem(why: Problem) -> Response:
    """Answer a Problem that a view let through."""
    said = why.sentence(language())
    return page(status_of(why), [said if why.where else said[:1].upper() + said[1:]])


def on_problems(why: Problems) -> Response:
    """Answer several at once."""
    return page(422, why.sentences(language()))


def on_http(why: HTTPException) -> Response:
    """Answer what HTTP itself refuses: no such page, too large, not allowed."""
    if why.response is not None and why.code is None:
        return make_response(why.response)
    if why.code is not None and 300 <= why.code < 400:
        return make_response(why.get_response())
    status = why.code if why.code in KNOWN else 400
    return page(status, [say(f"server.text_{status}")])


def on_fault(why: Exception) -> Response:
    """Answer a fault of ours: a number to quote on the page; in the log the places in the code, and none of the data."""
    incident = secrets.token_hex(4)
    places = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(traceback.extract_tb(why.__traceback__)[-6:]))
    line = '{"incident": "%s", "endpoint": "%s", "fault": "%s", "at": "%s"}'
    log.error(line, incident, request.endpoint, type(why).__name__, places)
    return page(500, [say("server.text_500")], incident)


def install(app: Flask) -> None:
    """Have the application answer with these."""
    app.register_error_handler(Problem, on_problem)
    app.register_error_handler(Problems, on_problems)
    app.register_error_handler(HTTPException, on_http)
    app.register_error_handler(Exception, on_fault)
