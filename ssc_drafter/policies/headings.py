"""The heading of a unit: what stands behind its number on the line, or on the next, and is no sentence of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ssc_drafter.policies.candidates import Candidate, Page
from ssc_drafter.policies.grammar import Grammar

LONGEST = 160
SENTENCE = 10  # words from which a line with a full stop is a sentence and no heading
# A dash, or a hyphen that joins no word: "Attorney-General" stands in a sentence.
RUN_IN = re.compile(
    r"([^\n]{3,140}?)\s*(?:\.\s?[-–—]+|:?\s?(?:[–—]{1,2}|--|(?<!\w)-|-(?=\s))(?=\s?[(A-ZÁÉÍÓÚ«“\"])|:\s*(?=\())"
)
INNER = re.compile(r"^\W{0,3}(?:\(?\w{1,4}[).]|\d)")
WORD = re.compile(r"[^\W\d_]+")
TRIM = " \t\n*_#.:–—-"


class Shape:
    """How the units of one row carry their headings: learnt from all of them, then asked for each."""

    def __init__(self, on: Page, row: Sequence[tuple[Candidate, int]]) -> None:
        self.on = on
        self.own = _share(on, row, _short_own_line)
        self.run_in = _share(on, row, _run_in)

    def behind(self, one: Candidate, end: int) -> int:
        """Return where the words of a unit begin behind its heading."""
        own = self.own >= 0.5 and self.own >= self.run_in
        printed = _own_line(self.on, one, end) if own else _run_in(self.on, one, end)
        return self.on.text.find(printed, one.text_start, end) + len(printed) if printed else one.text_start

    def heading(self, one: Candidate, end: int) -> str | None:
        """Return the heading of a unit that ends at `end`, or None."""
        if self.own >= 0.5 and self.own >= self.run_in:
            return _clean(_own_line(self.on, one, end))
        if self.run_in >= 0.4:
            return _clean(_run_in(self.on, one, end) or "")
        return None


def own_headings(on: Page, row: Sequence[tuple[Candidate, int]]) -> bool:
    """Whether most units of a row have a heading on a line of its own."""
    return _share(on, row, _short_own_line) >= 0.5


def _share(on: Page, row: Sequence[tuple[Candidate, int]], form: object) -> float:
    return sum(bool(form(on, one, end)) for one, end in row) / max(len(row), 1)  # type: ignore[operator]


def _clean(found: str) -> str | None:
    bare = re.sub(r"[*_]{1,3}", "", found)
    bare = re.sub(r"\s+", " ", bare).strip(TRIM)
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1].strip(TRIM)
    return bare or None


def _own_line(on: Page, one: Candidate, end: int) -> str:
    """The rest of the number's line, or the next line where nothing stands behind the number."""
    line_end = min(on.line(one.end)[1], end)
    rest = on.text[one.text_start : line_end].strip()
    if not rest.strip(TRIM):
        after = re.compile(r"\s*([^\n]+)").match(on.text, line_end, end)
        if after is None:
            return ""
        rest, line_end = after[1].strip(), after.end()
    after_it = on.text[line_end:end].strip(TRIM)
    heading = _like_heading(rest) and after_it and not after_it[0].islower()
    return rest if heading and not is_sentence(rest, on.words) else ""


def _short_own_line(on: Page, one: Candidate, end: int) -> str:
    """The same, where it is no sentence: what shows that the units of a row have headings of their own."""
    line = _own_line(on, one, end)
    return "" if line.endswith(".") and len(line.split()) >= SENTENCE else line


def is_sentence(line: str, words: Grammar) -> bool:
    """Whether a line with a full stop is a whole sentence: "L'Autorité tient un registre.", and not "Powers of the Board.".

    It begins with an article or the like, and behind it stands a verb: one of a few forms, or whatever word an article
    follows ("tient un"), unless that word is tied to the one before ("the power to inspect the books"). Or it begins with
    one of those forms ("Comuníquese ...").
    """
    said, told = words.headings, WORD.findall(line.lower())
    if not line.rstrip(" *_").endswith(".") or len(told) < 3 or line.isupper():
        return False
    if told[0] in said["finite"] or told[0] not in said["opens"] | said["articles"]:
        return told[0] in said["finite"]
    tied = said["links"] | said["articles"]
    objects = (told[at] in said["articles"] and not tied & {told[at - 1], told[at - 2]} for at in range(3, len(told)))
    return bool(said["finite"] & set(told[1:])) or any(objects)


def _like_heading(line: str) -> bool:
    bare = line.strip(" *_#")
    if not 2 <= len(bare) <= LONGEST or INNER.match(bare):
        return False
    first = next((sign for sign in bare if sign.isalpha()), "")
    return bool(first) and (not first.islower() or bare.startswith("(")) and not bare.endswith((";", ",", ":", "—", "-"))


def _run_in(on: Page, one: Candidate, end: int) -> str:
    found = RUN_IN.match(on.text, one.text_start, min(on.line(one.text_start)[1], end))
    return found[1] if found and _like_heading(found[1]) else ""
