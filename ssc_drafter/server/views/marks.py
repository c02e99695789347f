"""Findings as the pages show them: one number, one sign, the words of the draft they lie on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.check.finding import Finding, PolicyPlace, Report
from ssc_drafter.policies.instrument import worded
from ssc_drafter.tree.running import RunningText, Unit

SIGNS = ("conflict", "caution", "note", "answered")  # gravest first
SHORTEST = 140  # characters of the law that the margin shows
Say = Callable[..., str]
Level = Callable[[PolicyPlace], str]  # what the law itself calls a provision: article, section ...; "" where it is not known


class Given(Protocol):
    """An answer to a finding as the store keeps it."""

    @property
    def kind(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def by(self) -> str: ...
    @property
    def at(self) -> str: ...


class Voice(Struct, frozen=True):
    """How findings are put into words: sentences in the language of the page, dates, what a law calls its provisions."""

    say: Say
    when: Say
    level: Level
    title: Callable[[Finding], str] = lambda one: one.title


class Marked(Struct, frozen=True):
    """A finding at its place. `sign` is conflict, caution, note or answered; `address` its paragraph ("" for none)."""

    id: str
    number: int
    sign: str
    title: str
    short: str  # one line for the margin: the instrument and what it says
    address: str
    start: int
    end: int
    article: str = ""  # number of the article, for lists
    answered: str = ""  # who and when, where it is answered
    curable: bool = False
    rank: int = 0  # its place in the report: the gravest and surest first

    @property
    def is_open(self) -> bool:
        """Whether the finding waits for an answer."""
        return self.sign in ("conflict", "caution")


def gravest(marks: tuple[Marked, ...]) -> str:
    """Return the gravest sign among findings, or "" where there is none."""
    found = {mark.sign for mark in marks}
    return next((sign for sign in SIGNS if sign in found), "")


def by_gravity(marks: Iterable[Marked]) -> tuple[Marked, ...]:
    """Return findings as the tally lists them: gravest first, and of these the surest."""
    return tuple(sorted(marks, key=lambda mark: (SIGNS.index(mark.sign), mark.rank)))


def sign_of(finding: Finding, *, look: bool = False, answered: bool = False) -> str:
    """Return the sign of a finding. A step to be taken, or a slight conflict, is a caution; one signal only is a note."""
    if answered:
        return "answered"
    if look:
        return "note"
    return "conflict" if finding.verdict == "conflict" and finding.severity != "low" else "caution"


def place_of(place: PolicyPlace, say: Say, level: Level) -> str:
    """Return where words of a law stand, as one cites them: "Part III, Chapter 2, section 28(2)"."""
    found, number = level(place) or place.level, place.pinpoint or place.number
    named = say(f"pages.level_{found}", number=number) if found and number else number
    above = [one.cited for one in place.within]
    if place.word:
        return ", ".join([*(one for one in above if one != place.word), worded(place.word, number)])
    return ", ".join([*above, named[:1].lower() + named[1:]] if above else [named])


def cited(place: PolicyPlace, say: Say, level: Level) -> str:
    """Return how words of a law are cited: the law and where in it; a position of the house by its title alone."""
    if of_house(place, level):
        return say("report.at_position", title=place.instrument)
    return f"{place.instrument}, {place_of(place, say, level)}"


def of_house(place: PolicyPlace, level: Level) -> bool:
    """Whether words are those of a position of the house, which is no State's."""
    return "position" in (place.level, level(place))


def shortened(text: str, most: int = SHORTEST) -> str:
    """Return a text on one line, cut at a word."""
    line = re.sub(r"\s+", " ", text).strip()
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]} …"


def marks_of(
    report: Report, running: RunningText, answers: Mapping[str, Given], voice: Voice, *, look: bool = False
) -> tuple[Marked, ...]:
    """Return the findings of a report at their places in the draft as it stands, numbered in its order.

    With `look`, what rests on one sign only: shown apart, never among the findings, never counted with them. A finding on
    words that no longer stand is left out: the next check says what is found now.
    """
    found = []
    for rank, one in enumerate(report.look if look else report.findings):
        mark = _mark(one, look, running, answers.get(one.id), voice)
        if mark:
            found.append(replace(mark, rank=rank))
    found.sort(key=lambda mark: (mark.address == "", mark.start, mark.end, mark.id))
    return tuple(replace(mark, number=place) for place, mark in enumerate(found, 1))


def _mark(one: Finding, look: bool, running: RunningText, given: Given | None, voice: Voice) -> Marked | None:
    place = _in(running, one)
    if place is None:
        return None
    unit, start = place
    law = one.policy
    return Marked(
        id=one.id,
        number=0,
        sign=sign_of(one, look=look, answered=given is not None),
        title=voice.title(one),
        short=f"{cited(law, voice.say, voice.level)}: {shortened(law.quote)}",
        address=unit.address if unit else "",
        start=start,
        end=start + len(one.clause.quote) if one.clause else start,
        article=voice.say("pages.article_short", number=unit.article) if unit and unit.article else "",
        answered=said(given, voice) if given else "",
        curable=bool(one.cure),
    )


def said(given: Given, voice: Voice) -> str:
    """Return who answered a finding, how and when."""
    kind = voice.say(f"pages.answer_{given.kind}")
    return voice.say("pages.answered_by", kind=kind, who=given.by, date=voice.when(given.at))


def _in(running: RunningText, one: Finding) -> tuple[Unit | None, int] | None:
    """Return the unit and the offset at which the finding's words stand now; (None, 0) for one on the whole text."""
    clause = one.clause
    if clause is None:
        return None, 0
    if running.text[clause.start : clause.end] == clause.quote:
        unit = next((unit for unit in running.units if unit.start <= clause.start < unit.end), None)
        return (unit, clause.start) if unit else None
    same = [unit for unit in running.units if unit.address == clause.address]
    for unit in (*same, *running.units):
        at = running.text.find(clause.quote, unit.start, unit.end)
        if at >= 0:
            return unit, at
    return None
