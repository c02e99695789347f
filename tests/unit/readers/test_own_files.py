"""What this program has written comes back as the same articles and paragraphs, from every format."""

from __future__ import annotations

from pathlib import Path

import pytest
import shelf

from ssc_drafter.api import read
from ssc_drafter.assemble.whole import assemble
from ssc_drafter.errors import Problem
from ssc_drafter.library.load import Library
from ssc_drafter.readers.imported import import_file
from ssc_drafter.tree.nodes import Agreement, Paragraph
from ssc_drafter.tree.running import running_text
from ssc_drafter.writers.formats import write

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def library() -> Library:
    return shelf.shipped()


def drawn(tree: Agreement) -> list[tuple[str, int]]:
    """Return the number of each article as it is counted, and how many paragraphs it has."""
    return [(str(n), sum(isinstance(block, Paragraph) for block in one.blocks)) for n, one in enumerate(tree.articles, 1)]


@pytest.mark.parametrize("ending", [".docx", ".html", ".md", ".xml", pytest.param(".pdf", marks=pytest.mark.slow)])
@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    "kind",
    [
        "memorandum_of_understanding",
        pytest.param("framework_agreement", marks=pytest.mark.slow),
        pytest.param("triangular_agreement", marks=pytest.mark.slow),
    ],
)
def test_articles_and_paragraphs_come_back(library: Library, kind: str, lang: str, ending: str, tmp_path: Path) -> None:
    tree = assemble(library, kind, {}, lang, blanks=True, date="2026-11-25")
    found = import_file(write(tree, tmp_path / f"draft{ending}")).to_json()
    assert found["as"] == "agreement"
    assert [(one["number"], one["paragraphs"]) for one in found["articles"]] == drawn(tree)


@pytest.fixture(scope="module")
def tree(library: Library) -> Agreement:
    return assemble(library, "triangular_agreement", {}, "fr", blanks=True, date="2026-11-25")


def test_a_saved_tree_comes_back_whole(tree: Agreement, tmp_path: Path) -> None:
    path = write(tree, tmp_path / "draft.json")
    found = import_file(path)
    assert (found.agreement(), found.running()) == (tree, running_text(tree))
    assert read(path) == tree
    document = found.to_json()
    assert (document["as"], document["lang"], document["text"]) == ("agreement", "fr", running_text(tree).text)
    assert [(one["number"], one["paragraphs"]) for one in document["articles"]] == drawn(tree)
    for one in document["articles"]:
        assert document["text"][one["start"] : one["end"]].startswith(f"{one['number']}. {one['heading']}\n")
    assert [one["container"] for one in document["other"]] == [
        f"annex_{n}".replace("_", " ") for n in range(1, len(tree.annexes) + 1)
    ]


def test_a_saved_tree_may_be_read_as_a_treaty_in_force(tree: Agreement, tmp_path: Path) -> None:
    provisions = import_file(write(tree, tmp_path / "draft.json"), "policy").instrument().provisions
    assert [one.number for one in provisions] == [number for number, _ in drawn(tree)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('{"format": "ssc-drafter/import/1", "text": "Article 1"}', "json_other"),
        ('{"format": "ssc-drafter/findings/1"}', "json_other"),
        ('{"format": "ssc-drafter/agreement/1", "agreement": {"kind": 4}}', "json_broken"),
        ('{"format": "ssc-drafter/agreement/1"', "json_broken"),
        ('[{"a": 1}]', "json"),
        ("[" * 50_000, "too_deep"),
    ],
)
def test_other_json_is_refused_with_what_it_is(text: str, key: str, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(text, "utf-8")
    with pytest.raises(Problem) as problem:
        import_file(tmp_path / "x.json")
    assert problem.value.key == f"readers.{key}"
