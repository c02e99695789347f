"""Outline, answers and library to an agreement: parts made, terms defined, edits put in, references resolved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.answers.question import Question
from ssc_drafter.answers.read import in_force, look, missing, unknown_keys
from ssc_drafter.answers.values import Answers, Value
from ssc_drafter.assemble import build
from ssc_drafter.assemble.edits import Stale
from ssc_drafter.assemble.inherited import inherited_terms
from ssc_drafter.assemble.keys import Words
from ssc_drafter.assemble.rules import rules
from ssc_drafter.errors import Problem, Problems, raise_all
from ssc_drafter.library.changes import NO_CHANGES, Changes
from ssc_drafter.library.kind import Kind
from ssc_drafter.library.load import Library
from ssc_drafter.library.made import Made, Scene, make
from ssc_drafter.library.plan import Planned, plan, questions, stands, variant_of
from ssc_drafter.library.speech import speakable
from ssc_drafter.tree.nodes import Agreement


class Draft(Struct, frozen=True):
    """An agreement with all that a page shows beside it.

    `open` are the questions that still want an answer, `problems` what is wrong and was passed over, `stale` the edits whose
    clause has changed beneath, `keys` tells for the address of a paragraph its part and key, `beneath` the words of the
    clause itself (before any edit) by part and key, `variants` the variant that stands in each part.
    """

    agreement: Agreement
    values: Mapping[str, Value]
    questions: tuple[Question, ...]
    open: tuple[Question, ...] = ()
    problems: tuple[Problem, ...] = ()
    stale: tuple[Stale, ...] = ()
    keys: dict[str, tuple[str, str]] = {}
    beneath: dict[tuple[str, str], Words] = {}
    variants: dict[str, str] = {}


def assemble(
    library: Library,
    kind_id: str,
    answers: Mapping[str, Any] | Answers,
    lang: str = "en",
    changes: Changes = NO_CHANGES,
    blanks: bool = False,
    date: str = "",
    parent: Agreement | None = None,
) -> Agreement:
    """Return the agreement. `answers` are plain data by question id, or typed answers; terms that `parent` defines are not
    defined again.

    Raises Problems that name every unknown, mistyped and (unless `blanks`) missing answer, every clause that misses the one
    it needs, and every reference and term without a target.
    """
    made = draft(library, kind_id, answers, lang, changes, date, parent)
    strict = [problem for problem in made.problems if not (blanks and problem.key == "assemble.not_in_language")]
    if not blanks:
        mistyped = {} if isinstance(answers, Answers) else look(made.questions, answers).problems  # told already
        open_ = [one for one in made.open if one.id not in mistyped]
        asked = [Problem("assemble.missing", one.id, ask=one.words(one.ask, lang)) for one in open_]
        strict = asked + strict
    raise_all(strict)
    return made.agreement


def draft(
    library: Library,
    kind_id: str,
    answers: Mapping[str, Any] | Answers,
    lang: str = "en",
    changes: Changes = NO_CHANGES,
    date: str = "",
    parent: Agreement | None = None,
) -> Draft:
    """Return the draft however much of it is still open or wrong: a missing answer is a blank, a problem stands in its list.

    Raises Problem only where there is no such kind or language, and Problems where changes name what is not there.
    """
    with library.speaking():
        return _draft(library, kind_id, answers, lang, changes, date, parent)


def _draft(
    library: Library,
    kind_id: str,
    answers: Mapping[str, Any] | Answers,
    lang: str,
    changes: Changes,
    date: str,
    parent: Agreement | None,
) -> Draft:
    kind = library.kind(kind_id)
    known = library.languages_of(kind)
    if lang not in known:
        raise Problem("assemble.no_lang", kind_id, language=lang, known=", ".join(known) or "-")
    asked = questions(library, kind, changes)
    values, problems = _values(asked, answers)
    kind = kind.of(values)
    open_ = missing(asked, values)
    problems += _unspeakable(asked, values, lang)
    rows = [row for row in plan(library, kind, changes) if stands(row, values)]
    variants = {row.name: variant_of(row, values, changes) for row in rows}
    problems += rules(library, rows, variants)
    scene = _scene(kind, lang, values, asked, rows)
    if parent is not None:
        scene = replace(scene, inherited=inherited_terms(library, parent))
    parts = [(row, _made(library, row, variants[row.name], scene, problems)) for row in rows]
    built = build.build(library, kind, parts, scene, changes, date, problems)
    problems = _once(problems)
    return Draft(
        built.agreement,
        values,
        tuple(asked),
        tuple(open_),
        tuple(problems),
        built.stale,
        built.keys,
        built.beneath,
        variants,
    )


def _once(problems: list[Problem]) -> list[Problem]:
    """Return the problems without what says the same twice: a clause that needs another mostly refers to it as well."""
    needed = [one.values for one in problems if one.key == "assemble.requires"]
    return [one for one in problems if not (one.key == "assemble.no_target" and one.values in needed)]


def _values(asked: list[Question], answers: Mapping[str, Any] | Answers) -> tuple[dict[str, Value], list[Problem]]:
    if isinstance(answers, Answers):
        return dict(answers.values), []
    reading = look(asked, answers)
    problems = unknown_keys(reading, asked)
    problems += [problem for several in reading.problems.values() for problem in several]
    return in_force(asked, reading), problems


def _unspeakable(asked: list[Question], values: Mapping[str, Value], lang: str) -> list[Problem]:
    return [
        Problem("assemble.not_in_language", one.id, language=lang, ask=one.words(one.ask, lang))
        for one in asked
        if one.id in values and not speakable(values[one.id], lang)
    ]


def _scene(kind: Kind, lang: str, values: Mapping[str, Value], asked: list[Question], rows: list[Planned]) -> Scene:
    name, gender = kind.instrument.get(lang, ("", "none"))
    title = kind.title.get(lang, "")
    present = frozenset(row.name for row in rows)
    return Scene(lang, kind.register, values, {one.id: one for one in asked}, present, (name, gender, title))


def _made(library: Library, row: Planned, variant: str, scene: Scene, problems: list[Problem]) -> Made:
    if row.clause is None:
        return Made()
    try:
        return make(library, row.name, row.clause, variant, scene)
    except Problem as problem:
        problems.append(problem)
    except Problems as several:
        problems.extend(several.problems)
    return Made()
