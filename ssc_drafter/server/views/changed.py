"""Which parts of the room an answer changed: only these go to the page, and never the field that is being written in."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.server.draft.asked import Asked
from ssc_drafter.server.views.divisions import Sheet
from ssc_drafter.server.views.roomview import GroupView, Seen
from ssc_drafter.server.views.sheet import Division


class Changed(Struct, frozen=True):
    """The parts to be replaced. `whole` says that the sheet has other parts than before and goes as one."""

    whole: bool
    title: bool
    divisions: tuple[Division, ...]
    questions: tuple[Asked, ...]
    messages: tuple[Asked, ...]
    groups: tuple[GroupView, ...]
    fresh: tuple[str, ...] = ()


def changed_parts(old: Seen, new: Seen) -> Changed:
    """Return what differs between two looks at a draft."""
    was = {one.id: one for one in old.sheet.divisions}
    same_parts = _plan(old.sheet) == _plan(new.sheet)
    divisions = tuple(one for one in new.sheet.divisions if was.get(one.id) != one)
    questions, messages = _questions(old, new)
    counts = {one.id: (one.done, one.all) for one in old.room.groups}
    groups = tuple(one for one in new.room.groups if counts.get(one.id) != (one.done, one.all))
    return Changed(
        not same_parts, old.sheet.title != new.sheet.title, divisions, questions, messages, groups, _fresh(old.sheet, new.sheet)
    )


def _plan(sheet: Sheet) -> tuple[object, ...]:
    return (tuple((one.id, one.kind) for one in sheet.divisions), sheet.signatures)


def _fresh(old: Sheet, new: Sheet) -> tuple[str, ...]:
    """Return the addresses of the paragraphs whose words are others than before."""
    was = {row.address: _words(row.lines) for one in old.divisions for row in one.rows}
    return tuple(
        row.address for one in new.divisions for row in one.rows if row.address in was and was[row.address] != _words(row.lines)
    )


def _words(lines: tuple[object, ...]) -> str:
    return "\n".join("".join(piece.text for one in line.stretches for piece in one.pieces) for line in lines)  # type: ignore[attr-defined]


def _questions(old: Seen, new: Seen) -> tuple[tuple[Asked, ...], tuple[Asked, ...]]:
    """Return the questions that came or went or ask otherwise, and those that only have another message."""
    was = {one.id: one for group in old.room.groups for one in group.questions}
    asked, messages = [], []
    for one in (question for group in new.room.groups for question in group.questions):
        before = was.get(one.id)
        if before is None or _face(before) != _face(one):
            asked.append(one)
        elif before.message != one.message:
            messages.append(one)
    return tuple(asked), tuple(messages)


def _face(one: Asked) -> Asked:
    """Return a question without what the person typed and what is said of it: those are on the page already."""
    return replace(one, parts={}, ticked=(), rows=(), message="", answered=False)
