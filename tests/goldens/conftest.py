"""Goldens: `pytest tests/goldens --renew-goldens` writes them anew; git then shows what changed, for a lawyer to read."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the one option that writes the goldens instead of holding the drafts against them."""
    parser.addoption("--renew-goldens", action="store_true", default=False, help="write the goldens anew")


@pytest.fixture
def renew(request: pytest.FixtureRequest) -> bool:
    """Return whether goldens are written (the option is unknown where these tests run among all others)."""
    return bool(request.config.getoption("--renew-goldens", default=False))
