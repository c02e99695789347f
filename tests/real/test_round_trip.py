"""Our own agreements, written and read again: the same articles with the same headings, paragraphs and points."""

from __future__ import annotations

from pathlib import Path

import pytest
import shelf

from ssc_drafter.api import write
from ssc_drafter.readers.imported import import_file
from ssc_drafter.tree.nodes import Agreement, Article, plain
from ssc_drafter.tree.numbering import numbered

pytestmark = pytest.mark.slow

FORMATS = ["docx", "md", "html", "xml", pytest.param("pdf", marks=pytest.mark.pango)]


def samples() -> list[tuple[str, str]]:
    """Return a sample of each kind whose articles have a heading word, in English and French.

    Notes and letters number their points without one ("1. Shared interest"): nothing in such a text tells a reader that has
    not made it that these are articles.
    """
    kinds = [kind for _, kind in sorted(shelf.shipped().kinds.items()) if kind.samples and kind.unit != "number"]
    return [(kind.samples[0].stem, lang) for kind in kinds for lang in ("en", "fr")]


def sample(name: str, lang: str) -> Agreement:
    return shelf.sample(
        next(path for kind in shelf.shipped().kinds.values() for path in kind.samples if path.stem == name), lang
    )


def outline(agreement: Agreement) -> list[tuple[str, str]]:
    """Return number and heading of every article, and the address of every paragraph and point in it."""
    places = [one for one in numbered(agreement) if one.address.startswith("art_")]
    return [(one.number, plain(one.node.heading) if isinstance(one.node, Article) else one.address) for one in places]


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(("name", "lang"), samples())
def test_the_same_articles_paragraphs_and_points_come_back(name: str, lang: str, suffix: str, tmp_path: Path) -> None:
    made = sample(name, lang)
    path = write(made, tmp_path / f"agreement.{suffix}")
    read = import_file(path)
    assert read.kind == "agreement" and read.facts.lang == lang
    assert outline(read.agreement()) == outline(made)
    assert len(read.running().parties) == len(made.parties)
