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
    "fits",
    "downloads",
    "past",
    "domestic",
    "originals",
    "tongues",
    "review",
    "uploads",
    "policies",
    "positions",
    "verified",
    "precision",
    "clauses",
    "house",
    "upgrade",
    "parent",
    "amending",
)
