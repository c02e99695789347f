"""Texts that a draft may stand beneath or amend: the other drafts of the team, each as it stands."""

from __future__ import annotations

from msgspec import Struct

from ssc_drafter.server.draft.body import Above
from ssc_drafter.server.draft.shelf import kind_title
from ssc_drafter.server.draft.when import date_of
from ssc_drafter.server.gate.ground import language, me, store, whole_number
from ssc_drafter.store import drafts


class Choice(Struct, frozen=True):
    """A text to choose: the mark that a form sends back, its title, its kind, its version and the day of it."""

    mark: str
    title: str
    kind: str
    version: int
    day: str
    chosen: bool = False


def choices(draft_id: str, chosen: Above | None) -> list[Choice]:
    """Return the other texts of the team, the newest first; one that was chosen stands as it stood then."""
    rows = [*drafts.listed(store(), me()), *drafts.listed(store(), me(), archived=True)]
    return [_choice(one, chosen) for one in rows if one.id != draft_id]


def _choice(one: drafts.Draft, chosen: Above | None) -> Choice:
    here = chosen is not None and chosen.draft == one.id
    version = chosen.version if chosen and here else one.version
    at = drafts.read(store(), one.id, version).at if here else one.changed
    mark = f"{one.id}:{version}"
    return Choice(mark, one.title, kind_title(one.kind, language()), version, date_of(at, language()), here)


def chosen_from(mark: str, draft_id: str, before: Above | None) -> Above | None:
    """Return what a form chose, or None for none. What the person may not see, or does not exist, changes nothing."""
    if not mark:
        return None
    name, _, version = mark.partition(":")
    seen, number = drafts.seen_by(store(), me(), name), whole_number(version, 0)
    if seen is None or name == draft_id or not 1 <= number <= seen.version:
        return before
    return Above(name, number)
