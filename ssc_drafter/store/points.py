"""Named points of a save at which a test may stop the process, as a power cut would; in production nothing stands there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

Point = Literal["after_update", "after_revision", "before_commit", "after_commit"]

hook: Callable[[Point], None] | None = None  # set by tests alone, in a process of their own


def reached(point: Point) -> None:
    """Say that a save has come to a point."""
    if hook is not None:
        hook(point)
