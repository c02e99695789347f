"""To which State a law belongs, and what is said of those that belong to none."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssc_drafter.policies.instrument import COUNTRY
from ssc_drafter.readers.collect import Place, collect, country_of, places, read_ahead

LAW = "Water Act\n\n1. Short title\nThis Act may be cited as the Water Act.\n"

# the file, what is given, what the law states, which States are asked for, whose law it is
WHOSE = [
    ("KE/act.txt", "KE/act.txt", "", (), "KE"),
    ("KE/acts/water/act.txt", "KE/acts/water/act.txt", "", (), "KE"),
    ("laws/KE/acts/act.txt", "laws", "", (), "KE"),
    ("laws/KE/acts/old/act.txt", "laws/KE", "", (), "KE"),
    ("laws/ke/acts/act.txt", "laws", "", (), "KE"),
    ("laws/CM/fr/act.txt", "laws", "", (), "CM"),
    ("laws/KE/TZ/act.txt", "laws", "", (), "TZ"),
    ("KE/laws/act.txt", "KE/laws", "", (), ""),
    ("laws/KE/act.txt", "laws", "TZ", (), "TZ"),
    ("laws/KE/act.txt", "laws", "", ("UG",), "UG"),
    ("laws/KE/act.txt", "laws", "", ("UG", "KE"), "KE"),
    ("laws/Kenya/act.txt", "laws", "", (), ""),
    ("laws/K3/act.txt", "laws", "", (), ""),
]


@pytest.mark.parametrize(("file", "given", "stated", "asked", "whose"), WHOSE)
def test_a_law_belongs_to_the_two_letter_folder_above_it(
    file: str, given: str, stated: str, asked: tuple[str, ...], whose: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text(LAW, "utf-8")
    monkeypatch.chdir(tmp_path)
    (place,) = places([given])
    assert country_of(place, stated, asked) == whose


def test_paths_of_a_list_are_looked_up_from_its_root(tmp_path: Path) -> None:
    (tmp_path / "laws" / "KE" / "acts").mkdir(parents=True)
    (tmp_path / "laws" / "KE" / "acts" / "act.txt").write_text(LAW, "utf-8")
    (tmp_path / "list.txt").write_text("# laws of the case\nKE/acts/act.txt\n", "utf-8")
    (place,) = places([f"@{tmp_path / 'list.txt'}"], tmp_path / "laws")
    assert (place.shown, country_of(place, "", ())) == ("KE/acts/act.txt", "KE")


def test_laws_of_a_folder_are_read_each_for_its_state_and_the_rest_is_named(tmp_path: Path) -> None:
    for file, text in {"KE/acts/act.txt": LAW, "misc/act.txt": LAW, "KE/empty.txt": ""}.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, "utf-8")
    found = collect(places([str(tmp_path)]))
    assert [(one.file, one.country) for one in found.instruments] == [("KE/acts/act.txt", "KE")]
    assert [one.file for one in found.not_read] == ["KE/empty.txt", "misc/act.txt"]
    assert "a folder called by its two-letter code" in found.not_read[1].reason


def test_a_folder_of_the_machine_names_no_state(tmp_path: Path) -> None:
    assert country_of(Place(Path("/home/jo/laws/act.txt"), "act.txt"), "", ()) == ""
    assert country_of(Place(Path("/home/jo/KE/acts/act.txt"), "act.txt"), "", ()) == "KE"


@pytest.mark.slow
def test_files_read_side_by_side_are_those_read_one_after_the_other(tmp_path: Path) -> None:
    (tmp_path / "KE").mkdir()
    for number in range(9):
        text = LAW.replace("Act", f"Act {number}") if number != 4 else ""
        (tmp_path / "KE" / f"act_{number}.txt").write_text(text, "utf-8")
    found = places([str(tmp_path)])
    alone, together = list(read_ahead(found, cores=1)), list(read_ahead(iter(found), cores=2))
    assert [place for place, _ in together] == found
    assert [answer for _, answer in together if not isinstance(answer, Exception)] == [
        answer for _, answer in alone if not isinstance(answer, Exception)
    ]
    refused = [(place.shown, str(answer)) for place, answer in together if isinstance(answer, Exception)]
    assert refused == [(place.shown, str(answer)) for place, answer in alone if isinstance(answer, Exception)]
    assert [shown for shown, _ in refused] == ["KE/act_4.txt"]


@pytest.mark.parametrize(
    ("file", "given", "meta", "asked", "said"),
    [
        ("laws/KE/act.txt", "laws", "", "NG", True),
        ("KE/act.txt", "KE/act.txt", "", "NG", True),
        ("laws/KE/acts/act.txt", "laws/KE", "", "NG", True),
        ("laws/KE/act.txt", "laws", "", "KE", False),
        ("laws/KE/act.txt", "laws", "country: NG", "NG", False),
        ("laws/fr/act.txt", "laws", "", "NG", False),
        ("laws/water/act.txt", "laws", "", "NG", False),
    ],
)
def test_a_law_of_one_folder_that_is_asked_for_as_anothers_says_so(
    file: str, given: str, meta: str, asked: str, said: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text(LAW, "utf-8")
    if meta:
        (tmp_path / file).with_suffix(".meta.yaml").write_text(meta, "utf-8")
    monkeypatch.chdir(tmp_path)
    (law,) = collect(places([given]), (asked,)).instruments
    warned = [one.what for one in law.warnings if one.where == COUNTRY]
    assert law.country == asked
    assert len(warned) == said
    assert not said or ("KE" in warned[0] and "NG" in warned[0] and "--country" in warned[0])
