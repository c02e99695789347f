"""The frame of a protocol of amendment: its title, Parties, recitals and final clauses, without the changes themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from ssc_drafter.assemble.whole import assemble
from ssc_drafter.library.changes import NO_CHANGES, Changes
from ssc_drafter.library.load import Library
from ssc_drafter.tree.nodes import Agreement, TitleLine, plain

KIND = "amendment_protocol"
CHANGES = "instructions.changes"
PARENT, PARTIES = "parent", "parties"

replace = msgspec.structs.replace


def frame(
    library: Library, parent: Agreement, answers: Mapping[str, Any], changes: Changes = NO_CHANGES, date: str = ""
) -> Agreement:
    """Return a protocol in the parent's language from what is answered, with marked gaps for the rest.

    Parties, their opening words and signatures are the parent's own where the answers do not name them; so is its title.
    """
    given = {name: value for name, value in answers.items() if name != CHANGES}
    given.setdefault(PARENT, {parent.lang: title_of(parent)})
    made = assemble(library, KIND, given, parent.lang, changes, blanks=True, date=date)
    return made if PARTIES in answers else _of_the_parties(parent, made)


def title_of(parent: Agreement) -> str:
    """Return a parent's title in one line, without its Parties, whom the protocol's own title names."""
    lines = list(parent.title)
    places = [place for place, line in enumerate(lines) if line.part == "party"]
    if places:
        del lines[max(places[0] - 1, 1) : places[-1] + 1]
    return " ".join(" ".join(plain(line.content) for line in lines).split())


def _of_the_parties(parent: Agreement, made: Agreement) -> Agreement:
    lines = [line for line in made.title if line.part != "party"]
    named = tuple(TitleLine(line.content, line.part) for line in _party_lines(parent))
    if not named:  # an imported title that names no Party in lines of its own: the parent's title says who they are
        lines = lines[:-1]
    preamble = made.preamble
    if preamble and parent.preamble and parent.preamble.opening:
        preamble = replace(preamble, opening=parent.preamble.opening)
    return replace(
        made, title=(*lines, *named), parties=parent.parties, preamble=preamble, signatures=parent.signatures or made.signatures
    )


def _party_lines(parent: Agreement) -> list[TitleLine]:
    places = [place for place, line in enumerate(parent.title) if line.part == "party"]
    return list(parent.title[places[0] : places[-1] + 1]) if places else []
