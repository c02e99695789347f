"""The page families: modules of `pages`, each with a blueprint called `pages`; one that two share is registered once."""

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
    "consistency",
    "report",
    "downloads",
    "domestic",
    "originals",
    "tongues",
    "review",
    "uploads",
    "policies",
    "clauses",
    "house",
    "upgrade",
)
