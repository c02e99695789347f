"""An account of the check on labelled pairs: its figures, two baselines beside them, confusion by type, the worst errors, and
what each signal adds (left out in turn). `python -m benchmarks.account ITEMS.jsonl [--errors 10]`."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from rapidfuzz.fuzz import token_set_ratio

from ssc_drafter.check.evaluate import FLAGGED, pair_of, score
from ssc_drafter.check.finding import Prediction
from ssc_drafter.check.judge import Judgement, Weights, judge, judged_by, weights
from ssc_drafter.check.pairs import Pair

# Words that deny or forbid, for the baseline of overlap with a mismatch of negation: which side has one, the other not.
WORDS = """
no not nor never without neither prohibited forbidden
ne pas non jamais sans aucun aucune nul nulle interdit interdite
ninguno ninguna ningún nunca sin prohibido prohibida tampoco
não nenhum nenhuma sem proibido proibida vedado vedada
"""
DENIALS = frozenset(WORDS.split())
OVERLAP = 45.0  # rapidfuzz, of 100: about the median of labelled pairs, so that the baseline is not favoured by a fitted cut


def main() -> None:
    """Print the account."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("items", nargs="+", type=Path)
    asked.add_argument("--errors", type=int, default=10)
    given = asked.parse_args()
    items = [json.loads(line) for path in given.items for line in path.read_text("utf-8").splitlines() if line.strip()]
    pairs = [pair_of(item) for item in items]
    found = [judge(one) for one in pairs]
    by = weights()
    own = [_prediction(item, one) for item, one in zip(items, found, strict=True)]
    print(f"{len(items)} pairs, {sum(_true(item) for item in items)} to be flagged; flag at {by.flag}\n")
    print(_line("the check", score(items, own)))
    print(_line("flag nothing", score(items, [_plain(item, 0.0, by) for item in items])))
    print(_line("flag everything", score(items, [_plain(item, 1.0, by) for item in items])))
    print(_line("overlap and negation", score(items, [_plain(item, _overlap(item), by) for item in items])))
    _confusion(items, own)
    _worst(items, own, found, given.errors)
    _left_out(items, pairs, found, by)


def _true(item: dict[str, Any]) -> bool:
    return item["verdict"] in FLAGGED


def _prediction(item: dict[str, Any], one: Judgement) -> Prediction:
    return Prediction(item["id"], one.verdict, one.type, one.rank, None, None, "")


def _plain(item: dict[str, Any], confidence: float, by: Weights) -> Prediction:
    return Prediction(item["id"], "conflict" if confidence >= by.flag else "aligned", None, confidence, None, None, "")


def _overlap(item: dict[str, Any]) -> float:
    clause, law = (set(item[side].lower().replace(",", " ").split()) for side in ("clause", "provision"))
    near = token_set_ratio(item["clause"], item["provision"])
    mismatch = bool(clause & DENIALS) != bool(law & DENIALS)
    return 1.0 if near >= OVERLAP and mismatch else near / 250.0


def _line(name: str, figures: dict[str, Any]) -> str:
    shown = {key: figures.get(key) for key in ("precision", "recall", "f1", "auc", "recall_at_p80", "type_right")}
    twins = figures.get("twins") or {}
    words = "  ".join(f"{key} {'-' if value is None else f'{value:.3f}'}" for key, value in shown.items())
    return f"{name:22} {words}  twins {twins.get('both_right', 0)}/{twins.get('couples', 0)}"


def _confusion(items: Sequence[dict[str, Any]], own: Sequence[Prediction]) -> None:
    rows: dict[str, Counter[str]] = {}
    for item, one in zip(items, own, strict=True):
        rows.setdefault(str(item.get("type") or "-"), Counter())[str(one.type or "-")] += 1
    print("\ntype in truth: what the check said")
    for kind, said in sorted(rows.items()):
        print(f"  {kind:12} " + ", ".join(f"{name} {count}" for name, count in said.most_common()))


def _worst(items: Sequence[dict[str, Any]], own: Sequence[Prediction], found: Sequence[Judgement], most: int) -> None:
    """Print the errors that the check was surest of, by id: the texts are not ours to print."""
    rows = [(abs(one.confidence - _true(item)), item, one, mark) for item, one, mark in zip(items, own, found, strict=True)]
    print(f"\nthe {most} worst")
    for far, item, one, mark in sorted(rows, key=lambda row: -row[0])[:most]:
        leading = mark.leading.name if mark.leading else "no signal"
        guard = mark.guard.name if mark.guard else "no guard"
        truth = f"{item['verdict']}/{item.get('type') or '-'}"
        print(f"  {far:.2f}  {item['id']}: truth {truth}, confidence {one.confidence:.2f}, by {leading}, against {guard}")


def _left_out(items: Sequence[dict[str, Any]], pairs: Sequence[Pair], found: Sequence[Judgement], by: Weights) -> None:
    def figures(without: str) -> dict[str, Any]:
        left = msgspec.structs.replace(by, signal={name: weight for name, weight in by.signal.items() if name != without})
        again = (judged_by(one, mark.signals, left) for one, mark in zip(pairs, found, strict=True))
        return score(items, [_prediction(item, one) for item, one in zip(items, again, strict=True)])

    whole = figures("")
    names = sorted({name for one in found for name, mark in one.signals.items() if mark.value and by.signal.get(name)})
    rows = [(name, figures(name), _fired(found, name)) for name in names]

    def change(row: tuple[str, dict[str, Any], int]) -> float:
        return float((row[1]["auc"] or 0.0) - (whole["auc"] or 0.0))

    print("\neach signal left out: area under the curve, recall, pairs in which it fires")
    for row in sorted(rows, key=change):
        print(f"  {row[0]:22} {change(row):+.4f}  recall {(row[1]['recall'] or 0) - (whole['recall'] or 0):+.3f}  {row[2]}")


def _fired(found: Sequence[Judgement], name: str) -> int:
    return sum(bool(name in one.signals and one.signals[name].value) for one in found)


if __name__ == "__main__":
    main()
