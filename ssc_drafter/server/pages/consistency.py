"""What a draft says against itself, beside its own words, and whether the languages it is made in say the same."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, g, render_template

from ssc_drafter.assemble import draft
from ssc_drafter.concord import Report, Version, concord
from ssc_drafter.lint import lint
from ssc_drafter.server.draft.drafted import Drafted, changes_of, drafted
from ssc_drafter.server.draft.shelf import tongue_name
from ssc_drafter.server.gate.access import may
from ssc_drafter.server.gate.ground import language, store
from ssc_drafter.store import drafts
from ssc_drafter.tree.running import running_text

pages = Blueprint("consistency", __name__)
SIGNS = {"error": "conflict", "warning": "caution", "note": "note"}  # the marks of the findings, by gravity
GRAVEST = tuple(SIGNS)
LONGEST = 240


@pages.get("/drafts/<draft_id>/consistency")
@may("draft.read")
def consistency(draft_id: str) -> str:
    """Show the rules that the text breaks, gravest first, and the differences between its languages."""
    head = g.draft
    made = drafted(drafts.read(store(), head.id).body)
    report = lint(made.agreement if made.kind else made.running, ui=language())
    rows = [_row(one) for one in sorted(report.findings, key=lambda one: (GRAVEST.index(one.severity), one.start))]
    versions = _versions(made)
    compared = concord(versions, ui=language()) if len(versions) > 1 else None
    return render_template(
        "consistency.html",
        draft=head,
        rows=rows,
        counts={name: sum(row["severity"] == name for row in rows) for name in SIGNS},
        not_read=[one.reason for one in report.not_read],
        draft_lang=made.body.lang,
        spoken=[tongue_name(one.file, language()) for one in versions],
        differences=_differences(compared) if compared else [],
    )


def _row(one: Any) -> dict[str, Any]:
    quote = " ".join(one.quote.split())
    return {
        "severity": one.severity,
        "sign": SIGNS[one.severity],
        "number": one.number,
        "quote": quote if len(quote) <= LONGEST else quote[:LONGEST].rsplit(" ", 1)[0] + " …",
        "message": one.message,
        "proposal": one.proposal or "",
    }


def _versions(made: Drafted) -> list[Version]:
    """Return the draft in each language that it is to be signed in and that its answers and the library speak."""
    if not made.kind:
        return []
    known = made.library.languages_of(made.kind)
    wanted = dict.fromkeys((made.body.lang, *map(str, made.body.answers.get("languages") or ())))
    found = [Version(made.body.lang, made.running)]
    for lang in wanted:
        if lang in known and lang != made.body.lang:
            built = draft(made.library, made.body.kind, made.body.answers, lang, changes_of(made.body), made.body.date)
            if not any(problem.key == "assemble.not_in_language" for problem in built.problems):
                found.append(Version(lang, running_text(built.agreement)))
    return found


def _differences(report: Report) -> list[dict[str, Any]]:
    return [
        {
            "message": one.message,
            "sides": [(side.file, tongue_name(side.file, language()), " ".join(side.quote.split())) for side in one.sides],
        }
        for one in report.differences
    ]
