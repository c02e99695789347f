"""What clauses ask of one another: requires and excludes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ssc_drafter.assemble.titles import title_of
from ssc_drafter.errors import Problem
from ssc_drafter.library.load import Library
from ssc_drafter.library.plan import Planned


def rules(library: Library, rows: Iterable[Planned], variants: Mapping[str, str]) -> list[Problem]:
    """Return a problem, once, for every clause that misses the one it needs or stands beside one that it excludes."""
    standing = [row for row in rows if row.clause]
    ids = {row.clause.id for row in standing if row.clause}
    problems = []
    for row in standing:
        clause = row.clause
        if clause is None:
            continue
        variant = clause.variants.get(variants[row.name])
        for name in dict.fromkeys((*clause.requires, *(variant.requires if variant else ()))):
            if name not in ids:
                problems.append(Problem("assemble.requires", clause=clause.title, name=title_of(library, name)))
        for name in clause.excludes:
            if name in ids:
                problems.append(Problem("assemble.excludes", clause=clause.title, name=title_of(library, name)))
    return problems
