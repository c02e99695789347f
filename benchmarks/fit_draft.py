"""The weights of whole drafts, fitted on labelled drafts with each left out in turn; what they would find is printed.

    python -m benchmarks.fit_draft SHARED/eval/cases SHARED/corpora/laws [--write]

With --write the weights of a fit on all drafts go into law/judge/draft.toml; the thresholds there stay as they are.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

import numpy as np
from msgspec.structs import replace

from benchmarks import cases
from ssc_drafter import places
from ssc_drafter.check.candidates import Index
from ssc_drafter.check.document import holding, merging
from ssc_drafter.check.document.holding import Held, hold
from ssc_drafter.check.document.weighing import DraftWeights, chance, draft_weights

NAMES = ("near", "share", "mutual", "contrary", "subject", "speaks", "guards")
TRAP = 3.0  # weight of a pair that must not be flagged, beside one that nobody looked at
PULL = 0.3  # how far the weights may leave nothing
FLAGS = (0.08, 0.1, 0.13, 0.16, 0.19, 0.22, 0.26, 0.3)
LEAST = (0.0, 0.2, 0.4, 0.6)


def held_of(case: Path, laws: Path) -> tuple[dict[str, Any], list[Held]]:
    """Return the gold of a case and all its pairs, judged."""
    gold, draft, instruments = cases.read_case(case, laws)
    holding.worth_reading = lambda *_: True  # type: ignore[assignment]
    holding.could_matter = lambda *_: True  # type: ignore[assignment]
    return gold, list(hold(draft, Index(instruments)).held)


def met(held: Held, lines: list[dict[str, Any]]) -> list[int]:
    """Return which lines of the gold a pair stands on."""
    found = []
    for number, line in enumerate(lines):
        wanted = {cases.first(str(one)) for one in line["provision_number"]}
        law = held.place.instrument.file == line["file"] and cases.first(held.place.provision.number) in wanted
        if law and cases.at_place(held.unit.number, line):
            found.append(number)
    return found


def table(held: list[Held]) -> np.ndarray:
    """Return the features of pairs, a row each."""
    return np.array([[getattr(one.features, name) for name in NAMES] for one in held])


def fitted(rows: np.ndarray, flagged: np.ndarray, weight: np.ndarray) -> tuple[np.ndarray, float]:
    """Return weights and base of a logistic fit, pulled towards nothing."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    scaled = np.c_[(rows - mean) / spread, np.ones(len(rows))]
    found, ridge = np.zeros(scaled.shape[1]), np.eye(scaled.shape[1]) / PULL
    ridge[-1, -1] = 0.0
    for _ in range(40):
        guess = 1 / (1 + np.exp(-scaled @ found))
        slope = (scaled * (weight * guess * (1 - guess))[:, None]).T @ scaled + ridge
        found -= np.linalg.solve(slope, scaled.T @ (weight * (guess - flagged)) + ridge @ found)
    weights = found[:-1] / spread
    return weights, float(found[-1] - weights @ mean)


def weighed(held: list[Held], by: DraftWeights) -> list[Held]:
    """Return pairs with the chance that other weights give them."""
    return [replace(one, chance=chance(one.features, by) if one.found.signals else 0.0) for one in held]


def outcome(held: list[Held], gold: dict[str, Any], by: DraftWeights, flag: float) -> np.ndarray:
    """Return found, wrong, findings and traps hit of a draft."""
    lines: set[int] = set()
    traps: set[int] = set()
    wrong = count = 0
    for one in merging.merged(held, by):
        if one.lead.chance < flag:
            continue
        count += 1
        right = {line for pair in (one.lead, *one.also) for line in met(pair, gold["conflicts"])}
        traps |= set(met(one.lead, gold["must_not_flag"]))
        wrong += not right
        lines |= set(sorted(right - lines)[:1])
    return np.array([len(lines), wrong, count, len(traps)])


def main() -> None:
    """Print what each flag would find, and the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", type=Path)
    parser.add_argument("laws", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    folders = [case for case in sorted(options.cases.iterdir()) if (case / "gold.json").is_file()]
    sets = [held_of(case, options.laws) for case in folders]
    rows = [table(held) for _, held in sets]
    flagged = [np.array([bool(met(one, gold["conflicts"])) for one in held]) for gold, held in sets]
    traps = [np.array([bool(met(one, gold["must_not_flag"])) for one in held]) for gold, held in sets]
    weight = [np.where(trap & ~right, TRAP, 1.0) for trap, right in zip(traps, flagged, strict=True)]
    sums = {(least, flag): np.zeros(4) for least in LEAST for flag in FLAGS}
    for out in range(len(sets)):
        rest = [place for place in range(len(sets)) if place != out]
        weights, base = fitted(*(np.concatenate([part[place] for place in rest]) for part in (rows, flagged, weight)))
        by = _weights(weights, base)
        for least, flag in sums:
            floor = replace(by, least=least)
            sums[least, flag] += outcome(weighed(sets[out][1], floor), sets[out][0], floor, flag)
    gold = sum(len(one["conflicts"]) for one, _ in sets)
    must = sum(len(one["must_not_flag"]) for one, _ in sets)
    for (least, flag), (found, wrong, count, hit) in sums.items():
        said = f"found {found:.0f} of {gold}, wrong {wrong:.0f}, {count / max(found, 1):.2f} per right"
        print(f"least {least:.1f} flag {flag:.2f}: {said}, traps {hit:.0f} of {must}")
    weights, base = fitted(*(np.concatenate(part) for part in (rows, flagged, weight)))
    print(dict(zip(NAMES, weights.round(2), strict=True)), "base", round(base, 2))
    if options.write:
        _write({"base": base, **dict(zip(NAMES, weights, strict=True))})


def _weights(weights: np.ndarray, base: float) -> DraftWeights:
    named = dict(zip(NAMES, map(float, weights), strict=True))
    return replace(draft_weights(), base=base, look=min(FLAGS), **named)


def _write(found: dict[str, float]) -> None:
    path = places.LAW / "judge" / "draft.toml"
    text = path.read_text("utf-8")
    for name, value in found.items():
        text = re.sub(rf"(?m)^{name} = .*$", f"{name} = {value:.2f}", text)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
