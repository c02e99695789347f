"""ssc-drafter: cooperation agreements from a clause library, held against the Parties' laws and policies."""

from __future__ import annotations

__version__ = "0.1.0"
