"""T32: a text built to cost time is read, checked and linted in time that grows with its length, not with the square of it."""

from __future__ import annotations

import time

import pytest

from ssc_drafter.check import check
from ssc_drafter.check.norms.pipeline import pipeline
from ssc_drafter.lint import lint
from ssc_drafter.readers.imported import import_source
from ssc_drafter.readers.source import Source

ARTICLES = "Article 1\nScope\n{0}\nArticle 2\nThe Parties shall cooperate {0}.\n"
SECONDS = 8.0  # of the processor, for 40,000 signs: with the square of the length each of these took a minute and more


@pytest.mark.parametrize("lang", ["en", "fr", "es", "pt"])
def test_what_runs_on_without_a_space_keeps_every_sign(lang: str) -> None:
    text = f"The Parties shall {'(' * 2_000}a) pay{'.' * 450}  at once, {'x' * 99} {'y' * 100} {'z' * 101} within 30 days."
    doc = pipeline(lang).doc(text)
    assert doc.text == text
    assert [text[token.idx : token.idx + len(token)] for token in doc] == [token.text for token in doc]
    assert [token.text for token in doc[-4:]] == ["within", "30", "days", "."]


@pytest.mark.slow
@pytest.mark.parametrize("run", ["(", "[", ".", "a)", "“", "—"])
def test_signs_without_end_are_checked_in_time(run: str) -> None:
    text = Source(run * (40_000 // len(run)), (), {}, ())
    read = import_source(text, "draft.txt", "agreement").running()
    start = time.process_time()
    check(read, [])
    assert time.process_time() - start < SECONDS + 12, "the first check loads the words of a language"


@pytest.mark.slow
@pytest.mark.parametrize("run", ["paragraph 1 of Article 2 and ", "in accordance with Article 1, "])
def test_references_without_end_are_linted_in_time(run: str) -> None:
    words = run * (20_000 // len(run))
    read = import_source(Source(ARTICLES.format(words), (), {}, ()), "draft.txt", "agreement").running()
    start = time.process_time()
    lint(read)
    assert time.process_time() - start < SECONDS


@pytest.mark.slow
@pytest.mark.parametrize("run", ["ANNEX\n", "Annex 1\n", "Schedule 1\n", "PART\n"])
@pytest.mark.parametrize("kind", ["agreement", "policy"])
def test_annexes_without_end_are_parted_in_time(run: str, kind: str) -> None:
    words = run * (20_000 // len(run))
    start = time.process_time()
    import_source(Source(ARTICLES.format(words), (), {}, ()), "law.txt", kind)
    assert time.process_time() - start < SECONDS
