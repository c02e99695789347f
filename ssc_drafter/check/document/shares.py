"""A share of a sum held against a sum, or a sum against a share: the base stands in another clause, or in another provision.

"An advance of forty per cent" meets a limit in money only with the price that another article names; an advance in money meets
a limit of thirty per cent only with that price; and a limit of a share of "the ceiling" is known only with the section on the
ceiling. What is compared is always two sums of money of one currency, or of none named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct

from ssc_drafter.check.candidates import Place
from ssc_drafter.check.document.bodies import body_of
from ssc_drafter.check.document.ground import of_payment
from ssc_drafter.check.document.holding import Held, Outcome
from ssc_drafter.check.document.phrases import says
from ssc_drafter.check.document.pointing import Law
from ssc_drafter.check.document.together import Sight
from ssc_drafter.check.kinds.limits import MONEY
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Quantity, Reading, Sentence, remembered
from ssc_drafter.tree.running import Unit

FILE = "linked"
GROUND = 2.5  # weight of words that a clause has in common with the law's sentence besides the base
LONGEST = 400  # signs of a sentence that names a base
Span = tuple[int, int]


class Base(Struct, frozen=True):
    """A sum of which a share is taken: its words, `start` to `end` in a unit of the draft or in the body of a provision."""

    value: float
    scale: str
    start: int
    end: int
    unit: Unit | None = None
    place: Place | None = None


class Share(Struct, frozen=True):
    """A clause (`ours` in its unit) that passes the limit of a provision (`theirs` in its body) once the base is known: with
    `number`, where `most` is allowed, on the same scale."""

    held: Held
    base: Base
    ours: Span
    theirs: Span
    number: Quantity
    most: float


def shared(outcome: Outcome, sight: Sight) -> Iterator[Share]:
    """Yield each limit that a clause passes only with a base that stands elsewhere: one for each clause and provision."""
    bases = _draft_bases(outcome.clauses)
    seen: set[tuple[str, tuple[str, str, str, str]]] = set()
    for one in outcome.held:
        key = one.unit.address, one.place.key
        if key not in seen and (found := next(_against(one, bases, sight), None)):
            seen.add(key)
            yield found


def _draft_bases(clauses: Sequence[tuple[Unit, Reading]]) -> list[Base]:
    """Return the sums that the draft names as a price, a budget or a total; none where it names several of one currency."""
    rows: dict[str, list[Base]] = defaultdict(list)
    for unit, clause in clauses:
        for sentence in clause.sentences:
            for money in _sums(clause, sentence):
                rows[money.scale].append(Base(money.value, money.scale, sentence.start, sentence.end, unit))
    return [found[0] for found in rows.values() if len({one.value for one in found}) == 1]


def _sums(text: Reading, sentence: Sentence) -> list[Quantity]:
    """Return the one sum of a sentence that names a price, a budget or a total, where it takes no share of it itself."""
    if sentence.end - sentence.start > LONGEST or not says(FILE, text.lang, "bases", text.text[sentence.start : sentence.end]):
        return []
    money = [one for one in sentence.quantities if one.scale in MONEY and not one.per]
    shares = any(one.scale == "percent" for one in sentence.quantities)
    return money if len(money) == 1 and not shares else []


def _against(one: Held, bases: Sequence[Base], sight: Sight) -> Iterator[Share]:
    limits, counting = _limits(one.provision), _counting(one.clause)
    for law, limit in limits if counting else ():
        for ours in counting:
            if _about(one, ours, law):
                yield from _passed(one, limit, law, ours, bases, sight)


@remembered
def _limits(provision: Reading) -> list[tuple[Sentence, Quantity]]:
    """Return the limits in money, or as a share, of a provision, each with its sentence."""
    rows = ((law, number) for law in provision.sentences for number in law.quantities)
    return [(law, number) for law, number in rows if number.compare in ("most", "above") and _of_a_sum(number)]


@remembered
def _counting(clause: Reading) -> list[Sentence]:
    """Return the sentences of a clause that have a sum or a share."""
    return [one for one in clause.sentences if any(map(_of_a_sum, one.quantities))]


def _of_a_sum(number: Quantity) -> bool:
    return number.scale in MONEY or number.scale == "percent"


def _passed(one: Held, limit: Quantity, law: Sentence, ours: Sentence, bases: Sequence[Base], sight: Sight) -> Iterator[Share]:
    """Yield where a number of the clause, or its share of a base, passes a limit, or the limit's share of a base."""
    spans = (ours.start, ours.end), (law.start, law.end)
    own = [base for base in bases if base.unit and base.unit.address != one.unit.address]
    for number in ours.quantities:
        if number.per or number.compare == "least":
            continue
        if limit.scale in MONEY and number.scale == "percent":
            over = (base for base in own if _over(number.value * base.value / 100, base, limit))
            yield from (Share(one, base, *spans, number, 100 * limit.value / base.value) for base in over)
        elif limit.scale == "percent" and number.scale in MONEY:
            same = says(FILE, one.provision.lang, "bases", one.provision.text[law.start : law.end])
            known = [*(own if same else ()), *_law_bases(one.place, sight)]
            over = (base for base in known if _beyond(number, base, limit))
            yield from (Share(one, base, *spans, number, limit.value * base.value / 100) for base in over)


def stays(one: Share, clause: Reading, sight: Sight) -> bool:
    """Whether the limit is passed still with other words in the clause's place."""
    held = msgspec.structs.replace(one.held, clause=clause)
    return next(_against(held, [one.base] if one.base.unit else [], sight), None) is not None


def _over(value: float, base: Base, limit: Quantity) -> bool:
    return _one_money(base.scale, limit.scale) and value > limit.value


def _beyond(number: Quantity, base: Base, limit: Quantity) -> bool:
    within = number.value < base.value or base.place is not None  # what is as large as the whole is no share of it
    return _one_money(base.scale, number.scale) and within and number.value > limit.value * base.value / 100


def _one_money(one: str, other: str) -> bool:
    return one == other or "sum" in (one, other)


def _law_bases(place: Place, sight: Sight) -> list[Base]:
    """Return the sums that the law itself names where the provision points to, or in the definition of a term that it uses."""
    known = sight.law(place)
    return sight.remembered("bases", place.key, lambda: list(_named(place, known)))  # type: ignore[no-any-return]


def _named(place: Place, known: Law) -> Iterator[Base]:
    for cite in known.cites(place):
        yield from _in(cite.to, 0, None)
    for use in known.uses(place):
        yield from _in(use.place, use.term.body, use.term.end)


def _in(place: Place, first: int, last: int | None) -> Iterator[Base]:
    body = body_of(place)
    text = read(body[first:last], place.instrument.lang)
    found = [(one, number) for one in text.sentences for number in one.quantities if number.scale in MONEY and not number.per]
    if len(found) == 1:
        sentence, money = found[0]
        yield Base(money.value, money.scale, first + sentence.start, first + sentence.end, place=place)


def _about(one: Held, ours: Sentence, law: Sentence) -> bool:
    """Whether the clause's sentence and the law's speak of one payment."""
    return of_payment(one.clause, ours, one.provision, law) >= GROUND
