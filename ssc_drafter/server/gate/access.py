"""Who may do what: one table, deny by default. Each view names its action; the application refuses to start where one does not.

The same table is published in docs/server.md, and a test holds every route, role and state against that page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, abort, g, redirect, request, url_for
from msgspec import Struct
from werkzeug.wrappers import Response

from ssc_drafter.errors import Problem
from ssc_drafter.server.gate import held
from ssc_drafter.server.gate.ground import me, signed_in, store
from ssc_drafter.store import drafts, files, instruments, users
from ssc_drafter.store.actor import ROLES

EVERYBODY = frozenset({"everybody"})
ALL = frozenset(ROLES)
WRITERS = frozenset({"drafter", "reviewer"})
DRAFTER = frozenset({"drafter"})
READERS = frozenset({"drafter", "reviewer", "library_editor", "policy_editor"})
OPEN = frozenset({"open"})
ANY = frozenset({"open", "archived"})


class Rule(Struct, frozen=True):
    """Who may do something, and with drafts in which state."""

    roles: frozenset[str]
    states: frozenset[str] = ANY


TABLE: dict[str, Rule] = {
    "public": Rule(EVERYBODY),
    "signed_in": Rule(ALL),
    "draft.list": Rule(WRITERS),
    "draft.create": Rule(DRAFTER),
    "draft.import": Rule(DRAFTER),
    "draft.read": Rule(WRITERS, ANY),
    "draft.export": Rule(WRITERS, ANY),
    "draft.edit": Rule(DRAFTER, OPEN),
    "draft.check": Rule(WRITERS, OPEN),
    "draft.archive": Rule(DRAFTER, ANY),
    "finding.answer": Rule(WRITERS, OPEN),
    "draft.sign_off": Rule(frozenset({"reviewer"}), OPEN),
    "policy.read": Rule(READERS),
    "policy.edit": Rule(frozenset({"policy_editor"})),
    "library.read": Rule(READERS),
    "library.edit": Rule(frozenset({"library_editor"})),
    "library.publish": Rule(frozenset({"library_editor", "reviewer"})),
    "look.edit": Rule(frozenset({"library_editor", "administrator"})),
    "user.edit": Rule(frozenset({"administrator"})),
    "audit.read": Rule(frozenset({"administrator"})),
}


class Asked(Struct, frozen=True):
    """What a view declares: its action, and whether it takes files of up to 20 MB."""

    action: str
    upload: bool = False


View = TypeVar("View", bound=Callable[..., Any])


def may(action: str, *, upload: bool = False) -> Callable[[View], View]:
    """Declare the action of a view. Raises KeyError at once for one that the table does not know."""
    if action not in TABLE:
        raise KeyError(f"{action} stands in no line of the access table")

    def mark(view: View) -> View:
        view.__dict__["ssc_asked"] = Asked(action, upload)
        return view

    return mark


def asked(app: Flask, endpoint: str | None) -> Asked | None:
    """Return what the view of an endpoint declares, or None."""
    view = app.view_functions.get(endpoint or "")
    found = getattr(view, "ssc_asked", None)
    return found if isinstance(found, Asked) else None


def require_declarations(app: Flask) -> None:
    """Raise RuntimeError naming every route whose view declares no action: such an application does not start."""
    bare = sorted({rule.endpoint for rule in app.url_map.iter_rules() if asked(app, rule.endpoint) is None})
    if bare:
        raise RuntimeError(f"routes without @may: {', '.join(bare)}")


def can(action: str) -> bool:
    """Say whether the person may do something at all: for what a page shows. The server asks again when it is done."""
    actor = signed_in()
    rule = TABLE[action]
    return rule.roles == EVERYBODY or (actor is not None and not rule.roles.isdisjoint(actor.roles))


def _draft(draft_id: str) -> object:
    return drafts.seen_by(store(), me(), draft_id)


def _file(file_id: str) -> object:
    """A file that came with a draft is seen by whoever sees the draft."""
    found = files.about(store(), file_id)
    return None if found is None or (found.draft_id and _draft(found.draft_id) is None) else found


# part of a URL -> (name in `g`, what looks it up for this person)
OBJECTS: dict[str, tuple[str, Callable[[str], object]]] = {
    "draft_id": ("draft", _draft),
    "file_id": ("file", _file),
    "policy_id": ("policy", lambda policy_id: instruments.about(store(), policy_id)),
    "user_id": ("user", lambda user_id: users.by_id(store(), user_id)),
}


def enforce(app: Flask) -> Response | None:
    """Let a request through to its view, or answer it: sign in first (401 or the sign-in page), 403, 404, 409."""
    if request.routing_exception is not None or request.url_rule is None:
        return None
    declared = asked(app, request.endpoint)
    if declared is None:
        abort(403)
    rule = TABLE[declared.action]
    if rule.roles == EVERYBODY:
        return None
    actor = signed_in()
    if actor is None:
        return _sign_in_first()
    if rule.roles.isdisjoint(actor.roles):
        abort(403)
    _look_up(rule)
    return None


def _sign_in_first() -> Response:
    if request.method in ("GET", "HEAD") and not request.headers.get("HX-Request"):
        return redirect(url_for("account.sign_in", next=request.full_path.rstrip("?")))
    return held.signed_out()


def _look_up(rule: Rule) -> None:
    for part, value in (request.view_args or {}).items():
        if part in OBJECTS:
            name, look = OBJECTS[part]
            found = look(value)
            if found is None:
                abort(404)
            setattr(g, name, found)
    if "draft" in g and g.draft.archived and "archived" not in rule.states:
        raise Problem("store.archived")
