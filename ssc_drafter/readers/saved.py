"""Agreements that this program saved as JSON (schemas/agreement-1.json): the tree inside the cage, its units outside it."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from ssc_drafter.errors import Problem
from ssc_drafter.readers.reading import Draft, Limits, Reading, Refusal
from ssc_drafter.readers.source import Source, Stretch
from ssc_drafter.tree.codec import FORMAT, from_json
from ssc_drafter.tree.nodes import Agreement, Annex, Article, plain
from ssc_drafter.tree.numbering import Numbered, numbered
from ssc_drafter.tree.running import RunningText, running_text


def warm() -> None:
    """Check one small document, so that the shape of the tree is known before the walls stand."""
    with suppress(Problem):
        from_json(b'{"format": "ssc-drafter/agreement/1", "agreement": {}}')


def read(data: bytes, limits: Limits, options: dict[str, str]) -> Reading:
    """Return the running text of a saved agreement; its tree goes out as the fact `tree` and is validated there again.

    Raises Refusal for JSON of another kind: what else this program writes is named.
    """
    try:
        text = data.decode("utf-8-sig")
        document = json.loads(text)
    except ValueError as error:
        raise Refusal("readers.json_broken", why=error) from None
    said = str(document.get("format", "")) if isinstance(document, dict) else ""
    if said != FORMAT and said.startswith("ssc-drafter/agreement/"):
        raise Refusal("tree.other_format", found=said[:60], wanted=FORMAT)
    if said != FORMAT:
        raise Refusal("readers.json_other" if said.startswith("ssc-drafter/") else "readers.json", format=said[:60])
    try:
        tree = from_json(text.encode())
    except Problem as problem:
        if problem.key == "tree.unknown_fields":
            raise Refusal(problem.key, names=problem.values["names"]) from None
        raise Refusal("readers.json_broken", why=problem.values.get("detail", "")) from None
    running = running_text(tree)
    draft = Draft(limits, {"tree": text, "title": running.title, "lang": tree.lang}, exact=True)
    headings = set(_heading_lines(running))
    for line in running.text.split("\n"):
        draft.add(line, Stretch(0, 0, "heading", 1) if draft.length in headings else None)
    return draft.done()


def saved(source: Source) -> Agreement | None:
    """Return the tree of a saved agreement, or None for a file of another format. Raises Problem."""
    return from_json(source.facts["tree"].encode()) if source.facts.get("format") == "json" else None


def _heading_lines(running: RunningText) -> list[int]:
    """Return where the heading of each article stands: on the line before its first unit."""
    firsts: dict[str, int] = {}
    for unit in running.units:
        if unit.article:
            firsts.setdefault(unit.article, unit.start)
    return [_line_before(running.text, start) for start in firsts.values()]


def _line_before(text: str, start: int) -> int:
    return text.rfind("\n", 0, max(start - 1, 0)) + 1


def articles_of(tree: Agreement) -> list[dict[str, Any]]:
    """Return the articles as interfaces.md has them, with their places in the running text."""
    running = running_text(tree)
    places = [one for one in numbered(tree) if isinstance(one.node, Article) and not one.address.startswith("annex_")]
    return [
        {"number": one.number, "heading": plain(one.node.heading) or None, "address": one.address, **_place(running, one)}
        for one in places
        if isinstance(one.node, Article)
    ]


def annexes_of(tree: Agreement) -> list[dict[str, Any]]:
    """Return the annexes as interfaces.md has them."""
    running = running_text(tree)
    found = []
    for one in numbered(tree):
        if isinstance(one.node, Annex):
            place = _place(running, one)
            heading = plain(one.node.heading) or None
            container = one.address.replace("_", " ")
            found.append(
                {"container": container, "number": "", "heading": heading, "start": place["start"], "end": place["end"]}
            )
    return found


def _place(running: RunningText, one: Numbered) -> dict[str, int]:
    """Return where a unit begins (its heading) and ends, and how many numbered paragraphs it has."""
    inside = [unit for unit in running.units if unit.address.startswith(f"{one.address}__")]
    if not inside:
        return {"paragraphs": 1, "start": 0, "end": 0}
    count = sum(unit.address.startswith(f"{one.address}__para_") for unit in inside)
    start = _line_before(running.text, inside[0].start)
    return {"paragraphs": max(count, 1), "start": start, "end": inside[-1].end}
