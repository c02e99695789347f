"""How right the check has been in this installation: what officers answered to its findings, by type."""

from __future__ import annotations

from functools import reduce

from flask import Blueprint, render_template

from ssc_drafter.check.finding import KINDS
from ssc_drafter.server.gate.access import may
from ssc_drafter.server.gate.ground import say, store
from ssc_drafter.store import findings
from ssc_drafter.store.findings import Precision

pages = Blueprint("precision", __name__)


def line() -> str:
    """Return in a sentence how many findings were answered and how many of them were right; nothing where none was."""
    whole = total(findings.precision(store()))
    if not whole.answered:
        return ""
    return say("rules.precision_line", number=whole.answered, right=whole.accepted + whole.waived)


def total(found: dict[str, Precision]) -> Precision:
    """Return the answers of all types together."""
    return reduce(
        lambda one, other: Precision(
            one.accepted + other.accepted, one.waived + other.waived, one.no_conflict + other.no_conflict
        ),
        found.values(),
        Precision(),
    )


@pages.get("/precision")
@may("policy.read")
def precision() -> str:
    """Show the answers by type of finding. No draft and no word of one is named."""
    found = findings.precision(store())
    rows = [(say(f"rules.type_{name if name in (*KINDS, 'omission') else 'unknown'}"), one) for name, one in found.items()]
    return render_template("precision.html", rows=rows, whole=total(found), line=line())
