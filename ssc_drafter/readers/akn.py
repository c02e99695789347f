"""Akoma Ntoso 2 and 3: the printed text of an act, bill or agreement, and its structure as the file claims it.

A number stands on the line of its heading or first paragraph, as it is printed. The structure goes into the fact `structure`
(JSON: element, eId, number, heading, start, end, container, of every article and section); it is a hint and not believed
blindly: machine-made files have a valid frame and false contents.
"""

from __future__ import annotations

import json
import re

from lxml import etree

from ssc_drafter.readers.akn_agreement import agreement
from ssc_drafter.readers.reading import Draft, Limits, Reading, Refusal, shorten
from ssc_drafter.readers.source import Stretch
from ssc_drafter.readers.xml import local, parse
from ssc_drafter.tree.codec import to_json

_SPACE = re.compile(r"[ \t\n\r\f]+")
_UPPER_NAMES = (
    "chapter part title book tome division subdivision subchapter subpart subtitle subdivision annex attachment component "
    "hcontainer crossHeading"
)
_UPPER = frozenset(_UPPER_NAMES.split())
_UNITS = frozenset(["article", "section", "rule", "proviso", "clause"])
_INNER_NAMES = "paragraph subsection subparagraph subclause point indent alinea subrule list sublist item level transitional"
_INNER = frozenset(_INNER_NAMES.split())
_BLOCK_NAMES = (
    "p block intro wrapUp wrap content listIntroduction listWrapUp listConclusion blockList ul ol li toc tocItem preface "
    "preamble recitals recital citations citation formula longTitle body mainBody conclusions conclusion signature "
    "attachments components doc act bill amendment debate statement quotedStructure embeddedStructure quotedText "
    "embeddedText table tr td th caption  container tblock blockContainer interstitial foreign coverPage header docTitle"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split()) | _UPPER | _UNITS | _INNER | {"num", "heading", "subheading"}
_GROUPS = _UPPER - {"annex", "attachment", "component", "hcontainer", "crossHeading"}
_BARE = re.compile(r"\W*(?:\d{1,3}|[IVXLC]{1,7})[A-Z]?\W*")  # the number of a chapter without the word, which the element tells
_NUMBER_GLUES = frozenset(["num"])
_SKIPPED = frozenset(["meta", "staticContent", "coverPage", "img", "marker"])
_QUOTED = frozenset(["quotedStructure", "embeddedStructure", "quotedText", "embeddedText"])
_ANNEXED = frozenset(["attachment", "attachments", "component", "components", "annex"])
_LOOKS = {"b": "bold", "i": "italic", "del": "strike"}
_KINDS = frozenset(["act", "bill", "doc", "documentCollection", "amendment", "officialGazette", "statement", "judgment"])


def read(data: bytes, limits: Limits, options: dict[str, str]) -> Reading:
    """Return an Akoma Ntoso file. Raises Refusal where its body holds no text."""
    root = parse(data)
    document = next((each for each in root.iter() if local(each) in _KINDS), None)
    if document is None:
        raise Refusal("readers.no_body")
    if not any(_words(each) for each in document if local(each) != "meta"):
        raise Refusal("readers.no_body")
    draft = Draft(limits, _facts(document))
    walk = _Walk(draft)
    walk.visit(root, (), "", 0)
    walk.flush()
    draft.facts["structure"] = json.dumps(walk.units, ensure_ascii=False)
    ours = agreement(root)
    if ours is not None:
        draft.facts["tree"] = to_json(ours).decode()
    _doubt(walk, draft)
    return draft.done()


def _facts(document: etree._Element) -> dict[str, str]:
    """Return what the file says of itself: title, country, language, dates, number, kind of document, repeal."""
    facts = {"document": local(document)}
    for element in document.iter():
        name, value = local(element), element.get("value", "").strip()
        around = element.getparent()
        above = "" if around is None else local(around)
        if name == "FRBRalias" and above == "FRBRWork" and value:
            facts.setdefault("title", value)
        elif name == "FRBRcountry" and value:
            facts.setdefault("country", value)
        elif name == "FRBRlanguage":
            facts.setdefault("lang", element.get("language", ""))
        elif name == "FRBRdate" and above in ("FRBRWork", "FRBRExpression"):
            facts.setdefault("date" if above == "FRBRWork" else "expression_date", element.get("date", ""))
        elif name == "FRBRuri" and above == "FRBRWork":
            facts.setdefault("uri", value)
        elif name in ("eventRef", "event") and element.get("type") == "repeal":
            facts["status"] = "repealed"
        elif name in ("docTitle", "shortTitle"):
            facts.setdefault("title", _words(element))
    preface = next((_words(each) for each in document if local(each) == "preface"), "")
    facts.setdefault("title", shorten(preface, 300))
    if facts["document"] == "bill":
        facts.setdefault("status", "bill")
    return {key: text for key, text in facts.items() if text}


class _Walk:
    """Goes through the document in the order of reading and hands over one printed line after the other."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.units: list[list[str | int]] = []
        self.ids: list[str] = []
        self.unnumbered = 0
        self._pieces: list[tuple[str, tuple[str, ...]]] = []
        self._number = ""
        self._shape = Stretch(0, 0)
        self._glue = False
        self._notes: list[etree._Element] = []

    def visit(self, element: etree._Element, marks: tuple[str, ...], container: str, depth: int) -> None:
        """Read an element with all that is in it."""
        name = local(element)
        if name in _SKIPPED or not name:
            return
        if name in ("authorialNote", "note"):
            self._notes.append(element)
            return
        if name in ("br", "eol"):
            self._line_break()
            return
        marks = marks + ((_LOOKS[name],) if name in _LOOKS else ())
        container, marks = _around(name, element, container, marks)
        unit = self._begin(element, name, container) if name in _UNITS else None
        if name in _BLOCKS:
            self._open(element, name, depth)
        inside = depth + 1 if name in _UPPER | _UNITS | _INNER else depth
        self._put(element.text, marks)
        for child in element:
            self.visit(child, marks, container, inside)
            self._put(child.tail, marks)
        self._close(name)
        if unit is not None:
            unit[5] = self.draft.length

    def _begin(self, element: etree._Element, name: str, container: str) -> list[str | int]:
        self.flush()
        key = element.get("eId") or element.get("id") or ""
        number, heading = _child_text(element, "num"), _child_text(element, "heading")
        unit: list[str | int] = [name, key, number, heading, self.draft.length, self.draft.length, container]
        self.units.append(unit)
        self.ids.append(key)
        self.unnumbered += not number
        return unit

    def _open(self, element: etree._Element, name: str, depth: int) -> None:
        if not self._glue or name in ("subheading", "crossHeading"):
            self.flush()
        around = element.getparent()
        parent = "" if around is None else local(around)
        if name in ("heading", "num", "crossHeading", "subheading") and parent in _UPPER | _UNITS:
            bare = name == "num" and parent in _UNITS and not _child_text(around, "heading")
            group = parent in _GROUPS and _BARE.fullmatch(_child_text(around, "num"))
            marks = (f"division:{parent}",) if group else ()
            self._shape = Stretch(0, 0, "item" if bare else "heading", max(depth, 1), "", parent, marks)
        elif name == "docTitle":
            self._shape = Stretch(0, 0, "heading", 0, "", name)
        elif name in ("td", "th"):
            self._shape = Stretch(0, 0, "cell")
        elif name == "tocItem":
            self._shape = Stretch(0, 0, marks=("toc",))
        elif not self._glue:
            inner = parent in _INNER or name in _INNER
            self._shape = Stretch(0, 0, "item" if inner else "paragraph", depth if inner else 0, "", parent if inner else "")

    def _close(self, name: str) -> None:
        if name == "num":
            self._number = _SPACE.sub(" ", "".join(text for text, _ in self._pieces)).strip()
            if self._number:
                self._put(" ", ())
                self._glue = True
        elif name in _BLOCKS:
            self.flush()

    def _line_break(self) -> None:
        shape = self._shape
        self.flush()
        self._shape = Stretch(0, 0, shape.kind, shape.level, "", shape.style, (*shape.marks, "line"))

    def _put(self, text: str | None, marks: tuple[str, ...]) -> None:
        if text:
            self._pieces.append((text, marks))
            if text.strip():
                self._glue = False

    def flush(self) -> None:
        """End the line."""
        pieces, self._pieces = self._pieces, []
        number, self._number, self._glue = self._number, "", False
        text = _SPACE.sub(" ", "".join(piece for piece, _ in pieces)).strip(" ")
        if text:
            shape = self._shape
            shared = set.intersection(*(set(marks) for piece, marks in pieces if piece.strip()))
            label = number if number and text.startswith(number) else ""
            self.draft.add(text, Stretch(0, 0, shape.kind, shape.level, label, shape.style, (*shape.marks, *sorted(shared))))
        notes, self._notes = self._notes, []
        for note in notes:
            words = _words(note)
            if words:
                self.draft.add(words, Stretch(0, 0, marks=("note",)))


def _around(name: str, element: etree._Element, container: str, marks: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Return in what container an element stands, and the marks that follow from it."""
    if name in _QUOTED:
        return container or "quoted", (*marks, "quote")
    if name in _ANNEXED or (name == "hcontainer" and element.get("name") in ("schedule", "annex", "appendix")):
        return container or ("schedule" if element.get("name") == "schedule" else "annex"), marks
    return container, marks


def _words(element: etree._Element) -> str:
    return _SPACE.sub(" ", "".join(str(part) for part in element.itertext())).strip()


def _child_text(element: etree._Element | None, name: str) -> str:
    if element is None:
        return ""
    found = next((each for each in element if local(each) == name), None)
    return "" if found is None else _words(found)


def _doubt(walk: _Walk, draft: Draft) -> None:
    """Say where the claimed structure contradicts itself."""
    keys = [key for key in walk.ids if key]
    doubled = sorted({key for key in keys if keys.count(key) > 1})
    if doubled:
        draft.note("readers.akn_doubled", names=", ".join(doubled[:10]), count=len(doubled))
    if walk.unnumbered:
        draft.note("readers.akn_no_numbers", count=walk.unnumbered)
