"""One norm as it is shown to people and compared across languages: its modality and its parts, each with its place."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ssc_drafter.check.norms.reading import Compare, Status

Modality = Literal[
    "duty",
    "prohibition",
    "permission",
    "right",
    "power",
    "exemption",
    "constitutive",
    "definition",
    "condition_of_validity",
    "precedence",
    "recommendation",  # what a text says should be done: nobody is bound to it as by a law
    "commitment",  # of a policy: what it or the State sets itself; nobody is bound to it as by a law
]
Kind = Literal["nobody", "everyone", "organ", "party", "person", "thing", "state", "policy"]  # the last two in policies alone


class Part(Struct, frozen=True):
    """Words of the text that are one part of a norm, `start` to `end`; `classes` are the classes of law/classes in them."""

    start: int
    end: int
    text: str
    classes: tuple[str, ...] = ()


class Bearer(Struct, frozen=True):
    """Whom a norm addresses: whoever it is (nobody, everyone), an organ, a Party, a person; `from_chapeau` where the words
    that lead into the list, or of a policy its section, name it. A policy that names nobody bears its aims itself: no words."""

    kind: Kind
    start: int
    end: int
    text: str
    classes: tuple[str, ...] = ()
    from_chapeau: bool = False


class Amount(Struct, frozen=True):
    """A quantity: value and unit on a scale, comparator, the time over which it is counted, and what it is a share of or runs
    from (`base`)."""

    start: int
    end: int
    text: str
    value: float
    scale: str
    unit: str
    compare: Compare
    per: str = ""
    base: Part | None = None
    base_when: Part | None = None  # of a table: the words that tell when the base was measured ("Baseline (2015)")


class Gate(Struct, frozen=True):
    """A step (approval, licence, consultation ...) that is demanded before the act, excluded in words, or only named."""

    start: int
    end: int
    text: str
    kind: str
    status: Status


class Norm(Struct, frozen=True):
    """One norm of a text. `modal` are the words that set its modality; parts that the text does not have are empty."""

    modality: Modality
    start: int
    end: int
    modal: Part
    bearer: Bearer | None
    frame: tuple[Part, ...]  # of which subjects: words of the classes of objects
    effect: Part | None  # what has to be done, is forbidden, comes about
    object: Part | None
    conditions: tuple[Part, ...] = ()
    exceptions: tuple[Part, ...] = ()
    provisos: tuple[Part, ...] = ()
    deference: tuple[Part, ...] = ()
    authority: tuple[Part, ...] = ()  # organs that it names beside the bearer
    references: tuple[Part, ...] = ()
    quantities: tuple[Amount, ...] = ()
    steps: tuple[Gate, ...] = ()
    mechanism: tuple[Part, ...] = ()  # of an aim of a policy: the fund, programme ... with which it is to be met
    priority: tuple[Part, ...] = ()
