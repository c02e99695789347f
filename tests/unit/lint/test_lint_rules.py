"""Every rule of lint against its own examples, which stand beside it in law/lint."""

from __future__ import annotations

from examples import read
from rowwise import each_row

from ssc_drafter.lint import FAMILIES, lint
from ssc_drafter.lint.rules import LANGUAGES, rules
from ssc_drafter.words import sentences

ROWS = [
    (rule.id, sign, lang, text)
    for rule in rules()
    for sign, table in (("bad", rule.bad), ("good", rule.good))
    for lang, texts in table.items()
    for text in texts
]


@each_row(("rule", "sign", "lang", "text"), ROWS, ids=lambda one: one if len(one) < 40 else "text")
def test_a_rule_finds_its_bad_examples_and_not_its_good_ones(rule: str, sign: str, lang: str, text: str) -> None:
    made = read(text, lang)
    findings = lint(made, only=(rule,)).findings
    assert bool(findings) == (sign == "bad"), [one.message for one in findings]
    for one in findings:
        assert one.quote == made.text[one.start : one.end]
        assert one.message and "{" not in one.message.replace("{{", "")


def test_every_family_that_a_rule_names_exists_and_every_family_has_a_rule() -> None:
    assert {rule.family for rule in rules()} == set(FAMILIES)


@each_row("rule", rules(), ids=lambda rule: rule.id)
def test_a_rule_speaks_every_language_it_has_words_in(rule: object) -> None:
    spoken = rule.words or dict.fromkeys(LANGUAGES)  # type: ignore[attr-defined]
    missing = [lang for lang in spoken if f"lint.{rule.id}" not in sentences(lang)]  # type: ignore[attr-defined]
    assert missing == []


def test_there_are_rules_in_four_languages() -> None:
    assert len(rules()) >= 40
    for lang in LANGUAGES:
        assert sum(lang in rule.bad for rule in rules()) >= 35, lang
