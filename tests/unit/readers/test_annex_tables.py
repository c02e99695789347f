"""Tables in annexes: put together again from their cells in Word, with their captions, figures and pages on their side."""

from __future__ import annotations

from itertools import pairwise

from wordparts import docx, p, read

from ssc_drafter.readers.imported import Imported, import_source
from ssc_drafter.readers.source import Cell, Source
from ssc_drafter.tree.nodes import Agreement, Paragraph, Table, plain
from ssc_drafter.tree.numbering import numbered

STYLES = (
    '<w:style w:type="paragraph" w:styleId="Head"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Cap"><w:name w:val="caption"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Sum"><w:name w:val="Sum"/><w:pPr><w:jc w:val="right"/></w:pPr></w:style>'
)
LYING = '<w:sectPr><w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/></w:sectPr>'
UPRIGHT = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'


def row(*cells: str, look: str = "") -> str:
    return f"<w:tr><w:trPr>{look}</w:trPr>{''.join(f'<w:tc>{one}</w:tc>' for one in cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


MONEY = table(
    row(p("Line"), p("Amount")),
    row(p("Training") + p("in two towns"), p("120,000", "Sum")),
    row(p("Travel"), p("")),
    row(p("Total"), p("120,000", "Sum")),
)
OPENING = (
    p("AGREEMENT ON SEEDS")
    + p("The Parties, having agreed as follows:")
    + p("Article 1")
    + p("The Parties shall cooperate.")
    + p("Article 2")
    + p("This Agreement shall enter into force on signature.")
    + p("IN WITNESS WHEREOF the undersigned have signed this Agreement.", properties=UPRIGHT)
)


def imported(annex: str) -> Imported:
    found = read(docx(OPENING + p("Annex 1", "Head") + annex, styles=STYLES))
    return import_source(Source(found.text, found.stretches, found.facts, ()), "draft.docx", "agreement")


def drawn(tree: Agreement) -> list[object]:
    """Return the blocks of the first annex: the words of paragraphs, the cells of tables row by row."""
    blocks: list[object] = []
    for one in tree.annexes[0].blocks:
        if isinstance(one, Paragraph):
            blocks.append(plain(one.content))
        else:
            blocks.append([[plain(cell) for cell in line.cells] for line in (one.heading, *one.rows)])
    return blocks


def test_a_table_stands_between_the_paragraphs_around_it() -> None:
    found = imported(p("The budget is this.") + p("Budget", "Cap") + MONEY + p("Each Party pays its own.") + LYING)
    tree = found.agreement()
    grid = [["Line", "Amount"], ["Training\nin two towns", "120,000"], ["Travel", ""], ["Total", "120,000"]]
    assert drawn(tree) == ["The budget is this.", grid, "Each Party pays its own."]
    money = tree.annexes[0].blocks[1]
    assert isinstance(money, Table)
    assert (plain(money.caption), money.figures) == ("Budget", (1,))
    assert tree.annexes[0].landscape


def test_the_units_of_the_text_have_the_addresses_of_the_tree_and_its_words() -> None:
    found = imported(p("The budget is this.") + p("Budget", "Cap") + MONEY + p("Each Party pays its own.") + MONEY)
    tree, running = found.agreement(), found.running()
    assert not tree.annexes[0].landscape
    units = [one for one in running.units if one.address.startswith("annex_")]
    assert [one.address for one in units] == [one.address for one in numbered(tree) if one.address.startswith("annex_1__")]
    assert all(one.end <= other.start for one, other in pairwise(units))
    words = [line for line in running.text[units[1].start : units[1].end].split("\n") if line]
    assert words == ["Budget", "Line", "Amount", "Training", "in two towns", "120,000", "Travel", "Total", "120,000"]


def test_numbered_paragraphs_go_on_behind_a_table() -> None:
    found = imported(p("1. The budget is this.") + MONEY + p("2. Each Party pays its own.") + MONEY + p("It is in dollars."))
    kinds = ["table" if isinstance(one, list) else one for one in drawn(found.agreement())]
    assert kinds == ["1. The budget is this.", "table", "2. Each Party pays its own.", "table", "It is in dollars."]


def test_a_frame_of_one_row_or_one_column_stays_paragraphs() -> None:
    found = imported(table(row(p("Note"), p("Read this."))) + table(row(p("one")), row(p("two"))) + p("The end."))
    assert not any(isinstance(one, list) for one in drawn(found.agreement()))


def test_cells_know_their_place_where_cells_are_joined_hidden_or_nested() -> None:
    wide = f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("wide")}'
    inner = table(row(p("inner"), p("most")))
    body = table(
        row(wide, p("right")),
        row(p("gone"), p("gone"), p("gone"), look="<w:hidden/>"),
        row(p("a"), p("b") + inner + p("c"), p("d")),
        row(p("e"), p(""), p("f")),
    )
    found = read(docx(p("before") + body + p("behind")))
    cells = {found.text[one.start : one.end]: one.cell for one in found.stretches if one.cell}
    assert cells["wide"] == Cell(0, 0, 0, 3, 3)
    assert cells["right"] == Cell(0, 0, 2, 3, 3)
    assert cells["b"] == cells["inner"] == cells["most"] == cells["c"] == Cell(0, 1, 1, 3, 3)
    assert cells["f"] == Cell(0, 2, 2, 3, 3)
    assert "gone" not in cells


def test_a_table_that_claims_a_million_columns_is_read_as_paragraphs() -> None:
    wide = f'<w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{p("wide")}'
    found = imported(table(row(wide, p("a")), row(p("b"), p("c"))) + p("The end."))
    assert drawn(found.agreement())[-1] == "The end."
