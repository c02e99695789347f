"""Assembly: outline, answers and library to an agreement."""

from ssc_drafter.assemble.whole import Draft, assemble, draft
from ssc_drafter.library.changes import Changes

__all__ = ["Changes", "Draft", "assemble", "draft"]
