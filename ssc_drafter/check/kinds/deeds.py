"""Is it the same deed: the act and object of a law's sentence held against those of the clause."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Mark, Sentence, remembered
from ssc_drafter.check.pairs import Facet, theirs_of

# Acts that nearly every clause does and that tell little: their likeness proves less, their unlikeness nothing.
PALE_ACTS = {"use", "grant", "establish", "run", "fix", "coordinate", "disclose", "take_wild", "delegate", "oversee", "appoint"}
FEW, MOST = 5.0, 9.0  # weight of words that it takes at least, and at most, to say what is done to what
SAME, KIN, PALE, UNKNOWN, UNLIKE = 1.0, 0.8, 0.6, 0.5, 0.2
BY_OBJECT = 0.2  # how much less than the share of the law's words it tells when the act has another name


@lru_cache(maxsize=1)
def lines() -> dict[str, frozenset[str]]:
    """Return for each act itself and the acts above it."""
    known = law.acts()
    found = {}
    for name in known:
        line, at = {name}, known[name].under
        while at and at not in line:
            line.add(at)
            at = known[at].under
        found[name] = frozenset(line)
    return found


def likeness(theirs: Iterable[Mark], ours: Iterable[str]) -> float:
    """Return how like the nearest of the law's acts and the clause's are, from UNLIKE to SAME; UNKNOWN where one names none."""
    their_names, our_names = {mark.name for mark in theirs}, set(ours)
    if not their_names or not our_names:
        return UNKNOWN
    same = their_names & our_names
    if same - PALE_ACTS:
        return SAME
    pairs = ((one, other) for one in their_names - PALE_ACTS for other in our_names - PALE_ACTS)
    kin = any(one in lines()[other] or other in lines()[one] for one, other in pairs)
    if kin:
        return KIN
    if same:
        return PALE
    return UNKNOWN if their_names <= PALE_ACTS else UNLIKE


def promised(clause: Sentence) -> set[str]:
    """Return the acts of a clause's sentence."""
    return set(clause.acts)


def cover(facet: Facet, zone: tuple[int, ...]) -> float:
    """Return what share of the weight of the law's words in `zone` the clause has, by word, cognate or class."""
    words = facet.law.words
    weights, total, inside = _zone(facet.law, zone)
    common = theirs_of(facet)
    got = {words[place].stem for place in zone if place in common}
    known = law.classes()
    for name, marks in facet.law.classes.items():
        if name not in facet.shared or known[name].person:
            continue
        for mark in marks:
            got.update([words[place].stem for place in range(mark.first, mark.last) if place in inside])
    return min(1.0, sum([weights[stem] for stem in got]) / total)


@remembered
def _zone(sentence: Sentence, zone: tuple[int, ...]) -> tuple[dict[str, float], float, frozenset[int]]:
    """Return the weights of the words of a zone, what it takes to say what is done to what there, and its places."""
    words = sentence.words
    weights = {words[place].stem: words[place].weight for place in zone}
    return weights, min(MOST, max(FEW, sum(weights.values()))), frozenset(zone)


def deed(facet: Facet, acts: Iterable[Mark], zone: tuple[int, ...]) -> float:
    """Return from 0 to 1 how far the clause does what the law's words say: the act, and what it is done to."""
    alike, share = likeness(acts, promised(facet.clause)), cover(facet, zone)
    return min(1.0, max(alike * (0.25 + 1.1 * share), share - BY_OBJECT))


def acted(facet: Facet) -> float:
    """Return from 0.35 to 1 how far the clause does what the law's sentence is about, steps and bodies left aside."""
    known = law.classes()
    aside = {place for step in facet.law.steps for place in range(step.first, step.last)}
    for name, marks in facet.law.classes.items():
        if known[name].person:
            aside.update(place for mark in marks for place in range(mark.first, mark.last))
    weights = {word.stem: word.weight for place, word in enumerate(facet.law.words) if word.weight and place not in aside}
    got = {facet.law.words[place].stem for place in facet.theirs if place not in aside}
    objects = [name for name in facet.law.classes if not known[name].person]
    shared = [name for name in objects if name in facet.shared]
    cover = sum(weights[stem] for stem in got if stem in weights) / min(9.0, max(4.0, sum(weights.values())))
    return min(1.0, max(0.35, 2.2 * cover + (0.5 * len(shared) / len(objects) if objects else 0.0)))


def promise(facet: Facet) -> tuple[int, int]:
    """Return the words of the clause that carry the common ground."""
    if not facet.ours:
        return 0, len(facet.clause.words)
    middle = facet.ours[len(facet.ours) // 2]
    near = [place for place in facet.ours if abs(place - middle) <= 10]
    return near[0], near[-1] + 1
