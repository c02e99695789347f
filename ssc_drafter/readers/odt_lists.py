"""Lists and looks of an OpenDocument text: how its lists count, and which styles are bold, struck through or hidden."""

from __future__ import annotations

import re

from lxml import etree
from msgspec import Struct

from ssc_drafter.readers.counting import letters, roman
from ssc_drafter.readers.xml import local

_LEVELS = ("list-level-style-number", "outline-level-style")
_PLACE = re.compile(r"%(\d{1,2})%")


def _get(element: etree._Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


class Looks:
    """What paragraph and letter styles look like, with what they inherit."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._styles = {
            _get(each, "name"): each for root in roots if root is not None for each in root.iter() if local(each) == "style"
        }

    def of(self, style: str, around: frozenset[str] = frozenset()) -> frozenset[str]:
        """Return bold, italic, strike and hidden of a style, on top of what holds around it."""
        found: dict[str, bool] = {}
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            for each in self._styles[style]:
                if local(each) == "text-properties":
                    for mark, on in _looks(each).items():
                        found.setdefault(mark, on)
            style = _get(self._styles[style], "parent-style-name")
        return (around | {mark for mark, on in found.items() if on}) - {mark for mark, on in found.items() if not on}

    def shown(self, style: str) -> str:
        """Return the name that a person gave a style, where it was not made by the program for one paragraph."""
        seen: set[str] = set()
        while re.fullmatch(r"[PT]\d+", style) and style in self._styles and style not in seen:
            seen.add(style)
            style = _get(self._styles[style], "parent-style-name")
        found = self._styles.get(style)
        return (_get(found, "display-name") or style) if found is not None else style


def _looks(properties: etree._Element) -> dict[str, bool]:
    found: dict[str, bool] = {}
    weight, slant = _get(properties, "font-weight"), _get(properties, "font-style")
    line, display = _get(properties, "text-line-through-style"), _get(properties, "display")
    if weight:
        found["bold"] = weight == "bold" or (weight.isdigit() and int(weight) >= 600)
    if slant:
        found["italic"] = slant in ("italic", "oblique")
    if line:
        found["strike"] = line != "none"
    if display:
        found["hidden"] = display == "none"
    return found


class Level(Struct, frozen=True):
    """One level of a list; a bullet has no form."""

    form: str = ""
    before: str = ""
    after: str = ""
    shape: str = ""
    start: int = 1
    display: int = 1


class Lists:
    """All list styles of a file, and how far the lists have counted."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._styles: dict[str, dict[int, Level]] = {}
        self._of_style: dict[str, str] = {}
        for each in (each for root in roots if root is not None for each in root.iter()):
            if local(each) == "list-style":
                self._styles[_get(each, "name")] = _levels(each)
            elif local(each) == "outline-style":
                self._styles["\0outline"] = _levels(each)
            elif local(each) == "style" and _get(each, "list-style-name"):
                self._of_style[_get(each, "name")] = _get(each, "list-style-name")
        self._counts: dict[str, dict[int, int]] = {}
        self._open: list[tuple[str, str]] = []  # of each open list: its style and the name under which it counts

    def enter(self, element: etree._Element, depth: int) -> None:
        """Begin a list: it counts anew unless it continues another."""
        style = _get(element, "style-name") or (self._open[-1][0] if self._open else self._style_of_first(element))
        if depth > 1:
            self._open.append((style, self._open[-1][1]))
            return
        key = _get(element, "continue-list") or _get(element, "id") or style
        if not (_get(element, "continue-list") or _get(element, "continue-numbering") == "true"):
            self._counts[style] = {}
            self._counts[key] = {}
        counts = self._counts.setdefault(key, self._counts.get(style, {}))
        self._counts[style] = counts
        if _get(element, "id"):
            self._counts[_get(element, "id")] = counts
        self._open.append((style, key))

    def _style_of_first(self, element: etree._Element) -> str:
        paragraph = next((each for each in element.iter() if local(each) in ("p", "h")), None)
        return "" if paragraph is None else self._of_style.get(_get(paragraph, "style-name"), "")

    def leave(self, depth: int) -> None:
        """End a list; deeper levels count anew."""
        _, key = self._open.pop()
        for at in [at for at in self._counts.get(key, {}) if at > depth]:
            del self._counts[key][at]

    def count(self, item: etree._Element, depth: int) -> str:
        """Count an item and return its number as printed; a bullet gives nothing."""
        style, key = self._open[-1]
        levels = self._styles.get(style, {})
        own = _get(item, "start-value")
        return _step(self._counts.setdefault(key, {}), levels, depth, int(own) if own.isdigit() else None)

    def outline(self, level: int, uncounted: bool) -> str:
        """Count a heading by the outline of the document and return its number, if it has one."""
        levels = self._styles.get("\0outline", {})
        if uncounted or level not in levels:
            return ""
        return _step(self._counts.setdefault("\0outline", {}), levels, level, None)


def _step(counts: dict[int, int], levels: dict[int, Level], depth: int, own: int | None) -> str:
    level = levels.get(depth, Level())
    counts[depth] = own if own is not None else counts.get(depth, level.start - 1) + 1
    for at in [at for at in counts if at > depth]:
        del counts[at]
    if not level.form:
        return ""

    def shown(at: int) -> str:
        there = levels.get(at, level)
        return figure(counts.get(at, there.start), there.form)

    if level.shape:
        return _PLACE.sub(lambda found: shown(int(found.group(1))), level.shape)
    first = max(1, depth - level.display + 1)
    parts = [shown(at) for at in range(first, depth + 1) if levels.get(at, level).form]
    return f"{level.before}{'.'.join(parts)}{level.after}"


def figure(number: int, form: str) -> str:
    """Return a number as OpenDocument counts: 1, i, I, a, A."""
    if form.lower() == "i":
        shown = roman(number)
    elif form.lower() == "a":
        shown = letters(number)
    else:
        return str(number)
    return shown.upper() if form.isupper() else shown


def _levels(style: etree._Element) -> dict[int, Level]:
    found = {}
    for each in style:
        at = _get(each, "level")
        if not at.isdigit():
            continue
        if local(each) in _LEVELS:
            display, start = _get(each, "display-levels"), _get(each, "start-value")
            found[int(at)] = Level(
                _get(each, "num-format"),
                _get(each, "num-prefix"),
                _get(each, "num-suffix"),
                _get(each, "num-list-format"),
                int(start) if start.isdigit() else 1,
                int(display) if display.isdigit() else 1,
            )
        else:
            found[int(at)] = Level()
    return found
