"""What the command line says while it works."""

from __future__ import annotations

import time

import pytest

from ssc_drafter.cli.output import progress, working


def test_work_that_takes_longer_is_told_on_standard_error_alone(capsys: pytest.CaptureFixture[str]) -> None:
    told, out = "", ""
    with working("Reading law.pdf", every=0.02):
        until = time.monotonic() + 60
        while not told and time.monotonic() < until:
            time.sleep(0.02)
            said = capsys.readouterr()
            told, out = said.err, out + said.out
    assert told.startswith("Reading law.pdf: ") and not out


def test_short_work_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with working("Reading law.pdf"):
        pass
    assert list(progress("Reading", [1, 2], 2)) == [1, 2]
    assert capsys.readouterr() == ("", "")


def test_a_refusal_passes_through_and_ends_the_telling(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="no text"), working("Reading law.pdf", every=0.01):
        raise ValueError("no text")
    capsys.readouterr()
    time.sleep(0.03)
    assert capsys.readouterr() == ("", "")
