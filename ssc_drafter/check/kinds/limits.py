"""Numbers: a limit passed, a rate that differs, a threshold crossed; or a number that stays within.

The numbers of the whole clause are held against those of the whole provision, since a limit often stands in another sentence
than the words that the two share most of.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from ssc_drafter.check.finding import Kind
from ssc_drafter.check.kinds.holders import citizens_part, parts_of, strangers_part
from ssc_drafter.check.kinds.meant import bands, dated, excepted, forbids, lasting, of_other_case, penal, ruled
from ssc_drafter.check.kinds.of_what import apart
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.kinds.timing import both_renew, of_two_sorts
from ssc_drafter.check.norms.calendar import DATE, DAY_OF_YEAR, LENGTH
from ssc_drafter.check.norms.frequency import SCALE as OFTEN
from ssc_drafter.check.norms.reading import Quantity, Reading, Sentence, remembered
from ssc_drafter.check.pairs import Pair

CONTEXT = 8  # words around a number that say what it counts
_MONTH = 30.4
_SLACK = 1.04  # a month is 28 to 31 days: only what passes every reading counts
MONEY = {"sum", "money", "USD", "EUR"}
KIN, KIN_ACROSS = 0.08, 0.05  # kinship from which two numbers are compared; across languages, where fewer words meet
UNPROVEN, FAINT = 0.54, 0.6  # the most that a number tells that nothing but its unit makes kin; trust in one that is kept
RIVAL = 0.75  # share of the best kinship from which a second couple counts beside it
_DATES = {DATE, DAY_OF_YEAR}
_WHEN = {DATE, DAY_OF_YEAR, OFTEN}
WHEN = 0.5  # what it tells that a thing is done in time: less than that an amount is kept
DATE_KIN = 0.25  # kinship from which two dates are of one event
_HOURS = {"hour", "minute"}
HALF, TENFOLD, APART = 50, 10, 0.7  # trust in a limit passed more than tenfold: of 16 such pairs 2 conflicts, 11 of chance
KEPT, AGAIN = 0.2, 0.15  # what it tells that one keeps a thing as long as the other has it destroyed; that both renew
SURE = 0.45  # kinship from which a couple counts whatever the best is
_OFTEN_ALIKE, _ALIKE = 0.005, 1e-6  # share by which two values that are one may differ once they are on one scale


class Couple(Struct, frozen=True):
    """A number of the clause and one of the provision with their sentences, values on one scale, and kinship from 0 to 1."""

    clause: Sentence
    law: Sentence
    ours: Quantity
    theirs: Quantity
    one: float
    other: float
    kin: float
    state: str = ""


def comparable(ours: Quantity, theirs: Quantity) -> tuple[float, float] | None:
    """Return both values on one scale, or None where the two measure different things."""
    if ours.per and theirs.per and (ours.per != theirs.per or (ours.unit in _HOURS) != (theirs.unit in _HOURS)):
        return None  # six days a week say nothing of fifty hours a week
    if (ours.unit in _HOURS) != (theirs.unit in _HOURS) and "months" in (ours.scale, theirs.scale):
        return None  # thirty hours of lessons say nothing of an age of fifteen years
    if ours.scale == theirs.scale == "count" and not set(ours.unit.split("|")) & set(theirs.unit.split("|")):
        return None
    if ours.scale == theirs.scale:
        slack = _OFTEN_ALIKE if ours.scale == OFTEN else _ALIKE  # a year has 52 weeks and a day
        alike = abs(ours.value - theirs.value) <= slack * theirs.value
        return (theirs.value if alike else ours.value), theirs.value
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
    alike += 0.06 * (ours.compare == theirs.compare)
    if ours.scale != "percent":  # a share that falls due each year is a share all the same
        alike -= 0.15 * (bool(ours.per) != bool(theirs.per))
    alike += KEPT * (_does(clause, ours, "store") and _does(law, theirs, "destroy"))
    alike += AGAIN * both_renew(clause, ours, law, theirs)
    return max(0.0, min(1.0, 0.2 * words + 0.18 * len(classes & their_classes) + 0.25 * near + alike))


def _does(sentence: Sentence, quantity: Quantity, act: str) -> bool:
    """Whether an act stands near a number: how long a thing is kept is held against when it is destroyed."""
    return any(abs(one.first - quantity.first) <= CONTEXT for one in sentence.acts.get(act, ()))


def counts(reading: Reading) -> bool:
    """Whether a text has a number."""
    return any(one.quantities for one in reading.sentences)


@remembered
def _numbers(reading: Reading) -> list[tuple[Sentence, Quantity]]:
    """Return the numbers of a clause with their sentences, and the shares that some of its numbers make of others."""
    told = [(one, number) for one in reading.sentences for number in one.quantities]
    return told + parts_of(reading)


def _couples(pair: Pair) -> list[Couple]:
    """Return the numbers that may be compared, those that count the same first."""
    near = {(facet.clause.start, facet.law.start): facet.near for facet in pair.facets}
    rows = []
    for clause, ours in _numbers(pair.clause):
        for law in (one for one in pair.law.sentences if one.quantities and not apart(pair.clause, clause, pair.law, one)):
            for theirs in law.quantities:
                values = None if penal(law, theirs) or of_other_case(pair.clause, law, theirs) else comparable(ours, theirs)
                if values:
                    kin = _kinship(pair, clause, law, ours, theirs, near.get((clause.start, law.start), 0.0))
                    if theirs.scale not in _DATES or (kin >= DATE_KIN and dated(law, theirs, 0, 0)[0] != "exact"):
                        rows.append(Couple(clause, law, ours, theirs, *values, kin, pair.state.upper()))
    return sorted(_both_ends(rows), key=lambda row: -row.kin)


def _both_ends(rows: list[Couple]) -> Iterator[Couple]:
    """Yield the couples, those with one end of a range as near as those with the other."""
    kin = {(row.clause.start, row.ours.first, row.law.start, row.theirs.first): row.kin for row in rows}
    for row in rows:
        end = bands(row.law).get(row.theirs.first)
        other = 0.0 if end is None else kin.get((row.clause.start, row.ours.first, row.law.start, end), 0.0)
        yield msgspec.structs.replace(row, kin=other) if other > row.kin else row


def _assigned(rows: list[Couple]) -> list[Couple]:
    """Return the couples that remain when each number is used once, those that count the same or are equal first.

    A number that is held against one end of a range is held against the other too.
    """
    used: dict[tuple[int, int, int], int] = {}
    kept: list[Couple] = []
    for row in sorted(rows, key=lambda row: -(row.kin + (0.15 if row.one == row.other else 0.0))):
        ours, theirs = (0, row.clause.start, row.ours.first), (1, row.law.start, row.theirs.first)
        other_end = bands(row.law).get(row.theirs.first, -1)
        if theirs not in used and (ours not in used or used[ours] == other_end):
            used[ours], used[theirs] = row.theirs.first, row.ours.first
            kept.append(row)
    return kept


def numbers(pair: Pair) -> Iterator[Signal]:
    """Yield how the clause's numbers stand to the law's: each is compared once, with the one that counts the same."""
    least = KIN if pair.clause.lang == pair.law.lang else KIN_ACROSS
    rows = [row for row in _assigned(_couples(pair)) if row.kin >= least or _only_unit(row)]
    best = max((row.kin for row in rows), default=0.0)
    said = [(row, _outcome(row)) for row in rows if row.kin >= min(SURE, RIVAL * best) or (row.kin >= least and _alike(row))]
    said = [(row, name) for row, name in said if row.kin >= least or name in _TELLING]
    passed = {(row.clause.start, row.ours.first) for row, name in said if name in ("number_passed", "threshold_crossed")}
    worst = max((row.kin for row, name in said if name == "number_passed"), default=0.0)
    for row, name in said:
        if name == "number_within" and worst:
            continue  # one limit kept does not cure another that is passed
        if not name or (name == "number_within" and (row.clause.start, row.ours.first) in passed):
            continue
        if name in ("number_passed", "number_differs") and of_two_sorts(row.clause, row.ours, row.law, row.theirs):
            continue
        if name == "number_passed" and row.law.has("open_to_agreement"):
            continue  # a number for want of agreement is no limit
        if name == "number_passed" and _lifted(pair, row):
            name = "number_lifted"
        kind: Kind | None = "limit" if name in {"number_passed", "number_differs", "number_lifted"} else None
        spans = span(row.clause, row.ours.first, row.ours.last, 3), span(row.law, row.theirs.first, row.theirs.last, 3)
        sure = (0.5 + 0.5 * min(1.0, row.kin / 0.6)) * (APART if name == "number_passed" and _far_apart(row) else 1.0)
        if row.kin < least:
            sure = min(sure, UNPROVEN) if name == "number_passed" else sure * FAINT
        yield Signal(name, sure * (WHEN if name == "number_within" and row.theirs.scale in _WHEN else 1.0), kind, *spans)


def _alike(row: Couple) -> bool:
    """Whether both texts say of one sort of number that it is the most, or the least, that may be; or how long a renewal is."""
    again = both_renew(row.clause, row.ours, row.law, row.theirs) > 0
    return again or (row.ours.compare == row.theirs.compare in ("most", "least") and row.ours.scale == row.theirs.scale)


_TELLING = ("number_passed", "number_within", "threshold_below")


def _only_unit(row: Couple) -> bool:
    """Whether two numbers may be compared though their sentences share no word: a clause about another thing in other words
    mostly has another unit, or a value of another order."""
    return not _far_apart(row)


def _far_apart(row: Couple) -> bool:
    """Whether one value is more than ten times the other: seven years and fifteen days seldom count the same thing."""
    return max(row.one, row.other) > TENFOLD * min(row.one, row.other)


def _lifted(pair: Pair, row: Couple) -> bool:
    """Whether the law lets its limit be passed with a permission (guidelines, rule 4): a step beside words of more."""
    behind = [one for one in pair.law.sentences if one.start >= row.law.start and one.has("beyond") and one.steps]
    return any(one is not row.law or excepted(one, one.steps[-1].first) for one in behind)


def _ranges(row: Couple) -> str:
    """Return how two open ranges stand to each other ("older than fifty years"): a definition has to be the same."""
    if row.one == row.other:
        return "number_within"
    defines = row.clause.has("definition") and row.law.has("definition")
    wider = row.one < row.other if row.ours.compare == "above" else row.one > row.other
    return "number_passed" if wider or defines else "number_within"


def _define(row: Couple, *directions: set[str]) -> bool:
    """Whether both texts define by a number that is open to the same side."""
    alike = any(row.ours.compare in one and row.theirs.compare in one for one in directions)
    return alike and row.clause.has("definition") and row.law.has("definition")


def _outcome(row: Couple) -> str:
    """Return what the two numbers say: passed, differs, within, below, crossed; nothing where neither follows."""
    one, other, ours = row.one, row.other, row.ours.compare
    if row.theirs.scale in _DATES:
        return _dated(row)
    compare = ruled(row.law, row.theirs)
    if excepted(row.law, row.theirs.first):
        low = row.theirs.compare in ("least", "above")
        return "number_excepted" if (one >= other if low else one <= other) else ""
    open_law = not forbids(row.law, row.theirs) and not forbids(row.clause, row.ours)
    if ours in ("above", "below") and ours == row.theirs.compare and open_law:
        return _ranges(row)
    if one != other and _define(row, {"above", "least"}, {"below", "most"}):
        return "number_passed"  # "ten or more persons" and "more than a hundred" are two definitions
    if row.theirs.scale == "percent" and compare in ("most", "least") and (found := _held(row, compare == "most")):
        return found
    ours = ruled(row.clause, row.ours)
    if compare == "most":
        return "number_passed" if one > other or (one == other and ours == "above") else "number_within"
    if compare == "least":
        return "" if ours == "most" and one >= other else "number_passed" if one < other else "number_within"
    if compare in ("above", "below"):
        if compare == "above" and ours in ("above", "least") and one < other and _grants(row.law):
            return "number_passed"  # who may ask for a favour from a hundred on may not from forty on
        open_end = ours == "above" or row.theirs.compare == "least"
        beyond = one > other or (one == other and open_end) if compare == "above" else one < other
        return "threshold_crossed" if beyond else "threshold_below"
    longer = one > other and lasting(row.law, row.theirs)
    return "number_passed" if longer else "number_within" if one == other else "number_differs"


@remembered
def _grants(law: Sentence) -> bool:
    """Whether a sentence of law grants something to those who reach a number, and asks nothing of them."""
    return law.has("permission") and not law.has("duty", "prohibition")


def _held(row: Couple, most: bool) -> str:
    """Return what a share of the clause says to one that the law keeps for its citizens or leaves to strangers: its complement
    where it is somebody else's; nothing where it is the same holder's."""
    one, other = row.one, row.other
    if most:
        share = strangers_part(row.clause, row.ours, row.law, row.theirs, row.state)
        return "" if share is None else "number_passed" if share > other else "number_within"
    share = citizens_part(row.clause, row.ours, row.law, row.theirs, row.state)
    if share is not None:
        return "number_within" if share >= other else "number_passed"
    if ruled(row.clause, row.ours) != "most" or other < HALF:
        return ""
    if 100 - one >= other:  # "at most five per cent of foreigners" leaves ninety-five to the citizens
        return "number_within"
    return "number_passed" if one < other else ""


def _dated(row: Couple) -> str:
    """Return how two dates of one event stand to each other; a date is as long as its unit."""
    begins, ends_ = row.one, row.one + LENGTH[row.ours.unit] - 1
    first, last = row.other, row.other + LENGTH[row.theirs.unit] - 1
    compare, last = dated(row.law, row.theirs, first, last)
    if compare == "most":
        return "number_passed" if begins > last else "" if row.ours.compare == "least" else "number_within"
    if compare == "least":
        return "number_passed" if ends_ < first else "" if row.ours.compare == "most" else "number_within"
    return ""
