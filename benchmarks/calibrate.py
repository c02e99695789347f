"""How far the confidence of a pair may be believed, and the flag at a wanted precision, with groups left out in turn.

    python -m benchmarks.calibrate PAIRS.jsonl [...] [--precision 0.8] [--write]

Each file gives its own line, so that pairs whose texts the words were grown on can be told from fresh ones. Slope and level are
fitted on all files together; `--write` puts them and the flag into law/judge/weights.toml.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.fit_judge import FLAGGED, auc, load
from ssc_drafter import places
from ssc_drafter.check.evaluate import judgement
from ssc_drafter.check.judge import weights

FOLDS = 2


def scored(items: list[dict[str, Any]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return for each item the sum of its signals, how related its texts are, and whether it should be flagged."""
    by = weights()
    found = [judgement(item) for item in items]
    sums = [by.base + sum(by.signal.get(name, 0.0) * one.value for name, one in row.signals.items()) for row in found]
    truth = [item["verdict"] in FLAGGED for item in items]
    return np.array(sums), np.array([row.related for row in found]), np.array(truth)


def line(sums: np.ndarray, truth: np.ndarray) -> tuple[float, float]:
    """Return slope and level of the logistic line from sums to truth (Newton's steps)."""
    columns = np.column_stack([sums, np.ones(len(sums))])
    at = np.array([1.0, 0.0])
    for _ in range(40):
        chance = 1 / (1 + np.exp(-columns @ at))
        curve = (columns * (chance * (1 - chance))[:, None]).T @ columns + 1e-6 * np.eye(2)
        at = at - np.linalg.solve(curve, columns.T @ (chance - truth))
    return float(at[0]), float(at[1])


def flag_at(chance: np.ndarray, near: np.ndarray, truth: np.ndarray, least: float) -> float:
    """Return the lowest chance from which on the pairs above the cut of relatedness are right in this share of cases."""
    best = 1.0
    for cut in np.arange(0.90, 0.50, -0.01):
        flagged = (chance >= cut) & (near > weights().cut)
        if flagged.sum() >= 10 and truth[flagged].mean() >= least:
            best = float(cut)
    return best


def main() -> None:
    """Print the figures of each file, each half judged by a line and a flag of the other half."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", nargs="+", type=Path)
    parser.add_argument("--precision", type=float, default=0.8)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    sets = [(path, load([path])) for path in options.pairs]
    rows = [(path, *scored(items), [item["group"] for item in items]) for path, items in sets]
    for path, sums, near, truth, groups in rows:
        names = sorted(set(groups))
        fold = np.array([names.index(group) % FOLDS for group in groups])
        chance, flagged = np.zeros(len(sums)), np.zeros(len(sums), bool)
        for one in range(FOLDS):
            slope, level = line(sums[fold != one], truth[fold != one])
            chance[fold == one] = 1 / (1 + np.exp(-(slope * sums[fold == one] + level)))
            others = 1 / (1 + np.exp(-(slope * sums[fold != one] + level)))
            cut = flag_at(others, near[fold != one], truth[fold != one], options.precision)
            flagged[fold == one] = (chance[fold == one] >= cut) & (near[fold == one] > weights().cut)
        print(path.name, f"n {len(sums)} AUC {auc(truth, chance):.3f} Brier {np.mean((chance - truth) ** 2):.3f}", end=" ")
        print(f"P {truth[flagged].mean():.2f} R {truth[flagged].sum() / truth.sum():.2f}")
        print(
            "   ",
            *(f"{low:.1f}: {truth[(chance >= low) & (chance < low + 0.1)].mean():.2f}" for low in np.arange(0.1, 0.9, 0.1)),
        )
    sums, near, truth = (np.concatenate([row[column] for row in rows]) for column in (1, 2, 3))
    slope, level = line(sums, truth)
    flag = flag_at(1 / (1 + np.exp(-(slope * sums + level))), near, truth, options.precision)
    print(f"all: slope {slope:.2f} level {level:.2f} flag {flag:.2f}")
    if options.write:
        write(slope, level, flag)


def write(slope: float, level: float, flag: float) -> None:
    """Put the line and the flag into the weights."""
    path = places.LAW / "judge" / "weights.toml"
    text = path.read_text("utf-8")
    for name, value in (("slope", slope), ("level", level), ("flag", flag)):
        text = re.sub(rf"^{name} = .*$", f"{name} = {value:.2f}", text, count=1, flags=re.MULTILINE)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
