"""Whole drafts held against the laws they were written against, scored as the labelled cases say.

    python benchmarks/cases.py SHARED/eval/cases SHARED/corpora/laws [--only CASE]

A finding is right when article (and paragraph, where both have it), file and one of the gold's numbers agree, `also` included;
the first right one counts, others on the same gold line are neither; a finding that matches no gold line is wrong.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from ssc_drafter.check import check
from ssc_drafter.check.finding import Finding, Report
from ssc_drafter.policies.instrument import Instrument
from ssc_drafter.readers.imported import import_file
from ssc_drafter.tree.running import RunningText


def parts(number: str) -> list[str]:
    """Return the parts of a number: 9(2)(b) is 9, 2, b."""
    return [part.lower() for part in re.findall(r"[\w.-]+", number)]


def first(number: str) -> str:
    """Return the part of a provision's number before the first bracket, in small letters without punctuation."""
    return re.sub(r"[^\w]", "", number.split("(")[0].lower())


def same_place(finding: Finding, gold: dict[str, Any]) -> bool:
    """Whether a finding stands at the gold's article, and at its paragraph where both have one."""
    return finding.clause is not None and at_place(finding.clause.number, gold)


def at_place(number: str, gold: dict[str, Any]) -> bool:
    """Whether a number is the gold's article, and its paragraph where both have one."""
    ours = parts(number)
    if not ours or ours[0] != str(gold["article"]).lower():
        return False
    wanted = gold.get("paragraph")
    return not wanted or len(ours) < 2 or ours[1] == str(wanted).lower()


def same_law(finding: Finding, gold: dict[str, Any], also: bool) -> bool:
    """Whether a finding names the gold's file and one of its numbers."""
    wanted = {first(str(number)) for number in gold["provision_number"]}
    places = (finding.policy, *finding.also) if also else (finding.policy,)
    return any(place.file == gold["file"] and first(place.number) in wanted for place in places)


def score(report: Report, gold: dict[str, Any]) -> dict[str, Any]:
    """Return how many gold conflicts were found, how many findings were right and wrong, and which traps were hit."""
    met: set[int] = set()
    right = wrong = 0
    for finding in report.findings:
        lines = [n for n, one in enumerate(gold["conflicts"]) if same_place(finding, one) and same_law(finding, one, True)]
        if not lines:
            wrong += 1
        elif not met.issuperset(lines):
            right += 1
            met.add(next(line for line in lines if line not in met))
    traps = sum(any(same_place(f, one) and same_law(f, one, False) for f in report.findings) for one in gold["must_not_flag"])
    seen = looked = 0
    for one in gold["conflicts"]:
        rows = [row for row in report.candidates if parts(row.number)[:1] == [str(one["article"]).lower()]]
        wanted = {first(str(number)) for number in one["provision_number"]}
        seen += any(c.file == one["file"] and first(c.number) in wanted for row in rows for c in row.candidates)
        looked += any(same_place(f, one) and same_law(f, one, True) for f in (*report.findings, *report.look))
    return {
        "gold": len(gold["conflicts"]), "found": len(met), "in_look_too": looked, "in_candidates": seen,
        "findings": len(report.findings), "right": right, "wrong": wrong,
        "traps": len(gold["must_not_flag"]), "traps_hit": traps, "seconds": report.checked.seconds,
        "clauses": report.checked.clauses, "provisions": report.checked.provisions,
    }  # fmt: skip


def read_case(case: Path, laws: Path) -> tuple[dict[str, Any], RunningText, list[Instrument]]:
    """Return a case's gold, its draft, and the laws that it was written against."""
    gold = json.loads((case / "gold.json").read_text("utf-8"))
    draft = import_file(case / "draft.docx", as_="agreement").running()
    files = [line.strip() for line in (case / "laws.txt").read_text("utf-8").splitlines() if line.strip()]
    read = [import_file(laws / file, as_="policy", country=gold["state"]).instrument() for file in files]
    return gold, draft, [replace(one, file=file) for one, file in zip(read, files, strict=True)]


def run(case: Path, laws: Path) -> tuple[Report, dict[str, Any]]:
    """Return the report on a case and its score."""
    gold, draft, instruments = read_case(case, laws)
    report = check(draft, instruments)
    return report, score(report, gold)


def main() -> None:
    """Print one line a case, and the sum."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", type=Path)
    parser.add_argument("laws", type=Path)
    parser.add_argument("--only")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    total: dict[str, float] = {}
    for case in sorted(options.cases.iterdir()):
        if not (case / "gold.json").is_file() or (options.only and options.only != case.name):
            continue
        report, figures = run(case, options.laws)
        print(case.name, figures)
        if options.show:
            for finding in report.findings:
                print("  ", finding.clause and finding.clause.number, finding.type, finding.confidence, finding.policy.number)
                print("      ", finding.reason)
        for name, value in figures.items():
            total[name] = total.get(name, 0) + value
    print("all", total)


if __name__ == "__main__":
    main()
