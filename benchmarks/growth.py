"""How a check grows with the body of law: from 10^3 to 10^6 provisions, each size in processes of its own, drawn as bars.

    python -m benchmarks growth [--large]

For every size the laws are put on disk as they were read, and the index is made once. A fresh process opens the laws and the
index without reading them, searches for every unit of a draft of 30 pages by words alone, and holds the whole draft against
them: first with no provision read, then with those read before, then after an edit. Peak memory is that of this process; times
are those of the processor.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

BARS = (
    ("search", "units searched by words (s)"),
    ("again", "whole check, provisions read before (s)"),
    ("memory", "most memory (MB)"),
)
WIDTH = 40


def curve(last: int) -> None:
    """Measure the sizes from 10^3 to 10^last, print a line each, and draw them."""
    rows = []
    for power in range(3, last + 1):
        with tempfile.TemporaryDirectory() as folder:
            found = {**_in_process("build", power, folder), **_in_process("hold", power, folder)}
        print(_told(power, found), flush=True)
        rows.append((power, found))
    for name, what in BARS:
        _draw(what, [(power, found[name]) for power, found in rows])


def _told(power: int, found: dict[str, float]) -> str:
    return (
        f"10^{power} provisions, {found['text']:.1f} MB: index made in {found['made']:.1f} s, {found['disk']:.0f} MB on disk;"
        f" laws taken up in {found['load']:.2f} s, index opened in {found['open'] * 1000:.0f} ms;"
        f" {found['units']:.0f} units searched in {found['search']:.2f} s; check {found['first']:.1f} s with nothing read,"
        f" {found['again']:.1f} s with provisions read before, {found['edit']:.2f} s after an edit;"
        f" most memory {found['memory']:.0f} MB ({found['searched']:.0f} MB after the search)"
    )


def _draw(what: str, rows: list[tuple[int, float]]) -> None:
    """Draw a bar a size, as long as its share of the longest."""
    print(f"\n{what}")
    most = max(value for _, value in rows)
    for power, value in rows:
        print(f"  10^{power} {'█' * max(1, round(WIDTH * value / most))} {value:.2f}")


def _in_process(step: str, power: int, folder: str) -> dict[str, float]:
    call = [sys.executable, "-m", "benchmarks.growth", step, str(power), folder]
    done = subprocess.run(call, stdout=subprocess.PIPE, check=True, text=True, env={**os.environ, "SSC_DRAFTER_CACHE": folder})
    found: dict[str, float] = json.loads(done.stdout)
    return found


def build(power: int, folder: Path) -> dict[str, float]:
    """Write the laws and make what is kept of them: the index, and what they demand of agreements."""
    from benchmarks import inputs
    from ssc_drafter.check import kept
    from ssc_drafter.check.candidates import Index
    from ssc_drafter.check.document import omissions, treaty

    laws = [kept.law(f"act_{seed}", partial(inputs.big_law, size, seed)) for seed, size in sizes(power)]
    begun = time.process_time()
    index = Index(laws)
    treaty.demands(index)
    omissions.demanded(index, "")
    made = time.process_time() - begun
    files = (path for name in ("index", "laws") for path in (folder / name).rglob("*") if path.is_file())
    return {
        "made": made,
        "disk": sum(path.stat().st_size for path in files) / 1e6,
        "text": sum(len(one.text) for one in laws) / 1e6,
    }


def sizes(power: int) -> list[tuple[int, int]]:
    """Return the acts that make up so many provisions: the number of each, and how many sections it has."""
    provisions = 10**power
    return [(seed, min(200, provisions)) for seed in range(1, max(1, provisions // 200) + 1)]


def never() -> Any:
    """A law that was put on disk is not made again."""
    raise AssertionError("a law is not on disk")


def hold(power: int, folder: Path) -> dict[str, float]:
    """Take up the laws and hold a draft against them."""
    from benchmarks import inputs
    from benchmarks.__main__ import forgotten
    from ssc_drafter.check import check, kept
    from ssc_drafter.check.candidates import index_of
    from ssc_drafter.check.document.bodies import clause_body
    from ssc_drafter.check.document.holding import operative
    from ssc_drafter.check.norms import read
    from ssc_drafter.tree.running import running_text

    draft = running_text(inputs.agreement())
    given = {**inputs.answers().answers, "subject": {"en": "mines", "fr": "les mines"}}
    edited = running_text(inputs.agreement(given=given))
    found: dict[str, float] = {"units": len(draft.units)}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        begun = time.process_time()
        answer = work()
        found[name] = time.process_time() - begun
        return answer

    laws = timed("load", lambda: [kept.law(f"act_{seed}", never) for seed, _ in sizes(power)])
    units = [(read(clause_body(draft.text[one.start : one.end]), "en"), one.heading) for one in operative(draft)]
    index = timed("open", lambda: index_of(laws))
    timed("search", lambda: [index.search(clause, heading) for clause, heading in units])
    found["searched"] = _memory()
    timed("first", lambda: check(draft, laws))
    index.kept.clear()
    index.readings.clear()
    forgotten()
    timed("again", lambda: check(draft, laws))
    timed("edit", lambda: check(edited, laws))
    found["memory"] = _memory()
    return found


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    steps = {"build": build, "hold": hold}
    print(json.dumps(steps[sys.argv[1]](int(sys.argv[2]), Path(sys.argv[3]))))
