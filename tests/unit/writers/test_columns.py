"""Columns of tables: no word is broken, no column starves, what fits on a line stays on one."""

from __future__ import annotations

import pytest
from trees import table

from ssc_drafter.writers.columns import PADDING, SIZE, TEXT_WIDTH, per_mille
from ssc_drafter.writers.measure import width

TABLES = {
    "three short": table(("Party", "In money", "In kind (value)"), ("Orvane", "USD\u00a0180,000", "USD\u00a0240,000"), figures=(1, 2)),
    "one long": table(("Activity", "Start", "Cost"), ("many words " * 40, "1 March 2027", "120,000.00"), figures=(2,)),
    "seven": table(("Level", "Result", "Indicator", "Baseline", "Target", "Year", "Source of data"), ("Outcome", "People use safe water", "People within 500 metres", "35,000", "150,000", "2027-2030", "household survey")),
    "one column": table(("A",), ("x",)),
    "empty cells": table(("", ""), ("", "")),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_no_word_is_broken_and_the_whole_width_is_used(name: str) -> None:
    shares = per_mille(TABLES[name])
    assert sum(shares) == 1000
    for row in (TABLES[name].heading, *TABLES[name].rows):
        bold = row is TABLES[name].heading
        for cell, share in zip(row.cells, shares, strict=True):
            words = [word for one in cell for word in one.text.split(" ")]
            room = share / 1000 * TEXT_WIDTH - PADDING + 0.5
            assert all(width(word, bold, False, SIZE) <= room for word in words)


def test_columns_that_fit_share_what_is_left() -> None:
    shares = per_mille(TABLES["three short"])
    assert max(shares) < 2 * min(shares)
