"""Each Party's original of a draft (alternat), in each language that the answers speak, and two languages side by side."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort, g, request

from ssc_drafter.assemble.originals import Original, originals
from ssc_drafter.errors import Problem
from ssc_drafter.language.states import short_name
from ssc_drafter.server.draft import editions, shelf, tongues
from ssc_drafter.server.draft.drafted import Drafted, drafted, in_language
from ssc_drafter.server.gate.access import may
from ssc_drafter.server.gate.ground import language, say, store
from ssc_drafter.server.pages.downloads import FORMATS, as_file, document, marked
from ssc_drafter.server.views.hands import by_hand
from ssc_drafter.store import drafts
from ssc_drafter.tree.nodes import Agreement
from ssc_drafter.tree.walk import open_points

pages = Blueprint("originals", __name__)


def offered(made: Drafted) -> list[dict[str, Any]]:
    """Return what the page of readiness offers: a row for each Party's original, with the languages it can be made in."""
    if not made.kind:
        return []
    named = made.agreement.parties
    return [
        {
            "place": one.place,
            "party": named[one.place].name if one.place < len(named) else short_name(one.country, language()),
            "tongues": [(code, shelf.tongue_name(code, language())) for code in _spoken(made, one)],
        }
        for one in originals(made.body.kind, made.body.answers, made.body.lang)
    ]


def _spoken(made: Drafted, one: Original) -> list[str]:
    """Return the languages in which an original can be made: its own, the draft's, those of the answers."""
    known = made.library.languages_of(made.kind) if made.kind else ()
    wanted = dict.fromkeys((one.lang, made.body.lang, *map(str, one.answers.get("languages") or ())))
    return [lang for lang in wanted if lang in known and _assembled(made, one, lang) is not None]


def _assembled(made: Drafted, one: Original, lang: str) -> Agreement | None:
    """Return an original in a language; None where the answers do not speak it.

    What was typed in the room without a language is in the draft's own: it is no wording of another one.
    """
    if lang != made.body.lang and any(not words.theirs for words in tongues.words(made, lang, lang)):
        return None
    built = in_language(made, lang, one.answers)
    silent = any(problem.key == "assemble.not_in_language" for problem in built.problems)
    return None if silent else built.agreement


@pages.get("/drafts/<draft_id>/originals/<int:place>.<suffix>")
@may("draft.export")
def original(draft_id: str, place: int, suffix: str) -> Response:
    """Give one Party's original: in one language (`in`), or two side by side (`in` twice)."""
    made = drafted(drafts.read(store(), g.draft.id).body)
    found = originals(made.body.kind, made.body.answers, made.body.lang) if made.kind else []
    if place >= len(found) or suffix not in ("docx", "pdf"):
        abort(404)
    wanted = request.args.getlist("in")[:2] or [made.body.lang]
    agreements = [_whole(made, found[place], lang) for lang in dict.fromkeys(wanted)]
    name = "-".join([found[place].country.lower() or str(place + 1), *(one.lang for one in agreements)])
    return as_file(g.draft, _rendered(made, agreements, suffix), f"{name}.{suffix}", FORMATS[suffix][1])


def _whole(made: Drafted, one: Original, lang: str) -> Agreement:
    if not made.kind or lang not in made.library.languages_of(made.kind):
        abort(404)
    agreement = _assembled(made, one, lang)
    if agreement is None:
        raise Problem("pages.original_silent", language=shelf.tongue_name(lang, language()))
    final = bool(request.args.get("final"))
    if final and (left := open_points(agreement)):
        raise Problem("pages.final_refused", list="; ".join(f"{point.number} {point.text}" for point in left[:40]))
    return agreement


def _rendered(made: Drafted, agreements: list[Agreement], suffix: str) -> bytes:
    from ssc_drafter.writers import beside

    final = bool(request.args.get("final"))
    if len(agreements) == 1:
        return document(made, agreements[0], g.draft, suffix, final)
    with editions.dressed(made.body, store()):
        left, right = (marked(one, g.draft, final) for one in agreements)
        return beside.render(left, right, suffix)


def lacking(made: Drafted) -> list[tuple[str, str]]:
    """Return for each further language of the draft the code and a sentence, where words by hand are not given in it."""
    known = made.library.languages_of(made.kind) if made.kind else ()
    spoken = dict.fromkeys(map(str, made.body.answers.get("languages") or ()))
    counted = {lang: _not_given(made, lang) for lang in spoken if lang in known and lang != made.body.lang}
    told = {lang: {"language": shelf.tongue_name(lang, language()), "number": number} for lang, number in counted.items()}
    return [(lang, say("pages.hand_line", **told[lang])) for lang, number in counted.items() if number]


def _not_given(made: Drafted, lang: str) -> int:
    return sum(not one.given for one in by_hand(made, lang))


def line(number: int) -> str:
    """Return what the page says above the originals."""
    return say("pages.originals_two" if number == 2 else "pages.originals_more", number=number)
