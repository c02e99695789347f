"""The rows of a policy's tables as norms: what is to come to how much, from which base, by when, and who has to see to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import msgspec
from msgspec import Struct

from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading
from ssc_drafter.check.structure.aims import infinitive
from ssc_drafter.check.structure.columns import YEAR, Columns, columns
from ssc_drafter.check.structure.figures import amount, toward, unit_of, year
from ssc_drafter.check.structure.naming import subjects_in
from ssc_drafter.check.structure.norm import Amount, Bearer, Norm, Part
from ssc_drafter.check.structure.told import Told, told
from ssc_drafter.policies.instrument import Table

HEADS = 2  # rows that a table may begin with ahead of its head: a title over all columns
LETTERS = 3  # of a cell that says something in words
_LINE = re.compile(r"^[ \t]*\|?[^|\n]*\|.*$", re.M)
_RULE = re.compile(r"[\s|:-]+")
_HOLLOW = re.compile(r"(?i)[\W_]*(?:n\.?\s?/?\s?[ad]\.?|tbd|nd|s/d)?[\W_]*")
Cell = tuple[int, int]
Row = tuple[Cell, ...]


Says = Callable[[int, int], tuple[Norm, ...]]  # the norms of the words between two places, read by themselves


class Target(Struct, frozen=True):
    """A row of a table of targets: its norms, where it begins and ends."""

    norms: tuple[Norm, ...]
    start: int
    end: int


def piped(text: str) -> tuple[Table, ...]:
    """Return the tables of a plain text, whose cells stand between "|", a row a line."""
    found: list[list[Row]] = []
    last = -1
    for line in _LINE.finditer(text):
        if last < 0 or text[last : line.start()].strip() or text.count("\n", last, line.start()) > 1:
            found.append([])
        last = line.end()
        if not _RULE.fullmatch(line[0]):
            found[-1].append(tuple(_cells(text, line.start(), line.end())))
    return tuple(Table(tuple(rows)) for rows in found if len(rows) > 1)


def _cells(text: str, start: int, end: int) -> Iterator[Cell]:
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip(" \t|")), start + len(words.rstrip(" \t"))
    lead = text[end - 1 : end] == "|"
    blank = words.lstrip(" \t")[:2].replace(" ", "") == "||" or re.match(r"\s*\|\s*\|", words)
    if blank:  # an empty first cell
        yield start, start
    for cell in re.finditer(r"[^|]*", text[start : end - lead]):
        if cell[0] or (cell.start() and text[start + cell.start() - 1] == "|"):
            inner = cell[0].strip(" \t")
            first = start + cell.start() + len(cell[0]) - len(cell[0].lstrip(" \t"))
            yield first, first + len(inner)


def targets(text: str, lang: str, tables: Sequence[Table], says: Says, since: int = 0) -> list[Target]:
    """Return the rows of tables that set targets, or deeds with a day or a body, in order; `says` reads a cell by itself."""
    return [one for table in tables for one in _of_table(text, lang, table, says, since)]


def _of_table(text: str, lang: str, table: Table, says: Says, since: int) -> Iterator[Target]:
    heads: Row = ()
    known: Columns | None = None
    above: Cell = (0, 0)
    for place, row in enumerate(table.rows):
        said = [" ".join(text[low:high].split()).strip("*_ ") for low, high in row]
        found = columns(said, lang, since) if known is None and place <= HEADS else _again(said, lang, since, known)
        if found:
            heads, known, above = row, found, (0, 0)
        elif known and any(said) and known.subject < len(row):
            at = row[known.subject]
            above = at if said[known.subject] else above
            if above[0] < above[1] and sum(map(bool, said)) > 1:
                yield from _Row(text, lang, heads, row, known, above).targets(says)


def _again(said: list[str], lang: str, since: int, known: Columns | None) -> Columns | None:
    """Return the columns of a head that is printed again within a table, as on a further page."""
    years = sum(bool(YEAR.fullmatch(one)) for one in said)
    again = years > 1 or (known is not None and all(said) and len(said) > 2 and not any(re.search(r"\d", one) for one in said))
    found = columns(said, lang, since) if again else None
    if found is None and years > 1 and known is not None:
        return known
    return found


class _Row:
    """One row of a table while it is read: `about` is the cell that says of what, its own or that of the row above."""

    def __init__(self, text: str, lang: str, heads: Row, row: Row, known: Columns, about: Cell) -> None:
        self.text, self.lang, self.heads, self.row, self.known, self.about = text, lang, heads, row, known, about

    def targets(self, says: Says) -> Iterator[Target]:
        """Yield the norms of the row; none where its cells say nothing of what is to come."""
        found = self._measured() if self.known.targets else self._done(says(*self.about))
        if found:
            cells = [cell for cell in self.row if cell[0] < cell[1]]
            yield Target(found, min(cells)[0], max(cell[1] for cell in cells))

    def _measured(self) -> tuple[Norm, ...]:
        base = self._amount(self.known.base)
        found, words = list[Amount](), list[Cell]()
        for column in self.known.targets:
            day = self._head_year(column) or self._year()
            one = self._amount(column)
            if one is not None:
                found.append(self._with_base(toward(one, base), base))
            elif not self._says(column):
                continue
            else:
                words.append(self.row[column])
            found += [day] if day else []
        if not found and not words:
            return ()
        return (self._norm(self.heads[self.known.targets[0]], tuple(found), words[0] if words else None),)

    def _done(self, said: tuple[Norm, ...]) -> tuple[Norm, ...]:
        """Return what is to be done, with the day and the body of its row: as its own words rule (`said`), or as a whole."""
        day, body = self._year(), self._cell(self.known.responsible)
        if day is None and body is None:
            return ()
        days = (day,) if day else ()
        own = tuple(one for one in said if one.modality == "commitment")
        if not own:
            return (self._norm(self.heads[self.known.subject], days, None),)
        return tuple(
            msgspec.structs.replace(
                one,
                bearer=self._bearer() if body else one.bearer,
                quantities=one.quantities + (() if any(row.scale == "date" for row in one.quantities) else days),
            )
            for one in own
        )

    def _norm(self, modal: Cell, found: tuple[Amount, ...], comes: Cell | None) -> Norm:
        reading = read(self.text[self.about[0] : self.about[1]], self.lang)
        effect, behind = self._effect(reading)
        cells = [cell for cell in self.row if cell[0] < cell[1]]
        return Norm(
            modality="commitment",
            start=min(*cells, self.about)[0],
            end=max(cell[1] for cell in cells),
            modal=self._part(modal),
            bearer=self._bearer(),
            frame=tuple(_moved(one, self.about[0]) for one in _frame(reading)),
            effect=self._part(comes) if comes else effect,
            object=self._part((behind, self.about[1])) if behind < self.about[1] else None,
            quantities=found,
        )

    def _effect(self, reading: Reading) -> tuple[Part | None, int]:
        """Return the verb with which the words begin of what is to come about, and where they go on."""
        start = self.about[0]
        for sentence in reading.sentences[:1]:
            words = told(reading, sentence, True)
            first = next((place for place, one in enumerate(words.texts) if one[0].isalpha()), len(words.texts))
            if first < len(words.texts) and (length := infinitive(words, first)):
                low, high = reading.span(sentence, first, first + length)
                rest = self.text[start + high : self.about[1]]
                return self._part((start + low, start + high)), start + high + len(rest) - len(rest.lstrip())
        return None, start

    def _bearer(self) -> Bearer:
        cell = self._cell(self.known.responsible)
        if cell is None:
            return Bearer("policy", self.about[0], self.about[0], "")
        return Bearer("organ", *cell, self.text[slice(*cell)])

    def _with_base(self, one: Amount, base: Amount | None) -> Amount:
        cell = self._cell(self.known.base)
        if cell is None:
            return one
        own = self._cell(self.known.base_year) or (cell if YEAR.search(self.text[slice(*cell)]) else None)
        head = self.heads[self.known.base or 0]
        when = own or (head if YEAR.search(self.text[slice(*head)]) else None)
        return msgspec.structs.replace(one, base=self._part(cell), base_when=self._part(when) if when else None)

    def _amount(self, column: int | None) -> Amount | None:
        cell = self._cell(column)
        if cell is None or column is None:
            return None
        unit = self._cell(self.known.unit)
        units = [self.text[slice(*unit)]] if unit else []
        units += [unit_of(self.text[slice(*one)], self.lang) for one in (self.heads[column], self.about)]
        return amount(self.text, *cell, [one for one in units if one], self.lang)

    def _head_year(self, column: int) -> Amount | None:
        return year(self.text, *self.heads[column]) if column < len(self.heads) else None

    def _year(self) -> Amount | None:
        cell = self._cell(self.known.year)
        return year(self.text, *cell) if cell else None

    def _says(self, column: int) -> bool:
        cell = self._cell(column)
        return cell is not None and sum(sign.isalpha() for sign in self.text[slice(*cell)]) >= LETTERS

    def _cell(self, column: int | None) -> Cell | None:
        """Return a cell of the row; None where there is none or it only says that there is nothing ("–", "n/a")."""
        if column is None or column >= len(self.row):
            return None
        low, high = self.row[column]
        return (low, high) if low < high and not _HOLLOW.fullmatch(self.text[low:high]) else None

    def _part(self, cell: Cell) -> Part:
        low, high = cell
        while low < high and self.text[low] in "*_ ":
            low += 1
        while high > low and self.text[high - 1] in "*_ ":
            high -= 1
        return Part(low, high, self.text[low:high])


def _frame(reading: Reading) -> Iterator[Part]:
    for sentence in reading.sentences:
        words: Told = told(reading, sentence, True)
        yield from subjects_in(reading, words, 0, len(words.texts))


def _moved(one: Part, by: int) -> Part:
    return msgspec.structs.replace(one, start=one.start + by, end=one.end + by)
