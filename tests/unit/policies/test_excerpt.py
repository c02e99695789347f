"""A file that holds one article of a law, or two from its middle, and not its beginning. All texts here are our own."""

from rowwise import each_row

from ssc_drafter.policies.parts import parts
from ssc_drafter.policies.provisions import segment

ALONE = [
    ("en", "Article 14. No contract shall run for more than five years.", "14", "article", []),
    ("en", "14. Short title.\nThis Act may be cited as the Seed Act.", "14", "section", []),
    ("en", "Seed Act\n\n14. Fees\n(1) A fee is due.\n(2) It is paid yearly.", "14", "section", ["14(1)", "14(2)"]),
    ("en", "Section 14\n(1) A fee is due.\n(2) It is paid yearly.", "14", "section", ["14(1)", "14(2)"]),
    ("es", "Artículo 9.- El plazo no excede de cinco años.", "9", "article", []),
    ("es", "Artículo 9\n1. El plazo corre.\n2. La tasa se paga.", "9", "article", ["9(1)", "9(2)"]),
    ("fr", "Article 5. - L'Autorité tient un registre.", "5", "article", []),
    ("fr", "Article premier\n1. L'Autorité tient un registre.\n2. Il est public.", "1", "article", ["1(1)", "1(2)"]),
    ("pt", "Artigo 9.º\n1. O prazo corre.\n2. A taxa é paga.", "9", "article", ["9(1)", "9(2)"]),
    ("pt", "Lei n.º 4/2010\n\nArtigo 9.º\n(Prazo)\n\n1. O prazo corre.\n2. Fim.", "9", "article", ["9(1)", "9(2)"]),
    ("pt", "Art. 9º O prazo corre.\n§ 1º Começa já.\n§ 2º Não se prorroga.", "9", "article", ["9(1)", "9(2)"]),
]


@each_row(("lang", "text", "number", "level", "points"), ALONE)
def test_one_article_alone_is_that_article(lang: str, text: str, number: str, level: str, points: list[str]) -> None:
    (one,) = segment(text, lang).provisions
    assert (one.number, one.level, one.address) == (number, level, f"art_{number}")
    assert [each.number for each in parts(one.number, one.address, text, one.start, one.end)] == points


@each_row(("lang", "text", "number"), [row[:3] for row in ALONE if not row[1].startswith("Seed Act")])
def test_it_is_so_where_no_title_tells_a_law_from_a_plan(lang: str, text: str, number: str) -> None:
    assert [one.address for one in segment(text, lang, plan=True).provisions] == [f"art_{number}"]


def test_a_number_in_a_list_of_a_plan_is_no_article() -> None:
    assert [one.address for one in segment("What we shall do\n\n14. Plant trees.", "en", plan=True).provisions] == ["para_1"]


def test_two_articles_from_the_middle_keep_their_numbers_and_the_gap_is_said() -> None:
    text = "Article 31\n1. A fee is due.\n2. It is paid yearly.\n\nArticle 32\n1. A permit is free.\n2. It ends."
    found = segment(text, "en")
    assert [one.number for one in found.provisions] == ["31", "32"] and any("1-30" in one.what for one in found.warnings)


OTHERS = [
    ("regulations under a section", "en", "Section 14\n\n1. Title\nThese are the rules.\n\n2. Fees\nA fee is due.", ["1", "2"]),
    ("a note of the section in brackets", "en", "[Section 14]\n1. A fee is due.\n2. It is paid.", ["1", "2"]),
    ("an article cited", "en", "A note on the law.\nArticle 14 of the Act applies. Nothing else does.", ["1"]),
    ("a schedule with articles", "en", "1. A fee is due.\n2. It is paid.\n\nSCHEDULE\n\nArticle 7\nA fee.", ["1", "2"]),
    ("a list in a letter", "en", "Dear all,\n" + "We write to you about the market. " * 8 + "\n5. Seed.", ["1"]),
]


@each_row(("what", "lang", "text", "expected"), OTHERS)
def test_a_number_that_heads_no_excerpt_is_left(what: str, lang: str, text: str, expected: list[str]) -> None:
    assert [one.number for one in segment(text, lang).provisions] == expected, what


@each_row("plan", [False, True])
@each_row("points", [False, True])
@each_row("number", ["1", "14"])
def test_a_long_article_alone_is_that_article(plan: bool, points: bool, number: str) -> None:
    words = "The Authority shall keep a register of all offices and publish it each year in the Gazette. " * 30
    text = f"Article {number}\nRegisters\n\n" + "\n\n".join(f"{at}. {words}" if points else words for at in range(1, 9))
    (one,) = segment(text, "en", plan=plan).provisions
    assert (one.number, one.level, one.end) == (number, "article", len(text.rstrip())) and len(text) > 20_000
