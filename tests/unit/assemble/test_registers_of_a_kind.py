"""A kind that may stand in both registers: the answer decides words, title, unit, parts and what is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
import shelf

from ssc_drafter.assemble import Draft, draft
from ssc_drafter.library.check import problems
from ssc_drafter.library.load import Library
from ssc_drafter.library.plan import questions
from ssc_drafter.tree.running import running_text

OPENING = shelf.OPENING.replace("Have agreed as follows:", "{{ register }}")
ASK = """[question.register]
kind = "choice"
ask = { en = "Binding?" }
default = "binding"
default_reason = { en = "why" }
[question.register.choices]
binding = { en = "Yes" }
non_binding = { en = "No" }
"""
TWIN = '[non_binding]\ntitle = { en = "Test Understanding" }\nunit = "number"\n[non_binding.instrument]\nen = { name = "Understanding" }\n'
YEARS = '[slots.years]\nkind = "number"\nask = { en = "Years", fr = "Années" }\nsample = 3\n'


def both(root: Path, name: str, registers: str) -> None:
    path = root / "clauses/tests" / name / "clause.toml"
    path.write_text(path.read_text("utf-8").replace('["binding"]', registers), "utf-8")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root: Path = tmp_path_factory.mktemp("library")
    shelf.clause(root, "opening", OPENING, yields="opening")
    shelf.clause(root, "force", "{{ instrument | capital }} enters into force.")
    shelf.clause(root, "start", "{{ instrument | capital }} lasts {{ years }} years.", YEARS)
    both(root, "opening", '["binding", "non_binding"]')
    both(root, "start", '["non_binding"]')
    shelf.kind(root, ["force", "start"], ASK)
    outline = root / "templates/test/outline.toml"
    outline.write_text(outline.read_text("utf-8").replace("[[part]]", TWIN + "[[part]]", 1), "utf-8")
    sheet = root / "templates/test/questions.toml"
    sheet.write_text(sheet.read_text("utf-8").replace('["parties"]', '["parties", "register", "start.years"]'), "utf-8")
    return Library.load(root)


def made(library: Library, register: str) -> Draft:
    return draft(library, "test", {"parties": shelf.PARTIES, "register": register, "start.years": 3})


def test_each_register_has_its_own_parts_title_and_unit(library: Library) -> None:
    binding, other = made(library, "binding"), made(library, "non_binding")
    assert [one.name for one in binding.agreement.articles] == ["force"]
    assert [one.name for one in other.agreement.articles] == ["start"]
    assert (binding.agreement.register, binding.agreement.unit) == ("binding", "article")
    assert (other.agreement.register, other.agreement.unit) == ("non_binding", "number")
    assert "This Understanding lasts 3 years." in running_text(other.agreement).text
    assert running_text(other.agreement).text.startswith("Test Understanding")


def test_a_question_of_one_register_is_asked_in_it_alone(library: Library) -> None:
    asked = {one.id: one for one in questions(library, library.kind("test"))}
    assert asked["register"].condition is None
    assert "start.years" not in made(library, "binding").values
    assert made(library, "non_binding").values["start.years"] == 3


def test_the_check_of_the_library_passes_such_a_kind(library: Library) -> None:
    assert [str(one) for one in problems(library) if "slot" not in str(one)] == []


def test_a_second_register_that_nobody_asks_for_is_a_mistake(library: Library, tmp_path: Path) -> None:
    shelf.clause(tmp_path, "force", "It enters into force.")
    shelf.kind(tmp_path, ["force"])
    outline = tmp_path / "templates/test/outline.toml"
    outline.write_text(outline.read_text("utf-8").replace("[[part]]", TWIN + "[[part]]", 1), "utf-8")
    found = [str(one) for one in Library.load(tmp_path, strict=False).problems]
    assert any("nothing asks which" in one for one in found)
