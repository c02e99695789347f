"""An answer is never structure (T02, D3): whatever is typed, the tree keeps its shape and the words stand as typed."""

from __future__ import annotations

from pathlib import Path

import pytest
import shelf
from hypothesis import given, settings
from hypothesis import strategies as st
from rowwise import each_row

from ssc_drafter.assemble import assemble
from ssc_drafter.language.pasted import seen
from ssc_drafter.library.load import Library
from ssc_drafter.tree.codec import from_json, to_json
from ssc_drafter.tree.nodes import Agreement, Article, Break, Inlines, Item, Paragraph, Table, Text
from ssc_drafter.tree.numbering import numbered

SLOTS = """
[slots.words]
kind = "long_text"
ask = { en = "Words" , fr = "Mots" }
sample = "w"
[slots.rows]
kind = "list"
ask = { en = "Rows", fr = "Lignes" }
sample = [ { cell = "c" } ]
[slots.rows.columns.cell]
kind = "long_text"
ask = { en = "Cell", fr = "Case" }
"""
TEXT = """{{ words }}
*{{ words }}*, said "{{ words }}".
The Parties:
  (a) {{ words }};
    (i) {{ words }};
{% for row in rows %}
  (b) {{ row.cell }};
{% endfor %}
  {{ words }}
| Words | Cell |
|---|--:|
{% for row in rows %}
| {{ words }} | {{ row.cell }} |
{% endfor %}
"""
NASTY = [
    "{{7*7}}", "{% if x %}", "## Article 9", "1. First", "  (a) a point", "(b) a point", "| a | b |", "|= caption", "= Heading",
    "*bold*", "**x**", "\\*", "[[words]]", "[[?words]]", "a\nb", "a\n\n  (a) b", "\ue000[\"ref\",\"x\",\"\"]\ue001", "\ue0021\ue003",
    "R&D <Ltd> 'x' \"y\"", "None", "undefined", "\u202e", "العربية", "title: x", "{# c #}", "a  b", " ;", "x;", "%s %(a)s {0}",
]  # fmt: skip


SHAPE = [
    ("Article", "1", "art_1"),
    ("Paragraph", "1.", "art_1__para_1"),
    ("Paragraph", "2.", "art_1__para_2"),
    ("Paragraph", "3.", "art_1__para_3"),
    ("Item", "(a)", "art_1__para_3__point_a"),
    ("Item", "(i)", "art_1__para_3__point_a__point_i"),
    ("Item", "(b)", "art_1__para_3__point_b"),
    ("Table", "", "art_1__table_1"),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root: Path = tmp_path_factory.mktemp("library")
    shelf.clause(root, "words", TEXT, SLOTS)
    shelf.kind(root, ["words"])
    return Library.load(root)


def drafted(library: Library, text: str) -> Agreement:
    answers = {"parties": shelf.PARTIES, "words.words": text, "words.rows": [{"cell": text}]}
    return assemble(library, "test", answers)


def inlines(article: Article) -> list[Inlines]:
    found: list[Inlines] = [article.heading]

    def items(rows: tuple[Item, ...]) -> None:
        for row in rows:
            found.append(row.content)
            items(row.items)

    for block in article.blocks:
        if isinstance(block, Paragraph):
            found.append(block.content)
            items(block.items)
            found.append(block.closing)
        elif isinstance(block, Table):
            found += [cell for row in (block.heading, *block.rows) for cell in row.cells]
    return found


def shape(agreement: Agreement) -> list[tuple[str, str, str]]:
    return [(type(one.node).__name__, one.label, one.address) for one in numbered(agreement)]


def words_of(runs: Inlines, name: str) -> list[str]:
    """Return the texts of answers that stand side by side, breaks as new lines."""
    said: list[str] = []
    fresh = True
    for run in runs:
        if isinstance(run, Break):
            said[-1:] = [(said[-1] if said else "") + "\n"]
            fresh = False
        elif isinstance(run, Text) and run.answer == name:
            said[-1:] = [said[-1] + run.text] if not fresh else [*said[-1:], run.text]
            fresh = False
        else:
            fresh = True
    return said


def held(library: Library, text: str) -> None:
    agreement = drafted(library, text)
    assert shape(agreement) == SHAPE
    clean = seen(text).strip()
    first = agreement.articles[0].blocks[0]
    assert isinstance(first, Paragraph)
    assert (
        "".join("\n" if isinstance(run, Break) else run.text for run in first.content if isinstance(run, Text | Break)) == clean
    )
    for runs in inlines(agreement.articles[0]):
        for said in words_of(runs, "words.words") + words_of(runs, "words.rows"):
            assert clean.startswith(said) or said.strip("\n") in clean
    assert from_json(to_json(agreement)) == agreement


@each_row("text", NASTY)
def test_what_looks_like_structure_is_printed(library: Library, text: str) -> None:
    held(library, text)


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=200))
@pytest.mark.slow
def test_any_text_leaves_the_shape(library: Library, text: str) -> None:
    if not seen(text).strip():
        return
    held(library, text)


def test_ends_of_points_are_finished_whatever_the_answers(library: Library) -> None:
    article = drafted(library, "x;").articles[0]
    (points,) = [block for block in article.blocks if isinstance(block, Paragraph) and block.items]
    assert isinstance(points.items[0].items[0].content[-1], Text)
    assert points.items[0].items[0].content[-1].text == "; and"
