"""The page families. Each is a module here with a blueprint called `pages`; one that two modules share is registered once."""

from __future__ import annotations

FAMILIES = (
    "account",
    "people",
    "preferences",
    "home",
    "new",
    "room",
    "edits",
    "findings",
    "downloads",
    "review",
    "uploads",
    "policies",
    "clauses",
)
