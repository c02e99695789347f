"""Whatever is typed is printed, sign by sign, in every format, and is never structure (failures.md D2, D3, D7; trust.md T02, T15)."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest
import trees
import wordfile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt
from trees import article, item, para, small, table, words

from ssc_drafter.tree.nodes import Agreement, Annex, Blank, Bracket, Text, TitleLine
from ssc_drafter.tree.running import running_text
from ssc_drafter.writers import formats
from ssc_drafter.writers.html import page
from ssc_drafter.writers.plain import markdown
from ssc_drafter.writers.sheet import cleaned

TYPED = [
    "R&D <Ltd> 'x' \"y\"", "## Article 9", "1. Not a list", "- nor this", "{{ 7*7 }}", "{% for x in y %}", "*bold* _it_ `code`", "| a | b |",
    "<script>alert(1)</script>", "]]>", "&amp;", "\\", "a  b", "  led by spaces ", "[link](http://x)", "http://x.example", "~~~", "+ x", "= x",
    "Article ??", "a\u00a0b", "e\u0301", "🙂", "$x$", "<!-- x -->", "#", "> quoted", "![x](y)", "1) x", "***", "---", "a\tb", "a\nb",
]  # fmt: skip
TEXT = st.one_of(st.sampled_from(TYPED), st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60))


def holding(text: str) -> Agreement:
    """An agreement with the text at every place where an answer may come to stand."""
    return small(
        article("a", text, para(text, items=(item(text),), closing=text)),
        article("b", "Two", para("x ", Text(text, "bold"), " ", Blank("s", text), Bracket(words(text), text)), para("y")),
        annexes=(Annex("p", words(text), (table((text, "B"), ("x", text)),)),),
        title=(TitleLine(words(text)),), draft_mark=text,
    )  # fmt: skip


def shape(data: bytes) -> list[tuple[str, str]]:
    return [(line.style, line.label) for line in wordfile.lines(data)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT)
@pytest.mark.slow
def test_word_prints_it_and_stays_of_one_shape(text: str) -> None:
    data = formats.render(holding(text), "docx")
    assert shape(data) == shape(formats.render(holding("x"), "docx"))
    wanted = cleaned(text).replace("\r\n", "\n").replace("\r", "\n")
    found = [line.text for line in wordfile.lines(data)]
    assert found.count(wanted) >= 4  # title, item, closing words, cell
    assert f"x {wanted} [{wanted}][{wanted}: {wanted}]" in found
    header = etree.fromstring(wordfile.parts(data)["word/header1.xml"])
    assert wordfile.words(header).startswith(wanted)


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("br", "bdi") and ("class", "knit") not in attrs:
            self.tags.append(tag)
            self.words += ["\n"] if tag in ("p", "td", "th", "h1", "h2", "h3") else []
        elif tag == "br":
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL))
    return reader


@settings(max_examples=60, deadline=None)
@given(TEXT)
@pytest.mark.slow
def test_html_prints_it_and_stays_of_one_shape(text: str) -> None:
    found = read(page(holding(text)))
    assert found.tags == read(page(holding("x"))).tags
    wanted = cleaned(text).replace("\r\n", "\n")
    assert "".join(found.words).count(wanted) >= 8


@settings(max_examples=80, deadline=None)
@given(TEXT)
@pytest.mark.slow
def test_markdown_prints_it_and_stays_of_one_shape(text: str) -> None:
    """Read back by a CommonMark parser that is not ours."""
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    wanted, plain = parser.parse(markdown(holding("x"))), parser.parse(markdown(holding(text)))
    assert [token.type for token in plain] == [token.type for token in wanted]
    words_found = "".join(_inner(token) for token in plain)
    assert squeezed(words_found).count(squeezed(cleaned(text))) >= 8


def _inner(token: object) -> str:
    children = getattr(token, "children", None)
    if children is None:
        return ""
    return "".join(
        child.content if child.type == "text" else "\n" if child.content == "<br>" or "break" in child.type else ""
        for child in children
    )


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@settings(max_examples=60, deadline=None)
@given(TEXT)
def test_akoma_ntoso_prints_it(text: str) -> None:
    root = etree.fromstring(formats.render(holding(text), "akn"))
    found = "\n".join("".join(one.itertext()) for one in root.iter("{*}p"))
    assert found.count(cleaned(text).replace("\r\n", "\n").replace("\r", "\n")) >= 5


def test_nothing_missing_is_printed_as_a_word() -> None:
    for name in ("docx", "html", "md", "akn"):
        data = formats.render(trees.rich(), name)
        text = "".join(line.text for line in wordfile.lines(data)) if name == "docx" else html.unescape(data.decode())
        assert not re.search(r"\b(None|undefined|nan|NaN)\b", text), name


def test_html_and_markdown_print_the_numbers_of_the_running_text() -> None:
    """What the check reads and what is printed are one text: each of its lines stands in each format."""
    wanted = [line.strip() for line in running_text(trees.rich()).text.split("\n") if line.strip() and " | " not in line]
    found = squeezed("".join(read(page(trees.rich())).words))
    for line in wanted:
        bare = re.sub(r"^(\d+)\. (?=[A-Z])", "", line) if line.split(". ")[0].isdigit() else line
        assert squeezed(bare) in found, line
    assert "2\\. A Project document shall state:" in markdown(trees.rich())
