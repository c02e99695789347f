"""Clauses that touch the words of a rule and yet stay outside it, as the whole of the two sentences shows.

Signals look at words near one another. Before a draft is told that it breaks a rule, four things are looked at again: between
whom a time runs, what an exception of the clause takes out, whether an exemption is itself denied, and whether the one to whom
the clause is said to give a power is one who acts at all.
"""

from __future__ import annotations

import re

from ssc_drafter.check import law
from ssc_drafter.check.document.holding import Held
from ssc_drafter.check.document.phrases import flat, says
from ssc_drafter.check.document.treaty import about_agreement, between_parties
from ssc_drafter.check.kinds.competence import named
from ssc_drafter.check.kinds.deeds import PALE_ACTS
from ssc_drafter.check.kinds.signal import Signal
from ssc_drafter.check.norms.reading import Mark, Reading, Role, Sentence

FILE = "outside"
MOSTLY = 0.5  # share of the words in common from which they stand in an exception
DENIED_BEHIND, DENIED_AHEAD = 4, 2  # words between an exemption and what denies it
_STOPS = {";", "."}
_NATIONAL = re.compile(r"(?<!\w)na[ct]ional(?!\w)")
NAMED_FIRST = 160  # signs of a sentence within which it names the body that it sets up
NAMED_BY_LAW = 4  # words behind one who acts within which the law is named: "by those whom its law authorises"


def outside(one: Held, leading: Signal, ours: Sentence, theirs: Sentence) -> bool:
    """Whether the clause's sentence stays outside the law's rule though it has its words."""
    if leading.kind == "limit":
        return _among_the_parties(one, ours) or _sessions(one, ours, theirs)
    if leading.kind == "duplication":
        return (not theirs.has("creation") and _says(one.provision, theirs, "composed")) or _of_both(one, ours, theirs)
    if leading.kind == "privilege":
        return (
            _exempts_nothing(ours)
            or _saves(one, leading, ours)
            or _excepted(ours, theirs, one.clause.lang == one.provision.lang)
        )
    if leading.name in ("organ_other", "organ_sole") and _of_itself(one, ours):
        return True
    return leading.name == "organ_other" and _names_no_other(one, leading, ours)


def _among_the_parties(one: Held, ours: Sentence) -> bool:
    """Whether a time runs between the Parties (a reply, a notice), and the law sets one between others.

    A statute's time for replying to the citizen binds nobody towards another State, unless it speaks of agreements.
    """
    words = one.clause.text[ours.start : ours.end]
    return between_parties(words, one.clause.lang) and not about_agreement(one.provision.text, one.provision.lang)


def _says(reading: Reading, sentence: Sentence, entry: str) -> bool:
    return says(FILE, reading.lang, entry, reading.text[sentence.start : sentence.end]) is not None


def _sessions(one: Held, ours: Sentence, theirs: Sentence) -> bool:
    """Whether a sentence says how often a joint body meets, and the law how often something else is done, or how often an organ
    of the State meets."""
    met = _says(one.clause, ours, "meets") and (_says(one.clause, ours, "joint") or _says(one.clause, ours, "jointly"))
    return met and not (_says(one.provision, theirs, "meets") and _says(one.provision, theirs, "jointly"))


def _of_both(one: Held, ours: Sentence, theirs: Sentence) -> bool:
    """Whether a body is one of both Parties, does nothing that the law has its own body do, and takes over no role that is
    called national (guidelines, rule 10)."""
    if (ours.acts.keys() & theirs.acts.keys()) - PALE_ACTS:
        return False
    words = one.clause.text[ours.start : min(ours.end, ours.start + NAMED_FIRST)]
    return says(FILE, one.clause.lang, "jointly", words) is not None and _NATIONAL.search(flat(one.clause.text)) is None


def _of_itself(one: Held, ours: Sentence) -> bool:
    """Whether a body of both Parties is given the care of the agreement alone: "shall follow this Agreement"."""
    both = _says(one.clause, ours, "joint") and _says(one.clause, ours, "jointly")
    words = one.clause.text[ours.start : ours.end]
    return both and (words.rstrip().endswith(":") or says("linked", one.clause.lang, "itself", words) is not None)


def _exempts_nothing(ours: Sentence) -> bool:
    """Whether every exemption of a sentence is itself denied: "The immunity does not extend to acts outside duty"."""
    exempt = ours.of("exempt")
    return bool(exempt) and all(_denied(ours, one) for one in exempt)


def _denied(ours: Sentence, exempt: Mark) -> bool:
    behind = any(0 <= one.first - exempt.last <= DENIED_BEHIND for one in ours.of("out_of_scope"))
    ahead = any(0 <= exempt.first - one.last <= DENIED_AHEAD for one in ours.of("negation"))
    return behind or ahead or _not_entitled(ours, exempt)


def _not_entitled(ours: Sentence, exempt: Mark) -> bool:
    """Whether it is denied that one has an exemption: "shall not be entitled to the privilege"."""
    denials = {one.last for one in ours.of("negation") + ours.of("prohibition")}
    having = (one for one in ours.of("right") + ours.of("permission") if 0 <= exempt.first - one.last <= DENIED_BEHIND)
    return any(0 <= one.first - last <= 2 for one in having for last in denials)


def _saves(one: Held, leading: Signal, ours: Sentence) -> bool:
    """Whether the words that seem to exempt only keep what others grant: "Nothing in this Agreement affects the immunities"."""
    found = says(FILE, one.clause.lang, "saving", one.clause.text[ours.start : leading.clause[1]])
    return found is not None


def _excepted(ours: Sentence, theirs: Sentence, same: bool) -> bool:
    """Whether what both sentences speak of stands in the clause's own exception: the clause keeps off the law's case."""
    turns = [one for one in ours.of("exception") if one.first > 0]
    if not turns:
        return False
    inside = {place for turn in turns for place in range(turn.last, _end(ours, turn.last))}
    common = {
        place: theirs.stems.get(word.stem, 0.0) if same else theirs.keys.get(word.key, 0.0)
        for place, word in enumerate(ours.words)
        if word.weight
    }
    total = sum(common.values())
    return total > 0 and sum(weight for place, weight in common.items() if place in inside) >= MOSTLY * total


def _end(ours: Sentence, first: int) -> int:
    return next((place for place in range(first, len(ours.words)) if ours.words[place].stem in _STOPS), len(ours.words))


def _names_no_other(one: Held, leading: Signal, ours: Sentence) -> bool:
    """Whether those who act in the clause are no other organ: the State itself, whomever its law names, or no one at all."""
    acting = [role for role in named(ours) if _within(ours, role, leading.clause)]
    return bool(acting) and all(_no_other(one, ours, role) for role in acting)


def _within(ours: Sentence, role: Role, span: tuple[int, int]) -> bool:
    return span[0] <= ours.words[role.first].start < span[1]


def _no_other(one: Held, ours: Sentence, role: Role) -> bool:
    if role.bodies:
        return False
    start, end = ours.words[max(0, role.first - 1)].start, ours.words[role.last - 1].end
    name = flat(one.clause.text[ours.words[role.first].start : end])
    if name.startswith(law.states().get(one.place.instrument.country.upper(), ("\0",))):
        return True  # "a guarantee by the Republic": a State acts through the organs that its law names
    idiom = says(FILE, one.clause.lang, "no_agent", one.clause.text[start : ours.end])
    if idiom and idiom[0] == 0:
        return True
    return any(0 <= noun.first - role.last <= NAMED_BY_LAW for noun in ours.of("law_noun"))


def sentence_at(reading: Reading, span: tuple[int, int]) -> Sentence | None:
    """Return the sentence that a span begins in."""
    return next((one for one in reading.sentences if one.start <= span[0] < one.end), None)
