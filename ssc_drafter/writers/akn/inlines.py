"""Words as Akoma Ntoso: terms, references, blanks and brackets keep what they are."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from lxml import etree

from ssc_drafter.tree.nodes import Blank, Bracket, Break, Inline, Inlines, Ref, Term, Text
from ssc_drafter.writers.references import Target
from ssc_drafter.writers.sheet import cleaned

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
Element = etree._Element


class Words:
    """What words need to be written: where references lead, and the numbers of the terms so far."""

    def __init__(self, targets: dict[str, Target]) -> None:
        self.targets = targets
        self.terms: dict[str, str] = {}  # name of a term -> its id among the references
        self._count = itertools.count(1)

    def term(self, name: str) -> str:
        """Return the id of a term among the references of the document."""
        return self.terms.setdefault(name, f"term_{len(self.terms) + 1}")

    def next_id(self) -> str:
        """Return the eId of the next place where a term stands."""
        return f"t_{next(self._count)}"


def akn(tag: str, *inner: Element | None, **attributes: str) -> Element:
    """Return an element of Akoma Ntoso with its attributes and the elements within it (None is left out)."""
    made = etree.Element(f"{{{AKN}}}{tag}", None, {None: AKN})  # type: ignore[dict-item]
    for name, value in attributes.items():
        made.set(name.rstrip("_"), value)
    made.extend(one for one in inner if one is not None)
    return made


def filled(made: Element, words: Words, inlines: Inlines) -> Element:
    """Put words into an element and return it."""
    for inline in inlines:
        for part in _inline(words, inline):
            _append(made, part)
    return made


def p(words: Words, inlines: Inlines, class_: str = "") -> Element:
    """Return words as a <p>."""
    return filled(akn("p", **({"class": class_} if class_ else {})), words, inlines)


def _append(made: Element, part: Element | str) -> None:
    if not isinstance(part, str):
        made.append(part)
    elif len(made):
        made[-1].tail = (made[-1].tail or "") + cleaned(part)
    else:
        made.text = (made.text or "") + cleaned(part)


def _inline(words: Words, inline: Inline) -> Iterator[Element | str]:
    if isinstance(inline, Text):
        yield _text(inline)
    elif isinstance(inline, Term):
        yield _term(words, inline)
    elif isinstance(inline, Ref):
        target = words.targets[inline.target]
        yield _holding(akn("ref", href=f"#{target.exact}"), inline.text)
    elif isinstance(inline, Blank):
        yield _holding(akn("fillIn", **{"class": cleaned(inline.slot), "title": cleaned(inline.prompt)}), f"[{inline.prompt}]")
    elif isinstance(inline, Bracket):
        title = {"title": cleaned(inline.by)} if inline.by else {}
        made = filled(akn("inline", name="bracket", **title), words, (Text(f"[{inline.by}: " if inline.by else "["),))
        filled(made, words, inline.content)
        _append(made, "]")
        yield made
    else:
        assert isinstance(inline, Break)
        yield akn("eol")


def _term(words: Words, term: Term) -> Element:
    if term.defines:
        return _holding(akn("def", refersTo=f"#{words.term(term.term)}"), term.text)
    return _holding(akn("term", eId=words.next_id(), refersTo=f"#{words.term(term.term)}"), term.text)


def _text(text: Text) -> Element | str:
    made: Element | None = None
    if text.lang:
        made = _holding(akn("span"), text.text)
        made.set(XML_LANG, text.lang)
    if text.emphasis:
        outer = akn("b" if text.emphasis == "bold" else "i")
        _append(outer, made if made is not None else text.text)
        made = outer
    return text.text if made is None else made


def _holding(made: Element, text: str) -> Element:
    _append(made, text)
    return made
