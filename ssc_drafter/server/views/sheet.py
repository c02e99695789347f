"""The draft as the page shows it: rows of the sheet, with the words of each paragraph cut where a finding begins and ends.

Nothing is measured and nothing is decided here: a tree and findings with places go in, rows for `_sheet.html` come out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct

from ssc_drafter.server.views.marks import Marked
from ssc_drafter.tree.nodes import (
    NO_PROVENANCE,
    Agreement,
    Article,
    Blank,
    Bracket,
    Break,
    Inline,
    Inlines,
    Item,
    Paragraph,
    Provenance,
    Recital,
    Ref,
    Table,
    Term,
    Text,
    plain,
)
from ssc_drafter.tree.numbering import Numbered, letters, numbered, point, roman
from ssc_drafter.tree.running import RunningText, Unit

LONGEST_RUN = 8


class Piece(Struct, frozen=True):
    """Words of one kind: text, bold, italic, defined, term, ref, blank, break. `target` is what a link leads to."""

    kind: str
    text: str
    target: str = ""
    lang: str = ""
    bracket: str = ""  # "", or the Party that proposes the words, or "-" where none is named


class Stretch(Struct, frozen=True):
    """Pieces side by side under the same finding, or under none."""

    pieces: tuple[Piece, ...]
    mark: Marked | None = None
    first: bool = False  # the finding's words begin here
    last: bool = False  # its number is printed after this stretch


class Line(Struct, frozen=True):
    """A printed line of a paragraph: its label, its words, how deep it stands."""

    label: str
    stretches: tuple[Stretch, ...]
    depth: int = 0  # 0 the paragraph itself, 1 (a), 2 (i)
    closing: bool = False


class Row(Struct, frozen=True):
    """A row of the sheet: a paragraph with what belongs to it. `runs` is how many rows its notes may run beside."""

    address: str
    number: str
    kind: str  # par, recital, table, opening, formula, testimonium
    lines: tuple[Line, ...]
    alone: bool = False
    notes: tuple[Marked, ...] = ()
    runs: int = 1
    provenance: Provenance = NO_PROVENANCE
    table: tuple[tuple[tuple[Stretch, ...], ...], ...] = ()
    caption: tuple[Stretch, ...] = ()
    edits: tuple[str, ...] = ()  # the addresses at which words of this row can be edited: one, or one a line
    by: tuple[str, ...] = ()  # for each of them who wrote its words by hand, or nothing


class Division(Struct, frozen=True):
    """What is replaced as one on the page: the preamble, an article, an annex, the closing words."""

    id: str
    kind: str  # preamble, article, annex, closing
    name: str
    label: str  # "1", of an article or annex
    heading: tuple[Stretch, ...]
    title: str
    rows: tuple[Row, ...]
    provenance: Provenance = NO_PROVENANCE
    gravest: str = ""  # the sign of its gravest finding


# ---- inlines to pieces -------------------------------------------------------------------------------------------
def pieces_of(inlines: Inlines, goes_to: dict[str, str], bracket: str = "") -> Iterator[Piece]:
    """Yield the pieces of inlines. Their texts joined are what `plain` gives."""
    for inline in inlines:
        if isinstance(inline, Bracket):
            by = inline.by or "-"
            yield Piece("bracket", f"[{inline.by}: " if inline.by else "[", bracket=by)
            yield from pieces_of(inline.content, goes_to, by)
            yield Piece("bracket", "]", bracket=by)
        else:
            yield _piece(inline, goes_to, bracket)


def _piece(inline: Inline, goes_to: dict[str, str], bracket: str) -> Piece:
    if isinstance(inline, Text):
        return Piece(inline.emphasis or "text", inline.text, lang=inline.lang, bracket=bracket)
    if isinstance(inline, Term):
        return Piece("defined" if inline.defines else "term", inline.text, bracket=bracket)
    if isinstance(inline, Ref):
        return Piece("ref", inline.text, goes_to.get(inline.target, ""), bracket=bracket)
    if isinstance(inline, Blank):
        return Piece("blank", f"[{inline.prompt}]", inline.slot, bracket=bracket)
    if isinstance(inline, Break):
        return Piece("break", "\n", bracket=bracket)
    raise TypeError(inline)


def cut(pieces: Iterable[Piece], at: int, marks: tuple[Marked, ...]) -> tuple[Stretch, ...]:
    """Return the pieces that stand at `at` of the running text, grouped by the finding that lies over them."""
    edges = sorted({edge for mark in marks for edge in (mark.start, mark.end)})
    groups: list[tuple[Marked | None, list[Piece]]] = []
    place = at
    for piece in pieces:
        for part, start in _split(piece, place, edges):
            over = next((mark for mark in marks if mark.start <= start < mark.end), None)
            if not groups or groups[-1][0] is not over:
                groups.append((over, []))
            groups[-1][1].append(part)
        place += len(piece.text)
    return tuple(Stretch(tuple(group), mark) for mark, group in groups)


def _split(piece: Piece, place: int, edges: list[int]) -> Iterator[tuple[Piece, int]]:
    if piece.kind in ("blank", "ref", "break", "bracket"):  # never cut: the whole lies under the finding or not
        yield piece, place
        return
    cuts = [0, *(edge - place for edge in edges if place < edge < place + len(piece.text)), len(piece.text)]
    for start, end in pairwise(cuts):
        yield Piece(piece.kind, piece.text[start:end], piece.target, piece.lang, piece.bracket), place + start


# ---- nodes to rows -----------------------------------------------------------------------------------------------
class Layout(Struct, frozen=True):
    """What every row needs: where references lead, where each unit stands, the findings by unit."""

    goes_to: dict[str, str]
    units: dict[str, Unit]
    marks: dict[str, tuple[Marked, ...]]
    text: str
    lang: str


def layout(agreement: Agreement, running: RunningText, marks: Iterable[Marked]) -> Layout:
    """Return the places of an agreement and its findings, ready to be laid out."""
    by_unit: dict[str, list[Marked]] = {}
    for mark in marks:
        by_unit.setdefault(mark.address, []).append(mark)
    units = {unit.address: unit for unit in running.units}
    return Layout(
        _targets(agreement), units, {key: tuple(found) for key, found in by_unit.items()}, running.text, agreement.lang
    )


def _targets(agreement: Agreement) -> dict[str, str]:
    goes_to: dict[str, str] = {}
    within = ""
    for one in numbered(agreement):
        name = getattr(one.node, "name", "")
        if name:
            goes_to.setdefault(name, one.address)
            within = name
        elif one.depth == 1 and within:
            goes_to.setdefault(f"{within}/{one.label.rstrip('.') or '1'}", one.address)
    return goes_to


def paragraph_row(one: Numbered, page: Layout) -> Row:
    """Return the row of a paragraph: its words, points and closing words, cut where findings lie."""
    node = one.node
    assert isinstance(node, Paragraph)
    unit, marks = page.units.get(one.address), page.marks.get(one.address, ())
    texts = [(one.label, node.content, 0, False), *_points(node.items, 1, page.lang)]
    if node.closing:
        texts.append(("", node.closing, 0, True))
    at = unit.start if unit else 0
    lines = []
    for label, inlines, depth, closing in texts:
        line = f"{label} {plain(inlines)}".strip() if label or not depth else plain(inlines)
        lead = max(line.find(plain(inlines).strip()), 0)
        lines.append(Line(label, cut(pieces_of(inlines, page.goes_to), at + lead, marks), depth, closing))
        at += len(line) + 1
    return Row(one.address, one.number, "par", ends(lines), not one.label, marks, 1, node.provenance)


def _points(items: tuple[Item, ...], depth: int, lang: str) -> Iterator[tuple[str, Inlines, int, bool]]:
    for place, item in enumerate(items, 1):
        printed = item.number or (letters(place) if depth == 1 else roman(place))
        yield point(printed, lang), item.content, depth, False
        yield from _points(item.items, depth + 1, lang)


def ends(lines: list[Line]) -> tuple[Line, ...]:
    """Say of each finding where its words begin and where its number is printed."""
    order = [(i, j) for i, line in enumerate(lines) for j, stretch in enumerate(line.stretches) if stretch.mark]
    first: dict[str, tuple[int, int]] = {}
    last: dict[str, tuple[int, int]] = {}
    for i, j in order:
        mark = lines[i].stretches[j].mark
        if mark:
            first.setdefault(mark.id, (i, j))
            last[mark.id] = (i, j)
    done = []
    for i, line in enumerate(lines):
        stretches = tuple(
            Stretch(one.pieces, one.mark, first[one.mark.id] == (i, j), last[one.mark.id] == (i, j)) if one.mark else one
            for j, one in enumerate(line.stretches)
        )
        done.append(Line(line.label, stretches, line.depth, line.closing))
    return tuple(done)


def words_row(address: str, kind: str, inlines: Inlines, page: Layout, provenance: Provenance = NO_PROVENANCE) -> Row:
    """Return the row of words that are no paragraph of an article: the opening, a recital, a closing line."""
    unit, marks = page.units.get(address), page.marks.get(address, ())
    line = Line("", cut(pieces_of(inlines, page.goes_to), unit.start if unit else 0, marks))
    return Row(address, "", kind, ends([line]), True, marks, 1, provenance)


def table_row(one: Numbered, page: Layout) -> Row:
    """Return the row of a table. Findings on it are shown in the margin, without words marked."""
    node = one.node
    assert isinstance(node, Table)
    rows = tuple(tuple(_bare(cell, page) for cell in row.cells) for row in (node.heading, *node.rows))
    marks = page.marks.get(one.address, ())
    return Row(one.address, one.number, "table", (), True, marks, 1, node.provenance, rows, _bare(node.caption, page))


def _bare(inlines: Inlines, page: Layout) -> tuple[Stretch, ...]:
    return (Stretch(tuple(pieces_of(inlines, page.goes_to))),)


def bare(inlines: Inlines) -> tuple[Stretch, ...]:
    """Return words outside the running text (a title, a heading) as stretches without findings."""
    return (Stretch(tuple(pieces_of(inlines, {}))),)


def row_of(one: Numbered, page: Layout) -> Row | None:
    """Return the row of a paragraph, table or recital; None for what is part of another row."""
    if isinstance(one.node, Paragraph):
        return paragraph_row(one, page)
    if isinstance(one.node, Table):
        return table_row(one, page)
    if isinstance(one.node, Recital):
        return words_row(one.address, "recital", one.node.content, page, one.node.provenance)
    return None


def is_heading(one: Numbered) -> bool:
    """Tell whether a new division begins with this node."""
    return isinstance(one.node, Article) or (one.address.startswith("annex_") and "__" not in one.address)
