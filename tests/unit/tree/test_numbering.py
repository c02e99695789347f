"""Numbers and addresses of a tree."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.tree.nodes import Agreement, Article, Item, Paragraph, Text
from ssc_drafter.tree.numbering import letters, numbered, roman, slug


def words(text: str) -> tuple[Text, ...]:
    return (Text(text),)


def agreement(*articles: Article) -> Agreement:
    return Agreement("", "en", "binding", (), (), None, articles)


@each_row(("value", "wanted"), [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (1999, "mcmxcix")])
def test_roman(value: int, wanted: str) -> None:
    assert roman(value) == wanted


@each_row(("value", "wanted"), [(1, "a"), (26, "z"), (27, "aa"), (53, "aaa")])
def test_letters(value: int, wanted: str) -> None:
    assert letters(value) == wanted


@each_row(("number", "wanted"), [("9A", "9a"), ("55-A", "55-a"), ("5 bis", "5_bis"), ("(b)", "b"), ("…", "x")])
def test_slug(number: str, wanted: str) -> None:
    assert slug(number) == wanted


def test_a_single_paragraph_has_no_label_and_the_number_of_its_article() -> None:
    (article, paragraph) = numbered(agreement(Article("a", words("Scope"), (Paragraph(words("One.")),))))
    assert (article.number, article.address) == ("1", "art_1")
    assert (paragraph.label, paragraph.number, paragraph.address) == ("", "1", "art_1__para_1")


def test_points_are_cited_through_their_paragraph() -> None:
    inner = Item(words("deep"))
    two = Paragraph(words("Two:"), (Item(words("x")), Item(words("y"), (inner,))))
    places = numbered(agreement(Article("a", words("A"), (Paragraph(words("One.")), two))))
    assert [one.number for one in places] == ["1", "1(1)", "1(2)", "1(2)(a)", "1(2)(b)", "1(2)(b)(i)"]
    assert places[-1].address == "art_1__para_2__point_b__point_i"
    assert [one.label for one in places] == ["1", "1.", "2.", "(a)", "(b)", "(i)"]


def test_printed_numbers_of_an_imported_text_stand_and_stay_apart() -> None:
    one, two = (Article(f"a{place}", (), (Paragraph(words("x")),), number="12") for place in (1, 2))
    bis = Article("b", (), (Paragraph(words("x")),), number="5 bis")
    assert [place.address for place in numbered(agreement(one, two, bis)) if not place.depth] == [
        "art_12",
        "art_12_2",
        "art_5_bis",
    ]


@each_row(("lang", "mark"), [("en", "(b)"), ("fr", "b)"), ("es", "b)"), ("pt", "b)")])
def test_a_point_is_marked_as_its_language_marks_it_and_cited_alike(lang: str, mark: str) -> None:
    two = Paragraph(words("Two:"), (Item(words("one;")), Item(words("two."))))
    made = Agreement("", lang, "binding", (), (), None, (Article("a", words("A"), (two,)),))
    last = numbered(made)[-1]
    assert (last.label, last.number, last.address) == (mark, "1(b)", "art_1__para_1__point_b")
