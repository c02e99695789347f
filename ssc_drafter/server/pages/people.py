"""The administrator's pages: accounts with their roles and teams, and the audit record."""

from __future__ import annotations

from flask import g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ssc_drafter.errors import Problem
from ssc_drafter.server.gate.access import may
from ssc_drafter.server.gate.ground import config, language, me, store
from ssc_drafter.server.pages.account import pages
from ssc_drafter.store import audit, links, users
from ssc_drafter.store.actor import ROLES

SHOWN = 200  # entries of the record on its page

__all__ = ["pages"]


def _list(status: int = 200, message: str = "", form: dict[str, object] | None = None) -> Response:
    given = form or {"name": "", "team": "", "roles": ["drafter"]}
    shown = render_template("people.html", people=users.listed(store()), roles=ROLES, message=message, form=given)
    return Response(shown, status=status, mimetype="text/html")


@pages.get("/people")
@may("user.edit")
def people() -> Response:
    """List the accounts, with a form for a new one."""
    return _list()


@pages.post("/people")
@may("user.edit")
def add_person() -> Response:
    """Add an account and show the one-time link with which its owner sets a password."""
    form = request.form
    roles, team = form.getlist("roles"), form.get("team", "").strip()[:80]
    try:
        account = users.add(store(), me(), form.get("name", ""), roles, team=team)
    except Problem as why:
        return _list(422, why.sentence(language()), {"name": form.get("name", ""), "team": team, "roles": roles})
    return _person(account, links.for_password(store(), me(), account.id))


def _person(account: users.Account, secret: str = "", message: str = "", status: int = 200) -> Response:
    base = config().public_url.rstrip("/") or request.host_url.rstrip("/")
    link = base + url_for("account.link", secret=secret) if secret else ""
    shown = render_template("person.html", person=account, roles=ROLES, link=link, message=message)
    return Response(shown, status=status, mimetype="text/html")


@pages.get("/people/<user_id>")
@may("user.edit")
def person(user_id: str) -> Response:
    """Show one account."""
    return _person(g.user)


@pages.post("/people/<user_id>")
@may("user.edit")
def change_person(user_id: str) -> Response:
    """Give an account other roles or another team. Its sessions end."""
    try:
        users.set_roles(store(), me(), user_id, request.form.getlist("roles"), team=request.form.get("team", "").strip()[:80])
    except Problem as why:
        return _person(g.user, message=why.sentence(language()), status=422)
    return redirect(url_for("account.people"))


@pages.post("/people/<user_id>/closed")
@may("user.edit")
def close_person(user_id: str) -> Response:
    """Close an account and end its sessions, or open it again."""
    try:
        users.disable(store(), me(), user_id, request.form.get("closed") == "yes")
    except Problem as why:
        return _person(g.user, message=why.sentence(language()), status=422)
    return redirect(url_for("account.people"))


@pages.post("/people/<user_id>/link")
@may("user.edit")
def link_for_person(user_id: str) -> Response:
    """Make a one-time link for a new password, and show it this once."""
    return _person(g.user, links.for_password(store(), me(), user_id))


@pages.get("/record")
@may("audit.read")
def record() -> str:
    """Show the newest entries of the audit record, and whether the whole of it fits."""
    names = {one.id: one.name for one in users.listed(store())}
    problem = ""
    with store().reading() as connection:
        rows = [audit.body_of(entry) for entry in audit.entries(connection, newest=SHOWN)]
        head = audit.head(connection)
        try:
            audit.verify(connection)
        except Problem as why:
            problem = why.sentence(language())
    return render_template("record.html", rows=rows, names=names, head=head, problem=problem)
