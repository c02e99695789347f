"""Numbers that are written otherwise than one after the other: halves, ordinals, majorities, sums of two units."""

from __future__ import annotations

from functools import lru_cache

from ssc_drafter.check.norms.counting import Counting
from ssc_drafter.check.norms.numbers import THOUSAND, Tables

LONGEST = 4
BEHIND = 3  # words behind a time within which "following" may stand: "treinta días hábiles siguientes"


@lru_cache(maxsize=64)
def _firsts(table: frozenset[tuple[str, ...]]) -> frozenset[str]:
    return frozenset(words[0] for words in table)


def stands(folded: list[str], at: int, table: frozenset[tuple[str, ...]]) -> int:
    """Return how many words from `at` on stand in a table, the longest first; 0 where none do."""
    if at >= len(folded) or folded[at] not in _firsts(table):
        return 0
    for length in range(min(LONGEST, len(folded) - at), 0, -1):
        if tuple(folded[at : at + length]) in table:
            return length
    return 0


def ends(folded: list[str], at: int, table: frozenset[tuple[str, ...]]) -> int:
    """Return how many words that end just ahead of `at` stand in a table, the longest first; 0 where none do."""
    for length in range(min(LONGEST, at), 0, -1):
        if tuple(folded[at - length : at]) in table:
            return length
    return 0


def ordinal(folded: list[str], at: int, by: Tables, how: Counting) -> tuple[float, int]:
    """Return the value of an ordinal (sixteenth, 45th, quarante-cinquième) at `at` and the place after it; 0 where none is."""
    word = folded[at]
    for ending in how.ordinal_endings:
        if word.endswith(ending) and word[: -len(ending)].isdecimal():  # "²" is a digit too, and no number
            return float(word[: -len(ending)]), at + 1
    total, place = 0.0, at
    while place < len(folded):
        tens = by.numbers.get(folded[place], 0.0)
        value = how.ordinals.get(folded[place])
        if value is None and tens in (20, 30, 40, 50, 60, 70, 80, 90, 100) and place + 1 < len(folded):
            value = tens if folded[place + 1] in how.ordinals or folded[place + 1] in by.joiners else None
        if value is None and total and folded[place] in by.joiners and folded[place + 1 : place + 2] != []:
            place += 1
            continue
        if value is None or (total and value >= total):
            break
        total, place = total + value, place + 1
    closed = place > at and folded[place - 1] in how.ordinals
    return (total, place) if closed and total >= 2 else (0.0, at)


def vague(folded: list[str], at: int, by: Tables, how: Counting) -> bool:
    """Whether "millions" stands with a word that counts nothing ("several millions"), so that no value follows."""
    if by.numbers.get(folded[at], 0.0) < THOUSAND or not at:
        return False
    return folded[at - 1] in how.vague or (folded[at - 1] in by.of and at > 1 and folded[at - 2] in how.vague)


def majority(folded: list[str], at: int, how: Counting) -> tuple[float, int]:
    """Return the share that a majority has to pass, in hundredths, and the place after its words; 0 where none begins."""
    for length in (2, 1):
        value = how.majorities.get(tuple(folded[at : at + length]), 0.0)
        after = at + length
        led = length == 2 or (after < len(folded) and folded[after] in how.majority_of)
        if value and led and after <= len(folded):
            return value, after
    return 0.0, at


def halved(folded: list[str], after: int, how: Counting) -> tuple[float, int]:
    """Return a half, where the words from `after` on add one ("and a half"), and the place after them."""
    length = stands(folded, after, how.half_behind)
    return (0.5, after + length) if length else (0.0, after)


def to_come(folded: list[str], at: int, after: int, how: Counting) -> bool:
    """Whether the time that stands from `at` to `after` is one to come, all of which may pass: "in the ten days following"."""
    if ends(folded, at, how.next_alone):
        return True
    behind = folded[after : after + BEHIND]
    stop = next((place for place, word in enumerate(behind) if not word.isalpha()), len(behind))
    return bool(ends(folded, at, how.next_ahead)) and not how.next_behind.isdisjoint(behind[:stop])
