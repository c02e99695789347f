"""`make bench`: medians of what people wait for, each with the size of its input. Not timed tests: figures to read."""

from __future__ import annotations

import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from benchmarks import inputs
from ssc_drafter.policies.instrument import Instrument
from ssc_drafter.tree.running import RunningText, running_text
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


def languages() -> None:
    """The longest shipped file of answers, read and drafted in four languages, then with every wording used before."""
    from ssc_drafter.library.load import Library

    texts = [running_text(one).text for one in inputs.in_languages(inputs.library())]
    pages = pages_of(render(inputs.in_languages(inputs.library())[0], "pdf"))
    size = f"{len(texts)} x {pages} pages, {sum(len(text.split()) for text in texts)} words"
    fresh = iter([Library.load() for _ in range(3)])
    row("answers to four languages, library just read", size, median(lambda: inputs.in_languages(next(fresh)), 3, 0))

    def again() -> None:
        inputs.library().made.clear()
        inputs.in_languages(inputs.library())

    row("answers to four languages, wordings used before", size, median(again))


def preview() -> None:
    """Assembly again after one changed answer, and the whole of it at the server: saved, compared, its parts made."""
    from benchmarks.served import answered
    from ssc_drafter.assemble.whole import draft

    answers = inputs.answers().answers
    days = [0]

    def changed() -> None:
        days[0] += 1
        given = {**answers, "subject": {"en": f"general cooperation {days[0]}", "fr": "coopération"}}
        draft(inputs.library(), inputs.KIND, given, "en", inputs.changes(30))

    row("assemble again after one changed answer", "30 pages", median(changed, 9))
    answered(row, median)


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
    """A draft of 30 pages against 1,000 and 10,000 provisions.

    With nothing known; with the laws read before and taken from disk; with the laws in hand, as in a running application: a
    draft that was never seen, after another one (first its findings, as the page shows them, then the rest: both together are
    the whole check), and one of which only the provisions remember what they were held against; after one edit; unchanged.
    Beside each time by the clock stands that of the processor, which other work disturbs less.
    """
    from ssc_drafter.check import candidates, check

    draft, other = running_text(inputs.agreement()), running_text(inputs.agreement(seed=8))
    edited = running_text(inputs.agreement(given={**inputs.answers().answers, "subject": {"en": "mines", "fr": "les mines"}}))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SSC_DRAFTER_CACHE"] = folder
        for count in (1000, 10000):
            laws = inputs.laws(count)
            size = f"{len(draft.units)} units, {sum(len(law.provisions) for law in laws)} provisions"

            def timed(
                what: str, text: RunningText, cured: bool = True, laws: list[Instrument] = laws, size: str = size
            ) -> None:
                begun, begun_working = time.perf_counter(), time.process_time()
                check(text, laws, cured=cured)
                took, worked = time.perf_counter() - begun, time.process_time() - begun_working
                row(f"check, {what}", f"{size}, processor {worked:.2f} s", took)

            timed("nothing known", draft)
            candidates._at_hand.clear()
            forgotten()
            timed("laws read before", draft)
            candidates._at_hand.clear()
            forgotten()
            check(other, laws)
            timed("laws in hand, draft never seen, findings shown", draft, cured=False)
            timed("the same, their cures tried too", draft)
            (index,) = candidates._at_hand.values()
            index.kept.clear()
            forgotten()
            timed("laws in hand", draft)
            timed("after an edit", edited)
            timed("unchanged", edited)


def forgotten() -> None:
    """Let go of all readings that are kept, and of what was worked out of two sentences side by side."""
    from ssc_drafter.check import couples, norms

    norms.forget()
    couples.forget()


def reading() -> None:
    """Text of law to provisions, one core."""
    text = "\n".join(law.text for law in inputs.laws(5000)[:1])
    seconds = median(lambda: inputs.law(200, 1), 5)
    row("law text to provisions", f"{len(text) / 1e6:.2f} MB, {len(text) / 1e6 / seconds:.2f} MB/s", seconds)


def comparing() -> None:
    """Clauses beside their candidates, both read before: norm pairs a second of the processor.

    A norm pair is a sentence of a clause beside a sentence of a provision that it is compared with. Every one is weighed for
    what the two share; the three closest of a clause and a provision then go through all deciders.
    """
    from ssc_drafter.check import couples
    from ssc_drafter.check.candidates import Index
    from ssc_drafter.check.document.holding import COUPLES, hold
    from ssc_drafter.check.judge import judge
    from ssc_drafter.check.pairs import pair

    held = hold(running_text(inputs.agreement()), Index(inputs.laws(10_000))).held
    texts = [(one.clause, one.provision) for one in held]
    norms = sum(len(clause.sentences) * len(law.sentences) for clause, law in texts)
    couples.forget()  # what two sentences say of each other is what is measured
    begun = time.process_time()
    pairs = [pair(clause, law, "XA", COUPLES) for clause, law in texts]
    found = time.process_time()
    for one in pairs:
        judge(one)
    judged = time.process_time()
    closest = sum(len(one.facets) for one in pairs)
    row("norm pairs weighed", f"{norms} of {len(texts)} texts, {norms / (found - begun):,.0f} a second", found - begun)
    row("closest norm pairs judged", f"{closest}, {closest / (judged - found):,.0f} a second", judged - found)
    row("norm pairs, all in all", f"{norms}, {norms / (judged - begun):,.0f} a second", judged - begun)
    for clause, law in texts:
        judge(pair(clause, law, "XA", COUPLES))
    again = time.process_time() - judged
    row("norm pairs whose sentences met before", f"{norms}, {norms / again:,.0f} a second", again)


def ingesting() -> None:
    """Files of law through the limited child process to provisions, with one core and with all of them; and on to norms."""
    from ssc_drafter.check.norms import _read
    from ssc_drafter.readers.collect import places, read_ahead

    with tempfile.TemporaryDirectory() as folder:
        for law in inputs.laws(8_000):
            Path(folder, law.file).write_text(law.text, "utf-8")
        found = places([folder])
        size = sum(one.path.stat().st_size for one in found) / 1e6
        for cores in sorted({1, os.cpu_count() or 1}):
            seconds = median(lambda cores=cores: list(read_ahead(found, cores)), 3)  # type: ignore[misc]
            row(f"files of law to provisions, {cores} core(s)", f"{size:.1f} MB, {size / seconds:.2f} MB/s", seconds)
    texts = [one.text[part.start : part.end] for one in inputs.laws(1_000) for part in one.provisions]
    _read("warm", "en")
    begun = time.process_time()
    for text in texts:
        _read(text, "en")
    seconds = time.process_time() - begun
    size = sum(map(len, texts)) / 1e6
    row("provisions to norms, one core", f"{size:.2f} MB, {size / seconds:.2f} MB/s", seconds)


def index_alone() -> None:
    """The index alone, from 10^3 to 10^6 provisions of invented words: made, opened again, and asked for 240 units."""
    from ssc_drafter.policies.search import Index

    for power in range(3, 7 if "--large" in sys.argv else 6):
        count = 10**power
        with tempfile.TemporaryDirectory() as folder:
            begun = time.perf_counter()
            Index.build(inputs.passages(count), Path(folder))
            built = time.perf_counter() - begun
            size = sum(path.stat().st_size for path in Path(folder).iterdir()) / 1e6
            row("index made", f"10^{power} provisions, {size:.0f} MB on disk", built)
            row("index opened", f"10^{power} provisions", median(lambda folder=folder: Index.open(Path(folder)), 3))  # type: ignore[misc]
            index = Index.open(Path(folder))
            asked = [one.words["en"] for one in inputs.passages(240, seed=2)]
            begun = time.perf_counter()
            for words in asked:
                index.search("en", Counter(words), 120)
            row("240 units searched", f"10^{power} provisions", time.perf_counter() - begun)
    print(f"most memory so far: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def growth() -> None:
    """The growth of a check with the body of law, drawn; a million provisions with --large."""
    from benchmarks.growth import curve

    curve(6 if "--large" in sys.argv else 5)


PARTS = (start_up, drafting, languages, preview, importing, reading, ingesting, checking, comparing, index_alone, growth)


def main() -> None:
    """Print every figure, or those of the parts that are named; with --large a million provisions too (half an hour)."""
    print(f"Python {platform.python_version()}, {platform.machine()}, {time.strftime('%Y-%m-%d')}; medians, wall clock")
    parts = {part.__name__: part for part in PARTS}
    for name in [one for one in sys.argv[1:] if not one.startswith("-")] or parts:
        parts[name]()


if __name__ == "__main__":
    main()
