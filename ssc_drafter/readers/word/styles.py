"""Styles of a Word file: their names, what they inherit, and which paragraphs they make headings."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from lxml import etree

from ssc_drafter.readers.word.names import attribute, child, every, number, switch, value

_T = TypeVar("_T")
_HEADING = re.compile(r"^heading ([1-9])$")


class Styles:
    """The styles part of a file; a file without one has no styles."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default: dict[str, str] = {}
        self._chains: dict[tuple[str | None, str], list[etree._Element]] = {}  # asked for each run: followed once a style
        self._on: dict[tuple[str | None, str, str], bool | None] = {}
        self.defaults = child(root, "w:docDefaults", "w:rPrDefault", "w:rPr") if root is not None else None
        for style in every(root, "w:style") if root is not None else ():
            key = attribute(style, "styleId") or ""
            self._styles.setdefault(key, style)
            if attribute(style, "default") in ("1", "true", "on"):
                self._default[attribute(style, "type") or "paragraph"] = key

    def chain(self, key: str | None, kind: str = "paragraph") -> list[etree._Element]:
        """Return a style and those on which it is based, nearest first; circles are cut."""
        asked = (key, kind)
        if asked not in self._chains:
            found: list[etree._Element] = []
            key = key or self._default.get(kind)
            while key in self._styles and self._styles[key] not in found and len(found) < 40:
                found.append(self._styles[key])
                key = value(found[-1], "w:basedOn")
            self._chains[asked] = found
        return self._chains[asked]

    def style(self, key: str | None) -> str:
        """Return the name of a paragraph style as Word stores it (built-in names are English whatever Word's language)."""
        found = self.chain(key)
        return (value(found[0], "w:name") or "") if found and key else ""

    def language(self) -> str:
        """Return the language in which this file counts in words."""
        return attribute(child(self.defaults, "w:lang"), "val") or ""

    def first(self, key: str | None, ask: Callable[[etree._Element], _T | None], kind: str = "paragraph") -> _T | None:
        """Return what the nearest style in the chain says, or None."""
        return next((answer for style in self.chain(key, kind) if (answer := ask(style)) is not None), None)

    def on(self, key: str | None, name: str, kind: str = "paragraph") -> bool | None:
        """Return whether a style switches a property of its letters on (bold, hidden, struck through)."""
        asked = (key, name, kind)
        if asked not in self._on:
            self._on[asked] = self.first(key, lambda style: switch(style, "w:rPr", name), kind)
        return self._on[asked]

    def outline(self, properties: etree._Element | None) -> int:
        """Return the outline level of a paragraph: 1 to 9, or 0 for body text."""
        key = value(properties, "w:pStyle")
        own = number(properties, "w:outlineLvl")
        if own is None:
            own = self.first(key, lambda style: number(style, "w:pPr", "w:outlineLvl"))
        if own is not None:
            return own + 1 if 0 <= own <= 8 else 0
        for style in self.chain(key):
            found = _HEADING.match((value(style, "w:name") or "").lower())
            if found:
                return int(found.group(1))
        return 0

    def side(self, properties: etree._Element | None) -> str:
        """Return to which side a paragraph is set (`right`, `both` ...), or nothing where neither it nor its style says."""
        own = value(properties, "w:jc")
        if own is not None:
            return own
        return self.first(value(properties, "w:pStyle"), lambda style: value(style, "w:pPr", "w:jc")) or ""

    def numbering(self, properties: etree._Element | None) -> tuple[str, int | None, str]:
        """Return the list, its level and the style that gave it, of a paragraph: its own first, then that of its style."""
        own = child(properties, "w:numPr")
        key = value(properties, "w:pStyle")
        list_id, level = value(own, "w:numId"), number(own, "w:ilvl")
        if list_id is not None:
            return list_id, level, ""
        for style in self.chain(key):
            inherited = child(style, "w:pPr", "w:numPr")
            if inherited is not None and value(inherited, "w:numId") is not None:
                at = level if level is not None else number(inherited, "w:ilvl")
                return value(inherited, "w:numId") or "", at, attribute(style, "styleId") or ""
        return "", None, ""

    def list_of(self, key: str) -> str:
        """Return the list that a numbering style stands for."""
        return self.first(key, lambda style: value(style, "w:pPr", "w:numPr", "w:numId"), "numbering") or ""
