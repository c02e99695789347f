"""Whether an instrument, or a unit with a rank of its own, is a policy: there an infinitive or a noun may rule by itself."""

from __future__ import annotations

from ssc_drafter.policies.instrument import Instrument, Provision


def sets_aims(law: Instrument, unit: Provision) -> bool:
    """Whether a unit may set aims without a word of modality."""
    return (unit.rank or law.hierarchy) == "policy"
