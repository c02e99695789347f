"""Places, laws and nationals that a sentence names, told apart as the State's own whose law is read, and as foreign ones."""

from __future__ import annotations

from functools import lru_cache

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Mark, Sentence, Word, remembered
from ssc_drafter.check.norms.stems import APART

Marks = dict[str, tuple[Mark, ...]]
INSIDE, OUTSIDE = "inside_country", "outside_country"
HEADS = (("law_of", "own_law", "foreign_law"), ("of_nation", "own_national", "foreign_national"))
BEHIND = 6  # words behind "in" within which the name of the place stands: "in the data centre of the Institute at Lima"
AGAIN = 4  # words behind a town within which its State is named: "Settat, in Morocco"
SITED = 8  # words between what is done at a place and the name of the State
FORMAL = 6  # words behind "civil law" within which the State is named in full
NAMED = 3  # words behind "law of" or "nationals of" within which the State is named
RARE = 3.0  # weight of a word that no text of law has: it may be a name
_STOPS = {",", ";", ":", ".", "(", ")"}
_FROM = {"from", "desd", "procedent", "provenant", "provenient"}  # "brought in from" the State is not in it


@lru_cache(maxsize=1)
def _names() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Return the names of States by their first three letters: code and words of the name."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for code, listed in law.states().items():
        for name in listed:
            parts = tuple(name.split())
            found.setdefault(parts[0][:3], []).append((code, parts))
    return found


def _is(word: Word, name: str) -> bool:
    """Whether a word begins as a name does; of a short word the ending may be off."""
    stem = word.stem.removesuffix(APART)
    return stem.startswith(name) or (len(stem) >= 4 and len(name) - len(stem) <= 1 and name.startswith(stem))


@remembered
def states_named(sentence: Sentence) -> dict[int, str]:
    """Return the places of words that name a State or its people, each with the code of the State."""
    found: dict[int, str] = {}
    known = _names()
    for place, word in enumerate(sentence.words):
        rows = [row for row in known.get(word.stem[:3], ()) if _is(word, row[1][0])]
        for code, parts in sorted(rows, key=lambda row: -sum(map(len, row[1]))):
            following = sentence.words[place + 1 : place + len(parts)]
            if len(following) == len(parts) - 1 and all(_is(one, part) for one, part in zip(following, parts[1:], strict=True)):
                found |= dict.fromkeys(range(place, place + len(parts)), code)
                break
    return found


@remembered
def resolved(sentence: Sentence, state: str) -> Marks:
    """Return where a sentence names a place at home or abroad, the State's own law or another, its nationals or strangers."""
    found: dict[str, list[Mark]] = {}
    for mark in _places(sentence, state.upper()):
        found.setdefault(mark.name, []).append(mark)
    if sentence.has("partner_ground"):
        found.setdefault(OUTSIDE, []).extend(Mark(one.first, one.last, OUTSIDE) for one in sentence.of("partner_ground"))
    for head, own, other in HEADS:
        for at in sentence.of(head):
            told = _whose(sentence, at, state.upper())
            if told is not None:
                name = own if told else other
                found.setdefault(name, []).append(Mark(at.first, at.last, name))
    return {name: tuple(sorted(marks)) for name, marks in found.items()}


def _at(sentence: Sentence) -> list[Mark]:
    """Return the words of place; "A" at the head of a sentence is an article in Portuguese: "A Organização do Lago"."""
    article = sentence.words[0].stem == "a" if sentence.words else False
    return [one for one in sentence.of("at_place") if not (article and one.first == 0 and one.last == 1)]


def _places(sentence: Sentence, state: str) -> list[Mark]:
    """Return the places named behind "in": towns and States that are known; "outside" our State is abroad."""
    named, found = states_named(sentence), {}
    for head in sentence.of("not_in"):
        for place in range(head.last, min(head.last + NAMED, len(sentence.words))):
            if sentence.words[place].capital and named.get(place) == state:
                found[place] = Mark(head.first, place + 1, OUTSIDE)
    for head in _at(sentence):
        for place in range(head.last, min(head.last + BEHIND, len(sentence.words))):
            word = sentence.words[place]
            if word.stem in _STOPS | _FROM:
                break
            code = (law.towns().get(word.stem) or named.get(place)) if word.capital else None
            if code:
                again = [named[other] for other in range(place + 1, place + 1 + AGAIN) if other in named]
                code = again[0] if again and place not in named else code
                found.setdefault(place, Mark(place, place + 1, INSIDE if code == state else OUTSIDE))
    return sorted(found.values())


@remembered
def sited(sentence: Sentence, mark: Mark) -> bool:
    """Whether a place stands near what is done at one place and no other (a seat, a store), and so says where that is."""
    return mark.last - mark.first > 1 or any(-SITED <= mark.first - one.first <= SITED for one in sentence.of("sited"))


@remembered
def unknown_places(sentence: Sentence, state: str) -> tuple[Mark, ...]:
    """Return the names behind "in" that no list has: not known to be of this State, perhaps the other Party's."""
    known = {mark.first for mark in _places(sentence, state.upper())}
    classed = {place for marks in sentence.classes.values() for one in marks for place in range(one.first, one.last)}
    found = []
    for head in _at(sentence):
        rows = range(head.last, min(head.last + BEHIND, len(sentence.words)))
        if not any(place in known for place in range(head.last, head.last + BEHIND + AGAIN)):
            names = [place for place in rows if sentence.words[place].capital and sentence.words[place].weight >= RARE]
            found += [Mark(place, place + 1, OUTSIDE) for place in names[:1] if place not in classed]
    return tuple(found)


def _end(sentence: Sentence, head: Mark) -> int:
    """Return where the name behind "law of" or "nationals of" ends at the latest: "the civil law of the Republic of ..."."""
    end = min(len(sentence.words), head.last + (FORMAL if head.name == "law_of" else NAMED))
    return next((place for place in range(head.last, end) if sentence.words[place].stem in _STOPS), end)


def _whose(sentence: Sentence, head: Mark, state: str) -> bool | None:
    """Return whether "law of" or "nationals of" speaks of the State's own (True), another's (False), or of no State (None)."""
    named = states_named(sentence)
    around = [
        *range(head.last, _end(sentence, head)),
        *range(head.first - 1, max(-1, head.first - 2), -1),
    ]
    for place in around:
        if place in named and (sentence.words[place].capital or abs(place - head.last) <= 1):
            return named[place] == state
    if any(0 <= one.first - head.last <= 2 for one in sentence.of("another_state")):
        return False
    behind = sentence.words[head.last : _end(sentence, head)]
    names = [word for word in (*behind, *sentence.words[head.first - 1 : head.first]) if word.capital and word.weight >= RARE]
    bare = behind[0].weight >= RARE and not behind[0].capital if behind else False
    return False if names or bare else None
