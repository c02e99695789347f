"""How a sentence falls into norms: the words that set a modality, and the stretches of conditions, exceptions, provisos."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Mark
from ssc_drafter.check.structure.told import HEADS, Told, tongue

STRONG = {";", ":", ".", "—"}
STRETCHES = ("condition", "condition_led", "exception", "proviso", "deference")
BEHIND_RELATIVE = 2  # words between "who" and its verb: "who does not", "qui ne le"
NEAR_HEAD = 1
_NOT = {"permission": "prohibition", "duty": "exemption"}  # what a "not" ahead of a verb makes of it
_PLAIN = ("duty", "prohibition")  # give way to what says more in the same words: "prevalecerá"
BEHIND_SUBJECT = 2  # words from a subject to its verb
_NO_COMMAND = ("relative", "negation", "be", "condition")
ADVICE = ("recommendation", "advised")  # what should be done, of whatever text
PLANNED = ("supported",)  # of policies alone: on what an aim is conditional
INTENDS = "intends"  # of policies alone: with what somebody says that it sets itself an aim
PRESENT = "present"  # a verb in the present that rules without a word of modality


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
    heads = [_denied(told, one) for one in _longest(_candidates(told)) if not _behind_relative(told, one)]
    heads = [one for one in heads if one.name not in ADVICE or _recommends(told, one)]
    heads = [one for one in heads if not (told.plan and (one.name == "being" or told.starts("no_rule", one.first)))]
    if not told.plan and heads:
        heads = [*_told_ahead(told, heads), *heads]
    heads = _beside(told, heads, aims) if aims else heads or _present(told)
    openers = _openers(told, heads)
    stretches: list[Stretch] = []
    for place, opener in enumerate(openers):
        if any(one.first <= opener.first < one.last for one in stretches):
            continue
        following = openers[place + 1].first if place + 1 < len(openers) else len(told.texts)
        stretches.append(_stretch(told, opener, heads, following))
    inside = {place for one in stretches for place in range(one.first, one.last)}
    kept = [one for one in heads if one.first not in inside or one.name == "nullity"]
    return Cut(tuple(_ruling(told, kept)), tuple(stretches))


def _beside(told: Told, heads: list[Mark], aims: tuple[Mark, ...]) -> list[Mark]:
    """Return the aims of a sentence with the heads of its other parts."""
    stops = _stops(told, 0, len(told.texts), STRONG - {":"})
    taken = {sum(stop < one.first for stop in stops) for one in aims}
    return sorted([*aims, *(one for one in heads if sum(stop < one.first for stop in stops) not in taken)])


def _candidates(told: Told) -> Iterator[Mark]:
    for name in (*HEADS, INTENDS) if told.plan else HEADS:
        yield from told.of(name)
    texts = told.sentence
    future = law.words(told.lang).verbs.future
    for name in ("duty", "prohibition") if future else ():
        for one in texts.of(name):
            if told.lower[one.last - 1].endswith(future) and one.last - one.first == 1:
                denied = one.first and told.lower[one.first - 1] in law.words(told.lang).verbs.denials
                yield Mark(one.first - bool(denied), one.last, "prohibition" if denied else name)
            elif name == "prohibition" and told.starts("negation", one.first):
                yield from _denials(told, one, future)
            elif name == "prohibition" and told.starts("nobody", one.first) and told.starts("be", one.last):
                said = any(told.starts(head, place) for place in range(one.first, one.last) for head in ("permission", "duty"))
                yield from () if said else (Mark(one.last, one.last + 1, PRESENT),)  # "Aucun marché n'est attribué"


def _denials(told: Told, one: Mark, future: tuple[str, ...]) -> Iterator[Mark]:
    """Yield the bans that a denial makes: "no otorgará", "no se transferirán", "não serão", "ne sont pas transférées"."""
    last = one.last - one.first
    if last == 1 or (one.last < len(told.lower) and told.lower[one.last].endswith(future)):
        yield Mark(one.first, min(one.last + 1, len(told.lower)), "prohibition")
    elif told.lower[one.last - 1].endswith(future) or any(told.starts("be", place) for place in range(one.first, one.last)):
        yield Mark(one.first, one.last, "prohibition")


def _told_ahead(told: Told, heads: list[Mark]) -> list[Mark]:
    """Return what is done in the present ahead of a further norm: "Les données sont conservées ... et ne sont pas ..."."""
    for place in range(1, heads[0].first - 1):
        joined = any(told.starts("joiner", one) or told.texts[one] == ";" for one in range(place + 2, heads[0].first + 1))
        if (
            joined
            and told.starts("be", place)
            and _is_act(told, place + 1)
            and not _behind_relative(told, Mark(place, place, ""))
        ):
            return [Mark(place, place + 1, PRESENT)]
    return []


def _is_act(told: Told, place: int) -> bool:
    """Whether a word is the participle of an act that law knows: "conservées", "paid"."""
    acts = any(one.first == place for row in told.sentence.acts.values() for one in row)
    return acts and told.lower[place].endswith(tongue(told.lang).participle)


def _present(told: Told) -> list[Mark]:
    """Return the verb of a sentence that rules in the present: "le permis est délivré par le ministre", "the Board meets"."""
    roles, acts = told.sentence.roles, sorted(one for row in told.sentence.acts.values() for one in row)
    if commands := _commands(told):
        return commands
    agents = [one.last for one in told.of("agent") if told.starts("organs", one.last) or told.starts("persons", one.last)]
    named = bool(agents) or any(one.kind in ("subject", "by") for one in roles)
    for place in range(1, len(told.texts) - 1):
        done = told.lower[place + 1].endswith(tongue(told.lang).participle) if named else _is_act(told, place + 1)
        if told.starts("be", place) and done:
            return [] if told.starts("relative", place - 1) else [Mark(place, place + 1, PRESENT)]
    subject = next((one for one in roles if one.kind == "subject"), None)
    verbs = [one for one in acts if subject and 0 <= one.first - subject.last <= BEHIND_SUBJECT]
    if subject and verbs and any(told.starts("relative", place) for place in range(subject.first, verbs[0].first)):
        return []
    return [Mark(verbs[0].first, verbs[0].first + 1, PRESENT)] if verbs else []


def _commands(told: Told) -> list[Mark]:
    """Return the verbs with which a sentence commands in the present: "Le titulaire verse une redevance et tient un registre".

    The first stands behind a person or an organ that the sentence, or a part of it behind a comma, begins with; a further one
    right behind "and". What is told of somebody ("qui verse") or denied ("ne verse pas") commands nothing.
    """
    found: list[Mark] = []
    for one in told.of("command"):
        ahead = one.first - 1
        if ahead >= 0 and told.starts("reflexive", ahead):
            ahead -= 1
        if told.starts("joiner", ahead) if found else _has_subject(told, one.first):
            found.append(Mark(one.first, one.last, PRESENT))
    return found


def _has_subject(told: Told, verb: int) -> bool:
    """Whether a person or an organ stands ahead of a verb as its subject, with no relative, "not" or stop between them."""
    first = max((place + 1 for place in range(verb) if told.texts[place] in STRONG | {",", ")"}), default=0)
    first += next((place for place in range(verb - first) if told.texts[first + place][0].isalpha()), 0)
    if any(told.starts(name, place) for place in range(first, verb) for name in _NO_COMMAND):
        return False
    head = first + bool(told.starts("article", first)) + bool(told.starts("everyone", first))
    marks = [one for name in ("persons", "organs") for one in told.of(name)]
    marks += [one for name in ("who.party", "who.public", "who.private") for one in told.sentence.of(name)]
    named = any(first <= one.first < min(head + 2, verb) for one in marks)
    return named and not any(told.starts(name, first) for name in ("condition", "condition_led", "exception", "nobody"))


def _longest(found: Iterator[Mark]) -> list[Mark]:
    """Return the marks that no longer one overlaps, in order; "is a" gives way to every other."""
    rows = sorted(set(found), key=_weighed)
    kept: list[Mark] = []
    for one in rows:
        if not any(other.first < one.last and one.first < other.last for other in kept):
            kept.append(one)
    return sorted(kept)


def _weighed(one: Mark) -> tuple[bool, int, bool, int, bool, str]:
    return one.name == "being", one.first - one.last, one.name in _PLAIN, one.first, one.name == "condition", one.name


def _denied(told: Told, head: Mark) -> Mark:
    """Return a head with the "not" ahead of it: "no se pueden" forbids, "no están sujetas a" frees."""
    first = head.first - 1
    if first > 0 and told.starts("reflexive", first):
        first -= 1
    if head.name not in (*_NOT, *ADVICE) or first < 0 or not told.starts("negation", first):
        return head
    return Mark(first, head.last, _NOT.get(head.name, head.name))


def _recommends(told: Told, head: Mark) -> bool:
    """Whether words such as "should" recommend something to come: not "should the Minister refuse", nor "should have been".

    A law that reports what somebody holds ("advises that the officer ought to be removed") recommends nothing by itself.
    """
    if (told.lower[head.first] == "should" and _begins(told, head.first)) or told.starts("perfect", head.last):
        return False
    first = max((place + 1 for place in range(head.first) if told.texts[place] in STRONG), default=0)
    reported = (told.starts("relative", place) for place in range(first, head.first))
    return told.plan or head.name == "advised" or not any(reported)


def _behind_relative(told: Told, head: Mark) -> bool:
    """Whether a verb only tells of somebody: "who may", "qui doit"."""
    for place in range(head.first - 1, max(-1, head.first - 1 - BEHIND_RELATIVE), -1):
        if told.texts[place] in STRONG or told.texts[place] == ",":
            return False
        if told.starts("relative", place) and head.name != "nullity":
            return True
        if told.sentence.words[place].weight:
            return False
    return False


def _openers(told: Told, heads: list[Mark]) -> list[Mark]:
    """Return the words that open a stretch, the longest of overlapping ones, without those inside of a head."""
    names = STRETCHES + PLANNED if told.plan else STRETCHES
    found = [one for name in names for one in told.of(name) if name != "condition_led" or _begins(told, one.first)]
    taken = {place for one in told.sentence.quantities for place in range(one.base_first, one.base_last)}
    taken |= {place for head in heads for place in range(head.first, head.last)}
    for one in told.sentence.quantities:  # "até 90 dias": how much, and no condition
        limits = [*told.sentence.of("at_most"), *told.sentence.of("below"), *told.sentence.of("at_least")]
        taken |= {mark.first for mark in limits if one.first <= mark.last <= one.first + 1}
    if told.plan:  # "até 2030" is when, and no condition
        taken |= {place for one in told.sentence.quantities if one.scale == "date" for place in range(one.first, one.last)}
    return [one for one in _longest(iter(found)) if taken.isdisjoint(range(one.first, one.last))]


def _begins(told: Told, place: int) -> bool:
    """Whether a word stands at the head of a sentence or point, or behind a comma or a bracket."""
    return place in told.lines | {0} or told.texts[place - 1] in STRONG | {",", ")"} or bool(told.starts("joiner", place - 1))


def _stops(told: Told, first: int, last: int, signs: set[str]) -> list[int]:
    return [place for place in range(first, min(last, len(told.texts))) if told.texts[place] in signs]


def _stretch(told: Told, opener: Mark, heads: list[Mark], following: int) -> Stretch:
    """Return the stretch that an opener opens, and whether the verb that rules stands behind it."""
    kind = "condition" if opener.name in ("condition_led", *PLANNED) else opener.name
    strong = next(iter(_stops(told, opener.last, len(told.texts), STRONG)), len(told.texts))
    before = max(_stops(told, 0, opener.first, STRONG), default=-1)
    ahead = [one for one in heads if before < one.first < opener.first]
    behind = [one for one in heads if opener.last <= one.first < strong]
    commas = _stops(told, opener.last, strong, {","})
    if not ahead and behind:
        return Stretch(kind, opener.first, _leading_end(told, opener, behind, commas), True)
    if ahead and told.texts[opener.first - 1] == "," and opener.first - 1 - ahead[-1].last <= NEAR_HEAD and commas:
        return Stretch(kind, opener.first, commas[0])  # "shall, unless he objects, grant"
    turns = [place for place in commas if told.starts("joiner", place + 1) and any(one.first > place for one in behind)]
    last = min([strong, *turns, *([following] if following > opener.last else [])])
    while last > opener.last and (told.texts[last - 1] in {",", "("} or told.starts("joiner", last - 1)):
        last -= 1
    return Stretch(kind, opener.first, last)


def _leading_end(told: Told, opener: Mark, behind: list[Mark], commas: list[int]) -> int:
    """Return where a stretch ends that stands ahead of its verb: at the last comma before it, or before its subject."""
    ahead = [place for place in commas if place < behind[0].first]
    if ahead:
        return ahead[-1]
    later = [place for place in commas if any(one.first > place for one in behind)]
    if later:
        return later[0]
    articles = [place for place in range(opener.last + 1, behind[0].first) if told.starts("article", place)]
    return articles[-1] if articles else behind[0].first


def _ruling(told: Told, heads: list[Mark]) -> list[Mark]:
    """Return the heads without "is a" where the same clause rules otherwise."""
    found = []
    for one in heads:
        before = max(_stops(told, 0, one.first, STRONG), default=-1)
        after = next(iter(_stops(told, one.last, len(told.texts), STRONG)), len(told.texts))
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
    """Whether a word between "be" and its participle is an adverb or a word of grammar."""
    return not told.sentence.words[place].weight or told.lower[place].endswith("ly")
