"""Tracked changes of a Word file, one by one: who, when, what was deleted and what inserted, and where. Nothing is decided.

Deleted and inserted words side by side by one author are one replacement; a moved passage is one move; paragraph marks, rows
and cells are changes of their own; changes of looks are counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from ssc_drafter.readers.reading import Draft, shorten
from ssc_drafter.readers.word.names import attribute, child, every, name

_KINDS = {"w:ins": "ins", "w:del": "del", "w:moveFrom": "from", "w:moveTo": "to"}
_ROWS = {"w:ins": "readers.tracked_row_in", "w:del": "readers.tracked_row_out"}
_CELLS = {
    "w:cellIns": "readers.tracked_cell_in",
    "w:cellDel": "readers.tracked_cell_out",
    "w:cellMerge": "readers.tracked_cell_merge",
}
_LOOKS = (
    "w:rPrChange", "w:pPrChange", "w:sectPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange", "w:tblGridChange",
    "w:numberingChange", "w:tblPrExChange",
)  # fmt: skip
_LONGEST = 400


class Change(Struct):
    """One change of words: its kind, its author and date, and the words."""

    kind: str
    author: str
    date: str
    text: str
    where: str = ""


def report(story: etree._Element, draft: Draft) -> bool:
    """List every tracked change of a story in the draft; return whether there is any."""
    found: list[Change] = []
    for place, paragraph in enumerate(every(story, "w:p"), 1):
        where = _where(place, paragraph)
        for change in _of_paragraph(paragraph):
            change.where = where
            found.append(change)
    rows = list(_of_tables(story))
    looks = list(every(story, *_LOOKS))
    if not (found or rows or looks):
        return False
    elements = [*(each for _, each in rows), *looks]
    authors = {change.author for change in found} | {attribute(each, "author") or "?" for each in elements}
    draft.note("readers.tracked", count=len(found) + len(elements), authors=", ".join(sorted(authors)))
    for note, values, where in _told(found):
        draft.note(note, where, **values)
    for note, element in rows:
        draft.note(note, author=attribute(element, "author") or "?", date=_day(element), text=_row_text(element))
    if looks:
        draft.note("readers.tracked_looks", count=len(looks))
    return True


def words(element: etree._Element) -> str:
    """Return all words in an element, deleted ones included, instructions of fields not."""
    parts = []
    for each in every(element, "w:t", "w:delText", "w:tab", "w:br", "w:cr", "w:noBreakHyphen"):
        kind = name(each)
        parts.append((each.text or "") if kind in ("w:t", "w:delText") else "\u2011" if kind == "w:noBreakHyphen" else " ")
    return "".join(parts)


def _where(place: int, paragraph: etree._Element) -> str:
    start = shorten(words(paragraph), 50)
    return f"¶ {place} “{start}”" if start else f"¶ {place}"


def _of_paragraph(paragraph: etree._Element) -> list[Change]:
    """Return the changes of one paragraph, neighbouring ones of one kind and author together, its mark last."""
    changes: list[Change] = []
    gap = True
    for kind, author, day, text in _pieces(paragraph):
        if not kind:
            gap = gap or bool(text.strip())
            continue
        last = changes[-1] if changes and not gap else None
        if last and (last.kind, last.author) == (kind, author):
            last.text += text
        else:
            changes.append(Change(kind, author, day, text))
        if gap and len(changes) > 1:
            changes[-1].date = day + "\0"  # not side by side with the one before
        gap = False
    changes = [change for change in changes if change.text]
    mark = _mark(paragraph)
    kept = any(not kind and text.strip() for kind, _, _, text in _pieces(paragraph))
    if mark and (kept or not changes):  # else the whole paragraph came or went, and its words say so
        changes.append(mark)
    return changes


def _pieces(element: etree._Element, kind: str = "", author: str = "", day: str = "") -> Iterator[tuple[str, str, str, str]]:
    for each in element:
        tag = name(each)
        if tag in ("w:pPr", "w:txbxContent", "mc:Fallback"):
            continue
        if tag in _KINDS:
            yield from _pieces(each, _KINDS[tag], attribute(each, "author") or "?", _day(each))
        elif tag == "w:r":
            text = words(each)
            if text:
                yield kind, author, day, text
        else:
            yield from _pieces(each, kind, author, day)


def _mark(paragraph: etree._Element) -> Change | None:
    properties = child(paragraph, "w:pPr", "w:rPr")
    for each in properties if properties is not None else ():
        if name(each) in ("w:ins", "w:del"):
            return Change("mark " + _KINDS[name(each)], attribute(each, "author") or "?", _day(each), "")
    return None


def _told(changes: list[Change]) -> Iterator[tuple[str, dict[str, str], str]]:
    """Give a note for each change: a deletion beside an insertion is a replacement, words that moved are one move."""
    moved_from = [change.text.strip() for change in changes if change.kind == "from"]
    moved_to = [change.text.strip() for change in changes if change.kind == "to"]
    place = 0
    while place < len(changes):
        change = changes[place]
        beside = changes[place + 1] if place + 1 < len(changes) else None
        place += 1
        values = {"author": change.author, "date": change.date.rstrip("\0"), "text": shorten(change.text, _LONGEST) or "␣"}
        if beside and _is_pair(change, beside):
            old, new = (change, beside) if change.kind == "del" else (beside, change)
            values["text"], values["new"] = shorten(old.text, _LONGEST), shorten(new.text, _LONGEST)
            place += 1
            yield "readers.tracked_rep", values, change.where
        elif change.kind == "from" and change.text.strip() in moved_to:
            continue
        elif change.kind == "to" and change.text.strip() in moved_from:
            yield "readers.tracked_move", values, change.where
        else:
            yield _NOTES[change.kind], values, change.where


_NOTES = {
    "ins": "readers.tracked_ins",
    "to": "readers.tracked_ins",
    "del": "readers.tracked_del",
    "from": "readers.tracked_del",
    "mark ins": "readers.tracked_split",
    "mark del": "readers.tracked_joined",
}


def _is_pair(one: Change, other: Change) -> bool:
    return (
        {one.kind, other.kind} == {"ins", "del"}
        and (one.author, one.where) == (other.author, other.where)
        and not other.date.endswith("\0")
    )


def _of_tables(story: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    for properties in every(story, "w:trPr", "w:tcPr"):
        notes = _ROWS if name(properties) == "w:trPr" else _CELLS
        for each in properties:
            if name(each) in notes:
                yield notes[name(each)], each


def _row_text(element: etree._Element) -> str:
    """Return the words of the row or cell to whose properties a change belongs."""
    properties = element.getparent()
    whole = properties.getparent() if properties is not None else None
    if whole is None:
        return ""
    return shorten(" | ".join(words(each) for each in every(whole, "w:p")), _LONGEST)


def _day(element: etree._Element) -> str:
    return (attribute(element, "date") or "").partition("T")[0]
