"""Browsing, searching and comparing clauses, and a folder of one's own over the shipped library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ssc_drafter import places
from ssc_drafter.cli.main import main
from ssc_drafter.library.packed import files_of, pack, write

pytestmark = pytest.mark.slow

Call = Callable[..., str]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Call:
    """Return a function that calls the command line and gives what it printed; of a refusal the sentence."""

    def call(*words: str, code: int = 0) -> str:
        with pytest.raises(SystemExit) as ended:
            main(list(words))
        said = capsys.readouterr()
        assert (ended.value.code or 0) == code, said.err
        return said.err if code else said.out

    return call


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which one English wording has a line more."""
    files = files_of(pack([places.ROOT]), "final/amendment")
    more = {name: text.rstrip("\n") + ("\nBy pigeon.\n" if name.endswith(".en.txt") else "\n") for name, text in files.items()}
    folder = tmp_path_factory.mktemp("own")
    write({f"clauses/final/amendment/{name}": text for name, text in more.items()}, folder)
    return folder


def test_clauses_are_found_by_their_words_without_accents_or_case(run: Call) -> None:
    assert "final/amendment" in run("clauses", "--search", "AMENDED writing")
    assert "final/amendment" in run("clauses", "--search", "modifie ecrit", "--lang", "fr")
    assert run("clauses", "--search", "zebra crossing") == ""


def test_two_variants_are_compared(run: Call) -> None:
    shown = run("clause", "final/disputes", "--compare", "consultation", "commission")
    assert any(line.startswith("+") for line in shown.splitlines())


def test_a_clause_of_ones_own_wins_by_id_and_is_compared_with_the_shipped_one(own: Path, run: Call) -> None:
    shown = run("clause", "final/amendment", "--library", str(own), "--with", str(places.ROOT))
    assert "+By pigeon." in shown.splitlines() and "-By pigeon." not in shown
    assert "By pigeon." in run("clause", "final/amendment", "--library", str(own))
    assert "By pigeon." not in run("clause", "final/amendment")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("clause", "final/disputes", "--compare", "consultation", "nothing"), "no wording called"),
        (("clause", "final/nothing", "--compare", "a", "b"), "final/nothing"),
    ],
)
def test_what_is_not_there_gets_a_sentence(words: tuple[str, ...], says: str, run: Call) -> None:
    assert says in run(*words, code=2)


@pytest.mark.parametrize(
    ("lang", "kind", "clause"), [("fr", "Accord-cadre", "Amendement"), ("es", "Acuerdo Marco", "Enmienda")]
)
def test_titles_are_listed_in_the_language_that_was_asked_for(run: Call, lang: str, kind: str, clause: str) -> None:
    assert kind in run("kinds", "--lang", lang)
    assert clause in run("clauses", "--family", "final", "--lang", lang)
    assert run("clause", "final/amendment", "--lang", lang).startswith(clause)
    assert f"{lang}: {{ long: , short: , gender: }}" in run("questions", "framework_agreement", "--template", "--lang", lang)


def test_a_language_that_the_library_does_not_speak_is_refused_with_a_sentence(run: Call) -> None:
    for words in (("kinds",), ("clauses",), ("clause", "final/amendment")):
        assert "no language of the library" in run(*words, "--lang", "xx", code=2)
