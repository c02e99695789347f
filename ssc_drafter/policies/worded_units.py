"""Units of a policy that are headed by words: "Objetivo 1", "Lineamiento 1.1", "Axe 2", "First Objective", "Strategy 18.1".

Which words these are stands in law/reading (table `plan_units`), the widest first: an axis holds objectives, an objective
holds lines of action. A heading with words of its own is a unit; one that only holds others is told of as what they stand in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.policies.contents import contents_of
from ssc_drafter.policies.grammar import any_of
from ssc_drafter.policies.instrument import Division, Provision
from ssc_drafter.policies.numerals import read_number
from ssc_drafter.policies.pages import Candidate, Page
from ssc_drafter.tree.numbering import slug

LEAST = 3  # headings from which a text is cut by words
LEAST_COVERED = 0.5  # share of the text that they hold
LEAST_WORDS = 12  # signs behind a heading that are more than the rest of it
LONGEST = 200  # signs of a heading
TRIM = " \t\n*_#.:–—-|"
FIGURES = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}(?!\d)")
LETTER = re.compile(r"[A-H](?!\w)")
BEHIND = re.compile(r"[ \t*_]*(?:[.:)|–—-]|\n|$|(?=[ \t*_]+[\"“«(¿]?[A-ZÁÉÍÓÚÂÊÔÃÕÀÇÑ]))")
LEADER = re.compile(r"(?:\.{3,}|…|\t)\s*\d{1,4}\s*$")


class Named(Struct, frozen=True):
    """A heading by word and number, with its words and where those end."""

    start: int
    end: int
    kind: str  # the word, folded
    word: str  # as printed
    number: str
    words: str


def worded_units(on: Page, found: Sequence[Candidate]) -> tuple[Provision, ...]:
    """Return the units of a policy that words head, in order; none where a text has none, or they hold little of it."""
    headings = _headings(on, found)
    if len(headings) < LEAST or len(on.text) - headings[0].start < LEAST_COVERED * len(on.text):
        return ()
    stops = [*(one.start for one in headings[1:]), len(on.text)]
    units = []
    for one, stop, within in zip(headings, stops, _within(headings, on.words.plan_units), strict=True):
        end = one.start + len(on.text[one.start : stop].rstrip(" \t\n#*_|"))
        if len(on.text[one.end : end].strip(TRIM)) >= LEAST_WORDS or one.kind == headings[-1].kind:
            units.append(_unit(one, end, within))
    return _apart(units)


def _within(headings: Sequence[Named], wide: Sequence[str]) -> list[tuple[Division, ...]]:
    """Return for each heading those that it stands under, the widest first."""
    open_ones: list[Named] = []
    found = []
    for one in headings:
        open_ones = list(takewhile(lambda outer, one=one: _holds(outer, one, wide), open_ones))  # type: ignore[misc]
        found.append(tuple(Division(f"{outer.word} {outer.number}", outer.words or None) for outer in open_ones))
        open_ones.append(one)
    return found


def _holds(outer: Named, one: Named, wide: Sequence[str]) -> bool:
    """Whether a heading stands under another: 1.1 under 1 and beside 1.2, else by how wide their words are."""
    depths = outer.number.count("."), one.number.count(".")
    if one.number.startswith(f"{outer.number}."):
        return outer.kind != one.kind
    beside = depths[1] > 0 and depths[0] >= depths[1]
    return not beside and wide.index(outer.kind) < wide.index(one.kind)


def _unit(one: Named, end: int, within: tuple[Division, ...]) -> Provision:
    return Provision(one.number, one.words or None, "", "paragraph", one.start, max(end, one.end), "", within, one.word)


def _apart(units: Sequence[Provision]) -> tuple[Provision, ...]:
    """Return units with addresses; where two have one number, with their words, and what they stand in, before it."""
    named = [one.number for one in units]
    for longer in (lambda one: f"{one.word} {one.number}", _in_its_place):
        twice = {number for number, times in Counter(named).items() if times > 1}
        named = [longer(one) if number in twice else number for one, number in zip(units, named, strict=True)]
    made = [
        replace(one, number=number, address=f"para_{slug(number)}", word=one.word if number == one.number else "")
        for one, number in zip(units, named, strict=True)
    ]
    return tuple({one.address: one for one in reversed(made)}.values())[::-1]


def _in_its_place(one: Provision) -> str:
    return ", ".join([*(each.label for each in one.within), f"{one.word} {one.number}"])


# ---- headings ------------------------------------------------------------------------------------------------------
@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...], beside: tuple[str, ...], ordinals: tuple[str, ...]) -> re.Pattern[str]:
    """Return what heads a unit: an ordinal and the word, or the word, what may stand beside it, and room for a number."""
    more = rf"(?:\s(?:{any_of(beside)}))*"
    ahead = rf"(?:(?P<ahead>{any_of(ordinals)})\s)?(?:(?:{any_of(beside)})\s)*"
    return re.compile(
        rf"(?m)^[^\w\n]{{0,16}}(?P<whole>{ahead}(?P<word>{any_of(words)}){more})(?!\w)[ \t]*(?:n[º°o]\.?\s)?[:.]?[ \t]*"
    )


def _headings(on: Page, found: Sequence[Candidate]) -> list[Named]:
    """Return the headings by word and number, each once: of one printed several times the one with most words behind it."""
    contents = contents_of(on, found) or (0, 0)
    listed = [one for one in _read(on) if not contents[0] <= one.start < contents[1]]
    stops = [*(one.start for one in listed[1:]), len(on.text)]
    best: dict[tuple[str, ...], tuple[int, int]] = {}
    for place, (one, stop, above) in enumerate(zip(listed, stops, _within(listed, on.words.plan_units), strict=False)):
        same = (*(each.label for each in above), *_same(one))
        best[same] = max(best.get(same, (-1, -1)), (stop - one.end, -place))
    kept = sorted(-place for _, place in best.values())
    kinds = Counter(listed[place].kind for place in kept)
    named = [listed[place] for place in kept] if max(kinds.values(), default=0) > 1 else []
    return [one for one, before in zip(named, [None, *named], strict=False) if kinds[one.kind] > 1 or _counts_on(one, before)]


def _counts_on(one: Named, before: Named | None) -> bool:
    """Whether a heading that is the only one of its word belongs to the rest: "Goal 5" of somebody else's goals does not."""
    if "." in one.number or not one.number.isdigit():
        return True
    whole = before.number.split(".")[0] if before else "0"
    return whole.isdigit() and int(one.number) in (1, int(whole) + 1)


def _same(one: Named) -> tuple[str, str, str]:
    return one.kind, one.number, "".join(filter(str.isalpha, one.words.casefold()))[:20]


def _read(on: Page) -> Iterator[Named]:
    words = on.words
    pattern = _pattern(words.plan_units, tuple(words.plan_beside), tuple(words.numbers))
    for found in pattern.finditer(on.folded) if words.plan_units else ():
        start, printed = found.start("whole"), on.at(found.start("whole"))
        line_start, line_end = on.line(start)
        if not on.text[start].isupper() or (printed is not None and "toc" in printed.marks):
            continue
        number, end = _number(on, found)
        if not number or LEADER.search(on.text[start:line_end]) or not BEHIND.match(on.text, end):
            continue
        title, title_end = _title(on, end, line_end)
        word = on.text[found.start("word") : found.end("whole")].strip(TRIM)
        yield Named(line_start, title_end, re.sub(r"\s+", " ", found["word"]), _capital(word), number, title)


def _number(on: Page, found: re.Match[str]) -> tuple[str, int]:
    """Return the number of a heading in figures, and where it ends; an ordinal may stand before the word."""
    if found["ahead"]:
        return str(on.words.numbers[found["ahead"]]), found.end("whole")
    figures = FIGURES.match(on.text, found.end()) or LETTER.match(on.text, found.end())
    if figures:
        return figures[0], figures.end()
    number = read_number(on.text, on.folded, found.end(), on.words)
    return (number[0].text, number[1]) if number else ("", found.end())


def _title(on: Page, end: int, line_end: int) -> tuple[str, int]:
    """Return the words of a heading, behind its number or on the line below, and where they end.

    A long line is the unit's own words: "Strategy 1.1: Establish guidelines for ...".
    """
    behind = on.text[end:line_end].strip(TRIM)
    if behind:
        short = len(behind) <= LONGEST and not on.text[end:line_end].rstrip(" *_|").endswith((".", ";"))
        return (re.sub(r"\s+", " ", behind), line_end) if short else ("", end)
    return "", line_end


def _capital(word: str) -> str:
    bare = " ".join(word.split())
    return bare[:1].upper() + bare[1:].lower() if bare.isupper() else bare
