"""Organs that nobody may direct, and the clause that tells them what to do."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check.kinds.actors import Holder, holders
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.reading import Mark, Sentence, remembered
from ssc_drafter.check.pairs import Pair

NEAR = 20  # words between the words of directing and the name of the organ that is directed
TO = 3  # words between "no person may give a direction to" and the organ
NAMED = 0.6  # share of the organ's name that the clause has to have


@remembered
def _free(sentence: Sentence, lang: str) -> tuple[Mark, Holder] | None:
    """Return the words of a law that leave an organ undirected, with the organ: the first that the sentence names."""
    marks, refused = sentence.of("tie.independent"), sentence.of("tie.undirected")
    named = [one for one in holders(sentence, lang) if "public" in one.kinds] if marks or refused else []
    for mark in refused:
        behind = [one for one in named if 0 <= one.head - mark.last <= TO]
        if behind:
            return mark, behind[0]
    ahead = [one for one in named if marks and one.last <= marks[0].first]
    return (marks[0], ahead[0]) if ahead else None


def _shared(law: Sentence, organ: Holder, clause: Sentence, actor: Holder, same: bool) -> float:
    """Return the share of an organ's name that a name of the clause has, by words or, across languages, by cognates."""
    name = [word for word in law.words[organ.first : organ.last] if word.weight]
    stems = {word.stem for word in clause.words[actor.first : actor.last]}
    keys = {word.key for word in clause.words[actor.first : actor.last]} - {""}
    total = sum(word.weight for word in name)
    got = sum(word.weight for word in name if (word.stem in stems if same else word.key in keys))
    one = bool(organ.bodies & actor.bodies - {"regulator", "minister", "public_body", "state_officer"})
    return 1.0 if one else got / total if total else 0.0


def directed(pair: Pair) -> Iterator[Signal]:
    """Yield that the clause directs, instructs or orders an organ which the law leaves to nobody's direction."""
    free = [(one, found) for one in pair.law.sentences if (found := _free(one, pair.law.lang))]
    if not free:
        return
    same = pair.clause.lang == pair.law.lang
    for sentence in pair.clause.sentences:
        for mark in (*sentence.of("tie.directs"), *sentence.of("tie.obeys")):
            for actor in holders(sentence, pair.clause.lang):
                told = mark.name == "tie.obeys" or actor.first >= mark.first  # whom it tells stands behind, who obeys ahead
                near = told and -NEAR <= actor.first - mark.last <= NEAR
                denied = any(0 <= mark.first - one.last <= 3 for one in sentence.of("negation") + sentence.of("prohibition"))
                for law, (words, organ) in free if near and not denied else ():
                    if _shared(law, organ, sentence, actor, same) >= NAMED:
                        ours = span(sentence, mark.first, mark.last, 6)
                        yield Signal("organ_directed", 1.0, "competence", ours, span(law, words.first, words.last, 6))
                        return
