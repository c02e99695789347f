"""Assembly: what is missing is named, references and terms lead somewhere, hidden answers stay out."""

from __future__ import annotations

from pathlib import Path

import pytest
import shelf

from ssc_drafter.assemble import assemble, draft
from ssc_drafter.errors import Problem, Problems
from ssc_drafter.library.changes import AddedPart, Changes, Edit, FreeArticle, Move
from ssc_drafter.library.load import Library
from ssc_drafter.tree.nodes import Agreement, Blank, Paragraph, Table, plain
from ssc_drafter.tree.running import running_text
from ssc_drafter.tree.walk import open_points


def slot(name: str, kind: str, more: str = "") -> str:
    return f'[slots.{name}]\nkind = "{kind}"\nask = {{ en = "What is {name}?", fr = "?" }}\n{more}\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shelf.clause(
        tmp_path,
        "first",
        "Within {{ days | spelled('day') }} under {{ 'second/2' | ref }}.",
        slot("days", "number", "sample = 6\nleast = 1"),
    )
    shelf.clause(
        tmp_path,
        "second",
        "Every {{ 'project' | term }} stands.\n{% if seat %}\nThe seat is {{ seat }}.\n{% endif %}\nSee {{ 'first' | ref }}.",
        slot("seat", "text", "required = false"),
    )
    shelf.clause(tmp_path, "definitions", "In {{ instrument }}:", yields="definitions")
    shelf.clause(tmp_path, "spare", "Spare words.")
    shelf.clause(tmp_path, "plan", "= Plan\n| Activity | Cost |\n|---|--:|\n| A | 1 |", yields="annex")
    shelf.term(tmp_path, "project", "Project", "a set of {{ 'activity' | terms }}")
    shelf.term(tmp_path, "activity", "Activity", "work")
    shelf.kind(tmp_path, ["definitions", "first", "second", "plan"])
    return tmp_path


@pytest.fixture
def library(root: Path) -> Library:
    return Library.load(root)


GIVEN = {"parties": shelf.PARTIES, "first.days": 6}


def article(agreement: Agreement, name: str) -> str:
    (found,) = [one for one in agreement.articles if one.name == name]
    return "\n".join(plain(block.content) for block in found.blocks if isinstance(block, Paragraph))


def test_references_terms_and_numbers_are_printed(library: Library) -> None:
    agreement = assemble(library, "test", {**GIVEN, "second.seat": "Port"})
    assert article(agreement, "first") == "Within six (6) days under paragraph 2 of Article 3."
    assert article(agreement, "second") == "Every Project stands.\nThe seat is Port.\nSee Article 2."
    assert [plain(line.content) for line in agreement.title] == [
        "Test Agreement",
        "between",
        "the Government of the Republic of Kenya",
        "and",
        "the Government of the Republic of India",
    ]
    (definitions,) = [block for block in agreement.articles[0].blocks if isinstance(block, Paragraph)]
    assert [plain(item.content) for item in definitions.items] == [
        "“Activity” means work; and",
        "“Project” means a set of Activitys.",
    ]


def test_a_title_names_its_parties_as_a_list(library: Library) -> None:
    three = [*shelf.PARTIES, {"country": "BR", "capacity": "government"}]
    agreement = assemble(library, "test", {**GIVEN, "parties": three})
    rows = [(plain(line.content), line.part) for line in agreement.title]
    names = [row for row, part in rows if part == "party"]
    assert [name.endswith(",") for name in names] == [True, False, False]
    assert [part for _, part in rows][-4:] == ["party", "party", "joint", "party"]


def test_a_part_that_is_not_answered_leaves_no_empty_paragraph(library: Library) -> None:
    assert article(assemble(library, "test", GIVEN), "second") == "Every Project stands.\nSee Article 2."


def test_every_missing_answer_is_named(library: Library) -> None:
    with pytest.raises(Problems) as caught:
        assemble(library, "test", {})
    assert [problem.where for problem in caught.value.problems] == ["parties", "first.days"]
    assert "What is days?" in str(caught.value)


def test_a_missing_answer_is_a_blank_and_never_an_empty_string(library: Library) -> None:
    agreement = assemble(library, "test", {}, blanks=True)
    assert article(agreement, "first").startswith("Within [What is days?] under")
    assert [point.text for point in open_points(agreement) if point.number.startswith("2")] == ["What is days?"]
    assert not {"None", "undefined", "nan"} & set(running_text(agreement).text.split())


@pytest.mark.parametrize(
    ("answers", "where", "says"),
    [
        ({"first.days": "six"}, "first.days", "“six” is not a number"),
        ({"first.days": 0}, "first.days", "below 1"),
        ({"first.day": 3}, "first.day", "Do you mean first.days?"),
        ({"parties": [{"country": "KE"}]}, "parties", "at least 2"),
        ({"parties": [{"country": "KE"}, {"country": "ZZ"}]}, "parties[2].country", "no country code"),
    ],
)
def test_a_mistyped_answer_is_named(library: Library, answers: dict[str, object], where: str, says: str) -> None:
    with pytest.raises(Problems) as caught:
        assemble(library, "test", {**GIVEN, **answers}, blanks=True)
    assert [(problem.where, says in problem.sentence()) for problem in caught.value.problems] == [(where, True)]


def test_a_reference_without_a_target_is_an_error_that_names_both(library: Library) -> None:
    """A6, D1: a wording that is left out stops the generation; the page shows a marked blank and says it once."""
    with pytest.raises(Problems, match=r"^“First” refers to “Second”, which is not in this draft"):
        assemble(library, "test", GIVEN, changes=Changes(dropped=("second",)))
    made = draft(library, "test", GIVEN, changes=Changes(dropped=("second",)))
    assert "under [reference to “Second”, which is left out]." in running_text(made.agreement).text
    assert [point.text for point in open_points(made.agreement)] == ["reference to “Second”, which is left out"]
    (problem,) = made.problems
    assert problem.sentence("fr").startswith("« First » renvoie à « Second », qui ne figure pas")


def test_a_reference_that_an_officer_kept_never_prints_the_id_of_a_part(library: Library) -> None:
    edit = Edit("first", "1", "As [[second]] says, and [[?ref:second]].")
    gone = draft(library, "test", GIVEN, changes=Changes(edits=(edit,), dropped=("second",)))
    blank = "[reference to “Second”, which is left out]"
    assert article(gone.agreement, "first") == f"As {blank} says, and {blank}."
    assert [one.key for one in gone.problems] == ["assemble.no_target"]
    back = draft(library, "test", GIVEN, changes=Changes(edits=(edit,)))
    assert article(back.agreement, "first") == "As Article 3 says, and Article 3."


def test_words_that_no_longer_refer_are_no_problem(library: Library) -> None:
    changes = Changes(edits=(Edit("first", "1", "In due time."),), dropped=("second",))
    assert draft(library, "test", GIVEN, changes=changes).problems == ()


def test_a_paragraph_that_is_not_there_is_an_error(root: Path) -> None:
    shelf.clause(root, "first", "See {{ 'second/9' | ref }}.")
    with pytest.raises(Problems, match="paragraph 9 of “Second”, which has only 2"):
        assemble(Library.load(root), "test", {"parties": shelf.PARTIES})


def test_a_term_that_is_defined_nowhere_is_an_error(library: Library) -> None:
    with pytest.raises(Problems, match="“Second” uses the term “Project”"):
        assemble(library, "test", GIVEN, changes=Changes(dropped=("definitions",)))


def test_requires_and_excludes(root: Path) -> None:
    shelf.write(
        root / "clauses/tests/spare/clause.toml",
        (root / "clauses/tests/spare/clause.toml")
        .read_text()
        .replace("[source]", 'requires = ["tests/second"]\nexcludes = ["tests/first"]\n[source]'),
    )
    library = Library.load(root)
    changes = Changes(added=(AddedPart("tests/spare"),), dropped=("second",))
    sentences = [problem.sentence() for problem in draft(library, "test", GIVEN, changes=changes).problems]
    assert "“Spare” needs “Second” in the same draft. Put that part in, or take the first one out." in sentences
    assert "“Spare” cannot stand together with “First”. Take one of them out." in sentences


def test_a_clause_that_needs_and_names_another_says_so_once(root: Path) -> None:
    toml = root / "clauses/tests/first/clause.toml"
    text = toml.read_text().replace("[source]", 'requires = ["tests/second"]\n[source]', 1)
    shelf.write(toml, text.replace('preferred"\n', 'preferred"\nrequires = ["tests/second"]\n'))
    made = draft(Library.load(root), "test", GIVEN, changes=Changes(dropped=("second",)))
    assert [problem.key for problem in made.problems] == ["assemble.requires"]


def test_an_unknown_kind_or_language_is_a_sentence(library: Library) -> None:
    with pytest.raises(Problem, match="there is no kind of instrument “treaty”"):
        assemble(library, "treaty", GIVEN)
    with pytest.raises(Problem, match="cannot be drafted in “es”"):
        assemble(library, "test", GIVEN, "es")


def test_the_same_input_makes_the_same_tree(library: Library, root: Path) -> None:
    again = Library.load(root)
    assert assemble(library, "test", GIVEN) == assemble(again, "test", GIVEN)


# ---- parts and order ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        (Changes(), ["definitions", "first", "second"]),
        (Changes(moved=(Move("second"),)), ["second", "definitions", "first"]),
        (Changes(moved=(Move("definitions", "second"),)), ["first", "second", "definitions"]),
        (Changes(added=(AddedPart("tests/spare", after="first"),)), ["definitions", "first", "spare", "second"]),
        (Changes(added=(AddedPart("tests/spare", "extra"),)), ["definitions", "first", "second", "extra"]),
        (Changes(articles=(FreeArticle("mine", "Mine", "Words.", "definitions"),)), ["definitions", "mine", "first", "second"]),
        (Changes(dropped=("plan",)), ["definitions", "first", "second"]),
    ],
)
def test_order(library: Library, changes: Changes, wanted: list[str]) -> None:
    made = draft(library, "test", GIVEN, changes=changes)
    assert [one.name for one in made.agreement.articles] == wanted
    assert not made.problems


def test_numbers_and_references_follow_the_order(library: Library) -> None:
    agreement = assemble(library, "test", GIVEN, changes=Changes(moved=(Move("second"),)))
    assert article(agreement, "second").endswith("See Article 3.")


def test_changes_that_name_what_is_not_there_are_all_told(library: Library) -> None:
    with pytest.raises(Problems) as caught:
        draft(library, "test", GIVEN, changes=Changes(dropped=("x",), variants={"first": "y", "z": "plain"}))
    assert {problem.where for problem in caught.value.problems} == {"x", "first", "z"}


def test_a_red_line_is_never_inserted(root: Path) -> None:
    path = root / "clauses/tests/first/clause.toml"
    shelf.write(path, path.read_text() + '[variants.bad]\nposition = "red_line"\nwhy = { en = "no", fr = "non" }\n')
    shelf.write(path.parent / "bad.en.txt", "Disputes shall be submitted to the courts of one Party alone.")
    with pytest.raises(Problems, match="red line and is never inserted"):
        draft(Library.load(root), "test", GIVEN, changes=Changes(variants={"first": "bad"}))


def test_provenance_says_clause_version_variant_and_answers(library: Library) -> None:
    agreement = assemble(library, "test", GIVEN)
    paragraph = agreement.articles[1].blocks[0]
    assert paragraph.provenance.clause == "tests/first"
    assert (paragraph.provenance.version, paragraph.provenance.variant) == ("2026-11-25", "plain")
    assert paragraph.provenance.answers == ("first.days",)


ROWS = """[slots.lines]
kind = "list"
ask = { en = "What are the activities?" }
least = 1
[slots.lines.columns.activity]
kind = "text"
ask = { en = "Activity" }
[slots.lines.columns.cost]
kind = "number"
ask = { en = "Cost" }
"""


def test_a_blank_in_a_table_asks_for_its_own_column(root: Path) -> None:
    rows = "{% for row in lines %}\n| {{ row.activity }} | {{ row.cost | capital }} |\n{% endfor %}"
    shelf.clause(root, "plan", f"= Plan\n| What | How much |\n|---|--:|\n{rows}", ROWS, yields="annex")
    agreement = assemble(Library.load(root), "test", {}, blanks=True)
    (table,) = [block for block in agreement.annexes[0].blocks if isinstance(block, Table)]
    (blanks,) = [[(run.slot, run.prompt) for cell in row.cells for run in cell if isinstance(run, Blank)] for row in table.rows]
    assert blanks == [("plan.lines", "Activity"), ("plan.lines", "Cost")]
