"""A table of contents: a dense row of numbers whose words come again later in the text, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ssc_drafter.policies.grammar import any_of

if TYPE_CHECKING:
    from ssc_drafter.policies.pages import Candidate, Page

CONTENTS = -3.0  # weight of an entry of a table of contents
ENTRY = re.compile(
    r"\s*\n\s*(?:\d{1,4}[ \t]*(?=\n)|[^\n]{2,90}?[ .…]{2,}\d{1,4}[ \t]*(?=\n)|[^\n]{2,90}\n\s*\d{1,4}[ \t]*(?=\n))"
)


def contents_marked(on: Page, found: list[Candidate]) -> list[Candidate]:
    """Return the candidates, those of a table of contents made light: a dense row whose numbers and words come again."""
    last = {_entry(on, one): one.start for one in found}
    light: set[int] = set()
    dense: list[int] = []
    for place, one in enumerate(found):
        after = found[place + 1].start if place + 1 < len(found) else len(on.text)
        lines = on.text[on.line(one.end)[1] : after].strip()
        if after - one.start < 260 and len(lines) < 100:
            dense.append(place)
            continue
        light.update(_repeated(on, found, [*dense, place], last))
        dense = []
    light.update(_repeated(on, found, dense, last))
    return [replace(one, weight=CONTENTS) if place in light else one for place, one in enumerate(found)]


def _entry(on: Page, one: Candidate) -> tuple[int, str]:
    """Return what makes two headings the same: the number and the first letters of the words behind it."""
    line = on.folded[one.text_start : one.text_start + 60].lstrip().split("\n", 1)[0]
    return one.number.key, "".join(islice(filter(str.isalpha, line), 12))


def _repeated(on: Page, found: list[Candidate], dense: list[int], last: dict[tuple[int, str], int]) -> list[int]:
    """Return those of a dense row that come again later, where there are at least four and they are most of the row."""
    again = [place for place in dense if last[_entry(on, found[place])] > found[place].start and _entry(on, found[place])[1]]
    return again if len(again) >= max(4, len(dense) * 0.5) else []


def contents_of(on: Page, found: Sequence[Candidate]) -> tuple[int, int] | None:
    """Return where a table of contents stands: from its heading to the last line that is one of its entries."""
    entries = [(one.start, one.end) for one in found if one.weight == CONTENTS]
    entries += [(one.start, one.end) for one in on.printed if "toc" in one.marks]
    if not entries:
        return None
    start = min(entries)[0]
    heads = re.compile(rf"(?m)^[^\w\n]{{0,12}}(?:{any_of(on.words.contents)})[^\w\n]*$")
    heading = max((one.start() for one in heads.finditer(on.folded, 0, start)), default=start)
    end = on.line(max(entries)[1])[1]
    while ENTRY.match(on.text, end):
        end = ENTRY.match(on.text, end).end()  # type: ignore[union-attr]
    return heading, end
