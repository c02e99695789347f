"""Does the clause fall into what a law excepts, and from what: a ban or a duty (it fits), or a favour (it clashes)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ssc_drafter.check.kinds.attitude import is_own
from ssc_drafter.check.kinds.ground import Met, met
from ssc_drafter.check.kinds.senses import places_of
from ssc_drafter.check.kinds.signal import NOWHERE, Signal, span
from ssc_drafter.check.norms.demands import ORGAN_WITHIN
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence, remembered
from ssc_drafter.check.pairs import Pair

REACH = 40  # words behind "except" that say what is excepted
LEAST, FEW = 0.5, 2  # share and number of the words of one alternative that a clause must have to fall under it
MOST = 40  # exceptions of one sentence that are looked into
WEIGHT = 2.0  # of the words of an alternative, below which it says too little
LITTLE = 6.0  # weight of words ahead of "shall not apply to" up to which the sentence has no rule of its own
BESIDE = 3  # words between "citizens" and the State they are of
FAVOURS = ("exempt", "relief", "permission", "power", "right")
_NO_EXCEPTION = ("proviso", "below", "above", "at_most")  # "à moins de cent mètres" is a distance
_OR = frozenset({"or", "ou", "o", "u", ";", ".", "nor", "ni", "nem"})


class Excepted(Struct, frozen=True):
    """One alternative of an exception: its sentence and mark, its words, whether they speak of the law's own State, and
    whether the exception takes from a favour."""

    sentence: Sentence
    mark: Mark
    zone: tuple[int, ...]
    owned: bool
    favour: bool


@remembered
def excepted(law: Reading, state: str) -> list[Excepted]:
    """Return what a provision excepts, alternative by alternative.

    Words that the rule itself has do not tell what falls under its exception, nor does the name of the State. "Except with
    the permit" names a step and excepts nothing. "This section shall not apply to" excepts from the sentences ahead of it.
    """
    found: list[Excepted] = []
    said = set[str]()
    for number, sentence in enumerate(law.sentences):
        for mark in sorted({*sentence.of("exception"), *sentence.of("out_of_scope")})[:MOST]:
            if any(one.first < mark.last and mark.first < one.last for name in _NO_EXCEPTION for one in sentence.of(name)):
                continue
            gate = any(_gates(sentence, mark, one.first) for one in sentence.demands)
            alone = sum(word.weight for word in sentence.words[: mark.first]) < LITTLE
            favour = _favour(law.sentences[:number] if alone else (), sentence, mark)
            if gate or (alone and not number and not _colon(sentence, mark)) or favour is None:
                continue
            ahead = said | {word.stem for word in sentence.words[: mark.first] if word.weight}
            for zone in _alternatives(sentence, mark.last):
                own = {place for place in zone if is_own(sentence.words[place].stem, state)}
                told = tuple(place for place in zone if sentence.words[place].stem not in ahead and place not in own)
                if sum(sentence.words[place].weight for place in told) >= WEIGHT:
                    found.append(Excepted(sentence, mark, told, bool(own), favour))
        said |= {word.stem for word in sentence.words if word.weight}
    return found


def _gates(sentence: Sentence, mark: Mark, step: int) -> bool:
    """Whether an exception is the step itself; "other than as an official of a body, without a permit" excepts the official."""
    words = sentence.words[mark.last : step]
    return step >= mark.last and len(words) <= ORGAN_WITHIN and not (len(words) > 2 and words[-2].stem == ",")


def _colon(sentence: Sentence, mark: Mark) -> bool:
    return any(word.stem == ":" for word in sentence.words[mark.last :])


def _favour(before: tuple[Sentence, ...], sentence: Sentence, mark: Mark) -> bool | None:
    """Return whether what an exception takes from is a favour; None where nothing is granted, forbidden or commanded."""
    bans = [one for name in ("prohibition", "duty", "exclusive") for one in sentence.of(name) if one.last <= mark.first]
    favours = [one for name in FAVOURS for one in sentence.of(name) if one.last <= mark.first]
    forbids = any(one.name == "prohibition" and not _exempting(sentence, one) for one in bans)
    if before:
        last = before[-1]
        forbids = forbids or last.has("prohibition") or bool(last.demands)
        favours = favours or [one for name in FAVOURS for one in last.of(name)]
        bans = bans or [*last.of("prohibition"), *last.of("duty"), *last.of("exclusive"), *favours]
    if favours and not forbids:
        return True
    return False if bans or not before else None


def _exempting(sentence: Sentence, ban: Mark) -> bool:
    """Whether "shall not" is part of an exemption: "shall not be liable to tax"."""
    return any(one.first < ban.last <= one.last for one in sentence.of("exempt"))


def _alternatives(sentence: Sentence, first: int) -> list[tuple[int, ...]]:
    """Return the words behind an exception, cut at each "or"; only those with weight."""
    zones: list[list[int]] = [[]]
    for place in range(first, min(first + REACH, len(sentence.words))):
        if sentence.words[place].stem in _OR:
            zones.append([])
        elif sentence.words[place].weight:
            zones[-1].append(place)
    return [tuple(zone) for zone in zones if zone]


def exceptions(pair: Pair) -> Iterator[Signal]:
    """Yield that the clause falls under an exception of the law: from a ban or a duty, or from what the law grants."""
    near = {id(facet.law) for facet in pair.facets}
    for one in excepted(pair.law, pair.state):
        if id(one.sentence) not in near:
            continue
        for clause in pair.clause.sentences:
            found = _under(pair, one, clause)
            if found is not None:
                yield _signal(pair, one, clause, found)


def _under(pair: Pair, one: Excepted, clause: Sentence) -> Met | None:
    """Return how far a sentence of the clause falls under an alternative, if it does."""
    found = met(one.sentence, one.zone, clause, places_of(clause, "plain"), pair.clause.lang == pair.law.lang)
    if found.share < LEAST or len(found.ours) < min(FEW, len(one.zone)):
        return None
    if one.owned:
        places = [place for place, word in enumerate(clause.words) if is_own(word.stem, pair.state)]
        if not any(abs(place - mine) <= BESIDE for place in places for mine in found.ours):
            return None
    return found


def _signal(pair: Pair, one: Excepted, clause: Sentence, found: Met) -> Signal:
    theirs = span(one.sentence, one.mark.first, one.mark.last, 8)
    if not one.favour:
        return Signal("exception_met", found.share, None, NOWHERE, theirs)
    ours = span(clause, min(found.ours), max(found.ours) + 1, 4)
    exempt = any(sentence.has("exempt") for sentence in pair.law.sentences)
    return Signal("exception_taken", found.share, "privilege" if exempt else "prohibition", ours, theirs)
