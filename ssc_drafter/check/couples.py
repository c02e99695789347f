"""What is worked out of two sentences side by side, kept by their words: the same wherever the two stand.

A clause that is reworded, edited or given another number keeps most of its sentences, behind other words; a provision that is
held against it again stays as it is. What two sentences share, and what guards and deciders say of them, rests on the two,
their languages and the State alone. So it is worked out once, and moved to where the two stand.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from ssc_drafter.check.norms.reading import Reading, Sentence

KEPT = 30_000  # couples: a draft of 30 pages and the cures of its findings make about 15,000, of a kilobyte or two each
_WORDS = "couples.words"
Key = tuple[str, str, str, str]  # the words of both, and their languages
Span = tuple[int, int]


class Couple(Struct):
    """What two sentences share, and for each State their signals, with the places where the two then began."""

    shared: Any
    said: dict[str, tuple[int, int, tuple[Any, ...]]]


_couples: dict[Key, Couple] = {}


def known(key: Key, make: Callable[[], Any]) -> Couple:
    """Return what is kept of a couple; what the two share is worked out where they meet for the first time."""
    found = _couples.get(key)
    if found is None:
        if len(_couples) >= KEPT:
            _couples.clear()
        _couples[key] = found = Couple(make(), {})
    return found


def said(of: Couple, state: str, begin: Span, work: Callable[[], tuple[Any, ...]]) -> tuple[int, int, tuple[Any, ...]]:
    """Return the signals of a couple, with the places where its sentences began when `work` said them: `begin`, where they are
    asked for the first time."""
    found = of.said.get(state)
    if found is None:
        of.said[state] = found = (*begin, work())
    return found


def forget() -> None:
    """Let go of all that is kept of couples."""
    _couples.clear()


def words_of(text: Reading, sentence: Sentence) -> str:
    """Return the words of a sentence: the same value each time, so that its hash is worked out once."""
    words: str | None = sentence.__dict__.get(_WORDS)
    if words is None:
        words = sentence.__dict__[_WORDS] = text.text[sentence.start : sentence.end]
    return words
