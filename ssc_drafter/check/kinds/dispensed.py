"""A statute that an organ may lift by order, and a clause that frees somebody of it all the same (guidelines, rule 9)."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check.kinds.freed import MONEY, matters
from ssc_drafter.check.kinds.ground import met
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence, remembered
from ssc_drafter.check.pairs import Pair

OF_LAW = 45  # words from "exempt" to the law that one is freed of
ORDERED = 45  # words between "may, ..., by order ..." and "exempt", conditions set between commas
SURE, ANYBODY = 1.0, 0.75  # trust where the clause frees those whom the law names, and where the law names anybody
_ANYBODY = ("person", "pers")  # how the word for anybody begins in the four languages
_FROM = frozenset({"from", "of", "de", "du", "da", "do", "del", "d'", "des"})  # behind these stands what one is freed of


@remembered
def lifted(sentence: Sentence) -> tuple[Mark, Mark] | None:
    """Return the words that free and the law, or the step under it, of which they free: "exempt from the provisions of the
    Act", "dispensé de l'enregistrement prévu par la loi"."""
    nouns = sentence.of("law_noun")
    bars = [*sentence.of("negation"), *sentence.of("prohibition")]
    for mark in sentence.of("exempt"):
        denied = any(0 < mark.first - one.last <= 3 for one in bars)
        near = [one for one in nouns if 0 < one.first - mark.last <= OF_LAW and _runs(sentence, mark.last, one.first)]
        if near and not denied and not _charged(sentence, mark, near[0]):
            return mark, near[0]
    return None


def _runs(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the sentence runs on between two places: commas and brackets only set conditions in between."""
    return not any(word.stem in (";", ":", ".") for word in sentence.words[first:last])


def _charged(sentence: Sentence, first: Mark, last: Mark) -> bool:
    """Whether it is a charge that one is freed of: those have a reading of their own (kinds/favours)."""
    return bool(matters(sentence, first.last, last.first) & MONEY)


@remembered
def by_order(provision: Reading) -> list[tuple[Sentence, Mark, Mark]]:
    """Return where a law lets an organ free somebody of it: the sentence, the words that free, and those of the power."""
    found = []
    for sentence in provision.sentences:
        free = lifted(sentence)
        powers = [one for one in sentence.of("power") if free and -ORDERED <= one.first - free[0].first <= OF_LAW]
        if free and powers and sentence.has("permission", "power"):
            found.append((sentence, free[0], powers[0]))
    return found


@remembered
def promised(clause: Reading) -> list[tuple[Sentence, Mark]]:
    """Return where a clause frees somebody of a law, and leaves that to no order, notice or organ."""
    rows = [(one, lifted(one)) for one in clause.sentences]
    if any(_ordered(one, free) for one, free in rows):
        return []
    return [(one, free[0]) for one, free in rows if free and not one.has("other_side", "their_law", "as_far_as_law")]


def _ordered(sentence: Sentence, free: tuple[Mark, Mark] | None) -> bool:
    """Whether a sentence of a clause speaks of an order or a power; "provided for by law" names what one is freed of."""
    powers = [one for one in sentence.of("power") if not (free and one.first <= free[1].first < one.last)]
    return bool(powers) or any(step.kind == "order" for step in sentence.every_step)


def _whom(sentence: Sentence, free: Mark) -> tuple[int, ...]:
    """Return the words by which a law says whom it lets an organ free: between "exempt" and the law."""
    ends = [one.first for one in sentence.of("law_noun") if one.first > free.last]
    places = range(free.last, min(ends, default=free.last))
    last = max((at for at in places if sentence.words[at].stem == "from"), default=0)
    last = last or min((at for at in places if at > free.last and sentence.words[at].stem in _FROM), default=places.stop)
    return tuple(at for at in range(free.last, last) if sentence.words[at].weight)


def dispensed(pair: Pair) -> Iterator[Signal]:
    """Yield that a clause frees somebody of a law of which only an order of its organ may free him."""
    ours, theirs = promised(pair.clause), by_order(pair.law)
    same = pair.clause.lang == pair.law.lang
    for sentence, free, by in theirs if ours else ():
        zone = _whom(sentence, free)
        for clause, mark in ours:
            named = bool(met(sentence, zone, clause, range(len(clause.words)), same).theirs)
            if not named and not any(sentence.words[at].stem.startswith(_ANYBODY) for at in zone):
                continue
            first, last = min(free.first, by.first), max(free.last, by.last)
            spans = span(clause, mark.first, mark.last, 6), span(sentence, first, last, 6)
            yield Signal("favour_by_order", SURE if named else ANYBODY, "privilege", *spans)
