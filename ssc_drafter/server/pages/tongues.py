"""The answers in a second language, so that the agreement can be made in both."""

from __future__ import annotations

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from msgspec.structs import replace
from werkzeug.wrappers import Response

from ssc_drafter.server.draft import shelf, tongues
from ssc_drafter.server.draft.drafted import Drafted, drafted, replaced
from ssc_drafter.server.gate.access import may
from ssc_drafter.server.gate.ground import language, me, store
from ssc_drafter.server.views.hands import by_hand, with_hands
from ssc_drafter.store import drafts

pages = Blueprint("tongues", __name__)


def _made(draft_id: str) -> Drafted:
    made = drafted(drafts.read(store(), draft_id).body)
    if not made.kind:
        abort(404)
    return made


def _others(made: Drafted) -> list[str]:
    known = made.library.languages_of(made.kind) if made.kind else ()
    return [code for code in known if code != made.body.lang]


@pages.get("/drafts/<draft_id>/tongues")
@may("draft.edit")
def words(draft_id: str) -> str:
    """Ask for the words of each answer in another language, beside those of the draft."""
    made = _made(g.draft.id)
    others = _others(made)
    asked = request.args.get("in", "")
    answered = [str(code) for code in made.body.answers.get("languages") or ()]
    first = next((code for code in answered if code in others), others[0] if others else "")
    lang = asked if asked in others else first
    if not lang:
        abort(404)
    found, hands = tongues.words(made, lang, language()), by_hand(made, lang)
    return render_template(
        "words.html",
        draft=g.draft,
        rows=found,
        chosen=lang,
        chosen_name=shelf.tongue_name(lang, language()),
        own_name=shelf.tongue_name(made.body.lang, language()),
        own=made.body.lang,
        others=[(code, shelf.tongue_name(code, language())) for code in others],
        missing=sum(not one.theirs for one in found) + sum(not one.theirs for one in hands),
        hands=hands,
    )


@pages.post("/drafts/<draft_id>/tongues")
@may("draft.edit")
def save(draft_id: str) -> Response:
    """Keep the words that were typed."""
    made, lang = _made(g.draft.id), request.form.get("in", "")
    if lang not in _others(made):
        abort(404)
    typed = {name.removeprefix("w~"): value for name, value in request.form.items() if name.startswith("w~")}
    answers = tongues.with_words(made, lang, typed)
    hands = {name.removeprefix("h~"): value for name, value in request.form.items() if name.startswith("h~")}
    changes = with_hands(made, lang, hands, me().name) if hands else made.body.changes
    if answers != made.body.answers or changes != made.body.changes:
        replaced(g.draft, replace(made.body, answers=answers, changes=changes))
    return redirect(url_for("downloads.ready", draft_id=draft_id, _anchor="originals"))
