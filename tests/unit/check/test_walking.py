"""What is remembered from check to check changes no answer: a draft and its laws are edited at random, and after each step the
report of the process that remembers is that of one that does not. `SSC_WALK=300` makes each walk that long."""

from __future__ import annotations

import os
import random

import pytest
from rowwise import each_row

from ssc_drafter.check import check
from tests.unit.check.walking import forget, report_on, walk

pytestmark = pytest.mark.slow
STEPS = int(os.environ.get("SSC_WALK", "5"))
WALKS = [("en", 1, True), ("fr", 2, False), ("es", 3, True), ("pt", 4, False)]


@each_row(("lang", "seed", "cured"), WALKS)
def test_what_is_remembered_changes_no_answer(lang: str, seed: int, cured: bool) -> None:
    forget()
    steps = list(walk(random.Random(seed), lang, STEPS))
    kept = [report_on(world, check, cured=cured, fits=cured and not number % 5) for number, (_, world) in enumerate(steps)]
    assert any(one["findings"] for one in kept)
    for number, (edit, world) in enumerate(steps):
        forget()
        assert kept[number] == report_on(world, check, cured=cured, fits=cured and not number % 5), f"{edit}, step {number}"
