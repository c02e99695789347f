"""Findings: the check of a draft, each finding with both texts facing each other, and the answers to it."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, g, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ssc_drafter.check.finding import Finding, PolicyPlace, Read, Report, Together
from ssc_drafter.errors import Problem
from ssc_drafter.language.lists import joined
from ssc_drafter.server.draft.drafted import Drafted, drafted
from ssc_drafter.server.draft.shelf import tongue_name
from ssc_drafter.server.draft.states import state_name
from ssc_drafter.server.draft.when import iso_date
from ssc_drafter.server.gate.access import can, may
from ssc_drafter.server.gate.ground import language, me, say, sent_number, store
from ssc_drafter.server.pages.cures import apply, cures_of
from ssc_drafter.server.views import checking
from ssc_drafter.server.views.looked import look
from ssc_drafter.server.views.marks import Level, Marked, by_gravity, cited, of_house, place_of
from ssc_drafter.server.views.quotes import around, unit_of
from ssc_drafter.server.views.roomview import read_line
from ssc_drafter.store import drafts, findings, instruments

pages = Blueprint("findings", __name__)
KINDS = ("accepted", "waived", "no_conflict")


def _made(head: drafts.Draft) -> Drafted:
    return drafted(drafts.read(store(), head.id).body)


@pages.post("/drafts/<draft_id>/check")
@may("draft.check")
def check(draft_id: str) -> Response:
    """Hold the draft against the laws of its Parties. A page that shows an older version gets nothing: its own check comes.

    Of a draft that was never checked a room is shown what was found before cures are tried; it asks again, and they are.
    """
    head, hx = g.draft, bool(request.headers.get("HX-Request"))
    if hx and request.form.get("version", "") != str(head.version):
        return make_response("", 204)
    made = _made(head)
    shown = checking.latest(store(), head, made)
    before = checking.marks(head, made, shown)
    if hx and shown is None:
        checking.first(store(), head, made)
    else:
        checking.run(store(), head, made)
    if not hx:
        return redirect(url_for("findings.findings", draft_id=head.id))
    return make_response(_fragment(head, made, before))


def _fragment(head: drafts.Draft, made: Drafted, before: tuple[Marked, ...]) -> str:
    """Return the parts of the room in which findings came or went."""
    view = look(head, made)
    touched = {mark.address for mark in (*before, *view.marks)}
    divisions = tuple(one for one in view.sheet.divisions if touched & {row.address for row in one.rows})
    shown = {"room": view.room, "sheet": view.sheet, "marks": view.marks, "sheet_unit": view.unit}
    return render_template("_checked.html", **shown, divisions=divisions, fresh=())


@pages.get("/drafts/<draft_id>/findings", endpoint="findings")
@may("draft.read")
def findings_page(draft_id: str) -> str:
    """List the findings, gravest first, with what was read and what was not."""
    head = g.draft
    made = _made(head)
    report = checking.latest(store(), head, made)
    marks = by_gravity(checking.marks(head, made, report))
    looks = checking.marks(head, made, report, look=True)
    return render_template("findings.html", draft=head, marks=marks, looks=looks, report=_read(report, made))


def _read(report: Report | None, made: Drafted) -> dict[str, Any]:
    rows = [
        {
            "instrument": one.instrument,
            "about": _about(one, state_name(one.country, made)),
        }
        for one in (report.read if report else ())
    ]
    warnings = made.body.imported.warnings if made.body.imported else ()
    return {
        "line": read_line(checking.reading(report)),
        "lacking": checking.lacking(made),
        "whose": _whose(made),
        "held": bool(report and report.read),
        "checked": report is not None,
        "read": rows,
        "not_read": report.not_read if report else (),
        "warnings": warnings,
        "second": bool(checking.reader_address()),
        "reader": _reader(report),
    }


def _about(one: Read, state: str) -> str:
    """Return whose law an instrument is, its rank, date and status, as far as they are known."""
    rank = say(f"report.rank_{one.hierarchy}") if one.hierarchy else ""
    status = say(f"report.status_{one.status}") if one.status else ""
    facts = ", ".join(fact for fact in (rank, iso_date(one.date, language()), status) if fact)
    about = say("pages.read_about", country=state, provisions=one.provisions, file=one.file)
    about = f"{about}. {facts[:1].upper()}{facts[1:]}." if facts else about
    return f"{about} {one.note}".strip()


def _reader(report: Report | None) -> str:
    """Return in a sentence what came of a second reader; nothing where none was asked."""
    use = report.reader if report else None
    if not use:
        return ""
    told = say("pages.reader_line", model=use.model, answered=use.answered, asked=use.asked)
    return f"{told} {say(f'report.reader_ended_{use.ended}')}" if use.ended else told


def _whose(made: Drafted) -> str:
    """Return whose laws a draft that was read from a file is held against, in a sentence; nothing for a draft of ours."""
    if made.body.imported is None:
        return ""
    read = {law.country for law in checking.laws_for(store(), made)}  # the others are said to have no law
    states = joined([state_name(code) for code in made.countries if code in read], language())
    if not states and made.countries:
        return say("pages.whose_unread")
    return say("pages.whose_line", states=states) if states else say("pages.whose_none")


def _type(report: Report | None, finding_id: str) -> str:
    """Return the type of a finding, for the installation's own precision; what is only to be looked at does not count."""
    return next((one.type for one in report.findings if one.id == finding_id), "look") if report else ""


def _find(report: Report | None, finding_id: str) -> Finding:
    """Return a finding of the report, or end with 404."""
    found = next((one for one in (*report.findings, *report.look) if one.id == finding_id), None) if report else None
    if found is None:
        abort(404)
    return found


@pages.get("/drafts/<draft_id>/findings/<finding>")
@may("draft.read")
def finding(draft_id: str, finding: str) -> Response:
    """Show a finding with both texts; `after` names the one that was just answered."""
    return _page(g.draft, finding, after=request.args.get("after", ""))


def _page(head: drafts.Draft, finding_id: str, wrong: str = "", typed: str = "", after: str = "") -> Response:
    made = _made(head)
    report = checking.whole(store(), head, made)
    one = _find(report, finding_id)
    look = all(other.id != one.id for other in report.findings) if report else False
    marks = checking.marks(head, made, report, look=look)
    mark = next((mark for mark in marks if mark.id == one.id), None)
    if mark is None:
        raise Problem("pages.quote_gone")
    answers = findings.answers(store(), head.id)
    shown = render_template(
        "finding.html",
        draft=head,
        mark=mark,
        look=look,
        marks=by_gravity(marks),
        finding=one,
        given=answers.get(one.id),
        kept=_kept(marks, after if after in answers else ""),
        cures=cures_of(head, made, one),
        draft_lang=made.body.lang,
        model=report.reader.model if report and report.reader else "",
        wrong=wrong,
        typed=typed,
        **_texts(head, made, one, mark),
    )
    return make_response(shown, 422 if wrong else 200)


def _kept(marks: tuple[Marked, ...], answered: str) -> str:
    """Return that an answer was kept, with the finding that it was given to and how many wait; nothing where none was."""
    waiting = sum(mark.sign in ("conflict", "caution") for mark in marks)
    title = next((mark.title for mark in marks if mark.id == answered), "")
    return say("pages.answer_kept", title=title, number=waiting) if title else ""


def _texts(head: drafts.Draft, made: Drafted, one: Finding, mark: Marked) -> dict[str, Any]:
    """Return both quotes with what stands around them, and where they stand."""
    lang = language()
    unit = unit_of(made.running, mark)
    number = unit.number if unit else ""
    key = "pages.clause_place" if number else "pages.clause_place_whole"
    text, kept = made.running.text, _law(one.policy)
    law_quote, law_lang, about, url = _law_quote(one.policy, kept, made)
    level = checking.level_in(store(), made)
    return {
        "clause_place": say(key, number=number, draft=head.version, language=tongue_name(made.body.lang, lang)),
        "clause_quote": around(text, mark.start, mark.end, unit.start, unit.end) if unit else ("", "", ""),
        "provision_cited": cited(one.policy, say, level),
        "law_about": "" if of_house(one.policy, level) else about,
        "law_quote": law_quote,
        "law_lang": law_lang,
        "law_url": url,
        "also": [_provision(law, level) for law in one.also if all(law != part.policy for part in one.together)],
        "together": [_part(part, level) for part in one.together],
    }


def _provision(law: PolicyPlace, level: Level) -> dict[str, str]:
    return {"instrument": law.instrument, "place": place_of(law, say, level), "quote": law.quote}


def _part(part: Together, level: Level) -> dict[str, str]:
    """Return what a finding has to be read together with; of another law of the State also which goes first."""
    told = part.text if part.how == "prevails" else ""
    if part.policy:
        return _provision(part.policy, level) | {"told": told}
    number = say("pages.clause_at", number=part.clause.number) if part.clause and part.clause.number else ""
    quote = part.clause.quote if part.clause else ""
    return {"instrument": say("pages.your_draft"), "place": number, "quote": quote, "told": told}


def _law(place: PolicyPlace) -> instruments.Kept | None:
    named = [one for one in instruments.listed(store(), (place.country,)) if one.file == place.file]
    return next((one for one in named if one.title == place.instrument), named[0] if named else None)


def _law_quote(place: PolicyPlace, kept: instruments.Kept | None, made: Drafted) -> tuple[tuple[str, str, str], str, str, str]:
    about = state_name(place.country, made)
    if kept is None:
        return ("", place.quote, ""), "", about, ""
    law = checking.law_of(store(), kept)
    provision = next((one for one in (*law.provisions, *law.other) if one.start <= place.start < one.end), None)
    if provision is None or law.text[place.start : place.end] != place.quote:
        return ("", place.quote, ""), law.lang, about, ""
    quote = around(law.text, place.start, place.end, provision.start, provision.end)
    url = url_for("policies.law", policy_id=kept.id, _anchor=provision.address) if can("policy.read") else ""
    return quote, law.lang, about, url


@pages.post("/drafts/<draft_id>/findings/<finding>/answer")
@may("finding.answer")
def answer(draft_id: str, finding: str) -> Response:
    """Answer a finding; then to the next one that is open, gravest first."""
    head, kind, reason = g.draft, request.form.get("kind", ""), request.form.get("reason", "").strip()[:4000]
    if kind in ("waived", "no_conflict") and not reason:
        return _page(head, finding, wrong=kind)
    made = _made(head)
    report = checking.latest(store(), head, made)
    findings.answer(store(), me(), head.id, finding, kind, reason, finding_type=_type(report, finding))
    marks = checking.marks(head, made, report)
    checking.count(store(), head, [mark.sign for mark in marks], len(checking.lacking(made)))
    after = next((mark for mark in by_gravity(marks) if mark.sign in ("conflict", "caution")), None)
    if after:
        return redirect(url_for("findings.finding", draft_id=head.id, finding=after.id, after=finding))
    return redirect(url_for("findings.findings", draft_id=head.id))


@pages.post("/drafts/<draft_id>/findings/<finding>/cure")
@may("draft.edit")
def cure(draft_id: str, finding: str) -> Response:
    """Put a proposed cure into the draft."""
    head = g.draft
    made = _made(head)
    one = _find(checking.whole(store(), head, made), finding)
    apply(head, made, one, sent_number("place", 0))
    mark_address = one.clause.address if one.clause else ""
    return redirect(url_for("room.room", draft_id=head.id, _anchor=mark_address or "draft"))
