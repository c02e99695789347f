"""Two units with one number: a fault of the press, or one unit whose number is printed above it and again in it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ssc_drafter.policies.chain import differences
from ssc_drafter.policies.numerals import STEP
from ssc_drafter.policies.pages import Candidate, Page

OWN = 20  # characters from which what stands between two headings of one number is a unit of its own


def own_words(between: str, behind: str) -> bool:
    """Whether what stands between two headings of one number is a unit of its own: whole sentences, and not its heading, which
    many editions print above a unit and again in it."""
    heading = re.sub(r"\W+", " ", between).strip().lower()
    again = re.sub(r"\W+", " ", behind).strip().lower()
    return len(between) >= OWN and re.search(r"[.;]\s*$", between) is not None and not heading.startswith(again[:OWN])


def misprinted(on: Page, one: Candidate, twin: Candidate, members: Mapping[int, Candidate], look: tuple[str, ...]) -> bool:
    """Whether a number stands twice by a fault of the press: both printed like the rest, and the number after is missing."""
    first, second = sorted((one, twin), key=lambda each: each.start)
    alike = not differences(one, look) and one.weight >= 0.8 and twin.weight >= 0.8 and not one.quoted
    between = on.folded[first.end : second.start]
    noted = any(note in between for note in on.words.notes)
    after = (one.number.whole + 1) * STEP
    least = 200 if one.family == "bare" else 60  # a bare number also stands above its unit and again in it
    return alike and not noted and least < len(between) < 20000 and after not in members
