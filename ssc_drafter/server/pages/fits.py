"""Looked at and found to fit: for one clause of a draft, every provision that came near it, and why it does not bite."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, g, render_template, request, url_for

from ssc_drafter.check import fits_at
from ssc_drafter.check.finding import Fit, Together
from ssc_drafter.policies.instrument import Instrument
from ssc_drafter.server.draft.drafted import Drafted, drafted
from ssc_drafter.server.draft.states import state_name
from ssc_drafter.server.gate.access import can, may
from ssc_drafter.server.gate.ground import say, store
from ssc_drafter.server.views import checking
from ssc_drafter.server.views.marks import Level, by_gravity, place_of
from ssc_drafter.store import drafts

pages = Blueprint("fits", __name__)


@pages.get("/drafts/<draft_id>/fits")
@may("draft.read")
def fits(draft_id: str) -> str:
    """Show for the clause at `at` what was not read, what was found, and what fits with its reason."""
    made = drafted(drafts.read(store(), g.draft.id).body)
    address = request.args.get("at", "")
    unit = next((one for one in made.running.units if one.address == address), None)
    if unit is None:
        abort(404)
    report = checking.latest(store(), g.draft, made)
    kept = checking.laws_for(store(), made)
    laws = checking.read_laws(store(), kept)
    found = fits_at(made.running, laws, address, report)
    ids = {(one.country, one.file, one.title): one.id for one in kept}
    return render_template(
        "fits.html",
        draft=g.draft,
        draft_lang=made.body.lang,
        unit=unit,
        words=made.running.text[unit.start : unit.end],
        lacking=checking.lacking(made),
        not_read=report.not_read if report else (),
        marks=[one for one in by_gravity(checking.marks(g.draft, made, report)) if one.address == address],
        rows=[_row(one, made, laws, ids) for one in found],
    )


def _row(one: Fit, made: Drafted, laws: list[Instrument], ids: dict[tuple[str, str, str], str]) -> dict[str, Any]:
    law = one.policy
    level = checking.level_in(store(), made)
    policy_id = ids.get((law.country, law.file, law.instrument))
    lang = next((read.lang for read in laws if read.file == law.file and read.country == law.country), "")
    return {
        "instrument": law.instrument,
        "place": place_of(law, say, level),
        "country": state_name(law.country, made),
        "quote": law.quote,
        "lang": lang,
        "why": one.why,
        "together": [_part(part, level) for part in one.together],
        "url": url_for("policies.law", policy_id=policy_id, _anchor=law.address) if policy_id and can("policy.read") else "",
    }


def _part(part: Together, level: Level) -> dict[str, str]:
    """Return what a provision was read with: a place of a law, or one of the draft."""
    if part.policy:
        law = part.policy
        return {"instrument": law.instrument, "place": place_of(law, say, level), "quote": law.quote}
    number, quote = (part.clause.number, part.clause.quote) if part.clause else ("", "")
    return {"instrument": say("pages.your_draft"), "place": number, "quote": quote}
