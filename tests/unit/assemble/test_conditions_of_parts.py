"""Parts that stand under conditions, variants that answers preset, questions that come and go with them (E4 to E7, D4)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec
import pytest
import shelf

from ssc_drafter.assemble import Draft, assemble, draft
from ssc_drafter.errors import Problem
from ssc_drafter.library.changes import NO_CHANGES, AddedPart, Changes, Edit, FreeArticle, Move, read_changes
from ssc_drafter.library.load import Library
from ssc_drafter.library.plan import questions
from ssc_drafter.tree.running import running_text

SEAT = '[slots.seat]\nkind = "text"\nask = { en = "Seat", fr = "Siège" }\nsample = "Port"\n'
TERMS = """[variants.long]
position = "fallback"
why = { en = "why", fr = "pourquoi" }
[slots.years]
kind = "number"
ask = { en = "Years", fr = "Années" }
sample = 3
[slots.months]
kind = "number"
ask = { en = "Months", fr = "Mois" }
sample = 9
"""
MONEY = '[question.money]\nkind = "yes_no"\nask = { en = "Money?", fr = "?" }\n'
LARGE = '[question.large]\nkind = "yes_no"\nask = { en = "Large?", fr = "?" }\nif = { question = "money", is = true }\n'


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root: Path = tmp_path_factory.mktemp("library")
    shelf.clause(root, "seat", "The seat is {{ seat }}.", SEAT)
    shelf.clause(
        root, "term", "It lasts {{ months }} months.{% if 'seat' | present %} See {{ 'seat' | ref }}.{% endif %}", TERMS
    )
    shelf.write(root / "clauses/tests/term/long.en.txt", "It lasts {{ years }} years.")
    shelf.clause(root, "audit", "Accounts are audited.")
    shelf.kind(
        root,
        ["seat", "term", "audit"],
        MONEY + LARGE,
        {
            "seat": 'if = { question = "money", is = true }',
            "term": 'presets = [ { variant = "long", if = { question = "large", is = true } } ]',
            "audit": "offer = true",
        },
    )
    return Library.load(root)


def made(library: Library, answers: dict[str, Any], changes: Changes = NO_CHANGES) -> Draft:
    return draft(library, "test", {"parties": shelf.PARTIES, **answers}, changes=changes)


def test_an_answer_that_is_hidden_again_is_kept_and_not_used(library: Library) -> None:
    answers = {"money": True, "large": False, "seat.seat": "Port Confidential", "term.months": 9}
    assert "Port Confidential" in running_text(made(library, answers).agreement).text
    hidden = made(library, {**answers, "money": False})
    assert "Port Confidential" not in running_text(hidden.agreement).text
    assert "seat.seat" not in hidden.values
    assert hidden.problems == ()


def test_a_hidden_question_is_not_open_and_a_shown_one_is(library: Library) -> None:
    assert [one.id for one in made(library, {"money": False}).open] == ["term.months"]
    assert [one.id for one in made(library, {"money": True, "large": False}).open] == ["seat.seat", "term.months"]


def test_a_switch_that_is_hidden_presets_nothing(library: Library) -> None:
    """`large` was answered, then `money` taken back: the fallback that `large` presets must go too."""
    assert made(library, {"money": True, "large": True}).variants["term"] == "long"
    assert made(library, {"money": False, "large": True}).variants["term"] == "plain"


def test_questions_follow_the_preset_variant(library: Library) -> None:
    assert "term.years" in [one.id for one in made(library, {"money": True, "large": True}).open]
    assert "term.months" not in [one.id for one in made(library, {"money": True, "large": True}).open]


def test_the_drafters_choice_of_a_variant_wins(library: Library) -> None:
    chosen = made(library, {"money": True, "large": True}, Changes(variants={"term": "plain"}))
    assert chosen.variants["term"] == "plain"
    assert "term.months" in [one.id for one in chosen.open]


def test_an_optional_part_leaves_no_gap_in_numbers(library: Library) -> None:
    text = running_text(made(library, {"money": False, "term.months": 9}).agreement).text
    assert "1. Term\nIt lasts 9 months.\n" in f"{text}\n"
    both = running_text(made(library, {"money": True, "large": False, "seat.seat": "x", "term.months": 9}).agreement).text
    assert "2. Term\nIt lasts 9 months. See Article 1." in both


def test_an_offered_part_stands_when_it_is_taken(library: Library) -> None:
    assert "audited" not in running_text(made(library, {"money": False}).agreement).text
    assert "audited" in running_text(made(library, {"money": False}, Changes(taken=("audit",))).agreement).text


def test_a_clause_may_stand_twice_under_two_names(library: Library) -> None:
    changes = Changes(added=(AddedPart("tests/term", "second_term", "term"),))
    asked = {one.id for one in questions(library, library.kind("test"), changes)}
    assert {"term.months", "second_term.months"} <= asked
    text = running_text(made(library, {"money": False, "term.months": 9, "second_term.months": 5}, changes).agreement).text
    assert "9 months" in text
    assert "5 months" in text


def test_changes_are_plain_data_and_back() -> None:
    changes = Changes(
        variants={"a": "b"},
        dropped=("c",),
        added=(AddedPart("tests/x", "y", "z"),),
        moved=(Move("a", "b"),),
        articles=(FreeArticle("n", "H", "T", "a", "O"),),
        edits=(Edit("a", "7", "words", "base", "O", "en"),),
    )
    assert read_changes(msgspec.to_builtins(changes)) == changes
    with pytest.raises(Problem, match="the changes cannot be read"):
        read_changes({"variant": {}})


def test_a_changed_answer_changes_only_its_part(library: Library) -> None:
    answers = {"money": True, "large": False, "seat.seat": "x", "term.months": 9}
    before, after = made(library, answers), made(library, {**answers, "term.months": 8})
    assert before.agreement.articles[0] == after.agreement.articles[0]
    assert before.agreement.articles[1] != after.agreement.articles[1]


def test_many_threads_make_the_same_draft(library: Library, tmp_path: Path) -> None:
    shelf.clause(tmp_path, "many", "{{ seat }} and {{ seat | capital }}", SEAT)
    shelf.kind(tmp_path, ["many"])
    fresh = Library.load(tmp_path)
    answers = {"parties": shelf.PARTIES, "many.seat": "port"}
    with ThreadPoolExecutor(8) as pool:
        drafts = list(pool.map(lambda _: assemble(fresh, "test", answers), range(24)))
    assert all(one == drafts[0] for one in drafts)
    assert "port and Port" in running_text(drafts[0]).text
