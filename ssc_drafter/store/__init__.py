"""What is kept: accounts, drafts and their revisions, laws and policies, answers to findings, the audit record."""

from __future__ import annotations

from ssc_drafter.store.opened import Store

__all__ = ["Store"]
