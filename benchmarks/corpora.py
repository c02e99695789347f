"""Imports every real text that the shared collections list and prints how many give the right articles or provisions.

Call: python benchmarks/corpora.py [--shared DIR] [--slow SECONDS] [--each]
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from ssc_drafter.errors import Problem
from ssc_drafter.readers.imported import Imported, import_file

COLLECTIONS = ("laws", "policies", "treaties", "docx")
ROW = re.compile(r"^\|\s*([^|\s]+\.(?:md|txt|html|xml|pdf|docx|json|csv))\s*\|")


class Result(Struct):
    """What importing one collection gave."""

    imported: int = 0
    refused: int = 0
    truths: int = 0
    equal: int = 0
    near: int = 0
    seconds: float = 0.0


def main() -> None:
    """Print a table, and under it every file that was refused or read otherwise than its true list says."""
    arguments = _arguments()
    for name in COLLECTIONS:
        result, lines = _collection(arguments.shared / "corpora" / name, arguments.each)
        print(
            f"{name}: {result.imported} imported, {result.refused} refused; of {result.truths} true lists "
            f"{result.equal} equal, {result.near} more at 0.95 or better; {result.seconds:.1f} s"
        )
        for line in lines:
            print(f"  {line}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--each", action="store_true", help="print a line for every file")
    return parser.parse_args()


def listed(folder: Path) -> Iterator[Path]:
    """Return the files that a collection's SOURCES.md names, in its order; a folder with metadata.json stands for its files."""
    seen: set[Path] = set()
    for line in (folder / "SOURCES.md").read_text("utf-8").split("\n"):
        row = ROW.match(line)
        for path in sorted(folder.glob(f"**/{row[1]}") if row and "/" not in row[1] else [folder / row[1]] if row else []):
            one = path.parent if (path.parent / "metadata.json").is_file() else path
            if one.exists() and one not in seen and "_suspect" not in str(one):
                seen.add(one)
                yield one
    yield from sorted(path.parent for path in folder.glob("fr/lahalex/*/metadata.json"))


def _collection(folder: Path, each: bool) -> tuple[Result, list[str]]:
    result, lines, truths = Result(), [], _truths(folder)
    for path in listed(folder):
        name = path.relative_to(folder).as_posix()
        begun = time.perf_counter()
        try:
            imported = import_file(path, "agreement" if folder.name == "treaties" else None)
        except Problem as problem:
            result.refused += 1
            lines.append(f"refused {name}: {problem.sentence().removeprefix(str(path)).lstrip(': ')}")
            continue
        seconds = time.perf_counter() - begun
        result.imported += 1
        result.seconds += seconds
        line = _compare(result, name, _numbers(imported), truths.get(name))
        if line or each:
            lines.append(line or f"{name}: {imported.kind}, {len(_numbers(imported))} units, {seconds:.2f} s")
    return result, lines


def _truths(folder: Path) -> dict[str, list[str] | int]:
    if folder.name == "laws":
        known = json.loads((folder / "truth_segments.json").read_text("utf-8"))
        return {name: one["numbers"] for name, one in known.items()}
    if folder.name == "treaties":
        return dict(json.loads((folder / "declared_articles.json").read_text("utf-8")))
    return {}


def _numbers(imported: Imported) -> list[str]:
    if imported.kind == "agreement":
        return [span.number for span, _, _ in imported.read().articles]
    return [one.number for one in imported.instrument().provisions]


def _compare(result: Result, name: str, found: list[str], true: list[str] | int | None) -> str:
    if true is None:
        return ""
    result.truths += 1
    if found == true or len(found) == true:
        result.equal += 1
        return ""
    if isinstance(true, int):
        return f"{name}: {len(found)} articles, declared {true}"
    missing = [number for number in true if number not in found]
    more = [number for number in found if number not in true]
    share = len(set(found) & set(true)) / max(len(set(found) | set(true)), 1)
    result.near += share >= 0.95
    return f"{name}: {share:.3f}, missing {missing}, more {more}"


if __name__ == "__main__":
    main()
