"""Our own Akoma Ntoso back to the agreement's tree (mapping: docs/akoma-ntoso.md), read inside the cage.

The tree comes out of the cage as JSON in the fact `tree` and is validated there again; a file that only looks like ours gives
no tree and is read as text like any other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args

from lxml import etree

from ssc_drafter.readers.source import Source
from ssc_drafter.readers.xml import local
from ssc_drafter.tree.bare import bare
from ssc_drafter.tree.codec import from_json
from ssc_drafter.tree.nodes import (
    Agreement,
    Annex,
    Article,
    Blank,
    Block,
    Bracket,
    Break,
    Inline,
    Inlines,
    Item,
    Paragraph,
    Party,
    Preamble,
    Recital,
    Ref,
    Register,
    Row,
    Signature,
    Table,
    Term,
    Testimonium,
    Text,
    TitleLine,
)
from ssc_drafter.tree.numbering import letters, roman, slug

OURS = "{urn:ssc-drafter:agreement:1}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_EMPHASIS: dict[str, Literal["bold", "italic"]] = {"b": "bold", "i": "italic"}
_LINES = {part: part for part in ("title", "joint", "party", "subject")}


def tree_of(source: Source) -> Agreement | None:
    """Return the tree that a file of ours carries, or None. Raises Problem where what it carries is no tree."""
    if "tree" not in source.facts:
        return None
    return from_json(source.facts["tree"].encode())


def agreement(root: etree._Element) -> Agreement | None:
    """Return the tree of a document that this program has written, or None where it is from elsewhere or was changed."""
    ours = next(root.iter(f"{OURS}agreement"), None)
    document = next((each for each in root if local(each) == "doc"), None)
    if ours is None or document is None:
        return None
    try:
        return _Reading(document).whole(ours)
    except (KeyError, ValueError, IndexError, TypeError, AttributeError):
        return None


class _Reading:
    """One document with its terms and the names of its articles and annexes."""

    def __init__(self, document: etree._Element) -> None:
        self.document = document
        self.terms = {each.get("eId", ""): each.get("showAs", "") for each in document.iter() if local(each) == "TLCTerm"}
        named = [each for each in document.iter() if local(each) in ("article", "attachment") and each.get("wId")]
        self.names = {each.get("eId", ""): each.get("wId", "") for each in named}

    def whole(self, ours: etree._Element) -> Agreement:
        """Return the agreement."""
        body = _one(self.document, "mainBody")
        register = ours.get("register", "")
        if register not in get_args(Register):
            raise ValueError(register)
        closing = _maybe(self.document, "conclusions")
        attached = _maybe(self.document, "attachments")
        preface = _maybe(self.document, "preface")
        found = Agreement(
            kind=ours.get("kind", ""),
            lang=ours.get("lang", ""),
            register=register,  # type: ignore[arg-type]
            title=tuple(self._title(line) for line in _all(preface, "p")),
            parties=tuple(Party(**{str(key): str(text) for key, text in each.attrib.items()}) for each in ours),
            preamble=self._preamble(_maybe(self.document, "preamble")),
            articles=tuple(self._article(each, place) for place, each in enumerate(_all(body, "article"), 1)),
            testimonium=self._testimonium(closing),
            signatures=tuple(self._signature(each) for each in _blocks(closing, "signature")),
            annexes=tuple(self._annex(each, place) for place, each in enumerate(_all(attached, "attachment"), 1)),
            unit=ours.get("unit", "article"),
            date=ours.get("date", ""),
            draft_mark=ours.get("draft_mark", ""),
        )
        return bare(found)

    def _title(self, line: etree._Element) -> TitleLine:
        part: Any = _LINES[line.get("class", "title")]
        return TitleLine(self.words(line), part)

    def _preamble(self, element: etree._Element | None) -> Preamble | None:
        if element is None:
            return None
        recitals = tuple(Recital(self.words(_one(each, "p"))) for each in _all(_maybe(element, "recitals"), "recital"))
        return Preamble(self.words(_one(element, "p")), recitals, self.words(_one(_one(element, "formula"), "p")))

    def _article(self, element: etree._Element, place: int) -> Article:
        number = _number(element, "art_", str(place))
        return Article(element.get("wId", ""), self._heading(element), self._inner(element), number)

    def _heading(self, element: etree._Element) -> Inlines:
        heading = _maybe(element, "heading")
        return () if heading is None else self.words(heading)

    def _inner(self, element: etree._Element) -> tuple[Block, ...]:
        """Return the paragraphs and tables of an article or annex; a printed number stays only where counting gives another."""
        units = [each for each in element if local(each) == "paragraph" or each.get("name") == "table"]
        alone = sum(local(each) == "paragraph" for each in units) == 1
        blocks: list[Block] = []
        place = 0
        for each in units:
            if local(each) != "paragraph":
                blocks.append(self._table(each))
                continue
            place += 1
            printed = _label(each).removesuffix(".")
            counted = "" if alone else str(place)
            blocks.append(self._paragraph(each, "" if printed == counted else printed))
        return tuple(blocks)

    def _paragraph(self, element: etree._Element, number: str) -> Paragraph:
        content, items, closing = self._parts(element, 2)
        return Paragraph(content, items, closing, number)

    def _parts(self, element: etree._Element, depth: int) -> tuple[Inlines, tuple[Item, ...], Inlines]:
        lead = _maybe(element, "content")
        if lead is None:
            lead = _one(element, "intro")
        points = tuple(self._item(each, place, depth) for place, each in enumerate(_all(element, "point"), 1))
        after = _maybe(element, "wrapUp")
        return self.words(_one(lead, "p")), points, () if after is None else self.words(_one(after, "p"))

    def _item(self, element: etree._Element, place: int, depth: int) -> Item:
        printed = _label(element).removeprefix("(").removesuffix(")")
        counted = letters(place) if depth == 2 else roman(place)
        content, items, _ = self._parts(element, depth + 1)
        return Item(content, items, "" if printed == counted else printed)

    def _table(self, element: etree._Element) -> Table:
        table = _one(_one(element, "content"), "table")
        caption = _maybe(table, "caption")
        rows = [[each for each in row if local(each) in ("th", "td")] for row in _all(table, "tr")]
        figures = sorted({place for row in rows for place, cell in enumerate(row) if cell.get("class") == "figures"})
        made = [Row(tuple(self.words(_one(cell, "p")) for cell in row)) for row in rows]
        return Table(made[0], tuple(made[1:]), () if caption is None else self.words(caption), tuple(figures))

    def _testimonium(self, closing: etree._Element | None) -> Testimonium | None:
        found = tuple(self._closing_words(each) for each in _blocks(closing, "testimonium"))
        return Testimonium(found) if found else None

    def _closing_words(self, element: etree._Element) -> Paragraph:
        lines = [(each.get("class", ""), self.words(each)) for each in _all(element, "p")]
        content = next((words for part, words in lines if part == "content"), ())
        closing = next((words for part, words in lines if part == "closing"), ())
        return Paragraph(content, tuple(Item(words) for part, words in lines if part == "item"), closing)

    def _signature(self, element: etree._Element) -> Signature:
        lines = {each.get("class", ""): self.words(each) for each in _all(element, "p")}
        return Signature(lines.get("lead", ()), lines.get("party", ()), lines.get("signatory", ()), lines.get("office", ()))

    def _annex(self, element: etree._Element, place: int) -> Annex:
        body = _one(_one(element, "doc"), "mainBody")
        articles = tuple(self._article(each, at) for at, each in enumerate(_all(body, "article"), 1))
        number = _number(element, "annex_", str(place))
        landscape = element.get("class") == "landscape"
        return Annex(element.get("wId", ""), self._heading(element), self._inner(body), articles, number, landscape=landscape)

    def words(self, element: etree._Element) -> Inlines:
        """Return the words in an element with what they are."""
        return tuple(self._inlines(element, "", ""))

    def _inlines(self, element: etree._Element, emphasis: Literal["", "bold", "italic"], lang: str) -> Iterator[Inline]:
        yield Text(element.text or "", emphasis, lang)
        for each in element:
            name = local(each)
            if name in _EMPHASIS:
                yield from self._inlines(each, _EMPHASIS[name], lang)
            elif name == "span":
                yield from self._inlines(each, emphasis, each.get(_LANG, lang))
            else:
                yield self._inline(name, each)
            yield Text(each.tail or "", emphasis, lang)

    def _inline(self, name: str, element: etree._Element) -> Inline:
        words = "".join(str(part) for part in element.itertext())
        if name in ("term", "def"):
            return Term(self.terms[element.get("refersTo", "").lstrip("#")], words, name == "def")
        if name == "ref":
            return Ref(self._target(element.get("href", "").lstrip("#")), words)
        if name == "fillIn":
            return Blank(element.get("class", ""), element.get("title", ""))
        if name == "eol":
            return Break()
        if name == "inline" and element.get("name") == "bracket":
            return Bracket(self._bracketed(element), element.get("title", ""))
        raise ValueError(name)

    def _bracketed(self, element: etree._Element) -> Inlines:
        """Return the words between the brackets, without the name of the Party that proposes them."""
        by = element.get("title", "")
        opening = f"[{by}: " if by else "["
        inner = list(bare(self.words(element)))
        first, last = inner[0], inner[-1]
        if not (isinstance(first, Text) and first.text.startswith(opening)):
            raise ValueError(opening)
        inner[0] = Text(first.text.removeprefix(opening), first.emphasis, first.lang)
        last = inner[-1]
        if not (isinstance(last, Text) and last.text.endswith("]")):
            raise ValueError("]")
        inner[-1] = Text(last.text.removesuffix("]"), last.emphasis, last.lang)
        return tuple(inner)

    def _target(self, address: str) -> str:
        """Return the name of the article or annex at an address, and the numbers within."""
        steps = address.split("__")
        for size in range(len(steps), 0, -1):
            name = self.names.get("__".join(steps[:size]))
            if name is not None:
                return "/".join([name, *(step.split("_", 1)[1] for step in steps[size:])])
        raise KeyError(address)


def _all(element: etree._Element | None, name: str) -> list[etree._Element]:
    return [] if element is None else [each for each in element if local(each) == name]


def _maybe(element: etree._Element, name: str) -> etree._Element | None:
    return next((each for each in element if local(each) == name), None)


def _one(element: etree._Element, name: str) -> etree._Element:
    found = _maybe(element, name)
    if found is None:
        raise KeyError(name)
    return found


def _blocks(closing: etree._Element | None, kind: str) -> list[etree._Element]:
    return [each for each in _all(closing, "blockContainer") if each.get("class") == kind]


def _label(element: etree._Element) -> str:
    number = _maybe(element, "num")
    return "" if number is None else (number.text or "")


def _number(element: etree._Element, before: str, counted: str) -> str:
    """Return the printed number behind the word ("Article 5 bis"), where counting would give another."""
    step = element.get("eId", "").rpartition("__")[2].removeprefix(before)
    words = _label(element).split(" ")
    ends = [" ".join(words[place:]) for place in range(1, len(words))]
    found = next((end for end in ends if slug(end) == step), ends[-1] if ends else "")
    return "" if found == counted else found
