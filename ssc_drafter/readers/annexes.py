"""What is attached to an agreement: its annexes with their titles, their paragraphs and their tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ssc_drafter.readers.articles import Found
from ssc_drafter.readers.paragraphs import Paper, Stretch, paragraphs, without_points
from ssc_drafter.readers.tables import Tabular, blanked, parted, tables_in
from ssc_drafter.tree.running import Unit


class Attached(Struct, frozen=True):
    """What is attached: how it is cited ("Annex 1"), its printed title ("Work plan") or none, its place, its paragraphs.

    `tables` are those of a file that tells where cells stand; `landscape`: its pages lie on their side.
    """

    address: str
    label: str
    title: str
    place: tuple[int, int]
    paragraphs: tuple[Stretch, ...]
    tables: tuple[Tabular, ...] = ()
    landscape: bool = False

    def blocks(self) -> list[Stretch | Tabular]:
        """Return paragraphs and tables in printed order."""
        return sorted((*self.paragraphs, *self.tables), key=lambda one: one.start)


def annexes(found: Found, on: Paper) -> Iterator[Attached]:
    """Yield what is attached to an agreement, each with its paragraphs and tables."""
    text, place = found.on.text, 0
    tables = tables_in(found.on.printed, found.attached)
    bare = blanked(text, tables)
    for here in found.regions:
        if here.marker is None or here.marker.kind != "attached" or here.start < found.attached:
            continue
        place += 1
        label = re.sub(r"\s+", " ", text[here.marker.start : here.marker.end]).strip(" #*_")
        address, begin = f"annex_{place}", _behind_title(found, here.marker.end)
        title = re.sub(r"\s+", " ", text[here.marker.end : begin]).strip(" #*_") or _named(label, here.marker.name)
        own = tuple(one for one in tables if begin <= one.start and one.end <= here.end)
        body = tuple(
            without_points(part) for one in paragraphs(bare, "", "", begin, here.end, on) for part in parted(bare, one, own)
        )
        printed = found.on.at(here.marker.start)
        lies = printed is not None and "landscape" in printed.marks
        yield Attached(address, label, title, (here.start, here.end), body, own, lies)


def _behind_title(found: Found, end: int) -> int:
    """Return where the title of an annex ends: the lines of its heading behind the one that says "Annex 1"."""
    on = found.on
    while (line := re.compile(r"\s*([^\n]+)").match(on.text, end)) is not None:
        printed = on.at(line.start(1))
        if printed is None or printed.kind != "heading" or "line" not in printed.marks:
            break
        end = line.end()
    return end


def _named(label: str, name: str) -> str:
    """Return the title that stands in one line with the number: "Annex 1. Work plan"."""
    number = name.rpartition(" ")[2]
    found = re.match(rf"\w+\s+{re.escape(number)}\W+(?=\w)", label, re.IGNORECASE)
    return label[found.end() :] if found else ""


def annex_units(here: Attached) -> list[Unit]:
    """Return the units of an annex: its paragraphs, counted, and its tables, each with its caption as one unit."""
    units, paragraph, table = [], 0, 0
    for one in here.blocks():
        if isinstance(one, Stretch):
            paragraph += 1
            address, number = f"para_{paragraph}", f"{here.label}, {paragraph}"
        else:
            table += 1
            address, number = f"table_{table}", here.label
        units.append(Unit(f"{here.address}__{address}", number, one.start, one.end, "", here.label))
    return units
