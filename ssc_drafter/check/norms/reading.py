"""What is read from a text: its words, sentences, marks of legal function, classes, quantities, steps."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import Any, Literal, TypeVar, TypeVarTuple

from msgspec import Struct

Status = Literal["required", "likely", "excluded", "named"]
Compare = Literal["most", "least", "above", "below", "exact"]


R = TypeVar("R")
S = TypeVar("S")
Rest = TypeVarTuple("Rest")
_NEW: Any = object()


def remembered(work: Callable[[S, *Rest], R]) -> Callable[[S, *Rest], R]:
    """Return `work` so that its outcome is kept with the value (a sentence, a reading) that it is worked out from.

    A clause is held against many provisions and a provision against many clauses: what depends on one side alone is worked
    out once. Further arguments have to be hashable; nobody may change an outcome.
    """
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def found(of: S, *args: *Rest) -> R:
        memory: dict[Any, Any] = of.__dict__
        key = name, args
        try:
            outcome: R = memory[key]
        except KeyError:
            outcome = _NEW
        if outcome is _NEW:
            memory[key] = outcome = work(of, *args)
        return outcome

    @wraps(work)
    def alone(of: S) -> R:  # most are asked of the value alone: this way takes half the time
        try:
            outcome: R = of.__dict__[name]
        except KeyError:
            outcome = _NEW
        if outcome is _NEW:
            of.__dict__[name] = outcome = work(of)  # type: ignore[call-arg]
        return outcome

    return alone if len(signature(work).parameters) == 1 else found  # type: ignore[return-value]


class Word(Struct, frozen=True, array_like=True, gc=False):
    """A token: its stem, its cognate key, its weight (rare words weigh most, function words nothing) and its place."""

    stem: str
    key: str
    weight: float
    start: int
    end: int
    capital: bool = False


class Mark(Struct, frozen=True, order=True, array_like=True, gc=False):
    """Words first to last (exclusive) of a sentence that have a legal function or belong to a class."""

    first: int
    last: int
    name: str


class Step(Struct, frozen=True, array_like=True, gc=False):
    """An approval, licence, consultation and the like: required before the act, likely so, excluded in words, or only named."""

    first: int
    last: int
    status: Status
    key: str
    kind: str = ""  # permit, register, notice ...: of law/classes/acts.toml


class Quantity(Struct, frozen=True, array_like=True, gc=False):
    """A number with its unit; `scale` is the dimension on which `value` may be compared (days, months, a currency).

    `per` is the time over which it is counted, on its scale ("12 months" for a year), empty where none is named. What it is a
    share of, or runs from ("of the price", "from signature"), stands in the words `base_first` to `base_last`.
    """

    first: int
    last: int
    value: float
    scale: str
    unit: str
    compare: Compare
    per: str = ""
    base_first: int = 0  # the words that say of what it is a share, or from when it runs; `base_last` 0 where none do
    base_last: int = 0


class Demand(Struct, frozen=True, array_like=True):
    """A step that the law asks for: its words, kinds and organs, the acts that wait for it, and the words of what waits."""

    first: int
    last: int
    status: Status
    kinds: frozenset[str]
    organs: tuple[Mark, ...]
    waits: tuple[Mark, ...]
    zone: tuple[int, ...]


class Role(Struct, frozen=True, array_like=True):
    """One who acts in a sentence: how that is said, the words of the name, the kinds of body, and whether no other may act.

    A "whoever" is a subject that names nobody or everyone ("no person", "every operator"): no one in particular acts.
    """

    kind: Literal["subject", "by", "belongs", "whoever"]
    first: int
    last: int
    bodies: frozenset[str]
    sole: bool


class Sentence(Struct, frozen=True, array_like=True, dict=True):
    """One sentence of a text with all that was read from it. `start` and `end` count code points of the text.

    What is worked out from it alone is remembered with it (`remembered`), beside its fields: neither compared nor written.
    """

    start: int
    end: int
    words: tuple[Word, ...]
    marks: dict[str, tuple[Mark, ...]]
    classes: dict[str, tuple[Mark, ...]]
    steps: tuple[Step, ...]
    quantities: tuple[Quantity, ...]
    stems: dict[str, float]  # what it is about: weights of its stems, and of the keys shared across languages
    keys: dict[str, float]
    acts: dict[str, tuple[Mark, ...]] = {}  # acts of law/classes/acts.toml, steps among them
    every_step: tuple[Step, ...] = ()  # steps, with those that only the classes of acts know
    demands: tuple[Demand, ...] = ()  # what it makes wait for a step, read as law
    roles: tuple[Role, ...] = ()  # who acts in it

    def has(self, *names: str) -> bool:
        """Whether one of these functions is marked."""
        return not self.marks.keys().isdisjoint(names)

    def of(self, name: str) -> tuple[Mark, ...]:
        """The marks of a function."""
        return self.marks.get(name, ())


class Reading(Struct, frozen=True, array_like=True, dict=True):
    """A text read: `sentences` in order."""

    text: str
    lang: str
    sentences: tuple[Sentence, ...]

    def span(self, sentence: Sentence, first: int, last: int) -> tuple[int, int]:
        """Return start and end in the text of the words `first` to `last` (exclusive) of a sentence."""
        return sentence.words[first].start, sentence.words[last - 1].end
