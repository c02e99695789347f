"""One structure in four languages: what a sentence says comes out alike whatever language says it (rows: one_structure.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from rowwise import each_row

from ssc_drafter.check.structure import Norm, norms_of

LANGUAGES = ("en", "fr", "es", "pt")
LISTS = ("conditions", "exceptions", "provisos", "deference")
ROWS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("one_structure.toml").read_text("utf-8"))["row"]
CASES = [pytest.param(lang, row, id=f"{number}-{lang}") for number, row in enumerate(ROWS, 1) for lang in LANGUAGES]


def test_there_are_at_least_forty_rows_with_every_modality() -> None:
    assert len(ROWS) >= 40
    assert len({row["norm"] for row in ROWS}) == 10


@each_row(("lang", "row"), CASES)
def test_the_norm_is_the_same_in_every_language(lang: str, row: dict[str, Any]) -> None:
    (norm,) = norms_of(row[lang], lang)
    assert norm.modality == row["norm"]
    assert (norm.bearer.kind if norm.bearer else "") == row.get("bearer", "")
    assert {name: len(getattr(norm, name)) for name in LISTS} == {name: row.get(name, 0) for name in LISTS}
    assert any(one.base for one in norm.quantities) == row.get("base", False)
    asked = {one.kind for one in norm.steps if one.status == "required"}
    assert "step" not in row or row["step"] in asked
    assert "amount" not in row or counted(norm, *row["amount"])


def counted(norm: Norm, compare: str, value: float, scale: str) -> bool:
    """Whether a norm has an amount."""
    return any(
        (one.compare, one.scale) == (compare, scale) and one.value == pytest.approx(value, rel=1e-4) for one in norm.quantities
    )
