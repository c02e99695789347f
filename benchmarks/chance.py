"""How many provisions drawn by chance does a clause wrongly meet? Clauses against provisions of laws of their State.

    python -m benchmarks.chance ITEMS.jsonl [...] --laws SHARED/corpora/laws [--each 5] [--seed 7] [--show]

Each clause of the items (labels are not read) is held against provisions drawn evenly from all that were read of its State's
laws, its own provision left out. Provisions of the very law that its own provision stands in are counted apart: they are of
one subject, and some of them are rightly flagged.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.recall import laws
from ssc_drafter.check.evaluate import FLAGGED, predict

SHORTEST = 40  # signs: what is shorter is a heading or a word
PLACES = ("the same law", "another law")


def drawn(items: list[dict[str, Any]], folder: Path, each: int, seed: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield pairs drawn by chance, each with whether it is of the law that the clause was written for."""
    dice = random.Random(seed)
    clauses = {item["clause"]: item for item in items if (folder / item["state"]).is_dir()}
    for item in clauses.values():
        pool = [(law, one) for law in laws(folder, item["state"]) for one in law.provisions if one.end - one.start >= SHORTEST]
        for law, one in dice.sample(pool, min(each, len(pool))):
            text = law.text[one.start : one.end]
            if " ".join(item["provision"].split())[:60] in " ".join(text.split()):
                continue
            pair = item | {"id": f"{item['id']} {law.file} {one.number}", "provision": text, "provision_lang": law.lang}
            yield PLACES[law.file != item.get("file")], pair


def main() -> None:
    """Print how many of the pairs are flagged."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("items", nargs="+", type=Path)
    asked.add_argument("--laws", type=Path, required=True)
    asked.add_argument("--each", type=int, default=5)
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--show", action="store_true")
    given = asked.parse_args()
    items = [json.loads(line) for path in given.items for line in path.read_text("utf-8").splitlines() if line.strip()]
    pairs = list(drawn(items, given.laws, given.each, given.seed))
    found = [(place, pair, one) for (place, pair), one in zip(pairs, predict(pair for _, pair in pairs), strict=True)]
    for place in PLACES:
        rows = [one for where, _, one in found if where == place]
        flagged = sum(one.verdict in FLAGGED for one in rows)
        print(f"{place}: {flagged} of {len(rows)} flagged ({100 * flagged / max(1, len(rows)):.2f} per cent)")
    for place, pair, one in found:
        if given.show and one.verdict in FLAGGED:
            print(f"\n{pair['id']} ({place}): {one.type} {one.confidence}\n  {pair['clause']}\n  {pair['provision'][:600]}")


if __name__ == "__main__":
    main()
