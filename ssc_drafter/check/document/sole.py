"""What a law frees or allows for some alone, and a clause that frees or allows just those.

"Diplomatic agents alone are exempt from the toll": a clause that exempts diplomatic agents keeps to it, and so does one that
exempts the Beneficiaries where the draft says that these are diplomatic agents. Where it says that they are drivers too, the
finding rests on that definition.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ssc_drafter.check.document.holding import Held, Link
from ssc_drafter.check.document.meant_otherwise import all_others
from ssc_drafter.check.document.outside import sentence_at
from ssc_drafter.check.document.parted import called, points, rest_end
from ssc_drafter.check.document.terms import Term, other_than, uses
from ssc_drafter.check.document.together import Sight
from ssc_drafter.check.document.weighing import draft_weights
from ssc_drafter.check.kinds.signal import Signal
from ssc_drafter.check.norms.reading import Sentence, remembered

NEAR = 5  # words between those whom a clause names and that of which it frees them
_FREES = ("exempt", "permission", "right")
_JOINS = {",", "and", "or", "et", "ou", "y", "e", "o", "u"}


def freed_alone(one: Held, sight: Sight) -> Held:
    """Return a pair as it is; as one to be looked at, where a clause frees just those whom the law frees alone; or with the
    definition by which it frees others too."""
    leading, by = one.found.leading, draft_weights()
    ours = sentence_at(one.clause, leading.clause) if leading and one.chance >= by.flag else None
    theirs = sentence_at(one.provision, leading.law) if leading and ours else None
    if leading is None or ours is None or theirs is None:
        return one
    theirs = _before(one, theirs) if all_others(one.provision, theirs) else theirs
    if theirs is None or not (theirs.has(*_FREES) and ours.has(*_FREES)) or ours.has("prohibition") or _own_law(leading):
        return one
    same = one.clause.lang == one.provision.lang
    alone = _alone(theirs, same)
    if alone and all(alone) and _names(ours, alone, same):
        return msgspec.structs.replace(one, chance=min(one.chance, by.flag - 0.01))
    return _defined(one, ours, set(alone), sight) if alone and all(alone) else one


def _before(one: Held, theirs: Sentence) -> Sentence | None:
    """Return the sentence ahead of one that rules on all others: it tells than whom."""
    rows = one.provision.sentences
    at = next((place for place, row in enumerate(rows) if row.start == theirs.start), 0)
    return rows[at - 1] if at else None


def _own_law(leading: Signal) -> bool:
    """Whether a finding rests on more than what the two sentences free: a number, an organ, a rank."""
    return leading.kind in ("limit", "competence", "precedence", "forum", "definition")


@remembered
def _alone(theirs: Sentence, same: bool) -> tuple[str, ...]:
    """Return the words of those whom a sentence of law names beside "only" or "alone", where it opens with them."""
    for mark in theirs.of("only"):
        behind = _run(theirs, same, mark.last)
        found = behind if mark.first <= 1 else _run(theirs, same, 0, mark.first)
        if found:
            return found
    return ()


def _run(sentence: Sentence, same: bool, first: int, stop: int | None = None) -> tuple[str, ...]:
    """Return the telling words from a place to the next word that rules."""
    rules = [mark.first for name in ("being", "duty", *_FREES) for mark in sentence.of(name) if mark.first >= first]
    end = min([*rules, len(sentence.words)]) if stop is None else stop
    return tuple(called(word, same) for word in sentence.words[first:end] if word.weight)


def _names(ours: Sentence, alone: tuple[str, ...], same: bool) -> bool:
    """Whether a clause frees those very persons, and nobody beside them."""
    telling = [at for at, word in enumerate(ours.words) if word.weight]
    frees = [mark.first for name in _FREES for mark in ours.of(name)]
    for start in range(len(telling) - len(alone) + 1):
        run = telling[start : start + len(alone)]
        if sorted(called(ours.words[at], same) for at in run) == sorted(alone) and any(
            0 < first - run[-1] <= NEAR for first in frees
        ):
            before = ours.words[max(0, run[0] - 2) : run[0]]
            return not any(word.stem in _JOINS for word in before)
    return False


def meanings(one: Held, sight: Sight) -> list[Link]:
    """Return the definitions of the draft's own terms that a clause uses: not of what it says is something else."""
    return [link for link, _, _ in _used(one, sight)]


def _used(one: Held, sight: Sight) -> Iterator[tuple[Link, Term, str]]:
    for words, start, end in uses(one.clause.text, tuple(sight.terms)):
        term, unit, text = sight.terms[words]
        if unit.address != one.unit.address and not other_than(one.clause.text, start, one.clause.lang):
            yield Link("defined_here", one.clause.text[start:end], None, unit, term.start, term.end), term, text


def _defined(one: Held, ours: Sentence, alone: set[str], sight: Sight) -> Held:
    """Return a pair by what the draft's own term means: none but those whom the law frees alone, or others too."""
    lang, same = one.clause.lang, one.clause.lang == one.provision.lang
    for link, term, text in _used(one, sight):
        if link.term not in one.clause.text[ours.start : ours.end]:
            continue
        listed = points(text[term.body : rest_end(text, term, lang)], lang, set())
        among = [alone <= {called(word, same) for word in point.words} for _, point in listed]
        if all(among) and among:
            return msgspec.structs.replace(one, chance=min(one.chance, draft_weights().flag - 0.01))
        if any(among):
            return msgspec.structs.replace(one, links=(link,), whole=None)
    return one
