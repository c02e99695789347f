"""What a draft says against itself, beside its own words, and whether the languages it is made in say the same."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, g, render_template
from msgspec.structs import replace

from ssc_drafter.concord import Report, Version, concord
from ssc_drafter.lint import lint
from ssc_drafter.lint.finding import Report as Told
from ssc_drafter.lint.parent import against_parent
from ssc_drafter.server.draft.drafted import Drafted, drafted, earlier, in_language
from ssc_drafter.server.draft.shelf import tongue_name
from ssc_drafter.server.gate.access import may
from ssc_drafter.server.gate.ground import language, say, store
from ssc_drafter.server.views.partview import anchor_of
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
    found = _told(made)
    rows = [_row(one, made) for one in sorted(found.findings, key=lambda one: (GRAVEST.index(one.severity), one.start))]
    versions = _versions(made)
    compared = concord(versions, ui=language()) if len(versions) > 1 else None
    return render_template(
        "consistency.html",
        draft=head,
        rows=rows,
        counts={name: sum(row["severity"] == name for row in rows) for name in SIGNS},
        not_read=[one.reason for one in found.not_read],
        draft_lang=made.body.lang,
        spoken=[tongue_name(one.file, language()) for one in versions],
        differences=_differences(compared) if compared else [],
    )


def _told(made: Drafted) -> Told:
    """Return what the text says against itself, and where it goes beyond its parent."""
    text = made.agreement if made.kind else made.running
    own = lint(text, ui=language())
    above = earlier(made.body.parent)
    if above is None:
        return own
    beyond = against_parent(text, above.agreement if above.kind else above.running, ui=language())
    return replace(own, findings=(*own.findings, *beyond.findings), not_read=(*own.not_read, *beyond.not_read))


def _row(one: Any, made: Drafted) -> dict[str, Any]:
    quote = " ".join(one.quote.split())
    shown = quote if len(quote) <= LONGEST else quote[:LONGEST].rsplit(" ", 1)[0] + " …"
    numbered = one.number[:1].isdigit() and made.agreement.unit == "article"
    return {
        "severity": one.severity,
        "sign": SIGNS[one.severity],
        "number": say("pages.article_short", number=one.number) if numbered else one.number,
        "anchor": anchor_of(one.address) if one.address and one.number else "",
        "quote": "" if quote in one.message else shown,  # what the sentence quotes already is not said twice
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
            built = in_language(made, lang)
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
