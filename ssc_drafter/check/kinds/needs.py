"""What a sentence has to have for a decider to say anything of it: where it has not, the decider is not asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ssc_drafter.check.kinds import (
    classes,
    competence,
    duplication,
    forum,
    language,
    power,
    precedence,
    privilege,
    procedure,
    prohibition,
    senses,
)
from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.banned import rules
from ssc_drafter.check.kinds.freed import frees
from ssc_drafter.check.kinds.signal import Signal
from ssc_drafter.check.norms.reading import Sentence, remembered
from ssc_drafter.check.pairs import Facet

Decider = Callable[[Facet, Attitude], Iterator[Signal]]
Has = Callable[[Sentence], object]
OF_LAW: dict[Decider, Has] = {
    classes.other_class: classes.excluding,
    senses.senses: senses.ruling,
    procedure.procedure: lambda law: law.demands,
    competence.competence: lambda law: competence.holding(law)[0],
    power.power: lambda law: law.has("power"),
    prohibition.prohibition: lambda law: rules(law, "prohibition"),
    forum.forum: lambda law: law.has("forum"),
    precedence.precedence: lambda law: law.has("precedence", "above_law") or precedence.bound(law),
    language.language: language.named,
}
OF_CLAUSE: dict[Decider, Has] = {
    privilege.privilege: lambda clause: clause.has("exempt") or frees(clause),
    forum.forum: lambda clause: clause.has("forum"),
    language.language: language.named,
    duplication.duplication: duplication.created,
}


@remembered
def silent_on_law(sentence: Sentence) -> frozenset[Decider]:
    """Return the deciders that say nothing of a sentence of law, whatever the clause."""
    return frozenset(decider for decider, has in OF_LAW.items() if not has(sentence))


@remembered
def silent_on_clause(sentence: Sentence) -> frozenset[Decider]:
    """Return the deciders that say nothing of a sentence of a clause, whatever the law."""
    return frozenset(decider for decider, has in OF_CLAUSE.items() if not has(sentence))
