"""Numbers and addresses hold for any tree; a tree survives JSON."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssc_drafter.tree.codec import from_json, to_json
from ssc_drafter.tree.nodes import (
    Agreement,
    Annex,
    Article,
    Blank,
    Bracket,
    Break,
    Inline,
    Item,
    Paragraph,
    Preamble,
    Provenance,
    Recital,
    Ref,
    Row,
    Table,
    Term,
    Text,
)
from ssc_drafter.tree.numbering import letters, numbered, roman

# what is drawn most often is drawn from a few: a tree of a hundred texts takes longer to make up than to test
words = st.text(st.characters(exclude_categories=("Cs",)), max_size=12) | st.sampled_from(
    ["", "the Parties", "\u200f א", "\x00<&>"]
)
names = st.sampled_from(["a", "b_2", "entry_into_force", "notices"])
simple: st.SearchStrategy[Inline] = st.one_of(
    st.builds(Text, words, st.sampled_from(["", "bold", "italic"]), st.just(""), names),
    st.builds(Term, names, words, st.booleans()),
    st.builds(Ref, names, words),
    st.builds(Blank, names, words),
    st.just(Break()),
)
runs = st.lists(simple | st.builds(Bracket, st.tuples(simple), words), max_size=3).map(tuple)
by = st.sampled_from([Provenance(), Provenance("a/b", "2026-11-25", "c", ("d", "e")), Provenance(edited_by="<Ó>")])
printed = st.sampled_from(["", "", "", "5 bis", "9A", "12", "(b)", "…"])
items = st.recursive(
    st.builds(Item, runs, st.just(()), printed, by),
    lambda inner: st.builds(Item, runs, st.lists(inner, max_size=3).map(tuple), printed, by),
    max_leaves=4,
)
paragraphs = st.builds(Paragraph, runs, st.lists(items, max_size=2).map(tuple), runs, printed, by)
tables = st.builds(Table, st.builds(Row, st.tuples(runs, runs)), st.just(()), runs, st.just((1,)), by)
blocks = st.lists(paragraphs | tables, max_size=3).map(tuple)
articles = st.builds(Article, names, runs, blocks, printed, by)
annexes = st.builds(Annex, names, runs, blocks, st.lists(articles, max_size=1).map(tuple), st.just(""), by)
agreements = st.builds(
    Agreement,
    st.just("test"),
    st.sampled_from(["en", "fr", "ar"]),
    st.sampled_from(["binding", "non_binding"]),
    st.just(()),
    st.just(()),
    st.none() | st.builds(Preamble, runs, st.lists(st.builds(Recital, runs, by), max_size=3).map(tuple), runs, by),
    st.lists(articles, max_size=4).map(tuple),
    annexes=st.lists(annexes, max_size=1).map(tuple),
)


@settings(max_examples=25, deadline=None)
@given(agreements)
@pytest.mark.slow
def test_a_tree_survives_json(agreement: Agreement) -> None:
    data = to_json(agreement)
    assert from_json(data) == agreement
    assert to_json(from_json(data)) == data


def bare(agreement: Agreement) -> Agreement:
    """Return the tree as our own drafts are: without printed numbers."""

    def item(one: Item) -> Item:
        return Item(one.content, tuple(item(inner) for inner in one.items))

    def article(one: Article) -> Article:
        rows = [Paragraph(b.content, tuple(map(item, b.items))) if isinstance(b, Paragraph) else b for b in one.blocks]
        return Article(one.name, one.heading, tuple(rows))

    made = tuple(article(one) for one in agreement.articles)
    return Agreement("", "en", "binding", (), (), agreement.preamble, made)


@settings(max_examples=25, deadline=None)
@given(agreements)
@pytest.mark.slow
def test_addresses_of_our_own_drafts_are_unique_and_numbers_count_up(agreement: Agreement) -> None:
    places = numbered(bare(agreement))
    addresses = [one.address for one in places]
    assert len(addresses) == len(set(addresses))
    articles_ = [one.number for one in places if isinstance(one.node, Article)]
    assert articles_ == [str(place) for place in range(1, len(articles_) + 1)]
    for one in places:
        if isinstance(one.node, Paragraph | Item):
            article = one.number.partition("(")[0]
            assert one.address.startswith(f"art_{article}__para_")


@given(st.integers(1, 400))
def test_letters_never_repeat_and_roman_numerals_add_up(value: int) -> None:
    assert letters(value) != letters(value + 1)
    assert len(letters(value)) == (value - 1) // 26 + 1
    worth = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    signs = [worth[sign] for sign in roman(value)]
    total = sum(-a if a < b else a for a, b in zip(signs, [*signs[1:], 0], strict=True))
    assert total == value
