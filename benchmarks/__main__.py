"""`make bench`: medians of what people wait for, each with the size of its input. Not timed tests: figures to read."""

from __future__ import annotations

import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import inputs
from ssc_drafter.tree.running import running_text
from ssc_drafter.writers.formats import FORMATS, render


def median(work: Callable[[], object], runs: int = 5, warm: int = 1) -> float:
    """Return the median of `runs` timings in seconds, after `warm` runs that do not count."""
    times = []
    for run in range(runs + warm):
        begun = time.perf_counter()
        work()
        if run >= warm:
            times.append(time.perf_counter() - begun)
    return statistics.median(times)


def row(what: str, size: str, seconds: float) -> None:
    """Print one line of the table."""
    shown = f"{seconds * 1000:8.0f} ms" if seconds < 10 else f"{seconds:8.1f} s "
    print(f"{what:<46} {size:<44} {shown}", flush=True)


def pages_of(data: bytes) -> int:
    """Return the pages of a PDF."""
    from pypdf import PdfReader

    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        return len(PdfReader(file.name).pages)


def start_up() -> None:
    """How long until `ssc-drafter --help` has printed."""
    command = [sys.executable, "-m", "ssc_drafter", "--help"]
    row("start-up of ssc-drafter --help", "", median(lambda: subprocess.run(command, capture_output=True, check=True), 7))


def drafting() -> None:
    """The library, an agreement of 30 pages, and each of its formats."""
    from ssc_drafter.library.load import Library

    row("read the library", f"{len(inputs.library().clauses)} clauses", median(Library.load, 3))
    tree = inputs.agreement()
    size = f"{pages_of(render(tree, 'pdf'))} pages, {len(tree.articles)} articles"
    row("assemble", size, median(inputs.agreement))
    for name in FORMATS:
        row(f"write {name}", size, median(lambda name=name: render(tree, name), 3))  # type: ignore[misc]


def preview() -> None:
    """The page's sheet after one changed answer, at the server."""
    from ssc_drafter.assemble.whole import draft

    given = answers = inputs.answers().answers
    days = [0]

    def changed() -> None:
        days[0] += 1
        given = {**answers, "subject": {"en": f"general cooperation {days[0]}", "fr": "coopération"}}
        draft(inputs.library(), inputs.KIND, given, "en", inputs.changes(30))

    assert given
    row("assemble again after one changed answer", "30 pages", median(changed, 9))


def importing() -> None:
    """A Word and a PDF file of 100 pages, through the limited child process to articles."""
    from ssc_drafter.readers.imported import import_file

    tree = inputs.agreement(100)
    with tempfile.TemporaryDirectory() as folder:
        for name in ("docx", "pdf"):
            path = Path(folder) / f"long.{name}"
            path.write_bytes(render(tree, name))
            size = f"{pages_of(render(tree, 'pdf'))} pages, {path.stat().st_size // 1024} kB"
            row(f"import {name}", size, median(lambda path=path: import_file(path, as_="agreement"), 3))  # type: ignore[misc]


def checking() -> None:
    """A draft of 30 pages against 1,000 and 10,000 provisions, with nothing remembered and then with the laws remembered."""
    from ssc_drafter.check import check

    draft = running_text(inputs.agreement())
    for count in (1000, 10000):
        laws = inputs.laws(count)
        size = f"{len(draft.units)} units, {sum(len(law.provisions) for law in laws)} provisions"
        row("check, first time", size, median(lambda laws=laws: check(draft, laws), 1, 0))  # type: ignore[misc]
        row("check, again", size, median(lambda laws=laws: check(draft, laws), 1, 0))  # type: ignore[misc]


def main() -> None:
    """Print every figure."""
    print(f"Python {platform.python_version()}, {platform.machine()}, {time.strftime('%Y-%m-%d')}; medians, wall clock")
    for part in (start_up, drafting, preview, importing, checking):
        part()


if __name__ == "__main__":
    main()
