"""A child that goes beyond its parent is told so; one that stays within it is left in peace."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.lint.parent import against_parent
from ssc_drafter.readers.agreement import read_agreement, running
from ssc_drafter.tree.running import RunningText

PARENT = """Agreement on Water between the Government of Orvane and the Government of Dalmira

Article 1
The Parties shall cooperate. The Joint Commission shall meet once a year.

Article 2
This Agreement shall remain in force for five (5) years.
"""


def text(words: str, lang: str = "en") -> RunningText:
    return running(read_agreement(words, lang))


def rules(child: str, parent: str = PARENT) -> list[str]:
    return [one.rule for one in against_parent(text(child), text(parent)).findings]


def child(article: str) -> str:
    return PARENT.replace("The Parties shall cooperate.", article).replace("five (5)", "three (3)")


@each_row(
    ("article", "rule"),
    [
        ("The experts shall enjoy immunity.", "parent_privilege"),
        ("The equipment is exempt from all customs duties.", "parent_privilege"),
        ("The Parties shall share the costs.", "parent_money"),
        ("The Steering Committee shall approve the plan.", "parent_body"),
    ],
)
def test_what_the_parent_does_not_give_is_named(article: str, rule: str) -> None:
    assert rules(child(article)) == [rule]
    assert rules(child(article), child(article)) == []


def test_a_longer_term_is_named_unless_something_outlives_the_parent() -> None:
    longer = PARENT.replace("five (5)", "eight (8)")
    assert rules(longer) == ["parent_term"]
    assert rules(longer.replace("cooperate.", "cooperate. Activities under way shall be completed.")) == []
    assert rules(PARENT) == []


def test_a_parent_in_another_language_is_not_looked_at() -> None:
    french = text(
        "Accord sur l'eau\n\nArticle 1\nLes Parties coopèrent et se réunissent une fois par an pour en faire le bilan.\n", "fr"
    )
    report = against_parent(text(PARENT), french)
    assert report.findings == () and len(report.not_read) == 1
