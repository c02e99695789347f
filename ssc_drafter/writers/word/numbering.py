"""The multilevel lists of a Word file: Word counts by itself what numbering.py counted, and goes on where a lawyer adds.

One list a text (the body, each annex): level 0 the article, 1 the paragraph, 2 (a), 3 (i) and on. Every article's paragraphs
stand in an instance of that list of their own which starts anew, so that no reader has to infer the restart.
"""

from __future__ import annotations

from ssc_drafter.writers.word.xml import Element, w

BODY, ANNEXES = 1, 2  # the two instances that styles are tied to
STYLES = ("Heading2", "AgreementParagraph", "AgreementItem", "AgreementSubitem")
INDENT = 567  # 10 mm
LEVELS = 9


class Lists:
    """The lists made so far. An abstract list per text, an instance per run of paragraphs."""

    def __init__(self, unit: str, annex: str) -> None:
        self.unit = unit
        self.abstract = [_articles(0, unit, styles=True), _annexes(1, annex)]
        self.instances = [_instance(BODY, 0, 0), _instance(ANNEXES, 1, 0)]

    def text(self) -> int:
        """Return a new abstract list, for the articles of an annex."""
        self.abstract.append(_articles(len(self.abstract), self.unit, styles=False))
        return len(self.abstract) - 1

    def instance(self, text: int, first: int = 1) -> int:
        """Return a new instance of a text's list that starts anew from level `first` on."""
        number = len(self.instances) + 1
        self.instances.append(_instance(number, text, first))
        return number

    def part(self) -> Element:
        """Return the numbering part."""
        return w("numbering", *self.abstract, *self.instances)


def _instance(number: int, abstract: int, first: int) -> Element:
    restarts = range(first, 4) if number > ANNEXES else ()
    overrides = (w("lvlOverride", w("startOverride", val=1), ilvl=level) for level in restarts)
    return w("num", w("abstractNumId", val=abstract), *overrides, numId=number)


def _articles(number: int, unit: str, styles: bool) -> Element:
    levels = [_heading(unit, "Heading2" if styles else "")]
    levels += [_level(level, STYLES[level] if styles and level < len(STYLES) else "") for level in range(1, LEVELS)]
    return w("abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=number)


def _annexes(number: int, word: str) -> Element:
    levels = [_heading(word, "Heading1"), *(_level(level, "") for level in range(1, LEVELS))]
    return w("abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=number)


def _heading(word: str, style: str) -> Element:
    look = w("rPr", w("b", val=0), w("bCs", val=0), w("caps"), w("spacing", val=20), w("sz", val=22), w("szCs", val=22))
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="decimal"),
        w("pStyle", val=style) if style else None,
        w("suff", val="nothing"),
        w("lvlText", val=f"{word} %1"),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=0, firstLine=0)),
        look,
        ilvl=0,
    )


def _level(level: int, style: str) -> Element:
    form = {1: "decimal", 2: "lowerLetter"}.get(level, "lowerRoman")
    text = f"%{level + 1}." if level == 1 else f"(%{level + 1})"
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=form),
        w("pStyle", val=style) if style else None,
        w("lvlText", val=text),
        w("lvlJc", val="left"),
        w("pPr", w("tabs", w("tab", val="num", pos=level * INDENT)), w("ind", left=level * INDENT, hanging=INDENT)),
        ilvl=level,
    )
