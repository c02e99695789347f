"""The act that approves an agreement, printed before it in the same file, held against the agreement itself."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.language.phrases import compiled
from ssc_drafter.language.spoken import Day, days_in
from ssc_drafter.lint.finding import Seen
from ssc_drafter.lint.paper import Paper
from ssc_drafter.lint.rules import Rule

REACH = 160  # signs between "signed" and its date
BEHIND = 60  # signs from a date to "was signed"


def signed_otherwise(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield the date of signature that the approving act gives otherwise, where one of day, month and year is a slip.

    `signed` are words of signature, `dated` those that head a line with the date. Dates further apart are those of two acts.
    """
    own = _own(paper, rule)
    told = [one for one in _told(paper, rule) if own]
    if {_key(one) for one in told} & {_key(one) for one in own}:
        return
    for mine in own:
        for theirs in told:
            if sum(a != b for a, b in zip(_key(mine), _key(theirs), strict=True)) == 1:
                words = {"words": paper.quote(mine.start, mine.end), "other": paper.quote(theirs.start, theirs.end)}
                yield Seen(mine.start, mine.end, words)
                return


def _key(one: Day) -> tuple[int, int, int]:
    return one.day, one.month, one.year


def _whole(paper: Paper, start: int, end: int) -> list[Day]:
    return [one for one in days_in(paper.text, paper.lang, start, end) if one.day and one.month and one.year]


def _own(paper: Paper, rule: Rule) -> list[Day]:
    """Return the dates of the closing words; without any, that of a line in the opening that says it is the date."""
    closing = [one for place in paper.in_parts("testimonium") for one in _whole(paper, place.unit.start, place.unit.end)]
    if closing:
        return closing
    dated = compiled(rule.said(paper.lang, "dated"))
    return [
        one
        for place in paper.in_parts("title", "preamble")
        for one in _whole(paper, place.unit.start, place.unit.end)
        if dated.fullmatch(paper.folded[paper.folded.rfind("\n", 0, one.start) + 1 : one.start].strip(" :.\t"))
    ]


def _told(paper: Paper, rule: Rule) -> Iterator[Day]:
    """Yield the dates of signature that stand before the agreement."""
    if not paper.places:
        return
    first, signed = paper.places[0].unit.start, compiled(rule.said(paper.lang, "signed"))
    dates, last = _whole(paper, 0, first), 0
    for place, one in enumerate(dates):
        after = dates[place + 1].start if place + 1 < len(dates) else first
        if signed.search(paper.folded, max(last, one.start - REACH), one.start) or signed.search(
            paper.folded, one.end, min(after, one.end + BEHIND)
        ):
            yield one
        last = one.end


__all__ = ["signed_otherwise"]
