"""What a finding has to be read together with, in words: definitions that matter, provisions that it points to, own terms."""

from __future__ import annotations

from collections.abc import Set

from ssc_drafter.check import reasons
from ssc_drafter.check.document.bodies import provision_body
from ssc_drafter.check.document.holding import Held, Link
from ssc_drafter.check.document.outside import sentence_at
from ssc_drafter.check.document.telling import cited_place
from ssc_drafter.check.document.together import Sight
from ssc_drafter.check.document.ways import Sides, Way, clause_ways, definition_ways, gain, said
from ssc_drafter.check.document.whole import clause_at, policy_at
from ssc_drafter.check.finding import Together
from ssc_drafter.check.norms.reading import Sentence
from ssc_drafter.tree.running import RunningText

NAMES = 1.2  # weight of words from which a definition is named: less than what a finding may rest on


def joined(draft: RunningText, one: Held, sight: Sight) -> tuple[Together, ...]:
    """Return what a finding rests on beside its two sentences."""
    more = meanings(one, sight, {link.term for link in one.links})
    return tuple(told(draft, link) for link in (*one.links, *more))


def meanings(one: Held, sight: Sight, known: Set[str]) -> tuple[Link, ...]:
    """Return the definitions by which the two sentences of a finding speak of one thing: at most one of each side.

    Terms that are `known` already are left out.
    """
    leading = one.found.leading
    ours = sentence_at(one.clause, leading.clause) if leading else None
    theirs = sentence_at(one.provision, leading.law) if leading else None
    if ours is None or theirs is None or (one.place.verified and one.place.verified.text):
        return ()
    both = Sides(one, said(one.clause, ours), said(one.provision, theirs))
    ways = definition_ways(both, sight.law(one.place), NAMES)
    rows = [(way.gain, way.link) for way in ways if _fresh(way, theirs, known)]
    own = [(gain(more, both.ours, both.theirs), way) for way, more in clause_ways(one, sight.terms)]
    mine = [(value, way.link) for value, way in own if _fresh(way, ours, known)]
    best = [max(found, key=lambda row: (round(row[0], 1), row[1].start - row[1].end)) for found in (rows, mine) if found]
    return tuple(link for value, link in best if value >= NAMES)


def _fresh(way: Way, sentence: Sentence, known: Set[str]) -> bool:
    return sentence.start <= way.term[0] < sentence.end and way.link.term not in known


def told(draft: RunningText, link: Link) -> Together:
    """Return what a link is, in words and as a place."""
    words = reasons.sentences(draft.lang)[f"together_{link.how}"]
    if link.place is None:
        assert link.unit is not None, "a link is to a provision or to a unit of the draft"
        text = draft.text[link.unit.start + link.start : link.unit.start + link.end]
        told = words.format(term=link.term, number=link.unit.number, words=reasons.shortened(text))
        return Together(link.how, told, None, clause_at(draft, link.unit, link.start, link.end))
    text = provision_body(link.place.instrument, link.place.provision)[link.start : link.end]
    cited = cited_place(link.place, draft.lang, (link.start, link.end))
    told = words.format(term=link.term, law=cited, words=reasons.shortened(text))
    return Together(link.how, told, policy_at(link.place, link.start, link.end))
