"""Shares of a whole: how much of a body some of its members are, and which share is left to the citizens or to strangers."""

from __future__ import annotations

from functools import lru_cache

import msgspec
from msgspec import Struct

from ssc_drafter.check.kinds.nations import RARE, states_named
from ssc_drafter.check.norms.counting import counting
from ssc_drafter.check.norms.reading import Mark, Quantity, Reading, Sentence, Word, remembered
from ssc_drafter.check.norms.stems import fold

CITIZENS, STRANGERS = "citizen", "foreigner"  # of law/classes/persons.toml
HOLDER = 6  # words between a share and who holds it
NAMED = 3  # words behind citizens within which their State is named
PART = 14  # words between a body's number and that of some of its members, in one sentence
_STOPS = {",", ";", "."}
_COUNTS = {"member", "count"}


def _apart(one: Mark, first: int, last: int) -> int:
    return max(one.first - last, first - one.last, 0)


def _of_class(sentence: Sentence, *names: str) -> list[Mark]:
    return [mark for name in names for mark in sentence.classes.get(name, ())]


def _near(marks: list[Mark], first: int, last: int) -> int:
    """Return how many words the nearest of the marks is away; a large number where there is none."""
    return min((_apart(mark, first, last) for mark in marks), default=999)


def _rest(sentence: Sentence) -> float:
    """Return what the shares named in a sentence leave of the whole."""
    return max(0.0, 100 - sum(one.value for one in sentence.quantities if one.scale == "percent"))


class Holders(Struct, frozen=True):
    """Where a clause names citizens of the State whose law is read, and where strangers, those of another State among them."""

    own: list[Mark]
    strangers: list[Mark]


def holders(clause: Sentence, law: Sentence, state: str) -> Holders:
    """Return those who hold shares in a clause, told apart by the State that each is a citizen of.

    A State that no list has is the law's own where the law names it; another one beside it is not.
    """
    marks = _of_class(clause, CITIZENS)
    told = [_of_ours(clause, mark, law, state) for mark in marks]
    known = any(one for one in told)
    others = [
        mark for mark, one in zip(marks, told, strict=True) if one is False or (one is None and known and _name(clause, mark))
    ]
    own = [mark for mark in marks if mark not in others]
    return Holders(own, [*_of_class(clause, STRANGERS), *others])


def _name(sentence: Sentence, mark: Mark) -> Word | None:
    """Return the name behind or ahead of a word for citizens; None where none is named there."""
    places = [*range(mark.last, min(mark.last + NAMED, len(sentence.words))), mark.first - 1]
    words = [sentence.words[place] for place in places if place > 0]
    return next((word for word in words if word.capital and word.weight >= RARE), None)


def _of_ours(clause: Sentence, mark: Mark, law: Sentence, state: str) -> bool | None:
    """Return whether citizens are those of the law's own State; None where that is not told."""
    near = range(max(0, mark.first - 1), min(mark.last + NAMED, len(clause.words)))
    named = states_named(clause)
    code = next((named[place] for place in near if place in named), "")
    if code:
        return code == state
    if any(0 <= one.first - mark.last <= 2 for one in clause.of("another_state")):
        return False
    name = _name(clause, mark)
    known = name is not None and (name.stem in law.stems or (name.key != "" and name.key in law.keys))
    return True if known else None


def _left_to(sentence: Sentence, number: Quantity, by: Holders) -> str:
    """Return who gets what is left of the whole: the class whose mark is nearest to "the remainder"; "" where none is."""
    for rest in sentence.of("remainder"):
        own = _near(by.own, rest.first, rest.last)
        far = _near(by.strangers, rest.first, rest.last)
        if min(own, far) <= HOLDER:
            mine = _near(by.own, number.first, number.last)
            return STRANGERS if far < own or mine < own else CITIZENS
    return ""


def citizens_part(clause: Sentence, ours: Quantity, law: Sentence, theirs: Quantity, state: str) -> float | None:
    """Return the share that a clause leaves to citizens, where the law keeps one for them; None where that is not told."""
    if CITIZENS not in law.classes:
        return None
    by = holders(clause, law, state)
    own = _near(by.own, ours.first, ours.last)
    if own == 999:
        strange = by.strangers or _of_another(clause, state)
        return 100 - ours.value if theirs.value >= 50 or strange else None
    left = _left_to(clause, ours, by)
    if left:
        return _rest(clause) if left == CITIZENS else ours.value
    far = _near(by.strangers, ours.first, ours.last)
    return 100 - ours.value if far < own and far <= HOLDER and len(_percents(clause)) == 1 else ours.value


def _of_another(clause: Sentence, state: str) -> bool:
    """Whether a clause that names no citizens names another State alone: its bank holds no share of this State's citizens."""
    named = set(states_named(clause).values())
    return state not in named and (bool(named) or clause.has("another_state"))


def strangers_part(clause: Sentence, ours: Quantity, law: Sentence, theirs: Quantity, state: str) -> float | None:
    """Return the share that a clause gives to strangers, where the law limits theirs and the number is the citizens'."""
    if STRANGERS not in law.classes or CITIZENS in law.classes:
        return None
    by = holders(clause, law, state)
    left = _left_to(clause, ours, by)
    if left:
        return _rest(clause) if left == STRANGERS else None
    own, far = _near(by.own, ours.first, ours.last), _near(by.strangers, ours.first, ours.last)
    return 100 - ours.value if own < far and own <= HOLDER and len(_percents(clause)) == 1 else None


def _percents(sentence: Sentence) -> list[Quantity]:
    return [one for one in sentence.quantities if one.scale == "percent"]


@lru_cache(maxsize=8)
def _forms(lang: str) -> tuple[frozenset[str], frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]:
    how = counting(lang)
    return how.whole, how.part_of, how.part_among


@remembered
def parts_of(reading: Reading) -> list[tuple[Sentence, Quantity]]:
    """Return the shares that some members make of a body whose number the text tells: "three of its members", of seven."""
    found: list[tuple[Sentence, Quantity]] = []
    total = 0.0
    for sentence in reading.sentences:
        counts = [one for one in sentence.quantities if one.scale in _COUNTS]
        if not counts:
            continue
        folded = [fold(reading.text[word.start : word.end]) for word in sentence.words]
        begun: Quantity | None = None
        for one in counts:
            whole = _is_whole(folded, one, reading.lang)
            part = begun is not None and _among(folded, begun, one, reading.lang)
            if total > one.value and (part or _of_it(folded, one, reading.lang)):
                found.append((sentence, _share_of(one, total)))
            elif whole:
                total, begun = one.value, one
    return found


def _share_of(one: Quantity, total: float) -> Quantity:
    return msgspec.structs.replace(one, value=100 * one.value / total, scale="percent", unit="percent")


def _is_whole(folded: list[str], one: Quantity, lang: str) -> bool:
    """Whether a number is that of the members of a body: "seven members", "the seven-member board"."""
    whole = _forms(lang)[0]
    return one.unit == "member" or any(word in whole for word in folded[one.first : one.last + 2])


def _of_it(folded: list[str], one: Quantity, lang: str) -> bool:
    """Whether a number counts some of those already counted: "three of its members"."""
    whole, part_of, _ = _forms(lang)
    joined = any(
        tuple(folded[place : place + length]) in part_of for length in (1, 2, 3) for place in range(one.first + 1, one.last + 1)
    )
    return joined and any(word in whole for word in folded[one.first : one.last + 3])


def _among(folded: list[str], total: Quantity, one: Quantity, lang: str) -> bool:
    """Whether a number in the same sentence is of the number ahead: "of the twelve members, two", "dix membres dont deux"."""
    _, part_of, among = _forms(lang)
    if one.first - total.last > PART:
        return False
    between = folded[total.last : one.first]
    joined = any(tuple(between[place : place + length]) in among for length in (1, 2, 3) for place in range(len(between)))
    ahead = any(tuple(folded[max(0, total.first - length) : total.first]) in part_of | {("of", "the")} for length in (1, 2, 3))
    return joined or ahead
