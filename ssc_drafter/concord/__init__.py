"""Concord: do the language versions of one text say the same? Each difference is shown with the words of each side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from msgspec import Struct

from ssc_drafter.concord.facts import LANGUAGES, WIDE, Fact, Force, difference, facts, force
from ssc_drafter.language.states import names, unaccented
from ssc_drafter.policies.sentences import sentences
from ssc_drafter.tree.running import RunningText, Unit
from ssc_drafter.words import say

FORMAT = "ssc-drafter/concord/1"
FACETS = ("items", "references", "dates", "amounts", "numbers", "terms")
LONGEST = 300


class Version(Struct, frozen=True):
    """A language version: the name of its file and its text."""

    file: str
    text: RunningText


class Side(Struct, frozen=True):
    """What one version says where versions differ; `quote` is empty where it says nothing."""

    file: str
    address: str
    quote: str


class Difference(Struct, frozen=True):
    """A difference: what differs, and each version's words in the order of the files."""

    what: str
    sides: tuple[Side, ...]
    message: str


class Report(Struct, frozen=True):
    """The differences between versions, in the order of the first."""

    files: tuple[str, ...]
    differences: tuple[Difference, ...]
    not_read: tuple[tuple[str, str], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the document of `concord --json`."""
        listed = [
            {
                "what": one.what,
                "in": [{"file": side.file, "address": side.address, "quote": side.quote} for side in one.sides],
                "message": one.message,
            }
            for one in self.differences
        ]
        not_read = [{"file": file, "reason": reason} for file, reason in self.not_read]
        return {"format": FORMAT, "files": list(self.files), "differences": listed, "not_read": not_read}


def concord(versions: Sequence[Version], *, ui: str = "en") -> Report:
    """Return the differences between versions; one in a language without words is said to be left out."""
    known = [one for one in versions if one.text.lang in LANGUAGES]
    left = tuple(
        (one.file, say("concord.no_language", ui, language=one.text.lang or "?", languages=", ".join(LANGUAGES)))
        for one in versions
        if one not in known
    )
    found = tuple(_differences(known, ui)) if len(known) > 1 else ()
    return Report(tuple(one.file for one in versions), found, left)


def _differences(versions: list[Version], ui: str) -> Iterator[Difference]:
    tables = [_units(one.text) for one in versions]
    order = _order(tables)
    yield from _parties(versions, ui)
    yield from _articles(versions, tables, ui)
    for address in order:
        units = [table.get(address) for table in tables]
        here = [unit for unit in units if unit]
        if len(here) == len(versions):
            yield from _unit(versions, here, ui)
        elif address.split("__")[0] in _shared_heads(tables):
            yield _made("paragraphs", ui, _sides(versions, units), address=here[0].number or address)


def _units(text: RunningText) -> dict[str, Unit]:
    return {unit.address: unit for unit in text.units}


def _order(tables: list[dict[str, Unit]]) -> list[str]:
    order = list(tables[0])
    order += [address for table in tables[1:] for address in table if address not in tables[0]]
    return list(dict.fromkeys(order))


def _shared_heads(tables: list[dict[str, Unit]]) -> set[str]:
    heads = [{address.split("__")[0] for address in table} for table in tables]
    return set.intersection(*heads)


def _articles(versions: list[Version], tables: list[dict[str, Unit]], ui: str) -> Iterator[Difference]:
    """Yield the articles and annexes that not every version has."""
    shared = _shared_heads(tables)
    seen: set[str] = set()
    for address in _order(tables):
        head = address.split("__")[0]
        if head in shared or head in seen:
            continue
        seen.add(head)
        units = [next((unit for each, unit in table.items() if each.split("__")[0] == head), None) for table in tables]
        first = next(unit for unit in units if unit)
        yield _made("articles", ui, _sides(versions, units), address=first.article or head)


def _parties(versions: list[Version], ui: str) -> Iterator[Difference]:
    """Yield that versions name other numbers of Parties, or other States in their titles."""
    counts = {len(one.text.parties) for one in versions if one.text.parties}
    states = [_states(one.text) for one in versions]
    if len(counts) > 1 or any(one != states[0] for one in states):
        sides = tuple(Side(one.file, "title", ", ".join(one.text.parties) or one.text.title) for one in versions)
        yield _made("parties", ui, sides, address="title")


@lru_cache(maxsize=1)
def _state_names() -> re.Pattern[str]:
    listed = sorted((name for name in names() if len(name) > 3), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, listed))})(?!\w)")


def _states(text: RunningText) -> frozenset[str]:
    said = unaccented(" ".join(text.parties))
    return frozenset(names()[match] for match in _state_names().findall(said))


def _unit(versions: list[Version], units: list[Unit], ui: str) -> Iterator[Difference]:
    pairs = list(zip(versions, units, strict=True))
    said = [facts(one.text.text, one.text.lang, unit.start, unit.end) for one, unit in pairs]
    for facet in FACETS:
        odd = difference([side[facet] for side in said])
        if odd:
            found = " / ".join(
                ", ".join(_shown(version, each) for each in side) or "–" for version, side in zip(versions, odd, strict=True)
            )
            sides = tuple(_side(version, unit, side) for (version, unit), side in zip(pairs, odd, strict=True))
            yield _made(facet, ui, sides, address=units[0].number or units[0].address, found=found)
    if "__para_" in units[0].address:
        yield from _force(pairs, ui)


def _shown(version: Version, one: Fact) -> str:
    return " ".join(version.text.text[one.start : one.end].split())


def _force(pairs: list[tuple[Version, Unit]], ui: str) -> Iterator[Difference]:
    """Yield a permission or a refusal in the main clause of one version of which another says nothing at all.

    A duty is marked by no word where a language orders in the present or the future: it is compared with an intention only.
    """
    said = [force(one.text.text, one.text.lang, unit.start, unit.end) for one, unit in pairs]
    for name in WIDE:
        if any(name in one.main for one in said) and not all(name in one.main or name in one.wide for one in said):
            yield _forced(pairs, said, name, ui)
    orders = ["duty" in one.main and "intention" not in one.main for one in said]
    intends = ["intention" in one.main and "duty" not in one.main for one in said]
    if any(orders) and any(intends):
        yield _forced(pairs, said, "intention", ui)


def _forced(pairs: list[tuple[Version, Unit]], said: list[Force], name: str, ui: str) -> Difference:
    sides = tuple(
        _side(version, unit, [one.main[name]] if name in one.main else [])
        for (version, unit), one in zip(pairs, said, strict=True)
    )
    unit = pairs[0][1]
    return _made("force", ui, sides, address=unit.number or unit.address, found=say(f"concord.force_{name}", ui))


def _side(version: Version, unit: Unit, odd: list[Fact]) -> Side:
    """Return the sentence of a version in which it says what others do not, or the beginning of the unit."""
    text = version.text
    for one in sentences(text.text, text.lang, unit.start, unit.end):
        if odd and one.start <= odd[0].start < one.end:
            return Side(version.file, unit.address, text.text[one.start : one.end])
    return Side(version.file, unit.address, text.text[unit.start : min(unit.end, unit.start + LONGEST)])


def _sides(versions: list[Version], units: Iterable[Unit | None]) -> tuple[Side, ...]:
    return tuple(
        Side(
            one.file,
            unit.address if unit else "",
            one.text.text[unit.start : min(unit.end, unit.start + LONGEST)] if unit else "",
        )
        for one, unit in zip(versions, units, strict=True)
    )


def _made(what: str, ui: str, sides: tuple[Side, ...], *, address: str, found: str = "") -> Difference:
    return Difference(what, sides, say(f"concord.{what}", ui, place=address, found=found))
