"""Nothing typed is lost: a form that came too late (signed out, token gone stale) is given back with every answer in it.

Only to a page of ours: a form that another site sent gets a plain refusal.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import make_response, render_template, request
from msgspec import Struct
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from ssc_drafter.server.gate.ground import say

NEVER = ("csrf", "old", "password", "password_again", "secret", "next", "held_path")
PREFIX = "held."


class Held(Struct, frozen=True):
    """A form as it was sent: where to, its fields in order, the files that have to be chosen again."""

    path: str
    fields: tuple[tuple[str, str], ...] = ()
    files: tuple[str, ...] = ()


def of_request() -> Held:
    """Return what the present request typed, passwords left out."""
    fields = tuple((name, value) for name, value in request.form.items(multi=True) if name not in NEVER)
    files = tuple(item.filename for item in request.files.values() if item.filename)
    return Held(request.path, fields, files)


def of_sign_in(form: MultiDict[str, str]) -> Held | None:
    """Return the form that a sign-in page carried along, or None. Only a path of ours counts."""
    path = local(form.get("held_path", ""))
    if not path:
        return None
    fields = tuple((name.removeprefix(PREFIX), value) for name, value in form.items(multi=True) if name.startswith(PREFIX))
    return Held(path, fields)


def local(target: str) -> str:
    """Return a path on this host, or nothing: `//host`, backslashes, control characters and other schemes lead elsewhere."""
    if not target.startswith("/") or target.startswith(("//", "/\\")) or "\\" in target:
        return ""
    if any(ord(char) <= 32 or ord(char) == 127 for char in target):
        return ""
    try:
        parts = urlsplit(target)
    except ValueError:
        return ""
    return "" if parts.scheme or parts.netloc or "//" in parts.path else target


def from_our_page() -> bool:
    """Say whether the browser vouches that one of our own pages sent this request, or no browser did."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site is not None:
        return site == "same-origin"
    return origin is None or urlsplit(origin).netloc == request.host


def signed_out() -> Response:
    """Answer a change that nobody signed in asked for: 401 with the form and a place to sign in."""
    if request.headers.get("HX-Request"):
        return make_response(render_template("_signed_out.html"), 401)
    return sign_in_page(401, held=of_request() if from_our_page() else None)


def sign_in_page(status: int, *, held: Held | None = None, onward: str = "", name: str = "", message: str = "") -> Response:
    """Return the page on which one signs in, with a form that waits for it where there is one."""
    shown = {"held": held, "onward": onward, "name": name, "message": message, "prefix": PREFIX}
    return make_response(render_template("signin.html", **shown), status)


def stale() -> Response:
    """Answer a change whose token has gone stale: 403 with the form, to be sent again."""
    if request.headers.get("HX-Request"):
        answer = make_response(render_template("_stale.html"), 403)
        answer.headers["SSC-Token"] = "stale"
        return answer
    if request.endpoint == "account.sign_in":
        return sign_in_page(403, held=of_sign_in(request.form), name=request.form.get("name", ""), message=say("account.stale"))
    return make_response(render_template("held.html", held=of_request(), signed_in_again=False), 403)
