"""The sheet: words are cut where findings begin and end, nothing is lost, notes run as far as there is room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ssc_drafter.server.views.divisions import Sheet, sheet
from ssc_drafter.server.views.marks import Marked
from ssc_drafter.tree.nodes import Agreement, Article, Blank, Item, Paragraph, Ref, Text
from ssc_drafter.tree.running import RunningText, running_text


def agreement(*paragraphs: Paragraph) -> Agreement:
    articles = (
        Article("customs", (Text("Customs"),), paragraphs),
        Article("final", (Text("Final"),), (Paragraph((Text("It ends."),)),)),
    )
    return Agreement("k", "en", "binding", (), (), None, articles)


DUTY = Paragraph(
    (Text("Equipment "), Text("shall be exempt", "bold"), Text(" from duty under "), Ref("final", "Article 2"), Text("."))
)
POINTS = Paragraph(
    (Text("The Parties shall:"),),
    (
        Item((Text("meet;"),)),
        Item((Text("pay "), Blank("fee", "amount"), Text("."))),
    ),
)


def lay(draft: Agreement, *quotes: str) -> tuple[Sheet, RunningText]:
    running = running_text(draft)
    marks = []
    for number, quote in enumerate(quotes, 1):
        start = running.text.index(quote)
        unit = next(unit for unit in running.units if unit.start <= start < unit.end)
        marks.append(Marked(f"f{number}", number, "conflict", "t", "s", unit.address, start, start + len(quote)))
    return sheet(draft, running, marks), running


def marked(page: Sheet) -> dict[int, str]:
    found: dict[int, str] = {}
    for division in page.divisions:
        for row in division.rows:
            for line in row.lines:
                for stretch in line.stretches:
                    if stretch.mark:
                        found[stretch.mark.number] = found.get(stretch.mark.number, "") + "".join(
                            piece.text for piece in stretch.pieces
                        )
    return found


def printed(page: Sheet) -> list[str]:
    rows = [row for division in page.divisions for row in division.rows]
    return [
        f"{line.label} {''.join(piece.text for one in line.stretches for piece in one.pieces)}".strip()
        for row in rows
        for line in row.lines
    ]


def test_the_words_of_a_finding_are_marked_across_bold_and_points() -> None:
    page, _ = lay(agreement(DUTY, POINTS), "shall be exempt from duty", "meet;\n(b) pay")
    assert marked(page) == {1: "shall be exempt from duty", 2: "meet;pay"}


def test_a_reference_leads_to_its_article_and_a_blank_to_its_question() -> None:
    page, _ = lay(agreement(DUTY, POINTS))
    pieces = [piece for row in page.divisions[0].rows for line in row.lines for one in line.stretches for piece in one.pieces]
    assert [(piece.kind, piece.target) for piece in pieces if piece.target] == [("ref", "art_2"), ("blank", "fee")]
    assert page.blanks == 1


def test_a_number_is_printed_once_where_the_words_end() -> None:
    page, _ = lay(agreement(DUTY, POINTS), "meet;\n(b) pay")
    ends = [(one.first, one.last) for line in page.divisions[0].rows[1].lines for one in line.stretches if one.mark]
    assert ends == [(True, False), (False, True)]


def test_a_note_runs_until_the_next_one() -> None:
    page, _ = lay(agreement(DUTY, POINTS), "shall be exempt", "pay")
    rows = page.divisions[0].rows
    assert (rows[0].runs, rows[1].runs) == (1, 8)


@given(st.data())
def test_cutting_never_changes_the_words(data: st.DataObject) -> None:
    draft = agreement(DUTY, POINTS)
    running = running_text(draft)
    spans = data.draw(st.lists(st.tuples(st.integers(0, len(running.text)), st.integers(1, 30)), max_size=4))
    marks = [
        Marked(f"f{n}", n, "note", "t", "s", next((u.address for u in running.units if u.start <= a < u.end), ""), a, a + b)
        for n, (a, b) in enumerate(spans)
    ]
    assert printed(sheet(draft, running, marks)) == printed(sheet(draft, running, ()))
