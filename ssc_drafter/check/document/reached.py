"""Whether a rule of law reaches what a clause means by a term of its draft, though the clause has the words of the rule.

A rule "within 200 miles" is not for waters "beyond 200 miles"; a number that only bounds where a licence is needed limits
nothing to those who hold one. A ban on felling trees in a park is not met by counting them, nor by felling them in an area
that takes in no park. What is not reached is only shown, to be looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ssc_drafter.check import law
from ssc_drafter.check.document.holding import Held
from ssc_drafter.check.document.outside import sentence_at
from ssc_drafter.check.document.parted import points, rest_end
from ssc_drafter.check.document.phrases import flat, pattern
from ssc_drafter.check.document.scales import apart
from ssc_drafter.check.document.terms import Term, other_than, uses
from ssc_drafter.check.document.together import Sight
from ssc_drafter.check.document.weighing import draft_weights
from ssc_drafter.check.kinds.banned import rules
from ssc_drafter.check.kinds.ground import met, wider
from ssc_drafter.check.kinds.prohibition import done_to
from ssc_drafter.check.norms.reading import Sentence, remembered

TELLING = 1.2  # weight from which on a word of a ban tells of what or of whom it is
FILE = "linked"
# Persons whom any list of a draft may take in without naming them so.
_ANYBODY = frozenset({"citizen", "foreigner", "expert", "adult", "data_subject"})


def reached(one: Held, sight: Sight) -> Held:
    """Return a pair as it is, or as one to be looked at, where its rule does not reach what the clause means."""
    leading, by = one.found.leading, draft_weights()
    ours = sentence_at(one.clause, leading.clause) if leading and one.chance >= by.flag else None
    theirs = sentence_at(one.provision, leading.law) if leading and ours else None
    if leading is None or ours is None or theirs is None or leading.kind == "definition":
        return one
    kind, tied = leading.kind or "", any(link.how == "defined_here" for link in one.links)
    meant = list(_meanings(one, ours, sight))
    off = kind != "limit" and apart([sentence for rows in meant for sentence in rows] or [ours], theirs)
    off = off or (kind == "limit" and tied and _has_step(ours, theirs))
    if kind in ("prohibition", "right"):
        off = off or _another_deed(one, ours, theirs, tied)
        listed = bool(meant) and all(len(rows) > 1 for rows in meant)
        off = off or (not tied and listed and _names_none(one, ours, theirs, [point for rows in meant for point in rows]))
    return msgspec.structs.replace(one, chance=min(one.chance, by.flag - 0.01)) if off else one


def _meanings(one: Held, ours: Sentence, sight: Sight) -> Iterator[list[Sentence]]:
    """Yield the points of each definition of the draft's terms that a sentence uses: not of what it says is something else."""
    lang = one.clause.lang
    for words, start, _ in uses(one.clause.text, tuple(sight.terms)):
        term, unit, text = sight.terms[words]
        if unit.address != one.unit.address and ours.start <= start < ours.end and not other_than(one.clause.text, start, lang):
            yield _points(text, term, lang)


def _points(text: str, term: Term, lang: str) -> list[Sentence]:
    return [point for _, point in points(text[term.body : rest_end(text, term, lang)], lang, set())]


def _has_step(ours: Sentence, theirs: Sentence) -> bool:
    """Whether a rule forbids something without a step, and the clause makes it wait for such a step: its number only says where
    the step is needed."""
    needed = {
        kind
        for demand in theirs.demands
        for kind in demand.kinds
        if any(0 <= demand.first - mark.last <= 1 for mark in theirs.of("excludes"))
    }
    has = {step.kind for step in ours.every_step if step.status in ("required", "likely")}
    return theirs.has("prohibition") and bool(needed) and needed <= has


def _another_deed(one: Held, ours: Sentence, theirs: Sentence, tied: bool) -> bool:
    """Whether a clause does nothing that a ban names: at most it says of a thing what others do with it.

    Where a definition was put in (`tied`), that tells only of whom or what.
    """
    same = one.clause.lang == one.provision.lang
    bans = [ban for ban in rules(theirs, "prohibition") if ban.named or (tied and same)]
    banned = [act for ban in bans for act in (ban.act, *ban.others)]
    told = _attributed(one, ours)
    done = [_named(ours, {at}) for at in range(len(ours.words)) if at not in told]
    names = set().union(*(_named(theirs, set(act)) for act in banned))
    return bool(banned) and names.isdisjoint(set().union(*done)) and (tied or not names.isdisjoint(_named(ours, told)))


def _named(sentence: Sentence, places: set[int]) -> set[str]:
    """Return the words at these places of a sentence, as written in any language, and the acts that they name."""
    acts, _ = wider()
    found = {wide for name, marks in sentence.acts.items() if any(one.first in places for one in marks) for wide in acts[name]}
    return found | {name for at in places for name in (sentence.words[at].stem, sentence.words[at].key) if name}


def _attributed(one: Held, ours: Sentence) -> set[int]:
    """Return the words that only say of a thing what is done with it: "the explosives used in the survey"."""
    done = pattern(FILE, one.clause.lang, "done_with").finditer(flat(one.clause.text), ours.start, ours.end)
    starts = {found.start() for found in done}
    return {at for at, word in enumerate(ours.words) if word.start in starts and at and ours.words[at - 1].weight}


def _names_none(one: Held, ours: Sentence, theirs: Sentence, listed: list[Sentence]) -> bool:
    """Whether a ban is on something or on persons of a kind that neither the clause names nor any point of the lists that its
    terms stand for: minors, where the team is of geologists and drivers."""
    same = one.clause.lang == one.provision.lang
    lacking = _particulars(ours, theirs, same)
    every = range(len(ours.words))
    things = [thing for ban in rules(theirs, "prohibition") if (thing := done_to(theirs, ban))]
    if not any(met(theirs, thing, ours, every, same).share for thing in things):
        return False  # what the ban's act is done to may have another name: tigers are wild animals
    return bool(lacking) and not any(met(theirs, lacking, point, range(len(point.words)), same).share for point in listed)


@remembered
def _told_of(theirs: Sentence) -> tuple[tuple[int, ...], frozenset[int]]:
    """Return the words of a ban that tell of what, of whom or where, and those of them that a class names in every language.

    Its act is left aside, and so are persons whom any list may take in, and bodies.
    """
    known = law.classes()
    classed: set[int] = set()
    left: set[int] = set()
    for name, marks in theirs.classes.items():
        places = {place for mark in marks for place in range(mark.first, mark.last)}
        (left if known[name].body or name in _ANYBODY else classed).update(places)
    rest = {place for ban in rules(theirs, "prohibition") for place in ban.rest}
    telling = sorted(place for place in rest - left if theirs.words[place].weight >= TELLING or place in classed)
    return tuple(telling), frozenset(classed)


def _particulars(ours: Sentence, theirs: Sentence, same: bool) -> tuple[int, ...]:
    """Return those of the words that a ban tells of which the clause does not name itself; across languages none where one of
    them is of no class: that it is missing tells nothing."""
    every = range(len(ours.words))
    telling, classed = _told_of(theirs)
    lacking = tuple(place for place in telling if not met(theirs, (place,), ours, every, same).share)
    return lacking if same or classed.issuperset(lacking) else ()
