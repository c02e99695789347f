"""A folder with metadata.json is one text, in the order that it gives."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ssc_drafter.errors import Problem
from ssc_drafter.readers import cage


def folder(path: Path, sections: list[dict[str, object]], files: dict[str, str]) -> Path:
    (path / "metadata.json").write_text(json.dumps({"title": "Treaty", "structure": {"sections": sections}}), "utf-8")
    for name, text in files.items():
        (path / name).parent.mkdir(exist_ok=True)
        (path / name).write_text(text, "utf-8")
    return path


SECTIONS: list[dict[str, object]] = [
    {"id": "titre-1", "title": "TITRE 1", "type": "titre", "level": 1},
    {"id": "article-2-", "title": "Article 2 : Objet", "type": "article", "level": 2},
    {"id": "article-1-", "title": "Article 1", "type": "article", "level": 2},
    {"id": "article-3-", "title": "Article 3", "type": "article", "level": 2},
]


def test_files_come_in_the_order_of_the_list_with_their_titles(tmp_path: Path) -> None:
    where = folder(
        tmp_path, SECTIONS, {"t/article-1-.md": "**Un**\n", "article-2-.md": "Article 2 : Objet\n\nDeux", "extra.md": "x"}
    )
    found = cage.read_source(where)
    assert [line for line in found.text.split("\n") if line] == [
        "TITRE 1",
        "Article 2 : Objet",
        "Deux",
        "Article 1",
        "Un",
    ]
    shown = [(found.text[each.start : each.end], each.kind, each.level) for each in found.stretches]
    assert shown[:3] == [("TITRE 1", "heading", 1), ("Article 2 : Objet", "heading", 2), ("Deux", "paragraph", 0)]
    assert found.stretches[4].marks == ("bold",)
    assert found.facts == {"format": "folder", "title": "Treaty"}
    warned = " ".join(warning.what for warning in found.warnings)
    assert "Article 3" in warned
    assert "extra.md" in warned


@pytest.mark.parametrize(
    ("text", "key"), [("{", "broken_metadata"), ('{"title": "x"}', "broken_metadata"), ("", "broken_metadata")]
)
def test_a_broken_list_is_refused(tmp_path: Path, text: str, key: str) -> None:
    (tmp_path / "metadata.json").write_text(text, "utf-8")
    with pytest.raises(Problem) as problem:
        cage.read_source(tmp_path)
    assert problem.value.key == f"readers.{key}"


def test_a_list_without_its_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem) as problem:
        cage.read_source(folder(tmp_path, SECTIONS, {}))
    assert problem.value.key == "readers.no_parts"


def test_a_list_that_is_nested_without_end_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "metadata.json").write_text('{"more": ' + "[" * 200_000, "utf-8")
    with pytest.raises(Problem, match=r"metadata\.json"):
        cage.read_source(tmp_path)
