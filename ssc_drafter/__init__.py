"""ssc-drafter: cooperation agreements from a clause library, held against the Parties' laws and policies.

The names below come from api.py when they are first asked for, so that importing the package costs nothing. Some verbs are
also the names of packages beneath this one; the verb stays what `ssc_drafter.check` means, whatever was imported before.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Library", "Policies", "check", "concord", "lint", "read", "write"]

if TYPE_CHECKING:
    from ssc_drafter.api import Library, Policies, check, concord, lint, read, write


class _Front(ModuleType):
    """The package, whose verbs the import of a package of the same name does not hide."""

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Front


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'ssc_drafter' has no attribute {name!r}")
    import ssc_drafter.api

    return getattr(ssc_drafter.api, name)
