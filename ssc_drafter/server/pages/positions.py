"""Positions of the house: rules that an office sets itself, listed, written, switched on and off."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import msgspec
from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as WerkzeugResponse

from ssc_drafter.check.document.heard import heard
from ssc_drafter.check.document.house import MATTERS
from ssc_drafter.check.reasons import shortened
from ssc_drafter.errors import Problem
from ssc_drafter.policies.positions import Position, made
from ssc_drafter.server.draft.shelf import states
from ssc_drafter.server.draft.states import named, state_name
from ssc_drafter.server.draft.when import date_of
from ssc_drafter.server.gate.access import can, may
from ssc_drafter.server.gate.ground import language, me, say, store
from ssc_drafter.server.views import checking
from ssc_drafter.store import norms

pages = Blueprint("positions", __name__)
STATES = {"on": "on", "off": "off", "remove": "removed"}


@pages.get("/positions")
@may("policy.read")
def positions() -> str:
    """List the positions, those that are held against drafts first."""
    return _page("")


def _page(message: str) -> str:
    said = {one.name: one for one in norms.positions(store())}
    rows = [_row(one, said.get(one.id)) for one in checking.positions(store())]
    rows.sort(key=lambda row: not row["on"])
    form = {name: request.form.get(name, "") for name in ("title", "text", "about", "severity", "texts", "country")}
    known = states(language(), named()) if can("policy.edit") else ()
    return render_template("positions.html", rows=rows, message=message, form=form, countries=known)


def _row(one: Position, said: norms.Said | None) -> dict[str, Any]:
    code = one.spoken(language())
    facts = [say(f"rules.texts_{one.texts}"), say(f"rules.severity_{one.severity}")]
    if words := one.about.get(code):
        facts.append(say("rules.about_words", words=", ".join(words)))
    if one.country:
        facts.append(say("rules.country_of", state=state_name(one.country)))
    understood = heard(one.text[code], code)
    if understood.matters:
        facts.append(say("rules.position_known", matters=_named(understood.matters)))
    facts += [say(f"rules.position_{sort}", words=shortened(words)) for sort, words in understood.stated]
    who = say("rules.said_by", who=said.by or say("rules.command_line"), date=date_of(said.at, language())) if said else ""
    return {
        "name": one.id,
        "title": one.title.get(code) or one.id,
        "text": one.text[code],
        "lang": code,
        "facts": " ".join(facts),
        "unknown": _unknown(understood.unknown),
        "who": who,
        "on": one.on,
        "own": bool(said and said.body),
    }


def _named(matters: Iterable[str]) -> str:
    return "; ".join(say(f"rules.matter_{one}") for one in matters)


def _unknown(sentences: tuple[str, ...]) -> str:
    """Return what is said of sentences of a rule that are on no matter that the check knows; nothing where there are none."""
    words = shortened(" ".join(sentences))
    return say("rules.position_unknown", words=words, matters=_named(MATTERS)) if sentences else ""


@pages.post("/positions")
@may("policy.edit")
def add() -> WerkzeugResponse:
    """Keep a position that somebody wrote, switched on."""
    form = request.form
    try:
        name = _free(form.get("title", "") or form.get("text", ""))
        title, text, about = (form.get(field, "") for field in ("title", "text", "about"))
        choices = form.get("severity", "low"), form.get("texts", "all")
        home = form.get("country", "")
        one = made(name, title[:200], text, severity=choices[0], texts=choices[1], about=about[:500], country=home)
    except Problem as why:
        return Response(_page(Problem(why.key, "", **why.values).sentence(language())), status=422, mimetype="text/html")
    norms.set_position(store(), me(), one.id, "on", msgspec.json.encode(one))
    return redirect(url_for("positions.positions", _anchor=f"p-{one.id}"))


def _free(words: str) -> str:
    """Return a name that no position has yet, made of the first words."""
    base = "-".join(re.findall(r"\w+", words.lower())[:6])[:60] or "position"
    taken = {one.id for one in checking.positions(store())} | {one.name for one in norms.positions(store())}
    return next(
        found for number in range(1, len(taken) + 3) if (found := base if number == 1 else f"{base}-{number}") not in taken
    )


@pages.post("/positions/<name>")
@may("policy.edit")
def change(name: str) -> WerkzeugResponse:
    """Switch a position on or off; one that was written here may be taken away. The next check of a draft follows."""
    state = STATES.get(request.form.get("do", ""))
    known = {one.name: one for one in norms.positions(store())}
    if state is None or name not in {one.id for one in checking.positions(store())}:
        abort(404)
    body = known[name].body if name in known else b""
    norms.set_position(store(), me(), name, state, b"" if state == "removed" else body)  # type: ignore[arg-type]
    return redirect(url_for("positions.positions"))
