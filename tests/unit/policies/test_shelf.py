"""Laws on disk: the same as they were read, opened without their text, and made anew where a file is broken or old."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from ssc_drafter.policies import shelf
from ssc_drafter.policies.instrument import Instrument, Verified
from ssc_drafter.policies.provisions import segment

WIDTHS = {
    "one byte a sign": "Article 1. Señor Peña approves the agreement.\nArticle 2. No exemption is granted.",
    "two bytes a sign": "Article 1. Le ministre de l’Énergie approuve l’accord.\nArticle 2. Nul n’est exempté — jamais.",
    "four bytes a sign": "Article 1. The Minister 𐐀 approves the agreement.\nArticle 2. No exemption is granted.",
}


def law(text: str) -> Instrument:
    parts = segment(text, "en")
    said = (Verified("art_1", "1", text="The Minister approves.", by="A"),)
    return Instrument("Act", "XA", "en", text, "ab", parts.provisions, parts.other, "a.txt", date="2020-01-02", verified=said)


@pytest.mark.parametrize("text", WIDTHS.values(), ids=WIDTHS)
def test_a_law_is_the_same_from_disk(tmp_path: Path, text: str) -> None:
    one, path = law(text), tmp_path / "a.law"
    shelf.write(path, one)
    found = shelf.opened(path)
    assert (
        len(found.provisions) == 2 and tuple(found.provisions) == one.provisions and found.provisions[-1] == one.provisions[-1]
    )
    assert found.text == text and [found.words(at.start, at.end) for at in one.provisions] == [
        text[at.start : at.end] for at in one.provisions
    ]
    assert found.places_mark() == one.places_mark() and found.missing() == one.missing() == ""
    rest = [name for name in Instrument.__struct_fields__ if name not in ("text", "provisions")]
    assert [getattr(found, name) for name in rest] == [getattr(one, name) for name in rest]


def test_a_law_keeps_its_place_on_disk_under_another_name(tmp_path: Path) -> None:
    one, path = law(WIDTHS["one byte a sign"]), tmp_path / "a.law"
    shelf.write(path, one)
    found = msgspec.structs.replace(shelf.opened(path), file="b.txt")
    assert found.file == "b.txt" and found.words(0, 8) == "Article " and len(found.provisions) == 2


def test_the_gaps_of_a_row_are_told_from_disk(tmp_path: Path) -> None:
    one, path = law("Article 1. A first rule.\nArticle 2. A second rule.\nArticle 5. A last rule."), tmp_path / "a.law"
    shelf.write(path, one)
    assert shelf.opened(path).missing() == one.missing() == "3-4"


def test_a_place_behind_the_end_has_no_words(tmp_path: Path) -> None:
    shelf.write(tmp_path / "a.law", law("Article 1. Short."))
    assert shelf.opened(tmp_path / "a.law").words(11, 900) == "Short."
    with pytest.raises(IndexError):
        shelf.opened(tmp_path / "a.law").provisions[7]


@pytest.mark.parametrize("at", [0, 9, 30, -3], ids=["mark", "sum", "facts", "provisions"])
def test_a_changed_byte_is_noticed(tmp_path: Path, at: int) -> None:
    path = tmp_path / "a.law"
    shelf.write(path, law(WIDTHS["two bytes a sign"]))
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)
    with pytest.raises(ValueError, match=r"a\.law"):
        shelf.opened(path)


@pytest.mark.parametrize("left", [0, 10, 60, -1], ids=["empty", "mark alone", "no text", "last byte lost"])
def test_a_file_that_was_cut_off_is_noticed(tmp_path: Path, left: int) -> None:
    path = tmp_path / "a.law"
    shelf.write(path, law(WIDTHS["one byte a sign"]))
    path.write_bytes(path.read_bytes()[:left])
    with pytest.raises(ValueError, match=r"a\.law"):
        shelf.opened(path)


def test_a_law_is_known_by_its_bytes_its_name_and_its_facts(tmp_path: Path) -> None:
    path, facts = tmp_path / "a.txt", tmp_path / "a.meta.yaml"
    path.write_text("Article 1. Short.", "utf-8")
    bare = shelf.digest(path, [facts])
    facts.write_text("title: Act", "utf-8")
    named = shelf.digest(path, [facts])
    path.write_text("Article 1. Other.", "utf-8")
    assert len({bare, named, shelf.digest(path, [facts])}) == 3
