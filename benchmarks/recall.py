"""Is the right provision among the candidates of a clause? Recall at 30 and at 6, in one language and across languages.

    python -m benchmarks.recall SHARED/eval SHARED/corpora/laws [--written benchmarks/pairs] [--without embedding] [--show]

Drafts: each gold conflict among every provision of its State's laws, by the best paragraph of its article.
Pairs: each labelled pair on one matter (not `unrelated`), its provision among every provision of its State's laws.
Written pairs: provisions invented for training, put among all real laws of their language and all other written ones.
"""

from __future__ import annotations

import argparse
import contextlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from benchmarks.cases import at_place, first
from ssc_drafter.check import embedding
from ssc_drafter.check.candidates import TOP, Index
from ssc_drafter.check.document.bodies import clause_body
from ssc_drafter.check.document.holding import operative
from ssc_drafter.check.norms import read
from ssc_drafter.errors import Problem
from ssc_drafter.policies.instrument import Instrument, Provision
from ssc_drafter.readers.imported import import_file
from ssc_drafter.tree.running import RunningText

READ = (".txt", ".md", ".html", ".xml", ".pdf", ".docx")
LANGUAGES = ("en", "fr", "es", "pt")
Rank = int  # 1 for the first candidate, TOP + 1 where it is none
Row = tuple[str, str, Rank]  # what it is, what it is called, its rank


@lru_cache(maxsize=32)
def laws(folder: Path, state: str) -> tuple[Instrument, ...]:
    """Return every law of a State that can be read in one of the four languages."""
    found = []
    for path in sorted((folder / state).rglob("*")):
        if path.suffix in READ:
            with contextlib.suppress(Problem):  # one file of the collection has an empty body
                one = import_file(path, as_="policy", country=state).instrument()
                if one.lang in LANGUAGES and one.provisions:
                    found.append(replace(one, file=str(path.relative_to(folder))))
    return tuple(found)


def rank(index: Index, clause: str, lang: str, heading: str, right: Iterable[tuple[str, str]]) -> Rank:
    """Return the place of the first right provision (file, number) among the candidates of a clause."""
    wanted = {(file, first(number)) for file, number in right}
    for place, one in enumerate(index.search(read(clause, lang), heading), 1):
        if (one.place.instrument.file, first(one.place.provision.number)) in wanted:
            return place
    return TOP + 1


def drafts(cases: Path, folder: Path) -> Iterator[Row]:
    """Yield the rank of each gold conflict of the labelled drafts."""
    for case in sorted(path for path in cases.iterdir() if (path / "gold.json").is_file()):
        gold = json.loads((case / "gold.json").read_text("utf-8"))
        draft = import_file(case / "draft.docx", as_="agreement").running()
        index = Index(laws(folder, gold["state"]))
        for one in gold["conflicts"]:
            right = [(one["file"], str(number)) for number in one["provision_number"]]
            yield "drafts", f"{case.name} {one['article']}({one.get('paragraph')}) {right[0]}", _best(draft, index, one, right)


def _best(draft: RunningText, index: Index, gold: dict[str, Any], right: list[tuple[str, str]]) -> Rank:
    units = [unit for unit in operative(draft) if at_place(unit.number, gold)]
    texts = [(clause_body(draft.text[unit.start : unit.end]), unit.heading) for unit in units]
    return min((rank(index, text, draft.lang, heading, right) for text, heading in texts), default=TOP + 1)


def pairs(files: Iterable[Path], folder: Path) -> Iterator[Row]:
    """Yield the rank of each labelled pair on one matter whose provision stands in a law as it is."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _rows(files):
        if row["file"] and not row.get("provision_edited"):
            rows[row["state"]].append(row)
    for state, of_state in rows.items():
        index = Index(laws(folder, state))
        known = {(one.instrument.file, first(one.provision.number)) for one in index.places}
        for row in of_state:
            right = row["file"], str(row["provision_number"])
            if (right[0], first(right[1])) in known:
                yield _road(row), row["id"], rank(index, row["clause"], row["clause_lang"], "", [right])


def written(files: Iterable[Path], folder: Path) -> Iterator[Row]:
    """Yield the rank of each pair across languages whose provision was written, among all laws of its language."""
    rows = [row for row in _rows(files) if not row["file"]]
    states = sorted(path.name for path in folder.iterdir() if path.is_dir() and not path.name.startswith("_"))
    real = [one for state in states for one in laws(folder, state)]
    for lang in LANGUAGES:
        invented = {row["provision"]: _invented(row) for row in rows if row["provision_lang"] == lang}
        index = Index([*(one for one in real if one.lang == lang), *invented.values()])
        for row in rows:
            if row["provision_lang"] == lang and row["clause_lang"] != lang:
                right = [(invented[row["provision"]].file, str(row["provision_number"]))]
                yield "written " + _road(row), row["id"], rank(index, row["clause"], row["clause_lang"], "", right)


def _invented(row: dict[str, Any]) -> Instrument:
    text, number = row["provision"], str(row["provision_number"])
    only = Provision(number, None, f"art-{number}", "article", 0, len(text))
    return Instrument(row["instrument"], "XX", row["provision_lang"], text, row["id"], (only,), file=row["id"])


def _road(row: dict[str, Any]) -> str:
    same = row["clause_lang"] == row["provision_lang"]
    return f"same {row['clause_lang']}" if same else f"across {row['clause_lang']}-{row['provision_lang']}"


def _rows(files: Iterable[Path]) -> Iterator[dict[str, Any]]:
    seen = set()
    for path in files:
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            key = row["clause"], row["provision"]
            if row["verdict"] != "unrelated" and key not in seen:
                seen.add(key)
                yield row


def told(rows: list[Row], show: bool) -> None:
    """Print recall at 6 and at 30 by kind, and for the pairs of one language and across together."""
    groups: dict[str, list[Rank]] = defaultdict(list)
    for kind, name, place in rows:
        groups[kind].append(place)
        if " " in kind:
            groups[kind.rsplit(" ", 1)[0] + " (all)"].append(place)
        if show and place > TOP:
            print("   missed", kind, name)
    for kind, places in sorted(groups.items()):
        at = [sum(place <= most for place in places) / len(places) for most in (6, TOP)]
        print(f"{kind:24} {len(places):4}  at 6 {at[0]:.2f}  at {TOP} {at[1]:.2f}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("eval", type=Path)
    parser.add_argument("laws", type=Path)
    parser.add_argument("--written", type=Path)
    parser.add_argument("--without", choices=["embedding"])
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    if options.without:
        embedding.off()
    print("roads:", "words, cognates and classes" + (", embedding" if embedding.installed() else ""))
    rows = [*drafts(options.eval / "cases", options.laws)]
    rows += pairs(sorted(options.eval.glob("dev_*.jsonl")), options.laws)
    if options.written:
        rows += written(sorted(options.written.glob("*.jsonl")), options.laws)
    told(rows, options.show)


if __name__ == "__main__":
    main()
