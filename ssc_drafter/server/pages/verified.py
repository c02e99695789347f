"""What an officer says of a provision: that it never applies to agreements, its type, what it says in one sentence."""

from __future__ import annotations

from typing import Any

import msgspec
from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as WerkzeugResponse

from ssc_drafter.check.document.phrases import phrase
from ssc_drafter.check.finding import KINDS
from ssc_drafter.check.structure.rows import Row, rows
from ssc_drafter.check.structure.units import norms_of_unit
from ssc_drafter.policies.instrument import Instrument, Provision, Verified
from ssc_drafter.server.draft.when import date_of
from ssc_drafter.server.gate.access import may
from ssc_drafter.server.gate.ground import language, me, say, store
from ssc_drafter.server.views import checking
from ssc_drafter.store import norms

pages = Blueprint("verified", __name__)
LONGEST = 2_000
TICKS = ("confirmed", "muted", "beside")


def _found(policy_id: str, address: str) -> tuple[Instrument, Provision, str]:
    """Return a law, its provision at an address, and the provision's key. Ends with 404 where there is none."""
    law = checking.law_named(store(), policy_id)
    one = next((one for one in law.provisions if one.address == address), None)
    if one is None:
        abort(404)
    return law, one, norms.provision_key(law.country, one.address, law.text[one.start : one.end])


def said_of(law: Instrument) -> dict[str, str]:
    """Return in a sentence what was verified of each provision, by address."""
    from ssc_drafter.api import with_verified

    return {one.address: _sentence(one) for one in with_verified(law, norms.verified(store())).verified}


def _sentence(one: Verified) -> str:
    who = say("rules.said_by", who=one.by or say("rules.command_line"), date=date_of(one.at, language()) if one.at else "–")
    parts = [say("rules.is_muted") if one.muted else ""]
    parts += [say("rules.is_type", type=say(f"rules.type_{one.type}")) if one.type in KINDS else ""]
    parts += [say("rules.is_confirmed") if one.confirmed else ""]
    parts += [say(f"rules.is_{'added' if one.beside else 'said'}", text=one.text) if one.text else "", one.note, who]
    return " ".join(part for part in parts if part)


def _rows(law: Instrument, one: Provision) -> list[list[Row]]:
    """Return the norms that are read in a provision, as rows in the language of the pages."""
    return [rows(norm, language()) for norm in norms_of_unit(law, one)[1]]


@pages.get("/laws/<policy_id>/norms/<address>")
@may("policy.read")
def read_norms(policy_id: str, address: str) -> str:
    """Show the norms that are read in a provision, part by part."""
    law, one, _ = _found(policy_id, address)
    words = law.text[one.start : one.end].strip()
    where = say(f"pages.level_{one.level}", number=one.number)
    shown = {"law": law, "id": policy_id, "address": address, "where": where, "words": words}
    return render_template("norms.html", said=said_of(law).get(address, ""), norms=_rows(law, one), **shown)


@pages.get("/laws/<policy_id>/provisions/<address>")
@may("policy.edit")
def provision(policy_id: str, address: str) -> str:
    """Ask what a provision says."""
    return _page(policy_id, address, "")


def _page(policy_id: str, address: str, message: str) -> str:
    law, one, key = _found(policy_id, address)
    stands = norms.verified(store()).get(key)
    now = msgspec.json.decode(stands.body, type=Verified) if stands else Verified(address)
    form: dict[str, Any] = {"type": now.type, "text": now.text, "note": now.note}
    form |= {name: getattr(now, name) for name in TICKS}
    if request.method == "POST":
        form = {
            **{name: name in request.form for name in TICKS},
            **{name: request.form.get(name, "") for name in ("type", "text", "note")},
        }
    words = law.text[one.start : one.end].strip()
    return render_template(
        "provision.html",
        law=law,
        id=policy_id,
        address=address,
        where=say(f"pages.level_{one.level}", number=one.number),
        words=words,
        norms=_rows(law, one),
        said=said_of(law).get(address, ""),
        stands=stands is not None,
        types=[(kind, say(f"rules.type_{kind}")) for kind in KINDS],
        form=form,
        message=message,
    )


@pages.post("/laws/<policy_id>/provisions/<address>")
@may("policy.edit")
def verify(policy_id: str, address: str) -> WerkzeugResponse:
    """Keep what an officer says, or take it back; drafts are held against it at the next check."""
    law, one, key = _found(policy_id, address)
    back = url_for("policies.law", policy_id=policy_id, _anchor=address)
    if request.form.get("do") == "withdraw":
        norms.verify(store(), me(), policy_id, key, address, b"")
        return redirect(back)
    said = _said(one, law.lang)
    if not (said.muted or said.type or said.text or said.confirmed):
        return Response(_page(policy_id, address, say("rules.nothing_said")), status=422, mimetype="text/html")
    norms.verify(store(), me(), policy_id, key, address, msgspec.json.encode(said))
    return redirect(back)


def _said(one: Provision, lang: str) -> Verified:
    form = request.form
    kind = form.get("type", "")
    text = " ".join(form.get("text", "").split())[:LONGEST] or _composed(kind, lang)
    note = " ".join(form.get("note", "").split())[:LONGEST]
    kind = kind if kind in KINDS else ""
    ticked = {name: name in form for name in TICKS}
    return msgspec.structs.replace(Verified(one.address, one.number, type=kind, text=text, note=note), **ticked)


def _composed(kind: str, lang: str) -> str:
    """Return the sentence that the fields make in the law's language: a limit of its number, a step of its act and organ."""
    fields = {name: " ".join(request.form.get(name, "").split())[:200] for name in ("what", "number", "unit", "organ")}
    wanted = {"limit": ("what", "number", "unit"), "procedure": ("what", "organ"), "prohibition": ("what",)}.get(kind, ())
    if not wanted or not all(fields[name] for name in wanted):
        return ""
    return phrase("verified", lang, kind).format(**fields)
