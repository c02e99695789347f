"""Where sentences begin and end. A list of points stays with the words that lead into it."""

from __future__ import annotations

import re

# A full stop ends a sentence unless it stands after an abbreviation or a number that begins a unit.
_ABBREVIATION = re.compile(
    r"(?:\b(?:art|arts|sec|secs|no|nos|para|cap|ch|vol|fig|inc|ltd|st|dr|mr|mrs|sr|sra|n|núm|num|lit|al|cf|ss|s|p|pp|av|etc|i\.e|e\.g|u\.s|v)|\b[A-Z]|(?:^|\s)\(?[0-9IVXivx]{1,4}|º|ª)\.$",
    re.IGNORECASE,
)
_END = re.compile(r"[.;!?](?=[\s\"”»)]|$)|\n\s*\n|\n(?=\(?[0-9]{1,2}[.)]\s)")
_LEAST = 18


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences; together they cover every word of the text."""
    cuts: list[int] = []
    begin = 0
    for found in _END.finditer(text):
        cut = found.end() if found.group()[0] in ".;!?" else found.start()
        if found.group() == "." and _ABBREVIATION.search(text[max(0, cut - 12) : cut]):
            continue
        if found.group() == ";" and re.match(r"\s*(?:and|or|et|ou|y|o|e)?\s*\(?[a-z0-9]{1,4}\)", text[cut : cut + 12]):
            continue  # the next point of a list
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
