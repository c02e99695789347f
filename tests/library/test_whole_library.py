"""The shipped library as data: every wording that can be inserted rendered, every red line seen, every sample assembled."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import shelf
from msgspec.structs import replace
from rowwise import each_row

from ssc_drafter.answers.files import read_file
from ssc_drafter.assemble import draft
from ssc_drafter.library.changes import read_changes
from ssc_drafter.library.check import problems, rendered
from ssc_drafter.library.load import Library
from ssc_drafter.library.plan import offered, plan, questions
from ssc_drafter.library.red_lines import match
from ssc_drafter.tree.codec import from_json, to_json
from ssc_drafter.tree.nodes import Agreement
from ssc_drafter.tree.running import running_text
from ssc_drafter.tree.walk import open_points

pytestmark = pytest.mark.slow  # thousands of rows: `make test` runs them all, the fast loop leaves them

# what another choice of variant rightly brings up: a clause that must come with it, an answer that is asked no more
TOLD_TO_THE_DRAFTER = {"assemble.requires", "answers.unknown", "answers.unknown_near"}


def library() -> Library:
    return shelf.shipped()


def insertable() -> list[tuple[str, str, str, str]]:
    return [
        (clause.id, *key)
        for clause in library().clauses.values()
        for key in sorted(clause.wordings)
        if clause.variants[key[0]].position != "red_line"
    ]


def red() -> list[tuple[str, str, str]]:
    rows = {
        (clause.id, name, lang)
        for clause in library().clauses.values()
        for name, _, lang in clause.wordings
        if clause.variants[name].position == "red_line"
    }
    return sorted(rows)


def samples() -> list[tuple[str, str, str]]:
    return [
        (kind.id, path.stem, lang)
        for kind in library().kinds.values()
        for path in kind.samples
        for lang in library().languages_of(kind)
    ]


def test_the_library_has_no_problem() -> None:
    assert [str(problem) for problem in problems(library())] == []


def test_there_is_a_library() -> None:
    assert len(library().clauses) >= 45
    assert {"memorandum_of_understanding", "framework_agreement", "triangular_agreement"} <= set(library().kinds)
    assert all(len(kind.samples) >= 3 for kind in library().kinds.values())
    assert all({"en", "fr"} <= set(library().languages_of(kind)) for kind in library().kinds.values())


@each_row(("clause", "variant", "register", "lang"), insertable())
def test_every_wording_renders_with_its_samples(clause: str, variant: str, register: str, lang: str) -> None:
    assert [str(one) for one in rendered(library(), library().clauses[clause], variant, register, lang)] == []


@each_row(("clause", "variant", "lang"), red())
def test_every_red_line_is_recognised_and_nothing_insertable_is(clause: str, variant: str, lang: str) -> None:
    one = library().clauses[clause]
    wordings = [text for (name, _, tongue), text in one.wordings.items() if (name, tongue) == (variant, lang)]
    lines = [line.strip() for line in wordings[0].source.splitlines() if line.strip() and not line.startswith("=")]
    found = {(seen.clause, seen.variant) for line in lines for seen in match(library(), line, lang)}
    assert (clause, variant) in found


@pytest.mark.slow
def test_no_sample_draft_resembles_a_red_line() -> None:
    """What we ourselves insert must not be taken for what we refuse."""
    units: dict[tuple[str, str], tuple[str, str]] = {}  # the same words stand in many samples: they are looked at once
    for kind, name, lang in samples():
        text = running_text(sample(kind, name, lang))
        for unit in text.units:
            words = re.sub(r"^\d+\. ", "", text.text[unit.start : unit.end])
            units.setdefault((words, lang), (name, unit.number))
    taken = [
        (where, seen.clause, seen.likeness) for (words, lang), where in units.items() for seen in match(library(), words, lang)
    ]
    assert taken == []


def sample(kind: str, name: str, lang: str) -> Agreement:
    (path,) = [one for one in library().kind(kind).samples if one.stem == name]
    return shelf.sample(path, lang)


@pytest.mark.parametrize(("kind", "name", "lang"), samples())
def test_every_sample_is_a_whole_agreement(kind: str, name: str, lang: str) -> None:
    agreement = sample(kind, name, lang)
    assert list(open_points(agreement)) == []
    words = running_text(agreement).text.replace("|  |", "| |")  # an empty cell
    for sign in ("{{", "}}", "{%", "??", "None", "\ue000", "  ", " ,", "undefined", "[["):
        assert sign not in words, words[max(0, words.find(sign) - 40) : words.find(sign) + 40]
    assert from_json(to_json(agreement)) == agreement
    alone = agreement.kind == "exchange_of_notes"  # a note is signed by its sender alone, a note verbale by nobody
    assert len(agreement.parties) >= 2
    assert len(agreement.signatures) == (int(not name.startswith("verbal")) if alone else len(agreement.parties))


@each_row("kind", sorted(library().kinds))
@each_row("lang", ["en", "fr"])
def test_an_empty_questionnaire_makes_a_draft_with_blanks(kind: str, lang: str) -> None:
    made = draft(library(), kind, {}, lang)
    assert made.open
    assert open_points(made.agreement)
    assert [str(problem) for problem in made.problems] == []


@cache
def size(path: Path) -> int:
    """Return how many parts stand in a sample."""
    file = read_file(path)
    kind = library().kind(file.kind)
    return len(plan(library(), kind.of(file.answers), read_changes(file.changes)))


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "name", "lang"), [row for row in samples() if row[2] == "en"])
def test_every_offered_variant_can_be_chosen_in_the_samples(kind: str, name: str, lang: str) -> None:
    """Each choice of a variant, one at a time: references, terms and required clauses hold, only answers may be missing.

    In the samples with the most and the fewest parts each variant is chosen, in those between one in three, another in each.
    """
    paths = sorted(library().kind(kind).samples, key=size)
    (path,) = [one for one in paths if one.stem == name]
    place = 0 if path in (paths[0], paths[-1]) else paths.index(path)
    file = read_file(path)
    base = read_changes(file.changes)
    for number, row in enumerate(plan(library(), library().kind(kind).of(file.answers), base)):
        for variant in offered(row) if not place or (number + place) % 3 == 0 else ():
            changes = replace(base, variants={**base.variants, row.name: variant})
            made = draft(library(), kind, file.answers, lang, changes)
            needs = [one.values["clause"] for one in made.problems if one.key == "assemble.requires"]
            told = [one for one in made.problems if not (one.key == "assemble.no_target" and one.values["clause"] in needs)]
            left = [str(one) for one in told if one.key not in TOLD_TO_THE_DRAFTER]
            assert left == [], (row.name, variant)


@pytest.mark.slow
@each_row(("kind", "name", "lang"), [row for row in samples() if row[2] == "en"])
def test_every_offered_part_can_be_taken_in_every_sample(kind: str, name: str, lang: str) -> None:
    """All of them at once: only their own answers may be missing."""
    found = library().kind(kind)
    (path,) = [one for one in found.samples if one.stem == name]
    file = read_file(path)
    base = read_changes(file.changes)
    taken = tuple(dict.fromkeys((*base.taken, *(part.name for part in found.parts if part.offer))))
    made = draft(library(), kind, file.answers, lang, replace(base, taken=taken))
    assert [str(one) for one in made.problems if one.key not in TOLD_TO_THE_DRAFTER] == []


def test_every_kind_asks_its_questions_in_groups() -> None:
    for kind in library().kinds.values():
        grouped = [name for group in kind.groups for name in group.questions]
        assert len(grouped) == len(set(grouped))
        assert {one.id for one in questions(library(), kind)} <= set(grouped)


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("kind", sorted(library().kinds))
def test_a_part_that_is_left_out_never_shows_as_an_id(kind: str, lang: str) -> None:
    """Whatever one part is dropped: blanks and sentences call parts by their headings, and nothing is said twice."""
    file = read_file(library().kind(kind).samples[0])
    base = read_changes(file.changes)
    for row in plan(library(), library().kind(kind), base):
        made = draft(library(), kind, file.answers, lang, replace(base, dropped=(*base.dropped, row.name)))
        sentences = [one.sentence(lang) for one in made.problems if one.key.startswith("assemble.")]
        said = [*(point.text for point in open_points(made.agreement)), *sentences]
        assert [one for one in said if re.search(r"\w[_/]\w", one)] == [], row.name
        assert len(set(sentences)) == len(sentences)
