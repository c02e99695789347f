"""The norms of a unit of a law or policy: with its heading, its tables, and the year in which a policy begins."""

from __future__ import annotations

from ssc_drafter.check.structure import norms_of
from ssc_drafter.check.structure.norm import Norm
from ssc_drafter.policies.instrument import Instrument, Provision
from ssc_drafter.policies.planning import begins, sets_aims


def norms_of_unit(law: Instrument, unit: Provision) -> tuple[str, tuple[Norm, ...]]:
    """Return the words of a unit and its norms, with their places in these words."""
    words = law.words(unit.start, unit.end)
    start = unit.start + len(words) - len(words.lstrip())
    words = words.strip()
    tables = law.tables_in(start, start + len(words))
    return words, norms_of(words, law.lang, sets_aims(law, unit), unit.heading or "", tables, begins(law))
