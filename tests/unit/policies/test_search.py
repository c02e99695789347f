"""The index of provisions: rare words lead, common ones tell nothing, several passages are one provision, a folder reopens."""

from collections import Counter
from pathlib import Path

import pytest

from ssc_drafter.policies import search
from ssc_drafter.policies.search import Index, Passage

ROWS = [
    Passage(0, {"en": {"exempt": 2, "duti": 1, "good": 1}, "keys": {"esent": 1}}),
    Passage(1, {"en": {"staff": 1, "exempt": 1, "good": 1}}),
    Passage(1, {"en": {"register": 3, "good": 1}}),
    Passage(2, {"fr": {"exoner": 1, "loi": 1}, "keys": {"esent": 1}}),
]


def test_the_provision_with_the_rarer_words_leads() -> None:
    found = Index.build(ROWS).search("en", Counter({"duti": 1, "exempt": 1}), 5)
    assert [number for number, _ in found] == [0, 1] and found[0][1] > found[1][1] > 0


def test_two_passages_of_a_provision_are_one_hit() -> None:
    assert [number for number, _ in Index.build(ROWS).search("en", Counter({"register": 1, "staff": 1}), 5)] == [1]


def test_keys_lead_across_languages_and_words_do_not() -> None:
    index = Index.build(ROWS)
    assert {number for number, _ in index.search("keys", Counter({"esent": 1}), 5)} == {0, 2}
    assert [number for number, _ in index.search("fr", Counter({"exoner": 1}), 5)] == [2]


def test_a_word_of_most_passages_finds_nothing() -> None:
    rows = [Passage(number, {"en": {"good": 1, f"word{number}": 1}}) for number in range(40)]
    assert Index.build(rows).search("en", Counter({"good": 1}), 5) == []
    assert Index.build(rows).search("en", Counter({"good": 1, "word7": 1}), 5)[0][0] == 7


def test_an_index_in_a_folder_is_opened_again(tmp_path: Path) -> None:
    made = Index.build(ROWS, tmp_path)
    opened = Index.open(tmp_path)
    assert len(opened) == len(made) == 4
    assert opened.search("en", Counter({"duti": 1}), 3) == made.search("en", Counter({"duti": 1}), 3)


def test_words_asked_for_without_end_are_not_all_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "KNOWN", 10)
    index = Index.build(ROWS)
    for number in range(100):
        found = index.search("en", Counter({"duti": 1, f"unheard{number}": 1, f"of{number}": 1}), 5)
        assert [owner for owner, _ in found] == [0]
    assert len(index.spreads["en"]) <= 13
