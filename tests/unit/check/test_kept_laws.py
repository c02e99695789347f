"""Laws between two checks: opened from disk, read anew where the file or its reader changed, and checked with the same outcome."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import msgspec
import pytest

from ssc_drafter import places
from ssc_drafter.check import check, kept
from ssc_drafter.check.candidates import mark_of
from ssc_drafter.check.document.pointing import law_of
from ssc_drafter.policies.instrument import Instrument
from ssc_drafter.policies.provisions import segment
from ssc_drafter.policies.shelf import Shelved
from ssc_drafter.readers.collect import Place, collect
from ssc_drafter.tree.running import RunningText, Unit

LAW = (
    'Section 1. In this Act, "permit" means an authorisation of the Water Board.\n'
    "Section 2. No person shall abstract water without a permit.\n"
    "Section 3. The period referred to in section 2 shall not exceed five years."
)
CLAUSE = "The Contractor shall abstract water for twelve years without any permit or other authorisation."


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(kept.VARIABLE, str(tmp_path / "kept"))


def water() -> Instrument:
    parts = segment(LAW, "en")
    return Instrument("Water Act", "XO", "en", LAW, "cd", parts.provisions, parts.other, "water.txt")


def test_a_check_of_a_law_on_disk_is_the_same() -> None:
    unit = Unit("art_1__para_1", "1", 0, len(CLAUSE), "1", "Water")
    draft = RunningText("Agreement", "en", CLAUSE, (unit,), 1)
    once = check(draft, [water()], fits=True).to_json()
    law = kept.law("water", water)
    assert isinstance(law, Shelved)
    again = check(draft, [law], fits=True).to_json()
    assert once["findings"], "the example is one that makes a finding"
    assert {**once, "checked": 0} == {**again, "checked": 0}


def test_a_law_is_made_once_and_anew_where_its_file_is_broken() -> None:
    made = []

    def make() -> Instrument:
        made.append(1)
        return water()

    assert kept.law("water", make).text == kept.law("water", make).text == LAW
    assert len(made) == 1
    base = kept.folder()
    assert base is not None
    path = base / "laws" / "water.law"
    path.write_bytes(path.read_bytes()[:-4])
    assert kept.law("water", make).text == LAW and len(made) == 2
    assert kept.law("water", make).text == LAW and len(made) == 2


def test_nothing_is_kept_where_nothing_shall_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(kept.VARIABLE, "off")
    assert not isinstance(kept.law("water", water), Shelved)


def test_a_file_is_read_again_only_where_it_or_its_reader_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, read = tmp_path / "water.txt", []
    path.write_text(LAW, "utf-8")

    def reader(one: Path) -> Instrument:
        read.append(one.read_text("utf-8"))
        return msgspec.structs.replace(water(), text=read[-1])

    def ask() -> Instrument:
        (found,) = collect([Place(path, "water.txt")], ("XO",), read=reader, shelf=kept.Files()).instruments
        return found

    assert ask().text == ask().text == LAW and len(read) == 1
    path.write_text(LAW + " ", "utf-8")
    assert ask().text == LAW + " " and len(read) == 2
    monkeypatch.setattr(kept, "law_edition", lambda: "another")
    assert ask().text == LAW + " " and len(read) == 3
    monkeypatch.setenv("SSC_DRAFTER_LANG", "es")  # what was noticed in a file is kept as a sentence
    assert ask().text == LAW + " " and len(read) == 4


def test_what_provisions_say_of_one_another_is_kept_with_the_law() -> None:
    first, again = law_of(water()), law_of(water())
    assert first.defined == again.defined and "permit" in again.defined
    assert first.cited_by == again.cited_by and "art_2" in again.cited_by
    other = msgspec.structs.replace(water(), provisions=water().provisions[:2])
    assert mark_of(other) != mark_of(water()) and not law_of(other).cited_by


def file_of(module: str) -> Path | None:
    """Return the file of a module of ours, None of what is no module."""
    path = places.PACKAGE.parent / module.replace(".", "/")
    return next((one for one in (path.with_suffix(".py"), path / "__init__.py") if one.is_file()), None)


def imported(modules: list[str]) -> set[Path]:
    """Return the files of the modules of ours that some modules import, and those import, and so on."""
    found, waiting = set[Path](), modules
    while waiting:
        path = file_of(waiting.pop())
        if path and path not in found:
            found.add(path)
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("ssc_drafter"):
                    names = (f"{node.module}.{one.name}" for one in node.names)
                    waiting += [name if file_of(name) else str(node.module) for name in names]
    return found


def test_what_is_kept_goes_with_all_the_code_that_made_it() -> None:
    check = places.PACKAGE / "check"
    making = [path for path in check.rglob("*.py") if re.search(r"\.fact\(|kept\.(?:index|of_law)\(", path.read_text("utf-8"))]
    modules = [".".join(path.relative_to(places.PACKAGE.parent).with_suffix("").parts) for path in making]
    assert len(modules) > 5
    made = imported([*modules, "ssc_drafter.check.norms.pipeline"])
    tree = {path for path in made if path.parent.name == "tree"}  # a draft's running text: nothing of it is kept
    assert made - tree <= set(kept.code_of(kept.READS))


def test_a_rank_that_an_officer_states_is_not_found_under_the_former() -> None:
    act, top = water(), msgspec.structs.replace(water(), hierarchy="constitution")
    other = msgspec.structs.replace(
        water(), provisions=tuple(msgspec.structs.replace(one, number="9") for one in water().provisions)
    )
    assert len({mark_of(one) for one in (act, top, other)}) == 3


def test_laws_that_were_given_no_hash_are_told_apart_by_their_words() -> None:
    bare = msgspec.structs.replace(water(), sha256="")
    assert mark_of(bare) != mark_of(msgspec.structs.replace(bare, text=LAW.replace("five", "nine")))
