"""Who acts in a sentence: the subject of its verb, the one behind "by", the one to whom a power belongs; in four languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ssc_drafter.check import law
from ssc_drafter.check.norms.demands import bodies_of
from ssc_drafter.check.norms.reading import Mark, Role, Word

SUBJECT = 12  # words within which a sentence names its subject
SOLE = 8  # words within which "only" rules the one behind "by": "only may be made by"
RIGHT = 5  # words between a subject and the right that it alone has
LONG = 4  # letters from which on a word without weight is the name of whoever it may be
PHRASE = 8  # words that the name of a body may be long
_STOPS = {",", ";", ":", ".", "(", ")"}
_MODALS = ("duty", "permission", "prohibition", "soft")
Marks = dict[str, tuple[Mark, ...]]


def roles(
    words: tuple[Word, ...], texts: Sequence[str], marks: Marks, classes: Marks, acts: Marks, lang: str
) -> tuple[Role, ...]:
    """Return those who act in a sentence, each with the words of its name and the kinds of body that it is."""
    bodies = bodies_of(classes)
    by = law.names(lang)
    found = list(_behind(words, texts, marks, bodies, acts, by))
    if not _without_subject(texts, by):
        found += _subjects(words, marks, bodies, acts, by)
    found += _whoever(words, texts, marks, by)
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
    ahead = SOLE if kind == "by" else 4
    sole = any(first - ahead <= mark.first <= last + 1 for mark in marks.get("exclusive", ()))
    sole = sole or (kind == "subject" and _alone(words, last, marks))
    return Role(kind, first, last, inside, sole)  # type: ignore[arg-type]


def _alone(words: tuple[Word, ...], last: int, marks: Marks) -> bool:
    """Whether a subject has a power for itself: "the Bank shall have the sole right to"; "shall only" says how it acts."""
    modal = {place for name in _MODALS for mark in marks.get(name, ()) for place in range(mark.first, mark.last)}
    rights = [one for one in marks.get("exclusive", ()) if one.last - one.first > 1]
    rights = [one for one in rights if modal.isdisjoint(range(one.first, one.last)) and last < one.first <= last + RIGHT]
    return any(not any(word.stem in _STOPS for word in words[last : one.first]) for one in rights)


def _behind(
    words: tuple[Word, ...], texts: Sequence[str], marks: Marks, bodies: list[Mark], acts: Marks, by: law.Names
) -> Iterator[Role]:
    """Yield those named behind "by" and behind "belongs to"."""
    other = {mark.first for name in ("power", "law_noun", "step") for mark in marks.get(name, ())}
    other |= {mark.first for places in acts.values() for mark in places}
    for kind, heads in (("by", marks.get("agent", ())), ("belongs", marks.get("belongs", ()))):
        for head in heads:
            first = head.last
            while first < min(len(words), head.last + 2) and _passed(words[first], by):
                first += 1
            near = [mark for mark in bodies if head.last <= mark.first <= head.last + 3]
            if near:
                ends = max(mark.last for mark in near if mark.first <= near[0].last)
                yield _role(kind, words, first, name_of(words, first, max(ends, first + 1), by), marks, bodies)
            elif _named(head, words[first : first + 1], texts, by) and first not in other:
                yield _role(kind, words, first, name_of(words, first, first + 1, by), marks, bodies)


def _passed(word: Word, by: law.Names) -> bool:
    """Whether a word stands ahead of the name of a body without being of it; "Poder" in capitals is no verb but a name."""
    return not word.weight and word.stem not in _STOPS and not (by.bare and word.capital)


def _named(head: Mark, behind: tuple[Word, ...], texts: Sequence[str], by: law.Names) -> bool:
    """Whether the word behind "by" can be the name of one who acts: where "by" also says "for", one with a capital letter."""
    if not behind or behind[0].weight < 1.0:
        return False
    return behind[0].capital or head.last - head.first > 1 or texts[head.first].lower() not in by.bare


def _without_subject(texts: Sequence[str], by: law.Names) -> bool:
    """Whether a sentence begins, behind its number, with an infinitive: a point of a list, whose subject stands elsewhere."""
    at = next((place for place, text in enumerate(texts[:6]) if len(text) > 4 and text.isalpha()), 0)
    led = any(text.lower() in by.articles and texts[place + 1] != ")" for place, text in enumerate(texts[:at]))
    return bool(by.infinitive) and not led and texts[at].lower().endswith(by.infinitive)


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


def _whoever(words: tuple[Word, ...], texts: Sequence[str], marks: Marks, by: law.Names) -> Iterator[Role]:
    """Yield the subjects of commands and bans that name nobody or everyone: "no person shall", "tout exploitant doit"."""
    modals = [mark for name in _MODALS for mark in marks.get(name, ())]
    for first, text in enumerate(texts):
        if text.lower() not in by.whoever or not _heads(words, texts, first):
            continue
        inside = [mark.last - 1 for mark in modals if mark.first == first]
        ahead = [mark.first for mark in modals if first < mark.first <= first + SUBJECT and not _cut(words, first, mark.first)]
        if inside or ahead:
            yield Role("whoever", first, _end_of_whoever(words, first, min(ahead or inside), by), frozenset(), False)


def _heads(words: tuple[Word, ...], texts: Sequence[str], place: int) -> bool:
    """Whether a word begins a sentence or a part of one: nothing but numbers and signs, or a stop, stands ahead of it."""
    return not place or words[place - 1].stem in _STOPS or not texts[place - 1].isalpha()


def _cut(words: tuple[Word, ...], first: int, last: int) -> bool:
    return any(word.stem in {";", ":", "."} for word in words[first:last])


def _end_of_whoever(words: tuple[Word, ...], first: int, verb: int, by: law.Names) -> int:
    """Return where the name ends: ahead of "who", a stop, or the verb."""
    for place in range(first + 1, verb):
        ends = words[place].stem in _STOPS or words[place].stem in by.relative
        small = words[place].end - words[place].start < LONG  # "nul ne", not "no person"
        if ends or ((place > first + 1 or small) and not words[place].weight):
            return place
    return max(first + 1, verb)


def _governed(words: tuple[Word, ...], place: int, by: law.Names) -> bool:
    """Whether a preposition stands ahead of a name: "the accounts of the Ministry"."""
    before = [word.stem for word in words[max(0, place - 3) : place]]
    while before and (before[-1] in by.articles or words[place - 1].capital) and before[-1] not in by.ahead:
        place -= 1
        before.pop()
    return bool(before) and before[-1] in by.ahead
