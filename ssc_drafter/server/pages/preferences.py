"""What a visitor prefers: the language of the pages, light or dark. Kept in cookies of their own; nothing in the store."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, request, url_for
from werkzeug.wrappers import Response

from ssc_drafter import words
from ssc_drafter.server.gate import held
from ssc_drafter.server.gate.access import may
from ssc_drafter.server.gate.ground import config
from ssc_drafter.server.gate.security import DEMO_AS

pages = Blueprint("preferences", __name__)
YEAR = 365 * 24 * 3600


def _keep(name: str, value: str) -> Response:
    answer = redirect(held.local(request.args.get("back", "").rstrip("?")) or "/")
    answer.set_cookie(name, value, max_age=YEAR, path="/", secure=config().encrypted, httponly=True, samesite="Lax")
    return answer


@pages.get("/language/<code>")
@may("public")
def language(code: str) -> Response:
    """Speak this language from now on."""
    if code not in words.LANGUAGES:
        abort(404)
    return _keep("lang", code)


@pages.get("/theme/<name>")
@may("public")
def theme(name: str) -> Response:
    """Be light, dark, or as the browser is set."""
    if name not in ("light", "dark", "system"):
        abort(404)
    return _keep("theme", name)


@pages.post("/demo")
@may("signed_in")
def demo_as() -> Response:
    """Go on as the demonstration's reviewer, or as its officer again. No other application has this."""
    if not config().demo_reviewer:
        abort(404)
    answer = redirect(url_for("home.home"))
    who = "reviewer" if request.form.get("who") == "reviewer" else ""
    answer.set_cookie(DEMO_AS, who, path="/", httponly=True, samesite="Lax")
    return answer
