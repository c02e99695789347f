"""Guards and deciders: each looks at one facet and yields signals; which speak for and against is in law/judge."""

from __future__ import annotations

import msgspec

from ssc_drafter.check import couples
from ssc_drafter.check.kinds import (
    anywhere,
    classes,
    competence,
    contents,
    definition,
    directing,
    disapplied,
    disowned,
    dispensed,
    displaced,
    elsewhere,
    exceptions,
    favours,
    foregoing,
    guards,
    hands,
    holding,
    instance,
    lex,
    limits,
    office,
    owners,
    power,
    procedure,
    protected,
    seat,
    senses,
    strangers,
    told,
)
from ssc_drafter.check.kinds.attitude import attitude
from ssc_drafter.check.kinds.needs import Decider, Whole, asked, silent_on_clause, silent_on_law, whole
from ssc_drafter.check.kinds.signal import Signal, moved
from ssc_drafter.check.norms.reading import Reading
from ssc_drafter.check.pairs import COUPLE, Facet, Pair

GUARDS: tuple[Decider, ...] = (
    guards.stance,
    guards.side,
    guards.yielding,
    guards.restatement,
    classes.other_class,
    classes.other_addressee,
)
DECIDERS: tuple[Decider, ...] = (
    senses.senses,
    procedure.procedure,
    competence.competence,
    power.power,
    *contents.DECIDERS,
)


# What a closer reading makes void: two texts that say nearly the same may differ in the one word that matters; where they do
# not, a denial that both utter contradicts nothing; deference that governs the promise cures what the promise leaves out
# (guidelines, rule 1), unless the clause insists in the same breath; a law that gives way to agreements leaves to them its
# steps, numbers and forum; and a clause that passes over the law's step does not say the same.
CLOSER = (
    "number_passed", "number_lifted", "number_differs", "organ_other", "organ_shut_out", "organ_directed", "second_body",
    "right_revoked", "step_excluded", "ranked_above", "denies_the_demanded", "forum_elsewhere", "clashes", "right_waived",
    "redefined", "favour_barred", "favour_by_order", "kept_from_public", "unasked", "laid_open",
    "given_elsewhere", "law_elsewhere", "courts_opened",
)  # fmt: skip
SAME = ("says_the_same",)
SAID = ("right_denied", "redefined", "freedom_denied")
DEFERRING = ("defers", "as_law_allows")
CURED = (
    "step_silent", "step_weaker", "step_at_once", "power_silent", "exempted", "forbidden_promised", "forbidden_flatly",
    "right_denied", "does_the_forbidden", "favour_barred", "favour_by_order",
)  # fmt: skip
SILENT = ("step_silent", "step_weaker", "step_at_once")
YIELDED = ("number_passed", "number_lifted", "number_differs", "step_excluded", "forum_elsewhere")
VOIDS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (CLOSER, ("says_the_same", "does_the_demanded", "addressee_met")),
    (
        ("redefined",),
        (
            "elsewhere",
            "other_side",
            "same_side",
            "step_named",
            "defers",
            "conditional",
            "number_within",
            "waits_for_the_demanded",
        ),
    ),
    (SAME, SAID),
    (("step_named",), ("step_silent", "step_at_once")),
    (("step_excepted",), SILENT),
    (("exception_taken",), ("power_left", "organ_kept", "conditional")),
    (DEFERRING, CURED),
    (SILENT, SAME),
    (("law_yields",), (*CURED, *YIELDED)),
    (("law_elsewhere", "courts_opened"), ("step_named", "same_side", "organ_kept")),
    (("forum_elsewhere",), ("step_named",)),  # who is "heard" elsewhere is not heard by the law's court
    (("second_body", "forum_elsewhere", "organ_other", "organ_directed"), ("organ_kept", "same_side", "quality_met")),
    (("out_of_scope", "elsewhere", "disowned"), (*CURED, *YIELDED, "threshold_crossed", "forum_elsewhere")),
    (("power_left",), ("exempted",)),
    (("favour_barred",), ("denies_the_forbidden", "both_forbid", "waits_for_the_forbidden", "same_side", "other_addressee")),
    (("clashes",), ("same_side", "quality_met")),
    (("stranger_barred",), ("other_addressee", "says_the_same", "does_the_demanded")),
    (("step_silent", "forbidden_flatly", "does_the_forbidden"), ("organ_kept",)),
    (("unasked",), ("step_named", "same_side")),  # a consent that is named only to be passed over
    (("ranked_above",), ("quality_met", "organ_kept", "ranked_below")),
    (("favour_by_order",), ("power_left", "conditional")),
    (("law_put_off",), ("elsewhere", "says_the_same", "does_the_demanded", "organ_kept", "same_side", "other_addressee")),
    (("organ_sole",), ("does_the_demanded",)),  # to do what an organ alone may do keeps no command
    (("insists", "step_excluded"), ("both_forbid", "denies_the_forbidden")),
    (("forbidden_flatly",), ("waits_for_the_forbidden",)),
    (("clashes", "forum_elsewhere", "step_silent"), ("other_addressee",)),
    (("number_passed",), ("step_named", "power_left", "same_side", "organ_kept")),
    (("second_body", "forum_elsewhere", "ranked_above", "organ_other"), ("number_within", "threshold_below")),
    (
        ("number_within", "threshold_below"),
        ("clashes", "forbidden_flatly", "forbidden_promised", "does_the_forbidden", "stranger_barred"),
    ),
)


EVERY = (*GUARDS, *DECIDERS)
WHOLE: tuple[Whole, ...] = (
    limits.numbers,
    guards.scope,
    disowned.disowned,
    exceptions.exceptions,
    holding.held,
    hands.hands,
    directing.directed,
    displaced.displaced,
    definition.definitions,
    elsewhere.elsewhere,
    favours.favours,
    strangers.barring,
    protected.protected,
    seat.seated,
    owners.given_elsewhere,
    told.told,
    instance.heard_elsewhere,
    foregoing.foregoing,
    disapplied.disapplied,
    anywhere.taken_anywhere,
    dispensed.dispensed,
    lex.chosen_law,
    lex.opened,
)
LITTLE = 0.05  # common ground below which no sentence is closer than another
SURE = 0.6  # strength from which a signal makes another void


def signals(pair: Pair) -> dict[str, Signal]:
    """Return the strongest signal of each name over the closest facets; a facet that shares little says little."""
    best: dict[str, Signal] = {}
    if not pair.facets:
        return best
    lang = pair.clause.lang if pair.clause.lang == pair.law.lang else ""
    top = pair.facets[0].near
    for facet in pair.facets:
        trust = facet.near / top if top > LITTLE else 1.0  # where nothing is in common, rank may still be spoken of
        barred = office.silenced(facet.law, pair.law) | office.unmet(facet.clause, facet.law)
        for signal in _said(facet, pair, lang):
            if signal.name in barred:
                continue
            value, before = signal.value * trust, best.get(signal.name)
            if before is None or value > before.value:
                best[signal.name] = signal if trust == 1.0 else msgspec.structs.replace(signal, value=value)
    for wide in whole(pair, WHOLE):
        for signal in wide(pair):
            stronger = signal.name not in best or signal.value > best[signal.name].value
            if stronger and not _barred(signal, pair.law):
                best[signal.name] = signal
    return _overruled(best)


def _said(facet: Facet, pair: Pair, lang: str) -> tuple[Signal, ...]:
    """Return what the guards and deciders on sentences say of a couple, as remembered wherever the two stood."""
    begin = facet.clause.start, facet.law.start
    ours, theirs, found = couples.said(facet.__dict__[COUPLE], pair.state, begin, lambda: _of_couple(facet, pair, lang))
    if begin == (ours, theirs):
        return found
    return tuple([moved(signal, begin[0] - ours, begin[1] - theirs) for signal in found])


def _of_couple(facet: Facet, pair: Pair, lang: str) -> tuple[Signal, ...]:
    """Return what the guards and deciders on sentences say of a couple, in their order."""
    mood = attitude(facet, pair.clause, pair.state, lang)
    every = asked(EVERY, silent_on_law(facet.law), silent_on_clause(facet.clause))
    return tuple([signal for decider in every for signal in decider(facet, mood)])


def _barred(signal: Signal, law: Reading) -> bool:
    """Whether the sentence that a signal rests on is there for something else."""
    home = next((one for one in law.sentences if one.start <= signal.law[0] < one.end), None)
    return home is not None and signal.law[1] > 0 and signal.name in office.silenced(home, law)


def _overruled(found: dict[str, Signal]) -> dict[str, Signal]:
    """Return the signals without those that a closer one makes void, what is void itself making nothing void."""
    sure = {name for name, signal in found.items() if signal.value >= SURE}
    void: set[str] = set()
    for closer, names in VOIDS if sure else ():
        if not sure.isdisjoint(closer) and not (closer is DEFERRING and "insists" in found):
            void.update(names)
            sure.difference_update(names)
    return {name: signal for name, signal in found.items() if name not in void}
