"""The words by which a sentence rules: words of modality, futures and denials, verbs in the present; and what only looks so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Mark
from ssc_drafter.check.structure.finite import PRESENT
from ssc_drafter.check.structure.relatives import behind_led_relative, behind_relative
from ssc_drafter.check.structure.told import HEADS, Told, tongue

STRONG = {";", ":", ".", "—"}
PENALTY = 16  # words from "shall" to "liable"
NEAR_PENALTY = 8  # words from "liable" to the penalty
_LIABLE = {"liable", "punishable", "guilty", "punished"}
_PENALTIES = {"imprisonment", "fine", "offence", "penalty", "imprisoned", "crime", "punishment"}
LEAST = 4  # letters of a verb in the future
BEHIND_AS = 6  # words between "as" and its verb: "as the Minister may"
AS = ("as", "than")
_NOT = {
    "permission": "prohibition",
    "let": "prohibition",
    "itself": "prohibition",
    "duty": "exemption",
}  # what a "not" ahead of a verb makes of it
_PLAIN = ("duty", "prohibition", "itself")  # give way to what says more in the same words: "prevalecerá", "poder-se-á"
BEHIND_SUBJECT = 2  # words from a subject to its verb
_MESOCLISIS = re.compile(r"\w[rz]?-(?:se|lhe|lhes|l[ao]s?|[ao]s?)-(?:á|ão|ia|iam)$")
_BARE = {"be", "been", "être", "été", "ser", "sido"}  # forms of "be" that rule nothing alone: "seed to be prescribed"
_QUOTES = {'"', "'", "«", "»", "“", "”", "„"}
_TERMS = {"terme", "termes", "expression", "expressions", "mot", "mots", "sigle"}  # ahead of what is defined, not named
_NO_COMMAND = ("relative", "negation", "be", "condition")
ADVICE = ("recommendation", "advised")  # what should be done, of whatever text
INTENDS = "intends"  # of policies alone: with what somebody says that it sets itself an aim


def ruling(told: Told) -> list[Mark]:
    """Return the words of modality of a sentence that rule in it, in order; of a law also a present ahead of them."""
    heads = [_named(told, _penal(told, _denied(told, one))) for one in longest(_candidates(told)) if not _tells_of(told, one)]
    heads = [one for one in heads if one.name not in ADVICE or _recommends(told, one)]
    heads = [one for one in heads if not (told.plan and (one.name == "being" or told.starts("no_rule", one.first)))]
    return [*told_ahead(told, heads), *heads] if heads and not told.plan else heads


def _named(told: Told, head: Mark) -> Mark:
    """Return "désigne" as a command where an organ or a person names somebody by it: "Le ministre désigne un point focal"."""
    if head.name != "definition" or told.starts("command", head.first) != head.last - head.first:
        return head
    first = max((place + 1 for place in range(head.first) if told.texts[place] in STRONG | {","}), default=0)
    term = any(text in _QUOTES or text in _TERMS for text in told.lower[first : head.first])
    names = not term and told.starts("article", first) and _has_subject(told, head.first)
    return Mark(head.first, head.last, PRESENT) if names else head


def _penal(told: Told, head: Mark) -> Mark:
    """Return "shall" as words of a penalty where one follows: "shall, on conviction by a court, be liable to imprisonment"."""
    if told.lang != "en" or told.lower[head.last - 1] != "shall" or told.plan:
        return head
    for place in range(head.last, min(head.last + PENALTY, len(told.texts) - 2)):
        if told.texts[place] in STRONG:
            break
        if told.lower[place] in _LIABLE and told.lower[place - 1] in ("be", "liable"):
            near = told.lower[place : place + NEAR_PENALTY]
            return Mark(head.first, place + 1, "penal") if any(word in _PENALTIES for word in near) else head
    return head


def _candidates(told: Told) -> Iterator[Mark]:
    for name in (*HEADS, INTENDS) if told.plan else HEADS:
        yield from told.of(name)
    for place, text in enumerate(told.lower):
        if told.lang == "pt" and _MESOCLISIS.search(text):  # "proceder-se-á ao sorteio"
            denied = place and told.starts("negation", place - 1)
            yield Mark(place - bool(denied), place + 1, "prohibition" if denied else "itself")
    texts = told.sentence
    yield from _softly(told)
    yield from _asides(told)
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


def _softly(told: Told) -> Iterator[Mark]:
    """Yield futures that the comparison takes for other words ("promoverá", "garantizarán"): people want to see them."""
    by = law.words(told.lang).verbs
    for place, text in enumerate(told.lower):
        if not by.future or len(text) < LEAST or not text.endswith(by.future):
            continue
        if not told.texts[place].islower() and not _first(told, place):
            continue
        if text not in by.not_verbs and not (place and told.lower[place - 1] in by.denials):
            yield Mark(place, place + 1, "duty")


def _first(told: Told, place: int) -> bool:
    """Whether a word is the first of its sentence or line, behind numbers and signs: "Prestará contas qualquer pessoa"."""
    ahead = told.texts[max((one for one in told.lines if one <= place), default=0) : place]
    return place + 2 < len(told.texts) and not any(len(text) > len("art.") and text.isalpha() for text in ahead[-4:])


def _asides(told: Told) -> Iterator[Mark]:
    """Yield participles that rule behind a comma: ", vedada a inserção", ", pudiendo el juez"."""
    by = tongue(told.lang).aside
    for place in range(2, len(told.texts) - 1):
        if told.texts[place - 1] != "," and not (told.starts("joiner", place - 1) and told.texts[place - 2] == ","):
            continue
        for length in (2, 1):
            if name := by.get(" ".join(told.lower[place : place + length])):
                yield Mark(place, place + length, name)
                break


def _denials(told: Told, one: Mark, future: tuple[str, ...]) -> Iterator[Mark]:
    """Yield the bans that a denial makes: "no otorgará", "no se transferirán", "não serão", "ne sont pas transférées"."""
    last = one.last - one.first
    if last == 1 or (one.last < len(told.lower) and told.lower[one.last].endswith(future)):
        yield Mark(one.first, min(one.last + 1, len(told.lower)), "prohibition")
    elif told.lower[one.last - 1].endswith(future) or any(told.starts("be", place) for place in range(one.first, one.last)):
        yield Mark(one.first, one.last, "prohibition")


def told_ahead(told: Told, heads: list[Mark]) -> list[Mark]:
    """Return what is done in the present ahead of a further norm: "Les données sont conservées ... et ne sont pas ..."."""
    for place in range(1, heads[0].first - 1):
        joined = any(told.starts("joiner", one) or told.texts[one] == ";" for one in range(place + 2, heads[0].first + 1))
        if (
            joined
            and told.starts("be", place)
            and _is_act(told, place + 1)
            and not behind_relative(told, Mark(place, place, ""))
        ):
            return [Mark(place, place + 1, PRESENT)]
    return []


def behind_condition(told: Told, heads: list[Mark]) -> list[Mark]:
    """Return the heads; where all stand in a condition that opens the sentence, the present behind its comma instead:
    "Lorsque les données ne sont pas collectées ..., les informations sont transmises"."""
    marks = [*told.of("condition"), *told.of("condition_led")]
    opens = [one for one in marks if one.first < heads[0].first and begins(told, one.first)]
    strong = [place for place in stops(told, 0, heads[0].first, STRONG) if opens and place > opens[0].first]
    if not opens or strong or any(told.starts("relative", place) for place in range(opens[0].last, heads[0].first)):
        return heads
    ends = [place for place in stops(told, heads[0].last, len(told.texts), {","}) if not bracketed(told, heads[0].last, place)]
    ahead = stops(told, opens[0].last, heads[0].first, {","})
    if not ends or (ahead and heads[0].name != PRESENT) or heads[-1].first > ends[0]:
        return heads
    for place in range(ends[0] + 2, len(told.texts) - 1):
        if told.texts[place] in STRONG:
            break
        done = told.lower[place + 1].endswith(tongue(told.lang).participle)
        if told.starts("be", place) and done and not behind_relative(told, Mark(place, place, "")):
            return [Mark(place, place + 1, PRESENT)]
    return heads


def _is_act(told: Told, place: int) -> bool:
    """Whether a word is the participle of an act that law knows: "conservées", "paid"."""
    acts = any(one.first == place for row in told.sentence.acts.values() for one in row)
    return acts and told.lower[place].endswith(tongue(told.lang).participle)


def present(told: Told) -> list[Mark]:
    """Return the verb of a sentence that rules in the present: "le permis est délivré par le ministre", "the Board meets"."""
    roles, acts = told.sentence.roles, sorted(one for row in told.sentence.acts.values() for one in row)
    if commands := _commands(told):
        return commands
    agents = [one.last for one in told.of("agent") if told.starts("organs", one.last) or told.starts("persons", one.last)]
    named = bool(agents) or any(one.kind in ("subject", "by") for one in roles)
    for place in range(1, len(told.texts) - 1):
        done = told.lower[place + 1].endswith(tongue(told.lang).participle) if named else _is_act(told, place + 1)
        if told.starts("be", place) and done and told.lower[place] not in _BARE:
            tells = told.starts("relative", place - 1) or behind_relative(told, Mark(place, place, ""))
            return [] if tells else [Mark(place, place + 1, PRESENT)]
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
    first = max([first, *(place for place in told.lines if place < verb)])
    first += next((place for place in range(verb - first) if told.texts[first + place][0].isalpha()), 0)
    if any(told.starts(name, place) for place in range(first, verb) for name in _NO_COMMAND):
        return False
    head = first + bool(told.starts("article", first)) + bool(told.starts("everyone", first))
    marks = [one for name in ("persons", "organs") for one in told.of(name)]
    marks += [one for name in ("who.party", "who.public", "who.private") for one in told.sentence.of(name)]
    named = any(first <= one.first < min(head + 2, verb) for one in marks)
    return named and not any(told.starts(name, first) for name in ("condition", "condition_led", "exception", "nobody"))


def longest(found: Iterator[Mark]) -> list[Mark]:
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
    if (told.lower[head.first] == "should" and begins(told, head.first)) or told.starts("perfect", head.last):
        return False
    first = max((place + 1 for place in range(head.first) if told.texts[place] in STRONG), default=0)
    reported = (told.starts("relative", place) for place in range(first, head.first))
    return told.plan or head.name == "advised" or not any(reported)


def _tells_of(told: Told, head: Mark) -> bool:
    """Whether words of modality rule nothing here: of somebody ("who may"), of manner ("as it may deem fit"), a month."""
    inside = any(one.first < head.last and head.first < one.last for one in told.of("no_head"))
    month = told.texts[head.first] == "May" and not begins(told, head.first)
    ahead = range(max(0, head.first - BEHIND_AS), head.first)
    stops = [place for place in ahead if told.texts[place] in STRONG | {","} or told.starts("joiner", place)]
    manner = told.lang == "en" and any(told.lower[one] in AS for one in ahead if one > max(stops, default=-1))
    return inside or month or manner or behind_relative(told, head) or behind_led_relative(told, head)


def begins(told: Told, place: int) -> bool:
    """Whether a word stands at the head of a sentence or point, or behind a comma or a bracket."""
    return place in told.lines | {0} or told.texts[place - 1] in STRONG | {",", ")"} or bool(told.starts("joiner", place - 1))


def bracketed(told: Told, first: int, place: int) -> bool:
    """Whether a place stands in brackets that open behind another."""
    ahead = told.texts[first:place]
    return ahead.count("(") > ahead.count(")")


def stops(told: Told, first: int, last: int, signs: set[str]) -> list[int]:
    return [place for place in range(first, min(last, len(told.texts))) if told.texts[place] in signs]
