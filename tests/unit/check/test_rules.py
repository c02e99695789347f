"""Every example of every rule is judged as it says; a rule without both signs is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssc_drafter.check.evaluate import judgement
from ssc_drafter.check.rules import Example, load, rules
from ssc_drafter.errors import Problem

ROWS = [(rule.kind, example) for rule in rules().values() for example in rule.example]


@pytest.mark.parametrize(
    ("kind", "example"), ROWS, ids=[f"{kind}-{one.lang}-{'found' if one.found else 'fits'}" for kind, one in ROWS]
)
def test_the_example_is_judged_as_it_says(kind: str, example: Example) -> None:
    pair = {"clause": example.clause, "provision": example.law, "clause_lang": example.lang, "provision_lang": example.lang}
    found = judgement(pair | {"state": "ZZ"})
    assert (found.severity is not None) == example.found, (round(found.confidence, 2), sorted(found.signals))
    if example.found:
        assert found.type == kind


def test_there_is_a_rule_for_every_type_of_the_guidelines() -> None:
    assert set(rules()) == {
        "definition", "precedence", "forum", "privilege", "competence", "procedure", "limit", "right", "prohibition", "duplication",
    }  # fmt: skip


def test_a_rule_without_an_example_that_fits_is_refused(tmp_path: Path) -> None:
    text = 'title = "T"\nkind = "limit"\nseverity = "high"\nsignals = ["number_passed"]\nlanguages = ["en"]\nsource = "s"\n'
    file = tmp_path / "limit.toml"
    file.write_text(text + '[[example]]\nlang = "en"\nclause = "c"\nlaw = "l"\nfound = true\n')
    with pytest.raises(Problem, match="en"):
        load(file)
