"""Who does what: the acts that a text gives to organs and others (law/organs.toml), each with its holder and its object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec
from msgspec import Struct

from ssc_drafter.check import law
from ssc_drafter.check.kinds.actors import Holder, acts_of, hangs, holders, led_by, made, other_acts, plain, unbroken
from ssc_drafter.check.kinds.runs import Zones, after, before_of, between, joined, listed, opening_a_list, run
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence, remembered

Tie = Literal["by", "belongs", "charged", "subject"]
BEHIND = 14  # words between an act and "by"
HOLDER = 5  # words between a tie and the name of its holder
SUBJECT = 25  # words between a subject and its act
POINT = 4  # words from its start within which a point of a list names its act
MADE = 6  # words between "shall be set up" and what for: "a committee shall be set up to coordinate"
MODAL = 2  # words between "shall" and its verb
OR = {"en": {"or"}, "fr": {"ou"}, "es": {"o", "u"}, "pt": {"ou"}}
_MODALS = ("duty", "permission", "prohibition")
NAMES_ORGANS = {"act.appoint", "act.dismiss", "act.coordinate", "act.advise"}  # what they are done to may be an organ
_IS = {"as", "comm", "com", "is", "are", "be", "est", "sont", "es", "son", "sera", "e", "sao"}


class Task(Struct, frozen=True):
    """An act of a family with the one who does it, how the text ties both, and the words of what it is done to."""

    sentence: Sentence
    family: str
    act: Mark
    holder: Holder
    home: Sentence  # where the holder is named
    tie: Tie
    sole: bool  # no other may
    objects: tuple[tuple[int, ...], ...]  # of a list, its points are told apart


@remembered
def tasks(reading: Reading) -> list[Task]:
    """Return all that a text gives to somebody to do."""
    found: list[Task] = []
    lead: tuple[Holder, Sentence] | None = None  # who does what the points of a list name
    before: Sentence | None = None
    for sentence in reading.sentences:
        if not acts_of(sentence):
            before, lead = sentence, opening_a_list(sentence, reading.lang) or lead
            continue
        mine = list(_of_sentence(sentence, reading.lang))
        if not mine or (lead and point_of_list(sentence) and acts_of(sentence)[0].first <= POINT):
            stands = _stands_for(sentence, before, reading) or (lead if point_of_list(sentence) else None)
            mine = list(_led(sentence, *stands)) if stands else mine
        elif mine[0].tie in ("charged", "subject", "belongs"):
            lead = (mine[0].holder, mine[0].home)
        lead = opening_a_list(sentence, reading.lang) or lead
        found += mine
        before = sentence
    return found


def point_of_list(sentence: Sentence) -> bool:
    """Whether a sentence begins as a point of a list does: with a number, a letter or a dash."""
    word = sentence.words[0].stem
    return word in ("(", "-") or len(word) <= 2 or word[0].isdigit()


def _stands_for(sentence: Sentence, before: Sentence | None, reading: Reading) -> tuple[Holder, Sentence] | None:
    """Return whom the pronoun at the head of a sentence means: the last named, the body just created, or the first named."""
    named = holders(before, reading.lang) if before else []
    if before and named and any(mark.first < 3 for mark in sentence.of("who.latter")):
        return named[-1], before
    if not any(mark.first < 3 for mark in sentence.of("who.pronoun")):
        return None
    created = [(one, home) for home, one in made(reading) if home.start < sentence.start]
    if created:
        return created[-1]
    return (named[0], before) if named and before else None


def _led(sentence: Sentence, holder: Holder, home: Sentence) -> Iterator[Task]:
    for act in run(sentence, 0, len(sentence.words)):
        yield _task(sentence, act, holder, "subject", after(sentence, act, holder), home)


def _task(sentence: Sentence, act: Mark, holder: Holder, tie: Tie, zones: Zones, home: Sentence | None = None) -> Task:
    home = home or sentence
    sole = any(-5 <= mark.first - holder.last <= 4 for mark in home.of("exclusive") if abs(mark.first - holder.first) <= 8)
    return Task(sentence, act.name.removeprefix("act."), act, holder, home, tie, sole, zones)


def _of_sentence(sentence: Sentence, lang: str) -> Iterator[Task]:
    named = holders(sentence, lang)
    done: set[Mark] = set()
    active = list(_active(sentence, named, lang))
    done_by = {one.act for one in active if not any(0 <= one.act.first - two.last <= MODAL for two in sentence.of("being"))}
    passive = [one for one in _passive(sentence, named) if one.holder.kinds != {"instrument"} or one.act not in done_by]
    for found in (*passive, *_belonging(sentence, named), *_charged(sentence, named, lang)):
        if found.act not in done:
            done.add(found.act)
            yield found
    for found in active:
        if found.act not in done:
            done.add(found.act)
            yield found


def _passive(sentence: Sentence, named: list[Holder]) -> Iterator[Task]:
    """Yield what is done "by" somebody, or by an instrument that only an organ can make ("by decree")."""
    acts = acts_of(sentence)
    ends = [(mark.first, _maker(sentence, mark, named)) for mark in sentence.of("who.instrument")]
    taken = {first for first, _ in ends}
    for agent in (*sentence.of("tie.decision"), *sentence.of("agent")):
        holder = next((one for one in named if one.first >= agent.last - 1 and led_by(sentence, agent, one)), None)
        if holder and agent.first not in taken:
            ends.append((agent.first, holder))
    for at, holder in ends:
        other = max((one.first for one in other_acts(sentence) if at - 2 <= one.last <= at), default=-1)
        ahead = [act for act in acts if act.first < at and at - act.last <= BEHIND and unbroken(sentence, act.first, at)]
        ahead = [act for act in ahead if act.last > other]  # "guarantee the discharge by a corporation of its debts"
        for place, act in enumerate(reversed(ahead)):
            if place and not (ahead[-place].first - act.last <= 3 and joined(sentence, act, ahead[-place])):
                break
            yield _task(sentence, act, holder, "by", before_of(sentence, act, at))


@remembered
def unnamed(reading: Reading) -> list[Task]:
    """Return what is done "by" an organ though no family of acts has the verb: "loans are raised by the Minister"."""
    found = []
    for sentence in reading.sentences:
        known = acts_of(sentence)
        for agent in sentence.of("agent"):
            holder = next(
                (
                    one
                    for one in holders(sentence, reading.lang)
                    if one.first >= agent.last - 1 and led_by(sentence, agent, one)
                ),
                None,
            )
            verb = next(
                (at for at in range(agent.first - 1, agent.first - 3, -1) if at > 1 and sentence.words[at].weight), None
            )
            if (
                holder
                and verb
                and plain(sentence, verb, agent.first)
                and not any(one.first <= verb < one.last for one in known)
            ):
                act = Mark(verb, verb + 1, f"act.={sentence.words[verb].stem}")
                found.append(_task(sentence, act, holder, "by", before_of(sentence, act, agent.first)))
    return found


def doings(reading: Reading, stem: str) -> list[Task]:
    """Return who does in a text what a verb says that no family of acts has."""
    found = []
    for sentence in reading.sentences:
        if stem not in sentence.stems:
            continue
        named = holders(sentence, reading.lang)
        for place, word in enumerate(sentence.words):
            if word.stem == stem:
                found += _done(sentence, Mark(place, place + 1, f"act.={stem}"), named, reading.lang)
    return found


def _done(sentence: Sentence, act: Mark, named: list[Holder], lang: str) -> list[Task]:
    """Return who does an act: the one behind "by", else the subject ahead of it."""
    for agent in (*sentence.of("tie.decision"), *sentence.of("agent")):
        near = 0 <= agent.first - act.last <= 3 and unbroken(sentence, act.last, agent.first)
        led = (one for one in named if one.first >= agent.last - 1 and led_by(sentence, agent, one))
        if near and (holder := next(led, None)):
            return [_task(sentence, act, holder, "by", before_of(sentence, act, agent.first))]
    free = [one for one in named if 0 <= act.first - one.last <= MODAL + 4 and not hangs(sentence, one, lang)]
    return [
        _task(sentence, act, one, "subject", after(sentence, act, one))
        for one in free[-1:]
        if plain(sentence, one.last, act.first)
    ]


def _maker(sentence: Sentence, mark: Mark, named: list[Holder]) -> Holder:
    """Return who makes an instrument ("by order of the Minister"), or the instrument itself where nobody is named."""
    behind = next((one for one in named if 0 < one.first - mark.last <= 3 and unbroken(sentence, mark.last, one.first)), None)
    between = range(mark.last, behind.first) if behind else ()
    if behind and len(between) <= 3 and not any(sentence.words[place].stem in ("or", "ou") for place in between):
        return msgspec.structs.replace(behind, kinds=behind.kinds | {"instrument"})
    return Holder(mark.first, mark.last, mark.first, frozenset({"instrument"}), frozenset())


def _belonging(sentence: Sentence, named: list[Holder]) -> Iterator[Task]:
    """Yield what belongs to somebody: "la fixation des tarifs relève du ministre", "compete ao Senado aprovar"."""
    for tie in (*sentence.of("belongs"), *sentence.of("tie.belongs")):
        holder = next((one for one in named if tie.first < one.head <= tie.last + HOLDER), None)
        if holder is None:
            continue
        behind = list(run(sentence, holder.last, len(sentence.words)))
        listed = any(word.stem in (":", "-") for word in sentence.words[holder.last : holder.last + 3])
        if behind and (behind[0].first - holder.last <= 8 or listed):
            for act in behind:
                yield _task(sentence, act, holder, "belongs", after(sentence, act, holder))
            continue
        for act in acts_of(sentence):
            if act.last <= tie.first and unbroken(sentence, act.first, tie.first):
                yield _task(sentence, act, holder, "belongs", between(sentence, act, tie.first))


def _charged(sentence: Sentence, named: list[Holder], lang: str) -> Iterator[Task]:
    """Yield what somebody is charged with: "the functions of the Council are to", "une commission chargée de"."""
    for tie in sentence.of("tie.charged"):
        ahead = [one for one in named if one.last <= tie.first + 1 and not hangs(sentence, one, lang)]
        behind = [one for one in named if tie.first <= one.head <= tie.last + 2]
        functions = (
            behind[:1]
            if any(
                word.stem in ("func", "funct", "function", "fonct", "atribu", "attribu")
                for word in sentence.words[tie.first : tie.last]
            )
            else []
        )
        beside = [one for one in named if 0 <= tie.first - one.last <= 1]  # "remis à l'Institut, chargé de"
        if len(ahead) > 1 and _predicate(sentence, ahead[-1], lang):
            beside = [one for one in beside if one != ahead[-1]]
            ahead.pop()
        holder = next(iter((*functions, *beside, *ahead[-1:])), None)
        if holder is None:
            continue
        start = max(tie.last, holder.last) if functions else tie.first
        for place, act in enumerate(run(sentence, start, len(sentence.words))):
            if not place and act.first - start > HOLDER + 8:
                break
            yield _task(sentence, act, holder, "charged", after(sentence, act, holder))


def _predicate(sentence: Sentence, holder: Holder, lang: str) -> bool:
    """Whether a name is what another is said to be: "the Commission is the national authority for"."""
    place, articles = holder.first, law.names(lang).articles
    while place > max(0, holder.first - 4) and (sentence.words[place - 1].stem in articles or sentence.words[place - 1].weight):
        place -= 1
    return place > 0 and sentence.words[place - 1].stem in _IS


def _active(sentence: Sentence, named: list[Holder], lang: str) -> Iterator[Task]:
    """Yield what the subject of a sentence does."""
    free = [one for one in named if not hangs(sentence, one, lang)]
    for holder in named:  # "an account that the Director has opened"
        for act in acts_of(sentence):
            if act.first < holder.first and holder.last < act.last:
                yield _task(sentence, act, holder, "subject", after(sentence, act, holder))
    yield from _inverted(sentence, free, lang)
    for place, holder in enumerate(free):
        end = free[place + 1].first if place + 1 < len(free) else len(sentence.words)
        modal = next((mark for name in _MODALS for mark in sentence.of(name) if 0 <= mark.first - holder.last <= SUBJECT), None)
        acts = list(run(sentence, holder.last, len(sentence.words)))
        if not acts or acts[0].first >= end or acts[0].first - holder.last > SUBJECT:
            continue
        if modal and modal.last <= acts[0].first and not _verb_of(sentence, modal, acts[0]):
            continue
        for act in acts:
            if not _asked_for(sentence, act, holder):
                yield _task(sentence, act, holder, "subject", after(sentence, act, holder))


def _verb_of(sentence: Sentence, modal: Mark, act: Mark) -> bool:
    """Whether an act is the verb of "shall": right behind it, behind what commas set apart, or first in a point of a list."""
    apart = (
        modal.last < len(sentence.words)
        and sentence.words[modal.last].stem == ","
        and sentence.words[act.first - 1].stem == ","
    )
    made_for = any(modal.first < mark.last <= act.first <= mark.last + MADE for mark in sentence.of("tie.creates"))
    return apart or made_for or act.first - modal.last <= MODAL or listed(sentence, act)


def _asked_for(sentence: Sentence, act: Mark, holder: Holder) -> bool:
    """Whether the subject only obtains, holds or waits for what the act gives: "shall obtain the authorisation"."""
    return any(
        mark.first >= holder.last and 0 <= act.first - mark.last <= 3 and plain(sentence, mark.last, act.first)
        for mark in sentence.of("tie.obtains")
    )


def _inverted(sentence: Sentence, free: list[Holder], lang: str) -> Iterator[Task]:
    """Yield what one does whose name stands right behind the verb: "los aprueba el Concejo"."""
    if lang not in ("es", "pt"):
        return
    for act in acts_of(sentence):
        holder = next((one for one in free if 1 <= one.first - act.last <= 2), None)
        articles = law.names(lang).articles | {"unica"}
        if (
            holder
            and act.name not in NAMES_ORGANS
            and all(word.stem in articles for word in sentence.words[act.last : holder.first])
        ):
            yield _task(sentence, act, holder, "subject", before_of(sentence, act, holder.last))
