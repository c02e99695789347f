"""From rendered lines to paragraphs, points and tables; the ends of points."""

from __future__ import annotations

import pytest
from rowwise import each_row

from ssc_drafter.errors import Problem
from ssc_drafter.library.blocks import Reader, lines
from ssc_drafter.library.inlines import Voice
from ssc_drafter.library.marks import mark
from ssc_drafter.tree.nodes import Item, Paragraph, Provenance, Table, Text, plain


def read(text: str, lang: str = "en") -> list[str]:
    rows: list[str] = []
    for keyed in Reader("file", Voice(lang), Provenance()).blocks(lines(text)):
        block = keyed.block
        if isinstance(block, Table):
            rows += [" | ".join(plain(cell) for cell in row.cells) for row in (block.heading, *block.rows)]
            continue
        assert isinstance(block, Paragraph)
        rows += [plain(block.content), *_items(block.items, 1)]
        rows += [f"> {plain(block.closing)}"] if block.closing else []
    return rows


def _items(items: tuple[Item, ...], depth: int) -> list[str]:
    return [line for item in items for line in ("-" * depth + plain(item.content), *_items(item.items, depth + 1))]


@each_row(
    ("text", "wanted"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("A:\n  (a) x;\n  (b) y;\n  (c) z;", ["A:", "-x;", "-y; and", "-z."]),
        ("A:\n  (a) x;", ["A:", "-x."]),
        ("A:\n  (a) x;\n  (b) y;\n  as needed.", ["A:", "-x; and", "-y;", "> as needed."]),
        ("A:\n  (a) x; or\n  (b) y.", ["A:", "-x; or", "-y."]),
        ("A:\n  (a) x:\n    (i) p;\n    (ii) q;\n  (b) y;", ["A:", "-x:", "--p; and", "--q; and", "-y."]),
        ("A:\n  (a) x;\n  (b) y:\n    (i) p;\n    (ii) q;", ["A:", "-x; and", "-y:", "--p; and", "--q."]),
        ("A:\n  (a) \n  (b) y;", ["A:", "-y."]),
        ("| a | b |\n|---|--:|\n| c | 1 |", ["a | b", "c | 1"]),
        ("Before.\n| a | b |\nAfter.", ["Before.", "a | b", "After."]),
        ("A line with | a bar", ["A line with | a bar"]),
    ],
)
def test_structure(text: str, wanted: list[str]) -> None:
    assert read(text) == wanted


def test_french_ends() -> None:
    assert read("A :\n  (a) x ;\n  (b) y;", "fr") == ["A\u00a0:", "-x\u00a0; et", "-y."]


def test_figures_and_caption_of_a_table() -> None:
    (keyed,) = Reader("file", Voice("en"), Provenance()).blocks(lines("|= Budget\n| Line | Cost |\n|---|--:|\n| x | 1 |"))
    assert isinstance(keyed.block, Table)
    assert (plain(keyed.block.caption), keyed.block.figures) == ("Budget", (1,))


def test_emphasis_quotes_and_apostrophes() -> None:
    (keyed,) = Reader("file", Voice("en"), Provenance()).blocks(lines('*Recalling* the "Party\'s" **duty** \\* x'))
    assert isinstance(keyed.block, Paragraph)
    assert keyed.block.content == (
        Text("Recalling", "italic"),
        Text(" the “Party’s” "),
        Text("duty", "bold"),
        Text(" * x"),
    )


def test_an_answer_in_emphasis_is_emphasised_and_stays_an_answer() -> None:
    (keyed,) = Reader("file", Voice("en"), Provenance()).blocks(lines(f"*the {mark('answer', 'x', 'a*b')}*."))
    assert isinstance(keyed.block, Paragraph)
    assert keyed.block.content == (Text("the ", "italic"), Text("a*b", "italic", answer="x"), Text("."))


@each_row(
    ("text", "says"),
    [
        ("  (a) x", "before any paragraph"),
        ("A\n (a) x", "not indented by 2 or 4"),
        ("A\n    (i) x", "before any paragraph"),
        ("A\n  x", "without a label"),
        ("| a | b |\n| c |", "1 cells"),
    ],
)
def test_what_stands_where_it_cannot(text: str, says: str) -> None:
    with pytest.raises(Problem, match=says):
        read(text)
