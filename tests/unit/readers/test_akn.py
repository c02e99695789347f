"""Akoma Ntoso 2 and 3: printed lines, what the file claims of its structure, and doubts about it."""

from __future__ import annotations

import json

import pytest

from ssc_drafter.policies.provisions import segment
from ssc_drafter.readers import akn, xml
from ssc_drafter.readers.reading import Limits, Reading, Refusal

V3 = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
V2 = "http://www.akomantoso.org/2.0"
META = (
    '<meta><identification><FRBRWork><FRBRuri value="/akn/zz/act/2011/7"/><FRBRalias value="Fees Act"/><FRBRdate date="2011-05-04"/>'
    '<FRBRcountry value="zz"/></FRBRWork><FRBRExpression><FRBRdate date="2014-01-01"/><FRBRlanguage language="eng"/></FRBRExpression>'
    "</identification></meta>"
)
BODY = (
    "<preface><p>Fees Act</p></preface><body><part><num>Part I</num><heading>General</heading>"
    '<section eId="sec_1"><num>1.</num><heading>Fees</heading><content><p>A fee is <b>due</b>.</p></content></section>'
    '<section eId="sec_2"><num>2.</num><subsection><num>(1)</num><content><p>First.</p></content></subsection>'
    "<subsection><num>(2)</num><content><blockList><listIntroduction>In this section:</listIntroduction><item><num>(a)</num><p>one;<eol/>two.</p></item>"
    "</blockList></content></subsection></section></part></body>"
)


def read(body: str, space: str = V3) -> Reading:
    return akn.read(f'<akomaNtoso xmlns="{space}"><act>{META}{body}</act></akomaNtoso>'.encode(), Limits(), {})


@pytest.mark.parametrize("space", [V2, V3])
def test_numbers_stand_on_the_line_of_what_they_number(space: str) -> None:
    found = read(BODY, space)
    assert found.text.split("\n") == [
        "Fees Act",
        "Part I General",
        "1. Fees",
        "A fee is due.",
        "2. (1) First.",
        "(2) In this section:",
        "(a) one;",
        "two.",
    ]
    assert [(each.kind, each.style) for each in found.stretches][1:3] == [("heading", "part"), ("heading", "section")]


def test_facts_and_claimed_structure() -> None:
    found = read(BODY)
    wanted = {"title": "Fees Act", "country": "zz", "lang": "eng", "date": "2011-05-04", "expression_date": "2014-01-01"}
    assert wanted.items() <= found.facts.items()
    units = json.loads(found.facts["structure"])
    assert [(unit[0], unit[1], unit[2], unit[3], unit[6]) for unit in units] == [
        ("section", "sec_1", "1.", "Fees", ""),
        ("section", "sec_2", "2.", "", ""),
    ]
    assert found.text[units[0][4] : units[0][5]] == "1. Fees\nA fee is due.\n"


def test_quoted_and_annexed_articles_are_told_apart_and_doubled_names_are_said() -> None:
    quoted = '<p>replace:<mod><quotedStructure><section eId="sec_9"><num>9.</num><content><p>new</p></content></section></quotedStructure></mod></p>'
    body = f'<body><section eId="sec_1"><num>1.</num><content>{quoted}</content></section><section eId="sec_1"><content><p>again</p></content></section></body>'
    schedule = '<attachments><attachment><doc><mainBody><section eId="att_1"><num>1.</num><content><p>rate</p></content></section></mainBody></doc></attachment></attachments>'
    found = read(body + schedule)
    assert [unit[6] for unit in json.loads(found.facts["structure"])] == ["", "quoted", "", "annex"]
    assert {note.key for note in found.notes} == {"readers.akn_doubled", "readers.akn_no_numbers"}
    assert [each.marks for each in found.stretches if "new" in found.text[each.start : each.end]] == [("quote",)]


def test_notes_and_deleted_words_are_marked() -> None:
    found = read(
        "<body><section><num>1.</num><content><p>old<authorialNote><p>a note</p></authorialNote> text</p><p><del>gone</del></p></content></section></body>"
    )
    assert [(found.text[each.start : each.end], each.marks) for each in found.stretches] == [
        ("1. old text", ()),
        ("a note", ("note",)),
        ("gone", ("strike",)),
    ]


def test_a_bill_and_a_repealed_act_say_so() -> None:
    bill = f'<akomaNtoso xmlns="{V3}"><bill><body><p>x</p></body></bill></akomaNtoso>'
    assert akn.read(bill.encode(), Limits(), {}).facts["status"] == "bill"
    repealed = f'<akomaNtoso xmlns="{V3}"><act><meta><lifecycle><eventRef type="repeal" date="2019-01-01"/></lifecycle></meta><body><p>x</p></body></act></akomaNtoso>'
    assert akn.read(repealed.encode(), Limits(), {}).facts["status"] == "repealed"


def test_other_xml_with_articles_is_text_with_a_warning() -> None:
    found = xml.read(
        b"<treaty><meta><name>Pact</name></meta><body><article><title>x</title>Line one\nLine two</article></body></treaty>",
        Limits(),
        {},
    )
    assert found.text.split("\n") == ["x", "Line one", "Line two"]
    assert found.facts["title"] == "Pact"
    assert [note.key for note in found.notes] == ["readers.titled_xml"]
    with pytest.raises(Refusal, match="foreign_xml"):
        xml.read(b"<invoice><line/></invoice>", Limits(), {})


CHAPTERS = (
    '<body><chapter><num>1</num><heading>General</heading><section eId="s1"><num>1.</num><heading>Fees</heading><content><p>A fee is due.</p>'
    "</content></section></chapter><chapter><num>2</num><heading>Meetings</heading>"
    '<section eId="s2"><num>2.</num><heading>Quorum</heading><content><p>Two are enough.</p></content></section>'
    '<section eId="s3"><num>3.</num><heading>Votes</heading><content><p>One has one vote.</p></content></section></chapter>'
    '<chapter><num>3</num><heading>End</heading><section eId="s4"><num>4.</num><heading>End</heading><content><p>This ends.</p></content></section>'
    "</chapter></body>"
)


def test_a_chapter_whose_number_has_no_word_is_known_by_its_element_and_is_no_section() -> None:
    found = read(CHAPTERS)
    marked = [found.text[one.start : one.end] for one in found.stretches if "division:chapter" in one.marks]
    assert marked == ["1 General", "2 Meetings", "3 End"]
    cut = segment(found.text, "en", found.stretches)
    assert [one.number for one in cut.provisions] == list("1234") and not cut.other
    assert [one.within[0].shown for one in cut.provisions] == [
        "Chapter 1 (General)",
        "Chapter 2 (Meetings)",
        "Chapter 2 (Meetings)",
        "Chapter 3 (End)",
    ]
    assert not [one for one in read(BODY).stretches if any(mark.startswith("division") for mark in one.marks)]
