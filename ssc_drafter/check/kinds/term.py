"""A term of the law, and where a clause names it: by its words, or across languages by their origin or by class."""

from __future__ import annotations

from msgspec import Struct

from ssc_drafter.check.norms.reading import Mark, Sentence

NAMED = 0.6  # share of the term's words that a clause must have
ACROSS = 0.5  # the same across languages, and the letters of a key by which two words of one origin are told there
KEY = 4
STAYS = 16  # words between "remains" and "notwithstanding"


class Term(Struct, frozen=True):
    """A term of the law: its words (one row for each name that it has), and the words that say what it means."""

    names: tuple[tuple[int, ...], ...]
    first: int
    last: int
    body: tuple[int, ...]


def named(theirs: Sentence, term: Term, ours: Sentence, same: bool, least: float = 0.0) -> tuple[int, ...]:
    """Return the words of the clause that name the term, where it names most of it, or at least a share."""
    least = least or (NAMED if same else ACROSS)
    best: tuple[int, ...] = ()
    for name in term.names:
        words = [theirs.words[place] for place in name]
        stems = {word.stem for word in words} if same else set()
        keys = {word.key[:KEY] for word in words} - {""}
        places = tuple(n for n, word in enumerate(ours.words) if word.weight and (word.stem in stems or word.key[:KEY] in keys))
        have, have_keys = {ours.words[n].stem for n in places}, {ours.words[n].key[:KEY] for n in places} - {""}
        got = sum(word.stem in have or word.key[:KEY] in have_keys for word in words)
        if words and got >= least * len(words):
            best = best or places
    return best or (() if same else _by_class(theirs, term, ours))


def _by_class(theirs: Sentence, term: Term, ours: Sentence) -> tuple[int, ...]:
    """Return the words of a clause in another language that are of the class which the term as a whole is."""
    names = [set(name) for name in term.names]
    whole = [
        one
        for one, marks in theirs.classes.items()
        if any(name <= set(range(m.first, m.last)) for m in marks for name in names)
    ]
    return tuple(place for one in whole for mark in ours.classes.get(one, ()) for place in range(mark.first, mark.last))


def staying(sentence: Sentence) -> list[Mark]:
    """Return where a thing stays under a term whatever befalls it: "remains classified matter notwithstanding that"."""
    turns = [one.first for name in ("defiance", "concessive") for one in sentence.of(name)]
    return [one for one in sentence.of("stays") if any(0 < at - one.last <= STAYS for at in turns)]
