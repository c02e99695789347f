"""Steps for what the sentence ahead names: "... any bill; but no such business shall be carried on without approval"."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check.kinds.deeds import cover, deed, promise
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.kinds.stance import stance
from ssc_drafter.check.norms.reading import Demand, Mark, Reading, Sentence, remembered
from ssc_drafter.check.pairs import Pair, facet

POINTS = 6  # words within which a sentence points back: "provided that no such"
ENOUGH = 0.45  # how far the clause has to do what the sentence ahead names
OBJECT = 24  # words that carry weight and say what that is


@remembered
def pointing(provision: Reading) -> tuple[tuple[Sentence, Demand, Sentence], ...]:
    """Return the sentences of a law that demand a step for what stands ahead of them, each with the step and that sentence."""
    found = []
    for before, sentence in zip(provision.sentences, provision.sentences[1:], strict=False):
        back = any(mark.first <= POINTS for mark in sentence.of("such_one"))
        firm = [one for one in sentence.demands if one.status == "required"] if back and not before.demands else []
        found += [(sentence, firm[0], before)] if firm else []
    return tuple(found)


def foregoing(pair: Pair) -> Iterator[Signal]:
    """Yield that the clause does what the sentence ahead names, and passes over the step that the next demands for it."""
    near = {id(one.clause): one.near for one in pair.facets}
    for sentence, demand, before in pointing(pair.law):
        for clause in pair.clause.sentences:
            if id(clause) not in near:
                continue
            ahead = facet(clause, before, pair.clause, pair.law)
            zone = tuple(place for place, word in enumerate(before.words) if word.weight)[:OBJECT]
            acts: list[Mark] = [mark for marks in before.acts.values() for mark in marks]
            done = deed(ahead, acts, zone) if cover(ahead, zone) else 0.0
            if done < ENOUGH:
                continue
            told = stance(facet(clause, sentence, pair.clause, pair.law), demand)
            theirs = span(before, zone[0], zone[-1] + 1)[0], span(sentence, demand.first, demand.last, 4)[1]
            if told.answer == "named":
                yield Signal("step_named", told.sure, None, (0, 0), theirs)
            elif told.answer == "excluded":
                ours = span(clause, told.first, told.last, 5)
                yield Signal("step_excluded", told.sure * (0.6 + 0.4 * done), "procedure", ours, theirs)
            else:
                yield Signal("step_silent", 0.3 + 0.7 * done, "procedure", span(clause, *promise(ahead), 4), theirs)
