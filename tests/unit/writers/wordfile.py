"""A Word file as a test sees it: parts, paragraphs with the numbers that Word would print, fields, bookmarks.

The numbers are computed here from numbering.xml alone, by Word's rules and without our own code.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Line(Struct, frozen=True):
    """A paragraph: what Word prints before it, its own words, its style, its list and level."""

    label: str
    text: str
    style: str
    list: str
    level: int
    bookmarks: tuple[str, ...]


class Field(Struct, frozen=True):
    code: str
    result: str


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts(data)[name])


def words(element: etree._Element) -> str:
    """The printed words of a paragraph: text, tabs, breaks; no field codes."""
    made = []
    for one in element.iter(f"{W}t", f"{W}tab", f"{W}br"):
        if one.getparent().tag == f"{W}r":
            made.append({f"{W}t": one.text or "", f"{W}tab": "\t", f"{W}br": "\n"}[one.tag])
    return "".join(made)


def _letter(value: int) -> str:
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _roman(value: int) -> str:
    made = ""
    for worth, sign in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        made, value = made + sign * (value // worth), value % worth
    return made


FORMS = {"decimal": str, "lowerLetter": _letter, "lowerRoman": _roman}


class Lists:
    """Counts as Word does: counters belong to the abstract list; an instance with startOverride begins anew at its first use."""

    def __init__(self, numbering: etree._Element) -> None:
        self.levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        for abstract in numbering.iter(f"{W}abstractNum"):
            levels = {}
            for lvl in abstract.iter(f"{W}lvl"):
                form = lvl.find(f"{W}numFmt").get(f"{W}val")
                levels[int(lvl.get(f"{W}ilvl"))] = (
                    form,
                    lvl.find(f"{W}lvlText").get(f"{W}val"),
                    int(lvl.find(f"{W}start").get(f"{W}val")),
                )
            self.levels[abstract.get(f"{W}abstractNumId")] = levels
        self.abstract = {
            num.get(f"{W}numId"): num.find(f"{W}abstractNumId").get(f"{W}val") for num in numbering.iter(f"{W}num")
        }
        self.overrides = {
            num.get(f"{W}numId"): {int(one.get(f"{W}ilvl")): int(one.find(f"{W}startOverride").get(f"{W}val")) for one in num.iter(f"{W}lvlOverride")}
            for num in numbering.iter(f"{W}num")
        }  # fmt: skip
        self.counters: dict[str, dict[int, int]] = {}
        self.used: set[tuple[str, int]] = set()

    def label(self, number: str, level: int) -> str:
        if number == "0":
            return ""
        abstract = self.abstract[number]
        counters, levels = self.counters.setdefault(abstract, {}), self.levels[abstract]
        if level in self.overrides[number] and (number, level) not in self.used:
            counters[level] = self.overrides[number][level]
        else:
            counters[level] = counters.get(level, levels[level][2] - 1) + 1
        self.used.add((number, level))
        for deeper in [one for one in counters if one > level]:
            del counters[deeper]

        def shown(match: re.Match[str]) -> str:
            one = int(match.group(1)) - 1
            return FORMS[levels[one][0]](counters.get(one, levels[one][2]))

        return re.sub(r"%(\d)", shown, levels[level][1])


def lines(data: bytes) -> list[Line]:
    """Every paragraph of the body with the number that Word prints before it."""
    styles = {one.get(f"{W}styleId"): one for one in part(data, "word/styles.xml").iter(f"{W}style")}
    lists, found = Lists(part(data, "word/numbering.xml")), []
    for one in part(data).find(f"{W}body").iter(f"{W}p"):
        look = one.find(f"{W}pPr")
        style = look.find(f"{W}pStyle").get(f"{W}val")
        number, level = _list(look)
        based: str | None = style
        while number is None and based in styles:
            number, level = _list(styles[based].find(f"{W}pPr"))
            above = styles[based].find(f"{W}basedOn")
            based = None if above is None else above.get(f"{W}val")
        label = lists.label(number, level) if number else ""
        marks = tuple(mark.get(f"{W}name") for mark in one.iter(f"{W}bookmarkStart"))
        found.append(Line(label, words(one), style, number or "", level, marks))
    return found


def _list(look: etree._Element | None) -> tuple[str | None, int]:
    found = None if look is None else look.find(f"{W}numPr")
    if found is None:
        return None, 0
    level = found.find(f"{W}ilvl")
    return found.find(f"{W}numId").get(f"{W}val"), 0 if level is None else int(level.get(f"{W}val"))


def fields(root: etree._Element) -> Iterator[Field]:
    """Every complex field of a part. An unfinished one, or one without a separate, is an error."""
    open_: list[dict[str, str | bool]] = []
    for run in root.iter(f"{W}r"):
        char = run.find(f"{W}fldChar")
        kind = "" if char is None else char.get(f"{W}fldCharType")
        if kind == "begin":
            open_.append({"code": "", "result": "", "separate": False})
        elif kind == "separate":
            open_[-1]["separate"] = True
        elif kind == "end":
            done = open_.pop()
            assert done["separate"], f"a field without a result: {done}"
            yield Field(str(done["code"]).strip(), str(done["result"]))
            if open_:
                open_[-1]["result"] = str(open_[-1]["result"]) + str(done["result"])
        elif open_:
            key = "result" if open_[-1]["separate"] else "code"
            open_[-1][key] = str(open_[-1][key]) + (run.findtext(f"{W}instrText") or "" if key == "code" else words(run))
    assert not open_, f"fields that do not end: {open_}"
