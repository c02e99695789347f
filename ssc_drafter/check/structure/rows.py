"""A norm as rows that people read: what each part is called, its words, what is said of it, its place."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct

from ssc_drafter.check import law
from ssc_drafter.check.norms.calendar import BEGINS
from ssc_drafter.check.structure.naming import subjects
from ssc_drafter.check.structure.norm import Amount, Bearer, Gate, Norm, Part
from ssc_drafter.words import say

_LISTS = ("conditions", "exceptions", "provisos", "deference", "authority", "references", "mechanism", "priority")
_TIMES = {"most": "until", "below": "until", "least": "since", "above": "since", "exact": "when"}
YEAR, MONTH = 372, 31  # days of a year and of a month in the calendar of check/norms/calendar.py


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
    found += [_row("base", one.base, ui, one.base_when.text if one.base_when else "") for one in norm.quantities if one.base]
    found += [_row("frame", one, ui, subject(one.classes[0], ui)) for one in norm.frame]
    return found if norm.frame else [*found, Row("frame", say("norms.frame", ui), "", say("norms.subjects_none", ui), 0, 0)]


def subject(name: str, ui: str = "") -> str:
    """Return what a class of subject is called in a language of the pages, and of which wider one it is a part."""
    wider = law.classes()[name].under
    called = say(f"subjects.{name}", ui)
    return f"{called} ({say(f'subjects.{wider}', ui)})" if wider in subjects() else called


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
    if one.scale in ("date", "day_of_year"):
        return say(f"norms.{_TIMES[one.compare]}", ui, date=_day(one))
    unit = say(f"norms.scale_{one.scale}", ui) if one.scale in SCALES else one.unit if one.unit.isupper() else ""
    many = one.value
    if one.unit in SHARES:  # told as it is written: ten of a thousand, not one of a hundred
        unit, many = say(f"norms.scale_{one.unit}", ui), one.value / law.scales()[one.unit][1]
    value = f"{many:,.2f}".rstrip("0").rstrip(".")
    counted = say(f"norms.compare_{one.compare}", ui, amount=f"{value} {unit}".strip())
    return counted if not one.per else say("norms.per", ui, amount=counted, time=_time(one.per, ui))


def _day(one: Amount) -> str:
    """Return a day as figures: the year, with its month and day where it tells them; a day of every year without a year."""
    if one.scale == "day_of_year":
        month = max(place for place, begins in enumerate(BEGINS) if begins < one.value)
        return f"--{month + 1:02}-{int(one.value) - BEGINS[month]:02}"
    year, rest = divmod(int(one.value), YEAR)
    month, day = divmod(rest, MONTH)
    return f"{year}" + (f"-{month + 1:02}" if one.unit != "year" else "") + (f"-{day + 1:02}" if one.unit == "day" else "")


def _time(per: str, ui: str) -> str:
    value, _, scale = per.partition(" ")
    return f"{value} {say(f'norms.scale_{scale}', ui)}" if scale in SCALES else per


def _classes(names: tuple[str, ...], ui: str) -> str:
    lang = ui if ui in law.LANGUAGES else "en"
    known = law.classes()
    return ", ".join(known[name].words[lang][0] for name in names if name in known)


SHARES = ("per_1000", "per_100000")
SCALES = ("days", "months", "percent", "hectares", "kilograms", "litres", "metres", "watts", "times", "count")


def as_json(norm: Norm, ui: str = "") -> dict[str, Any]:
    """Return a norm with all its parts as it is written in JSON; `subjects` are its frame in the language of the pages."""
    found: dict[str, Any] = msgspec.to_builtins(norm)
    found["subjects"] = [{"class": one.classes[0], "called": subject(one.classes[0], ui)} for one in norm.frame]
    return found
