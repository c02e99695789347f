"""Amendment: protocol and consolidated text agree, whatever was changed; what a protocol cannot do is refused."""

from __future__ import annotations

import random

import msgspec
import pytest
import shelf
from rowwise import each_row

from ssc_drafter import places
from ssc_drafter.assemble.amendment import changes_between, changes_in, consolidated, lost_references, protocol
from ssc_drafter.assemble.changed_articles import changes_from
from ssc_drafter.assemble.protocol_frame import frame
from ssc_drafter.assemble.quoting import normal
from ssc_drafter.errors import Problem
from ssc_drafter.tree.codec import from_json, to_json
from ssc_drafter.tree.nodes import Agreement, Annex, Article, Item, Paragraph, Ref, Text, plain
from ssc_drafter.tree.running import running_text
from ssc_drafter.tree.walk import placed

replace = msgspec.structs.replace
PARENTS = (
    ("framework_agreement", "en"), ("framework_agreement", "fr"), ("technical_cooperation_agreement", "es"),
    ("implementing_arrangement", "pt"), ("triangular_agreement", "en"),
)  # fmt: skip


def parent_of(kind: str, lang: str) -> Agreement:
    path = sorted((places.TEMPLATES / kind / "samples").glob("*.yaml"))[0]
    return shelf.sample(path, lang)


def protocol_of(parent: Agreement, edited: Agreement) -> Agreement:
    made = protocol(parent, changes_between(parent, edited), frame(shelf.shipped(), parent, {}))
    return from_json(to_json(made))


def bare(node: Article | Annex) -> tuple[object, ...]:
    return (node.name, node.heading, normal(node.blocks), getattr(node, "articles", ()))


def changed(one: Article, dice: random.Random) -> Article:
    """Return an article with new words: a paragraph, points, a reference, or another heading."""
    new = dice.choice(
        [
            Paragraph((Text("The Parties shall meet."),)),
            Paragraph((Text("They shall: "),), (Item((Text("name one;"),)), Item((Text("name two"),)))),
            Paragraph((Text("Under "), Ref("objective", "Article 1"), Text(" they act."))),
            Paragraph((Text("They: "),), (Item((Text("go"),)),), closing=(Text("as agreed."),)),
        ]
    )
    blocks = dice.choice([(new,), (*one.blocks, new), (new, *one.blocks)])
    return replace(one, blocks=blocks, heading=dice.choice([one.heading, (Text("Another"),)]))


def edited_at_random(parent: Agreement, dice: random.Random) -> Agreement:
    articles: list[Article] = []
    for place, one in enumerate(parent.articles):
        what = dice.choice(["keep", "keep", "keep", "replace", "delete", "insert"])
        if what != "delete":
            articles.append(changed(one, dice) if what == "replace" else one)
        if what == "insert":
            articles.append(Article(f"made_{place}", (Text("New"),), changed(one, dice).blocks))
    annexes = tuple(replace(one, heading=(Text("Renewed"),)) if dice.random() < 0.5 else one for one in parent.annexes)
    return replace(parent, articles=tuple(articles), annexes=annexes)


@pytest.mark.slow
@each_row(("kind", "lang"), PARENTS)
def test_the_protocol_applied_to_the_parent_is_the_edited_text(kind: str, lang: str) -> None:
    parent = parent_of(kind, lang)
    for seed in range(40):
        edited = edited_at_random(parent, random.Random(seed))
        if edited == parent:
            continue
        whole = consolidated(parent, protocol_of(parent, edited))
        kept = {one.name for one in edited.articles}
        assert [bare(one) for one in whole.articles if one.name in kept] == [bare(one) for one in edited.articles]
        assert [bare(one) for one in whole.annexes] == [bare(one) for one in edited.annexes]
        gone = [one for one in whole.articles if one.name not in kept]
        assert all(not one.blocks for one in gone)
        assert {one.name for one in gone} == {one.name for one in parent.articles} - kept
        assert (whole.title, whole.preamble, whole.parties) == (parent.title, parent.preamble, parent.parties)


def test_numbers_of_the_articles_that_stay_do_not_move() -> None:
    parent = parent_of("framework_agreement", "en")
    new = Article("publication", (Text("Publication"),), (Paragraph((Text("They shall publish."),)),))
    articles = (*parent.articles[:3], new, *parent.articles[4:])
    whole = consolidated(parent, protocol_of(parent, replace(parent, articles=articles)))
    before = {one.node.name: one.number for one in placed(parent) if isinstance(one.node, Article)}
    after = {one.node.name: one.number for one in placed(whole) if isinstance(one.node, Article)}
    assert after.pop("publication") == "3 bis"
    assert after == before


def test_the_protocol_says_what_it_does() -> None:
    parent = parent_of("framework_agreement", "fr")
    rows = [
        {"article": "l'article 6", "op": "replace", "text": {"fr": "Premier.\nSecond :\n  (a) un ;\n  (b) deux."}},
        {"article": "8", "op": "insert", "heading": {"fr": "Publication"}, "text": {"fr": "Les Parties publient."}},
        {"article": "article 10", "op": "delete"},
    ]
    changes = changes_from(rows, parent)
    made = protocol(parent, changes, frame(shelf.shipped(), parent, {}))
    text = running_text(made).text.replace("\u00a0", " ").replace("\u202f", " ")
    assert "L’article 6 de l’instrument modifié est remplacé par le texte suivant :" in text
    assert "« Article 8 bis. Publication" in text
    assert "Les Parties publient. »" in text or "Les Parties publient.»" in text
    assert "L’article 10 de l’instrument modifié est supprimé." in text
    assert [one.op for one in changes_in(made)] == ["replace", "insert", "delete"]
    assert made.parties == parent.parties and made.signatures == parent.signatures


def test_references_to_what_was_deleted_are_named() -> None:
    parent = parent_of("framework_agreement", "en")
    cited = next(
        run.target
        for article in parent.articles
        for block in article.blocks
        if isinstance(block, Paragraph)
        for run in block.content
        if isinstance(run, Ref) and any(one.name == run.target for one in parent.articles)
    )
    edited = replace(parent, articles=tuple(one for one in parent.articles if one.name != cited))
    assert cited in lost_references(consolidated(parent, protocol_of(parent, edited)))
    assert lost_references(parent) == ()


def refused(parent: Agreement, edited: Agreement) -> str:
    with pytest.raises(Problem) as caught:
        changes_between(parent, edited)
    return caught.value.key


def test_what_a_protocol_cannot_do_is_refused() -> None:
    parent = parent_of("framework_agreement", "en")
    assert refused(parent, parent) == "amend.no_change"
    assert refused(parent, replace(parent, title=parent.title[:1])) == "amend.only_articles"
    assert refused(parent, replace(parent, articles=parent.articles[::-1])) == "amend.moved"


@each_row(
    ("row", "key"),
    [
        ({"article": "article 99", "op": "delete"}, "amend.no_article"),
        ({"article": "article 1", "op": "repeal"}, "amend.no_op"),
        ({"article": "article 1", "op": "replace", "text": {"fr": "Seul en français."}}, "amend.no_text"),
    ],
)
def test_a_row_that_cannot_be_carried_out_is_refused(row: dict[str, object], key: str) -> None:
    with pytest.raises(Problem) as caught:
        changes_from([row], parent_of("framework_agreement", "en"))
    assert caught.value.key == key


def test_an_imported_number_is_kept() -> None:
    whole = Agreement(
        "", "en", "binding", (), (), None, (Article("art_5", (), (Paragraph((Text("One."),), number="1"),), number="5"),)
    )
    changes = changes_from([{"article": "5", "op": "replace", "text": "Two.\nThree."}], whole)
    made = protocol(whole, changes, frame(shelf.shipped(), whole, {}))
    amended = consolidated(whole, made)
    assert amended.articles[0].number == "5"
    assert [plain(one.content) for one in amended.articles[0].blocks if isinstance(one, Paragraph)] == ["Two.", "Three."]
