"""The door to tables: each row is run whatever the others do, and each that fails is named with its values and its fault."""

from __future__ import annotations

import pytest
import rowwise
from rowwise import each_row

TABLE = [("en", "one", 3), ("fr", "un", 3), ("es", "uno", 3), ("pt", "um", 3)]


def told(test: object) -> str:
    with pytest.raises(AssertionError) as caught:
        test()  # type: ignore[operator]
    return str(caught.value)


def test_every_row_is_run_and_each_that_fails_is_named_with_what_it_says() -> None:
    seen = []

    @each_row(("lang", "word", "length"), TABLE)
    def lengths(lang: str, word: str, length: int) -> None:
        seen.append(lang)
        assert len(word) == length, f"{len(word)} letters"

    said = told(lengths)
    assert seen == ["en", "fr", "es", "pt"]
    assert said.startswith("2 of 4 rows failed")
    assert "row 2 [fr | un | 3]" in said and "row 4 [pt | um | 3]" in said and "row 1" not in said and "row 3" not in said
    assert said.count("2 letters") == 2 and "assert len(word) == length" in said


def test_other_faults_and_what_should_have_been_raised_count_as_failures() -> None:
    @each_row("word", ["a", "b", "c"])
    def faults(word: str) -> None:
        if word == "a":
            raise KeyError(word)
        if word == "b":
            with pytest.raises(ValueError):
                word.upper()

    said = told(faults)
    assert "2 of 3" in said and "KeyError: 'a'" in said and "DID NOT RAISE" in said


def test_two_tables_run_every_pair_and_keep_the_marks_between() -> None:
    seen = set()

    @each_row("one", [1, 2])
    @pytest.mark.slow
    @each_row(("two", "three"), [pytest.param("x", "y", id="first"), ("z", "w")])
    def pairs(one: int, two: str, three: str) -> None:
        seen.add((one, two, three))

    pairs()
    assert seen == {(1, "x", "y"), (1, "z", "w"), (2, "x", "y"), (2, "z", "w")}
    assert [mark.name for mark in pairs.pytestmark] == ["slow"]  # type: ignore[attr-defined]


def test_apart_is_one_test_a_language_and_a_text_picks_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    @each_row(("lang", "word", "length"), TABLE, apart="lang")
    def lengths(lang: str, word: str, length: int) -> None:
        seen.append(word)

    assert [mark.args for mark in lengths.pytestmark] == [("apart", ["en", "fr", "es", "pt"])]  # type: ignore[attr-defined]
    lengths(apart="es")  # type: ignore[call-arg]
    monkeypatch.setattr(rowwise, "ONLY", ["| um |"])
    lengths(apart="pt")  # type: ignore[call-arg]
    assert seen == ["uno", "um"]
    with pytest.raises(pytest.skip.Exception, match="no row has"):
        lengths(apart="fr")  # type: ignore[call-arg]


def test_what_rows_cannot_share_is_refused() -> None:
    with pytest.raises(TypeError, match="rows would share"):

        @each_row("word", ["a"])
        def shares(word: str, tmp_path: object) -> None: ...

    with pytest.raises(TypeError, match="there is no row"):

        @each_row("word", [])
        def empty(word: str) -> None: ...

    with pytest.raises(TypeError, match="a mark of its own"):
        each_row("word", [pytest.param("a", marks=pytest.mark.slow)])
    with pytest.raises(TypeError, match="2 values for 1"):
        each_row(("word",), [("a", "b")])


def test_a_row_that_skips_hides_no_other() -> None:
    @each_row("word", ["a", "b"])
    def skips(word: str) -> None:
        if word == "a":
            pytest.skip("not here")
        raise ValueError("the second")

    said = told(skips)
    assert "2 of 2" in said and "stays with pytest.mark.parametrize: not here" in said and "the second" in said
