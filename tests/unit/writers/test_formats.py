"""The door of the writers: every format, whole files or none, the same bytes every time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import trees

from ssc_drafter.errors import Problem
from ssc_drafter.tree import codec
from ssc_drafter.writers import formats


@pytest.mark.slow
def test_every_format_is_written_by_its_ending(tmp_path: Path) -> None:
    for name, one in formats.FORMATS.items():
        path = formats.write(trees.rich(), tmp_path / f"agreement{one.suffix}")
        assert path.stat().st_size > 1000, name
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        f"agreement{one.suffix}" for one in formats.FORMATS.values()
    )


@pytest.mark.parametrize("name", ["agreement.doc", "agreement", "agreement.odt"])
def test_an_unknown_ending_is_refused_with_the_ones_there_are(name: str, tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"\.docx, \.pdf"):
        formats.write(trees.rich(), tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(Problem, match="docx"):
        formats.render(trees.rich(), "rtf")


def test_json_comes_back_as_the_same_tree() -> None:
    assert codec.from_json(formats.render(trees.rich(), "json")) == trees.rich()


def test_a_file_that_cannot_be_finished_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "agreement.md"
    path.write_text("the old one")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Problem, match="No space left"):
        formats.write(trees.rich(), path)
    assert path.read_text() == "the old one"
    assert [one.name for one in tmp_path.iterdir()] == ["agreement.md"]


def test_a_folder_that_is_a_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(Problem, match="cannot be written"):
        formats.write(trees.rich(), tmp_path / "taken" / "agreement.md")


@pytest.mark.parametrize("fmt", sorted(formats.FORMATS))
def test_a_reference_that_leads_nowhere_is_never_printed(fmt: str) -> None:
    if fmt == "json":
        pytest.skip("a tree is kept as it stands")
    lost = trees.small(trees.article("one", "One", trees.para("As ", trees.Ref("arbitration", "Article 9"), " says.")))
    with pytest.raises(Problem, match=r"^1: .*arbitration"):
        formats.render(lost, fmt)


MAKE = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
import trees
from ssc_drafter.writers import formats
for name in formats.FORMATS:
    print(name, hashlib.sha256(formats.render(trees.rich(), name)).hexdigest())
"""


@pytest.mark.slow
def test_the_same_agreement_makes_the_same_bytes() -> None:
    """In two processes that shuffle sets and dicts differently, in other folders, at other times."""
    made = []
    for seed, folder in (("0", "/"), ("4711", str(Path(__file__).parent))):
        environment = {"PYTHONHASHSEED": seed, "PATH": os.environ["PATH"]}
        line = [sys.executable, "-c", MAKE, str(Path(__file__).parent)]
        done = subprocess.run(line, capture_output=True, text=True, env=environment, cwd=folder)
        assert done.returncode == 0, done.stderr
        made.append(done.stdout.splitlines())
    assert made[0] == made[1]
    assert len(made[0]) == len(formats.FORMATS)
