"""Akoma Ntoso: valid against the schema of OASIS, addresses as eIds, words whole."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
import trees
from lxml import etree
from test_word_writer import AGREEMENTS, CANARIES
from trees import article, para, small, words

from ssc_drafter.tree.bare import bare
from ssc_drafter.tree.nodes import Agreement, Annex, Bracket, Item, Paragraph, Text, TitleLine
from ssc_drafter.tree.numbering import numbered
from ssc_drafter.writers.akn.document import render

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
SCHEMA = Path(__file__).resolve().parents[2] / "schemas" / "akomantoso30.xsd"


@lru_cache(maxsize=1)
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMA))


ODD = {
    "nothing but a title": small(),
    "no title": Agreement("", "en", "binding", (), (), None, (article("a", "", para("")),)),
    "empty articles and annexes": small(article("a", ""), annexes=(Annex("p", ()), Annex("q", words("Q")))),
    "a name twice": small(article("a", "One", para("x"), number="3"), article("b", "Two", para("x"), number="3")),
    "only signatures": small(signatures=(trees.rich().signatures[1],)),
}


@pytest.mark.parametrize("name", [*AGREEMENTS, *ODD])
def test_it_is_valid(name: str) -> None:
    found = etree.fromstring(render((AGREEMENTS | ODD)[name]))
    assert schema().validate(found), schema().error_log


@pytest.mark.parametrize("name", AGREEMENTS)
def test_every_numbered_place_is_there_by_its_address(name: str) -> None:
    root = etree.fromstring(render(AGREEMENTS[name]))
    by_id = {one.get("eId"): one for one in root.iter(etree.Element) if one.get("eId")}
    for one in numbered(AGREEMENTS[name]):
        assert one.address in by_id
        if isinstance(one.node, Paragraph | Item):
            element = by_id[one.address]
            assert element.findtext(f"{AKN}num", "") == one.label
            first = next(element.iter(f"{AKN}p"))
            assert "".join(_words(first)) == trees.printed(one.node.content)
    for ref in root.iter(f"{AKN}ref"):
        assert ref.get("href").lstrip("#") in by_id


def _words(element: etree._Element) -> list[str]:
    made = [element.text or ""]
    for one in element:
        made += ["\n"] if one.tag == f"{AKN}eol" else _words(one)
        made.append(one.tail or "")
    return made


def test_nothing_of_the_house_leaves_with_it() -> None:
    text = render(trees.with_canaries()).decode()
    assert not [canary for canary in CANARIES if canary in text]


def test_bare_keeps_the_words_and_joins_what_looks_alike() -> None:
    made = small(
        article(
            "a",
            "One",
            Paragraph((Text("a "), Text("b", answer="x"), Text("c", "bold"), Text(""), Bracket((Text("d"), Text("e"))))),
        ),
        title=(TitleLine(words("T")),),
    )
    assert bare(made).articles[0].blocks[0].content == (Text("a b"), Text("c", "bold"), Bracket((Text("de"),)))
    assert bare(bare(trees.rich())) == bare(trees.rich())
