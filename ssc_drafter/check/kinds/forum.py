"""Where disputes go and by which law: the law fixes it, the clause goes elsewhere, or gives up the State's immunity."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check import law
from ssc_drafter.check.kinds.attitude import Attitude, is_own
from ssc_drafter.check.kinds.cities import foreign_places, named_places
from ssc_drafter.check.kinds.signal import Signal, law_strength, span, strength
from ssc_drafter.check.norms.reading import Mark, Sentence, remembered
from ssc_drafter.check.pairs import Facet, theirs_of

NEAR = 8  # words between a court or a seat and the place that says where it is
UNKNOWN = 0.6  # trust in a place that is only known not to be named by the law
_ARBITERS = ("arbitrator",)
_LEADS = ("agent", "gate_firm", "by_one")  # ahead of the means by which disputes are settled
DENIED = 4  # words between a denial and the giving up that it denies
NAME = 4  # words on either side of "court" that belong to its name
_JUDGING = frozenset(["dispute", "court", "arbitrator", "elsewhere_courts", "own_courts"])  # classes that name no matter
_OWN = frozenset(["court", "tribunal", "high", "supreme"])  # courts that every State has
TELLS, MATTER = 4.0, 0.25  # weight of the words that name a matter, and the share of it that a clause is to have


def forum(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield disputes sent elsewhere, or immunity given up, where the law fixes the forum."""
    if not (facet.law.has("forum") and facet.clause.has("forum")) or facet.law.has("lex.place", "deal_defined"):
        return  # "the arbitration agreement is an agreement by which the parties submit" sends nobody there
    strong, mark = law_strength(facet, "forum")
    fixed = facet.law.has("prohibition", "exclusive", "duty", "right") or "court" in facet.law.classes
    fixed = fixed or (_ARBITERS[0] in facet.law.classes and not facet.law.has("permission", "open_to_agreement", "soft"))
    close, ours = strength(facet, "forum")
    if mark is None or ours is None or not fixed or not judges(facet.law):
        return
    found = _abroad(facet, mood.state) or _arbitrated(facet, ours) or _waived(facet)
    if found and found[0] < 1.0 and mood.lang and _its_own(facet, mood.state):
        return  # "before the Court of Appeal", where the law has that very court
    if found:
        value, place = found
        spans = span(facet.clause, place.first, place.last, 6), span(facet.law, mark.first, mark.last, 6)
        yield Signal("forum_elsewhere", value * max(close, strong), "forum", *spans)


def _its_own(facet: Facet, state: str) -> bool:
    """Whether a clause goes before the very court that the law names, by all that its name has, and no other is shut out so."""
    shut = [one for name in ("negation", "excludes", "tie.displaces") for one in facet.clause.of(name)]
    found = False
    for court in facet.clause.of("judging"):
        words = facet.clause.words
        around = [*range(max(0, court.first - NAME), court.first), *range(court.last, min(len(words), court.last + NAME))]
        name = {words[at].stem for at in around if words[at].capital and words[at].weight}
        name = {one for one in name if not is_own(one, state) and not _of_state(one, state)}
        if any(0 <= court.first - one.last <= NAME for one in shut) or name - facet.law.stems.keys() - _OWN:
            return False
        found = found or not name <= _OWN
    return found


def _of_state(stem: str, state: str) -> bool:
    """Whether a word is the first of a State's name of two: "Sri", "South"."""
    return any(name.startswith(f"{stem} ") for name in law.states().get(state.upper(), ()))


@remembered
def judges(law: Sentence) -> bool:
    """Whether a sentence of law speaks of judging, or of whose courts.

    A tribunal that fines suppliers judges no dispute, nor does a rule on how a court is made up send one there.
    """
    if law.has("bench") and not law.has("at_issue"):
        return False
    return law.has("at_issue", "of_home", "of_another") or "own_courts" in law.classes


def _abroad(facet: Facet, state: str) -> tuple[float, Mark] | None:
    """Return the foreign court, seat or law that the clause names, where the law has none; an unknown name counts less."""
    if facet.law.has("other_side") or any(one.last - one.first > 1 for one in facet.law.classes.get("elsewhere_courts", ())):
        return None
    clause, heads = facet.clause, facet.clause.of("forum")
    places = [*foreign_places(clause, state), *clause.of("other_side")]
    places += [one for one in clause.classes.get("elsewhere_courts", ()) if one.last - one.first > 1]
    near = [place for place in places if any(abs(place.first - one.last) <= NEAR for one in heads)]
    if near:
        return 1.0, near[0]
    named = named_places(clause, clause.classes.get("court", ()) + clause.of("law_noun"), facet.law, state) if heads else []
    return (UNKNOWN, named[0]) if named else None


def _arbitrated(facet: Facet, ours: Mark) -> tuple[float, Mark] | None:
    """Return the arbitration of a clause where the law has only courts, or bars it; or its courts where the law arbitrates."""
    clause, theirs = (any(name in one.classes for name in _ARBITERS) for one in (facet.clause, facet.law))
    if clause and theirs and facet.law.has("prohibition") and not _sent_there(facet.law):
        return (0.8 if _of_its_matter(facet) else 0.3), ours
    if theirs and not clause and facet.law.has("prohibition"):
        return None  # a bar on arbitration is not broken by a clause that names none
    sends = theirs and facet.law.has("plea")  # "the award of the tribunal shall be in writing" sends nothing to arbitration
    arbiters = [one for name in _ARBITERS for one in facet.law.classes.get(name, ())]
    courts = [
        one for one in facet.law.classes.get("court", ()) if not any(two.first <= one.first < two.last for two in arbiters)
    ]
    return (0.8, ours) if clause != theirs and (courts or sends) else None


@remembered
def _sent_there(law: Sentence) -> bool:
    """Whether a law itself sends disputes to arbitration: "are settled by arbitration", and no denial ahead of it."""
    arbiters = [one for name in _ARBITERS for one in law.classes.get(name, ())]
    led = [one for one in arbiters if any(0 <= one.first - two.last <= 1 for name in _LEADS for two in law.of(name))]
    return any(not any(0 <= one.first - two.last <= NEAR for two in law.of("negation")) for one in led)


def _of_its_matter(facet: Facet) -> bool:
    """Whether a clause speaks of the matter that a bar on arbitration names, where it names one (guidelines, rule 7)."""
    barred = max((one.last for one in facet.law.of("prohibition")), default=0)
    aside = {place for one in facet.law.of("forum") for place in range(one.first, one.last)}
    aside |= {place for name in _ARBITERS for one in facet.law.classes.get(name, ()) for place in range(one.first, one.last)}
    named = [place for place in range(barred, len(facet.law.words)) if place not in aside and facet.law.words[place].weight]
    total = sum(facet.law.words[place].weight for place in named)
    met = sum(facet.law.words[place].weight for place in named if place in theirs_of(facet))
    told = [name for name in facet.shared if name not in _JUDGING]
    classed = {name for name in told for one in facet.law.classes.get(name, ()) if one.first in named}
    return total < TELLS or met >= MATTER * total or bool(classed)


def _waived(facet: Facet) -> tuple[float, Mark] | None:
    """Return the words that give up immunity, where the law speaks of it."""
    if "immunity" not in facet.law.classes or "immunity" not in facet.clause.classes:
        return None
    denials = facet.clause.of("negation")
    given_up = [one for one in facet.clause.of("waived") if not any(0 <= one.first - two.last <= DENIED for two in denials)]
    return (1.0, given_up[0]) if given_up else None
