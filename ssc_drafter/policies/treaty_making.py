"""How States come to be bound: what law/treaty_making says of each, with the status of every line."""

from __future__ import annotations

import datetime
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec
from msgspec import Struct

from ssc_drafter import places
from ssc_drafter.errors import Problem
from ssc_drafter.tree.nodes import Register

FOLDER = places.LAW / "treaty_making"
Status = Literal["read", "part", "mem", "stale"]
Stage = Literal[
    "mandate",
    "consultation",
    "vetting",
    "cabinet",
    "full_powers",
    "signature",
    "parliament",
    "ratification",
    "notification",
    "publication",
    "deposit",
    "registration",
]
T = TypeVar("T")


class Basis(Struct, frozen=True, forbid_unknown_fields=True):
    """A law or a settled practice on which steps rest."""

    title: str
    status: Status
    date: str = ""
    provision: str = ""
    source: dict[str, str] = {}


class Rule(Struct, frozen=True, forbid_unknown_fields=True):
    """A step that a State's law or practice asks for. `when` empty: always; else any one of these triggers calls for it.

    `asks`: it is no step but a question to the ministry.
    """

    stage: Stage
    who: tuple[str, ...]
    act: str
    basis: str | dict[str, str]
    status: Status
    when: tuple[str, ...] = ()
    registers: tuple[Register, ...] = ("binding",)
    source: dict[str, str] = {}
    note: dict[str, str] = {}
    asks: bool = False


class State(Struct, frozen=True, forbid_unknown_fields=True):
    """What is known of one State. `transition`: its constitution is being replaced, so everything wants another look."""

    country: str
    checked_on: datetime.date
    basis: tuple[Basis, ...]
    step: tuple[Rule, ...]
    transition: bool = False
    warning: dict[str, str] = {}


class Common(Struct, frozen=True, forbid_unknown_fields=True):
    """The order of the stages, and the steps of every State whose own file says nothing that always holds for the stage."""

    checked_on: datetime.date
    stages: tuple[Stage, ...]
    step: tuple[Rule, ...]


class Trigger(Struct, frozen=True, forbid_unknown_fields=True):
    """What in a draft calls for a step: clauses (with `:variant`), answers of yes, capacities of a Party.

    `asked`: a draft need not show it, so the officer is asked. `exception`: a simpler route, which `unless` takes away and
    which with `needs` is only looked at where a sign of it stands; it is never more than a question.
    """

    clauses: tuple[str, ...] = ()
    switches: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    asked: bool = False
    exception: bool = False
    needs: bool = False
    unless: tuple[str, ...] = ()


def _read(path: Path, wanted: type[T]) -> T:
    try:
        raw: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        return msgspec.convert(raw, wanted)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise Problem("steps.file_unreadable", f"law/treaty_making/{path.name}", detail=error) from error


@lru_cache(maxsize=128)
def state(country: str) -> State | None:
    """Return what is known of a State by its two letters; None where it has no file. Raises Problem for a broken file."""
    if country not in countries():
        return None
    return _read(FOLDER / f"{country.lower()}.toml", State)


@lru_cache(maxsize=1)
def countries() -> tuple[str, ...]:
    """Return the States that have a file, by their two letters."""
    return tuple(sorted(path.stem.upper() for path in FOLDER.glob("[a-z][a-z].toml")))


@lru_cache(maxsize=1)
def common() -> Common:
    """Return the steps of every State. Raises Problem for a broken file."""
    return _read(FOLDER / "_common.toml", Common)


@lru_cache(maxsize=1)
def triggers() -> dict[str, Trigger]:
    """Return the triggers by name. Raises Problem for a broken file."""
    return _read(FOLDER / "_triggers.toml", dict[str, Trigger])
