"""From one line of rendered text to runs: own words, answers, terms, references, blanks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct

from ssc_drafter.language.joints import meeting
from ssc_drafter.language.typography import quotes, set_well
from ssc_drafter.library.marks import Mark, pieces
from ssc_drafter.tree.nodes import Blank, Break, Inline, Inlines, Ref, Term, Text

EMPHASIS = re.compile(r"(\\\*|\*\*|\*)")


class Voice(Struct, frozen=True):
    """The language of a text, and how its slots are called as questions ("days" is "consultation.days")."""

    lang: str
    answer_id: Callable[[str], str] = str


class _Line:
    """Runs written so far, with the emphasis and the quotation marks that are open."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.runs: list[Inline] = []
        self.style: Literal["", "bold", "italic"] = ""
        self.quoted = False
        self.answers: list[str] = []

    def own(self, text: str) -> None:
        after_words = bool(self.runs) and not (isinstance(self.runs[-1], Text) and not self.runs[-1].answer)
        for place, part in enumerate(EMPHASIS.split(text)):
            if part == "\\*":
                self.put(Text("*", self.style))
            elif part in ("*", "**") and place % 2:
                kind: Literal["bold", "italic"] = "italic" if part == "*" else "bold"
                self.style = "" if self.style == kind else kind
            elif part:
                self.put(Text(set_well(self._quotes(part), self.voice.lang, after_words and place == 0), self.style))

    def _met(self, mark: Mark) -> str:
        """Return an answer as it is said behind the own words that stand before it; these are said as it wants them."""
        last = self.runs[-1] if self.runs else None
        if not isinstance(last, Text) or last.answer:
            return mark.text
        before, text = meeting(last.text, mark.text, self.voice.lang, mark.row, mark.by)
        if before != last.text:
            self.runs[-1] = Text(before, last.emphasis, last.lang)
        return text

    def _quotes(self, text: str) -> str:
        opening, closing = quotes(self.voice.lang)

        def turn(_: re.Match[str]) -> str:
            self.quoted = not self.quoted
            return opening if self.quoted else closing

        return re.sub('"', turn, text)

    def put(self, run: Inline) -> None:
        last = self.runs[-1] if self.runs else None
        if (
            isinstance(run, Text)
            and isinstance(last, Text)
            and not (run.answer or last.answer or run.emphasis != last.emphasis)
        ):
            self.runs[-1] = Text(re.sub(" {2,}", " ", last.text + run.text), run.emphasis)
            return
        self.runs.append(run)

    def marked(self, mark: Mark) -> None:
        if mark.what == "answer":
            name = self.voice.answer_id(mark.name)
            self.answers.append(name)
            for place, part in enumerate(self._met(mark).split("\n")):
                if place:
                    self.put(Break())
                if part:
                    self.put(Text(part, self.style, answer=name))
        elif mark.what == "officer":
            self.put(Text(mark.text, self.style))
        elif mark.what == "blank":
            self.put(Blank(self.voice.answer_id(mark.name), mark.text))
        elif mark.what == "ref":
            self.put(Ref(mark.name, mark.text))
        elif mark.what == "defines":
            opening, closing = quotes(self.voice.lang)
            for run in (Text(opening), Term(mark.name, mark.text, True), Text(closing)):
                self.put(run)
        else:
            self.put(Term(mark.name, mark.text))


def inlines(text: str, voice: Voice) -> tuple[Inlines, tuple[str, ...]]:
    """Return the runs of a line and the ids of the answers among them."""
    line = _Line(voice)
    for piece in pieces(text):
        if isinstance(piece, Mark):
            line.marked(piece)
        else:
            line.own(piece)
    return trimmed(tuple(line.runs)), tuple(dict.fromkeys(line.answers))


def trimmed(runs: Inlines) -> Inlines:
    """Return the runs without blanks at the ends of the library's own words; nothing where they are blank altogether."""
    made = list(runs)
    for end, strip in ((0, str.lstrip), (-1, str.rstrip)):
        while made and isinstance(run := made[end], Text) and not run.answer:
            text = strip(run.text, " ")
            if text:
                made[end] = Text(text, run.emphasis, run.lang)
                break
            made.pop(end)
    return tuple(made)


def own_words(runs: Inlines) -> Iterator[str]:
    """Yield the stretches that are the library's own words."""
    return (run.text for run in runs if isinstance(run, Text) and not run.answer)
