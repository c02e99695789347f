"""A second reader, off unless somebody names its address: a language model that the ministry runs itself.

It sees one clause and one provision at a time, answers in strict JSON, and can add to the findings of the rules but take
nothing from them. No other address than this machine, or one that the administrator allows, is ever called.
"""

from __future__ import annotations

from ssc_drafter.check.reader.address import allowed
from ssc_drafter.check.reader.asking import Reader, opened
from ssc_drafter.check.reader.second import predicted, reviewed

__all__ = ["Reader", "allowed", "opened", "predicted", "reviewed"]
