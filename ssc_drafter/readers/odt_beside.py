"""What stands beside the words of an OpenDocument text and is told: tracked changes, comments, hidden words, links, scripts."""

from __future__ import annotations

from typing import Protocol

from lxml import etree

from ssc_drafter.readers.archive import Archive
from ssc_drafter.readers.reading import Draft, shorten
from ssc_drafter.readers.xml import local


class Beside(Protocol):
    """What was met on the way through the text."""

    comments: list[etree._Element]
    hidden: list[str]
    links: dict[str, None]


def get(element: etree._Element, name: str) -> str:
    """Return an attribute by its name without namespace, or nothing."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def _without_comments(paragraph: etree._Element | None) -> str:
    """Return the words of a paragraph on which a comment hangs."""
    if paragraph is None:
        return ""
    parts = [paragraph.text or ""]
    for each in paragraph:
        if local(each) != "annotation":
            parts.append("".join(str(part) for part in each.itertext()))
        parts.append(each.tail or "")
    return "".join(parts)


def report_changes(text: etree._Element, draft: Draft) -> None:
    regions = [each for each in text.iter() if local(each) == "changed-region"]
    inserted = _inserted(text)
    told: list[tuple[str, dict[str, str]]] = []
    authors: set[str] = set()
    for region in regions:
        for change in region:
            who = {local(each): (each.text or "").strip() for each in change.iter() if local(each) in ("creator", "date")}
            values = {"author": who.get("creator") or "?", "date": who.get("date", "").partition("T")[0]}
            authors.add(values["author"])
            if local(change) == "deletion":
                words = " ".join("".join(str(part) for part in each.itertext()) for each in change if local(each) in ("p", "h"))
                told.append(("readers.tracked_del", {**values, "text": shorten(words, 400) or "␣"}))
            elif local(change) == "insertion":
                words = inserted.get(get(region, "id"), "")
                told.append(("readers.tracked_ins", {**values, "text": shorten(words, 400) or "␣"}))
    if regions:
        draft.note("readers.tracked", count=len(regions), authors=", ".join(sorted(authors)))
    for key, values in told:
        draft.note(key, **values)
    if len(regions) > len(told):
        draft.note("readers.tracked_looks", count=len(regions) - len(told))


def _inserted(text: etree._Element) -> dict[str, str]:
    """Return the words between the start and end of each insertion."""
    running: dict[str, str] = {}
    done: dict[str, str] = {}
    for action, element in etree.iterwalk(text, events=("start", "end")):
        kind = local(element)
        if action == "start" and kind == "change-start":
            running[get(element, "change-id")] = ""
        elif action == "start" and kind == "change-end":
            key = get(element, "change-id")
            done[key] = running.pop(key, "")
        words = element.text if action == "start" else element.tail
        for key in running if words else ():
            running[key] += words or ""
    return done


def report_rest(archive: Archive, text: etree._Element, found: Beside, draft: Draft) -> None:
    for comment in found.comments:
        values = {local(each): (each.text or "").strip() for each in comment if local(each) in ("creator", "date")}
        words = " ".join("".join(str(part) for part in each.itertext()) for each in comment if local(each) in ("p", "list"))
        day = values.get("date", "").partition("T")[0]
        anchor = shorten(_without_comments(comment.getparent()), 60)
        draft.note("readers.comment", author=values.get("creator") or "?", date=day, text=shorten(words, 400), anchor=anchor)
    hidden = [shorten(words) for words in found.hidden if words.strip()]
    if hidden:
        draft.note("readers.hidden", count=len(hidden), words=shorten(" … ".join(hidden), 200))
    outside = [link for link in found.links if "://" in link or link.startswith("mailto:")]
    if outside:
        draft.note("readers.links", count=len(outside), addresses=", ".join(shorten(link, 100) for link in outside[:50]))
    for each in text.iter():
        if local(each) in ("image", "object", "object-ole", "section-source") and "://" in get(each, "href"):
            draft.note("readers.points_outside", kind=local(each), address=shorten(get(each, "href"), 200))
    scripts = [name for name in archive.names() if name.startswith(("Basic/", "Scripts/", "Object "))]
    if scripts:
        draft.note("readers.embedded", count=len(scripts), names=", ".join(scripts[:20]))
