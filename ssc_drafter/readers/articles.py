"""Which articles of a text are the agreement's own: not those of an act that approves it, of an annex or of a quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from ssc_drafter.policies.bare_heads import without_paragraphs
from ssc_drafter.policies.candidates import candidates
from ssc_drafter.policies.chain import Row, common_look
from ssc_drafter.policies.contents import contents_of
from ssc_drafter.policies.divisions import divisions
from ssc_drafter.policies.grammar import any_of, grammar
from ssc_drafter.policies.headings import Shape
from ssc_drafter.policies.pages import Candidate, Page, Printed, page
from ssc_drafter.policies.stretches import Region, split
from ssc_drafter.policies.twins import misprinted

FORMULA_REACH = 1500  # characters between the words of agreement and the first article
FORMULA_WORTH = 12.0
WRAPPED_LOSS = 30.0


class Span(Struct, frozen=True):
    """An article: its number, its heading, where it stands, and where its words begin behind number and heading."""

    number: str
    heading: str | None
    start: int
    end: int
    body: int


class Found(Struct, frozen=True):
    """An agreement in a text: where it begins, its articles, where its closing words and what is attached begin."""

    on: Page
    start: int
    formula: tuple[int, int] | None
    articles: tuple[Span, ...]
    closing: int
    attached: int
    wrapper: int  # articles of the act before it
    regions: tuple[Region, ...]
    contents: tuple[int, int] | None = None  # its table of contents


def find(text: str, lang: str, printed: Sequence[Printed] = ()) -> Found:
    """Return the agreement that a text holds. Without articles, its body is the text between preamble and closing words."""
    on = page(text, grammar(lang), printed)
    found = without_paragraphs(on, candidates(on))
    regions = split(on, found)
    formulas = [match.span() for match in _formula(on).finditer(on.folded)] if on.words.agreement else []
    rows = [(row, here) for here in regions for row in here.rows if not (here.marker and here.marker.kind == "ends")]
    own = max(rows, key=lambda pair: _worth(on, pair, rows, formulas), default=None)
    formula = _formula_before(formulas, own[0].start if own else len(text))
    before = [row for row, _ in rows if own and row.end < own[0].start and (not formula or row.end < formula[0])]
    start = _begin(on, before, formula, own[0].start if own else 0)
    attached = _attached(regions, own, len(text))
    closing = _closing(on, own[0].end if own else formula[1] if formula else 0, attached)
    spans = _spans(on, _with_twins(on, own[0], own[1], closing), closing) if own else ()
    wrapper = sum(len(row.members) for row in before)
    return Found(on, start, formula, spans, closing, attached, wrapper, tuple(regions), contents_of(on, found))


def _formula(on: Page) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(on.words.agreement.get('formula', ()))})(?!\w)")


def _worth(
    on: Page, pair: tuple[Row, Region], rows: Sequence[tuple[Row, Region]], formulas: Sequence[tuple[int, int]]
) -> float:
    """Return how much a row looks like the articles of the agreement itself."""
    row, here = pair
    worth = row.score
    formula = _formula_before(formulas, row.start)
    if formula and row.start - formula[1] <= FORMULA_REACH:
        worth += FORMULA_WORTH
    if row.members[0].number.whole > 3:
        worth -= 4.0
    text = on.folded[row.start : row.end + 1200]
    if len(row.members) <= 8 and any(word in text for word in on.words.agreement.get("wrapped", ())):
        worth -= WRAPPED_LOSS if any(other.start > row.end for other, _ in rows) else 2.0
    if here.marker is not None and here.marker.kind != "attached":
        worth -= 20.0
    elif here.marker is not None and not (formula and row.start - formula[1] <= FORMULA_REACH):
        worth *= 0.4
    return worth


def _formula_before(formulas: Sequence[tuple[int, int]], place: int) -> tuple[int, int] | None:
    return next((span for span in reversed(formulas) if span[1] <= place), None)


def _begin(on: Page, before: Sequence[Row], formula: tuple[int, int] | None, first: int) -> int:
    """Return where the agreement begins: behind the act that approves it, at its title."""
    if not before:
        return 0
    floor = max(row.end for row in before)
    limit = formula[0] if formula else first
    titles = re.compile(rf"(?m)^[^\w\n]{{0,16}}(?:{any_of(on.words.agreement.get('titles', ()))})(?!\w)")
    for found in titles.finditer(on.folded, floor, limit):
        line = on.text[found.start() : on.line(found.end())[1]].strip(' *_#“”"')
        if line[:1].isupper() and (line.isupper() or len(line) < 160):
            return found.start()
    return min(on.line(floor)[1] + 1, limit)


def _attached(regions: Sequence[Region], own: tuple[Row, Region] | None, end: int) -> int:
    if own is None:
        return next((here.start for here in regions if here.marker and here.marker.kind == "attached" and here.start > 0), end)
    after = [here.start for here in regions if here.start > own[0].end]
    later = [row.start for row in own[1].rows if row.start > own[0].end]
    return min([end, *after, *later])


def _closing(on: Page, last: int, end: int) -> int:
    """Return where the closing words begin ("In witness whereof"), behind the last article's heading.

    A note in the third person names its sender before the courtesy ("The Ministry ... avails itself of this opportunity").
    """
    words, courtesy = (any_of(on.words.agreement.get(name, ())) for name in ("witness", "courtesy"))
    of_a_note = rf"(?m:^)[^\w\n]{{0,16}}(?=[^\n.]{{1,200}}\b(?:{courtesy})(?!\w))"
    closing = rf"(?:(?m:^)[^\w\n]{{0,16}}|(?<=\.)\s+)(?=(?:{words})(?!\w))"
    found = re.compile(f"{closing}|{of_a_note}").search(on.folded, last, end)
    if not found:
        return end
    return found.end() if on.text[found.end() : found.end() + 1].isupper() else end


def _with_twins(on: Page, row: Row, here: Region, closing: int) -> list[Candidate]:
    """Return the members of a row with articles whose number was printed twice by mistake (XII, XII)."""
    members, look = {one.number.key: one for one in row.members}, common_look(row.members)
    chosen = {one.start for one in row.members}
    strays = [one for one in here.found if row.start < one.start < closing and one.start not in chosen]
    twins = [one for one in strays if one.number.key in members and misprinted(on, one, members[one.number.key], members, look)]
    return sorted([*row.members, *twins], key=lambda one: one.start)


def _spans(on: Page, members: Sequence[Candidate], closing: int) -> tuple[Span, ...]:
    breaks = [one.start for one in divisions(on)]
    starts = [one.start for one in members]
    stops = [_stop(on, one, after, breaks) for one, after in zip(members, [*starts[1:], closing], strict=True)]
    shape = Shape(on, list(zip(members, stops, strict=True)))
    return tuple(_span(on, one, stop, shape) for one, stop in zip(members, stops, strict=True))


def _stop(on: Page, one: Candidate, after: int, breaks: Sequence[int]) -> int:
    cut = min((place for place in breaks if one.end < place < after and after - place < 600), default=after)
    return one.start + len(on.text[one.start : cut].rstrip(' \t\n#*_>“"«'))


def _span(on: Page, one: Candidate, stop: int, shape: Shape) -> Span:
    heading = shape.heading(one, stop)
    body = min(one.text_start, stop)
    if heading:
        body = min(shape.behind(one, stop), stop)
    while body < stop and on.text[body] in " \t\n*_#–—-.:)":
        body += 1
    return Span(one.number.text, heading, one.start, stop, body)
