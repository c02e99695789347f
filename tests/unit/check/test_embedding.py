"""Meaning as a third road to candidates: used where the optional package is there, left out where it is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ssc_drafter.check import candidates, embedding
from ssc_drafter.check.embedding import model, vectors
from ssc_drafter.check.norms import read
from ssc_drafter.policies.instrument import Instrument, Provision

numpy = pytest.importorskip("numpy")

TEXTS = ("Wildlife may be hunted with a permit.", "Loans are approved by Parliament.", "Seeds are registered.")


def law() -> Instrument:
    """Return a law of the fictional State of Orvane with three sections."""
    text = "\n".join(TEXTS)
    starts = [text.index(one) for one in TEXTS]
    provisions = tuple(
        Provision(str(n), None, f"sec-{n}", "section", start, start + len(one))
        for n, (start, one) in enumerate(zip(starts, TEXTS, strict=True), 1)
    )
    return Instrument("An Act", "XO", "en", text, "0" * 64, provisions, file="act.txt")


def letters(texts: Any) -> Any:
    """Return for each text the share of each letter: a stand-in for the model that needs no package."""
    rows = numpy.zeros((len(texts), model.SIZE), numpy.float16)
    for row, text in enumerate(texts):
        for letter in text.lower():
            rows[row, ord(letter) % model.SIZE] += 1
    return rows / numpy.linalg.norm(rows, axis=1, keepdims=True)


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[int]:
    """Put the stand-in in the place of the model; return how many texts it was asked for, call by call."""
    asked: list[int] = []

    def encode(texts: Any) -> Any:
        asked.append(len(texts))
        return letters(texts)

    monkeypatch.setenv("SSC_DRAFTER_CACHE", str(tmp_path))
    monkeypatch.setattr(embedding, "installed", lambda: True)
    monkeypatch.setattr(vectors, "encode", encode)
    return asked


def test_without_the_package_words_alone_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Switched off, it is as if it were not there, and nothing is imported."""
    monkeypatch.setenv(model.VARIABLE, "off")
    index = candidates.Index([law()])
    found = index.search(read("A loan shall be approved by Parliament.", "en"))
    assert index.roads == ("words", "keys")
    assert index.vectors is None
    assert [one.place.provision.number for one in found][:1] == ["2"]


def test_what_shares_no_word_is_a_candidate_by_its_meaning(stand_in: list[int]) -> None:
    """Where no word meets, the vectors still bring the provision; its nearness in words stays nought."""
    index = candidates.Index([law()])
    clause = read("Sdees aer trgeisdeer.", "en")  # the letters of section 3, and none of its words
    found = index.search(clause)
    assert index.roads[-1] == "embedding"
    assert found[0].place.provision.number == "3"
    assert found[0].near == 0.0


def test_vectors_are_made_once_and_kept_by_the_words(stand_in: list[int], tmp_path: Path) -> None:
    """A second index of the same law reads them from disk; a broken file is made again."""
    clause = read("Loans.", "en")
    candidates.Index([law()]).search(clause)
    first = list(stand_in)
    candidates.Index([law()]).search(clause)
    assert first == [3, 1]
    assert stand_in[2:] == [1]
    (kept,) = (tmp_path / "vectors").glob("*.npy")
    kept.write_bytes(b"broken")
    candidates.Index([law()]).search(clause)
    assert stand_in[3:] == [3, 1]


@pytest.mark.slow
def test_the_model_reads_four_languages_into_one_space() -> None:
    """Installed, it puts a sentence nearest to its translation."""
    if not model.installed():
        pytest.skip("the optional embedding is not installed (make embedding)")
    ours = embedding.encode(["The loan shall be approved by Parliament.", "Seeds shall be registered."])
    theirs = embedding.encode(["El préstamo será aprobado por el Congreso.", "As sementes serão registradas."])
    near = ours.astype(numpy.float32) @ theirs.astype(numpy.float32).T
    assert near.argmax(axis=1).tolist() == [0, 1]
