"""Sections that count from one in every article. All invented texts."""

from ssc_drafter.check.reasons import cited
from ssc_drafter.policies.provisions import segment

ARTICLES = [
    ("I", "TERRITORY", ["The islands and waters are the territory of the State."], False),
    ("II", "PRINCIPLES", ["The State is a republic.", "The State renounces war.", "The army obeys."], True),
    ("III", "EXECUTIVE", ["The President holds the executive power.", "No treaty is valid unless the Senate concurs."], True),
    (
        "IV",
        "JUDICIARY",
        ["The courts judge.", "The Congress defines their jurisdiction.", "Judges are free.", "They are paid."],
        True,
    ),
]


def constitution(leave: str = "") -> str:
    pieces = []
    for number, heading, sentences, sections in ARTICLES:
        heads = [
            f"{'SECTION' if place == 1 else 'SEC.'} {place}. " if sections else "" for place in range(1, len(sentences) + 1)
        ]
        body = [f"{head}{words}" for head, words in zip(heads, sentences, strict=True) if words != leave]
        pieces.append("\n\n".join([f"ARTICLE {number}\n{heading}", *body]))
    return "\n\n".join(pieces)


def test_each_section_is_a_unit_and_named_with_its_article() -> None:
    text = constitution()
    found = segment(text, "en").provisions
    assert [one.named for one in found][:4] == ["1", "Article II, Section 1", "Article II, Section 2", "Article II, Section 3"]
    assert len(found) == 10 and len({one.address for one in found}) == 10 and {one.level for one in found[1:]} == {"section"}
    treaty = found[5]
    assert text[treaty.start : treaty.end] == "SEC. 2. No treaty is valid unless the Senate concurs."
    assert treaty.within[-1].shown == "Article III (EXECUTIVE)"
    assert "Article III, Section 2 of" in cited(treaty.level, treaty.number, "Constitution", "en", treaty.word)


def test_a_section_that_is_missing_is_said() -> None:
    found = segment(constitution(leave="Judges are free."), "en")
    assert any("Article IV, 3" in one.what for one in found.warnings)


def test_articles_whose_sections_do_not_begin_anew_stay_whole() -> None:
    text = "\n\n".join(f"Article {number}. Matter\n\nSection {number} of the Act of 1990 goes on." for number in range(1, 6))
    assert [one.number for one in segment(text, "en").provisions] == list("12345")
