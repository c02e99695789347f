"""Every sample of every kind, written to a file and read again: the same units, headings, paragraphs, words and annexes."""

from __future__ import annotations

import re
import subprocess
from functools import lru_cache
from pathlib import Path

import pytest
import shelf

from ssc_drafter import places
from ssc_drafter.readers.imported import import_file
from ssc_drafter.tree.nodes import Agreement, Item, Paragraph, Table, plain
from ssc_drafter.writers.formats import BY_SUFFIX, render

pytestmark = pytest.mark.slow

SAMPLES = [(path, lang) for path in sorted((places.ROOT / "templates").glob("*/samples/*.yaml")) for lang in shelf.spoken(path)]
LETTERS = [one for one in SAMPLES if shelf.shipped().kind(one[0].parent.parent.name).unit == "number"]


def named(one: tuple[Path, str]) -> str:
    return f"{one[0].parent.parent.name}-{one[0].stem}-{one[1]}"


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def points(items: tuple[Item, ...]) -> str:
    return "".join(plain(one.content) + points(one.items) for one in items)


def drawn(tree: Agreement) -> list[tuple[str, str, list[str]]]:
    """Return each unit's number, its heading and the words of its paragraphs; labels of points and spaces left out."""
    found = []
    for place, one in enumerate(tree.articles, 1):
        blocks = [block for block in one.blocks if isinstance(block, Paragraph)]
        words = [squeezed(plain(block.content) + points(block.items) + plain(block.closing)) for block in blocks]
        found.append((one.number or str(place), squeezed(plain(one.heading)), words))
    return found


def headings(tree: Agreement) -> list[str]:
    return [squeezed(plain(one.heading)) for one in tree.annexes]


def tables(tree: Agreement) -> list[tuple[bool, list[tuple[str, list[list[str]], tuple[int, ...]]]]]:
    """Return of each annex whether its pages lie on their side, and its tables with captions, cells and columns of figures."""
    found = []
    for annex in tree.annexes:
        listed = []
        for one in annex.blocks:
            if isinstance(one, Table):
                width = max(len(row.cells) for row in (one.heading, *one.rows))
                cells = [[squeezed(plain(cell)) for cell in row.cells] for row in (one.heading, *one.rows)]
                rows = [row + [""] * (width - len(row)) for row in cells]
                listed.append((squeezed(plain(one.caption)), rows, one.figures))
        found.append((annex.landscape, listed))
    return found


def read_back(path: Path) -> Agreement:
    found = import_file(path)
    assert found.kind == "agreement"
    return found.agreement()


def test_kinds_without_a_word_for_their_units_are_among_them() -> None:
    assert {path.parent.parent.name for path, _ in LETTERS} == {"exchange_of_notes", "letter_of_intent"}
    assert len({path.parent.parent.name for path, _ in SAMPLES}) == len(shelf.shipped().kinds)


@pytest.mark.parametrize("one", shelf.rotated(sorted({path for path, _ in SAMPLES})), ids=named)
def test_a_word_file_comes_back(one: tuple[Path, str], tmp_path: Path) -> None:
    tree = shelf.sample(*one)
    path = tmp_path / "draft.docx"
    path.write_bytes(render(tree, "docx"))
    found = read_back(path)
    assert drawn(found) == drawn(tree)
    assert headings(found) == headings(tree)
    assert tables(found) == tables(tree)


@pytest.mark.parametrize("ending", [".html", ".md"])
@pytest.mark.parametrize("one", LETTERS, ids=named)
def test_a_letter_comes_back_from_other_files(one: tuple[Path, str], ending: str, tmp_path: Path) -> None:
    tree = shelf.sample(*one)
    path = tmp_path / f"draft{ending}"
    path.write_bytes(render(tree, BY_SUFFIX[ending]))
    assert drawn(read_back(path)) == drawn(tree)


@pytest.mark.parametrize("one", LETTERS, ids=named)
def test_a_letter_comes_back_from_its_bare_text(one: tuple[Path, str], tmp_path: Path) -> None:
    tree = shelf.sample(*one)
    (tmp_path / "draft.docx").write_bytes(render(tree, "docx"))
    (tmp_path / "draft.txt").write_text(import_file(tmp_path / "draft.docx").to_json()["text"], "utf-8")
    assert drawn(read_back(tmp_path / "draft.txt")) == drawn(tree)


@pytest.mark.office
def test_letters_come_back_as_an_office_program_saves_them(tmp_path: Path) -> None:
    for one in LETTERS:
        (tmp_path / f"{named(one)}.docx").write_bytes(render(shelf.sample(*one), "docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [str(path) for path in sorted(tmp_path.glob("*.docx"))]
    line = ["soffice", "--headless", profile, "--convert-to", "odt", "--outdir", str(tmp_path), *files]
    subprocess.run(line, capture_output=True, check=True, timeout=280)
    for one in LETTERS:
        assert drawn(read_back(tmp_path / f"{named(one)}.odt")) == drawn(shelf.sample(*one)), named(one)


@lru_cache(maxsize=1)
def unedited() -> list[tuple[Path, str]]:
    """Return every fourth of the samples without an annex; found when a test asks, since all are assembled for it."""
    paths = [path for path in sorted({path for path, _ in SAMPLES}) if not shelf.sample(path, "en").annexes]
    return [(path, lang) for path in paths for lang in ("en", "fr")][::4]


@pytest.mark.parametrize("part", range(3))
def test_a22_what_was_read_and_is_written_again_without_an_edit_is_the_same(part: int, tmp_path: Path) -> None:
    """Units, their numbers and headings, paragraphs and the labels of their points; the number of every unit in references."""
    assert len(unedited()) >= 12
    first, second = tmp_path / "first.docx", tmp_path / "second.docx"
    for one in unedited()[part::3]:
        first.write_bytes(render(shelf.sample(*one), "docx"))
        found = read_back(first)
        second.write_bytes(render(found, "docx"))
        again = read_back(second)
        assert drawn(again) == drawn(found), named(one)
        assert again.articles == found.articles, named(one)
