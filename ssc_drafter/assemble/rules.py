"""What clauses ask of one another: requires and excludes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ssc_drafter.errors import Problem
from ssc_drafter.library.plan import Planned


def rules(rows: Iterable[Planned], variants: Mapping[str, str]) -> list[Problem]:
    """Return a problem for every clause that misses the one it needs, or stands beside one that it excludes."""
    standing = [row for row in rows if row.clause]
    ids = {row.clause.id for row in standing if row.clause}
    problems = []
    for row in standing:
        clause = row.clause
        if clause is None:
            continue
        variant = clause.variants.get(variants[row.name])
        for name in (*clause.requires, *(variant.requires if variant else ())):
            if name not in ids:
                problems.append(Problem("assemble.requires", row.name, clause=clause.id, name=name))
        for name in clause.excludes:
            if name in ids:
                problems.append(Problem("assemble.excludes", row.name, clause=clause.id, name=name))
    return problems
