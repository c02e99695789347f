"""Whether an instrument, or a unit with a rank of its own, is a policy: there an infinitive or a noun may rule by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ssc_drafter.policies.instrument import Instrument, Provision


def sets_aims(law: Instrument, unit: Provision) -> bool:
    """Whether a unit may set aims without a word of modality."""
    return (unit.rank or law.hierarchy) == "policy"


def holds_policy(hierarchy: str, units: Iterable[Provision]) -> bool:
    """Whether a text is a policy, or holds one that it approves."""
    return hierarchy == "policy" or any(one.rank == "policy" for one in units)


def begins(law: Instrument) -> int:
    """Return the year in which a policy begins: the first that its title names, else of its date; 0 where none is."""
    found = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", f"{law.title} {law.date or ''}")
    return int(found[0]) if found else 0
