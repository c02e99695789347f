"""The proposed cures of a finding: what each would change, before and after, and how it is put into the draft."""

from __future__ import annotations

from typing import Any

from flask import url_for

from ssc_drafter.check.finding import Cure, Finding
from ssc_drafter.errors import Problem
from ssc_drafter.server.clauses import words
from ssc_drafter.server.drafted import Drafted
from ssc_drafter.server.edited import part_of, part_words, with_variant
from ssc_drafter.server.ground import language, say
from ssc_drafter.server.quotes import compared
from ssc_drafter.server.shelf import library
from ssc_drafter.store import drafts


def cures_of(head: drafts.Draft, made: Drafted, one: Finding) -> list[dict[str, Any]]:
    """Return what the page says of each cure."""
    return [_cure(head, made, one, cure) for cure in one.cure]


def _cure(head: drafts.Draft, made: Drafted, one: Finding, cure: Cure) -> dict[str, Any]:
    shown: dict[str, Any] = {"text": cure.text, "before": (), "after": (), "about": "", "apply": False, "link": ""}
    part = part_of(made, one.clause.address) if one.clause else ""
    if part and made.kind:
        shown["link"] = url_for("edits.part", draft_id=head.id, part=part)
    shown["about"] = say(f"pages.cure_{'checked' if cure.verified else 'unchecked'}")
    if cure.kind == "domestic_step":
        shown["about"] = say("pages.cure_domestic")
    elif cure.kind == "variant" and part and cure.variant:
        shown["text"] = _variant_text(cure)
        new = with_variant(made, part, cure.variant)
        shown["before"], shown["after"] = compared(part_words(made, part), part_words(new, part))
        shown["apply"] = True
    return shown


def _variant_text(cure: Cure) -> str:
    clause = library().clauses.get(cure.clause_id or "")
    variant = clause.variants.get(cure.variant or "") if clause else None
    name = words(variant.title, language()) if variant else ""
    said = say("pages.cure_variant", name=name or (cure.variant or ""))
    return f"{said} {cure.text}" if cure.text else said


def apply(head: drafts.Draft, made: Drafted, one: Finding, place: int, base: str) -> None:
    """Put a cure into the draft and save it. Raises Problem where it names nothing that can be put in, Conflict."""
    from ssc_drafter.server.room import keep

    cure = one.cure[place] if place < len(one.cure) else None
    part = part_of(made, one.clause.address) if one.clause else ""
    if cure is None or not part or cure.kind != "variant" or not cure.variant:
        raise Problem("pages.quote_gone")
    new = with_variant(made, part, cure.variant)
    keep(head, int(base) if base.isdigit() else head.version, new, new.body.to_json())
