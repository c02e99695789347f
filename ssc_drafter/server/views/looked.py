"""The room of a draft as it stands, with the findings of the last check; the last look is kept at hand."""

from __future__ import annotations

from ssc_drafter.server.draft import editions
from ssc_drafter.server.draft.drafted import Drafted
from ssc_drafter.server.draft.states import named
from ssc_drafter.server.gate.access import can
from ssc_drafter.server.gate.ground import language, store
from ssc_drafter.server.views import checking
from ssc_drafter.server.views.roomview import Held, Seen, newer, seen
from ssc_drafter.store import drafts

AT_HAND = 64  # drafts whose last look is kept: the next answer is compared with it
_at_hand: dict[str, tuple[tuple[object, ...], Seen]] = {}


def look(head: drafts.Draft, made: Drafted, *, due: bool = False, opened: str = "") -> Seen:
    """Return the room of a draft as it stands, with the findings of the last check."""
    shown = checking.latest(store(), head, made)
    to_check = can("draft.check") and not head.archived and checking.held(store(), head, made) is None
    marks, editable = checking.marks(head, made, shown), can("draft.edit") and not head.archived
    looks = len(checking.marks(head, made, shown, look=True))
    held = Held(checking.reading(shown), checking.lacking(made), looks, to_check, newer(made))
    key = (language(), made.body, head, marks, editable, due, opened, held, named(made), editions.number_today())
    kept = _at_hand.get(head.id)
    if kept and kept[0] == key:
        return kept[1]
    view = seen(head, made, marks, language(), held, editable=editable, due=due, opened=opened)
    if len(_at_hand) > AT_HAND:
        _at_hand.clear()
    _at_hand[head.id] = (key, view)
    return view


def at_hand(draft_id: str, made: Drafted) -> Seen | None:
    """Return the last look at a draft if it was at this body, in the language of the page."""
    kept = _at_hand.get(draft_id)
    return kept[1] if kept and kept[0][:2] == (language(), made.body) else None
