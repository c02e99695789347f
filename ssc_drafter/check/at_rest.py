"""Python's collector of circles (gc), at rest while a check runs.

A check makes some hundred thousand small values that hang together without a circle and live until it ends; looking through
them again and again for circles took a fifth of its time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_resting: list[bool] = []  # one for each check under way: whether the collector worked before it


@contextmanager
def at_rest() -> Iterator[None]:
    """Let the collector rest; the last of several checks side by side sets it going again, where it worked before."""
    with _lock:
        _resting.append(gc.isenabled() if not _resting else _resting[0])
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            if _resting.pop() and not _resting:
                _counted_as_old()
                gc.enable()


def _counted_as_old() -> None:
    """Count what the check made among what lives long: the next look at the young would go through all of it.

    Circles in it are found when the collector next looks through everything. Where others have frozen values, nothing is done.
    """
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
