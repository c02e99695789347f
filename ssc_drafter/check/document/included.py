"""A definition of the draft that includes what a law bans, or lets wait for a step, and another article that does it.

"Devices means cameras, sensors and drones", and elsewhere "the Institute may fly the Devices over the prison": the two articles
bite only together. Weighed as strangers they would seldom be believed (`together`), so here the words decide: a point of the
definition stands whole in the law's sentence, and the clause does what that sentence is about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from ssc_drafter.check import law as law_words
from ssc_drafter.check.document.holding import UNJUDGED, Held, Outcome
from ssc_drafter.check.document.leaving import Left
from ssc_drafter.check.document.merging import may_lead
from ssc_drafter.check.document.outside import sentence_at
from ssc_drafter.check.document.terms import uses
from ssc_drafter.check.document.together import SURE, Sight, judged_with, of_pair
from ssc_drafter.check.document.ways import GAIN, Said, Way
from ssc_drafter.check.document.weighing import NO_FEATURES, draft_weights
from ssc_drafter.check.kinds.ground import met, wider
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Sentence, Word

KINDS = ("prohibition", "procedure")
TELLING = 1.2  # weight from which on a word of a definition has to stand in the law
PARTITIVE = frozenset({"des", "de"})  # "des drones", in French no "of"
BETWEEN = 2  # words that may part those of a point in the law
ACROSS = 0.5  # share of a point that has to across languages, where a word of it is written alike
DONE = 0.25  # share of what else the law's sentence says that the clause has, where no act is common to the two
Own = Sequence[tuple[Way, Said]]


def with_definitions(outcome: Outcome, sight: Sight) -> Iterator[Held]:
    """Yield the pairs of the clauses that use a term of the draft with the provisions that its definition is held against."""
    rows: dict[str, list[Held]] = defaultdict(list)
    for one in outcome.held:
        rows[one.unit.address].append(one)
    listed = tuple(sight.terms)
    for unit, clause in outcome.clauses if listed else ():
        defined = {sight.terms[words][1].address for words, _, _ in uses(clause.text, listed)} - {unit.address}
        for one in (one for address in sorted(defined) for one in rows[address]):
            if of_pair(unit.address, one) not in sight.pairs:
                yield Held(unit, clause, one.place, one.provision, UNJUDGED, 0.0, NO_FEATURES)


def included(one: Held, plain: Held, own: Own, out: Sequence[Left], sight: Sight) -> Held:
    """Return a pair as it was read (`one`, from `plain`), or read with a point of a definition that stands whole in the law.

    What makes a finding already stays as it is, and so does a term of which the draft leaves something `out`.
    """
    by = draft_weights()
    if one.chance >= by.flag and one.found.leading and may_lead(one, one.found.leading, sight.draft):
        return one
    less = {left.at for left in out}
    for way, _ in own:
        whole = way.link.how == "defined_here" and way.stands_for and way.term not in less
        if whole and (found := _with(way, plain, sight)):
            return found
    return one


def _with(way: Way, one: Held, sight: Sight) -> Held | None:
    """Return a pair with a point of a definition in the place of its term, where that does what the law bans."""
    same = one.clause.lang == one.provision.lang
    point = _point(way, one.clause.lang)
    if point is None or not any(_stands_in(point, law, same) for law in one.provision.sentences):
        return None
    key = one.clause.lang, one.clause.text, *one.place.key
    chain, found = sight.remembered("together", (*key, way.put), lambda: judged_with(one, (way,)))
    leading = found.leading
    if leading is None or leading.kind not in KINDS:
        return None
    led = msgspec.structs.replace(leading, clause=chain.back(leading.clause, ours=True))
    ours, theirs = sentence_at(one.clause, led.clause), sentence_at(one.provision, led.law)
    if ours is None or theirs is None or not ours.start <= way.term[0] < ours.end:
        return None
    if not (_stands_in(point, theirs, same) and _adds(point, ours) and _does(ours, theirs, point, same)):
        return None
    found = msgspec.structs.replace(found, leading=led)
    trial = Held(one.unit, one.clause, one.place, one.provision, found, max(one.chance, SURE), one.features, (way.link,))
    return trial if may_lead(trial, led, sight.draft) else None


def _point(way: Way, lang: str) -> Sentence | None:
    """Return a point of a definition that names a thing: not "for animation", nor a word that half the laws have."""
    found = [sentence for sentence in read(way.insert, lang).sentences if _telling(sentence)]
    if len(found) != 1 or sum(word.weight for word in _telling(found[0])) < GAIN:
        return None
    if found[0].has("whatever", "concessive"):  # "whatever its carrier" names no thing
        return None
    opening = found[0].words[0]
    led = opening.stem in law_words.names(lang).ahead and opening.stem not in PARTITIVE and not opening.weight
    return None if led else found[0]


def _telling(sentence: Sentence) -> list[Word]:
    return [word for word in sentence.words if word.weight >= TELLING]


def _stands_in(point: Sentence, law: Sentence, same: bool) -> bool:
    """Whether a point of a definition stands whole in a sentence of law that bans or makes wait; across languages half of it,
    one word written alike."""
    if law.has("definition") or not (law.has("prohibition") or law.demands):
        return False
    named = {word.stem if same else word.key for word in _telling(point)} - {""}
    at = [place for place, word in enumerate(law.words) if word.weight and (word.stem if same else word.key) in named]
    if same:
        rows = (at[first : first + len(named)] for first in range(len(at)))
        return any(
            {law.words[place].stem for place in row} == named and row[-1] - row[0] <= len(point.words) + BETWEEN for row in rows
        )
    places = tuple(place for place, word in enumerate(point.words) if word.weight)
    return bool(at) and met(point, places, law, range(len(law.words)), same).share >= ACROSS


def _adds(point: Sentence, ours: Sentence) -> bool:
    """Whether the point says something that the clause does not say itself."""
    return any(word.stem not in ours.stems for word in _telling(point))


def _does(ours: Sentence, theirs: Sentence, point: Sentence, same: bool) -> bool:
    """Whether a clause does what a sentence of law is about, beside what the definition names."""
    acts, _ = wider()
    waiting = {mark.name for demand in theirs.demands for mark in demand.waits}
    if not theirs.has("prohibition") and not waiting:
        return False
    mine, its = ({wide for name in names for wide in acts[name]} for names in (ours.acts, waiting or theirs.acts))
    if mine & its:
        return True
    if not theirs.has("prohibition"):
        return False
    named = {word.stem for word in point.words} if same else {word.key for word in point.words}
    rest = tuple(
        place for place, word in enumerate(theirs.words) if word.weight and (word.stem if same else word.key) not in named
    )
    return bool(rest) and met(theirs, rest, ours, range(len(ours.words)), same).share >= DONE
