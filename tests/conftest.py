"""What all tests share: the one door to the real texts beside the project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("SSC_SHARED", Path(__file__).resolve().parents[2] / "shared"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real texts and labelled cases, or skip the test and say why."""
    if not SHARED.is_dir():
        pytest.skip("skipped: the real texts (a folder `shared` beside the project) are not on this machine")
    return SHARED
