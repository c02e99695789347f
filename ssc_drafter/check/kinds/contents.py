"""What the law forbids, commands, grants, defines, taxes, settles; and the clause that says the contrary: one file a type."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ssc_drafter.check.kinds import (
    contrary,
    duplication,
    forum,
    language,
    precedence,
    privilege,
    prohibition,
    right,
)
from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.signal import Signal
from ssc_drafter.check.pairs import Facet

DECIDERS: tuple[Callable[[Facet, Attitude], Iterator[Signal]], ...] = (
    prohibition.prohibition,
    contrary.contrary,
    right.right,
    privilege.privilege,
    forum.forum,
    precedence.precedence,
    language.language,
    duplication.duplication,
)
