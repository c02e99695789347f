"""The sheet as a whole: preamble, articles, closing words and annexes with their rows, and how far each note may run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.server.views.marks import Marked, gravest
from ssc_drafter.server.views.sheet import (
    LONGEST_RUN,
    Division,
    Layout,
    Line,
    Row,
    Stretch,
    bare,
    cut,
    ends,
    is_heading,
    layout,
    pieces_of,
    row_of,
    words_row,
)
from ssc_drafter.tree.nodes import Agreement, Annex, Article, Recital, plain
from ssc_drafter.tree.numbering import Numbered, numbered
from ssc_drafter.tree.running import RunningText

TITLE_ROWS = 3  # the tally begins beside the title


class Sheet(Struct, frozen=True):
    """All that `_sheet.html` prints. `title` is lines with their part; `whole` findings belong to no paragraph."""

    lang: str
    title: tuple[tuple[str, tuple[Stretch, ...]], ...]
    divisions: tuple[Division, ...]
    signatures: tuple[tuple[tuple[Stretch, ...], ...], ...]
    whole: tuple[Marked, ...]
    blanks: int
    tally_runs: int
    draft_mark: str = ""


def sheet(agreement: Agreement, running: RunningText, marks: Iterable[Marked]) -> Sheet:
    """Lay an agreement out with its findings."""
    marks = tuple(marks)
    page = layout(agreement, running, marks)
    found = list(_preamble(agreement, page))
    found += _numbered(agreement, page)
    found += _closing(agreement, page)
    divisions = _with_runs(found)
    shown = {row.address for one in divisions for row in one.rows}
    return Sheet(
        agreement.lang,
        tuple((line.part, bare(line.content)) for line in agreement.title),
        divisions,
        tuple((bare(one.lead), bare(one.party), bare(one.signatory), bare(one.office)) for one in agreement.signatures),
        tuple(mark for mark in marks if mark.address not in shown),
        sum(piece.kind == "blank" for piece in _pieces(divisions)),
        _before_first_note(divisions),
        agreement.draft_mark,
    )


def with_edits(page: Sheet, keys: Mapping[str, tuple[str, str]], authors: Mapping[tuple[str, str], str]) -> Sheet:
    """Return the sheet with the addresses at which its words can be edited, and who edited them.

    `keys` are the part and key that an edit of an address is kept by, `authors` who made the edits that there are.
    """
    divisions = []
    for one in page.divisions:
        rows = tuple(_editable(row, keys, authors) for row in one.rows)
        divisions.append(replace(one, rows=rows))
    return replace(page, divisions=tuple(divisions))


def _editable(row: Row, keys: Mapping[str, tuple[str, str]], authors: Mapping[tuple[str, str], str]) -> Row:
    if row.kind == "testimonium":
        addresses = [f"{row.address}__para_{place}" for place in range(1, len(row.lines) + 1)]
    else:
        addresses = [row.address]
    own = tuple(authors.get(keys[one], "") if one in keys else "" for one in addresses)
    by = own if any(own) else (row.provenance.edited_by or "",) * len(addresses)
    edits = tuple(addresses) if all(one in keys for one in addresses) else ()
    return replace(row, edits=edits, by=by)


def _pieces(divisions: tuple[Division, ...]) -> Iterable:  # type: ignore[type-arg]
    for one in divisions:
        for row in one.rows:
            for line in row.lines:
                for stretch in line.stretches:
                    yield from stretch.pieces


def _preamble(agreement: Agreement, page: Layout) -> Iterable[Division]:
    preamble = agreement.preamble
    if not preamble:
        return
    rows = [words_row("preamble", "opening", preamble.opening, page, preamble.provenance)]
    for one in numbered(agreement):
        if isinstance(one.node, Recital):
            rows.append(words_row(one.address, "recital", one.node.content, page, one.node.provenance))
    rows.append(words_row("preamble__formula", "formula", preamble.formula, page, preamble.provenance))
    yield _division("the-preamble", "preamble", rows)


def _division(ident: str, kind: str, rows: list[Row]) -> Division:
    marks = tuple(mark for row in rows for mark in row.notes)
    return Division(ident, kind, "", "", (), "", tuple(rows), gravest=gravest(marks))


def _numbered(agreement: Agreement, page: Layout) -> list[Division]:
    found: list[Division] = []
    for one in numbered(agreement):
        if isinstance(one.node, Recital):
            continue
        if is_heading(one):
            found.append(_begun(one))
        row = row_of(one, page)
        if row and found:
            last = found[-1]
            marks = tuple(mark for each in (*last.rows, row) for mark in each.notes)
            found[-1] = replace(last, rows=(*last.rows, row), gravest=gravest(marks))
    return found


def _begun(one: Numbered) -> Division:
    node = one.node
    assert isinstance(node, Article | Annex)
    kind = "article" if isinstance(node, Article) else "annex"
    return Division(one.address, kind, node.name, one.number, bare(node.heading), plain(node.heading), (), node.provenance)


def _closing(agreement: Agreement, page: Layout) -> list[Division]:
    """Return the closing words. Signature blocks are printed by the template, after them and before the annexes."""
    if not agreement.testimonium:
        return []
    unit, marks = page.units.get("testimonium"), page.marks.get("testimonium", ())
    at = unit.start if unit else 0
    lines = []
    for one in agreement.testimonium.paragraphs:
        lines.append(Line("", cut(pieces_of(one.content, page.goes_to), at, marks)))
        at += len(plain(one.content)) + 1
    by = agreement.testimonium.provenance
    return [_division("the-closing", "closing", [Row("testimonium", "", "testimonium", ends(lines), True, marks, 1, by)])]


def _with_runs(found: list[Division]) -> tuple[Division, ...]:
    """Write into each row with notes how many rows of the sheet follow before the next such row."""
    places: list[tuple[int, int]] = []  # of every grid row: division, row (-1 a heading, -2 what stands under it)
    for d, one in enumerate(found):
        places += [(d, -1), (d, -2)] if one.heading else []
        places += [(d, r) for r in range(len(one.rows))]
    runs: dict[tuple[int, int], int] = {}
    ahead = LONGEST_RUN
    for d, r in reversed(places):
        if r >= 0 and found[d].rows[r].notes:
            runs[d, r] = min(ahead, LONGEST_RUN)
            ahead = 0
        ahead += 1
    return tuple(
        replace(one, rows=tuple(replace(row, runs=runs.get((d, r), 1)) for r, row in enumerate(one.rows)))
        for d, one in enumerate(found)
    )


def _before_first_note(divisions: tuple[Division, ...]) -> int:
    count = TITLE_ROWS - 2
    for one in divisions:
        count += 2 if one.heading else 0
        for row in one.rows:
            if row.notes:
                return max(1, min(count, LONGEST_RUN))
            count += 1
    return LONGEST_RUN
