"""Tables in PDFs whose cells are ruled: each cell's lines together, merged cells as one, a table over two pages as one."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from pdffile import from_streams

from ssc_drafter.check.structure.units import norms_of_unit
from ssc_drafter.policies.instrument import Instrument
from ssc_drafter.readers.cage import read_source
from ssc_drafter.readers.imported import import_file
from ssc_drafter.readers.source import Source
from ssc_drafter.readers.tables import tables_of

XS = (60, 130, 300, 390, 480, 560)
HEAD = ["Goal", "Indicator", "Baseline (2015)", "Target (2025)", "Responsible"]
ROWS = [
    ["Mothers", "Births in a clinic (%)", "40", "75", "Ministry of Health"],
    ["", "Home visits (%)", "10", "50", "Nursing Council"],
]


def words(left: float, foot: float, text: str) -> str:
    shown = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 9 Tf 1 0 0 1 {left} {foot} Tm ({shown}) Tj ET"


def table(
    rows: list[list[str]], top: float, *, xs: tuple[int, ...] = XS, boxes: bool = False, merged: bool = False
) -> list[str]:
    """Return a table of rows 30 points high: lines across and upright, or a box a cell; `merged` joins the first cells of
    the last two rows."""
    out = []
    ys = [top - 30 * place for place in range(len(rows) + 1)]
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            if text:
                first, _, second = text.partition(" (")
                out.append(words(xs[column] + 4, ys[row] - 12, first))
                out += [words(xs[column] + 4, ys[row] - 24, f"({second}")] if second else []
    if boxes:
        out += [f"{a} {low} {b - a} 30 re S" for low in ys[1:] for a, b in pairwise(xs)]
        return out
    for place, y in enumerate(ys):
        left = xs[1] if merged and place == len(ys) - 2 else xs[0]
        out.append(f"{left} {y} m {xs[-1]} {y} l S")
    return out + [f"{x} {ys[0]} m {x} {ys[-1]} l S" for x in xs]


FRONT = [
    words(60, 800, "National Health Policy 2017-2025"),
    words(60, 770, "1 Mothers"),
    words(60, 750, "The targets of this policy for the health of mothers stand in the table."),
]
BEHIND = ["2 Reports", "The Ministry will report each year on what was done in the districts."]


def page(*parts: list[str]) -> bytes:
    return "\n".join(line for part in parts for line in part).encode("cp1252")


def read(path: Path, *pages: bytes) -> Source:
    path.write_bytes(from_streams(list(pages)))
    return read_source(path)


def shown(source: Source) -> list[list[list[str]]]:
    return [[[" ".join(source.text[a:b].split()) for a, b in row] for row in one.rows] for one in tables_of(source.stretches)]


def behind(top: float) -> list[str]:
    return [words(60, top, BEHIND[0]), words(60, top - 20, BEHIND[1])]


@pytest.mark.parametrize(("boxes", "merged"), [(False, False), (False, True), (True, False)])
def test_the_cells_of_a_ruled_table_are_cells(tmp_path: Path, boxes: bool, merged: bool) -> None:
    source = read(tmp_path / "p.pdf", page(FRONT, table([HEAD, *ROWS], 720, boxes=boxes, merged=merged), behind(600)))
    assert shown(source) == [[HEAD, *ROWS]]
    assert source.text.index("stand in the table") < source.text.index("Goal") < source.text.index("2 Reports")


def norms(law: Instrument) -> list[str]:
    return [norm.modality for one in law.provisions for norm in norms_of_unit(law, one)[1]]


def test_a_row_is_one_commitment_as_in_the_other_formats(tmp_path: Path) -> None:
    read(tmp_path / "policy.pdf", page(FRONT, table([HEAD, *ROWS], 720), behind(600)))
    law = import_file(tmp_path / "policy.pdf", "policy").instrument()
    assert len(law.tables) == 1 and norms(law).count("commitment") == 2


def test_a_table_goes_on_on_the_next_page_and_its_head_is_no_row_there(tmp_path: Path) -> None:
    more = [["Infants", "Vaccinated (%)", "60", "90", "Ministry of Health"]]
    source = read(tmp_path / "p.pdf", page(FRONT, table([HEAD, *ROWS], 720)), page(table([HEAD, *more], 800), behind(700)))
    assert shown(source) == [[HEAD, *ROWS, *more]]


def test_two_tables_on_one_page_and_one_of_other_columns_are_apart(tmp_path: Path) -> None:
    other = [["Year", "Cost"], ["2020", "12"]]
    second = table(other, 560, xs=(60, 200, 400))
    third = table(other, 800, xs=(60, 200, 300))
    source = read(tmp_path / "p.pdf", page(FRONT, table([HEAD, *ROWS], 720), behind(610), second), page(third))
    assert shown(source) == [[HEAD, *ROWS], other, other]


NO_TABLES = [
    ("lines beneath rows alone", [f"60 {y} m 560 {y} l S" for y in (720, 690, 660)]),
    ("a frame round the page", ["10 10 575 822 re S", "12 12 571 818 re S"]),
    ("a frame round the words", ["50 640 500 100 re S"]),
    ("a drawing", [f"{60 + n} 700 m {80 + n} 700 l S {60 + n} 690 m {60 + n} 710 l S" for n in range(4500)]),
]  # fmt: skip


@pytest.mark.parametrize("lines", [pytest.param(row[1], id=row[0]) for row in NO_TABLES])
def test_what_is_no_net_of_rules_is_no_table(tmp_path: Path, lines: list[str]) -> None:
    cells = [line for line in table([HEAD, *ROWS], 720) if line.startswith("BT")]
    source = read(tmp_path / "p.pdf", page(FRONT, lines, cells))
    assert not tables_of(source.stretches) and "Births in a clinic" in source.text


def test_two_languages_side_by_side_in_frames_are_no_table(tmp_path: Path) -> None:
    """A gazette frames its columns: words as long as a page are the text itself."""
    column = [
        words(64 + side * 250, 780 - 12 * n, f"line {n} of the column with words of law") for side in (0, 1) for n in range(50)
    ]
    rules = [f"{x} 100 m {x} 800 l S" for x in (60, 305, 560)] + [f"60 {y} m 560 {y} l S" for y in (800, 170, 100)]
    source = read(tmp_path / "p.pdf", page(column, rules))
    assert not tables_of(source.stretches) and source.text.count("words of law") == 100


def test_numbers_of_articles_outside_a_table_are_read_as_before(tmp_path: Path) -> None:
    acts = [words(60, 600 - 20 * n, f"{n}. The Office shall keep list {n}.") for n in range(1, 5)]
    read(
        tmp_path / "act.pdf",
        page([words(60, 800, "Ports Act 2020")], table([["1. Quay", "Fee"], ["2. Boat", "7"]], 760, xs=(60, 200, 400)), acts),
    )
    law = import_file(tmp_path / "act.pdf", "policy").instrument()
    assert [law.text[one.start : one.end] for one in law.provisions] == [
        f"{n}. The Office shall keep list {n}." for n in range(1, 5)
    ]
