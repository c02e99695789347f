"""Comments, and foot- and endnotes of a Word file."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ssc_drafter.readers.reading import Draft, shorten
from ssc_drafter.readers.word.changes import words
from ssc_drafter.readers.word.names import attribute, every, name, paragraph_id
from ssc_drafter.readers.word.package import Package

_NO_NOTE = ("separator", "continuationSeparator", "continuationNotice")


def comments(package: Package, story: etree._Element, draft: Draft) -> None:
    """List every comment: author, date, the words it hangs on, whether it answers another, whether it is settled."""
    root = package.part("comments")
    if root is None:
        return
    anchors = _anchors(story)
    threads = _threads(package)
    entries = list(every(root, "w:comment"))
    last = {_last_paragraph(entry): entry for entry in entries}
    for entry in entries:
        parent, done = threads.get(_last_paragraph(entry), ("", False))
        values = {
            "author": attribute(entry, "author") or "?",
            "date": (attribute(entry, "date") or "").partition("T")[0],
            "text": shorten(" ".join(words(each) for each in every(entry, "w:p")), 400),
            "anchor": shorten(anchors.get(attribute(entry, "id") or "", ""), 120),
        }
        if parent and parent in last:
            draft.note("readers.comment_answer", **values, parent=attribute(last[parent], "author") or "?")
        else:
            draft.note("readers.comment_done" if done else "readers.comment", **values)


def _last_paragraph(entry: etree._Element) -> str:
    ids = [paragraph_id(each) for each in every(entry, "w:p")]
    return ids[-1] if ids else ""


def _threads(package: Package) -> dict[str, tuple[str, bool]]:
    """Return, for the id of a comment's last paragraph, the id of what it answers and whether it is settled."""
    root = package.part("commentsExtended")
    found = {}
    for entry in every(root, "w15:commentEx") if root is not None else ():
        space = str(entry.tag).rpartition("}")[0] + "}"
        parent, done = entry.get(f"{space}paraIdParent", ""), entry.get(f"{space}done", "") in ("1", "true")
        found[entry.get(f"{space}paraId", "")] = (parent, done)
    return found


def _anchors(story: etree._Element) -> dict[str, str]:
    """Return the words between the start and the end of each comment's range, wherever these two stand."""
    open_ranges: dict[str, list[str]] = {}
    anchors: dict[str, str] = {}
    for each in story.iter():
        kind = name(each)
        if kind == "w:commentRangeStart":
            open_ranges[attribute(each, "id") or ""] = []
        elif kind == "w:commentRangeEnd":
            key = attribute(each, "id") or ""
            anchors[key] = "".join(open_ranges.pop(key, []))
        elif kind in ("w:t", "w:delText", "w:p"):
            for texts in open_ranges.values():
                texts.append(" " if kind == "w:p" else each.text or "")
    return anchors


def note_bodies(package: Package, kind: str) -> dict[str, etree._Element]:
    """Return the foot- or endnotes of a file by their id, without Word's separators."""
    root = package.part(f"{kind}s")
    if root is None:
        return {}
    return {attribute(each, "id") or "": each for each in _notes(root, kind)}


def _notes(root: etree._Element, kind: str) -> Iterator[etree._Element]:
    for each in every(root, f"w:{kind}"):
        if (attribute(each, "type") or "normal") not in _NO_NOTE:
            yield each
