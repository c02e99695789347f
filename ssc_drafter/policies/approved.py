"""A policy that stands in the file of the act that approves it: a part of its own, with units of its own, and no law.

Peru prints it behind the signatures of the decree, other States in an annex. Its units come after the act's articles, with the
rank of a policy; their numbers begin with what the part is called ("Plan 4.1", "Anexo I, 2"), for both count from one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.policies.grammar import Grammar, any_of, fold
from ssc_drafter.policies.instrument import Division, Provision
from ssc_drafter.policies.pages import Candidate, Page, Printed
from ssc_drafter.policies.regions import markers
from ssc_drafter.tree.numbering import slug

LONG = 6000  # signs of a part that holds more than a table or a form
ARTICLE = 6000  # signs of the last article, with the signatures behind it
REACH = 90  # signs between the word of approval and what is approved
ARTICLES = 3  # first articles among which the one that approves stands
HEADING = 160
SIGNED = 2  # short lines that are signatures
TRIM = " \t\n*_#.:–—-|“”\"'«»"


class Part(Struct, frozen=True):
    """Where an approved policy stands, and what it is called in a citation ("Plan", "Anexo I")."""

    start: int
    end: int
    name: str
    heading: str


Cut = Callable[[str, Sequence[Printed]], tuple[Sequence[Provision], Sequence[Provision]]]


def approves(text: str, words: Grammar, units: Sequence[Provision], title: str = "") -> bool:
    """Whether a text says that it approves a policy or plan: in its title or in one of these units, its first ones."""
    approving, plans = any_of(words.approving), any_of(words.agreement.get("policy_titles", ()))
    said = "\n".join([title, *(text[one.start : min(one.end, one.start + ARTICLE)] for one in units)])
    found = re.search(rf"(?<!\w)(?:{approving})(?!\w)[^\n]{{0,{REACH}}}?(?<!\w)(?:{plans})(?!\w)", fold(said))
    return bool(words.approving) and found is not None


def parts(on: Page, found: Sequence[Candidate], units: Sequence[Provision]) -> list[Part]:
    """Return the policies behind the articles of the act that approves them: what is headed as one, else its annexes."""
    if not units or not approves(on.text, on.words, units[:ARTICLES]):
        return []
    last = max(units, key=lambda one: one.start)
    attached = [one for one in markers(on, found) if one.kind == "attached" and one.start > last.start]
    start = _headed(on, last, min([len(on.text), *(one.start for one in attached)]))
    if start is not None:
        line = _shown(on.text[start : on.line(start)[1]])
        return [Part(start, len(on.text), line.split()[0].capitalize(), line)]
    stops = [*(one.start for one in attached), len(on.text)][1:]
    return [
        Part(one.start, stop, _shown(on.text[one.start : one.end]), _below(on, one.end, stop))
        for one, stop in zip(attached, stops, strict=False)
        if stop - one.start > LONG
    ]


def _shown(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip(TRIM)


def _below(on: Page, place: int, stop: int) -> str:
    """Return the first line below the heading of an annex, where it is a heading too."""
    line = next((row for row in on.text[place : min(stop, place + 400)].split("\n") if row.strip(TRIM)), "")
    return _shown(line) if len(line) <= HEADING and not line.rstrip().endswith((".", ";", ",")) else ""


def _headed(on: Page, last: Provision, stop: int) -> int | None:
    """Return where a policy begins behind the close and the signatures of an act: at its heading."""
    plans = any_of(on.words.agreement.get("policy_titles", ()))
    head = re.compile(rf"(?m)^[^\w\n]{{0,16}}(?:{plans})(?!\w)[^\n]{{0,{HEADING}}}$")
    for found in head.finditer(on.folded, last.start, min(stop, last.start + ARTICLE)):
        line = on.text[found.start() : found.end()].strip(TRIM)
        printed = on.at(found.end())
        heading = line.isupper() or (printed is not None and printed.kind == "heading")
        if heading and len(on.text) - found.start() > LONG and _signed(on, last.start, found.start()):
            return found.start() + len(found[0]) - len(found[0].lstrip())
    return None


def _signed(on: Page, start: int, end: int) -> bool:
    """Whether an act is closed before a place: by words of closing, or by signatures, short lines without a stop."""
    lines = [line.strip() for line in on.text[start:end].split("\n") if line.strip()]
    short = sum(len(line) < 60 and not line.endswith((".", ";", ":", ",")) for line in lines[1:])
    closed = re.search(rf"(?<!\w)(?:{any_of(on.words.dates['close'])})(?!\w)", on.folded[start:end])
    return closed is not None or short >= SIGNED


def with_policies(
    on: Page, listed: Sequence[Part], body: Sequence[Provision], other: Sequence[Provision], cut: Cut
) -> tuple[tuple[Provision, ...], tuple[Provision, ...]]:
    """Return an act's provisions with those of the policies that it approves behind them, and what stands apart from both.

    `cut` returns the units of a text that is a policy.
    """
    first = listed[0].start
    provisions = [replace(one, end=_end(on, one, first)) if one.start < first < one.end else one for one in body]
    provisions = [one for one in provisions if one.start < first]
    beside = [one for one in other if one.start < first]
    for part in listed:
        inner = [
            replace(one, start=one.start - part.start, end=one.end - part.start)  # type: ignore[type-var]
            for one in on.printed
            if part.start <= one.start and one.end <= part.end
        ]
        own, apart = cut(on.text[part.start : part.end], inner)
        provisions += [_moved(one, part, rank=True) for one in own]
        beside += [_moved(one, part, rank=False) for one in apart]
    return tuple(provisions), tuple(beside)


def _end(on: Page, one: Provision, stop: int) -> int:
    return one.start + len(on.text[one.start : stop].rstrip(" \t\n#*_"))


def _moved(one: Provision, part: Part, *, rank: bool) -> Provision:
    """Return a unit of a part as one of the whole text."""
    label = one.named
    number = f"{part.name}, {label}" if one.word or " " in part.name else f"{part.name} {label}"
    where = slug(part.name)
    return replace(
        one,
        number=number if rank else one.number,
        address=f"{where}__{one.address}",
        start=one.start + part.start,
        end=one.end + part.start,
        container="" if rank else f"{where} {one.container}".strip(),
        within=(Division("", part.heading) if part.heading else Division(part.name), *one.within) if rank else one.within,
        word=part.name if rank else one.word,
        rank="policy" if rank else "",
    )
