"""What may be wrong in a kind of instrument: its parts, conditions, groups, references, samples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from ssc_drafter.answers.conditions import Condition
from ssc_drafter.answers.files import AnswersFile, read_file
from ssc_drafter.answers.read import read
from ssc_drafter.errors import Problem, Problems
from ssc_drafter.library.changes import Changes, read_changes
from ssc_drafter.library.clause import Clause
from ssc_drafter.library.kind import Kind, Part, override
from ssc_drafter.library.load import Library
from ssc_drafter.library.plan import questions, speaks

Samples = Mapping[
    Path, AnswersFile | Problem
]  # what stands in the files of samples that were read ahead, or why it cannot be read


def samples(folders: Iterable[Path]) -> dict[Path, AnswersFile | Problem]:
    """Return what stands in every sample of some folders. It needs no library, so it can be read while that is loaded."""
    found: dict[Path, AnswersFile | Problem] = {}
    for path in (path for folder in folders for path in folder.glob("templates/*/samples/*.yaml")):
        try:
            found[path] = read_file(path)
        except Problem as problem:
            found[path] = problem
    return found


def kind_problems(library: Library, kind: Kind, ahead: Samples | None = None) -> Iterator[Problem]:
    """Yield the problems of one kind of instrument; none of what would only follow from a file that cannot be read.

    A sample that is not among those read `ahead` is read.
    """
    if kind.outline.unread:
        return
    clauses = [library.clauses[part.clause] for part in kind.parts if part.clause in library.clauses]
    broken = kind.sheet.unread or any(clause.unread for clause in clauses)
    for part in kind.parts:
        for problem in _in_registers(library, kind, part):
            broken = True
            yield problem
    if not any(clause.yields == "opening" or clause.unread for clause in clauses):
        yield Problem("library.no_parties", kind.outline.where)
    if not broken:
        yield from _questionnaire(library, kind)
        for path in kind.samples:
            yield from _sample(library, kind, path, ahead or {})


def _in_registers(library: Library, kind: Kind, part: Part) -> Iterator[Problem]:
    """Look at a part in each register of its kind in which it stands; one that stands in none is told of as in the first."""
    standing = [one for one in (kind, kind.twin) if one and speaks(library, one, part)] or [replace(kind, both=False)]
    yield from {str(problem): problem for one in standing for problem in _part(library, one, part)}.values()


def _part(library: Library, kind: Kind, part: Part) -> Iterator[Problem]:
    where = f"{kind.outline.where}:{kind.outline.line('part.' + part.clause)}"
    clause = library.clauses.get(part.clause)
    if clause is None:
        yield Problem("library.clause_of_part", where, name=part.clause)
        return
    if clause.unread:
        return
    said = {name for name, register, _ in clause.wordings if register == kind.register}
    insertable = [variant.id for variant in clause.insertable() if variant.id in said]
    if not insertable:
        yield Problem("library.clause_register", where, name=part.clause, register=kind.register)
    for name in (*part.offered, *(preset.variant for preset in part.presets)):
        if name not in insertable:
            yield Problem("library.variant_of_part", where, name=name, known=", ".join(insertable))
    yield from _references(kind, part, clause)


def _references(kind: Kind, part: Part, clause: Clause) -> Iterator[Problem]:
    names = {one.name for one in kind.parts}
    for (variant, register, _), wording in clause.wordings.items():
        if register != kind.register or clause.variants[variant].position == "red_line":
            continue
        for target, line in wording.passed.refs.items():
            name = target.partition("/")[0]
            if name not in names and name not in wording.passed.guarded:
                yield Problem("library.dangling", f"{wording.where}:{line}", clause=clause.id, name=name)


def _questionnaire(library: Library, kind: Kind) -> Iterator[Problem]:
    known = _all_questions(library, kind) | set(library.common) | set(kind.questions)
    yield from _conditions(library, kind, known)
    grouped = [name for group in kind.groups for name in group.questions]
    for name in grouped:
        if name not in known:
            yield Problem("library.group_question", kind.sheet.where, name=name)
    for name in kind.overrides:
        if name not in known:
            line = kind.sheet.line(f"question.{name}")
            yield Problem("library.override_question", f"{kind.sheet.where}:{line}", name=name)
    yield from _overrides(library, kind)
    for question in questions(library, kind):
        if question.id not in grouped:
            yield Problem("library.not_grouped", kind.sheet.where, name=question.id)


def _overrides(library: Library, kind: Kind) -> list[Problem]:
    """Return what is wrong in what the kind says otherwise of the questions of its clauses, and of the common ones."""
    found: list[Problem] = []
    for part in kind.parts:
        for slot, question in library.clauses[part.clause].slots.items():
            override(kind, replace(question, id=f"{part.name}.{slot}"), found)
    for question in library.common.values():
        override(kind, question, found)
    return found


def _conditions(library: Library, kind: Kind, known: set[str]) -> Iterator[Problem]:
    for part in kind.parts:
        conditions = [part.condition, *(preset.condition for preset in part.presets)]
        for name in _unknown(conditions, known):
            yield Problem("library.condition_question", kind.outline.where, name=name)
    for question in questions(library, kind):
        for name in _unknown([question.condition], known):
            line = kind.sheet.line(f"question.{question.id}")
            yield Problem("library.condition_question", f"{kind.sheet.where}:{line}", name=name)


def _unknown(conditions: Iterable[Condition | None], known: set[str]) -> Iterator[str]:
    for condition in conditions:
        yield from (name for name in (condition.questions() if condition else ()) if name not in known)


def _all_questions(library: Library, kind: Kind) -> set[str]:
    """Return the ids of all questions that any choice of variants and offered parts can bring up."""
    found: set[str] = set()
    for part in kind.parts:
        clause = library.clauses[part.clause]
        found |= {f"{part.name}.{slot}" for slot in clause.slots}
    return found


def _sample(library: Library, kind: Kind, file: Path, ahead: Samples) -> Iterator[Problem]:
    where = f"{kind.sheet.where.rpartition('/')[0]}/samples/{file.name}"
    try:
        answers = ahead[file] if file in ahead else read_file(file)
        if isinstance(answers, Problem):
            raise answers
        if answers.kind != kind.id:
            yield Problem("library.sample_kind", where, found=answers.kind, wanted=kind.id)
        changes: Changes = read_changes(answers.changes)
        read(questions(library, kind, changes), answers.answers, kind.id)
    except Problem as problem:
        yield Problem("library.sample_wrong", where, detail=problem.sentence())
    except Problems as several:
        yield from (Problem("library.sample_wrong", where, detail=one.sentence()) for one in several.problems)
