"""The multilevel lists of a Word file: Word counts by itself what numbering.py counted, and goes on where a lawyer adds.

One list a text (the body, each annex): level 0 the article, 1 the paragraph, 2 (a), 3 (i) and on. Every article's paragraphs
stand in an instance of that list of their own which starts anew, so that no reader has to infer the restart. The lists stand in
the template (numbering.xml); the styles of its headings, paragraphs and items are tied to their levels.
"""

from __future__ import annotations

from copy import deepcopy

from ssc_drafter.tree.numbering import point
from ssc_drafter.writers.word.xml import Tree, qn

BODY, ANNEXES = 1, 2  # the two instances that styles are tied to
INDENT = 567  # 10 mm
COUNTED = 4  # levels that start anew with an instance


class Lists:
    """The lists of one file, made in its numbering part."""

    def __init__(self, part: Tree, unit: str, annex: str, lang: str) -> None:
        self.part = part
        for abstract, word in zip(part, (unit, annex), strict=False):
            next(abstract.iter(qn("w:lvlText"))).set(qn("w:val"), f"{word} %1" if word else "%1.")
            for level in list(abstract.iter(qn("w:lvlText")))[2:]:
                level.set(qn("w:val"), point(level.get(qn("w:val")).strip("()"), lang))

    def text(self) -> int:
        """Return a new abstract list, for the articles of an annex; no style is tied to it."""
        made = deepcopy(self.part[0])
        for style in list(made.iter(qn("w:pStyle"))):
            style.getparent().remove(style)
        number = len(self.part.findall(qn("w:abstractNum")))
        made.set(qn("w:abstractNumId"), str(number))
        self.part.insert(number, made)  # the abstract lists stand before the instances
        return number

    def instance(self, text: int, first: int = 1) -> int:
        """Return a new instance of a text's list that starts anew from level `first` on."""
        made = self.part.add_num(text)
        for level in range(first, COUNTED):
            made.add_lvlOverride(ilvl=level).add_startOverride(1)
        return int(made.numId)
