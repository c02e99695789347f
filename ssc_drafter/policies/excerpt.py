"""A file that holds one article of a law, or a few, and not its beginning: "Article 14" alone, with its paragraphs 1 and 2.

A row of headings loses by each number that is missing before it, so such a file has none, or its paragraphs are taken for
one. Here the numbers before it cost nothing; in turn the row has to begin at the head of the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from msgspec.structs import replace

from ssc_drafter.policies.chain import Row, best_row
from ssc_drafter.policies.headings import own_headings
from ssc_drafter.policies.instrument import Level, Provision
from ssc_drafter.policies.pages import Candidate, Page
from ssc_drafter.policies.stretches import Region

HEAD = {True: 600, False: 200}  # signs that may stand before the first: a title and a preamble; a title before a bare number
SURE = {True: 0.8, False: 0.6}  # weight of the first, with a word ("Article 14") and as a bare number ("14.")
LONGEST = 15000  # signs of a file that one article may be whose number stands alone, or that has a title before it
TOP = 60  # signs before an article that may be longer: it begins its file
BARE = "bare"
WORDED = frozenset({"article", "section", "rule", "clause"})


def excerpt(
    on: Page, found: Sequence[Candidate], regions: Sequence[Region], body: Row | None, *, plan: bool = False
) -> tuple[Region, Row] | None:
    """Return the first region of a text with the row of an excerpt as its only one, where the text is one; else None.

    `body` is the row that counts best from number one on: none, or paragraphs that stand beneath the article. Of what may be
    a `plan`, a bare number has to be the first sign: plans have lists.
    """
    home = regions[0] if regions else None
    if home is None or home.marker is not None or (body and not _points(on, home, body)):
        return None
    within = [one for one in found if home.start <= one.start < home.end]
    for families in (WORDED, frozenset() if body else frozenset({BARE})):
        named = [one for one in within if one.family in families]
        heads = [
            one
            for one in named
            if _at_head(on, one, named) and not (plan and one.family == BARE and on.text[: one.start].strip())
        ]
        alike = [one for one in named if heads and one.family == heads[0].family]
        row = best_row(alike, late=0.0) if alike else None
        if row and row.members[0] in heads and _covers(on, row, body):
            return replace(home, found=tuple(alike), rows=(row,)), row
    return None


def _points(on: Page, home: Region, body: Row) -> bool:
    """Whether a row may be the paragraphs of an article: bare numbers from 1 that bear no headings of their own."""
    ends = [*(one.start for one in body.members[1:]), home.end]
    bare = body.members[0].family == BARE and body.members[0].number.whole == 1 and body in home.rows
    return bare and not own_headings(on, list(zip(body.members, ends, strict=True)))


def _at_head(on: Page, one: Candidate, named: Sequence[Candidate]) -> bool:
    """Whether a number is the first of its family, at the head of the file, and neither quoted nor a note in brackets."""
    worded = one.family != BARE
    line, _ = on.line(one.start)
    first = not any(other.start < one.start and other.weight > 0 for other in named)
    bracket = any(sign in "([" for sign in on.text[line : one.end])
    return first and one.start <= HEAD[worded] and one.weight >= SURE[worded] and not one.quoted and not bracket


def _covers(on: Page, row: Row, body: Row | None) -> bool:
    """Whether the row holds the text: what counts from one stands beneath it, and one article alone is no long text."""
    begins = row.members[0].family != BARE and row.start <= TOP
    return (body is None or row.start < body.start) and (len(row.members) > 1 or begins or len(on.text) <= LONGEST)


NAMED = re.compile(r"(?i)(?P<word>article|art|articulo|artículo|artigo|section|sec)[-_ .]*(?P<number>\d{1,4})[-_ .]*")


def named(file: str, text: str, units: Sequence[Provision]) -> Provision | None:
    """Return the article that a file holds by its name alone ("article-1.md"), where its text numbers nothing; else None."""
    found = NAMED.fullmatch(PurePath(file).stem)
    if found is None or any(not one.address.startswith("para_") for one in units):
        return None
    level: Level = "section" if found["word"].lower().startswith("sec") else "article"
    number, start = str(int(found["number"])), len(text) - len(text.lstrip())
    return Provision(number, None, f"art_{number}", level, start, len(text.rstrip()))
