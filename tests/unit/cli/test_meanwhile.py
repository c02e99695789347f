"""Work that a second process does meanwhile: what becomes of it where that process ends without an answer."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

import pytest

from ssc_drafter.cli.house import _meanwhile

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
