"""Numbers: a limit passed, a rate that differs, a threshold crossed; or a number that stays within.

The numbers of the whole clause are held against those of the whole provision, since a limit often stands in another sentence
than the words that the two share most of.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ssc_drafter.check.finding import Kind
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.reading import Compare, Quantity, Reading, Sentence, remembered
from ssc_drafter.check.pairs import Pair

CONTEXT = 8  # words around a number that say what it counts
_MONTH = 30.4
_SLACK = 1.04  # a month is 28 to 31 days: only what passes every reading counts
MONEY = {"sum", "money", "USD", "EUR"}
KIN = 0.08  # kinship from which two numbers are compared
RIVAL = 0.75  # share of the best kinship from which a second couple counts beside it
_HOURS = {"hour", "minute"}
_TOLD = 5  # words between a duty and the number that it orders
CITIZENS = "citizen"  # of law/classes/persons.toml
_TARGET = 3  # words between the verb of a target and its number
_STOPS = {",", ";", "."}
EXCEPTION = 25  # words behind "except" within which a number belongs to the exception


class Couple(Struct, frozen=True):
    """A number of the clause and one of the provision with their sentences, values on one scale, and kinship from 0 to 1."""

    clause: Sentence
    law: Sentence
    ours: Quantity
    theirs: Quantity
    one: float
    other: float
    kin: float


def _comparable(ours: Quantity, theirs: Quantity) -> tuple[float, float] | None:
    """Return both values on one scale, or None where the two measure different things."""
    if ours.per and theirs.per and (ours.per != theirs.per or (ours.unit in _HOURS) != (theirs.unit in _HOURS)):
        return None  # six days a week say nothing of fifty hours a week
    if ours.scale == theirs.scale == "count" and not set(ours.unit.split("|")) & set(theirs.unit.split("|")):
        return None
    if ours.scale == theirs.scale:
        return ours.value, theirs.value
    scales = {ours.scale, theirs.scale}
    if "sum" in scales and scales <= MONEY:
        return ours.value, theirs.value
    if scales == {"days", "months"}:
        one = ours.value * (_MONTH if ours.scale == "months" else 1.0)
        other = theirs.value * (_MONTH if theirs.scale == "months" else 1.0)
        return (one, other) if max(one, other) > _SLACK * min(one, other) else (other, other)
    return None


@remembered
def _context(sentence: Sentence, quantity: Quantity) -> tuple[dict[str, float], dict[str, float], set[str]]:
    """Return the stems, cognate keys and classes around a number, each word with how much it tells."""
    first, last = max(0, quantity.first - CONTEXT), quantity.last + CONTEXT
    stems: dict[str, float] = {}
    keys: dict[str, float] = {}
    for word in sentence.words[first:last]:
        if word.weight:
            tells = min(1.0, 0.3 + word.weight / 3.0)
            stems[word.stem] = tells
            if word.key:
                keys[word.key] = tells
    classes = {name for name, marks in sentence.classes.items() if any(first <= mark.first < last for mark in marks)}
    return stems, keys, classes


def _kinship(pair: Pair, clause: Sentence, law: Sentence, ours: Quantity, theirs: Quantity, near: float) -> float:
    """Return from 0 to 1 how far two numbers count the same thing, by the words around them and what the sentences share."""
    stems, keys, classes = _context(clause, ours)
    their_stems, their_keys, their_classes = _context(law, theirs)
    if pair.clause.lang == pair.law.lang:
        words = sum(stems[one] for one in stems.keys() & their_stems.keys())
    else:
        words = 0.8 * sum(keys[one] for one in keys.keys() & their_keys.keys())
    alike = 0.15 * bool(ours.per and ours.per == theirs.per) + 0.06 * (ours.unit == theirs.unit)
    alike += 0.06 * (ours.compare == theirs.compare) - 0.15 * (bool(ours.per) != bool(theirs.per))
    return max(0.0, min(1.0, 0.2 * words + 0.18 * len(classes & their_classes) + 0.25 * near + alike))


@remembered
def _counts(reading: Reading) -> bool:
    return any(one.quantities for one in reading.sentences)


def _couples(pair: Pair) -> list[Couple]:
    """Return the numbers that may be compared, those that count the same first."""
    if not (_counts(pair.law) and _counts(pair.clause)):
        return []
    near = {(facet.clause.start, facet.law.start): facet.near for facet in pair.facets}
    rows = []
    for clause in pair.clause.sentences:
        for law in pair.law.sentences if clause.quantities else ():
            for ours in clause.quantities:
                for theirs in law.quantities:
                    values = None if _penal(law, theirs) else _comparable(ours, theirs)
                    if values:
                        kin = _kinship(pair, clause, law, ours, theirs, near.get((clause.start, law.start), 0.0))
                        rows.append(Couple(clause, law, ours, theirs, *values, kin))
    return sorted(rows, key=lambda row: -row.kin)


@remembered
def _penal(sentence: Sentence, one: Quantity) -> bool:
    """Whether a number is that of a penalty."""
    return any(-6 <= mark.first - one.last <= 1 or abs(mark.first - one.first) <= 6 for mark in sentence.of("penalty"))


def _assigned(rows: list[Couple]) -> list[Couple]:
    """Return the couples that remain when each number is used once, those that count the same or are equal first."""
    used: set[tuple[int, int, int]] = set()
    kept: list[Couple] = []
    for row in sorted(rows, key=lambda row: -(row.kin + (0.15 if row.one == row.other else 0.0))):
        ours, theirs = (0, row.clause.start, row.ours.first), (1, row.law.start, row.theirs.first)
        if ours not in used and theirs not in used:
            used |= {ours, theirs}
            kept.append(row)
    return kept


def numbers(pair: Pair) -> Iterator[Signal]:
    """Yield how the clause's numbers stand to the law's: each is compared once, with the one that counts the same."""
    rows = [row for row in _assigned(_couples(pair)) if row.kin >= KIN]
    best = max((row.kin for row in rows), default=0.0)
    said = [(row, _outcome(row)) for row in rows if row.kin >= RIVAL * best]
    for row, name in said:
        if not name:
            continue
        if name == "number_passed" and _lifted(pair, row):
            name = "number_lifted"
        kind: Kind | None = "limit" if name in {"number_passed", "number_differs", "number_lifted"} else None
        spans = span(row.clause, row.ours.first, row.ours.last, 3), span(row.law, row.theirs.first, row.theirs.last, 3)
        yield Signal(name, 0.5 + 0.5 * min(1.0, row.kin / 0.6), kind, *spans)


def _lifted(pair: Pair, row: Couple) -> bool:
    """Whether the law lets its limit be passed with a permission (guidelines, rule 4): a step beside words of more."""
    behind = [one for one in pair.law.sentences if one.start >= row.law.start and one.has("beyond") and one.steps]
    return any(one is not row.law or _excepted(one, one.steps[-1].first) for one in behind)


def _excepted(sentence: Sentence, place: int) -> bool:
    """Whether a word stands in an exception of its sentence: behind "except", before the next comma."""
    limits = [mark for name in ("below", "above", "at_most") for mark in sentence.of(name)]
    for mark in sentence.of("exception"):
        if any(mark.first < one.last and one.first < mark.last for one in limits):
            continue  # "à moins de douze milles" is a distance
        if 0 <= place - mark.last <= EXCEPTION and not any(word.stem in _STOPS for word in sentence.words[mark.last : place]):
            return True
    return False


def _forbids(sentence: Sentence, place: int) -> bool:
    """Whether the words up to a place forbid: a prohibition ahead, or a subject that nobody is ("No person ... shall")."""
    nobody = any(mark.first <= 1 for mark in sentence.of("negation"))
    return nobody or any(mark.first <= place for mark in sentence.of("prohibition"))


def _ruled(sentence: Sentence, one: Quantity) -> Compare:
    """Return what a sentence makes of a number: a limit from above or below, or a value from which on its rule applies."""
    compare, forbids = one.compare, _forbids(sentence, one.first)
    forbids = forbids or (one.scale == "metres" and sentence.has("prohibition"))
    if compare == "most":  # "no drone shall fly within five kilometres"
        return "least" if forbids and one.scale == "metres" and sentence.has("inside") else "most"
    if compare == "exact":
        return _bare(sentence, one)
    if compare not in ("above", "below"):
        return compare
    if forbids:
        return "most" if compare == "above" else "least"  # "shall not hold more than", "no child below fifteen"
    allows = sentence.has("permission", "exempt", "exception") or sentence.of("gate_link")
    if compare == "below" and allows and not sentence.has("duty"):
        return "most"  # "a licence is granted where strangers hold less than one third"
    return "least" if compare == "above" and _told(sentence, one) else compare


def _bare(sentence: Sentence, one: Quantity) -> Compare:
    """Return what a number without words of limit is: the least of a right ("is entitled to") or of a target ("reach a third"),
    the most of a permission."""
    if any(0 <= one.first - mark.last <= _TARGET for mark in sentence.of("target")):
        return "least"
    if any(mark.first <= one.first for mark in sentence.of("right")):
        return "least"
    allowed = sentence.has("permission") and not sentence.has("duty", "prohibition")
    return "most" if allowed and any(mark.first <= one.first for mark in sentence.of("permission")) else "exact"


def _told(sentence: Sentence, one: Quantity) -> bool:
    """Whether a duty leads straight to the number, no condition between: "shall hold more than half of the shares"."""
    told = max((mark.last for mark in sentence.of("duty") if mark.last <= one.first), default=-99)
    return one.first - told <= _TOLD and not any(told <= mark.first < one.first for mark in sentence.of("gate_link"))


def _strangers_share(row: Couple) -> bool:
    """Whether the law keeps a share for its citizens and the clause gives one to somebody else."""
    return CITIZENS in row.law.classes and CITIZENS not in row.clause.classes


def _ranges(row: Couple) -> str:
    """Return how two open ranges stand to each other ("older than fifty years"): a definition has to be the same."""
    if row.one == row.other:
        return "number_within"
    defines = row.clause.has("definition") and row.law.has("definition")
    wider = row.one < row.other if row.ours.compare == "above" else row.one > row.other
    return "number_passed" if wider or defines else "number_within"


def _outcome(row: Couple) -> str:
    """Return what the two numbers say: passed, differs, within, below, crossed; nothing where neither follows."""
    one, other, ours = row.one, row.other, row.ours.compare
    compare = _ruled(row.law, row.theirs)
    if _excepted(row.law, row.theirs.first):
        low = row.theirs.compare in ("least", "above")
        return "number_excepted" if (one >= other if low else one <= other) else ""
    if ours in ("above", "below") and ours == row.theirs.compare and not _forbids(row.law, row.theirs.first):
        return _ranges(row)
    ours = _ruled(row.clause, row.ours)
    if compare == "most":
        return "number_passed" if one > other or (one == other and ours == "above") else "number_within"
    if compare == "least":
        if row.theirs.scale == "percent" and other >= 50 and (ours == "most" or _strangers_share(row)):
            one = 100 - one  # "at most five per cent of foreigners" leaves ninety-five to the citizens
            return "number_within" if one >= other else "number_passed" if ours != "most" else ""
        return "" if ours == "most" and one >= other else "number_passed" if one < other else "number_within"
    if compare in ("above", "below"):
        beyond = one > other or (one == other and ours == "above") if compare == "above" else one < other
        return "threshold_crossed" if beyond else "threshold_below"
    return "number_within" if one == other else "number_differs"
