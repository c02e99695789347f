"""How a sentence falls into norms: the words that set a modality, and the stretches of conditions, exceptions, provisos."""

from __future__ import annotations

from msgspec import Struct

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Mark
from ssc_drafter.check.structure.heads import (
    PRESENT,
    STRONG,
    begins,
    behind_condition,
    bracketed,
    longest,
    present,
    ruling,
    stops,
)
from ssc_drafter.check.structure.told import Told, tongue

STRETCHES = ("condition", "condition_led", "exception", "proviso", "deference")
NEAR_HEAD = 1
_AS_IF, _IF = ("as", "comme", "como"), ("if", "si", "se", "s'il")  # "as if" is no condition
PLANNED = ("supported",)  # of policies alone: on what an aim is conditional


class Stretch(Struct, frozen=True):
    """Words `first` to `last` (exclusive) that are a condition, an exception, a proviso or a deference to law."""

    kind: str
    first: int
    last: int
    leading: bool = False  # ahead of the verb that rules


class Cut(Struct, frozen=True):
    """A sentence cut: the heads of its norms in order, and the stretches beside them."""

    heads: tuple[Mark, ...]
    stretches: tuple[Stretch, ...]


def cut(told: Told, aims: tuple[Mark, ...] = ()) -> Cut:
    """Return the heads of the norms of a sentence (words of modality in main clauses) and the stretches beside them.

    `aims` are the words with which aims of a policy begin: what stands behind one up to a strong stop belongs to it.
    """
    heads = ruling(told)
    heads = _beside(told, heads, aims) if aims else behind_condition(told, heads) if heads else present(told)
    openers = _openers(told, heads)
    stretches: list[Stretch] = []
    for place, opener in enumerate(openers):
        if any(one.first <= opener.first < one.last for one in stretches):
            continue
        following = openers[place + 1].first if place + 1 < len(openers) else len(told.texts)
        stretches.append(_stretch(told, opener, heads, following))
    inside = {place for one in stretches for place in range(one.first, one.last)}
    kept = [one for one in heads if one.first not in inside or one.name == "nullity"]
    return Cut(tuple(_without_being(told, kept)), tuple(stretches))


def _beside(told: Told, heads: list[Mark], aims: tuple[Mark, ...]) -> list[Mark]:
    """Return the aims of a sentence with the heads of its other parts."""
    ends = stops(told, 0, len(told.texts), STRONG - {":"})
    taken = {sum(end < one.first for end in ends) for one in aims}
    return sorted([*aims, *(one for one in heads if sum(end < one.first for end in ends) not in taken)])


def _openers(told: Told, heads: list[Mark]) -> list[Mark]:
    """Return the words that open a stretch, the longest of overlapping ones, without those inside of a head."""
    names = STRETCHES + PLANNED if told.plan else STRETCHES
    found = [one for name in names for one in told.of(name) if name != "condition_led" or begins(told, one.first)]
    found = [one for one in found if not (one.first and told.lower[one.first - 1] in _AS_IF and told.lower[one.first] in _IF)]
    taken = {place for one in told.sentence.quantities for place in range(one.base_first, one.base_last)}
    taken |= {place for head in heads for place in range(head.first, head.last)}
    for one in told.sentence.quantities:  # "até 90 dias": how much, and no condition
        limits = [*told.sentence.of("at_most"), *told.sentence.of("below"), *told.sentence.of("at_least")]
        taken |= {mark.first for mark in limits if one.first <= mark.last <= one.first + 1}
    if told.plan:  # "até 2030" is when, and no condition
        taken |= {place for one in told.sentence.quantities if one.scale == "date" for place in range(one.first, one.last)}
    return [one for one in longest(iter(found)) if taken.isdisjoint(range(one.first, one.last))]


def _stretch(told: Told, opener: Mark, heads: list[Mark], following: int) -> Stretch:
    """Return the stretch that an opener opens, and whether the verb that rules stands behind it."""
    kind = "condition" if opener.name in ("condition_led", *PLANNED) else opener.name
    strong = next(iter(stops(told, opener.last, len(told.texts), STRONG)), len(told.texts))
    before = max(stops(told, 0, opener.first, STRONG), default=-1)
    ahead = [one for one in heads if before < one.first < opener.first]
    behind = [one for one in heads if opener.last <= one.first < strong]
    commas = [place for place in stops(told, opener.last, strong, {","}) if not bracketed(told, opener.last, place)]
    if not ahead and behind:
        end = _leading_end(told, opener, behind, commas)
        parted = opener.last < following < end and told.starts("joiner", following - 1)  # "subject to this Act, and so far as"
        return Stretch(kind, opener.first, _closed(told, opener, following) if parted else end, True)
    if ahead and told.texts[opener.first - 1] == "," and opener.first - 1 - ahead[-1].last <= NEAR_HEAD and commas:
        return Stretch(kind, opener.first, commas[0])  # "shall, unless he objects, grant"
    turns = [place for place in commas if told.starts("joiner", place + 1) and any(one.first > place for one in behind)]
    turns += [
        place for place in range(opener.last, strong) if told.starts("joiner", place) and _head_at(told, place + 1, behind)
    ]
    last = min([strong, *turns, *([following] if following > opener.last else [])])
    return Stretch(kind, opener.first, _closed(told, opener, last))


def _head_at(told: Told, place: int, heads: list[Mark]) -> bool:
    """Whether a verb that rules stands at a place, "not" or a reflexive word ahead of it counted: "... and shall not"."""
    while place < len(told.texts) and (told.starts("reflexive", place) or told.starts("negation", place)):
        if any(one.first == place for one in heads):
            break
        place += 1
    return any(one.first == place for one in heads)


def _closed(told: Told, opener: Mark, last: int) -> int:
    while last > opener.last and (told.texts[last - 1] in {",", "("} or told.starts("joiner", last - 1)):
        last -= 1
    return last


def _leading_end(told: Told, opener: Mark, behind: list[Mark], commas: list[int]) -> int:
    """Return where a stretch ends that stands ahead of its verb: at the last comma before it, or before its subject."""
    own = behind[0].name == PRESENT and any(behind[0].last <= place < one.first for place in commas for one in behind[1:])
    if own:  # "Si au terme de ce délai, aucune réponse n'est donnée, l'agrément est réputé accordé"
        return [place for place in commas if place < behind[1].first][-1]
    ahead = [place for place in commas if place < behind[0].first]
    if ahead:
        return ahead[-1]
    later = [place for place in commas if any(one.first > place for one in behind)]
    if later:
        return later[0]
    articles = [place for place in range(opener.last + 1, behind[0].first) if told.starts("article", place)]
    return articles[-1] if articles else behind[0].first


def _without_being(told: Told, heads: list[Mark]) -> list[Mark]:
    """Return the heads without "is a" where the same clause rules otherwise."""
    found = []
    for one in heads:
        before = max(stops(told, 0, one.first, STRONG), default=-1)
        after = next(iter(stops(told, one.last, len(told.texts), STRONG)), len(told.texts))
        others = [other for other in heads if other.name not in ("being", "nullity") and before < other.first < after]
        if one.name == "penal" and any(other.name == "penal" and other.first < one.first for other in others):
            continue  # "commits an offence and is liable to a fine"
        if any(told.starts("nothing", other.first) for other in others if other.first < one.first):
            continue  # "nada de lo dispuesto en esta Ley impedirá"
        if one.name != "being" or not others:
            found.append(one)
    return found


def passive(told: Told, head: Mark) -> bool:
    """Whether what a head rules is done to its subject: "shall be issued", "est délivré", "se expedirá"."""
    if head.first and told.starts("reflexive", head.first - 1):
        return True
    last = head.last - 1
    for place in range(last, min(last + 4, len(told.texts) - 1)):
        if told.starts("be", place):
            behind = place + 1
            while behind < len(told.texts) - 1 and _beside_verb(told, behind):
                behind += 1
            return told.lower[behind].endswith(tongue(told.lang).participle)
    return False


def _beside_verb(told: Told, place: int) -> bool:
    """Whether a word between "be" and its participle is an adverb or a word of grammar: no preposition, no article."""
    led = told.sentence.words[place].stem in law.names(told.lang).ahead or told.starts("article", place)
    if led and place + 1 < len(told.texts) and told.texts[place - 1] != ",":
        return False
    return bool(told.starts("adverb", place)) or not told.sentence.words[place].weight or told.lower[place].endswith("ly")
