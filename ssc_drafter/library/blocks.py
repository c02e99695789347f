"""From rendered text to paragraphs, points and tables. Structure is read from the wording's own signs, never from an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from msgspec import Struct

from ssc_drafter.errors import Problem
from ssc_drafter.language.lists import linked
from ssc_drafter.language.tongue import tongue
from ssc_drafter.library.inlines import Voice, inlines
from ssc_drafter.library.marks import CLOSE, LINE_MARK, OPEN
from ssc_drafter.tree.nodes import Block, Inlines, Item, Paragraph, Provenance, Row, Table, Term, Text

LABEL = re.compile(r"\((?:[a-z]{1,2}|[ivxl]{1,6})\) ?")
FIGURES = re.compile(r":?-{2,}:?")
WHOLE_MARK = re.compile(f"({OPEN}[^{CLOSE}]*{CLOSE})")


class Line(Struct, frozen=True):
    """A line of rendered text: where it stands in the wording, how far it is indented, its words with their marks."""

    number: int
    indent: int
    text: str


class Keyed(Struct, frozen=True):
    """A block with a key that stays the same over answers ("7", in loops "7.2"): the line of the wording it comes from."""

    key: str
    block: Block


def lines(rendered: str) -> list[Line]:
    """Return the lines that hold something."""
    found = []
    for raw in rendered.split("\n"):
        numbers = LINE_MARK.findall(raw)
        text = LINE_MARK.sub("", raw).rstrip(" \t")
        bare = text.lstrip(" ")
        if bare.strip():
            found.append(Line(int(numbers[0]) if numbers else 0, len(text) - len(bare), bare))
    return found


@dataclass
class _Point:
    content: Inlines
    answers: tuple[str, ...]
    points: list[_Point] = field(default_factory=list)


@dataclass
class _Paragraph:
    key: str
    content: Inlines
    answers: tuple[str, ...]
    points: list[_Point] = field(default_factory=list)
    closing: Inlines = ()


class Reader:
    """Reads the lines of one text. `where` names it in problems, `by` is the provenance that every node gets."""

    def __init__(self, where: str, voice: Voice, by: Provenance) -> None:
        self.where, self.voice, self.by = where, voice, by
        self.seen: dict[int, int] = {}

    def key(self, line: Line) -> str:
        """Return the key of the block that begins on a line."""
        self.seen[line.number] = count = self.seen.get(line.number, 0) + 1
        return str(line.number) if count == 1 else f"{line.number}.{count}"

    def wrong(self, line: Line, key: str, **values: object) -> Problem:
        where = f"{self.where}:{line.number}" if line.number else self.where
        return Problem(f"library.{key}", where, **values)

    def inlines(self, text: str) -> tuple[Inlines, tuple[str, ...]]:
        return inlines(text, self.voice)

    def provenance(self, answers: Iterable[str]) -> Provenance:
        return Provenance(self.by.clause, self.by.version, self.by.variant, tuple(dict.fromkeys(answers)), self.by.edited_by)

    def blocks(self, found: Sequence[Line]) -> list[Keyed]:
        """Return the blocks of the lines. Raises Problem at a line that stands where it cannot."""
        made: list[Keyed] = []
        current: _Paragraph | None = None
        table: list[Line] = []
        for line in found:
            if line.indent == 0 and line.text.startswith("|"):
                table.append(line)
                continue
            if table:
                self._close(made, current)
                current = None
                made.append(self._table(table))
                table = []
            if line.indent == 0:
                self._close(made, current)
                content, answers = self.inlines(line.text)
                current = _Paragraph(self.key(line), content, answers)
            elif current is None:
                raise self.wrong(line, "item_without_paragraph")
            else:
                self._within(current, line)
        self._close(made, current)
        if table:
            made.append(self._table(table))
        return made

    def _close(self, made: list[Keyed], current: _Paragraph | None) -> None:
        if current is not None and (current.content or current.points):
            finish(current.points, self.voice.lang, last=not current.closing)
            made.append(Keyed(current.key, self._paragraph(current)))

    def _within(self, paragraph: _Paragraph, line: Line) -> None:
        label = LABEL.match(line.text)
        if line.indent not in (2, 4):
            raise self.wrong(line, "indent")
        if not label:
            if line.indent == 4 or not paragraph.points or paragraph.closing:
                raise self.wrong(line, "no_label")
            paragraph.closing, answers = self.inlines(line.text)
            paragraph.answers += answers
            return
        if paragraph.closing:
            raise self.wrong(line, "after_closing")
        content, answers = self.inlines(line.text[label.end() :])
        if not content:
            return
        if line.indent == 2:
            paragraph.points.append(_Point(content, answers))
        elif paragraph.points:
            paragraph.points[-1].points.append(_Point(content, answers))
        else:
            raise self.wrong(line, "item_without_paragraph")

    def _paragraph(self, one: _Paragraph) -> Paragraph:
        answers = [*one.answers, *(name for point in one.points for name in _answers(point))]
        items = tuple(self._item(point) for point in one.points)
        return Paragraph(one.content, items, one.closing, provenance=self.provenance(answers))

    def _item(self, point: _Point) -> Item:
        items = tuple(self._item(one) for one in point.points)
        return Item(point.content, items, provenance=self.provenance(_answers(point)))

    def _table(self, found: list[Line]) -> Keyed:
        key = self.key(found[0])
        caption: Inlines = ()
        figures: tuple[int, ...] = ()
        answers: list[str] = []
        rows: list[Row] = []
        for line in found:
            if line.text.startswith("|="):
                caption, used = self.inlines(line.text[2:])
                answers += used
            elif all(FIGURES.fullmatch(cell) for cell in _cells(line.text)):
                figures = tuple(place for place, cell in enumerate(_cells(line.text)) if cell.endswith(":"))
            else:
                read = [self.inlines(cell) for cell in _cells(line.text)]
                answers += [name for _, used in read for name in used]
                rows.append(Row(tuple(content for content, _ in read)))
                if len(rows[-1].cells) != len(rows[0].cells):
                    raise self.wrong(line, "table_width", found=len(rows[-1].cells), wanted=len(rows[0].cells))
        if not rows:
            raise self.wrong(found[0], "table_empty")
        return Keyed(key, Table(rows[0], tuple(rows[1:]), caption, figures, provenance=self.provenance(answers)))


def _answers(point: _Point) -> list[str]:
    return [*point.answers, *(name for one in point.points for name in _answers(one))]


def _cells(text: str) -> list[str]:
    cells = [""]
    for part in WHOLE_MARK.split(text):
        if part.startswith(OPEN):
            cells[-1] += part
            continue
        first, *more = part.split("|")
        cells[-1] += first
        cells.extend(more)
    inner = cells[1:-1] if not cells[-1].strip() else cells[1:]
    return [cell.strip() for cell in inner]


def finish(points: list[_Point], lang: str, last: bool) -> None:
    """Finish a row whose points all end with ";": "; and" after the last but one, "." after the last (where nothing follows).

    A row in which any point ends otherwise is left as its author wrote it.
    """
    for point in points:
        finish(point.points, lang, last=False)
    if not points or not all(_ending(point).rstrip().endswith(";") for point in points):
        return
    if len(points) > 1:
        _end(points[-2], f"; {linked(tongue(lang).and_, _beginning(points[-1]), lang)}")
    if last:
        _end(points[-1], ".")


def _beginning(point: _Point) -> str:
    return next((run.text for run in point.content if isinstance(run, Text | Term)), "")


def _ending(point: _Point) -> str:
    if point.points:
        return _ending(point.points[-1])
    run = point.content[-1]
    return run.text if isinstance(run, Text) and not run.answer else ""


def _end(point: _Point, ending: str) -> None:
    if point.points:
        _end(point.points[-1], ending)
        return
    run = point.content[-1]
    if isinstance(run, Text):
        stem = run.text.rstrip().removesuffix(";")
        kept = stem if ending.startswith(";") else stem.rstrip("\u00a0 ")
        point.content = (*point.content[:-1], Text(kept + ending, run.emphasis, run.lang))
