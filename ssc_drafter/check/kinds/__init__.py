"""Guards and deciders: each looks at one facet and yields signals; which speak for and against is in law/judge."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from ssc_drafter.check.kinds import classes, contents, guards, limits, procedure, senses
from ssc_drafter.check.kinds.attitude import Attitude, attitude
from ssc_drafter.check.kinds.signal import Signal
from ssc_drafter.check.pairs import Facet, Pair

Decider = Callable[[Facet, Attitude], Iterator[Signal]]
GUARDS: tuple[Decider, ...] = (
    guards.stance,
    guards.side,
    guards.yielding,
    guards.restatement,
    classes.other_class,
    classes.other_addressee,
)
DECIDERS: tuple[Decider, ...] = (
    limits.limit,
    senses.senses,
    procedure.procedure,
    procedure.competence,
    procedure.power,
    contents.prohibition,
    contents.command,
    contents.opposite,
    contents.right,
    contents.privilege,
    contents.forum,
    contents.precedence,
    contents.definition,
    contents.duplication,
)


def signals(pair: Pair) -> dict[str, Signal]:
    """Return the strongest signal of each name over the closest facets; a facet that shares little says little."""
    best: dict[str, Signal] = {}
    if not pair.facets:
        return best
    lang = pair.clause.lang if pair.clause.lang == pair.law.lang else ""
    top = max(pair.facets[0].near, 0.05)
    for facet in pair.facets:
        trust = facet.near / top
        mood = attitude(facet, pair.clause, pair.state, lang)
        for decider in (*GUARDS, *DECIDERS):
            for signal in decider(facet, mood):
                value = signal.value * trust
                if value > best.get(signal.name, signal).value or signal.name not in best:
                    best[signal.name] = msgspec.structs.replace(signal, value=value)
    return best
