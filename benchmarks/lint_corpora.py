"""Holds the rules of lint against every real agreement of the shared collections: findings of each rule, in how many texts.

Call: python -m benchmarks.lint_corpora [--shared DIR] [--sample N] [--rule ID] [--seed S]
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpora import listed
from ssc_drafter.errors import Problem
from ssc_drafter.lint import Finding, lint
from ssc_drafter.lint.rules import LANGUAGES, rules
from ssc_drafter.readers.imported import import_file
from ssc_drafter.tree.running import RunningText

AROUND = 120  # signs shown on either side of a finding


def main() -> None:
    """Print the table of docs/lint.md, and under it a sample of findings to be read by hand."""
    arguments = _arguments()
    found: list[tuple[str, RunningText, Finding]] = []
    agreements, seconds = 0, 0.0
    for name, text in agreements_in(arguments.shared / "corpora" / "treaties"):
        begun = time.perf_counter()
        findings = lint(text, ui="en").findings
        seconds += time.perf_counter() - begun
        agreements += 1
        found += [(name, text, one) for one in findings]
    print(f"{agreements} agreements, {seconds:.1f} s")
    _table(found, agreements)
    _sample([row for row in found if arguments.rule in ("", row[2].rule)], arguments)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--sample", type=int, default=0, help="how many findings to print with the words around them")
    parser.add_argument("--rule", default="", help="sample the findings of this rule only")
    parser.add_argument("--seed", type=int, default=13)
    return parser.parse_args()


def agreements_in(folder: Path) -> Iterator[tuple[str, RunningText]]:
    """Yield the agreements in a language that lint knows; excerpts are openings only and are left out."""
    paths = list(dict.fromkeys([*listed(folder), *sorted(folder.glob("multi/*/*__text.txt"))]))
    for path in paths:
        name = path.relative_to(folder).as_posix()
        if "excerpts" in name or path.suffix == ".json":
            continue
        try:
            text = import_file(path, "agreement").running()
        except Problem:
            continue
        if text.lang in LANGUAGES:
            yield name, text


def _table(found: list[tuple[str, RunningText, Finding]], agreements: int) -> None:
    findings = Counter((one.rule, one.severity) for _, _, one in found)
    texts = Counter((rule, severity) for _, rule, severity in {(name, one.rule, one.severity) for name, _, one in found})
    rows = sorted({*findings, *((rule.id, rule.severity) for rule in rules())}, key=lambda key: (-texts[key], key))
    print("| rule | severity | findings | agreements | share |\n|---|---|---|---|---|")
    for rule, severity in rows:
        key = (rule, severity)
        print(f"| {rule} | {severity} | {findings[key]} | {texts[key]} | {100 * texts[key] / agreements:.1f} % |")


def _sample(found: list[tuple[str, RunningText, Finding]], arguments: argparse.Namespace) -> None:
    random.seed(arguments.seed)
    for name, text, one in random.sample(found, min(arguments.sample, len(found))):
        before, after = text.text[max(0, one.start - AROUND) : one.start], text.text[one.end : one.end + AROUND]
        shown = " ".join(f"{before}[[{one.quote[:240]}]]{after}".split())
        print(f"\n{name} {one.number} {one.rule} ({one.severity}): {one.message}\n  {shown}")


if __name__ == "__main__":
    main()
