"""Fit the weights of the judge: signs fixed by law/judge/signs.toml, shrunk towards equal weights.

    python benchmarks/fit_judge.py PAIRS.jsonl [...] [--out law/judge/weights.toml]

Prints what the weights reach with whole States left out. Nothing of the pairs is kept but the weights.
"""

from __future__ import annotations

import argparse
import json
import random
import tomllib
from pathlib import Path

import numpy as np

from ssc_drafter import places
from ssc_drafter.check.judge import relatedness
from ssc_drafter.check.kinds import signals
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair
from ssc_drafter.readers.imported import import_file

FLAG, LOOK = 0.54, 0.45  # from where on a pair is flagged, and shown to be looked at; benchmarks/calibrate.py sets the flag
CUT = 0.50  # relatedness under which a pair is not flagged
FLAGGED = ("conflict", "step_needed")


def load(paths: list[Path]) -> list[dict]:
    """Return the items of the files, each with the group that is left out together: its State, or its family of pairs."""
    items = []
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            item = json.loads(line)
            item["group"] = item["state"] if item["state"] != "XX" else f"XX{item.get('family', 0) % 12}"
            items.append(item)
    return items


def rows(items: list[dict]) -> tuple[list[dict], list[dict]]:
    """Return for each item its signals and what tells relatedness."""
    found, near = [], []
    for item in items:
        both = pair(read(item["clause"], item["clause_lang"]), read(item["provision"], item["provision_lang"]), item["state"])
        found.append({name: signal.value for name, signal in signals(both).items()})
        near.append(relatedness(both))
    return found, near


def strangers(items: list[dict], per: int, seed: int) -> list[dict]:
    """Return made pairs: each clause with provisions of the same group from other items, taken as unrelated."""
    chance = random.Random(seed)
    groups: dict[str, list[dict]] = {}
    for item in items:
        groups.setdefault(item["group"], []).append(item)
    made = []
    for item in items:
        others = [
            one
            for one in groups[item["group"]]
            if one["provision"][:60] != item["provision"][:60]
            and one.get("family", -1) != item.get("family", -2)
            and one["provision_lang"] == item["provision_lang"]
        ]
        for other in chance.sample(others, min(per, len(others))):
            fields = {name: other[name] for name in ("provision", "provision_lang")}
            made.append(item | fields | {"verdict": "unrelated", "kind": "random"})
    return made


def strangers_of_laws(items: list[dict], laws: Path, per: int, seed: int) -> list[dict]:
    """Return made pairs: each clause with provisions of its State's real laws, drawn by chance, taken as unrelated."""
    chance = random.Random(seed)
    drawn: dict[str, list[tuple[str, str, str]]] = {}
    for state in sorted({item["state"] for item in items}):
        for file in sorted({item["file"] for item in items if item["state"] == state})[:6]:
            one = import_file(laws / file, as_="policy", country=state).instrument()
            rows = [(one.lang, one.text[part.start : part.end], file) for part in one.provisions if part.end - part.start > 80]
            drawn.setdefault(state, []).extend(rows)
    made = []
    for item in items:
        for lang, text, file in chance.sample(drawn[item["state"]], per):
            if file != item["file"]:
                fields = {"provision": text[:6000], "provision_lang": lang, "verdict": "unrelated", "kind": "random"}
                made.append(item | fields)
    return made


def matrix(found: list[dict], names: list[str]) -> np.ndarray:
    """Return the values of the named columns, and ones."""
    return np.array([[one.get(name, 0.0) for name in names] + [1.0] for one in found])


def logistic(
    x: np.ndarray, y: np.ndarray, w: np.ndarray, prior: np.ndarray, sign: np.ndarray, pull: float, steps: int = 1500
) -> np.ndarray:
    """Return weights of a logistic regression shrunk towards `prior`, each kept to its sign (0: free)."""
    beta = prior.copy()
    scale = w.sum()
    rate = 0.5
    for step in range(steps):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (w * (p - y)) / scale
        shrink = pull * (beta - prior) / scale
        shrink[-1] = 0
        beta = beta - rate * (gradient * 4 + shrink * 4) / (1 + step / 800)
        beta = np.where((sign != 0) & (beta * sign < 0), 0.0, beta)
    return beta


def auc(y: np.ndarray, p: np.ndarray) -> float:
    """Return the area under the curve."""
    order = p.argsort(kind="stable")
    ranks = np.empty(len(p))
    ranks[order] = np.arange(1, len(p) + 1)
    for value in np.unique(p):
        ranks[p == value] = ranks[p == value].mean()
    positive = int(y.sum())
    return float((ranks[y == 1].sum() - positive * (positive + 1) / 2) / (positive * (len(y) - positive)))


class Set:
    """Items with their numbers."""

    def __init__(self, items: list[dict], weight: float) -> None:
        self.items = items
        self.found, self.near = rows(items)
        self.y = np.array([float(item["verdict"] in FLAGGED) for item in items])
        self.rel = np.array([float(item["verdict"] != "unrelated") for item in items])
        self.groups = np.array([item["group"] for item in items])
        self.w = np.full(len(items), weight)


def fit(parts: list[tuple[Set, np.ndarray]], names: list[str], sign: np.ndarray, near_names: list[str], pull: float):
    """Return the weights of the signals and those of relatedness, from the chosen rows of the sets."""
    xs = np.vstack([matrix(part.found, names)[keep] for part, keep in parts])
    ns = np.vstack([matrix(part.near, near_names)[keep] for part, keep in parts])
    y = np.concatenate([part.y[keep] for part, keep in parts])
    rel = np.concatenate([part.rel[keep] for part, keep in parts])
    w = np.concatenate([part.w[keep] for part, keep in parts])
    near_sign = np.array([0.0 if name == "across" else 1.0 for name in near_names] + [0.0])
    b_near = logistic(ns, rel, w, np.append(np.ones(len(near_names)), -1.0), near_sign, 2.0)
    real = np.concatenate([np.array([item["kind"] != "random" for item in part.items])[keep] for part, keep in parts])
    prior = np.append(sign[:-1], -0.3)
    b = logistic(xs[real], y[real], w[real], prior, sign, pull)
    return b, b_near


def predict(part: Set, keep: np.ndarray, names, near_names, b, b_near) -> np.ndarray:
    """Return the confidences."""
    p = 1 / (1 + np.exp(-matrix(part.found, names)[keep] @ b))
    n = 1 / (1 + np.exp(-matrix(part.near, near_names)[keep] @ b_near))
    n = np.maximum(n, np.array([one.get("ranked_above", 0.0) for one in part.found])[keep])
    return np.where((n > CUT) | (p < 0.5), p, 0.5 + (FLAG - 0.51) * (p - 0.5))


def at_precision(y: np.ndarray, p: np.ndarray, least: float) -> tuple[float, float]:
    """Return the best recall at a precision, and its threshold."""
    best = (0.0, 1.0)
    for cut in np.unique(p):
        flagged = p >= cut
        precision = y[flagged].mean()
        recall = y[flagged].sum() / y.sum()
        if precision >= least and recall > best[0]:
            best = (float(recall), float(cut))
    return best


def main() -> None:
    """Fit, measure with groups left out, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", nargs="+", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--laws", type=Path, help="the real laws, for pairs drawn by chance")
    parser.add_argument("--pull", type=float, default=30.0)
    parser.add_argument("--written", type=float, default=0.4, help="weight of the invented pairs beside real ones")
    options = parser.parse_args()
    signs = tomllib.loads((places.LAW / "judge" / "signs.toml").read_text("utf-8"))
    names = sorted(signs)
    sign = np.array([float(signs[name]) for name in names] + [0.0])
    items = load(options.pairs)
    real = Set([item for item in items if item["state"] != "XX"], 1.0)
    written = Set([item for item in items if item["state"] == "XX"], options.written)
    odd_real = Set(strangers_of_laws(real.items, options.laws, 8, 1) if options.laws else strangers(real.items, 3, 1), 0.4)
    odd_written = Set(strangers(written.items, 1, 2), 0.2)
    near_names = sorted(real.near[0])
    sets = [real, written, odd_real, odd_written]
    p, odd = np.zeros(len(real.y)), np.zeros(len(odd_real.y))
    for state in sorted(set(real.groups)):
        parts = [(one, one.groups != state) for one in sets]
        b, b_near = fit(parts, names, sign, near_names, options.pull)
        p[real.groups == state] = predict(real, real.groups == state, names, near_names, b, b_near)
        odd[odd_real.groups == state] = predict(odd_real, odd_real.groups == state, names, near_names, b, b_near)
    report(real, p, odd)
    b, b_near = fit([(one, np.ones(len(one.y), bool)) for one in sets], names, sign, near_names, options.pull)
    for name, value in sorted(zip([*names, "base"], b, strict=True), key=lambda row: -row[1]):
        print(f"{name:22s} {value:6.2f}")
    print({name: round(float(value), 2) for name, value in zip([*near_names, "base"], b_near, strict=True)})
    if options.out:
        write(options.out, names, b, near_names, b_near, at_precision(real.y, p, 0.8)[1])


def report(real: Set, p: np.ndarray, odd: np.ndarray) -> None:
    """Print the figures with States left out."""
    recall, cut = at_precision(real.y, p, 0.8)
    print(
        f"AUC {auc(real.y, p):.3f}; recall at P 0.80: {recall:.3f} (cut {cut:.2f});",
        f"random pairs flagged {np.mean(odd >= cut):.4f}",
    )
    flagged = p >= 0.5
    precision, r = real.y[flagged].mean(), real.y[flagged].sum() / real.y.sum()
    print(f"cut 0.5: P {precision:.3f} R {r:.3f}; random {np.mean(odd >= 0.5):.4f}")
    for kind in ("natural", "twin", "restatement", "lure"):
        keep = np.array([item["kind"] == kind for item in real.items])
        hit, wanted = real.y[keep & (p >= cut)], real.y[keep]
        print(f"  {kind}: n {keep.sum()}, flagged: right {hit.sum():.0f} of {wanted.sum():.0f}, wrong {(1 - hit).sum():.0f}")
    twins: dict[str, list[int]] = {}
    for place, item in enumerate(real.items):
        if item["twin"]:
            twins.setdefault(item["twin"], []).append(place)
    both = [all((p[place] >= cut) == real.y[place] for place in places) for places in twins.values()]
    order = []
    for members in twins.values():
        high = [p[one] for one in members if real.y[one]]
        low = [p[one] for one in members if not real.y[one]]
        if high and low:
            order.append(1.0 if min(high) > max(low) else 0.5 if min(high) == max(low) else 0.0)
    print(
        f"twins both right {sum(both)} of {len(both)}; in order {np.mean(order):.2f}, ties {sum(one == 0.5 for one in order)}"
    )
    for lang in ("en", "fr", "es", "pt"):
        keep = np.array([item["clause_lang"] == lang == item["provision_lang"] for item in real.items])
        print(f"  {lang}: n {keep.sum()}, AUC {auc(real.y[keep], p[keep]):.3f}", end=";")
    keep = np.array([item["clause_lang"] != item["provision_lang"] for item in real.items])
    print(f"  across: n {keep.sum()}, AUC {auc(real.y[keep], p[keep]):.3f}")


KEPT = ("stranger", "likeness", "unkindred")  # what is set by hand, each with a decision of its own


def write(path: Path, names, b, near_names, b_near, cut: float) -> None:
    """Write the weights with two decimals."""
    lines = [
        "# Weights of the judge, written by benchmarks/fit_judge.py: what each signal adds for (+) or against (-) a finding.",
        "# Their signs are fixed beforehand in signs.toml; they are shrunk towards equal weights.",
        f"base = {b[-1]:.2f}",
        "slope = 1.00",
        "level = 0.00",
        f"related_base = {b_near[-1]:.2f}",
        f"flag = {FLAG}",
        f"look = {LOOK}",
        f"cut = {CUT}",
        *(f"{name} = {value}" for name, value in tomllib.loads(path.read_text("utf-8")).items() if name in KEPT),
        "",
        "[signal]",
        *(f"{name} = {value:.2f}" for name, value in zip(names, b, strict=False)),
        "",
        "[related]",
        *(f"{name} = {value:.2f}" for name, value in zip(near_names, b_near, strict=False)),
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
