"""What people call the parts and clauses of a draft: their headings, in each language. Ids are for files, not for people."""

from __future__ import annotations

from collections.abc import Mapping

from ssc_drafter.library.changes import Changes
from ssc_drafter.library.kind import Kind
from ssc_drafter.library.load import Library

Titles = Mapping[str, Mapping[str, str]]


def titles(library: Library, kind: Kind, changes: Changes) -> dict[str, Mapping[str, str]]:
    """Return the heading of every part that this draft has or could have, by its name (and its clause's id)."""
    pairs = [*((part.name, part.clause) for part in kind.parts), *((added.part, added.clause) for added in changes.added)]
    found = {name: title_of(library, clause) for pair in pairs for name, clause in (pair, (pair[1], pair[1]))}
    return found | {
        free.name: {free.lang or "en": free.heading or free.name, **{code: one.heading for code, one in free.others.items()}}
        for free in changes.articles
    }


def title_of(library: Library, clause: str) -> Mapping[str, str]:
    """Return the heading of a clause in each language; of one that is not in the library, its id."""
    found = library.clauses.get(clause)
    return found.title if found and found.title else {"en": clause}


def named(table: Titles, name: str) -> Mapping[str, str]:
    """Return the heading of a part by its name; the name itself where no part is called so."""
    return table.get(name) or {"en": name}
