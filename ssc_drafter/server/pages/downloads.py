"""The draft in every form, made afresh from the tree; and what is still open before it can be signed."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from flask import Blueprint, Response, g, render_template, request, url_for
from msgspec.structs import replace

from ssc_drafter.errors import Problem, Problems
from ssc_drafter.language.own_words import of_draft
from ssc_drafter.server.draft import editions
from ssc_drafter.server.draft.brought import brought
from ssc_drafter.server.draft.drafted import Drafted, drafted
from ssc_drafter.server.draft.when import date_of, moment
from ssc_drafter.server.gate.access import may
from ssc_drafter.server.gate.ground import language, me, say, store, whole_number
from ssc_drafter.server.views import checking, signing
from ssc_drafter.server.views.marks import by_gravity
from ssc_drafter.server.views.roomview import blanks_line
from ssc_drafter.store import drafts, files
from ssc_drafter.tree.nodes import Agreement
from ssc_drafter.tree.walk import open_points

pages = Blueprint("downloads", __name__)
FORMATS = {
    "docx": ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": ("pdf", "application/pdf"),
    "html": ("html", "text/html; charset=utf-8"),
    "md": ("md", "text/markdown; charset=utf-8"),
    "xml": ("akn", "application/akn+xml"),
    "json": ("json", "application/json"),
}
DOCX = FORMATS["docx"][1]


@pages.get("/drafts/<draft_id>/file.<suffix>")
@may("draft.export")
def file(draft_id: str, suffix: str) -> Response:
    """Give the draft in one form, as it stands or as it stood (`version`), with the words and the look that it was made with.

    `final` is the text for signature: refused while a blank or a bracket is left.
    """
    if suffix not in FORMATS:
        raise Problem("pages.no_such_format", formats=", ".join(FORMATS))
    final = bool(request.args.get("final"))
    head, body = as_it_stood(g.draft, request.args.get("version", ""))
    made = drafted(body)
    if final and (left := open_points(made.agreement)):
        raise Problem("pages.final_refused", list="; ".join(f"{one.number} {one.text}" for one in left[:40]))
    data = document(made, made.agreement, head, suffix, final)
    return as_file(head, data, "", FORMATS[suffix][1], file_name(head, suffix, final))


def as_it_stood(head: drafts.Draft, version: str) -> tuple[drafts.Draft, bytes]:
    """Return a draft and its body at a version, or as it stands where none is named. Raises Problem where there is none."""
    found = drafts.read(store(), head.id, whole_number(version, 0) if version else None)
    return replace(head, version=found.version, changed=found.at), found.body


def document(made: Drafted, agreement: Agreement, head: drafts.Draft, suffix: str, final: bool) -> bytes:
    """Return a form of an agreement made from a draft: the draft itself, or a Party's original."""
    from ssc_drafter.writers.formats import render

    with editions.dressed(made.body, store()):
        letterhead = editions.letterhead(made.body, store()) if suffix == "docx" else None
        return render(marked(agreement, head, final), FORMATS[suffix][0], reference=letterhead)


def as_file(head: drafts.Draft, made: bytes, ending: str, media: str, name: str = "") -> Response:
    """Return bytes as a download that nothing opens by itself. `name` is the whole name, else the draft's with an ending."""
    named = name or f"{file_name(head, '', True).rstrip('.')}-{ending}"
    answer = Response(made, mimetype=media)
    answer.headers["Content-Disposition"] = f'attachment; filename="{named}"'
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


def marked(agreement: Agreement, head: drafts.Draft, final: bool) -> Agreement:
    """Return an agreement with the mark of a draft and its date, or as the original."""
    day = moment(head.changed).date()
    if final:
        return replace(agreement, date=day.isoformat(), draft_mark="")
    mark = of_draft("mark_numbered", agreement.lang, number=head.version, date=date_of(head.changed, agreement.lang))
    return replace(agreement, date=day.isoformat(), draft_mark=mark)


def file_name(head: drafts.Draft, suffix: str, final: bool) -> str:
    """Return a name of plain letters for a download."""
    plain = unicodedata.normalize("NFKD", head.title).encode("ascii", "ignore").decode()
    stem = "-".join(re.findall(r"[A-Za-z0-9]+", plain))[:80] or "agreement"
    return f"{stem}.{suffix}" if final else f"{stem}-{head.version}.{suffix}"


@pages.get("/drafts/<draft_id>/ready")
@may("draft.export")
def ready(draft_id: str) -> str:
    """Show what is open, every form of the draft, the sign-off and what has happened."""
    return ready_page(g.draft)


def open_before_signature(head: drafts.Draft, made: Drafted) -> list[str]:
    """Return in sentences what is still open in a draft: whoever signs it off must know of it."""
    return [str(one["text"]) for one in (_blanks(made), _findings(head, made), _edits(made)) if one["sign"] != "answered"]


def ready_page(head: drafts.Draft, message: str = "") -> str:
    """Return the page; `message` says why a sign-off was not taken."""
    made = drafted(drafts.read(store(), head.id).body)
    checks = [_blanks(made), _findings(head, made), _edits(made)]
    history = drafts.history(store(), head.id)
    lang = language()
    rows = [
        {
            "at": one.at,
            "when": f"{date_of(one.at, lang)}, {moment(one.at):%H:%M}",
            "version": one.version,
            "who": one.author_name,
        }
        for one in history[:50]
    ]
    open_here = [one for one in checks if one["sign"] != "answered"]
    left = len(open_points(made.agreement))
    return render_template(
        "ready.html",
        draft=head,
        lead=say("pages.ready_lead_open" if open_here else "pages.ready_lead_clear"),
        checks=checks,
        blanks=[(slot if slot in made.questions else "", prompt) for slot, prompt in made.blanks()],
        originals=_originals(made),
        final_blocked=say("pages.final_blocked", number=left) if left else "",
        open_findings=[
            one for one in by_gravity(checking.marks(head, made, checking.held(store(), head, made))) if one.is_open
        ],
        sign=signing.view(head, [one["text"] for one in open_here], message),
        history=rows,
    )


def _originals(made: Drafted) -> dict[str, Any]:
    from ssc_drafter.server.pages import originals

    rows = originals.offered(made)
    return {"rows": rows, "line": originals.line(len(rows)) if rows else "", "lacking": originals.lacking(made) if rows else []}


def _check(name: str, text: str, link: str, *, sign: str) -> dict[str, Any]:
    state = say("pages.ready_done" if sign == "answered" else "pages.ready_open")
    said = say("pages.go_findings" if "findings" in link else "pages.go_draft")
    return {"title": say(f"pages.ready_{name}"), "text": text, "sign": sign, "state": state, "link": link, "link_text": said}


def _blanks(made: Drafted) -> dict[str, Any]:
    number = len(made.blanks())
    text = blanks_line(made) or say("pages.ready_blanks_none")
    return _check("blanks", text, url_for("room.room", draft_id=g.draft.id), sign="caution" if number else "answered")


def _findings(head: drafts.Draft, made: Drafted) -> dict[str, Any]:
    link = url_for("findings.findings", draft_id=head.id)
    report = checking.held(store(), head, made)
    if report is None:
        return _check("findings", say("pages.ready_unchecked"), link, sign="caution")
    signs, lacking = [mark.sign for mark in checking.marks(head, made, report)], checking.lacking(made)
    conflicts, cautions = signs.count("conflict"), signs.count("caution")
    lines = list(lacking)
    if conflicts or cautions:
        lines.append(say("pages.ready_findings_some", conflicts=conflicts, cautions=cautions))
    elif not lacking:
        lines.append(say("pages.ready_findings_none"))
    sign = "conflict" if conflicts else "caution" if cautions or lacking else "answered"
    return _check("findings", " ".join(lines), link, sign=sign)


def _edits(made: Drafted) -> dict[str, Any]:
    number = len(made.draft.stale) if made.draft else 0
    text = say("pages.ready_edits_some", number=number) if number else say("pages.ready_edits_none")
    return _check("edits", text, url_for("room.room", draft_id=g.draft.id), sign="caution" if number else "answered")


# ---- the letterhead --------------------------------------------------------------------------------------------------
@pages.get("/letterhead")
@may("look.edit")
def letterhead() -> str:
    """Show which letterhead is in use, with a form for another."""
    return _letterhead()


def _letterhead(message: str = "") -> str:
    now = files.latest(store(), "reference")
    line = say("pages.letterhead_now", name=now.name, date=date_of(now.at, language())) if now else ""
    return render_template("letterhead.html", now=line, message=message)


@pages.post("/letterhead")
@may("look.edit", upload=True)
def keep_letterhead() -> Response:
    """Keep the ministry's own Word file as the letterhead; a file that Word drafts cannot be made with is refused."""
    given = brought(request.files.getlist("file"))
    if not given:
        return Response(_letterhead(say("pages.no_file")), status=422)
    one = given[0]
    if not _usable(one.body):
        return Response(_letterhead(say("pages.letterhead_wrong", name=one.name)), status=422)
    files.keep(store(), me(), "reference", one.name, DOCX, one.body)
    return Response(_letterhead())


def _usable(body: bytes) -> bool:
    """Tell whether a Word draft can be made with a letterhead: by making one."""
    from ssc_drafter.writers.formats import render

    trial = Agreement("", "en", "binding", (), (), None, ())
    try:
        return bool(render(trial, "docx", reference=body))
    except (Problem, Problems):
        return False
