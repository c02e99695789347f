"""What each Party still has to do at home before the agreement binds it: a page, and the same as Word."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort, g, render_template, request

from ssc_drafter.assemble import papers
from ssc_drafter.policies.domestic_steps import askable, checklist, subject_of
from ssc_drafter.policies.steps_told import sheet, told
from ssc_drafter.policies.treaty_making import triggers
from ssc_drafter.server.draft import tongues
from ssc_drafter.server.draft.drafted import Drafted, changes_of, drafted
from ssc_drafter.server.draft.shelf import tongue_name
from ssc_drafter.server.draft.states import state_name
from ssc_drafter.server.gate.access import may
from ssc_drafter.server.gate.ground import language, say, store
from ssc_drafter.server.pages.downloads import DOCX, FORMATS, as_file
from ssc_drafter.server.views import checking
from ssc_drafter.store import drafts

pages = Blueprint("domestic", __name__)
SIGNS = {"applies": "note", "ask": "caution", "not_seen": "note"}


@pages.get("/drafts/<draft_id>/steps")
@may("draft.read")
def steps(draft_id: str) -> str:
    """Show a checklist for each Party, with what the check read in the State's own law beside it."""
    made = drafted(drafts.read(store(), g.draft.id).body)
    named = _named()
    own = _own_laws(made)
    rows = [
        {
            **one,
            "certain": [row for row in one["steps"] if row["standing"] != "not_seen"],
            "other": [row for row in one["steps"] if row["standing"] == "not_seen"],
            "own": own.get(one["country"], []),
            "papers": _papers(made, one["country"]),
        }
        for one in _told(made, named)
    ]
    asked = [(name, say(f"steps.trigger_{name}"), name in named) for name in askable() if triggers()[name].asked]
    return render_template("steps.html", draft=g.draft, states=rows, asked=asked, named=named, signs=SIGNS)


@pages.get("/drafts/<draft_id>/steps.docx")
@may("draft.export")
def printed(draft_id: str) -> Response:
    """Give the checklists as Word."""
    from ssc_drafter.writers.formats import render

    made = drafted(drafts.read(store(), g.draft.id).body)
    document = sheet(_told(made, _named()), made.title, language(), made.body.date)
    return as_file(g.draft, render(document, "docx"), "steps.docx", DOCX)


@pages.get("/drafts/<draft_id>/papers/<int:place>/<name>.<suffix>")
@may("draft.export")
def paper(draft_id: str, place: int, name: str, suffix: str) -> Response:
    """Give a paper of one Party in a language (`in`): a draft for the ministry."""
    from ssc_drafter.writers.formats import render

    made = drafted(drafts.read(store(), g.draft.id).body)
    lang = request.args.get("in") or made.body.lang
    if (
        not made.kind
        or name not in papers.offered(made.agreement)
        or lang not in papers.LANGUAGES
        or suffix not in ("docx", "pdf")
    ):
        abort(404)
    here = lang if _speaks(made, lang) else made.body.lang
    source = papers.source(
        made.library, made.body.kind, made.body.answers, (here, made.body.lang), changes_of(made.body), made.body.date
    )
    document = papers.paper(source, name, place, lang)
    return as_file(g.draft, render(document, suffix), f"{name}-{place + 1}-{lang}.{suffix}", FORMATS[suffix][1])


def _speaks(made: Drafted, lang: str) -> bool:
    """Say whether the answers are words of a language too: what was typed in the room is in the draft's own alone."""
    return lang == made.body.lang or not any(not words.theirs for words in tongues.words(made, lang, lang))


def _papers(made: Drafted, country: str) -> list[dict[str, Any]]:
    """Return the papers of a Party with the languages they are made in; none where no Party was answered."""
    parties = made.body.answers.get("parties") if made.kind else None
    codes = [str(one.get("country") or "").upper() for one in parties or () if isinstance(one, dict)]
    if country not in codes:
        return []
    tongues = [(code, tongue_name(code, language())) for code in papers.LANGUAGES]
    return [
        {"place": codes.index(country), "name": name, "title": papers.title(name, language()), "tongues": tongues}
        for name in papers.offered(made.agreement)
    ]


def _named() -> list[str]:
    """Return what the officer says the agreement touches; a name that is no trigger counts for nothing."""
    return [name for name in dict.fromkeys(request.args.getlist("touches")) if name in askable()]


def _told(made: Drafted, named: list[str]) -> list[dict[str, Any]]:
    subject = subject_of(made.agreement, made.values, named)
    asks = {name: one.words(one.ask, language()) for name, one in made.questions.items()}
    return [told(checklist(subject, one), language(), asks, state_name(one, made)) for one in made.countries]


def _own_laws(made: Drafted) -> dict[str, list[dict[str, str]]]:
    """Return by State what its own laws say of agreements, from the last check of the draft."""
    report = checking.latest(store(), g.draft, made)
    found: dict[str, list[dict[str, str]]] = {}
    for one in report.steps if report else ():
        place = one.policy
        row = {"law": place.instrument, "number": place.number, "quote": " ".join(place.quote.split())}
        found.setdefault(place.country, []).append(row)
    return found
