"""Our own Akoma Ntoso comes back as the tree that it was written from."""

from __future__ import annotations

from pathlib import Path

import pytest
import shelf

from ssc_drafter.readers import cage
from ssc_drafter.readers.akn_agreement import tree_of
from ssc_drafter.tree import nodes
from ssc_drafter.tree.bare import bare
from ssc_drafter.tree.nodes import (
    Agreement,
    Annex,
    Article,
    Blank,
    Bracket,
    Break,
    Item,
    Paragraph,
    Party,
    Preamble,
    Recital,
    Ref,
    Row,
    Signature,
    Table,
    Term,
    Text,
    TitleLine,
)
from ssc_drafter.writers.akn.document import render

LIBRARY = shelf.shipped()


def agreement(*articles: Article, **more: object) -> Agreement:
    made: dict[str, object] = {
        "kind": "memorandum_of_understanding", "lang": "fr", "register": "non_binding", "title": (TitleLine((Text("Accord"),)),),
        "parties": (Party("le Gouvernement de la Valmérie", "Valmérie", "government", "XA", "", "fr"),), "preamble": None,
        "articles": articles, "date": "2026-11-25", "draft_mark": "Projet 2",
    }  # fmt: skip
    return Agreement(**(made | more))  # type: ignore[arg-type]


def whole() -> Agreement:
    """Return an agreement in which every kind of node stands."""
    words = (
        Text("Plain "), Text("bold", "bold"), Text(" "), Text("العربية", "", "ar"), Text("вместе", "italic", "ru"), Break(), Term("party", "“Parties”", True),
        Text(" and "), Term("party", "Parties"), Text(", see "), Ref("money/2", "paragraph 2"), Text(" and "), Ref("plan", "Annex 1"), Text(" or "),
        Ref("inner/1/a/i", "point"), Blank("seat", "the seat"), Bracket((Text("x "), Ref("money", "Article 2")), "XA"), Bracket((Text("open"),)),
    )  # fmt: skip
    items = (Item((Text("a"),), (Item((Text("i"),)), Item((Text("ii"),), (), "bis"))), Item((Text("c"),), (), "c"))
    table = Table(
        Row(((Text("A"),), (Text("B"),))),
        (
            Row(
                ((Text("1"),), (Text("2"), Break(), Text("3"))),
            ),
        ),
        (Text("Costs"),),
        (1,),
    )
    first = Article("purpose", (Text("Purpose"),), (Paragraph(words, items, (Text("closing"),)),))
    money = Article(
        "money",
        (),
        (
            Paragraph((Text("one"),)),
            Paragraph((Text("two"),), (), (), "2 bis"),
            Paragraph((Text("two, counted third"),), (), (), "2"),
            table,
        ),
    )
    printed = Article("imported", (Text("Old"),), (Paragraph((Text("alone"),), (), (), "1"),), "5 bis")
    inner = Article("inner", (Text("Inner"),), (Paragraph((Text("p"),), (Item((Text("a"),), (Item((Text("i"),)),)),)),))
    return agreement(
        first, money, printed,
        preamble=Preamble((Text("The Parties,"),), (Recital((Text("Recalling,"),)), Recital((Text("Noting,"),))), (Text("agree:"),)),
        testimonium=nodes.Testimonium((Paragraph((Text("Done at "),), (Item((Text("one"),)),), (Text("end"),)), Paragraph((Text("both texts"),)))),
        signatures=(Signature((Text("For"),), (Text("X"),), (), (Text("Minister"),)), Signature((Text("For"),), (Text("Y"),))),
        annexes=(Annex("plan", (Text("Plan"),), (Paragraph((Text("p"),)), table)), Annex("rules", (Text("Rules"),), (), (inner,), "B")),
    )  # fmt: skip


def back(tree: Agreement, folder: Path) -> Agreement | None:
    path = folder / "agreement.xml"
    path.write_bytes(render(tree))
    return tree_of(cage.read_source(path))


def test_every_kind_of_node_comes_back(tmp_path: Path) -> None:
    assert back(whole(), tmp_path) == bare(whole())


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("kind", sorted(LIBRARY.kinds))
@pytest.mark.slow
def test_every_sample_comes_back(kind: str, lang: str, tmp_path: Path) -> None:
    from ssc_drafter.assemble.whole import assemble

    tree = assemble(LIBRARY, kind, {}, lang, blanks=True, date="2026-11-25")
    assert back(tree, tmp_path) == bare(tree)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'register="non_binding"', b'register="odd"'),
        (b"<mainBody", b"<mainBody2"),
        (b'refersTo="#term_1"', b'refersTo="#term_99"'),
        (b'href="#annex_1"', b'href="#annex_9"'),
        (b"urn:ssc-drafter:agreement:1", b"urn:ssc-drafter:agreement:2"),
    ],
)
def test_a_changed_file_is_read_as_text_and_gives_no_tree(old: bytes, new: bytes, tmp_path: Path) -> None:
    written = render(whole())
    assert old in written
    path = tmp_path / "changed.xml"
    path.write_bytes(
        written.replace(old, new).replace(b"</mainBody>", b"</mainBody2>" if b"mainBody2" in new else b"</mainBody>")
    )
    found = cage.read_source(path)
    assert tree_of(found) is None
    assert "counted third" in found.text
