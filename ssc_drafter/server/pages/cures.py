"""The proposed cures of a finding: what each would change, before and after, and how it is put into the draft."""

from __future__ import annotations

import re
from typing import Any

from flask import url_for

from ssc_drafter.check.finding import Cure, Finding
from ssc_drafter.check.rewording import BLANK
from ssc_drafter.errors import Problem, Problems
from ssc_drafter.server.draft.drafted import Drafted, replaced
from ssc_drafter.server.draft.edited import part_of, part_words, text_at, with_edit, with_variant
from ssc_drafter.server.draft.readable import words
from ssc_drafter.server.gate.ground import language, me, say
from ssc_drafter.server.views.checking import is_advice, said_again
from ssc_drafter.server.views.quotes import compared
from ssc_drafter.store import drafts


def cures_of(head: drafts.Draft, made: Drafted, one: Finding) -> list[dict[str, Any]]:
    """Return what the page says of each cure."""
    return [_cure(head, made, one, cure) for cure in one.cure]


def _cure(head: drafts.Draft, made: Drafted, one: Finding, cure: Cure) -> dict[str, Any]:
    lang, said = language(), said_again(cure.text, ("cure_", "step_"), made.body.lang, language())
    shown: dict[str, Any] = {"text": said, "before": (), "after": (), "about": "", "apply": False, "link": ""}
    shown["lang"] = lang if said != cure.text or lang == made.body.lang else made.body.lang
    part = part_of(made, one.clause.address) if one.clause else ""
    if part and made.kind:
        shown["link"] = url_for("edits.part", draft_id=head.id, part=part)
    shown["about"] = say(f"pages.cure_{_tried(cure, made)}")
    if cure.kind == "domestic_step":
        shown["about"] = say("pages.cure_domestic")
        return shown
    try:
        new = _cured(made, one, cure, me().name)
    except (Problem, Problems):
        return shown
    if new is None or new.body == made.body:
        return shown
    address = one.clause.address if one.clause else ""
    if cure.kind == "variant":
        shown |= {"text": _variant_text(made, cure), "lang": language()}
        if _same_words(made, new, address):  # an officer's edit stays in whatever wording is chosen
            return shown | {"about": say("pages.cure_under_edit")}
        shown["before"], shown["after"] = compared(part_words(made, part), part_words(new, part))
    else:
        shown |= {"text": say("pages.cure_wording"), "lang": language()}
        shown["before"], shown["after"] = compared(text_at(made, address), text_at(new, address))
    return shown | {"apply": True}


def _same_words(made: Drafted, new: Drafted, address: str) -> bool:
    """Whether a paragraph stays as it is; a wording with fewer paragraphs has none at its address."""
    stands = all(one.draft is not None and address in one.draft.keys for one in (made, new))
    return stands and text_at(new, address) == text_at(made, address)


def _tried(cure: Cure, made: Drafted) -> str:
    """Return how a cure was tried: the finding went; it did but for a blank; it is no text; or not yet."""
    if cure.verified:
        return "checked"
    if (cure.kind == "variant" and cure.text) or BLANK in cure.text:
        return "blank"
    return "advice" if is_advice(cure.text, made.body.lang) else "unchecked"


def _cured(made: Drafted, one: Finding, cure: Cure, by: str) -> Drafted | None:
    """Return the draft with a cure in it; None where the cure is an advice, which a person has to put into words."""
    address = one.clause.address if one.clause else ""
    part = part_of(made, address) if address else ""
    if not part or made.draft is None:
        return None
    if cure.kind == "variant":
        return with_variant(made, part, cure.variant) if cure.variant else None
    if cure.kind != "wording" or is_advice(cure.text, made.body.lang) or address not in made.draft.keys:
        return None
    return with_edit(made, address, _with_points(cure.text), by)


_POINT = re.compile(r"\(?([a-z]{1,2}|[ivxl]{1,6})\)\s+")
_ROMAN = re.compile(r"[ivxl]+")


def _with_points(text: str) -> str:
    """Return a paragraph as it is edited: its points, which a draft prints as "(a)" or "a)", indented beneath it.

    A small Roman number behind a letter is a point of that point, but for the "i" that follows an "h".
    """
    rows, letter, deep = [], "", False
    for line in text.split("\n"):
        found = _POINT.match(line)
        if found is None:
            rows.append(line)
            continue
        label = found[1]
        deep = (
            bool(_ROMAN.fullmatch(label)) and bool(letter) and (deep or label == "i") and not (label == "i" and letter == "h")
        )
        letter = letter if deep else label
        rows.append(f"{'    ' if deep else '  '}({label}) {line[found.end() :]}")
    return "\n".join(rows)


def _variant_text(made: Drafted, cure: Cure) -> str:
    clause = made.library.clauses.get(cure.clause_id or "")
    variant = clause.variants.get(cure.variant or "") if clause else None
    name = words(variant.title, language()) if variant else ""
    said = say("pages.cure_variant", name=name or (cure.variant or ""))
    return f"{said} {say('pages.cure_value', value=cure.value)}" if cure.value else said


def apply(head: drafts.Draft, made: Drafted, one: Finding, place: int) -> None:
    """Put a cure into the draft and save it. Raises Problem where it names nothing that can be put in, Conflict."""
    cure = one.cure[place] if place < len(one.cure) else None
    new = _cured(made, one, cure, me().name) if cure else None
    if new is None:
        raise Problem("pages.quote_gone")
    replaced(head, new.body)
