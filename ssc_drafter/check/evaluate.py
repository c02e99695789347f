"""Verdicts for pairs of a clause and a provision, and how good they are where the pairs carry labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ssc_drafter.check.finding import Prediction
from ssc_drafter.check.judge import Judgement, judge, weights
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import Pair, pair
from ssc_drafter.check.reasons import reason

FIELDS = ("id", "state", "clause_lang", "provision_lang", "clause", "provision", "instrument", "provision_number")
FLAGGED = ("conflict", "step_needed")


def predict(items: Iterable[dict[str, Any]]) -> list[Prediction]:
    """Return a prediction for each pair, in order. Nothing but FIELDS is read from an item."""
    return [_predict({name: str(item.get(name) or "") for name in FIELDS}) for item in items]


def _predict(item: dict[str, str]) -> Prediction:
    clause, provision = read(item["clause"], item["clause_lang"]), read(item["provision"], item["provision_lang"])
    found = judge(pair(clause, provision, item["state"]))
    flagged = found.verdict in FLAGGED
    spans = (
        (_quote(clause.text, found.leading.clause), _quote(provision.text, found.leading.law))
        if found.leading
        else (None, None)
    )
    said = reason(found, clause, provision, item["clause_lang"], item["instrument"], item["provision_number"])
    return Prediction(
        item["id"],
        found.verdict,
        found.type,
        round(found.rank, 4),
        spans[0] if flagged else None,
        spans[1] if flagged else None,
        said,
    )


def _quote(text: str, place: tuple[int, int]) -> str | None:
    return text[place[0] : place[1]] or None


def judgement(item: dict[str, Any]) -> Judgement:
    """Return the whole judgement on one pair, for those who look into it."""
    return judge(pair_of(item))


def pair_of(item: dict[str, Any]) -> Pair:
    """Return the two texts of an item, read and side by side."""
    clause, provision = read(item["clause"], item["clause_lang"]), read(item["provision"], item["provision_lang"])
    return pair(clause, provision, item["state"])


def score(items: Sequence[dict[str, Any]], predictions: Sequence[Prediction]) -> dict[str, Any]:
    """Return the figures of interfaces.md; items without labels leave them out (only `n` and `threshold`)."""
    figures: dict[str, Any] = {"n": len(items), "threshold": weights().flag}
    rows = [(item, one) for item, one in zip(items, predictions, strict=True) if item.get("verdict")]
    if not rows:
        return figures
    truth = [item["verdict"] in FLAGGED for item, _ in rows]
    ranks = [one.confidence for _, one in rows]
    right = [(item, one) for item, one in rows if item["verdict"] in FLAGGED and one.verdict in FLAGGED]
    figures |= _rates(rows)
    figures["auc"] = _auc(truth, ranks)
    figures["recall_at_p80"] = _recall_at(truth, ranks, 0.80)
    figures["type_right"] = _share(sum(item.get("type") == one.type for item, one in right), len(right))
    figures["twins"] = _twins(rows)
    figures["by_language"] = _by(rows, lambda item: item["clause_lang"] + "-" + item["provision_lang"])
    figures["by_type"] = {
        kind: _share(sum(one.verdict in FLAGGED for item, one in rows if item.get("type") == kind), count)
        for kind, count in _counts(str(item["type"]) for item, _ in rows if item.get("type")).items()
    }
    return figures


Rows = Sequence[tuple[dict[str, Any], Prediction]]


def _share(part: float, whole: float) -> float | None:
    return round(part / whole, 4) if whole else None


def _counts(names: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return dict(sorted(counts.items()))


def _rates(rows: Rows) -> dict[str, float | None]:
    hit = sum(item["verdict"] in FLAGGED and one.verdict in FLAGGED for item, one in rows)
    flagged = sum(one.verdict in FLAGGED for _, one in rows)
    wanted = sum(item["verdict"] in FLAGGED for item, _ in rows)
    return {
        "precision": _share(hit, flagged),
        "recall": _share(hit, wanted),
        "f1": _share(2 * hit, flagged + wanted),
    }


def _by(rows: Rows, key: Any) -> dict[str, Any]:
    groups: dict[str, list[tuple[dict[str, Any], Prediction]]] = {}
    for row in rows:
        groups.setdefault(key(row[0]), []).append(row)
    return {
        name: {
            "n": len(group),
            **_rates(group),
            "auc": _auc([item["verdict"] in FLAGGED for item, _ in group], [one.confidence for _, one in group]),
        }
        for name, group in sorted(groups.items())
    }


def _auc(truth: Sequence[bool], ranks: Sequence[float]) -> float | None:
    flagged = [rank for true, rank in zip(truth, ranks, strict=True) if true]
    others = [rank for true, rank in zip(truth, ranks, strict=True) if not true]
    if not flagged or not others:
        return None
    wins = sum((one > other) + 0.5 * (one == other) for one in flagged for other in others)
    return round(wins / (len(flagged) * len(others)), 4)


def _recall_at(truth: Sequence[bool], ranks: Sequence[float], least: float) -> float:
    best, hit = 0.0, 0
    ordered = sorted(zip(ranks, truth, strict=True), key=lambda row: -row[0])
    for place, (rank, true) in enumerate(ordered):
        hit += true
        last_of_rank = place + 1 == len(ordered) or ordered[place + 1][0] < rank
        if last_of_rank and hit / (place + 1) >= least:
            best = max(best, hit / max(1, sum(truth)))
    return round(best, 4)


def _twins(rows: Rows) -> dict[str, int]:
    couples: dict[str, list[bool]] = {}
    for item, one in rows:
        if item.get("twin"):
            couples.setdefault(item["twin"], []).append((item["verdict"] in FLAGGED) == (one.verdict in FLAGGED))
    whole = [members for members in couples.values() if len(members) > 1]
    return {"couples": len(whole), "both_right": sum(all(members) for members in whole)}
