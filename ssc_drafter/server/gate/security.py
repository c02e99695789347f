"""What holds for every request and every answer: hosts, sizes, tokens against forged forms, headers.

The policy for scripts and styles is closed (trust table, T26): nothing inline, nothing from elsewhere.
"""

from __future__ import annotations

import hashlib
import hmac

from flask import Flask, abort, current_app, g, request
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from ssc_drafter.server.gate import held
from ssc_drafter.server.gate.access import asked
from ssc_drafter.server.gate.ground import Config, address_class, config
from ssc_drafter.store import sessions, users

SAFE = ("GET", "HEAD", "OPTIONS")
MEGABYTE = 1_000_000
DEMO_AS = "demo-as"  # the cookie by which the demonstration is looked at as the reviewer
UPLOAD, OTHERS = 20 * MEGABYTE, 2 * MEGABYTE
FORM_MEMORY, FORM_PARTS = 1_900_000, 1000  # a long agreement's questions are some hundred fields
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
FORWARDED = ("Forwarded", "Via", "X-Real-Ip", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port")


def cookie_name(of: Config) -> str:
    """Return the name of the session cookie. Over TLS the prefix binds it to this host."""
    name = "ssc-demo" if of.store.demo else "ssc"
    return f"__Host-{name}" if of.encrypted else name


def session_id() -> str:
    """Return the number in the visitor's cookie, else a new one that the answer will set. It signs nobody in."""
    found = g.get("session_id") or request.cookies.get(cookie_name(config()), "")
    if not 40 <= len(found) <= 64:
        found = g.session_id = sessions.new_token()
    return str(found)


def csrf() -> str:
    """Return the token that every form of this visitor's pages carries."""
    return hmac.new(bytes.fromhex(config().secret), f"form {session_id()}".encode(), hashlib.sha256).hexdigest()


def give_session(token: str) -> None:
    """Put another session number into the visitor's cookie: at sign-in and at sign-out, so that none is carried over."""
    g.session_id = token


def admit() -> Response | None:
    """Look at a request before anything else does: its host, its size, its token, who it is from."""
    g.me = None
    _check_host(config())
    declared = asked(current_app._get_current_object(), request.endpoint)  # type: ignore[attr-defined]
    request.max_content_length = UPLOAD if declared and declared.upload else OTHERS
    request.max_form_memory_size, request.max_form_parts = FORM_MEMORY, FORM_PARTS
    _find_person(config())
    if request.method not in SAFE and request.routing_exception is None:
        return _check_token()
    return None


def _check_host(of: Config) -> None:
    host = request.headers.get("Host", "").casefold()
    name = host.rsplit(":", 1)[0] if host.rsplit(":", 1)[-1].isdigit() else host
    if host not in of.hosts and name not in of.hosts:
        raise BadRequest("host")
    if of.store.demo and (address_class() != "here" or any(header in request.headers for header in FORWARDED)):
        abort(403)


def _find_person(of: Config) -> None:
    if of.demo_user:
        reviewing = bool(of.demo_reviewer) and request.cookies.get(DEMO_AS) == "reviewer"
        account = users.by_id(of.store, of.demo_reviewer if reviewing else of.demo_user)
    else:
        number = request.cookies.get(cookie_name(of), "")
        account = sessions.whose(of.store, number) if 40 <= len(number) <= 64 else None
    if account is not None:
        g.account, g.me = account, account.actor(address_class())


def _check_token() -> Response | None:
    """Refuse a change that another site asks for; give back a form of ours whose token has gone stale."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    elsewhere = origin not in (None, "null") and origin.split("//", 1)[-1] != request.host
    if site not in (None, "same-origin", "none") or elsewhere:
        abort(403)
    given = request.headers.get("X-CSRF") or request.form.get("csrf", "")
    if hmac.compare_digest(given.encode("utf-8", "replace"), csrf().encode()):
        return None
    if not held.from_our_page():
        abort(403)
    return held.stale()


def dress(answer: Response) -> Response:
    """Give an answer the headers that all answers have, and the visitor's session number where it is new."""
    for name, value in HEADERS.items():
        answer.headers.setdefault(name, value)  # a file that is given has a narrower policy of its own
    if request.endpoint == "static" and answer.status_code < 400:
        answer.headers["Cache-Control"] = "no-cache"
    else:
        answer.headers["Cache-Control"] = "no-store"
        answer.headers.setdefault("Vary", "Cookie")
    of = config()
    if of.encrypted:
        answer.headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
    if g.get("session_id"):
        answer.set_cookie(cookie_name(of), g.session_id, path="/", secure=of.encrypted, httponly=True, samesite="Lax")
    return answer


def settings(app: Flask) -> None:
    """Set Flask's own limits, for what is read before a view is known."""
    app.config.update(
        MAX_CONTENT_LENGTH=UPLOAD,
        MAX_FORM_MEMORY_SIZE=FORM_MEMORY,
        MAX_FORM_PARTS=FORM_PARTS,
        PROVIDE_AUTOMATIC_OPTIONS=False,
    )
