"""What a second reader answered, believed only where it is whole: known words, a type where one belongs, exact spans."""

from __future__ import annotations

import re

import msgspec
from msgspec import Struct

from ssc_drafter.check.finding import KINDS, Kind, Verdict

LONGEST = 600  # signs of a reason that are shown
FLAGGED = ("conflict", "step_needed")


class Opinion(Struct, frozen=True, forbid_unknown_fields=True):
    """One verdict on one pair. Spans are exactly in the texts."""

    verdict: Verdict
    confidence: float
    reason: str
    type: Kind | None = None
    clause_span: str | None = None
    provision_span: str | None = None


def believed(raw: str, clause: str, provision: str) -> Opinion | None:
    """Return an answer, or None where it is not one JSON object of this shape with spans that stand in the texts."""
    try:
        found = msgspec.json.decode(_bare(raw).encode(), type=Opinion)
    except (msgspec.DecodeError, UnicodeEncodeError):
        return None
    if not 0.0 <= found.confidence <= 1.0:
        return None
    reason = re.sub(r"[\x00-\x1f\s]+", " ", found.reason).strip()[:LONGEST]
    found = msgspec.structs.replace(found, reason=reason)
    if found.verdict not in FLAGGED:
        return msgspec.structs.replace(found, type=None, clause_span=None, provision_span=None)
    spans = bool(
        found.clause_span and found.clause_span in clause and found.provision_span and found.provision_span in provision
    )
    return found if spans and found.type in KINDS and reason else None


def _bare(raw: str) -> str:
    """Return an answer without the fence that many models put round JSON; nothing else about it is mended."""
    fenced = re.fullmatch(r"\s*```(?:json)?\s*(.*?)\s*```\s*", raw, re.DOTALL)
    return fenced[1] if fenced else raw.strip()
