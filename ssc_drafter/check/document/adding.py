"""Shares of one whole, or sums, that stand in several clauses and pass a law's limit only when they are added.

"The Bank holds 30 % of the shares" and, elsewhere, "the Fund holds 40 %" keep, each alone, under a foreigners' ceiling of 60 %.
Added is only what a limit is set on as a whole: shares in one company, advances on one price, what is subcontracted of one
contract; sums where the law speaks of their total.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from msgspec import Struct

from ssc_drafter.check.document.ground import of_payment, payments
from ssc_drafter.check.document.holding import Held, Outcome
from ssc_drafter.check.document.phrases import says
from ssc_drafter.check.document.subjects import title_words
from ssc_drafter.check.kinds.limits import MONEY
from ssc_drafter.check.kinds.nations import RARE, states_named
from ssc_drafter.check.norms.reading import Quantity, Reading, Sentence, Word, remembered

FILE = "linked"
GROUND = 2.5  # weight of words that each clause has in common with the law's sentence
HOLDING = "shares"  # of law/document/payments.toml: what foreigners may hold
# Of law/document/payments.toml: what is limited as a part of one whole, and not case by case as a penalty or a salary is.
WHOLE = frozenset({HOLDING, "advance", "overhead", "subcontract", "retention", "reserve"})
CITIZENS, STRANGERS = "citizen", "foreigner"  # of law/classes/persons.toml
NO_MORE_THAN = 4  # parts that are named
Span = tuple[int, int]


class Part(Struct, frozen=True):
    """A share or sum that a clause sets, with its sentence: `start` to `end` in the unit."""

    held: Held
    sentence: Sentence
    number: Quantity

    @property
    def span(self) -> Span:
        """Where the sentence stands in its unit."""
        return self.sentence.start, self.sentence.end


class Sum(Struct, frozen=True):
    """Parts of several clauses, in the order of the draft, that pass the limit of a sentence of law, `law` in its body, which
    leaves `rest` to the last of them. `scale` is "percent", a currency, or the unit of the last number."""

    parts: tuple[Part, ...]
    value: float
    scale: str
    law: Span
    rest: float = 0.0


class _Limit(Struct, frozen=True):
    """A limit of a sentence of law: how much it allows, of which scale and kinds of payment, and whether to strangers alone."""

    sentence: Sentence
    most: float
    scale: str
    kinds: frozenset[str]
    strangers: bool


def added(outcome: Outcome) -> Iterator[Sum]:
    """Yield each limit that clauses pass only together: one for each sentence of law."""
    rows: dict[tuple[str, ...], list[Held]] = defaultdict(list)
    for one in outcome.held:
        if _limits(one.provision):
            rows[one.place.key].append(one)
    for held in rows.values():
        for limit in _limits(held[0].provision):
            parts = _parts(held, limit)
            value = sum(one.number.value for one in parts)
            if len(parts) > 1 and value > limit.most:
                last = tuple(parts[-NO_MORE_THAN:])
                place = limit.sentence.start, limit.sentence.end
                rest = limit.most - value + last[-1].number.value
                yield Sum(last, sum(one.number.value for one in last), limit.scale, place, rest)


@remembered
def _limits(provision: Reading) -> list[_Limit]:
    """Return what a provision limits as a whole."""
    found = []
    for law in provision.sentences:
        if any(role.kind == "whoever" for role in law.roles) or law.has("inside"):
            continue  # "no shareholder shall hold more than": a limit for each
        words = provision.text[law.start : law.end]
        total = says(FILE, provision.lang, "summed", words) is not None
        kinds = payments(provision, law)
        for number in law.quantities:
            most = _most(law, number)
            if number.scale == "percent" and most and (kinds & WHOLE):
                found.append(_Limit(law, most, "percent", kinds & WHOLE, STRANGERS in law.classes or CITIZENS in law.classes))
            elif number.scale in MONEY and most and total and not number.per:
                found.append(_Limit(law, most, number.scale, kinds, False))
    return found


def _most(law: Sentence, number: Quantity) -> float:
    """Return how much a sentence allows; what is left to strangers where it keeps a least share for citizens."""
    if number.compare in ("most", "above"):
        return 0.0 if CITIZENS in law.classes and STRANGERS not in law.classes else number.value
    return 100 - number.value if number.compare == "least" and number.scale == "percent" and CITIZENS in law.classes else 0.0


def _parts(held: Sequence[Held], limit: _Limit) -> list[Part]:
    """Return what clauses set of the whole that is limited, each within it, in the order of the draft; restatements once."""
    found: list[Part] = []
    for one in sorted(held, key=lambda one: one.unit.start):
        for sentence in one.clause.sentences:
            number = _number(one, sentence, limit)
            if number and not any(_again(other, one, sentence, number) for other in found):
                found.append(Part(one, sentence, number))
    return [one for one in found if _one_whole(one, found)]


def _number(one: Held, sentence: Sentence, limit: _Limit) -> Quantity | None:
    """Return the one share or sum of a sentence that may be added."""
    numbers = [number for number in sentence.quantities if number.scale == limit.scale]
    if len(numbers) != 1 or numbers[0].per or numbers[0].compare in ("least", "below") or numbers[0].value > limit.most:
        return None
    if says(FILE, one.clause.lang, "not_added", one.clause.text[sentence.start : sentence.end]) or sentence.has("negation"):
        return None
    if limit.kinds and not payments(one.clause, sentence) & limit.kinds:
        return None
    if of_payment(one.clause, sentence, one.provision, limit.sentence) < GROUND:
        return None
    return numbers[0] if not limit.strangers or _foreign(one, sentence, numbers[0], limit.sentence) else None


def _again(other: Part, one: Held, sentence: Sentence, number: Quantity) -> bool:
    """Whether a sentence only says once more what another has said: the same number, of nobody new."""
    if other.number.value != number.value:
        return False
    new = {word.stem for word in sentence.words if word.capital and word.start > sentence.start and word.weight}
    return not new - other.sentence.stems.keys()


def _one_whole(one: Part, parts: Sequence[Part]) -> bool:
    """Whether a part is of the whole that the first part is of: of neither another name nor another thing."""
    first = parts[0]
    if one is first:
        return True
    mine, its = _base(one), _base(first)
    named, other = ({word.stem for word in words if word.capital} for words in (mine, its))
    if named and other and not named & other:
        return False
    stems, others = ({word.stem for word in words if word.weight} for words in (mine, its))
    return not (stems and others) or bool(stems & others)


def _base(one: Part) -> tuple[Word, ...]:
    """Return the words of what a part is a share of."""
    return one.sentence.words[one.number.base_first : one.number.base_last] if one.number.base_last else ()


def _foreign(one: Held, sentence: Sentence, number: Quantity, law: Sentence) -> bool:
    """Whether a share is a stranger's: of a foreigner, of another State, or of one that bears the name of another."""
    outside = [at for at in range(1, len(sentence.words)) if not number.base_first <= at < number.base_last]
    state = one.place.instrument.country.upper()
    named = {code for at, code in states_named(sentence).items() if at in outside}
    if state in named:
        return False
    if named or sentence.has("another_state") or STRANGERS in sentence.classes:
        return True
    own = law.stems.keys() | title_words(one.place.instrument.title, one.provision.lang).keys()
    words = [sentence.words[at] for at in outside if sentence.words[at].capital and sentence.words[at].weight >= RARE]
    return bool(words) and all(not _names(word.stem, own) for word in words)


def _names(stem: str, own: Set[str]) -> bool:
    return any(stem.startswith(one[:5]) for one in own if len(one) >= 5)
