"""docs/lint.md says of each of the house's rules which rules of lint stand for it, or why none does; and names every rule of lint."""

from __future__ import annotations

import re

from ssc_drafter import places
from ssc_drafter.lint.rules import rules

PAGE = (places.ROOT / "docs" / "lint.md").read_text("utf-8")
ROW = re.compile(r"^\| (L\d\d) \| [^|]+ \| ([^|]+) \|$", re.M)
LEFT = re.compile(r"^- (L\d\d) \(", re.M)


def test_the_table_of_the_house_s_rules_is_that_of_the_data() -> None:
    held: dict[str, list[str]] = {}
    for rule in rules():
        for number in rule.house:
            held.setdefault(number, []).append(rule.id)
    assert {number: re.findall(r"`(\w+)`", names) for number, names in ROW.findall(PAGE)} == held


def test_each_of_the_house_s_rules_is_held_or_said_to_be_left_out() -> None:
    held, left = {number for number, _ in ROW.findall(PAGE)}, set(LEFT.findall(PAGE))
    assert held | left == {f"L{number:02d}" for number in range(1, 53)}
    assert not held & left


def test_every_rule_stands_in_the_table_of_what_was_measured_or_among_the_silent() -> None:
    measured = PAGE[PAGE.index("## Lint over real agreements") :]
    assert [rule.id for rule in rules() if f"| {rule.id} |" not in measured and f"`{rule.id}`" not in measured] == []
