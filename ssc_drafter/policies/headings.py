"""The heading of a unit: what stands behind its number on the line, or on the next, and is no sentence of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from ssc_drafter.policies.grammar import Grammar, any_of, fold, grammar
from ssc_drafter.policies.pages import Candidate, Page

LONGEST = 160
SENTENCE = 10  # words from which a line with a full stop is a sentence and no heading
# A dash, or a hyphen that joins no word: "Attorney-General" stands in a sentence.
RUN_IN = re.compile(
    r"([^\n]{3,140}?)\s*(?:\.\s?[-–—]+|:?\s?(?:[–—]{1,2}|--|(?<!\w)-|-(?=\s))(?=\s?[(A-ZÁÉÍÓÚ«“\"])|:\s*(?=\())"
)
# how a point begins, "(iv)" or "a."; a word alone in brackets is a heading: "(Sede)"
INNER = re.compile(r"^(?!\W{1,3}[A-ZÀ-Ý][a-zà-ÿ]{2,3}\)\W*$)\W{0,3}(?:\(?\w{1,4}[).]|\d)")
NOTE = re.compile(r"^\d{1,3}(?=\s*$|\s+[(\[])")  # the figure of a footnote behind a number: "Artigo 107.º  5 (Registo)"
WORD = re.compile(r"[^\W\d_]+")
FEW, ABOVE = 3, 0.7  # units of a row, and the share of them with a line above, from which such lines are their headings
ABOVE_OF = ("bare", "section")
LONGEST_ABOVE = 14  # words
LAST = re.compile(r"[.;:,!?—–-]$")
ENDED = '.;:!?)”"’»'  # what ends the sentence before a heading
SEVERAL = 6  # words from which a line that begins as a sentence does is no heading
LEAD = re.compile(r"([^\n.;:]{3,110}(?:\n[^\n.;:]{1,60})?)\.[ \t]+(?=[A-ZÁÉÍÓÚÀÂÊÔÇ¿«“(])")
LED, SHORT_LEAD = 0.8, 8  # share of units that open with such words; words of them where they are no capitals
TRIM = " \t\n*_#.:–—-"


class Shape:
    """How the units of one row carry their headings: learnt from all of them, then asked for each."""

    def __init__(self, on: Page, row: Sequence[tuple[Candidate, int]]) -> None:
        self.on = on
        self.own = _share(on, row, _short_own_line)
        self.run_in = _share(on, row, _run_in)
        above = self.own < 0.5 and self.run_in < 0.4 and len(row) >= FEW
        lines = {one.start: line for one, _ in row if (line := _line_above(on, one))} if above else {}
        worded = {on.text[low:high] for low, high in lines.values()}
        self.above = lines if len(worded) >= ABOVE * len(row) else {}
        self.lows = sorted(self.above.values())
        bare = self.own < 0.5 and self.run_in < 0.4 and not self.above
        self.led = bare and (_share(on, row, _lead) >= LED or _share(on, row, _capitals) >= 0.5)

    def behind(self, one: Candidate, end: int) -> int:
        """Return where the words of a unit begin behind its heading."""
        own = self.own >= 0.5 and self.own >= self.run_in
        form = _own_line if own else _lead if self.led else _run_in
        printed = form(self.on, one, end)
        return self.on.text.find(printed, one.text_start, end) + len(printed) if printed else one.text_start

    def end_of(self, one: Candidate, stop: int) -> int:
        """Return where a unit ends that reaches to `stop`: before the heading that stands above the next one."""
        place = bisect_left(self.lows, (stop, 0)) - 1
        low, high = self.lows[place] if place >= 0 else (0, 0)
        ahead = low if one.end < low < stop <= high else stop
        return one.start + len(self.on.text[one.start : ahead].rstrip(" \t\n#*_"))

    def heading(self, one: Candidate, end: int) -> str | None:
        """Return the heading of a unit that ends at `end`, or None. Its number again, and "[Repealed]", are none."""
        found = self._heading(one, end)
        return (
            None
            if found is None or _empty(tuple(self.on.words.units), self.on.words.vetoed["gone"]).fullmatch(fold(found))
            else found
        )

    def _heading(self, one: Candidate, end: int) -> str | None:
        if self.own >= 0.5 and self.own >= self.run_in:
            return _clean(_own_line(self.on, one, end))
        if self.run_in >= 0.4:
            return _clean(_run_in(self.on, one, end) or "")
        if self.led:
            return _clean(_lead(self.on, one, end))
        low, high = self.above.get(one.start, (0, 0))
        return _clean(self.on.text[low:high])


@lru_cache(maxsize=8)
def _empty(units: tuple[str, ...], gone: tuple[str, ...]) -> re.Pattern[str]:
    """Return what stands where a heading would and is none: the unit's word and number, what became of the unit."""
    number = r"(?:\d+\W?\w{0,7}|[ivxlc]+)"
    return re.compile(rf"\W*(?:(?:{any_of(units)})\W*{number}|(?:{any_of(gone)}))\W*")


def _line_above(on: Page, one: Candidate) -> tuple[int, int] | None:
    """Return the line above a unit that begins its line with its number, where that line can be a heading and is no part of
    a sentence: how Malaysia, Barbados and Fiji print the notes of their margins."""
    start, _ = on.line(one.start)
    if one.family not in ABOVE_OF or on.text[start : one.start].strip(TRIM):
        return None
    high = _before(on, start)
    low = on.line(high)[0] if high else 0
    line = on.text[low:high].strip(" *_#")
    words = WORD.findall(line)
    if (
        not (line[:1].isupper() and 1 <= len(words) <= LONGEST_ABOVE)
        or line.isupper()
        or LAST.search(line)
        or INNER.match(line)
    ):
        return None
    end = _before(on, low)
    ended = on.text.count("\n", end, low) > 1 or not end or on.text[end - 1] in ENDED
    return (low, high) if ended and not _groups(on.words.lang).match(on.folded, low) else None


def _before(on: Page, place: int) -> int:
    """Return where the words before a place end."""
    while place and on.text[place - 1].isspace():
        place -= 1
    return place


@lru_cache(maxsize=8)
def _groups(lang: str) -> re.Pattern[str]:
    """Return how a line begins that is the heading of a part or chapter, or of a unit."""
    words = grammar(lang)
    named = any_of((*words.divisions, *words.units))
    return re.compile(rf"\W*(?:{named})\W{{0,3}}(?:\d|[ivxlc]+(?!\w)|{any_of(words.numbers)}(?!\w))")


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
    rest = NOTE.sub("", on.text[one.text_start : line_end].strip()).strip()
    if not rest.strip(TRIM):
        after = re.compile(r"\s*([^\n]+)").match(on.text, line_end, end)
        if after is None:
            return ""
        rest, line_end = after[1].strip(), after.end()
    after_it = on.text[line_end:end].strip(TRIM)
    heading = _like_heading(rest) and after_it and not after_it[0].islower()
    return rest if heading and not is_sentence(rest, on.words) and not _runs_on(rest, on.words) else ""


def _runs_on(line: str, words: Grammar) -> bool:
    """Whether a printed line is the beginning of a sentence that goes on below: "Se adiciona un artículo a la Ley del"."""
    told = WORD.findall(line.lower())
    return len(told) >= SEVERAL and told[0] in words.headings["begins"] and line[-1:].isalnum() and not line.isupper()


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


def _lead(on: Page, one: Candidate, end: int) -> str:
    """The words before the first full stop, where they say nothing by themselves: "ARTÍCULO 1. OBJETO. La presente ley ...".

    In capitals they may be many.
    """
    found = LEAD.match(on.text, one.text_start, end)
    words = WORD.findall(found[1].lower()) if found else []
    said = on.words.headings
    if found is None or not words or not _like_heading(found[1]) or found[1][:1].islower():
        return ""
    told = set(words) & said["finite"] or words[0] in said["opens"] or len(words) > SHORT_LEAD
    return found[1] if found[1].isupper() or not told else ""


def _capitals(on: Page, one: Candidate, end: int) -> str:
    found = _lead(on, one, end)
    return found if found.isupper() else ""


def _run_in(on: Page, one: Candidate, end: int) -> str:
    found = RUN_IN.match(on.text, one.text_start, min(on.line(one.text_start)[1], end))
    return found[1] if found and _like_heading(found[1]) else ""
