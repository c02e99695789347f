"""Every shipped sample, in each language, printed as plain text and held against the golden that a lawyer has read."""

from __future__ import annotations

from pathlib import Path

import pytest
import shelf

from ssc_drafter import places
from ssc_drafter.answers.files import read_file
from ssc_drafter.tree.running import running_text

pytestmark = pytest.mark.slow  # thousands of rows: `make test` runs them all, the fast loop leaves them

HERE = Path(__file__).parent
SAMPLES = sorted((places.ROOT / "templates").glob("*/samples/*.yaml"))
CASES = [(sample, lang) for sample in SAMPLES for lang in shelf.spoken(sample)]


@pytest.mark.parametrize(("sample", "lang"), CASES, ids=[f"{s.parent.parent.name}/{s.stem}.{lang}" for s, lang in CASES])
def test_a_sample_gives_its_golden(sample: Path, lang: str, renew: bool) -> None:
    file = read_file(sample)
    golden = HERE / file.kind / f"{sample.stem}.{lang}.txt"
    text = running_text(shelf.sample(sample, lang)).text + "\n"
    if renew:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, "utf-8")
    assert golden.read_text("utf-8") == text


def test_no_golden_has_lost_its_sample() -> None:
    wanted = {f"{sample.parent.parent.name}/{sample.stem}.{lang}.txt" for sample, lang in CASES}
    assert {path.relative_to(HERE).as_posix() for path in HERE.glob("*/*.txt")} == wanted
