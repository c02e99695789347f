"""Who acts in a sentence: the subject of its verb, the one behind "by", the one to whom a power belongs; in four languages."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check import law
from ssc_drafter.check.norms.demands import bodies_of
from ssc_drafter.check.norms.reading import Mark, Role, Word

SUBJECT = 12  # words within which a sentence names its subject
PHRASE = 8  # words that the name of a body may be long
_STOPS = {",", ";", ":", ".", "(", ")"}
_MODALS = ("duty", "permission", "prohibition", "soft")
Marks = dict[str, tuple[Mark, ...]]


def roles(words: tuple[Word, ...], marks: Marks, classes: Marks, acts: Marks, lang: str) -> tuple[Role, ...]:
    """Return those who act in a sentence, each with the words of its name and the kinds of body that it is."""
    bodies = bodies_of(classes)
    by = law.names(lang)
    found = [*_behind(words, marks, bodies, acts, by), *_subjects(words, marks, bodies, acts, by)]
    return tuple(sorted(found, key=lambda one: one.first))


def name_of(words: tuple[Word, ...], first: int, last: int, by: law.Names) -> int:
    """Return where the name of a body ends that begins at `first` and goes at least to `last`: "Minister of Finance"."""
    end = last
    while end < min(len(words), first + PHRASE):
        word, behind = words[end], words[end + 1].stem if end + 1 < len(words) else "."
        joins = word.stem in by.join and behind not in _STOPS | by.relative
        if not joins and not (word.weight and (word.capital or words[end - 1].stem in by.join)):
            break
        end += 1
    while end > last and words[end - 1].stem in by.join:
        end -= 1
    return end


def _role(kind: str, words: tuple[Word, ...], first: int, last: int, marks: Marks, bodies: list[Mark]) -> Role:
    inside = frozenset(mark.name for mark in bodies if first <= mark.first < last)
    sole = any(first - 4 <= mark.first <= last + 1 for mark in marks.get("exclusive", ()))
    return Role(kind, first, last, inside, sole)  # type: ignore[arg-type]


def _behind(words: tuple[Word, ...], marks: Marks, bodies: list[Mark], acts: Marks, by: law.Names) -> Iterator[Role]:
    """Yield those named behind "by" and behind "belongs to"."""
    other = {mark.first for name in ("power", "law_noun", "step") for mark in marks.get(name, ())}
    other |= {mark.first for places in acts.values() for mark in places}
    for kind, heads in (("by", marks.get("agent", ())), ("belongs", marks.get("belongs", ()))):
        for head in heads:
            first = head.last
            while first < min(len(words), head.last + 2) and not words[first].weight and words[first].stem not in _STOPS:
                first += 1
            near = [mark for mark in bodies if head.last <= mark.first <= head.last + 3]
            if near:
                ends = max(mark.last for mark in near if mark.first <= near[0].last)
                yield _role(kind, words, first, name_of(words, first, max(ends, first + 1), by), marks, bodies)
            elif first < len(words) and words[first].weight >= 1.0 and first not in other:
                yield _role(kind, words, first, name_of(words, first, first + 1, by), marks, bodies)


def _subjects(words: tuple[Word, ...], marks: Marks, bodies: list[Mark], acts: Marks, by: law.Names) -> Iterator[Role]:
    """Yield the body that is the subject: it stands first, ahead of the verb, and behind no preposition."""
    verb = min((mark.first for name in _MODALS for mark in marks.get(name, ()) if mark.first), default=len(words))
    for mark in bodies:
        if mark.first >= min(verb, SUBJECT):
            return
        if _governed(words, mark.first, by):
            continue
        end = name_of(words, mark.first, max(one.last for one in bodies if mark.first <= one.first <= mark.last), by)
        done = any(end <= act.first <= end + 8 for places in acts.values() for act in places)
        if done or verb <= end + 4:
            yield _role("subject", words, mark.first, end, marks, bodies)
            return


def _governed(words: tuple[Word, ...], place: int, by: law.Names) -> bool:
    """Whether a preposition stands ahead of a name: "the accounts of the Ministry"."""
    before = [word.stem for word in words[max(0, place - 3) : place]]
    while before and (before[-1] in by.articles or words[place - 1].capital) and before[-1] not in by.ahead:
        place -= 1
        before.pop()
    return bool(before) and before[-1] in by.ahead
