"""From an outline and a drafter's changes to the parts of a draft, their variants, and the questions that they ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.answers.conditions import Condition, holds
from ssc_drafter.answers.question import Question
from ssc_drafter.answers.values import Value
from ssc_drafter.errors import Problem, raise_all
from ssc_drafter.library.changes import NO_CHANGES, Changes, FreeArticle
from ssc_drafter.library.clause import Clause
from ssc_drafter.library.kind import REGISTER, Kind, Part, override
from ssc_drafter.library.load import Library
from ssc_drafter.library.wording import Wording


class Planned(Struct, frozen=True):
    """A part of a draft: from the outline, added from the library, or (`free`) an article of the officer's own."""

    part: Part
    register: str
    clause: Clause | None = None
    free: FreeArticle | None = None

    @property
    def name(self) -> str:
        return self.part.name


def plan(library: Library, kind: Kind, changes: Changes = NO_CHANGES) -> tuple[Planned, ...]:
    """Return the parts in their order, dropped ones left out. Conditions are not looked at yet.

    Raises Problems when a change names a part, clause or variant that is not there.
    """
    names = [part.name for part in kind.parts]
    problems = list(_strange(library, kind, changes, names))
    raise_all(problems)
    taken = [part for part in kind.parts if (not part.offer or part.name in changes.taken) and speaks(library, kind, part)]
    rows = [Planned(part, kind.register, library.clause(part.clause)) for part in taken]
    for added in changes.added:
        clause = library.clause(added.clause)
        _insert(rows, Planned(Part(added.part, added.clause), kind.register, clause), added.after)
    for article in changes.articles:
        _insert(rows, Planned(Part(article.name, ""), kind.register, None, article), article.after)
    for move in changes.moved:
        found = next((row for row in rows if row.name == move.part), None)
        if found:
            rows.remove(found)
            _insert(rows, found, move.after, first=True)
    return tuple(row for row in rows if row.name not in changes.dropped)


def speaks(library: Library, kind: Kind, part: Part) -> bool:
    """Return whether a part stands in the register of its kind. Only of a kind in both registers may some not."""
    clause = library.clauses.get(part.clause)
    return not kind.both or clause is None or any(register == kind.register for _, register, _ in clause.wordings)


def _insert(rows: list[Planned], row: Planned, after: str, first: bool = False) -> None:
    place = next((place for place, other in enumerate(rows) if other.name == after), None)
    if place is not None:
        rows.insert(place + 1, row)
        return
    sort = yields(row)
    same = [place for place, other in enumerate(rows) if yields(other) == sort]
    if not same:
        rows.append(row)
    else:
        rows.insert(same[0] if first and not after else same[-1] + 1, row)


def yields(row: Planned) -> str:
    """Return what a part gives; definitions count as an article."""
    if row.clause is None or row.clause.yields == "definitions":
        return "article"
    return row.clause.yields


def _strange(library: Library, kind: Kind, changes: Changes, names: list[str]) -> Iterator[Problem]:
    known = [*names, *(added.part for added in changes.added), *(article.name for article in changes.articles)]
    for name in {name for name in known if known.count(name) > 1}:
        yield Problem("library.part_twice", name, name=name)
    for name in (*changes.dropped, *changes.taken, *changes.variants, *(move.part for move in changes.moved)):
        if name not in known:
            yield Problem("library.no_part", name, name=name, known=", ".join(known))
    for name, variant in changes.variants.items():
        clause = next((part.clause for part in kind.parts if part.name == name), "") or next(
            (added.clause for added in changes.added if added.part == name), ""
        )
        if clause in library.clauses:
            yield from _wrong_variant(library.clauses[clause], name, variant)


def _wrong_variant(clause: Clause, name: str, variant: str) -> Iterator[Problem]:
    found = clause.variants.get(variant)
    if found is None or found.position == "red_line":
        key = "red_line_chosen" if found else "no_such_variant"
        yield Problem(f"library.{key}", name, name=variant, known=", ".join(one.id for one in clause.insertable()))


def offered(row: Planned) -> tuple[str, ...]:
    """Return the variants that may be chosen for a part: those of the outline (else all), the preset one first.

    Only those that have a wording in the draft's register are.
    """
    if row.clause is None:
        return ()
    said = {name for name, register, _ in row.clause.wordings if register == row.register}
    named = row.part.offered or tuple(variant.id for variant in row.clause.insertable())
    return tuple(name for name in named if name in said) or named


def variant_of(row: Planned, values: Mapping[str, Value], changes: Changes = NO_CHANGES) -> str:
    """Return the variant of a part: the drafter's choice, else the preset whose condition holds, else the first offered."""
    if row.clause is None:
        return ""
    if row.name in changes.variants:
        return changes.variants[row.name]
    for preset in row.part.presets:
        if holds(preset.condition, values):
            return preset.variant
    return offered(row)[0]


def stands(row: Planned, values: Mapping[str, Value]) -> bool:
    """Return whether the part's condition holds."""
    return holds(row.part.condition, values)


def wordings_of(clause: Clause, variant: str, register: str) -> list[Wording]:
    """Return the wordings of a variant in a register, one a language."""
    return [wording for (name, reg, _), wording in clause.wordings.items() if name == variant and reg == register]


def questions(library: Library, kind: Kind, changes: Changes = NO_CHANGES) -> list[Question]:
    """Return every question that this draft may ask, each with its condition, in the order of the groups.

    Of a kind in both registers: the questions of each, those of one register alone under the condition that it is chosen.
    """
    if kind.twin is None:
        return _questions(library, kind, changes)
    here, there = ({one.id: one for one in _questions(library, one, changes)} for one in (replace(kind, twin=None), kind.twin))
    chosen = [Condition(question=REGISTER, test="is", value=register) for register in kind.registers]
    found = {name: _joined(here.get(name), there.get(name), chosen) for name in {**here, **there}}
    order = [name for group in kind.groups for name in group.questions]
    return [found[name] for name in dict.fromkeys([*order, *found]) if name in found]


def _joined(here: Question | None, there: Question | None, chosen: list[Condition]) -> Question:
    """Return a question as both registers ask it, with a condition for each where they differ. One of the two is there."""
    asking = [(one, choice) for one, choice in zip((here, there), chosen, strict=True) if one]
    first = asking[0][0]
    if len({one.condition for one, _ in asking}) == 1 and len(asking) == len(chosen):
        return first
    ways = [way for one, choice in asking if (way := _both((choice, one.condition)))]
    return replace(first, condition=ways[0] if len(ways) == 1 else Condition(join="any", parts=tuple(ways)))


def _questions(library: Library, kind: Kind, changes: Changes) -> list[Question]:
    rows = plan(library, kind, changes)
    found: dict[str, Question] = {}
    named = {name for group in kind.groups for name in group.questions}
    for row in rows:
        if row.clause:
            found.update(_slots(library, kind, row, row.clause, changes))
            named |= _common_names(library, kind, row.clause)
        if row.part.condition:
            named |= set(row.part.condition.questions())
    for name, question in {**library.common, **kind.questions}.items():
        if name in named or name in kind.questions or name == "parties":
            found[name] = override(kind, question) if name in library.common else question
    order = [name for group in kind.groups for name in group.questions]
    return [found[name] for name in dict.fromkeys([*order, *found]) if name in found]


def _common_names(library: Library, kind: Kind, clause: Clause) -> set[str]:
    names: set[str] = set()
    for variant in clause.insertable():
        for wording in wordings_of(clause, variant.id, kind.register):
            names |= {slot for slot in wording.passed.slots if slot not in clause.slots and slot in library.common}
    return names


def _slots(library: Library, kind: Kind, row: Planned, clause: Clause, changes: Changes) -> Iterator[tuple[str, Question]]:
    ways = _ways(row, changes)
    for slot, question in clause.slots.items():
        using = [
            condition
            for variant, condition in ways.items()
            if any(slot in wording.passed.slots for wording in wordings_of(clause, variant, kind.register))
        ]
        if not using:
            continue
        chosen = None if None in using else Condition(join="any", parts=tuple(one for one in using if one))
        name = f"{row.name}.{slot}"
        whole = override(kind, replace(question, id=name, part=row.name))
        yield name, replace(whole, condition=_both((row.part.condition, chosen, whole.condition)))


def _ways(row: Planned, changes: Changes) -> dict[str, Condition | None]:
    """Return the variants that answers may lead to, each with its condition (None: whatever is answered)."""
    if row.name in changes.variants or not row.part.presets:
        return {variant_of(row, {}, changes): None}
    ways: dict[str, Condition | None] = {}
    before: list[Condition] = []
    for preset in row.part.presets:
        condition = _both((*before, preset.condition))
        earlier = ways.get(preset.variant)
        ways[preset.variant] = Condition(join="any", parts=(earlier, condition)) if earlier and condition else condition
        before.append(Condition(join="not", parts=(preset.condition,)))
    last = offered(row)[0]
    rest = _both(before)
    earlier = ways.get(last)
    ways[last] = Condition(join="any", parts=(earlier, rest)) if earlier and rest else rest
    return ways


def _both(conditions: Iterable[Condition | None]) -> Condition | None:
    parts = tuple(condition for condition in conditions if condition)
    if len(parts) < 2:
        return parts[0] if parts else None
    return Condition(join="all", parts=parts)
