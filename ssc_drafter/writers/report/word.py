"""The draft in Word with a comment at the words of each finding: an internal copy, and says so in its header."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from ssc_drafter.tree.nodes import Agreement
from ssc_drafter.words import say
from ssc_drafter.writers.report.said import Row, language, quoted, rows, unread
from ssc_drafter.writers.sheet import cleaned, date_of
from ssc_drafter.writers.word import document as writer
from ssc_drafter.writers.word import package
from ssc_drafter.writers.word.xml import qn, w

AUTHOR, INITIALS = "ssc-drafter", "ssc"


def render(document: Mapping[str, Any], agreement: Agreement) -> bytes:
    """Return the draft as a Word file with one comment a finding; what concerns the whole draft stands at its title.

    So does, ahead of all, what of the house's positions was not held against it.
    """
    made = docx.Document(io.BytesIO(writer.render(agreement, internal=True)))
    places = _Places(made)
    lang = language(document)
    stamp = datetime.fromisoformat(date_of(agreement)).replace(tzinfo=UTC)
    found = list(zip(document.get("findings") or (), rows(document, "findings"), strict=True))
    found.sort(key=lambda pair: (pair[0].get("clause") or {}).get("start", -1))
    remarks = [((one.get("clause") or {}).get("quote") or "", _text(row, lang)) for one, row in found]
    for quote, text in [*_left(document, lang), *remarks]:
        comment = made.add_comment(runs=places.of(quote), text=cleaned(text), author=AUTHOR, initials=INITIALS)
        if agreement.date:
            comment._comment_elm.set(qn("w:date"), f"{stamp:%Y-%m-%dT%H:%M:%SZ}")
        else:
            comment._comment_elm.attrib.pop(qn("w:date"), "")
    return package.saved(made)


def _left(document: Mapping[str, Any], lang: str) -> list[tuple[str, str]]:
    """Return one remark on the whole draft that says which positions of the house were not held against it, if any."""
    lines = [reason for file, reason in unread(document) if file.startswith("positions/")]
    return [("", "\n".join(lines))] if lines else []


def _text(row: Row, lang: str) -> str:
    found_by = f", {row.reader}" if row.reader else ""
    theirs = f"{row.law}{say('report.colon', lang)}{quoted(row.quote, lang)}"
    lines = [f"{row.title}. {row.verdict}, {row.type}, {row.severity}{found_by}", row.reason, theirs]
    return "\n".join([*lines, *row.together, *row.also, *row.cures, *([row.answer] if row.answer else [])])


class _Places:
    """Where words of the draft stand in the file: the quotes come in the order of the text, so each is sought from the last."""

    def __init__(self, document: Document) -> None:
        self.paragraphs = [Paragraph(one, document._body) for one in document.element.body.iter(qn("w:p"))]
        self.texts = [_said(one) for one in self.paragraphs]
        self.last = 0

    def of(self, quote: str) -> list[Run]:
        """Return the runs of a quote; of one that goes over several paragraphs those of its longest; else the title's."""
        pieces = sorted((line.strip() for line in quote.split("\n") if line.strip()), key=len, reverse=True)
        for piece in pieces[:1]:  # of an opening with its points: the longest says most
            wanted = cleaned(piece)
            for number in (*range(self.last, len(self.texts)), *range(self.last)):
                start = self.texts[number].find(wanted)
                if start >= 0:
                    self.last = number
                    return _cut(self.paragraphs[number], start, start + len(wanted))
        return [one for one in self.paragraphs[0].runs if one.text] or [self.paragraphs[0].add_run()]


def _words(paragraph: Paragraph) -> list[Any]:
    """Return the runs of a paragraph, also those within fields, links and controls, that print words."""
    return [run for run in paragraph._p.iter(qn("w:r")) if run.find(qn("w:t")) is not None]


def _said(paragraph: Paragraph) -> str:
    return "".join(_text_of(run) for run in _words(paragraph))


def _text_of(run: Any) -> str:
    return "".join(one.text or "" for one in run.iter(qn("w:t")))


def _cut(paragraph: Paragraph, start: int, end: int) -> list[Run]:
    """Return the first and last run that print a stretch, cut at its ends where they are runs of plain words."""
    place, inside = 0, []
    for run in _words(paragraph):
        length = len(_text_of(run))
        low, high = max(start - place, 0), min(end - place, length)
        if low < high:
            inside.append(_part(run, low, high))
        place += length
    own = [run for run in inside if run.getparent() is paragraph._p] or inside
    return [Run(own[0], paragraph), Run(own[-1], paragraph)] if len(own) > 1 else [Run(own[0], paragraph)]


def _part(run: Any, low: int, high: int) -> Any:
    """Return a run that prints only a stretch of one; what stands before and after it becomes runs of their own."""
    texts = run.findall(qn("w:t"))
    plain = [one for one in run if one.tag not in (qn("w:t"), qn("w:rPr"))]
    if len(texts) != 1 or plain or (low == 0 and high == len(texts[0].text)):
        return run
    text = texts[0].text
    look = run.find(qn("w:rPr"))
    for words, before in ((text[:low], True), (text[high:], False)):
        if words:
            made = w("r", *([_copied(look)] if look is not None else []), w("t", text=words))
            (run.addprevious if before else run.addnext)(made)
    run.replace(texts[0], w("t", text=text[low:high]))
    return run


def _copied(element: Any) -> Any:
    from copy import deepcopy

    return deepcopy(element)
