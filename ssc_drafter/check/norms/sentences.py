"""Where sentences begin and end. A list of points stays with the words that lead into it."""

from __future__ import annotations

import re

# A full stop ends a sentence unless it stands after an abbreviation or a number that begins a unit.
_ABBREVIATION = re.compile(
    r"(?:\b(?:art|arts|sec|secs|no|nos|para|cap|ch|vol|fig|inc|ltd|st|dr|mr|mrs|sr|sra|n|núm|num|lit|al|cf|ss|s|p|pp|av|etc|i\.e|e\.g|u\.s|v)|\b[A-Z]|(?:^|\s)\(?(?!(?:19|20)\d\d\.)[0-9IVXivx]{1,4}|º|ª)\.$",
    re.IGNORECASE,
)
_END = re.compile(r"[.;!?](?=[\s\"”»)]|$)|\n\s*\n|\n(?=\(?[0-9]{1,2}[.)]\s|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?\s+[^\W\d_])")
# What begins the next point of a list: (a), a), a. or a -, Roman points of Portuguese and Spanish laws, dashes and dots.
_SIGN = r"(?:(?<=\n)|(?<=\n )|(?<=\n  ))[-*•●▪–]\s"
_POINT = re.compile(
    rf"\s*(?:(?:and|or|et|ou|y|o|e)\s+)?(?:{_SIGN}|\(?[a-z0-9]{{1,4}}\)|\(?[IVXL]{{1,6}}\s?[-–—)]\s|[a-z]\s?[.–—-]\s)"
)
_LEAST = 18
_LONG = 1200  # signs from which on a list is read point by point


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences; together they cover every word of the text."""
    cuts: list[int] = []
    begin = 0
    for found in _END.finditer(text):
        cut = found.end() if found.group()[0] in ".;!?" else found.start()
        if found.group() == "." and _ABBREVIATION.search(text[max(0, cut - 12) : cut]):
            continue
        if _goes_on(text, found, begin):
            continue
        if cut - begin >= _LEAST:
            cuts.append(cut)
            begin = cut
    spans = []
    begin = 0
    for cut in [*cuts, len(text)]:
        piece = text[begin:cut]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            spans.append((begin + lead, begin + len(piece.rstrip())))
        begin = cut
    return spans


def _goes_on(text: str, found: re.Match[str], begin: int) -> bool:
    """Whether a sentence goes on behind a semicolon or an empty line: with the next point of its list, or in mid-sentence.

    Official texts put empty lines between the points of a list, and where a page or a printed line ended.
    """
    if found.group() == ";":
        return found.end() - begin < _LONG and _POINT.match(text, found.end()) is not None
    if found.group()[0] != "\n" or not found.group().isspace():
        return False
    ahead = text[: found.start()].rstrip()[-1:]
    if ahead in ":;,—" and _POINT.match(text, found.end()):
        return found.start() - begin < _LONG
    return (ahead.isalnum() or ahead in (",", "")) and text[found.end() : found.end() + 1].islower()
