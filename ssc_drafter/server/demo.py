"""What the demonstration shows: content of samples/ put into its store at the first start."""

from __future__ import annotations

from ssc_drafter.store import Store
from ssc_drafter.store.actor import Actor


def load(store: Store, officer: Actor) -> None:
    """Put the demonstration's laws and its agreement in progress into an empty store. Does nothing at a later start."""
