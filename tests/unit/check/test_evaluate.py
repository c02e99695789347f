"""Predictions read only what they may, quote exactly, and do not hang on names; figures are counted right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from rowwise import each_row

from ssc_drafter.check.evaluate import FIELDS, FLAGGED, predict, score
from ssc_drafter.check.finding import Prediction

PAIR = {
    "id": "a", "state": "KE", "clause_lang": "en", "provision_lang": "en", "instrument": "Land Act", "provision_number": "4",
    "clause": "Kenya shall grant the Lumeran Company a lease of public land for forty years.",
    "provision": "A lease of public land to a foreign company shall not exceed thirty years.",
}  # fmt: skip


class Watched(dict[str, Any]):
    """A pair that remembers what was asked of it."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.asked: set[str] = set()

    def get(self, key: str, default: Any = None) -> Any:
        self.asked.add(key)
        return super().get(key, default)

    def __getitem__(self, key: str) -> Any:
        self.asked.add(key)
        return super().__getitem__(key)


def test_a_limit_passed_is_flagged_with_exact_spans() -> None:
    (one,) = predict([PAIR])
    assert (one.verdict, one.type) == ("conflict", "limit")
    assert one.clause_span and one.clause_span in PAIR["clause"] and "forty years" in one.clause_span
    assert one.provision_span and one.provision_span in PAIR["provision"]
    assert "forty years" in one.reason and "Land Act" in one.reason


def test_the_twin_within_the_limit_is_not_flagged_and_ranks_lower() -> None:
    flagged, fits = predict([PAIR, PAIR | {"clause": PAIR["clause"].replace("forty", "twenty")}])
    assert fits.verdict not in FLAGGED and fits.confidence < flagged.confidence
    assert fits.clause_span is None and fits.type is None


def test_a_pair_with_too_few_common_words_is_not_flagged_yet_keeps_its_rank_and_says_so() -> None:
    (one,) = predict([PAIR | {
        "clause": "Tissue taken from patients shall be shipped to the other laboratory without any approval.",
        "provision": "A person shall not send human biological material out of the Republic unless the Minister has granted an export permit.",
    }])  # fmt: skip
    assert one.verdict not in FLAGGED and one.type is None and one.clause_span is None
    assert one.confidence > score([], [])["threshold"]
    assert "too few words" in one.reason and "export permit" in one.reason


def test_labels_are_never_read() -> None:
    pair = Watched(PAIR | {"verdict": "aligned", "why": "x", "type": None})
    predict([pair])
    assert pair.asked <= set(FIELDS)


@each_row(("old", "new"), [("Lumeran", "Belmoran"), ("Company", "Corporation"), ("grant", "accord")])
def test_names_do_not_turn_the_verdict(old: str, new: str) -> None:
    (one,) = predict([PAIR | {"clause": PAIR["clause"].replace(old, new)}])
    assert one.verdict == "conflict"


@each_row(("ours", "theirs", "verdict"), [("400", "300", "conflict"), ("200", "300", "aligned")])
def test_numbers_moved_together_keep_the_verdict(ours: str, theirs: str, verdict: str) -> None:
    clause, provision = PAIR["clause"].replace("forty", ours), PAIR["provision"].replace("thirty", theirs)
    assert predict([PAIR | {"clause": clause, "provision": provision}])[0].verdict == verdict


def test_a_clause_in_one_language_is_held_against_a_law_in_another() -> None:
    clause = "El Ministerio exportará las muestras de semillas sin autorización alguna."
    law = "No person shall export seed samples without the authorisation of the Minister."
    (one,) = predict([PAIR | {"clause": clause, "clause_lang": "es", "provision": law}])
    assert one.verdict in FLAGGED and one.type == "procedure"
    assert "exige" in one.reason


def test_strangers_are_not_flagged() -> None:
    laws = [
        "The Commission shall keep its minutes for ten years.",
        "No dog shall be walked in a cemetery.",
        "Tea is sold by weight.",
    ]
    assert all(one.verdict not in FLAGGED for one in predict([PAIR | {"provision": law} for law in laws]))


def test_the_figures_are_counted_right() -> None:
    items = [
        {"id": "1", "verdict": "conflict", "type": "limit", "twin": "t", "clause_lang": "en", "provision_lang": "en"},
        {"id": "2", "verdict": "aligned", "type": None, "twin": "t", "clause_lang": "en", "provision_lang": "en"},
        {"id": "3", "verdict": "step_needed", "type": "procedure", "twin": None, "clause_lang": "fr", "provision_lang": "fr"},
        {"id": "4", "verdict": "unrelated", "type": None, "twin": None, "clause_lang": "fr", "provision_lang": "fr"},
    ]
    rows = [("conflict", "limit", 0.9), ("aligned", None, 0.2), ("aligned", None, 0.3), ("conflict", "right", 0.6)]
    answers = [Prediction(item["id"] or "", v, t, c, None, None, "") for item, (v, t, c) in zip(items, rows, strict=True)]  # type: ignore[arg-type]
    found = score(items, answers)
    assert (found["precision"], found["recall"], found["f1"], found["type_right"]) == (0.5, 0.5, 0.5, 1.0)
    assert found["auc"] == 0.75
    assert found["twins"] == {"couples": 1, "both_right": 1}
    assert found["recall_at_p80"] == 0.5
    assert found["by_type"] == {"limit": 1.0, "procedure": 0.0}
    assert found["by_language"]["fr-fr"]["n"] == 2


def test_unlabelled_pairs_are_predicted_and_not_scored() -> None:
    assert set(score([PAIR], predict([PAIR]))) == {"n", "threshold"}


@pytest.mark.real
def test_every_span_of_the_labelled_pairs_is_exact(shared: Path) -> None:
    for name in ("dev_en", "dev_multi", "dev_lawtwins"):
        items = [msgspec.json.decode(line) for line in (shared / "eval" / f"{name}.jsonl").read_bytes().splitlines()]
        answers = predict(items)
        assert [one.id for one in answers] == [item["id"] for item in items]
        for item, one in zip(items, answers, strict=True):
            assert (one.verdict in FLAGGED) == (one.type is not None) == (one.clause_span is not None)
            assert one.clause_span is None or one.clause_span in item["clause"]
            assert one.provision_span is None or one.provision_span in item["provision"]
        figures = score(items, answers)
        assert figures["auc"] > 0.6, figures
