"""Signing in and out, the first administrator's one-time link, one's own password."""

from __future__ import annotations

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ssc_drafter.errors import Problem
from ssc_drafter.server.gate import held
from ssc_drafter.server.gate.access import can, may
from ssc_drafter.server.gate.ground import address, address_class, config, language, me, say, signed_in, store
from ssc_drafter.server.gate.security import give_session, session_id
from ssc_drafter.store import links, sessions, throttle, users

pages = Blueprint("account", __name__)


@pages.get("/sign-in")
@may("public")
def sign_in_page() -> Response:
    """Show the page to sign in, or go on where somebody is signed in already."""
    onward = held.local(request.args.get("next", ""))
    return redirect(onward or "/") if signed_in() else held.sign_in_page(200, onward=onward)


@pages.post("/sign-in")
@may("public")
def sign_in() -> Response:
    """Sign in. A form that waited for it comes back with everything typed, to be sent with one press."""
    name, waiting = request.form.get("name", "")[:200], held.of_sign_in(request.form)
    onward = held.local(request.form.get("next", ""))
    tried = throttle.sign_in(store(), name, request.form.get("password", "")[:1000], address())
    if tried.account is None:
        message = say("account.wait", seconds=tried.wait) if tried.wait else say("account.wrong")
        return held.sign_in_page(429 if tried.wait else 401, held=waiting, onward=onward, name=name, message=message)
    welcome(tried.account)
    if waiting:
        return Response(render_template("held.html", held=waiting, signed_in_again=True), mimetype="text/html")
    return redirect(onward or first_page())


def welcome(account: users.Account) -> None:
    """Begin a session under a new number. Whatever number the visitor had before stays worth nothing."""
    give_session(sessions.begin(store(), account, address_class()))
    g.account, g.me = account, account.actor(address_class())


def first_page() -> str:
    """Return where somebody goes after signing in: the drafts, else what they look after."""
    if can("draft.list"):
        return "/"
    return url_for("account.people") if can("user.edit") else "/"


@pages.post("/sign-out")
@may("signed_in")
def sign_out() -> Response:
    """Sign out. The demonstration's officer stays: there is nobody else."""
    if config().demo_user:
        return redirect("/")
    sessions.end(store(), g.account, session_id(), address_class())
    give_session(sessions.new_token())
    return redirect(url_for("account.sign_in_page"))


@pages.get("/begin/<secret>")
@may("public")
def link(secret: str) -> Response:
    """Show what a one-time link is for: the first administrator's name and password, or a password."""
    found = links.look(store(), secret)
    if found is None:
        raise Problem("store.link_spent")
    return Response(render_template("begin.html", link=found, name=found.name, message=""), mimetype="text/html")


@pages.post("/begin/<secret>")
@may("public")
def use_link(secret: str) -> Response:
    """Use a one-time link up, and sign in."""
    found = links.look(store(), secret)
    if found is None:
        raise Problem("store.link_spent")
    name, password = request.form.get("name", ""), request.form.get("password", "")
    message = "" if password == request.form.get("password_again", "") else say("account.differ")
    if not message:
        try:
            welcome(links.use(store(), secret, name=name, password=password, address=address_class()))
        except Problem as why:
            message = why.sentence(language())
    if message:
        return Response(render_template("begin.html", link=found, name=name, message=message), status=422, mimetype="text/html")
    return redirect(first_page())


@pages.get("/account")
@may("signed_in")
def own() -> str:
    """Show one's own account: the password."""
    return render_template("account.html", message="", done=False)


@pages.post("/account/password")
@may("signed_in")
def change_password() -> Response:
    """Change one's own password: the old one is asked for, every other session ends."""
    message, status = _new_password(), 200
    if message:
        status = 422
    return Response(render_template("account.html", message=message, done=not message), status=status, mimetype="text/html")


def _new_password() -> str:
    """Change the password; return what is wrong, or nothing."""
    form = request.form
    if config().demo_user:
        return say("account.demo_password")
    if form.get("password", "") != form.get("password_again", ""):
        return say("account.differ")
    tried = throttle.sign_in(store(), me().name, form.get("old", "")[:1000], address())
    if tried.account is None:
        return say("account.wait", seconds=tried.wait) if tried.wait else say("account.wrong_old")
    try:
        users.set_password(store(), me(), tried.account.id, form.get("password", ""))
    except Problem as why:
        return why.sentence(language())
    welcome(tried.account)
    return ""
