"""ssc-drafter: cooperation agreements from a clause library, held against the Parties' laws and policies.

The names below come from api.py when they are first asked for, so that importing the package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Library", "Policies", "check", "read", "write"]

if TYPE_CHECKING:
    from ssc_drafter.api import Library, Policies, check, read, write


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'ssc_drafter' has no attribute {name!r}")
    import ssc_drafter.api

    return getattr(ssc_drafter.api, name)
