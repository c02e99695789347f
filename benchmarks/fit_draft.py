"""The weights of whole drafts, fitted on labelled drafts with each left out in turn; what they would find is printed.

    python -m benchmarks.fit_draft SHARED/eval/cases SHARED/corpora/laws [--write]

With --write the weights of a fit on all drafts go into law/judge/draft.toml, and the line (`slope`, `shift`) that leads from
their sum to the share of findings that were right in the drafts left out; the thresholds there stay as they are.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from benchmarks import cases
from ssc_drafter import places
from ssc_drafter.check.candidates import Index
from ssc_drafter.check.document import holding, merging
from ssc_drafter.check.document.holding import Held, hold
from ssc_drafter.check.document.weighing import DraftWeights, chance, draft_weights, logit

NAMES = ("near", "share", "mutual", "contrary", "subject", "speaks", "guards", "repeats")
TRAP = 3.0  # weight of a pair that must not be flagged, beside one that nobody looked at
PULL = 0.3  # how far the weights may leave nothing
FLAGS = (0.12, 0.15, 0.18, 0.2, 0.22, 0.25, 0.28, 0.3, 0.35, 0.4)
LEAST = (0.0, 0.4, 0.6, 0.8)
SHOWN = 0.03  # chance of a pair from which its finding takes part in the calibration


def held_of(case: Path, laws: Path) -> tuple[dict[str, Any], list[Held]]:
    """Return the gold of a case and all its pairs, judged."""
    gold, draft, instruments = cases.read_case(case, laws)
    holding.least_promise = lambda *_: -99.0  # type: ignore[assignment]
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


class Case(Struct):
    """A labelled draft: its gold, its pairs, their features, which are conflicts, and how much each counts in a fit."""

    gold: dict[str, Any]
    held: list[Held]
    rows: np.ndarray
    right: np.ndarray
    weight: np.ndarray


def case_of(folder: Path, laws: Path) -> Case:
    """Return a labelled draft, its pairs judged."""
    gold, held = held_of(folder, laws)
    right = np.array([bool(met(one, gold["conflicts"])) for one in held])
    trap = np.array([bool(met(one, gold["must_not_flag"])) for one in held])
    return Case(gold, held, table(held), right, np.where(trap & ~right, TRAP, 1.0))


def fit(cases_in: list[Case]) -> DraftWeights:
    """Return the weights of a fit on some drafts, not calibrated."""
    parts = ((one.rows for one in cases_in), (one.right for one in cases_in), (one.weight for one in cases_in))
    weights, base = fitted(*(np.concatenate(list(part)) for part in parts))
    named = dict(zip(NAMES, map(float, weights), strict=True))
    return replace(draft_weights(), base=base, slope=1.0, shift=0.0, look=SHOWN, **named)


def calibrated(sets: list[Case], fits: list[DraftWeights]) -> tuple[float, float]:
    """Return slope and shift of the line from the sum of a finding left out to the chance that it is right."""
    sums, right = [], []
    for one, by in zip(sets, fits, strict=True):
        for found in merging.merged(weighed(one.held, by), by):
            sums.append(logit(found.lead.chance))
            right.append(any(met(pair, one.gold["conflicts"]) for pair in (found.lead, *found.also)))
    weights, shift = fitted(np.array(sums)[:, None], np.array(right, float), np.ones(len(sums)))
    return float(weights[0]), shift


def main() -> None:
    """Print what each flag would find, and the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", type=Path)
    parser.add_argument("laws", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    folders = [case for case in sorted(options.cases.iterdir()) if (case / "gold.json").is_file()]
    sets = [case_of(folder, options.laws) for folder in folders]
    fits = [fit([one for one in sets if one is not out]) for out in sets]
    slope, shift = calibrated(sets, fits)
    line = [replace(by, slope=slope, shift=shift, look=min(FLAGS)) for by in fits]
    gold, must = (sum(len(one.gold[name]) for one in sets) for name in ("conflicts", "must_not_flag"))
    for least in LEAST:
        for flag in FLAGS:
            rows = [(one, replace(by, least=least)) for one, by in zip(sets, line, strict=True)]
            found, wrong, count, hit = sum(outcome(weighed(one.held, by), one.gold, by, flag) for one, by in rows)
            said = f"found {found:.0f} of {gold}, wrong {wrong:.0f}, {count / max(found, 1):.2f} per right"
            print(f"least {least:.1f} flag {flag:.2f}: {said}, traps {hit:.0f} of {must}")
    by = fit(sets)
    print({name: round(getattr(by, name), 2) for name in ("base", *NAMES)}, "slope", round(slope, 2), "shift", round(shift, 2))
    if options.write:
        _write({name: getattr(by, name) for name in ("base", *NAMES)} | {"slope": slope, "shift": shift})


def _write(found: dict[str, float]) -> None:
    path = places.LAW / "judge" / "draft.toml"
    text = path.read_text("utf-8")
    for name, value in found.items():
        text = re.sub(rf"(?m)^{name} = .*$", f"{name} = {value:.2f}", text)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
