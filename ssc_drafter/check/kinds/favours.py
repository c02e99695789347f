"""Favours: a clause frees from what the law lets nobody be freed of, or only by an order that the clause passes over."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check import law
from ssc_drafter.check.kinds.actors import unbroken
from ssc_drafter.check.kinds.freed import MONEY, Freed, barred, freed, frees, ordered
from ssc_drafter.check.kinds.ground import met, segment
from ssc_drafter.check.kinds.nations import INSIDE, OUTSIDE, resolved
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence, remembered
from ssc_drafter.check.pairs import Pair

NAMED = 0.35  # share of those whom the law bars by name that the clause must have
TELLS = 4.0  # weight of their names from which on they are named at all
LISTED = 0.5  # share of one whom the law excepts from which on the clause is about him
LEAST = 2.0  # weight of the name of one who is excepted
DENIED = 8  # words between a denial and the freeing that it denies
MOST = 40  # of those that a law excepts, how many are looked at
ANSWERING = frozenset({"immunity", "criminal", "detention", "liability", "court"})  # what one answers for by deeds
_OWN = frozenset({"certify", "notice", "consult", "inspect"})  # steps that do not decide whether somebody is freed
_RULES = ("duty", "prohibition", "negation")
_STOPS = {";", ":", "."}
_THOUGH = {"although", "though", "aunc", "embor"}  # stems of words that concede, and insist on nothing
_CUTS = {"or", "ou", "o", "u", "and", "et", "y", "e", ",", ";", ".", ":", ")"}


@remembered
def _leaves(clause: Reading) -> bool:
    """Whether a clause leaves a favour to an order or an approval; a certificate that a guest signs himself is none."""
    return any(
        one.has("power")
        or any(step.kind == "order" or step.status == "required" for step in one.every_step if step.kind not in _OWN)
        for one in clause.sentences
    )


def _promised(mine: Freed, state: str) -> bool:
    """Whether the clause frees here, and neither denies that it does nor speaks of the other side or of abroad alone."""
    sentence, mark = mine.sentence, mine.mark
    places = resolved(sentence, state)
    if OUTSIDE in places and INSIDE not in places:
        return False
    only = any(one.first <= 1 and one.last <= mark.first for one in sentence.of("exclusive"))  # "only a law frees anybody"
    said = any(one.first <= mark.first for one in sentence.of("below_law"))  # "nothing in this Agreement lessens the immunity"
    bars = [*sentence.of("negation"), *sentence.of("prohibition")]
    denied = any(0 < mark.first - one.last <= DENIED and unbroken(sentence, one.last, mark.first) for one in bars)
    return not only and not said and not denied and not (sentence.has("other_side") and not sentence.has("host"))


@remembered
def _phrase(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Return where the rule around some words begins and ends: at a stop, or where an exception follows."""
    start, end = first, last
    while start > 0 and sentence.words[start - 1].stem not in _STOPS:
        start -= 1
    turns = {one.first for one in sentence.of("exception")}
    while end < len(sentence.words) and sentence.words[end].stem not in _STOPS and end not in turns:
        end += 1
    return start, end


@remembered
def _barred_ones(sentence: Sentence, relief: Mark, bar: Mark) -> tuple[int, ...] | None:
    """Return the words that name whom or what a bar is about; None where it is about every agreement, or all."""
    first, last = min(relief.first, bar.first), max(relief.last, bar.last)
    start, end = _phrase(sentence, first, last)
    agreed = [*sentence.of("treaty"), *sentence.of("instrument"), *sentence.of("by_deal")]
    if bar.name == "exclusive":
        return None
    known = law.classes()
    taken = set(range(relief.first, relief.last)) | set(range(bar.first, bar.last))
    for name, marks in sentence.classes.items():
        if known[name].levied:
            taken.update(place for mark in marks for place in range(mark.first, mark.last))
    for name in ("exempt", "relief", "paying", "law_noun", "power", "duty", "by_deal", "liability_out"):
        taken.update(place for mark in sentence.of(name) for place in range(mark.first, mark.last))
    zone = tuple(place for place in range(start, end) if sentence.words[place].weight and place not in taken)
    ruled = [one.first for name in _RULES for one in sentence.of(name) if start < one.first < bar.first]
    subject = min(ruled, default=bar.first)  # "a lorry shall not be treated as goods and shall not be exempt" names lorries
    ahead = tuple(place for place in zone if place < subject) if bar.last <= relief.first else ()
    by_deal = any(start <= one.first < end for one in agreed)  # "no agreement may exempt" is about every agreement
    rows = ((ahead, LEAST),) if by_deal else ((ahead, LEAST), (zone, TELLS))
    for told, least in rows:  # "an association shall not be exempt" names whom; "no exemption extends to associations" too
        if sum(sentence.words[place].weight for place in told) >= least:
            return told
    return None


def _reaches(pair: Pair, mine: Freed, other: Freed) -> bool:
    """Whether a bar reaches those whom the clause frees: it is about all, or about them, or the clause frees for whatever."""
    zone = _barred_ones(other.sentence, other.mark, other.by)
    if zone is None or (mine.sentence.has("for_all") and mine.matters & ANSWERING):
        return True
    places = _without_concession(mine)
    if _of_others(other.sentence, zone, mine.sentence, places):
        return False
    if len(places) == len(mine.sentence.words) and mine.sentence.has("defiance"):
        return True
    return met(other.sentence, zone, mine.sentence, places, pair.clause.lang == pair.law.lang).share >= NAMED


def _without_concession(mine: Freed) -> range:
    """Return the words of a clause that say whom it frees: neither a concession at its end ("even where they work with") nor
    those whom it leaves out ("save those who are nationals")."""
    words = mine.sentence.words
    turns = [
        *mine.sentence.of("concessive"),
        *mine.sentence.of("exception"),
        *(one for one in mine.sentence.of("defiance") if words[one.first].stem in _THOUGH),
    ]
    places = [one.first for one in turns if one.first > mine.mark.last]
    return range(min(places, default=len(words)))


def _of_others(theirs: Sentence, zone: tuple[int, ...], ours: Sentence, places: range) -> bool:
    """Whether a bar names a class and the clause frees one that excludes it: a society is no organisation of States."""
    known = law.classes()
    mine = {one for one, marks in ours.classes.items() if any(mark.first in places for mark in marks)}
    named_ones = [one for one, marks in theirs.classes.items() if any(mark.first in zone for mark in marks)]
    excluded = any(beside in mine for one in named_ones for beside in known[one].beside)
    return excluded and not any(one in mine for one in named_ones)


def _named(other: Freed) -> bool:
    return _barred_ones(other.sentence, other.mark, other.by) is not None


@remembered
def _listed(reading: Reading) -> list[tuple[Sentence, tuple[int, ...]]]:
    """Return whom a provision frees itself, one by one: those of its own favours, of its lists and of its exceptions."""
    bars = {id(one.sentence): one for one in barred(reading)}
    orders = {id(one.sentence) for one in ordered(reading)}
    found: list[tuple[Sentence, tuple[int, ...]]] = []
    open_list = False  # the points of a list are sentences of their own
    for sentence in reading.sentences:
        bar = bars.get(id(sentence))
        begin = 0 if open_list else len(sentence.words)
        if bar is not None:
            turns = [one.last for one in sentence.of("exception") if one.first >= max(bar.by.last, bar.mark.last)]
            closed = bar.by.name == "exclusive"
            open_list = bool(turns) or closed
            begin = min(turns) if turns else 0 if closed else len(sentence.words)
        elif frees(sentence) and id(sentence) not in orders:
            begin = 0
        found += [(sentence, zone) for zone in _points(sentence, begin)]
    return found[:MOST]


def _points(sentence: Sentence, begin: int) -> Iterator[tuple[int, ...]]:
    """Yield the points of a list, cut at each comma and "or"; what is levied tells nobody from another."""
    known = law.classes()
    levied = [mark for name, marks in sentence.classes.items() if known[name].levied for mark in marks]
    silent = {place for mark in (*levied, *sentence.of("exempt")) for place in range(mark.first, mark.last)}
    zone: list[int] = []
    for place in range(begin, len(sentence.words)):
        if sentence.words[place].stem in _CUTS:
            yield from _enough(sentence, zone)
            zone = []
        elif sentence.words[place].weight and place not in silent:
            zone.append(place)
    yield from _enough(sentence, zone)


def _enough(sentence: Sentence, zone: list[int]) -> Iterator[tuple[int, ...]]:
    if sum(sentence.words[one].weight for one in zone) >= LEAST:
        yield tuple(zone)


def _excepted(pair: Pair, mine: Freed) -> bool:
    """Whether the clause frees one whom the law itself frees."""
    same = pair.clause.lang == pair.law.lang
    places = range(*segment(mine.sentence, mine.mark.first))
    return any(met(sentence, zone, mine.sentence, places, same).share >= LISTED for sentence, zone in _listed(pair.law))


def _alike(pair: Pair, mine: Freed, other: Freed) -> bool:
    """Whether both speak of one matter; what one language calls a tax another calls a fee."""
    across = pair.clause.lang != pair.law.lang and mine.matters & MONEY and other.matters & MONEY
    return bool(mine.matters & other.matters or across)


def favours(pair: Pair) -> Iterator[Signal]:
    """Yield that a clause frees from what the law lets nobody be freed of, or only by an order that the clause passes over."""
    ours = [one for one in freed(pair.clause) if _promised(one, pair.state)]
    if not ours:
        return
    for other in barred(pair.law):
        for mine in ours:
            if _alike(pair, mine, other) and _reaches(pair, mine, other) and (_named(other) or not _excepted(pair, mine)):
                yield _signal("favour_barred", mine, other)
    for other in () if _leaves(pair.clause) else ordered(pair.law):
        for mine in ours:
            if _alike(pair, mine, other):
                yield _signal("favour_by_order", mine, other)


def _signal(name: str, mine: Freed, other: Freed) -> Signal:
    first, last = min(other.by.first, other.mark.first), max(other.by.last, other.mark.last)
    theirs = span(other.sentence, first, last, 6)
    return Signal(name, 1.0, "privilege", span(mine.sentence, mine.mark.first, mine.mark.last, 6), theirs)
