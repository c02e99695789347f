"""An answers file: YAML 1.2 or JSON, and what is no such file."""

from __future__ import annotations

from pathlib import Path

import pytest
from rowwise import each_row

from ssc_drafter.answers.files import read_file, read_text
from ssc_drafter.errors import Problem


def test_yaml_keeps_no_and_on_as_text() -> None:
    file = read_text("# Two ministries agree.\nkind: mou\nlang: fr\ncountry: NO\nswitch: on\nfirst.days: 60\n")
    assert (file.kind, file.lang, file.title) == ("mou", "fr", "Two ministries agree.")
    assert file.answers == {"country": "NO", "switch": "on", "first.days": 60}


def test_json(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"kind": "mou", "lang": "en", "a": [1], "changes": {"dropped": ["x"]}}', "utf-8")
    file = read_file(path)
    assert (file.kind, file.answers, file.changes) == ("mou", {"a": [1]}, {"dropped": ["x"]})


@each_row(
    ("text", "says"),
    [
        ("- a\n- b\n", "no answers file"),
        ("", "no answers file"),
        ("a: [1\n", "YAML cannot be read"),
        ("a: !!python/object:os.system x\n", "YAML cannot be read"),
        ("a: &x [1]\nb: *x\n", "aliases"),
        ("a: " + "[" * 40 + "]" * 40, "nests too deeply"),
        ("changes: 3\na: 1\n", "`changes` must be a table"),
        ("a: 1\na: 2\n", "YAML cannot be read"),
    ],
)
def test_what_is_no_answers_file_gets_a_sentence(text: str, says: str) -> None:
    with pytest.raises(Problem) as caught:
        read_text(text, "file.yaml")
    assert says in str(caught.value)
    assert str(caught.value).startswith("file.yaml")


def test_an_ampersand_is_no_alias() -> None:
    assert read_text("a: R&D *new*\n").answers == {"a": "R&D *new*"}


@pytest.mark.parametrize(("content", "says"), [(b"\xff\xfe\x00", "not UTF-8"), (b"a: 1\n" * 300_000, "larger than")])
def test_files_that_cannot_be_read(content: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_bytes(content)
    with pytest.raises(Problem, match=says):
        read_file(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="cannot be opened"):
        read_file(tmp_path / "none.yaml")
