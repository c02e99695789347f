"""How a sentence falls into norms: the words that set a modality, and the stretches of conditions, exceptions, provisos."""

from __future__ import annotations

from msgspec import Struct

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Mark
from ssc_drafter.check.structure.aims import infinitive
from ssc_drafter.check.structure.finite import PRESENT, finite
from ssc_drafter.check.structure.heads import (
    STRONG,
    begins,
    behind_condition,
    bracketed,
    longest,
    present,
    ruling,
    stops,
)
from ssc_drafter.check.structure.points import colon, points
from ssc_drafter.check.structure.told import Told, tongue
from ssc_drafter.check.structure.verbs import bare

STRETCHES = ("condition", "condition_led", "exception", "proviso", "deference")
NEAR_HEAD = 1
PARTICIPLE = 5  # letters of a participle that grammar words do not have
FIRST = 3  # words of the number of a unit ahead of "Provided that"
THAT = 4  # words from words of modality to "that"
_THAT = ("that", "que", "qu'", "whether", "cuál", "cuáles", "cómo", "qual", "quais", "quel", "quelle", "quels", "quelles")
_OWN_VERB = ("itself",)
_MADE = frozenset(
    ["made", "done", "held", "kept", "paid", "given", "taken", "put", "set", "sent", "shown"]
)  # English participles that weigh little
_ITS_OWN = {"já", "que", "quem", "onde", "ainda", "nunca"}  # Portuguese: ahead of "se" with a verb, which is no "if"
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
    heads = _beside(told, heads, aims) if aims else behind_condition(told, heads) if heads else _present(told)
    if not told.plan:
        heads = _without_told(told, _with_main(told, heads))
    found = _cut(told, heads)
    if not found.heads and not aims and not told.plan and (main := finite(told)):
        return _cut(told, main)  # what seemed to rule stands in a condition
    return found


def _present(told: Told) -> list[Mark]:
    """Return the verbs that rule in the present where no word of modality does; of a policy those of a command alone."""
    return present(told) if told.plan else finite(told) or present(told)


def _with_main(told: Told, heads: list[Mark]) -> list[Mark]:
    """Return the heads with the verb of the main clause, where the first of them only tells in a clause of that verb:
    "El reglamento establece los supuestos en que se requerirá"."""
    main = finite(told)[:1] if heads else []
    if not main or main[0].first >= heads[0].first or main[0].name == "being":
        return heads
    ends = stops(told, main[0].last, heads[0].first, STRONG)
    relative = any(told.starts("relative", place) for place in range(main[0].last, heads[0].first))
    if ends or not relative:
        return heads
    strong = next(iter(stops(told, main[0].last, len(told.texts), STRONG)), len(told.texts))
    return [*main, *(one for one in heads if one.first > strong)]


def _without_told(told: Told, heads: list[Mark]) -> list[Mark]:
    """Return the heads without those that only say what a verb is about: "shall ensure that the work does not affect"."""
    kept: list[Mark] = []
    for one in heads:
        last = kept[-1].last if kept else len(told.texts)
        that = [place for place in range(last, one.first) if told.lower[place] in _THAT and _about(told, place, last)]
        if not that or stops(told, that[0], one.first, STRONG | {","}):
            kept.append(one)
    return kept


def _about(told: Told, place: int, last: int) -> bool:
    """Whether "that" or "which" opens what a verb is about: near the words of modality, or right behind an infinitive."""
    return place < last + THAT or bool(tongue(told.lang).infinitive and infinitive(told, place - 1))


def _cut(told: Told, heads: list[Mark]) -> Cut:
    """Return the heads that stand in no stretch, and the stretches."""
    openers = _openers(told, heads)
    stretches: list[Stretch] = []
    for place, opener in enumerate(openers):
        if any(one.first <= opener.first < one.last for one in stretches):
            continue
        following = openers[place + 1].first if place + 1 < len(openers) else len(told.texts)
        stretches.append(_stretch(told, opener, heads, following))
    stretches = _with_points(told, stretches, heads)
    inside = {place for one in stretches for place in range(one.first, one.last)}
    kept = [one for one in heads if one.first not in inside or one.name == "nullity"]
    return Cut(tuple(_without_being(told, kept)), tuple(stretches))


def _with_points(told: Told, stretches: list[Stretch], heads: list[Mark]) -> list[Stretch]:
    """Return the stretches; one that ends in the colon ahead of a list of conditions goes on through its points."""
    listed = points(told)
    if not listed or told.plan:
        return stretches
    end = colon(told)
    ruled = any(one.first < end for one in heads)
    return [
        Stretch(one.kind, one.first, len(told.texts))
        if ruled and one.kind == "condition" and _to_colon(told, one, end)
        else one
        for one in stretches
    ]


def _to_colon(told: Told, one: Stretch, end: int) -> bool:
    """Whether a stretch runs up to a colon with nothing that begins anew: "if: (a)", "where processing is— (a)"."""
    return one.first < end <= one.last + 1 and not one.leading and "," not in told.texts[one.first : end]


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
    idle = {place for one in told.of("no_head") for place in range(one.first, one.last)}
    found = [one for one in found if one.first not in idle and not (one.first and told.starts("be", one.first - 1))]
    found = [one for one in found if not _reflexive(told, one.first)]
    taken = {place for one in told.sentence.quantities for place in range(one.base_first, one.base_last)}
    taken |= {place for head in heads for place in range(head.first, head.last)}
    for one in told.sentence.quantities:  # "até 90 dias": how much, and no condition
        limits = [*told.sentence.of("at_most"), *told.sentence.of("below"), *told.sentence.of("at_least")]
        taken |= {mark.first for mark in limits if one.first <= mark.last <= one.first + 1}
    if told.plan:  # "até 2030" is when, and no condition
        taken |= {place for one in told.sentence.quantities if one.scale == "date" for place in range(one.first, one.last)}
    return [one for one in longest(iter(found)) if taken.isdisjoint(range(one.first, one.last))]


def _reflexive(told: Told, place: int) -> bool:
    """Whether Portuguese "se" belongs to the verb behind it: "cuja produção já se houver completado", "que se declarem"."""
    return bool(place and told.lang == "pt" and told.lower[place] == "se" and told.lower[place - 1] in _ITS_OWN)


def _stretch(told: Told, opener: Mark, heads: list[Mark], following: int) -> Stretch:
    """Return the stretch that an opener opens, and whether the verb that rules stands behind it."""
    kind = "condition" if opener.name in ("condition_led", *PLANNED) else opener.name
    strong = next(iter(stops(told, opener.last, len(told.texts), STRONG)), len(told.texts))
    before = max(stops(told, 0, opener.first, STRONG), default=-1)
    ahead = [one for one in heads if before < one.first < opener.first]
    behind = [one for one in heads if opener.last <= one.first < strong]
    commas = [place for place in stops(told, opener.last, strong, {","}) if not bracketed(told, opener.last, place)]
    if not ahead and behind and kind == "proviso" and told.lang == "en" and not told.plan and opener.first <= FIRST:
        return Stretch(kind, opener.first, opener.last, True)  # "Provided that the salaries, allowances ... shall not"
    if not ahead and behind:
        end = _leading_end(told, opener, behind, commas)
        parted = opener.last < following < end and told.starts("joiner", following - 1)  # "subject to this Act, and so far as"
        return Stretch(kind, opener.first, _closed(told, opener, following) if parted else end, True)
    ends = [place for place in commas if behind and place < behind[0].first]
    if ahead and ends and opener.first and _joined(told, opener.first) and not told.plan:
        return Stretch(kind, opener.first, ends[0], True)  # "and in the absence of the chairperson, a member shall preside"
    between = told.texts[ahead[-1].last : opener.first] if ahead else ("",)
    if not told.plan and between in ((), (",",)):
        verb = bare(told, opener.last, strong)
        if verb is not None:  # "shall in accordance with this Act appoint", "shall, upon collection, be deposited"
            while told.starts("negation", verb - 1):
                verb -= 1
            ends = [place for place in commas if place < verb]
            return Stretch(kind, opener.first, _closed(told, opener, ends[-1] if ends and ends[-1] == verb - 1 else verb))
    if ahead and told.texts[opener.first - 1] == "," and opener.first - 1 - ahead[-1].last <= NEAR_HEAD and commas:
        return Stretch(kind, opener.first, commas[0])  # "shall, unless he objects, grant"
    turns = [place for place in commas if told.starts("joiner", place + 1) and any(one.first > place for one in behind)]
    turns += [
        place for place in range(opener.last, strong) if told.starts("joiner", place) and _head_at(told, place + 1, behind)
    ]
    turns += [
        place
        for place in commas
        if any(one.first == place + 1 for one in behind) and told.lower[place + 1] in tongue(told.lang).aside
    ]
    if ahead and told.lang == "en" and not told.plan and bare(told, ahead[-1].last, opener.first) is None:
        turns += [
            place for place in commas if bare(told, place + 1, place + 2) is not None
        ]  # "may, subject to this Act, borrow"
    last = min([strong, *turns, *([following] if following > opener.last else [])])
    return Stretch(kind, opener.first, _closed(told, opener, last))


def _joined(told: Told, place: int) -> bool:
    """Whether "and" stands ahead of a word, with or without a comma: "and, in case of reform,"."""
    return bool(told.starts("joiner", place - 1)) or (told.texts[place - 1] == "," and bool(told.starts("joiner", place - 2)))


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
    if len(ahead) > 1 and ahead[-1] == behind[0].first - 1:
        return ahead[-3] if len(ahead) > 2 else ahead[-2]  # "Salvo acuerdo, toda parte, sin dar aviso, podrá"
    if ahead:
        return ahead[-1]
    later = [place for place in commas if any(one.first > place for one in behind)]
    if later and opener.name != "deference" and not (told.plan is False and behind[0].name in _OWN_VERB):
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
            while behind < len(told.texts) - 1 and _beside_verb(told, behind) and not _done(told, behind):
                behind += 1
            return told.lower[behind].endswith(tongue(told.lang).participle)
    return False


def _done(told: Told, place: int) -> bool:
    """Whether a word of little weight is a participle all the same: "será considerada", "être rendues", "are used"."""
    text = told.lower[place]
    ends = tongue(told.lang).participle if told.lang != "en" else ("ed",)
    if told.lang == "en" and text in _MADE:
        return True
    return len(text) > PARTICIPLE - (told.lang == "en") and text.endswith(ends) and not told.starts("adverb", place)


def _beside_verb(told: Told, place: int) -> bool:
    """Whether a word between "be" and its participle is an adverb or a word of grammar: no preposition, no article."""
    led = told.sentence.words[place].stem in law.names(told.lang).ahead or told.starts("article", place)
    if led and place + 1 < len(told.texts) and told.texts[place - 1] != ",":
        return False
    return bool(told.starts("adverb", place)) or not told.sentence.words[place].weight or told.lower[place].endswith("ly")
