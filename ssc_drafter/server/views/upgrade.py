"""What a draft would say if it were made from the library of today: each part before and after."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.errors import Problem, Problems
from ssc_drafter.server.draft.drafted import Drafted, drafted
from ssc_drafter.server.views.quotes import Pieces, compared


class Moved(Struct, frozen=True):
    """A part whose words differ: its heading, before and after."""

    title: str
    before: Pieces
    after: Pieces


def anew(made: Drafted, edition: str) -> Drafted:
    """Return the draft made from another edition. Raises Problem where it cannot be."""
    try:
        return drafted(replace(made.body, library=edition).to_json())
    except Problems as many:
        raise many.problems[0] from None


def moved(old: Drafted, new: Drafted) -> list[Moved]:
    """Return the parts whose words differ between two makings of a draft, in the order of the new one."""
    before, after = _parts(old), _parts(new)
    names = list(dict.fromkeys((*after, *before)))
    return [
        Moved(after.get(name, before.get(name, ("", "")))[0], *compared(was, now))
        for name in names
        if (was := before.get(name, ("", ""))[1]) != (now := after.get(name, ("", ""))[1])
    ]


def _parts(made: Drafted) -> dict[str, tuple[str, str]]:
    """Return the heading and the words of each part, numbers left out: a new article before it changes no words of it."""
    found: dict[str, tuple[str, str]] = {}
    keys = made.draft.keys if made.draft else {}
    for unit in made.running.units:
        name = keys.get(unit.address, (unit.address, ""))[0]
        title, words = found.get(name, (unit.heading or name, ""))
        found[name] = (title, f"{words}\n{made.running.text[unit.start : unit.end]}".strip())
    return found


def troubles(new: Drafted) -> list[Problem]:
    """Return what the draft would lack in the other edition."""
    return [one for one in new.draft.problems if one.key.startswith("assemble.")] if new.draft else []
