"""Units that bear a number alone, as in a letter: "1." as a heading, and beneath it paragraphs that count 1, 2 anew."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ssc_drafter.policies.contents import CONTENTS
from ssc_drafter.policies.grammar import any_of
from ssc_drafter.policies.instrument import Level
from ssc_drafter.policies.numerals import STEP
from ssc_drafter.policies.pages import Candidate, Page

CITED = ("article", "section", "rule", "paragraph")


def without_paragraphs(on: Page, found: Sequence[Candidate]) -> list[Candidate]:
    """Return candidates without the numbers of paragraphs, where bare numbers count the units above them 1, 2, 3 ...

    Those of the units stand in headings or, where the format knows none, alone on their line with a full stop. Paragraphs that
    do not begin anew beneath each unit are units themselves, and nothing is taken out.
    """
    bare = [one for one in found if one.family == "bare" and one.weight > CONTENTS]
    heads = _heads(on, bare)
    numbers = [one.number.key for one in heads]
    if len(heads) < 2 or numbers != [STEP * place for place in range(1, len(heads) + 1)]:
        return list(found)
    starts = {one.start for one in heads}
    below = [one for one in bare if one.start > heads[0].start and one.start not in starts]
    if not below or any(one.number.key != STEP for one in _first_of_each(heads, below)):
        return list(found)
    gone = {one.start for one in below}
    return [one for one in found if one.family != "bare" or one.start not in gone]


def _heads(on: Page, bare: Sequence[Candidate]) -> list[Candidate]:
    headings = [one for one in bare if (printed := on.at(one.start)) is not None and printed.kind == "heading"]
    return headings or [one for one in bare if one.look[2:] == (".", "alone")]


def _first_of_each(heads: Sequence[Candidate], below: Sequence[Candidate]) -> list[Candidate]:
    """Return the first paragraph beneath each unit that has numbered ones."""
    found: dict[int, Candidate] = {}
    for one in below:
        found.setdefault(sum(head.start < one.start for head in heads), one)
    return list(found.values())


def bare_level(on: Page, plan: bool) -> Level:
    """Return what a text whose units have a bare number calls them: where it cites itself, or a record of decisions."""
    if plan and re.search(rf"(?<!\w)(?:{any_of(on.words.records)})(?!\w)", on.folded[:600]):
        return "decision"
    if plan:
        return "paragraph"
    named = {word: level for word, level in on.words.units.items() if len(word) > 3 and level in CITED}
    cited = Counter(named[found] for found in re.findall(rf"(?<!\w)({any_of(named)}) \d", on.folded) if found in named)
    cited["section" if on.words.lang == "en" else "article"] += 1
    return cited.most_common(1)[0][0]  # type: ignore[return-value]
