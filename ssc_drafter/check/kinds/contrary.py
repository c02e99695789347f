"""Qualities that exclude each other: the law demands the one, the clause does the same in the other way (law/classes)."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check import law
from ssc_drafter.check.finding import Kind
from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.ground import met
from ssc_drafter.check.kinds.nations import INSIDE, OUTSIDE, Marks, resolved, sited, unknown_places
from ssc_drafter.check.kinds.senses import law_senses
from ssc_drafter.check.kinds.signal import NOWHERE, Signal, span
from ssc_drafter.check.norms.reading import Mark, Sentence, remembered
from ssc_drafter.check.pairs import Facet, closeness

DENIED_WITHIN = 3  # words between a negation and what it denies
VOID_WITHIN = 8  # words between what is done and "is prohibited"
BEARS, BESIDE = 16, 5  # words around a quality that name what has it
ALIKE = 0.4  # share of what has the quality in the law, from which on the clause speaks of the same
LEAST = 0.2
OF_LAW = 0.12  # the same, where it is said by which law something goes: that is said of few things in a text
DEMANDED = 40  # words behind "shall" or "must" over which a list says what is demanded
CLOSE = 6  # words between "only" or "exclusively" and the place or nation that it is said of
_TURNING = ("permission", "prohibition", "exception", "out_of_scope")
_WHO = frozenset({"who", "whom", "qui", "quien", "quienes", "quem"})
TOLD = 0.6  # trust in the same side where the law only says how things are
EITHER = 4  # words between two contraries that a law names in one breath: "by day or by night"
UNKNOWN = 0.5  # trust in a place that is only not known to be at home
_RESOLVED = frozenset({INSIDE, OUTSIDE, "own_law", "foreign_law", "own_national", "foreign_national"})


def denied(sentence: Sentence, mark: Mark) -> bool:
    """Whether a negation that is no part of the words themselves stands just ahead of them."""
    heads = sentence.of("negation") + sentence.of("prohibition")
    return any(0 <= mark.first - one.last <= DENIED_WITHIN for one in heads)


@remembered
def qualities(sentence: Sentence, state: str) -> Marks:
    """Return the classes of a sentence that have a contrary: by its words, and by places, laws and nationals that it names."""
    known = law.classes()
    found = {name: marks for name, marks in sentence.classes.items() if known[name].contrary}
    for name, marks in resolved(sentence, state).items():
        found[name] = tuple(sorted({*found.get(name, ()), *marks}))
    return found


@remembered
def _sides(sentence: Sentence, state: str, name: str, contrary: str) -> tuple[list[Mark], list[Mark]]:
    """Return where a clause stands on the side of a class, and where on the contrary one."""
    amounts = {place for one in sentence.quantities for place in range(one.first, one.last + 2)}
    marked = qualities(sentence, state)
    one, other = (
        [mark for mark in marked.get(side, ()) if mark.first not in amounts or mark.last > mark.first + 1]
        for side in (name, contrary)
    )
    kept = [mark for mark in one if not denied(sentence, mark)] + [mark for mark in other if denied(sentence, mark)]
    left = [mark for mark in other if not denied(sentence, mark)] + [mark for mark in one if denied(sentence, mark)]
    return kept, left


@remembered
def _sided(sentence: Sentence, state: str) -> list[tuple[law.LegalClass, tuple[Mark, ...], bool]]:
    """Return the qualities of a sentence of law that have a contrary, where they stand, and whether it forbids them."""
    known, senses, found = law.classes(), law_senses(sentence), []
    marked = qualities(sentence, state)
    for name, every in marked.items():
        one = known[name]
        marks = _own(every, marked.get(one.contrary, ()))
        if marks:
            forbidden = all(senses[mark.first] == "forbidden" or _void(sentence, mark) for mark in marks)
            forbidden = forbidden and (one.bad or not any(_says_no(sentence, mark) for mark in marks))
            asked = marks
            if forbidden and (sentence.has("exempt") or (name in _RESOLVED and not one.bad)):
                continue  # who "shall not be liable" to a duty is forbidden nothing
            if name in _RESOLVED:  # a law that has both sides is indifferent to either
                asked = () if marked.get(one.contrary) else tuple(mark for mark in marks if _asked(sentence, one, mark))
            if asked:
                found.append((one, asked, forbidden))
    return found


def _asked(sentence: Sentence, one: law.LegalClass, mark: Mark) -> bool:
    """Whether a place or nation is what the law's sentence demands or forbids, and does not say whom or what it speaks of."""
    if one.bad:
        senses, ruled = law_senses(sentence), sentence.of("prohibition")
        return senses[mark.first] == "forbidden" and any(two.last <= mark.first for two in ruled)
    if (one.name == INSIDE and not sited(sentence, mark)) or _described(sentence, mark):
        return False
    if any(-CLOSE <= two.first - mark.last <= CLOSE for two in sentence.of("exclusive")):
        return True
    bans = {place for two in sentence.of("prohibition") for place in range(two.first, two.last)}
    duties = [two.last for two in sentence.of("duty") if 0 <= mark.first - two.last <= DEMANDED and two.first not in bans]
    turned = [two for name in _TURNING for two in sentence.of(name) if duties and max(duties) <= two.first < mark.first]
    return bool(duties) and not turned


def place_demanded(sentence: Sentence, state: str) -> bool:
    """Whether a sentence of law demands that something be at home, or done there."""
    return any(one.name == INSIDE for one, _, _ in _sided(sentence, state))


def _described(sentence: Sentence, mark: Mark) -> bool:
    """Whether the words only say of whom the law speaks: "an officer who is a citizen"."""
    return any(word.stem in _WHO for word in sentence.words[max(0, mark.first - 4) : mark.first])


def contrary(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield that the clause does the contrary of what the law says, or stands on its side."""
    for one, marks, forbidden in _sided(facet.law, mood.state):
        kept, left = _sides(facet.clause, mood.state, one.name, one.contrary)
        demanded = any(law_senses(facet.law)[mark.first] == "demanded" for mark in marks)
        if one.bad and not forbidden:  # what laws rather forbid: "shall be kept secret" demands it, "secret" alone says little
            kept, left = [], left if demanded else []
        elif forbidden and not one.bad:  # "shall not leave without consent": a condition, and nothing that is forbidden
            left = []
        elif forbidden:
            kept, left = left, kept
        if left:
            yield from _clash(facet, mood, one, marks[0], left, bool(kept))
        elif not kept and one.name == INSIDE and not forbidden and _only(facet.law, marks[0]):
            for place in unknown_places(facet.clause, mood.state):
                yield from _clash(facet, mood, one, marks[0], [place], False, UNKNOWN)
        elif kept and (one.bad or not forbidden):
            yield from _same(facet, mood, one, marks[0], kept, demanded)


def _clash(
    facet: Facet, mood: Attitude, one: law.LegalClass, theirs: Mark, left: list[Mark], both: bool, trust: float = 1.0
) -> Iterator[Signal]:
    mark = max(left, key=lambda found: closeness(found.first, found.last, facet.ours))
    alike = _bearer(facet, theirs, mark, bool(mood.lang))
    if one.name in _RESOLVED and alike < (OF_LAW if one.name == "own_law" else LEAST):
        return  # places and nations stand in nearly every clause: only what is there counts
    near = 0.5 if both and not _only(facet.law, theirs) else 1.0
    value = trust * near * (0.5 + 0.5 * min(1.0, alike / ALIKE))
    spans = span(facet.clause, mark.first, mark.last, 6), span(facet.law, theirs.first, theirs.last, 6)
    clash: Kind = one.clash  # type: ignore[assignment]
    yield Signal("clashes", value, clash, *spans)


def _same(
    facet: Facet, mood: Attitude, one: law.LegalClass, theirs: Mark, kept: list[Mark], demanded: bool
) -> Iterator[Signal]:
    """Yield that the clause stands on the law's side; of places and nations, that the same thing has what is demanded."""
    if one.name in _RESOLVED:
        if not one.bad and max(_bearer(facet, theirs, mark, bool(mood.lang)) for mark in kept) >= LEAST:
            yield Signal("quality_met", 1.0, None, NOWHERE, span(facet.law, theirs.first, theirs.last, 6))
        return
    yield Signal("same_side", 1.0 if demanded else TOLD, None, NOWHERE, NOWHERE)


def _bearer(facet: Facet, theirs: Mark, ours: Mark, same: bool) -> float:
    """Return how much of what has a quality in the law, near it or farther around, stands around the quality in the clause."""
    places = _around(facet.clause, ours, BEARS)
    return max(met(facet.law, _around(facet.law, theirs, reach), facet.clause, places, same).share for reach in (BEARS, BESIDE))


def _around(sentence: Sentence, mark: Mark, reach: int) -> list[int]:
    """Return the words around a mark."""
    places = range(max(0, mark.first - reach), min(len(sentence.words), mark.last + reach))
    return [place for place in places if not mark.first <= place < mark.last]


def _only(sentence: Sentence, mark: Mark) -> bool:
    """Whether the law says "exclusively" or "only" of a quality."""
    return any(-BEARS <= one.first - mark.last <= BEARS for one in sentence.of("exclusive"))


def _own(marks: tuple[Mark, ...], others: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Return the marks of a class that are no part of its contrary ("without just cause") nor beside it ("oral or written")."""
    kept = (one for one in marks if not any(two.first <= one.first and one.last <= two.last for two in others))
    return tuple(
        one for one in kept if not any(0 <= max(two.first - one.last, one.first - two.last) <= EITHER for two in others)
    )


def _says_no(sentence: Sentence, mark: Mark) -> bool:
    """Whether what forbids is the quality itself: "is not transferable"."""
    return any(one.first < mark.last and mark.first < one.last for one in sentence.of("prohibition"))


def _void(sentence: Sentence, mark: Mark) -> bool:
    """Whether words stand ahead of "is prohibited" or "is void"."""
    return any(0 <= one.first - mark.last <= VOID_WITHIN for one in sentence.of("consequence"))
