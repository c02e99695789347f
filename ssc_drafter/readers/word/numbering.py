"""Automatic numbers as Word prints them: which list a paragraph belongs to, how far it has counted, how that is written.

Lists count together when they share one abstract definition; a start override restarts the count where its list is used
first; a deeper level starts anew after a higher one unless it says otherwise (ECMA-376 part 1, 17.9).
"""

from __future__ import annotations

import re

from lxml import etree
from msgspec import Struct

from ssc_drafter.readers.word.figures import figure, padded
from ssc_drafter.readers.word.names import attribute, child, every, name, number, switch, value
from ssc_drafter.readers.word.styles import Styles

_SEPARATORS = {"space": " ", "nothing": ""}
_PLAIN = frozenset({"none", "decimal", "decimalZero"})
_PLACE = re.compile(r"%([1-9])")


class Level(Struct, frozen=True):
    """One level of a list: how it counts and how its number is written."""

    start: int = 0
    form: str = "decimal"
    shape: str = ""
    text: str = ""
    after: str = " "
    legal: bool = False
    restart: int | None = None
    style: str = ""


class Label(Struct, frozen=True):
    """The number of a paragraph as printed, what stands between it and the text, and its depth (1 is highest)."""

    text: str = ""
    after: str = ""
    depth: int = 0
    bullet: bool = False


class _List(Struct):
    base: str
    starts: dict[int, int]
    levels: dict[int, Level]
    pending: bool = True


class Numbering:
    """All lists of a file and how far each has counted. A file without lists numbers nothing."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, Level]] = {}
        self._linked: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self.unknown: set[str] = set()
        if root is not None:
            self._read(root)

    def _read(self, root: etree._Element) -> None:
        for definition in every(root, "w:abstractNum"):
            key = attribute(definition, "abstractNumId") or ""
            self._levels[key] = _levels(definition)
            linked = value(definition, "w:numStyleLink")
            if linked:
                self._linked[key] = linked
        for entry in every(root, "w:num"):
            starts, levels = {}, {}
            for change in every(entry, "w:lvlOverride"):
                depth = _depth(change)
                start = number(change, "w:startOverride")
                if start is not None:
                    starts[depth] = start
                own = child(change, "w:lvl")
                if own is not None:
                    levels[depth] = _level(own)
            self._lists[attribute(entry, "numId") or ""] = _List(value(entry, "w:abstractNumId") or "", starts, levels)

    def label(self, properties: etree._Element | None) -> Label | None:
        """Count a paragraph and return its number; None where it belongs to no list."""
        key, depth, style = self._styles.numbering(properties)
        if not key or key == "0":
            return None
        entry = self._lists.get(key)
        if entry is None:
            self.unknown.add(key)
            return None
        base = self._resolve(entry.base)
        levels = {**self._levels.get(base, {}), **entry.levels}
        if depth is None:
            depth = next((at for at, level in levels.items() if style and level.style == style), 0)
        if depth not in levels:
            self.unknown.add(key)
            return Label(depth=depth + 1)
        counts = self._counts.setdefault(base, {})
        _count(counts, levels, entry, depth)
        return self._written(counts, levels, depth)

    def _resolve(self, base: str) -> str:
        """Follow a definition that stands for the list of a style."""
        if base in self._linked and not self._levels.get(base):
            entry = self._lists.get(self._styles.list_of(self._linked[base]))
            if entry is not None:
                return entry.base
        return base

    def _written(self, counts: dict[int, int], levels: dict[int, Level], depth: int) -> Label:
        level = levels[depth]
        if level.form == "bullet":
            return Label(depth=depth + 1, bullet=True)

        def place(found: re.Match[str]) -> str:
            at = int(found.group(1)) - 1
            if at not in levels:
                return ""
            count = counts.get(at, levels[at].start)
            if level.legal and levels[at].form not in _PLAIN:  # legal numbering turns letters and Roman figures into digits
                return str(count)
            if levels[at].shape:
                return padded(count, levels[at].shape)
            return figure(count, levels[at].form, self._styles.language())

        text = _PLACE.sub(place, level.text)
        return Label(text, level.after if text else "", depth + 1)


def _count(counts: dict[int, int], levels: dict[int, Level], entry: _List, depth: int) -> None:
    if entry.pending:
        entry.pending = False
        for at in entry.starts:
            counts.pop(at, None)
    start = entry.starts.get(depth, levels[depth].start)
    counts[depth] = counts[depth] + 1 if depth in counts else start
    for at in range(depth):  # a level that was skipped counts as begun
        counts.setdefault(at, entry.starts.get(at, levels[at].start if at in levels else 1))
    for at in [at for at in counts if at > depth]:
        restart = levels[at].restart if at in levels else None
        if restart is None or (restart > 0 and depth < restart):
            del counts[at]


def _depth(element: etree._Element) -> int:
    text = attribute(element, "ilvl") or "0"
    return int(text) if text.isdigit() and len(text) < 3 else 0


def _levels(definition: etree._Element) -> dict[int, Level]:
    return {_depth(level): _level(level) for level in definition if name(level) == "w:lvl"}


def _level(element: etree._Element) -> Level:
    form = child(element, "w:numFmt")
    if form is None:  # newer formats stand in an alternative, the first of which newer Words read
        form = child(element, "mc:AlternateContent", "mc:Choice", "w:numFmt")
    return Level(
        start=number(element, "w:start") or 0,
        form=attribute(form, "val") or "decimal",
        shape=attribute(form, "format") or "",
        text=value(element, "w:lvlText") or "",
        after=_SEPARATORS.get(value(element, "w:suff") or "tab", " "),
        legal=switch(element, "w:isLgl") or False,
        restart=number(element, "w:lvlRestart"),
        style=value(element, "w:pStyle") or "",
    )
