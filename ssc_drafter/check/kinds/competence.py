"""Who acts: the law's organ held against those who act in the clause; another for its power, a second body for its task."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from ssc_drafter.check.kinds.actors import holders
from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.deeds import BY_OBJECT, cover, likeness
from ssc_drafter.check.kinds.holding import informed
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.demands import bodies_of
from ssc_drafter.check.norms.reading import Mark, Role, Sentence, Word, remembered
from ssc_drafter.check.norms.roles import PHRASE
from ssc_drafter.check.pairs import Facet

# Bodies to which laws give powers; a company or a donor that acts in a law holds none.
_HOLDERS = {
    "president", "parliament", "cabinet", "minister", "finance_minister", "foreign_minister", "attorney_general", "auditor",
    "court", "arbitrator", "regulator", "central_bank", "local_government", "public_body", "state_officer", "judge",
    "police_officer", "data_authority", "customs_officer", "immigration_officer", "inspector", "permanent_secretary",
    "traditional_chief", "state_company",
}  # fmt: skip
_KINDS_OF_BODY = {"minister", "regulator", "public_body", "court", "state_officer", "local_government", "police_officer"}
_SAME = 0.5  # share of a name's weight from which two bodies are one
_NAMED = 0.7  # the same, where the name is met anywhere in the sentence
_ALIKE = 0.35  # from which likeness of the deed one speaks of the same task

Fate = Literal["kept", "named", "other"]
_FATES = ("other", "named", "kept")


class Filler(Struct, frozen=True):
    """The role of the law and what became of the organ."""

    role: Role
    fate: Fate


@remembered
def _standing_at(sentence: Sentence, places: range) -> tuple[set[str], set[str], set[str]]:
    """Return the stems, keys and classes at some places of a clause."""
    ours = [sentence.words[place] for place in places]
    kinds = {name for name, marks in sentence.classes.items() if any(mark.first in places for mark in marks)}
    return {word.stem for word in ours}, {word.key for word in ours} - {""}, kinds


def _met(facet: Facet, role: Role, places: range, same: bool) -> float:
    """Return what share of the name of one who acts in the law stands at these places of the clause."""
    stems, keys, kinds = _standing_at(facet.clause, places)
    keys = set() if same else keys
    if (role.bodies - _KINDS_OF_BODY) & kinds:
        return 1.0
    name, total = _name(facet.law, role.first, role.last)
    if not total:
        return 1.0 if role.bodies & kinds else 0.0
    return sum([word.weight for word in name if word.stem in stems or word.key in keys]) / total


@remembered
def _name(sentence: Sentence, first: int, last: int) -> tuple[list[Word], float]:
    """Return the words of a name that carry weight, and their weight."""
    name = [word for word in sentence.words[first:last] if word.weight]
    return name, sum(word.weight for word in name)


@remembered
def _bodies(sentence: Sentence) -> list[Mark]:
    return bodies_of(sentence.classes)


@remembered
def named(sentence: Sentence) -> tuple[Role, ...]:
    """Return those who act in a sentence by name: not whoever it may be."""
    return tuple(role for role in sentence.roles if role.kind != "whoever")


@remembered
def holding(sentence: Sentence) -> tuple[list[Role], list[Mark], tuple[int, ...]]:
    """Return the organs that act in a sentence of law, its acts and its other words."""
    roles = [role for role in sentence.roles if role.bodies & _HOLDERS]
    taken = {place for role in named(sentence) for place in range(role.first, role.last)}
    acts = [mark for marks in sentence.acts.values() for mark in marks if mark.first not in taken]
    return roles, acts, tuple(place for place, word in enumerate(sentence.words) if word.weight and place not in taken)


def filler(facet: Facet, same: bool) -> Filler | None:
    """Return what becomes of the organ that acts in the law; `same` says that both sides are in one language."""
    roles = holding(facet.law)[0]
    if not roles:
        return None
    return max([_fate(facet, role, same) for role in roles], key=lambda one: _FATES.index(one.fate))


def _deed(facet: Facet) -> float:
    """Return how far the clause does the deed of the law's sentence."""
    _, acts, zone = holding(facet.law)
    share = cover(facet, zone)
    return min(1.0, max(likeness(acts, facet.clause.acts) * (0.3 + share), share - BY_OBJECT))


def _fate(facet: Facet, role: Role, same: bool) -> Filler:
    ours = named(facet.clause)
    ours = tuple(one for one in ours if not informed(facet.clause, one.first))
    if any(_met(facet, role, range(one.first, one.last), same) >= _SAME for one in ours):
        return Filler(role, "kept")
    bodies = [mark for mark in _bodies(facet.clause) if not informed(facet.clause, mark.first)]
    if any(_met(facet, role, _around(facet, mark), same) >= _NAMED for mark in bodies):
        return Filler(role, "named")
    return Filler(role, "other")


def _around(facet: Facet, body: Mark) -> range:
    """Return the places of a body's name and of what follows it."""
    return range(max(0, body.first - 2), min(len(facet.clause.words), body.last + PHRASE))


def competence(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield what speaks for another holder of a power that the law gives to a named organ; or that the organ keeps it."""
    found = filler(facet, bool(mood.lang))
    if found is None:
        return
    role = found.role
    theirs = span(facet.law, role.first, role.last, 5)
    if found.fate != "other":
        shut = _shut_out(facet, role) if found.fate == "named" else None
        if shut:
            yield Signal("organ_shut_out", 1.0 if role.sole else 0.6, "competence", span(facet.clause, *shut, 6), theirs)
        else:
            yield Signal("organ_kept", _kept(facet, found), None, (0, 0), theirs)
        return
    actors = [one for one in holders(facet.clause, mood.lang or "") if "party" not in one.kinds]
    sure = _deed(facet) if role.sole and actors else 0.0
    if sure >= _ALIKE:
        ours = span(facet.clause, actors[0].first, actors[0].last, 5)
        yield Signal("organ_sole", sure, "competence", ours, theirs)


def _kept(facet: Facet, found: Filler) -> float:
    """Return how much it says that the clause names the law's organ: little where the law only addresses that organ."""
    if (found.role.kind == "subject" and not found.role.sole) or _deed(facet) < _ALIKE:
        return 0.3
    return 1.0 if found.fate == "kept" or found.role.sole else 0.6


def _shut_out(facet: Facet, role: Role) -> tuple[int, int] | None:
    """Return the words by which the clause denies the law's organ: a negation right ahead of its name."""
    names = {word.stem for word in facet.law.words[role.first : role.last] if word.weight}
    places = [place for place, word in enumerate(facet.clause.words) if word.stem in names]
    for mark in facet.clause.of("negation") + facet.clause.of("excludes") + facet.clause.of("deprives"):
        if any(0 <= place - mark.last <= 2 for place in places):
            return mark.first, mark.last
    return None
