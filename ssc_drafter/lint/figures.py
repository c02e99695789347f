"""Numbers, dates and periods that contradict each other, and sums that do not add up."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from msgspec import Struct

from ssc_drafter.language.phrases import compiled
from ssc_drafter.language.spoken import TIME, Number, days_in, figure
from ssc_drafter.lint.finding import Seen
from ssc_drafter.lint.paper import Paper
from ssc_drafter.lint.rules import Rule

FIGURE = re.compile(r"[A-Z]{0,3}\s?(\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d{1,2})?)\s?[A-Z]{0,3}")
LONG = {"year": 12.0, "month": 1.0}


def words_and_figures(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield "six (5) months": words and figures that differ."""
    for one in paper.numbers:
        if one.spelled and one.again is not None and one.value != one.again and one.value > 0:
            yield Seen(one.start, one.end, {"words": paper.quote(one.start, one.end)})


def impossible_date(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield a day that its month does not have."""
    for one in days_in(paper.text, paper.lang):
        if one.day and one.day > calendar.monthrange(one.year or 2024, one.month)[1]:
            yield Seen(one.start, one.end, {"words": paper.quote(one.start, one.end)})


def year_cut(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield a date in the closing words whose year breaks off ("3 May 19")."""
    for place in paper.in_parts("testimonium"):
        for one in days_in(paper.text, paper.lang, place.unit.start, place.unit.end):
            behind = re.compile(r"(?:\s+(?:de|del|of|do))?\s+(?:19|20)(?=[.,;\s]|$)(?!\s*\d)").match(paper.folded, one.end)
            if one.day and not one.year and behind:
                yield Seen(one.start, behind.end(), {"words": paper.quote(one.start, behind.end())})


class Period(Struct, frozen=True):
    """A period and what it is for: "termination", "renewal" (notice of not renewing) or "term"."""

    start: int
    end: int
    function: str
    value: float
    unit: str


def periods(paper: Paper, rule: Rule) -> list[Period]:
    """Return the notice periods and terms of a text, each from a sentence that says what the period is for."""
    found = []
    timed = [each for each in paper.numbers if each.unit in TIME]
    for place in paper.in_parts("article"):
        for one in place.sentences:
            inside = [each for each in timed if one.start <= each.start < one.end]
            for name in ("renewal", "termination", "term"):
                pattern, unless = compiled(rule.said(paper.lang, name)), compiled(rule.said(paper.lang, f"{name}_unless"))
                match = pattern.search(paper.folded, one.start, one.end)
                if not match or not inside or unless.search(paper.folded, one.start, one.end):
                    continue
                number = _chosen(paper, rule, name, inside, match.span())
                if number:
                    found.append(_period(number, name))
                    break
    return found


def _chosen(paper: Paper, rule: Rule, name: str, numbers: list[Number], at: tuple[int, int]) -> Number | None:
    """Return the number that belongs to the function: next to its own words of counting, where there are several."""
    if name == "term":
        return next((one for one in numbers if one.start >= at[0]), None)
    near = compiled(rule.said(paper.lang, "counted"))
    numbers = [one for one in numbers if one.unit != "year" or one.value == 1]  # a notice of years is the term, read amiss
    close = [one for one in numbers if near.search(paper.folded, max(one.start - 60, 0), one.end + 60)]
    later = [one for one in (close or numbers) if one.start > at[0]] or close or numbers
    return later[0] if later else None


def _period(number: Number, function: str) -> Period:
    factor = LONG.get(number.unit, 0)
    value = number.again if number.again is not None else number.value
    return Period(number.start, number.stop or number.end, function, value * (factor or 1), "month" if factor else number.unit)


def two_notices(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield a second, different notice for one and the same end; in a note where it is for another (non-renewal)."""
    listed = [one for one in periods(paper, rule) if one.function != "term"]
    for place, one in enumerate(listed):
        for other in listed[:place]:
            differs = (one.value, one.unit) != (other.value, other.unit)
            if not differs:
                continue
            words = {"words": paper.quote(one.start, one.end), "other": paper.quote(other.start, other.end)}
            if one.function == other.function:
                yield Seen(one.start, one.end, words)
            else:
                yield Seen(one.start, one.end, words, alone="message_other", severity="note")
            return


def outlasts(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield the duration of a project that outlasts the term of the text (`unless_text`: words for what goes on after it)."""
    terms = [one.value for one in periods(paper, rule) if one.function == "term" and one.unit == "month"]
    if not terms or compiled(rule.said(paper.lang, "unless_text")).search(paper.folded):
        return
    pattern = compiled(rule.said(paper.lang, "project"))
    for place in paper.in_parts("article", "annex"):
        for one in place.sentences:
            match = pattern.search(paper.folded, one.start, one.end)
            number = next(
                (each for each in paper.numbers if match and match.end() <= each.start < one.end and each.unit in LONG), None
            )
            if number and _period(number, "").value > max(terms):
                yield Seen(
                    number.start, number.stop or number.end, {"words": paper.quote(number.start, number.stop or number.end)}
                )


def notice_too_long(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield a notice of non-renewal that is as long as the term itself."""
    listed = periods(paper, rule)
    terms = [one for one in listed if one.function == "term" and one.unit == "month"]
    for one in listed:
        if one.function == "renewal" and one.unit == "month" and terms and one.value >= min(each.value for each in terms):
            yield Seen(one.start, one.end, {"words": paper.quote(one.start, one.end)})


def sums(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield the total of a table's column that its rows do not add up to."""
    for offset, line, cells, rows in _totals(paper, rule):
        yield from _wrong_total(offset, line, cells, rows)


def table_totals(paper: Paper, rule: Rule) -> set[float]:
    """Return every figure of the rows of totals, and what each of those rows comes to."""
    found: set[float] = set()
    for _, _, cells, _ in _totals(paper, rule):
        values = [value for cell in cells if (value := _value(cell)) is not None]
        found |= {*values, sum(values)} if values else set()
    return found


def _totals(paper: Paper, rule: Rule) -> Iterator[tuple[int, str, list[str], list[list[str]]]]:
    """Yield each row of totals (`total` are the words that begin one): its place, its line, its cells, the rows above it."""
    total = compiled(rule.said(paper.lang, "total"))
    rows: list[list[str]] = []
    offset = 0
    for line in paper.text.split("\n"):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if "|" in line else []
        if cells and len(rows) > 1 and total.match(paper.folded[offset : offset + len(line)].lstrip("| *")):
            yield offset, line, cells, rows
            rows = []
        elif cells:
            rows.append(cells)
        elif line.strip():
            rows = []
        offset += len(line) + 1


def _wrong_total(offset: int, line: str, cells: list[str], rows: list[list[str]]) -> Iterator[Seen]:
    for column, cell in enumerate(cells):
        said = _value(cell)
        listed = [_value(row[column]) for row in rows if column < len(row) and len(row) == len(cells)]
        values = [one for one in listed if one is not None]
        if said is None or len(values) < 2 or abs(sum(values) - said) < 0.005:
            continue
        right = f"{sum(values):,.2f}".removesuffix(".00").replace(",", " ")
        yield Seen(offset, offset + len(line), {"words": cell, "right": right})


def _value(cell: str) -> float | None:
    found = FIGURE.fullmatch(cell.strip("* "))
    return figure(re.sub(r"[\u00a0\u202f ]", "", found[1])) if found else None


def threshold(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield a number of instruments for entry into force that is above the number of Parties."""
    parties = len(paper.running.parties)
    pattern = compiled(rule.said(paper.lang, "instruments"))
    if parties < 3:
        return
    for place in paper.in_parts("article"):
        for one in place.sentences:
            if not pattern.search(paper.folded, one.start, one.end):
                continue
            for number in paper.numbers:
                if one.start <= number.start < one.end and not number.unit and parties < number.value < 200:
                    words = {"words": paper.quote(number.start, number.end), "count": str(parties)}
                    yield Seen(number.start, number.end, words)
