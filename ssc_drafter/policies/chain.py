"""The row of candidates that counts up best: the headings of a text, and the rows that begin anew beside it.

A row gains by each candidate's weight and by counting on from one to the next; it loses by gaps in the numbering and by
the good candidates that it passes over. Weighted like that, one search finds articles through tables of contents,
citations at the beginning of a line, quoted articles and schedules that are numbered anew. Time grows with n log n.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.policies.numerals import STEP
from ssc_drafter.policies.pages import Candidate

NEXT = 0.6  # for counting on
NEAR = 12  # gaps up to this are looked up one by one
GAP = 0.2  # lost for each number that is missing, up to NEAR
LOST = tuple(NEXT if gap <= 1 else -GAP * (gap - 1) for gap in range(NEAR + 1))
FAR = 3.0  # lost by a wider gap
FAR_DECIMAL = -0.4  # from 7.4.9 to 7.5 the key jumps, yet it counts on
PASSED = 0.5  # lost for each good candidate that is passed over, times its weight
LATE = 0.25  # lost for each number missing at the beginning
NONE = (float("-inf"), -1)
OTHER_LOOK = 0.12  # lost for each trait of print that differs from the row's


class Row(Struct, frozen=True):
    """Candidates that count up, in the order of the text."""

    members: tuple[Candidate, ...]
    score: float

    @property
    def start(self) -> int:
        return self.members[0].start

    @property
    def end(self) -> int:
        return self.members[-1].end


class _Best:
    """The best value among all keys below a key (a Fenwick tree of maxima)."""

    def __init__(self, size: int) -> None:
        self.values: list[tuple[float, int]] = [NONE] * (size + 1)

    def put(self, rank: int, value: tuple[float, int]) -> None:
        values, size = self.values, len(self.values)
        while rank < size:
            if value > values[rank]:
                values[rank] = value
            rank += rank & -rank

    def below(self, rank: int) -> tuple[float, int]:
        values, best = self.values, NONE
        rank -= 1
        while rank > 0:
            if values[rank] > best:
                best = values[rank]
            rank -= rank & -rank
        return best


def best_row(found: Sequence[Candidate], late: float = LATE) -> Row | None:
    """Return the best row among candidates of one family: searched twice, the second time with its own look known.

    `late` is what each number costs that is missing at the beginning.
    """
    row = _search(found, late)
    if row is None or len(row.members) < 3:
        return row
    look = common_look(row.members)
    others = [differences(one, look) for one in found]
    if not any(others):
        return row
    alike = [replace(one, weight=one.weight - OTHER_LOOK * other) for one, other in zip(found, others, strict=True)]
    again = _search(alike, late)
    if again is None:
        return row
    by_start = {one.start: one for one in found}
    return Row(tuple(by_start[one.start] for one in again.members), again.score)


def common_look(members: Sequence[Candidate]) -> tuple[str, ...]:
    """Return the print that most members share, trait by trait."""
    traits = zip(*(one.look for one in members), strict=True)
    return tuple(Counter(trait).most_common(1)[0][0] for trait in traits)


def differences(one: Candidate, look: tuple[str, ...]) -> int:
    """Return in how many traits a candidate is printed otherwise; number one may be in words ("premier")."""
    if one.look == look:
        return 0
    pairs = zip(one.look, look, strict=True)
    return sum(a != b for place, (a, b) in enumerate(pairs) if not (place == 1 and one.number.whole == 1))


def _search(found: Sequence[Candidate], late: float) -> Row | None:
    if not found:
        return None
    ranks = {key: rank for rank, key in enumerate(sorted({one.number.key for one in found}), 1)}
    tree = _Best(len(ranks))
    near: dict[int, tuple[float, int]] = {}  # the best row so far that ends with a key, or with any letter of a number
    scores: list[float] = []
    back: list[int] = []
    passed = 0.0
    for place, one in enumerate(found):
        rank = ranks[one.number.key]
        gain, before = _before(one, tree.below(rank), near, passed, late)
        scores.append(one.weight + gain)
        back.append(before)
        passed += PASSED * max(one.weight, 0.0)
        value = (scores[-1] + passed, place)
        tree.put(rank, value)
        for key in (one.number.key, -one.number.whole):
            if value >= near.get(key, value):
                near[key] = value
    place = max(range(len(scores)), key=lambda at: (scores[at], at))
    score, members = scores[place], []
    while place >= 0:
        members.append(found[place])
        place = back[place]
    return Row(tuple(reversed(members)), score) if score > 0 else None


def _before(
    one: Candidate, below: tuple[float, int], near: dict[int, tuple[float, int]], passed: float, late: float
) -> tuple[float, int]:
    """Return what the best beginning before a candidate gives, and its last place (-1: the candidate begins the row)."""
    whole, extra = divmod(one.number.key, STEP)
    best = (-late * min(max(whole - 1, 0), NEAR), -1)
    far, place = below
    if place >= 0:
        best = max(best, (far - passed - (FAR_DECIMAL if one.family == "decimal" else FAR), place))
    for gap in range(1, min(NEAR, whole) + 1):
        value = near.get(gap - whole)
        if value is not None:
            best = max(best, (value[0] - passed + LOST[gap], value[1]))
    for letter in range(extra):
        value = near.get(whole * STEP + letter)
        if value is not None:
            best = max(best, (value[0] - passed + NEXT, value[1]))
    return best


LEAST = 1.5  # score of a row that counts


def rows(found: Sequence[Candidate], least: float = LEAST) -> list[Row]:
    """Return the best row of a family and, before and after it, the rows that are left, in the order of the text."""
    waiting, done = [list(found)], []
    while waiting:
        part = waiting.pop()
        if sum(max(one.weight, 0.0) + NEXT for one in part) < least:  # no row of these can count
            continue
        row = best_row(part)
        if row is None or row.score < least:
            continue
        done.append(row)
        waiting.append([one for one in part if one.start < row.start])
        waiting.append([one for one in part if one.start > row.members[-1].start])
    return sorted(done, key=lambda row: row.start)
