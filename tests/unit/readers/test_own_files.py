"""What this program has written comes back as the same articles and paragraphs, from every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssc_drafter.assemble.whole import assemble
from ssc_drafter.library.load import Library
from ssc_drafter.readers.imported import import_file
from ssc_drafter.tree.nodes import Agreement, Paragraph
from ssc_drafter.writers.formats import write


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load()


def drawn(tree: Agreement) -> list[tuple[str, int]]:
    """Return the number of each article as it is counted, and how many paragraphs it has."""
    return [(str(n), sum(isinstance(block, Paragraph) for block in one.blocks)) for n, one in enumerate(tree.articles, 1)]


@pytest.mark.parametrize("ending", [".docx", ".html", ".md", ".xml", pytest.param(".pdf", marks=pytest.mark.slow)])
@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("kind", ["memorandum_of_understanding", "framework_agreement", "triangular_agreement"])
def test_articles_and_paragraphs_come_back(library: Library, kind: str, lang: str, ending: str, tmp_path: Path) -> None:
    tree = assemble(library, kind, {}, lang, blanks=True, date="2026-11-25")
    found = import_file(write(tree, tmp_path / f"draft{ending}")).to_json()
    assert found["as"] == "agreement"
    assert [(one["number"], one["paragraphs"]) for one in found["articles"]] == drawn(tree)
