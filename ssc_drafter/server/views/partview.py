"""What the page of a part shows: its wordings with this draft's answers in them, words by hand, places, parts to put in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ssc_drafter.assemble.edits import words_of
from ssc_drafter.errors import Problem, Problems
from ssc_drafter.library.clause import Clause, Variant
from ssc_drafter.library.plan import Planned, offered, plan, stands
from ssc_drafter.server.draft import edited, readable
from ssc_drafter.server.draft.drafted import Drafted, changes_of
from ssc_drafter.server.draft.readable import RANK_SIGN, by_rank, words
from ssc_drafter.server.gate.ground import say
from ssc_drafter.server.views.quotes import Pieces, compared
from ssc_drafter.tree.nodes import plain
from ssc_drafter.tree.numbering import numbered


def numbers_of(made: Drafted) -> dict[str, str]:
    """Return what a citation calls each paragraph, by address."""
    return {one.address: one.number for one in numbered(made.agreement)}


def planned(made: Drafted) -> list[Planned]:
    """Return the parts that stand in a draft, in their order."""
    if made.kind is None:
        return []
    return [row for row in plan(made.library, made.kind, changes_of(made.body)) if stands(row, made.values)]


def _row(made: Drafted, part: str) -> Planned | None:
    return next((row for row in planned(made) if row.name == part), None)


def title_of(row: Planned, lang: str) -> str:
    """Return the title of a part."""
    if row.clause is None:
        return row.free.heading if row.free else row.name
    return words(row.clause.title, lang) or row.name


def address_of(made: Drafted, part: str) -> str:
    """Return where a part stands in the draft, or "" where it prints nothing."""
    for one in numbered(made.agreement):
        if getattr(one.node, "name", None) == part:
            return one.address
    keys = made.draft.keys if made.draft else {}
    return next((address for address, (name, _) in keys.items() if name == part), "")


def anchor_of(address: str) -> str:
    """Return the id to which a link to an address leads: an article has its box in its heading."""
    heading = address.startswith(("art_", "annex_")) and "__" not in address
    return f"{address}-h" if heading else address or "draft"


def part_view(made: Drafted, part: str, lang: str) -> dict[str, Any] | None:
    """Return a part with the words by hand in it; None where the draft has no such part."""
    row = _row(made, part)
    if row is None:
        return None
    names = [one.name for one in planned(made)]
    place = names.index(part)
    return {
        "name": part,
        "title": title_of(row, made.body.lang if row.free else lang),
        "anchor": anchor_of(address_of(made, part)),
        "guidance": words(row.clause.guidance, lang) if row.clause else "",
        "before": names[place - 1] if place else "",
        "edits": _edits(made, part),
    }


def _edits(made: Drafted, part: str) -> list[dict[str, Any]]:
    """Return the officer's words in a part, beside what the clause says now."""
    if made.draft is None:
        return []
    by_address = numbers_of(made)
    numbers = {key: by_address.get(address, "") for address, key in reversed(made.draft.keys.items())}
    stale = {(one.edit.part, one.edit.key) for one in made.draft.stale}
    shown = []
    for one in edited.edits_in(made):
        if one.part != part:
            continue
        key = (one.part, one.key)
        beneath = made.draft.beneath.get(key)
        now = words_of(beneath) if beneath is not None else ""
        line = "pages.edit_line_moved" if key in stale else "pages.edit_line"
        before, after = compared(now, one.text)
        text = say(line, number=numbers.get(key, one.key), who=one.by)
        shown.append({"key": "/".join(key), "line": text, "moved": key in stale, "before": before, "after": after})
    return shown


def variants_of(made: Drafted, part: str, lang: str) -> list[dict[str, Any]]:
    """Return the wordings of a part, ranked, each as it would stand in this draft; red lines as the library has them."""
    row = _row(made, part)
    if row is None or row.clause is None or made.draft is None:
        return []
    chosen, may_stand = made.draft.variants.get(part, ""), offered(row)
    present = edited.part_words(made, part)
    shown = []
    for one in by_rank(row.clause):
        if one.position == "red_line" or one.id in may_stand or one.id == chosen:
            lines = _lines(made, row.clause, one, part, present, one.id == chosen)
            if lines:
                shown.append(_variant(one, lines, one.id == chosen, lang))
    return shown


def _variant(one: Variant, lines: Sequence[Pieces], chosen: bool, lang: str) -> dict[str, Any]:
    return {
        "id": one.id,
        "position": one.position,
        "sign": RANK_SIGN[one.position],
        "title": words(one.title, lang),
        "why": words(one.why, lang),
        "approver": words(one.approver, lang),
        "effect": words(one.effect, lang),
        "chosen": chosen,
        "lines": lines,
    }


def _lines(made: Drafted, clause: Clause, one: Variant, part: str, present: str, chosen: bool) -> list[Pieces]:
    if one.position == "red_line":
        register = made.kind.register if made.kind else "binding"
        return [[("same", line)] for line in readable.lines(made.library, clause, one.id, register, made.body.lang)]
    if chosen:
        return [[("same", line)] for line in present.split("\n")]
    try:
        other = edited.part_words(edited.with_variant(made, part, one.id), part)
    except (Problem, Problems):
        return []
    return by_line(compared(present, other)[1])


def by_line(pieces: Pieces) -> list[Pieces]:
    """Return pieces a line at a time."""
    found: list[Pieces] = [[]]
    for kind, text in pieces:
        for place, part in enumerate(text.split("\n")):
            if place:
                found.append([])
            if part:
                found[-1].append((kind, part))
    return [line for line in found if line]


def places_of(made: Drafted, part: str) -> list[tuple[str, str]]:
    """Return after which parts a part may be placed, and at the beginning of its sort."""
    titles = {node.name: plain(node.heading) for node in made.agreement.articles}
    rows = [(name, title) for name, title in titles.items() if name != part]
    return [("", say("pages.at_beginning")), *rows]


def offered_parts(made: Drafted, lang: str) -> list[dict[str, str]]:
    """Return the parts that can be put in: those left out, then those that the kind offers."""
    if made.kind is None:
        return []
    changes, here = changes_of(made.body), {row.name for row in planned(made)}
    found = []
    for part in made.kind.parts:
        clause = made.library.clauses.get(part.clause)
        if clause is None or part.name in here:
            continue
        dropped = part.name in changes.dropped
        if dropped or (part.offer and part.name not in changes.taken):
            about = say("pages.dropped_part" if dropped else "pages.offered_part")
            found.append({"name": part.name, "title": words(clause.title, lang), "about": about})
    return found
