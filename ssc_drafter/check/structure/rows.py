"""A norm as rows that people read: what each part is called, its words, what is said of it, its place."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct

from ssc_drafter.check import law
from ssc_drafter.check.structure.norm import Amount, Bearer, Gate, Norm, Part
from ssc_drafter.words import say

_LISTS = ("conditions", "exceptions", "provisos", "deference", "authority", "references")


class Row(Struct, frozen=True):
    """One row: the part's name, its words in the text, what is said of them, and where they stand."""

    name: str
    label: str
    text: str
    note: str
    start: int
    end: int


def rows(norm: Norm, ui: str = "") -> list[Row]:
    """Return the parts of a norm in the order of people's questions: what, whom, of what, but when, by whom, how much."""
    found = [_row("modality", norm.modal, ui, say(f"norms.{norm.modality}", ui))]
    if norm.bearer:
        found.append(_row("bearer", norm.bearer, ui, _who(norm.bearer, ui)))
    found += [_row(name, one, ui) for name, one in (("effect", norm.effect), ("object", norm.object)) if one]
    found += [_row(name, one, ui) for name in _LISTS for one in getattr(norm, name)]
    found += [_row("steps", one, ui, _gate(one, ui)) for one in norm.steps]
    found += [_row("quantities", one, ui, _amount(one, ui)) for one in norm.quantities]
    found += [_row("base", one.base, ui) for one in norm.quantities if one.base]
    return found + [_row("frame", one, ui, _classes(one.classes, ui)) for one in norm.frame]


def _row(name: str, one: Part | Bearer | Gate | Amount, ui: str, note: str = "") -> Row:
    return Row(name, say(f"norms.{name}", ui), one.text, note, one.start, one.end)


def _who(one: Bearer, ui: str) -> str:
    parts = [
        say(f"norms.kind_{one.kind}", ui),
        _classes(one.classes, ui),
        say("norms.from_chapeau", ui) if one.from_chapeau else "",
    ]
    return "; ".join(part for part in parts if part)


def _gate(one: Gate, ui: str) -> str:
    return "; ".join(say(f"norms.{name}", ui) for name in (f"step_{one.kind or 'other'}", f"status_{one.status}"))


def _amount(one: Amount, ui: str) -> str:
    unit = say(f"norms.scale_{one.scale}", ui) if one.scale in SCALES else one.unit if one.unit.isupper() else ""
    value = f"{one.value:,.2f}".rstrip("0").rstrip(".")
    counted = say(f"norms.compare_{one.compare}", ui, amount=f"{value} {unit}".strip())
    return counted if not one.per else say("norms.per", ui, amount=counted, time=_time(one.per, ui))


def _time(per: str, ui: str) -> str:
    value, _, scale = per.partition(" ")
    return f"{value} {say(f'norms.scale_{scale}', ui)}" if scale in SCALES else per


def _classes(names: tuple[str, ...], ui: str) -> str:
    lang = ui if ui in law.LANGUAGES else "en"
    known = law.classes()
    return ", ".join(known[name].words[lang][0] for name in names if name in known)


SCALES = ("days", "months", "percent", "hectares", "kilograms", "litres", "metres", "watts", "times", "count")


def as_json(norm: Norm) -> dict[str, Any]:
    """Return a norm with all its parts as it is written in JSON."""
    found: dict[str, Any] = msgspec.to_builtins(norm)
    return found
