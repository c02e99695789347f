"""Quotes that can stand alone: the whole sentence of a signal's words, without number or heading, exactly as printed."""

from __future__ import annotations

import re

from ssc_drafter.check.norms.reading import Reading

Span = tuple[int, int]
LONGEST = 480  # signs; of a longer sentence, the stretch between the signs that part its points
_AHEAD = re.compile(r"[\s*_#>“”\"]*(?:\(?\w{1,3}[.)][\s*_]+|\d{1,3}(?:\.\d{1,3})+\.?\s+)*")
_HEADING = re.compile(
    r"[*_]*[^\W\d_][^\n.;:]{1,70}[^\n.;:,]\.?[*_]*[ \t]*\n[\s*_]*(?=[(“\"«]?[A-ZÁÉÍÓÚÂÊÔÀÇÑ])"
)  # of a subsection
_NUMBERED = re.compile(r"(?:^|\n)[\s*_#>]*(?:\(?\w{1,3}[.)]|\d{1,3}(?:\.\d{1,3})+\.?)[\s*_]+$")
_PARTS = re.compile(r";\s|\n\s*(?=\(?\w{1,3}[.)])|[—–:]\s*(?=\(\w{1,3}\))")


def whole(reading: Reading, span: Span) -> Span:
    """Return the sentence that holds a span of a text (the whole text where the span is empty), as start and end."""
    if span[1] <= span[0]:
        first = reading.sentences[0] if reading.sentences else None
        start, end = (first.start, reading.sentences[-1].end) if first else (0, len(reading.text))
    else:
        found = next((one for one in reading.sentences if one.start <= span[0] < one.end), None)
        start, end = (found.start, max(found.end, span[1])) if found else span
    if end - start > LONGEST:
        start, end = _part(reading.text, (start, end), span)
    return trimmed(reading.text, start, end)


def _part(text: str, sentence: Span, span: Span) -> Span:
    """Return of a long sentence the points that a span touches."""
    start, end = sentence
    middle = span if span[1] > span[0] else (start, start + 1)
    cuts = [start, *(one.end() for one in _PARTS.finditer(text, start, end)), end]
    begin = max(cut for cut in cuts if cut <= middle[0])
    stop = min(cut for cut in cuts if cut >= middle[1])
    return begin, stop


def trimmed(text: str, start: int, end: int) -> Span:
    """Return a stretch without the marker ahead of it, the heading that the marker bears, and outer space."""
    lead = _AHEAD.match(text, start, end)
    begin = lead.end() if lead and end - lead.end() >= 12 else start
    heading = _HEADING.match(text, begin, end)
    if heading and (begin > start or _numbered(text, start)) and end - heading.end() >= 12:
        begin = heading.end()
    piece = text[begin:end]
    begin += len(piece) - len(piece.lstrip())
    return begin, begin + len(piece.strip())


def _numbered(text: str, start: int) -> bool:
    """Whether the number of a paragraph stands right before a place."""
    return _NUMBERED.search(text, max(0, start - 24), start) is not None
