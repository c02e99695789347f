"""What a sentence, or a text, has to have for a decider to say anything of it: where it has not, the decider is not asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from ssc_drafter.check.kinds import (
    anywhere,
    classes,
    competence,
    definition,
    directing,
    disapplied,
    disowned,
    dispensed,
    displaced,
    duplication,
    exceptions,
    favours,
    foregoing,
    forum,
    freed,
    guards,
    hands,
    holding,
    instance,
    language,
    lex,
    limits,
    owners,
    power,
    precedence,
    privilege,
    procedure,
    prohibition,
    protected,
    right,
    seat,
    senses,
    strangers,
    told,
)
from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.banned import rules
from ssc_drafter.check.kinds.senses import places_of
from ssc_drafter.check.kinds.signal import Signal
from ssc_drafter.check.norms.reading import Reading, Sentence, remembered
from ssc_drafter.check.pairs import Facet, Pair

Decider = Callable[[Facet, Attitude], Iterator[Signal]]
Whole = Callable[[Pair], Iterator[Signal]]  # a decider that looks at a pair as a whole
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
    right.right: lambda law: (
        law.has("right", "unwaivable", "untransferable") or rules(law, "freedom") or rules(law, "permission")
    ),
    guards.yielding: guards.gives_way,
    classes.other_addressee: classes.addressed,
}
OF_CLAUSE: dict[Decider, Has] = {
    privilege.privilege: lambda clause: clause.has("exempt") or freed.frees(clause),
    forum.forum: lambda clause: clause.has("forum"),
    language.language: language.named,
    duplication.duplication: duplication.created,
    right.right: lambda clause: clause.has("waived", "right", "passed_on") or places_of(clause, "denied"),
}


def _any(has: Has) -> Callable[[Reading], bool]:
    """Return whether any sentence of a text has something."""
    return lambda text: any(has(one) for one in text.sentences)


OF_WHOLE_LAW: dict[Whole, Callable[[Reading], object]] = {
    limits.numbers: limits.counts,
    guards.scope: guards.leaves_out,
    exceptions.exceptions: _any(lambda law: law.has("exception", "out_of_scope")),
    holding.held: holding.given,
    hands.hands: lambda law: any(hands.organs(law, one.start) for one in law.sentences),
    directing.directed: _any(lambda law: law.has("tie.independent", "tie.undirected")),
    definition.definitions: _any(definition.terms),
    favours.favours: lambda law: freed.barred(law) or freed.ordered(law),
    strangers.barring: _any(lambda law: strangers.alien(law) and rules(law, "prohibition")),
    protected.protected: _any(lambda law: law.has("opens", "secrecy", "consent")),
    seat.seated: _any(seat.at_home),
    owners.given_elsewhere: _any(owners.owned),
    told.told: told.commanded,
    instance.heard_elsewhere: instance.of_law,
    foregoing.foregoing: foregoing.pointing,
    disapplied.disapplied: disapplied.of_law,
    anywhere.taken_anywhere: anywhere.guaranteed,
    dispensed.dispensed: dispensed.by_order,
    lex.chosen_law: lex.of_conflict,
    lex.opened: _any(lambda law: law.has("ouster.closed")),
}
OF_WHOLE_CLAUSE: dict[Whole, Callable[[Reading], object]] = {
    limits.numbers: limits.counts,
    disowned.disowned: _any(lambda clause: clause.has("is_none_of", "none_done", "gratis")),
    hands.hands: hands.done,
    displaced.displaced: _any(lambda clause: clause.has("tie.displaces")),
    directing.directed: _any(lambda clause: clause.has("tie.directs", "tie.obeys")),
    favours.favours: freed.freed,
    seat.seated: _any(lambda clause: clause.has("judging")),
    owners.given_elsewhere: _any(owners.owned),
    told.told: told.alone,
    disapplied.disapplied: _any(lambda clause: clause.has("puts_off")),
    instance.heard_elsewhere: instance.last,
    dispensed.dispensed: dispensed.promised,
    lex.chosen_law: _any(lambda clause: clause.has("lex.ruled")),
    lex.opened: _any(lambda clause: clause.has("ouster.gone_to")),
}


@remembered
def silent_on_law(sentence: Sentence) -> frozenset[Decider]:
    """Return the deciders that say nothing of a sentence of law, whatever the clause."""
    return frozenset(decider for decider, has in OF_LAW.items() if not has(sentence))


@remembered
def silent_on_clause(sentence: Sentence) -> frozenset[Decider]:
    """Return the deciders that say nothing of a sentence of a clause, whatever the law."""
    return frozenset(decider for decider, has in OF_CLAUSE.items() if not has(sentence))


@remembered
def _speaking(clause: Reading, every: tuple[Whole, ...]) -> tuple[Whole, ...]:
    """Return the deciders on whole pairs that may say something of a clause."""
    return tuple(decider for decider in every if decider not in OF_WHOLE_CLAUSE or OF_WHOLE_CLAUSE[decider](clause))


@remembered
def _has(provision: Reading, decider: Whole) -> bool:
    """Whether a provision has what a decider on whole pairs looks for."""
    return decider not in OF_WHOLE_LAW or bool(OF_WHOLE_LAW[decider](provision))


def whole(pair: Pair, every: tuple[Whole, ...]) -> Iterator[Whole]:
    """Yield those deciders on whole pairs that may say something; a provision is asked for what the clause has use for."""
    return (decider for decider in _speaking(pair.clause, every) if _has(pair.law, decider))


@cache
def asked(every: tuple[Decider, ...], silent: frozenset[Decider], mute: frozenset[Decider]) -> tuple[Decider, ...]:
    """Return those deciders on sentences that may say something, in their order."""
    return tuple(decider for decider in every if decider not in silent and decider not in mute)
