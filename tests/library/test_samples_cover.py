"""Every part of every outline is seen in a shipped sample, and every part that may be left out is left out of one."""

from __future__ import annotations

from functools import lru_cache

import pytest
import shelf
from rowwise import each_row

from ssc_drafter.answers.files import read_file
from ssc_drafter.assemble import draft
from ssc_drafter.library.changes import read_changes
from ssc_drafter.library.kind import Kind, Part
from ssc_drafter.library.plan import speaks

pytestmark = pytest.mark.slow  # every sample is drafted once

KINDS = sorted(shelf.shipped().kinds)
SAMPLES = [path for kind in KINDS for path in shelf.shipped().kind(kind).samples]
FULL = "with every optional p"  # part or point: what a first line says of a sample that takes whatever can stand together
# what cannot stand beside the rest, and why; another sample of the kind has it
APART = {
    "financing_agreement": {"organization_privileges": "the Parties are two States"},
    "framework_agreement": {"own_costs": "who pays what is split, and not each its own"},
    "host_agreement": {"meeting": "a seat, not one meeting"},
    "regional_programme_agreement": {
        "annex_scale": "equal shares need no scale",
        "organization_privileges": "the secretariat is the programme's own, no organization is a Party",
    },
}


@lru_cache(maxsize=32)  # one entry a kind
def parts_of_samples(kind: str) -> dict[str, frozenset[str]]:
    """Return the names of the parts that stand in each shipped sample of a kind."""
    library, found = shelf.shipped(), {}
    for path in library.kind(kind).samples:
        file = read_file(path)
        made = draft(library, kind, file.answers, file.lang, read_changes(file.changes))
        found[path.stem] = frozenset(made.variants)
    return found


def may_be_absent(kind: Kind, part: Part) -> bool:
    """Tell whether a part is offered, hangs on an answer, or speaks in one register alone of a kind that has two."""
    registers = [one for one in (kind, kind.twin) if one]
    return part.offer or part.condition is not None or not all(speaks(shelf.shipped(), one, part) for one in registers)


@each_row("kind", KINDS)
def test_each_part_stands_in_a_sample(kind: str) -> None:
    seen = frozenset[str]().union(*parts_of_samples(kind).values())
    assert [part.name for part in shelf.shipped().kind(kind).parts if part.name not in seen] == []


@each_row("kind", KINDS)
def test_each_part_that_may_be_left_out_is_left_out_of_a_sample(kind: str) -> None:
    found = shelf.shipped().kind(kind)
    always = frozenset.intersection(*parts_of_samples(kind).values())
    assert [part.name for part in found.parts if part.name in always and may_be_absent(found, part)] == []


def test_each_clause_stands_in_the_draft_of_a_sample() -> None:
    """A clause that no outline offers is reached by nobody who starts from the samples; all others are in a golden."""
    library = shelf.shipped()
    seen = {
        part.clause
        for kind in library.kinds.values()
        for part in kind.parts
        if any(part.name in one for one in parts_of_samples(kind.id).values())
    }
    assert sorted(set(library.clauses) - seen) == []


def test_a_sample_that_says_it_has_every_part_has_it() -> None:
    """But for the parts that its register does not know, and those that cannot stand beside the rest."""
    library, claiming = shelf.shipped(), set()
    for path in SAMPLES:
        if FULL in path.read_text("utf-8").partition("\n")[0]:
            file = read_file(path)
            kind = library.kind(file.kind).of(file.answers)
            known = {part.name for part in kind.parts if speaks(library, kind, part)}
            assert known - parts_of_samples(kind.id)[path.stem] == set(APART.get(kind.id, {})), path.stem
            claiming.add(kind.id)
    assert claiming == set(KINDS)
