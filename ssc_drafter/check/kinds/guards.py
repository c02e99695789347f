"""What makes a clause fit: it defers, it is soft, it concerns the other side, the law yields or makes an exception."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check import law
from ssc_drafter.check.kinds.attitude import Attitude, qualities
from ssc_drafter.check.kinds.freed import MONEY, frees, matters
from ssc_drafter.check.kinds.procedure import gates
from ssc_drafter.check.kinds.senses import supposed
from ssc_drafter.check.kinds.signal import NOWHERE, Signal, law_strength, span, strength
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence, Word, remembered
from ssc_drafter.check.pairs import Facet, Pair, closeness

BINDING = frozenset({"ratify", "publicity"})
TO_TREATY = 8  # words between "except as" or "subject to" and the treaty
RATIFIED = 8  # words between "unless a treaty" and the step that it waits for
ITSELF = 3  # words behind "otherwise provided" within which the law names itself
BEFORE = 3  # words ahead of "so provides" within which it does: "save where this Act so provides"
AGREED, WITH = 14, frozenset({"with", "avec", "con", "com"})  # words behind "unless an agreement" that say with whom
OUTSIDE = 16  # words around "does not apply to" that say what stays outside
FAVOUR_AHEAD = 3  # words between a favour and "does not extend to"
RESTATED = 0.25  # share of the weight of the law's words from which a clause may say the same
OWN_WORDS = 0.3  # trust in a restatement of which the clause has next to nothing in common with the law


def stance(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield how the clause defers, insists, or stays soft."""
    if mood.as_law_allows:
        yield Signal("as_law_allows", mood.as_law_allows, None, NOWHERE, NOWHERE)
    elif mood.defers:
        mark = max(mood.submits, key=lambda one: closeness(one.first, one.last, facet.ours))
        yield Signal("defers", mood.defers, None, span(facet.clause, mark.first, mark.last), NOWHERE)
    if mood.insists:
        close, mark_ = strength(facet, "defiance")
        if mark_ is not None:
            yield Signal("insists", close, None, span(facet.clause, mark_.first, mark_.last, 5), NOWHERE)
    if mood.soft and not _absolute(facet.law):
        yield Signal("soft", mood.soft, None, NOWHERE, NOWHERE)
    if mood.conditional:
        yield Signal("conditional", mood.conditional, None, NOWHERE, NOWHERE)
    if facet.clause.has("permission") and not facet.clause.has("duty", "prohibition"):
        yield Signal("only_permits", 1.0, None, NOWHERE, NOWHERE)


def _absolute(sentence: Sentence) -> bool:
    """Whether a rule forbids without exception: only such a one is broken by a best-efforts promise (guidelines, rule 2)."""
    return sentence.has("prohibition") and not sentence.has("exception") and not gates(sentence)


def side(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield on whose side the clause's act takes place."""
    if mood.other_side:
        yield Signal("other_side", mood.other_side, None, NOWHERE, NOWHERE)
    if mood.own_side:
        yield Signal("own_side", mood.own_side, None, NOWHERE, NOWHERE)


def _bound(sentence: Sentence, opening: Mark) -> bool:
    """Whether a treaty behind "unless" is what a step is taken on: "unless a treaty is ratified"."""
    steps = [one for one in sentence.every_step if 0 <= one.first - opening.last <= RATIFIED and one.status != "excluded"]
    passive = [one.first for name in ("being", "past") for one in sentence.of(name) if one.first >= opening.last]
    return any(one.kind in BINDING or (one.kind == "permit" and min(passive, default=one.last) < one.first) for one in steps)


@remembered
def _for_treaties(sentence: Sentence) -> bool:
    """Whether a sentence of law makes an exception for treaties, or submits to them."""
    told = {one.first for one in qualities(sentence)}  # "any article exempted under the Vienna Convention shall not be sold"
    heads = sentence.of("exception") + tuple(one for one in sentence.of("deference") if one.first not in told)
    treaties = [mark for mark in sentence.of("treaty") if any(_led(sentence, head, mark) for head in heads)]
    return any(not _bound(sentence, mark) for mark in treaties) and not sentence.has("power")


def gives_way(sentence: Sentence) -> bool:
    """Whether a sentence of law may give way to an agreement."""
    return sentence.has("open_to_agreement") or _for_treaties(sentence)


def yielding(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield that the law gives way to treaties, or makes an exception that the clause may fill."""
    for opening in facet.law.of("open_to_agreement"):
        if any(-BEFORE <= noun.first - opening.last <= ITSELF for noun in facet.law.of("law_noun")):
            continue  # "except as otherwise provided in this Act", "save where this Act so provides"
        if _private(facet.law, opening) or _bound(facet.law, opening):
            continue  # "unless a treaty is ratified, it shall not apply"
        yield Signal("law_yields", 1.0, None, NOWHERE, span(facet.law, opening.first, opening.last, 5))
        return
    if _for_treaties(facet.law):
        strong, mark = law_strength(facet, "treaty")
        if mark is not None:
            yield Signal("law_yields", strong, None, NOWHERE, span(facet.law, mark.first, mark.last, 5))


def _led(sentence: Sentence, head: Mark, treaty: Mark) -> bool:
    """Whether words of exception or deference lead to a treaty: "unless ratified under this Article, such treaty" does not."""
    if not 0 <= treaty.first - head.last <= TO_TREATY:
        return False
    cut = head.name == "deference" and any(word.stem == "," for word in sentence.words[head.last : treaty.first])
    return not cut


@remembered
def _private(sentence: Sentence, opening: Mark) -> bool:
    """Whether the agreement to which a law gives way is one with a person, the author or the owner, and none of States."""
    known = law.classes()
    persons = [
        one for name, listed in sentence.classes.items() if known[name].person and not known[name].body for one in listed
    ]
    withs = [
        at for at in range(opening.last, min(len(sentence.words), opening.last + AGREED)) if sentence.words[at].stem in WITH
    ]
    return any(0 < one.first - at <= 3 for at in withs for one in persons) and not sentence.has("treaty")


def restatement(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield that the two say the same: words in common, both deny or neither does, no step ruled out.

    Numbers and organs that differ make it void (CLOSER in this package's __init__); it makes void what takes a denial that the
    law utters too for a contradiction.
    """
    both = _denies(facet.clause) == _denies(facet.law)
    ruled_out = _rules_out(facet.clause) and not _rules_out(facet.law)
    if facet.law_cover >= RESTATED and both and not ruled_out and not _freed_of(facet):
        sure = min(1.0, 0.5 + facet.law_cover) * min(1.0, OWN_WORDS + 2 * facet.clause_cover)
        yield Signal("says_the_same", sure, None, NOWHERE, NOWHERE)


def _freed_of(facet: Facet) -> bool:
    """Whether a clause frees where the law levies a tax or fee; what it leaves unpunished is another matter."""
    if not frees(facet.clause) or frees(facet.law) or facet.law.has("exempt"):
        return False
    mine, its = (matters(one, 0, len(one.words)) for one in (facet.clause, facet.law))
    return bool(its & MONEY) and "criminal" not in mine


@remembered
def _rules_out(sentence: Sentence) -> bool:
    """Whether a sentence rules a step out."""
    return any(step.status == "excluded" for step in sentence.steps)


@remembered
def _denies(sentence: Sentence) -> bool:
    """Whether a sentence forbids or denies; who is exempt from a tax denies nothing."""
    exempt = sentence.of("exempt")
    bare = [one for one in sentence.of("negation") if not any(one.first < two.last and two.first < one.last for two in exempt)]
    bare = [one for one in bare if not supposed(sentence, one)]
    return sentence.has("prohibition") or bool(bare)


def scope(pair: Pair) -> Iterator[Signal]:
    """Yield that the clause speaks of what the law says it leaves outside: "This Act does not extend to wholesale markets"."""
    free = _leaves_free(pair.law)
    if free:
        yield Signal("leaves_free", 1.0, None, NOWHERE, span(free[0], free[1].first, free[1].last, 8))
    same = pair.clause.lang == pair.law.lang
    said = set[str]()
    for sentence in pair.law.sentences:
        rules_out = [mark for mark in sentence.of("out_of_scope") if not _of_favour(sentence, mark)]
        if rules_out and not sentence.has("exempt", "permission", "power"):  # who stays outside a privilege does not have it
            for mark in rules_out:
                if any(step.status == "required" and step.last <= mark.first for step in sentence.every_step):
                    continue  # "until it is ratified, it shall not apply to the State": what waits, and no scope
                share = _outside(sentence, mark, pair.clause, same, said)
                if share:
                    yield Signal("out_of_scope", min(1.0, 1.5 * share), None, NOWHERE, span(sentence, mark.first, mark.last, 8))
        said |= sentence.stems.keys()


def leaves_out(law: Reading) -> bool:
    """Whether a provision says what stays outside its law."""
    return any(one.has("out_of_scope") for one in law.sentences)


@remembered
def _leaves_free(provision: Reading) -> tuple[Sentence, Mark] | None:
    """Return where a provision only says what stays outside its law, and commands, forbids and gates nothing."""
    found = [(one, mark) for one in provision.sentences for mark in one.of("out_of_scope") if not _of_favour(one, mark)]
    for sentence in provision.sentences if found else ():
        told = sentence.of("out_of_scope")
        for one in (mark for name in _RULES for mark in sentence.of(name)):
            if not any(mark.first <= one.last and one.first <= mark.last + 2 for mark in told):
                return None
        if sentence.demands:
            return None
    return found[0] if found else None


def _of_favour(sentence: Sentence, mark: Mark) -> bool:
    """Whether what does not reach somebody is a favour: "the relief does not extend to" keeps it from him, and is no scope."""
    return any(0 <= mark.first - one.last <= FAVOUR_AHEAD for name in ("relief", "exempt") for one in sentence.of(name))


_RULES = ("duty", "prohibition", "exclusive", "exempt", "relief", "permission", "power", "right", "definition", "creation")


def _outside(sentence: Sentence, mark: Mark, clause: Reading, same: bool, said: set[str]) -> float:
    """Return how much of what a law leaves outside the clause speaks of; one word of it at least is to be none of the rule."""
    near = sentence.words[max(0, mark.first - OUTSIDE) : mark.first] + sentence.words[mark.last : mark.first + OUTSIDE + 1]
    words = [word for word in near if word.weight >= 1.0]
    total = sum(word.weight for word in words)
    found = [word for word in words if _met(word, clause, same)]
    share = sum(word.weight for word in found) / total if total else 0.0
    much = share * total >= MUCH or (len(found) > 1 and share >= MOST)
    return share if much and any(word.stem not in said for word in found) else 0.0


MUCH, MOST = 4.0, 0.6  # weight of what stays outside, or share of it, that the clause has to have


def _met(word: Word, clause: Reading, same: bool) -> bool:
    """Whether the clause has a word, or a relative of it in its own language."""
    if same:
        return any(word.stem in one.stems for one in clause.sentences)
    return bool(word.key) and any(word.key in one.keys for one in clause.sentences)
