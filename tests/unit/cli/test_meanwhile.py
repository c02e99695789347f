"""Work that a second process does meanwhile: what becomes of it where that process ends without an answer; law data."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ssc_drafter import places
from ssc_drafter.check import law
from ssc_drafter.check.norms.counting import counting
from ssc_drafter.cli.house import _law_problems, _meanwhile

HERE = os.getpid()


def killed() -> str:
    """End the second process as a system short of memory does."""
    if os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    return "done here"


def broken() -> str:
    """Fail where the work is done."""
    raise ValueError("a broken file")


def large() -> str:
    """Return more than a pipe holds at once."""
    return "x" * 1_000_000


def endless() -> str:
    """Work for longer than anybody waits."""
    time.sleep(600)
    return ""


@pytest.mark.parametrize("hands", [1, 2])
@pytest.mark.parametrize(("work", "answer"), [(killed, "done here"), (large, "x" * 1_000_000)])
def test_the_answer_comes_whatever_becomes_of_the_second_process(work: Callable[[], str], answer: str, hands: int) -> None:
    with _meanwhile(work, hands) as rest:
        assert rest() == answer


def test_an_error_is_told_as_if_the_work_were_done_here() -> None:
    with pytest.raises(ValueError, match="a broken file"), _meanwhile(broken, 2) as rest:
        rest()


@pytest.mark.parametrize("work", [endless, large])
def test_the_second_process_does_not_outlive_an_error_in_the_first(work: Callable[[], str]) -> None:
    begun = time.monotonic()
    with pytest.raises(KeyError), _meanwhile(work, 2):
        raise KeyError
    assert time.monotonic() - begun < 30


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a copy of the law data that is read in place of the shipped one."""
    readers = (counting, law.organs, law.towns)
    monkeypatch.setattr(places, "LAW", Path(shutil.copytree(places.LAW, tmp_path / "law")))
    for one in readers:
        one.cache_clear()
    yield tmp_path / "law"
    for one in readers:
        one.cache_clear()


@pytest.mark.parametrize("file", ["counting/pt.toml", "organs.toml", "towns.toml"])
def test_a_broken_file_of_law_data_is_named(shelf: Path, file: str) -> None:
    (shelf / file).write_text("= no table\n", "utf-8")
    assert {file in str(one) for one in _law_problems()} == {True}
