"""Puts a Word document's paragraphs on paper: label, words, marks, then the notes; and says what a person has to know."""

from __future__ import annotations

import re

from lxml import etree
from msgspec.structs import replace

from ssc_drafter.readers.reading import Draft, Limits, Reading, Refusal, shorten
from ssc_drafter.readers.source import Stretch
from ssc_drafter.readers.word.body import Body
from ssc_drafter.readers.word.changes import report, words
from ssc_drafter.readers.word.figures import figure
from ssc_drafter.readers.word.names import attribute, child, name, value
from ssc_drafter.readers.word.numbering import Label, Numbering
from ssc_drafter.readers.word.package import Package
from ssc_drafter.readers.word.paragraphs import Paragraph, View
from ssc_drafter.readers.word.remarks import comments, note_bodies
from ssc_drafter.readers.word.styles import Styles

_DANGEROUS = re.compile(r"^\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE)\b", re.I)


def print_document(data: bytes, limits: Limits, view: View) -> Reading:
    """Return the reading of a Word file in one view."""
    package = Package(data)
    root = package.parse(package.main)
    story = child(root, "w:body")
    if story is None:
        raise Refusal("readers.no_document")
    draft = Draft(limits)
    styles = Styles(package.part("styles"))
    numbering = Numbering(package.part("numbering"), styles)
    body = Body(styles, limits, view)
    paragraphs = list(body.paragraphs(story))
    labels = [numbering.label(paragraph.properties) for paragraph in paragraphs]
    lying = lying_blocks(story)
    for paragraph, label in zip(paragraphs, labels, strict=True):
        _print(paragraph, label, styles, draft, "landscape" if within(paragraph.element, story) in lying else "")
    if report(story, draft):
        _compare_numbers(package, styles, limits, story, draft)
    comments(package, story, draft)
    _print_notes(package, paragraphs, body, draft)
    _warn(body, numbering, draft)
    package.warn(draft)
    return draft.done()


def _compare_numbers(package: Package, styles: Styles, limits: Limits, story: etree._Element, draft: Draft) -> None:
    """Say which automatic numbers differ between the text with and the text without the tracked changes."""
    shown: dict[View, dict[etree._Element, str]] = {}
    for view in ("original", "accepted"):
        numbering = Numbering(package.part("numbering"), styles)
        found = shown.setdefault(view, {})
        for paragraph in Body(styles, limits, view).paragraphs(story):
            label = numbering.label(paragraph.properties)
            if label and label.text and paragraph.text().strip():
                found[paragraph.element] = label.text
    for element, new in shown["accepted"].items():
        old = shown["original"].get(element)
        if old is not None and old != new:
            draft.note("readers.renumbered", old=old, new=new, text=shorten(words(element), 60))


def _print_notes(package: Package, paragraphs: list[Paragraph], body: Body, draft: Draft) -> None:
    """Print foot- and endnotes behind the body, numbered in the order in which the text calls them."""
    total = 0
    for kind, form in (("footnote", "decimal"), ("endnote", "lowerRoman")):
        stories = note_bodies(package, kind)
        called = dict.fromkeys(
            key for paragraph in paragraphs for what, key in paragraph.notes if what == kind and key in stories
        )
        for place, key in enumerate(called, 1):
            label = figure(place, form)
            total += 1
            for paragraph in body.paragraphs(stories[key]):
                text = paragraph.text().strip()
                if text:
                    draft.add(f"{label} {text}" if label else text, Stretch(0, 0, label=label, marks=("note",)))
                    label = ""
    if total:
        draft.note("readers.notes", count=total)


def _print(paragraph: Paragraph, label: Label | None, styles: Styles, draft: Draft, page: str) -> None:
    """Add a paragraph, one stretch for each of its lines. `page` is the mark of a page that lies on its side."""
    text = paragraph.text().rstrip("\n")
    shape = _shape(paragraph, label, styles, draft)
    marks = (*shape.marks, page) if page else shape.marks
    shape = replace(shape, marks=marks, cell=paragraph.place)
    text = _numbered(label, text) if label and label.text else text.lstrip("\n")
    for place, line in enumerate(text.split("\n")):
        if place:
            shape = replace(shape, label="", marks=(*shape.marks, "line"))
        draft.add(line, shape)


def lying_blocks(story: etree._Element) -> frozenset[etree._Element]:
    """Return the blocks of a story whose pages lie on their side: those of sections with such a page."""
    found: list[etree._Element] = []
    waiting: list[etree._Element] = []
    for block in story:
        waiting.append(block)
        section = block if name(block) == "w:sectPr" else child(block, "w:pPr", "w:sectPr")
        if section is not None:
            found += waiting if attribute(child(section, "w:pgSz"), "orient") == "landscape" else ()
            waiting = []
    return frozenset(found)


def within(element: etree._Element, story: etree._Element) -> etree._Element:
    """Return the block of a story in which an element stands."""
    while (around := element.getparent()) is not None and around is not story:
        element = around
    return element


def _numbered(label: Label, text: str) -> str:
    """Put a number before its text; it may stand on a line of its own, with a line break behind it."""
    return f"{label.text}{text}" if text.startswith("\n") else f"{label.text}{label.after}{text}"


def _shape(paragraph: Paragraph, label: Label | None, styles: Styles, draft: Draft) -> Stretch:
    style = styles.style(value(paragraph.properties, "w:pStyle"))
    outline = styles.outline(paragraph.properties)
    marks = [mark for mark, has in (("box", paragraph.box), ("cell", paragraph.cell)) if has]
    low = style.lower()
    if paragraph.contents or low.startswith(("toc ", "toc heading", "table of figures")):
        marks.append("toc")
    if low == "caption":
        marks.append("caption")
    if paragraph.cell and styles.side(paragraph.properties) in ("right", "end"):
        marks.append("right")
    marks.extend(_look(paragraph, draft))
    text = label.text if label else ""
    if (outline or low == "title") and "toc" not in marks:
        return Stretch(0, 0, "heading", outline, text, style, tuple(marks))
    if label is not None:
        return Stretch(0, 0, "item", label.depth, text, style, tuple(marks))
    return Stretch(0, 0, "cell" if paragraph.cell else "paragraph", 0, "", style, tuple(marks))


def _look(paragraph: Paragraph, draft: Draft) -> list[str]:
    """Return how a paragraph looks as a whole; report words in it that are struck through."""
    words = [piece for piece in paragraph.pieces if piece.text.strip()]
    if not words:
        return []
    found = [mark for mark in ("bold", "italic", "strike") if all(getattr(piece, mark) for piece in words)]
    if words[0].bold and "bold" not in found:
        found.append("bold_start")
    struck = " ".join(piece.text for piece in words if piece.strike)
    if struck and "strike" not in found:
        found.append("strike_part")
        draft.note("readers.struck_part", words=shorten(struck))
    return found


def _warn(body: Body, numbering: Numbering, draft: Draft) -> None:
    if body.hidden:
        draft.note("readers.hidden", count=len(body.hidden), words=shorten(" … ".join(body.hidden), 200))
    for kind in body.unread:
        draft.note("readers.unread_part", kind=kind)
    for instruction in dict.fromkeys(body.instructions):
        if _DANGEROUS.match(instruction):
            draft.note("readers.active_field", field=shorten(instruction))
    if numbering.unknown:
        draft.note("readers.lost_numbering", lists=", ".join(sorted(numbering.unknown)))
