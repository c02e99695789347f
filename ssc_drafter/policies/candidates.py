"""Every place in a text that may head a numbered unit, with a weight: how much it looks like a heading by itself.

No place is decided here. chain.py finds the row of candidates that counts up best, and that row is the headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from ssc_drafter.policies.contents import contents_marked
from ssc_drafter.policies.grammar import any_of
from ssc_drafter.policies.numerals import STEP, Number, read_number
from ssc_drafter.policies.pages import Candidate, Page, Printed, header_form

QUOTES = '"“”«»„'
LEAD = re.compile(r"[^\w\n]{0,16}(?:\d{1,3}\s?\[[^\w\n]{0,4})?")
SEPARATOR = re.compile(r"[\s*_]{0,4}([.:)\]º°–—\-]*)[\s*_]{0,4}([.:)\]–—\-]*)[ \t*_]*")
BARE = re.compile(r"(?m)^([^\w\n]{0,16}(?:\d{1,3}\s?\[[^\w\n]{0,4})?)(?<!\()(?=\d{1,4}[^\d,/%\n])")
DECIMAL = re.compile(r"(?m)^([^\w\n]{0,10})(\d{1,2}(?:\.\d{1,2}){0,2})\.?[ \t\u00a0]+(?=[A-ZÁÉÍÓÚÀÂÊÔÇ“\"])")
BARE_END = re.compile(r"\s?(?:[.)।](?!\d)|[-–—:](?=\W))")
TORN = re.compile(
    r"\s(\d{1,2})[.º°][ \t]*(?=\()"
)  # what stands alone in brackets behind it ("(VETADO)") is a unit's whole text
ROMAN_BARE = re.compile(r"(?m)^([^\w\n]{0,10})(?=[IVXLC]{1,7}\s?[.)\-–:—])")
WORD_BARE = re.compile(r"(?m)^([^\w\n]{0,10})(?=[^\W\d_]{3,16}(?:[ -][^\W\d_]{3,12}){0,2}[\s*_]{0,3}[.:–—\-])")
GROUP = "division:"  # a mark of a printed heading: the format tells that its number is that of a chapter or part
LED = 0.8  # lost by an article behind words that lead to one of another law
LEAD_REACH = 160  # signs before it in which those words stand
FIRST = 0.5  # weight from which a candidate shows that a text has units of its sort
SENTENCE = 5  # words of a line with a full stop that is a point of a list, or a note, and no heading of a plan
NOTES = 4  # numbered lines at the end of a plan that are its notes; headings that show how it prints its own numbers
OPEN_END = re.compile(r"[\w,(]$")


@lru_cache(maxsize=16)
def _unit_pattern(units: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'])({any_of(units)})(?![^\W\d_])\.?[\s*_.\-–]{{0,8}}")


def candidates(on: Page, *, plan: bool = False) -> list[Candidate]:
    """Return every candidate in the order of the text; of a plan also headings like 7.4.1."""
    found = [
        *(_without_notes(list(_decimal(on))) if plan else ()),
        *_worded(on),
        *_bare(on),
        *_lettered(on, ROMAN_BARE, "roman"),
        *_lettered(on, WORD_BARE, "word"),
    ]
    groups = {one.start for one in on.printed if any(mark.startswith(GROUP) for mark in one.marks)}
    found = [one for one in found if one.start not in groups]
    found.sort(key=lambda one: one.start)
    return contents_marked(on, found if plan else list(_led(on, found)))


def _led(on: Page, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield candidates; one right behind words that lead to the article of another law ("quedará así:") is quoted from it.

    Such words lead to nothing of the kind before the text's own first unit of the sort.
    """
    group = rf"(?:(?:{any_of(on.words.divisions)})(?!\w)[^\n]*\n\W*)?"  # a chapter may be worded anew with its articles
    lead = re.compile(rf"(?:{any_of(on.words.leads)})\s*:\W*{group}$")
    seen: set[str] = set()
    for one in found:
        before = on.folded[max(one.start - LEAD_REACH, 0) : one.start]
        if one.family in seen and one.weight > 0 and ":" in before and lead.search(before):
            one = replace(one, weight=one.weight - (0.0 if one.quoted else LED), quoted=True)
        elif one.weight >= FIRST and not one.quoted:
            seen.add(one.family)
        yield one


def _worded(on: Page) -> Iterator[Candidate]:
    units = on.words.units | on.words.coded
    for found in _unit_pattern(tuple(units)).finditer(on.folded):
        if on.text.count("\n", found.start(), found.end()) > 3:
            continue
        number = read_number(on.text, on.folded, found.end(), on.words)
        if number is None:
            continue
        start, lead, first = _lead(on, found.start())
        one = _candidate(on, start, number, units[_key(found[1])], (_case(on.text[found.start(1) : found.end(1)]),))
        weight = one.weight + _worded_weight(on, found.start(), first, one)
        if weight > -0.5:
            one = replace(one, weight=weight, quoted=any(sign in lead for sign in QUOTES))
            yield one
            yield from _torn(on, one, number[1])


def _torn(on: Page, one: Candidate, end: int) -> Iterator[Candidate]:
    """Yield the number that a line break in a web page tore apart: "Art. 5 7." between 56 and 58 is 57."""
    rest = TORN.match(on.text, end)
    if one.number.style == "figure" and rest and one.number.text.isdigit():
        whole = int(one.number.text + rest[1])
        number = Number(str(whole), whole * STEP, "figure")
        yield replace(one, number=number, end=rest.end(1), text_start=rest.end(), look=(*one.look[:2], ".", *one.look[3:]))


def _key(words: str) -> str:
    return re.sub(r"\s+", " ", words)


def _worded_weight(on: Page, place: int, first: bool, one: Candidate) -> float:
    after = on.folded[one.text_start : one.text_start + 24]
    word = re.match(r"[^\W\d_]+", after)
    cited = bool(word and word[0] in on.words.cites and on.text[one.text_start].islower())
    separated = bool(one.look[2])
    weight = 0.9
    weight -= (0.5 if separated else 1.3) if cited else 0.0
    weight -= 0.25 if word and not cited and on.text[one.text_start].islower() and not separated else 0.0
    weight -= 0.7 if on.text[place].islower() else 0.0
    if not first:
        before = on.text[:place].rstrip(" \t*_\n")[-1:] if place < 200 else on.text[place - 200 : place].rstrip(" \t*_\n")[-1:]
        weight -= 0.4 if separated and before in '.;:)]”"' and not on.text[place].islower() else 1.6
    return weight


def _bare(on: Page) -> Iterator[Candidate]:
    for found in BARE.finditer(on.folded):
        place = found.end()
        number = read_number(on.text, on.folded, place, on.words)
        if number is None or number[0].style != "figure":
            continue
        printed = on.at(place)
        heading = printed is not None and printed.kind == "heading"
        end = BARE_END.match(on.folded, number[1])
        if not end and not heading and on.text[number[1] : number[1] + 2] not in (" (", "\n("):
            continue
        start, lead, _ = _lead(on, place)
        one = _candidate(on, start, number, "bare", ())
        yield replace(one, weight=one.weight + _bare_weight(on, one), quoted=any(sign in lead for sign in QUOTES))


def _decimal(on: Page) -> Iterator[Candidate]:
    """Headings of a plan: 7, 7.4, 7.4.1. Their keys count on from 7.4 to 7.4.1 and from 7.4.1 to 7.4.2."""
    for found in DECIMAL.finditer(on.text):
        figures = [int(figure) for figure in found[2].split(".")]
        if max(figures) > 60 or figures[0] == 0:
            continue
        key = sum(figure * 100 ** (2 - place) for place, figure in enumerate(figures[:3])) * STEP
        start, lead, _ = _lead(on, found.start(2))
        number = Number(found[2], key, "figure")
        one = _candidate(on, start, (number, found.end(2)), "decimal", (str(len(figures)),))
        line = on.text[found.end() : on.line(found.end())[1]].strip()
        sentence = len(line) > 140 or line.endswith((";", ",")) or (line.endswith(".") and len(line.split()) >= SENTENCE)
        weight = one.weight + (1.0 if len(figures) > 1 else 0.6) - 0.5 * sentence
        yield replace(one, weight=weight, quoted=any(sign in lead for sign in QUOTES))


def _without_notes(found: list[Candidate]) -> list[Candidate]:
    """Return the headings of a plan without its notes: figures without a stop, behind the last heading that has one."""
    whole = [one for one in found if one.look[0] == "1"]
    dotted = [one for one in whole if "." in one.look[2]]
    notes = {one.start for one in whole if dotted and not one.look[2] and one.start > dotted[-1].start}
    if len(dotted) < NOTES or len(notes) < NOTES:
        return found
    return [one for one in found if one.start not in notes]


def _bare_weight(on: Page, one: Candidate) -> float:
    after = on.text[one.text_start : one.text_start + 2]
    weight = 0.55
    if after[:1].islower():
        weight -= 0.5
    elif after[:1].isupper() or after[:1] in '([“"«¿':
        weight += 0.2
    elif after[:1].isdigit() or after[:1] in "$%,":
        weight -= 0.8
    if on.text[one.end : one.end + 1] == ")":
        weight -= 0.25
    return weight


def _lettered(on: Page, pattern: re.Pattern[str], family: str) -> Iterator[Candidate]:
    for found in pattern.finditer(on.text):
        number = read_number(on.text, on.folded, found.end(), on.words)
        if number is None or number[0].style != family or not SEPARATOR.match(on.text, number[1])[0].strip():  # type: ignore[index]
            continue
        start, lead, _ = _lead(on, found.end())
        one = _candidate(on, start, number, family, (_case(on.text[found.end() : number[1]]),))
        yield replace(one, weight=one.weight + 0.45, quoted=any(sign in lead for sign in QUOTES))


def _lead(on: Page, place: int) -> tuple[int, str, bool]:
    """Return where the heading begins (signs before it belong to it), those signs, and whether it begins its line."""
    start, _ = on.line(place)
    lead = LEAD.match(on.folded, start)
    if lead and lead.end() >= place:
        blank = len(on.text[start:place]) - len(on.text[start:place].lstrip())
        return start + blank, on.text[start:place], True
    return place, on.text[max(place - 2, 0) : place], False


def _case(printed: str) -> str:
    return "capitals" if printed.isupper() else "capital" if printed[:1].isupper() else "small"


def _candidate(on: Page, start: int, number: tuple[Number, int], family: str, look: tuple[str, ...]) -> Candidate:
    value, end = number
    after = SEPARATOR.match(on.text, end)
    signs, text_start = ("", end) if after is None else (after[1] + after[2], after.end())
    _, line_end = on.line(end)
    alone = not on.text[text_start:line_end].strip()
    printed = on.at(start)
    seen = (*(look or ("",)), value.style, "".join(sorted(set(signs)))[:3], "alone" if alone else "")
    weight = _paper_weight(on, start, end, printed) + (0.1 if alone else 0.0) + (0.1 if signs else 0.0)
    return Candidate(start, end, text_start, family, value, weight, seen)


def _paper_weight(on: Page, start: int, end: int, printed: Printed | None) -> float:
    """Return what the page says: heading styles speak for, struck or quoted text and a sentence that runs on against."""
    weight = 0.0
    if printed is not None and printed.start <= start <= printed.start + 3:
        weight += 0.4 if printed.kind == "heading" else -0.15 if printed.kind == "cell" else 0.0
        weight += 0.1 if "bold" in printed.marks else 0.0
    if printed is not None:
        weight -= (
            0.5 * ("strike" in printed.marks)
            + 1.5 * bool({"toc", "header"} & set(printed.marks))
            + 0.8 * ("note" in printed.marks)
        )
    line_start, line_end = on.line(start)
    if on.headers and header_form(on.folded[line_start:line_end]) in on.headers:
        weight -= 0.3
    before = on.text[max(0, line_start - 400) : line_start].rstrip()
    last = before.rsplit("\n", 1)[-1].strip(" #*_")
    heading = printed is not None and printed.kind == "heading"
    if not heading and len(last) > 30 and OPEN_END.search(last) and not last.isupper():
        weight -= 0.5 if before.endswith(last) else 0.35
    if any(sign in on.text[line_start:end] for sign in QUOTES):
        weight -= 0.6
    return weight
