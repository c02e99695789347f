"""The five verbs as a program calls them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import shelf

import ssc_drafter as ssc
from ssc_drafter.errors import Problem, Problems

GIVEN = {"kind": "test", "parties": shelf.PARTIES, "first.days": 6}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> ssc.Library:
    root: Path = tmp_path_factory.mktemp("library")
    slot = '[slots.days]\nkind = "number"\nask = { en = "Days?", fr = "Jours ?" }\nsample = 6\n'
    shelf.clause(root, "first", "Within {{ days }} days.", slot)
    shelf.clause(root, "second", "The second article.")
    shelf.kind(root, ["first", "second"])
    return ssc.Library.load(root)


def test_answers_may_be_laid_out_as_an_answers_file_is(library: ssc.Library) -> None:
    made = library.assemble("test", {**GIVEN, "lang": "en", "date": "2026-11-25", "changes": {"dropped": ["second"]}})
    assert (made.lang, made.date, [one.name for one in made.articles]) == ("en", "2026-11-25", ["first"])
    assert library.assemble("test", {**GIVEN, "date": "2026-11-25"}, date="2026-12-01").date == "2026-12-01"


def test_answers_for_another_kind_are_refused(library: ssc.Library) -> None:
    with pytest.raises(Problem, match="the answers are for “treaty”, and “test” is asked for"):
        library.assemble("test", {**GIVEN, "kind": "treaty"})


def test_a_language_that_is_asked_for_wins_over_that_of_the_answers(library: ssc.Library) -> None:
    assert library.assemble("test", {**GIVEN, "lang": "xx"}, "en").lang == "en"
    with pytest.raises(Problem, match="cannot be drafted in “xx”"):
        library.assemble("test", {**GIVEN, "lang": "xx"})


def test_what_is_no_question_is_still_named(library: ssc.Library) -> None:
    with pytest.raises(Problems, match=r"Do you mean first\.days"):
        library.assemble("test", {**GIVEN, "first.day": 6})


@pytest.mark.slow
def test_a_plain_script_reads_a_folder_of_laws(tmp_path: Path) -> None:
    """A script that guards nothing: a process that ran it anew would never end."""
    for number in range(8):
        (tmp_path / "laws" / "XA").mkdir(parents=True, exist_ok=True)
        (tmp_path / "laws" / "XA" / f"act-{number}.txt").write_text(
            f"Act {number}\n\n1. No contract shall be awarded.\n", "utf-8"
        )
    (tmp_path / "plain.py").write_text(
        "import ssc_drafter as ssc\nprint(len(ssc.Policies.open('laws').instruments))\n", "utf-8"
    )
    done = subprocess.run([sys.executable, "plain.py"], cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert (done.stdout.strip(), done.returncode) == ("8", 0), done.stderr[-2000:]
