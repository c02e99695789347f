"""Every kind of mistake that an editor can make in the library's files is found, with file and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import shelf

from ssc_drafter.assemble import draft
from ssc_drafter.library.check import problems
from ssc_drafter.library.check_kinds import samples
from ssc_drafter.library.load import Library

SLOT = '[slots.days]\nkind = "number"\nask = { en = "Days", fr = "Jours" }\nsample = 6\n'
RED = '[variants.bad]\nposition = "red_line"\nwhy = { en = "no", fr = "non" }\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shelf.clause(tmp_path, "one", "Within {{ days }} days, under {{ 'two' | ref }}.\n", SLOT + RED)
    shelf.write(tmp_path / "clauses/tests/one/bad.en.txt", "Every dispute shall be decided by the courts of one Party alone.")
    shelf.clause(tmp_path, "two", "The Parties:\n  (a) one;\n  (b) two;\n")
    shelf.kind(tmp_path, ["one", "two"])
    questions = tmp_path / "templates/test/questions.toml"
    shelf.write(questions, questions.read_text().replace('["parties"]', '["parties", "one.days"]'))
    shelf.write(
        tmp_path / "templates/test/samples/first.yaml",
        "kind: test\nlang: en\nparties: [{ country: KE }, { country: IN }]\none.days: 6\n",
    )
    return tmp_path


def told(root: Path) -> list[str]:
    return [str(problem) for problem in problems(Library.load(root, strict=False))]


def test_many_hands_find_the_same_in_the_same_order(root: Path) -> None:
    shelf.clause(root, "three", "Under {{ 'nowhere' | ref }}, within {{ days }} days.\n")
    shelf.clause(root, "four", "One **bold.\n")
    shelf.kind(root, ["one", "two", "three", "four"])
    library = Library.load(root, strict=False)
    alone = [str(problem) for problem in problems(library)]
    assert [str(problem) for problem in problems(library, hands=2)] == alone
    assert len(alone) > 2


def test_samples_read_ahead_are_told_of_like_those_read_in_their_turn(root: Path) -> None:
    for name, words in (
        ("broken", "kind: [test\n"),
        ("other", "kind: text\n"),
        ("unknown", "kind: test\nlang: en\nnone.such: 6\n"),
    ):
        shelf.write(root / f"templates/test/samples/{name}.yaml", words)
    library = Library.load(root, strict=False)
    alone = [str(problem) for problem in problems(library)]
    ahead = samples([root])
    assert len(ahead) == 4
    assert [str(problem) for problem in problems(library, hands=2, ahead=ahead)] == alone
    assert ["broken" in alone[0], "other" in alone[1], "unknown" in alone[-1]] == [True, True, True]


def test_a_right_library_has_no_problem(root: Path) -> None:
    assert told(root) == []


def text(name: str, words: str) -> Callable[[Path], None]:
    return lambda root: shelf.write(root / f"clauses/tests/{name}", words)


def change(name: str, old: str, new: str) -> Callable[[Path], None]:
    def run(root: Path) -> None:
        path = root / name
        before = path.read_text("utf-8")
        assert old in before
        shelf.write(path, before.replace(old, new))

    return run


ONE = "clauses/tests/one/clause.toml"
OUTLINE, QUESTIONS = "templates/test/outline.toml", "templates/test/questions.toml"
MISTAKES = [
    (text("one/plain.en.txt", "x\n{{ dayz }}"), "one/plain.en.txt:2: there is no slot “dayz”"),
    (change(ONE, "yields", 'page = "landscape"\nyields'), "clause.toml:5: “page” says how the pages of an annex lie"),
    (
        change(ONE, 'yields = "article"', 'page = "sideways"\nyields = "annex"'),
        "“page” is “sideways”. Use one of: portrait, landscape",
    ),
    (
        change(OUTLINE, 'clause = "tests/two"', 'clause = "tests/two"\npage = "flat"'),
        "“page” is “flat”. Use one of: portrait, landscape",
    ),
    (text("one/plain.en.txt", "No slot at all."), "no wording uses the slot “days”"),
    (text("one/plain.en.txt", "{{ days }} *open"), "plain.en.txt:1: an asterisk is open"),
    (text("one/plain.en.txt", "{{ days }}\tx"), "plain.en.txt:1: the line holds a tab"),
    (text("one/plain.en.txt", "{{ days }}\n   (a) x"), "plain.en.txt:2: the line is not indented by 2 or 4"),
    (text("one/plain.en.txt", "  (a) {{ days }}"), "plain.en.txt:1: a point stands before any paragraph"),
    (text("one/plain.en.txt", "{{ days }}\n  x"), "plain.en.txt:2: an indented line without a label"),
    (text("one/plain.en.txt", "{{ days }}\n  (a) x\n  end\n  (b) y"), "plain.en.txt:4: a point follows"),
    (text("one/plain.en.txt", "{{ days }}\n| a | b |\n| c |"), "plain.en.txt:3: this row has 1 cells, the heading has 2"),
    (text("one/plain.en.txt", "{% if days > 'x' %}y{% endif %}"), "plain.en.txt: the wording cannot be filled in"),
    (text("one/plain.en.txt", "{{ days }} {{ 'three' | ref }}"), "“tests/one” refers to “three”"),
    (text("one/plain.fr.txt", "Dans {{ days }} jours."), "there is no wording of “bad” (binding) in “fr”"),
    (text("one/plain.fr.txt", "Sans."), "uses other slots than the one in “en” (days)"),
    (text("one/other.en.txt", "x"), "other.en.txt: this file belongs to no variant"),
    (text("one/bad.en.txt", "{{ days }} days are too many for us."), "a red line is recognised, never filled in"),
    (text("one/bad.en.txt", "No."), "not recognised in its own words"),
    (text("opening/plain.en.txt", "Between the Parties"), "plain.en.txt:1: a line of an opening begins with"),
    (change(ONE, "registers", "register"), "“register” is no key here"),
    (change(ONE, '"2026-11-25"', '"yesterday"'), "clause.toml:3: the version must be a date"),
    (change(ONE, 'kind = "number"', 'kind = "numbre"'), "“kind” is “numbre”. Use one of"),
    (change(ONE, "sample = 6", "sample = 6.5"), "this value is no valid answer"),
    (change(ONE, "sample = 6", "default = 6"), "a default needs its reason"),
    (change(ONE, "sample = 6", ""), "“days” has neither default nor sample"),
    (change(ONE, "sample = 6", 'sample = 6\nif = { question = "x" }'), "this condition cannot be read"),
    (change(ONE, "basis", "base"), "the source is missing"),
    (change(ONE, '"preferred"', '"best"'), "“position” is “best”"),
    (change(ONE, '"preferred"', '"red_line"'), "there is no variant that may be inserted"),
    (change(ONE, "[source]", 'requires = ["tests/none"]\n[source]'), "requires “tests/none”, which is no clause"),
    (
        change(ONE, "[source]", 'requires = ["tests/two"]\nexcludes = ["tests/two"]\n[source]'),
        "require and exclude one another",
    ),
    (change(ONE, 'title = { en = "One"', 'title = { english "One"'), "this file cannot be read"),
    (change(OUTLINE, '"tests/two"', '"tests/three"'), "outline.toml:12: the outline names the clause “tests/three”"),
    (change(OUTLINE, '"tests/two"', '"tests/two"\nvariants = ["other"]'), "the clause has no variant “other”"),
    (change(OUTLINE, '"tests/two"', '"tests/two"\nif = { question = "none", is = 1 }'), "the condition asks “none”"),
    (change(OUTLINE, '"tests/two"', '"tests/two"\nname = "one"'), "two parts are called “one”"),
    (change(OUTLINE, 'clause = "tests/opening"', 'clause = "tests/two"\nname = "other"'), "the outline has no opening"),
    (change(OUTLINE, '"binding"', '"non_binding"'), "“tests/one” has no non_binding wording"),
    (change(QUESTIONS, '"one.days"', '"one.nights"'), "the group names “one.nights”"),
    (change(QUESTIONS, ', "one.days"', ""), "“one.days” is in no group"),
    (change(QUESTIONS, "[[group]]", '[question."two.x"]\ndefault = 1\n[[group]]'), "“two.x” is no question of this kind"),
    (
        change(QUESTIONS, "[[group]]", '[question."one.days"]\ndefault = "six"\n[[group]]'),
        "questions.toml:2: this value is no valid answer: one.days: “six” is not a number",
    ),
    (change(QUESTIONS, "[[group]]", '[question."one.days"]\ndefault = 6\n[[group]]'), "a default needs its reason"),
    (change("templates/test/samples/first.yaml", "kind: test", "kind: text"), "the sample is of the kind “text”"),
    (change("templates/test/samples/first.yaml", "one.days: 6", "one.days: six"), "“six” is not a number"),
    (change("templates/test/samples/first.yaml", "one.days", "one.dais"), "Do you mean one.days?"),
    (change("clauses/_terms/party.toml", "singular", "singulier"), "“singulier” is no key here"),
]


def test_drafting_adds_no_problem_to_a_library(root: Path) -> None:
    change(QUESTIONS, "[[group]]", '[question."one.days"]\ndefault = 6\n[[group]]')(root)
    library = Library.load(root, strict=False)
    draft(library, "test", {})
    assert library.problems == []
    assert len(problems(library)) == 1  # a default without its reason


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        (ONE, "clauses/tests/one/clause.toml: this file cannot be read"),
        ("clauses/tests/opening/clause.toml", "clauses/tests/opening/clause.toml: this file cannot be read"),
        (OUTLINE, "templates/test/outline.toml: this file cannot be read"),
        (QUESTIONS, "templates/test/questions.toml: this file cannot be read"),
        ("clauses/_common.toml", "clauses/_common.toml: this file cannot be read"),
        ("clauses/_terms/party.toml", "clauses/_terms/party.toml: this file cannot be read"),
    ],
)
def test_of_a_file_that_cannot_be_read_only_the_cause_is_told(root: Path, name: str, cause: str) -> None:
    shelf.write(root / name, "title = { english \n" + (root / name).read_text("utf-8"))
    (one,) = told(root)
    assert one.startswith(cause)


def test_a_mistake_elsewhere_is_told_beside_a_file_that_cannot_be_read(root: Path) -> None:
    shelf.write(root / ONE, "title = {")
    text("two/plain.en.txt", "The Parties meet *soon.")(root)
    assert [one.partition(":")[0] for one in told(root)] == [ONE, "clauses/tests/two/plain.en.txt"]


def test_a_folder_of_the_office_lies_over_the_library_and_is_named_in_its_problems(root: Path, tmp_path: Path) -> None:
    own = tmp_path / "office"
    shelf.clause(own, "two", "The Parties meet *soon.\nAnd later.")
    found = [str(problem) for problem in problems(Library.load(root, own, strict=False))]
    assert found == [
        f"{own}/clauses/tests/two/plain.en.txt:1: an asterisk is open at the end of the line. Close it, or write \\*."
    ]
    shelf.clause(own, "two", "The Parties meet.")
    assert [str(problem) for problem in problems(Library.load(root, own, strict=False))] == []


@pytest.mark.parametrize(("mistake", "says"), MISTAKES, ids=[says for _, says in MISTAKES])
def test_a_mistake_is_found(root: Path, mistake: Callable[[Path], None], says: str) -> None:
    mistake(root)
    assert any(says in one for one in told(root)), told(root)


def test_an_optional_answer_must_be_guarded(root: Path) -> None:
    change(ONE, "sample = 6", "sample = 6\nrequired = false")(root)
    assert told(root) == [
        "clauses/tests/one/plain.en.txt: the optional answer “days” is printed where it is not answered. "
        "Put it inside {% if days %}."
    ]
    text("one/plain.en.txt", "Within {% if days %}{{ days }}{% else %}some{% endif %} days, under {{ 'two' | ref }}.")(root)
    assert told(root) == []


def test_several_mistakes_are_all_told(root: Path) -> None:
    change(ONE, "basis", "base")(root)
    text("two/plain.en.txt", "{{ nothing }}")(root)
    change(QUESTIONS, '"one.days"', '"one.nights"')(root)
    assert len(told(root)) >= 4


def test_an_office_folder_lies_over_the_shipped_one(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    office = tmp_path_factory.mktemp("office")
    shelf.clause(office, "two", "Our own second article.")
    library = Library.load(root, office)
    assert library.clauses["tests/two"].wordings["plain", "binding", "en"].source == "Our own second article."
    assert set(library.kinds) == {"test"}


def test_a_folder_that_is_no_library_is_told(tmp_path: Path) -> None:
    assert any("holds neither clauses nor templates" in one for one in told(tmp_path))


def test_an_instrument_without_a_gender_is_told(root: Path) -> None:
    outline = root / "templates/test/outline.toml"
    shelf.write(outline, outline.read_text().replace("[instrument]\n", '[instrument]\nes = { name = "Carta" }\n', 1))
    assert [one for one in told(root) if "“Carta”" in one and "outline.toml" in one and "m, f, plural, fplural" in one]
