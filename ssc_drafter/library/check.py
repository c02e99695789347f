"""Every problem of a library at once: what reading finds, then what only rendering and the whole can tell."""

from __future__ import annotations

from collections.abc import Iterator
from multiprocessing import get_all_start_methods, get_context
from typing import Any

from ssc_drafter.answers.kinds import read_value
from ssc_drafter.answers.question import Question
from ssc_drafter.answers.values import Value
from ssc_drafter.errors import Problem, Problems
from ssc_drafter.library.check_kinds import Samples, kind_problems
from ssc_drafter.library.clause import Clause, Variant
from ssc_drafter.library.load import Library
from ssc_drafter.library.made import Scene, make
from ssc_drafter.library.red_lines import match
from ssc_drafter.library.wording import Wording

SAMPLED = "check"  # the name of the part under which a clause is tried
Given = tuple[
    Library, set[str], Samples | None
]  # what is looked at: the library, files that cannot be read, samples read ahead
Tried = tuple[dict[str, Question], dict[str, Value], dict[str, Value], frozenset[str]]


def problems(library: Library, hands: int = 1, ahead: Samples | None = None) -> list[Problem]:
    """Return everything that is wrong, in the order of the files. What only follows from a file that cannot be read is not.

    With more `hands` than one, so many processes share the work, where this machine can copy itself. Samples that were
    read `ahead` are not read again.
    """
    unread = [problem for problem in library.problems if problem.key == "library.bad_toml"]
    if any("clauses/_" in problem.where for problem in unread):  # the words that all clauses share
        return unread
    found = list(library.problems)
    broken = {problem.where.rpartition(":")[0] or problem.where for problem in found}
    names = [*library.clauses, *library.kinds]
    with library.speaking():
        rows = _rows((library, broken, ahead), names, hands)
    return [*found, *(problem for row in rows for problem in row)]


def _rows(given: Given, names: list[str], hands: int) -> list[list[Problem]]:
    if hands > 1 and "fork" in get_all_start_methods():
        with get_context("fork").Pool(hands, _take, given) as pool:
            return pool.map(_work, names, chunksize=4)
    return [_of(*given, name) for name in names]


_TAKEN: list[Given] = []  # what a process that shares the work was copied with


def _take(*given: Any) -> None:
    _TAKEN[:] = [given]


def _work(name: str) -> list[Problem]:
    return _of(*_TAKEN[0], name)


def _of(library: Library, broken: set[str], ahead: Samples | None, name: str) -> list[Problem]:
    """Return what is wrong in a clause or in a kind (whose name has no family before it)."""
    if name in library.kinds:
        return list(kind_problems(library, library.kinds[name], ahead))
    clause = library.clauses[name]
    if clause.unread:
        return []
    found = list(_metadata(library, clause))
    if f"{clause.where}/clause.toml" not in broken:
        found += _wordings(library, clause, broken)
    return found


def clause_problems(library: Library, clause_id: str) -> list[Problem]:
    """Return what is wrong in one clause of a library."""
    clause = library.clause(clause_id)
    found = [problem for problem in library.problems if problem.where.startswith(f"{clause.where}/")]
    if clause.unread:
        return found
    found += _metadata(library, clause)
    with library.speaking():
        return found if found else list(_wordings(library, clause, set()))


# ---- what clause.toml says ----------------------------------------------------------------------------------------
def _metadata(library: Library, clause: Clause) -> Iterator[Problem]:
    where = f"{clause.where}/clause.toml"
    for name in (*clause.requires, *clause.excludes, *(one for v in clause.variants.values() for one in v.requires)):
        if name not in library.clauses:
            yield Problem("library.requires_unknown", where, name=name)
    for name in clause.requires:
        other = library.clauses.get(name)
        if other and (clause.id in other.excludes or name in clause.excludes):
            yield Problem("library.requires_loop", where, names=f"{clause.id}, {name}")
    for table in _tables(clause):
        for lang in clause.languages:
            if table and lang not in table:
                yield Problem("library.words_missing", where, language=lang)
    for slot in clause.slots.values():
        if slot.required and slot.default is None and slot.sample is None:
            yield Problem("library.no_sample", where, name=slot.id)


def _tables(clause: Clause) -> Iterator[dict[str, str]]:
    yield clause.title
    yield clause.guidance
    for variant in clause.variants.values():
        yield from (variant.title, variant.why, variant.approver, variant.effect)
    for slot in clause.slots.values():
        yield from question_tables(slot)


def question_tables(question: Question) -> Iterator[dict[str, str]]:
    """Yield every table of words of a question."""
    yield from (question.ask, question.help, question.default_reason)
    yield from question.choices.values()
    yield from question.phrases.values()
    for column in question.columns.values():
        yield from question_tables(column)


# ---- what the wordings say ----------------------------------------------------------------------------------------
def _wordings(library: Library, clause: Clause, broken: set[str]) -> Iterator[Problem]:
    where = f"{clause.where}/clause.toml"
    used = {slot for wording in clause.wordings.values() for slot in wording.passed.slots}
    if not any(wording.where in broken for wording in clause.wordings.values()):
        for name in clause.slots:
            if name not in used:
                yield Problem("library.unused_slot", where, name=name)
    for variant in clause.variants.values():
        yield from _languages(clause, variant)
    tried: set[int] = set()
    for (name, register, lang), wording in clause.wordings.items():
        if wording.where in broken:
            continue
        yield from _signs(wording) if id(wording) not in tried else ()
        if clause.variants[name].position == "red_line":
            yield from _red_line(library, clause, name, wording) if id(wording) not in tried else ()
        else:
            yield from rendered(library, clause, name, register, lang)
        tried.add(id(wording))


def _languages(clause: Clause, variant: Variant) -> Iterator[Problem]:
    for register in clause.registers:
        row = {lang: clause.wordings.get((variant.id, register, lang)) for lang in clause.languages}
        there = {lang: wording for lang, wording in row.items() if wording}
        if not there:
            continue
        for lang in set(row) - set(there):
            yield Problem(
                "library.language_missing", f"{clause.where}/clause.toml", variant=variant.id, register=register, language=lang
            )
        (first, model), *others = there.items()
        for lang, wording in others:
            slots = set(wording.passed.slots) ^ set(model.passed.slots)
            if slots and wording.passed.tree and model.passed.tree:
                listed = ", ".join(sorted(slots))
                yield Problem("library.languages_differ", wording.where, language=lang, other=first, slots=listed)


def _signs(wording: Wording) -> Iterator[Problem]:
    for number, line in enumerate(wording.source.split("\n"), 1):
        if "\t" in line:
            yield Problem("library.tab", f"{wording.where}:{number}")
        bare = line.replace("\\*", "")
        if bare.count("**") % 2 or bare.replace("**", "").count("*") % 2:
            yield Problem("library.emphasis", f"{wording.where}:{number}")


def _red_line(library: Library, clause: Clause, variant: str, wording: Wording) -> Iterator[Problem]:
    if wording.passed.slots:
        yield Problem("library.red_line_slots", wording.where)
    lines = [line.strip() for line in wording.source.splitlines() if line.strip() and not line.startswith("=")]
    if not any(found.variant == variant for line in lines for found in match(library, line, wording.lang, clause.id)):
        yield Problem("library.red_line_unseen", wording.where)


# ---- rendering with sample answers --------------------------------------------------------------------------------
def rendered(library: Library, clause: Clause, variant: str, register: str, lang: str) -> Iterator[Problem]:
    """Yield what goes wrong when a wording is made with its samples: everything answered, then only what is required."""
    questions, full, lean, everything = _tried(library, clause)
    for values, present in ((full, everything), (lean, frozenset[str]())):
        scene = Scene(lang, register, values, questions, present, instrument(library, register, lang))
        try:
            make(library, SAMPLED, clause, variant, scene)
        except Problem as problem:
            yield problem
            return
        except Problems as several:
            yield from several.problems
            return


def _tried(library: Library, clause: Clause) -> Tried:
    """Return the questions of a clause, its samples (all, and only what is required), and the names of all parts; read once."""
    key = ("tried", clause.id)
    if key not in library.made:
        own = {f"{SAMPLED}.{name}": slot for name, slot in clause.slots.items()}
        full, lean = (dict(_samples(own, optional=optional)) for optional in (True, False))
        shared, everything = _shared(library)
        library.made[key] = ({**library.common, **own}, {**shared[0], **full}, {**shared[1], **lean}, everything)
    tried: Tried = library.made[key]
    return tried


def _shared(library: Library) -> tuple[tuple[dict[str, Value], dict[str, Value]], frozenset[str]]:
    """Return what all clauses are tried with: samples of the common questions (all, required ones), the names of all parts."""
    if ("tried",) not in library.made:
        full, lean = (dict(_samples(library.common, optional=optional)) for optional in (True, False))
        everything = frozenset(part.name for kind in library.kinds.values() for part in kind.parts)
        library.made[("tried",)] = ((full, lean), everything)
    shared: tuple[tuple[dict[str, Value], dict[str, Value]], frozenset[str]] = library.made[("tried",)]
    return shared


def _samples(questions: dict[str, Question], optional: bool) -> Iterator[tuple[str, Value]]:
    for name, question in questions.items():
        raw = question.sample if question.sample is not None else question.default
        if raw is not None and (optional or question.required):
            try:
                yield name, read_value(question, raw)
            except (Problem, Problems):
                continue  # told when the slot was read


def instrument(library: Library, register: str, lang: str) -> tuple[str, str, str]:
    """Return the name, gender and title of some instrument of a register, to try clauses with."""
    for kind in sorted(library.kinds.values(), key=lambda one: one.register != register):
        if lang in kind.instrument:
            return (*kind.instrument[lang], kind.title.get(lang, ""))
    return ("", "none", "")
